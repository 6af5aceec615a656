"""One happening, one record: what is told twice in a report, and what only looks so."""

from __future__ import annotations

import pytest

from khabar.coder import Coder
from khabar.pages.bare import bare_article
from khabar.records import Event, Published


def events_of(coder: Coder, text: str, headline: str | None = None) -> list[Event]:
    """The events of a report of one day."""
    day = Published("2019-05-07", "day", None, "2019-05-07", "given")
    return list(coder.code(bare_article(text, headline, day)).events)


ONE = {
    "what follows on history is history": "وكان جنديان قد لقيا مصرعهما السبت بانفجار لغم زرعه المتمردون قرب البلدة.",
    "what an outcome verb tells of is the same deed": (
        "استهدفت انفجارات سيارات قياديين في الحركة وأسفرت عن تدمير خمس سيارات."
    ),
    "both sides are those who met": (
        "استقبل وزير المالية سالم الفهد في مكتبه أمس سفير الأردن جمال الكردي. وبحث الجانبان العلاقات الثنائية."
    ),
    "a meeting with nobody of its own": (
        "التقى وزير الخارجية العماني نظيره الكويتي في مسقط. وجرى خلال اللقاء بحث القضايا المشتركة."
    ),
    "the same words behind the noun": (
        "نفذ مسلحون تفجير خان النور يوم السبت. وقال القاضي إن تفجير خان النور كان مدبرا."
    ),
    "a lone definite noun takes people up": (
        "ألقت السلطات القبض على مسؤول رفيع المستوى. وقالت الصحيفة إن اعتقال المسؤول جرى ليلا."
    ),
    "a verdict and its sentence": "أدانت المحكمة الوزير السابق سمير حداد بالرشوة وحكم عليه بالسجن عشرين عاما.",
    "what more was done to the same": "ردت المقاتلات باستهداف منصة الصواريخ وتدميرها فجر الأحد.",
    "a verb with its own noun": "وهو مطلب ترفضه الحكومة رفضا قاطعا.",
    "aid that is given out": "أمر المحافظ بصرف إعانة عاجلة للأسر المتضررة.",
    "those who fell in a clash": "وقتل شرطيان في المواجهات ليلا.",
    "a fighter of the group": (
        "توعد تنظيم القاعدة مجلس النواب بالقتل. وظهر أحد مقاتلي التنظيم في تسجيل وهو يتوعد مجلس النواب بالقتل."
    ),
    "a definite noun behind an amount": (
        "لقي أكثر من ألفي مقاتل مصرعهم في الجبال هذا العام. وقالت المنظمة إن عدد المقاتلين الذين لقوا مصرعهم ارتفع."
    ),
    "a weak root": (
        "أخلت محكمة الجنايات الكويتية سبيل 11 متهما أمس. ونبهت المحكمة إلى أنها أمرت بإخلاء سبيل المتهمين."
    ),
    "who resigns": "قدم وزير العدل الهولندي استقالته مساء الخميس. وتأتي استقالة الوزير بعد فضيحة.",
    "the accused is who was arrested": (
        "ألقت الشرطة القبض على شاب سرق سيارة في الرياض. وقال الناطق إنه جرى توقيف المتهم في بيته."
    ),
    "the signing of what was signed": (
        "وقع البنك السعودي اتفاقية تعاون مع البنك المصري أمس. وقد تم توقيع الاتفاقية في الرياض."
    ),
    "victims who only seem to have done it": "قتل ثلاثة جنود وجرح تسعة مدنيين في تفجير سيارة مفخخة.",
    "the signing of a deal in one noun phrase": "وتأتي الخطوة بعد إبرام اتفاق فيينا بين إيران والصين.",
    "a clash whose sides are named later": (
        "اندلعت اشتباكات بين مجموعتين مسلحتين في طرابلس. وتسببت الاشتباكات بين كتيبة النصر وكتيبة الفجر في سقوط قتيلين."
    ),
    "the machine it was done by": (
        "قتل سبعة مدنيين في هجوم نفذه الجيش بطائرة مسيرة على سوق المدينة. وأكدت اللجنة أن الطائرة استهدفت السوق."
    ),
    "parts that sum up to the total": (
        "اعتقلت الشرطة المصرية 23 طالبا أمس. واعتقلت الشرطة 11 طالبا في القاهرة. واعتقلت 12 طالبا في أسيوط."
    ),
    "parts of what was done in many places": (
        "قتل 27 مدنيا في غارات على عدة بلدات أمس. وقتل خمسة مدنيين في بلدة الزيتون. وقتل ستة مدنيين في بلدة الكرم."
    ),
    "others who were hit": "قتل 18 مدنيا في انفجار قنبلة في المدينة. وأضافت الشرطة أن عشرة أشخاص آخرين أصيبوا.",
    "the bomber died": (
        "أصيب سبعة جنود في تفجير انتحاري بسيارة مفخخة في المدينة. وقد لقي الانتحاري حتفه."
    ),
    "who set off the blast": (
        "قتل 18 مدنيا في انفجار قنبلة في المدينة. وقال ضابط إن مقاتلين من حركة الشباب فجروا القنبلة."
    ),
    "a present and a future": (
        "يلتقي الوزير الفرنسي جان دوما اليوم نظيره الروسي إيغور بافلوف. "
        "وقال دبلوماسي إن دوما سيلتقي بافلوف مساء اليوم في جنيف."
    ),
    "dead and wounded by other nouns": (
        "قتل جندي تركي وجرح اثنان آخران قرب الحدود. وأدى ذلك إلى مقتل ضابط صف وإصابة عسكريين اثنين."
    ),
    "one number of things": (
        "هدمت الجرافات العسكرية 18 منشأة زراعية في الوادي. وقال الناشط إن جنود الجيش هدموا 18 منشأة سكنية وزراعية."
    ),
}


@pytest.mark.parametrize("why", ONE)
def test_one_happening_is_one_record(coder: Coder, why: str) -> None:
    assert len(events_of(coder, ONE[why])) == 1


TWO = {
    "a separate one": "فتحت الشرطة تحقيقا في الحادث. ويواجه الوزير تحقيقا منفصلا في الرشوة.",
    "two guests of one host": (
        "استقبل الملك سالم رئيس الوزراء التركي أحمد يلماز أمس. كما استقبل الملك سالم وزير الدفاع التركي كمال أوزال."
    ),
    "two who send good wishes to one": (
        "بعث الملك سالم برقية تهنئة للرئيس المصري. كما بعث ولي العهد خالد برقية تهنئة للرئيس المصري."
    ),
    "two verdicts": "حكمت المحكمة على سالم حداد بالسجن عاما، فيما حكمت على كمال نصر بالسجن عامين.",
    "two doers of one state": (
        "اعتقلت الشرطة المصرية سبعة طلاب في الجامعة. واعتقل الجيش المصري سبعين عاملا في المصنع."
    ),
    "one accused is not three": "اعتقلت الشرطة ثلاثة شبان في حلب. وفي دمشق جرى توقيف المتهم ليلا.",
    "an agreement, and another one signed by others": (
        "توصل السودان ومصر إلى اتفاق حول المعابر. ووقعت فرنسا وألمانيا اتفاقا للتجارة."
    ),
    "one dead and one wounded each": (
        "قتل جندي وأصيب آخر في هجوم على حاجز في رفح. وقتلت طفلة وأصيبت والدتها في قصف على قرية الظهير."
    ),
    "two clashes": (
        "اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع في الفاشر. ودارت اشتباكات بين مسلحين قبليين في كسلا."
    ),
    "a larger toll": "قتل سبعة جنود في هجوم على حاجز في رفح. وقتل تسعة جنود في هجوم على ثكنة في العريش.",
    "two targets": "قصفت الطائرات سوق القرية صباحا. وقصفت الطائرات محطة الكهرباء مساء.",
}


@pytest.mark.parametrize("why", TWO)
def test_two_happenings_are_two_records(coder: Coder, why: str) -> None:
    assert len(events_of(coder, TWO[why])) == 2


def test_what_follows_on_history_keeps_doer_toll_and_mood(coder: Coder) -> None:
    (event,) = events_of(coder, ONE["what follows on history is history"])
    assert [m.text for m in event.actors] == ["المتمردون"] and [s.low for s in event.size] == [2]
    assert [str(a) for a in event.auxiliary] == ["historical"]


def test_a_line_that_repeats_the_headline_tells_nothing_new(coder: Coder) -> None:
    headline = "مقتل سبعة جنود في هجوم لمسلحين شرق البلاد"
    body = "قال الجيش إن مسلحين قتلوا سبعة جنود في هجوم على ثكنة فجر اليوم."
    once = events_of(coder, body, headline)
    again = events_of(coder, f"{body}\nرابط الخبر بالصحيفة: {headline}", headline)
    assert len(once) == len(again) == 1


def test_host_and_guest_of_the_headline_are_those_who_meet(coder: Coder) -> None:
    headline = "وزير الدفاع كمال أوزال يبحث الأزمة مع سمير حداد"
    body = "استقبل وزير الدفاع كمال أوزال في مكتبه أمس رئيس الحزب سمير حداد."
    assert [e.type for e in events_of(coder, body, headline)] == ["CONSULT"]


def test_two_verbs_of_one_headline_are_two_events(coder: Coder) -> None:
    headline = "الحكومة التونسية تسحب مشروع القانون وتعتذر للقضاة"
    assert len([e for e in events_of(coder, "هطلت الأمطار على المدينة.", headline) if e.type == "CONCEDE"]) == 2


def test_a_toll_behind_a_claim_is_the_claimers(coder: Coder) -> None:
    text = (
        "قتل خمسة جنود في هجوم شنه مسلحون على حاجز قرب المدينة.\n"
        "وتبنى تنظيم القاعدة العملية، وزعم أن مقاتليه قتلوا 14 جنديا."
    )
    (event,) = events_of(coder, text)
    assert [s.low for s in event.size] == [5]


def test_a_definite_noun_takes_up_what_was_told_by_that_noun(coder: Coder) -> None:
    text = (
        "نصب مسلحون كمينا لدورية قرب القرية فجر الأحد.\nوقصفت الطائرات الفرنسية معسكر المهاجمين.\n"
        "ولم تتبن أي جهة الكمين."
    )
    (ambush,) = [e for e in events_of(coder, text) if not e.modes]
    assert "الكمين" in [text[s.start : s.end] for s in ambush.also]


HEADED = {
    "a verb and its noun": (
        "تونس تشكو الصيادين إلى مجلس الأمن",
        "قدمت تونس شكوى إلى مجلس الأمن الدولي بشأن الصيادين يوم الأحد.",
    ),
    "an agreement and its signing": (
        "السودان ومصر يعلنان اتفاقا حول المعابر",
        "وقع وزير النقل السوداني سالم حسن ونظيره المصري كمال نصر أمس في الخرطوم اتفاقا حول المعابر.",
    ),
    "what is to come": (
        "الخارجية الإسبانية تستدعي السفير الإسرائيلي",
        "أعلنت وزارة الخارجية الإسبانية عن عزمها استدعاء السفير الإسرائيلي في مدريد.",
    ),
    "whose leadership it is": (
        "القيادة تهنئ رئيس البرازيل",
        "بعث الملك سالم برقية تهنئة للرئيس البرازيلي جواو سيلفا بمناسبة ذكرى الاستقلال.",
    ),
}


@pytest.mark.parametrize("why", HEADED)
def test_headline_and_body_in_other_words(coder: Coder, why: str) -> None:
    headline, body = HEADED[why]
    assert len(events_of(coder, body, headline)) == 1


def test_a_headline_tells_as_news_what_the_body_puts_back(coder: Coder) -> None:
    body = "أسفرت حملة للشرطة الشهر الماضي عن ضبط 412 مخالفا لأنظمة الإقامة في المدينة."
    assert len(events_of(coder, body, "شرطة المدينة تضبط 412 مخالفا لأنظمة الإقامة")) == 1


def test_who_was_told_of_without_a_name_is_named_later(coder: Coder) -> None:
    told = "اعتقلت الشرطة العراقية قياديا كبيرا في الحركة فجر السبت. "
    assert len(events_of(coder, told + "وذكر البيان أنه تم اعتقال سمير حداد في بيته.")) == 1
    assert len(events_of(coder, told + "واعتقلت الشرطة التركية سمير حداد في أنقرة.")) == 2


def test_the_record_keeps_the_fuller_telling(coder: Coder) -> None:
    body = "وقع انفجار في مركز ثقافي ببلدة النور أمس ما أدى إلى سقوط عدد من القتلى. وأسفر الانفجار عن مقتل 27 شخصا."
    (event,) = events_of(coder, body)
    assert [s.low for s in event.size if s.kind == "dead"] == [27]
    assert [m.text for m in event.recipients] == ["27 شخصا"]


def test_a_deal_told_and_signed_is_recorded_as_signed(coder: Coder) -> None:
    headline, body = HEADED["an agreement and its signing"]
    assert [e.type for e in events_of(coder, body, headline)] == ["SUPPORT"]
