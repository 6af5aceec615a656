"""Whom a report calls `الاحتلال`."""

from __future__ import annotations

import khabar
from khabar.pages.bare import bare_article


def test_the_occupation_is_israel_where_palestine_is_told_of() -> None:
    (event,) = khabar.load().code(bare_article("اعتقل الاحتلال خمسة فلسطينيين في نابلس.")).events
    assert [(m.text, m.country) for m in event.actors] == [("الاحتلال", "ISR")]


def test_elsewhere_nobody_knows_which() -> None:
    events = khabar.load().code(bare_article("اعتقل الاحتلال خمسة عراقيين في البصرة.")).events
    assert not any(m.country == "ISR" for e in events for m in e.actors)
