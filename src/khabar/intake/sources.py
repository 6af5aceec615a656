"""Pages from files, folders, standard input, JSON lines and web archives, one after the other and never all at once."""

from __future__ import annotations

import gzip
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from khabar.intake.page import MAX_BYTES, TOO_LARGE, Fault, Page, decode_declared

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".txt")
LINES_SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
ARCHIVE_SUFFIXES = (".warc", ".warc.gz")
_NAMED = 5
"""How many files that were passed over are named."""


@dataclass(slots=True)
class PassedOver:
    """The files of folders that are of no kind that khabar reads: how many, and the names of the first."""

    database: str | None = None
    """The file of the database that is written; it and what SQLite puts beside it do not count."""
    count: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, path: Path) -> None:
        """Count one file."""
        if self.database is not None and str(path.resolve()) in self._own(self.database):
            return
        self.count += 1
        if self.count <= _NAMED:
            self.names.append(_shown(path))

    @staticmethod
    def _own(database: str) -> set[str]:
        return {f"{Path(database).resolve()}{end}" for end in ("", "-wal", "-shm", "-journal")}

    def __str__(self) -> str:
        """`3 files passed over: a.pdf, b.jpg, c (kinds that khabar does not read)`; nothing where there is none."""
        if not self.count:
            return ""
        more = ", ..." if self.count > len(self.names) else ""
        said = f"{', '.join(self.names)}{more}"
        if self.count == 1:
            return f"1 file passed over: {said} (a kind that khabar does not read)"
        return f"{self.count} files passed over: {said} (kinds that khabar does not read)"


def pages(
    sources: Iterable[str], *, outlet: str | None = None, published: str | None = None,
    passed: PassedOver | None = None,
) -> Iterator[Page | Fault]:  # fmt: skip
    """The pages of paths, of `-` (standard input) and of http(s) addresses, in their order.

    `outlet` and `published` are for pages that neither come with their own nor say so in their text. A folder gives its
    pages, JSON lines and archives, sorted by path, hidden ones left out; `passed` is told of its other files. What
    cannot be had is given as a `Fault` in its place.
    """
    passed = passed if passed is not None else PassedOver()
    fetcher: Any = None
    for source in sources:
        if source == "-":
            found: Iterable[Page | Fault] = [_standard_input()]
        elif source.lower().startswith(("http://", "https://")):
            from khabar.intake.fetch import Fetcher

            fetcher = fetcher or Fetcher()
            found = [fetcher.page(source)]
        elif is_address(source):
            found = [Fault(source, "khabar does not know this kind of address, only http and https")]
        else:
            found = _path(Path(source), passed)
        for page in found:
            yield page if isinstance(page, Fault) else _told(page, outlet, published)
    if fetcher is not None:
        fetcher.close()


def is_address(text: str) -> bool:
    """Whether a text begins as an address of whatever kind (`ftp://`)."""
    return re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE) is not None


def _told(page: Page, outlet: str | None, published: str | None) -> Page:
    return replace(page, fallback_outlet=outlet, fallback_published=published)


def _standard_input() -> Page | Fault:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    return Fault("-", TOO_LARGE) if len(data) > MAX_BYTES else Page("-", data)


def _path(path: Path, passed: PassedOver) -> Iterator[Page | Fault]:
    try:
        if path.is_dir():
            yield from _folder(path, passed)
        elif path.is_file():
            yield from _file(path)
        elif path.exists():
            yield Fault(_shown(path), "it is not a file")
        else:
            yield Fault(_shown(path), "there is no such file")
    except (OSError, ValueError) as error:
        yield Fault(_shown(path), _reason(error))


def _folder(folder: Path, passed: PassedOver) -> Iterator[Page | Fault]:
    """The pages of a folder and those in it, links to folders followed, each folder once."""
    known = PAGE_SUFFIXES + LINES_SUFFIXES + ARCHIVE_SUFFIXES
    faults: list[OSError] = []
    seen: set[Path] = set()
    empty = True
    for parent, folders, files in os.walk(folder, onerror=faults.append, followlinks=True):
        here = Path(parent).resolve()
        folders[:] = [] if here in seen else sorted(f for f in folders if not f.startswith("."))
        names = [] if here in seen else sorted(f for f in files if not f.startswith("."))
        seen.add(here)
        for name in names:
            if not name.lower().endswith(known):
                passed.add(Path(parent, name))
                continue
            empty = False
            yield from _path(Path(parent, name), passed)
    for error in faults:
        yield Fault(_shown(Path(error.filename or folder)), _reason(error))
    if empty and not faults:
        yield Fault(_shown(folder), f"there is no page in this folder ({', '.join(known)})")


def _file(path: Path) -> Iterator[Page | Fault]:
    name = path.name.lower()
    if name.endswith(LINES_SUFFIXES):
        yield from _lines(path)
    elif name.endswith(ARCHIVE_SUFFIXES):
        yield from _archive(path)
    elif path.stat().st_size > MAX_BYTES:
        yield Fault(_shown(path), TOO_LARGE)
    else:
        yield Page(_shown(path), path.read_bytes())


# --- JSON lines -------------------------------------------------------------------------------------------------


def _lines(path: Path) -> Iterator[Page | Fault]:
    """One page a line: `text`, and where known `url`, `outlet`, `headline`, `byline` and `date` or `published`."""
    number = 0
    with path.open("rb") as raw:
        stream: Any = gzip.GzipFile(fileobj=raw) if path.name.lower().endswith(".gz") else raw
        try:
            while line := stream.readline(MAX_BYTES + 1):
                number += 1
                if len(line) > MAX_BYTES:
                    yield Fault(f"{_shown(path)}:{number}", f"{TOO_LARGE}; the rest of the file is not read")
                    return
                if line.strip():
                    yield _line(f"{_shown(path)}:{number}", line)
        except (OSError, EOFError, zlib.error) as error:
            yield Fault(_shown(path), _broken("line", number, error))
            return
    if number == 0:
        yield Fault(_shown(path), "there is no line in this file")


def _line(name: str, line: bytes) -> Page | Fault:
    try:
        fields = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Fault(name, "the line is not JSON")
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        return Fault(name, 'the line has no field "text"')
    byline = fields.get("byline")
    if isinstance(byline, list):
        byline = "، ".join(str(b) for b in byline)
    told = {key: fields.get(key) for key in ("url", "outlet", "headline")}
    published = fields.get("published") or fields.get("date")
    known = {key: value.strip() for key, value in (told | {"byline": byline, "published": published}).items()
             if isinstance(value, str) and value.strip()}  # fmt: skip
    return Page(name, fields["text"], **known)


# --- web archives -----------------------------------------------------------------------------------------------


def _archive(path: Path) -> Iterator[Page | Fault]:
    """The HTML answers of a WARC file, in their order."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with path.open("rb") as stream:
        yield from _answers(path, stream, ArchiveIterator, WarcRecordType.response)


def _answers(path: Path, stream: BinaryIO, iterator: Any, kind: Any) -> Iterator[Page | Fault]:
    number = 0
    try:
        for record in iterator(stream, record_types=kind, parse_http=True, auto_decode="all", fsspec_args=False):
            number += 1
            http = record.http_headers
            if http is None or http.status_code != 200 or "html" not in (record.http_content_type or ""):
                continue
            url = record.headers.get("WARC-Target-URI", "").strip("<>") or None
            name = url or f"{_shown(path)}:{number}"
            data = record.reader.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                yield Fault(name, TOO_LARGE)
            else:
                yield Page(name, decode_declared(data, http.get("Content-Type")), url=url)
    except (OSError, ValueError, EOFError, RuntimeError) as error:
        yield Fault(_shown(path), _broken("record", number, error))
        return
    if number == 0:
        yield Fault(_shown(path), "there is no answer of a web server in this archive")


def _shown(path: Path) -> str:
    """The path for messages and the store; bytes of a name that are no UTF-8 become `\ufffd`."""
    return os.fsencode(path).decode("utf-8", "replace")


def _broken(what: str, number: int, error: BaseException) -> str:
    """What is said of a file that could be read up to some line or record."""
    if number:
        return f"after {what} {number}: {_reason(error)}"
    return f"nothing in it can be read: {_reason(error).removeprefix('it cannot be read: ')}"


def _reason(error: BaseException) -> str:
    """One sentence for what the system says."""
    if isinstance(error, PermissionError):
        return "it may not be read (no permission)"
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return "the compressed data is damaged"
    if isinstance(error, EOFError):
        return "the compressed data breaks off"
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"it cannot be read: {' '.join(said.split()) or type(error).__name__}"
