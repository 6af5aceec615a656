"""To whom words are said and whose step they are about: names, pronouns, relative clauses, objects of verbal nouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record

Read = Callable[[str], Record]


def told(event: Event) -> tuple[str, list[str], list[str]]:
    return event.type, [m.text for m in event.actors], [m.text for m in event.recipients]


TOLD = [
    ("a bearer's name before the object", "انتقد عميد البلدية سالم بوعزة حكومة الإقليم.",
     ("ACCUSE", ["عميد البلدية سالم بوعزة"], ["حكومة الإقليم"])),
    ("behind where the office is", "شكرت مديرة المشروع في جنوب البلاد هيلين كوك الحكومة الكندية.",
     ("SUPPORT", ["مديرة المشروع"], ["الحكومة الكندية"])),
    ("a name that is the object", "هنأ نائب وزير الخارجية الأمريكي إسحاق دار على فوزه.",
     ("SUPPORT", ["نائب وزير الخارجية الأمريكي"], ["إسحاق دار"])),
    ("behind an adjective of belonging", "ناشدت جمعية حقوقية الملك العفو عن المعتقلين.",
     ("REQUEST", ["جمعية حقوقية"], ["الملك"])),
    ("what an opposition asks", "طالب الحزب الديمقراطي المعارض بإلغاء المناورة.",
     ("REQUEST", ["الحزب الديمقراطي"], [])),
    ("a known name is closed", "اتهمت منظمة هيومن رايتس ووتش الشرطة بضرب موقوفين.",
     ("ACCUSE", ["منظمة هيومن رايتس ووتش"], ["الشرطة"])),
    ("an aside with a pronoun", "حثت بريطانيا، وهي من أهم المانحين، الأطراف على ضبط النفس.",
     ("REQUEST", ["بريطانيا"], ["الأطراف"])),
    ("an aside is no victim", "قتل في الهجوم شرطي، وهو أب لثلاثة أطفال، وجرح آخرون.", ("ASSAULT", [], ["شرطي"])),
    ("money does not promise", "رحب الاتحاد الأفريقي بالاتفاق ووعد بمنح المنطقة سبعة ملايين يورو.",
     ("AGREE", ["الاتحاد الأفريقي"], [])),
    ("things told of do not promise", "أكد السفير أن كل الشحنات هبطت في المطار، ووعد بتزويد الجيش العراقي بأجهزة.",
     ("AGREE", ["السفير"], ["الجيش العراقي"])),
    ("whose efforts", "أشاد الوسيط بالجهود التي تبذلها الحكومة اليمنية.", ("SUPPORT", ["الوسيط"], ["الحكومة اليمنية"])),
    ("whose restraint", "أشاد الوسيط بضبط النفس لدى المعتصمين.", ("SUPPORT", ["الوسيط"], ["المعتصمين"])),
    ("restraint in quotation marks", "أثنى الوزير على «ضبط النفس» الذي أظهره رجال الأمن.",
     ("SUPPORT", ["الوزير"], ["رجال الأمن"])),
    ("from whom an offer is", "رفضت الوزارة عروضا من شركات صينية.", ("REJECT", ["الوزارة"], ["شركات صينية"])),
    ("who made a request", "رفض المجلس طلبا وجهته إليه الحكومة لتسليم الطلاب.", ("REJECT", ["المجلس"], ["الحكومة"])),
    ("who only calls it so", "رفض المجلس اقتراحا وصفته الحكومة بالمهم.", ("REJECT", ["المجلس"], [])),
    ("what is ratified", "صادق البرلمان على اتفاق وقعته الحكومة العام الماضي.", ("SUPPORT", ["البرلمان"], [])),
    ("the object of a noun", "أعلن الحزب مساندته الحكومة في هذه الأزمة.", ("SUPPORT", ["الحزب"], ["الحكومة"])),
    ("a thing is no such object", "أعلن الحزب رفضه المشاركة في الحوار.", ("REJECT", ["الحزب"], [])),
    ("where a complaint goes", "قدمت الخرطوم شكوى إلى مجلس الأمن.", ("ACCUSE", ["الخرطوم"], [])),
    ("with whom an inquiry is", "فتحت النيابة تحقيقا مع القبطان بتهمة التهريب.", ("ACCUSE", ["النيابة"], ["القبطان"])),
    ("who proposed it", "اقترح الوسيط هدنة لخمسة أيام، رحبت بها الحكومة اليمنية.",
     ("SUPPORT", ["الحكومة اليمنية"], ["الوسيط"])),
    ("a demand that is refused", "دعت المديرة إلى تخفيف الديون، وهو مطلب ترفضه برلين.",
     ("REJECT", ["برلين"], ["المديرة"])),
    ("a pronoun for a genitive", "أكد المحافظ أنه تلقى استقالة مدير الشركة، وكان العمال قد اتهموه بالسرقة.",
     ("ACCUSE", ["العمال"], ["مدير الشركة"])),
    ("a pronoun for a state", "قال الوزير التركي إن بلاده ستقلص تجارتها مع السويد، مطالبا إياها بتسليم المطلوبين.",
     ("REQUEST", ["الوزير التركي"], ["السويد"])),
    ("where a body has its seat", "انتقدت منظمة دولية مقرها لندن اعتماد المحكمة على الاعترافات.",
     ("ACCUSE", ["منظمة دولية"], ["المحكمة"])),
    ("all the angry", "دعا الأمين العام للحركة كل الغاضبين إلى الحوار.",
     ("REQUEST", ["الأمين العام للحركة"], ["كل الغاضبين"])),
    ("of a network", "استنكرت شبكة الصحفيين السودانيين ما حدث.", ("ACCUSE", ["شبكة الصحفيين"], [])),
    ("behind the letter b", "توعد الرئيس بسحق المتمردين.", ("THREATEN", ["الرئيس"], ["المتمردين"])),
    ("a thing behind the letter b", "طالب الأهالي بازدواج الطريق.", ("REQUEST", ["الأهالي"], [])),
    ("asked between commas", "دعا الرئيس هادي، المبعوث الأممي إلى اليمن سالم حمد، إلى زيارة المدينة.",
     ("AGREE", ["الرئيس هادي"], ["المبعوث الأممي إلى اليمن سالم حمد"])),
    ("behind his office and a comma", "دعا سالم حمد مرشح الحزب الاشتراكي، الناخبين إلى التصويت.",
     ("REQUEST", ["سالم حمد"], ["الناخبين"])),
    ("who apply to a ministry", "كما دعت الوزارة المتقدمين لسرعة حجز موعد الاختبار.",
     ("REQUEST", ["الوزارة"], ["المتقدمين"])),
    ("a kingdom's care", "أثنى ممثلو الدول على عناية المملكة بالتراث.", ("SUPPORT", ["ممثلو الدول"], ["المملكة"])),
    ("talks that take place", "كشفت مصادر عن مشاورات تجري بين الأمين العام ورؤساء الأركان العرب.",
     ("CONSULT", ["الأمين العام", "رؤساء الأركان العرب"], [])),
    ("the wounded are visited", "زار موفد من السفارة السويسرية الجرحى في المستشفى.",
     ("CONSULT", ["موفد من السفارة السويسرية"], ["الجرحى"])),
    ("a visit to one", "قام أمير المنطقة بزيارة المصاب في المستشفى.", ("CONSULT", ["أمير المنطقة"], ["المصاب"])),
    ("the next topic", "العاهل المغربي يبعث برسالة إلى الرئيس السنغالي ووفد وزاري يحل بداكار",
     ("CONSULT", ["العاهل المغربي"], ["الرئيس السنغالي"])),
    ("in his office", "التقى الأمير فهد في مكتبه أمس السفير الإيطالي.",
     ("CONSULT", ["السفير الإيطالي"], ["الأمير فهد"])),
    ("a delegation in his office", "اجتمع وفد من النقابة بوزير التربية في مكتبه.",
     ("CONSULT", ["وفد من النقابة"], ["وزير التربية"])),
    ("in the office of others", "التقى وزير الصحة السفير الفرنسي في مكتب الأمم المتحدة.",
     ("CONSULT", ["وزير الصحة", "السفير الفرنسي"], [])),
    ("between the two", "وقع الجيش والحركة اتفاقا برعاية الرئيس الذي توسط بينهما.",
     ("CONSULT", ["الرئيس"], ["الجيش", "الحركة"])),
    ("a name is no deed", "ندد رئيس البعثة سالم حمد بالهجوم.", ("ACCUSE", ["رئيس البعثة سالم حمد"], [])),
    ("a party that goes on", "وأعرب حزب العدالة الاجتماعية عن ارتياحه للتوضيح، لكنه طالب الحكومة بالكشف عن الوثائق.",
     ("REQUEST", ["حزب العدالة الاجتماعية"], ["الحكومة"])),
    ("one of the women", "ودعا رئيس الحكومة، وفق ما نقلته عنه إحدى النائبات، كل الأطراف إلى التهدئة، وتعهد بفتح تحقيق.",
     ("AGREE", ["رئيس الحكومة"], [])),
    ("a topic and what is its own", "أما بلديات عكار فجددت رفضها استقبال النفايات.", ("REJECT", ["بلديات عكار"], [])),
    ("a doctor", "أجرى وزير التعليم د. عزام حمد اتصالا هاتفيا مع مدير الجامعة.",
     ("CONSULT", ["وزير التعليم د. عزام حمد", "مدير الجامعة"], [])),
    ("asked for of", "طالب المرزوقي من السلطات التونسية باستضافة السوريين مثلما فعلت من قبل.",
     ("REQUEST", ["المرزوقي"], ["السلطات التونسية"])),
    ("in a statement of his", "وهنأ الحزب في بيان له الشعب التونسي بالعيد.", ("SUPPORT", ["الحزب"], ["الشعب التونسي"])),
    ("thanks in a statement of theirs", "وتقدم الاتحاد في بيان له أمس بالتهنئة لحكومة مصر.",
     ("SUPPORT", ["الاتحاد"], ["حكومة مصر"])),
    ("a writer's name", "دعا مدير البرنامج سالم حمد إلى مقاطعة القنوات.", ("REQUEST", ["مدير البرنامج سالم حمد"], [])),
    ("whose firmness", "أشاد النائب سعد الخنفور بحزم الحكومة.", ("SUPPORT", ["النائب سعد الخنفور"], ["الحكومة"])),
    ("a sultanate's efforts", "وأعرب الوزير عن تقدير بلاده للجهود التي تبذلها السلطنة في سبيل السلام.",
     ("SUPPORT", ["الوزير"], ["السلطنة"])),
    ("whose restraint they praise", "أدان السفراء تصرفات الجماعة. وأشادوا بضبط النفس الذي تحلت به السلطات.",
     ("SUPPORT", ["السفراء"], ["السلطات"])),
    ("with condolences", "وأبرق الرئيس معزيا إلى نظيره التركي.", ("SUPPORT", ["الرئيس"], ["نظيره التركي"])),
    ("somebody's aunt", "استجوبت الشرطة خالة الرضيعة.", ("ACCUSE", ["الشرطة"], ["خالة الرضيعة"])),
    ("kin of those who were hit", "اعتذر الوزير لأهالي الجرحى الذين أصيبوا في الهجوم.", ("ASSAULT", [], ["الجرحى"])),
]


@pytest.mark.parametrize(("text", "event"), [(t, e) for _, t, e in TOLD], ids=[name for name, _, _ in TOLD])
def test_to_whom(read: Read, text: str, event: tuple[str, list[str], list[str]]) -> None:
    found = [told(e) for e in read(text).events]
    assert event in found, found


def test_those_whom_a_visitor_came_to_see_are_told_of_before(read: Read) -> None:
    record = read("قطع أهالي المخطوفين الطريق أمس. وأبلغهم وزير الصحة الذي زارهم في خيمتهم أن اللجنة ستجتمع.")
    visit = next(e for e in record.events if e.type == "CONSULT")
    assert [m.text for m in visit.recipients] == ["أهالي المخطوفين"]


def test_office_ends_before_what_is_promised(read: Read) -> None:
    record = read("وعدهم مدير الأمن بانشاء كوبري علوي في القرية.")
    assert [m.text for e in record.events for m in e.actors] == ["مدير الأمن"]


NOBODY = [
    ("who is called on", "ودعا في بيانه كل الديمقراطيين إلى إدانة الانتهاك.", "كل الديمقراطيين"),
    ("what goes on about a speaker", "وأضاف الوزير مستنكرا أن هذه الجريمة لن تمر.", "مستنكرا"),
    ("what is not to be given up", "الحلفاء دعوا إلى عدم التضحية بعملية السلام.", "التضحية"),
]


@pytest.mark.parametrize(("text", "words"), [(t, w) for _, t, w in NOBODY], ids=[name for name, _, _ in NOBODY])
def test_who_does_not_speak(read: Read, text: str, words: str) -> None:
    assert all(m.text != words for e in read(text).events for m in e.actors)


def test_faith_is_no_blame(read: Read) -> None:
    assert not read("يدين غالبية السكان بالإسلام.").events
