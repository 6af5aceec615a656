"""The ways of Arabic news to deny, each in a short report: who denies is tied to what is denied."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.events.code import scenes_of
from khabar.pages.bare import bare_article
from khabar.records import Record, Stance
from khabar.sources.presupposed import is_presupposed

with (Path(__file__).parent / "denials.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text))


@pytest.mark.parametrize("row", ROWS, ids=[r["text"] for r in ROWS])
def test_a_denial_is_tied(read: Callable[[str], Record], row: dict[str, str]) -> None:
    record = read(row["text"])
    told = [(e, [e.trigger_text, *(s.of(record.article.text) for s in e.also)]) for e in record.events]
    deniers = {d.mention.text for e, words in told if any(row["denied"] in w for w in words) for d in e.denied_by}
    assert any(row["denier"] in d for d in deniers)


NO_DENIAL = [
    "اجتمع الوزيران أمس. ونفت المصادر وجود خلافات أفضت إلى تأجيل الاجتماع المقبل.",
    "أصيب سبعة في حادث. ونفت إدارة الطرق صلتها بصيانة الطريق.",
    "قال الأميرال إن اليابان وعدت مانيلا بزوارق، لكن السفير امتنع عن تأكيد ذلك أو نفيه.",
    "علق الصندوق قرضا للبلاد، وأدين الوزير بالرشوة، وهو ينفي التهمة.",
    "رفضت وزارة الدفاع نفي أو تأكيد الأنباء عن اعتقال ثلاثة جنود.",
    "قتل مسلحون ثلاثة جنود. ورفضت جبهة المعارضة المشاركة في الحوار.",
    "قتل مسلحون ثلاثة جنود. ولم تنف الحركة مسؤوليتها عن الهجوم.",
    "اعتقلت الشرطة رجلا بتهمة نشر أخبار كاذبة.",
    "أعلن المتمردون أن مقاتليهم قتلوا أربعين جنديا، وهو رقم نفته الحكومة.",
    "قتل مسلحون ثلاثة جنود. ورفضت جبهة المعارضة التفاوض مع القتلة، داعية إلى تسليح القرى.",
    "أساقفة المدينة يرفضون تسليم اللاجئين. رفض مجلس الأساقفة طلبا من الحكومة لتسليم عشرين لاجئا.",
    "اعتقل الجيش سبعة أشخاص. ووصلت إلى البلدة منظمات خيرية لا علاقة لها بالجيش.",
    "قال الشاهد إن مسلحين هاجموا القرية. وسئل الوزير عن أسعار الوقود التي قيل إنها سترتفع، وهو ما نفاه الوزير.",
    "اعتقل الجيش سبعة أشخاص. ولم يستبعد الوزير طلب قرض من البنك الدولي.",
    "كانت أسرة الشاب قد أعلنت أمس توقيفه. ونفى المحامي أي صلة له بالشركة.",
    "زار رئيس الحزب بنغازي. وأكدت الحركة أنه أبلغ الرئاسة بسفره، في حين أصدرت الرئاسة بيانا نفت فيه ذلك.",
    "اعتقلت الشرطة سبعة أشخاص. وقالت الوزارة إن المدارس لم تغلق.",
    "سيطر المتمردون على البلدة. ونفى الوزير سقوط الحكومة.",
    "ذكرت الإذاعة أن الجيش قصف القرية. ونفى الوزير علمه بقصف أي قرية.",
    "قصف الجيش القرية. وقال الوزير إنه لا علم له بأي قصف.",
    "فرضت الشرطة حظر التجول في المدينة. وناشد المحامي الأحزاب أن تطعن في القرار أمام القضاء.",
    "هاجم مسلحون القرية. ونفت النقابة أن تكون استعملت أموال العمال.",
    "اتهم النائب وزير المالية بالفساد. ونفت البلدية انقطاع الماء.",
    "قالت الشرطة إن رجلا خطف طفلا. وأغلقت المدارس. ورفض النائب رواية البلدية عن الميزانية.",
    "قالت لينا إن قاضية قتل زوجها في معركة، وطلبت رأس أحد الأسرى إلا أن القائد رفض هذا.",
]


@pytest.mark.parametrize("text", NO_DENIAL)
def test_what_is_no_denial(read: Callable[[str], Record], text: str) -> None:
    assert not any(e.denied_by or e.stance is Stance.DENIES for e in read(text).events)


def test_who_denies_a_loss_or_a_toll_does_not_deny_what_others_took(read: Callable[[str], Record]) -> None:
    taken = read("سيطر المتمردون على البلدة. ونفى الجيش سقوط قتلى في صفوفه.").events[0]
    assert "seize" in taken.modes and not taken.denied_by


def test_what_was_not_done_elsewhere_is_another_deed(read: Callable[[str], Record]) -> None:
    killed = read("قتل مسلحون ثلاثة جنود قرب كركوك. وأعلن الجيش أن قواته لم تقتل أحدا في الموصل.").events[0]
    assert not killed.denied_by


def test_who_denies_a_charge_denies_nothing_that_was_done_to_him(read: Callable[[str], Record]) -> None:
    record = read("وجهت النيابة اتهامات إلى عشرة معلمين. واعتقلت الشرطة ثلاثة من رفاقهم. ونفى المتهمون ما نسب إليهم.")
    assert not any(e.denied_by for e in record.events if e.type == "COERCE")


def test_a_meeting_is_no_charge(read: Callable[[str], Record]) -> None:
    record = read("اتهم الحزب، في بيان أعقب اجتماعه بالنقابة، حركة التغيير بإدارة الفوضى، وهو ما نفته الحركة.")
    assert not any(e.denied_by for e in record.events if e.type == "CONSULT")


def test_who_denies_a_part_in_a_deed_leaves_it_done(read: Callable[[str], Record]) -> None:
    [attack] = read("ونفت حركة النور أن تكون لها يد في الهجوم على الجسر.").events
    assert attack.stance is Stance.ASSERTS and not attack.auxiliary


def test_where_what_a_noun_of_denial_denies_ends(read: Callable[[str], Record]) -> None:
    text = "وسارع الناطق باسم الجيش إلى نفي أن تكون قواته قصفت أحدا، مؤكدا أن الطائرات لم تقلع."
    denial = next(a for a in read(text).sources if a.stance is Stance.DENIES)
    assert denial.scope.of(text) == "أن تكون قواته قصفت أحدا"


def test_the_last_word_of_who_denies_is_not_denied(read: Callable[[str], Record]) -> None:
    text = "ونفى مصدر في الوفد المفاوض، في تصريح للإذاعة، ما تردد عن أن الجيش قصف القرية."
    denial = next(a for a in read(text).sources if a.stance is Stance.DENIES)
    assert denial.scope.of(text) == "ما تردد عن أن الجيش قصف القرية"


def test_the_body_says_who_denies_in_the_headline() -> None:
    """A denier of the headline is one of the body's, whatever he is called there; alone he stays."""
    coder = unjudged(khabar.load())
    title = "أعيان منطقة جبلية ينفون خطف مهندسين"
    told = "خطف مسلحون مهندسين قرب المدينة، كما ذكرت وزارة الداخلية."
    twice = coder.code(bare_article(f"{told} ونفى الشيخ سالم بن راشد خطف المهندسين.", title)).events
    assert [[d.mention.text for d in e.denied_by] for e in twice] == [["الشيخ سالم بن راشد"]]
    once = coder.code(bare_article(told, title)).events
    assert [[d.mention.text for d in e.denied_by] for e in once] == [["أعيان منطقة جبلية"]]


def test_the_body_may_tell_in_other_words_what_the_headline_denies() -> None:
    coder = unjudged(khabar.load())
    text = "أطلق المتمردون رهينتين أمس. وزير الخارجية الأسترالي نفى أن تكون بلاده قد تدخلت هناك."
    events = coder.code(bare_article(text, "متمردون يطلقون رهينتين وأستراليا تنفي قصف معسكرهم")).events
    bombing = next(e for e in events if e.type == "ASSAULT")
    assert [d.mention.text for d in bombing.denied_by] == ["وزير الخارجية الأسترالي"]


def test_one_denier_is_named_once() -> None:
    coder = unjudged(khabar.load())
    text = (
        "قالت المعارضة إن الجيش قصف القرية. ونفى الناطق باسم الجيش سالم كريم قصف القرية. "
        "وأكد كريم أن الجيش لم يقصف القرية."
    )
    bombing = next(e for e in coder.code(bare_article(text)).events if e.type == "ASSAULT")
    assert [d.mention.text for d in bombing.denied_by] == ["الناطق باسم الجيش سالم كريم"]


def test_who_denies_that_a_thing_happened_is_not_its_doer(read: Callable[[str], Record]) -> None:
    record = read("اتهمت الجزائر المغرب بقصف قافلة. ونفى الجيش الموريتاني وقوع أي هجوم داخل أراضيه.")
    bombing = next(e for e in record.events if e.trigger_text == "قصف")
    assert [d.mention.text for d in bombing.denied_by] == ["الجيش الموريتاني"]


def test_what_is_told_beside_a_denial_is_not_denied(read: Callable[[str], Record]) -> None:
    record = read("نفت الحكومة أنها رفضت الخطة، مشيرة إلى أنها طلبت من الوسيط توضيحات.")
    assert not any(e.denied_by for e in record.events if e.type == "REQUEST")


def test_what_is_said_in_another_sentence_than_its_denial() -> None:
    coder = khabar.load()
    article = bare_article("نفت الحكومة الخبر. وقصف الجيش قرية سلوك.")
    record = coder.code(article)
    denial = next(a for a in record.sources if a.stance is Stance.DENIES)
    first, second = scenes_of(coder, coder.survey(article))
    bombing = next(e for e in record.events if e.type == "ASSAULT")
    elsewhere = replace(denial, scope=second.sentence.span)
    assert not is_presupposed(bombing.trigger, (), elsewhere, first)
