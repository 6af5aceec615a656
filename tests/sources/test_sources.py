"""According to whom: chains, scopes, stances, denials."""

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


def chain(record: Record, event: Event) -> list[str]:
    """The words of the links of an event's nearest attribution; the outlet's own voice is `-`."""
    nearest = record.attribution(event)[0]
    return [s.mention.text if s.mention else ("-" if s.kind.value == "the outlet itself" else "?") for s in nearest.chain]


def event(record: Record, kind: str) -> Event:
    return next(e for e in record.events if e.type == kind)


CHAINS = [
    ("verb of saying", "قالت الشرطة العراقية إن مسلحين قتلوا ثلاثة جنود.", "ASSAULT", ["الشرطة العراقية"]),
    ("the reporter's own voice", "قتل مسلحون ثلاثة جنود.", "ASSAULT", ["-"]),
    ("the verb itself is the reporter's", "أدانت فرنسا الهجوم.", "ACCUSE", ["-"]),
    ("according to, first", "وفقا للشرطة العراقية، قتل مسلحون ثلاثة جنود.", "ASSAULT", ["للشرطة العراقية"]),
    ("according to, last", "اعتقل الجيش سبعة أشخاص، بحسب شهود عيان.", "COERCE", ["شهود عيان"]),
    ("as said", "اعتقل الجيش سبعة أشخاص، كما ذكرت وزارة الداخلية.", "COERCE", ["وزارة الداخلية"]),
    ("through an agency", "نقلت وكالة رويترز عن وزير الداخلية اللبناني قوله إن الجيش اعتقل سبعة أشخاص.", "COERCE",
     ["وزير الداخلية اللبناني"]),
    ("a document", "جاء في بيان الرئاسة أن الجيش اعتقل سبعة أشخاص.", "COERCE", ["بيان الرئاسة"]),
    ("nobody named", "يقال إن الجيش اعتقل سبعة أشخاص.", "COERCE", ["?"]),
    ("a participle", "غادر وزير الداخلية اللبناني القاعة مؤكدا أن الجيش اعتقل سبعة أشخاص.", "COERCE",
     ["وزير الداخلية اللبناني"]),
    ("a speaker left out", "قال وزير الداخلية اللبناني إن الوضع هادئ. وأضاف أن الجيش اعتقل سبعة أشخاص.", "COERCE",
     ["وزير الداخلية اللبناني"]),
    ("a name and a colon", "الشرطة العراقية: مسلحون قتلوا ثلاثة جنود.", "ASSAULT", ["الشرطة العراقية"]),
    ("a document handed out", "ذكر الجيش العراقي في بيان وزعه أمس أن مسلحين قتلوا ثلاثة جنود.", "ASSAULT",
     ["الجيش العراقي"]),
    ("who speaks for others", "ذكر الناطق باسم المتمردين أن الجيش اعتقل سبعة أشخاص.", "COERCE",
     ["الناطق باسم المتمردين"]),
    ("what is done by announcing it", "أعلنت الحكومة العراقية إغلاق الحدود.", "COERCE", ["-"]),
    ("what was done before it was announced", "أعلن الجيش العراقي قصف مواقع للمتمردين.", "ASSAULT", ["الجيش العراقي"]),
    ("quoting", "أضافت وكالة رويترز نقلا عن مصدر عسكري أن الجيش اعتقل سبعة أشخاص.", "COERCE", ["وكالة رويترز", "مصدر عسكري"]),
    ("a name withheld", "قال مسؤول عراقي طلب عدم الكشف عن هويته إن الجيش اعتقل سبعة أشخاص.", "COERCE", ["مسؤول عراقي"]),
    ("a name withheld, between commas", "قال مسؤول في وزارة الداخلية، طلب عدم ذكر اسمه، إن الجيش اعتقل سبعة أشخاص.",
     "COERCE", ["مسؤول في وزارة الداخلية"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "kind", "expected"), CHAINS, ids=[c[0] for c in CHAINS])
def test_chains(read: Callable[[str], Record], name: str, text: str, kind: str, expected: list[str]) -> None:
    record = read(text)
    found = chain(record, event(record, kind))
    assert found[-len(expected) :] == expected or set(expected) <= set(found)


def test_a_statement_inside_a_statement(read: Callable[[str], Record]) -> None:
    record = read("قال وزير الداخلية اللبناني إن الشرطة أكدت أن مسلحين قتلوا ثلاثة جنود.")
    attributions = record.attribution(event(record, "ASSAULT"))
    words = [[s.mention.text for s in a.chain if s.mention] for a in attributions[:-1]]
    assert words == [["الشرطة"], ["وزير الداخلية اللبناني"]]
    assert attributions[0].inside == attributions[1].id


def test_a_quotation_over_several_sentences(read: Callable[[str], Record]) -> None:
    record = read("قال وزير الداخلية اللبناني: «الوضع صعب على الجميع. واعتقل الجيش سبعة أشخاص أمس». وقتل مسلحون ثلاثة جنود.")
    assert chain(record, event(record, "COERCE")) == ["وزير الداخلية اللبناني"]
    assert chain(record, event(record, "ASSAULT")) == ["-"]


def test_a_denied_event_says_who_denies(read: Callable[[str], Record]) -> None:
    record = read("نفت وزارة الدفاع الروسية أن تكون طائراتها قد قصفت القرية.")
    attack = event(record, "ASSAULT")
    assert attack.stance is Stance.DENIES and "negation" in {str(a) for a in attack.auxiliary}
    assert [d.mention.text for d in attack.denied_by] == ["وزارة الدفاع الروسية"]


def test_a_denial_is_tied_to_what_others_assert(read: Callable[[str], Record]) -> None:
    record = read("قال مسؤولون باكستانيون إن حركة طالبان الباكستانية هاجمت قرية. لكن حركة طالبان تنفي وجود حركة طالبان الباكستانية في أفغانستان.")
    attack = event(record, "ASSAULT")
    assert attack.stance is Stance.ASSERTS
    assert [d.mention.text for d in attack.denied_by] == ["حركة طالبان"]


def test_what_nobody_said_is_no_source(read: Callable[[str], Record]) -> None:
    record = read("لم تعلن أي جهة مسؤوليتها عن الهجوم الذي قتل فيه ثلاثة جنود.")
    assert all(not e.denied_by for e in record.events)


@pytest.mark.parametrize(
    ("text", "hedged"),
    [("يقال إن الجيش اعتقل سبعة أشخاص.", True), ("قالت الشرطة العراقية إن الجيش اعتقل سبعة أشخاص.", False)],
)
def test_hedges(read: Callable[[str], Record], text: str, hedged: bool) -> None:
    assert event(read(text), "COERCE").hedged is hedged


def test_reporting_verbs_that_are_events_are_both(read: Callable[[str], Record]) -> None:
    record = read("اتهمت وزارة الداخلية اللبنانية مسلحين بأنهم قتلوا ثلاثة جنود.")
    assert {"ACCUSE"} <= {e.type for e in record.events}
    assert any(a.stance is Stance.ACCUSES for a in record.sources)


def test_a_side_denies_its_own_deeds_not_the_other_side_s(read: Callable[[str], Record]) -> None:
    record = read("قصف الجيش التركي مواقع قرب إدلب أمس. ونفت وزارة الدفاع الروسية أن تكون طائراتها قد شنت غارات على المنطقة.")
    shelling = next(e for e in record.events if e.trigger_text == "قصف")
    assert shelling.denied_by == ()
    assert any(e.denied_by for e in record.events if e is not shelling)


DENIALS = [
    ("that, with a participle", "قالت المعارضة إن الجيش قصف مدرسة، ونفى وزير الدفاع ذلك قائلا إن الجيش لم يغادر ثكناته.",
     "وزير الدفاع"),
    ("the truth of the news", "قالت الوكالة إن الجيش قصف المدرسة. ونفى الجيش صحة هذه الأنباء.", "الجيش"),
    ("a verbal noun", "قالت الوكالة إن الجيش قصف المدرسة. وسارع الجيش إلى نفي الخبر.", "الجيش"),
    ("in a document", "قالت الوكالة إن الجيش قصف المدرسة. وأصدر الجيش بيانا نفى فيه ذلك.", "الجيش"),
    ("a noun that names it again", "قالت المعارضة إن الشرطة قصفت القرية، لكن الوزارة نفت لاحقا أن تكون قد نفذت أي قصف.",
     "الوزارة"),
    ("an accusation told behind its noun", "ورفض الجيش الاتهامات بقصف المدرسة.", "الجيش"),
    ("an agreement of verbs", "نفى الجيش أن يكون قصف المدرسة.", "الجيش"),
    ("a relative clause tells what", "نفت وزارة الدفاع الأنباء التي تحدثت عن مقتل ثلاثة جنود.", "وزارة الدفاع"),
    ("called untrue", "وأكد المتحدث أن ما نشر عن اغتيال الوزير عار من الصحة.", "المتحدث"),
    ("no truth in it", "وقال الناطق إنه لا صحة لما تردد عن مقتل القائد.", "الناطق"),
    ("described as false", "ووصف المتحدث الأنباء عن قصف القرية بأنها كاذبة.", "المتحدث"),
    ("before the claim", "نفى الكرملين قصف المستشفى. وكانت السلطات الأوكرانية أعلنت أن روسيا قصفت المستشفى.", "الكرملين"),
    ("a statement that it was not so", "قالت المعارضة إن الجيش قصف مدرسة في القرية. وقال المتحدث باسم الجيش إن قواته لم تقصف أي مدرسة.",
     "المتحدث باسم الجيش"),
    ("a comma before the object", "نفت وزارة الدفاع، استهداف القاعدة في الشمال.", "وزارة الدفاع"),
    ("in some manner", "نفى الوزير بشكل قاطع قصف القرية.", "الوزير"),
    ("in a statement", "نفى الوزير أمس في بيان استهداف القرية.", "الوزير"),
    ("behind a turn of the text", "من جهة أخرى نفى مجلس المحافظة قصف القرية.", "مجلس المحافظة"),
    ("a name without a second comma", "نفى رئيس الكتلة، نور الدين البحيري أمس قصف القرية.",
     "رئيس الكتلة، نور الدين البحيري"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "denier"), DENIALS, ids=[d[0] for d in DENIALS])
def test_denials_are_tied_to_what_they_deny(read: Callable[[str], Record], name: str, text: str, denier: str) -> None:
    found = event(read(text), "ASSAULT")
    assert [d.mention.text for d in found.denied_by] == [denier]


@pytest.mark.parametrize(
    "text",
    [
        "رفضت وزارة الدفاع نفي أو تأكيد الأنباء عن اعتقال ثلاثة جنود.",
        "قال الوزير إن هذا الإجراء غير صحيح، وذلك بعد اعتقال ثلاثة جنود.",
    ],
)
def test_what_is_left_open_or_blamed_is_not_denied(read: Callable[[str], Record], text: str) -> None:
    assert all(a.stance is not Stance.DENIES for a in read(text).sources)


def test_nobody_denies_what_he_says_himself(read: Callable[[str], Record]) -> None:
    record = read("قال الجيش إن قواته قصفت مواقع للمسلحين. وأضاف أنها لم تقصف المدينة.")
    assert all(e.denied_by == () for e in record.events)


def test_what_is_refused_is_not_denied(read: Callable[[str], Record]) -> None:
    record = read("أغلق الجيش الطريق. ورفض رجال دين في المدينة إغلاق المساجد.")
    assert not any(e.denied_by for e in record.events if e.type == "COERCE")


KINDS = [
    ("spokesman", "قال الناطق الرسمي إن مسلحين قتلوا ثلاثة جنود.", "office"),
    ("office", "قال رئيس بلدية غزة إن الجيش اعتقل سبعة أشخاص.", "office"),
    ("body", "قالت نقابة أطباء السودان إن مسلحين قتلوا ثلاثة جنود.", "group"),
    ("bodies without a name", "قالت منظمات حقوقية إن الجيش اعتقل سبعة أشخاص.", "anonymous"),
]


@pytest.mark.parametrize(("name", "text", "kind"), KINDS, ids=[k[0] for k in KINDS])
def test_the_kind_of_who_has_no_name(read: Callable[[str], Record], name: str, text: str, kind: str) -> None:
    record = read(text)
    nearest = record.attribution(record.events[0])[0]
    assert nearest.chain[0].kind.name.lower() == kind


NOT_SO = [
    ("عدم before what happens", "أكد وزير الخارجية المصري عدم وقوع أي هجوم على السفارة.", ["وزير الخارجية المصري"]),
    ("to the end of the clause", "نفت الحكومة المصرية صحة الأنباء عن تعرض موكب الوزير لهجوم مسلح.", ["الحكومة المصرية"]),
    ("two who deny", "نفت إيران وروسيا قصف المستشفى.", ["إيران", "روسيا"]),
    ("each of two", "نفى كل من إيران وروسيا قصف المستشفى.", ["إيران", "روسيا"]),
    ("a relative clause between", "نفى التحالف الذي تقوده السعودية قصف المستشفى.", ["التحالف"]),
    ("a day between", "نفت وزارة الدفاع العراقية، اليوم السبت، تعرض القاعدة لهجوم.", ["وزارة الدفاع العراقية"]),
    ("what nobody in particular tells", "نفى الجيش العراقي ما تردد عن وقوع هجوم على القاعدة.", ["الجيش العراقي"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "deniers"), NOT_SO, ids=[n[0] for n in NOT_SO])
def test_who_says_that_it_is_not_so(read: Callable[[str], Record], name: str, text: str, deniers: list[str]) -> None:
    denied = event(read(text), "ASSAULT")
    assert (denied.stance, [d.mention.text for d in denied.denied_by]) == (Stance.DENIES, deniers)


TOLD_AND_DENIED = [
    ("what an agency told", "نفى الجيش العراقي ما نشرته وكالة رويترز عن قصف القرية.", "وكالة رويترز", "asserts"),
    ("between commas", "نفى الجيش العراقي، ما نشرته وكالة رويترز، عن قصف القرية.", "وكالة رويترز", "asserts"),
    ("a clause", "نفى الجيش العراقي ما ذكرته الإذاعة من أن طائرة قصفت القرية.", "الإذاعة", "asserts"),
    ("news that a paper has", "نفى الجيش العراقي معلومات أوردتها صحيفة محلية عن قصف القرية.", "صحيفة محلية", "asserts"),
    ("a report", "نفى الجيش العراقي تقارير غربية قالت إن طائرة قصفت القرية.", "تقارير غربية", "asserts"),
    ("in a document", "نفى الجيش العراقي ما ورد في تقرير البعثة من أن طائرة قصفت القرية.", "تقرير البعثة", "asserts"),
    ("a charge", "نفى الجيش العراقي الاتهامات التي وجهتها إليه موسكو بقصف القرية.", "موسكو", "accuses"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "teller", "stance"), TOLD_AND_DENIED, ids=[n[0] for n in TOLD_AND_DENIED])
def test_what_others_told_is_theirs_and_denied(
    read: Callable[[str], Record], name: str, text: str, teller: str, stance: str
) -> None:
    record = read(text)
    denied = event(record, "ASSAULT")
    chain = record.attribution(denied)[0].chain
    assert [s.mention.text for s in chain if s.mention] == [teller]
    assert (str(denied.stance), [d.mention.text for d in denied.denied_by]) == (stance, ["الجيش العراقي"])
    assert Auxiliary.NEGATION not in denied.auxiliary


def test_who_is_charged_did_it_and_the_charge_was_made(read: Callable[[str], Record]) -> None:
    record = read("نفت كيغالي اتهامات وجهتها منظمة حقوقية إلى الجيش السوري بقتل ثلاثة مدنيين.")
    charge, deed = event(record, "ACCUSE"), event(record, "ASSAULT")
    assert charge.auxiliary == () and [m.text for m in deed.actors] == ["الجيش السوري"]


def test_who_denies_a_part_did_not_do_what_happened(read: Callable[[str], Record]) -> None:
    record = read("وقبل أسبوع نفت الحركة ضلوعها في اغتيال قاض.")
    deed = event(record, "ASSAULT")
    assert [d.mention.text for d in deed.denied_by] == ["الحركة"]
    assert (deed.actors, deed.auxiliary, deed.stance) == ((), (), Stance.ASSERTS)


def test_what_only_the_denier_tells_is_told_as_denied() -> None:
    """Also where the learned denier, and no verb of denial, says that he denies it."""
    record = khabar.load().code(bare_article("وشدد الوزير على أن الحكومة لم تدفع أي فدية للخاطفين."))
    ransom = event(record, "AID")
    assert [d.mention.text for d in ransom.denied_by] == ["الوزير"]
    assert ransom.stance is Stance.DENIES


def test_who_denies_a_telling_goes_on_in_his_own_words(read: Callable[[str], Record]) -> None:
    record = read("نفى الجيش تقارير غربية قالت إن طائرة قصفت القرية، وأكد أن الشرطة اعتقلت سبعة أشخاص.")
    arrest = event(record, "COERCE")
    assert [s.mention.text for s in record.attribution(arrest)[0].chain if s.mention] == ["الجيش"]
    assert not arrest.denied_by


def test_a_part_denied_leaves_the_deed(read: Callable[[str], Record]) -> None:
    deed = event(read("نفت حركة طالبان مسؤوليتها عن الهجوم على المسجد."), "ASSAULT")
    assert deed.stance is Stance.ASSERTS and not deed.auxiliary
    assert [d.mention.text for d in deed.denied_by] == ["حركة طالبان"]


def test_who_speaks_of_his_own_deeds_denies_them(read: Callable[[str], Record]) -> None:
    own = event(read("قالت الشرطة العراقية إنها لم تعتقل الصحافي."), "COERCE")
    others = event(read("قال مسؤول ليبي إن المسلحين لم ينسحبوا من القاعدة."), "RETREAT")
    assert (own.stance, others.stance) == (Stance.DENIES, Stance.ASSERTS)


def test_an_accusation_is_its_accuser_s(read: Callable[[str], Record]) -> None:
    record = read("رفضت موسكو اتهامات كييف لها بقصف المستشفى.")
    deed = event(record, "ASSAULT")
    assert (chain(record, deed), deed.stance) == (["كييف"], Stance.ACCUSES)
    assert [d.mention.text for d in deed.denied_by] == ["موسكو"]
    assert event(record, "ACCUSE").stance is Stance.ASSERTS


def test_who_goes_on_is_not_who_was_quoted(read: Callable[[str], Record]) -> None:
    record = read("قال وزير الدفاع الليبي إن صحفا تداولت أنباء كاذبة. وأضاف أن الجيش الليبي قصف مواقع المسلحين.")
    assert chain(record, event(record, "ASSAULT")) == ["وزير الدفاع الليبي"]


def test_who_admits_did_it(read: Callable[[str], Record]) -> None:
    record = read("اعترف الجيش الإسرائيلي بقتل ثلاثة رهائن.")
    deed = event(record, "ASSAULT")
    assert [m.text for m in deed.actors] == ["الجيش الإسرائيلي"]
    assert (chain(record, deed), deed.stance) == (["الجيش الإسرائيلي"], Stance.CONFIRMS)
