"""What settles, whatever the weights say, that two tellings are of one event or of two."""

from __future__ import annotations

from copy import copy

import pytest

from khabar.coder import Coder
from khabar.events.linking import Linker
from khabar.models.linear import Linear
from khabar.pages.bare import bare_article
from khabar.records import Event, Published

DAY = Published("2019-05-07", "day", None, "2019-05-07", "given")
END = "\nوقال شهود إن الطرق مغلقة.\nوأضاف الشهود أن الأسواق مقفلة."

TWO = {
    "what a sentence adds": (
        "CONSULT", "استقبل الأمير أمس السفير الفرنسي في قصره.\nكما استقبل الأمير أمس سفير بيرو في قصره."),
    "what one turns to": (
        "COERCE", "اعتقلت الشرطة شابا في الميناء.\nمن جهة أخرى، اعتقلت الشرطة تاجرا في السوق."),
    "a raid and a clash": (
        "ASSAULT", "شن سلاح الجو غارات على معسكر المتمردين.\nوتتواصل المواجهات بين الجيش والمتمردين."),
    "a murder and a war": (
        "ASSAULT", "اغتال مسلحون ضابطا أمام منزله.\nوشن الجيش حربا على المتمردين."),
    "what two do in one sentence": (
        "ASSAULT", "هاجم تنظيم القاعدة المعسكر فيما قصف الجيش الأميركي بلدة مجاورة."),
    "a kidnapping and a blast by its own hand": (
        "ASSAULT", "خطف مسلحون مهندسا من بيته.\nوفجر انتحاري نفسه أمام مركز للشرطة."),
    "what says that it is another": (
        "ASSAULT", "هاجم مسلحون نقطة تفتيش في الوادي أمس.\nوشن المسلحون هجوما آخر على دورية."),
    "arrests of other numbers": (
        "COERCE", "أوقفت الشرطة ثمانية مهربين في الميناء.\nوأوقفت الشرطة ثلاثة مهربين في السوق."),
    "thanks beside good wishes": (
        "SUPPORT", "بعث الملك محمد السادس برقية تهنئة إلى الرئيس السيسي بالعيد الوطني لمصر.\n"
        "كما بعث الأمير رشيد برقية تهنئة إلى الرئيس السيسي."),
}  # fmt: skip

ONE = {
    "a deed and what its clause tells": (
        "ASSAULT", "اعتقلت الشرطة المتورطين بالتفجير الذي استهدف ناحية السلام."),
    "a crime somebody else speaks of": (
        "ASSAULT", "قتل خمسة جنود في هجوم على مركز في مدينة بن قردان.\n"
        "وأدان الأمين العام العملية الإرهابية التي استهدفت أهالي بن قردان."),
    "what the letter says": (
        "SUPPORT", "بعث الملك محمد السادس برقية تهنئة إلى الرئيس السيسي بالعيد الوطني لمصر.\n"
        "وأشاد الملك محمد السادس بهذه المناسبة بالعلاقات بين البلدين."),
    "what a meeting was about": (
        "CONSULT", "التقى الوزير نظيره الكويتي في مسقط.\nوبحث اللقاء العلاقات."),
}  # fmt: skip


def events_of(coder: Coder, text: str, kind: str, each: float) -> list[Event]:
    """The events of one type in a report, linked by weights that speak for all pairs alike."""
    linked = copy(coder)
    linked.linker = Linker(Linear(each, {}))
    return [e for e in linked.code(bare_article(text + END, published=DAY)).events if e.type == kind]


MAY_BE_ONE = {
    "a town that is only named in the sentence": (
        "COERCE", "منعت السلطات الكويتية أمس توزيع صحيفة البحر في الكويت.\n"
        "وقالت الصحيفة التي تصدر في لندن إن السلطات منعت توزيعها."),
    "a state and what acts for it": (
        "RETREAT", "أفرجت إيران عن السجينة العراقية؛ وقالت مصادر إن السلطات الإيرانية أفرجت عن السجينة العراقية."),
    "crowds alike": (
        "PROTEST", "تظاهر آلاف العراقيين في بغداد أمس.\nوخرجت تظاهرات مماثلة في البصرة."),
    "an arrest that is told again with its number": (
        "COERCE", "أوقفت الشرطة ثمانية مهربين في الميناء.\nوأضافت أن الشرطة أوقفت ثمانية مهربين في الميناء."),
    "an attack and with what it is compared": (
        "ASSAULT", "قتل سبعة جنود في تفجير استهدف حافلة في المنامة أمس.\n"
        "ويعد التفجير من أكثر الهجمات دموية في البحرين منذ أشهر."),
}  # fmt: skip


@pytest.mark.parametrize("name", MAY_BE_ONE)
def test_nothing_sets_apart(coder: Coder, name: str) -> None:
    kind, text = MAY_BE_ONE[name]
    assert len(events_of(coder, text, kind, 5.0)) == 1


@pytest.mark.parametrize("name", TWO)
def test_two_events(coder: Coder, name: str) -> None:
    kind, text = TWO[name]
    assert len(events_of(coder, text, kind, 5.0)) == 2


@pytest.mark.parametrize("name", ONE)
def test_one_event(coder: Coder, name: str) -> None:
    kind, text = ONE[name]
    assert len(events_of(coder, text, kind, -5.0)) == 1
