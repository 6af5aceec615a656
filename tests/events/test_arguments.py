"""Whom the grammar takes for subject and object: case shown by adjectives, states, apposition, relative clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.events.code import scenes_of
from khabar.pages.bare import bare_article
from khabar.records import MentionKind, Record
from tellings import told

TOLD = [
    ("case by the adjective", "وقد حث الزعماء الدينيين على حل الخلافات.", ("REQUEST", [], ["الزعماء الدينيين"])),
    ("nominative by the adjective", "انتقد الخبراء الاقتصاديون الحكومة.",
     ("ACCUSE", ["الخبراء الاقتصاديون"], ["الحكومة"])),
    ("states are feminine", "التقى الوزير نظيره. كما حث السويد على رفع القيود.",
     ("REQUEST", ["الوزير"], ["السويد"])),
    ("some states are not", "وطالب العراق بسحب القوات.", ("REQUEST", ["العراق"], [])),
    ("behind a state", "وزار تونس الرئيس التركي.", ("CONSULT", ["الرئيس التركي"], ["تونس"])),
    ("a group and one man", "دعت نقابة المعلمين التونسيين وزير التربية سالم الجلاصي إلى فتح حوار عاجل.",
     ("REQUEST", ["نقابة المعلمين التونسيين"], ["وزير التربية سالم الجلاصي"])),
    ("members of a people", "طالبت منظمة الصحفيين العراقيين رئيس الحكومة حيدر الكاظم بحماية المراسلين.",
     ("REQUEST", ["منظمة الصحفيين العراقيين"], ["رئيس الحكومة حيدر الكاظم"])),
    ("a titled name behind its office", "وصف المرشد الأعلى لجمهورية إيران الإسلامية آية الله سالم الكاظمي إسرائيل بأنها عدو.",
     ("ACCUSE", ["المرشد الأعلى"], ["إسرائيل"])),
    ("a judgement is no verb", "أصدرت المحكمة العامة بالرس حكما يقضي بالسجن على وافد سوداني.",
     ("SANCTION", ["المحكمة العامة"], ["وافد سوداني"])),
    ("a judgement behind a comma", "أصدرت المحكمة حكما، يقضي بالسجن ثلاث سنوات على تاجر سوداني.",
     ("SANCTION", ["المحكمة"], ["تاجر سوداني"])),
    ("groups act in the feminine", "التقى الوزير نظيره. ودعا الأطراف إلى ضبط النفس.",
     ("REQUEST", ["الوزير"], ["الأطراف"])),
    ("whom everybody asks", "التقى الوزير نظيره. ودعا المجتمع الدولي إلى التدخل.",
     ("REQUEST", ["الوزير"], ["المجتمع الدولي"])),
    ("never without an object", "توجه الوزير إلى بغداد حيث التقى رئيس البرلمان سالم الحمدي.",
     ("CONSULT", ["الوزير"], ["رئيس البرلمان سالم الحمدي"])),
    ("praised in a speech", "ألقى الشيخ أحمد النقيب كلمة ثمن فيها مواقف الملك تجاه اليمن.",
     ("SUPPORT", ["الشيخ أحمد النقيب"], ["الملك"])),
    ("where an envoy is posted", "ندد السفير الإيراني بتونس، هاني الفهوم، بسياسة إسرائيل.",
     ("ACCUSE", ["السفير الإيراني"], ["إسرائيل"])),
    ("an adjective behind a genitive", "دعا وزراء الخارجية الأوروبيون إيران إلى العودة إلى الاتفاق.",
     ("REQUEST", ["وزراء الخارجية الأوروبيون"], ["إيران"])),
    ("a state behind a plural with its nun", "وفي بروكسل طالب القادة الأوروبيون روسيا بسحب قواتها.",
     ("REQUEST", ["القادة الأوروبيون"], ["روسيا"])),
    ("goes on from an indefinite topic", "وقال المصدر إن جهات مختصة داخل الحكومة حذرت من خطورة هذه الجماعات، وطالبت الرئاسة بحظر نشاطها.",
     ("REQUEST", ["جهات مختصة"], ["الرئاسة"])),
    ("who did what is blamed", "ندد المشاركون بما \"اقترفه بعض العناصر المجمدة من تجاوزات\".",
     ("ACCUSE", ["المشاركون"], ["بعض العناصر المجمدة"])),
    ("behind a relative clause", "اتهمت الشركة التي يوجد مقرها في بنغازي الحكومة بأنها أوقفت التصدير.",
     ("ACCUSE", ["الشركة"], ["الحكومة"])),
    ("behind one without a word for it",
     "طالبت هيئة الدفاع خلال ندوة صحفية انعقدت اليوم بدار المحامي النيابة العمومية بالتعامل بجدية مع الشكوى.",
     ("REQUEST", ["هيئة الدفاع"], ["النيابة العمومية"])),
    ("behind a relative clause and a comma", "اعتقلت حماس التي قمعت في 2009 الحركات المتشددة، عشرات من الناشطين.",
     ("COERCE", ["حماس"], ["عشرات من الناشطين"])),
    ("behind two commas and more",
     "داهمت فرقة التفتيش، يوم 6 فيفري 2017، وبعد استشارة النيابة العمومية، منازل ستة عناصر متشددة.",
     ("COERCE", ["فرقة التفتيش"], ["ستة عناصر متشددة"])),
    ("a province behind its town", "داهمت الشرطة بالزاوية ولاية سوسة منازل ستة عناصر متشددة.",
     ("COERCE", ["الشرطة"], ["ستة عناصر متشددة"])),
    ("parties are described in the singular", "أدان الوزير الهجوم. وطالب بمحاسبة الأطراف المسؤولة مباشرة عن الفوضى.",
     ("REQUEST", ["الوزير"], [])),
    ("a name between commas behind its verb", "وأدان, سالم الحربي, من جهة أخرى هجوم المليشيا على البلدة.",
     ("ACCUSE", ["سالم الحربي"], ["المليشيا"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_who_is_subject_and_object(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in [told(e) for e in read(text).events]


def test_all_of_them_are_asked_whatever_the_weights() -> None:
    record = khabar.load().read("ودعت كل القوى الوطنية إلى الحوار.")
    assert [told(e) for e in record.events] == [("REQUEST", [], ["كل القوى الوطنية"])]


def test_a_state_behind_a_preposition_is_no_pair_of_thieves(read: Callable[[str], Record]) -> None:
    record = read("قدمت المنظمة دعما للهند وللصين.")
    assert [m.kind for m in record.mentions if m.text.endswith("صين")] == [MentionKind.PLACE]


def test_what_they_only_have_is_no_object_of_its_own() -> None:
    coder = khabar.load()
    (scene,) = scenes_of(coder, coder.survey(bare_article("دعا المركز المنظمات ذات العلاقة إلى الإسهام في التنفيذ.")))
    assert [scene.words[g[0].head].norm for g in scene.clauses[0].objects] == ["المنظمات"]
