"""What is done in answer to a deed, told in one sentence with it: who answers has not done what is answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

REPORT = " وقال مصدر في المكان إن الأجهزة المعنية تتابع الأمر. ولم تصدر السلطات أي بيان حتى مساء اليوم."

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
        "بعد إصابة ثلاثة من عناصره، أطلق الدرك النار على محتجين في الكاف.",
        [("ASSAULT", [], ["ثلاثة من عناصره"]), ("ASSAULT", ["الدرك"], ["محتجين"])],
    ),
    (
        "one of theirs murdered",
        "ردا على اغتيال أحد قادتها، أطلقت حركة الجهاد الإسلامي صواريخ على عسقلان.",
        [("ASSAULT", [], ["أحد قادتها"]), ("ASSAULT", ["حركة الجهاد الإسلامي"], [])],
    ),
    (
        "with a conjunction",
        "وردا على مقتل أربعة من مقاتليه، شن حزب العمال هجوما على مخفر في هكاري.",
        [("ASSAULT", [], ["أربعة من مقاتليه"]), ("ASSAULT", ["حزب العمال"], [])],
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
        "what the same have done before",
        "بعد اعتقال المشتبه به، سلمته الشرطة التونسية إلى الجيش.",
        [("COERCE", ["الشرطة التونسية"], ["المشتبه به"]), ("COOPERATE", ["الشرطة التونسية"], ["الجيش"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in FRONTED], ids=[t[0] for t in FRONTED])
def test_who_answers_what_is_told_first_has_not_done_it(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected
