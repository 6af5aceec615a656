"""Columns: pages on which a writer thinks aloud, where deeds are named for the sake of argument."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.events.when import OF_A_DAY
from khabar.records import OUTLET, Article, Attribution, Event, Sentence, Span
from khabar.sources.quotes import at, quotations

_ALOUD = re.compile(r"[؟?!]|\.\.")
"""What print puts where somebody asks, exclaims or lets a thought trail off."""
_LEAST = 4.0
_MORE = 0.15
"""By how much a sentence the marks of a writer outweigh those of a report."""


def is_column(article: Article, scenes: Sequence[Scene], told: Sequence[Attribution]) -> bool:
    """Whether an article reads as its writer's own thoughts: he asks, exclaims and says `I` more often than he tells
    who said something and on which day. What stands in quotation marks is not his.
    """
    quotes = quotations(article)
    body = [s for s in scenes if s.sentence.paragraph >= 0]
    if not body or _is_interview(article):
        return False
    aloud = sum(at(quotes, m.start()) is None for s in body for m in _ALOUD.finditer(article.text, *_ends(s.sentence)))
    own = aloud + sum(_speaking(s, quotes) + _opining(s, quotes) for s in body)
    days = sum(t.precision in OF_A_DAY for s in body for t in s.times)
    report = days + sum(a.cue is not None for a in told)
    return own >= _LEAST and own - report > _MORE * len(body)


_QUESTIONS = 3
"""How many paragraphs, and every fifth at least, only ask where a page is an interview."""


def _is_interview(article: Article) -> bool:
    """Whether questions and answers take turns, paragraph by paragraph."""
    asked = [s.of(article.text).rstrip().endswith(("؟", "?")) for s in article.paragraphs]
    turns = sum(one and not two for one, two in pairwise(asked))
    return turns >= _QUESTIONS and 5 * turns >= len(asked)


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _speaking(scene: Scene, quotes: Sequence[Span]) -> float:
    """How often the writer says `I`, and half as often as he says `we`."""
    verbs = [w.verb.person for w in scene.words if w.verb is not None and at(quotes, w.start) is None]
    return sum(1.0 if person == "1s" else 0.5 if person == "1p" else 0.0 for person in verbs)


def _opining(scene: Scene, quotes: Sequence[Span]) -> int:
    """How many words of opinion, duty and address stand outside quotation marks (`لا شك`, `ينبغي`, `للأسف`, `أيها`)."""
    words = [w for w in scene.words if at(quotes, w.start) is None]
    norms = [w.norm for w in words]
    pairs = [f"{a} {b}" for a, b in pairwise(norms)]
    return sum(word in moods().opining for word in (*norms, *pairs))


def reported(event: Event) -> bool:
    """Whether an event of a column is told as in a report: with its day, its toll, or who tells of it."""
    dated = event.time is not None and event.time.origin == "event"
    return dated or bool(event.size) or any(s != OUTLET for s in event.sources)
