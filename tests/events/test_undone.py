"""What was left undone, nearly done, only planned, tried or done long before is told so in its moods."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record, Stance
from tellings import REPORT

Told = tuple[str, list[str], list[str], list[str]]

LEFT = [
    ("refrained", "امتنع الحراس عن إطلاق النار على المارة.", [("ASSAULT", ["negation"], ["الحراس"], ["المارة"])]),
    ("turned from", "عدلت الوزيرة عن إقالة مدير المستشفى.", [("SANCTION", ["negation"], ["الوزيرة"], ["مدير المستشفى"])]),
    ("gave up", "صرفت السلطات النظر عن ترحيل الطالب الكيني.", [("COERCE", ["negation"], ["السلطات"], ["الطالب الكيني"])]),
    ("suspended", "علقت الوزارة ترحيل العمال البورميين.", [("COERCE", ["negation"], ["الوزارة"], ["العمال البورميين"])]),
    ("stopped", "أوقف القاضي ترحيل أسرة هندية.", [("COERCE", ["negation"], ["القاضي"], ["أسرة هندية"])]),
    ("arrested", "أوقف الجيش ثلاثة مهربين.", [("COERCE", [], ["الجيش"], ["ثلاثة مهربين"])]),
    ("not refrained", "لم يمتنع الحراس عن إطلاق النار على المارة.", [("ASSAULT", [], ["الحراس"], ["المارة"])]),
    (
        "what they do not condemn",
        "امتنعت بكين عن إدانة الهجوم على السفارة.",
        [("ACCUSE", ["negation"], ["بكين"], []), ("ASSAULT", [], [], ["السفارة"])],
    ),
    ("not yet done", "لم تكن الشرطة قد اعتقلت الطالب حتى المساء.", [("COERCE", ["negation"], ["الشرطة"], ["الطالب"])]),
    (
        "instead",
        "عوض اعتقال المهاجمين اعتقلت الشرطة المصورين.",
        [("COERCE", ["negation"], [], ["المهاجمين"]), ("COERCE", [], ["الشرطة"], ["المصورين"])],
    ),
    (
        "instead of doing",
        "اعتقلت الشرطة المصورين بدلا من اعتقال المهاجمين.",
        [("COERCE", [], ["الشرطة"], ["المصورين"]), ("COERCE", ["negation"], [], ["المهاجمين"])],
    ),
]

NEARLY = [
    ("nearly", "كادت الشرطة تعتقل المصور.", [("COERCE", ["hypothetical"], ["الشرطة"], ["المصور"])]),
    ("nearly, with its noun", "أوشكت الشرطة على اعتقال المصور.", [("COERCE", ["hypothetical"], ["الشرطة"], ["المصور"])]),
    ("about to", "الوزارة على وشك إقالة مدير الميناء.", [("SANCTION", ["hypothetical"], [], ["مدير الميناء"])]),
    ("was going to", "كانت الشرطة ستعتقل المصور لكنه فر.", [("COERCE", ["hypothetical"], ["الشرطة"], ["المصور"])]),
    ("will", "كانت الوزارة ستطرد السفير غدا.", [("COERCE", ["future"], ["الوزارة"], ["السفير"])]),
    ("got away", "هرب الطالب قبل أن تعتقله الشرطة.", [("COERCE", ["hypothetical"], ["الشرطة"], ["الطالب"])]),
    (
        "caught after all",
        "قتل المهاجم ثلاثة أشخاص قبل أن تعتقله الشرطة.",
        [("ASSAULT", [], ["المهاجم"], ["ثلاثة أشخاص"]), ("COERCE", [], ["الشرطة"], ["المهاجم"])],
    ),
    ("in case", "في حال اعتقال النائب سيعلن الحزب موقفه.", [("COERCE", ["hypothetical"], [], ["النائب"])]),
    ("planned", "يعتزم الاتحاد الأوروبي فرض عقوبات على مينسك.", [("SANCTION", ["future"], ["الاتحاد الأوروبي"], ["مينسك"])]),
    ("voted for", "صوت البرلمان على طرد السفير الكندي.", [("COERCE", ["future"], [], ["السفير الكندي"])]),
    (
        "only alleged",
        "اعتقل الجيش فتاة بزعم محاولتها اغتيال نائب.",
        [("COERCE", [], ["الجيش"], ["فتاة"]), ("ASSAULT", ["hypothetical"], ["فتاة"], ["نائب"])],
    ),
]

TRIED = [
    ("failed", "فشل المتمردون في السيطرة على مدينة نجامينا.", [("COERCE", ["negation"], ["المتمردون"], [])]),
    ("survived", "نجا القاضي من هجوم بسيارة مفخخة في بعقوبة.", [("ASSAULT", [], [], ["القاضي"])]),
    ("did not survive", "لم ينج القاضي من هجوم بسيارة مفخخة في بعقوبة.", [("ASSAULT", [], [], ["القاضي"])]),
    (
        "survived, and others did not",
        "نجا محافظ عدن من تفجير استهدف موكبه وقتل أربعة من حراسه.",
        [("ASSAULT", [], [], ["محافظ عدن", "موكبه", "أربعة من حراسه"])],
    ),
]

LONG_BEFORE = [
    (
        "the protest is the news",
        "بعد عام على اغتيال النائب، تظاهر المئات في تونس.",
        [("ASSAULT", ["historical"], [], ["النائب"]), ("PROTEST", [], ["المئات"], [])],
    ),
    (
        "two arrests",
        "بعد عام على اعتقال الناشط اعتقلت الشرطة شقيقه.",
        [("COERCE", ["historical"], [], ["الناشط"]), ("COERCE", [], ["الشرطة"], ["شقيقه"])],
    ),
    (
        "taken by others before",
        "أفرج مسلحون عن ممرضين كانوا قد خطفوا في مالي.",
        [("RETREAT", [], ["مسلحون"], ["ممرضين"]), ("ASSAULT", ["historical"], [], ["ممرضين"])],
    ),
    ("a file", "تسلمت المحكمة ملف اغتيال القاضي.", [("ASSAULT", ["historical"], [], ["القاضي"])]),
    (
        "an inquiry opened",
        "فتحت النيابة تحقيقا في مقتل التاجر.",
        [("ACCUSE", [], ["النيابة"], []), ("ASSAULT", [], [], ["التاجر"])],
    ),
]


def _told(event: Event) -> Told:
    """An event by type, moods, actors and recipients."""
    moods = [str(a) for a in event.auxiliary]
    return event.type, moods, [m.text for m in event.actors], [m.text for m in event.recipients]


@pytest.mark.parametrize(
    ("text", "expected"),
    [t[1:] for t in (*LEFT, *NEARLY, *TRIED, *LONG_BEFORE)],
    ids=[t[0] for t in (*LEFT, *NEARLY, *TRIED, *LONG_BEFORE)],
)
def test_what_did_not_happen_is_marked(read: Callable[[str], Record], text: str, expected: list[Told]) -> None:
    assert [_told(e) for e in read(text + REPORT).events] == expected


@pytest.mark.parametrize(
    "text",
    [
        "كادت الطائرة تصيب المبنى.",
        "ذكر الوزير أن بلاده أبلغت الوسيط رفضها الإفراج عن الأسرى.",
        "لولا وصول الجنود لقتل الغاضبون المحافظ.",
    ],
)
def test_what_nobody_did_is_no_force(read: Callable[[str], Record], text: str) -> None:
    assert not [e for e in read(text + REPORT).events if e.type in ("ASSAULT", "RETREAT", "COERCE") and not e.auxiliary]


@pytest.mark.parametrize(
    "text", ["يعتقد أن مسلحين خطفوا المهندس في مأرب.", "يرجح أن يكون المسلحون قد خطفوا المهندس."]
)
def test_what_is_only_supposed_is_doubted(read: Callable[[str], Record], text: str) -> None:
    (event,) = read(text + REPORT).events
    assert (event.type, event.stance) == ("ASSAULT", Stance.DOUBTS)


def test_a_deed_of_a_chain_has_no_day(read: Callable[[str], Record]) -> None:
    (event,) = read("تسلمت المحكمة ملف اغتيال القاضي." + REPORT).events
    assert event.time.start is None
