"""The annotated reports are sound, spread over PLOVER, and the checker sees what is wrong."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_corpus", ROOT / "tools" / "check_corpus.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["check_corpus"] = module
    spec.loader.exec_module(module)
    return module


checker = _load()
CODES = checker.countries()
PATHS = sorted((ROOT / "corpus" / "reports").glob("*.toml"))
DAILY = sorted((ROOT / "corpus" / "daily").glob("*.toml"))


@pytest.mark.parametrize("path", [*PATHS, *DAILY], ids=lambda p: p.stem)
def test_report_is_sound(path: Path) -> None:
    assert checker.check(path, CODES) == []


def test_ids_and_texts_are_single() -> None:
    reports = [tomllib.loads(p.read_text("utf-8")) for p in (*PATHS, *DAILY)]
    assert max(Counter(r["id"] for r in reports).values()) == 1
    assert max(Counter(r["text"] for r in reports).values()) == 1


def test_only_what_may_be_learned_from_is_marked_so() -> None:
    """Articles whose licence or terms forbid it never carry the split that the training scripts take."""
    splits = {"news": {"read", "blind"}, "news_again": {"blind"}, "anercorp": {"train"}, "sentences": {"train"}}
    for folder, wanted in splits.items():
        paths = sorted((ROOT / "corpus" / folder).glob("*.toml"))
        assert paths and {tomllib.loads(p.read_text("utf-8"))["split"] for p in paths} == wanted
    assert {tomllib.loads(p.read_text("utf-8"))["split"] for p in DAILY} == {"train"}


def test_every_type_is_in_both_splits() -> None:
    for split in ("train", "test"):
        reports = [tomllib.loads(p.read_text("utf-8")) for p in PATHS]
        types = {e["type"] for r in reports if r["split"] == split for e in r.get("event", ())}
        assert types == set(checker.MODES)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('type = "ASSAULT"', 'type = "ATTACK"', "no type 'ATTACK'"),
        ('mode = ["explosives"]', 'mode = ["curfew"]', "no mode 'curfew' of ASSAULT"),
        ('context = ["terrorism"]', 'context = ["war"]', "no context 'war'"),
        ('trigger = "انفجار"', 'trigger = "إنفجار"', "'إنفجار' is not in the text"),
        ('"الشرطة العراقية"', '"الشرطة العراقية@2"', "'الشرطة العراقية@2' is not in the text"),
        ('sectors = ["MIL"]', 'sectors = ["ARM"]', "no sector 'ARM'"),
        ('country = "IRQ"', 'country = "IRX"', "no country 'IRX'"),
        ('time = "2008-03-10"', 'time = "2008-03-32"', "no time '2008-03-32'"),
        ("low = 9, high = 9", "low = 9, high = 8", "no size"),
        ('stance = "asserts"', 'stance = "says"', "no stance 'says'"),
        ('auxiliary = ["historical"]', 'auxiliary = ["past"]', "no auxiliary mode 'past'"),
        ("level = 4", "level = 6", "is not 1 to 5"),
        ('split = "train"', 'split = "dev"', "neither train nor test"),
        ("published = ", "publisched = ", "report published is missing"),
        ('kind = "office"', 'kind = "post"', "no kind 'post'"),
        ("[[actor]]", "[[actor]", "cannot be read"),
    ],
)
def test_the_checker_sees_it(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = PATHS[0].read_text("utf-8")
    assert old in text
    path = tmp_path / PATHS[0].name
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert any(message in problem for problem in checker.check(path, CODES))


def test_the_summary_counts() -> None:
    lines = checker.summary(ROOT / "corpus" / "reports").splitlines()
    assert lines[0].startswith("reports, train: ") and lines[3].startswith("reports, test: ")


def test_the_licence_of_every_folder_is_said() -> None:
    told = (ROOT / "corpus" / "LICENSE.md").read_text("utf-8")
    rows = [line.split("|") for line in told.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in row[1].split("`")[1::2]}
    assert named == {folder.name for folder in (ROOT / "corpus").iterdir() if folder.is_dir()}
    assert all("CC BY" in row[4] for row in rows)
