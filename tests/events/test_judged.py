"""Whoever judges a deed, or accuses others of it, has not done it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

JUDGED = [
    (
        "condemned",
        "نددت الخرطوم بقصف القرى الحدودية.",
        [("ACCUSE", ["الخرطوم"], []), ("ASSAULT", [], [])],
    ),
    (
        "an arrest protested against",
        "احتجت الكويت على اعتقال مواطنيها.",
        [("ACCUSE", ["الكويت"], []), ("COERCE", [], ["مواطنيها"])],
    ),
    (
        "criticised",
        "انتقدت باريس طرد الصحفيين.",
        [("ACCUSE", ["باريس"], []), ("COERCE", [], ["الصحفيين"])],
    ),
    (
        "called untrue",
        "وصفت موسكو اتهامات كييف بقصف المستشفى بأنها كاذبة.",
        [("ACCUSE", ["كييف"], ["موسكو"]), ("ASSAULT", ["موسكو"], [])],
    ),
    (
        "accused in the passive",
        "اتهم حزب الله بتنفيذ تفجير في بلغاريا.",
        [("ACCUSE", [], ["حزب الله"]), ("ASSAULT", ["حزب الله"], [])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in JUDGED], ids=[t[0] for t in JUDGED])
def test_who_judges_has_not_done_it(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected


def test_whoever_made_the_charge_does_not_deny_it(read: Callable[[str], Record]) -> None:
    record = read("وصفت موسكو اتهامات كييف بقصف المستشفى بأنها كاذبة." + REPORT)
    bombing = next(e for e in record.events if e.type == "ASSAULT")
    assert [d.mention.text for d in bombing.denied_by] == ["موسكو"]


def test_who_says_so_behind_it_denies_it(read: Callable[[str], Record]) -> None:
    record = read("ليس صحيحا أن الحكومة هددت بطرد المنظمات الدولية، بحسب وزير الصحة." + REPORT)
    (threat,) = record.events
    assert [d.mention.text for d in threat.denied_by] == ["وزير الصحة"]
