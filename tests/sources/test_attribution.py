"""Who says it, in the wordings of real reports: chains in full, with their kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Record


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text))


CHAINS = [
    ("an outlet told, in marks", "قال مصدر في الشرطة لـ«الأفق» إن الجيش اعتقل عشرة عمال.", "COERCE",
     "media الأفق > anonymous مصدر في الشرطة"),
    ("an agency behind an office", "قال منير الدين، قائد شرطة المدينة لرويترز، إن مسلحين قتلوا ثلاثة جنود.", "ASSAULT",
     "media رويترز > named official or person منير الدين"),
    ("a statement between commas",
     "قال رئيس الحزب راشد الغانمي، في تصريح لمراسلة الساحل اليوم الخميس، إن الجيش اعتقل عشرة عمال.", "COERCE",
     "media مراسلة الساحل > document تصريح > named official or person رئيس الحزب راشد الغانمي"),
    ("an interview in front", "وفي حديث إلى إذاعة الواحة روى الطبيب سالم ديالو أن الجيش اعتقل عشرة عمال.", "COERCE",
     "media إذاعة الواحة > document حديث > named official or person الطبيب سالم ديالو"),
    ("outlets in general pass nothing on", "أكد الوزير في تصريح لوسائل الإعلام أن الجيش اعتقل عشرة عمال.", "COERCE",
     "document تصريح > office الوزير"),
    ("an outlet told without a preposition", "أبلغ «الأفق» من العاصمة وكيل الوزارة منير دبوان أن الجيش اعتقل ثلاثة.", "COERCE",
     "media الأفق > named official or person وكيل الوزارة منير دبوان"),
    ("a name behind whose office it is", "اعتبر القيادي بحزب الأمل فوزي عبد الرحمن أن الحكومة قتلت المتظاهرين.", "ASSAULT",
     "named official or person القيادي بحزب الأمل فوزي عبد الرحمن"),
    ("a name behind a comma", "قال رئيس كتلة الأمل بمجلس النواب، سامي الطيب إنهم فوجئوا باستقالة الوزير.", "RETREAT",
     "named official or person رئيس كتلة الأمل بمجلس النواب، سامي الطيب"),
    ("an office before a colon", "وقالت هند كريم، المتحدثة باسم البلدية: إن الجيش قتل ثلاثة مدنيين.", "ASSAULT",
     "named official or person هند كريم"),
    ("what a witness is called", "روى أحدهم، ويدعى سالم ديالو، أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person أحدهم، ويدعى سالم ديالو"),
    ("had said", "وكان رئيس النقابة سالم حمد وهو عضو التكتل الذي يقوده الوزير قد أكد أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person رئيس النقابة سالم حمد"),
    ("he who explains", "وبين المصدر أن الجيش اعتقل عشرة عمال.", "COERCE", "anonymous المصدر"),
    ("a surname", "وأضاف المريسل أن الجيش اعتقل عشرة عمال.", "COERCE", "named official or person المريسل"),
    ("a body", "وكشفت رئاسة الأركان التركية أن الجيش قتل ثلاثة جنود.", "ASSAULT", "group رئاسة الأركان التركية"),
    ("a page", "اعتقل الجيش عشرة عمال، وفق ما جاء في الصفحة الرسمية لرئاسة الجمهورية.", "COERCE",
     "document الصفحة الرسمية > group رئاسة الجمهورية"),
    ("an outlet in marks", "ألقت الشرطة القبض على ستة عمال، وفق ما نقلته «العربية».", "COERCE", "media العربية"),
    ("who explained that goes on",
     "أوضح ذلك لـ«الأفق» مدير الفرع خالد العطا. وأشار إلى أن الجيش اعتقل عشرة عمال.", "COERCE",
     "media الأفق > named official or person مدير الفرع خالد العطا"),
    ("a journalist is a person", "وأوضح الإعلامي سالم حمد أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person الإعلامي سالم حمد"),
    ("informed of without a preposition", "أفاد مصدر أمني إصابة ثلاثة جنود بانفجار عبوة ناسفة في السوق.", "ASSAULT",
     "anonymous مصدر أمني"),
    ("what is thought of somebody", "يلاحق الجيش رجلا يعتقد أنه قتل ثلاثة جنود.", "ASSAULT", "anonymous ?"),
    ("as a minister said, behind a participle",
     "وحررت القوات عشرة أشخاص كانوا محتجزين داخل الفندق، حسبما قال وزير الصحة.", "AID", "office وزير الصحة"),
    ("as somebody informed", "وعلى ما أفاد به مصدر قضائي، اعتقل الجيش عشرة عمال.", "COERCE", "anonymous مصدر قضائي"),
    ("as somebody informed who gives a reason",
     "قتل تسعة جنود في كمين، بحسب ما أفاد به مصدر طبي لأنه غير مخول بالحديث.", "ASSAULT", "anonymous مصدر طبي"),
    ("content himself with saying", "ولم تؤكد قيادة الجيش الخبر، واكتفت بالقول إنها قصفت القرية.", "ASSAULT",
     "group قيادة الجيش"),
    ("a participle over a relative clause",
     "وشنت القيادة العسكرية حملة شملت ثلاث قرى، قائلة إن الجيش اعتقل عشرة عمال.", "COERCE", "group القيادة العسكرية"),
    ("as for the office", "قتل ثلاثة، أما مكتب الحاكم فقال إن الجيش اعتقل عشرة عمال.", "COERCE", "group مكتب الحاكم"),
    ("one of those near", "وذكرت صحيفة محلية، نقلا عن أحد المقربين من الشيخ، أن الجيش اعتقل عشرة عمال.", "COERCE",
     "media صحيفة محلية > anonymous أحد المقربين > office الشيخ"),
    ("a quoted minister who is told of", "نقلت صحيفة محلية عن وزير لم تذكر اسمه قوله إن الجيش اعتقل عشرة عمال.", "COERCE",
     "media صحيفة محلية > anonymous وزير"),
    ("a body and a colon", "خفر السواحل: أوقفنا قاربا. وذكر في بيان أن الجيش اعتقل عشرة عمال.", "COERCE",
     "document بيان > group خفر السواحل"),
    ("behind the source goes on the reporter",
     "حجبت السلطات موقعين، وفق مركز القلم للحريات، وقررت النقابة تنظيم وقفة احتجاجية.", "PROTEST", "the outlet itself ?"),
    ("only the last clause", "وأطلقت الشرطة الغاز على محتجين، واعتقل عشرة عمال بحسب شهود.", "COERCE", "witness شهود"),
    ("both clauses", "قتل ضابط، وأصيب عشرة مدنيين، حسب وزارة الصحة.", "ASSAULT", "group وزارة الصحة"),
    ("another who demands", "ووصف البيت الأبيض المشاهد بأنها مقلقة، وطلب الاتحاد الأوروبي تحقيقا.", "REQUEST",
     "the outlet itself ?"),
    ("while another praises", "حذر المنسق من أن الأحزاب ستعود إلى الشارع، في حين أشاد النائب سعد بالحكومة.", "SUPPORT",
     "the outlet itself ?"),
    ("what others condemned", "وزعم الناطق أن الدرك ضرب الجنود، وهو ما أدانه الرئيس لاحقا.", "ACCUSE", "the outlet itself ?"),
    ("who will do it says so himself", "وأعلنت الحكومة العراقية أنها ستعلق المحادثات مع الشركة.", "SANCTION",
     "the outlet itself ?"),
    ("a thing known by what was done", "شكرت الوزارة الحكومة الكندية التي سلمت المدينة مساعدات غذائية.", "AID",
     "the outlet itself ?"),
    ("what came of what somebody is accused of", "واتهم الوالي الطيران بإلقاء قنابل على الجسر، ما تسبب في مقتل صبي.", "ASSAULT",
     "office الوالي"),
    ("a source taken up again", "وقال مصدر طبي لـ«الأفق» إن الوضع هادئ. وأضاف المصدر أن الجيش اعتقل عشرة عمال.", "COERCE",
     "media الأفق > anonymous المصدر"),
    ("going on through the same outlet", "قال مصدر طبي لـ«الأفق» إن الوضع هادئ، وأضاف أن الجيش اعتقل عشرة عمال.", "COERCE",
     "media الأفق > anonymous مصدر طبي"),
    ("what somebody calls a thing", "احتج الوفد على ما اعتبره الوزير انحيازا، واعتقل الجيش عشرة عمال.", "COERCE",
     "the outlet itself ?"),
    ("a speech in which somebody praises", "وألقى الشيخ سالم حمد كلمة أشاد فيها بدور الحكومة في الإغاثة.", "SUPPORT",
     "the outlet itself ?"),
    ("a statement in which it says", "أصدرت الحركة بيانا جاء فيه أن الجيش اعتقل عشرة عمال.", "COERCE",
     "document بيانا > group الحركة"),
    ("a report of a document is not its writer's", "وصلت اللجنة إلى قرار جاء فيه الوفد متأخرا، واعتقل الجيش عشرة عمال.", "COERCE",
     "the outlet itself ?"),
    ("a message that was recorded", "وقال سالم حمد في رسالة صوتية سجلت أمس: إن الجيش اعتقل عشرة عمال.", "COERCE",
     "document رسالة صوتية > named official or person سالم حمد"),
    ("behind a quotation he goes on",
     "قال سالم حمد إن القرية آمنة. وأضاف: «حاول المسلحون أمس التسلل إلى القرية»، مبينا أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person سالم حمد"),
    ("things say nothing", "انتهت الرحلة بعد تأجير طائرات خاصة ذكرت المعارضة أنها اعتقلت عشرة عمال.", "COERCE",
     "group المعارضة"),
    ("some of them", "ووصلت المصادر إلى القرية، وقد اعترف بعضهم بأن الجيش اعتقل عشرة عمال.", "COERCE", "anonymous بعضهم"),
    ("he, and not the state he tells of", "وأقر سالم حمد بأن إيران تمول الحركة واعتبر أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person سالم حمد"),
    ("who answers in a statement", "رد شيوخ القبيلة ببيان أكدوا فيه أن الجيش اعتقل عشرة عمال.", "COERCE",
     "anonymous شيوخ القبيلة"),
    ("he goes on, and not whom he answers", "ونفى الوزير ما ذكره النائب، وأوضح أن الجيش اعتقل عشرة عمال.", "COERCE",
     "office الوزير"),
    ("she goes on, and not whom she tells of", "وقالت الوزارة إن الشركة أفلست، وأوضحت أن الجيش اعتقل عشرة عمال.", "COERCE",
     "group الوزارة"),
    ("who agrees with a verb that names nobody",
     "قال الوزير سالم حمد إن القرية آمنة. وذكرت الوكالة أن الطريق فتح. وأوضح أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person الوزير سالم حمد"),
    ("many others say so", "قال سالم حمد: «وهم يقولون بوضوح إن الجيش اعتقل عشرة عمال».", "COERCE", "anonymous ?"),
    ("an office of hers with its bearer", "وقال رئيسها سالم حمد إن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person رئيسها سالم حمد"),
    ("a minister of hers", "وأكد وزير خارجيتها سالم حمد أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person وزير خارجيتها سالم حمد"),
    ("a statement told of by a verb", "وقالت الحركة في بيان رسمي نشرته على موقعها إن الجيش اعتقل عشرة عمال.", "COERCE",
     "document بيان رسمي > group الحركة"),
    ("a statement that came out", "اعتقل الجيش عشرة عمال، وفق ما جاء في بيان صدر عقب اجتماع طارئ.", "COERCE",
     "document بيان"),
    ("a statement that an agency passed on",
     "قال سالم حمد في تصريح نقلته وكالة الأنباء الرسمية إن الجيش اعتقل عشرة عمال.", "COERCE",
     "media وكالة الأنباء الرسمية > document تصريح > named official or person سالم حمد"),
    ("in front a statement that came out", "وفي بيان نشر على موقع الحزب قالت بغداد إن الجيش اعتقل عشرة عمال.", "COERCE",
     "document بيان > group بغداد"),
    ("nobody's will speaks", "قالت الوزارة إن الوضع هادئ. وأكدت حرص حكومة السودان على اعتقال عشرة عمال.", "COERCE",
     "group الوزارة"),
    ("only noted", "ويذكر أن الجيش اعتقل عشرة عمال.", "COERCE", "the outlet itself ?"),
    ("what is expected of them", "وطلبت النيابة نقل الشبان الثلاثة الذين يتوقع ان يمثلوا اليوم بعد اعتقال الجيش عشرة عمال.",
     "COERCE", "anonymous ?"),
    ("when he said so", "وقال سالم حمد إن الوضع هادئ، وذلك بعد اعتقال الجيش عشرة عمال.", "COERCE", "the outlet itself ?"),
    ("those accused, with a number", "يحاكم في القضية 29 متهما، بينهم ثلاثة عمال ألقت الشرطة القبض عليهم.", "COERCE",
     "the outlet itself ?"),
    ("who said the one says the other",
     "وفيما أشارت المصادر إلى أن حركة الأمل متعاونة، رأت أن الجيش اعتقل عشرة عمال.", "COERCE", "anonymous المصادر"),
    ("whereby he revealed it", "بدا سالم حمد واضحا، حيث كشف أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person سالم حمد"),
    ("a body at its seat", "اعتقل الجيش عشرة عمال، كما أعلنت الوكالة في فيينا.", "COERCE", "media الوكالة"),
    ("what the papers call somebody",
     "وبحسب بيان تمكن الجيش، وهو الهيئة التي وصفتها الصحافة بالمثالية، من اعتقال عشرة عمال.", "COERCE", "document بيان"),
    ("behind an opening the statement goes on",
     "وقال سالم حمد إنه بعد الجلسة الطويلة، أبلغت المحكمة الحاضرين بالأمر واعتقل الجيش عشرة عمال.", "COERCE",
     "named official or person سالم حمد"),
    ("a call by a statement of one's own", "ودعا الاتحاد الإفريقي الجيش إلى وقف القتال، وفق ما جاء في بيان له.", "REQUEST",
     "the outlet itself ?"),
    ("a call as an agency tells it", "ودعا الاتحاد الإفريقي الجيش إلى وقف القتال، بحسب وكالة الواحة.", "REQUEST",
     "media وكالة الواحة"),
    ("what will never be accepted, in a quotation", "قال سالم حمد: «القرار مرفوض. لن نقبله أبدا».", "REJECT",
     "the outlet itself ?"),
    ("to the press in general", "وصرح الوزير للصحافة أن الجيش اعتقل عشرة عمال.", "COERCE", "office الوزير"),
    ("what shows a thing", "وصف سالم حمد الخطاب بالعدواني وقال إنه يثبت أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person سالم حمد"),
    ("what carries something", "وصلت أمس الطائرة الثالثة التي تحمل مساعدات لسكان عدن.", "AID", "the outlet itself ?"),
    ("no source", "تم اعتقال المهربين على ذمة التحقيق.", "COERCE", "the outlet itself ?"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "kind", "expected"), CHAINS, ids=[c[0] for c in CHAINS])
def test_chain_and_kinds(read: Callable[[str], Record], name: str, text: str, kind: str, expected: str) -> None:
    record = read(text)
    event = next(e for e in record.events if e.type == kind)
    chain = record.attribution(event)[0].chain
    assert " > ".join(f"{s.kind.value} {s.mention.text if s.mention else '?'}" for s in chain) == expected


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("قال رئيس النقابة سالم حمد: «نطالب الحكومة برفع الأجور».", "REQUEST", "asks"),
        ("تبنت حركة الشباب تفجير السوق.", "ASSAULT", "asserts"),
        ("اتهم الوالي الطيران بقصف القرية.", "ASSAULT", "accuses"),
    ],
)
def test_stance(read: Callable[[str], Record], text: str, kind: str, stance: str) -> None:
    assert {e.stance.value for e in read(text).events if e.type == kind} == {stance}
