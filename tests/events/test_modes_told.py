"""Modes told by arms, causes, adjectives and by those who meet."""

from __future__ import annotations

import pytest

import khabar
from khabar.pages.bare import bare_article

TOLD = [
    ("a cause far behind", "استشهد جندي نتيجة سقوط مقذوف عسكري على منزل في نجران.", ["heavy-weapons"]),
    ("a shot", "أصيب شرطي إثر تعرضه لطلق ناري في الشارع.", ["firearms"]),
    ("a drone by its adjective", "قتل الزعيم في هجوم بطائرة أميركية بلا طيار.", ["drone"]),
    ("beside whom it is for", "اغتال مسلحون ضابطا بالرصاص أمام منزله.", ["firearms", "targeted"]),
    ("who dies of it", "قتل أربعة انتحاريين عشرين شخصا في لندن.", ["suicide-attack"]),
    ("fire exchanged", "تبادل الجنود النار مع المسلحين.", ["firearms"]),
    ("an attack told by no arm", "تعرضت القاعدة لهجوم صباح اليوم.", []),
    ("an execution", "أعدم التنظيم أربعة رهائن في الصحراء.", []),
    ("states that meet", "عقد وزراء خارجية الدول العربية اجتماعا طارئا في القاهرة.", ["multilateral"]),
    ("a body of states", "اجتمع قادة الاتحاد الأوروبي في بروكسل أمس.", ["multilateral"]),
    ("officials of one", "اجتمع وزير الداخلية مع رؤساء البلديات.", []),
    ("a mediator", "توسطت سلطنة عمان بين الجانبين لإنهاء الأزمة.", ["third-party"]),
]


@pytest.mark.parametrize(("sentence", "modes"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_modes(sentence: str, modes: list[str]) -> None:
    (event,) = khabar.load().code(bare_article(sentence)).events
    assert list(event.modes) == modes


def test_a_gathering_of_gunmen_is_no_protest() -> None:
    record = khabar.load().code(bare_article("قصف الطيران تجمع المسلحين في الوادي."))
    assert {event.type for event in record.events} == {"ASSAULT"}
