"""Whom a speech act is for, and whom a pronoun stands for, where another sentence or the content tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.coder import Coder
from khabar.pages.bare import bare_article
from khabar.records import Record

Read = Callable[[str], Record]

IMPLIED = [
    # What is promised or threatened says to whom.
    ("تعهد وزير العدل بمحاكمة خمسة ضباط.", "AGREE", "خمسة ضباط"),
    ("وعدت النرويج بمنح لبنان مليون دولار.", "AGREE", "لبنان"),
    ("هدد وزير الطاقة بفرض غرامات على التجار.", "THREATEN", "التجار"),
    ("هددت النقابة بإغلاق المرفأ إذا لم تدفع الحكومة الرواتب.", "THREATEN", "الحكومة"),
    ("لوح المضربون بالتصعيد ما لم تستجب الوزارة لمطالبهم.", "THREATEN", "الوزارة"),
    ("نددت منظمة حقوقية بما ترتكبه قوات النظام في القرية.", "ACCUSE", "قوات النظام"),
    # Whom the speaker has just addressed.
    ("اتهمت المعارضة الحكومة بالفساد، وتوعدت بأن الأمر لن يمر.", "THREATEN", "الحكومة"),
    ("اتهمت رابطة المحامين الشرطة بتعذيب المعتقلين، مطالبة بإغلاق السجن.", "REQUEST", "الشرطة"),
    # Who did what a noun, or `ما حدث`, takes up.
    ("أفرجت السلطات المصرية عن ثلاثين صحافيا. ورحبت الجمعية بهذه الخطوة.", "SUPPORT", "السلطات المصرية"),
    ("أقال البرلمان الكيني وزير المالية. ووصف زعيم المعارضة ما جرى بأنه مهزلة.", "ACCUSE", "البرلمان الكيني"),
    ("عرضت سويسرا استضافة لقاء بين الجانبين. وقبلت كييف العرض.", "AGREE", "سويسرا"),
    # What is asked would undo it.
    ("اعتقلت الشرطة الإيطالية عشرة صيادين. وطالبت تونس بالإفراج عن الصيادين.", "REQUEST", "الشرطة الإيطالية"),
    # What is answered in the same sentence.
    ("دعا الرئيس الأحزاب إلى حوار وطني، لكن حزب العمال رفض المشاركة.", "REJECT", "الرئيس"),
    ("يطالب العمال بزيادة الأجور، وهو ما ترفضه الشركة.", "REJECT", "العمال"),
    # Whom `we` have accused before.
    ("اتهم وزير الدفاع الحركة بقصف المطار. وقال الوزير: «سنرد في الوقت المناسب».", "THREATEN", "الحركة"),
    # Pronouns.
    ("اعتصم عشرات المعلمين أمام الوزارة. وزودهم سكان الحي بالأغطية.", "AID", "عشرات المعلمين"),
]


@pytest.mark.parametrize(("text", "kind", "recipient"), IMPLIED)
def test_recipient_told_elsewhere(read: Read, text: str, kind: str, recipient: str) -> None:
    event = next(e for e in read(text).events[::-1] if e.type == kind)
    assert [m.text for m in event.recipients] == [recipient]


BEGAN = [
    ("عقد الرئيس محمود عباس جلسة طارئة أمس. وطالب قوات الدعم السريع برفع الحصار عن المدينة.", "REQUEST", ["الرئيس محمود عباس"]),
    ("زارت الوزيرة القاهرة أمس. والتقت الرئيس المصري.", "CONSULT", ["الوزيرة", "الرئيس المصري"]),
    ("عقدت وزيرة العدل جلسة مع القضاة. وطالب الحكومة بزيادة الرواتب.", "REQUEST", []),
]


@pytest.mark.parametrize(("text", "kind", "actors"), BEGAN)
def test_singular_verb_that_opens_its_sentence(read: Read, text: str, kind: str, actors: list[str]) -> None:
    event = next(e for e in read(text).events[::-1] if e.type == kind)
    assert [m.text for m in event.actors] == actors


NOBODY = [
    ("أقالت الحكومة مدير الميناء. وندد الحزب بما وصفه الوزير بالفوضى.", "ACCUSE"),
    ("قصفت طائرات القرية. ورحبت الجمعية بالهدنة.", "SUPPORT"),
    ("وعد رئيس البلدية بتوفير حراسة خلال ثلاثة أيام.", "AGREE"),
    ("هدد الوزير بالاستقالة إذا تكررت الحوادث.", "THREATEN"),
]


@pytest.mark.parametrize(("text", "kind"), NOBODY)
def test_nobody_is_implied(read: Read, text: str, kind: str) -> None:
    event = next(e for e in read(text).events[::-1] if e.type == kind)
    assert not event.recipients


def test_plural_verb_without_subject_goes_on_from_the_sentence_before(read: Read) -> None:
    record = read("تسلل مسلحون إلى البلدة فجرا. ثم خطفوا سائق شاحنة.")
    event = next(e for e in record.events if "abduct" in e.modes)
    assert [m.text for m in event.actors] == ["مسلحون"]


def test_background_is_not_what_a_step_means(read: Read) -> None:
    record = read("أصدر الرئيس عفوا عن ثلاثة ناشطين كانت محكمة قد حكمت عليهم بالسجن. وأثنت البعثة على القرار.")
    event = next(e for e in record.events if e.type == "SUPPORT")
    assert [m.text for m in event.recipients] == ["الرئيس"]


def test_headline_names_people_by_the_same_noun(coder: Coder) -> None:
    record = coder.code(bare_article("أضرب مئات الممرضات في حمص. ونفت الوزارة ذلك.", "ممرضات حمص يضربن عن العمل", None))
    assert [e.type for e in record.events].count("PROTEST") == 1


def test_headline_names_the_state_for_its_ministry(coder: Coder) -> None:
    text = "احتجت وزارة الخارجية الأرمينية الاثنين على احتجاز ثلاثة صيادين."
    record = coder.code(bare_article(text, "يريفان تندد باحتجاز صيادين", None))
    assert [e.type for e in record.events].count("ACCUSE") == 1


AGAIN = [
    "شن مسلحون هجوما على فندق في كيسمايو. وأسفر الهجوم عن مقتل عشرة أشخاص.",
    "قتل خمسة جنود في هجوم شنه مسلحون على حاجز. وأعلن تنظيم الفجر مسؤوليته عن الهجوم، مدعيا مقتل عشرين جنديا.",
    "اغتيل القاضي سالم الحسن أمام منزله. واتهم زعيم الحزب حركة الشروق بتدبير الاغتيال.",
]


@pytest.mark.parametrize("text", AGAIN)
def test_deed_told_again(read: Read, text: str) -> None:
    assert [e.type for e in read(text).events].count("ASSAULT") == 1


def test_toll_gives_the_people_hit(read: Read) -> None:
    event = next(e for e in read(AGAIN[0]).events if e.type == "ASSAULT")
    assert [m.text for m in event.recipients] == ["عشرة أشخاص"]
    assert [m.text for m in event.actors] == ["مسلحون"]


def test_other_toll_is_another_attack(read: Read) -> None:
    record = read("قتل خمسة جنود في هجوم على حاجز. وأسفر الهجوم على الثكنة عن مقتل تسعة جنود.")
    assert [e.type for e in record.events].count("ASSAULT") == 2


def test_pronoun_that_disagrees_is_not_the_speaker(read: Read) -> None:
    event = next(e for e in read("قال النائب سامي الحلبي إنهم يدعمون حركة الشروق.").events if e.type == "SUPPORT")
    assert not event.actors


def test_whom_it_was_done_to_is_not_blamed(read: Read) -> None:
    record = read("رحلت السلطات المجرية ثلاثين لاجئا. وانتقدت منظمة حقوقية ترحيل اللاجئين.")
    event = next(e for e in record.events if e.type == "ACCUSE")
    assert [m.text for m in event.recipients] == ["السلطات المجرية"]


def test_who_spoke_before_calls_on_people(read: Read) -> None:
    text = "قال مدير الصحة نبيل الأسود إن المستشفيات تعمل بكامل طاقتها. ودعا أولياء الأمور إلى عدم تصديق الشائعات."
    event = next(e for e in read(text).events if e.type == "REQUEST")
    assert [m.text for m in event.actors] == ["مدير الصحة نبيل الأسود"]
    assert [m.text for m in event.recipients] == ["أولياء الأمور"]


def test_who_she_says_was_beaten_is_told_of_before(read: Read) -> None:
    text = "اعتقلت الشرطة الناشط كريم السالم الأحد. وقالت شقيقته هدى إنه تعرض للضرب على أيدي حراس السجن."
    event = next(e for e in read(text).events if e.type == "ASSAULT")
    assert [m.text for m in event.recipients] == ["الناشط كريم السالم"]


def test_inquiry_against_him(read: Read) -> None:
    text = "وصف النائب كريم السالم الوزير بالكاذب. وفتح المدعي العام تحقيقا بحقه."
    event = next(e for e in read(text).events if "investigate" in e.modes)
    assert [m.text for m in event.recipients] == ["النائب كريم السالم"]


def test_people_of_the_same_sentence_are_not_looked_for_before(read: Read) -> None:
    text = "تظاهر مئات العمال في صنعاء. وأطلق التحالف عملية لمنع الحوثيين من التقدم بعد أن خطفوا سائقا."
    event = next(e for e in read(text).events if "abduct" in e.modes)
    assert not event.actors


def test_victims_of_an_attack_told_before_are_its_size(read: Read) -> None:
    text = "قتل مسلحون جنديين في هجوم على حاجز قرب تكريت. وقال طبيب إن سبعة أشخاص أصيبوا في الهجوم."
    attacks = [e for e in read(text).events if e.type == "ASSAULT"]
    assert [sorted((s.kind, s.low) for s in e.size) for e in attacks] == [[("dead", 2), ("injured", 7)]]


def test_what_the_protesters_do_is_the_protest_told_before(read: Read) -> None:
    text = "تظاهر مئات الطلبة في وهران أمس. ورفع المتظاهرون لافتات ضد الوزير."
    assert len([e for e in read(text).events if e.type == "PROTEST"]) == 1


def test_blame_in_two_verbs_is_one_event(read: Read) -> None:
    text = "انتقدت رابطة الحقوقيين ترحيل اللاجئين ووصفته بأنه غير قانوني."
    assert len([e for e in read(text).events if e.type == "ACCUSE"]) == 1
