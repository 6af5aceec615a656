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


def is_spied_for(mention: Mention, text: str) -> bool:
    """Whether a state is the one somebody spies for (`بتهمة التجسس لصالح إسرائيل`): no court of its own says so."""
    before = squeeze(text[max(mention.span.start - _BEFORE, 0) : mention.span.start]).split()
    spies = any(word.removeprefix("ب") in _SPYING for word in before[-3:])
    return mention.kind is MentionKind.PLACE and spies and before[-1] in _FOR


_SPYING, _FOR = word_list(__name__, "spying"), word_list(__name__, "for")
_BEFORE = 30
"""Letters before a state in which stands what is done for it."""


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
