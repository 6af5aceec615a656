"""What stands under a reporting verb without `أن`: the noun phrases of its frame, or all of the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import ABOUT
from khabar.lexicon.words import word_list
from khabar.records import Attribution, MentionKind, Span, Stance
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.verbs import Reading

_WHEN = word_list(__name__, "when")


def goes_with(scene: Scene, clause: Clause, content: Sequence[Phrase]) -> list[Phrase]:
    """What follows the content of a statement and belongs to it, up to what says when the statement was made."""
    found: list[Phrase] = []
    end = _told_on(scene, clause.stop)
    for phrase in scene.phrases[clause.index + 1 : end]:
        if phrase.end <= content[0].end:
            continue
        if phrase.kind == "np" and _when_said(scene, phrase) and phrase not in content:
            break
        found.append(phrase)
    return found


def _when_said(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase says when a statement was made, or opens what stands beside it (`، في الوقت الذي`)."""
    head = scene.words[phrase.inner]
    if phrase.prep == "خلال":
        return phrase.inner not in scene.event_words or bool({*noun_keys(head.bare)} & scene.classes["meetings"])
    beside = phrase.prep == "في" and head.bare in ("وقت", "حين") and scene.words[phrase.start - 1].kind == "punct"
    return phrase.prep in _WHEN or beside


def _told_on(scene: Scene, stop: int) -> int:
    """Where what is said ends, with relative clauses that tell of it (`نفت مسؤوليتها عن هجوم استهدف ناقلة`)."""
    k = stop
    while k < len(scene.phrases):
        phrase = scene.phrases[k]
        if phrase.kind == "comma" and scene.phrases[k + 1 : k + 2] and scene.phrases[k + 1].prep in ABOUT:
            k += 1  # `نفى ما نشرته الوكالة، عن وقوع هجوم`
        elif phrase.kind == "comma" and _tells_result(scene, k + 1):
            k += 2  # `اتهم الوالي الجيش بإلقاء قنابل، ما تسبب في مقتل صبي`
        elif phrase.kind in ("comma", "stop", "link", "comp") or (phrase.kind == "verb" and phrase.conj):
            break
        k += 1
    opens = stop < len(scene.phrases) and scene.phrases[stop].kind in ("rel", "verb")
    return k if (opens and not scene.phrases[stop].conj) or _tells_result(scene, stop + 1) else stop


def _tells_result(scene: Scene, k: int) -> bool:
    """Whether behind a comma stands what came of a thing (`، ما تسبب في مقتل صبي`)."""
    after = scene.phrases[k : k + 2]
    if len(after) < 2 or scene.words[after[0].start].norm not in ("ما", "مما") or scene.phrases[k - 1].kind != "comma":
        return False
    return after[1].kind == "verb" and after[1].verb is not None and after[1].verb.verb.lemma in _RESULTS


_RESULTS = word_list(__name__, "results")


def content_of(scene: Scene, clause: Clause, say: Mapping[str, str]) -> list[Phrase]:
    """The noun phrases that tell what was said, in the slots that the reporting verb's frame names."""
    found: list[Phrase] = []
    for slot in say.get("frame", "").split():
        if slot.startswith("obj"):
            found += [p for group in clause.objects for p in group if _fits(scene, group[0], slot[3:])]
        elif slot not in ("comp", "quote") and "=" not in slot:
            found += [p for group in clause.preps.get(squeeze(slot), ()) for p in group]
    return [p for p in found if all(p is not s for s in clause.subject)]


def is_barred(scene: Scene, clause: Clause, say: Mapping[str, str]) -> bool:
    """Whether a verb of saying has an object that makes it another verb (`ألقى القبض`, `نشرت الشرطة تعزيزات`)."""
    wanted = [slot[3:] for slot in say.get("frame", "").split() if slot.startswith("obj") and len(slot) > 3]
    return bool(wanted and clause.objects) and not any(_fits(scene, g[0], w) for g in clause.objects for w in wanted)


def _fits(scene: Scene, phrase: Phrase, only: str) -> bool:
    """Whether an object is such as a frame wants (`obj=كلمة|خطاب`) or not such as it bars (`obj!=قوات`)."""
    if not only:
        return True
    words = {squeeze(w) for w in only.lstrip("!=").split("|")}
    named = any(
        words & {*noun_keys(scene.words[i].bare)} for i in range(phrase.inner, min(phrase.inner + 2, phrase.end))
    )
    return named is not only.startswith("!")


def of_a_part(attribution: Attribution, scene: Scene) -> bool:
    """Whether what is denied is somebody's part only (`نفت مسؤوليتها عن الهجوم`) in what was done all the same."""
    if attribution.stance is not Stance.DENIES:
        return False
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    opens = next((w.index + 1 - words[0].index for w in words[:3] if w.kind == "comp"), 0)
    keys = [{*noun_keys(w.bare)} for w in words[opens : opens + 3]]  # `الاتهامات بأن لها دورا`
    behind = any(w.norm in BEHIND for w in words[:4]) or attribution.rule in DISCLAIMING
    return behind or attribution.rule.startswith("part") or any(k & scene.classes["involvement"] for k in keys)


DISCLAIMING = word_list(__name__, "disclaiming")


BEHIND = word_list(__name__, "behind")


def takes_up(attribution: Attribution, scene: Scene) -> bool:
    """Whether the words of a denial name a report told before (`صحة هذه الأنباء`) and not what it is about."""
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    cue = attribution.cue  # `ما نشر عار عن الصحة`: these words are not about anything
    about = any(w.norm in ABOUT and not (cue is not None and cue.contains(Span(w.start, w.end))) for w in words)
    return not about and any(is_taken_up(scene, w.index) for w in words[:4])


def is_taken_up(scene: Scene, i: int) -> bool:
    """Whether the word at `i` names a report told before (`هذه الأنباء`, `رواية المنظمة`), and not by its matter."""
    word, after = scene.words[i], scene.words[i + 1] if i + 1 < len(scene.words) else None
    if word.norm in ("ما", "لما"):
        return True
    if word.bare not in scene.classes["hearsay"]:
        return False
    if i > 0 and scene.words[i - 1].kind == "dem":
        return True  # `هذا كلام عار من الصحة`
    if word.definite or word.kind == "dem" or after is None or after.kind not in ("noun", "name", "num"):
        return True
    number = scene.atoms[after.index]
    return number >= 0 and scene.mentions[number].kind is not MentionKind.PLACE


CALLS = word_list(__name__, "calls")


def is_of_thought(verb: Reading) -> bool:
    """Whether the passive of a verb says what is thought or told of somebody (`يعتقد أنه`, `يشتبه في أنهم`)."""
    return verb.verb.lemma in particles().lemmas["thought"]


_AS = word_list(__name__, "as")


_AS_WHAT = word_list(__name__, "as_what")


def is_parenthetical(scene: Scene, clause: Clause) -> bool:
    """Whether the verb stands after `كما`, `حسبما`, `وفق ما`: the whole sentence is what was said."""
    head = scene.phrases[clause.index].head
    if clause.verb is not None and clause.verb.verb.lemma in CALLS:
        return False  # `ردا على ما اعتبره تسويفا`
    before = [w.token.norm for w in scene.words[max(head - 2, 0) : head]]
    if before and (
        before[-1] in _AS or (before[-1] in ("ما", "لما") and (before[0] in _AS_WHAT or before[-1] == "لما"))
    ):
        return True
    if clause.opener < 0:
        return False
    opener = scene.phrases[clause.opener]
    return scene.words[opener.head].norm in _AS
