"""What several tests of events say of one: its type and who takes part."""

from __future__ import annotations

from khabar.records import Event


def told(event: Event) -> tuple[str, list[str], list[str]]:
    """Type, actors and recipients of an event, as words of the text."""
    return event.type, [m.text for m in event.actors], [m.text for m in event.recipients]
