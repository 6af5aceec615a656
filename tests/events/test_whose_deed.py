"""Who does and who suffers what a noun tells: pronouns, those accused or kept from it, who announces or brings it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

TOLD = [
    ("whose positions are hit", "نددت حركة النهر بقصف الطيران الأوغندي مواقعها شرقي البلاد.",
     ("ASSAULT", ["الطيران الأوغندي"], ["حركة النهر"])),
    ("who turned against the rulers", "حمّل السفير الحركة المسؤولية عن الفوضى بسبب انقلابها على الشرعية.",
     ("COERCE", ["الحركة"], ["الشرعية"])),
    ("an aircraft in the course of its deed", "تحطمت مروحية مالية بعد عطل فني أثناء قصفها قرية تحت سيطرة المتمردين.",
     ("ASSAULT", ["مروحية مالية"], [])),
    ("aircraft that others lead", "كثفت طائرات الحلف الذي تقوده فرنسا، غاراتها على قاعدة المطار.",
     ("ASSAULT", ["طائرات الحلف"], [])),
    ("the voice that goes on", "وأكد الأمين العام عزم الدول على مواجهة الأزمة، معبرا عن تعازيه لأسر الضحايا.",
     ("SUPPORT", ["الأمين العام"], ["أسر الضحايا"])),
    ("who takes part in a deed", "كشف الأسير عن مشاركة ضباط كوبيين في التحقيق مع جنود أنغوليين.",
     ("ACCUSE", ["ضباط كوبيين"], ["جنود أنغوليين"])),
    ("who means to visit", "أعلن القصر نية الملك لزيارة تركيا.", ("CONSULT", ["الملك"], ["تركيا"])),
    ("a lone man who is accused", "أصدرت المحكمة حكما بسجن شاب متهم باختراق موقع البنك.",
     ("COERCE", ["شاب"], ["موقع البنك"])),
    ("the accused behind a comma", "تدخل الجيش ضد المتمردين في الشمال، المتهمين بخطف مدنيين.",
     ("ASSAULT", ["المتمردين"], ["مدنيين"])),
    ("who is kept from it", "أطلق الحلف حملة لمنع المتمردين من السيطرة على الميناء.", ("COERCE", ["المتمردين"], [])),
    ("the other side behind a comma",
     "قال شاهد إن معارك اندلعت بين الجيش والشرطة من جهة، ومسلحي القبائل من جهة أخرى قرب المطار.",
     ("ASSAULT", ["الجيش", "الشرطة", "مسلحي القبائل"], [])),
    ("who accuses whom", "جاء ذلك على إثر اتهام القضاء البرازيلي عشر شخصيات بتهم فساد.",
     ("ACCUSE", ["القضاء البرازيلي"], ["عشر شخصيات"])),
    ("a capital that announces what it has done", "أعلنت عمان إحباط عملية تهريب أسلحة من سوريا.",
     ("COERCE", ["عمان"], [])),
    ("announced before, behind a comma", "وكانت طرابلس أعلنت الأحد الماضي، إحباط عملية تهريب كمية من الذخائر.",
     ("COERCE", ["طرابلس"], [])),
    ("raids announced by those who flew them", "أعلنت قوات الحلف تنفيذ سبع غارات على مواقع تابعة للمتمردين.",
     ("ASSAULT", ["قوات الحلف"], ["للمتمردين"])),
    ("whose campaign brought arrests", "أسفرت الحملات التي نفذتها شرطة الخرطوم عن ضبط خمسين مخالفا.",
     ("COERCE", ["شرطة الخرطوم"], ["خمسين مخالفا"])),
    ("into whose hands a town fell", "في ذكرى سقوط غوما بيد المتمردين طالب الوزير بتعزيز القوات.",
     ("COERCE", ["المتمردين"], [])),
    ("by whose hands they died", "قتل ثلاثة تجار بأيدي مسلحين في القرية.", ("ASSAULT", ["مسلحين"], ["ثلاثة تجار"])),
    ("what is wrested behind a comma", "في غضون ذلك انتزع المتمردون، السيطرة على بلدة ساكي من الجيش.",
     ("COERCE", ["المتمردون"], ["الجيش"])),
    ("two who agree", "قال الناطق إن كندا وألمانيا متفقتان على إقامة منطقة آمنة.", ("AGREE", ["كندا", "ألمانيا"], [])),
    ("of whom some fell", "أفاد طبيب بسقوط قتلى وجرحى من قوات الحركة في المعارك.", ("ASSAULT", [], ["قوات الحركة"])),
    ("whose raids they fell in", "أفاد طبيب بسقوط قتلى من قوات الحركة جراء غارات لطيران الحلف.",
     ("ASSAULT", ["طيران الحلف"], ["قوات الحركة"])),
    ("a gunman whose attack it was", "وقع هجوم إرهابي لشاب مسلح في منتجع سياحي.", ("ASSAULT", ["شاب مسلح"], [])),
    ("accused by a participle", "أدلى النائب بتصريحات متهما الجيش بقصف المدنيين.",
     ("ASSAULT", ["الجيش"], ["المدنيين"])),
    ("announced right behind a comma", "أعلنت نيروبي، إحباط محاولة تهريب مخدرات.", ("COERCE", ["نيروبي"], [])),
    ("an attack to be repelled", "أكد الناطق قيام الجيش بصد هجوم على الشرطة.", ("ASSAULT", [], ["الشرطة"])),
    ("however", "رفض الوزير الطلب بيد أن النقابة هددت بإضراب.", ("REJECT", ["الوزير"], [])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_whose_deed(read: Callable[[str], Record], text: str, event: tuple[str, list[str], list[str]]) -> None:
    found = [told(e) for e in read(text).events]
    assert event in found, found
