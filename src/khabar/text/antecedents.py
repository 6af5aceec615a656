"""Antecedents: what a relative clause tells of, and whom a pronoun right before a verb stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.agreement import is_kana
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.verbs import Reading
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

TIMES = frozenset(
    {"وقت", "حين", "لحظه", "يوم", "ساعه", "عام", "سنه", "شهر", "اطار", "ظل", "حال", "حاله"}
    | {"ساعات", "ايام", "دقاءق", "اسابيع", "اشهر", "سنوات", "اعوام", "لحظات", "يومين", "ساعتين", "اسبوع", "قليل"}
)
"""Nouns behind `في`, or `ب` (`قبل ذلك بأيام`), that a clause follows which does not tell of them."""


def is_relative(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether the verb at `j` follows an indefinite noun phrase directly: a relative clause without `الذي`."""
    before = phrases[j - 1]
    if _are_some_who(phrases, j):
        return True
    if before.kind == "np" and before.prep and before.definite and not phrases[j].conj:
        return _told_over(phrases, j) is not None
    return before.kind == "np" and not before.definite and not phrases[j].conj


def _are_some_who(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether a plural verb tells of some of those right before it (`على مئات من الأشخاص تجمعوا أمام المقر`)."""
    before, verb = phrases[j - 1], phrases[j].verb
    some = before.kind == "np" and before.person and before.number == "counted" and not phrases[j].conj
    inside = bool(before.prep) or (j > 1 and phrases[j - 2].kind in ("np", "verb"))
    return some and inside and verb is not None and verb.person == "3mp"


def _told_over(phrases: Sequence[Phrase], j: int) -> Phrase | None:
    """The indefinite noun that the verb at `j` tells of over definite phrases (`غارة لطيران التحالف استهدفت مواقع`)."""
    verb, m = phrases[j].verb, j - 1
    while m > 0 and phrases[m].kind == "np" and phrases[m].prep and phrases[m].definite:
        m -= 1
    told = phrases[m]
    if verb is not None and verb.person == "3mp" and m < j - 1 and told.kind == "np" and not told.prep:
        # `حشدا من المحتجين في العاصمة يطالبون`
        return told if told.person and told.number in ("pl", "counted") and not told.definite else None
    if verb is None or verb.suffix or m == j - 1 or told.kind != "np" or told.definite or told.person or told.suffix:
        return None
    if told.prep and (m == 0 or phrases[m - 1].kind in ("stop", "comma", "link", "comp")):
        return None  # `في جلولاء التابعة لديالى قتل جندي`
    single = verb.person in ("3ms", "3fs") and verb.tense == "past"
    return told if single and (told.gender == "f" or told.number == "pl") is (verb.person == "3fs") else None


_HE = {"هو": ("3ms",), "هي": ("3fs",), "هم": ("3mp",), "هما": ("3md", "3fd"), "هن": ("3fp",)}


def who_he_is(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> list[Phrase]:
    """Whom a pronoun right before a verb stands for: the nearest people that agree (`أحد قادته، وهو يتوعد`)."""
    k = clause.index
    pronoun = words[phrases[k].start - 1] if phrases[k].start > 0 and k > 0 else None
    if pronoun is None or pronoun.kind != "pron" or clause.verb is None or (clause.verb.suffix and not clause.objects):
        return []
    if clause.verb.person not in _HE.get(pronoun.norm, ()):
        return []
    for phrase in reversed(phrases[: k - 1]):
        if phrase.kind == "stop":
            return []
        one = phrase.number not in ("pl", "du", "counted") or words[phrase.inner].norm[:3] == "احد"
        if phrase.kind == "np" and phrase.person and not phrase.suffix and one is (pronoun.norm in ("هو", "هي")):
            woman = phrase.gender == "f"
            if woman is (pronoun.norm in ("هي", "هن")) or phrase.gender == "":
                return [phrase]
    return []


def pronoun_subject(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """Whom the pronoun of `أنه`, `إنها` right before the verb stands for: the subject of the clause it depends on."""
    k = clause.opener
    if k < 0 or k != clause.index - 1 or not phrases[k].suffix or _is_done(clause):
        return []
    said = phrases[k - 1].inside if k > 0 and phrases[k - 1].kind == "np" else None
    if said is not None:
        return [said]  # `بعد إعلان الشرطة أنها قتلت المهاجم`
    governing = next((c for c in reversed(before) if c.comp is not None and c.comp[0] == k), None)
    accuses = governing is not None and governing.verb is not None and governing.verb.verb.lemma == "اتّهم"
    if governing is not None and accuses and governing.objects:
        return governing.objects[0]  # `اتهم الحركة بأنها قتلت جنديين`
    if governing is not None and (denier := _who_denies(governing, before, phrases)):
        return denier  # `نفت الحركة تقارير زعمت أنها اعتقلت صحفيين`
    if is_of_others(clause, before, phrases):
        return []
    if governing is None and phrases[k].conj and (beside := _beside(clause, before, phrases)):
        return beside
    other = governing or next((c for c in reversed(before) if c.subject and _stands_for(phrases[k].suffix, c)), None)
    return other.subject if other is not None else []


def _who_denies(telling: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """Who denies the reports that a relative clause says to have told a thing: the subject of the verb over it."""
    told = telling.antecedent[0] if telling.antecedent else None
    if told is None or told.person or told.mentions or told.prep or telling.subject != telling.antecedent:
        return []
    over = next((c for c in before if any(p is told for group in c.objects for p in group)), None)
    denies = over is not None and over.verb is not None and over.verb.verb.lemma in particles().lemmas["denying"]
    return over.subject if over is not None and denies else []


def _is_done(clause: Clause) -> bool:
    """Whether a verb only says that the deed behind it was done (`إنه تم توقيفه`): the pronoun before it is nobody."""
    done = clause.verb is not None and clause.verb.verb.lemma in ("تمّ", "جرى") and clause.verb.person == "3ms"
    return done and bool(clause.objects)


def _beside(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """Whom the pronoun of an `أن` before stands for, to which the clause's is joined (`بأنها أبعدت، وبأنها تحتجز`)."""
    suffix = phrases[clause.opener].suffix
    told = (c for c in reversed(before) if c.opener >= 0 and phrases[c.opener].kind == "comp")
    other = next((c for c in told if phrases[c.opener].suffix == suffix), None)
    return other.subject if other is not None and other.how == ("subject is who the pronoun stands for",) else []


def is_of_others(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> bool:
    """Whether the pronoun right before the verb stands for those of a sentence before (`قال النائب إنهم`)."""
    k = clause.opener
    if k < 0 or k != clause.index - 1 or not phrases[k].suffix:
        return False
    governing = next((c for c in reversed(before) if c.comp is not None and c.comp[0] == k), None)
    return governing is not None and bool(governing.subject) and _disagrees(phrases[k].suffix, governing)


def _disagrees(suffix: str, clause: Clause) -> bool:
    """Whether a pronoun cannot be the one person who says a thing, by what shows his number and gender."""
    subject, verb = clause.subject[0], clause.verb
    if len(clause.subject) != 1 or subject.who not in (MentionKind.PERSON, MentionKind.OFFICE) or verb is None:
        return False
    if verb.person not in ("3ms", "3fs") or subject.number not in ("", "sg"):
        return False
    return suffix != ("ها" if verb.person == "3fs" else "ه")


def has_pronoun_subject(clause: Clause, first: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether the pronoun of `أنه` right before an active verb is its subject and a thing follows as object."""
    k, verb = clause.opener, clause.verb
    if k < 0 or k != clause.index - 1 or not phrases[k].suffix or verb is None or first.case == "nom":
        return False
    if first.person and not first.possessed:
        return False  # `ادعى أنه قتل والده`, but `أكد أنه وصل وزير`
    agrees = {"ه": ("3ms",), "ها": ("3fs",), "هم": ("3mp",), "هما": ("3md",)}.get(phrases[k].suffix, ())
    return verb.person in agrees and "event" in verb.verb.kind.split() and len(clause.objects) == 1 and not clause.agent


def _stands_for(suffix: str, clause: Clause) -> bool:
    """Whether a pronoun agrees with the subject of a clause (`حاولت الشرطة توقيفه إلا أنه رفض`: not the police)."""
    subject, verb = clause.subject[0], clause.verb
    if suffix == "ها" and subject.who is MentionKind.PLACE:
        return True  # `إن إيران تعرقل الاتفاق، وإنها ...`
    says = verb is not None and verb.verb.says and subject.definite and suffix == "ه"
    if not subject.person and not says:
        return False
    if suffix == "ها" and subject.who is MentionKind.PERSON and verb is not None and verb.person == "3ms":
        return False
    if suffix == "ه":
        return subject.gender != "f" and subject.number not in ("pl", "du", "counted") and len(clause.subject) == 1
    if suffix == "ها":
        return not (subject.gender == "m" and subject.number == "sg")
    return subject.number in ("pl", "counted", "du") or len(clause.subject) > 1


def resumes(clause: Clause) -> bool:
    """Whether the verb's pronoun stands for what the relative clause tells of (`غارة شنتها`)."""
    suffix = clause.verb.suffix if clause.verb is not None else ""
    if suffix in ("هم", "هن") and clause.verb is not None and clause.verb.person in ("3ms", "3fs"):
        # `النواب الذين منعتهم الوزارة`: many who tell themselves of one.
        return clause.antecedent[0].person and clause.antecedent[0].many
    if suffix == "هما":
        return clause.antecedent[0].number == "du"  # `غارتين شنهما التحالف`
    feminine = clause.antecedent[0].gender == "f" or clause.antecedent[0].number == "pl"
    return suffix in ("ه", "ها") and feminine is (suffix == "ها")


def is_led(clause: Clause | None) -> bool:
    """Whether a relative clause only says who leads or backs the force it tells of (`التحالف الذي تقوده السعودية`).

    `العملية التي تقودها السعودية` tells of a deed.
    """
    if clause is None or clause.verb is None or not clause.verb.suffix:
        return False
    told = clause.antecedent[0] if clause.antecedent else None
    if told is None or squeeze(clause.verb.verb.lemma) not in particles().backing:
        return False
    return told.person or (bool(told.mentions) and not resumes(clause))  # `غارات التحالف الذي تقوده السعودية`


def antecedent_of(
    phrases: Sequence[Phrase], k: int, verb: Reading | None, words: Sequence[Word]
) -> list[Phrase]:
    """What a relative clause whose verb is at `k` tells of: the noun phrase before the relative word.

    Of those strung together by prepositions (`هجوم بسيارة مفخخة استهدف`) the nearest that agrees with the verb.
    """
    j = k - 1
    while j > 0 and (phrases[j].kind in ("rel", "comma", "part") or _is_dated(phrases, j)):
        j -= 1
    while j > 0 and phrases[j].prep in _LACKING and phrases[j - 1].kind == "np":
        j -= 1  # `طائرة بدون طيار أطلقها مسلحون`
    nearest = [phrases[j]] if j >= 0 and phrases[j].kind == "np" else []
    if nearest and j < k - 1 and phrases[k - 1].kind == "rel":
        return _by_relative(phrases, j, phrases[k - 1], verb, words)
    if k > 0 and _are_some_who(phrases, k):
        return nearest
    if k > 0 and j == k - 1 and nearest and nearest[0].definite and (told := _told_over(phrases, k)) is not None:
        return [told]
    if nearest and (farther := _past_relative(phrases, j, verb)) is not None:
        return [farther]
    direct = j == k - 1 and verb is not None and not verb.suffix and verb.person in ("3ms", "3fs")
    while direct and j >= 0 and phrases[j].kind == "np" and not phrases[j].definite:
        if not phrases[j].gender and not phrases[j].person and verb is not None and verb.person == "3fs":
            return [phrases[j]]  # `معلومات حول خلايا تستهدف`
        if (phrases[j].gender == "f") is (verb is not None and verb.person == "3fs"):
            return [phrases[j]]
        if not phrases[j].prep:
            break
        j -= 1
    return nearest


def goes_past_state(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a past only stands behind what `كان` says its subject was like (`إن عبوة كانت مزروعة قربه انفجرت`).

    Or behind where it says that people told of before were (`مسلحون كانوا في سيارة أطلقوا النار`). It is then no
    pluperfect, and tells of that subject.
    """
    k = clause.opener
    if k < 0 or not before or before[-1].index != k or not is_kana(phrases[k]) or clause.index < k + 2:
        return False
    people = phrases[k - 2 if k > 1 and phrases[k - 1].kind == "comma" else max(k - 1, 0)]
    if _were_there(people, phrases[k + 1 : clause.index], words) and not phrases[clause.index].conj:
        return before[-1].subject == [people]
    said, word = phrases[k + 1], words[phrases[k + 1].inner]
    lone = said.kind == "np" and said.end == said.inner + 1 and not (said.prep or said.person or said.definite)
    like = word.adjectival or (word.norm.startswith("م") and word.norm.endswith("ه"))
    between = phrases[k + 2 : clause.index]
    where = all((p.kind == "np" and bool(p.prep)) or p.kind in ("adv", "comma") for p in between)
    told = [p for p in before[-1].subject if p.start < phrases[k].start]
    return lone and like and where and not phrases[clause.index].conj and bool(told)


def _were_there(told: Phrase, between: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether `between` only says where indefinite people were."""
    people = told.kind == "np" and told.person and not told.definite and not told.possessed
    where = bool(between) and all((p.kind == "np" and bool(p.prep)) or p.kind in ("adv", "comma") for p in between)
    return people and where and between[0].kind == "np" and words[between[0].inner].bare not in TIMES


_DUAL = word_list(__name__, "dual")


def _by_relative(
    phrases: Sequence[Phrase], j: int, relative: Phrase, verb: Reading | None, words: Sequence[Word]
) -> list[Phrase]:
    """What a relative word tells of, of the noun phrase at `j` and those before it: the nearest that agrees with it.

    `بين إيران وتركيا اللتين قطعتا`: both; `رجل الدين المقيم في كندا والذي تتهمه أنقرة`, `صلى على الشهيد، بالجامع،
    والذي استشهد أمس`.
    """
    nearest, norm = phrases[j], words[relative.head].norm
    if norm in _DUAL and nearest.conj and nearest.number != "du" and j > 0 and phrases[j - 1].kind == "np":
        return [phrases[j - 1], nearest]
    if not nearest.definite and (nearest.prep or nearest.conj) and (told := _definite_before(phrases, j, norm)):
        return [told]
    fell = verb is not None and relative.conj and squeeze(verb.verb.lemma) in particles().falling
    if norm != "الذي" or not nearest.prep or nearest.inside is not None or not (_is_woman(nearest) or fell):
        return [nearest]
    for m in range(j - 1, max(j - 6, -1), -1):
        here = phrases[m]
        if here.kind not in ("np", "comma", "adv"):
            break
        man = here.kind == "np" and here.person and here.definite and not _is_woman(here) and not here.many
        if man and not (fell and not (here.named or here.who is MentionKind.UNNAMED)):
            named = phrases[m - 1] if m > 0 and phrases[m - 1].end == here.start else here
            described = here.end == here.inner + 1 and not here.named and named.kind == "np" and named.named
            return [named if described else here]
    return [nearest]


def _definite_before(phrases: Sequence[Phrase], j: int, norm: str) -> Phrase | None:
    """The definite people before indefinite ones, of whom no `الذين` tells (`المهنئين من مدنيين وعسكريين الذين`)."""
    if norm not in ("الذين", "اللذين", "اللذان"):
        return None
    for m in range(j - 1, max(j - 6, -1), -1):
        here = phrases[m]
        if here.kind != "np":
            return None
        if here.definite and here.person and here.number != "sg" and not here.prep:
            return here
    return None


def _is_woman(phrase: Phrase) -> bool:
    """Whether `الذي` cannot tell of the noun of a phrase: it is feminine, or the name of a state or town that is."""
    return phrase.gender == "f" and phrase.number in ("sg", "") and phrase.inside is None


_LACKING = word_list(__name__, "lacking")


def _is_dated(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether a time stands between a noun and the relative word that tells of it (`انتفاضة 2011 التي`)."""
    return phrases[j].kind == "adv" and phrases[j + 1].kind == "rel" and phrases[j - 1].kind == "np"


def _past_relative(phrases: Sequence[Phrase], j: int, verb: Reading | None) -> Phrase | None:
    """What a second relative clause tells of where people stand before it that its verb does not agree with.

    `هجوم نفذه مسلحون استهدف حافلة`: the attack hit the bus.
    """
    near = phrases[j]
    single = verb is not None and verb.person in ("3ms", "3fs") and not near.prep
    came_of = verb is not None and squeeze(verb.verb.lemma) in particles().outcomes
    while came_of and j > 1 and phrases[j].kind == "np" and phrases[j].prep and phrases[j - 1].kind in ("np", "verb"):
        j -= 1  # `هجوم نفذه مسلح في لويزيانا أسفر عن مقتل امرأتين`
    near = phrases[j] if came_of else near
    single = single or came_of
    many = near.many or came_of
    if not single or not near.person or not many or j < 2 or phrases[j - 1].kind != "verb":
        return None
    before, told = phrases[j - 1], phrases[j - 2]
    resumes = before.verb is not None and before.verb.suffix in ("ه", "ها") and not before.conj
    agrees = (told.gender == "f") is (verb is not None and verb.person == "3fs")
    return told if resumes and told.kind == "np" and not told.definite and agrees else None
