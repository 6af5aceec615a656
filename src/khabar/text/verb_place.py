"""What the words before a word say about whether it is a finite verb: verbs that are due, and nouns that are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.text.characters import squeeze
from khabar.text.particles import particle_of, particles
from khabar.text.tokens import Token
from khabar.text.verbs import Reading
from khabar.text.wordlist import VERBAL_NOUN, known_word

if TYPE_CHECKING:
    from khabar.text.words import Word

NOMINAL = frozenset({"noun", "name", "adj", "num"})
"""Kinds of words that can be in a noun phrase."""
_BEFORE_VERB = frozenset(
    {"لم", "لن", "سوف", "قد", "ان", "لا", "مما", "عندما", "حينما", "بعدما", "حيث", "فيما", "كما", "بينما"}
    | {"اذ", "حين", "ثم"}
)
"""Words after which stands a finite verb, where the form allows it."""
ONLY_VERB = word_list(__name__, "only_verb")
ENDS = frozenset('.؛:!؟«"“')
"""What parts sentences."""
_SETTING = word_list(__name__, "setting")
_WHEN = word_list(__name__, "when")
_TURNS = frozenset({"ذلك", "نفسه", "نفسها", "اخري", "اخر", "ثانيه", "متصل", "متصله", "مواز", "موازيه"}) | {
    *("جانبه", "جانبها", "جانبهم", "جهته", "جهتها", "جهتهم", "ناحيته", "ناحيتها", "دوره", "دورها", "بدوره", "بدورها"),
}
"""Words that end what turns to another matter or speaker (`من جهة أخرى نفى`, `من جانبها نفت`)."""


_AGO = word_list(__name__, "ago")


def lists_deeds(readings: Sequence[Reading], word: Word, before: Sequence[Word]) -> bool:
    """Whether a word after `و` is one more verbal noun under a verb that it would not agree with as a verb.

    `تمكنت الوحدات من تفكيك خلية وضبط أسلحة`; but `وقتل ثلاثة` tells what was done to them.
    """
    stem = word.token.norm[1:]
    third = [r for r in readings if r.person not in ("1s", "3fp") and not r.suffix]
    single = bool(third) and all(r.person == "3ms" and r.conjunction == "و" for r in third)
    if not single or stem not in particles().listed_deeds:
        return False
    deed = False
    for other in reversed(before[-36:]):
        if other.kind == "verb":
            return deed and other.verb is not None and other.verb.person in ("3fs", "3mp")
        if other.kind in ("comp", "rel", "link") or other.token.norm in ".؛":
            return False
        told = other.prep in ("من", "عن", "في", "الي", "ب") or other.kind == "prep"
        deed = deed or (other.kind == "noun" and VERBAL_NOUN.match(other.bare) is not None)
        deed = deed or (told and other.bare in particles().listed_deeds)
        deed = deed or (other.prep in ("من", "عن", "في") and other.definite and other.norm in ("القضاء", "القبض"))
    return False


def asks(before: list[Word]) -> bool:
    """Whether the word before asks for a verb (`لم`, `فيما`, `في حين`); `إلى حين` asks for a noun."""
    return before[-1].norm in _BEFORE_VERB and not is_until(before)


def is_until(before: list[Word]) -> bool:
    """Whether `حين` behind a preposition stands before, but for `في حين`: what follows is a noun (`إلى حين نفاد`)."""
    behind = len(before) > 1 and before[-1].norm == "حين" and before[-2].kind == "prep"
    return behind and before[-2].norm != "في"


def is_aux(last: Word | None) -> bool:
    """Whether the word before is a verb that another one goes with (`كانت تطوقها`, `لا تزال تحتجز`)."""
    return last is not None and last.verb is not None and "aux" in last.verb.verb.kind.split()


def is_quoted(before: list[Word]) -> bool:
    """Whether a quotation is open, or a colon stands before."""
    norms = [w.token.norm for w in before]
    return norms.count("«") > norms.count("»") or '"' in norms or ":" in norms


def is_dual(before: list[Word]) -> bool:
    """Whether the noun before, or the one its adjective describes, can be a dual that opens its clause.

    So does what tells of two of some (`أن اثنين من عناصر الشرطة قتلا`).
    """
    if any(a.norm in particles().twos and b.norm == "من" for a, b in pairwise(before[-6:])):
        return True
    nouns = list(takewhile(lambda w: w.kind in NOMINAL, reversed(before[-3:])))
    opened = len(before) <= len(nouns) or before[-len(nouns) - 1].kind in ("comp", "punct", "link", "rel")
    if nouns and not opened and not nouns[-1].definite and before[-len(nouns) - 1].kind == "prep":
        opened = True  # `تبحث الشرطة عن مسلحين هاجما محلا`
    return bool(nouns) and opened and all(w.norm.endswith(("ين", "ان")) for w in nouns)


def carries(comp: Word) -> bool:
    """Whether a complementizer carries a pronoun (`أنها ألقت`): a verb may follow in any tense."""
    return comp.norm.endswith(("ها", "هم", "نه", "هما"))


def was_to(before: list[Word]) -> str:
    """The person of `يكون` right after `أن`, whose verb comes next (`نفى أن يكون قصف المدرسة`), or nothing."""
    if len(before) < 2 or before[-1].verb is None or before[-2].kind != "comp":
        return ""
    verb = before[-1].verb
    return verb.person if verb.verb.lemma == "كان" and verb.tense == "present" else ""


def asks_for_verb(word: Word, before: list[Word], acts: list[Reading], followed: bool) -> bool:
    """Whether a verb is due where a word stands that could be a noun as well.

    After a comma `و` goes on with a verb of the person of the one before (`أشاد بالخطوة، وحث الدول`); after what opens
    a sentence to say when or where, its verb follows (`في غضون ذلك جدد`); after `إن` and a closed topic its predicate.
    """
    last = before[-1] if before else None
    if last is None:
        return False
    if last.token.norm in "،," and acts[0].conjunction:
        verb = next((w.verb for w in reversed(before) if w.verb is not None), None)
        return verb is not None and verb.tense == "past" and any(r.person == verb.person for r in acts)
    told = [w for w in before if w.kind not in ("punct",)]
    if last.token.norm in "،," and not acts[0].conjunction and _meanwhile(before):
        return True
    if any(w.kind in ("verb", "comp", "rel") for w in told):
        return _topic_told(before) and not acts[0].conjunction
    fronted = bool(told) and (bool(told[0].prep) or told[0].kind in ("adv", "conj", "prep"))
    near = last.token.norm in "،," or last.kind in ("adv", "name") or last.norm in _TURNS | _AGO
    # No noun of a deed ends so: `من جهة أخرى نفى المجلس`, while `نفي` is the denial.
    return fronted and (followed or word.token.text.endswith("ى")) and near


def _meanwhile(before: list[Word]) -> bool:
    """Whether a sentence has so far told only what goes on elsewhere (`فيما تتواصل المواجهات، قتل ثلاثة`)."""
    opener, verbs = before[0], [w for w in before if w.kind == "verb"]
    inside = before[1:-1]
    return opener.norm in _MEANWHILE and len(verbs) == 1 and all(w.token.norm not in "،,.؛:" for w in inside)


_MEANWHILE = word_list(__name__, "meanwhile")


def _topic_told(before: list[Word]) -> bool:
    """Whether since `أن` or `إن` stands a topic that nothing but its verb can follow: closed, or before a comma."""
    last = before[-1]
    alef = last.token.text.endswith(("ا", "اً")) and known_word(last.norm[:-1]) > 0
    closed = last.kind in NOMINAL and (last.definite or alef or last.norm.endswith(("ها", "هم", "ه")))
    if not closed and last.token.norm not in "،,":
        return False
    for number, word in enumerate(reversed(before[-14:])):
        if word.kind in ("verb", "rel", "link"):
            return False
        if word.kind == "comp":
            return number > 0
    return False


def is_fronted(before: list[Word]) -> bool:
    """Whether a sentence has begun with where, when or whereupon only, so that its verb comes next.

    `وفي جنيف حذر مستشار الرئيس`, `وعلى الأثر قطع الأهالي الطريق`, `وبعد المباراة رشق مشجعون الحافلة`.
    """
    start = next((i for i, w in enumerate(reversed(before)) if w.token.norm in ENDS), len(before))
    told = before[len(before) - start :]
    if not told or not (told[0].prep in _SETTING or told[0].norm in _WHEN):
        return False
    last = told[-1]
    closed = last.named or last.kind == "name" or (last.kind in NOMINAL and last.definite) or last.norm in _WHEN
    closed = closed or (len(told) == 2 and told[0].norm == "في" and known_word("ال" + last.bare) == 0)
    plain = all(w.kind in NOMINAL | {"prep", "adv", "dem"} for w in told)
    return closed and plain and not last.norm.endswith(("ها", "هم", "هما"))


def describes(after: Token) -> bool:
    """Whether a word is an adjective that makes the word before a noun (`وفي غزة قصف إسرائيلي`)."""
    if after.kind != "word" or after.norm.startswith("ال"):
        return after.kind != "word"
    feminine = after.norm if after.norm.endswith("يه") else after.norm + "ه"
    return feminine.endswith("يه") and known_word(feminine) + known_word("ال" + feminine) > 0


def topic_is_feminine(before: list[Word]) -> bool:
    """Whether what a sentence is about stands before its verb and is feminine, or a single name, a country mostly.

    What follows the verb is then no subject, and `تمنع` no past of `تمنّع` (`بريطانيا تمنع النواب من السفر`).
    """
    told = list(takewhile(lambda w: w.kind in NOMINAL and not w.prep, reversed(before[-8:])))
    if not told:
        return False
    opener = before[-len(told) - 1] if len(told) < len(before) else None
    if opener is not None and opener.kind not in ("comp", "rel") and opener.token.norm not in ENDS:
        return False
    head = told[-1]
    feminine = head.norm.endswith(("ه", "ات", "اء")) and head.kind != "adj"
    return feminine or (len(told) == 1 and head.kind == "name")


def lacks_verb(before: list[Word]) -> bool:
    """Whether the clause so far is `كان` or `لكن` with a topic and no other verb: what follows is one."""
    if not before or before[-1].kind not in NOMINAL or before[-1].prep:
        return False
    for word in reversed(before[-12:]):
        if word.kind == "verb":
            return word.verb is not None and word.verb.verb.kind == "aux" and word.verb.verb.lemma == "كان"
        if word.kind in ("link", "comp"):
            return True
        if word.kind == "punct" and word.token.norm not in '«»"“”':
            return False
    return False


def after_verb(before: list[Word]) -> bool:
    """Whether a finite verb stands before in the same clause: a second one without `و` is a noun.

    Not after `كان` and its like, which take a verb themselves.
    """
    for word in reversed(before[-12:]):
        if word.kind == "verb":
            return word.verb is not None and word.verb.verb.kind != "aux"
        if word.kind not in NOMINAL | {"adv", "prep", "dem"}:
            return False
    return False


def _begins(before: list[Word]) -> bool:
    """Whether in the same clause stands a verb of beginning, which takes nouns as well (`بدأ العمال إضرابا`)."""
    verb = next((w.verb for w in reversed(before[-8:]) if w.kind not in NOMINAL | {"adv"}), None)
    return verb is not None and {"aux", "light"} <= set(verb.verb.kind.split())


def is_made(before: list[Word]) -> bool:
    """Whether a verb stands before in the same clause, behind which an accusative is no verb of two.

    That is any but `كان` and its like; those of beginning only where no two are told of.
    """
    return after_verb(before) or (_begins(before) and not any(w.norm.endswith(("ان", "ين")) for w in before[-3:]))


def lacks_object(before: list[Word], least: int = 2) -> bool:
    """Whether the verb before needs an object, and nothing but its subject and asides followed it so far.

    These have `least` words or more.
    """
    for number, word in enumerate(reversed(before[-12:])):
        if word.kind == "verb":
            needs = word.verb is not None and squeeze(word.verb.verb.lemma) in particles().need_object
            return needs and word.verb is not None and not word.verb.suffix and number >= least
        if word.kind not in NOMINAL | {"adv", "punct"} or word.token.norm in ".؛:":
            return False
    return False


def is_resumed(last: Word) -> bool:
    """Whether an indefinite noun stands before, or one with the alef of the accusative."""
    return last.kind == "noun" and can_be_told_of(last) and not last.verb


def can_be_told_of(last: Word) -> bool:
    """Whether a relative clause without `الذي` can follow a word: an indefinite noun, or its adjective."""
    return last.kind in ("noun", "adj") and not last.definite and not last.norm.endswith(("ها", "هم", "هما"))


def tells_of_words(readings: Sequence[Reading], before: Sequence[Word], after: Token | None) -> list[Reading]:
    """The readings of a word as a verb that says who made known the words named before it, or when.

    `في بيان نشره على موقعه`, `رسالة مصورة بثتها القناة`, `بيان صدر أمس`.
    """
    known = particles()
    named = [n for n, w in enumerate(before[-2:][::-1]) if w.norm in known.statements]
    if not named or any(w.definite or w.kind not in NOMINAL for w in before[-1 - named[0] :]):
        return []
    last = before[-1 - named[0]]
    own = ("ها",) if last.norm.endswith(("ه", "ات")) else ("ه",)
    made = [r for r in readings if r.tense == "past" and squeeze(r.verb.lemma) in known.issuing and not r.conjunction]
    governed = particle_of(after.norm) if after is not None else None
    alone = after is not None and (after.norm in _WHEN or (governed is not None and governed[0] == "prep"))
    return [
        r
        for r in made
        if (r.suffix in own and r.person.startswith("3"))
        or (alone and not r.suffix and r.person == ("3fs" if own == ("ها",) else "3ms"))
    ]


def is_nominative(norm: str) -> bool:
    """Whether a word is a plural or definite dual in the nominative, which only a verb can have after it."""
    known = known_word(norm[:-2] + "ين") > 0
    if norm.endswith("ون") and len(norm) > 5 and known and norm.startswith(("م", "ن")):
        return True  # `فجر مجهولون`
    return norm.startswith("ال") and norm.endswith(("ون", "ان")) and len(norm) > 6 and known
