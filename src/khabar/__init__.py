"""khabar reads Arabic news into checkable records: who did what to whom, where, when, and according to whom.

>>> import khabar
>>> coder = khabar.load()
>>> record = coder.read("التقى وزير الخارجية التونسي نظيره الجزائري في تونس.")
>>> [event.type for event in record.events]
['CONSULT']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"
__all__ = ["Coder", "Record", "load", "tellings"]

if TYPE_CHECKING:
    from khabar.coder import Coder, load
    from khabar.records import Record
    from khabar.sources.tellings import tellings


def __getattr__(name: str) -> Any:
    """Import the coder only when it is asked for, so that `import khabar` stays light."""
    if name in ("Coder", "load"):
        from khabar import coder

        return getattr(coder, name)
    if name == "Record":
        from khabar.records import Record

        return Record
    if name == "tellings":
        from khabar.sources.tellings import tellings

        return tellings
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
