"""Who speaks: the mentions a reporting verb's subject stands for, or nobody where it cannot be one who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.able import can_speak
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Mention, MentionKind, SourceKind, Span
from khabar.sources.chain import PASSED_ON, TOLD, issuer
from khabar.sources.in_full import in_full
from khabar.sources.kinds import is_quoted, kind_of
from khabar.sources.lore import Lore
from khabar.sources.quotes import only_marks
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS


def speakers_of(scene: Scene, clause: Clause, lore: Lore, scope: Span | None = None) -> list[Mention]:
    """The mentions of the verb's subject that can speak; what stands in the verb's own quotation (`scope`) cannot."""
    own = clause.how == (FOLLOWS,) and bool(clause.subject) and can_speak(scene, clause.subject[0])
    participle = clause.verb is not None and clause.verb.tense == "participle"
    agent = [] if own or participle else clause.agent  # not who did what is told of
    group = agent or _had_said(scene, clause) or who_said_that(scene, clause) or clause.subject
    linked = clause.index > 0 and scene.words[scene.phrases[clause.index - 1].head].norm in ("كما", "حيث")
    still = _who_still(scene, clause)
    group = group or still
    goes_on = scene.phrases[clause.index].conj or linked or bool(still)
    in_it = any(g[0].suffix for g in clause.preps.get("في", ()))  # `ردوا ببيان وصفوا فيه الخبر بأنه كذب`
    if clause.how == ("subject of the verb before",) and not (goes_on or participle or in_it):
        group = _had_said(scene, clause)
    if in_it and not group and (issued := issuer(scene, scene.phrases[clause.index - 1])) is not None:
        group = [issued]
    if clause.how == ("subject stands first",) and _goes_on(scene, clause):
        group = []  # `أفاد بوقوع أسرى بيد المقاومة، وأبان أن`: what `و` brings in has no subject before it
    group = _not_the_object(scene, clause, group, lore)
    found: list[Mention] = []
    for phrase in [*group, *_so_called(scene, group)]:
        said = scope is not None and scope.contains(scene.span(phrase)) and scope.start in _starts(lore)
        speaks = can_speak(scene, phrase) or (bool(clause.antecedent) and _is_document(scene, phrase, lore))
        if said or not speaks or _is_no_speaker(scene, phrase, lore):
            continue
        mention = lore.known(scene.mention(phrase))
        joined = bool(found) or clause.how == ("subject of the verb before",)
        if joined and not can_tell(scene, phrase, mention, lore):
            continue  # `نقيس الأسعار بالبيع والشراء». وتابع`
        found.append(in_full(scene, clause, phrase, mention, lore))
    if participle and not found:
        found = _who_did(scene, clause, lore)
    return _told_outlet(scene, clause, found, lore) or found


def _who_still(scene: Scene, clause: Clause) -> list[Phrase]:
    """Who goes on saying by a verb behind another that only says that it goes on (`لا تزال روسيا تنفي`), or nobody."""
    before = next((c for c in reversed(scene.clauses) if c.index < clause.index), None)
    if before is None or before.verb is None or before.verb.verb.lemma not in _STILL or not before.subject:
        return []
    own = not clause.subject or clause.subject[0] is before.subject[0]
    return before.subject if own and before.stop <= clause.index else []


_STILL = word_list(__name__, "still")


def _not_the_object(scene: Scene, clause: Clause, group: list[Phrase], lore: Lore) -> list[Phrase]:
    """The subject of a verb of saying, where the grammar has taken what only its meaning tells for another.

    `طائرات ذكرت المعارضة أنها`: planes say nothing; `اعترف بعضهم بأن`; `أقر الرئيس بأن إيران تمول الحركة واعتبر أن`.
    """
    verb, told = clause.verb, clause.objects[0] if clause.objects else []
    if verb is None or clause.comp is None:
        return group
    beside = bool(told) and told[0].start == scene.phrases[clause.index].end and not told[0].prep
    if beside and not group and scene.words[told[0].inner].norm in _SOME:
        return told
    relative = clause.how == ("subject is what the relative clause tells of",)
    if beside and relative and group and told[0].definite and (told[0].person or told[0].mentions):
        return group if can_tell(scene, group[0], lore.known(scene.mention(group[0])), lore) else told
    if (opened := _opening_teller(scene, clause)) is not None:
        return opened.subject
    if clause.how not in _TAKEN_OVER or verb.tense == "participle":
        return group
    before = next((c for c in reversed(scene.clauses) if c.index < clause.index and c.subject is clause.subject), None)
    persons = {verb.person, before.verb.person if before is not None and before.verb is not None else verb.person}
    if persons == {"3ms", "3fs"}:
        return []
    main = _main_teller(scene, clause)
    return main.subject if main is not None and before is not main else group


_TAKEN_OVER = (("subject of the verb before",), ("subject is who the pronoun stands for",))


def _opening_teller(scene: Scene, clause: Clause) -> Clause | None:
    """The verb of saying behind a link that opens the sentence, for another one behind a comma that goes with it.

    `وفيما أشارت المصادر إلى أن الحركة متعاونة، رأت أن`.
    """
    k, main = clause.index, scene.clauses[0]
    joined = k > 0 and scene.phrases[k - 1].kind == "comma" and not scene.phrases[k].conj
    linked = main.index == 1 and scene.phrases[0].kind == "link" and main is not clause
    if not (joined and linked) or main.verb is None or clause.verb is None or not main.says or not main.subject:
        return None
    alike = main.verb.person == clause.verb.person and main.verb.tense == clause.verb.tense
    behind = bool(clause.subject) and clause.subject[0].start > scene.phrases[k].start
    return main if alike and not behind else None


def _main_teller(scene: Scene, clause: Clause) -> Clause | None:
    """The verb of saying that opens a sentence and that another one behind a comma goes on with, or None.

    `نفى الوزير ما ذكره النائب، وأوضح أن`, `قالت الوزارة إن الشركة أفلست، وأوضحت أن`.
    """
    k = clause.index
    before = [c for c in scene.clauses if c.index < k]
    relative = bool(before) and bool(before[-1].antecedent)  # `أشاد الوزير بالدعوة التي وجهها الرئيس واعتبر أن`
    last = scene.phrases[k - 1] if k > 0 else scene.phrases[k]
    joined = scene.phrases[k].conj and k > 0 and (last.kind in ("comma", "quote") or relative)
    joined = joined or (last.kind == "link" and bool(last.suffix) and scene.words[last.head].norm.startswith("لكن"))
    said = [c for c in before if c.says]
    opens = [c for c in before if not (c.antecedent or _behind_what(scene, c))]
    main = said[0] if said and opens[:1] == said[:1] else None
    if not joined or main is None or main.verb is None or clause.verb is None or not main.subject:
        return None
    alike = main.verb.person == clause.verb.person and main.verb.tense == clause.verb.tense
    return main if alike and main.how == (FOLLOWS,) else None


def _behind_what(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only says what a thing is (`في ما يتعلق بالعلاقات`)."""
    word = scene.words[scene.phrases[clause.index].start - 1]
    return clause.index > 0 and (word.kind == "rel" or word.norm == "ما")


_SOME = word_list(__name__, "some")


def _who_did(scene: Scene, clause: Clause, lore: Lore) -> list[Mention]:
    """Whoever the sentence told of before that a participle agrees with (`شنت القيادة ضربة قتلت ثلاثة، قائلة إن`)."""
    for other in reversed([c for c in scene.clauses if c.index < clause.index]):
        agrees = other.verb is not None and clause.verb is not None and other.verb.person == clause.verb.person
        if agrees and other.subject and not other.antecedent and can_speak(scene, other.subject[0]):
            phrase = other.subject[0]
            mention = lore.known(scene.mention(phrase))
            if can_tell(scene, phrase, mention, lore):
                return [in_full(scene, other, phrase, mention, lore)]
    return []


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether a verb with `و` goes on with what another verb of saying before it in the sentence has begun."""
    joined = scene.words[scene.phrases[clause.index].start].token.norm.startswith("و")
    says = (c.says for c in scene.clauses if c.index < clause.index)
    return joined and scene.phrases[clause.index].conj and any(says)


def who_said_that(scene: Scene, clause: Clause) -> list[Phrase]:
    """Who stands behind `ذلك` as the subject of a verb of saying (`أوضح ذلك مدير الفرع`, `صرح بذلك الوزير`)."""
    groups = [clause.subject, *clause.objects, *clause.preps.get("ب", ())]
    for group in groups:
        that = group[0] if group and scene.words[group[0].inner].norm == "ذلك" else None
        if that is None or that.start > scene.phrases[clause.index].end + 1:
            continue
        if that.end > that.inner + 1:
            behind = scene.phrase(that.inner + 1, that.end)
            return [behind] if behind.person else []
        return next(([g[0]] for g in groups if g and g is not group and g[0].person and g[0].start >= that.end), [])
    return []


def _had_said(scene: Scene, clause: Clause) -> list[Phrase]:
    """The subject of `كان` for the verb behind `قد` that goes with it, whatever stands between, or nothing.

    `وكان رئيس النقابة، الذي يمثله المحامي، قد أكد أن`.
    """
    head = scene.phrases[clause.index]
    if clause.verb is None or scene.words[head.start].norm != "قد" or head.conj:
        return []
    for other in reversed(scene.clauses):
        if other.index >= clause.index or other.verb is None or other.verb.verb.lemma != "كان":
            continue
        relative = scene.phrases[other.index - 1].kind == "rel" if other.index > 0 else False
        agrees = other.verb.person == clause.verb.person
        return other.subject if agrees and not relative else []
    return []


def _told_outlet(scene: Scene, clause: Clause, found: Sequence[Mention], lore: Lore) -> list[Mention]:
    """Who told an outlet that stands before him without a preposition (`أبلغ «الأفق» وكيل الوزارة أن`), or nobody."""
    if clause.verb is None or clause.verb.verb.lemma not in TOLD or len(found) != 1 or not clause.objects:
        return []
    teller = next((g[0] for g in clause.objects if g[0].person), None)  # `أبلغ «الأفق» من العاصمة صنعاء وكيل الوزارة`
    if teller is None or not is_quoted(found[0].span, scene.text) or not can_speak(scene, teller):
        return []
    outlet = kind_of(found[0], scene.text, lore.sources) is SourceKind.MEDIA or not found[0].sectors
    return [in_full(scene, clause, teller, lore.known(scene.mention(teller)), lore)] if outlet else []


def _so_called(scene: Scene, group: Sequence[Phrase]) -> list[Phrase]:
    """Who is named by what others call him (`نفى ما يسمى «قائد القوات» سالم أن`)."""
    k = next((k for k, p in enumerate(scene.phrases) if group and p is group[0]), -1)
    naming = scene.by_phrase.get(k + 1)
    if k < 0 or naming is None or naming.verb is None or naming.verb.verb.lemma not in ("سمّى", "دعا"):
        return []
    if scene.words[scene.phrases[k].inner].norm != "ما":
        return []
    return naming.subject or next(iter(naming.objects), [])


def can_tell(scene: Scene, phrase: Phrase, mention: Mention, lore: Lore) -> bool:
    """Whether a noun phrase is somebody, or something in which somebody says a thing."""
    head = scene.words[phrase.head]
    keys = {*noun_keys(head.bare)}
    if keys & scene.classes["norms"]:
        return False
    if scene.words[phrase.inner].norm in ("احد", "احدي"):
        return True  # `أحد المقربين من الشيخ`
    if mention.kind is not MentionKind.UNNAMED or phrase.person or phrase.mentions or head.kind == "name":
        return True
    known = (lore.sources.documents, lore.sources.media, lore.sources.witnesses, lore.sources.anonymous)
    return any(keys & some for some in (*known, lore.sources.spokesmen, lore.sources.offices, lore.sources.bodies))


def _starts(lore: Lore) -> set[int]:
    return {q.start for q in lore.quotes}


def _is_document(scene: Scene, phrase: Phrase, lore: Lore) -> bool:
    """Whether a noun phrase is something written or said (`تلقت الشرطة بلاغا يفيد بأن`)."""
    return not lore.sources.documents.isdisjoint(noun_keys(scene.words[phrase.inner].bare))


def _is_no_speaker(scene: Scene, phrase: Phrase, lore: Lore) -> bool:
    """Whether a subject is `ما` (`ما نشر عن`), what was said (`قوله`) or another participle (`وتابع مستطردا`)."""
    head = scene.words[phrase.inner]
    own = phrase.suffix and phrase.end == phrase.inner + 1 and head.norm not in _SOME
    if head.norm == "ما" or own:
        return True
    if phrase.case == "acc" and not (phrase.person or phrase.definite or _is_document(scene, phrase, lore)):
        return True  # `كان ضعيفا، حذرت منه`
    if head.bare in scene.classes["immaterial"]:
        return True  # `وأكدت حرص الحكومة على`
    alone = phrase.end == phrase.inner + 1 and scene.atoms[phrase.head] < 0
    return head.bare in scene.classes["sayings"] or (alone and head.participle is not None and head.norm.endswith("ا"))


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
        if attribution.rule == "quotation goes on" and only_marks(scene.text[attribution.scope.end : start]):
            return attribution  # `...»، مضيفا أن`: whoever is quoted from the sentence before
        teller = next((c for c in scene.clauses if _cue_of(scene, c, attribution)), None)
        if teller is None or teller.verb is None or attribution.chain == ():
            continue
        if teller.verb.tense == "participle":
            beside = only_marks(scene.text[attribution.scope.end : start]) and attribution.scope.end <= start
            if beside and _agree(teller, clause):
                return attribution  # `...، مضيفا أن ...، مبينا أن`
            continue
        # `نقلت الوكالة عن الوزير أن ...، مشيرا`
        passed_on = teller.verb.verb.lemma in PASSED_ON and len(attribution.chain) > 1
        if attribution.cue is None or attribution.cue.end > start or not (passed_on or _agree(teller, clause)):
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
