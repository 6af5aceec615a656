"""Tolls that are told anew: `ارتفعت حصيلة الهجوم إلى تسعة قتلى و25 جريحا`.

A later, higher toll replaces the one the event had; totals and their parts are never added up (PLOVER, on sizes).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.events.amounts import summed
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.toll_words import toll_words
from khabar.records import Quantity, Size
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase


def revise(drafts: Sequence[Draft], scenes: Sequence[Scene]) -> None:
    """Give the nearest attack told before each new toll the numbers of that toll, in place."""
    for scene in scenes:
        sizes = [size for clause in scene.clauses for size in _told(scene, clause)]
        sizes = sizes or _told_by_nouns(scene) or _told_plainly(scene)
        kind = "PROTEST" if _of_protest(scene) else "ASSAULT"
        before = [d for d in drafts if d.type == kind and d.span.start < scene.sentence.span.end]
        since = kind == "ASSAULT" and any(w.norm == "منذ" for w in scene.words)  # the toll of a war and no attack
        if not sizes or not before or since:
            continue
        kinds = {s.kind for s in sizes}
        counted = [d for d in before if any(s.kind in kinds for s in d.size)]
        event = (counted or before)[-1]
        for size in sizes:
            old = next((s for s in event.size if s.kind == size.kind), None)
            if old is None or old.low < size.low:
                event.size = [*(s for s in event.size if s is not old), size]


def _told(scene: Scene, clause: Clause) -> list[Size]:
    """The numbers of the dead and injured that a clause about a toll gives."""
    if clause.verb is None or squeeze(clause.verb.verb.lemma) not in toll_words().rises or not clause.subject:
        return []
    head = clause.subject[0]
    words = scene.words[head.inner : head.end]
    keys = [set(noun_keys(w.bare)) for w in words]
    if not keys or not keys[0] & (toll_words().toll | toll_words().count):
        return []
    kind = next((k for some in keys[1:] for k in ("dead", "injured") if some & toll_words().of(k)), "")
    if keys[0] & toll_words().count and not kind:
        return []
    if len(keys) == 1 or head.head in scene.violent:
        kind = kind or "dead"  # `ارتفعت الحصيلة إلى 15`
    return _numbers(scene, clause, kind)


def _numbers(scene: Scene, clause: Clause, kind: str) -> list[Size]:
    """The first number of a clause, which is of `kind`, and those with a noun of their own before or in them."""
    found: list[Size] = []
    for phrase in _behind(scene, clause):
        size = counted(scene, phrase, kind)
        if size is not None:
            found.append(size)
            kind = ""
        elif phrase.kind == "np" and (own := _own(scene, phrase)):
            kind = own  # `بلغ عدد القتلى 21 والمصابين 40`
    return found


def _behind(scene: Scene, clause: Clause) -> Iterator[Phrase]:
    """The phrases behind a verb that are its own, and of a relative clause only that which tells where the toll got.

    `ارتفع عدد ضحايا التفجير الذي استهدف مسجدا إلى 40 قتيلا`.
    """
    phrases, relative = scene.phrases, False
    for k in range(clause.index + 1, len(phrases)):
        phrase, opened = phrases[k], phrases[k - 1].kind == "rel"
        if phrase.kind in ("link", "stop") or (phrase.kind == "verb" and not opened):
            return
        relative = relative or opened
        its_own = phrase.kind == "np" and phrase.prep == "الي" if relative else k < clause.stop + 4
        if its_own:
            yield phrase


def _own(scene: Scene, phrase: Phrase) -> str:
    """What a phrase counts by its own noun: the dead or the injured, or empty."""
    words = scene.words[phrase.inner : phrase.end]
    return next((k for k in ("dead", "injured") for w in words if {*noun_keys(w.bare)} & toll_words().of(k)), "")


def _told_by_nouns(scene: Scene) -> list[Size]:
    """The numbers to which a toll rises by a noun (`ارتفاع حصيلة ضحايا الهجوم إلى 41 وعدد المصابين إلى 311`)."""
    found = []
    for k, phrase in enumerate(scene.phrases):
        words = scene.words[phrase.inner : phrase.end] if phrase.kind == "np" else []
        after = scene.phrases[k + 1] if k + 1 < len(scene.phrases) else phrase
        if len(words) == 1 and after.kind == "np" and not after.prep and not after.conj:
            words += scene.words[after.inner : after.end]  # `أعلنت بلوغ عدد القتلى 21`
        keys = [set(noun_keys(w.bare)) for w in words]
        if len(keys) < 2 or not keys[0] & toll_words().rise or not keys[1] & (toll_words().toll | toll_words().count):
            continue
        kind = next((n for some in keys[2:] for n in ("dead", "injured") if some & toll_words().of(n)), "")
        stop = next((j for j in range(k + 1, len(scene.phrases)) if scene.phrases[j].kind != "np"), len(scene.phrases))
        to = [p for p in scene.phrases[k + 1 : stop] if p.prep == "الي"]
        found += [size for p in to[:1] if (size := counted(scene, p, kind)) is not None]
    return found


def _tolls(scene: Scene) -> Iterator[int]:
    """The phrases that name a toll."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.kind == "np" and set(noun_keys(scene.words[phrase.inner].bare)) & toll_words().toll:
            yield k


def _told_plainly(scene: Scene) -> list[Size]:
    """The numbers behind a toll that no verb of rising tells (`حصيلة الهجوم 21 قتيلا و117 جريحا`)."""
    for k in _tolls(scene):
        stop = next((j for j in range(k, len(scene.phrases)) if scene.phrases[j].kind in ("stop", "comma")), None)
        found = [counted(scene, phrase, "") for phrase in scene.phrases[k:stop]]
        if any(found):
            return [s for s in found if s is not None]
    return []


def _of_protest(scene: Scene) -> bool:
    """Whether a toll is that of a protest (`حصيلة الاحتجاجات`)."""
    inside = (w for k in _tolls(scene) for w in scene.words[scene.phrases[k].start : scene.phrases[k].end])
    return any(set(noun_keys(w.bare)) & scene.classes["rallies"] for w in inside)


def counted(scene: Scene, phrase: Phrase, told: str) -> Size | None:
    """The number in a phrase as a size: `dead` or `injured` by its own noun, else `told`, what the toll counts."""
    if phrase.kind != "np":
        return None
    span = scene.span(phrase)
    quantity: Quantity | None = next((q for q in scene.quantities if span.contains(q.span)), None)
    if quantity is None:
        return None
    words = scene.words[phrase.inner : phrase.end]
    before = scene.words[phrase.inner - 1].bare if phrase.inner else ""
    if phrase.conj and words[0].bare in toll_words().hurting and before in toll_words().dying:
        return None  # `مقتل وإصابة 40 مدنيا` counts both, and neither
    if of_both(scene, phrase):
        return None  # nor does `68 قتيلا وجريحا`
    kind = _own(scene, phrase) or told
    return Size(kind, quantity.low, quantity.high, quantity.exact, quantity.span, quantity.text) if kind else None


def with_joined(scene: Scene, phrase: Phrase, size: Size) -> Size:
    """A size with those of another side whom `و` joins to it (`أوقعت 15 قتيلا من المسلحين وثلاثة من الجنود`)."""
    k = scene.phrase_at(phrase.end - 1) + 1
    while 0 < k < len(scene.phrases) and scene.phrases[k].kind == "np":
        more = scene.phrases[k]
        ranks = more.prep == "في" and scene.words[more.inner].bare == "صفوف"
        side = more.definite and not more.prep and scene.phrases[k - 1].number == "counted"  # `17 من المسلحين الحوثيين`
        if not (ranks or side) and (more.prep not in ("", "من") or more.suffix or not (more.prep or more.conj)):
            break
        if more.conj:
            other = counted(scene, more, size.kind) if more.person and more.head not in scene.event_words else None
            if other is None or other.kind != size.kind or other.exact is not size.exact:
                break
            size = summed(size, other, scene.text)
        k += 1
    return size


def of_both(scene: Scene, phrase: Phrase) -> bool:
    """Whether the number in a phrase, with what `و` joins behind it, is of dead and wounded (`68 قتيلا وجريحا`)."""
    if not any(scene.span(phrase).contains(q.span) for q in scene.quantities):
        return False  # `سقوط قتيل وجريحين`
    end = phrase.end + (phrase.end < len(scene.words) and bool(scene.words[phrase.end].conj))
    keys = [set(noun_keys(w.bare)) for w in scene.words[phrase.inner : end]]
    return any(some & toll_words().dead for some in keys) and any(some & toll_words().injured for some in keys)


def own_kind(scene: Scene, phrase: Phrase, kind: str) -> str:
    """The kind of a number joined to one of `kind`: what its own noun says (`ثمانية قتلى و22 جريحا`), else `kind`."""
    size = counted(scene, phrase, "")
    return size.kind if size is not None else kind
