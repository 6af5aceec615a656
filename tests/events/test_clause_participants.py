"""Who acts and who is acted on where a clause, an aside or a list stands between them and the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.events.code import scenes_of
from khabar.pages.bare import bare_article
from khabar.records import Record
from tellings import told

TOLD = [
    ("behind how it was made known", "اتهم الرئيس التشادي سالم بلال في مقابلة بثت أمس نظيره السوداني كريم حمد بأنه يدعم المتمردين.",
     ("ACCUSE", ["الرئيس التشادي سالم بلال"], ["نظيره السوداني كريم حمد"])),
    ("behind a speech he gave", "دعا رئيس الوزراء في كلمة ألقاها أمس الأحزاب السياسية إلى الحوار.",
     ("REQUEST", ["رئيس الوزراء"], ["الأحزاب السياسية"])),
    ("behind who backs them", "هاجم مقاتلون يقودهم ضابط سابق ثكنة للجيش.",
     ("ASSAULT", ["مقاتلون"], ["للجيش"])),
    ("a deed behind who backs them", "انتزع مقاتلون قبليون تساندهم طائرات حربية السيطرة على مدينة مأرب من الحوثيين.",
     ("COERCE", ["مقاتلون قبليون"], ["الحوثيين"])),
    ("behind a relative clause with its object", "اعتقلت الشرطة التي تلاحق المهربين ثلاثة رجال.",
     ("COERCE", ["الشرطة"], ["ثلاثة رجال"])),
    ("all behind كان", "وكانت السعودية ومصر والبحرين قطعت العلاقات مع قطر.",
     ("SANCTION", ["السعودية", "مصر", "البحرين"], ["قطر"])),
    ("all behind كان and قد", "وكانت ألمانيا وفرنسا قد تعهدتا بتقديم مساعدات لليمن.",
     ("AGREE", ["ألمانيا", "فرنسا"], ["لليمن"])),
    ("who said what is refused", "رفضت الحكومة تصريحات نائب الرئيس كريم حمد الذي اتهم السعودية بدعم الإرهاب.",
     ("ACCUSE", ["نائب الرئيس كريم حمد"], ["السعودية"])),
    ("whose wife", "بكت زوجة الصحفي سالم حمد الذي اغتاله مسلحون أمس.",
     ("ASSAULT", ["مسلحون"], ["الصحفي سالم حمد"])),
    ("both of two", "أثار الحادث توترا بين إيران والولايات المتحدة اللتين قطعتا العلاقات الدبلوماسية بينهما.",
     ("SANCTION", ["إيران", "الولايات المتحدة"], [])),
    ("whom a masculine word tells of", "صلى الأهالي على الشهيد خالد حمدي، بالجامع الكبير بالمدينة، والذي استشهد أمس إثر قصف للمتمردين.",
     ("ASSAULT", [], ["الشهيد خالد حمدي"])),
    ("some of many", "أطلقت الشرطة الغاز على آلاف من الأشخاص تجمعوا في الساحة احتجاجا على التفجير.",
     ("PROTEST", ["آلاف من الأشخاص"], [])),
    ("states between commas", "ودعا المجلس، الدول الأعضاء في الأمم المتحدة، إلى إحالة الجناة إلى العدالة.",
     ("REQUEST", ["المجلس"], ["الدول الأعضاء"])),
    ("who speaks goes on", "أشاد المركز بجهود المتطوعين، مشيرا إلى أن المدينة تشهد حالة من الفوضى، ودعا السكان إلى التعاون مع الأمن.",
     ("REQUEST", ["المركز"], ["السكان"])),
    ("who is held responsible", "اتهم الحزب الحكومة بالفساد وحمل البرلمان المسؤولية عن الأزمة.",
     ("ACCUSE", ["الحزب"], ["البرلمان"])),
    ("a woman in an office", "ودعت عضو النقابة كافة المنظمات الحقوقية إلى التحرك.",
     ("REQUEST", ["عضو النقابة"], ["كافة المنظمات الحقوقية"])),
    ("people of his country", "وعد الرئيس اليمني مواطني بلاده بعودة الحكومة إلى عدن.",
     ("AGREE", ["الرئيس اليمني"], ["مواطني بلاده"])),
    ("a writer", "دعا الكاتب الجزائري كريم بلال إلى مقاطعة الانتخابات.",
     ("REQUEST", ["الكاتب الجزائري كريم بلال"], [])),
    ("what those responsible are asked", "طالب رئيس الجمهورية، جميع الجهات المسؤولة بتعزيز القدرات القتالية للجيش.",
     ("REQUEST", ["رئيس الجمهورية"], ["جميع الجهات المسؤولة"])),
    ("a name ends before a deed", "طالب الصحافي سعيد معتوق بإيقاع أقصى العقوبات على الجاني.",
     ("REQUEST", ["الصحافي سعيد معتوق"], [])),
    ("forces in quotation marks", "نفى الرئيس الاتهامات، متهما \"قوى ظلامية\" بنشر الشائعات.",
     ("ACCUSE", ["الرئيس"], ["قوى ظلامية"])),
    ("heirs", "قدمت الجمعية شكرها لخادم الحرمين الشريفين وولي عهده وولي ولي العهد.",
     ("SUPPORT", ["الجمعية"], ["خادم الحرمين الشريفين", "ولي عهده", "ولي ولي العهد"])),
    ("deputies with their honours", "شكر المدير أمير المنطقة وسمو نائبه على دعمهما.",
     ("SUPPORT", ["المدير"], ["أمير المنطقة", "سمو نائبه"])),
    ("what is offered", "قدم الوزير العزاء لخادم الحرمين الشريفين وسمو ولي عهده.",
     ("SUPPORT", ["الوزير"], ["خادم الحرمين الشريفين", "سمو ولي عهده"])),
    ("names as objects", "انتقد النواب سالم حمد وكريم بلال.", ("ACCUSE", ["النواب"], ["سالم حمد", "كريم بلال"])),
    ("of one mind", "أكد مسؤول أن الولايات المتحدة وتركيا متفقتان على العمل معا لإقامة منطقة آمنة.",
     ("AGREE", ["الولايات المتحدة", "تركيا"], [])),
    ("whom they will meet", "سيلتقي وفد من الكتلة غدا برئيس الحكومة المكلف سالم الشاهد.",
     ("AGREE", ["وفد"], ["رئيس الحكومة المكلف سالم الشاهد"])),
    ("whom they have met", "التقى وفد من الحركة أمس بوزير الخارجية المصري.",
     ("CONSULT", ["وفد من الحركة", "وزير الخارجية المصري"], [])),
    ("whose the dead are", "سقط عشرات القتلى والجرحى من الحوثيين في غارات شنها طيران التحالف.",
     ("ASSAULT", ["طيران التحالف"], ["الحوثيين"])),
    ("the dead of a family", "سقط سبعة قتلى من عائلة واحدة في القصف.",
     ("ASSAULT", [], ["سبعة قتلى من عائلة واحدة"])),
    ("whose support", "أكدت الخارجية المصرية تضامن جمهورية مصر العربية مع حكومة المملكة.",
     ("SUPPORT", ["جمهورية مصر العربية"], ["حكومة المملكة"])),
    ("who acts behind a relative clause of another", "ذكر المرصد أن القوات التي دخلت البلدة اعتقلت فصيلة كاملة.",
     ("COERCE", ["القوات"], ["فصيلة كاملة"])),
    ("whom he calls names", "قال متحدث باسم الجيش إن العناصر المسلحة التي وصفها بالإرهابية هاجمت دورية للشرطة.",
     ("ASSAULT", ["العناصر المسلحة"], ["دورية للشرطة"])),
    ("whose body", "دفن الأهالي جثة التاجر الذي خطفه مسلحون قبل يومين.", ("ASSAULT", ["مسلحون"], ["التاجر"])),
    ("who acts in a relative clause", "قال الوزير إن الوزارة التي اتهمت النقابة مديرها بالفساد ستحقق في الأمر.",
     ("ACCUSE", ["النقابة"], ["مديرها"])),
    ("his own support", "أعربت باريس عن دعمها للحكومة اللبنانية.", ("SUPPORT", ["باريس"], ["للحكومة اللبنانية"])),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_who_takes_part(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in [told(e) for e in read(text).events]


def test_names_say_who_those_before_them_are() -> None:
    coder = khabar.load()
    text = "حكمت المحكمة على الصحفيين سالم حمد وكريم بلال بالسجن ثلاث سنوات."
    (scene,) = scenes_of(coder, coder.survey(bare_article(text)))
    assert scene.clauses[0].objects == []


@pytest.mark.parametrize(
    ("text", "who"),
    [("تظاهر عشرات العاطلين عن العمل أمام الوزارة.", "عشرات العاطلين عن العمل"), ("أضرب عمال المطاحن عن العمل يوما كاملا.", "عمال المطاحن"),
     ("هاجم شاب دورية فأرداه ضابط قتيلا.", "ضابط")],
)
def test_what_they_are_out_of_and_what_they_leave(text: str, who: str) -> None:
    assert who in [m.text for e in khabar.load().read(text).events for m in e.actors]


def test_nobody_was_arrested() -> None:
    event = khabar.load().read("لم تعتقل الشرطة أحدا خلال المظاهرة.").events[0]
    assert (event.type, event.size) == ("COERCE", ())


def test_one_with_his_adjective_in_the_accusative() -> None:
    (event,) = khabar.load().read("قتل مسلحون عالما نوويا في طهران.").events
    assert [m.text for m in event.recipients] == ["عالما نوويا"]


def test_one_of_a_country_is_one() -> None:
    (event,) = khabar.load().read("قتل سوداني وأصيب ثلاثة آخرون في هجوم مسلح.").events
    assert [(s.kind, s.low) for s in event.size] == [("dead", 1), ("injured", 3)]


def test_in_whose_ranks_they_fell() -> None:
    record = khabar.load().read("أوقعت الغارة ستة قتلى في صفوف المسلحين.")
    assert [told(e) for e in record.events] == [("ASSAULT", [], ["المسلحين"])]


def test_who_tells_of_the_support_of_a_state(read: Callable[[str], Record]) -> None:
    record = read("أكد الوزير تضامن المملكة مع المغرب.")
    event = record.events[0]
    sources = [s.mention.text for a in record.attribution(event) for s in a.chain if s.mention]
    assert (event.trigger_text, sources) == ("تضامن", ["الوزير"])
