"""Who does it where print puts it late: behind what is done, behind a journey, behind what one state is to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from khabar.text.characters import squeeze
from khabar.text.clitics import clitic_cut
from tellings import REPORT, told

LATE = [
    ("what is done before who does it", "ترأس الاجتماع وزير الدفاع الأفغاني.", ("CONSULT", ["وزير الدفاع الأفغاني"], [])),
    ("an attack before its attackers", "نفذ الهجوم انتحاريان من حركة الشباب.",
     ("ASSAULT", ["انتحاريان من حركة الشباب"], [])),
    ("a state as the neighbour of another", "وقعت إيران وجارتها تركيا اتفاقا للتعاون الأمني.",
     ("SUPPORT", ["إيران", "تركيا"], [])),
    ("an ally with a pronoun", "اتفقت السعودية وحليفتها البحرين على إغلاق الجسر.", ("AGREE", ["السعودية", "البحرين"], [])),
    ("shots between neighbours", "تبادلت الهند وجارتها باكستان إطلاق النار في كشمير.",
     ("ASSAULT", ["الهند", "باكستان"], [])),
    ("those met on a journey", "وصل وزير الدفاع الأميركي إلى بغداد في زيارة مفاجئة التقى خلالها رئيس الوزراء العراقي.",
     ("CONSULT", ["وزير الدفاع الأميركي"], ["رئيس الوزراء العراقي"])),
    ("an envoy who stands in", "طردت السلطات الموريتانية القائم بأعمال السفارة السنغالية في نواكشوط وأمهلته يومين.",
     ("COERCE", ["السلطات الموريتانية"], ["القائم بأعمال السفارة السنغالية في نواكشوط"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in LATE], ids=[t[0] for t in LATE])
def test_who_does_it(read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert told(read(text + REPORT).events[0]) == expected


def test_states_that_are_visited_do_not_travel(read: Callable[[str], Record]) -> None:
    (journey,) = read("بدأ الرئيس التركي جولة أفريقية يزور خلالها السودان وتشاد." + REPORT).events
    assert [m.text for m in journey.actors] == ["الرئيس التركي"]


def test_who_carries_a_sentence_out_has_not_passed_it(read: Callable[[str], Record]) -> None:
    record = read("أعلنت وزارة الداخلية تنفيذ حكم الإعدام في مواطن أدين بقتل زوجته." + REPORT)
    assert [e.actors for e in record.events if "convict" in e.modes] == [()]


@pytest.mark.parametrize("word", ["حليفتها", "أنصارهم", "متابعتها", "ضواحيها"])
def test_an_owned_noun_gives_up_its_conjunction(word: str) -> None:

    assert clitic_cut(squeeze("و" + word), "NOUN") == ("و", "", False, squeeze(word), 1)


@pytest.mark.parametrize("word", ["وزارتها", "وفاته", "ولايتهم", "وحدتهم", "وظيفته", "وصايتها"])
def test_a_word_keeps_its_own_first_letter(word: str) -> None:

    assert clitic_cut(squeeze(word), "NOUN")[0] == ""
