"""The two readers' annotations of the test part, those of real news, and the tools that read them."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from khabar.errors import KhabarError
from khabar.evaluate.corpus import Report, read_report

ROOT = Path(__file__).parents[2]
REPORTS, FIRST, SECOND, NEWS = (ROOT / "corpus" / name for name in ("reports", "first", "second", "news"))

REPORT = """
id = "raid"
split = "train"
published = "2019-05-07"
headline = "اعتقال عاملين"
text = \"\"\"
اعتقلت الشرطة عاملين في المصنع. وقالت الشرطة إن العاملين أضربا.
\"\"\"

[[actor]]
id = "police"
kind = "group"
country = ""
sectors = ["COP"]
mentions = ["الشرطة", "الشرطة@2"]

[[event]]
type = "COERCE"
mode = ["arrest"]
trigger = "اعتقلت"
actor = ["الشرطة"]
recipient = ["عاملين@2"]
also = ["اعتقال"]
auxiliary = []
time = "2019-05-07"
place = ""
size = [{ kind = "arrested", low = 2, high = 2 }]
source = []
stance = "asserts"
denied_by = []
"""


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_offsets_come_back_as_the_words_they_were(tmp_path: Path) -> None:
    offsets = tool("news_offsets")
    folders = [tmp_path / name for name in ("annotated", "packed", "back")]
    folders[0].mkdir()
    (folders[0] / "raid.toml").write_text(REPORT, encoding="utf-8")
    raw = tomllib.loads(REPORT)
    texts = tmp_path / "texts.jsonl"
    row = {"url": "http://example.org/1", "headline": raw["headline"], "text": raw["text"].strip()}
    texts.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    offsets.pack(folders[0], folders[1], [texts])
    packed = (folders[1] / "raid.toml").read_text(encoding="utf-8")
    assert not re.search("[\u0620-\u064a]", packed), "no word of the article is kept"
    offsets.unpack(folders[1], folders[2], [texts])
    one, two = (read_report(folder / "raid.toml") for folder in (folders[0], folders[2]))
    for a, b in zip(one.raw["event"], two.raw["event"], strict=True):
        assert [one.span(w) for w in (a["trigger"], *a["actor"], *a["recipient"], *a["also"])] == [
            two.span(w) for w in (b["trigger"], *b["actor"], *b["recipient"], *b["also"])
        ]


def test_a_changed_article_is_not_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    offsets = tool("news_offsets")
    (tmp_path / "annotated").mkdir()
    (tmp_path / "annotated" / "raid.toml").write_text(REPORT, encoding="utf-8")
    raw = tomllib.loads(REPORT)
    texts = tmp_path / "texts.jsonl"
    row = {"url": "http://example.org/1", "headline": raw["headline"], "text": raw["text"].strip()}
    texts.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    offsets.pack(tmp_path / "annotated", tmp_path / "packed", [texts])
    row["text"] += " ثم عاد الهدوء."
    texts.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    offsets.unpack(tmp_path / "packed", tmp_path / "back", [texts])
    assert not list((tmp_path / "back").iterdir())
    assert "not the one that was annotated" in capsys.readouterr().err


@pytest.mark.parametrize("folder", [FIRST, SECOND])
def test_a_readers_words_stand_in_the_reports(folder: Path) -> None:
    paths = sorted(folder.glob("*.toml"))
    assert len(paths) >= 70
    for path in paths:
        settled = read_report(REPORTS / path.name)
        read = Report(path.stem, tomllib.loads(path.read_text(encoding="utf-8")), settled.article)
        assert settled.raw["split"] == "test"
        for event in read.raw.get("event", ()):
            for words in (event["trigger"], *event["actor"], *event["recipient"], *event["also"], *event["source"]):
                read.span(words)


def test_both_readers_annotated_the_same_reports() -> None:
    assert [p.name for p in sorted(FIRST.glob("*.toml"))] == [p.name for p in sorted(SECOND.glob("*.toml"))]


def test_the_agreement_of_the_two_readers_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    tool("agreement").main(REPORTS, FIRST, SECOND)
    told = capsys.readouterr().out
    assert told.startswith("event") and "denials" in told


def test_a_reader_agrees_with_himself() -> None:
    agreement = tool("agreement")
    report = read_report(REPORTS / sorted(SECOND.glob("*.toml"))[0].name)
    pairs, missed, added = agreement.align(report, report)
    assert missed == added == 0 and len(pairs) == len(report.raw["event"])


def test_real_news_is_kept_without_its_words() -> None:
    paths = sorted(NEWS.glob("*.toml"))
    assert len(paths) >= 70
    for path in paths:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        assert "text" not in raw and "headline" not in raw
        for event in raw.get("event", ()):
            assert all(re.fullmatch(r"\d+:\d+", w) for w in (event["trigger"], *event["actor"], *event["source"]))


@pytest.mark.parametrize("line", ['published = "7 May"', "published = 5", "text ="])
def test_a_report_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(REPORT.replace('published = "2019-05-07"', line), encoding="utf-8")
    with pytest.raises(KhabarError, match=re.escape(str(path))):
        read_report(path)
