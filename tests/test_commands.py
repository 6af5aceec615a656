"""Claims, actors and the user's own gazetteer, through the real command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import khabar
from khabar.cli import app
from khabar.errors import LexiconError
from khabar.exchange.claims import CLAIM_COLUMNS
from khabar.store import Store

SAMPLES = Path(khabar.__file__).parent / "samples"
runner = CliRunner()


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("claims") / "k.db"
    coder = khabar.load()
    with Store.open(path) as store:
        for sample in sorted(SAMPLES.glob("*.txt")):
            store.save(coder.read(sample))
    return str(path)


def claims(db: str, *more: str) -> list[dict[str, object]]:
    done = runner.invoke(app, ["claims", "--db", db, "--format", "jsonl", *more])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_event_is_claimed_by_somebody(db: str) -> None:
    with Store.open(db) as store:
        ids = {event.id for _, event in store.events()}
    assert {c["event_id"] for c in claims(db)} == ids


def test_claims_of_one_source(db: str) -> None:
    found = claims(db, "--source", "السفارة البريطانية")
    assert {str(c["source"][-1]["actor_id"]) for c in found} == {"gov-gbr-embassy@sdn"}  # type: ignore[index]
    assert len(found) < len(claims(db))


def test_what_is_disputed_has_two_sides(db: str) -> None:
    found = claims(db, "--disputed")
    assert {"asserts", "denies"} <= {str(c["stance"]) for c in found}
    assert all(c["disputed"] for c in found)
    assert {str(c["stance"]) for c in claims(db, "--stance", "denies")} == {"denies"}


def test_a_table_for_people(db: str) -> None:
    done = runner.invoke(app, ["claims", "--db", db])
    assert done.exit_code == 0
    assert "stance and" in done.stdout and "(the outlet" in done.stdout and "asserts" in done.stdout


def test_claims_are_asked_for_as_events_are(db: str) -> None:
    everything = claims(db)
    assert {c["event"] for c in claims(db, "--type", "assault")} == {"ASSAULT"}
    of_a_day = claims(db, "--from", "2008-03-08", "--to", "2008-03-08")
    assert 0 < len(of_a_day) < len(everything)
    assert all(c["one_sided"] for c in claims(db, "--one-sided")) and claims(db, "--one-sided")
    assert runner.invoke(app, ["claims", "--db", db, "--country", "IRAQ"]).exit_code == 2


def test_claims_as_a_table_for_programs(db: str) -> None:
    done = runner.invoke(app, ["claims", "--db", db, "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert list(rows[0])[: len(CLAIM_COLUMNS)] == list(CLAIM_COLUMNS)
    assert [r["id"] for r in rows] == [c["event_id"] for c in claims(db)]
    assert all(r["article"] and r["sentence"] for r in rows) and any(r["date"] for r in rows)


def test_actors_are_found_and_shown() -> None:
    found = runner.invoke(app, ["actors", "search", "طالبان"])
    assert "afghan-taliban" in found.stdout and "pakistani-taliban" in found.stdout
    shown = runner.invoke(app, ["actors", "show", "ishaq-dar"])
    assert "foreign minister" in shown.stdout and "2024-03-11" in shown.stdout
    assert runner.invoke(app, ["actors", "show", "nobody-at-all"]).exit_code == 1


def test_own_names_and_places(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    actor = ["gazetteer", "actor", "valley-group", "كتيبة الوادي", "--country", "MLI", "--sectors", "REB", "--file", str(own)]
    place = ["gazetteer", "place", "valley-village", "عين الوادي", "--country", "MLI", "--lat", "16.2", "--lon", "-0.1", "--file", str(own)]
    assert runner.invoke(app, actor).exit_code == 0 and runner.invoke(app, place).exit_code == 0
    before = own.read_text("utf-8")
    again = runner.invoke(app, actor)
    assert isinstance(again.exception, LexiconError) and "own.toml:" in str(again.exception)
    assert own.read_text("utf-8") == before
    record = khabar.load(gazetteer=own).read("هاجمت كتيبة الوادي قرية عين الوادي أمس وقتلت ثلاثة جنود.")
    assert "valley-group" in {m.actor for m in record.mentions}
    assert any(p.lat == 16.2 and p.country == "MLI" for p in record.places)


def test_scores_are_printed_as_json(tmp_path: Path) -> None:
    corpus = Path(__file__).parents[1] / "corpus" / "reports"
    (tmp_path / "one.toml").write_text((corpus / "a-05-taiz-shelling-and-truce.toml").read_text("utf-8"), "utf-8")
    result = CliRunner().invoke(app, ["evaluate", "corpus", str(tmp_path), "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout.splitlines()[-1])["event"]["f1"] > 0


def test_a_split_that_no_report_has_is_refused(tmp_path: Path) -> None:
    corpus = Path(__file__).parents[1] / "corpus" / "reports"
    (tmp_path / "one.toml").write_text((corpus / "a-05-taiz-shelling-and-truce.toml").read_text("utf-8"), "utf-8")
    done = runner.invoke(app, ["evaluate", "corpus", str(tmp_path), "--split", "foo"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"khabar: {tmp_path}: no report is of split 'foo'; there is train\n"


@pytest.mark.parametrize("format", ["table", "json"])
def test_scores_on_seen_records_say_so(tmp_path: Path, format: str) -> None:
    row = {"text": "قتل مسلحون ثلاثة جنود في هجوم أمس.", "label": "yes", "majority": True, "spans": []}
    for kind in ("assault", "protest"):
        for part in ("detection", "spans"):
            (tmp_path / f"{kind}_{part}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    done = runner.invoke(app, ["evaluate", "gsr", str(tmp_path), "--format", format])
    assert done.exit_code == 0
    said = done.stderr if format == "json" else done.stdout
    assert "docs/accuracy.md has the cross-validated scores" in " ".join(said.split())
    if format == "json":
        assert set(json.loads(done.stdout)) == {"ASSAULT", "PROTEST"}
