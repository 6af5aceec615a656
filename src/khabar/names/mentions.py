"""Mentions: who and what is named in a report, from the lexicon, the grammar of titles and the tagger's names.

The span of a mention leaves out attached و ف ب ل ك and keeps ال; of `للحكومة` it begins at the second ل, after the
particle's letter. Until `khabar.names.resolve.resolve` has settled who is meant, `Mention.actor` holds an id of the
lexicon, or a key that begins with `?` and says what is known: see `KEYS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from khabar.lexicon.words import word_list
from khabar.names.index import QUOTES, ActorIndex, Hit
from khabar.names.learned import Learned
from khabar.names.parted import takes_somebody
from khabar.names.parts import TANWIN, Part, after_letters, articled, joined
from khabar.names.repeated import named_again
from khabar.names.summoned import Summoned
from khabar.names.trimmed import describes_thing
from khabar.records import Mention, MentionKind, Span
from khabar.text.characters import squeeze
from khabar.text.demands import is_demand
from khabar.text.features import verb_kinds
from khabar.text.particles import particles
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word

KEYS = ("office", "name", "body", "kind", "noun", "counterpart", "both", "honorific", "group")
"""The keys of what is not settled: `?office|TITLE|ORG|d`, `?name`, `?body|KEY`, `?kind|NOUN`, `?noun|LEMMA|d c|ORG`,
`?counterpart|`, `?both|WORD`, `?honorific|`, `?group`."""

_HONORS = word_list(__name__, "honors")
_SOVEREIGN = frozenset({"king", "custodian of the two holy mosques", "emir", "sultan", "emperor", "president"})
"""Offices whose holder has no other."""


def _is_minister(title: Part) -> bool:
    """Whether a title is that of a minister with a portfolio."""
    return title.key.endswith(" minister") and "prime" not in title.key


def find_mentions(
    text: str, sentences: Sequence[Sequence[Token]], tags: Sequence[Sequence[str]] | None, index: ActorIndex
) -> tuple[Mention, ...]:
    """The mentions of a report in the order of their spans; no two overlap, save the two parties of `الجانبان`.

    `text` is `Article.text`, `sentences` its tokens with offsets into it, `tags` IOB tags of the same shape
    (`B-PER`, `I-ORG`, ...) or None. `country`, `sectors` and `office` are what the words themselves give.
    """
    report = Learned(text, index)
    for tokens, iob in zip(sentences, tags or (), strict=False):
        report.tagged.update(t.norm for t, tag in zip(tokens, iob, strict=True) if tag[0] == "B")
    found: list[Mention] = []
    for k, tokens in enumerate(sentences):
        reader = _Reader(report, tokens, None if tags is None else tags[k])
        found.extend(reader.mentions())
    return tuple(sorted([*found, *named_again(text, sentences, found)], key=lambda m: m.span))


class _Reader(Summoned):
    """The mentions of one sentence."""

    def mentions(self) -> Iterator[Mention]:
        """From left to right the longest mention at each token."""
        i, size = 0, len(self.tokens)
        while i < size:
            plain = self.tokens[i].kind != "number" and (self.tags is None or self.tags[i] == "O")
            if (not self.hits[i] and plain) or is_demand(self.tokens, i):
                i += 1
                continue
            best: tuple[int, Mention] | None = None
            for read in (
                self._counterpart, self._fellow, self._person, self._group, self._unnamed, self._place, self._people,
                self._tagged,
            ):  # fmt: skip
                found = read(i)
                if found is not None and (best is None or found[0] > best[0]):
                    best = found
            if best is None:
                i += 1
            else:
                yield best[1]
                i = best[0]

    # --- making mentions ----------------------------------------------------------------------------------------

    def _span(self, start: int, end: int, shift: int = 0) -> Span:
        """The span of tokens `start` to `end`, without the first `shift` letters."""
        while end - 1 > start and self.tokens[end - 1].norm in QUOTES and not self._opened(start, end):
            end -= 1
        return Span(after_letters(self.tokens[start], shift), self.tokens[end - 1].end)

    def _opened(self, start: int, end: int) -> bool:
        """Whether the quotation mark before `end` was opened inside."""
        return any(self.tokens[k].norm in QUOTES for k in range(start, end - 1))

    def _mention(self, kind: MentionKind, part: Part, key: str, name: Span | None = None, end: int = 0) -> Mention:
        """A part as a mention."""
        span = self._span(part.start, end or part.end, part.shift)
        head = self.tokens[part.head]
        start = after_letters(head, part.shift) if part.head == part.start else head.start
        office = None
        if part.core and not part.rank:
            office = self._span(part.start, part.core, part.shift).of(self.report.text)
        sectors = (*part.sectors, "ELI") if part.former and "ELI" not in part.sectors else part.sectors
        return Mention(
            span, span.of(self.report.text), kind, Span(start, head.end), name, key, None, part.country or None,
            sectors, office, None, part.sure,
        )  # fmt: skip

    # --- people -------------------------------------------------------------------------------------------------

    def _person(self, i: int) -> tuple[int, Mention] | None:
        """A titled or bare name, or an office without a name."""
        if (held := self.courteous(i)) is not None:
            key = f"?office|{held.key}|{held.org or ''}|{'d' if held.definite else 'i'}"
            return held.end, self._mention(MentionKind.OFFICE, held, key, end=held.end)
        title = self.grammar.title(i)
        first = title if title is not None else self.post(i, None)
        if first is None:
            bare = self.name(i, titled=False)
            return None if bare is None else self._bare(i, *bare)
        office, end = self._titles(i, first)
        end = self.past_mark(end)
        named = self.name(end, titled=True)
        told = replace(office, end=end) if title is not None and title.rank and not office.rank else title
        if named is None and title is not None and (post := self.post(i, told)) is not None:
            office, end = self._titles(i, post)
            end = self.past_mark(end)
            named = self.name(end, titled=True)
        if named is not None and title is not None and self.is_done_to(i, first, named[0], named[2]):
            named, office, end = None, first, first.end
        if named is not None:
            stop, _, ids = named
            name = self._span(end, stop)
            key = squeeze(name.of(self.report.text))
            if not self.report.contradicts(office, key, ids):
                if not office.rank:
                    self.report.titled.setdefault(key, (office.key, office.country))
                    self.report.holders.setdefault((office.key, office.country), key)
                self._learn(end, stop)
                actor = ids[0] if ids else "?name"
                if office.rank and (held := self._apposed(i, office, stop, ids)) is not None:
                    return held.end, self._with_office(office, held, name, actor)
                return stop, self._mention(MentionKind.PERSON, office, actor, name, stop)
        if office is not first and (self._meets(i) or title is None):
            office, end = first, first.end  # `استقبل أمير المنطقة وزير التعليم`: two people
        if title is None or office.rank or not (office.definite or office.country or office.org):
            return None
        key = f"?office|{office.key}|{office.org or ''}|{'d' if office.definite else 'i'}"
        return end, self._mention(MentionKind.OFFICE, office, key, end=end)

    def _titles(self, i: int, office: Part) -> tuple[Part, int]:
        """A title with the titles right behind it that are the same person's, and where they end."""
        title = office
        while (more := self._more_of(office, title.end)) is not None:
            if office.country is not None and more.country not in (None, office.country):
                break  # `استقبل الملك الأردني وزير الخارجية الألماني`: two people
            if not more.rank and more.key not in _SOVEREIGN and {office.key, title.key} & _SOVEREIGN:
                break  # `استقبل خادم الحرمين الشريفين وزير الصحة`
            if not more.rank and _is_minister(title) and (_is_minister(more) or more.key in _SOVEREIGN):
                break  # `التقى وزير الصحة وزير التعليم`
            if _is_minister(more) and office.key.startswith("governor"):
                break  # `راسل رئيس البلدية وزير الداخلية`
            if not more.rank and more.country and more.key.startswith("ambassador"):
                break  # `استقبل وزير الدفاع السفير الهندي`
            marked = more.rank and self.past_mark(more.end) > more.end  # `النائب د. سالم حمد`
            if self.tokens[i].norm.startswith("ال") and not (marked or self.tokens[title.end].norm.startswith("ال")):
                break  # `انتقد النائب وزير النقل`: a title with the article has no other in its genitive
            office = joined(office, more)
            title = more
        return office, title.end

    def _more_of(self, office: Part, i: int) -> Part | None:
        """The title at `i`; behind a deputy prime minister also a ministry that `و` joins, which he holds as well."""
        more = self.grammar.title(i, first=False)
        if more is not None or not office.key.endswith("deputy prime minister") or office.country or office.former:
            return more
        more = self.grammar.title(i) if i < len(self.tokens) and self.tokens[i].norm.startswith("وو") else None
        return more if more is not None and more.shift == 1 and _is_minister(more) else None

    def _apposed(self, i: int, title: Part, stop: int, ids: Sequence[str]) -> Part | None:
        """The offices right behind a name that are the same person's: `الأمير فهد بن سعد أمير منطقة تبوك`.

        An office that a name follows is somebody else's, and so is one behind the subject of a verb that takes people
        as objects (`انتقد سالم الحربي وزير النقل`), save one that this person is known to hold.
        """
        first = self.grammar.title(stop, first=False)
        if first is None or first.rank or not first.definite:
            return None
        held, end = self._titles(stop, first)
        if held.rank or self.name(end, titled=True) is not None:
            return None
        held.end = end
        known = [self.index.known[a].actor for a in ids]
        if any(o.title == first.key and held.country in (None, o.country) for a in known for o in a.offices):
            return held
        country = title.country or next((a.country for a in known), None)
        if country and held.country and country != held.country:
            return None
        return held if self._takes_no_object(i, title.shift) else None

    def _takes_no_object(self, i: int, shift: int) -> bool:
        """Whether what stands before a name is no verb that could have an object behind the name."""
        if i == 0 or shift > 0:
            return True
        before = self.tokens[i - 1]
        norm = squeeze(before.text)
        if norm in particles().prepositions or (before.kind == "punct" and norm == before.norm):
            return True
        bare = norm[1:] if norm[:1] in "وف" and len(norm) > 3 else norm
        if bare.removesuffix("ت") in self.index.words["telling"] or bare in self.index.words["telling"]:
            return True
        return articled(norm) or known_word("ال" + bare) > 0

    def _with_office(self, title: Part, held: Part, name: Span, actor: str) -> Mention:
        """A named person with the offices behind the name."""
        office = self._span(held.start, held.core or held.end).of(self.report.text)
        title.country = title.country or held.country
        title.sectors = held.sectors or title.sectors
        mention = self._mention(MentionKind.PERSON, title, actor, name, held.end)
        return replace(mention, office=mention.office or office)

    def _meets(self, i: int) -> bool:
        """Whether the word before is a verb whose subject and object may stand side by side (`التقى`, `دعا`)."""
        while i > 1 and self.tokens[i - 1].norm in _HONORS:
            i -= 1
        return i > 0 and takes_somebody(squeeze(self.tokens[i - 1].text))

    def _bare(self, i: int, end: int, shift: int, ids: Sequence[str]) -> tuple[int, Mention]:
        """A name without a title before it."""
        part = Part(i, end, shift)
        if ids:
            actor = self.index.known[ids[0]].actor
            part.country, part.sectors = actor.country, actor.sectors
        self._learn(i, end)
        span, who = self._span(i, end, shift), ids[0] if ids else "?name"
        if (held := self._apposed(i, part, end, ids)) is not None:
            return held.end, self._with_office(part, held, span, who)
        return end, self._mention(MentionKind.PERSON, part, who, span)

    def _learn(self, i: int, end: int) -> None:
        """Remember the words of a name."""
        self.report.name_words.update(t.norm for t in self.tokens[i + 1 : end] if t.kind == "word")
        if self.tokens[i].norm[:1] not in "وفبلك":
            self.report.name_words.add(self.tokens[i].norm)

    def _counterpart(self, i: int) -> tuple[int, Mention] | None:
        """`نظيره السعودي` (his Saudi counterpart), with or without a name; `معاليه` (his excellency)."""
        hit = self.grammar.hit(i, "counterpart", "both", "honorific", shift=None)
        if hit is None:
            return None
        part = Part(i, hit.end, hit.shift, core=hit.end)
        if hit.entry.kind == "both":
            part.core = 0
            return hit.end, self._mention(MentionKind.PRONOUN, part, f"?both|{squeeze(hit.entry.value)}")
        if hit.entry.kind == "honorific":
            return hit.end, self._mention(MentionKind.OFFICE, part, "?honorific|")
        if (adjective := self.grammar.adjective(hit.end, True)) is not None:
            part.end, part.country = adjective[0], adjective[1]
        elif (realm := self._realm(hit.end)) is not None:
            part.end, part.country = realm
        named = self.name(part.end, titled=True)
        if named is None:
            return part.end, self._mention(MentionKind.OFFICE, part, "?counterpart|")
        end, _, ids = named
        name = self._span(part.end, end)
        self._learn(part.end, end)
        return end, self._mention(MentionKind.PERSON, part, ids[0] if ids else "?counterpart|", name, end)

    def _fellow(self, i: int) -> tuple[int, Mention] | None:
        """One of two who share an office, by his country and name."""
        found = self.fellow(i)
        if found is None:
            return None
        part, start, ids = found
        self._learn(start, part.end)
        name = self._span(start, part.end)
        return part.end, self._mention(MentionKind.PERSON, part, ids[0] if ids else "?name", name, part.end)

    def _realm(self, i: int) -> tuple[int, str] | None:
        """Where a counterpart holds office before his name, and its code (`نظيره في جمهورية سيراليون تيموثي كابا`)."""
        if i + 2 >= len(self.tokens) or self.tokens[i].norm != "في":
            return None
        state = self.grammar.hit(i + 1, "state") or self.grammar.hit(i + 2, "state")
        if state is None or (state.start == i + 2 and self.tokens[i + 1].norm not in self.index.words["realms"]):
            return None
        return (state.end, state.entry.value) if self.name(state.end, titled=True) is not None else None

    # --- groups, people without a name, places ------------------------------------------------------------------

    def _group(self, i: int) -> tuple[int, Mention] | None:
        """A group, lengthened by the tagger where it knows more of the name."""
        part = self.grammar.group(i, clitic=True)
        if part is None:
            return None
        tagged = self.tagged_end(i, "ORG")
        known = part.key in self.index.known
        if tagged > part.end and not known:
            part.end, part.key, part.org = self.grammar.lengthened(tagged), "named", None
        noun = squeeze(self.tokens[part.start].norm[part.shift :])
        if part.key == "kind":
            key = f"?kind|{noun}"
        elif part.key == "gov" or part.key.startswith("gov--"):
            key = f"?body|{part.key[5:]}"
        elif part.key in ("named", ""):
            key = "?group"
        else:
            key = part.key
        return part.end, self._mention(MentionKind.GROUP, part, key)

    def _unnamed(self, i: int) -> tuple[int, Mention] | None:
        """People without a name."""
        part = self.grammar.unnamed(i)
        done = i > 0 and self.tokens[i - 1].norm.lstrip("وف") in ("تم", "جري")
        if part is None or (done and self.tokens[i].norm == "اسر") or describes_thing(self.tokens, i):
            return None  # `تم أسر ثلاثة` tells of a capture
        flags = f"{'d' if part.definite else 'i'}{'c' if part.counted else ''}{part.number}"
        key = f"?noun|{squeeze(part.key)}|{flags}|{part.org or ''}"
        return part.end, self._mention(MentionKind.UNNAMED, part, key)

    def _place(self, i: int) -> tuple[int, Mention] | None:
        """A country or a capital; a word that is also something else needs a word of place before it."""
        hit = self.grammar.hit(i, "state", "capital", shift=None)
        if hit is None:
            return None
        if self._is_no_place(i):
            return None
        words = " ".join(t.norm for t in self.tokens[i : hit.end])[hit.shift :]
        before = self.tokens[i - 1].norm if i > 0 else ""
        # `الجزائر ومالي` names two states, `اقتصادي ومالي` none.
        joined = hit.shift > 0 and bool(before) and not before.endswith(("ي", "يه"))
        cued = bool(hit.particle) or joined or before in self.index.words["place_cue"]
        # `طردت مالي السفير`: behind a feminine verb no adjective stands.
        verb = squeeze(self.tokens[i - 1].text) if i > 0 else ""
        cued = cued or (verb.endswith("ت") and bool(verb_kinds(verb)) and known_word("ال" + verb) == 0)
        if not cued and words in self.index.words["guarded"]:
            return None
        part = Part(i, hit.end, hit.shift, country=hit.entry.value)
        end = self.tagged_end(i, "LOC")
        if end > hit.end:
            part.end, part.sure = end, 0.5
            return end, self._mention(MentionKind.PLACE, part, "?place")
        return hit.end, self._state(i, hit)

    def _state(self, i: int, hit: Hit) -> Mention:
        """A country, or the capital that may stand for it."""
        key = f"{'state' if hit.entry.kind == 'state' else '?capital|state'}-{hit.entry.value.lower()}"
        return self._mention(MentionKind.PLACE, Part(i, hit.end, hit.shift, country=hit.entry.value), key)

    def _is_no_place(self, i: int) -> bool:
        """Whether a word has nunation (`كوبًا`, a cup) or is a common noun with a pronoun (`جده`, his grandfather)."""
        text, norm = self.tokens[i].text, self.tokens[i].norm
        if TANWIN & set(text):
            return True
        return text.endswith("ه") and max(known_word(norm[:-1]), known_word("ال" + norm[:-1])) > 0

    def _people(self, i: int) -> tuple[int, Mention] | None:
        """An adjective of a country that stands for itself (`الباكستانية`), or for people (`الأفغان`)."""
        hit = self.grammar.hit(i, "adj", "people", shift=None)
        if hit is None or hit.entry.feat is None:
            return None
        code: str | None = hit.entry.value
        actor = None
        if self.tokens[hit.end - 1].text.endswith("مجرى"):
            return None  # a watercourse, not a Hungarian
        if hit.entry.kind == "people":
            entry = self.index.people_codes[hit.entry.value]
            code, actor = entry.get("code"), entry.get("actor")
        part = Part(i, hit.end, hit.shift, country=code)
        if hit.entry.feat.number == "s":
            if not code or (code == "INT" and not actor):
                return None
            return hit.end, self._mention(MentionKind.NATIONALITY, part, actor or "?people")
        if self._are_two_things(i, hit.entry.feat.gender, hit.entry.feat.number):
            return hit.end, self._mention(MentionKind.NATIONALITY, part, "?people")
        part.sectors = ("CVL",)
        state = "d" if hit.entry.feat.state == "d" else "i"
        key = f"?noun|{squeeze(hit.entry.value)}|{state}{hit.entry.feat.number}|"
        return hit.end, self._mention(MentionKind.UNNAMED, part, key)

    def _are_two_things(self, i: int, gender: str, number: str) -> bool:
        """Whether a feminine dual describes the dual right before it (`طائرتين أمريكيتين`), and is not two women."""
        before = self.tokens[i - 1].text if i > 0 else ""
        return (gender, number) == ("f", "d") and before.endswith(("تين", "تان")) and self.clitic(i) == 0

    def _tagged(self, i: int) -> tuple[int, Mention] | None:
        """What the tagger alone knows."""
        for tag, kind, key in (("ORG", MentionKind.GROUP, "?group"), ("LOC", MentionKind.PLACE, "?place")):
            end = self.tagged_end(i, tag)
            if tag == "LOC" and end == i + 1 and self.tokens[i].norm.lstrip("وبل") in self.index.words["place_kinds"]:
                continue
            if tag == "LOC" and end == i + 1 and self._is_no_place(i):
                continue
            state = self.grammar.hit(i, "state", "capital", shift=None) if tag == "LOC" else None
            if state is not None and state.end == end:
                return end, self._state(i, state)
            if end > i:
                end = self.grammar.lengthened(end) if tag == "ORG" else end
                part = Part(i, end, self.clitic(i), sure=0.7)
                return end, self._mention(kind, part, key)
        return None
