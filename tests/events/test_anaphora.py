"""Whom a speech act is for, and whom a pronoun stands for, where another sentence or the content tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record

Read = Callable[[str], Record]

IMPLIED = [
    # What is promised or threatened says to whom.
    ("تعهد وزير العدل بمحاكمة خمسة ضباط.", "AGREE", "خمسة ضباط"),
    ("وعدت النرويج بمنح لبنان مليون دولار.", "AGREE", "لبنان"),
    ("هدد وزير الطاقة بفرض غرامات على التجار.", "THREATEN", "التجار"),
    ("هددت النقابة بإغلاق المرفأ إذا لم تدفع الحكومة الرواتب.", "THREATEN", "الحكومة"),
    ("لوح المضربون بالتصعيد ما لم تستجب الوزارة لمطالبهم.", "THREATEN", "الوزارة"),
    ("نددت منظمة حقوقية بما ترتكبه قوات النظام في القرية.", "ACCUSE", "قوات النظام"),
    # Whom the speaker has just addressed.
    ("اتهمت المعارضة الحكومة بالفساد، وتوعدت بأن الأمر لن يمر.", "THREATEN", "الحكومة"),
    ("اتهمت رابطة المحامين الشرطة بتعذيب المعتقلين، مطالبة بإغلاق السجن.", "REQUEST", "الشرطة"),
    # Who did what a noun, or `ما حدث`, takes up.
    ("أفرجت السلطات المصرية عن ثلاثين صحافيا. ورحبت الجمعية بهذه الخطوة.", "SUPPORT", "السلطات المصرية"),
    ("أقال البرلمان الكيني وزير المالية. ووصف زعيم المعارضة ما جرى بأنه مهزلة.", "ACCUSE", "البرلمان الكيني"),
    ("عرضت سويسرا استضافة لقاء بين الجانبين. وقبلت كييف العرض.", "AGREE", "سويسرا"),
    # What is asked would undo it.
    ("اعتقلت الشرطة الإيطالية عشرة صيادين. وطالبت تونس بالإفراج عن الصيادين.", "REQUEST", "الشرطة الإيطالية"),
    # What is answered in the same sentence.
    ("دعا الرئيس الأحزاب إلى حوار وطني، لكن حزب العمال رفض المشاركة.", "REJECT", "الرئيس"),
    ("يطالب العمال بزيادة الأجور، وهو ما ترفضه الشركة.", "REJECT", "العمال"),
    # Pronouns.
    ("اعتصم عشرات المعلمين أمام الوزارة. وزودهم سكان الحي بالأغطية.", "AID", "عشرات المعلمين"),
]


@pytest.mark.parametrize(("text", "kind", "recipient"), IMPLIED)
def test_recipient_told_elsewhere(read: Read, text: str, kind: str, recipient: str) -> None:
    event = next(e for e in read(text).events[::-1] if e.type == kind)
    assert [m.text for m in event.recipients] == [recipient]


NOBODY = [
    ("أقالت الحكومة مدير الميناء. وندد الحزب بما وصفه الوزير بالفوضى.", "ACCUSE"),
    ("قصفت طائرات القرية. ورحبت الجمعية بالهدنة.", "SUPPORT"),
    ("وعد رئيس البلدية بتوفير حراسة خلال ثلاثة أيام.", "AGREE"),
    ("هدد الوزير بالاستقالة إذا تكررت الحوادث.", "THREATEN"),
]


@pytest.mark.parametrize(("text", "kind"), NOBODY)
def test_nobody_is_implied(read: Read, text: str, kind: str) -> None:
    event = next(e for e in read(text).events[::-1] if e.type == kind)
    assert not event.recipients


def test_plural_verb_without_subject_goes_on_from_the_sentence_before(read: Read) -> None:
    record = read("تسلل مسلحون إلى البلدة فجرا. ثم خطفوا سائق شاحنة.")
    event = next(e for e in record.events if "abduct" in e.modes)
    assert [m.text for m in event.actors] == ["مسلحون"]


def test_background_is_not_what_a_step_means(read: Read) -> None:
    record = read("أصدر الرئيس عفوا عن ثلاثة ناشطين كانت محكمة قد حكمت عليهم بالسجن. وأثنت البعثة على القرار.")
    event = next(e for e in record.events if e.type == "SUPPORT")
    assert [m.text for m in event.recipients] == ["الرئيس"]
