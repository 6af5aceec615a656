"""What is told in general is no event: habits, laws, standing states, questions, what an attack's place did."""

from __future__ import annotations

import pytest

import khabar
from khabar.coder import Coder
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Published


@pytest.fixture(scope="module")
def coder() -> Coder:
    return unjudged(khabar.load())


@pytest.fixture(scope="module")
def full() -> Coder:
    return khabar.load()


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
        "حث الصحابي جاره على الصدق كما روى عن النبي صلى الله عليه وسلم.",
        "قال الطبيب إن اللقاح الجديد يقتل آمال العدوى في الانتشار.",
        "تهدد هوايته الغريبة راحة الجيران.",
        "حذرت الهيئة من برنامج يتضمن أخبارا كاذبة أو مضللة.",
        "اشترط النظام ألا يكون الموظف معينا على بند الأجور.",
        "يجسد البطل في الفيلم شخصية ضابط يخطفه إرهابيون ويعذبونه.",
        "أثنت لجنة التحكيم على الفائزين بجائزة الرواية في حفل الختام.",
        "وشدد على ضرورة انسحاب القوات الأجنبية من المدينة.",
        "وهو استمرار للتدريبات المشتركة التي تجرى سنويا بين الأردن ومصر.",
        "وتعلن السلطات بانتظام تفكيك خلايا إرهابية.",
        "أصدرت الهيئة المعنية بمكافحة غسل الأموال وتمويل الإرهاب تقريرها السنوي.",
        "تلقى تدريبا على كيفية صناعة المتفجرات وتفجيرها.",
        "أدى انهيار المنجم إلى احتجاز 15 عاملا بداخله.",
    ],
)
def test_general(coder: Coder, text: str) -> None:
    assert coded(coder, text) == []


def test_what_a_rally_is_said_to_demand_is_no_event(full: Coder) -> None:
    told = coded(full, "شهدت رام الله تظاهرة رافضة للقرار ومطالبة بالإفراج عن المعتقلين.")
    assert [t.split()[0] for t in told] == ["PROTEST"]


def test_how_many_are_to_die_is_told_once(full: Coder) -> None:
    told = coded(full, "قضت محكمة في بلدة سلوك بإعدام خمسة متهمين شنقا.")
    assert [t.split()[0] for t in told] == ["SANCTION"]


def test_what_is_to_stop_is_no_event(full: Coder) -> None:
    told = coded(full, "بحث الوزيران في عمان أهمية الوقف الفوري لإطلاق النار في الحديدة.")
    assert [t.split()[0] for t in told] == ["CONSULT"]


def test_what_a_crowd_demands_is_no_event(coder: Coder) -> None:
    told = coded(coder, "تجمع السكان في الساحة للمطالبة بالإفراج عن معلم القرية.")
    assert [e.split()[0] for e in told] == ["PROTEST"]


def test_what_demonstrators_demand_is_no_demand(coder: Coder) -> None:
    text = "خرجت مظاهرة في العاصمة أمس.\nوقطع شبان الطريق.\nوطالب بعض المتظاهرين الحكومة بالاستقالة."
    assert not [e for e in coded(coder, text) if e.startswith("REQUEST")]


def test_who_takes_part_in_a_rally_demonstrates(coder: Coder) -> None:
    text = "خرجت مسيرة في العاصمة أمس.\nوقطع شبان الطريق.\nوطالب المشاركون في المسيرة برحيل الحكومة."
    assert not [e for e in coded(coder, text) if e.startswith("REQUEST")]


def test_what_a_crowd_chants_for_is_no_event(coder: Coder) -> None:
    assert [e.split()[0] for e in coded(coder, "هتف المشاركون بإقالة الحكومة أمام البرلمان.")] == ["PROTEST"]


def test_a_march_behind_a_comma_is_no_participle(coder: Coder) -> None:
    told = coded(coder, "فضت السلطات، أمس الأربعاء، مسيرة احتجاجية للأساتذة.")
    assert any(e.startswith("COERCE") for e in told)


def test_standing(coder: Coder) -> None:
    """Who holds a town is told in the body of a report as a state, in a headline as news."""
    body = "وصلت قافلة إلى بلدة حريم. وتسيطر جبهة الشام على المعبر القريب منها. وقال سكان إن الطرق مقطوعة."
    assert not [e for e in coded(coder, body) if e.startswith("COERCE")]


def test_scene_of_an_attack(coder: Coder) -> None:
    assert coded(coder, "قتل 22 شخصا في هجوم لندن الذي نفذه مسلحون أمس.") != []
    assert not [e for e in coded(coder, "وأسفر هجوم باريس عن مقتل عشرين شخصا.") if e.endswith("| باريس")]


def test_match(coder: Coder) -> None:
    """A report that is about a match tells of no politics, but of what happens in the stands."""
    text = (
        "الهلال يستعد لمباراة الكأس\n\nيخوض الفريق مباراة صعبة الجمعة. ورفض المدرب أن يشارك اللاعب المصاب."
        " وطالبت الإدارة بحضور أكبر. وينتظر المنتخب عودة لاعبيه."
    )
    assert coded(coder, text) == []


def test_column(coder: Coder) -> None:
    """What a writer names for the sake of argument is told only where it has its day, its toll or its source."""
    text = (
        "متى نتعلم؟\n\nكيف نقبل هذا؟ أقول لكم بصراحة: لا أعرف! لقد أغلقت الوزارة المصنع.. فهل سألها أحد؟"
        " أظن أن الجواب معروف! قتل الجنود ثلاثة صيادين في 4 مايو. ألا نخجل؟ أكتب هذا وأنا حزين..."
    )
    assert [e.split()[0] for e in coded(coder, text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("لم يكن قصف المدرسة جريمتهم الأولى في البلدة.", []),
        ("لم يقصف الجيش المدرسة أمس.", ["negation"]),
        ("كثفت المقاومة عملياتها الهادفة لاستعادة الشرعية وطرد المسلحين من المدينة.", ["hypothetical"]),
        ("كان هدفهم هو الاستيلاء على الميناء.", ["hypothetical"]),
        ("أوضح الحزب أسباب إقالة الوزير.", []),
        ("أمكن للشرطة إلقاء القبض على لصين.", []),
        ("أود أن أشكر الحكومة التركية على مساعدتها.", []),
        ("قد تسعى الشركة كي تجد تمويلا بعد أن أوقفت الحكومة دعمها للمصنع.", []),
    ],
)
def test_moods(coder: Coder, text: str, moods: list[str]) -> None:
    assert {tuple(e.auxiliary) for e in coder.code(bare_article(text)).events} == {tuple(moods)}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("أكدت الشرطة احتجاز المشتبه به في حادث الدهس.", "COERCE"),
        ("وصف صالح خصمه بأنه خائن لا نموذج للأمة.", "ACCUSE"),
    ],
)
def test_particular(coder: Coder, text: str, type: str) -> None:
    assert [e.split()[0] for e in coded(coder, text)] == [type]


def test_headline_opens_with_the_day_to_come(coder: Coder) -> None:
    published = Published("2017-06-02", "day", None, "2017-06-02", "given")
    headline = "غدا.. اجتماع طارئ بين وزيري خارجية مصر وتونس"
    record = coder.code(bare_article("قالت الجامعة إن القاعة جاهزة.", headline, published))
    assert [(e.type, e.auxiliary) for e in record.events] == [("AGREE", ("future",))]


@pytest.mark.parametrize(
    "text",
    [
        "قال إن الالتحاق بالحكومة يتطلب استقالته من البرلمان.",
        "وأكد أن من حق المواطن رفض العرض.",
        "وصف صالح الزعيم بأنه آخر عمالقة القرن.",
    ],
)
def test_needed_allowed_or_praised(full: Coder, text: str) -> None:
    assert coded(full, text) == []


def test_under_whose_hold_a_town_is(full: Coder) -> None:
    """A town that is in somebody's hands is no event, one that comes into them is."""
    assert coded(full, "قصفت الطائرة بلدة تحت سيطرة الفصائل.") == ["ASSAULT قصفت | الطائرة"]
    assert coded(full, "أصبحت البلدة تحت سيطرة الجيش.") == ["COERCE سيطرة | الجيش"]


def test_day_to_come(coder: Coder) -> None:
    """A present with a day after the day of publication is still to come."""
    record = coder.read("يؤدي وزير خارجية فرنسا زيارة إلى تونس يومي 4 و5 جوان 2017.", published="2017-06-02")
    assert [(e.type, e.auxiliary) for e in record.events] == [("AGREE", ("future",))]
