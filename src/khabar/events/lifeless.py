"""Who can do what an event tells: people, bodies and weapons, and no things, where a verb has its subject."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.events.types import BETWEEN
from khabar.records import MentionKind
from khabar.text.characters import squeeze
from khabar.text.phrases import Phrase
from khabar.text.wordlist import VERBAL_NOUN, known_word

_UTTERED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""Types that things are often the subject of in print by mistake only: their subject must stand beside the verb."""
_WILLED = frozenset({"CONCEDE", "RETREAT", "PROTEST"})
"""Types that things are the subject of in figures of speech only (`استجابت أرضية الملعب للتحسينات`)."""
_BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""Types that weapons, attacks and bodies do as well (`أصابت قذيفة منزلا`), but no campaigns or dangers."""
_SOMEBODY = ("speakers", "bodies", "officials", "forces", "parties", "security", "machines", "meetings")
_FORCES = (
    *_SOMEBODY,
    "agents",
    "armed",
    "arsenal",
    "deeds",
    "fighters",
    "fugitives",
    "operations",
    "rioters",
    "troops",
    "weapons",
)
"""Classes of who does things by force, and of what does."""


def is_done_by_things(draft: Draft) -> bool:
    """Whether the subject of a verb is a thing and it tells no deed (`التطبيق يدعم لغات`, `المسابقة تستهدف الشباب`)."""
    if draft.type in BETWEEN and _by_things(draft, _SOMEBODY):
        return True
    if not _has_near_subject(draft):
        return False
    if draft.type in _UTTERED:
        return _by_things(draft, _SOMEBODY)
    if draft.type in _WILLED:
        return _by_things(draft, _FORCES)
    clause = draft.trigger.clause
    if draft.type not in _BY_FORCE or clause is None or draft.size or not draft.actors:
        return False  # an attack that does something (`الهجوم استهدف`) is no actor of it
    return not clause.subject[0].person and _by_things(draft, _FORCES)


def _by_things(draft: Draft, kinds: Sequence[str]) -> bool:
    """Whether the subject of a verb is a thing, where only people and bodies (classes `kinds`) can do what it tells.

    `التطبيق يدعم لغات كثيرة`, `بما لا يقبل الجدل`.
    """
    clause, scene = draft.trigger.clause, draft.scene
    doer = (*draft.sense.frame.get("actor", ()), *draft.sense.frame.get("both", ()))
    if clause is None or clause.verb is None or not clause.subject or draft.passive or "subj" not in doer:
        return False
    if clause.verb.tense == "participle":
        return False  # `قال في هذا الإطار إن الممارسات مرفوضة، منوها بموقف الحكومة`: its subject is often far off
    for phrase in clause.subject:
        words = scene.words[phrase.inner : phrase.head + 1]
        if phrase.mentions or _is_surname(phrase, scene) or any(scene.is_one_of(w, kinds) for w in words):
            return False
        alone = draft.type in _UTTERED | _BY_FORCE and words[-1].norm.endswith("ي")
        if words[-1].norm.endswith(("ون", "و")) or alone:
            return False  # `المضربون`, `مصنعو البلاستيك`, `دعا أخصائي`, `ثلاثيني يقتل`
        if phrase.number == "counted" or words[-1].kind not in ("noun", "adj") or words[-1].norm.startswith("ايا"):
            return False  # `ووعد بمنح المنطقة سبعة ملايين يورو`, `اللجوء الذي منحته إياه`
    return True


def _is_surname(phrase: Phrase, scene: Scene) -> bool:
    """Whether a phrase is one word and the last name of somebody whom the report names in full (`وحذر الأحمد`).

    A lone word that print does not know is one as well (`وأشاد الضاهر`): things have common names.
    """
    if phrase.end != phrase.inner + 1:
        return False
    word = scene.words[phrase.inner]
    norm = word.norm
    unknown = known_word(norm) == known_word(word.bare) == 0 and not VERBAL_NOUN.match(word.bare)
    if unknown and not scene.is_one_of(word, scene.classes):
        return True
    named = (m for m in scene.mentions if m.kind is MentionKind.PERSON and " " in m.text)
    return any(squeeze(m.text.rsplit(maxsplit=1)[-1]) == norm for m in named)


def _has_near_subject(draft: Draft) -> bool:
    """Whether the subject of a finite verb stands right before or behind it (`هوايته تهدد`, `يهدد التلوث`)."""
    clause = draft.trigger.clause
    if clause is None or clause.verb is None or clause.verb.tense == "participle" or not clause.subject:
        return False
    near = draft.scene.phrases[max(clause.index - 2, 0) : clause.index + 2]
    return any(clause.subject[0] is p for p in near)
