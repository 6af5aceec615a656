"""Plain wordings of courts, arrests, resignations and strikes: who did what to whom, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.coder import Coder
from khabar.pages.read import read_page
from khabar.records import Record
from tellings import told


@pytest.fixture(scope="module")
def whole() -> Coder:
    return khabar.load()


def _all(record: Record) -> list[tuple[str, list[str], list[str]]]:
    return [told(event) for event in record.events]


BELOW = [
    ("إعتقلت الشرطة ناشطا في بيروت.", [("COERCE", ["الشرطة"], ["ناشطا"])]),
    ("إستقال وزير العدل كريم حداد.", [("RETREAT", ["وزير العدل كريم حداد"], [])]),
    ("إتهم النائب كريم حداد الحكومة بالفساد.", [("ACCUSE", ["النائب كريم حداد"], ["الحكومة"])]),
    ("وإلتقى الرئيس رئيس الحكومة.", [("CONSULT", ["الرئيس", "رئيس الحكومة"], [])]),
    ("أعلنت الحكومة إنشاء لجنة.", []),
]


@pytest.mark.parametrize(("text", "found"), BELOW)
def test_pasts_with_a_hamza_below(
    read: Callable[[str], Record], text: str, found: list[tuple[str, list[str], list[str]]]
) -> None:
    """Many print the alef that only joins with a hamza, as that of nouns and of the form `أفعل`."""
    assert _all(read(text)) == found


WORDED = [
    ("a noun for men behind a court", "أدانت المحكمة الصحفي بتهمة الرشوة.", ("SANCTION", ["المحكمة"], ["الصحفي"])),
    ("behind prosecutors", "أحالت النيابة الصحفي إلى المحاكمة.", ("ACCUSE", ["النيابة"], ["الصحفي"])),
    ("a woman's adjective behind a man", "اتهم الوزير المعارضة بالخيانة.", ("ACCUSE", ["الوزير"], ["المعارضة"])),
    ("an adjective that agrees", "زار الوزير السعودي بيروت.", ("CONSULT", ["الوزير السعودي"], ["بيروت"])),
    ("an order of nobody's", "صدر أمر ملكي بإعفاء وزير الصحة سالم حمد من منصبه.",
     ("SANCTION", [], ["وزير الصحة سالم حمد"])),
    ("an aim behind a body", "ناشدت العائلة منظمة الصليب الأحمر للتدخل لدى السلطات.",
     ("REQUEST", ["العائلة"], ["منظمة الصليب الأحمر"])),
    ("the accused in a pronoun", "اعتقل الصحفي سامر حداد ووجهت له تهمة التشهير.",
     ("ACCUSE", [], ["الصحفي سامر حداد"])),
    ("whom a charge has offended", "يواجه الصحفي تهمة الإساءة للملك.", ("ACCUSE", [], ["الصحفي"])),
    ("charges that are ascribed", "نسبت النيابة إلى المتهمين تهم مقاومة السلطات.",
     ("ACCUSE", ["النيابة"], ["المتهمين"])),
    ("authorities that did it", "انتقدت المنظمة توقيف سلطات الانقلاب ناشطين بارزين.",
     ("COERCE", ["سلطات الانقلاب"], ["ناشطين بارزين"])),
    ("one person behind a body", "استنكرت المنظمة احتجاز السلطات المحامي كريم حداد.",
     ("COERCE", ["السلطات"], ["المحامي كريم حداد"])),
    ("a suspect in the accusative", "اعتقلت الشرطة مشتبها به في الحريق.", ("COERCE", ["الشرطة"], ["مشتبها به"])),
    ("the suspect", "اعتقلت الشرطة المشتبه به.", ("COERCE", ["الشرطة"], ["المشتبه به"])),
    ("whose home was raided", "داهمت الشرطة منزل المحامي سامي درويش.", ("COERCE", ["الشرطة"], ["المحامي سامي درويش"])),
    ("homes of nobody", "داهمت الشرطة منازل في حي شعبي.", ("COERCE", ["الشرطة"], ["منازل"])),
    ("a rank before an office", "أمر المستشار النائب العام بحبس المتهم.",
     ("COERCE", ["المستشار النائب العام"], ["المتهم"])),
    ("an adviser and a president", "دعا المستشار الرئيس إلى الاستقالة.", ("REQUEST", ["المستشار"], ["الرئيس"])),
    ("committees", "طالبت لجان شعبية بالإفراج عن المعتقلين.", ("REQUEST", ["لجان شعبية"], [])),
    ("names behind commas", "قضت المحكمة بحبس الصحفي سالم حمد، والمدون كريم العلي، ثلاثة أشهر.",
     ("SANCTION", ["المحكمة"], ["الصحفي سالم حمد", "المدون كريم العلي"])),
    ("names behind commas and a preposition", "أفرجت السلطات عن الصحفي سالم حمد، والمحامي سامر حداد.",
     ("RETREAT", ["السلطات"], ["الصحفي سالم حمد", "المحامي سامر حداد"])),
    ("what those arrested are", "اعتقال عناصر أمن متورطين في التهريب.", ("COERCE", [], ["عناصر أمن"])),
]


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in WORDED], ids=[t[0] for t in WORDED])
def test_who_did_what_to_whom(
    read: Callable[[str], Record], text: str, event: tuple[str, list[str], list[str]]
) -> None:
    assert event in _all(read(text))


ALONE = [
    ("استقال الوزير احتجاجا على رفع أسعار الخبز.", ["RETREAT"]),
    ("أضرب العمال احتجاجا على تأخر رواتبهم.", ["PROTEST"]),
    ("استدعت الخارجية السفير وسلمته مذكرة احتجاج على تصريحاته.", ["ACCUSE"]),
    ("قررت النيابة إخلاء سبيل عشرين متهما على ذمة التحقيقات.", ["RETREAT"]),
    ("فتحت النيابة تحقيقا مع الوزير.", ["ACCUSE"]),
]


@pytest.mark.parametrize(("text", "types"), ALONE)
def test_one_step_is_one_event(read: Callable[[str], Record], text: str, types: list[str]) -> None:
    assert [event.type for event in read(text).events] == types


CHARGED = [
    ("lies", "اعتقلت الشرطة المدون بتهمة نشر أخبار كاذبة.", ["COERCE"]),
    ("why", "حبس صحفي خمسة أعوام بسبب نشر أخبار كاذبة.", ["COERCE"]),
    ("calls", "أوقف الناشط لاتهامه بالتحريض على التظاهر.", ["COERCE"]),
    ("words", "اعتقل شاب بتهمة التشهير بالوزير.", ["COERCE"]),
    ("lies somebody is accused of", "اتهم الوزير المعارضة بنشر الشائعات.", ["ACCUSE", "COERCE"]),
    ("force", "أحالت النيابة المتهم إلى المحاكمة بتهمة قتل تاجر.", ["ACCUSE", "ASSAULT"]),
]


@pytest.mark.parametrize(("text", "types"), [t[1:] for t in CHARGED], ids=[t[0] for t in CHARGED])
def test_what_is_only_charged_has_not_happened(read: Callable[[str], Record], text: str, types: list[str]) -> None:
    assert [event.type for event in read(text).events] == types


NOTHING = [
    "أصدر الرئيس أمرا بتعيين سالم حمد وزيرا للصحة.",
    "سافر رئيس تحرير موقع الفجر.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_event(read: Callable[[str], Record], text: str) -> None:
    assert _all(read(text)) == []


def _report(coder: Coder, headline: str, text: str) -> list[tuple[str, list[str], list[str]]]:
    body = text + "\nويرى مراقبون أن القضية تثير جدلا واسعا في البلاد."
    return _all(coder.code(read_page(body, headline=headline, published="2020-03-03")))


def test_what_the_headline_calls_jailing_is_the_verdict(whole: Coder) -> None:
    found = _report(whole, "سجن ناشط ثلاث سنوات", "حكمت محكمة تونسية على الناشط كريم العلي بالسجن ثلاث سنوات.")
    assert found == [("SANCTION", ["محكمة تونسية"], ["الناشط كريم العلي"])]


TWO = [
    ("a verdict of a year ago", "أحكام على نائب",
     "حكمت المحكمة اليوم بالسجن خمس سنوات على النائب كريم العلي.\n"
     "وكانت محكمة أخرى حكمت قبل عام بالسجن سنتين على النائب كريم العلي.", "SANCTION"),
    ("two by name", "مذكرتا قبض",
     "أصدرت المحكمة مذكرة قبض بحق النائب كريم العلي.\nوأصدرت المحكمة مذكرة قبض بحق النائب سامر حداد.", "THREATEN"),
    ("one and six taken", "خطف ناشطين",
     "خطف مسلحون أمس السبت الأمين العام للحركة سامر حداد.\nوفرق مسلحون اليوم وقفة وخطفوا ستة من الناشطين.",
     "ASSAULT"),
]


@pytest.mark.parametrize(("headline", "text", "kind"), [t[1:] for t in TWO], ids=[t[0] for t in TWO])
def test_two_that_were_judged_or_taken_apart(whole: Coder, headline: str, text: str, kind: str) -> None:
    done = [(kind, recipients) for found, _, recipients in _report(whole, headline, text) if found == kind and recipients]
    assert len(done) == 2
