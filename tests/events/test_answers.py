"""What is done in answer to a deed, told in one sentence with it: who answers has not done what is answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

FRONTED = [
    (
        "an answer to deaths",
        "ردا على مقتل جنديين، قصفت المدفعية التركية مواقع للجيش السوري في إدلب.",
        [("ASSAULT", [], ["جنديين"]), ("ASSAULT", ["المدفعية التركية"], ["للجيش السوري"])],
    ),
    (
        "after deaths of one's own",
        "بعد مقتل ثلاثة من جنوده، شن الجيش النيجيري غارات على مواقع بوكو حرام في بورنو.",
        [("ASSAULT", [], ["ثلاثة من جنوده"]), ("ASSAULT", ["الجيش النيجيري"], ["بوكو حرام"])],
    ),
    (
        "wounds of one's own",
        "بعد إصابة ثلاثة من جنوده، قصف الجيش السوداني قرية في كردفان.",
        [("ASSAULT", [], ["ثلاثة من جنوده"]), ("ASSAULT", ["الجيش السوداني"], [])],
    ),
    (
        "one of theirs murdered",
        "ردا على اغتيال أحد قادتها، أطلقت حركة الجهاد الإسلامي صواريخ على عسقلان.",
        [("ASSAULT", [], ["أحد قادتها"]), ("ASSAULT", ["حركة الجهاد الإسلامي"], ["عسقلان"])],
    ),
    (
        "with a conjunction",
        "وردا على مقتل أربعة من مقاتليه، شن حزب العمال هجوما على مخفر في هكاري.",
        [("ASSAULT", [], ["أربعة من مقاتليه"]), ("ASSAULT", ["حزب العمال"], ["مخفر"])],
    ),
    (
        "the day after",
        "نفذ الطيران المصري ضربات جوية على درنة الليبية غداة ذبح 21 قبطيا.",
        [("ASSAULT", ["الطيران المصري"], ["درنة"]), ("ASSAULT", [], ["21 قبطيا"])],
    ),
    (
        "who claims what was done",
        "بعد مقتل عشرة أشخاص في تفجير بكابول، أعلن تنظيم الدولة مسؤوليته عن الهجوم.",
        [("ASSAULT", ["تنظيم الدولة"], ["عشرة أشخاص"])],
    ),
    (
        "a captive handed over",
        "بعد اعتقال المشتبه به، سلمته الشرطة التونسية إلى الجيش.",
        [("COERCE", [], ["المشتبه به"]), ("COOPERATE", ["الشرطة التونسية"], ["الجيش"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in FRONTED], ids=[t[0] for t in FRONTED])
def test_who_answers_what_is_told_first_has_not_done_it(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected


FOILED = [
    (
        "foiled",
        "أفشل الجيش الصومالي هجوما لحركة الشباب وقتل ثمانية من مقاتليها في بيدوا.",
        ("ASSAULT", ["الجيش الصومالي"], ["ثمانية من مقاتليها"]),
    ),
    (
        "men killed by forces",
        "أفشلت القوات الأفغانية هجوما لطالبان في قندهار وقتلت عشرة من المهاجمين.",
        ("ASSAULT", ["القوات الأفغانية"], ["عشرة من المهاجمين"]),
    ),
    (
        "managed to repel",
        "تمكن الجيش اليمني من صد هجوم للحوثيين وقتل ستة منهم في مأرب.",
        ("ASSAULT", ["الجيش اليمني"], ["ستة"]),
    ),
    (
        "repelled",
        "صدت قوات البيشمركة هجوما شنه تنظيم داعش على مخمور وقتلت 15 من عناصره.",
        ("ASSAULT", ["قوات البيشمركة"], ["تنظيم داعش", "15 من عناصره"]),
    ),
    (
        "not foiled",
        "نفذت حركة الشباب هجوما على قاعدة وقتلت 12 من جنودها في كيسمايو.",
        ("ASSAULT", ["حركة الشباب"], ["12 من جنودها"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in FOILED], ids=[t[0] for t in FOILED])
def test_who_foils_an_attack_kills_the_attackers(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    *_, last = read(text + REPORT).events
    assert told(last) == expected
    assert not last.auxiliary
    assert all(s.kind == "dead" for s in last.size)
