"""Words of conflict and politics that tell of no deed: what things do, prayers, rescue, manner, verbs spelled alike."""

from __future__ import annotations

import pytest

import khabar
from khabar.coder import Coder
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article


@pytest.fixture(scope="module")
def coder() -> Coder:
    return unjudged(khabar.load())


def types(coder: Coder, text: str, headline: str | None = None) -> list[str]:
    """The types of the events of a text."""
    return [e.type for e in coder.code(bare_article(text, headline)).events]


@pytest.mark.parametrize(
    "text",
    [
        "استجابت أرضية الملعب للعناية الجديدة.",
        "دعت الوزارة الخريجات الحاصلات على الشهادة إلى التقدم للوظائف.",
        "طلبت الهيئة من المسافرين التواصل مع شركات الطيران.",
        "وكانت المدينة قد شهدت زلزالا من ست درجات، سنة 2004، أدى إلى مقتل 628 شخصا.",
        "تعرضت طائرة ركاب لمطبات هوائية شديدة أدت إلى إصابة 27 مسافرا.",
        "المسابقة تستهدف الشابات في المدارس.",
        "هذا الوهم يحاصر حياتنا.",
        "دعا الشيخ إبراهيم المولى جل وعلا أن يحفظ البلاد.",
        "رحمها الله وغفر لها.",
        "جرى تحريك فرق الإطفاء والإنقاذ إلى الموقع.",
        "تم اقتحام الشقة من قبل وحدات الإنقاذ.",
        "قام فريق الجمعية بالتعاون مع البلدية بحصر الأضرار.",
        "تضم الكلية قسما للعلوم الطبية المساعدة.",
        "قال الوزير في كلمته: دعوني أقول إن الطريق طويل.",
        "عجز النظام عن تحقيق أي تقدم في الضاحية.",
        "أوقف القرار محاولات الحوثي تهريب الوقود.",
        "احتلت السعودية المراكز الثلاثة الأولى في القائمة.",
        "كل عمل جبان يستهدف أمن البلاد مرفوض.",
        "ويجوز للجهة بعد موافقة الوزير المعني تسمية المشروع.",
        "استذكر الحضور مسيرته الطويلة.",
        "تراجعت القروض الاستهلاكية من المصارف.",
        "عبرت الحركة عن أسفها من تعثر المشروع.",
        "أبدى المسافر أسفه لعدم وجود مقاعد.",
        "وأمام المجلس شهر لقبول أو رفض اتفاق الهدنة.",
        "قال المحلل إن أعين الناس معلقة على المجلس.",
        "سجلت تظاهرة هذه السنة من المهرجان حضور جمهور كبير.",
        "تضمن البيان قائمة بكيانات محلية تدعمها الدوحة.",
        "قال العميد في حوار أجرته معه «الساحل» إن المنطقة آمنة.",
    ],
)
def test_no_deed(coder: Coder, text: str) -> None:
    assert types(coder, text) == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("استجابت الحكومة لمطالب المضربين.", "CONCEDE"),
        ("استهدفت مدفعية المتمردين قرية الشيخ.", "ASSAULT"),
        ("ثلاثيني يقتل زوجته في بلدة ساحلية.", "ASSAULT"),
        ("أسقطت الدفاعات الجوية طائرة استطلاع.", "ASSAULT"),
        ("دعا الشيخ إبراهيم الأهالي إلى التبرع بالدم.", "REQUEST"),
        ("جرى تحريك قوات إلى الحدود.", "MOBILIZE"),
        ("تم اقتحام الشقة من قبل قوات الشرطة.", "ASSAULT"),
        ("أوقفت الشرطة ثلاثة مهربين على الحدود.", "COERCE"),
        ("رفضت الحكومة اتفاق الهدنة.", "REJECT"),
        ("قتل أو جرح عشرون جنديا في الهجوم.", "ASSAULT"),
        ("خرجت تظاهرة ضد الغلاء في وسط العاصمة.", "PROTEST"),
        ("دعمت الدوحة الكيانات المحلية.", "SUPPORT"),
        ("ندد الوزير بالعمل الجبان الذي يستهدف المصلين.", "ACCUSE"),
        ("واصل المحتجون مسيرتهم نحو البرلمان.", "PROTEST"),
        ("حصلت تونس على قروض من صندوق النقد.", "AID"),
        ("أبدى وزير الصيد أسفه لأحداث الميناء.", "CONCEDE"),
    ],
)
def test_deed(coder: Coder, text: str, type: str) -> None:
    assert type in types(coder, text)


def test_old_news(coder: Coder) -> None:
    """A page of what happened on this day tells nothing new."""
    assert types(coder, "القوات تغزو الجزيرة.", "في مثل هذا اليوم: غزو الجزيرة") == []
    assert types(coder, "القوات تغزو الجزيرة.", "في هذا اليوم: غزو الجزيرة") != []


def test_a_planned_visit_and_the_meeting_in_it_are_one(coder: Coder) -> None:
    assert types(coder, "سيزور الوزير القاهرة غدا ويلتقي الرئيس المصري.") == ["AGREE"]
