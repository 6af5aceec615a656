"""Participants: the mention that a phrase in a slot gives to a role, and whether it can play it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.able import are_many, are_people, can_do, can_speak, may_send
from khabar.events.apposed import in_apposition
from khabar.events.condemned import whose_force
from khabar.events.lexicon import noun_keys
from khabar.events.nobody import is_no_speaker
from khabar.events.onlookers import looks_on
from khabar.events.scene import Scene
from khabar.events.scenery import is_land, is_named_after, is_scene, is_scene_of, is_somewhere
from khabar.events.standing import antecedent
from khabar.events.theirs import owner_of_site
from khabar.events.things import (
    are_places,
    at_whose_home,
    can_be_told,
    head_keys,
    in_hands,
    is_built,
    is_given,
    is_mere_place,
    is_property,
    is_thing,
    is_unpeopled,
    may_be_somebody,
    names_nobody,
    who_protests,
    whose,
)
from khabar.events.trigger import genitive
from khabar.events.types import BETWEEN, FORCE, JUDGING, SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.particles import particles, periods
from khabar.text.phrases import Phrase
from khabar.text.wordlist import VERBAL_NOUN

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def _is_complement(scene: Scene, phrase: Phrase) -> bool:
    """Whether what stands right before a phrase names a deed that it belongs to (`ضد الغارات على المدينة`)."""
    before = next((p for p in scene.phrases if p.end == phrase.start), None)
    return before is not None and before.prep == "ضد" and before.head in scene.event_words


_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.GROUP, MentionKind.OFFICE, MentionKind.UNNAMED, MentionKind.PLACE})


def participant(draft: Draft, phrase: Phrase, recipient: bool, slot: str) -> Mention | None:
    """The mention a phrase gives to a role, or None where it names nobody.

    A pronoun stands for the nearest person before it that agrees. What a speech act is about is no recipient itself,
    but whose it is (`أشاد بجهود اللجنة`); only who is asked, accused or threatened is its object (`دعا الأطراف إلى`).
    """
    somebody = not phrase.suffix and (phrase.person or bool(phrase.mentions))
    if recipient and slot == "من" and "seize" in draft.modes and not somebody:
        return None  # `السيطرة على المدينة من جهة الشمال`
    if phrase.suffix:
        beside = recipient and slot == "ل" and draft.type == "SUPPORT" and is_of_occasion(draft, phrase)
        return None if beside else antecedent(draft, phrase)  # `أعرب خلال استقبال الملك له عن شكره`
    phrase = in_hands(draft.scene, phrase)
    if _is_no_participant(draft, phrase, slot):
        return None
    return _recipient(draft, phrase, slot) if recipient else _actor(draft, phrase, slot)


def _is_no_participant(draft: Draft, phrase: Phrase, slot: str) -> bool:
    """Whether a phrase takes part in no event, whatever its role: a time, a manner, nobody in particular."""
    scene = draft.scene
    if names_nobody(scene, phrase):
        return True
    if scene.atoms[phrase.head] < 0 and {*noun_keys(scene.words[phrase.head].bare)} & periods():
        return True
    if _is_stranded(draft, phrase) or _is_time(draft, phrase) or (draft.type in FORCE and _is_quality(draft, phrase)):
        return True
    if "اي" in (scene.words[phrase.inner].norm, scene.words[max(phrase.inner - 1, 0)].norm):
        return True  # `إصابة أي عسكري`: nobody in particular
    return slot == "gen" and draft.type == "CONSULT" and "visit" in draft.modes and _is_kind(scene, phrase)


def _actor(draft: Draft, phrase: Phrase, slot: str) -> Mention | None:
    """The mention of who does it that a phrase gives, or None."""
    scene = draft.scene
    strikers = draft.type == "PROTEST" and are_many(scene, phrase)
    if slot == "gen" and not strikers and not can_do(scene, phrase):
        return None
    if slot == "subj" and draft.type not in SPOKEN and scene.words[phrase.inner].bare in ("مصدر", "مصادر"):
        return None  # `أعلن مصدر فرنسي طرد الدبلوماسيين`
    if slot == "subj" and draft.type in ("ASSAULT", "COERCE") and _is_deed(scene, phrase):
        return None  # `الجريمة التي استهدفت`
    if draft.type == "ASSAULT" and looks_on(scene.mention(phrase), scene.classes):
        return None  # `أضاف الدفاع المدني أن فرقه وصلت، كما قتل مدنيين اثنين`
    arms = not scene.classes["weapons"].isdisjoint(noun_keys(scene.words[phrase.head].bare))
    if slot == "subj" and draft.type == "COERCE" and arms:
        return None  # `أُطلق عليه الرصاص واعتقل`
    homes = scene.words[phrase.inner].bare in ("منازل", "منزل", "بيوت") and not phrase.prep
    if slot == "subj" and "arrest" in draft.modes and homes:
        return None  # `داهمت المنازل، ثم اعتقلت سبعة`
    if is_mere_place(scene, phrase) or is_scene_of(draft, phrase, slot) or is_no_speaker(draft, phrase):
        return None  # `طالب بالتدخل العاجل`
    if draft.type in SPOKEN and {*noun_keys(scene.words[phrase.head].bare)} & scene.classes["documents"]:
        owners = genitive(scene, [phrase])
        if owners and owners[0].person:
            return scene.mention(owners[0])  # `طالب بيان الحزب`
        if (issuer := _issuer(scene, phrase)) is not None:
            return issuer
    spoken = draft.type in SPOKEN or draft.type == "CONSULT"
    if draft.trigger.kind == "verb" and spoken and not can_speak(scene, phrase):
        return None
    if slot == "من" and draft.type == "ASSAULT" and is_land(scene, phrase):
        return None  # `إطلاق صواريخ من جنوب لبنان`
    if slot in ("من", "ل", "ب") and not phrase.person:
        found = scene.mention(phrase)
        if slot == "ل" and "both" in draft.sense.frame and scene.words[phrase.inner].bare in particles().states:
            return found  # `اجتماع لدول غرب أفريقيا`
        somebody = scene.atoms[phrase.head] >= 0 or can_be_told(scene, phrase)
        noun = scene.words[draft.trigger.words[0]]
        body = slot == "من" and draft.type in SPOKEN | {"AID"} and may_send(scene, phrase, noun.definite)
        return found if body or (found.country is not None and somebody) else None
    if _is_other_deed(draft, phrase, acts=True):
        return None
    sent = slot == "obj" and "obj" in draft.sense.frame.get("actor", ())  # `أوفد الأمير مساعده`
    somebody = slot == "subj" or sent or _is_somebody(scene, phrase) or may_be_somebody(scene, phrase)
    if draft.type in BETWEEN and not somebody:
        return None
    return scene.mention(phrase)


def _recipient(draft: Draft, phrase: Phrase, slot: str) -> Mention | None:
    """The mention of whom it is done to that a phrase gives, or None."""
    scene = draft.scene
    if _is_no_recipient(draft, phrase, slot) or _is_of_content(draft, phrase, slot):
        return None
    if (owner := owner_of_site(draft, phrase)) is not None:
        return owner
    place = phrase.who is MentionKind.PLACE and draft.type in SPOKEN and scene.atoms[phrase.head]
    if place and place >= 0 and is_named_after(scene, phrase, place):
        return None  # `رحب الوزير باتفاق الرياض`
    opposed = draft.type == "PROTEST" and slot in ("علي", "ضد")
    if draft.type in FORCE and slot in _DONE and (host := at_whose_home(scene, phrase)) is not None:
        return host  # `داهمت الشرطة منزل المحامي`
    if draft.type == "COERCE" and slot in _DONE and draft.actors and is_property(scene, phrase):
        return whose(scene, phrase)  # `صادرت لافتات المحتجين`, `أغلقت المعبر`
    if opposed and slot == "علي" and _is_complement(scene, phrase):
        return None  # `ضد الغارات على المدينة`
    if opposed and {*noun_keys(scene.words[phrase.inner].bare)} & scene.classes["deaths"]:
        return None  # `احتجاجا على اغتيال القيادية`
    asked = _is_addressed(draft) and slot == "obj" and phrase.head not in scene.event_words
    asked = asked or (draft.type == "ACCUSE" and slot in ("مع", "بحق"))  # `فتح تحقيقا مع القبطان`
    if (opposed or draft.type in SPOKEN) and scene.atoms[phrase.head] < 0 and not asked:
        return whose_matter(draft, phrase, opposed)
    crowd = scene.words[phrase.head].bare not in ("تجمع", "تجمعات") and phrase.head in scene.event_words
    rallies = scene.classes["rallies"] | {"انتفاضه", "انتفاضات"}
    if draft.type in FORCE and slot == "obj" and crowd and head_keys(scene, phrase) & rallies:
        return who_protests(scene, phrase)
    if _is_other_deed(draft, phrase) or (slot == "gen" and draft.type == "REJECT" and is_built(scene, phrase)):
        return None
    somebody = _is_somebody(scene, phrase)
    if draft.type == "PROTEST" and not somebody:
        return None  # `أغلقوا مداخل المرفأ`
    if slot != "subj" and draft.type in BETWEEN and not somebody and not may_be_somebody(scene, phrase):
        owners = genitive(scene, [phrase])  # `زار منزل الأسرة`, but `أبرز الصعوبات`
        return scene.mention(owners[0]) if owners and owners[0].person else None
    if draft.type == "RETREAT" and slot == "من" and phrase.who is None:
        return None  # `انسحبت القوات من القاعدة`
    if is_no_speaker(draft, phrase):
        return None  # `ناشد الأهالي مرارا`
    body = draft.type == "ASSAULT" and head_keys(scene, phrase) & scene.classes["remains"]
    if body and (owners := genitive(scene, [phrase])):
        return scene.mention(owners[0])  # `شيعوا جثمان الصحفية التي قتلت`
    found = scene.mention(phrase)
    if draft.type in FORCE and is_unpeopled(draft, phrase):
        scene.unpeopled.add(found.span)
    return found


def _is_no_recipient(draft: Draft, phrase: Phrase, slot: str) -> bool:
    """Whether a phrase is the aim, the occasion or the gift, or stands beside the recipient, and is not he."""
    scene = draft.scene
    if slot == "ل" and draft.type == "SUPPORT" and is_of_occasion(draft, phrase):
        return True
    if slot == "ل" and draft.type == "CONSULT" and not phrase.person and not phrase.mentions:
        return True  # `يزور القاهرة لإجراء محادثات`
    if slot == "ل" and draft.type in ("AID", "COOPERATE", "CONSULT") and _is_aim(scene, phrase):
        return True  # `تلقى منحة لدعم الموازنة`
    if slot == "الي" and draft.trigger.kind == "noun" and scene.words[phrase.inner].norm == "جانب":
        return True  # `في هذه الزيارة إلى جانب الوزير`: beside him
    if slot == "في" and are_places(scene, phrase):
        return True
    elsewhere = len(draft.sense.frame.get("recipient", ())) > 1
    if slot == "obj" and elsewhere and draft.type == "AID" and is_given(scene, phrase):
        return True  # `منحت داكار تعويضات`
    if slot == "obj" and in_apposition(draft, phrase):
        scene.apposed.add(scene.mention(phrase).span)
        return True
    return False


def _is_of_content(draft: Draft, phrase: Phrase, slot: str) -> bool:
    """Whether a phrase belongs to what is asked, threatened or blamed, or says where, and is nobody spoken to."""
    scene = draft.scene
    deed = not phrase.person and not phrase.mentions and VERBAL_NOUN.match(scene.words[phrase.head].bare) is not None
    owned = scene.atoms[phrase.head] < 0 and VERBAL_NOUN.match(scene.words[phrase.inner].bare) is not None
    if _is_addressed(draft) and slot == "obj" and (deed or owned) and "من" in draft.slots:
        return True  # `طالبت من الحكومة تسليم نجل الرئيس`
    asks_by = (g[0].start < phrase.start for g in draft.slots.get("ب", ()))
    if draft.type == "REQUEST" and slot == "من" and draft.trigger.kind == "verb" and any(asks_by):
        return True  # `طالب بانسحاب القوات من المدينة`
    if draft.type == "REQUEST" and slot == "obj" and deed and not can_be_told(scene, phrase):
        return True  # `دعوا إلى عدم التضحية`
    return slot == "ب" and draft.type in SPOKEN and is_somewhere(scene, phrase)  # `نددت الجمعية بمكة بالهجوم`


def _is_addressed(draft: Draft) -> bool:
    """Whether the object of the deed is whom it is said to."""
    return draft.type in ("REQUEST", "THREATEN") or "allege" in draft.modes


def _is_other_deed(draft: Draft, phrase: Phrase, acts: bool = False) -> bool:
    """Whether a phrase names another deed, or a weapon or the place of this one."""
    met = phrase.person and draft.type == "CONSULT"  # `زار الجرحى`
    body = phrase.who is MentionKind.GROUP and phrase.definite and phrase.head == phrase.inner  # `حل الحزب`
    flown = acts and draft.type == "ASSAULT" and head_keys(draft.scene, phrase) & draft.scene.classes["machines"]
    if phrase.head in draft.scene.event_words and "self" not in draft.sense.slots and not (met or flown or body):
        return True  # but `استهدفت المسيرات التركية سيارة`
    return draft.type in ("ASSAULT", "PROTEST") and is_thing(draft, phrase)


def _is_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is people, a body or their seat."""
    seat = {*noun_keys(scene.words[phrase.inner].bare)} & {"مقر", "مبني", "مكتب"}  # headquarters, building, office
    return phrase.person or bool(phrase.mentions) or bool(seat) or can_be_told(scene, phrase)


def whose_matter(draft: Draft, phrase: Phrase, opposed: bool) -> Mention | None:
    """Whose the matter is that is spoken of, or protested against (`opposed`), or None (`أشاد بجهود اللجنة`)."""
    scene = draft.scene
    if (both := _both(scene, phrase)) is not None:
        return both
    if can_be_told(scene, phrase) or are_people(scene, phrase):
        return scene.mention(phrase)
    if draft.type in JUDGING and _names_victims(scene, phrase):
        return None
    inner = next((n for n in phrase.mentions if scene.mentions[n].kind in _PEOPLE), None)
    if inner is not None and is_named_after(scene, phrase, inner):
        return None  # `رحب باتفاق الرياض`
    if inner is None and not opposed and (doer := whose_force(draft, phrase)) is not None:
        return doer
    if inner is None and opposed and phrase.head in scene.event_words:
        return next((m for m in map(scene.mentions.__getitem__, phrase.mentions) if m.country), None)
    if inner is None:
        owners = genitive(scene, [phrase])
        people = owners and (can_be_told(scene, owners[0]) or are_people(scene, owners[0]))
        return scene.mention(owners[0]) if people else None
    start = next(i for i in range(phrase.start, phrase.end) if scene.atoms[i] == inner)
    return scene.mention(scene.phrase(start, phrase.end))


def _issuer(scene: Scene, phrase: Phrase) -> Mention | None:
    """Who put out a document that a clause without a relative word tells of (`أصدرت الوزارة بيانا يدين الغارات`)."""
    out = (c for c in scene.clauses if c.objects and c.objects[0][0] is phrase and c.subject and c.subject[0].person)
    clause = next(out, None)
    return scene.mention(clause.subject[0]) if clause is not None and clause.subject is not None else None


def _is_time(draft: Draft, phrase: Phrase) -> bool:
    """Whether the head of a phrase is a word of time: `تفجيرات مايو 2003`, `هجمات الجمعة`.

    Not where the deed itself, and none before it, is the time of another (`منذ سيطرة المسلحين على البلدة`).
    """
    words, first = draft.scene.words, draft.trigger.words[0]
    at, deed = words[phrase.head].start, words[first].start
    told = [t.span.start for t in draft.scene.times if t.span.start <= at < t.span.end]
    within = [words[i].start for i in draft.scene.event_words if i < first]
    return any(start > deed or any(start <= i for i in within) for start in told)


def _is_quality(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase only says how bad or great a deed is (`إصابات طفيفة`, `الهجوم الإرهابي الجبان`)."""
    scene, words = draft.scene, draft.scene.words[phrase.inner : phrase.end]
    quality = particles().vehemence | particles().judging
    plain = all({*noun_keys(w.bare)} & quality for w in words)
    beside = {phrase.inner - 1, phrase.inner - 2} & scene.event_words
    return plain and bool(beside) and (len(words) > 1 or scene.atoms[phrase.head] < 0)


_DONE = word_list(__name__, "done")


def is_of_occasion(draft: Draft, phrase: Phrase) -> bool:
    """Whether what `ل` brings in goes with the occasion told of before the feeling that is voiced.

    `أعرب القائد، خلال مراسم تسليم الطائرات للقوات الجوية، عن اعتزازه`; but `أعرب الوزير للسفير عن شكره`.
    """
    clause, feeling = draft.trigger.clause, draft.slots.get("عن")
    if clause is None or not feeling or phrase.start > feeling[0][0].start:
        return False
    behind = [draft.scene.phrases[clause.index].end, *(p.end for p in clause.subject)]
    return phrase.start not in behind


def _is_aim(scene: Scene, phrase: Phrase) -> bool:
    """Whether what follows `ل` is what something is done for, and nobody it is done to (`لإعادة الإعمار`)."""
    first = scene.words[phrase.inner]
    if scene.atoms[phrase.inner] >= 0 or first.definite:
        return False
    return VERBAL_NOUN.match(first.bare) is not None or first.bare in particles().aims


def _is_kind(scene: Scene, phrase: Phrase) -> bool:
    """Whether a lone indefinite noun only says what kind of visit it is (`زيارة دولة`, `زيارة عمل`)."""
    word = scene.words[phrase.head]
    single = phrase.end == phrase.inner + 1 and not word.definite and phrase.number == "sg"
    return single and phrase.who in (None, MentionKind.UNNAMED) and not phrase.definite and word.bare in ("دوله", "عمل")


def _names_victims(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names violence with whom it was done to, and not with who did it.

    `أدان اغتيال القاضي`, `تدين تفجير مسجد القطيف`; but `أدان قصف الجيش`.
    """
    first = {*noun_keys(scene.words[phrase.inner].bare)}
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    done = first & (scene.classes["deaths"] | scene.classes["sufferings"])
    if done and not (after is not None and after.prep == "ل"):
        return True
    if not any(i in scene.violent for i in range(phrase.inner, min(phrase.inner + 2, phrase.end))):
        return False
    people = [scene.mentions[n] for n in phrase.mentions if not is_scene(scene, phrase, scene.mentions[n])]
    return not any(set(m.sectors) & ABLE or (m.country and m.kind is not MentionKind.UNNAMED) for m in people)


ABLE = frozenset({"MIL", "COP", "GOV", "REB", "SPY", "PRM", "UAF", "PTY", "CRM"})
"""Sectors of those who can have done what is condemned."""


def _both(scene: Scene, phrase: Phrase) -> Mention | None:
    """The two parties that a dual alone stands for (`هنأ الأمين العام الجانبين`), or None."""
    at = scene.words[phrase.head].start
    pairs = (m for m in scene.mentions if m.kind is MentionKind.PRONOUN and m.span.start <= at < m.span.end)
    return next(pairs, None)


def _is_deed(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names what was done, and nobody who did it (`الجريمة البشعة`, `سلسلة غارات`)."""
    if phrase.person:
        return False
    deeds = scene.classes["deeds"] | scene.classes["crimes"] | scene.classes["operations"]
    inside = range(phrase.inner, min(phrase.head + 2, phrase.end))
    return bool({*noun_keys(scene.words[phrase.head].bare)} & deeds) or any(i in scene.violent for i in inside)


def _is_stranded(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is an adjective that has lost its noun (`مفاوضات على التجارة شاقة`)."""
    scene, clause = draft.scene, draft.trigger.clause
    head = scene.words[phrase.head]
    if head.adjectival and head.definite and not (phrase.conj or phrase.prep or phrase.mentions):
        noun = next((p for p in scene.phrases if p.end == phrase.start), None)
        plain = noun is not None and noun.kind == "np" and noun.definite and bool(noun.prep) and not noun.person
        nisba = all(w.norm.endswith(("ي", "يه")) for w in scene.words[phrase.inner : phrase.end])
        listed = nisba or (noun is not None and scene.words[noun.end - 1].kind == "adj")
        return plain and listed and not can_be_told(scene, phrase)  # `بتنفيذ الأمر الملكي الكريم`
    if not head.adjectival or head.definite or head.norm.endswith(("ين", "ان")):
        return False
    if phrase.conj or phrase.prep or phrase.end != phrase.inner + 1:
        return False
    before = next((p for p in scene.phrases if p.end == phrase.start), None)
    if clause is not None and any(before is p for p in clause.subject):
        return False  # `استهدف مسلحون حافلة`
    return scene.atoms[phrase.head] < 0 and before is not None and before.kind == "np" and not before.definite
