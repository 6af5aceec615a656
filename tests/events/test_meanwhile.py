"""What is told with a pronoun, before, during or after a deed, and the deeds that a pronoun belongs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

Read = Callable[[str], Record]

WHEN = [
    ("met before it", "رفضت الحركة الاقتراح بعد لقائها الوسيط.", ("REJECT", ["الحركة"], [])),
    ("but whose it is", "رفضت الحركة اقتراح الوسيط.", ("REJECT", ["الحركة"], ["الوسيط"])),
    ("met by the speaker", "أكد الوزير أن مصر ترفض التدخل، عقب اجتماعه بالسفير.",
     ("CONSULT", ["الوزير", "السفير"], [])),
    ("met by her who speaks of her country",
     "قالت ميركل إن بلادها ترفض الانسحاب، وذلك بعد اجتماعها برئيس الوزراء العراقي.",
     ("CONSULT", ["ميركل", "رئيس الوزراء العراقي"], [])),
    ("what they were at", "قتل الجنديان أثناء محاولتهما تفكيك قنبلة.", ("ASSAULT", [], ["الجنديان"])),
    ("what the victim was at", "قتل الجنود مهربا أثناء محاولته عبور الحدود.", ("ASSAULT", ["الجنود"], ["مهربا"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [w[1:] for w in WHEN], ids=[w[0] for w in WHEN])
def test_who_takes_part(read: Read, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [told(e) for e in read(text).events]


WHOM = [
    ("who was there", "كانت النائبة في مقر المنظمة واعتقلتها الشرطة.", ("COERCE", ["الشرطة"], ["النائبة"])),
    ("whose a home is", "دخل الجنود إلى منزل القاضي وقتلوه.", ("ASSAULT", ["الجنود"], ["القاضي"])),
    ("whose a deed is", "بعد استقالة مدير الشركة اعتقلته الشرطة.", ("COERCE", ["الشرطة"], ["مدير الشركة"])),
    ("a verb like a noun", "وصل السفير إلى مقر المنظمة وشكره الموظفون على المساعدة.",
     ("SUPPORT", ["الموظفون"], ["السفير"])),
    ("who is told of", "وصل السفير، الذي دعا مبعوث الأمم المتحدة إلى الحوار، أمس.",
     ("REQUEST", ["السفير"], ["مبعوث الأمم المتحدة"])),
    ("a state that is told of", "انسحبت مصر، التي هددت سكان القرية بالحرب.",
     ("THREATEN", ["مصر"], ["سكان القرية"])),
    ("but others of his", "غادر الوزير الذي طالبت المعارضة باستقالته.", ("REQUEST", ["المعارضة"], [])),
    ("but done to him", "قتل الصحفي الذي اتهمته الحكومة بالكذب.", ("ACCUSE", ["الحكومة"], ["الصحفي"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [w[1:] for w in WHOM], ids=[w[0] for w in WHOM])
def test_whom_a_pronoun_stands_for(read: Read, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [told(e) for e in read(text).events]


def test_a_noun_joined_to_another_is_no_verb(read: Read) -> None:
    record = read("اعترف المتهم بخطف سالم حمد وقتله الطفل.")
    assert all("الطفل" not in [m.text for m in e.actors] for e in record.events)


def test_whom_a_court_finds_guilty_did_it(read: Read) -> None:
    record = read("أدانت المحكمة الوزير بقتل زوجته.")
    assert [told(e) for e in record.events] == [
        ("SANCTION", ["المحكمة"], ["الوزير"]), ("ASSAULT", ["الوزير"], ["زوجته"]),
    ]  # fmt: skip


def test_the_convicted_is_no_source(read: Read) -> None:
    record = read("أدين الوزير بقتل زوجته.")
    assert [told(e) for e in record.events] == [("SANCTION", [], ["الوزير"])]
    assert all("الوزير" not in (s.mention.text if s.mention else "") for a in record.sources for s in a.chain)
