"""Finite verbs: whether a word that can be one is one where it stands, and which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.rank import disagrees, no_subject, rank
from khabar.text.tokens import Token
from khabar.text.told_of import IN_IT, of_somebody, tells_of_it
from khabar.text.verb_place import (
    ENDS,
    NOMINAL,
    ONLY_VERB,
    after_verb,
    asks,
    asks_for_verb,
    can_be_told_of,
    carries,
    describes,
    is_aux,
    is_dual,
    is_fronted,
    is_made,
    is_nominative,
    is_quoted,
    is_until,
    lacks_object,
    lacks_verb,
    lists_deeds,
    tells_of_words,
    topic_is_feminine,
    was_to,
)
from khabar.text.verb_shape import (
    adverb_shape,
    can_be_noun,
    is_delay,
    is_doubled,
    is_masdar,
    is_root_letter,
    known_noun,
    like_noun,
    no_noun,
    two_did,
)
from khabar.text.verbs import Reading
from khabar.text.wordlist import VERBAL_NOUN, known_word

if TYPE_CHECKING:
    from khabar.text.words import Word


_HE = word_list(__name__, "he")


_BEFORE_NOUN = word_list(__name__, "before_noun")


_CALLED = word_list(__name__, "called")


_UNTIL = word_list(__name__, "until")


_THERE = word_list(__name__, "there")


_DEGREES = word_list(__name__, "degrees")


_SELF = word_list(__name__, "self")


def _is_whose(r: Reading, word: Word) -> bool:
    """Whether what could be a plain verb's past is a feminine noun with a pronoun (`كوريا الشمالية وجارتها`)."""
    stem = word.token.norm[len(r.conjunction) : len(word.token.norm) - len(r.suffix)]
    plain = r.verb.kind == "plain" and r.tense == "past" and r.person == "3fs" and not word.definite
    return plain and bool(r.suffix) and known_word("ال" + stem[:-1] + "ه") > 0


_HIS = frozenset({"3ms", "3fs", "3mp", "3md"})


def finite_verb(word: Word, cls: str, before: list[Word], after: Token | None, followed: bool) -> Reading | None:
    """Which reading as a finite verb the place of the word allows, or None; `followed` by a mention or not.

    The tagger's class counts most. Where it saw no verb the word is one all the same if the form is no noun's and the
    place asks for a verb.
    """
    last = before[-1] if before else None
    tagged = cls.startswith("VERB")
    if (last is not None and last.norm == "عدم") or word.token.norm == "شبه" or word.token.norm in particles().twos:
        return None
    below = word.token.text.lstrip("وف").startswith("إ")
    if "ً" in word.token.text or (below and not any(r.joins for r in word.readings)):
        return None  # no verb has tanwin, nor hamza below but by a fault of spelling
    if word.token.norm.lstrip("وف") in _THERE:
        return None
    if word.token.text.lstrip("وف") in particles().never_verbs:
        return None  # `هناك` is no `هنأك`
    if is_until(before):
        return None
    if last is not None and last.prep == "ب" and last.norm in particles().manners and not word.readings[0].conjunction:
        return None  # `نفى بشكل قاطع`
    if after is not None and after.norm in _DEGREES and any(r.suffix for r in word.readings):
        return None  # `أعلنت رفضها القاطع`
    pairs = (f"{norm} {after.norm}" for norm in {word.token.norm, word.token.norm.lstrip("و")}) if after else ()
    if any(pair in particles().fixed_pairs or pair.removeprefix("و") in particles().fixed_pairs for pair in pairs):
        return None  # `حظر التجول`, `وولي عهده`
    if word.token.text.endswith("ة") or (last is not None and last.token.norm == "«" and after and after.norm == "»"):
        return None
    aim = tagged or word.token.text.endswith("وا")  # `ليعودوا` is no noun
    readings = [r for r in word.readings if (r.particle != "ل" or aim) and not is_root_letter(r, word.token.norm)]
    readings = [r for r in readings if not _is_whose(r, word)]
    readings = [r for r in readings if r.joins] if below else readings
    if word.token.text.endswith("ا") and (last is None or last.norm not in ("ان", "لن", "لم", "الا", "كي", "حتي")):
        # `نفذ المعلمون تحركا احتجاجيا`: the ending of two stands behind particles only.
        readings = [r for r in readings if r.person != "3md" or r.tense == "past" or r.particle]
    if word.token.text.endswith("أ"):
        readings = [r for r in readings if r.person not in ("3md", "3fd")]  # `قبل أن يبدأ`: of two it is `يبدآ`
    if word.participle is not None and not word.conj:
        readings = [r for r in readings if r.person != "3md" or not r.conjunction]  # `واعدا` is no `و` and `أعدا`
    if last is not None and last.kind in NOMINAL and word.token.text.endswith("ا") and is_dual(before):
        two = [r for r in readings if r.person == "3md" and r.tense == "past" and "event" in r.verb.kind.split()]
        if two:
            return two[0]  # `أن شخصين قتلا`, `جنديين عراقيين قتلا`, `أن الطرفين اتفقا`
    if last is not None and last.kind == "comp" and last.norm.endswith("هما") and word.token.text.endswith("ا"):
        two = [r for r in readings if r.person == "3md" and r.tense == "past" and not r.suffix]
        if two:
            return two[0]  # `أكد أنهما هددا بالانسحاب`
    if last is not None and last.kind == "noun" and last.norm.endswith("ا") and word.token.text.endswith("ا"):
        readings = [r for r in readings if r.person != "3md"]  # `نرفض رفضا قاطعا`
    if "\u0651" in word.token.text and (doubled := [r for r in readings if is_doubled(r, word)]):
        return doubled[0]  # `وعيّن آخرين`
    if not tagged:
        # `اثنين` is no `أثنين`: the feminine plural and dual are rare, the nouns that look like them are not.
        counted = any(w.kind == "num" for w in before[-2:-1])  # `إعدام خمسة متهمين شنقا`
        alef = word.token.text.endswith(("ا", "اً")) and (counted or known_word(word.token.norm[:-1]) > 0)
        alef = alef and not two_did(word.norm)
        readings = [r for r in readings if r.person not in ("3fp", "3fd") and not (alef and r.person == "3md")]
    elif word.token.text.endswith("ا") and known_word("ال" + word.norm[:-1]) > 0 and is_made(before):
        # `أصدر القاضي حكما`, `بدأ العمال توقفا عن العمل`
        readings = [r for r in readings if r.person not in ("3md", "3fd") or r.conjunction]
    whole = known_word(word.norm) if word.norm.startswith("الت") else 0
    article = word.definite and word.token.text.lstrip("وف") not in particles().no_articles
    if not readings or (article and not tagged and known_word(word.norm[2:]) > max(whole - 1, 0)):
        return None  # `التزم` has no article: there is no `تزم`, and `تقي` is rarer than `التقى`
    if last is not None and last.norm == "من" and len(before) > 1 and before[-2].token.norm in _HE:
        return next((r for r in readings if r.tense == "past" and r.person in ("3ms", "3mp")), None)
    governed = last is not None and last.kind == "prep" and last.norm != "كما" and not last.suffix
    if governed and last is not None and (not tagged or last.norm in _BEFORE_NOUN):
        return None
    marked = last is not None and last.token.norm in '«“"' and len(before) > 1
    marked = marked and (before[-2].norm in _BEFORE_NOUN or before[-2].bare in _CALLED)
    if marked and not before[-2].suffix:
        return None  # `أثنى على «ضبط النفس»`
    if word.token.text.lstrip("وف").startswith("آ"):
        readings = [r for r in readings if r.verb.lemma.startswith("آ") or r.tense == "present"]
    if after is not None and after.norm in _SELF and not word.prep:
        to_himself = [r for r in readings if r.tense == "past" and r.verb.kind == "event" and r.person in _HIS]
        if to_himself and not to_himself[0].suffix:
            return to_himself[0]  # `انتحاريا يقود سيارة مفخخة فجر نفسه`
    afterwards = len(before) > 1 and before[-2].norm in _UNTIL  # `بعد أن استولى`
    told = last is not None and last.token.text == "إن" and any(w.verb is not None and w.verb.verb.says for w in before)
    if last is not None and last.kind == "comp" and not (last.suffix or carries(last) or afterwards) and (
        told or not tagged  # behind `قال إن` stands no past at all
    ):
        # After `أن` stands a present, or a noun that looks like a past (`أن حادث الأمس`).
        readings = [r for r in readings if r.tense != "past"]
    if last is not None and last.token.norm in "،," and is_masdar(readings, word) and lacks_object(before):
        return None  # `نفت الوزارة، اليوم السبت، تعرض قاعدة لهجوم`
    possessed = word.norm.startswith("ت") and bool(readings) and all(r.suffix for r in readings)
    if possessed and not readings[0].conjunction and lacks_object(before, 1) and not (last and can_be_told_of(last)):
        return None  # `أنكرت القاهرة تلقيها طلبا`, but `انتزع مقاتلون تساندهم طائرات`
    if lists_deeds(readings, word, before):
        return None
    if any(r.voice == "passive" and r.tense == "past" for r in readings) and not is_quoted(before):
        readings = [r for r in readings if r.person != "1s"]  # `أخلي سبيله`: print has `I` in quotations only
    jussive = last is not None and last.norm in ("لم", "لما", "لا", "ان")
    readings = [r for r in readings if r.tense != "jussive" or jussive or r.particle == "ل"]
    readings = [r for r in readings if not adverb_shape(r, word, after)]
    if not readings:
        return None
    if told_of := (
        tells_of_words(readings, before, after) or tells_of_it(readings, before, after) or _tells_what(readings, last)
    ):
        readings = told_of
    elif not tagged:
        readings = _untagged(readings, word, before, after, followed)
    elif (
        word.norm != "خلف"
        and after_verb(before)
        and not readings[0].conjunction
        and (
            can_be_noun(word, readings)
            or (
                is_delay(readings, word)
                and (
                    before[-1].kind == "verb"
                    or word.token.text.endswith("ي")  # `أنكرت الجمعية تلقي أموال`
                    or no_subject(after)
                    or all(disagrees(r, after) for r in readings)
                )
            )
        )
    ):
        # A second verb without `و` right after verb and subject is a noun (`فرضت السلطات حظر التجول`).
        told = last is not None and can_be_told_of(last)
        readings = _relative(readings, word, followed) if told else []
    if len(readings) < 2:
        return readings[0] if readings else None
    beside = None if topic_is_feminine(before) else after
    demanding = last is not None and last.norm in ("لم", "لن", "لا", "سوف", "ان") and not afterwards
    return min(readings, key=lambda r: rank(r, word, cls, demanding, beside))


def _acts(r: Reading) -> bool:
    """Whether a reading is of the third person, or what speakers say of themselves (`لا نزال ندعو`)."""
    return of_somebody(r) or (r.person == "1p" and r.verb.kind != "plain" and not r.conjunction)


def _goes_on(r: Reading, before: list[Word], word: Word) -> bool:
    """Whether a verb goes with the auxiliary right before: a present, or a past in `الذي كان فرضه`."""
    aux = before[-1].verb
    assert aux is not None
    if r.tense == "present":
        return r.person == aux.person and not like_noun(r, word)
    resumed = bool(r.suffix) and len(before) > 1 and before[-2].kind == "rel"
    return r.tense == "past" and resumed and aux.verb.lemma == "كان"


def _untagged(
    readings: list[Reading], word: Word, before: list[Word], after: Token | None, followed: bool
) -> list[Reading]:
    """The readings as a finite verb of a word that the tagger took for something else; none where it may be right."""
    last = before[-1] if before else None
    if last is not None and last.norm == "لا":
        readings = [r for r in readings if r.tense != "past"]  # `لا علم له بذلك`
    if len(word.token.text) > 4 and word.token.text.endswith("وا") and (done := _plurals(readings)):
        return done
    if last is not None and last.kind == "verb" and last.verb is not None and (done := _beside(readings, last.verb)):
        return done
    if last is not None and last.norm in ("الذي", "التي") and (done := [r for r in readings if r.suffix]):
        third = [r for r in done if r.person.startswith("3") and r.suffix == ("ه" if last.norm == "الذي" else "ها")]
        if third and known_word(word.token.norm) < 10:
            return third  # `الرجل الذي قتله جنود`
    if done := [r for r in readings if r.tense == "past" and r.person == was_to(before)]:
        return done
    if after is not None and after.norm in IN_IT and (done := [r for r in readings if r.tense == "past"]):
        return done  # `معارك قتل فيها العشرات`
    if last is not None and can_be_told_of(last) and (telling := _relative(readings, word, followed)):
        return telling
    if after is not None and after.norm == "ان" and (done := _denies_that(readings, word, last)):
        return done
    opens = last is None or asks(before) or last.kind in ("rel", "comp") or last.token.norm in ENDS
    if last is not None and last.norm in ONLY_VERB and (done := [r for r in readings if of_somebody(r)]):
        return done
    if is_aux(last) and (done := [r for r in readings if _acts(r) and _goes_on(r, before, word)]):
        return done
    nominative = after is not None and is_nominative(after.norm)
    bare = [r for r in readings if not r.suffix]
    if bare and (opens or nominative or any(no_noun(r, word) for r in bare)):
        return bare
    acts = [r for r in readings if r.verb.kind != "plain" and r.tense == "past" and r.person.startswith("3")]
    if after is not None and is_fronted(before) and not describes(after):
        next_comes = [r for r in acts if not (r.conjunction or r.suffix) and not disagrees(r, after)]
        if next_comes:
            return next_comes
    if acts and not word.token.norm.startswith("ال") and asks_for_verb(word, before, acts, followed or nominative):
        return acts
    sure = [r for r in readings if r.verb.kind != "plain" and not like_noun(r, word)]
    if sure and lacks_verb(before):
        return sure
    if followed and (last is None or not last.prep or last.suffix):
        # `وفي خطاب ألقاه أمام المجلس شدد ظريف على أن`; the past of the first form is spelled like its verbal noun.
        says = [r for r in sure if r.verb.says and r.verb.pattern in ("فعّل", "أفعل", "استفعل")]
        if done := [r for r in says if r.tense == "past" and r.person in ("3ms", "3fs")]:
            return done
    joined = opens or nominative or (last is not None and last.kind == "link")
    return [r for r in sure if r.suffix and (r.conjunction or joined) and len(word.token.norm) > 4]


def _tells_what(readings: list[Reading], last: Word | None) -> list[Reading]:
    """The readings as a past whose pronoun takes up `ما` right before it (`نفى المصدر ما نشرته القنوات`)."""
    if last is None or last.norm not in _WHAT:
        return []
    taken = (r for r in readings if r.suffix in ("ه", "ها") and r.tense == "past")
    return [r for r in taken if r.person.startswith("3") and not r.conjunction]


_WHAT = word_list(__name__, "what")


def _denies_that(readings: list[Reading], word: Word, last: Word | None) -> list[Reading]:
    """The readings as a denial before `أن`, which print parts from the noun (`الناطق باسم الحركة نفى أن`)."""
    if last is None or last.prep or last.kind in ("prep", "verb") or not word.token.text.endswith(("ى", "ت")):
        return []
    needs = particles().need_object
    says = [r for r in readings if r.verb.says and squeeze(r.verb.lemma) in needs]
    return [r for r in says if r.tense == "past" and r.person in ("3ms", "3fs") and not r.suffix]


def _beside(readings: list[Reading], verb: Reading) -> list[Reading]:
    """The readings of a word with `و` right behind a verb as another one of the same form (`تدخل وقصف المهاجمين`)."""
    alike = [r for r in readings if (r.tense, r.person) == (verb.tense, verb.person) and not r.suffix]
    acts = verb.verb.kind not in ("aux", "plain")
    return [r for r in alike if r.conjunction == "و" and r.verb.kind != "plain" and r.tense == "past" and acts]


def _plurals(readings: list[Reading]) -> list[Reading]:
    """The readings as a past of many, whose `وا` no noun has (`ثمانية منهم علقوا إضرابهم`), or as their aim."""
    return [r for r in readings if r.person == "3mp" and (r.tense == "past" or r.particle == "ل") and not r.suffix]


def by_its_end(reading: Reading, word: Word) -> Reading:
    """The reading of a past with a weak end as the passive that print shows by its `ي` (`ألقي`, but `ألقى`)."""
    alone = reading.tense == "past" and reading.person == "3ms" and not reading.suffix
    alone = alone and not reading.verb.lemma.startswith(("ت", "ان"))  # `تنحي` is a noun
    if alone and reading.verb.lemma.endswith("ى") and word.token.text.endswith("ي"):
        return replace(reading, voice="passive")
    return reading


def _relative(readings: Sequence[Reading], word: Word, followed: bool) -> list[Reading]:
    """The readings of a word after an indefinite noun as the verb of a relative clause (`هجوم شنه مسلحون`).

    One with a pronoun is a verb where a mention, its subject, follows; a past that print shows as no noun always.
    """
    found = []
    for r in readings:
        if r.conjunction or r.particle or not r.person.startswith("3"):
            continue
        stem = word.token.norm[: -len(r.suffix)] if r.suffix else word.token.norm
        noun = known_noun(stem) or known_word("ال" + word.token.norm) > 0 or is_masdar(readings, word)
        if r.suffix:
            if r.suffix in ("ه", "ها", "هم", "هما") and (followed or not noun) and len(stem) > 1:
                found.append(r)
        elif not noun and len(stem) > 3 and (r.tense == "present" or r.verb.kind != "plain"):
            found.append(r)
    return found


def struck_next(word: Word, before: Sequence[Word], after: Token | None, followed: bool) -> Reading | None:
    """What was done next to somebody, by who follows (`فقتلته القوات`, `ثم قتله الحراس`, `وأردته قتيلا`), or None.

    By its form it could be a noun with a pronoun, which no definite noun follows.
    """
    then = bool(before) and before[-1].norm == "ثم"
    somebody = after is not None and (followed or after.norm.startswith("ال"))
    shot = after is not None and after.norm.startswith("قتيل")
    for r in word.readings:
        done = r.tense == "past" and r.person in ("3ms", "3fs", "3mp") and r.suffix in ("ه", "ها", "هم")
        goes_on = r.conjunction == "و" and followed and _ends_with_name(before)
        next_to_it = (r.conjunction == "ف" or then or goes_on) and somebody and r.verb.kind != "plain"
        if done and not word.definite and (next_to_it or (shot and bool(r.conjunction))):
            return r
    return None


def _ends_with_name(before: Sequence[Word]) -> bool:
    """Whether a clause with its verb ends so far with a name and tells of no deed that another could be joined to.

    `وصل السفير إلى مقر المنظمة وشكره الموظفون`; but `اعترف المتهم بخطف سالم وقتله`.
    """
    if not before or not before[-1].named:
        return False
    for word in reversed(before):
        if word.kind == "verb":
            return True
        deed = word.kind == "noun" and not word.named and VERBAL_NOUN.match(word.bare) is not None
        if deed or word.token.norm in ENDS or word.kind in ("comp", "rel", "link"):
            return False
    return False
