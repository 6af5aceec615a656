"""Words that no place is, whatever the gazetteer has of their letters."""

from __future__ import annotations

import pytest

import khabar
from khabar.pages.bare import bare_article


def test_a_conjunction_is_no_town_and_a_company_no_country() -> None:
    text = (
        "أعلنت وزارة الداخلية، في موقعها على تويتر، القبض على أحد المتورطين في منطقة الديه.\n"
        "وبحسب المدير العام لشرطة محافظة العاصمة، فإن البحث جار عن المتهمين."
    )
    record = khabar.load().code(bare_article(text))
    assert not any(m.text == "فإن" for m in record.mentions)
    assert all(m.country not in ("MNC", "FRA") for m in record.mentions if m.text != "تويتر")
    assert all(p.country != "MNC" for p in record.places)


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("وأكدت وزارة الداخلية في بيان أن الموقوف من أبناء العاصمة الكويت.", ["الكويت"]),
        ("كان منظمو المؤتمر في انتظاري عند باب القاعة.", []),
        ("أعدت الحكومة تحويرا وزاريا واسعا في نيجيريا.", ["نيجيريا"]),
        ("ختم الله على سمعه وبصره.", []),
        ("استعملت الشرطة القنابل المسيلة للدموع وسط الحشد.", []),
        ("وصل القطار إلى المسيلة مساء.", ["المسيلة"]),
    ],
)
def test_words_with_clitics_and_pronouns_are_no_places(sentence: str, places: list[str]) -> None:
    record = khabar.load().code(bare_article(sentence))
    assert [p.name_ar.removeprefix("مدينة ") for p in record.places] == places
