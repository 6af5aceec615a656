"""Pages over HTTP, politely and safely: robots.txt, a pause for each host, conditional requests, limits on all."""

from __future__ import annotations

import email.utils
import ipaddress
import re
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin, urlsplit

import httpx

from khabar import __version__
from khabar.errors import KhabarError
from khabar.intake.page import MAX_BYTES, TOO_LARGE, Fault, Page, decode_declared

if TYPE_CHECKING:
    from protego import Protego

AGENT = f"khabar/{__version__} (reader of Arabic news)"
PAGE_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
FEED_KINDS = ("xml", "rss", "atom", "text/plain", "gzip", "octet-stream")
_TRY_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_NO_ADDRESS = "it is no http or https address"
_ROBOTS_BYTES = 512_000
_ROBOTS_SECONDS = 24 * 3600.0
_DOWN_SECONDS = 300.0


class FetchError(KhabarError):
    """An address that gave nothing usable; `passing` says that it may later."""

    def __init__(self, reason: str, *, passing: bool = False, wait: float | None = None) -> None:
        super().__init__(reason)
        self.passing = passing
        self.wait = wait
        """Seconds the server asks to be left alone for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave. `data` is None where nothing changed since the validators that were sent."""

    url: str
    """The address after redirects."""
    data: bytes | None
    content_type: str
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Fetcher:
    """A client for one run. Close it, or use it in a `with` statement."""

    agent: str = AGENT
    delay: float = 1.0
    """Seconds between two requests to one host, unless robots.txt asks for more."""
    patience: float = 20.0
    """Seconds to wait for a connection or for more bytes."""
    deadline: float = 60.0
    """Seconds for one whole answer."""
    tries: int = 3
    redirects: int = 5
    max_bytes: int = MAX_BYTES
    """Of the answer as it comes, and of the answer decompressed."""
    sleep: Callable[[float], None] = time.sleep
    _client: httpx.Client = field(init=False)
    _robots: dict[str, tuple[float, Protego | str | None]] = field(default_factory=dict)
    _free_at: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the client; no request goes out."""
        headers = {"User-Agent": self.agent, "Accept-Encoding": "gzip, deflate", "Accept-Language": "ar, *;q=0.5"}
        self._client = httpx.Client(headers=headers, timeout=self.patience, follow_redirects=False)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def page(self, url: str) -> Page | Fault:
        """The page at an address, or why it could not be had."""
        try:
            answer = self.get(url)
        except FetchError as error:
            return Fault(url, str(error))
        return Page(url, decode_declared(answer.data or b"", answer.content_type), url=answer.url)

    def get(
        self, url: str, *, kinds: tuple[str, ...] = PAGE_KINDS, etag: str | None = None, modified: str | None = None,
        delay: float | None = None,
    ) -> Answer:  # fmt: skip
        """What an address gives, following redirects; tried again, with growing pauses, where the fault may pass.

        `kinds` are parts of content types that will do, `etag` and `modified` the validators of the last answer. Raises
        `FetchError`.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        first = url
        for _ in range(self.redirects + 1):
            self._ask_robots(url, delay)
            answer = self._with_patience(url, headers, kinds, delay)
            if isinstance(answer, Answer):
                return answer
            url = answer
            _check_address(url)
            if is_private(url) and not is_private(first):
                raise FetchError("it redirects into a private network")
        raise FetchError(f"it redirects more than {self.redirects} times")

    def _with_patience(
        self, url: str, headers: dict[str, str], kinds: tuple[str, ...], delay: float | None
    ) -> Answer | str:  # fmt: skip
        for number in range(1, self.tries + 1):
            self._take_turn(url, delay)
            try:
                return self._request(url, headers, kinds, self.max_bytes)
            except FetchError as error:
                if not error.passing or number == self.tries:
                    raise
                self.sleep(min(60.0, error.wait or 2.0 ** (number - 1)))
        raise AssertionError("unreachable")

    def _request(self, url: str, headers: dict[str, str], kinds: tuple[str, ...], limit: int) -> Answer | str:
        """One request: the answer, or the address it redirects to."""
        _check_address(url)
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                return self._answer(url, response, kinds, limit)
        except httpx.TimeoutException:
            raise FetchError("it does not answer in time", passing=True) from None
        except httpx.RemoteProtocolError:
            raise FetchError("the answer breaks off", passing=True) from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError):
            raise FetchError(_NO_ADDRESS) from None
        except httpx.HTTPError as error:
            said = re.sub(r"^\[Errno -?\d+\] ", "", " ".join(str(error).split())) or type(error).__name__
            raise FetchError(f"it cannot be reached: {said}", passing=True) from None

    def _answer(self, url: str, response: httpx.Response, kinds: tuple[str, ...], limit: int) -> Answer | str:
        status, given = response.status_code, response.headers
        if status == 304:
            return Answer(url, None, "", given.get("etag"), given.get("last-modified"))
        if status in (301, 302, 303, 307, 308) and given.get("location"):
            return _joined(url, given["location"])
        if status != 200:
            wait = _retry_after(given.get("retry-after"))
            raise FetchError(f"the server says {status} {response.reason_phrase}".rstrip(),
                             passing=status in _TRY_AGAIN, wait=wait)  # fmt: skip
        content_type = given.get("content-type", "")
        if content_type and not any(kind in content_type.lower() for kind in kinds):
            raise FetchError(f"its content type is {content_type.split(';')[0]!r}")
        if given.get("content-length", "").isdigit() and int(given["content-length"]) > limit:
            raise FetchError(TOO_LARGE)
        data = b"".join(self._bytes(response, limit))
        return Answer(url, data, content_type, given.get("etag"), given.get("last-modified"))

    def _bytes(self, response: httpx.Response, limit: int) -> Iterator[bytes]:
        """The decompressed body in pieces, never more than `limit` bytes of it, nor of what was sent."""
        decoder = _decoder(response.headers.get("content-encoding", "").lower().strip())
        until = time.monotonic() + self.deadline
        sent = got = 0
        for chunk in response.iter_raw():
            sent += len(chunk)
            piece = decoder.decompress(chunk, limit + 1 - got) if decoder else chunk
            got += len(piece)
            if sent > limit or got > limit:
                raise FetchError(TOO_LARGE)
            if time.monotonic() > until:
                raise FetchError(f"the answer takes longer than {self.deadline:.0f} seconds", passing=True)
            yield piece
        if decoder and sent and not decoder.done:
            raise FetchError("the compressed answer breaks off", passing=True)

    # --- politeness ---------------------------------------------------------------------------------------------

    def _take_turn(self, url: str, delay: float | None) -> None:
        """Wait until the host may be asked again."""
        origin = _origin(url)
        wait = self._free_at.get(origin, 0.0) - time.monotonic()
        if wait > 0:
            self.sleep(wait)
        _, rules = self._robots.get(origin, (0.0, None))
        asked = 0.0 if rules is None or isinstance(rules, str) else float(rules.crawl_delay(self.agent) or 0.0)
        pause = max(self.delay if delay is None else delay, min(asked, 60.0))
        self._free_at[origin] = time.monotonic() + pause

    def _ask_robots(self, url: str, delay: float | None) -> None:
        """Raise `FetchError` where the host's robots.txt (RFC 9309) asks us to stay away from an address."""
        _check_address(url)
        origin = _origin(url)
        if origin not in self._robots or self._robots[origin][0] < time.monotonic():
            rules = self._read_robots(origin, delay)
            lasts = _ROBOTS_SECONDS if not isinstance(rules, str) else _DOWN_SECONDS
            self._robots[origin] = (time.monotonic() + lasts, rules)
        rules = self._robots[origin][1]
        if isinstance(rules, str):
            raise FetchError(f"its robots.txt cannot be read: {rules}", passing=True)
        if rules is not None and not rules.can_fetch(url, self.agent):
            raise FetchError("its robots.txt asks not to read it")

    def _read_robots(self, origin: str, delay: float | None) -> Protego | str | None:
        """The rules of a host; None where it has none; why not, where it cannot say, which is taken to mean no."""
        from protego import Protego

        url = f"{origin}/robots.txt"
        for _ in range(self.redirects + 1):
            self._take_turn(url, delay)
            try:
                answer = self._request(url, {}, ("",), _ROBOTS_BYTES)
            except FetchError as error:
                return str(error) if error.passing else None
            if isinstance(answer, Answer):
                return Protego.parse((answer.data or b"").decode("utf-8", "replace"))
            url = answer
        return None


class _Inflate:
    """Decompression of gzip or deflate that never gives more than it is asked for."""

    def __init__(self, bits: int) -> None:
        self._inner = zlib.decompressobj(bits)

    def decompress(self, chunk: bytes, most: int) -> bytes:
        try:
            return self._inner.decompress(chunk, most)
        except zlib.error:
            raise FetchError("the compressed answer is damaged", passing=True) from None

    @property
    def done(self) -> bool:
        return self._inner.eof


def _decoder(encoding: str) -> _Inflate | None:
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip"):
        return _Inflate(31)
    if encoding == "deflate":
        return _Inflate(15)
    raise FetchError(f"it is compressed in a way we did not ask for: {encoding!r}")


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        fit = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        fit = False
    if not fit:
        raise FetchError(_NO_ADDRESS)


def _joined(url: str, location: str) -> str:
    """Where a redirect leads; an address that is none is left to `_check_address`."""
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def is_private(url: str) -> bool:
    """Whether an address leads to this machine or a private network, as far as its name can be looked up."""
    host = urlsplit(url).hostname or ""
    found: set[Any] = {host}
    with suppress(ValueError):
        return not ipaddress.ip_address(host).is_global
    with suppress(OSError, UnicodeError):
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
        return any(not ipaddress.ip_address(str(a).partition("%")[0]).is_global for a in found)
    return False


def _retry_after(value: str | None) -> float | None:
    """Seconds asked for, given as a number or as a date."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    with suppress(ValueError, TypeError):
        return max(0.0, (email.utils.parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    return None
