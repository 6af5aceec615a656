"""Things: what force is used on, given or seized that is nobody, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import genitive
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.nouns import possessed
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.wordlist import VERBAL_NOUN, known_word

if TYPE_CHECKING:
    from khabar.events.draft import Draft


_NO_OWNERS = frozenset({MentionKind.PLACE, MentionKind.NATIONALITY})
_MANNED = word_list(__name__, "manned")
_NETS = word_list(__name__, "nets")
_UNITS = word_list(__name__, "units")
_SITES = word_list(__name__, "sites")
_HIT = ("place_nouns", "premises", "settlements")
"""Classes of what is hit for whose it is as well: towns, hotels, markets."""
_PROPERTY = ("roads", "crossings", "passages", "goods", "contraband", "belongings", "documents", "funds", "relief")


def is_unpeopled(draft: Draft, phrase: Phrase) -> bool:
    """Whether what force is used on is a building, way, store or good of nobody's, or a place that is taken.

    `أحرقوا كنيسة`, `سيطر على المدينة`: it tells two attacks apart and where they were, and is no party to them.
    """
    scene = draft.scene
    if any(w.bare in _UNITS for w in scene.words[phrase.inner : min(phrase.inner + 3, phrase.end)]):
        return True  # `نصف طن من الحشيش`
    if phrase.person or any(scene.mentions[n].kind not in _NO_OWNERS for n in phrase.mentions):
        return False
    owners = genitive(scene, [phrase])
    if owners and (can_be_told(scene, owners[0]) or head_keys(scene, owners[0]) & scene.classes["media"]):
        return False  # `مبنى البلدية`, `مقر الإذاعة`
    keys = head_keys(scene, phrase)
    if "arrest" in draft.modes and keys & _NETS:
        return False  # `ضبطت الشرطة شبكة تهريب`
    if draft.type == "COERCE" and (is_property(scene, phrase) or _is_closed(draft, phrase) or _is_taken(draft, phrase)):
        return True
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    if {"dead", "injured"} & set(draft.sense.size):
        return False  # `حصد التفجير أرواح ثلاثين مصليا`
    if draft.type == "ASSAULT" and not phrase.possessed and _is_held_place(scene, keys):
        return after is None or after.prep != "ل"
    return bool(keys & scene.classes["unpeopled"])


def _is_closed(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase names a way or crossing that is closed (`أغلق معبر رفح`, `أعادت إغلاق حدودها`)."""
    ways = draft.scene.classes["crossings"] | draft.scene.classes["passages"] | draft.scene.classes["roads"]
    words = (draft.scene.words[phrase.inner], draft.scene.words[phrase.head])
    return "arrest" not in draft.modes and any({*noun_keys(w.bare)} & ways for w in words)


def _is_taken(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase names a place or thing that is taken (`سيطر على المدينة`, `غنموا مدفعا`), and no body."""
    if "seize" not in draft.modes or phrase.who not in (None, MentionKind.PLACE) or phrase.possessed or phrase.suffix:
        return False
    classes, keys = draft.scene.classes, head_keys(draft.scene, phrase)
    owned = classes["funds"] | classes["belongings"]
    if any({*noun_keys(draft.scene.words[i].bare)} & owned for i in draft.trigger.words):
        return False  # `تجميد أموال شخصيات`
    country = phrase.who is MentionKind.PLACE and not is_mere_place(draft.scene, phrase)
    somebody = classes["bodies"] | classes["media"] | classes["premises"] | classes["machines"]
    return not country and not keys & (somebody | _MANNED)


def is_property(scene: Scene, phrase: Phrase) -> bool:
    """Whether what is seized, closed or forbidden is a thing, a way or a deed, and nobody it could be done to."""
    if phrase.person or phrase.possessed or phrase.who not in (None, MentionKind.UNNAMED):
        return False
    first = scene.words[phrase.head]
    keys = {*noun_keys(first.bare)}
    things = frozenset().union(*(scene.classes[c] for c in (*_PROPERTY, "arms", "weapons", "arsenal")))
    crewed = scene.classes["machines"] | _MANNED
    if keys & (scene.classes["media"] | scene.classes["bodies"] | scene.classes["premises"] | crewed):
        return False
    deed = VERBAL_NOUN.match(first.bare) is not None and scene.atoms[phrase.head] < 0
    counted = phrase.number == "counted"  # `إيقاف أربعة أنفار`
    return bool(keys & things) or (deed and not first.definite and not counted)


def _is_held_place(scene: Scene, keys: set[str]) -> bool:
    """Whether a noun names positions, a town or premises, which are hit for whose they are."""
    return bool(keys & _SITES) or any(keys & scene.classes[c] for c in _HIT)


def whose(scene: Scene, phrase: Phrase) -> Mention | None:
    """Whose a thing is: its genitive or what `ل` brings in, where that is people; or None."""
    owners = genitive(scene, [phrase])
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    if not owners and after is not None and after.prep == "ل":
        owners = [after]
    ways = scene.classes["roads"] | scene.classes["crossings"] | scene.classes["passages"]
    first = scene.words[phrase.head].bare
    if VERBAL_NOUN.match(first) is not None or {*noun_keys(first)} & ways:
        return None  # `معبر غلام خان`
    return scene.mention(owners[0]) if owners and owners[0].person else None


def at_whose_home(scene: Scene, phrase: Phrase) -> Mention | None:
    """Whose the home is that is raided, searched or set on fire (`منزل المحامي سالم حمد`), or None."""
    if scene.words[phrase.head].bare not in _HOMES or phrase.possessed:
        return None
    owners = genitive(scene, [phrase])
    return scene.mention(owners[0]) if owners and owners[0].person else None


_HOMES = word_list(__name__, "homes")


def in_hands(scene: Scene, phrase: Phrase) -> Phrase:
    """Who holds what fell into their hands (`سقوط المدينة بيد المتمردين`); a phrase of anything else as it is."""
    held = scene.words[phrase.inner].bare in _HANDS and phrase.prep in ("ب", "في")
    owners = genitive(scene, [phrase]) if held else []
    return owners[0] if owners and owners[0].person else phrase


_HANDS = word_list(__name__, "hands")


def who_protests(scene: Scene, phrase: Phrase) -> Mention | None:
    """Whose protest it is that force is used on (`قمعت الشرطة مظاهرة للخريجين`), or None."""
    after = next((p for p in scene.phrases if p.start == phrase.end and p.prep == "ل"), None)
    owners = genitive(scene, [phrase]) or ([after] if after is not None else [])
    return scene.mention(owners[0]) if owners and owners[0].person else None


def is_built(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is what is built or planned, and nobody whose matter it is (`بناء القاعدة`, `مشروع السد`)."""
    before = scene.words[phrase.inner - 1].bare if phrase.inner else ""
    lone = phrase.end == phrase.inner + 1 and scene.mention(phrase).actor == "?group"
    return before in ("بناء", "اقامه", "انشاء", "تشييد") or (before == "مشروع" and lone)


def is_given(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is money, arms or relief, and nobody who gets them."""
    things = scene.classes["relief"] | scene.classes["funds"] | scene.classes["arms"]
    return not phrase.person and bool({*noun_keys(scene.words[phrase.inner].bare)} & things)


def is_thing(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase names a weapon, or the place of an attack rather than what it hit."""
    scene = draft.scene
    words = scene.words[phrase.inner : phrase.end]
    keys = {key for w in (scene.words[phrase.start], scene.words[phrase.head]) for key in noun_keys(w.bare)}
    if keys & (scene.classes["weapons"] | scene.classes["props"]) and not _is_branch(scene, phrase):
        return True
    if any(w.bare.startswith(("مفخخ", "ملغوم", "ناسف")) for w in words):
        return True
    number = scene.atoms[phrase.head]
    place = number >= 0 and scene.mentions[number].kind is MentionKind.PLACE
    if phrase.prep == "علي" and keys & {"طريق", "حدود", "جبهه"}:
        return True  # `إطلاق نار على طريق`
    if phrase.prep not in ("في", "قرب", "ب"):
        return False
    return place or are_places(scene, phrase) or bool(keys & scene.classes["place_nouns"])


def are_places(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names several towns or the like, and nobody (`حملة اعتقالات في عدد من مدن الضفة`)."""
    words = scene.words[phrase.inner : phrase.inner + 3]
    several = len(words) > 2 and words[0].bare in particles().quantifiers and words[1].norm == "من"
    return several and bool({*noun_keys(words[2].bare)} & scene.classes["settlements"])


def _is_branch(scene: Scene, phrase: Phrase) -> bool:
    """Whether `سلاح` is a branch of the forces, and no weapon (`سلاح الجو`)."""
    words = scene.words[phrase.head : phrase.head + 2]
    return len(words) == 2 and words[0].bare == "سلاح" and words[1].definite and words[1].bare in _BRANCHES


_BRANCHES = word_list(__name__, "branches")


def can_be_told(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase without a mention is a body or office that can be spoken to or of (`شركة الكهرباء`)."""
    keys = {*noun_keys(scene.words[phrase.head].bare)}
    return bool(keys & (scene.classes["bodies"] | scene.classes["officials"]))


def may_be_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase without a mention may be people all the same: counted, two, all, many, or a name nobody knows.

    `البلدين`, `الجميع`, `المهنئين`; but neither `أبرز الصعوبات` nor `الخطط الرامية`.
    """
    head = scene.words[phrase.head]
    if phrase.number in ("counted", "du") or {head.norm, scene.words[phrase.inner].norm} & particles().amounts:
        return True
    many = head.definite and len(head.bare) > 6 and head.bare.endswith(("ين", "ون"))
    classes = scene.classes
    pointed = int(head.kind == "dem" and phrase.head + 1 < phrase.end)  # `تلك الكتيبة`
    words = scene.words[phrase.inner : phrase.head + 1 + pointed]
    keys = {key for w in words for key in noun_keys(w.bare)} - particles().ranks
    told = keys & frozenset().union(*(classes[c] for c in _SOMEBODY))
    told -= classes["media"] | classes["documents"]
    return many or bool(told) or known_word(head.bare) == known_word("ال" + head.bare) == 0


_SOMEBODY = ("speakers", "bodies", "parties", "settlements", "premises", "machines")
"""Classes of who can take part in what is done to each other, and of what has people in it."""


def is_anybody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is `أحد` alone, which stands for nobody where something is denied (`لم تعتقل الشرطة أحدا`)."""
    alone = phrase.end == phrase.inner + 1 and not phrase.mentions
    return alone and scene.words[phrase.inner].norm in ("احد", "احدا")


def is_mere_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a town or region that stands for nobody, as a state or capital does."""
    number = scene.atoms[phrase.head]
    if number < 0 or scene.mentions[number].kind is not MentionKind.PLACE:
        return False
    mention = scene.mentions[number]
    country = mention.place is not None and len(mention.place) == 3
    return mention.actor in (None, "?place") and not country


def head_keys(scene: Scene, phrase: Phrase) -> set[str]:
    """The forms that the head of a phrase may be listed under."""
    return {*noun_keys(scene.words[phrase.head].bare)}


def is_no_partner(scene: Scene, phrase: Phrase, first: Phrase) -> bool:
    """Whether what `و` joins to people or a place is one more deed, or one more place, and nobody.

    `تدريب المقاتلين وتزويد الجيش بالعتاد`, `دوريات بين طنجة وطريفة`.
    """
    if scene.atoms[phrase.head] >= 0 or phrase.person:
        return False
    word = scene.words[phrase.inner]
    deed = VERBAL_NOUN.match(word.bare) is not None
    place = first.who is MentionKind.PLACE and phrase.end == phrase.inner + 1
    return not word.definite and (place or (first.person and deed))


_SHARE = word_list(__name__, "share")


def names_nobody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a word of grammar, a manner, a measure or a mere share, and no participant at all.

    `جاء ذلك`, `على غرار الهجوم`, `قطرها كيلومتر`, `16% يعارضون`, `شابا مستقيما`, `انتقاما لمقتله`.
    """
    word, first = scene.words[phrase.head], scene.words[phrase.inner]
    if phrase.end == phrase.inner + 1 and word.norm in particles().name_nobody:
        return True
    if phrase.prep in ("علي", "في") and not first.definite and {*noun_keys(first.bare)} & scene.classes["means"]:
        return True
    if scene.atoms[phrase.head] >= 0 or phrase.mentions:
        return False
    if not word.definite and {*noun_keys(word.bare)} & scene.classes["measures"]:
        return True
    if word.kind == "num" and (word.norm[-1:] in _SHARE or _is_share(scene, phrase.end)):
        return True
    if phrase.end > phrase.inner + 1 or phrase.person:
        return False
    if word.norm in particles().adverbs and word.norm.endswith("ا"):
        return True  # `تفجير السفارة انتقاما لمقتله`
    if not word.definite and "\u064b" in word.token.text[-2:] and word.adjectival:
        return True
    before = scene.words[phrase.inner - 1] if phrase.inner > 0 and not phrase.prep and not phrase.conj else None
    if before is None:
        return False
    # `زيارته الأخيرة`: what describes a deed.
    deed = before.index in scene.event_words and possessed(before) and before.participle is None
    return deed and word.definite and not word.norm.endswith(("ين", "ان", "ون", "ات"))


def _is_share(scene: Scene, i: int) -> bool:
    """Whether a sign or words for a share stand at word `i` (`في المائة`)."""
    after = [w.norm for w in scene.words[i : i + 2]]
    return not _SHARE.isdisjoint(after[:1]) or after in (["في", "المءه"], ["في", "الماءه"])
