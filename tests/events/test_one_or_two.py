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
}  # fmt: skip

ONE = {
    "a deed and what its clause tells": (
        "ASSAULT", "اعتقلت الشرطة المتورطين بالتفجير الذي استهدف ناحية السلام."),
    "what a meeting was about": (
        "CONSULT", "التقى الوزير نظيره الكويتي في مسقط.\nوبحث اللقاء العلاقات."),
}  # fmt: skip


def events_of(coder: Coder, text: str, kind: str, each: float) -> list[Event]:
    """The events of one type in a report, linked by weights that speak for all pairs alike."""
    linked = copy(coder)
    linked.linker = Linker(Linear(each, {}))
    return [e for e in linked.code(bare_article(text + END, published=DAY)).events if e.type == kind]


@pytest.mark.parametrize("name", TWO)
def test_two_events(coder: Coder, name: str) -> None:
    kind, text = TWO[name]
    assert len(events_of(coder, text, kind, 5.0)) == 2


@pytest.mark.parametrize("name", ONE)
def test_one_event(coder: Coder, name: str) -> None:
    kind, text = ONE[name]
    assert len(events_of(coder, text, kind, -5.0)) == 1
