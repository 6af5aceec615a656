"""Reporting verbs: the attribution that a finite verb makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from khabar.events.lexicon import EventLexicon, noun_keys
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Mention, MentionKind, Source, SourceKind, Span, Stance
from khabar.sources.behind import told_before
from khabar.sources.called import calls_untrue
from khabar.sources.chain import chain_of, told_again
from khabar.sources.contents import is_of_thought
from khabar.sources.denied import with_denied, with_not_done
from khabar.sources.extent import EVENT_STANCE
from khabar.sources.kinds import kind_of
from khabar.sources.lore import Lore
from khabar.sources.scope import quotation_before, says_not_so, scope_of_verb, taken_up, tells_of_document
from khabar.sources.speakers import speakers_of, who_goes_on, who_said_that
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.subjects import FOLLOWS
from khabar.text.verbs import Reading


def of_verb(
    scene: Scene, clause: Clause, last: tuple[Source, ...], said: Sequence[Attribution], lore: Lore
) -> Attribution | None:
    """The attribution a finite verb makes, or None; `last` is who spoke last, `said` what the sentence has said yet."""
    if clause.verb is None:
        return None
    key = clause.verb.verb.key
    if (written := _written_in(scene, clause, lore)) is not None:
        return written
    say = lore.events.says.get(key)
    stance = _stance(say, key, lore.events)
    if stance is None or (say is None and clause.comp is None):
        return None
    if _is_name(scene, clause) or is_lie(scene, clause) or _is_called(scene, clause) or _is_told(scene, clause):
        return None
    called = calls_untrue(scene, clause)
    if called is not None:
        clause, stance = called[0], Stance.DENIES
    phrase = scene.phrases[clause.index]
    if say is not None and called is None and stance is Stance.DENIES:
        clause = with_denied(scene, clause)
    elif say is not None and stance in (Stance.ASSERTS, Stance.CONFIRMS):
        clause = with_not_done(scene, clause)
    clause = _with_object(scene, clause)
    verb = clause.verb
    assert verb is not None
    scope = _scope(scene, clause, say, stance, called[1] if called is not None else None, lore)
    if scope is None or _says_nothing(scene, clause, stance, lore.events):
        return None
    if stance in (Stance.ASSERTS, Stance.CONFIRMS) and says_not_so(scene, clause):
        stance = Stance.DENIES
    cue = Span(scene.words[phrase.head].start, scene.words[phrase.head].end)
    rule = f"{'called' if called is not None else 'verb'} {verb.verb.lemma}"
    if not verb.person.startswith("3"):
        # `أعتقد أن`, `نؤكد أن`: whoever is quoted says so.
        chain = _who_quotes(cue, said) or last
        return Attribution("", chain, stance, cue, cue.of(scene.text), scope, False, rule) if chain else None
    goes_on = who_goes_on(scene, clause, said)
    if goes_on is not None:
        hedged = goes_on.hedged or (say or {}).get("stance") == "doubts"
        return Attribution("", goes_on.chain, stance, cue, cue.of(scene.text), scope, hedged, rule)
    scope = _aside(scene, clause, scope)
    made = Attribution("", (), stance, cue, cue.of(scene.text), scope, False, rule)
    return _by_speakers(scene, clause, made, last, said, lore)


def _scope(
    scene: Scene, clause: Clause, say: Mapping[str, str] | None, stance: Stance, called: Span | None, lore: Lore
) -> Span | None:
    """The words that stand under a verb, or None; `called` are those that it calls untrue."""
    scope = called if called is not None else taken_up(scene, clause, stance, lore.events)
    scope = scope or scope_of_verb(scene, clause, say, lore.events, lore.quotes)
    if scope is None and say is not None and not clause.objects[1:]:
        scope = quotation_before(scene, clause, lore.quotes) or told_before(scene, clause)
    scope = (None if stance is Stance.DENIES else _says_so(scene, clause, say)) or scope
    return _gives_speech(scene, clause, scope) or scope


def _by_speakers(
    scene: Scene, clause: Clause, made: Attribution, last: tuple[Source, ...], said: Sequence[Attribution], lore: Lore
) -> Attribution | None:
    """What a verb attributes (`made`), with those who speak by it; None where nobody says anything."""
    assert clause.verb is not None
    say = lore.events.says.get(clause.verb.verb.key, {})
    scope = made.scope
    speakers = [] if _is_thought(scene, clause) else speakers_of(scene, clause, lore, scope)
    if not speakers and _is_shown(scene, clause, said):
        return None
    if clause.subject and not speakers and clause.comp is None and not _in_quote(scene, clause, scope):
        # `زادت وتيرة الهجمات`: what cannot speak does not say anything.
        return None
    if "by=media" in say.get("frame", "") and not _told_by_media(scene, clause, speakers, lore):
        return None  # `علم الوزير أن`
    last = () if _others_say(clause, last) else last
    chain, impersonal = _chain(scene, clause, speakers, last, lore, scope)
    chain = _as_before(clause, chain, said) or told_again(chain, last)
    first = not any(c.index < clause.index for c in scene.clauses)  # not `رجل يعتقد أنه مدبر الهجوم`
    supposed = impersonal and first and clause.verb.verb.lemma in _SUPPOSING  # `يعتقد أن مسلحين خطفوه`
    stance = Stance.DOUBTS if supposed and made.stance is Stance.ASSERTS else made.stance
    return replace(made, chain=chain, stance=stance, hedged=impersonal or say.get("stance") == "doubts")


def _is_told(scene: Scene, clause: Clause) -> bool:
    """Whether a verb says nothing: who is asked does not ask (`سئل الوزير`), a document was only published."""
    word = scene.words[scene.phrases[clause.index].head].token.text
    asked = clause.verb is not None and clause.verb.verb.lemma == "سأل" and word.endswith("سئل")
    return asked or tells_of_document(scene, clause) or _only_notes(scene, clause) or _stays_unnamed(scene, clause)


def _stays_unnamed(scene: Scene, clause: Clause) -> bool:
    """Whether somebody only asks not to be named, or refuses to be (`الذي طلب عدم الكشف عن هويته`)."""
    end = scene.words[scene.phrases[clause.index].end : scene.phrases[clause.index].end + 5]
    return bool(clause.antecedent) and bool(_NAMING & {w.norm for w in end})


_NAMING = word_list(__name__, "naming")
_SUPPOSING = word_list(__name__, "supposing")


def _with_object(scene: Scene, clause: Clause) -> Clause:
    """A clause without its subject where what stands right behind its verb can say nothing (`وأكدت حرص الحكومة`)."""
    first, verb = clause.subject[0] if clause.subject else None, clause.verb
    if first is None or verb is None or clause.antecedent or verb.suffix or _shows(verb):
        return clause
    beside = first.start == scene.phrases[clause.index].end and not first.conj
    if not beside or scene.words[first.inner].bare not in scene.classes["immaterial"]:
        return clause
    return replace(clause, subject=[], objects=[clause.subject, *clause.objects], how=("subject is left out",))


def _only_notes(scene: Scene, clause: Clause) -> bool:
    """Whether the reporter himself notes what went before by a verb that opens the sentence (`ويذكر أن`)."""
    head = scene.phrases[clause.index].head
    norms = [w.norm for w in scene.words[head : head + 4]]
    return head < 3 and any(" ".join(norms[:n]) in moods().noting for n in (2, 3, 4))


def _written_in(scene: Scene, clause: Clause, lore: Lore) -> Attribution | None:
    """What a document says that a relative clause tells of, and whose it is (`أصدرت الحركة بيانا جاء فيه أن`)."""
    if clause.verb is None or clause.verb.verb.lemma not in ("جاء", "ورد") or not clause.antecedent:
        return None
    document = clause.antecedent[0]
    inside = any(g[0].suffix for g in clause.preps.get("في", ()))
    if not inside or {*noun_keys(scene.words[document.inner].bare)}.isdisjoint(lore.sources.documents):
        return None
    scope = scope_of_verb(scene, clause, {"frame": "comp quote"}, lore.events, lore.quotes)
    if scope is None:
        return None
    k = next(k for k, p in enumerate(scene.phrases) if p is document)
    chain = chain_of(scene, None, [lore.known(scene.mention(document))], lore, phrase=k)
    head = scene.words[scene.phrases[clause.index].head]
    cue = Span(head.start, head.end)
    return Attribution("", chain, Stance.ASSERTS, cue, cue.of(scene.text), scope, False, "verb جاء")


def _says_so(scene: Scene, clause: Clause, say: Mapping[str, str] | None) -> Span | None:
    """The span of a verb by which somebody says what was told before it (`أوضح ذلك مدير الفرع، مشيرا إلى أن`)."""
    head = scene.words[scene.phrases[clause.index].head]
    return Span(head.start, head.end) if say is not None and who_said_that(scene, clause) else None


def _gives_speech(scene: Scene, clause: Clause, scope: Span | None) -> Span | None:
    """The span of `ألقى` where a speech is all that is told to be said (`ألقى كلمة أشاد فيها بالجيش`), or None."""
    if clause.verb is None or clause.verb.verb.lemma != "ألقى" or clause.comp is not None or scope is None:
        return None
    head = scene.words[scene.phrases[clause.index].head]
    named = any(scope.contains(scene.span(p)) for group in clause.objects for p in group)
    return Span(head.start, head.end) if named else None


def _as_before(clause: Clause, chain: tuple[Source, ...], said: Sequence[Attribution]) -> tuple[Source, ...]:
    """The chain of the verb before for one that goes on with its subject (`قال مصدر لرويترز إن ... وأضاف أن`)."""
    if clause.how != ("subject of the verb before",) or len(chain) != 1:
        return ()
    same = [a.chain for a in said if a.rule.startswith("verb") and len(a.chain) > 1 and a.chain[-1] == chain[0]]
    return same[-1] if same else ()


def _others_say(clause: Clause, last: tuple[Source, ...]) -> bool:
    """Whether many say what a verb tells (`وهم يقولون إن`), and not the one who spoke last."""
    mention = last[-1].mention if len(last) == 1 else None
    many = clause.verb is not None and clause.verb.person in ("3mp", "3fp") and not clause.subject
    return many and mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.OFFICE)


def _told_by_media(scene: Scene, clause: Clause, speakers: Sequence[Mention], lore: Lore) -> bool:
    """Whether outlets alone are the subject of a verb (`علمت الصحيفة أن`), or it is nobody's (`عُلم أن`)."""
    if not speakers:
        return clause.verb is not None and clause.verb.voice != "active" and not clause.subject
    quoted = [m for m in speakers if scene.text[max(m.span.start - 1, 0)] in _OPENING]  # `علمت "الوطن" أن`
    return all(m in quoted or kind_of(m, scene.text, lore.sources) is SourceKind.MEDIA for m in speakers)


_OPENING = '«“"'


def _chain(
    scene: Scene,
    clause: Clause,
    speakers: Sequence[Mention],
    last: tuple[Source, ...],
    lore: Lore,
    scope: Span,
) -> tuple[tuple[Source, ...], bool]:
    """The chain of a verb of saying, and whether nobody in particular says it."""
    assert clause.verb is not None
    chain = chain_of(scene, clause, speakers, lore, last=last, scope=scope)
    if chain and not speakers:
        # `وذكر في بيان`: whoever spoke before does so in a document; `ونقلت عنه`: whoever quoted him goes on.
        told = all(s.kind in _THROUGH for s in chain)
        before = [s for s in last if s.kind not in _THROUGH] or last  # what he said before in was another document
        chain = (*chain, *(s for s in before if s not in chain)) if told else (*last[:-1], *chain)
        chain = tuple(dict.fromkeys(chain))
    chain = chain or _document_before(scene, clause, lore)
    impersonal = not speakers and (not last or _is_impersonal(scene, clause, lore))
    if not chain and not impersonal:
        chain = last
    return chain or (Source(SourceKind.ANONYMOUS, None),), impersonal


_THROUGH = (SourceKind.DOCUMENT, SourceKind.MEDIA)


def _is_impersonal(scene: Scene, clause: Clause, lore: Lore) -> bool:
    """Whether a verb of saying without a subject is nobody's (`يذكر أن`), and not of who spoke before (`وأكد أن`)."""
    assert clause.verb is not None
    if _is_thought(scene, clause):
        return True
    if clause.verb.voice != "either" or not clause.verb.person.startswith("3ms"):
        return clause.verb.voice == "passive"
    phrase = scene.phrases[clause.index]
    goes_on = phrase.conj or clause.index > 0
    if clause.verb.tense == "past":
        return not goes_on
    cues = lore.sources.cues.get(scene.words[phrase.head].norm, ())
    return any(c.kind == "impersonal" for c in cues)


def _is_thought(scene: Scene, clause: Clause) -> bool:
    """Whether a verb of a relative clause says what is thought of whom it tells of (`رجل يعتقد أنه العقل المدبر`)."""
    verb, comp = clause.verb, clause.comp
    if verb is None or comp is None:
        return False
    told = clause.subject if clause.how == ("subject stands first",) else clause.antecedent
    if verb.person == "3ms" and is_of_thought(verb) and told and told[0].many:
        return told[0].person  # `الشبان الذين يتوقع أن يمثلوا أمام القاضي`, `شبان بينهم رجل يعتقد أنه`
    if clause.how != ("subject is what the relative clause tells of",):
        return False
    of_him = bool(scene.phrases[comp[0]].suffix) and comp[0] == clause.index + 1
    return of_him and is_of_thought(verb) and verb.person == "3ms" and verb.tense == "present"


def _aside(scene: Scene, clause: Clause, scope: Span) -> Span:
    """What is thought between commas, up to the second (`طائرة، يعتقد أنها أميركية، قصفت السيارة`)."""
    before, verb = scene.phrases[clause.index - 1] if clause.index > 0 else None, clause.verb
    thought = verb is not None and is_of_thought(verb) and verb.tense == "present"
    if before is None or before.kind != "comma" or not thought or scene.phrases[clause.index].conj:
        return scope
    commas = (p for p in scene.phrases[clause.index :] if p.kind == "comma")
    end = next((scene.words[p.start].start for p in commas), scope.end)
    return Span(scope.start, max(min(end, scope.end), scope.start + 1))


def _who_quotes(cue: Span, said: Sequence[Attribution]) -> tuple[Source, ...]:
    """The chain of the innermost statement that holds a cue."""
    over = [a for a in said if a.scope.contains(cue) and a.chain]
    return min(over, key=lambda a: len(a.scope)).chain if over else ()


def _is_name(scene: Scene, clause: Clause) -> bool:
    """Whether a verb stands alone between quotation marks, which make it a name (`مديرية "أرحب"`)."""
    head = scene.phrases[clause.index].head
    around = [scene.words[i].token.norm for i in (head - 1, head + 1) if 0 <= i < len(scene.words)]
    return len(around) == 2 and around[0] in '«“"' and around[1] in '»”"'


def _is_called(scene: Scene, clause: Clause) -> bool:
    """Whether `يدعى` is what somebody is called, which print tells from `يدعي` by its last letter."""
    assert clause.verb is not None
    word = scene.words[scene.phrases[clause.index].head].token.text
    return clause.verb.verb.lemma == "ادّعى" and clause.verb.tense == "present" and word.endswith("ى")


def is_lie(scene: Scene, clause: Clause) -> bool:
    """Whether `كذب` is the noun (`وصفها بأنها كذب محض`): right behind a pronoun, and with nobody who denies."""
    before = scene.phrases[clause.index - 1] if clause.index > 0 else None
    if scene.words[scene.phrases[clause.index].head].norm == "كذبا":
        return True
    lie = clause.verb is not None and clause.verb.verb.lemma == "كذّب" and not clause.verb.suffix
    if before is not None and before.kind == "quote" and clause.index > 1:
        before = scene.phrases[clause.index - 2]
        if before.kind == "np" and scene.words[before.end - 1].bare in scene.classes["hearsay"]:
            return lie  # `الخبر «كذب محض»`
    return lie and before is not None and before.kind == "comp" and bool(before.suffix)


def _in_quote(scene: Scene, clause: Clause, scope: Span) -> bool:
    """Whether the verb's subject was only read from what it quotes (`وكتب "الجيش اعتقل سبعة"`)."""
    return any(scope.contains(scene.span(p)) for p in clause.subject)


def _says_nothing(scene: Scene, clause: Clause, stance: Stance, events: EventLexicon) -> bool:
    """Whether a verb of saying tells that nothing is said (`لم تعلن أي جهة`), or repeats what is nothing said."""
    negated = scene.phrases[clause.index].negated not in ("", "لما")
    if negated and stance in (Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES, Stance.DOUBTS):
        return True
    return _repeats_nothing(scene, clause) or _says_neither(scene, clause, stance, events)


def _says_neither(scene: Scene, clause: Clause, stance: Stance, events: EventLexicon) -> bool:
    """Whether somebody refuses to deny or to confirm (`رفضت الوزارة نفي أو تأكيد الأنباء`), which is no denial."""
    if stance is not Stance.DENIES or not clause.objects:
        return False
    first = clause.objects[0][0]
    head = scene.words[first.inner].bare
    alone = first.end == first.inner + 1  # `نفت الحكومة تعليق التعاون` is of a suspension, and no comment
    return head in events.classes["denying"] or head == "تاكيد" or (head == "تعليق" and alone)


def _repeats_nothing(scene: Scene, clause: Clause) -> bool:
    """Whether `جدد` or `أعاد` has an object that is nothing said (`جدد الطيران قصفه`)."""
    if clause.verb is None or clause.verb.verb.lemma not in ("جدّد", "أعاد") or clause.comp is not None:
        return False
    heads = [scene.words[p.inner].bare for group in clause.objects for p in group]
    return not any({*noun_keys(h)} & scene.classes["repeated"] for h in heads)


def _stance(say: Mapping[str, str] | None, key: str, events: EventLexicon) -> Stance | None:
    """What somebody does by a verb: as its line says, or as the event does that it names whatever stands round it."""
    if say is not None:
        name = say.get("stance", "asserts").split()[0] if say.get("stance") else "asserts"
        return Stance(name) if name in Stance._value2member_map_ else Stance.ASSERTS
    always = [s.type for s in events.verb_senses.get(key, ()) if not s.when]
    return next((EVENT_STANCE[k] for k in always if k in EVENT_STANCE), None)


_OWN_SUBJECT = ((FOLLOWS,), ("subject stands first",))


def _shows(verb: Reading) -> bool:
    """Whether by a verb a thing shows what is so, and nobody says it."""
    return verb.verb.lemma in particles().lemmas["showing"]


def _is_shown(scene: Scene, clause: Clause, said: Sequence[Attribution]) -> bool:
    """Whether a thing shows what is so (`وأظهر نمو المبيعات أن`), also by a pronoun of what somebody tells of it.

    `وصف الخطاب بالعدواني وقال إنه يثبت أن`.
    """
    if clause.verb is None or not _shows(clause.verb):
        return False
    head = scene.words[scene.phrases[clause.index].head]
    before = scene.words[head.index - 1] if head.index > 0 else None
    told = any(a.scope.contains(Span(head.start, head.end)) for a in said)
    thing = clause.subject[:1] and clause.how in _OWN_SUBJECT and not clause.subject[0].person
    return bool(thing) or (told and before is not None and before.kind == "comp" and bool(before.suffix))


def _document_before(scene: Scene, clause: Clause, lore: Lore) -> tuple[Source, ...]:
    """`وفي تقارير اللجنة يقال إن ...`: the document named before a verb of saying that has no subject."""
    for k in range(clause.index - 1, -1, -1):
        phrase = scene.phrases[k]
        if phrase.kind in ("verb", "stop", "comp"):
            return ()
        if phrase.kind == "np" and phrase.prep == "في":
            mention = lore.known(scene.mention(phrase))
            if kind_of(mention, scene.text, lore.sources) is SourceKind.DOCUMENT:
                return chain_of(scene, None, [mention], lore, phrase=k)
    return ()
