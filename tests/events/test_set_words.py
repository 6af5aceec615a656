"""Deeds told in set words, whatever the weights make of them; and words near them that tell of none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.pages.bare import bare_article
from khabar.records import Record
from tellings import told

REPORT = " وشهدت البلاد في الأيام الأخيرة أجواء باردة وأمطارا غزيرة. ويتوقع أن تتحسن الأحوال الجوية نهاية الأسبوع."
Told = list[tuple[str, list[str], list[str]]]

TOLD = [
    (
        "put on a list",
        "وضعت كندا حركة الشباب الصومالية على لائحة المنظمات الإرهابية.",
        [("SANCTION", ["كندا"], ["حركة الشباب الصومالية"])],
    ),
    (
        "confidence withdrawn",
        "حجب البرلمان الثقة عن وزير الزراعة.",
        [("SANCTION", ["البرلمان"], ["وزير الزراعة"])],
    ),
    (
        "out of a body",
        "طرد الاتحاد الأفريقي مدغشقر من عضويته.",
        [("SANCTION", ["الاتحاد الأفريقي"], ["مدغشقر"])],
    ),
    (
        "credentials",
        "قدم السفير الكوبي الجديد أوراق اعتماده إلى رئيس غانا.",
        [("CONSULT", ["السفير الكوبي الجديد"], ["رئيس غانا"])],
    ),
    (
        "from where somebody came",
        "وصل إلى نيروبي مساء أمس قادما من كمبالا وزير الخارجية الهولندي.",
        [("CONSULT", ["وزير الخارجية الهولندي"], ["نيروبي"])],
    ),
    ("let go by nobody named", "أفرج عن الناشط الكيني بكفالة مالية.", [("RETREAT", [], ["الناشط الكيني"])]),
    (
        "a siege that goes on",
        "تحاصر القوات الإثيوبية بلدة كيسمايو.",
        [("COERCE", ["القوات الإثيوبية"], [])],
    ),
    (
        "pirates",
        "احتجز قراصنة سفينة يونانية قبالة سواحل غانا.",
        [("ASSAULT", ["قراصنة"], ["سفينة يونانية"])],
    ),
    (
        "who fell in a protest",
        "شهدت المدينة احتجاجات قتل فيها أربعة محتجين.",
        [("PROTEST", [], []), ("ASSAULT", [], ["أربعة محتجين"])],
    ),
    (
        "another state warned",
        "حذر وزير الخارجية الهندي باكستان من استخدام القوة.",
        [("THREATEN", ["وزير الخارجية الهندي"], ["باكستان"])],
    ),
    ("troops announced", "أعلنت أوغندا إرسال تعزيزات عسكرية إلى الحدود.", [("MOBILIZE", ["أوغندا"], [])]),
    ("a release promised", "وعد الرئيس الكيني بالإفراج عن المعتقلين.", [("CONCEDE", ["الرئيس الكيني"], [])]),
    (
        "whose shots",
        "قتل شاب كيني برصاص الجندرمة التركية قرب الحدود.",
        [("ASSAULT", ["الجندرمة التركية"], ["شاب كيني"])],
    ),
    (
        "gas of war",
        "استخدم الجيش الإيراني أسلحة كيماوية ضد المدنيين.",
        [("ASSAULT", ["الجيش الإيراني"], ["المدنيين"])],
    ),
    ("what kind of shots", "أصيب رجل برصاص مطاطي.", []),
    ("clouds hide", "حجبت الغيوم القمر.", []),
    ("creditors besiege", "يحاصر الدائنون الشركة منذ أشهر.", []),
    ("told of for something else", "القوات التي تحاصر المدينة منذ شهر تعاني نقصا في الوقود.", []),
    ("a film", "أفرج عن الفيلم الجديد.", []),
]


@pytest.fixture(scope="module")
def weigh() -> Callable[[str], Record]:
    """Code the first sentence of a report with all weights."""
    coder = khabar.load()
    return lambda text: coder.code(bare_article(text + REPORT))


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_set_words_are_read_in_any_report(weigh: Callable[[str], Record], text: str, expected: Told) -> None:
    assert [told(e) for e in weigh(text).events] == expected
