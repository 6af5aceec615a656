"""Who tells of what only the headline tells."""

from __future__ import annotations

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article

CASES = [
    ("the lead is told by somebody", "قوات السلام تعتقل مئات المقاتلين في بانغي",
     "قصفت القوة أمس معسكرا للمقاتلين في العاصمة، على ما أعلن الناطق سالم حمد.", "سالم حمد"),
    ("the lead is the reporter's", "قوات السلام تعتقل مئات المقاتلين في بانغي",
     "قصفت القوة أمس معسكرا للمقاتلين في العاصمة. وقال الناطق سالم حمد إن الوضع هادئ.", ""),
    ("the second deed of a headline", "قوات السلام تقصف معسكرا والشرطة تعتقل عشرة عمال",
     "قصفت القوة أمس معسكرا للمقاتلين في العاصمة، على ما أعلن الناطق سالم حمد.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "headline", "text", "source"), CASES, ids=[c[0] for c in CASES])
def test_the_headline_alone(name: str, headline: str, text: str, source: str) -> None:
    record = unjudged(khabar.load()).code(bare_article(text, headline))
    event = next(e for e in record.events if e.type == "COERCE")
    mentions = [s.mention.text for s in record.attribution(event)[0].chain if s.mention is not None]
    assert bool(mentions) is bool(source) and all(source in m for m in mentions)
