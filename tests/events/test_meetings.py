"""Host and guest, caller and called, and the two sides of talks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

Read = Callable[[str], Record]

CALLS = [
    ("an adverb", "بحث وزير الزراعة التركي مع نظيره السنغالي الحادث هاتفيا.",
     ["وزير الزراعة التركي"], ["نظيره السنغالي"]),
    ("who makes a call", "أجرى الرئيس التركي اتصالا هاتفيا بنظيره النيجري.", ["الرئيس التركي"], ["نظيره النيجري"]),
    ("between two", "جرى اتصال هاتفي بين الرئيس التشادي ونظيره النيجري.", ["الرئيس التشادي", "نظيره النيجري"], []),
]


@pytest.mark.parametrize(("text", "callers", "called"), [c[1:] for c in CALLS], ids=[c[0] for c in CALLS])
def test_who_calls_is_actor_and_who_is_called_recipient(
    read: Read, text: str, callers: list[str], called: list[str]
) -> None:
    call = next(e for e in read(text).events if e.type == "CONSULT")
    assert (told(call), call.modes) == (("CONSULT", callers, called), ("phone",))


def test_who_travels_to_the_country_of_the_other_visits_him(read: Read) -> None:
    event = read("اجتمع وزير الدفاع الفرنسي مع نظيره التشادي أمس في نجامينا.").events[0]
    assert (told(event), event.modes) == (
        ("CONSULT", ["وزير الدفاع الفرنسي"], ["نظيره التشادي"]),
        ("visit",),
    )


ELSEWHERE = [
    ("in a third country", "التقى الرئيس المالي نظيره السنغالي في جنيف."),
    ("one who lives there", "التقى وزير الزراعة المغربي السفير الإسباني في الرباط."),
]


@pytest.mark.parametrize("text", [e[1] for e in ELSEWHERE], ids=[e[0] for e in ELSEWHERE])
def test_of_two_who_did_not_travel_to_each_other_nobody_visits(read: Read, text: str) -> None:
    event = read(text).events[0]
    assert (len(event.actors), event.recipients, event.modes) == (2, (), ())


MEDIATED = [
    ("under whose auspices", "انفضت جولة خامسة من المفاوضات بين مصر والسودان برعاية الاتحاد الأفريقي.",
     ["مصر", "السودان"], ["الاتحاد الأفريقي"]),
    ("by whose mediation", "اجتمع الوزير الإريتري مع نظيره الجيبوتي في جدة بوساطة من قطر.",
     ["الوزير الإريتري", "نظيره الجيبوتي"], ["قطر"]),
]


@pytest.mark.parametrize(("text", "parties", "mediator"), [m[1:] for m in MEDIATED], ids=[m[0] for m in MEDIATED])
def test_who_brings_the_parties_together_is_the_recipient(
    read: Read, text: str, parties: list[str], mediator: list[str]
) -> None:
    talks = read(text).events[0]
    assert (told(talks), talks.modes) == (("CONSULT", parties, mediator), ("third-party",))
