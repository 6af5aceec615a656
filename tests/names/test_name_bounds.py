"""Where somebody's name, with the office before it, begins and ends in print; sentences of ours."""

from __future__ import annotations

import pytest

import khabar
from khabar.coder import Coder
from khabar.pages.bare import bare_article


@pytest.fixture(scope="module")
def coder() -> Coder:
    return khabar.load()


def found(coder: Coder, text: str) -> list[str]:
    return [m.text for m in coder.survey(bare_article(text)).mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("واستقال وزير المالية غازي وزني أمس.", "وزير المالية غازي وزني"),
        ("أدانت الرابطة مضايقة الصحفيين.", "الرابطة"),
        ("طالب مجلس الأمن الحوثيين بالإفراج عن البحارة.", "مجلس الأمن"),
        ("أدانت النقابة هرسلة المدرسين.", "النقابة"),
        ("أوصل الصليب الأحمر أدوية إلى مستشفى تعز.", "الصليب الأحمر"),
        ("أكد رئيس مجلس الأمة الكويتي سعود علي الحربي موقف بلاده.", "رئيس مجلس الأمة الكويتي سعود علي الحربي"),
        ("وقال علي الحربي إن الطريق سالكة.", "علي الحربي"),
        ("جمدت الحركة عضوية النائبة نسرين القوبطاني.", "النائبة نسرين القوبطاني"),
        ("وصل الأسير المحرر عبد القادر المرتضى إلى بلدته.", "عبد القادر المرتضى"),
        ("أكد معتمد سوسة جوهرة سمير زازا ارتفاع منسوب المياه.", "معتمد سوسة جوهرة سمير زازا"),
        ("أكد معالي وزير الإعلام بمملكة البحرين عيسى بن سالم الحمادي ذلك.",
         "معالي وزير الإعلام بمملكة البحرين عيسى بن سالم الحمادي"),
        ("اجتمع الوكيل بالمدير التنفيذي لبرنامج «دروب» بوزارة العمل سالم الحربي.",
         "المدير التنفيذي لبرنامج «دروب» بوزارة العمل سالم الحربي"),
        ("غير أن المتحدث باسمهم علي الرحيلي رفض العرض.", "المتحدث باسمهم علي الرحيلي"),
        ("أكد عضو مجلس محافظة نينوى الشيخ سالم الحمداني ذلك.", "عضو مجلس محافظة نينوى الشيخ سالم الحمداني"),
        ("وقالت المفوضة الأوروبية للتجارة سيسيليا مالمان إن الاتفاق كبير.",
         "المفوضة الأوروبية للتجارة سيسيليا مالمان"),
        ("التقى الوفد بوزير الحج د. سالم حجار في مكتبه.", "وزير الحج د. سالم حجار"),
        ("انتقد المبعوث الخاص بالأزمة اليمنية إسماعيل ولد الشيخ الحكومة.",
         "المبعوث الخاص بالأزمة اليمنية إسماعيل ولد الشيخ"),
        ("وتحدث إلى كل من وزيرة العدل ماري نجم ووزير البيئة.", "وزيرة العدل ماري نجم"),
    ],
)  # fmt: skip
def test_a_name_is_whole(coder: Coder, text: str, name: str) -> None:
    assert name in found(coder, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("لم يسفر لقاء وزير التكوين المهني والتشغيل دون تحقيق مطالبهم عن شيء.", "وزير التكوين المهني والتشغيل"),
        ("أفاد كاتبها العام بأن والي الجهة هاتفه ووعده بالمساعدة.", "والي الجهة"),
        ("ألقيت قنبلة أمام منزل فتحي البيومي أمس.", "فتحي البيومي"),
        ("أجرى الرئيس التشادي اتصالا هاتفيا بنظيره النيجري.", "الرئيس التشادي"),
        ("استقبل الوزير سالم حمد والشيخ ناصر الدبعي.", "الوزير سالم حمد"),
        ("استقبل الوزير سالم حمد والشيخ ناصر الدبعي.", "الشيخ ناصر الدبعي"),
        ("شكر الأمير فهد بن سعد - حفظه الله ورعاه - الحضور.", "الأمير فهد بن سعد"),
    ],
)
def test_a_name_ends_where_it_does(coder: Coder, text: str, name: str) -> None:
    assert name in found(coder, text)


@pytest.mark.parametrize("text", ["بعث ببرقية إلى الملك وإلى رجال القوات المسلحة.", "وقف الحشد أمام المحكمة أمس."])
def test_prepositions_are_no_governors_and_no_imams(coder: Coder, text: str) -> None:
    assert not any(m.office for m in coder.survey(bare_article(text)).mentions if "الملك" not in m.text)


@pytest.mark.parametrize(
    "title",
    [
        "قائد القوة الجوية العراقية", "القائم بأعمال سفارة بريطانيا لدى بغداد", "القائد الأعلى للقوات المسلحة",
        "رئيس مجلس إدارة جمعية الأطباء", "الرئيس الفخري للجمعية", "سفير الصومال لدى الأمم المتحدة",
    ],
)  # fmt: skip
def test_an_office_is_whole(coder: Coder, title: str) -> None:
    assert title in found(coder, f"وتحدث {title} أمس.")


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("قوة دفاع البحرين", "gov-bhr-army"),
        ("مجلس السلم والأمن", "african-union"),
        ("الدرك الملكي المغربي", "gov-mar-police"),
        ("قوات الجيش السوداني", "gov-sdn-army"),
    ],
)
def test_bodies_by_their_whole_name(coder: Coder, words: str, actor: str) -> None:
    mentions = coder.survey(bare_article(f"ونفذت {words} حملة في المنطقة.")).mentions
    assert (words, actor) in [(m.text, m.actor) for m in mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("زارت الفنانة نهاوند الزيتي المتحف.\nوعبرت نهاوند الزيتي عن شكرها.", "نهاوند الزيتي"),
        ("أكد المدير سالم المرايحي ذلك.\nوأضاف المرايحي أن العمل مستمر.", "المرايحي"),
    ],
)
def test_who_is_named_in_full_is_known_again(coder: Coder, text: str, name: str) -> None:
    assert name in [m.text for m in coder.survey(bare_article(text)).mentions if m.span.start > text.index("\n")]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("أوضحت سفارة خادم الحرمين الشريفين لدى سلطنة عمان ذلك.", "سفارة خادم الحرمين الشريفين لدى سلطنة عمان", "SAU"),
        ("استقبل الأمير سفير جمهورية إيطاليا لدى المملكة ماريو بولدي.",
         "سفير جمهورية إيطاليا لدى المملكة ماريو بولدي", "ITA"),
    ],
)  # fmt: skip
def test_whose_mission_it_is(coder: Coder, text: str, words: str, country: str) -> None:
    assert (words, country) in [(m.text, m.country) for m in coder.survey(bare_article(text)).mentions]


def test_two_of_somebodys_are_people(coder: Coder) -> None:
    assert "عضويها" in found(coder, "قبل المجلس استقالة رئيسة اللجنة وعضويها.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("كرم الأمير المهندس / سالم الحربي أمس.", "المهندس / سالم الحربي"),
        ("كما اجتمع مدير شرطة المنطقة بقائد قوة جازان اللواء ركن سعيد الغامدي.",
         "قائد قوة جازان اللواء ركن سعيد الغامدي"),
        ("يصل المدير العام للوكالة الدولية للطاقة الذرية يوكيا امانو غدا.",
         "المدير العام للوكالة الدولية للطاقة الذرية يوكيا امانو"),
    ],
)  # fmt: skip
def test_a_stroke_and_a_second_person(coder: Coder, text: str, name: str) -> None:
    assert any(m.endswith(name) for m in found(coder, text))
