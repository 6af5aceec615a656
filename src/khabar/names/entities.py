"""What is known of one report while it is settled who is meant: its entities, its countries, its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from khabar.names.guests import is_guest, is_spied_for
from khabar.names.index import ActorIndex
from khabar.names.variants import name_words
from khabar.pages.outlets import home_of
from khabar.records import Actor, Article, Mention, MentionKind, Office, Sentence

CLEAR = 0.6
LIKELY = 0.5
"""The share of the mentions of countries from which a report is about one country."""
_AT_HOME = frozenset({"REB", "OPP"})
"""Sectors of groups whose government is that of their own country (`محادثات في مسقط بين الحكومة والحوثيين`)."""


@dataclass(slots=True, eq=False)
class Entity:
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


class Entities:
    """The state of one report."""

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], index: ActorIndex
    ) -> None:
        self.article = article
        self.index = index
        self.mentions = list(mentions)
        self.day = article.published.value[:10] if article.published else ""
        self.starts = [s.span.start for s in sentences]
        self.people: list[Entity] = []
        self.entities: dict[str, Entity] = {}
        self.bases: Counter[str] = Counter()
        """How many entities have an id, with whatever number behind its point."""
        self.of: dict[int, tuple[Entity, str, float]] = {}
        self.order: list[tuple[int, Entity]] = []
        self.held_by: dict[int, int] = {}
        """For an office beside a name, after a comma, the number of the mention that names who holds it."""
        self.main = self.main_country()

    def entity_of(self, actor: Actor) -> Entity:
        """The entity of an actor of the lexicon."""
        entity = self.entities.get(actor.id)
        if entity is None:
            entity = Entity(actor.kind, actor.id, name_words(actor.name_ar), actor.name_ar, actor.country)
            entity.known, entity.sectors = actor, actor.sectors
            for office in actor.offices:
                if not self.day or holds(office, self.day):
                    entity.offices[office.title, office.country] = ""
            self._add(actor.id, entity)
            if actor.kind is MentionKind.PERSON:
                self.people.append(entity)
        return entity

    def _add(self, entity_id: str, entity: Entity) -> None:
        self.entities[entity_id] = entity
        self.bases[entity_id.split(".")[0]] += 1

    def settle(self, k: int, entity: Entity | None, how: str, sure: float = 1.0) -> None:
        """Note who a mention means."""
        if entity is not None:
            self.of[k] = (entity, how, min(sure, self.mentions[k].sure))
            entity.country = entity.country or self.mentions[k].country

    def made(self, actor_id: str) -> Entity | None:
        """The entity of an id of the lexicon, also one made by rule."""
        if actor_id in self.entities:
            return self.entities[actor_id]
        actor = self.index.actor(actor_id)
        return None if actor is None else self.entity_of(actor)

    def new(
        self, entity_id: str, kind: MentionKind, name: str, country: str | None, sectors: tuple[str, ...]
    ) -> Entity:
        """The entity of an id, made where it is not there."""
        entity = self.entities.get(entity_id)
        if entity is None:
            entity = Entity(kind, entity_id, (), name, country, sectors)
            self._add(entity_id, entity)
        entity.aliases.setdefault(name)
        return entity

    def sentence(self, offset: int) -> int:
        """The index of the sentence at an offset."""
        return bisect_right(self.starts, offset) - 1

    # --- countries ----------------------------------------------------------------------------------------------

    @property
    def votes(self) -> Counter[str]:
        """How often each country is named or meant."""
        votes: Counter[str] = Counter()
        if home := home_of(self.article.outlet):
            votes[home] += 1
        for mention in self.mentions:
            if mention.country in self.index.states and not self._is_outlet(mention):
                city = mention.kind is MentionKind.PLACE and not (mention.actor or "").startswith("state-")
                votes[mention.country] += 1 if city or mention.kind is MentionKind.NATIONALITY else 2
                if self.article.dateline and mention.text == self.article.dateline:
                    votes[mention.country] += 3
        return votes

    @property
    def evidence(self) -> Counter[str]:
        """How often each country is told of as where the report is at home: neither by what things are nor by guests.

        `اعتقلت الشرطة سائحا بريطانيا في دبي` tells of the Emirates, `أحرقوا القنصلية الإيرانية في النجف` of Iraq,
        `هدنة بوساطة أمريكية` of nothing.
        """
        found: Counter[str] = Counter()
        if home := home_of(self.article.outlet):
            found[home] += 1
        for mention in self.mentions:
            country = self._home(mention)
            if country is not None:
                found[country] += 5 if self.article.dateline and mention.text == self.article.dateline else 2
                found[country] += 2 * bool(_AT_HOME.intersection(mention.sectors))
        return found

    def _home(self, mention: Mention) -> str | None:
        """The country a mention tells of as where something happens: of an embassy the one it stands in."""
        site = (mention.actor or "").partition("@")[2].upper()
        if site in self.index.states:
            return site
        told = mention.country in self.index.states and not self._is_outlet(mention) and not is_guest(mention)
        return mention.country if told and not is_spied_for(mention, self.article.text) else None

    def _is_outlet(self, mention: Mention) -> bool:
        """Whether an outlet or agency is told of, whose country says nothing of the report's (`قالت رويترز`)."""
        known = self.index.known.get(mention.actor or "")
        sectors = {*mention.sectors, *(known.actor.sectors if known is not None else ())}
        return mention.kind is MentionKind.GROUP and "JRN" in sectors

    def main_country(self) -> tuple[str | None, float]:
        """The country most of the report is about, and how sure that is; the dateline's place counts for much."""
        votes = self.evidence
        if self.article.dateline:
            for code in self.index.lookup(self.article.dateline, "state", "capital"):
                votes[code] += 6
        if not votes:
            return None, 0.0
        code, count = max(votes.items(), key=lambda item: item[1])  # of two told as often the one told first
        return code, count / votes.total()

    def _is_told_apart(self, k: int, code: str) -> bool:
        """Whether the report tells of a country but by who stands behind mention `k` in its sentence.

        `تلقى الرئيس برقية من ملك الأردن` does not say whose president: Jordan is the other party.
        """
        if self.article.dateline or home_of(self.article.outlet):
            return True
        start = self.mentions[k].span.start
        here = self.sentence(start)
        apart = (m for m in self.mentions if self._home(m) == code)
        return any(m.span.start < start or self.sentence(m.span.start) != here or not _is_party(m) for m in apart)

    def inferred(self, k: int) -> tuple[str | None, float]:
        """The country of a body or office that gives none: the last one of its sentence, else the report's."""
        here = self.sentence(self.mentions[k].span.start)
        code, share = self.main
        if code and not self._is_told_apart(k, code):
            return None, 0.5
        if code and share >= CLEAR:
            return code, 0.7
        for j in range(k - 1, -1, -1):
            mention = self.mentions[j]
            if self.sentence(mention.span.start) != here:
                break
            named = mention.country in self.index.states and not self._is_outlet(mention)
            if named and mention.kind is not MentionKind.NATIONALITY:
                return mention.country, 0.5
        return (code, 0.5) if code and share >= 0.4 else (None, 0.5)


def _is_party(mention: Mention) -> bool:
    """Whether a mention is a state's officials, and no place: they deal with other states' as with their own."""
    return mention.kind is not MentionKind.PLACE and "GOV" in mention.sectors


def holds(office: Office, day: str) -> bool:
    """Whether an office was held on a day; open ends count as held."""
    return (not office.start or office.start[: len(day)] <= day[: len(office.start)]) and (
        not office.end or day[: len(office.end)] <= office.end
    )


def part_of(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether words stand side by side in a longer name."""
    return any(whole[k : k + len(words)] == words for k in range(len(whole) - len(words) + 1))
