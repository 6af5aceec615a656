"""Compiled lexicon tables, kept between runs in the user's cache folder and keyed by the content of their sources."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parent
"""The folder of the lexicon's text files."""

T = TypeVar("T")


@lru_cache(maxsize=1)
def cache_folder() -> Path:
    """Where compiled tables are kept: `KHABAR_CACHE`, else the platform's cache folder for khabar."""
    if given := os.environ.get("KHABAR_CACHE"):
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_cache_dir("khabar", appauthor=False))


def digest(sources: Iterable[Path]) -> str:
    """Sixteen hex digits over the names and bytes of files, in the order of their names."""
    sha = hashlib.sha256()
    for path in sorted(sources):
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


def cached(name: str, sources: Iterable[Path], build: Callable[[], T]) -> T:
    """What `build()` returns, from the cache where the same sources were compiled before.

    `sources` are all files whose content the result depends on, the module that builds it among them. The result must
    be picklable. A cache that cannot be read or written is passed over: it only costs the time to build.
    """
    path = cache_folder() / f"{name}-{digest(sources)}.pickle"
    with contextlib.suppress(OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError):
        return pickle.loads(path.read_bytes())  # type: ignore[no-any-return]
    value = build()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(pickle.dumps(value, protocol=5))
        Path(file.name).replace(path)
    return value
