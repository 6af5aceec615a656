"""Who did it and to whom, where the two stand side by side and only agreement, endings and what verbs take part them."""

from __future__ import annotations

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Event

TOLD = [
    # No `ين` describes the subject of the verb that opens a sentence.
    ("ناشد القس المختطفين أن يصبروا.", "REQUEST | القس | المختطفين"),
    ("اتهم السكان المسلحين بسرقة الماشية.", "ACCUSE/allege | السكان | المسلحين"),
    ("وطالب السكان النازحين بالعودة.", "REQUEST |  | السكان النازحين"),
    ("أسر الجنود المتمردين في الوادي.", "ASSAULT/abduct | الجنود | المتمردين"),
    # No adjective in the plural behind a singular.
    ("أمهل الاتحاد الوطني المحتجين يومين.", "THREATEN | الاتحاد الوطني | المحتجين"),
    # Two offices behind a verb that takes somebody.
    ("دعا وزير الخارجية رئيس البرلمان إلى الحوار.", "REQUEST/meet | وزير الخارجية | رئيس البرلمان"),
    # People whom nobody has.
    ("خطف قراصنة سفينة شحن قرب الساحل.", "ASSAULT/abduct | قراصنة | سفينة شحن"),
    # Behind a noun with its adjective stands no genitive.
    ("وهاجم رجل ملثم الحارس.", "ASSAULT | رجل ملثم | الحارس"),
    ("قتل رجل مجهول الهوية في الحي.", "ASSAULT |  | رجل مجهول الهوية"),
    # Adjectives by their ending, whatever the tagger calls them.
    ("اعتقلت الشرطة ضابطا سابقا بتهمة التجسس.", "COERCE/arrest | الشرطة | ضابطا سابقا"),
    ("بحثت الشرطة عن رجلين هاجما مصرفا.", "MOBILIZE/police | الشرطة | رجلين"),
    ("اشتبكت قوتان متنازعتان في الحي.", "ASSAULT | قوتان متنازعتان | "),
    ("زار الوزير العاصمة الإيطالية روما.", "CONSULT/visit | الوزير | العاصمة الإيطالية روما"),
    ("قبضت الشرطة على سكان ثلاث قرى.", "COERCE/arrest | الشرطة | سكان ثلاث قرى"),
    # Groups and titles with all that is theirs.
    ("أعلن الحزب الأزرق دعمه للمرشحة.", "SUPPORT | الحزب الأزرق | للمرشحة"),
    ("رحبت الرابطة بالمدير العام الجديد للمنظمة.", "SUPPORT | الرابطة | المدير العام الجديد للمنظمة"),
    ("التقى الرئيس إمبراطور اليابان في طوكيو.", "CONSULT | الرئيس + إمبراطور اليابان | "),
    ("زور الائتلاف الحاكم الانتخابات.", "COERCE/misinformation | الائتلاف الحاكم | "),
    # A name of one word between a verb that takes somebody and a state; a surname may be a state's.
    ("طالب لافروف واشنطن بوقف الغارات.", "REQUEST/yield | لافروف | واشنطن"),
    ("حذر نتنياهو طهران من مهاجمة بلاده.", "THREATEN | نتنياهو | طهران"),
    ("انتقد الصدر واشنطن بسبب الغارة.", "ACCUSE/disapprove | الصدر | واشنطن"),
    ("هاجم محمد الشامي الحكومة.", "ASSAULT | محمد الشامي | الحكومة"),
    ("شكرت المحامية سعاد بن عمر الجنود.", "SUPPORT | المحامية سعاد بن عمر | الجنود"),
    ("هددت سعاد عمر وزير الدفاع.", "THREATEN | سعاد عمر | "),
    # Whoever is nobody's, is described, or is one of a few has no body as his own.
    ("هاجم شاب قوات الأمن.", "ASSAULT | شاب | قوات الأمن"),
    ("هدد ضابط متقاعد الشرطة.", "THREATEN | ضابط متقاعد | الشرطة"),
    ("شكر ثلاثة جنود الحكومة.", "SUPPORT | ثلاثة جنود | الحكومة"),
    ("اتهم مسلحون الحكومة بالكذب.", "ACCUSE/allege | مسلحون | الحكومة"),
    ("هدد رجل أعمال النقابة.", "THREATEN | رجل أعمال | النقابة"),
    ("هدد شرطي المحامي بالحرب.", "THREATEN/violence | شرطي | المحامي"),
    ("هاجم عشرات أنصار الحزب الشرطة.", "ASSAULT | عشرات أنصار الحزب | الشرطة"),
    ("أصيب أحد أفراد دوريات الأمن.", "ASSAULT |  | أحد أفراد دوريات الأمن"),
    ("هاجم عمال المناجم شرطيا.", "ASSAULT | عمال المناجم | شرطيا"),
    ("أطلق ثلاثة جنود سراح النائب العام.", "RETREAT/release | ثلاثة جنود | النائب العام"),
    ("احتجزت سعاد بن عمر مسلحين مجهولين يومين.", "COERCE/arrest | سعاد بن عمر | مسلحين مجهولين"),
    # Many before one, and the other way round.
    ("هدد زعماء القبائل أحمد الحربي.", "THREATEN | زعماء القبائل | أحمد الحربي"),
    ("اعتقل الجنود الصحفي.", "COERCE/arrest | الجنود | الصحفي"),
    ("شكرت سعاد بن عمر زعماء القبائل وفرنسا.", "SUPPORT | سعاد بن عمر | زعماء القبائل + فرنسا"),
    # The second of two subjects, and the man who is the only object there is.
    ("هنأ المحامي وضابط متقاعد المتظاهرين بالعيد.", "SUPPORT | المحامي + ضابط متقاعد | المتظاهرين"),
    ("انتقد كريم البغدادي قائد الجيش بشدة.", "ACCUSE/disapprove | كريم البغدادي | قائد الجيش"),
    # No profession behind a preposition is an adjective, no title a merit, no state a place.
    ("ندد الرئيس السوداني بالمحامي.", "ACCUSE/disapprove | الرئيس السوداني | المحامي"),
    ("أشاد النائب العام بوزير الدفاع.", "SUPPORT | النائب العام | وزير الدفاع"),
    ("أشاد الرئيس السوداني بالولايات المتحدة.", "SUPPORT | الرئيس السوداني | الولايات المتحدة"),
    ("هددت المعارضة السورية قوات الأمن بالحرب.", "THREATEN/violence | المعارضة السورية | قوات الأمن"),
    # Nouns for people behind a preposition, where no verb and no adjective stands.
    ("أصدر الملك عفوا عن الصحفية.", "CONCEDE | الملك | الصحفية"),
    # What comes of a deed is its verb's, and not the noun's.
    ("أدى سحب التمويل من الجمعية إلى أزمة.", "SANCTION/discontinue |  | الجمعية"),
    # Who gets, weighs or repeats it is not who does it.
    ("جدد النائب مطالبة الحكومة بفتح الطريق.", "REQUEST | النائب | الحكومة"),
    ("كرر الوزير دعوة الأحزاب إلى الحوار.", "REQUEST/meet | الوزير | الأحزاب"),
    ("تسلم الوزير التماس النقابة.", "REQUEST | النقابة | الوزير"),
    ("قبل الملك الأردني استقالة الحكومة.", "RETREAT/resign | الحكومة | الملك الأردني"),
    # What is praised is nobody, but whose it is.
    ("لقيت خطة الوزير ترحيبا من العمال.", "SUPPORT | العمال | الوزير"),
    ("لقي القرار استنكارا من الأطباء.", "ACCUSE/disapprove | الأطباء | "),
    # Force is used on those who protest.
    ("فرقت الشرطة مسيرة للمعلمين بالغاز.", "ASSAULT/crowd-control | الشرطة | للمعلمين"),
    ("رفض الأهالي بناء القاعدة.", "REJECT | الأهالي | "),
    ("فرض الجيران هدنة بين قبيلتين.", "RETREAT/ceasefire | قبيلتين | "),
]  # fmt: skip


def told(event: Event) -> str:
    mode = "/" + event.modes[0] if event.modes else ""
    who, whom = (" + ".join(m.text for m in side) for side in (event.actors, event.recipients))
    return f"{event.type}{mode} | {who} | {whom}"


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_did_it_and_to_whom(text: str, expected: str) -> None:
    events = unjudged(khabar.load()).code(bare_article(text)).events
    assert expected in [told(event) for event in events]
