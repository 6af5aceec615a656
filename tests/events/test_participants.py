"""Who takes part in an event, in the long sentences of protocol news, security wires and party statements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Event, Published, Record


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    day = Published("2019-05-07", "day", None, "2019-05-07", "given")
    return lambda text: coder.code(bare_article(text, published=day))


def told(event: Event) -> tuple[str, list[str], list[str]]:
    return event.type, [m.text for m in event.actors], [m.text for m in event.recipients]


TOLD = [
    ("a state whose name ends like a plural", "أدانت البحرين الهجوم على السفارة.", ("ACCUSE", ["البحرين"], [])),
    ("an adjective behind a place", "قتل شرطي في إقليم ديالى القريب من الحدود.", ("ASSAULT", [], ["شرطي"])),
    ("two adjectives", "أدان الوزير الجريمة الإرهابية البشعة التي استهدفت حافلة ركاب.", ("ACCUSE", ["الوزير"], [])),
    ("what is not", "هاجم مسلحون في عمل غير مسبوق مقر الشرطة.", ("ASSAULT", ["مسلحون"], ["مقر الشرطة"])),
    ("one of many", "أصيب أحد أفراد دوريات الأمن في المدينة.", ("ASSAULT", [], ["أحد أفراد دوريات الأمن"])),
    ("a genitive that a relative clause tells of", "أثار القرار غضب السكان الذين طالبوا الحكومة بإلغائه.",
     ("REQUEST", ["السكان"], ["الحكومة"])),
    ("he who was told of", "ظهر في التسجيل أحد قادته، وهو يتوعد الحكومة الليبية بهجمات قريبة.",
     ("THREATEN", ["أحد قادته"], ["الحكومة الليبية"])),
    ("offices behind a name",
     "استقبل الأمير سعد بن فهد ولي العهد نائب رئيس مجلس الوزراء في قصره بجدة وزير الخارجية التونسي خميس الجهيناوي.",
     ("CONSULT", ["وزير الخارجية التونسي خميس الجهيناوي"], ["الأمير سعد بن فهد"])),
    ("a blessing", "استقبل الملك سلمان - حفظه الله - رئيس الوزراء اللبناني.",
     ("CONSULT", ["رئيس الوزراء اللبناني"], ["الملك سلمان"])),
    ("each of several", "استقبل وزير الدفاع، عشية أمس، كلا من رئيس الهيئة شوقي الطبيب، ورئيس النقابة ناجي البغوري.",
     ("CONSULT", ["رئيس الهيئة شوقي الطبيب", "رئيس النقابة ناجي البغوري"], ["وزير الدفاع"])),
    ("one more adjective", "التقى الوزير ممثلي الأحزاب الليبرالية والاشتراكية.",
     ("CONSULT", ["الوزير", "ممثلي الأحزاب الليبرالية والاشتراكية"], [])),
    ("who invites does not visit", "يقوم الرئيس التركي بزيارة رسمية إلى الكويت بدعوة من أمير البلاد.",
     ("CONSULT", ["الرئيس التركي"], ["الكويت"])),
    ("a state visit", "وصل الرئيس التونسي إلى روما في زيارة دولة.", ("CONSULT", ["الرئيس التونسي"], ["روما"])),
    ("out of whose hands", "حرر الجيش مدينة تعز من قبضة المتمردين.", ("COERCE", ["الجيش"], ["المتمردين"])),
    ("of whom a thing is asked", "طلبت المحكمة من الحكومة الليبية تسليم نجل الرئيس السابق.",
     ("REQUEST", ["المحكمة"], ["الحكومة الليبية"])),
    ("victims are not blamed", "أدانت الحكومة اغتيال القاضي.", ("ACCUSE", ["الحكومة"], [])),
    ("who did what is condemned", "استنكر الحزب قصف الجيش للمدينة.", ("ACCUSE", ["الحزب"], ["الجيش"])),
    ("who did it, behind it", "أدانت الأردن الانتهاكات من قبل مسلحي الجماعة.", ("ACCUSE", ["الأردن"], ["مسلحي الجماعة"])),
    ("by whom, in the Maghreb", "وقع إيقاف ثلاثة أشخاص من طرف الوحدات الأمنية.",
     ("COERCE", ["الوحدات الأمنية"], ["ثلاثة أشخاص"])),
    ("others are no subject", "فتح مسلح النار على المصلين وأصاب سبعة آخرين قبل أن يفر.",
     ("ASSAULT", ["مسلح"], ["المصلين", "سبعة آخرين"])),
    ("after what", "قتل جندي بعد أن انسحبت قواته من القاعدة.", ("ASSAULT", [], ["جندي"])),
    ("what a topic does in a quotation", "قال الوزير إن الحكومة «لن تقبل شروط الحركة»، وهدد بملاحقة قادتها.",
     ("THREATEN", ["الوزير"], ["قادتها"])),
    ("the next topic of a headline", "المعتصمون يغلقون المحطة والحكومة تدعو النقابة إلى الحوار",
     ("REQUEST", ["الحكومة"], ["النقابة"])),
    ("an object behind who did it", "قتل مسلحون يشتبه في انتمائهم إلى التنظيم 14 قرويا.",
     ("ASSAULT", ["مسلحون"], ["14 قرويا"])),
    ("an object behind how they came", "خطف مسلحون يستقلون دراجات نارية مهندسا إيطاليا.",
     ("ASSAULT", ["مسلحون"], ["مهندسا إيطاليا"])),
    ("somebody's father", "ناشد والده الخاطفين الإفراج عنه.", ("REQUEST", ["والده"], ["الخاطفين"])),
    ("who goes on in a relative clause", "قالت مصالح الأمن التي أغلقت المدينة ومنعت حافلات إنها أوقفت عشرين ناشطا.",
     ("COERCE", ["مصالح الأمن"], ["عشرين ناشطا"])),
    ("them, of a group", "طالبت الحكومة المجلس بالضغط على الحوثيين، واتهمتهم بارتكاب جرائم.",
     ("ACCUSE", ["الحكومة"], ["الحوثيين"])),
    ("a pronoun alone", "اتهم الوزير السفير السوري بالتحريض، مطالبا إياه بالاعتذار.",
     ("REQUEST", ["الوزير"], ["السفير السوري"])),
    ("what is done to people", "أدان الأمين العام معاملة المهاجرين.", ("ACCUSE", ["الأمين العام"], [])),
    ("whose demand", "رفض المحافظ طلب المتعاملين إغلاق البورصة.", ("REJECT", ["المحافظ"], ["المتعاملين"])),
    ("what a car was used for", "هاجم انتحاري بسيارة مفخخة مقر الشرطة.", ("ASSAULT", ["انتحاري"], ["مقر الشرطة"])),
    ("a protest hits no thing", "أحرق محتجون متاجر في العاصمة.", ("PROTEST", ["محتجون"], [])),
    ("where one leaves", "انسحبت القوات من القاعدة.", ("RETREAT", ["القوات"], [])),
    ("a delay", "انتقدت النقابة تأخر الحكومة في دفع الأجور.", ("ACCUSE", ["النقابة"], ["الحكومة"])),
    ("with how many strikes", "استهدف الطيران بغارتين مبنى البلدية.", ("ASSAULT", ["الطيران"], ["مبنى البلدية"])),
    ("who are told of twice", "قال المصدر إن 8 أشخاص يحملون أحزمة ناسفة قتلوا أمس قرب المدينة.",
     ("ASSAULT", [], ["8 أشخاص"])),
    ("nearly", "شنت تركيا ضربات شبه متزامنة على معسكرات الحزب وكثفت هجومها على المقاتلين الأكراد.",
     ("ASSAULT", ["تركيا"], ["المقاتلين الأكراد"])),
    ("of whom a headline tells", "اعتقال مسلح هاجم دورية للشرطة", ("ASSAULT", ["مسلح"], ["دورية للشرطة"])),
    ("at a time when", "في وقت سيطرت الفصائل على البلدة، هاجم الجيش القرية.", ("ASSAULT", ["الجيش"], ["القرية"])),
    ("a former minister", "طالب فرنسوا بايرو الوزير السابق بقمة عاجلة.", ("REQUEST", ["فرنسوا بايرو"], [])),
    ("victims with nobody behind them", "قتل خمسة أطفال الليل الماضي إثر سقوط قذيفة.", ("ASSAULT", [], ["خمسة أطفال"])),
    ("by his deputy, behind other words", "قتل زعيم الحركة قبل عامين من قبل نائبه.", ("ASSAULT", ["نائبه"], ["زعيم الحركة"])),
    ("who goes on doing it to things", "شن الجيش غارات على القرية واستهدف من خلالها مواقع الحوثيين.",
     ("ASSAULT", ["الجيش"], ["مواقع الحوثيين"])),
    ("strongly", "أدانت الأمانة العامة للهيئة وبشدة الهجوم على المسجد.", ("ACCUSE", ["الأمانة العامة للهيئة"], [])),
    ("a thing behind when", "رفض مكتب المجلس أثناء انعقاده اليوم الاثنين، مقترح حركة النهضة بتنظيم ندوة.",
     ("REJECT", ["مكتب المجلس"], ["حركة النهضة"])),
    ("a deed behind a statement", "أدانت الوزارة في بيان صحفي لها، مصادقة لجنة التخطيط الإسرائيلية على الخطة.",
     ("ACCUSE", ["الوزارة"], ["لجنة التخطيط الإسرائيلية"])),
    ("a name that ends like a feminine", "بوتفليقة يهنئ السيسي بذكرى الثورة", ("SUPPORT", ["بوتفليقة"], ["السيسي"])),
    ("no article", "تمكنت وحدات الحرس الوطني من إلقاء القبض على عنصرين تكفيريين.",
     ("COERCE", ["وحدات الحرس الوطني"], ["عنصرين تكفيريين"])),
    ("the toll of another attack", "تم استهداف معسكر للجماعة بعد التخطيط لهجوم أسفر عن مقتل 29 شخصا.",
     ("ASSAULT", [], ["معسكر للجماعة"])),
    ("who goes on behind a relative clause", "أدانت الحكومة هجوما بدأته تركيا قبل أيام ووصفته بأنه اعتداء.",
     ("ACCUSE", ["الحكومة"], [])),
    ("who is asked, behind a relative clause",
     "وحثت رئيسة البعثة، التي وصلت الخميس إلى المدينة على رأس وفد كبير، قادة الفصائل على ضبط النفس.",
     ("REQUEST", ["رئيسة البعثة"], ["قادة الفصائل"])),
    ("to whom, behind a relative clause", "ودعت الجزائر، التي ترأس القمة، جميع الأطراف إلى ضبط النفس.",
     ("REQUEST", ["الجزائر"], ["جميع الأطراف"])),
    ("authorities are feminine", "وحث السلطات على إطلاق المحتجزين.", ("REQUEST", [], ["السلطات"])),
    ("who goes on urging", "نددت منظمة حقوقية بالصفقة، وحثت لجنة العقوبات على التحقيق.",
     ("REQUEST", ["منظمة حقوقية"], ["لجنة العقوبات"])),
    ("a state goes on urging", "رحبت قطر بقرار بغداد وحثت طهران على وقف القصف.", ("REQUEST", ["قطر"], ["طهران"])),
    ("who goes on congratulating", "ورحبت إثيوبيا، على لسان وزير خارجيتها، بما تحقق، وهنأت الوسيط على صبره.",
     ("SUPPORT", ["إثيوبيا"], ["الوسيط"])),
    ("a man is not she", "هنأ رئيس المفوضية البلدين، ورحبت أنقرة بالاتفاق.", ("SUPPORT", ["أنقرة"], [])),
    ("what is asked is nobody", "ونددت الوزارة بالهجوم، وطلبت من السكان البقاء في بيوتهم.",
     ("REQUEST", ["الوزارة"], ["السكان"])),
    ("his country is feminine", "ذكر الوزير أن بلاده احتضنت المشاورات بين الفصائل، ودعا هذه الأخيرة إلى نبذ السلاح.",
     ("REQUEST", ["الوزير"], ["هذه الأخيرة"])),
    ("whom they had arrested", "أفرج المتمردون عن سائقين كانوا قد أوقفوهم بتهمة التهريب.",
     ("COERCE", ["المتمردون"], ["سائقين"])),
    ("one deed after another", "وزارة الداخلية أعلنت أنها تمكنت من تفكيك خلية، وضبط خمسة مشتبه بهم.",
     ("COERCE", ["وزارة الداخلية"], ["خمسة مشتبه بهم"])),
    ("ways are nobody", "أغلقت السلطات معبرا حدوديا مع الجزائر.", ("COERCE", ["السلطات"], [])),
    ("what is forbidden", "حظرت الحكومة استيراد الدواجن الهولندية.", ("COERCE", ["الحكومة"], [])),
    ("arms are nobody", "ضبط الجنود بندقيتين وذخيرة.", ("COERCE", ["الجنود"], [])),
    ("whose the land is", "صادر المستوطنون أراضي المزارعين.", ("COERCE", ["المستوطنون"], ["المزارعين"])),
    ("whose minister", "وطالبت مصر، التي زار وزير خارجيتها الخرطوم، الأطراف بالهدوء.",
     ("CONSULT", ["وزير خارجيتها"], ["الخرطوم"])),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_who_takes_part(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in [told(e) for e in read(text).events]


NOT_TOLD = [
    ("what a pronoun does not stand for", "حاولت الشرطة توقيف السائق، إلا أنه رفض العرض.", "REJECT", "الشرطة"),
    ("those among whom", "أسفر انفجار عن إصابة ستة، ووزير سابق من بين الجرحى.", "ASSAULT", "الجرحى"),
    ("an adjective of a deed", "التفجير الإرهابي بمسجد قوات الطوارئ جريمة.", "ASSAULT", "الإرهابي"),
]


@pytest.mark.parametrize(("text", "kind", "words"), [t[1:] for t in NOT_TOLD], ids=[t[0] for t in NOT_TOLD])
def test_who_does_not(read: Callable[[str], Record], text: str, kind: str, words: str) -> None:
    events = [e for e in read(text).events if e.type == kind]
    assert words not in [m.text for e in events for m in (*e.actors, *e.recipients)]
