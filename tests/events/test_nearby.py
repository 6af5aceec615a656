"""Who is weighed for the roles of an event: everybody in the sentences of all its tellings, never what tells of it."""

import pytest

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from tellings import weighed

TEXT = (
    "قتل ثلاثة جنود في هجوم على حاجز للجيش في بعقوبة.\n"
    "وقال شهود عيان إن الطرق المؤدية إلى المكان أغلقت بعد ذلك.\n"
    "وأضافوا أن مسلحين ملثمين نفذوا الهجوم من سيارة مسرعة.\n"
    "وتعقد في المدينة مفاوضات بين الحكومة والمعارضة الأسبوع المقبل."
)


@pytest.fixture(scope="module")
def asked() -> list[tuple[Draft, list[Somebody]]]:
    return weighed(TEXT)


def test_those_of_another_telling_are_weighed(asked: list[tuple[Draft, list[Somebody]]]) -> None:
    draft, people = next((d, p) for d, p in asked if d.type == "ASSAULT")
    assert draft.tellings
    (gunmen,) = [p for p in people if "مسلحين" in p.mention.text]
    assert not draft.scene.sentence.span.contains(gunmen.mention.span)
    assert [telling.span.of(TEXT) for telling, _ in gunmen.told]


def test_what_tells_of_the_event_is_nobody(asked: list[tuple[Draft, list[Somebody]]]) -> None:
    for draft, people in asked:
        given = {m.span for m in (*draft.actors, *draft.recipients)}
        told = [p.mention for p in people if p.mention.span not in given]
        assert not [m.text for m in told if any(m.head.overlaps(s) for s in (draft.span, *draft.also))]


def test_everybody_is_weighed_once(asked: list[tuple[Draft, list[Somebody]]]) -> None:
    for _, people in asked:
        spans = [p.mention.span for p in people]
        assert len(spans) == len(set(spans))
