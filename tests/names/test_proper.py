"""Names that the tagger cuts short."""

from __future__ import annotations

import khabar
from khabar.pages.bare import bare_article


def test_who_was_named_in_full_is_so_again() -> None:
    text = "التقى نائب وزير الخارجية الأمريكي جون باس وزير الدفاع.\nوتحدث جون باس مع رئيس أركان الجيش الباكستاني."
    mentions = khabar.load().survey(bare_article(text)).mentions
    assert "جون باس" in [m.text for m in mentions]
