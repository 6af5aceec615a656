"""What makes a noun one happening: whose it is, what the verb takes for granted, an entry that tells all of it."""

from __future__ import annotations

import pytest

TOLD = [
    ("whose it is, behind `من`", "رسبت الخطة بعد فيتو من روسيا.", "REJECT/yield | روسيا"),
    ("whose it is, behind `من قبل`", "أحزن الجمهور إلغاء القمة من قبل الرئيس التشيلي.", "REJECT/meet | الرئيس التشيلي"),
    ("a body that no name tells", "سمع البحارة نداء استغاثة من سفينة صيد.", "REQUEST/assist | سفينة صيد"),
    ("all of it told by the entry", "جاء رفع حالة الطوارئ في تشيلي قبل العيد.", "CONCEDE"),
    ("what somebody met with", "استقبل سكان القرية رفع حظر التجول بالغناء.", "CONCEDE"),
    ("what was passed on", "نقل المبعوث استعداد الحركة للتفاوض مع الحكومة.", "AGREE [future] | الحركة"),
    ("a passive without its sign", "افتتح في أوسلو مؤتمر دولي حول المناخ.", "CONSULT/multilateral"),
    ("two that do it, and what", "تبادل السلطان والأمير التهاني بالعيد.", "SUPPORT | السلطان + الأمير"),
    ("an accusative that is the object", "قدمت بوليفيا احتجاجا إلى سفير تشيلي.", "ACCUSE/disapprove | بوليفيا"),
    ("who strikes, by an adjective", "وزع السائقون المضربون منشورا في الساحة.", "PROTEST/strike | السائقون المضربون"),
    ("a noun of two letters", "تكرر حث الوسيط الفصائل على الصبر.", "REQUEST | الوسيط"),
    ("its pronoun behind what looks like the article", "تحدث الوزير بعد التقائه السفير الكندي عن الميناء.",
     "CONSULT | الوزير + السفير الكندي"),
    ("kin that end like an adjective", "وصلت استغاثة أهالي الجزيرة إلى الإذاعة.", "REQUEST/assist | أهالي الجزيرة"),
    ("a plan that is welcomed", "حظي المخطط بتأييد الحكومة الكردية.", "SUPPORT | الحكومة الكردية"),
]  # fmt: skip


def told(event):
    mode = f"/{event.modes[0]}" if event.modes else ""
    aux = f" [{', '.join(event.auxiliary)}]" if event.auxiliary else ""
    return f"{event.type}{mode}{aux} | {' + '.join(m.text for m in event.actors)}".rstrip(" |")


@pytest.mark.parametrize(("text", "gives"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_a_noun_is_one_happening(read, text, gives):
    assert gives in [told(e) for e in read(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "عاد القارب بدعم من بحارة الميناء.",
        "سمع إطلاق نار في الحي القديم.",
        "نظف الطبيب الجرح بالماء.",
        "فحص البيطري جرح الحصان.",
        "شاهد الجمهور لقاء الفريقين في المقهى.",
        "تراجع الجنود بعد ساعة.",
    ],
    ids=["only by whose help", "only heard", "a wound", "of an animal", "a match", "nobody says from where"],
)
def test_a_noun_is_none(read, text):
    assert read(text).events == ()
