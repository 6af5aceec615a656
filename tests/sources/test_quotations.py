"""Quotations over sentences, speakers left out, and what only looks like a source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Record


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text))


def last_chain(record: Record) -> list[str]:
    """The words of the nearest source of the last event of a report; `-` is the outlet, `?` nobody in particular."""
    event = max(record.events, key=lambda e: e.trigger.start)
    links = record.attribution(event)[0].chain
    return [s.mention.text if s.mention else ("-" if s.kind.value == "the outlet itself" else "?") for s in links]


SPEAKERS = [
    ("straight marks", 'قال وزير الدفاع: "الوضع صعب. واعتقلنا سبعة أشخاص أمس".', ["وزير الدفاع"]),
    ("behind the quotation", '"لن نتراجع وسنقصف مواقع المسلحين"، قال وزير الدفاع.', ["وزير الدفاع"]),
    ("another quotation without a verb", 'قال وزير الدفاع إن "الوضع صعب". "لن نتراجع وقد اعتقلنا سبعة أشخاص أمس".',
     ["وزير الدفاع"]),
    ("words quoted do not speak", 'قال وزير الدفاع إن الوضع هادئ. وكتب "الجيش الأميركي اعتقل سبعة أشخاص".', ["وزير الدفاع"]),
    ("a speaker goes on behind a first person",
     'أوضح الوزير "أعتقد أن الشروط متوافرة لعودتنا إلى البلاد". وتابع أن الجيش اعتقل سبعة أشخاص.', ["الوزير"]),
    ("print that could be a passive", "قال وزير الدفاع إن الوضع هادئ. وأكد أن الجيش اعتقل سبعة أشخاص.", ["وزير الدفاع"]),
    ("nobody in particular", "قال وزير الدفاع إن الوضع هادئ. ويعتقد أن الجيش اعتقل سبعة أشخاص.", ["?"]),
    ("quoted by a pronoun",
     "نقلت الصحيفة عن وزير الدفاع قوله إن الوضع هادئ. ونقلت عنه قوله إن الجيش اعتقل سبعة أشخاص.",
     ["الصحيفة", "وزير الدفاع"]),
    ("a name and a colon goes on", "وزير الدفاع: الوضع هادئ. وأضاف أن الجيش اعتقل سبعة أشخاص.", ["وزير الدفاع"]),
    ("those spoken to", "قال وزير الدفاع للصحافيين إن الجيش اعتقل سبعة أشخاص.", ["وزير الدفاع"]),
    ("an investigation is no document", "كشفت مصادر عسكرية عن مشاركة ضباط في التحقيق مع الأسرى.", ["مصادر عسكرية"]),
    ("a rule is nobody", "اعتقل الجيش سبعة أشخاص وفق القانون.", ["-"]),
    ("whose statement", "وقال بيان لمكتب رئيس البرلمان إن الجيش اعتقل سبعة أشخاص.", ["بيان", "مكتب رئيس البرلمان"]),
    ("a participle behind a comma", "قال وزير الدفاع إن المسلحين غادروا المدينة، مؤكدا أن الجيش اعتقل سبعة أشخاص.",
     ["وزير الدفاع"]),
    ("who is told of goes on", "قال مصدر محلي إن المسلحين حاصروا منزل الشيخ، وطالبوا حارسه بتسليم نفسه.", ["مصدر محلي"]),
    ("also, and not as", "قال وزير الدفاع إن الجيش اعتقل سبعة أشخاص. كما تعهدت الحكومة بدفع التعويضات.", ["-"]),
    ("marks turned round behind a letter",
     "أكد وزير الدفاع أن القوات في “عاصفة النصر ” و” فجر الأمل ” ماضية. واعتقل الجيش سبعة أشخاص في “المخيم”.", ["-"]),
    ("a mark that was never closed",
     'قال بيان إن القوات "تقدمت في مدن كثيرة (شمال). واعتقل الجيش سبعة أشخاص لهم صلة ب"قادة" في الجماعة.', ["-"]),
    ("a mark for inches closes", 'قال وزير الدفاع: “الوضع صعب في المدينة اليوم″. واعتقل الجيش سبعة أشخاص في “المخيم”.', ["-"]),
    ("said when", "شهد السجن حالة من الغليان بعد أن اقتحمت الشرطة غرف السجناء.", ["-"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), SPEAKERS, ids=[s[0] for s in SPEAKERS])
def test_who_speaks(read: Callable[[str], Record], name: str, text: str, expected: list[str]) -> None:
    assert last_chain(read(text)) == expected
