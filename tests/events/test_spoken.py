"""What a speaker says of himself: whose it is, what he refuses, what he threatens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Event, Record


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text))


def told(event: Event) -> tuple[str, list[str], list[str], list[str]]:
    kind = "/".join([event.type, *event.modes])
    return kind, [m.text for m in event.actors], [m.text for m in event.recipients], [str(a) for a in event.auxiliary]


SPOKEN = [
    ("a demand of ours", "وقال المتحدث باسم الحركة: «نطالب الحكومة بالإفراج عن الأسرى».",
     ("REQUEST/yield", ["المتحدث باسم الحركة"], ["الحكومة"], [])),
    ("a meeting of ours", "وقال رئيس الوزراء: «التقينا وزير الخارجية المالي أمس».",
     ("CONSULT", ["رئيس الوزراء", "وزير الخارجية المالي"], [], [])),
    ("a meeting ruled out", "وأضاف الوزير: «لن نتفاوض مع المسلحين».",
     ("REJECT/meet", ["الوزير"], ["المسلحين"], [])),
    ("what the speaker's side rules out", "قال وزير الخارجية إن بلاده لن تتفاوض مع المتمردين.",
     ("REJECT/meet", ["بلاده"], ["المتمردين"], [])),
    ("a strike until", "وقال رئيس النقابة سالم الهادي: «سنضرب عن العمل إلى أن تدفع الرواتب».",
     ("THREATEN/relations", ["رئيس النقابة سالم الهادي"], [], [])),
    ("an answer to come", "وقال وزير الدفاع: «سنرد على أي قصف».", ("THREATEN/violence", ["وزير الدفاع"], [], [])),
    ("a noun that looks like a past of ours", "وقال الوزير إن المبنى كان سجنا للنساء.", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), SPOKEN, ids=[s[0] for s in SPOKEN])
def test_the_first_person_is_who_speaks(
    read: Callable[[str], Record],
    name: str,
    text: str,
    expected: tuple[str, list[str], list[str], list[str]] | None,
) -> None:
    assert [told(e) for e in read(text).events] == ([expected] if expected else [])
