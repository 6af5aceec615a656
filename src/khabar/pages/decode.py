"""Bytes to characters, and characters to clean ones: encodings, entities, presentation forms, marks of direction."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

from khabar.errors import PageError
from khabar.text.characters import is_arabic

LARGEST = 50 * 1024 * 1024
"""Pages of more bytes are refused."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{3,30})""", re.IGNORECASE)
_CONTROLS = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]"
)
# What no XML may hold, raw or as a numeric entity: lxml raises `ValueError` for it, some way after parsing.
_NOT_XML = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]"
    "|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:1?[0-8bcefBCEF]|1[9adAD]|[dD][89a-fA-F][0-9a-fA-F]{2}))\\b;?"
)
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_SPACES = re.compile(r"[^\S\n]+")
_PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "ۀ": "ة", "ە": "ه"})
# Letters that only Persian, Urdu or Kurdish write: where they stand, ya and kaf are not an Arabic printer's slip.
_FOREIGN = re.compile("[پچژگٹڈڑںےۓھڕڵۆێ]")
_COMMON = re.compile(r"\b(?:في|من|على|إلى|الى|أن|ان|التي|الذي|هذا|عن|مع|قال|بعد|و\w+)\b")


def decode(data: bytes) -> str:
    """The characters of a page's bytes.

    A byte order mark decides, then UTF-8 where the bytes are that (a few broken ones allowed), then the charset the
    page declares, then whichever of windows-1256 and ISO-8859-6 gives more common Arabic words. Raises `PageError` for
    nothing at all, too much, and what is no text.
    """
    if not data.strip():
        raise PageError("the file is empty")
    if len(data) > LARGEST:
        raise PageError(f"the file is too large ({len(data) // 2**20} MB; {LARGEST // 2**20} MB at most)")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    if b"\0" in data[:4096]:
        return _wide(data)
    text = _utf8(data)
    if text is not None:
        return text
    declared = _DECLARED.search(data[:4096])
    names = [declared[1].decode("ascii")] if declared else []
    candidates = [t for t in (_try(data, n) for n in [*names, "windows-1256", "iso-8859-6"]) if t is not None]
    best = max(candidates, key=lambda t: len(_COMMON.findall(t[:20000])), default=None)
    if best is None or not is_arabic(best) or _control_share(best) > 0.05 or not _has_blanks(best):
        raise PageError("the file is neither UTF-8 nor an Arabic code page: broken or no text")
    return best


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, told by where the zero bytes stand; anything else with zero bytes is binary."""
    sample = data[:4096]
    for name, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[offset::2].count(0) > len(sample) / 20 and sample[1 - offset :: 2].count(0) < len(sample) / 100:
            text = _try(data, name)
            if text is not None and is_arabic(text):
                return text
    raise PageError("the file is binary, not text")


def _utf8(data: bytes) -> str | None:
    """UTF-8, with at most one broken place in a thousand characters; None where it is something else."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return text.replace("\ufffd", "") if broken <= max(3, len(text) // 1000) and is_arabic(text) else None


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name, errors="replace")
    except LookupError:
        return None


def _control_share(text: str) -> float:
    sample = text[:5000]
    bad = sum(c == "\ufffd" or (unicodedata.category(c) == "Cc" and c not in "\n\r\t") for c in sample)
    return bad / max(len(sample), 1)


def _has_blanks(text: str) -> bool:
    """Whether blanks stand in it as between words: bytes of a picture, read as an Arabic code page, have few."""
    sample = text[:5000]
    return len(sample) < 200 or sum(c.isspace() for c in sample) > len(sample) / 33


def unscramble(text: str) -> str:
    """Text that was once decoded as Western (`Ø§Ù„` for `ال`, `Çá` for `ال`), set right; other text as it is."""
    try:
        data = b"".join(_western(c) for c in text)
    except UnicodeEncodeError:
        return text
    for name in ("utf-8", "windows-1256"):
        try:
            found = data.decode(name)
        except UnicodeDecodeError:
            continue
        if len(_COMMON.findall(found)) * 40 > len(found.split()):
            return found
    return text


def _western(character: str) -> bytes:
    """The byte of a character in windows-1252, where its five gaps hold the control of the same number."""
    return bytes([ord(character)]) if ord(character) < 256 else character.encode("cp1252")


def parsable(markup: str) -> str:
    """HTML without the characters that its parser takes and then cannot hold."""
    return _NOT_XML.sub("", markup)


def clean(text: str) -> str:
    """`text` with entities, presentation forms and Persian letters as Arabic prints them, without marks of direction.

    Words stay as they are printed, vowel marks and tatweel with them; blanks are evened, lines are kept.
    """
    text = html.unescape(text) if "&" in text else text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _CONTROLS.sub("", text)
    text = _FORMS.sub(lambda m: unicodedata.normalize("NFKC", m.group()).replace(" ", ""), text)
    text = unicodedata.normalize("NFC", text)
    if not _FOREIGN.search(text):
        text = text.translate(_PERSIAN)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))
