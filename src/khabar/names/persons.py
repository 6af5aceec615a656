"""People with a name: the same person under full name, surname and other spellings, or somebody of the lexicon."""

from __future__ import annotations

from khabar.names.entities import Entities, Entity, holds, part_of
from khabar.names.variants import name_words, same_name, similarity
from khabar.records import Actor, Mention, MentionKind


class Persons(Entities):
    """The named people of one report."""

    def name(self, mention: Mention) -> str:
        """The proper name of a mention."""
        return mention.name.of(self.article.text) if mention.name else mention.text

    def title(self, mention: Mention) -> str:
        """The English key of the office a titled mention gives, or nothing."""
        return self.index.office_key(mention.office) if mention.office else ""

    def person(self, k: int) -> None:
        """Tie a named person to one met before, one of the lexicon, or a new one."""
        mention = self.mentions[k]
        name = self.name(mention)
        key = self.title(mention)
        entity, how = self._known(mention, name, key)
        if entity is None:
            entity, how = self._met(mention, name, key)
        if entity is None:
            entity, how = Entity(MentionKind.PERSON, words=name_words(name), name=name), "name"
            entity.country = mention.country
            self.people.append(entity)
        entity.country = entity.country or mention.country
        if mention.sectors and not (entity.known and entity.known.sectors):
            entity.sectors = entity.sectors or mention.sectors
        if key:
            entity.offices.setdefault((key, mention.country or entity.country), mention.office or "")
        entity.aliases.setdefault(name)
        self.of[k] = (entity, how, mention.sure)

    def _known(self, mention: Mention, name: str, key: str) -> tuple[Entity | None, str]:
        """The one of the lexicon who bears this name, or whose office the title gives and whose name this may be."""
        ids = self.index.lookup(name, "person")
        if not ids and mention.actor and not mention.actor.startswith("?"):
            ids = (mention.actor,)
        fitting = [a for a in (self.index.known[i].actor for i in ids) if self._fits(a, mention)]
        if fitting:
            return self.entity_of(max(fitting, key=lambda a: self._score(a, mention, key))), "name"
        if key and mention.country and self.day:
            for actor in self.index.holder(key, mention.country, self.day):
                if any(same_name(name, n) for n in (actor.name_ar, *actor.aliases)):
                    return self.entity_of(actor), "spelling variant"
        return None, ""

    def _fits(self, actor: Actor, mention: Mention) -> bool:
        """Whether the country of a title does not speak against somebody of the lexicon."""
        if not mention.country or not actor.country or actor.country in ("INT", "IGO", "NGO"):
            return True
        return mention.country in {actor.country, *(o.country for o in actor.offices)}

    def _score(self, actor: Actor, mention: Mention, key: str) -> tuple[int, int]:
        """How well somebody of the lexicon fits: office, then country of the report."""
        office = sum(1 for o in actor.offices if o.title == key and (not self.day or holds(o, self.day)))
        return office, int(actor.country == (mention.country or self.main[0]))

    def _met(self, mention: Mention, name: str, key: str) -> tuple[Entity | None, str]:
        """Somebody of this report who bears this name, part of it, or another spelling of it."""
        words = name_words(name)
        best: tuple[float, Entity, str] | None = None
        for entity in self.people:
            if mention.country and entity.country and mention.country != entity.country:
                continue
            if words == entity.words:
                return entity, "name"
            how, likeness = "", 0.0
            if words and len(words) < len(entity.words) and part_of(words, entity.words):
                how, likeness = "surname", 1.0
            elif self._spelled_alike(name, words, entity, key):
                how, likeness = "spelling variant", similarity(name, entity.name)
            if how and (best is None or likeness > best[0]):
                best = (likeness, entity, how)
        return (None, "") if best is None else (best[1], best[2])

    def _spelled_alike(self, name: str, words: tuple[str, ...], entity: Entity, key: str) -> bool:
        """Whether a name may be another spelling of somebody's, their offices allowing."""
        names = [entity.name, *(entity.known.aliases if entity.known else ())]
        if not any(same_name(name, n) and len(words) <= len(name_words(n)) for n in names):
            return False
        held = {k for k, _ in entity.offices}
        return not key or not held or key in held or any(key.endswith(h) or h.endswith(key) for h in held)
