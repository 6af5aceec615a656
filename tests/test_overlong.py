"""Texts longer than any report: without full stops, of hundreds of sentences, of more characters than a report has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import khabar
from khabar.cli import app
from khabar.coder import Coder
from khabar.errors import PageError
from khabar.events import grammar, linking
from khabar.pages.read import LONGEST, read_page
from khabar.store import Store

CLAUSES = "قتل مسلحون جنديا في الموصل واعتقلت الشرطة ثلاثة أشخاص و"
SENTENCES = "قتل مسلحون جنديا في الموصل. واعتقلت الشرطة ثلاثة أشخاص. "


def test_what_is_no_single_report_is_refused() -> None:
    sentence = "وصل الوزير إلى المدينة. "
    most = LONGEST // len(sentence)
    assert len(read_page(sentence * most).text) <= LONGEST
    with pytest.raises(PageError, match=r"no single report: 200,\d{3} characters \(200,000 at most\)"):
        read_page(sentence * (most + 1))


def test_it_is_named_and_the_rest_of_the_batch_stored(tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_text(CLAUSES * (LONGEST // len(CLAUSES) + 1), encoding="utf-8")
    (tmp_path / "report.txt").write_text("قتل مسلحون جنديا في الموصل أمس.", encoding="utf-8")
    db = tmp_path / "k.db"
    files = [str(tmp_path / name) for name in ("book.txt", "report.txt")]
    done = CliRunner().invoke(app, ["read", "--db", str(db), *files])
    assert done.exit_code == 1
    assert [line for line in done.stderr.splitlines() if "book.txt: it is no single report: 200," in line]
    with Store.open(db) as store:
        assert [event.type for _, event in store.events()] == ["ASSAULT"]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return khabar.load()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, coder: Coder) -> Callable[[Any, str, str], int]:
    def count(module: Any, name: str, text: str) -> int:
        called, made = getattr(module, name), 0

        def counted(*given: Any) -> Any:
            nonlocal made
            made += 1
            return called(*given)

        with monkeypatch.context() as patched:
            patched.setattr(module, name, counted)
            coder.read(text)
        return made

    return count


def test_who_stands_where_is_asked_once_a_phrase(calls: Callable[[Any, str, str], int]) -> None:
    few, many = (calls(grammar, "_of_clauses", CLAUSES * n) for n in (10, 20))
    assert 0 < many <= 2.5 * few


def test_tellings_of_one_event_are_compared_with_some_of_it(calls: Callable[[Any, str, str], int]) -> None:
    few, many = (calls(linking, "likeness", SENTENCES * n) for n in (50, 100))
    assert 0 < many <= 3 * few


def test_tellings_are_compared_with_near_ones(monkeypatch: pytest.MonkeyPatch, coder: Coder) -> None:
    likeliest, seen = linking._likeliest, []

    def watched(telling: Any, tellings: Any, groups: Any, model: Any) -> Any:
        seen.append([len(group) for group in tellings])
        return likeliest(telling, tellings, groups, model)

    monkeypatch.setattr(linking, "_likeliest", watched)
    monkeypatch.setattr(linking, "BACK", 5)
    monkeypatch.setattr(linking, "MOST", 4)
    towns = "الموصل حلب صنعاء عدن طرابلس بنغازي غزة رفح بغداد البصرة تكريت حماة درعا إدلب تعز صعدة كركوك بيروت".split()
    told = (f"انتقد محافظ {town} قرار الحكومة. واعتقلت الشرطة شابا في {town}. " for town in towns)
    coder.read("".join(told) + SENTENCES * 10)
    assert max(map(len, seen)) == 5
    assert max(max(sizes, default=0) for sizes in seen) == 4
