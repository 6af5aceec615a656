"""Who did what to whom, in the ways newsrooms write it. The judge is left out where a rule of grammar is tested."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Record
from tellings import told

ARGUMENTS = [
    ("verb first", "هاجم مسلحون حاجزا للشرطة قرب المدينة.", ("ASSAULT", ["مسلحون"], ["حاجزا للشرطة"])),
    ("subject first", "إن الجيش اعتقل سبعة أشخاص في البلدة.", ("COERCE", ["الجيش"], ["سبعة أشخاص"])),
    ("passive by form", "اغتيل قاض في المدينة مساء أمس.", ("ASSAULT", [], ["قاض"])),
    ("passive that print does not show", "قتل ثلاثة جنود في البلدة.", ("ASSAULT", [], ["ثلاثة جنود"])),
    ("passive with an agent", "قتل ضابط على يد مسلحين في البلدة.", ("ASSAULT", ["مسلحين"], ["ضابط"])),
    ("verbal noun", "أعلنت الوزارة مقتل خمسة أشخاص في البلدة.", ("ASSAULT", [], ["خمسة أشخاص"])),
    ("relative clause", "وصل المسلحون الذين خطفوا المهندس إلى الجبل.", ("ASSAULT", ["المسلحون"], ["المهندس"])),
    ("two-sided", "اشتبك الجيش مع المتمردين شمال المدينة.", ("ASSAULT", ["الجيش", "المتمردين"], [])),
    ("two subjects", "قصف الجيش والشرطة مواقع للمتمردين.", ("ASSAULT", ["الجيش", "الشرطة"], ["للمتمردين"])),
    ("reciprocal", "التقى الرئيس المصري نظيره التونسي في جنيف.", ("CONSULT", ["الرئيس المصري", "نظيره التونسي"], [])),
    ("control", "طلبت الحكومة من الحركة الإفراج عن الأسرى.", ("REQUEST", ["الحكومة"], ["الحركة"])),
    ("host and visitor", "استقبل الملك الأردني وزير الخارجية الألماني في عمان.",
     ("CONSULT", ["وزير الخارجية الألماني"], ["الملك الأردني"])),
    ("support verb", "نفذ الطيران غارة على المتمردين.", ("ASSAULT", ["الطيران"], ["المتمردين"])),
    ("nationality as actor", "أسفرت الغارات الروسية على المتمردين عن دمار.", ("ASSAULT", ["الروسية"], ["المتمردين"])),
    ("whose it is", "اتهمت المعارضة الحكومة بالفساد.", ("ACCUSE", ["المعارضة"], ["الحكومة"])),
    ("nobody known", "انفجرت عبوة ناسفة في السوق.", ("ASSAULT", [], [])),
    ("participle", "غادر الوزير القاعة متهما المعارضة بالتحريض.", ("ACCUSE", ["الوزير"], ["المعارضة"])),
    ("what a bomb goes off beside", "انفجرت عبوة ناسفة قرب حاجز للشرطة في المدينة.", ("ASSAULT", [], ["للشرطة"])),
    ("clashes name their sides", "اندلعت اشتباكات بين الجيش والمتمردين في البلدة.", ("ASSAULT", ["الجيش", "المتمردين"], [])),
    ("an aside before the object", "شنت طائرات الجيش، مساء أمس، غارات على المتمردين.",
     ("ASSAULT", ["طائرات الجيش"], ["المتمردين"])),
    ("a dual before its passive", "قالت الشرطة إن شخصين قتلا في البلدة.", ("ASSAULT", [], ["شخصين"])),
    ("a dual with its adjective", "أكدت مصادر عسكرية أن جنديين ماليين قتلا.", ("ASSAULT", [], ["جنديين ماليين"])),
    ("a verb of being able", "تمكنت الشرطة من اعتقال ثلاثة مسلحين.", ("COERCE", ["الشرطة"], ["ثلاثة مسلحين"])),
    ("riots are protest", "أحرق متظاهرون إطارات ورشقوا الشرطة بالحجارة.", ("PROTEST", ["متظاهرون"], ["الشرطة"])),
    ("who announces what he can do", "أعلنت الحكومة إغلاق الحدود.", ("COERCE", ["الحكومة"], [])),
    ("who announces what others did", "أعلنت المعارضة اعتقال ثلاثة ناشطين.", ("COERCE", [], ["ثلاثة ناشطين"])),
    ("what is done to one's own", "أعلنت الوزارة احتجاز ثلاثة من موظفيها.", ("COERCE", [], ["ثلاثة من موظفيها"])),
    ("a doer as genitive", "احتج السفير على توقيف الشرطة خمسة صيادين.", ("COERCE", ["الشرطة"], ["خمسة صيادين"])),
    ("what is his is no subject", "استولت عصابة مسلحة على شاحنة إغاثة وقتلت سائقها.",
     ("ASSAULT", ["عصابة مسلحة"], ["سائقها"])),
    ("a plural takes no genitive", "هاجم مسلحون الشرطة وفروا.", ("ASSAULT", ["مسلحون"], ["الشرطة"])),
    ("an accusative begins the object", "طعن شاب جنديا قرب الحاجز.", ("ASSAULT", ["شاب"], ["جنديا"])),
    ("a dual begins the object", "أصاب قناص شرطيين في الحي.", ("ASSAULT", ["قناص"], ["شرطيين"])),
    ("what keeps its nun has no genitive", "ذبح متطرفون رهينة في الصحراء.", ("ASSAULT", ["متطرفون"], ["رهينة"])),
    ("an adjective that is a noun as well", "خطف مسلحون مهندسين أجنبيين في الجنوب.",
     ("ASSAULT", ["مسلحون"], ["مهندسين أجنبيين"])),
    ("a place is no name of a movement", "توعدت الحركة إسرائيل بالانتقام.", ("THREATEN", ["الحركة"], ["إسرائيل"])),
    ("whom a pronoun owns", "وبخ رئيس الحكومة وزراءه أمام النواب.", ("ACCUSE", ["رئيس الحكومة"], ["وزراءه"])),
    ("a second object", "منح البرلمان الحكومة الثقة أمس.", ("SUPPORT", ["البرلمان"], ["الحكومة"])),
    ("an object that the verb asks for", "أنزل الرئيس الجيش إلى الشوارع.", ("MOBILIZE", ["الرئيس"], [])),
    ("bodies that are no mentions", "اشتكى المزارعون من شركة الكهرباء.", ("ACCUSE", ["المزارعون"], ["شركة الكهرباء"])),
    ("ال in the root", "التزم الطرفان بوقف إطلاق النار.", ("RETREAT", ["الطرفان"], [])),
    ("the object of a verb is not that of its subject", "أثارت إقالة قائد الشرطة جدلا.",
     ("SANCTION", [], ["قائد الشرطة"])),
    ("meetings on a journey", "سافر الوزير إلى بغداد حيث التقى الرئيس العراقي.",
     ("CONSULT", ["الوزير", "الرئيس العراقي"], [])),
    ("an object shown by its second half", "شرح الزعيم رأيه، حيث دعا شيوخ العشائر والسياسيين إلى الحوار.",
     ("REQUEST", ["الزعيم"], ["شيوخ العشائر", "السياسيين"])),
    ("a letter apart before a quotation", "نددت الحركة بالحملة، واتهمت الوزير بـ «التحريض».",
     ("ACCUSE", ["الحركة"], ["الوزير"])),
    ("verbs spelled the same", "عبرت دبابات إثيوبية الحدود.", ("MOBILIZE", ["دبابات إثيوبية"], [])),
    ("no verb right after إن", "قال قائد الشرطة إن مسلحا قتل شرطيين.", ("ASSAULT", ["مسلحا"], ["شرطيين"])),
    ("those who demonstrate", "حاصر محتجون مقر الولاية.", ("PROTEST", ["محتجون"], ["مقر الولاية"])),
    ("what had an effect has happened", "أثار رفض الحكومة لمطالب القضاة أزمة.", ("REJECT", ["الحكومة"], [])),
    ("a diplomat sent home", "طردت فرنسا السفير السوري.", ("COERCE", ["فرنسا"], ["السفير السوري"])),
    ("assent", "وافقت الحكومة على وقف إطلاق النار.", ("AGREE", ["الحكومة"], [])),
    ("who goes on after and", "نددت الجزائر بالهجوم، وعرضت المساعدة على النيجر.", ("AGREE", ["الجزائر"], ["النيجر"])),
    ("what somebody gets", "تلقى الجيش الكيني دعما عسكريا من بولندا.", ("AID", ["بولندا"], ["الجيش الكيني"])),
    ("what it is for is nobody", "تلقى اليمن منحة من البنك الدولي لدعم الموازنة.", ("AID", ["البنك الدولي"], ["اليمن"])),
    ("a side named again", "احتجزت الشرطة الشاعر عقب لقاء قصير بينه وبين الوزير.", ("CONSULT", ["الشاعر", "الوزير"], [])),
    ("those who met agreed", "اتفقت الحكومة والحركة على هدنة عقب مفاوضات في جنيف.", ("CONSULT", ["الحكومة", "الحركة"], [])),
    ("readiness without a verb", "قال الناطق إن المنظمة مستعدة للمساعدة.", ("AGREE", ["المنظمة"], [])),
    ("courtesy before an office", "استقبل سمو ولي العهد رئيس الوزراء.", ("CONSULT", ["رئيس الوزراء"], ["سمو ولي العهد"])),
    ("an offer to do something", "عرضت كرواتيا على النازحين نقلهم إلى الحدود.", ("AGREE", ["كرواتيا"], ["النازحين"])),
    ("عبر before عن is a verb", "وعبر رئيس البرلمان عن تضامنه مع الشعب التركي.", ("SUPPORT", ["رئيس البرلمان"], ["الشعب التركي"])),
    ("a claim", "أعلن تنظيم الدولة الإسلامية مسؤوليته عن الهجوم الذي قتل خمسة جنود.",
     ("ASSAULT", ["تنظيم الدولة الإسلامية"], ["خمسة جنود"])),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), ARGUMENTS, ids=[a[0] for a in ARGUMENTS])
def test_arguments(read: Callable[[str], Record], name: str, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [told(e) for e in read(text).events]


MOODS = [
    ("لم يعتقل الجيش أحدا من السكان.", "COERCE", {"negation"}),
    ("لن تفرج السلطات عن المعتقلين.", "RETREAT", {"negation", "future"}),
    ("سيعتقل الجيش كل من يقترب من المعسكر.", "COERCE", {"future"}),
    ("إذا هاجم المسلحون القرية فسوف ينسحب السكان.", "ASSAULT", {"hypothetical"}),
    ("قد تقصف الطائرات المدينة.", "ASSAULT", {"hypothetical"}),
    ("من المقرر أن يلتقي الرئيس المصري نظيره التونسي.", "AGREE", {"future"}),
    ("من المنتظر، حسب مصادر برلمانية، أن يلتقي الرئيس المصري نظيره التونسي.", "AGREE", {"future"}),
    ("يزور الوزير الألماني تونس الأسبوع المقبل.", "AGREE", {"future"}),
    ("سيزور الوزير الألماني تونس.", "AGREE", {"future"}),
    ("غادر المسلحون القرية دون أن يقتلوا أحدا.", "ASSAULT", {"negation", "hypothetical"}),
    ("قتل مسلحون قاضيا قبل عامين.", "ASSAULT", {"historical"}),
    ("قتل مسلحون قاضيا أمس.", "ASSAULT", set()),
    ("نفت الوزارة أن يكون الجيش قد قصف القرية.", "ASSAULT", {"negation"}),
]


@pytest.mark.parametrize(("text", "kind", "moods"), MOODS, ids=[m[0][:18] for m in MOODS])
def test_auxiliary_modes(read: Callable[[str], Record], text: str, kind: str, moods: set[str]) -> None:
    found = [{str(a) for a in e.auxiliary} for e in read(text).events if e.type == kind]
    assert found and found[0] - {"hypothetical"} == moods - {"hypothetical"}
    assert "hypothetical" not in found[0] or moods


def test_sizes_are_the_total_and_not_its_parts(read: Callable[[str], Record]) -> None:
    record = read("قتل 14 شخصا بينهم طفلان وأصيب نحو ثلاثين آخرون في تفجير وسط المدينة.")
    assert len([e for e in record.events if e.type == "ASSAULT"]) == 1
    sizes = {s.kind: (s.low, s.high, s.exact) for s in record.events[0].size}
    assert sizes["dead"] == (14, 14, True)
    assert sizes["injured"][:2] == (30, 30) and not sizes["injured"][2]


def test_a_revised_toll_is_no_second_event(read: Callable[[str], Record]) -> None:
    record = read("قتل 14 شخصا في تفجير وسط بغداد أمس.\nوكانت حصيلة سابقة قد أشارت إلى مقتل تسعة أشخاص.")
    deaths = [(s.low) for e in record.events for s in e.size if s.kind == "dead"]
    assert deaths == [14]


def test_headline_and_body_tell_one_event() -> None:
    coder = unjudged(khabar.load())
    article = bare_article("هاجم مسلحون مجهولون قاعدة للجيش في كركوك أمس وقتلوا جنديين.", "مسلحون يهاجمون قاعدة للجيش في كركوك")
    events = [e for e in coder.code(article).events if e.type == "ASSAULT"]
    assert len(events) == 1 and len(events[0].also) >= 1
    assert events[0].trigger.start > len(article.headline or "")


@pytest.mark.parametrize(
    ("text", "place", "origin"),
    [
        ("اعتقلت الشرطة سبعة أشخاص في مدينة حلب.", "حلب", "event"),
        ("شهدت بغداد هجوما على مركز للشرطة.", "بغداد", "event"),
    ],
)
def test_places(read: Callable[[str], Record], text: str, place: str, origin: str) -> None:
    event = read(text).events[0]
    assert event.place is not None
    assert (event.place.place.name_ar, event.place.origin) == (place, origin)


@pytest.mark.parametrize(
    ("text", "country"),
    [("قصفت الطائرات مواقع داخل الأراضي السورية.", "SYR"), ("زار وزير الخارجية الألماني تونس.", "TUN")],
)
def test_lands_and_what_is_visited_are_places(read: Callable[[str], Record], text: str, country: str) -> None:
    (event,) = read(text).events
    assert event.place is not None and event.place.place.country == country
    assert event.place.span.of(text) == event.place.text


def test_a_denied_part_in_a_deed_is_denied(read: Callable[[str], Record]) -> None:
    (event,) = read("نفت الحركة تورطها في اغتيال القاضي.").events
    assert event.type == "ASSAULT" and [s.mention.text for s in event.denied_by if s.mention] == ["الحركة"]


def test_a_toll_that_rises_is_the_size_of_the_attack(read: Callable[[str], Record]) -> None:
    (event,) = read("قتل عشرة أشخاص في هجوم على السوق. وارتفعت الحصيلة إلى خمسة عشر قتيلا.").events
    assert ("dead", 15) in [(str(s.kind), s.low) for s in event.size]


def test_the_dateline_is_the_last_resort() -> None:
    from dataclasses import replace

    coder = unjudged(khabar.load())
    article = replace(bare_article("قتل مسلحون سبعة أشخاص أمس. واعتقلت الشرطة مسلحا."), dateline="صنعاء")
    place, none = (e.place for e in coder.code(article).events)
    assert place is not None and (place.place.country, place.origin) == ("YEM", "dateline")
    assert none is None


def test_times_are_those_that_govern_the_event(read: Callable[[str], Record]) -> None:
    first = read("اعتقلت الشرطة سبعة أشخاص أول من أمس.").events[0].time
    assert first is not None and (str(first.start), first.origin) == ("2019-05-05", "event")
    other = read("اعتقلت الشرطة سبعة أشخاص.").events[0].time
    assert other is not None and (str(other.start), other.origin) == ("2019-05-07", "published")


NOT_EVENTS = [
    "لقي سبعة أشخاص مصرعهم في حادث سير على الطريق الدولي.",
    "ضرب زلزال قوي سواحل الجزيرة فجرا.",
    "أصيب الوزير بنوبة قلبية ونقل إلى المستشفى.",
    "فجر المدرب مفاجأة في مؤتمره الصحفي.",
    "خطفت الممثلة الأضواء في المهرجان.",
]


@pytest.mark.parametrize("text", NOT_EVENTS, ids=[t[:14] for t in NOT_EVENTS])
def test_accidents_disasters_and_figures_of_speech_are_none(read: Callable[[str], Record], text: str) -> None:
    assert [told(e) for e in read(text).events if e.type == "ASSAULT"] == []


@pytest.mark.parametrize(
    "text", ["وهناك خلاف بين الوزيرين.", "يدعم التطبيق لغات كثيرة.", "الأمر لا يقبل الجدل.", "سيعانون من العطش."]
)
def test_things_are_nobody(read: Callable[[str], Record], text: str) -> None:
    assert [told(e) for e in read(text).events] == []


def test_the_content_of_a_demand_is_no_event_of_its_own(read: Callable[[str], Record]) -> None:
    assert [e.type for e in read("طالبت الأمم المتحدة الحكومة بالإفراج عن الصحفيين.").events] == ["REQUEST"]


def test_the_judge_tells_a_happening_from_a_mention() -> None:
    coder = khabar.load()
    told_of = coder.code(bare_article("قتل سبعة أشخاص وأصيب عشرون في هجوم انتحاري استهدف مركزا للشرطة وسط بغداد أمس."))
    general = coder.code(bare_article("ويرى الخبراء أن ظاهرة الهجمات الانتحارية تحتاج إلى دراسة أعمق لأسبابها."))
    assert [e.type for e in told_of.events] == ["ASSAULT"]
    assert [e.type for e in general.events if not e.auxiliary] == []


def test_sport_is_no_conflict(read: Callable[[str], Record]) -> None:
    assert read("هاجم الفريق مرمى المنتخب في الشوط الثاني من المباراة.").events == ()
    assert [e.type for e in read("هاجم مسلحون حافلة فريق كرة القدم وقتلوا ثلاثة لاعبين.").events] == ["ASSAULT"]


def test_accidents_in_the_sentence_or_the_headline_hurt_people_too() -> None:
    coder = unjudged(khabar.load())
    article = bare_article("وأدى الحادث إلى مقتل ستة أشخاص وإصابة أربعة.", "حادث مروري مروع على الطريق الدولي")
    assert [e.type for e in coder.code(article).events if e.type == "ASSAULT"] == []


NO_HAPPENING = [
    ("what a thing is done for", "قالت السلطات إنها تتخذ خطوات لمحاكمة المسؤولين عن التسريب."),
    ("what a centre is for", "يقع المتجر قرب مركز تدريب القوات الخاصة."),
    ("what a committee is named after", "تعمل الفرق مع اللجنة العليا للإغاثة التابعة للحكومة."),
    ("a participle behind its noun", "حضر الحفل قائد القوات المساعدة عبد الله أوقصر."),
    ("deaths that nature causes", "أدت انهيارات أرضية وقعت فجر الخميس إلى مقتل ثلاثين شخصا."),
    ("an earthquake in two words before", "تسبب زلزالان قويان في مقتل تسعة آلاف شخص."),
    ("a prayer", "ودعت القيادة الله أن يتغمد الفقيد برحمته."),
    ("a prayer in a participle", "ألقى الوزير كلمة، داعيا الله أن يرحم الشهداء."),
    ("what the Prophet says", "وقد حث النبي على الصدق في القول والعمل."),
    ("a verse", "وذكّرهم بقوله: «أَنْ يُقَتَّلُوا أَوْ يُصَلَّبُوا»."),
    ("what somebody stands for", "نقلت الصحيفة الحديث عن مسؤولين يدعمون الاتفاق."),
]


@pytest.mark.parametrize("text", [t for _, t in NO_HAPPENING], ids=[n for n, _ in NO_HAPPENING])
def test_what_is_no_happening(read: Callable[[str], Record], text: str) -> None:
    assert not read(text).events


def test_what_is_planned_with_lam_stays(read: Callable[[str], Record]) -> None:
    assert [e.type for e in read("خطط المسلحون لتفجير الجسر القديم.").events] == ["ASSAULT"]


def test_good_wishes_of_one_person_are_one_event(read: Callable[[str], Record]) -> None:
    text = "بعث الملك برقية تهنئة إلى الرئيس التونسي بمناسبة العيد الوطني. وأعرب الملك عن أصدق التهاني لفخامته."
    assert len(read(text).events) == 1


def test_a_deed_told_of_again_as_the_subject_is_one_event(read: Callable[[str], Record]) -> None:
    text = "وقع إطلاق نار قرب مركز للجيش في البلدة. وقالت السلطات إن إطلاق النار لم يسفر عن إصابات."
    assert len(read(text).events) == 1


def test_months_are_nobody(read: Callable[[str], Record]) -> None:
    assert all(not e.recipients for e in read("بقيت آثار تفجيرات مايو في الذاكرة.").events)
