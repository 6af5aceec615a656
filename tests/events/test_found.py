"""What is found: events whose words stand in unusual places, and words like theirs that tell of none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record, Stance

FOUND = [
    ("who gathers out of protest", "تجمع نحو 200 من شيوخ القرى في الساحة احتجاجا على نقص المياه.", "PROTEST", "تجمع"),
    ("hundreds", "وفي ساحة البلدية تجمع المئات تضامنا مع السجناء.", "PROTEST", "تجمع"),
    ("who walks in support", "سار آلاف من أنصار الحزب وسط العاصمة تأييدا للقانون.", "PROTEST", "سار"),
    ("threats that a relative clause tells of", "شددت المدينة الحراسة بعد تهديدات أطلقها التنظيم.", "THREATEN",
     "تهديدات"),
    ("who did what a relative clause tells of", "رفضت السلطات طلب النواب الذين منعتهم الوزارة من السفر.", "COERCE",
     "منعتهم"),
    ("whom fighting was followed by", "شهدت البلدة مناوشات أوقف على إثرها ثلاثة نقابيين.", "COERCE", "أوقف"),
    ("on the very day", "كما اعتقلت الشرطة في اليوم نفسه مصورة صحافية.", "COERCE", "اعتقلت"),
    ("two who threaten", "أكد الشاهد أن الخاطفين مسلحان وأنهما هددا الركاب بالقتل.", "THREATEN", "هددا"),
    ("no deed speaks", "اجتمعت النقابة أمس. وطلبت لقاء عاجلا مع وزير الداخلية.", "REQUEST", "طلبت"),
    ("hours before", "وقبل التصويت بساعات استقالت نائبة الوزير.", "RETREAT", "استقالت"),
    ("shells that fall on a place", "تعرض مركز حدودي، فجر الأحد، لقذائف كثيفة.", "ASSAULT", "تعرض"),
    ("what she calls for", "رحبت اللجنة بالخطوة، داعية إلى الإفراج عن المحتجزين.", "REQUEST", "داعية"),
    ("whom he accuses", "وقال الوزير إن بلاده ستقاوم، متهما إيران بدعم المتمردين.", "ACCUSE", "متهما"),
    ("whom he met", "وجاء كلامه خلال لقائه وزير الخارجية الإيطالي في روما.", "CONSULT", "لقائه"),
    ("what sides came to", "خرج المقاتلون تنفيذا لاتفاق توصلت إليه الفصائل مع الحكومة.", "AGREE", "اتفاق"),
    ("what two will sign", "سيوقع الوزيران غدا اتفاقية للتعاون.", "AGREE", "سيوقع"),
    ("what is turned down was signed", "رفض النواب الاتفاق الذي وقعته الحكومة مع الصندوق.", "SUPPORT", "وقعته"),
    ("an adjective that tells of a signing", "رفض النواب الاتفاق الموقع بين طهران والقوى الكبرى.", "SUPPORT",
     "الاتفاق"),
    ("who may come", "قد يزور مدير المخابرات دمشق قريبا.", "AGREE", "يزور"),
    ("captives beside the dead", "قتل ثمانية مسلحين، إلى جانب أسر ستة متمردين على يد الجيش.", "ASSAULT", "أسر"),
    ("some of them taken", "هاجمت المقاومة المتمردين، مع أسر أعداد كبيرة منهم.", "ASSAULT", "أسر"),
    ("a surname", "وصل النائب خالد الأحمد إلى تونس. وأشاد الأحمد بالجيش التونسي.", "SUPPORT", "أشاد"),
    ("whose participle stands far off", "قال الوزير إن الممارسات مرفوضة، منوها بموقف الحكومة.", "SUPPORT", "منوها"),
    ("condolences", "شدد الوزير على التعاون، معزيا الحكومة المصرية في ضحايا الهجوم.", "SUPPORT", "معزيا"),
]


@pytest.mark.parametrize(("text", "kind", "trigger"), [t[1:] for t in FOUND], ids=[t[0] for t in FOUND])
def test_found(read: Callable[[str], Record], text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in [(e.type, e.trigger_text) for e in read(text).events]


NOT_FOUND = [
    ("who gathers to look", "تجمع نحو 200 من السياح في الساحة لمشاهدة الألعاب النارية.", "PROTEST"),
    ("who walks home", "سار آلاف الحجاج نحو المخيم في هدوء.", "PROTEST"),
    ("ways that fall in", "تعرض الطريق لانهيارات متكررة هذا الشتاء.", "ASSAULT"),
    ("prices that fall", "وتراجعت أسعار القمح هذا الأسبوع.", "CONCEDE"),
    ("a preacher", "ألقى المحاضرة الشيخ سالم، داعية إسلامي من الكويت.", "REQUEST"),
    ("what is spoken of", "وعن لقاءاته قال إنها كثيرة.", "CONSULT"),
    ("a shark", "تعرض سباح لهجوم من سمكة قرش قرب الشاطئ.", "ASSAULT"),
    ("families", "تسلمت أسر ستة جنود تعويضات.", "ASSAULT"),
    ("what is shown", "عرضت الوزارة مساء الاثنين شريطا مصورا على الصحفيين.", "AGREE"),
    ("peace brought about", "يسعى المجلس إلى تحقيق السلم الاجتماعي.", "ACCUSE"),
    ("where one mourns", "أقيم العزاء في منزل الأسرة ثلاثة أيام.", "SUPPORT"),
]


@pytest.mark.parametrize(("text", "kind"), [t[1:] for t in NOT_FOUND], ids=[t[0] for t in NOT_FOUND])
def test_not_found(read: Callable[[str], Record], text: str, kind: str) -> None:
    assert kind not in [e.type for e in read(text).events]


def test_what_is_turned_down_is_not_denied(read: Callable[[str], Record]) -> None:
    (signed,) = [e for e in read("رفض النواب الاتفاق الذي وقعته الحكومة مع الصندوق.").events if e.type == "SUPPORT"]
    assert signed.stance is Stance.ASSERTS and not signed.auxiliary


def test_a_deed_announced_is_part_of_the_trigger(read: Callable[[str], Record]) -> None:
    text = "أعلنت كولومبيا قطع العلاقات مع إسرائيل."
    (event,) = read(text).events
    assert [span.of(text) for span in event.also] == ["قطع"]
