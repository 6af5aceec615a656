"""Records as plain dicts, lists, strings and numbers, and back: nothing lost, fit for JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from khabar.records import Record


def to_plain(record: Record) -> dict[str, Any]:
    """The record with its fields by name; days become ISO 8601, spans `{"start": ..., "end": ...}`."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return plain


def from_plain(plain: dict[str, Any]) -> Record:
    """The record that `to_plain` took apart. Raises `ValueError` for what is none."""
    try:
        return msgspec.convert(plain, Record)
    except msgspec.ValidationError as error:
        raise ValueError(f"not a record: {error}") from error


def to_json(record: Record) -> bytes:
    """The record as JSON in UTF-8, on one line; the same record always gives the same bytes."""
    return msgspec.json.encode(record)


def from_json(data: bytes | str) -> Record:
    """The record that `to_json` wrote. Raises `ValueError` for what is none."""
    try:
        return msgspec.json.decode(data, type=Record)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise ValueError(f"not a record: {error}") from error
