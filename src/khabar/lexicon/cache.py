"""Compiled lexicon tables, kept between runs in the user's cache folder and keyed by the content of their sources."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import io
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from khabar.errors import LexiconError

ROOT = Path(__file__).parent
"""The folder of the lexicon's text files."""

PARTS = ("events", "sources", "places")
"""The folders in it that another lexicon must have too."""

T = TypeVar("T")
_FORMAT = 2
"""How tables are written; one more where that changes, so that older files are not read."""


@lru_cache(maxsize=1)
def cache_folder() -> Path:
    """Where compiled tables are kept: `KHABAR_CACHE`, else the platform's cache folder for khabar."""
    if given := os.environ.get("KHABAR_CACHE"):
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_cache_dir("khabar", appauthor=False))


def check_folder(root: Path) -> None:
    """Raise `LexiconError` for a folder that holds no lexicon."""
    if missing := [part for part in PARTS if not (root / part).is_dir()]:
        raise LexiconError(f"{root}: it is no lexicon, it has no folder {missing[0]!r}")


def digest(sources: Iterable[Path]) -> str:
    """Sixteen hex digits over the names and bytes of files and of all word lists, in the order of their names."""
    sha = hashlib.sha256()
    for path in sorted({*sources, *(ROOT / "words").glob("*.toml")}):
        sha.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()[:16]


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking what is loaded inside, then and ever after.

    The tables are hundreds of thousands of objects that stay as long as the process does and hold no cycles.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


class _Pickler(pickle.Pickler):
    """Writes a frozen dataclass as its class and values, which is read in a tenth of the time of the usual way.

    The usual one (`dataclasses._dataclass_setstate`) lists the fields of the class anew for each of the tens of
    thousands of objects.
    """

    def reducer_override(self, obj: object) -> Any:
        if isinstance(obj, type) or not is_dataclass(obj):
            return NotImplemented
        values = fields(obj)
        if any(not f.init or f.kw_only for f in values):
            return NotImplemented
        return type(obj), tuple(getattr(obj, f.name) for f in values)


def _pickled(value: object) -> bytes:
    out = io.BytesIO()
    _Pickler(out, protocol=5).dump(value)
    return out.getvalue()


def cached(name: str, sources: Iterable[Path], build: Callable[[], T]) -> T:
    """What `build()` returns, from the cache where the same sources were compiled before.

    `sources` are all files whose content the result depends on, the module that builds it among them. The result must
    be picklable. A cache that cannot be read or written is passed over: it only costs the time to build.
    """
    path = cache_folder() / f"{name}-{digest(sources)}.{_FORMAT}.pickle"
    with contextlib.suppress(OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError):
        return pickle.loads(path.read_bytes())  # type: ignore[no-any-return]
    value = build()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(_pickled(value))
        Path(file.name).replace(path)
    return value
