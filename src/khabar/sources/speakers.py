"""Who speaks: the mentions a reporting verb's subject stands for, or nobody where it cannot be one who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.events.lexicon import noun_keys
from khabar.events.participants import can_speak
from khabar.events.scene import Scene
from khabar.records import Attribution, Mention, MentionKind, Span
from khabar.sources.contents import content_of
from khabar.sources.lore import Lore
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase


def speakers_of(scene: Scene, clause: Clause, lore: Lore, scope: Span | None = None) -> list[Mention]:
    """The mentions of the verb's subject that can speak; what stands in the verb's own quotation (`scope`) cannot."""
    group = clause.agent or clause.subject
    participle = clause.verb is not None and clause.verb.tense == "participle"
    if clause.how == ("subject of the verb before",) and not scene.phrases[clause.index].conj and not participle:
        group = []
    found = []
    for phrase in group:
        said = scope is not None and scope.contains(scene.span(phrase)) and scope.start in _starts(lore)
        if said or not can_speak(scene, phrase) or _is_no_speaker(scene, phrase):
            continue
        mention = lore.known(scene.mention(phrase))
        if clause.how == ("subject of the verb before",) and not can_tell(scene, phrase, mention, lore):
            continue  # `نقيس الأسعار بالبيع والشراء». وتابع`
        found.append(_described(scene, clause, phrase, mention, lore))
    return found


def can_tell(scene: Scene, phrase: Phrase, mention: Mention, lore: Lore) -> bool:
    """Whether a noun phrase is somebody, or something in which somebody says a thing."""
    head = scene.words[phrase.head]
    keys = {*noun_keys(head.bare)}
    if keys & scene.classes["norms"]:
        return False
    if mention.kind is not MentionKind.UNNAMED or phrase.person or phrase.mentions or head.kind == "name":
        return True
    known = (lore.sources.documents, lore.sources.media, lore.sources.witnesses, lore.sources.anonymous)
    return any(keys & some for some in (*known, lore.sources.spokesmen, lore.sources.offices, lore.sources.bodies))


def _starts(lore: Lore) -> set[int]:
    return {q.start for q in lore.quotes}


def _is_no_speaker(scene: Scene, phrase: Phrase) -> bool:
    """Whether a subject is `ما` (`ما نشر عن`), what was said (`قوله`) or another participle (`وتابع مستطردا`)."""
    head = scene.words[phrase.inner]
    if head.norm == "ما" or (phrase.suffix and phrase.end == phrase.inner + 1):
        return True
    if phrase.case == "acc" and not phrase.person and not phrase.definite:
        return True  # `كان ضعيفا، حذرت منه`
    alone = phrase.end == phrase.inner + 1 and scene.atoms[phrase.head] < 0
    return head.bare in scene.classes["sayings"] or (alone and head.participle is not None and head.norm.endswith("ا"))


def _described(scene: Scene, clause: Clause, phrase: Phrase, mention: Mention, lore: Lore) -> Mention:
    """Somebody without a name with what is said of him (`مسؤول في الشرطة`, `شهود من الأهالي`)."""
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    if mention.kind is not MentionKind.UNNAMED or phrase.definite or after is None or after.kind != "np":
        return mention
    if after.prep not in ("في", "من", "ب") or after.conj or after.suffix or not (after.definite or after.possessed):
        return mention
    say = lore.events.says.get(clause.verb.verb.key) if clause.verb is not None else None
    if after.prep == "ب" and say is not None and any(p is after for p in content_of(scene, clause, say)):
        return mention  # `رحب رودس بالهجمات`
    if any(t.span.overlaps(scene.span(after)) for t in scene.times):
        return mention
    span = mention.span.cover(scene.span(after))
    return replace(mention, span=span, text=span.of(scene.text))


def who_goes_on(scene: Scene, clause: Clause, said: Sequence[Attribution]) -> Attribution | None:
    """The statement whose speaker a participle behind a comma goes on for (`قال X إن Y زار Z، مؤكدا أن`), or None.

    Whoever the statement tells of is meant where only he agrees: `قالت الوزارة إن المدير غادر، مؤكدا أن`.
    """
    k = clause.index
    if clause.verb is None or clause.verb.tense != "participle" or k == 0:
        return None
    before = scene.phrases[k - 1]
    while before.kind == "quote" and k > 1:
        k -= 1
        before = scene.phrases[k - 1]
    if before.kind not in ("comma", "quote"):
        return None
    start = scene.words[scene.phrases[clause.index].head].start
    for attribution in said:
        teller = next((c for c in scene.clauses if _cue_of(scene, c, attribution)), None)
        if teller is None or teller.verb is None or teller.verb.tense == "participle" or attribution.chain == ():
            continue
        if attribution.cue is None or attribution.cue.end > start or not _agree(teller, clause):
            continue
        return attribution
    return None


def _cue_of(scene: Scene, clause: Clause, attribution: Attribution) -> bool:
    head = scene.words[scene.phrases[clause.index].head]
    return attribution.cue == Span(head.start, head.end)


def _agree(teller: Clause, participle: Clause) -> bool:
    """Whether a participle agrees with the subject of a verb of saying, by the form of the verb."""
    assert teller.verb is not None and participle.verb is not None
    feminine = participle.verb.person == "3fs"
    return feminine == (teller.verb.person == "3fs")
