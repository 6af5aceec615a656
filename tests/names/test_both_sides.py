"""Whom `الطرفان` means: not who calls on them."""

from __future__ import annotations

import khabar
from khabar.pages.bare import bare_article

CALLED = """أزمة بين البحرين وإيران
المنامة - طردت البحرين دبلوماسيا إيرانيا يوم الأحد.
واستدعت إيران القائم بالأعمال البحريني احتجاجا على القرار.
وحث وزير الخارجية العماني يوسف بن علوي الطرفين على الحوار."""
MEDIATED = """محادثات في أديس أبابا
أديس أبابا - استؤنفت محادثات السلام بين حكومة جنوب السودان والمتمردين.
وقال الوسيط الإثيوبي إن الطرفين اتفقا على وقف القتال."""


def test_who_calls_on_both_sides_is_neither() -> None:
    record = khabar.load().code(bare_article(CALLED))
    (call,) = (e for e in record.events if e.type == "REQUEST")
    assert [m.country for m in call.recipients] == ["BHR", "IRN"]


def test_a_government_and_rebels_are_two_sides() -> None:
    record = khabar.load().code(bare_article(MEDIATED))
    agreed = next(e for e in record.events if e.trigger_text == "اتفقا")
    assert [m.sectors for m in agreed.actors] == [("GOV",), ("REB",)]


def test_a_state_that_demands_something_of_both_sides_is_none_of_them() -> None:
    record = khabar.load().code(
        bare_article(
            "غارات على النيل الأزرق\nالدمازين - اتهمت الحركة الشعبية سلاح الجو السوداني بقصف سوق القرية.\n"
            "وأعربت الولايات المتحدة عن إدانتها للقصف وطالبت الطرفين بالحوار."
        )
    )
    call = next(e for e in record.events if e.trigger_text == "طالبت")
    assert "USA" not in [m.country for m in call.recipients]


def test_those_called_on_before_are_both_sides_and_the_caller_is_none() -> None:
    record = khabar.load().code(
        bare_article(
            "خطف مهندس في دارفور\nالخرطوم - خطف مجهولون مهندسا صينيا في إقليم دارفور، بحسب ما أعلنت الشرطة.\n"
            "ونددت بكين بخطف المهندس.\n"
            "وطالبت الصين الحكومة السودانية والمتمردين بالإفراج عنه، ودعت الطرفين إلى الحوار."
        )
    )
    call = next(e for e in record.events if e.trigger_text == "دعت")
    assert [m.sectors for m in call.recipients] == [("GOV",), ("REB",)]
    assert {m.country for m in call.recipients} == {"SDN"}
