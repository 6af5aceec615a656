"""Who is meant: mentions of one report tied to actors, those of the lexicon or ones made up from the report.

People first, the longest names before the shorter, so that a surname in the headline finds the full name below; then
offices, groups and people without a name in the order of the text. A spelling variant counts only where country and
office do not speak against it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from khabar.names.index import ActorIndex
from khabar.names.slugs import slug
from khabar.names.variants import name_words, same_name, similarity
from khabar.records import Actor, Article, Mention, MentionKind, Office, Sentence
from khabar.text.characters import squeeze

_SINCE = re.compile(r"([A-Z]{3}) since (\d{4}[\d-]*)")
_CLEAR = 0.6
# What a lone noun with the article says of the office of the one it means.
_TITLES = {
    "وزير": " minister", "سفير": "ambassador", "متحدث": "spokesperson", "ناطق": "spokesperson", "مبعوث": "envoy",
    "موفد": "envoy", "قاءد": "commander", "محافظ": "governor", "امير": "emir", "زعيم": "head of", "مستشار": "advis",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class _Entity:
    """Somebody or some group of this report."""

    kind: MentionKind
    id: str = ""
    words: tuple[str, ...] = ()
    name: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    offices: dict[tuple[str, str | None], str] = field(default_factory=dict)
    known: Actor | None = None
    aliases: dict[str, None] = field(default_factory=dict)


def resolve(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], index: ActorIndex
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """The mentions of `find_mentions` with their actors settled, and those actors in the order they are met.

    `Mention.actor` becomes an `Actor.id`, or None where nobody can be named; `country`, `sectors`, `resolved_by` and
    `sure` are filled. `الجانبان` (both sides) becomes two mentions of one span, one for each.
    """
    return _Resolver(article, sentences, mentions, index).run()


class _Resolver:
    """The state of one report."""

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], index: ActorIndex
    ) -> None:
        self.article = article
        self.index = index
        self.mentions = list(mentions)
        self.day = article.published.value[:10] if article.published else ""
        self.starts = [s.span.start for s in sentences]
        self.people: list[_Entity] = []
        self.entities: dict[str, _Entity] = {}
        self.of: dict[int, tuple[_Entity, str, float]] = {}
        self.order: list[tuple[int, _Entity]] = []
        self.main = self._main_country()

    def run(self) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
        """Settle every mention."""
        names = [k for k, m in enumerate(self.mentions) if m.kind is MentionKind.PERSON]
        names.sort(key=lambda k: (-len(name_words(self._name(self.mentions[k]))), k))
        for k in names:
            self._person(k)
        both: dict[int, tuple[_Entity, _Entity]] = {}
        for k, mention in enumerate(self.mentions):
            if k in self.of:
                self._counterpart_person(k)
            elif mention.kind is MentionKind.PRONOUN:
                if pair := self._both(k):
                    both[k] = pair
            else:
                self._other(k)
            if k in self.of:
                self.order.append((k, self.of[k][0]))
        return self._records(both)

    # --- people -------------------------------------------------------------------------------------------------

    def _name(self, mention: Mention) -> str:
        """The proper name of a mention."""
        return mention.name.of(self.article.text) if mention.name else mention.text

    def _title(self, mention: Mention) -> str:
        """The English key of the office a titled mention gives, or nothing."""
        return self.index.office_key(mention.office) if mention.office else ""

    def _person(self, k: int) -> None:
        """Tie a named person to one met before, one of the lexicon, or a new one."""
        mention = self.mentions[k]
        name = self._name(mention)
        key = self._title(mention)
        entity, how = self._known(mention, name, key)
        if entity is None:
            entity, how = self._met(mention, name, key)
        if entity is None:
            entity, how = _Entity(MentionKind.PERSON, words=name_words(name), name=name), "name"
            entity.country = mention.country
            self.people.append(entity)
        entity.country = entity.country or mention.country
        if mention.sectors and not (entity.known and entity.known.sectors):
            entity.sectors = entity.sectors or mention.sectors
        if key:
            entity.offices.setdefault((key, mention.country or entity.country), mention.office or "")
        entity.aliases.setdefault(name)
        self.of[k] = (entity, how, mention.sure)

    def _known(self, mention: Mention, name: str, key: str) -> tuple[_Entity | None, str]:
        """The one of the lexicon who bears this name, or whose office the title gives and whose name this may be."""
        ids = self.index.lookup(name, "person")
        if not ids and mention.actor and not mention.actor.startswith("?"):
            ids = (mention.actor,)
        fitting = [a for a in (self.index.known[i].actor for i in ids) if self._fits(a, mention)]
        if fitting:
            return self._entity_of(max(fitting, key=lambda a: self._score(a, mention, key))), "name"
        if key and mention.country and self.day:
            for actor in self.index.holder(key, mention.country, self.day):
                if any(same_name(name, n) for n in (actor.name_ar, *actor.aliases)):
                    return self._entity_of(actor), "spelling variant"
        return None, ""

    def _fits(self, actor: Actor, mention: Mention) -> bool:
        """Whether the country of a title does not speak against somebody of the lexicon."""
        if not mention.country or not actor.country or actor.country in ("INT", "IGO", "NGO"):
            return True
        return mention.country in {actor.country, *(o.country for o in actor.offices)}

    def _score(self, actor: Actor, mention: Mention, key: str) -> tuple[int, int]:
        """How well somebody of the lexicon fits: office, then country of the report."""
        office = sum(1 for o in actor.offices if o.title == key and (not self.day or _holds(o, self.day)))
        return office, int(actor.country == (mention.country or self.main[0]))

    def _entity_of(self, actor: Actor) -> _Entity:
        """The entity of an actor of the lexicon."""
        entity = self.entities.get(actor.id)
        if entity is None:
            entity = _Entity(actor.kind, actor.id, name_words(actor.name_ar), actor.name_ar, actor.country)
            entity.known, entity.sectors = actor, actor.sectors
            for office in actor.offices:
                if not self.day or _holds(office, self.day):
                    entity.offices[office.title, office.country] = ""
            self.entities[actor.id] = entity
            if actor.kind is MentionKind.PERSON:
                self.people.append(entity)
        return entity

    def _met(self, mention: Mention, name: str, key: str) -> tuple[_Entity | None, str]:
        """Somebody of this report who bears this name, part of it, or another spelling of it."""
        words = name_words(name)
        best: tuple[float, _Entity, str] | None = None
        for entity in self.people:
            if mention.country and entity.country and mention.country != entity.country:
                continue
            if words == entity.words:
                return entity, "name"
            how, likeness = "", 0.0
            if words and len(words) < len(entity.words) and _part(words, entity.words):
                how, likeness = "surname", 1.0
            elif self._spelled_alike(name, words, entity, key):
                how, likeness = "spelling variant", similarity(name, entity.name)
            if how and (best is None or likeness > best[0]):
                best = (likeness, entity, how)
        return (None, "") if best is None else (best[1], best[2])

    def _spelled_alike(self, name: str, words: tuple[str, ...], entity: _Entity, key: str) -> bool:
        """Whether a name may be another spelling of somebody's, their offices allowing."""
        names = [entity.name, *(entity.known.aliases if entity.known else ())]
        if not any(same_name(name, n) and len(words) <= len(name_words(n)) for n in names):
            return False
        held = {k for k, _ in entity.offices}
        return not key or not held or key in held or any(key.endswith(h) or h.endswith(key) for h in held)

    # --- offices, groups, people without a name -----------------------------------------------------------------

    def _other(self, k: int) -> None:
        """Tie a mention that is no named person."""
        mention = self.mentions[k]
        key = mention.actor or ""
        family, *rest = key.split("|")
        if not key.startswith("?"):
            self._lexical(k, key)
        elif family == "?office":
            self._office(k, rest[0], rest[1], rest[2] == "d")
        elif family == "?counterpart":
            if title := self._last_title(k):
                self._office(k, title, "", True, "counterpart")
        elif family == "?capital":
            self._settle(k, self._made(rest[0]), "capital", 0.5)
        elif family == "?body":
            self._body(k, rest[0])
        elif family == "?kind":
            self._kind(k, rest[0])
        elif family == "?group":
            self._named_group(k)
        elif family == "?noun":
            self._noun(k, rest[0], rest[1], rest[2])

    def _settle(self, k: int, entity: _Entity | None, how: str, sure: float = 1.0) -> None:
        """Note who a mention means."""
        if entity is not None:
            self.of[k] = (entity, how, min(sure, self.mentions[k].sure))
            entity.country = entity.country or self.mentions[k].country

    def _made(self, actor_id: str) -> _Entity | None:
        """The entity of an id of the lexicon, also one made by rule."""
        if actor_id in self.entities:
            return self.entities[actor_id]
        actor = self.index.actor(actor_id)
        return None if actor is None else self._entity_of(actor)

    def _lexical(self, k: int, actor_id: str) -> None:
        """A group or state of the lexicon; of several that bear a name the one that the report's country fits."""
        mention = self.mentions[k]
        ids = self.index.lookup(mention.text, "actor")
        if len(ids) > 1:
            votes = self._votes
            ids = tuple(sorted(ids, key=lambda i: (-votes[self.index.known[i].actor.country or ""], ids.index(i))))
            actor_id = ids[0]
        self._settle(k, self._made(actor_id), "name", 1.0 if len(ids) < 2 else 0.7)

    def _office(self, k: int, key: str, org: str, definite: bool, by: str = "") -> None:
        """An office: somebody of the report who holds it, its holder at the date, or the office itself."""
        mention = self.mentions[k]
        country, sure = mention.country, 1.0
        if not country and not org and definite:
            country, sure = self._inferred(k)
        holders = [e for e in self._before(k) if _has_office(e, key, mention.country)]
        if holders and (definite or by):
            self._settle(k, holders[0], by or "office within the report", 0.9)
            return
        scope = self.index.titles[key].scope if key in self.index.titles else ""
        if country and self.day and scope == "state" and "ELI" not in mention.sectors:
            actors = self.index.holder(key, org or country, self.day)
            if len(actors) == 1:
                self._settle(k, self._entity_of(actors[0]), by or "office at the date", min(sure, 0.9))
                return
        if key and org and self.day and (actors := self.index.holder(key.split(" of ")[0], org, self.day)):
            self._settle(k, self._entity_of(actors[0]), by or "office at the date", 0.9)
            return
        office_id = "-".join(x for x in ("office", (country or "").lower(), slug(key), "" if definite else "i") if x)
        entity = self._new(office_id, MentionKind.OFFICE, mention.text, country, mention.sectors)
        entity.offices.setdefault((key, country), mention.office or "")
        self._settle(k, entity, by or "office", sure)

    def _before(self, k: int) -> list[_Entity]:
        """The entities of the report, the nearest before mention `k` first, then those named after it."""
        seen = [e for _, e in reversed(self.order)]
        later = [self.of[j][0] for j in range(k, len(self.mentions)) if j in self.of]
        return list(dict.fromkeys([*seen, *later]))

    def _last_title(self, k: int) -> str:
        """The office of the nearest person or office before mention `k`."""
        for j in range(k - 1, -1, -1):
            mention = self.mentions[j]
            if mention.kind in (MentionKind.PERSON, MentionKind.OFFICE):
                if title := self._title(mention):
                    return title
                if j in self.of and self.of[j][0].offices:
                    return next(iter(self.of[j][0].offices))[0]
        return ""

    def _counterpart_person(self, k: int) -> None:
        """A name after `نظيره` (his counterpart): the office is that of the one before."""
        mention = self.mentions[k]
        if mention.office and squeeze(mention.office).startswith("نظ") and (title := self._last_title(k)):
            self.of[k][0].offices.setdefault((title, mention.country), "")

    def _body(self, k: int, key: str) -> None:
        """A body without its country: the one last named, else that of the report's country."""
        suffix = f"-{key}" if key else ""
        for _, entity in reversed(self.order):
            if entity.id.startswith("gov-") and entity.id[7:] == suffix:
                self._settle(k, entity, "name within the report", 0.9)
                return
        country, sure = self._inferred(k)
        made = self._made(f"gov-{country.lower()}{suffix}") if country else None
        if made is not None:
            self._settle(k, made, "country of the report", sure)
            return
        mention = self.mentions[k]
        self._settle(
            k, self._new(f"body-{key or 'government'}", mention.kind, mention.text, None, mention.sectors), "words", 0.5
        )

    def _kind(self, k: int, word: str) -> None:
        """`الحركة`, `الصحيفة`: the group last named whose name begins with that noun."""
        bare = word.removeprefix("ال")
        for _, entity in reversed(self.order):
            names = (entity.name, *entity.aliases, *(entity.known.aliases if entity.known else ()))
            firsts = (squeeze(n).split()[0].removeprefix("ال") for n in names if n)
            if entity.kind is MentionKind.GROUP and bare in firsts:
                self._settle(k, entity, "noun within the report", 0.8)
                return

    def _named_group(self, k: int) -> None:
        """A group the lexicon lacks: one of the same words met before, or a new one."""
        mention = self.mentions[k]
        words = tuple(w for w in re.findall(r"\w+", squeeze(mention.text)))
        if not words:
            return
        if k and k - 1 in self.of and self.mentions[k - 1].kind is MentionKind.GROUP:
            between = self.article.text[self.mentions[k - 1].span.end : mention.span.start]
            if between.strip(" «»\"“”") == "(":
                self._settle(k, self.of[k - 1][0], "acronym")
                self.of[k][0].aliases.setdefault(mention.text)
                return
        for entity in self.entities.values():
            if entity.kind is MentionKind.GROUP and entity.known is None and _part(words, entity.words):
                self._settle(k, entity, "name within the report", 0.9)
                return
        group_id = f"{slug(' '.join(words))}{'.' + mention.country.lower() if mention.country else ''}"
        entity = self._new(group_id, MentionKind.GROUP, mention.text, mention.country, mention.sectors)
        entity.words = words
        self._settle(k, entity, "name")

    def _noun(self, k: int, lemma: str, flags: str, org: str) -> None:
        """People without a name: with the article and uncounted the same as before; of a group, that group."""
        mention = self.mentions[k]
        if org and (group := self._made(org)) is not None:
            self._settle(k, group, "members of the group", 0.8)
            return
        if "d" in flags and "c" not in flags and "s" in flags and (ending := _TITLES.get(lemma)):
            for entity in self._before(k):
                held = [key for key, c in entity.offices if not mention.country or c == mention.country]
                if any(ending in key for key in held):
                    self._settle(k, entity, "title within the report", 0.8)
                    return
        base = "-".join(x for x in ("unnamed", (mention.country or "").lower(), slug(lemma)) if x)
        loose = "" if mention.country else slug(lemma)
        same = [e for _, e in self.order if e.id.split(".")[0] == base or (loose and e.id.endswith(f"-{loose}"))]
        if same and "d" in flags and "c" not in flags:
            self._settle(k, same[-1], "noun within the report", 0.7)
            return
        count = sum(1 for i in self.entities if i.split(".")[0] == base)
        entity_id = base if not count else f"{base}.{count + 1}"
        entity = self._new(entity_id, MentionKind.UNNAMED, mention.text, mention.country, mention.sectors)
        self._settle(k, entity, "words")

    def _new(
        self, entity_id: str, kind: MentionKind, name: str, country: str | None, sectors: tuple[str, ...]
    ) -> _Entity:
        """The entity of an id, made where it is not there."""
        entity = self.entities.get(entity_id)
        if entity is None:
            entity = _Entity(kind, entity_id, (), name, country, sectors)
            self.entities[entity_id] = entity
        entity.aliases.setdefault(name)
        return entity

    def _both(self, k: int) -> tuple[_Entity, _Entity] | None:
        """The two sides that `الجانبان`, `الوزيران`, `البلدان` mean: the last two of two countries before it."""
        word = (self.mentions[k].actor or "").partition("|")[2]
        wanted = "minister" if "وزير" in word else "president" if "رءيس" in word else ""
        start = self._sentence(self.mentions[k].span.start)
        near = [(j, e) for j, e in self.order if start - self._sentence(self.mentions[j].span.start) <= 2]
        near = [(j, e) for j, e in near if e.country and e.kind is not MentionKind.UNNAMED]
        if "بلد" in word:
            states = dict.fromkeys(e.country for _, e in near if e.country in self.index.states)
            pair = [self._made(f"state-{c.lower()}") for c in list(states)[:2] if c]
            return (pair[0], pair[1]) if len(pair) == 2 and pair[0] and pair[1] else None
        people = [e for _, e in near if e.kind in (MentionKind.PERSON, MentionKind.OFFICE)]
        if wanted:
            people = [e for e in people if any(wanted in key for key, _ in e.offices)]
        pool = people if len({e.country for e in people}) > 1 else [e for _, e in near if not wanted]
        for first in pool:
            for second in pool:
                if second is not first and second.country != first.country:
                    return first, second
        return None

    def _sentence(self, offset: int) -> int:
        """The index of the sentence at an offset."""
        return bisect_right(self.starts, offset) - 1

    # --- countries ----------------------------------------------------------------------------------------------

    @property
    def _votes(self) -> Counter[str]:
        """How often each country is named or meant."""
        return Counter(m.country for m in self.mentions if m.country in self.index.states)

    def _main_country(self) -> tuple[str | None, float]:
        """The country most of the report is about, and how sure that is; the dateline's place counts as three."""
        votes = self._votes
        if self.article.dateline:
            for code in self.index.lookup(self.article.dateline, "state", "capital"):
                votes[code] += 3
        if not votes:
            return None, 0.0
        code, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
        return code, count / votes.total()

    def _inferred(self, k: int) -> tuple[str | None, float]:
        """The country of a body or office that gives none: the last one of its sentence, else the report's."""
        here = self._sentence(self.mentions[k].span.start)
        code, share = self.main
        if code and share >= _CLEAR:
            return code, 0.7
        for j in range(k - 1, -1, -1):
            mention = self.mentions[j]
            if self._sentence(mention.span.start) != here:
                break
            if mention.country in self.index.states and mention.kind is not MentionKind.NATIONALITY:
                return mention.country, 0.5
        return (code, 0.5) if code and share >= 0.4 else (None, 0.5)

    # --- records ------------------------------------------------------------------------------------------------

    def _records(
        self, both: dict[int, tuple[_Entity, _Entity]]
    ) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
        """The mentions and the actors as records."""
        actors: dict[int, Actor] = {}
        mentions: list[Mention] = []
        for k, mention in enumerate(self.mentions):
            if k in both:
                for entity in both[k]:
                    mentions.append(self._settled(mention, entity, "both sides", 0.7, actors))
            elif k in self.of:
                mentions.append(self._settled(mention, *self.of[k], actors))
            else:
                mentions.append(replace(mention, actor=None))
        return tuple(mentions), tuple({a.id: a for a in actors.values()}.values())

    def _settled(
        self, mention: Mention, entity: _Entity, how: str, sure: float, actors: dict[int, Actor]
    ) -> Mention:
        """A mention with its actor."""
        actor = actors.get(id(entity))
        if actor is None:
            actor = actors[id(entity)] = self._actor(entity)
        sectors = mention.sectors if mention.kind is not MentionKind.GROUP and mention.sectors else actor.sectors
        if mention.kind is MentionKind.PLACE:
            sectors = ()
        return replace(
            mention, actor=actor.id, country=mention.country or actor.country, sectors=sectors, resolved_by=how,
            sure=round(min(sure, mention.sure), 2),
        )  # fmt: skip

    def _actor(self, entity: _Entity) -> Actor:
        """An entity as an actor: that of the lexicon, with the sectors of the day, or one made up from this report."""
        if entity.known is not None:
            known = self.index.known.get(entity.known.id)
            if known and (since := _SINCE.match(known.note)) and self.day >= since[2]:
                return replace(entity.known, sectors=(since[1],))
            return entity.known
        if entity.kind is MentionKind.PERSON and not entity.id:
            entity.id = slug(entity.name) + (f".{entity.country.lower()}" if entity.country else "")
        aliases = tuple(a for a in entity.aliases if a != entity.name)
        offices = tuple(Office(key, country, None, None) for key, country in entity.offices)
        return Actor(
            entity.id, entity.name, None, entity.kind, entity.country, entity.sectors, aliases, offices, known=False
        )


def _holds(office: Office, day: str) -> bool:
    """Whether an office was held on a day; open ends count as held."""
    return (not office.start or office.start[: len(day)] <= day[: len(office.start)]) and (
        not office.end or day[: len(office.end)] <= office.end
    )


def _has_office(entity: _Entity, key: str, country: str | None) -> bool:
    """Whether somebody holds an office, of a country where one is given."""
    return any(k == key and (not country or not c or c == country) for k, c in entity.offices)


def _part(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether words stand side by side in a longer name."""
    return any(whole[k : k + len(words)] == words for k in range(len(whole) - len(words) + 1))
