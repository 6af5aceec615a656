"""Whose step is judged by a pronoun, or by the lone noun of a decision that the sentence before tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

JUDGED = [
    (
        "an object pronoun",
        "أعدمت إيران الثلاثاء ناشطا كرديا.\nونددت باريس بالإعدام ووصفته منظمة العفو الدولية بأنه «عار».",
        ("ACCUSE", ["منظمة العفو الدولية"], ["إيران"]),
    ),
    (
        "behind a conjunction",
        "فرض مجلس الأمن الدولي الاثنين عقوبات على حركة 23 مارس.\n"
        "ورحبت كينشاسا بالعقوبات في حين انتقدتها كمبالا.",
        ("ACCUSE", ["كمبالا"], ["مجلس الأمن الدولي"]),
    ),
    (
        "whosever decision it is",
        "خرج المئات إلى الشوارع.\nورفض حزب العمال قرار الحكومة، فيما أيده حزب الوسط.",
        ("SUPPORT", ["حزب الوسط"], ["الحكومة"]),
    ),
    (
        "a decision that is no event",
        "قررت الحكومة الأردنية الأربعاء رفع أسعار الوقود بنسبة عشرة في المئة.\nورفضت النقابات المهنية القرار.",
        ("REJECT", ["النقابات المهنية"], ["الحكومة الأردنية"]),
    ),
    (
        "a strike",
        "بدأ آلاف المعلمين في الجزائر الاثنين إضرابا مفتوحا عن العمل.\nوتضامنت نقابة الأطباء مع الإضراب.",
        ("SUPPORT", ["نقابة الأطباء"], ["آلاف المعلمين"]),
    ),
    (
        "an acquittal",
        "برأت محكمة جنايات القاهرة الخميس الرئيس السابق حسني مبارك.\nورحب أنصاره بالحكم.",
        ("SUPPORT", ["أنصاره"], ["محكمة جنايات القاهرة"]),
    ),
    (
        "a person stays one",
        "قضت محكمة مصرية الأحد بحبس صحافي ثلاث سنوات.\n"
        "وانتقدت نقابة الصحافيين الحكم، واتهمها رئيس المحكمة بالتدخل في القضاء.",
        ("ACCUSE", ["رئيس المحكمة"], ["نقابة الصحافيين"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [j[1:] for j in JUDGED], ids=[j[0] for j in JUDGED])
def test_whose_step_is_judged(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    """Who judges by a pronoun or a lone noun judges whoever took the step, and not who judges it beside him."""
    assert expected in [told(e) for e in read(text + REPORT).events]
