"""Statements, talks and who says so, in plain sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

EVENTS = [
    ("a state is no name behind a title", "دعا الأمين العام إسرائيل إلى ضبط النفس.",
     ("REQUEST", ["الأمين العام"], ["إسرائيل"])),
    ("nor behind whose office it is", "دعا الأمين العام للأمم المتحدة إسرائيل إلى وقف القصف.",
     ("REQUEST", ["الأمين العام للأمم المتحدة"], ["إسرائيل"])),
    ("what a party condemns is no name of its", "أدان الحزب الاعتداء على المسجد.",
     ("ACCUSE", ["الحزب"], [])),
    ("states listed before their verb", "قال الوزير إن السعودية والكويت وقطر فرضت عقوبات على الشركة.",
     ("SANCTION", ["السعودية", "الكويت", "قطر"], ["الشركة"])),
    ("a state behind a sentence without a verb", "قتلى المدينة أكثر من ألف وتركيا تدعو السكان إلى الرحيل.",
     ("REQUEST", ["تركيا"], ["السكان"])),
    ("a call set apart by commas", "أجرى الوزير كمال زيدان، اتصالا هاتفيا يوم الأحد 6 أبريل، مع وزير خارجية الكويت.",
     ("CONSULT", ["الوزير كمال زيدان"], ["وزير خارجية الكويت"])),
    ("talks set apart by commas", "أجرى الرئيس كمال زيدان، مباحثات اليوم الأحد، مع الرئيس التونسي.",
     ("CONSULT", ["الرئيس كمال زيدان", "الرئيس التونسي"], [])),
    ("what befell others is no more of them", "أسفر الهجوم عن استشهاد شابين ومصرع جندية.",
     ("ASSAULT", [], ["شابين"])),
    ("what somebody goes on to say describes nobody", "تبنى التنظيم هجوما أدى إلى مقتل شرطية إسرائيلية محذرا من المزيد.",
     ("ASSAULT", ["التنظيم"], ["شرطية إسرائيلية"])),
    ("wounds describe nobody", "توفيت شابة مصرية متأثرة بجراحها في غارة على المدينة.",
     ("ASSAULT", [], ["شابة مصرية"])),
    ("refusal of what is condemned", "أعرب الرئيس كمال زيدان عن رفضه للتفجيرات.",
     ("ACCUSE", ["الرئيس كمال زيدان"], [])),
    ("a state whose force is condemned", "أدانت الكويت الغارات الإسرائيلية على المدينة.",
     ("ACCUSE", ["الكويت"], ["الإسرائيلية"])),
    ("a war is called after its place", "أدانت الوزارة الحرب السورية.", ("ACCUSE", ["الوزارة"], [])),
    ("an answer to an attack", "تعهدت الحركة بالرد على الغارة الإسرائيلية.",
     ("THREATEN", ["الحركة"], ["الإسرائيلية"])),
    ("whose irresponsible words", "أعرب رئيس المجلس عن رفضه للتصريحات غير المسؤولة لنائب الرئيس كمال زيدان.",
     ("ACCUSE", ["رئيس المجلس"], ["نائب الرئيس كمال زيدان"])),
    ("on what it is based builds nothing",
     "صرح المتحدث أنه بناء علي تعليمات من الوزير، قامت نائب مساعد الوزير باستدعاء السفير التركي بالقاهرة.",
     ("ACCUSE", ["نائب مساعد الوزير"], ["السفير التركي"])),
    ("a short name in quotation marks", "دانت \"التعاون الإسلامي\" الهجوم على المسجد.",
     ("ACCUSE", ["التعاون الإسلامي"], [])),
    ("who says in a noun that she did it", "جاء ذلك بعد إعلان الشرطة أنها قتلت ثلاثة مسلحين.",
     ("ASSAULT", ["الشرطة"], ["ثلاثة مسلحين"])),
    ("the town an agreement is named after is nobody", "رحب الوزير كمال زيدان باتفاق الرياض.",
     ("SUPPORT", ["الوزير كمال زيدان"], [])),
    ("a capital that decides is the state", "رحب الوزير كمال زيدان بقرار الرياض فتح السفارة.",
     ("SUPPORT", ["الوزير كمال زيدان"], ["الرياض"])),
    ("talks between two in a state", "انهارت محادثات الكويت بين الحكومة والحوثيين.",
     ("CONSULT", ["الحكومة", "الحوثيين"], [])),
    ("an aside between dashes", "التقى الوزير - الذي يزور باريس - نظيره الفرنسي.",
     ("CONSULT", ["الوزير"], ["نظيره الفرنسي"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in EVENTS], ids=[t[0] for t in EVENTS])
def test_who_says_and_does(
    read: Callable[[str], Record], text: str, event: tuple[str, list[str], list[str]]
) -> None:
    assert event in [told(e) for e in read(text).events]


def _chain(record: Record) -> list[str]:
    chains = {a.id: a.chain for a in record.sources}
    return [s.mention.text if s.mention else s.kind.value for s in chains[record.events[0].sources[0]]]


SOURCES = [
    ("a day set apart by one comma", "أكدت مصادر مطلعة، الأحد أنه تم اعتقال ثلاثة مسلحين.", ["مصادر مطلعة"]),
    ("a day with its name", "أفادت مصادر محلية، اليوم الخميس أن مسلحين قتلوا شرطيا في عدن.", ["مصادر محلية"]),
    ("somebody's turn", "من جهته وزير الداخلية قال إن الشرطة اعتقلت ثلاثة مسلحين.", ["وزير الداخلية"]),
    ("an office between dashes", "أعلن كمال زيدان -المتحدث باسم الجيش- مقتل ثلاثة جنود في هجوم.", ["كمال زيدان"]),
    ("a dateline between dashes", "بغداد - وكالات - قال الوزير إن الشرطة اعتقلت ثلاثة مسلحين.", ["الوزير"]),
    ("a woman in an office of men", "قالت نائب وزير الخارجية إن الجيش قتل ثلاثة مدنيين.", ["نائب وزير الخارجية"]),
    ("a noun of saying", "جاء ذلك بعد إعلان الشرطة أن مسلحين قتلوا جنديا.", ["الشرطة"]),
    ("a noun of saying and of whom", "وسط تأكيدات من الأهالي أن الطائرات قصفت القرية، نزح السكان.", ["الأهالي"]),
    ("who is asked by an outlet", "قال الوزير في مقابلة مع صحيفة الحياة إن الجيش قتل عشرة مسلحين.", ["الوزير"]),
]


@pytest.mark.parametrize(("text", "chain"), [t[1:] for t in SOURCES], ids=[t[0] for t in SOURCES])
def test_according_to_whom(read: Callable[[str], Record], text: str, chain: list[str]) -> None:
    assert _chain(read(text)) == chain


def test_a_protest_note_is_part_of_the_summons(read: Callable[[str], Record]) -> None:
    record = read("استدعت الوزارة السفير الإيراني وسلمته رسالة احتجاج على ما وصفته بالتجاوزات.")
    assert [told(e) for e in record.events] == [("ACCUSE", ["الوزارة"], ["السفير الإيراني"])]


def test_why_an_envoy_is_summoned_is_no_protest_of_its_own(read: Callable[[str], Record]) -> None:
    record = read("قام الوزير باستدعاء السفير التركي احتجاجا على التصريحات.")
    assert [e.type for e in record.events] == ["ACCUSE"]


def test_a_noun_of_saying_in_front_ends_at_the_main_clause(read: Callable[[str], Record]) -> None:
    record = read("عقب إعلان الحكومة أنها فرضت عقوبات على الشركة، دعا النواب إلى جلسة عاجلة.")
    asked = next(e for e in record.events if e.type == "REQUEST")
    assert [s.mention for a in record.attribution(asked) for s in a.chain] == [None]
