"""The order of the stages for one article: a pure function of (article, lexicon, models), picklable, no I/O."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from khabar import __version__
from khabar.lexicon.cache import uncollected
from khabar.names.bearers import with_names
from khabar.names.guests import lands_of
from khabar.names.trimmed import is_asked, trimmed
from khabar.records import Article, Mention, MentionKind, Place, Record, Sentence, Span, Time
from khabar.text.characters import squeeze
from khabar.text.particles import particle_of, particles
from khabar.text.sentences import article_sentences
from khabar.text.tokens import Token, tokenize

if TYPE_CHECKING:
    from khabar.events.borders import Borders
    from khabar.events.code import Coded
    from khabar.events.judge import Judge
    from khabar.events.lexicon import EventLexicon
    from khabar.events.linking import Linker
    from khabar.events.modes import Modes
    from khabar.events.past import Past
    from khabar.events.placing import Placing
    from khabar.events.roles import Roles
    from khabar.events.spotting import Spotter
    from khabar.events.teller import Teller
    from khabar.models.encoder import Encoder
    from khabar.names.index import ActorIndex
    from khabar.names.tagger import NameTagger
    from khabar.places.find import PlaceHit
    from khabar.places.gazetteer import Gazetteer
    from khabar.sources.denier import Denier
    from khabar.sources.lexicon import SourceLexicon
    from khabar.text.arguments import Arguments
    from khabar.text.classes import WordClasses


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages before the events found in an article; `tokens`, `classes` are one list a sentence."""

    article: Article
    sentences: tuple[Sentence, ...]
    tokens: tuple[list[Token], ...]
    classes: tuple[list[str], ...]
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    times: tuple[tuple[Time, ...], ...]
    seats: tuple[tuple[Span, Place, float], ...] = ()
    """Places inside the names of bodies and the titles of people (`والي صفاقس`), with how sure each is."""


class Coder:
    """Codes articles. Loading reads the lexicon and the models; `code` then needs nothing from outside."""

    def __init__(self, lexicon: Path | None = None, gazetteer: Path | None = None) -> None:
        """Load everything. `lexicon` is another lexicon folder, `gazetteer` a user's own TOML file.

        Raises `LexiconError` for a file with a mistake in it.
        """
        self._paths = (lexicon, gazetteer)
        self._load()

    @uncollected()
    def _load(self) -> None:
        from khabar.events.borders import Borders
        from khabar.events.judge import Judge
        from khabar.events.lexicon import load_events
        from khabar.events.linking import Linker
        from khabar.events.modes import Modes
        from khabar.events.past import Past
        from khabar.events.placing import Placing
        from khabar.events.roles import Roles
        from khabar.events.spotting import Spotter
        from khabar.events.teller import Teller
        from khabar.lexicon.cache import ROOT, check_folder
        from khabar.models.encoder import Encoder
        from khabar.names.gazetteer import index_with
        from khabar.names.index import load_index
        from khabar.names.tagger import NameTagger
        from khabar.places.gazetteer import Gazetteer
        from khabar.sources.denier import Denier
        from khabar.sources.lexicon import load_sources
        from khabar.text.arguments import Arguments
        from khabar.text.classes import WordClasses

        root, extra = self._paths[0] or ROOT, self._paths[1]
        check_folder(root)
        self.events: EventLexicon = load_events(root)
        self.sources: SourceLexicon = load_sources(root)
        self.actors: ActorIndex = load_index() if extra is None else index_with(extra)
        self._capitals = {code: [squeeze(name) for name in s.capitals] for code, s in self.actors.states.items()}
        self.gazetteer: Gazetteer = Gazetteer.load(root / "places", extra)
        self.names: NameTagger = NameTagger.load()
        self.classes: WordClasses = WordClasses.load()
        self.arguments: Arguments = Arguments.load()
        self.encoder: Encoder | None = Encoder.load()
        self.judge: Judge = Judge.load()
        self.spotter: Spotter = Spotter.load()
        self.linker: Linker = Linker.load()
        self.past: Past = Past.load()
        self.placing: Placing = Placing.load()
        self.modes: Modes = Modes.load()
        self.roles: Roles = Roles.load()
        self.teller: Teller = Teller.load()
        self.borders: Borders = Borders.load()
        self.denier: Denier = Denier.load()

    def __copy__(self) -> Coder:
        other = object.__new__(Coder)
        other.__dict__.update(self.__dict__)
        return other

    def __getstate__(self) -> tuple[Path | None, Path | None]:
        return self._paths

    def __setstate__(self, state: tuple[Path | None, Path | None]) -> None:
        self._paths = state
        self._load()

    @cached_property
    def version(self) -> str:
        """`khabar VERSION lexicon HASH`; the hash covers every lexicon file, model and module, and the gazetteer."""
        from khabar.lexicon.cache import ROOT

        root, extra, package = self._paths[0] or ROOT, self._paths[1], Path(__file__).parent
        kinds = (("lexicon", root, "*.t*"), ("model", package / "models", "*.*"), ("code", package, "*.py"))
        files = {
            (kind, path.relative_to(folder).as_posix()): path
            for kind, folder, names in kinds
            for path in folder.rglob(names)
            if path.suffix != ".pyc"
        }
        sha = hashlib.sha256()
        for (_, name), path in sorted(files.items()):
            sha.update(name.encode() + b"\0" + path.read_bytes())
        if extra is not None:
            sha.update(extra.name.encode() + b"\0" + extra.read_bytes())
        return f"khabar {__version__} lexicon {sha.hexdigest()[:12]}"

    def read(
        self,
        source: str | bytes | Path,
        *,
        url: str | None = None,
        published: str | None = None,
        outlet: str | None = None,
    ) -> Record:
        """Read and code one page: text, HTML or a path. Raises `PageError` for what is no article in Arabic."""
        from khabar.pages.read import read_page

        data: str | bytes = source.read_bytes() if isinstance(source, Path) else source
        if isinstance(data, str) and "\n" not in data and len(data) < 1024 and _is_path(data):
            data = Path(data).read_bytes()
        return self.code(read_page(data, url=url, published=published, outlet=outlet))

    def code(self, article: Article) -> Record:
        """All that the article says, in records. The same article always gives the same record."""
        from khabar.names.articles import with_articles

        reading = self.survey(article)
        coded = self.code_events(reading)
        actors = {a.id: a for a in coded.actors}
        record = Record(
            article,
            reading.sentences,
            coded.mentions,
            tuple(actors.values()),
            reading.places,
            tuple(t for times in reading.times for t in times),
            coded.events,
            coded.attributions,
            self.version,
        )
        return with_articles(record)

    def survey(self, article: Article) -> Reading:
        """Sentences, tokens, word classes, mentions, places and times: all that comes before the events."""
        from khabar.names.mended import heading, mended, with_headed
        from khabar.names.mentions import find_mentions
        from khabar.times.find import find_times

        text = article.text
        sentences = article_sentences(article)
        tokens = tuple(tokenize(text, s.span.start, s.span.end) for s in sentences)
        classes = tuple(self.classes.tag(t) for t in tokens)
        tags = self.names.tag_report(tokens)
        colons = [heading(t, c, self.actors.given) for t, c in zip(tokens, classes, strict=True)]
        rows = zip(sentences, tokens, classes, colons, strict=True)
        readable = [t if colon else self._without_verb(s, t, c) for s, t, c, colon in rows]
        tags = [mended(t, seen, row) for t, seen, row in zip(tokens, readable, tags, strict=True)]
        tags = [with_headed(row, colon) for row, colon in zip(tags, colons, strict=True)]
        found = find_mentions(text, readable, tags, self.actors)
        names = [trimmed(m, text) for m in found if not is_asked(m)]
        mentions = with_names([self._without_verb_first(m, text) for m in names], text)
        times = tuple(find_times(text, t, article.published) for t in tokens)
        mentions, places, seats = self._place(article, tokens, classes, mentions, [t.span for ts in times for t in ts])
        return Reading(article, sentences, tokens, classes, mentions, places, times, seats)

    def _without_verb(self, sentence: Sentence, tokens: list[Token], classes: list[str]) -> list[Token]:
        """The tokens with a verb that opens the sentence made unreadable for names: `طالب مجلس الأمن` is no student.

        A body sentence that opens with a word that can be a finite verb mostly has it as one; a headline does not.
        """
        hidden = self._participles(tokens) | self._of_relatives(tokens)
        hidden |= {i for i, c in enumerate(classes) if i > 0 and c == "VERB_P" and self._tells(tokens[i].norm)}
        if hidden:
            tokens = [_unreadable(t) if i in hidden else t for i, t in enumerate(tokens)]
        if len(tokens) < 3 or sentence.paragraph < 0 or tokens[0].kind != "word" or classes[1].startswith("VERB"):
            return tokens
        readings = self.events.verbs.readings(tokens[0].norm)
        if not any(not r.suffix and r.person.startswith("3") for r in readings):
            return tokens
        return [_unreadable(tokens[0]), *tokens[1:]]

    def _without_verb_first(self, mention: Mention, text: str) -> Mention:
        """A bare name without a verb of saying that the tagger takes for its first word (`شدد ظريف`)."""
        first, _, rest = mention.text.partition(" ")
        norm = squeeze(first)
        if mention.kind is not MentionKind.PERSON or mention.office is not None or not rest:
            return mention
        if norm in self.actors.given or norm in self.actors.name_words:
            return mention
        readings = self.events.verbs.readings(norm)
        if not any(r.verb.says and r.person.startswith("3") and r.tense == "past" for r in readings):
            return mention
        span = Span(mention.span.end - len(rest), mention.span.end)
        return replace(mention, span=span, text=rest, head=span, name=span)

    def _tells(self, norm: str) -> bool:
        """Whether a word that the tagger of classes takes for a past verb is one of saying, and no part of a name."""
        if norm in self.actors.given or len(norm) < 3:
            return False
        kinds = {r.verb.kind.split()[0] for r in self.events.verbs.readings(norm) if r.person in _TELLING}
        return bool(kinds & {"say"}) and norm not in self.actors.name_words

    def _participles(self, tokens: list[Token]) -> set[int]:
        """The indexes of participles that name nobody: accusatives before a definite word (`متهما المعارضة`).

        Those of verbs of saying behind a comma as well (`...، داعية الحكومة إلى`, `...، متهما إيران بـ`).
        """
        found = set()
        for i, (t, after) in enumerate(pairwise(tokens)):
            verb = self.events.verbs.participle(t.norm) if i > 1 and t.norm[-1:] in "اه" else None
            if verb is None:
                continue
            kind = after.norm.endswith(("ي", "يه")) and particle_of(after.norm) is None  # `، داعية إسلامي`
            says = tokens[i - 1].norm in "،," and verb.verb.says and not kind
            if (t.norm[-1] == "ا" and after.norm.startswith("ال")) or (says and not after.norm.startswith("باسم")):
                found.add(i)
        return found

    def _of_relatives(self, tokens: list[Token]) -> set[int]:
        """The indexes of verbs right behind a relative pronoun, or telling of people behind them, that look like nouns.

        `الخبير الذي قتلته الشرطة`, `محتجين قتلتهم قوات الأمن` are no killers, `الذين طالبه زملاؤهم` no student.
        """
        found = set()
        for i, (before, t) in enumerate(pairwise(tokens), 1):
            if t.kind != "word" or t.norm.startswith("ال"):
                continue
            relative = (particle_of(before.norm) or ("",))[0] == "rel"
            told = before.norm.endswith(("ين", "ون")) and not before.norm.startswith("ال")
            if not (relative or (told and t.norm.endswith("هم"))):
                continue
            readings = [r for r in self.events.verbs.readings(t.norm) if r.person in _TELLING and not r.conjunction]
            if any(relative or (r.suffix == "هم" and r.person == "3fs") for r in readings):
                found.add(i)
        return found

    def _place(
        self,
        article: Article,
        tokens: Sequence[list[Token]],
        classes: Sequence[list[str]],
        mentions: Sequence[Mention],
        times: Sequence[Span],
    ) -> tuple[tuple[Mention, ...], tuple[Place, ...], tuple[tuple[Span, Place, float], ...]]:
        """Find and settle places, and tie them to the mentions that name them; the last are `Reading.seats`."""
        from khabar.places.bare import bare_names
        from khabar.places.find import find_places
        from khabar.places.nouns import CLITICS
        from khabar.places.settle import settle
        from khabar.places.tagged import tagged

        hits = find_places(article.text, tokens, self.gazetteer, self._capitals)
        hits = (*hits, *tagged(tokens, mentions, hits, self.gazetteer))
        taken = [*times, *(h.full or h.span for h in hits)]
        hits = (*hits, *bare_names(tokens, classes, mentions, taken, self.gazetteer))
        countries = [*lands_of(mentions)]
        found = [
            h
            for h in settle(hits, dateline=article.dateline, countries=countries, gazetteer=self.gazetteer)
            if h.place is not None
        ]
        placed: dict[str, Place] = {}
        seats: list[tuple[Span, Place, float]] = []
        tied = [m for m in mentions if not _only_places(m, hits)]
        for hit in found:
            assert hit.place is not None
            if hit.cue is None and self._names_event(hit.text):
                continue
            start, end = hit.span.start, hit.span.end
            over = [i for i, m in enumerate(tied) if m.span.start < end and start < m.span.end]
            if not over:
                tied.append(_of_place(hit, article.text))
            elif len(over) == 1 and tied[over[0]].kind is MentionKind.PLACE:
                old = tied[over[0]]
                letters = squeeze(article.text[old.span.start : hit.span.start])
                clitic = old.span.end == hit.span.end and bool(letters) and letters in CLITICS  # `بجدة`, tagged whole
                span = hit.span if clitic or hit.span.contains(old.span) else old.span  # `مكة المكرمة`
                tied[over[0]] = replace(
                    old, span=span, head=span if clitic else old.head, text=span.of(article.text), place=hit.place.id,
                    country=old.country or hit.place.country, sure=hit.sure,
                )  # fmt: skip
            elif len(over) == 1 and hit.span != tied[over[0]].span and hit.span.contains(tied[over[0]].span):
                # `الأراضي السورية`: the adjective's country is the place.
                tied[over[0]] = replace(_of_place(hit, article.text), head=tied[over[0]].span)
            elif len(over) > 1 or tied[over[0]].kind is MentionKind.NATIONALITY:
                continue
            else:
                seats.append((hit.span, hit.place, hit.sure))
                if tied[over[0]].kind is MentionKind.PERSON:
                    continue
            placed[hit.place.id] = hit.place
        tied.sort(key=lambda m: (m.span.start, -m.span.end))
        return tuple(tied), tuple(placed.values()), tuple(seats)

    def capital(self, code: str) -> Place | None:
        """The capital of a country, by its ISO code, where the gazetteer has it."""
        from khabar.places.lands import capital_of

        return capital_of(code, self.gazetteer, self._capitals)

    def _names_event(self, text: str) -> bool:
        """Whether a word that could be a village is one that names an event (`كمين`)."""
        from khabar.events.lexicon import noun_keys

        return any(key in self.events.noun_senses for key in noun_keys(squeeze(text)))

    def code_events(self, reading: Reading) -> Coded:
        """Settle who is meant, then code events and their sources."""
        from khabar.events.code import code_article

        return code_article(self, reading)


def _unreadable(token: Token) -> Token:
    """The token as the reader of names must see it to find nothing there."""
    return token._replace(kind="punct", norm="|")


_TELLING = frozenset({"3ms", "3fs", "3mp"})


def _of_place(hit: PlaceHit, text: str) -> Mention:
    """A settled place as a mention."""
    assert hit.place is not None
    place, span = hit.place, hit.span
    return Mention(
        span, span.of(text), MentionKind.PLACE, span, span, place=place.id, country=place.country, sure=hit.sure
    )


def _only_places(mention: Mention, hits: Sequence[PlaceHit]) -> bool:
    """Whether what the tagger alone takes for somebody is only places, as words beside show (`في لاهور وكراتشي`)."""
    if mention.actor not in ("?group", "?name"):
        return False
    inside = [h for h in hits if mention.span.contains(h.span)]
    letters = sum(len(h.span) for h in inside) + len(inside) - 1
    rest = len(mention.text) - letters - max(0, len(inside) - 1) - mention.text.startswith("و")
    cues = ("kind", "near", "prep") if mention.actor == "?group" else ("kind", "near")
    shown = (h.cue_class in cues or h.cue in particles().locatives for h in inside)
    return bool(inside) and rest <= 0 and all(shown)


def _is_path(text: str) -> bool:
    try:
        return Path(text).is_file()
    except OSError:
        return False


def load(lexicon: Path | None = None, gazetteer: Path | None = None) -> Coder:
    """A coder, ready to read. Raises `LexiconError` for a lexicon or gazetteer with a mistake."""
    return Coder(lexicon, gazetteer)
