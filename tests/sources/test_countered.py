"""What somebody denies and others are named for, behind his words or in whose mouth it was: it stands as they tell it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Auxiliary, Event, Record, SourceKind

_MORE = " ولم يذكر المصدر تفاصيل أخرى. ويعرف عن المنطقة كثرة سكانها."


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text + _MORE))


def _told_by(record: Record, event: Event) -> list[str]:
    own = record.attribution(event)[0]
    return [s.mention.text for s in own.chain if s.mention is not None]


COUNTERED = [
    ("ASSAULT", "نفى العقيد سالم أن تكون الشرطة أطلقت الرصاص على المتظاهرين كما قال محاميهم.", "محاميهم", "العقيد سالم"),
    ("ASSAULT", "نفى مدير السجن أن يكون أي معتقل قد تعرض للضرب، كما زعمت منظمة حقوقية.", "منظمة حقوقية", "مدير السجن"),
    ("ASSAULT", "نفى المدير أن تكون الشرطة قد ضربت العمال كما جاء في شريط مصور تناقله ناشطون.", "شريط مصور", "المدير"),
    ("ASSAULT", "قال متحدث باسم الجيش إن قواته لم تقصف المستشفى، خلافا لما أعلنته وزارة الصحة.", "وزارة الصحة",
     "متحدث باسم الجيش"),
    ("REQUEST", "قالت ناطقة باسم المنظمة إن المنظمة لم تطلب إغلاق المطار، خلافا لما بثته شبكة كندية.", "شبكة كندية",
     "ناطقة باسم المنظمة"),
    ("ASSAULT", "نفى سليم أن يكون مقاتلوه خطفوا أربع أجنبيات، وهي التهمة التي ساقتها نيروبي لتبرير دخول جنودها.", "نيروبي",
     "سليم"),
    ("AID", "نفت الوزارة أن تكون دفعت فدية ردا على ما نشرته صحيفة من أن الحكومة حولت مليون دولار إلى الخاطفين.", "صحيفة",
     "الوزارة"),
    ("ASSAULT", "نفى وزير الدفاع اتهامات المعارضة بأن الجيش قصف القرية.", "المعارضة", "وزير الدفاع"),
    ("SUPPORT", "وترفض الحكومة التركية اتهامات من المعارضة بأنها دعمت المتشددين في سوريا.", "المعارضة", "الحكومة التركية"),
    ("COERCE", "نفت الوزارة ما ورد في مقال نشرته صحيفة الطليعة عن حجز وثائق من الأرشيف.", "صحيفة الطليعة", "الوزارة"),
    ("COERCE", "نفت الشرطة ما راج في مواقع محلية عن اعتقال ثلاثة صحفيين.", "مواقع محلية", "الشرطة"),
]


@pytest.mark.parametrize(("kind", "text", "teller", "denier"), COUNTERED, ids=[c[1] for c in COUNTERED])
def test_who_tells_what_is_denied(
    read: Callable[[str], Record], kind: str, text: str, teller: str, denier: str
) -> None:
    record = read(text)
    event = next(e for e in record.events if e.type == kind)
    assert _told_by(record, event) == [teller]
    assert [d.mention.text for d in event.denied_by] == [denier]
    assert not {Auxiliary.NEGATION, Auxiliary.HYPOTHETICAL} & set(event.auxiliary)


ONLY_DENIED = [
    ("نفى الوزير أن يكون الجيش قصف القرية، كما ذكرت وكالة الأنباء الرسمية.", "ASSAULT"),
    ("نفت الشرطة ما تردد في مواقع التواصل الاجتماعي عن اعتقال ثلاثة صحفيين.", "COERCE"),
    ("نفت الشرطة ما تردد عن اعتقال ثلاثة صحفيين.", "COERCE"),
]


@pytest.mark.parametrize(("text", "kind"), ONLY_DENIED)
def test_nobody_is_named_for_what_is_denied(read: Callable[[str], Record], text: str, kind: str) -> None:
    event = next(e for e in read(text).events if e.type == kind)
    assert Auxiliary.NEGATION in event.auxiliary


def test_what_is_only_told_when(read: Callable[[str], Record]) -> None:
    text = "نفى قائد الشرطة أن تكون المرأة قد تعرضت للضرب أثناء التحقيق كما قال محاميها."
    denied = [e.type for e in read(text).events if e.denied_by]
    assert denied == ["ASSAULT"]


CHARGES = [
    ("نفى الحزب الاتهامات بأن السفارة تموله.", [], ["الحزب"]),
    ("رفضت موسكو الاتهامات بقصف المستشفى.", [], ["موسكو"]),
    ("رفض الوزير اتهامات المعارضة له بالفساد.", ["المعارضة"], ["الوزير"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), CHARGES)
def test_who_denies_a_charge_has_not_made_it(
    read: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    event = next(e for e in read(text).events if e.type == "ACCUSE")
    assert ([m.text for m in event.actors], [m.text for m in event.recipients]) == (actors, recipients)


def test_whose_mouth(read: Callable[[str], Record]) -> None:
    record = read("فندت وزارة العدل ما جاء على لسان القاضي سالم النجار من أن الوزيرة هددت القضاة بالفصل.")
    told = next(a for a in record.sources if a.rule.startswith("rebutted"))
    assert [s.mention.text for s in told.chain if s.mention is not None] == ["القاضي سالم النجار"]
    assert all(s.kind is not SourceKind.OUTLET for s in told.chain)
    assert told.scope.of(record.article.text) == "أن الوزيرة هددت القضاة بالفصل"


def test_who_disclaims_a_deed_has_not_done_it(read: Callable[[str], Record]) -> None:
    record = read("أعلنت الجماعة عدم مسؤوليتها عن هجوم مسلح على حافلة أدى لمقتل جندي واصفة إياه بالإجرامي.")
    force = next(e for e in record.events if e.type == "ASSAULT")
    assert [d.mention.text for d in force.denied_by] == ["الجماعة"]
    assert (list(force.actors), [m.text for m in force.recipients]) == ([], ["جندي"])


def test_a_denied_deed_keeps_the_toll_that_others_tell() -> None:
    record = khabar.load().code(bare_article(
        "نفت القيادة العامة قصف طيرانها الحربي منزلا في طرابلس. وقال الناطق إن مقاتلات الجيش استهدفت معسكرا للمسلحين في الفرناج. "
        "وقتل ثلاثة أطفال جراء قصف طيران حربي لمنزل في طرابلس، بحسب وزارة الصحة." + _MORE
    ))
    assert [[(s.kind, s.low) for s in e.size] for e in record.events if e.denied_by and e.size] == [[("dead", 3)]]


def test_who_accuses_from_a_town(read: Callable[[str], Record]) -> None:
    record = read("واتهمت الحكومة الفلسطينية برام الله، حركة حماس بأنها تخترع شخصية وهمية.")
    charge = next(e for e in record.events if e.type == "ACCUSE")
    assert [m.text for m in charge.actors] == ["الحكومة الفلسطينية"]


def test_a_disclaimer_goes_on_behind_the_day(read: Callable[[str], Record]) -> None:
    record = read("أعلنت الجماعة، الخميس، عدم مسؤوليتها عن هجوم مسلح على حافلة أدى لمقتل جندي.")
    force = next(e for e in record.events if e.type == "ASSAULT")
    assert [d.mention.text for d in force.denied_by] == ["الجماعة"]


def test_who_spreads_news_of_an_arrest_is_not_arrested() -> None:
    text = "نفت عائلة الناشط سالم النجار الأنباء التي نشرتها بعض المواقع عن اعتقاله."
    record = khabar.load().code(bare_article(text + _MORE))
    arrest = next(e for e in record.events if e.type == "COERCE")
    assert [m.text for m in arrest.recipients] == ["الناشط سالم النجار"]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("اتهمت النيابة الصحفي سالم حمد بنشر أخبار كاذبة. ونفى محاميه أن يكون موكله قد نشر أي أخبار.", "محاميه"),
        ("اتهمت السلطات خمسة ناشطين بالتخابر. ونفت هيئة الدفاع عن الناشطين صحة ذلك.", "هيئة الدفاع"),
    ],
)
def test_a_lawyer_denies_the_charge(read: Callable[[str], Record], text: str, denier: str) -> None:
    (charge,) = [e for e in read(text + " ومن المقرر أن تعقد المحكمة جلسة الأحد.").events if e.type == "ACCUSE"]
    assert [d.mention.text for d in charge.denied_by] == [denier]
