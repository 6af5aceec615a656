"""What somebody denies and others tell: whose the telling is, who is denied, and what is no event beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Auxiliary, Event, Record, Stance


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text))


def event(record: Record, kind: str) -> Event:
    return next(e for e in record.events if e.type == kind)


def tellers(record: Record, told: Event) -> list[str]:
    return [s.mention.text for s in record.attribution(told)[0].chain if s.mention]


def test_what_is_denied_first_and_told_behind_is_the_tellers(read: Callable[[str], Record]) -> None:
    told = "وكان ناطق باسم الجيش قد صرح بأن السلطة أطلقت سراح عشرين معتقلا."
    record = read(f"نفت السلطة الأنباء عن إفراجها عن عشرين معتقلا. {told}")
    freed = event(record, "RETREAT")
    assert (freed.stance, tellers(record, freed)) == (Stance.ASSERTS, ["ناطق باسم الجيش"])
    assert [d.mention.text for d in freed.denied_by] == ["السلطة"] and Auxiliary.NEGATION not in freed.auxiliary


def test_what_only_his_side_tells_stays_a_denial(read: Callable[[str], Record]) -> None:
    record = read("نفى الجيش أن يكون قصف القرية. وقال الناطق باسم الجيش إن قواته لم تقصف القرية.")
    assert event(record, "ASSAULT").stance is Stance.DENIES


TOLD = [
    ("a cue and a paper", "قال الوزير إنه لا صحة لخبر نشرته صحيفة الوطن عن اعتقال ضابط.", "صحيفة الوطن"),
    ("`ما` behind the cue", "قال الوزير إنه لا صحة لما نشرته صحيفة الوطن عن اعتقال ضابط.", "صحيفة الوطن"),
    ("the cue behind", "قال الوزير إن ما نشرته صحيفة الوطن عن اعتقال ضابط غير صحيح.", "صحيفة الوطن"),
    ("some outlets", "قال الوزير إنه لا صحة لخبر تداولته بعض وسائل الإعلام عن اعتقال ضابط.", "بعض وسائل الإعلام"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "teller"), TOLD, ids=[n[0] for n in TOLD])
def test_a_cue_that_calls_a_telling_untrue(read: Callable[[str], Record], name: str, text: str, teller: str) -> None:
    record = read(text)
    arrest = event(record, "COERCE")
    assert (arrest.stance, tellers(record, arrest)) == (Stance.ASSERTS, [teller])
    assert [d.mention.text for d in arrest.denied_by] == ["الوزير"]


def test_what_nobody_is_named_for_only_its_denier_tells(read: Callable[[str], Record]) -> None:
    record = read("نفت وزارة الداخلية ما تردد في البلاد من أنه تم إطلاق سراح سبعة سجناء.")
    freed = event(record, "RETREAT")
    assert (freed.stance, tellers(record, freed)) == (Stance.DENIES, ["وزارة الداخلية"])


def test_the_words_for_untrue_are_no_part_of_a_name(read: Callable[[str], Record]) -> None:
    arrest = event(read("أكدت الوزارة أن الأنباء عن اعتقال الوزير السابق غير صحيحة."), "COERCE")
    assert [m.text for m in arrest.recipients] == ["الوزير السابق"]


def test_the_innermost_words_are_the_denial(read: Callable[[str], Record]) -> None:
    record = read("أكدت الحكومة: «لا صحة للأنباء المتداولة عن تقدم مليشيات حمد نحو المدينة».")
    assert event(record, "MOBILIZE").stance is Stance.DENIES


def test_a_pronoun_in_reports_is_of_who_denies_them(read: Callable[[str], Record]) -> None:
    arrest = event(read("نفت إيران تقارير غربية زعمت أنها اعتقلت عددا من الصحفيين."), "COERCE")
    assert [m.text for m in arrest.actors] == ["إيران"]


def test_a_member_of_a_body_is_the_source_and_who_denies(read: Callable[[str], Record]) -> None:
    record = read("نفى مصدر مسؤول بوزارة الخارجية السعودية الأنباء عن زيارة الوزير لإسرائيل.")
    visit = event(record, "CONSULT")
    assert tellers(record, visit) == [visit.denied_by[0].mention.text] == ["مصدر مسؤول بوزارة الخارجية السعودية"]


def test_who_calls_a_report_untrue_accuses_nobody(read: Callable[[str], Record]) -> None:
    record = read("وصف المتحدث باسم الجيش الأنباء عن انسحاب قواته بأنها كاذبة.")
    assert [e.type for e in record.events] == ["RETREAT"]


def test_reports_are_no_accusation_where_their_truth_is_denied(read: Callable[[str], Record]) -> None:
    record = read("نفت الحركة صحة الادعاءات التي وردت في الصحف حول اعتقال ثلاثة من قادتها.")
    assert [e.type for e in record.events] == ["COERCE"]


def test_who_refuses_a_charge_is_accused(read: Callable[[str], Record]) -> None:
    record = read("قال مسؤول أميركي إن مسلحين هاجموا الناقلة. ورفضت طهران الاتهامات بأن لها دورا في الهجوم.")
    charge = event(record, "ACCUSE")
    assert ([m.text for m in charge.actors], [m.text for m in charge.recipients]) == ([], ["طهران"])


def test_those_who_demonstrate_did_so_whatever_is_denied(read: Callable[[str], Record]) -> None:
    record = read("نفى المتحدث باسم الشرطة إطلاق النار على المتظاهرين.")
    assert all(Auxiliary.NEGATION not in e.auxiliary for e in record.events if e.type == "PROTEST")


def test_who_is_denied_to_have_carried_out_an_attack(read: Callable[[str], Record]) -> None:
    attack = event(read("نفى مسؤول أمريكي قيام بلاده بتنفيذ أي هجوم في الميناء."), "ASSAULT")
    assert [m.text for m in attack.actors] == ["بلاده"]


def test_a_demand_that_was_not_made_is_denied(read: Callable[[str], Record]) -> None:
    demand = event(read("قالت حركة النهضة: لم نطالب باستقالة وزير الداخلية."), "REQUEST")
    assert demand.stance is Stance.DENIES


def test_what_somebody_is_only_called(read: Callable[[str], Record]) -> None:
    record = read("اتهم المتحدث ما يسمى جيش التحرير الليبي بإطلاق صواريخ على البلدة وقتل سبعة مدنيين.")
    assert tellers(record, event(record, "ASSAULT")) == ["المتحدث"]


SPEAKERS = [
    ("quoted", "قال المسؤول الذي طلب عدم الكشف عن هويته: «قصف الجيش القرية أمس وقتل سبعة مدنيين».", "المسؤول"),
    ("not named", "وقال المسؤول الذي فضل عدم ذكر اسمه إن الجيش قصف القرية وقتل سبعة مدنيين.", "المسؤول"),
    ("outlets", "ذكرت بعض وسائل الإعلام أن الجيش قصف القرية وقتل سبعة مدنيين.", "بعض وسائل الإعلام"),
    ("sources", "ذكرت عدة مصادر أن الجيش قصف القرية وقتل سبعة مدنيين.", "عدة مصادر"),
    ("some of them", "ووصلت المصادر إلى القرية، واعترف بعضهم بأن الجيش قصف القرية وقتل سبعة مدنيين.", "بعضهم"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "teller"), SPEAKERS, ids=[n[0] for n in SPEAKERS])
def test_who_speaks(read: Callable[[str], Record], name: str, text: str, teller: str) -> None:
    record = read(text)
    assert tellers(record, event(record, "ASSAULT")) == [teller]


CLAIMS = [
    "قال الناطق باسم الحكومة إنه لا صحة لأنباء إقالة محافظ البنك المركزي.",
    "حزب الله: لا صحة لأنباء انسحابنا من القصير",
]  # fmt: skip


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_denied_by_name_is_kept(text: str) -> None:
    events = khabar.load().code(bare_article(text)).events
    assert [(e.stance, len(e.denied_by)) for e in events] == [(Stance.DENIES, 1)]


TIED = [
    ("قال رئيس البعثة إن الجيش قصف السوق وقتل سبعة. وكتب وزير الدفاع على حسابه: «أخبار كاذبة».", "وزير الدفاع"),
    ("وليس صحيحا، بحسب مصدر أمني، أن اجتماعا عقد بين الأجهزة الأمنية للطرفين في الفندق.", "مصدر أمني"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "denier"), TIED)
def test_words_that_take_up_what_was_told(text: str, denier: str) -> None:
    events = khabar.load().code(bare_article(text)).events
    assert [d.mention.text for e in events for d in e.denied_by] == [denier]


def test_a_name_ends_before_what_is_denied(read: Callable[[str], Record]) -> None:
    record = read("نفى وزير الثروة السمكية المهندس عوض السقطري ما تناولته صحيفة الوطن حول تقديم استقالته.")
    denial = event(record, "RETREAT").denied_by[0]
    assert denial.mention.text == "وزير الثروة السمكية المهندس عوض السقطري"
