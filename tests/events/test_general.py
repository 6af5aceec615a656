"""What is told in general is no event: habits, laws, standing states, questions, what an attack's place did."""

from __future__ import annotations

import pytest

import khabar
from khabar.coder import Coder
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article


@pytest.fixture(scope="module")
def coder() -> Coder:
    return unjudged(khabar.load())


def coded(coder: Coder, text: str) -> list[str]:
    """The events of a text: type and trigger, then actors."""
    events = coder.code(bare_article(text)).events
    return [f"{e.type} {e.trigger_text} | {' + '.join(m.text for m in e.actors)}" for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "يجتمع المجلس الأعلى للقضاء مرة كل ثلاثة أشهر.",
        "تشن الحركة بين فترة وأخرى هجمات على ثكنات الجيش.",
        "تنص المادة العاشرة على أنه لا يجوز إسقاط عضوية النائب إلا بقرار من المجلس.",
        "يعاقب القانون بالسجن كل من اعتدى على موظف.",
        "لماذا أدان مجلس الأمن الحركة قبل التحقيق؟",
        "تطرق الوزير إلى آفاق التعاون بين تونس والنرويج.",
        "أجرت الصحيفة حوارا مطولا مع السفير الهولندي.",
        "لقي خمسة أشخاص حتفهم جراء الحرائق في الغابة.",
        "دأب الحزب على تنظيم مسيرات في ذكرى تأسيسه.",
        "وبين المدير أن هذه المساعدات امتداد للحملات السابقة.",
        "وصل ممثل مركز الأمير نايف للإغاثة أمس.",
        "لم تتهم الوزارة أي طرف.",
        "1964- القوات البحرية تهاجم مدمرة في الخليج.",
        "أعلن رئيس الحكومة عن تحوير وزاري جزئي.",
    ],
)
def test_general(coder: Coder, text: str) -> None:
    assert coded(coder, text) == []


def test_standing(coder: Coder) -> None:
    """Who holds a town is told in the body of a report as a state, in a headline as news."""
    body = "وصلت قافلة إلى بلدة حريم. وتسيطر جبهة الشام على المعبر القريب منها. وقال سكان إن الطرق مقطوعة."
    assert not [e for e in coded(coder, body) if e.startswith("COERCE")]


def test_scene_of_an_attack(coder: Coder) -> None:
    assert coded(coder, "قتل 22 شخصا في هجوم لندن الذي نفذه مسلحون أمس.") != []
    assert not [e for e in coded(coder, "وأسفر هجوم باريس عن مقتل عشرين شخصا.") if e.endswith("| باريس")]
