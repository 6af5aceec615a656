"""The command line: parses, calls, prints. Machine output goes to standard output, messages to standard error."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from khabar import options
from khabar.commands import register
from khabar.errors import KhabarError
from khabar.options import DAY, Database, Format, Gazetteer, Lexicon, moment
from khabar.single import explain, show
from khabar.terminal.console import out, prepare_streams, say, without_password
from khabar.terminal.faults import named
from khabar.terminal.usage import PlainGroup

if TYPE_CHECKING:
    from khabar.coder import Coder

app = typer.Typer(
    name="khabar", cls=PlainGroup, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Read Arabic news into checkable records: who did what to whom, where, when, and according to whom.",
    epilog="Example:\n\n    khabar demo",
)  # fmt: skip

FEW = 3
"""Up to so many articles, `khabar read` shows at once what it found."""


class ScoreFormat(StrEnum):
    """How `khabar evaluate` prints its scores."""

    TABLE = "table"
    JSON = "json"


class Measured(StrEnum):
    """What `khabar evaluate` measures on."""

    CORPUS = "corpus"
    GSR = "gsr"


def _version(wanted: bool) -> None:
    if wanted:
        from khabar import __version__

        print(f"khabar {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and stop.")
    ] = False,
) -> None: ...


@app.command(epilog="Example:\n\n    khabar read page.html news/ --db news.db --published 2024-09-17")
def read(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL|-", help="Pages, folders, .jsonl(.gz), .warc(.gz), addresses, -."),
    ],
    db: Database = "khabar.db",
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published the pages that do not say so.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar=DAY, callback=moment, help="When those were published that do not say so.")
    ] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, max=256, help="How many processes code at once.")] = 1,
    again: Annotated[
        bool, typer.Option("--again", metavar="", help="Code anew what this version has read before.")
    ] = False,
    lexicon: Lexicon = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Read pages, code their events and store them. What was read before is not coded again.

    The events of up to three articles are printed at once, as a table; of more, none: `khabar events` lists them.
    """
    import khabar
    from khabar.intake.batch import Interrupts, read_batch
    from khabar.intake.sources import PassedOver, pages
    from khabar.store import Store
    from khabar.terminal.progress import Progress

    if outlet is not None:
        outlet = outlet.encode("utf-8", "replace").decode()  # bytes of another charset
    interrupts, passed = Interrupts(), PassedOver(db)
    with named(db), Store.open(db) as store, Progress() as progress:
        try:
            with interrupts.watched(lambda: say("stopping after the article in hand; Ctrl-C again stops at once")):
                coder = khabar.load(lexicon, gazetteer)
                found = pages(sources, outlet=outlet, published=published, passed=passed)
                for outcome in read_batch(found, store, coder, jobs=jobs, again=again, interrupts=interrupts,
                                          paths=(lexicon, gazetteer)):  # fmt: skip
                    progress.tell(outcome)
        except KeyboardInterrupt:
            progress.close()
            say(f"stopped; {progress.summary(without_password(db))}")
            raise typer.Exit(130) from None
        progress.close()
        if passed.count:
            say(str(passed))
        if len(progress.articles) <= FEW:
            records = [store.record(article) for article in progress.articles]
            _print_table((record, event) for record in records for event in record.events)
        say(progress.summary(without_password(db)))
        raise typer.Exit(1 if progress.failed else 0)


@app.command(epilog="Example:\n\n    khabar watch sources.toml --db news.db --once")
def watch(
    file: Annotated[
        Path,
        # The backslash keeps what prints the help from taking the inner brackets for a style.
        typer.Argument(metavar="SOURCES.toml", help="[\\[source]] with url, outlet, zone, every (minutes), delay."),
    ],
    db: Database = "khabar.db",
    once: Annotated[bool, typer.Option("--once", metavar="", help="Ask every source once, now, and stop.")] = False,
    lexicon: Lexicon = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Read the new pages of feeds and sitemaps as they come. A killed watch goes on where it was."""
    import khabar
    from khabar.intake.batch import Interrupts
    from khabar.intake.fetch import AGENT, Fetcher
    from khabar.intake.watch import load_sources
    from khabar.intake.watch import watch as watch_sources
    from khabar.store import Store
    from khabar.terminal.progress import Progress

    with named(str(file)):
        sources = load_sources(file)
    agent = f"{AGENT} ({sources.contact})" if sources.contact else AGENT
    interrupts = Interrupts()
    with named(db), Store.open(db) as store, Progress() as progress, Fetcher(agent=agent) as fetcher:
        try:
            with interrupts.watched(lambda: say("stopping after the article in hand; Ctrl-C again stops at once")):
                coder = khabar.load(lexicon, gazetteer)
                for outcome in watch_sources(sources, store, coder, fetcher, once=once, interrupts=interrupts, say=say):
                    progress.tell(outcome)
        except KeyboardInterrupt:
            progress.close()
            say(f"stopped; {progress.summary(without_password(db))}")
            raise typer.Exit(130) from None
        progress.close()
        say(progress.summary(without_password(db)))
        raise typer.Exit(1 if progress.failed else 0)


app.command(epilog="Example:\n\n    khabar show page.html")(show)


@app.command(epilog="Example:\n\n    khabar articles --words 'وزارة الدفاع'")
def articles(
    db: Database = "khabar.db",
    words: Annotated[str | None, typer.Option(metavar="WORDS", help="Only articles that hold all these words.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only those of this outlet.")] = None,
) -> None:
    """List the stored articles, with the ids that `khabar show` takes."""
    from khabar.store import Store
    from khabar.terminal.articles import article_table

    with named(db), Store.open(db, create=False) as store:
        table = article_table(store.articles(words=words, outlet=outlet))
    if table.row_count:
        out().print(table)
    else:
        say("there is no such article")


@app.command(epilog="Example:\n\n    khabar events --type ASSAULT --from 2024-09-01 --format csv")
def events(
    db: Database = "khabar.db",
    type: options.Type = None,
    actor: options.Actor = None,
    country: options.Country = None,
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    auxiliary: options.Told = None,
    all_versions: options.AllVersions = False,
    format: options.Written = Format.TABLE,
) -> None:
    """List the stored events, as a table, as PLOVER JSONL or as CSV."""
    from khabar.exchange.plover import to_jsonl
    from khabar.exchange.table import to_csv
    from khabar.store import EventFilter, Store
    from khabar.stories import denials_in

    wanted = EventFilter(
        type=type, actor=actor, country=country, place=place, since=since, until=until,
        auxiliary=auxiliary, superseded=all_versions,
    )  # fmt: skip
    with named(db), Store.open(db, create=False) as store:
        found = store.events(wanted)
        if format is Format.TABLE:
            if not _print_table(found):
                say("there is no such event")
        else:
            denials = denials_in(store.events(EventFilter(denied=True)))
            lines = to_csv(found, denials) if format is Format.CSV else map(bytes.decode, to_jsonl(found, denials))
            for line in lines:
                sys.stdout.write(line)


app.command(epilog='Example:\n\n    khabar explain "التقى وزير الخارجية التونسي نظيره الجزائري في تونس."')(explain)


@app.command(epilog="Example:\n\n    khabar demo")
def demo() -> None:
    """Read the sample reports that come with khabar and show the events in them."""
    import khabar

    samples = sorted((Path(__file__).parent / "samples").glob("*.txt"))
    with named():
        coder = khabar.load()
        records = [coder.read(path.read_bytes()) for path in samples]
    for path, record in zip(samples, records, strict=True):
        out().print(f"\n{path.stem.partition('-')[2]}: {record.article.headline or ''}", style="bold")
        if not _print_table((record, event) for event in record.events):
            print("no event")
    print(
        f"\n{sum(len(r.events) for r in records)} events in {len(samples)} reports. Try next, on your own pages:\n"
        f"  khabar show {_short(samples[0])}\n"
        "  khabar read PAGE.html FOLDER/\n"
        "  khabar events --format jsonl"
    )


@app.command(epilog="Example:\n\n    khabar evaluate corpus corpus/reports --split test")
def evaluate(
    what: Annotated[Measured, typer.Argument(help="corpus: annotated reports; gsr: the Arabic gold standard records.")],
    path: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="The folder they stand in.")],
    split: Annotated[
        str | None, typer.Option(metavar="SPLIT", help="Of the corpus, only this split: train or test.")
    ] = None,
    format: Annotated[ScoreFormat, typer.Option(help="How the scores are printed.")] = ScoreFormat.TABLE,
    errors: Annotated[
        bool, typer.Option("--errors", metavar="", help="Say what was judged wrongly, on standard error.")
    ] = False,
    lexicon: Lexicon = None,
) -> None:
    """Measure khabar on annotated data."""
    import khabar

    if split is not None and what is Measured.GSR:
        raise typer.BadParameter("the gold standard records have no splits")
    with named():
        scores, wrong = _measure(what, path, split, khabar.load(lexicon))
    if errors:
        for line in wrong:
            say(line)
    note = _note(what)
    if format is ScoreFormat.JSON:
        import msgspec

        print(msgspec.json.encode(scores).decode())
        if note:
            say(note)
    else:
        from khabar.terminal.scores import score_table

        out().print(score_table(scores, note))


register(app)


def main() -> None:
    """Run the command line; what khabar raises for its input becomes one line and exit status 1."""
    prepare_streams()
    try:
        app()
    except KhabarError as error:
        say(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


# --- between the commands and the library ------------------------------------------------------------------------


def _measure(what: Measured, path: Path, split: str | None, coder: Coder) -> tuple[dict[str, Any], list[str]]:
    """The scores as a plain dict, and a line for every judgement that was wrong."""
    from khabar.evaluate import corpus, gsr

    if what is Measured.CORPUS:
        scores = corpus.evaluate(coder, path, split)
        return corpus.table(scores), scores.errors
    errors = gsr.Errors()
    return gsr.evaluate(coder, path, errors), [": ".join(row) for row in errors.rows]


def _note(what: Measured) -> str | None:
    """What must be known of the scores, if anything."""
    from khabar.evaluate.gsr import SEEN

    return SEEN if what is Measured.GSR else None


def _print_table(pairs: Any) -> bool:
    """Print the events as a table; whether there were any."""
    from khabar.terminal.events import event_table

    table = event_table(pairs)
    if table.row_count:
        out().print(table)
    return bool(table.row_count)


def _short(path: Path) -> str:
    """A path as short as it can be said from here."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
