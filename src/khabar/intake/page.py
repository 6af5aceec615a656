"""A page as it came in, not yet read, and what is said of one that could not be had."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

MAX_BYTES = 20_000_000
"""The largest page that is read; real articles are a hundredth of it."""

TOO_LARGE = f"it is larger than {MAX_BYTES // 1_000_000} MB, too large for a page"


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes or text of one page, with what is known of it from outside."""

    name: str
    """What to call it in messages: a path, `path:line`, an address."""
    data: bytes | str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 where the intake knows it; it wins over what the page says."""
    headline: str | None = None
    byline: str | None = None
    listed: str | None = None
    """When the feed or sitemap says it was published; it stands in where the page itself does not tell."""
    fallback_outlet: str | None = None
    """What to take where neither the intake nor the page itself tells of an outlet."""
    fallback_published: str | None = None
    """ISO 8601; the same for the date."""

    def digest(self) -> str:
        """SHA-256 over the page and all that is told of it, in hex; the name does not count."""
        sha = hashlib.sha256()
        told = (self.url, self.outlet, self.published, self.headline, self.byline, self.listed)
        for part in (self.data, *told, self.fallback_outlet, self.fallback_published):
            data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            sha.update(b"-" if data is None else b"%d:" % len(data) + data)
        return sha.hexdigest()


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that could not be had; `reason` is one sentence without the name."""

    name: str
    reason: str


def decode_declared(data: bytes, content_type: str | None) -> bytes | str:
    """`data` as text where the server declares an Arabic charset that fits and UTF-8 does not; else as it is.

    Servers often declare a charset that the page is not in, so only what can be checked is believed.
    """
    declared = (content_type or "").lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    if declared not in ("windows-1256", "cp1256", "iso-8859-6", "utf-16", "utf-16le", "utf-16be"):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            return data
    return data
