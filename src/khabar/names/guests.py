"""Who is told with a country because he is not at home where the report is: embassies, envoys, strangers, occupiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.lexicon.words import word_list
from khabar.names.lexicon import INTERNATIONAL
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze

_ABROAD = word_list(__name__, "abroad")
_VISITORS = word_list(__name__, "visitors")
_STRANGERS = word_list(__name__, "strangers")
_OCCUPYING = word_list(__name__, "occupying")


def is_guest(mention: Mention) -> bool:
    """Whether a mention's country is not where the report is, or an adjective alone (`هدنة بوساطة أمريكية`).

    Of civilians without a name nothing but their nation is told where they are strangers (`خطف مجهولون مهندسا صينيا`).
    """
    if mention.kind is MentionKind.NATIONALITY or _is_occupier(mention):
        return True
    key = mention.actor or ""
    family, _, rest = key.partition("|")
    if family == "?office":
        return is_abroad(rest)
    if family == "?noun":
        plain = _STRANGERS.issuperset(mention.sectors) and not mention.text.startswith("ال")
        return plain or rest.partition("|")[0] in _VISITORS
    return any(key.partition("@")[0].endswith(body) for body in _ABROAD)


def is_abroad(key: str) -> bool:
    """Whether the key of an office is one of those held in another country (`ambassador`)."""
    return any(key.startswith(office) for office in _ABROAD)


def lands_of(mentions: Sequence[Mention]) -> Iterator[str]:
    """The countries that mentions tell of, one a mention; where Israel is the occupier it is Palestine's."""
    for mention in mentions:
        if mention.country and mention.country not in INTERNATIONAL:
            yield "PSE" if mention.country == "ISR" and _is_occupier(mention) else mention.country


def _is_occupier(mention: Mention) -> bool:
    """Whether words call somebody an occupier (`قوات الاحتلال`)."""
    return squeeze(mention.text).split()[-1] in _OCCUPYING
