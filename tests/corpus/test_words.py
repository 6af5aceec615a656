"""The sentences annotated word by word: classes, names, and subjects and objects of verbs."""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from annotated_sentences import AnnotatedSentence, annotated_sentences, hash_of  # noqa: E402
from khabar.text.tokens import tokenize  # noqa: E402

CORPUS = ROOT / "corpus"
FORMS = {
    "classes": re.compile(r"[VINMAQPRDCTB.X]+"),
    "names": re.compile(r"(?:[PLO]\d+(?:-\d+)?(?: |$))*"),
    "arguments": re.compile(r"(?:\d+=(?:\d+|-)/(?:\d+(?:\+\d+)*|-)(?: |$))*"),
}


def rows(kind: str) -> list[dict[str, str]]:
    found = []
    for table in sorted((CORPUS / kind).glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as file:
            found += list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return found


def at_hand(kind: str) -> list[AnnotatedSentence]:
    return list(annotated_sentences(CORPUS / kind, kind, ()))


@pytest.mark.parametrize("kind", FORMS)
def test_every_row_can_be_read(kind: str) -> None:
    found = rows(kind)
    assert len(found) > 1500
    assert [r for r in found if not FORMS[kind].fullmatch(r[kind])] == []
    assert len({(r["report"], r["sentence"]) for r in found}) == len(found)


@pytest.mark.parametrize("kind", FORMS)
def test_no_word_of_the_test_part_is_learned_from(kind: str) -> None:
    paths = {CORPUS / folder / f"{r['report']}.toml" for r in rows(kind) for folder in ("reports", "daily")}
    texts = (path.read_text(encoding="utf-8") for path in sorted(paths) if path.exists())
    assert {tomllib.loads(text)["split"] for text in texts} == {"train"}


def test_nearly_all_sentences_of_our_reports_are_as_they_were_annotated() -> None:
    for kind in FORMS:
        ours = [r for r in rows(kind) if (CORPUS / "daily" / f"{r['report']}.toml").exists()]
        assert len(at_hand(kind)) > 0.98 * len(ours)


def test_each_word_has_one_class() -> None:
    assert all(len(one.said) == len(one.tokens) for one in at_hand("classes"))


def test_names_and_arguments_are_words_of_their_sentence() -> None:
    for kind in ("names", "arguments"):
        for one in at_hand(kind):
            assert all(1 <= int(n) <= len(one.tokens) for n in re.findall(r"\d+", one.said))


def test_what_is_not_at_hand_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = hash_of(tokenize("قصف الجيش السوق."))
    (tmp_path / "ours.tsv").write_text(
        f"report\tsentence\thash\tclasses\nnobody-has-it\t0\t{changed}\tVNN.\n", encoding="utf-8"
    )
    assert list(annotated_sentences(tmp_path, "classes", ())) == []
    assert "1 sentences are not at hand" in capsys.readouterr().err
