"""Who meets, thanks, comforts, praises and helps whom in the long sentences of protocol news."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record

Read = Callable[[str], Record]

TOLD = [
    ("things take no part in a meeting", "بحث لقاء الوزير بأعضاء المجالس وأبرز الصعوبات خطة العام.",
     ("CONSULT", ["الوزير", "أعضاء المجالس"], [])),
    ("two states do", "انتهت أمس جولة محادثات بين البلدين في جنيف.", ("CONSULT", ["البلدين"], [])),
    ("scholars and deputies are people", "اجتمع الوزير مع علماء البلد ووكلاء الوزارة أمس.",
     ("CONSULT", ["الوزير", "علماء البلد", "وكلاء الوزارة"], [])),
    ("a preposition told again", "عبر ذوو الفقيد عن شكرهم للوزير ولأمير منطقة حائل ولوكيل الإمارة على اهتمامهم.",
     ("SUPPORT", ["ذوو الفقيد"], ["للوزير", "أمير منطقة حائل", "وكيل الإمارة"])),
    ("a preposition told again behind a comma",
     "أعربت مملكة البحرين عن تعازيها للشعب الأردني، ولأسر الضحايا، متمنية الشفاء للمصابين.",
     ("SUPPORT", ["مملكة البحرين"], ["للشعب الأردني", "أسر الضحايا"])),
    ("whose part is praised", "أشاد القائد سالم العلي بالدور القوي والفعال لقوات التحالف في دعم الأهالي.",
     ("SUPPORT", ["القائد سالم العلي"], ["قوات التحالف"])),
    ("but help is for them", "ثمن الوزير الدعم المقدم للاجئين.", ("SUPPORT", ["الوزير"], [])),
    ("who does the last of what is praised",
     "أشاد المدير هادي سالم بالرعاية والعطاء السخي الذي توليه قيادتنا الحكيمة للأيتام.",
     ("SUPPORT", ["المدير هادي سالم"], ["قيادتنا الحكيمة"])),
    ("a verb that looks like July", "ونوه الوزير بالدعم الذي يوليه خادم الحرمين الشريفين للأيتام.",
     ("SUPPORT", ["الوزير"], ["خادم الحرمين الشريفين"])),
    ("who tells of his own meeting", "أفاد الوزير سالم حمد بأن لقاءه برئيس البرلمان تطرق إلى الحدود.",
     ("CONSULT", ["الوزير سالم حمد", "رئيس البرلمان"], [])),
    ("his last visit", "أدلى الوزير جون كيري بتصريح خلال زيارته الأخيرة إلى موسكو.",
     ("CONSULT", ["الوزير جون كيري"], ["موسكو"])),
    ("who was there to receive him", "كان في استقبال الأمير فهد بن سعد بالمطار الوزير سالم الحربي وعدد من المسؤولين.",
     ("CONSULT", ["الأمير فهد بن سعد"], ["الوزير سالم الحربي", "عدد من المسؤولين"])),
    ("a visit and who received him are one", "زار الأمير فهد بن سعد مركز الأبحاث وكان في استقباله المحافظ سالم الحربي.",
     ("CONSULT", ["الأمير فهد بن سعد"], ["المحافظ سالم الحربي"])),
    ("who waits for a visitor", "وصل الوزير إلى مسقط وكان في استقباله نظيره العماني.",
     ("CONSULT", ["الوزير"], ["نظيره العماني"])),
    ("what somebody is called with respect", "وهنأ معاليه أعضاء الجمعية بعيد الفطر.",
     ("SUPPORT", ["معاليه"], ["أعضاء الجمعية"])),
    ("offices behind a name, and a comma",
     "استقبل الأمير سعد بن فهد أمير منطقة حائل، في مكتبه أمس، مدير الجامعة الدكتور سالم العلي.",
     ("CONSULT", ["مدير الجامعة الدكتور سالم العلي"], ["الأمير سعد بن فهد"])),
    ("states listed behind commas", "اتفقت المملكة العربية السعودية، والمملكة الأردنية الهاشمية، على تعزيز التعاون.",
     ("AGREE", ["المملكة العربية السعودية", "المملكة الأردنية الهاشمية"], [])),
    ("what is of the occasion",
     "أعرب الفريق صدقي سالم، خلال مراسم تسليم الطائرات للقوات الجوية المصرية، عن اعتزازه بنمو العلاقات.",
     ("SUPPORT", ["الفريق صدقي سالم"], [])),
    ("thanks right to somebody", "أعرب الوزير سالم حمد للسفير الفرنسي عن شكره.",
     ("SUPPORT", ["الوزير سالم حمد"], ["للسفير الفرنسي"])),
    ("a visit and whom he met are one", "زار وزير الخارجية المصري سامح شكري بغداد والتقى نظيره العراقي.",
     ("CONSULT", ["وزير الخارجية المصري سامح شكري"], ["نظيره العراقي"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(t, e) for _, t, e in TOLD], ids=[name for name, *_ in TOLD])
def test_who_and_to_whom(read: Read, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    (event,) = read(text).events
    assert (event.type, [m.text for m in event.actors], [m.text for m in event.recipients]) == expected


NOTHING = [
    ("what is talked of", "استعرض الوزراء أمس آفاق التعاون الثقافي.", "COOPERATE"),
    ("a talk with an outlet", "قال النائب سالم حمد في اتصال هاتفي مع الجوهرة أف أم إن الاجتماع انتهى.", "CONSULT"),
    ("what is received is nobody", "استقبل الميناء أمس سفينة إغاثة جديدة.", "CONSULT"),
    ("a tour of inspection", "قام مكتب العمل بتنفيذ جولة ميدانية خاصة.", "CONSULT"),
    ("a mountain", "غطى الثلج قمة جبل توبقال.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "kind"), [(t, k) for _, t, k in NOTHING], ids=[name for name, *_ in NOTHING])
def test_what_is_none(read: Read, text: str, kind: str) -> None:
    assert all(e.type != kind for e in read(text).events)


def test_a_number_is_no_verb_of_praise(read: Read) -> None:
    assert not read("بلغ عدد التأشيرات خمسين واثنتي عشرة تأشيرة.").events
