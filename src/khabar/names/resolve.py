"""Who is meant: mentions of one report tied to actors, those of the lexicon or ones made up from the report.

People first, the longest names before the shorter, so that a surname in the headline finds the full name below; then
offices, groups and people without a name in the order of the text. A spelling variant counts only where country and
office do not speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from khabar.names.both_sides import CALLING, of_two, two_forces, two_parties
from khabar.names.entities import LIKELY, Entity, part_of
from khabar.names.guests import is_abroad
from khabar.names.index import ActorIndex
from khabar.names.lexicon import INTERNATIONAL
from khabar.names.persons import Persons
from khabar.names.slugs import slug
from khabar.names.variants import name_words
from khabar.records import Actor, Article, Mention, MentionKind, Office, Sentence
from khabar.text.characters import squeeze

_SINCE = re.compile(r"([A-Z]{3}) since (\d{4}[\d-]*)")
# What a lone noun with the article says of the office of the one it means.
_TITLES = {
    "وزير": " minister", "سفير": "ambassador", "متحدث": "spokesperson", "ناطق": "spokesperson", "مبعوث": "envoy",
    "موفد": "envoy", "قاءد": "commander", "محافظ": "governor", "امير": "emir", "زعيم": "head of", "مستشار": "advis",
}  # fmt: skip

_OFFICE_FIRST = (MentionKind.OFFICE, MentionKind.PERSON)
_STRANGERS = ("مجهول", "قبلي", "ملثم")
"""Beginnings of adjectives of armed men (unknown, tribal, masked) who are of no group that is named."""


def resolve(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], index: ActorIndex
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """The mentions of `find_mentions` with their actors settled, and those actors in the order they are met.

    `Mention.actor` becomes an `Actor.id`, or None where nobody can be named; `country`, `sectors`, `resolved_by` and
    `sure` are filled. `الجانبان` (both sides) becomes two mentions of one span, one for each.
    """
    return _Resolver(article, sentences, mentions, index).run()


class _Resolver(Persons):
    """The state of one report."""

    def run(self) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
        """Settle every mention."""
        self._appose()
        names = [k for k, m in enumerate(self.mentions) if m.kind is MentionKind.PERSON]
        names.sort(key=lambda k: (-len(name_words(self.name(self.mentions[k]))), k))
        for k in names:
            self.person(k)
        both: dict[int, tuple[Entity, Entity]] = {}
        for k, mention in enumerate(self.mentions):
            if k in self.of:
                self._counterpart_person(k)
            elif k in self.held_by and self.held_by[k] in self.of:
                self.settle(k, self.of[self.held_by[k]][0], "office within the report", 0.9)
            elif mention.kind is MentionKind.PRONOUN:
                last = max(both, default=None)
                if pair := self._both(k, both[last] if last is not None and self._is_near(last, k) else None):
                    both[k] = pair
            else:
                self._other(k)
            if k in self.of:
                self.order.append((k, self.of[k][0]))
        return self._records(both)

    def _appose(self) -> None:
        """Give people without a title the office beside their name: `الأمين العام للحزب، لطفي المرايحي، ...`."""
        for k, (first, second) in enumerate(pairwise(self.mentions)):
            kinds = (first.kind, second.kind)
            office, person = (k, k + 1) if kinds == _OFFICE_FIRST else (k + 1, k)
            if kinds not in (_OFFICE_FIRST, _OFFICE_FIRST[::-1]) or self.mentions[person].office is not None:
                continue
            if self.article.text[first.span.end : second.span.start].strip() not in ("،", ","):
                continue
            title, named = self.mentions[office], self.mentions[person]
            if title.country and named.country and title.country != named.country:
                continue
            closed = self.article.text[second.span.end : second.span.end + 2].strip()[:1]
            if kinds != _OFFICE_FIRST and closed not in ("،", ",", ".", ""):
                continue  # `حضر اللقاء سالم الحربي، وزير النقل ومدير المطار`: a list
            self.held_by[office] = person
            self.mentions[person] = replace(
                named, office=title.office or title.text, country=named.country or title.country,
                sectors=named.sectors or title.sectors,
            )  # fmt: skip

    # --- offices, groups, people without a name -----------------------------------------------------------------

    def _other(self, k: int) -> None:
        """Tie a mention that is no named person."""
        mention = self.mentions[k]
        key = mention.actor or ""
        family, *rest = key.split("|")
        if not key:
            self._unread(k)
        elif not key.startswith("?"):
            self._lexical(k, key)
        elif family == "?office":
            self._office(k, rest[0], rest[1], rest[2] == "d")
        elif family == "?counterpart":
            self._office(k, self._last_title(k) or "counterpart", "", True, "counterpart")
        elif family == "?honorific":
            self._honoured(k)
        elif family == "?capital":
            self.settle(k, self.made(rest[0]), "capital", 0.5)
        elif family == "?body":
            self._body(k, rest[0])
        elif family == "?kind":
            self._kind(k, rest[0])
        elif family == "?group" and (known := self._quoted(mention)) is not None:
            self.settle(k, known, "name", 0.9)
        elif family == "?group":
            self._named_group(k)
        elif family == "?noun":
            self._noun(k, rest[0], rest[1], rest[2])

    def _unread(self, k: int) -> None:
        """People and groups that the grammar of a sentence found, of whom nothing is known but the words."""
        mention = self.mentions[k]
        if state := self._realm(squeeze(mention.text)):
            self.settle(k, state, "country of the report", 0.7)
        elif (occupier := self._occupier(mention)) is not None:
            self.settle(k, occupier, "country of the report", 0.7)
        elif mention.kind in (MentionKind.UNNAMED, MentionKind.GROUP, MentionKind.OFFICE):
            entity_id = f"unnamed-{slug(mention.head.of(self.article.text))}"
            entity = self.new(entity_id, mention.kind, mention.text, mention.country, mention.sectors)
            self.settle(k, entity, "words", 0.5)

    def _occupier(self, mention: Mention) -> Entity | None:
        """Israel's government, which a report that tells most of Palestine calls no more than `الاحتلال`."""
        if squeeze(mention.text) not in self.index.words["occupiers"] or self.main[0] != "PSE":
            return None
        ids = self.index.lookup(mention.text, "actor")
        return self.made(ids[0]) if ids else None

    def _quoted(self, mention: Mention) -> Entity | None:
        """The group of the lexicon whose name stands in quotation marks behind its noun (`حركة «الشباب» الصومالية`)."""
        name = re.match(r'\S+ [«“"][^»”"]+[»”"]', mention.text) if mention.kind is MentionKind.GROUP else None
        ids = self.index.lookup(name.group(), "actor") if name is not None else ()
        votes = self.votes
        best = max(ids, key=lambda i: votes[self.index.known[i].actor.country or ""], default=None)
        told = best is not None and (len(ids) == 1 or votes[self.index.known[best].actor.country or ""] > 0)
        return self.made(best) if best is not None and told else None

    def _realm(self, noun: str) -> Entity | None:
        """The state that `المملكة` or `السلطنة` means: of those that are called so the one the report tells of most.

        Behind `لل` the mention begins at the second letter of the article.
        """
        votes = self.votes
        bare = noun.removeprefix("ا").removeprefix("ل")
        told = [code for code in self.index.realms.get(bare, ()) if votes[code]] if bare != noun else []
        return self.made(f"state-{max(told, key=lambda code: votes[code]).lower()}") if told else None

    def _lexical(self, k: int, actor_id: str) -> None:
        """A group or state of the lexicon; of several that bear a name the one that the report's country fits."""
        mention = self.mentions[k]
        ids = self.index.lookup(mention.text, "actor")
        if len(ids) > 1:
            votes = self.votes
            ids = tuple(sorted(ids, key=lambda i: (-votes[self.index.known[i].actor.country or ""], ids.index(i))))
            actor_id = ids[0]
        self.settle(k, self.made(actor_id), "name", 1.0 if len(ids) < 2 else 0.7)

    def _office(self, k: int, key: str, org: str, definite: bool, by: str = "") -> None:
        """An office: somebody of the report who holds it, its holder at the date, or the office itself."""
        mention = self.mentions[k]
        country, sure = mention.country, 1.0
        if not country and definite and (not org or self.made(org) is None) and not is_abroad(key):
            country, sure = self.inferred(k)
        holders = [e for e in self._before(k) if _has_office(e, key, mention.country)]
        if holders and (definite or by):
            self.settle(k, holders[0], by or "office within the report", 0.9)
            return
        scope = self.index.titles[key].scope if key in self.index.titles else ""
        if country and self.day and scope == "state" and "ELI" not in mention.sectors:
            actors = self.index.holder(key, org or country, self.day)
            if len(actors) == 1:
                self.settle(k, self.entity_of(actors[0]), by or "office at the date", min(sure, 0.9))
                return
        if key and org and self.day and (actors := self.index.holder(key.split(" of ")[0], org, self.day)):
            self.settle(k, self.entity_of(actors[0]), by or "office at the date", 0.9)
            return
        office_id = "-".join(x for x in ("office", (country or "").lower(), slug(key), "" if definite else "i") if x)
        entity = self.new(office_id, MentionKind.OFFICE, mention.text, country, mention.sectors or self._sectors(key))
        entity.offices.setdefault((key, country), mention.office or "")
        self.settle(k, entity, by or "office", sure)

    def _honoured(self, k: int) -> None:
        """`سموه`, `معاليه`: the person or office last told of."""
        people = [e for _, e in reversed(self.order) if e.kind in (MentionKind.PERSON, MentionKind.OFFICE)]
        if people:
            self.settle(k, people[0], "title within the report", 0.8)

    def _sectors(self, key: str) -> tuple[str, ...]:
        """The sector of an office by its key, without the modifier."""
        for title in (key, key.partition(" ")[2], key.rpartition(" of ")[2]):
            if title in self.index.titles:
                return (self.index.titles[title].sector,) if self.index.titles[title].sector else ()
        return ("GOV",) if key == "counterpart" else ()

    def _before(self, k: int) -> list[Entity]:
        """The entities of the report, the nearest before mention `k` first, then those named after it."""
        seen = [e for _, e in reversed(self.order)]
        later = [self.of[j][0] for j in range(k, len(self.mentions)) if j in self.of]
        return list(dict.fromkeys([*seen, *later]))

    def _last_title(self, k: int) -> str:
        """The office of the nearest person or office before mention `k`."""
        for j in range(k - 1, -1, -1):
            mention = self.mentions[j]
            if mention.kind in (MentionKind.PERSON, MentionKind.OFFICE):
                if title := self.title(mention):
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
                self.settle(k, entity, "name within the report", 0.9)
                return
        country, sure = self.inferred(k)
        made = self.made(f"gov-{country.lower()}{suffix}") if country else None
        if made is not None:
            self.settle(k, made, "country of the report", sure)
            return
        mention = self.mentions[k]
        self.settle(
            k, self.new(f"body-{key or 'government'}", mention.kind, mention.text, None, mention.sectors), "words", 0.5
        )

    def _kind(self, k: int, word: str) -> None:
        """`الحركة`, `الصحيفة`: the group last named whose name begins with that noun."""
        bare = word.removeprefix("ال")
        for _, entity in reversed(self.order):
            known = entity.known if not entity.id.startswith("state-") else None  # `الاتحاد` is not Russia
            names = (entity.name, *entity.aliases, *(known.aliases if known else ()))
            firsts = (squeeze(n).split()[0].removeprefix("ال") for n in names if n)
            if entity.kind is MentionKind.GROUP and bare in firsts:
                self.settle(k, entity, "noun within the report", 0.8)
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
                self.settle(k, self.of[k - 1][0], "acronym")
                self.of[k][0].aliases.setdefault(mention.text)
                return
        for entity in self.entities.values():
            if entity.kind is MentionKind.GROUP and entity.known is None and part_of(words, entity.words):
                self.settle(k, entity, "name within the report", 0.9)
                return
        group_id = f"{slug(' '.join(words))}{'.' + mention.country.lower() if mention.country else ''}"
        entity = self.new(group_id, MentionKind.GROUP, mention.text, mention.country, mention.sectors)
        entity.words = words
        self.settle(k, entity, "name")

    def _noun(self, k: int, lemma: str, flags: str, org: str) -> None:
        """People without a name: with the article and uncounted the same as before; of a group, that group."""
        mention = self.mentions[k]
        if org and (group := self.made(org)) is not None:
            self.settle(k, group, "members of the group", 0.8)
            return
        if "d" in flags and "c" not in flags and "s" in flags and (ending := _TITLES.get(lemma)):
            for entity in self._before(k):
                held = [key for key, c in entity.offices if not mention.country or c == mention.country]
                if any(ending in key for key in held):
                    self.settle(k, entity, "title within the report", 0.8)
                    return
        base = "-".join(x for x in ("unnamed", (mention.country or "").lower(), slug(lemma)) if x)
        loose = "" if mention.country else slug(lemma)
        if "d" in flags and "c" not in flags:
            before = (e for _, e in reversed(self.order))
            same = (e for e in before if e.id.split(".")[0] == base or (loose and e.id.endswith(f"-{loose}")))
            if (last := next(same, None)) is not None:
                self.settle(k, last, "noun within the report", 0.7)
                return
        count = self.bases[base]
        entity_id = base if not count else f"{base}.{count + 1}"
        entity = self.new(entity_id, MentionKind.UNNAMED, mention.text, mention.country, mention.sectors)
        self.settle(k, entity, "words")

    def _is_near(self, j: int, k: int) -> bool:
        return self.sentence(self.mentions[k].span.start) - self.sentence(self.mentions[j].span.start) <= 2

    def _both(self, k: int, told: tuple[Entity, Entity] | None) -> tuple[Entity, Entity] | None:
        """The two sides that `الجانبان`, `الوزيران`, `البلدان` mean: two who fight, else the last of two countries.

        `told` are those that such a word meant just before.
        """
        word = (self.mentions[k].actor or "").partition("|")[2]
        wanted = "minister" if "وزير" in word else "president" if "رءيس" in word else ""
        start = self.sentence(self.mentions[k].span.start)
        near = [(j, e) for j, e in self.order if self._is_near(j, k) and "JRN" not in e.sectors]
        sides = "طرف" in word or "جانب" in word
        here = [e for j, e in near if self.sentence(self.mentions[j].span.start) == start]
        if sides and here and self._is_called(k):
            caller = here[0]
            abroad = caller.country if caller.country != self.main[0] else None
            near = [(j, e) for j, e in near if e is not caller and (not abroad or e.country != abroad)]
            here = [e for e in here if any(e is other for _, other in near)]
        if sides and (fighting := two_forces(here) or told or two_forces([e for _, e in near])) is not None:
            acting = None if fighting is not told else of_two(self._acting(here), wanted)
            return acting or fighting
        near = [(j, e) for j, e in near if e.country and e.kind is not MentionKind.UNNAMED]
        if "بلد" in word:
            states = dict.fromkeys(e.country for _, e in near if e.country in self.index.states)
            pair = [self.made(f"state-{c.lower()}") for c in list(states)[:2] if c]
            return (pair[0], pair[1]) if len(pair) == 2 and pair[0] and pair[1] else None
        near = [(j, e) for j, e in near if e.country not in INTERNATIONAL] or near
        before = [e for j, e in near if self.sentence(self.mentions[j].span.start) < start]
        found = of_two(self._acting(here), wanted) or of_two(before, wanted) or (two_parties(before) if sides else None)
        return found or of_two([e for _, e in near], wanted)

    def _is_called(self, k: int) -> bool:
        """Whether the sentence calls on both sides, so that who does is neither (`وطالبت واشنطن الطرفين بالحوار`)."""
        at = self.mentions[k].span.start
        words = squeeze(self.article.text[self.starts[self.sentence(at)] : at]).split()
        return any(word.removeprefix("و").removeprefix("ف") in CALLING for word in words)

    def _acting(self, told: Sequence[Entity]) -> list[Entity]:
        """Those told of in a sentence who may be sides in it: no bodies of several states, no towns."""
        known = [e for e in told if e.country and e.country not in INTERNATIONAL and e.kind is not MentionKind.UNNAMED]
        return [e for e in known if e.kind is not MentionKind.PLACE or e.id.startswith("state-")]

    # --- records ------------------------------------------------------------------------------------------------

    def _records(
        self, both: dict[int, tuple[Entity, Entity]]
    ) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
        """The mentions and the actors as records."""
        actors: dict[int, Actor] = {}
        mentions: list[Mention] = []
        for k, mention in enumerate(self.mentions):
            if k in both:
                for entity in both[k]:
                    mentions.append(self.settled(mention, entity, "both sides", 0.7, actors))
            elif k in self.of:
                mentions.append(self.settled(mention, *self.of[k], actors))
            else:
                mentions.append(replace(mention, actor=None))
        return tuple(mentions), tuple({a.id: a for a in actors.values()}.values())

    def settled(
        self, mention: Mention, entity: Entity, how: str, sure: float, actors: dict[int, Actor]
    ) -> Mention:
        """A mention with its actor."""
        actor = actors.get(id(entity))
        if actor is None:
            actor = actors[id(entity)] = self._actor(entity)
        # What the words themselves say of a title counts before what is known; a noun that only points back says less.
        points_back = mention.kind is MentionKind.GROUP or "within the report" in how or how.startswith("members")
        group = mention.kind is MentionKind.GROUP and actor.known and actor.country in INTERNATIONAL
        told = () if group else mention.sectors  # no trade union is the European one
        sectors = actor.sectors or told if points_back else mention.sectors or actor.sectors
        if not sectors and not (actor.known and actor.country in INTERNATIONAL):
            sectors = self.index.fields.of(self._telling(mention))
        if sectors == ("UAF",) and self._of_rebels(mention):
            sectors = ("REB",)  # `المسلحون` in a report of what Boko Haram did
        return replace(
            mention, actor=actor.id, country=mention.country or actor.country, sectors=sectors, resolved_by=how,
            sure=round(min(sure, mention.sure), 2),
        )  # fmt: skip

    def _of_rebels(self, mention: Mention) -> bool:
        """Whether the report names a group of rebels, whom armed men that are not called unknown are then of."""
        if any(squeeze(word).startswith(_STRANGERS) for word in mention.text.split()):
            return False
        return any(e.kind is MentionKind.GROUP and "REB" in e.sectors for e in self.entities.values())

    def _telling(self, mention: Mention) -> str:
        """The words of a mention that may tell a sector: all but a name."""
        if mention.kind is MentionKind.PERSON:
            return mention.office or (mention.text[: mention.name.start - mention.span.start] if mention.name else "")
        return "" if mention.kind is MentionKind.PLACE else mention.text

    def _of_states(self, entity: Entity) -> bool:
        """Whether people without a name are of some state or several, and not the one told of (`دول عربية`)."""
        states = self.index.words["states"]
        words = [squeeze(w) for w in entity.name.split()] if entity.kind is MentionKind.UNNAMED else []
        return any(w in states or (w[2:] in states and w[2:] != "دوله") for w in words)

    def _actor(self, entity: Entity) -> Actor:
        """An entity as an actor: that of the lexicon, with the sectors of the day, or one made up from this report."""
        if entity.known is not None:
            known = self.index.known.get(entity.known.id)
            if known and (since := _SINCE.match(known.note)) and self.day >= since[2]:
                return replace(entity.known, sectors=(since[1],))
            return entity.known
        if entity.kind is MentionKind.PERSON and not entity.id:
            entity.id = slug(entity.name) + (f".{entity.country.lower()}" if entity.country else "")
        aliases = tuple(a for a in entity.aliases if a != entity.name)
        code, share = self.main
        likely = share >= LIKELY and entity.kind is not MentionKind.OFFICE
        if entity.country is None and likely and not self._of_states(entity):
            entity.country = code
        offices = tuple(Office(key, country, None, None) for key, country in entity.offices)
        return Actor(
            entity.id, entity.name, None, entity.kind, entity.country, entity.sectors, aliases, offices, known=False
        )


def _has_office(entity: Entity, key: str, country: str | None) -> bool:
    """Whether somebody holds an office, of a country where one is given."""
    return any(k == key and (not country or not c or c == country) for k, c in entity.offices)
