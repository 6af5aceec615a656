"""Plain ways of denying: what is denied did not happen by those words, who denies is named, who does not deny is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Auxiliary, Event, Record, Stance
from tellings import REPORT, told


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text))


def deniers(event: Event) -> list[str]:
    """Who denies an event, as words of the text."""
    return [d.mention.text for d in event.denied_by]


def deed(record: Record, *types: str) -> Event:
    """The first event of some types, of force where none is given."""
    return next(e for e in record.events if e.type in (types or ("ASSAULT", "COERCE", "RETREAT")))


OWN_FORCES = [
    ("نفت روما قتل جنودها مدنيين قرب طبرق.", ["جنودها"], ["مدنيين"]),
    ("نفى الحرس الوطني اعتقال مخابراته صحفيين في صفاقس.", ["مخابراته"], ["صحفيين"]),
    ("أكدت الحركة قتل مقاتليها جنديين شرق المدينة.", ["مقاتليها"], ["جنديين"]),
    ("نفت الرباط تعذيب شرطتها سجناء في طنجة.", ["شرطتها"], ["سجناء"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), OWN_FORCES, ids=[t[0] for t in OWN_FORCES])
def test_ones_own_forces_did_it(
    read: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    assert told(deed(read(text + REPORT)))[1:] == (actors, recipients)


def test_ones_own_forces_that_fell_suffered_it(read: Callable[[str], Record]) -> None:
    event = deed(read("أعلنت الحكومة مقتل جنودها الثلاثة قرب الحدود." + REPORT))
    assert [m.text for m in event.recipients] == ["جنودها الثلاثة"]


UNTRUE = [
    ("ليس صحيحا أن جنودنا قصفوا السوق، قال المتحدث باسم الجيش التشادي.", ["المتحدث باسم الجيش التشادي"]),
    ("من غير الصحيح أن الشرطة اعتقلت الطلاب، بحسب قائد الشرطة.", ["قائد الشرطة"]),
    ("وقال العمدة إن من غير الصحيح القول إن الشرطة ضربت المصلين.", ["العمدة"]),
    ("وقال العمدة إنه \"من غير الصحيح\" أن الشرطة ضربت المصلين.", ["العمدة"]),
    ("غير صحيح أن الشرطة أطلقت النار على العمال.", []),
    ("لا صحة لاعتقال نائب في البرلمان الأردني، بحسب وزارة العدل.", ["وزارة العدل"]),
    ("الكويت: لا صحة لاعتقال صياد عراقي.", ["الكويت"]),
    ("ما من صحة لما يقال عن طرد العمال الأجانب، حسبما صرح به السفير الهندي.", ["السفير الهندي"]),
    ("كررت الخرطوم نفيها استهداف النازحين في دارفور.", ["الخرطوم"]),
    ("جاء نفي الحكومة اعتقال النائب بعد ساعات.", ["الحكومة"]),
    ("الشرطة الغانية: لم يتم اعتقال أي متظاهر.", ["الشرطة الغانية"]),
    ("نفى محامي النقابي الإفراج عن موكله.", ["محامي النقابي"]),
    ("نفت الحكومة الموريتانية تعليق التعاون العسكري مع مدريد.", ["الحكومة الموريتانية"]),
    ("وصف نواب ما قيل عن اعتقال زميلهم بأنه إشاعة.", ["نواب"]),
    ("نفى الوزير طلب قرض من البنك الدولي.", ["الوزير"]),
]


@pytest.mark.parametrize(("text", "who"), UNTRUE, ids=[t[0] for t in UNTRUE])
def test_what_is_called_untrue_did_not_happen(read: Callable[[str], Record], text: str, who: list[str]) -> None:
    event = read(text + REPORT).events[0]
    assert Auxiliary.NEGATION in event.auxiliary
    assert deniers(event) == who
    assert not who or event.stance is Stance.DENIES


def test_who_still_denies_is_named() -> None:
    event = khabar.load().code(bare_article("لا تزال الحكومة الإثيوبية تنفي تعذيب الطلاب." + REPORT)).events[0]
    assert deniers(event) == ["الحكومة الإثيوبية"]


def test_what_is_not_said_to_have_ended_is_not_denied(read: Callable[[str], Record]) -> None:
    record = read("نفت الحكومة الموريتانية تعليق التعاون العسكري مع مدريد." + REPORT)
    assert not any(e.denied_by for e in record.events if e.type == "COOPERATE")


OF_WHOM = [
    ("نفى ناطق عسكري أن يكون الطيار الذي أسره المتمردون قد أعدم.", ["أسره"], ["أعدم"]),
    ("نفت الحركة أن تكون الرهينة التي خطفها مقاتلوها قد قتلت.", ["خطفها"], ["قتلت"]),
    ("نفت النيابة أن تكون الصحفية التي اعتقلتها الشرطة قد ضربت.", ["اعتقلتها"], ["ضربت"]),
]


@pytest.mark.parametrize(("text", "granted", "denied"), OF_WHOM, ids=[t[0] for t in OF_WHOM])
def test_what_says_of_whom_a_denial_is_was_done(
    read: Callable[[str], Record], text: str, granted: list[str], denied: list[str]
) -> None:
    events = read(text + REPORT).events
    assert [e.trigger_text for e in events if Auxiliary.NEGATION not in e.auxiliary and not e.denied_by] == granted
    assert [e.trigger_text for e in events if Auxiliary.NEGATION in e.auxiliary] == denied


TOLD = [
    "لم ينف وزير الداخلية اعتقال الناشطة.",
    "لم تنف الحكومة ولم تؤكد احتجاز الصحفي الكندي.",
    "لم يؤكد الجيش مقتل زعيم المتمردين في غارة.",
    "نفى وزير الخارجية علمه باعتقال صحفيين في المطار.",
    "لا تنفي بكين أنها احتجزت رجال أعمال كوريين.",
    "قال الوزير إن الخبر غير صحيح وإن الشرطة اعتقلت ثلاثة لصوص.",
    "ليس صحيحا فقط أن الجيش قصف القرية، بل أحرق بيوتها.",
    "دعت الأمم المتحدة إلى الهدوء عقب اغتيال رئيس البلدية.",
    "طالبت المعارضة باستقالة الحكومة إثر قصف الجيش سوقا في نيالا.",
]


@pytest.mark.parametrize("text", TOLD)
def test_what_nobody_denies_is_told(read: Callable[[str], Record], text: str) -> None:
    event = deed(read(text + REPORT), "ASSAULT", "COERCE", "SANCTION")
    assert not event.auxiliary
    assert not event.denied_by


def test_who_denies_does_not_deny_what_came_of_it(read: Callable[[str], Record]) -> None:
    record = read("اعتقل الأمن الكاتب سالم حمد دون نفي الوزارة اعتقال آخرين." + REPORT)
    assert not any(e.denied_by for e in record.events)


ANSWERED = [
    ("إثيوبيا تتهم إريتريا بتسليح متمردين وأسمرة تنفي", ["متمردين"], ["أسمرة"]),
    ("المعارضة تتهم الشرطة بقتل متظاهر والداخلية تنفي", ["متظاهر"], ["الداخلية"]),
    ("ناشطون: الشرطة قتلت سائقا والداخلية تنفي", ["سائقا"], ["الداخلية"]),
]


@pytest.mark.parametrize(("text", "recipients", "who"), ANSWERED, ids=[t[0] for t in ANSWERED])
def test_who_denies_alone_answers_what_was_told(
    read: Callable[[str], Record], text: str, recipients: list[str], who: list[str]
) -> None:
    event = deed(read(f"{text}\n{REPORT}"), "ASSAULT", "AID")
    assert [m.text for m in event.recipients] == recipients
    assert deniers(event) == who


IN_ANOTHER_SENTENCE = [
    ("قال الصيادون إن الجيش أطلق النار على صياد وأصابه. ونفى مصدر عسكري الحادثة.", ["مصدر عسكري"]),
    ("ذكر موقع محلي أن مسلحين خطفوا ثلاثة عمال من الحقل. وقالت الشركة إن ما نشر عار عن الصحة.", ["الشركة"]),
    ("قال ناشطون إن القوات اعتقلت شيخ القبيلة. لكن القوات نفت، وقالت إنه غادر البلدة.", ["القوات"]),
    ("أعلنت المعارضة أن الطائرات قصفت مشفى. وجاء الرد من وزارة الدفاع التي نفت الخبر.", ["وزارة الدفاع"]),
    ("قالت جمعية حقوقية إن الأمن اعتقل الرسام سالم حمد. وأوضح شقيقه أن الرسام لم يعتقل.", ["شقيقه"]),
    ("قال مسعفون إن القصف التركي أدى إلى مقتل ثلاثة أطفال. ونفت أنقرة قتل مدنيين.", ["أنقرة"]),
]


@pytest.mark.parametrize(("text", "who"), IN_ANOTHER_SENTENCE, ids=[t[0] for t in IN_ANOTHER_SENTENCE])
def test_a_denial_in_another_sentence_is_tied(read: Callable[[str], Record], text: str, who: list[str]) -> None:
    event = deed(read("تطورات\n" + text + REPORT))
    assert Auxiliary.NEGATION not in event.auxiliary
    assert deniers(event) == who


DENIES_OWN = [
    ("أنكر المتهم قتل جاره أمام محكمة الجنايات.", ["المتهم"], ["جاره"]),
    ("نفى الموقوفون خطف التاجر.", ["الموقوفون"], ["التاجر"]),
    ("نفت تونس طرد دبلوماسيين ليبيين.", ["تونس"], ["دبلوماسيين ليبيين"]),
    ("أنكر الوزير اعتقال الصحفي.", [], ["الصحفي"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), DENIES_OWN, ids=[t[0] for t in DENIES_OWN])
def test_the_accused_is_meant_to_have_done_it(
    read: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    assert told(deed(read(text + REPORT)))[1:] == (actors, recipients)


def test_who_denies_other_things_beside_a_deed_has_done_it(read: Callable[[str], Record]) -> None:
    record = read("طردت غانا دبلوماسيا توغوليا، واصفة الاتهامات بأنها كاذبة." + REPORT)
    assert not deed(record).denied_by


def test_who_denies_to_have_asked_is_no_asked(read: Callable[[str], Record]) -> None:
    event = deed(read("نفت بغداد طلب مساعدة من البنك الدولي." + REPORT), "REQUEST")
    assert told(event)[1:] == (["بغداد"], ["البنك الدولي"])


KEPT_FROM = [
    ("زعم مسؤول أرمني أن الطيران قصف محطة قطارات.", Stance.DOUBTS),
    ("يقال إن مسلحين خطفوا سائحا نمساويا.", Stance.DOUBTS),
    ("قال مسؤول أرمني إن الطيران قصف محطة قطارات.", Stance.ASSERTS),
]


@pytest.mark.parametrize(("text", "stance"), KEPT_FROM, ids=[t[0] for t in KEPT_FROM])
def test_what_is_claimed_is_doubted(read: Callable[[str], Record], text: str, stance: Stance) -> None:
    assert deed(read(text + REPORT)).stance is stance


def test_who_tells_a_thing_may_be_named_behind_it(read: Callable[[str], Record]) -> None:
    record = read("اعتقلت الشرطة ثلاثة طلاب، أكد محاميهم في اتصال هاتفي." + REPORT)
    first = record.attribution(deed(record))[0]
    assert [s.mention.text for s in first.chain if s.mention is not None] == ["محاميهم"]
