"""Words that no place is, whatever the gazetteer has of their letters."""

from __future__ import annotations

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
