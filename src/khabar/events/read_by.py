"""What the encoder says of drafts (`models/encoder.py`), as facts for the weights that decide.

A log-odds is told as a number, and in steps, since what it is worth hangs on how sure it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.models.encoder import KINDS, MOODS, ROLES, Encoded
from khabar.records import Mention, Span

_MOST = 6.0
"""Log-odds beyond which all are alike."""
_SCALE = 3.0
"""By what a log-odds is divided to weigh like other facts."""
_TELLINGS = 4
"""How many tellings of one event are looked at."""


def kind_facts(draft: Draft) -> dict[str, float]:
    """How far the words of a draft tell of its type, of anything, and of another type more."""
    encoded = draft.scene.encoded
    if encoded is None:
        return {}
    odds = [encoded.kinds(Span(w.start, w.end)) for w in (draft.scene.words[i] for i in draft.trigger.words)]
    own = max(float(o[KINDS.index(draft.type)]) for o in odds)
    nothing = min(float(o[0]) for o in odds)
    other = max(float(o[k]) for o in odds for k, kind in enumerate(KINDS) if k and kind != draft.type)
    found: dict[str, float] = {}
    for name, value in (("type", own), ("nothing", nothing), ("other type", other)):
        found |= _graded(f"read as {name}", value)
        found[f"read as {name} of {draft.type}"] = _clipped(value)
    found[f"read as another {other > own}"] = 1.0
    return found


def role_odds(draft: Draft, mention: Mention) -> list[float] | None:
    """The log-odds of each of `ROLES` for somebody, of the telling that speaks most for it; None without an encoder."""
    encoded = draft.scene.encoded
    return None if encoded is None else _of_tellings(encoded, (draft.span, *draft.also), mention)


def _of_tellings(encoded: Encoded, spans: Sequence[Span], mention: Mention) -> list[float]:
    """The log-odds of each of `ROLES` for somebody, of the telling that speaks most for it."""
    told = [encoded.role(span, mention.span, mention.head) for span in spans[:_TELLINGS]]
    return [max(odds[k] for odds in told) for k in range(len(ROLES))]


def odds_of_all(draft: Draft, mentions: Sequence[Mention]) -> list[list[float]]:
    """The log-odds of each of `ROLES` for everybody of some; nothing without an encoder."""
    return [odds for m in mentions if (odds := role_odds(draft, m)) is not None]


def role_facts(odds: Sequence[Sequence[float]], number: int) -> dict[str, float]:
    """How far one of everybody (`odds_of_all`) is read as actor and as recipient, and whether another is more so."""
    if not odds:
        return {}
    own, rest = odds[number], [one for n, one in enumerate(odds) if n != number]
    found: dict[str, float] = {}
    for k, role in enumerate(ROLES[:2]):
        found |= _graded(f"read as {role}", own[k])
        best = max((one[k] for one in rest), default=-_MOST)
        found[f"read as {role} before others"] = _clipped(own[k] - max(best, -_MOST))
        found[f"first {role} read {own[k] >= best}"] = 1.0
    found["read as actor not recipient"] = _clipped(own[0] - own[1])
    return found


def told_by(draft: Draft, mentions: Sequence[Mention]) -> dict[str, float]:
    """How far somebody of some is read as the source of a draft."""
    odds = [o for m in mentions if (o := role_odds(draft, m)) is not None]
    return _graded("read as source", max(o[2] for o in odds)) if odds else {}


def denied_by(encoded: Encoded | None, spans: Sequence[Span], mentions: Sequence[Mention]) -> dict[str, float]:
    """How far somebody of some is read as the denier of an event that some words tell of."""
    if encoded is None or not mentions:
        return {}
    return _graded("read as denier", max(_of_tellings(encoded, spans, m)[3] for m in mentions))


def link_facts(one: Draft, two: Draft) -> dict[str, float]:
    """How far two drafts are read as tellings of one event, `two` the later."""
    encoded = one.scene.encoded
    if encoded is None:
        return {}
    return _graded(f"read as one {one.type == two.type}", encoded.link(one.span, two.span))


def mood_facts(draft: Draft) -> dict[str, float]:
    """How far a draft is read as background, to come, only thought of, or not having happened."""
    encoded = draft.scene.encoded
    if encoded is None:
        return {}
    found: dict[str, float] = {}
    told = [encoded.moods(span) for span in (draft.span, *draft.also)[:_TELLINGS]]
    for k, mood in enumerate(MOODS):
        found |= _graded(f"read as {mood}", float(told[0][k]))
        found[f"read as {mood} on the whole"] = _clipped(sum(float(t[k]) for t in told) / len(told))
    return found


def _graded(name: str, value: float) -> dict[str, float]:
    return {name: _clipped(value), f"{name} {round(_bounded(value))}": 1.0}


def _clipped(value: float) -> float:
    return round(_bounded(value) / _SCALE, 3)


def _bounded(value: float) -> float:
    return max(min(value, _MOST), -_MOST)
