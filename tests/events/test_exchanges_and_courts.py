"""Verdicts of two parts, exchanges, extraditions, decisions of others, complaints, persons unwanted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Auxiliary, Record
from tellings import REPORT, told

Told = list[tuple[str, list[str], list[str]]]

VERDICTS = [
    (
        "some sentenced, others acquitted",
        "قضت محكمة الجنايات بسجن أربعة تجار وبراءة ثلاثة آخرين.",
        [
            ("SANCTION", ["محكمة الجنايات"], ["أربعة تجار"]),
            ("RETREAT", ["محكمة الجنايات"], ["ثلاثة آخرين"]),
        ],
    ),
    (
        "acquitted first",
        "قضت المحكمة ببراءة محاسبين من تهمة الاختلاس وحبس ثالث سنتين.",
        [("RETREAT", ["المحكمة"], ["محاسبين"]), ("SANCTION", ["المحكمة"], ["ثالث"])],
    ),
    (
        "for whom the penalty is",
        "قضت المحكمة بالسجن المؤبد لمتهم وبراءة شقيقه.",
        [("SANCTION", ["المحكمة"], ["متهم"]), ("RETREAT", ["المحكمة"], ["شقيقه"])],
    ),
    (
        "one man of one charge",
        "قضت محكمة تونسية بحبس الناشط سنة وبراءته من تهمة التحريض.",
        [("SANCTION", ["محكمة تونسية"], ["الناشط"])],
    ),
    ("land awarded", "قضت المحكمة العليا بأحقية الورثة في الأرض.", []),
    (
        "whom the charge names",
        "حكمت المحكمة على سوداني بالسجن سبع سنوات بتهمة التجسس لتشاد.",
        [("SANCTION", ["المحكمة"], ["سوداني"])],
    ),
    (
        "found guilty",
        "حكم على ستة من أنصار الحزب بالسجن بعد إدانتهم بالتخطيط للعصيان.",
        [("SANCTION", [], ["ستة من أنصار الحزب"])],
    ),
    (
        "told of first",
        "وكان الصحفي قد حكم عليه بالسجن سنة.",
        [("SANCTION", [], ["الصحفي"])],
    ),
    ("told of by a relative clause", "نقل الطبيب الذي قبض عليه أمس إلى نيروبي.", [("COERCE", [], ["الطبيب"])]),
]

EXCHANGES = [
    (
        "releases exchanged",
        "تبادل الجانبان إطلاق سراح عشرات الأسرى.",
        [("RETREAT", ["الجانبان"], ["عشرات الأسرى"])],
    ),
    (
        "fire exchanged",
        "تبادل الجيش والمسلحون إطلاق النار قرب السجن.",
        [("ASSAULT", ["الجيش", "المسلحون"], [])],
    ),
    (
        "in return",
        "أفرجت كولومبيا عن 12 متمردا مقابل إفراج الحركة عن أربعة رهائن.",
        [("RETREAT", ["كولومبيا"], ["12 متمردا"]), ("RETREAT", ["الحركة"], ["أربعة رهائن"])],
    ),
    (
        "handed over for an old attack",
        "سلمت اليونان إيطاليا مشتبها به في الهجوم على الملعب.",
        [("COOPERATE", ["اليونان"], ["إيطاليا"]), ("ASSAULT", [], [])],
    ),
    (
        "received from a state",
        "تسلمت غانا من توغو مطلوبا في قضية تفجير السوق.",
        [("COOPERATE", ["غانا"], ["توغو"]), ("ASSAULT", [], [])],
    ),
    (
        "mediation of nobody",
        "تبادلت كينيا والصومال الأسرى بوساطة ألمانية.",
        [("RETREAT", ["كينيا", "الصومال"], [])],
    ),
    (
        "one more",
        "خطف مسلحون ثلاثة عمال كينيين وقتلوا رابعا.",
        [("ASSAULT", ["مسلحون"], ["ثلاثة عمال كينيين"]), ("ASSAULT", ["مسلحون"], ["رابعا"])],
    ),
]

WORDS = [
    (
        "a decision of others",
        "انتقدت بيرو قرار تشيلي فرض عقوبات على شركاتها.",
        [("ACCUSE", ["بيرو"], ["تشيلي"]), ("SANCTION", ["تشيلي"], ["شركاتها"])],
    ),
    (
        "two deeds of one decision",
        "نددت طهران بقرار كندا إغلاق سفارتها وطرد الدبلوماسيين الإيرانيين.",
        [
            ("ACCUSE", ["طهران"], ["كندا"]),
            ("SANCTION", ["كندا"], []),
            ("COERCE", ["كندا"], ["الدبلوماسيين الإيرانيين"]),
        ],
    ),
    (
        "a call refused",
        "رفضت بوليفيا دعوة بيرو إلى الحوار.",
        [("REJECT", ["بوليفيا"], ["بيرو"]), ("REQUEST", ["بيرو"], ["بوليفيا"])],
    ),
    (
        "who is to hear it",
        "اشتكت تشاد السودان إلى مجلس الأمن.",
        [("ACCUSE", ["تشاد"], ["السودان"])],
    ),
    (
        "who did it",
        "نددت النيجر بالهجوم وطالبت بمعاقبة منفذيه.",
        [("ACCUSE", ["النيجر"], []), ("ASSAULT", [], []), ("REQUEST", ["النيجر"], [])],
    ),
    (
        "talks broken off",
        "قررت موريتانيا تعليق المفاوضات مع مالي.",
        [("SANCTION", ["موريتانيا"], ["مالي"])],
    ),
    (
        "told that he is unwanted",
        "أبلغت الحكومة المالطية السفير الكوبي بأنه شخص غير مرغوب فيه.",
        [("COERCE", ["الحكومة المالطية"], ["السفير الكوبي"])],
    ),
    (
        "declared unwanted",
        "أعلنت الحكومة أن السفير البلجيكي شخص غير مرغوب فيه.",
        [("COERCE", ["الحكومة"], ["السفير البلجيكي"])],
    ),
    (
        "a demand with a pronoun",
        "انتقد النواب الوزير، وطالبه البرلمان بالاستقالة.",
        [("ACCUSE", ["النواب"], ["الوزير"]), ("REQUEST", ["البرلمان"], ["الوزير"])],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [t[1:] for t in (*VERDICTS, *EXCHANGES, *WORDS)],
    ids=[t[0] for t in (*VERDICTS, *EXCHANGES, *WORDS)],
)
def test_who_does_what_to_whom(read: Callable[[str], Record], text: str, expected: Told) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected


def test_what_somebody_handed_over_is_wanted_for_is_past(read: Callable[[str], Record]) -> None:
    record = read("تسلمت غانا من توغو مطلوبا في قضية تفجير السوق." + REPORT)
    handed, bombing = record.events
    assert (handed.auxiliary, bombing.auxiliary) == ((), (Auxiliary.HISTORICAL,))


def test_those_killed_had_been_abducted(read: Callable[[str], Record]) -> None:
    killing, abduction = read("قتل المهندس الذي خطف قبل شهر في كسلا." + REPORT).events
    assert (killing.modes, abduction.modes) == ((), ("abduct",))
    assert (killing.auxiliary, abduction.auxiliary) == ((), (Auxiliary.HISTORICAL,))


def test_an_acquittal_counts_who_is_let_go(read: Callable[[str], Record]) -> None:
    sentenced, acquitted = read("حكمت محكمة كينية بحبس نائب ثلاث سنوات وبراءة خمسة نواب آخرين." + REPORT).events
    assert [(s.kind, s.low) for e in (sentenced, acquitted) for s in e.size] == [("released", 5)]
