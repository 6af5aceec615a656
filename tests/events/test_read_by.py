"""What the encoder says of drafts and of who stands near them: facts of who did it, nothing without an encoder."""

from dataclasses import replace

import pytest

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.read_by import denied_by, kind_facts, link_facts, mood_facts, odds_of_all, role_facts, told_by
from tellings import weighed

TEXT = (
    "قتل مسلحون مجهولون ثلاثة جنود في هجوم على حاجز للجيش شمال المدينة. وأدانت وزارة الخارجية الهجوم. "
    "ونفت الحركة مسؤوليتها عن الهجوم."
)


@pytest.fixture(scope="module")
def asked() -> list[tuple[Draft, list[Somebody]]]:
    return weighed(TEXT)


def first(asked: list[tuple[Draft, list[Somebody]]]) -> tuple[Draft, list[Somebody]]:
    return next((d, p) for d, p in asked if d.type == "ASSAULT")


def test_killing_is_read_as_its_type(asked: list[tuple[Draft, list[Somebody]]]) -> None:
    draft, _ = first(asked)
    told = kind_facts(draft)
    assert told["read as type"] > told["read as nothing"]
    assert "read as another False" in told


def test_those_who_killed_and_those_killed(asked: list[tuple[Draft, list[Somebody]]]) -> None:
    draft, people = first(asked)
    texts = [p.mention.text for p in people]
    odds = odds_of_all(draft, [p.mention for p in people])
    gunmen, soldiers = (role_facts(odds, texts.index(who)) for who in ("مسلحون مجهولون", "ثلاثة جنود"))
    assert "first actor read True" in gunmen
    assert "first recipient read True" in soldiers
    assert gunmen["read as actor"] > soldiers["read as actor"]


def test_log_odds_are_bounded(asked: list[tuple[Draft, list[Somebody]]]) -> None:
    draft, people = first(asked)
    facts = [kind_facts(draft), mood_facts(draft), link_facts(draft, draft), told_by(draft, [people[0].mention])]
    assert all(-2 <= value <= 2 for found in facts for value in found.values())
    assert all(found for found in facts)


def test_nothing_is_said_without_an_encoder(asked: list[tuple[Draft, list[Somebody]]]) -> None:
    draft, people = first(asked)
    bare = replace(draft, scene=replace(draft.scene, encoded=None))
    mention = people[0].mention
    assert not kind_facts(bare)
    assert not mood_facts(bare)
    assert not link_facts(bare, bare)
    assert not role_facts(odds_of_all(bare, [mention]), 0)
    assert not told_by(bare, [mention])
    assert not denied_by(None, [bare.span], [mention])
