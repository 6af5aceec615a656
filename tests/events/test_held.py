"""Whom force was used on: pronouns on deeds, whose hands a thing was in, who does it and who is only described."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

TOLD = [
    ("kept from a journey by a pronoun", "قررت النيابة حبس المتهم ومنعه من السفر.",
     ("COERCE", ["النيابة"], ["المتهم"])),
    ("several of a release", "أفرجت النيابة عن الناشطين مع منعهم من السفر.", ("COERCE", [], ["الناشطين"])),
    ("a gunman who did something else", "قتل المسلح اثنين قبل أن تتمكن الشرطة من اعتقاله.",
     ("COERCE", ["الشرطة"], ["المسلح"])),
    ("the noun of an order", "هاجم ثلاثة شبان متجرا في المدينة، وأمرت النيابة بحبسهم.",
     ("COERCE", ["النيابة"], ["ثلاثة شبان"])),
    ("of the sentence before", "وصل سامي الراوي إلى المطار أمس. وتم توقيفه فور وصوله.",
     ("COERCE", [], ["سامي الراوي"])),
    ("not who announces it", "أعلنت قائدة الشرطة احتجازها في المطار.", ("COERCE", [], [])),
    ("a state that arrests", "أدان الحزب احتجاز إيران بحارة بريطانيين.", ("COERCE", ["إيران"], ["بحارة بريطانيين"])),
    ("counted, and described", "أكدت قوات الأمن اعتقال 6 متطرفين يهود.",
     ("COERCE", [], ["6 متطرفين يهود"])),
    ("police and an object", "أدان الحزب توقيف الشرطة خمسة صيادين.", ("COERCE", ["الشرطة"], ["خمسة صيادين"])),
    ("most of them", "اعتقل معظمهم في سويسرا.", ("COERCE", [], ["معظمهم"])),
    ("a man of business, and no business", "تم إيقاف رجل الأعمال كمال الراوي من طرف وحدة أمنية خاصة.",
     ("COERCE", ["وحدة أمنية خاصة"], ["رجل الأعمال كمال الراوي"])),
    ("whose campaign, by its verb", "شنت الشرطة حملة في العاصمة أسفرت عن توقيف ستة مهربين.",
     ("COERCE", ["الشرطة"], ["ستة مهربين"])),
    ("in whose hands a hill was", "سيطر الجيش على تلة كانت في قبضة المتمردين.",
     ("COERCE", ["الجيش"], ["المتمردين"])),
    ("in whose possession things were", "تم حجز معدات التزييف التي كانت بحوزة العصابة.",
     ("COERCE", [], ["العصابة"])),
    ("whose telephone it is", "اعتقلت الشرطة الصحفي سامي الراوي وصادرت هاتفه وحاسوبه.",
     ("COERCE", ["الشرطة"], ["الصحفي سامي الراوي"])),
    ("from whose rule a town is freed", "حررت المقاومة البلدة الحدودية من سيطرة المتمردين.",
     ("COERCE", ["المقاومة"], ["المتمردين"])),
    ("a hill nobody is said to have held", "سيطر الجيش على تلة تطل على البلدة.", ("COERCE", ["الجيش"], [])),
    ("into whose hands it fell", "سقطت المدينة في قبضة المتمردين.", ("COERCE", ["المتمردين"], [])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_whom_force_is_used_on(
    read: Callable[[str], Record], text: str, event: tuple[str, list[str], list[str]]
) -> None:
    found = [told(e) for e in read(text).events]
    assert event in found, found
