"""The actor lexicon compiled: a trie from squeezed words to what they name, and the actors themselves.

The first word of an entry is met with attached و ف ب ل ك, the words after it only as they stand. A quotation mark
between the words of a name is passed over (`حركة «طالبان»`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from khabar.lexicon.cache import cached
from khabar.names import lexicon as lx
from khabar.names.fields import Fields
from khabar.names.forms import Feat, adjective_forms, construct, feminine, heir_forms, noun_forms, possessed_forms
from khabar.records import Actor, MentionKind
from khabar.text.characters import squeeze
from khabar.text.tokens import Token, tokenize
from khabar.text.wordlist import known_word

QUOTES = frozenset("«»\"“”'‘’")


class Entry(NamedTuple):
    """What words of the lexicon name.

    `kind` is `state`, `capital`, `adj`, `people`, `actor`, `person`, `body`, `office`, `mod`, `rank`, `kind`, `noun`,
    `owned` (a noun for people with a pronoun), `quality`, `shared` (an adjective of a country and a plain word too),
    `given`, `post` (a noun for who holds one, which is in no other list) or a class of `[words]`; `value` the code, id,
    key, title, sector or lemma.
    """

    kind: str
    value: str
    feat: Feat | None = None
    sector: str = ""


class Hit(NamedTuple):
    """An entry found at tokens `start` to `end` (excluded); `shift` letters of the first are clitics."""

    start: int
    end: int
    shift: int
    particle: str
    entry: Entry


@lru_cache(maxsize=32768)
def heads(norm: str) -> tuple[tuple[int, str, str], ...]:
    """The ways to read the first word of a name: (letters that are clitics, particle, word with its article)."""
    found = [(0, "", norm)]
    for shift, rest in ((0, norm), (1, norm[1:])) if norm[:1] in "وف" and len(norm) > 2 else ((0, norm),):
        if shift:
            found.append((shift, "", rest))
        doubled = known_word("ا" + rest) > 0 or known_word("ال" + rest[2:]) == 0  # `للجنة`; `للصين` is no `اللصين`
        if rest[:2] == "لل" and len(rest) > 3:
            found.append((shift + 1, "ل", "ال" + rest[2:]))
            if doubled:
                found.append((shift + 1, "ل", "ا" + rest))
        whole = rest.startswith("لجان")  # committees, and no `جان` with a preposition
        if rest[:1] in ("ب", "ل", "ك") and len(rest) > 2 and (doubled or rest[:2] != "لل") and not whole:
            found.append((shift + 1, rest[0], rest[1:]))
    return tuple(found)


Node = dict[str, Any]


class ActorIndex:
    """All names and titles of the lexicon, ready to be found in a text; made by `load_index`."""

    def __init__(self) -> None:
        self.trie: Node = {}
        self.states: dict[str, lx.State] = {}
        self.known: dict[str, lx.Known] = {}
        self.titles: dict[str, lx.OfficeTitle] = {}
        self.bodies: dict[str, lx.Body] = {}
        self.people_codes: dict[str, dict[str, Any]] = {}
        self.holders: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        self.words: dict[str, frozenset[str]] = {}
        self.realms: dict[str, tuple[str, ...]] = {}
        """States by the noun that may stand for their whole name with its article (`المملكة`)."""
        self.given: frozenset[str] = frozenset()
        self.common_given: frozenset[str] = frozenset()
        """More given names, of which some are plain words: for what stands behind a title only."""
        self.family: frozenset[str] = frozenset()
        self.name_words: frozenset[str] = frozenset()
        self.fields = Fields({"role": (), "weak": ()})
        self._starts: dict[str, tuple[tuple[int, str, Node], ...]] = {}
        self._office_keys: dict[str, str] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {k: v for k, v in self.__dict__.items() if k not in ("_starts", "_office_keys")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._starts = {}
        self._office_keys = {}

    def add(self, words: str, entry: Entry) -> None:
        """Put `words` (a name as it is printed) into the trie."""
        self._add([t.norm for t in tokenize(words)], entry)

    def _add(self, norms: Sequence[str], entry: Entry, override: bool = False) -> None:
        """Put a squeezed name into the trie; `override` drops what else the words name."""
        node = self.trie
        for norm in filter(None, norms):
            node = node.setdefault(norm, {})
        entries = node.get("", ())
        if override:
            node[""] = (entry,)
        elif entry not in entries:
            node[""] = (*entries, entry)

    def scan(self, tokens: Sequence[Token]) -> list[tuple[Hit, ...]]:
        """For each token the entries that begin there, longest first, of equals the one with fewer clitics."""
        starts = [self._starts_of(token.norm) for token in tokens]
        # `أحد الجنود وأحد المارة`: with the hamza it is no `واحد`.
        starts = [s[1:] if t.text == "وأحد" and s and s[0][0] == 0 else s for t, s in zip(tokens, starts, strict=True)]
        return [self._at(tokens, i, s) if s else () for i, s in enumerate(starts)]

    def _starts_of(self, norm: str) -> tuple[tuple[int, str, Node], ...]:
        """The ways a squeezed word can open a name: letters of clitics, particle, and what may follow."""
        starts = self._starts.get(norm)
        if starts is None:
            if len(self._starts) > 20_000:
                self._starts.clear()
            starts = tuple((s, p, self.trie[w]) for s, p, w in heads(norm) if w and w in self.trie)
            self._starts[norm] = starts
        return starts

    def _at(self, tokens: Sequence[Token], i: int, starts: Sequence[tuple[int, str, Node]]) -> tuple[Hit, ...]:
        """The entries that begin at token `i`, whose word opens names in the ways of `starts`."""
        hits = []
        for shift, particle, first in starts:
            node, j = first, i + 1
            while True:
                for entry in node.get("", ()):
                    hits.append(Hit(i, j, shift, particle, entry))
                while j < len(tokens) and tokens[j].norm in QUOTES and j + 1 < len(tokens):
                    if not tokens[j + 1].norm or tokens[j + 1].norm not in node:
                        break
                    j += 1
                following = node.get(tokens[j].norm) if j < len(tokens) and tokens[j].norm else None
                if not following:
                    break
                node, j = following, j + 1
        if len(hits) > 1:
            hits.sort(key=lambda h: (-h.end, h.shift))
        return tuple(hits)

    def lookup(self, name: str, *kinds: str) -> tuple[str, ...]:
        """The ids (or codes, keys) that exactly these words name, of entries of these kinds, or of any."""
        node = self.trie
        for token in tokenize(name):
            if token.norm in QUOTES or not token.norm:
                continue
            if token.norm not in node:
                return ()
            node = node[token.norm]
        return tuple(e.value for e in node.get("", ()) if not kinds or e.kind in kinds)

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of an id, made by rule for states (`state-pak`) and their bodies (`gov-pak-mofa`), or None."""
        if known := self.known.get(actor_id):
            return known.actor
        family, _, rest = actor_id.partition("-")
        code, _, key = rest.partition("-")
        state = self.states.get(code.upper())
        if state is None or family not in ("state", "gov"):
            return None
        if family == "state":
            sectors = ("PRE",) if state.status == "partial" else ("GOV",)
            return Actor(
                actor_id, state.name_ar, state.name_en, MentionKind.GROUP, state.code, sectors, state.aliases
            )
        key, _, host = key.partition("@")
        body = self.bodies.get(key)
        return None if body is None else self._body_actor(actor_id, state, body, host)

    def _body_actor(self, actor_id: str, state: lx.State, body: lx.Body, host: str) -> Actor:
        """A body of a state as an actor."""
        head = body.heads[0]
        if state.adjectives:
            ending = "" if head in body.masculine else "ة"
            name = f"{head} {' '.join('ال' + w + ending for w in state.adjectives[0].split())}"
        else:
            name = f"{construct(head) or head} {state.name_ar}"
        english = f"{body.name.capitalize()} of {state.name_en}"
        if host and host.upper() in self.states:
            name += f" في {self.states[host.upper()].name_ar}"
            english += f" in {self.states[host.upper()].name_en}"
        return Actor(actor_id, name, english, MentionKind.GROUP, state.code, body.sectors)

    def office_key(self, words: str) -> str:
        """The key of an office by its words (`نائب وزير الخارجية`: `deputy foreign minister`), or nothing."""
        key = self._office_keys.get(words)
        if key is None:
            from khabar.names.grammar import Grammar

            tokens = tokenize(words)
            title = Grammar(tokens, self.scan(tokens), None, self).title(0) if tokens else None
            key = title.key if title is not None and not title.rank else ""
            self._office_keys[words] = key
        return key

    def holder(self, title: str, country: str, day: str) -> tuple[Actor, ...]:
        """Who held an office of a country (or of an organisation, by its id) on an ISO day, as far as is known."""
        return tuple(
            self.known[actor_id].actor
            for start, end, actor_id in self.holders.get((title, country), ())
            if start and start[: len(day)] <= day[: len(start)] and (not end or day[: len(end)] <= end)
        )

    def search(self, query: str) -> tuple[Actor, ...]:
        """The actors whose id or any name holds the words of `query`, sorted by id."""
        wanted = squeeze(query).lower()
        found = []
        for known in self.known.values():
            actor = known.actor
            names = (actor.id, actor.name_en or "", actor.name_ar, *actor.aliases)
            if any(wanted in squeeze(name).lower() for name in names):
                found.append(actor)
        for state in self.states.values():
            if any(wanted in squeeze(n).lower() for n in (state.code, state.name_en, state.name_ar, *state.aliases)):
                found.append(self.actor(f"state-{state.code.lower()}") or found[-1])
        return tuple(sorted(found, key=lambda a: a.id))


def _variants(name: str) -> Iterable[list[str]]:
    """A name's squeezed words, and its spellings: `عبد الله` as one word, `أبو` as `أبي` and `أبا`."""
    norms = [t.norm for t in tokenize(name)]
    yield norms
    if "عبد" in norms[:-1]:
        k = norms.index("عبد")
        yield [*norms[:k], "عبد" + norms[k + 1], *norms[k + 2 :]]
    joined = [k for k, w in enumerate(norms) if w.startswith("عبدال") and len(w) > 6]
    if joined:
        k = joined[0]
        yield [*norms[:k], "عبد", norms[k][3:], *norms[k + 1 :]]
    for k, word in enumerate(norms[:-1]):
        if word == "ابو":
            yield from ([*norms[:k], other, *norms[k + 1 :]] for other in ("ابي", "ابا"))
    if len(norms) > 1 and norms[0].startswith("ال") and len(norms[0]) > 4:
        yield [norms[0][2:], *norms[1:]]


def build_index() -> ActorIndex:
    """Read the lexicon and compile it; raises `LexiconError`."""
    index = ActorIndex()
    states = lx.load_states()
    codes = frozenset(s.code for s in states)
    government = lx.load_government()
    offices = _merged([*lx.load_offices(), *government.offices])
    titles = frozenset(o.title for o in offices)
    index.states = {s.code: s for s in states}
    index.titles = {o.title: o for o in offices}
    index.bodies = {b.key: b for b in government.bodies}
    index.words = {name: frozenset(squeeze(w) for w in words) for name, words in government.words.items()}
    index.fields = Fields(government.fields)
    index.realms = {noun: _called(states, noun) for noun in sorted(index.words["called_by_noun"])}
    _add_states(index, states)
    _add_government(index, government, offices)
    for noun in lx.load_nouns():
        for form, feat in noun_forms(noun.singular, noun.plurals):
            index.add(form, Entry("noun", noun.singular, feat, noun.sector))
            if " " not in form:
                index.fields.add(form, noun.sector)
        verbal = squeeze(noun.singular) in index.words["not_owned"]
        for form, feat in possessed_forms(noun.singular, noun.plurals, verbal):
            index.add(form, Entry("owned", noun.singular, feat, noun.sector))
    for form, heir in heir_forms():
        index.add(form, Entry("owned", heir, Feat("m", "s", "d"), "GOV"))
    for shared in government.shared:
        for form, feat in adjective_forms(shared["adjective"]):
            index.add(form, Entry("shared", shared["code"], feat))
    for post in sorted(government.words["posts"]):
        for form in (post, "ال" + post):
            if not index.lookup(form):
                index.add(form, Entry("post", post))
    given = {squeeze(w) for w in lx.load_given()}
    for word in sorted(given):
        index.add(word, Entry("given", word))
    add_actors(index, [*lx.load_groups(codes), *lx.load_people(codes, titles)])
    index.given = frozenset(given)
    index.common_given = frozenset(squeeze(w) for w in lx.load_given(lx.NAMES / "given.txt")) | given
    index.family = frozenset(squeeze(w) for w in lx.load_given(lx.NAMES / "family.txt"))
    return index


def add_actors(index: ActorIndex, actors: Iterable[lx.Known], override: bool = False) -> None:
    """Put actors with their names and offices into the index; one of the same id is replaced.

    With `override` whatever else their names stand for is dropped.
    """
    words = set(index.name_words)
    holders: defaultdict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list, index.holders)
    for known in actors:
        actor = known.actor
        if actor.id in index.known:
            for held in holders.values():
                held[:] = [h for h in held if h[2] != actor.id]
        index.known[actor.id] = known
        kind = "person" if actor.kind is MentionKind.PERSON else "actor"
        for name in (actor.name_ar, *actor.aliases):
            for norms in _variants(name):
                index._add(norms, Entry(kind, actor.id), override)
                if kind == "person":
                    words.update(norms)
        for office in actor.offices:
            holders[office.title, office.country or ""].append((office.start or "", office.end or "", actor.id))
    index.holders = dict(holders)
    index.name_words = frozenset(words)


def _merged(offices: list[lx.OfficeTitle]) -> list[lx.OfficeTitle]:
    """Offices with one title made one: `offices.tsv` may add forms to a portfolio's."""
    by_title: dict[str, lx.OfficeTitle] = {}
    for office in offices:
        if first := by_title.get(office.title):
            forms = tuple(dict.fromkeys((*first.forms, *office.forms)))
            office = lx.OfficeTitle(office.title, first.sector, first.scope, forms, first.countries)
        by_title[office.title] = office
    return list(by_title.values())


def _called(states: Iterable[lx.State], noun: str) -> tuple[str, ...]:
    """The codes of those `states` whose name in full begins with `noun`, with or without its article."""
    names = {s.code: [squeeze(n).split()[0] for n in (s.name_ar, *s.aliases)] for s in states}
    return tuple(code for code, first in names.items() if noun in first or f"ال{noun}" in first)


def _add_states(index: ActorIndex, states: Iterable[lx.State]) -> None:
    """Names, capitals and adjectives of the states."""
    for state in states:
        for name in (state.name_ar, *state.aliases):
            index.add(name, Entry("state", state.code))
        for name in state.capitals:
            index.add(name, Entry("capital", state.code))
        for k, adjective in enumerate(state.adjectives or (("",) if state.people else ())):
            for form, feat in adjective_forms(adjective, () if k else state.people):
                index.add(form, Entry("adj", state.code, feat))


def _add_government(index: ActorIndex, government: lx.Government, offices: Iterable[lx.OfficeTitle]) -> None:
    """Bodies, offices, titles and the small classes of words."""
    for body in government.bodies:
        for forms, state in ((body.heads, "d"), (body.constructs, "c")):
            for form in forms:
                full = form if state == "d" else next((h for h in body.heads if construct(h) == form), form)
                gender = "m" if full in body.masculine else "f"
                index.add(form, Entry("body", body.key, Feat(gender, "s", state)))
    for office in offices:
        for form in office.forms:
            # `المحافظة` is a province, not a governor.
            women = () if office.title == "governor" else ((feminine(form), "f"),)
            for title, gender in ((form, "m"), *women):
                index.add(title, Entry("office", office.title, Feat(gender, "s", "d"), office.sector))
                if short := construct(title):
                    index.add(short, Entry("office", office.title, Feat(gender, "s", "c"), office.sector))
    for name, words in government.modifiers.items():
        for word in words:
            index.add(word, Entry("mod", name))
    for words, sector in government.ranks:
        for word in words:
            index.add(word, Entry("rank", squeeze(word), None, sector))
    for words, sector, masculine in government.kinds:
        for word in words:
            gender = "m" if word in masculine else "f"
            index.add(word, Entry("kind", word, Feat(gender, "s", "c"), sector))
            index.add("ال" + word, Entry("kind", word, Feat(gender, "s", "d"), sector))
    for people in government.people:
        index.people_codes[people["adjective"]] = people
        for form, feat in adjective_forms(people["adjective"], people.get("plural", ())):
            index.add(form, Entry("people", people["adjective"], feat))
    for adjective, sector in government.adjectives.items():
        for form, feat in adjective_forms(adjective):
            index.add(form, Entry("quality", adjective, feat, sector))
    for name in ("former", "current", "counterpart", "both", "honorific", "organ", "quantity"):
        for word in government.words[name]:
            index.add(word, Entry(name, word))


@lru_cache(maxsize=1)
def load_index() -> ActorIndex:
    """The index of the shipped lexicon, compiled once and kept in the cache folder; raises `LexiconError`."""
    here = Path(__file__).parent
    code = (here / name for name in ("lexicon.py", "forms.py", "fields.py"))
    sources = [*lx.ACTORS.glob("*.*"), lx.NAMES / "given.txt", lx.NAMES / "family.txt", Path(__file__), *code]
    return cached("actors", sources, build_index)
