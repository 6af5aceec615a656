"""Made sentences whose participants are known: who did it and to whom, by the order in which print puts the two.

    python benchmarks/orders.py [--each 200] [--seed 1] [--wrong 3] [--judged]

Verbs, people and orders are drawn from `orders.toml` and put together; a sentence counts as right where the event of
its verb has one of its types and these participants, by their words, and no others. Nobody wrote such sentences to be
reported, so the share says what grammar does with plain ones and not how good records of news are. Without `--judged`
the grammar alone is asked, as in the tests of the lexicon's examples.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import khabar
from khabar.coder import Coder
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Event, Mention

TABLES = Path(__file__).with_suffix(".toml")
REST = " ولم ترد تفاصيل أخرى. ويعرف عن المنطقة كثرة سكانها."


@dataclass(frozen=True, slots=True)
class Expected:
    """What a made sentence tells."""

    types: tuple[str, ...]
    verbs: tuple[str, ...]
    actors: frozenset[str]
    recipients: frozenset[str]


Made = tuple[str, list[Expected]]
Table = dict[str, Any]


class Maker:
    """Sentences from the tables, drawn with a seed."""

    def __init__(self, seed: int) -> None:
        tables = tomllib.loads(TABLES.read_text(encoding="utf-8"))
        self.people: list[Table] = tables["somebody"]
        self.verbs: list[Table] = tables["verb"]
        self.draw = random.Random(seed)

    def three(self, *, definite: bool = False) -> list[Table]:
        """Three different people; the first may be asked to be definite."""
        first = self.draw.choice([p for p in self.people if not (definite and p.get("bare"))])
        return [first, *self.draw.sample([p for p in self.people if p is not first], 2)]

    def verb_first(self) -> Made:
        """`هاجم المسلحون الشرطة قرب الحدود.`"""
        verb, (who, whom, _) = self.draw.choice(self.verbs), self.three()
        return f"{_early(verb, who)} {who['text']} {_done(verb, whom)}.", [_told(verb, who, whom)]

    def subject_first(self) -> Made:
        """`الشرطة هاجمت مسلحين قرب الحدود.`"""
        verb, (who, whom, _) = self.draw.choice(self.verbs), self.three(definite=True)
        return f"{who['text']} {_late(verb, who)} {_done(verb, whom)}.", [_told(verb, who, whom)]

    def behind_that(self) -> Made:
        """`أفاد شهود بأن الشرطة هاجمت مسلحين قرب الحدود.`"""
        verb, (who, whom, _) = self.draw.choice(self.verbs), self.three(definite=True)
        return f"أفاد شهود بأن {_object(who)} {_late(verb, who)} {_done(verb, whom)}.", [_told(verb, who, whom)]

    def passive(self) -> Made:
        """`اعتقل السفير على يد مسلحين في المطار.`"""
        verb = self.draw.choice([v for v in self.verbs if "passive" in v])
        who, whom, _ = self.three()
        form = verb["passive"][whom["gender"] == "f"]
        return f"{form} {whom['text']} على يد {_behind(who)} {verb['tail']}.", [_told(verb, who, whom)]

    def two_subjects(self) -> Made:
        """`هاجم المسلحون والسكان الشرطة قرب الحدود.`"""
        verb, (who, also, whom) = self.draw.choice(self.verbs), self.three()
        text = f"{_early(verb, who)} {who['text']} و{also['text']} {_done(verb, whom)}."
        return text, [_told(verb, who, whom, also=also)]

    def two_objects(self) -> Made:
        """`هاجم المسلحون الشرطة والسكان قرب الحدود.`"""
        verb, (who, whom, other) = self.draw.choice(self.verbs), self.three()
        again = verb["to"] if len(verb.get("to", "")) == 1 else ""
        them = _behind(other) if "to" in verb else _object(other)
        text = f"{_early(verb, who)} {who['text']} {_to(verb, whom)} و{again}{them} {verb['tail']}."
        return text, [_told(verb, who, whom, other=other)]

    def two_verbs(self) -> Made:
        """`هاجم المسلحون الشرطة قرب الحدود وخطفوا السفير في العاصمة.`"""
        (first, second), (who, whom, other) = self.draw.sample(self.verbs, 2), self.three()
        while not (second.get("to") or _shows(who, other)):
            who, whom, other = self.three()
        text = f"{_early(first, who)} {who['text']} {_done(first, whom)} و{_late(second, who)} {_done(second, other)}."
        return text, [_told(first, who, whom), _told(second, who, other)]

    def who_did(self) -> Made:
        """`يعرف الناس السفير، الذي هاجم الشرطة قرب الحدود، منذ سنوات.`"""
        verb, (who, whom, _) = self.draw.choice(self.verbs), self.three(definite=True)
        link = "التي" if who["gender"] == "f" else "الذين" if who["number"] == "p" else "الذي"
        text = f"يعرف الناس {_object(who)}، {link} {_late(verb, who)} {_done(verb, whom)}، منذ سنوات."
        return text, [_told(verb, who, whom)]

    def by_pronoun(self) -> Made:
        """`كانت الشرطة في مقر المنظمة وهاجمها مسلحون قرب الحدود.`"""
        verb = self.draw.choice([v for v in self.verbs if "to" not in v and v["m"] not in ("التقى", "دعا")])
        whom, who, _ = self.three(definite=True)
        was = "كانت" if whom["gender"] == "f" else "كان"
        them = "ها" if whom["gender"] == "f" else "هم" if whom["number"] == "p" else "ه"
        text = f"{was} {whom['text']} في مقر المنظمة و{_early(verb, who)}{them} {who['text']} {verb['tail']}."
        return text, [_told(verb, who, whom)]

    def orders(self) -> dict[str, Callable[[], Made]]:
        """Every order by its name."""
        made = (self.verb_first, self.subject_first, self.behind_that, self.passive, self.two_subjects,
                self.two_objects, self.two_verbs, self.who_did, self.by_pronoun)  # fmt: skip
        return {m.__name__.replace("_", " "): m for m in made}


def _early(verb: Table, who: Table) -> str:
    return str(verb["f" if who["gender"] == "f" else "m"])


def _late(verb: Table, who: Table) -> str:
    return str(verb["f" if who["gender"] == "f" else "mp" if who["number"] == "p" else "m"])


def _object(whom: Table) -> str:
    return str(whom.get("object", whom["text"]))


def _behind(whom: Table) -> str:
    """As a preposition or another noun has it: only a sound plural changes."""
    return _object(whom) if _object(whom).split()[0].endswith("ين") else str(whom["text"])


def _to(verb: Table, whom: Table) -> str:
    to = verb.get("to", "")
    return f"{to}{'' if len(to) < 2 else ' '}{_behind(whom)}" if to else _object(whom)


def _done(verb: Table, whom: Table) -> str:
    return f"{_to(verb, whom)} {verb['tail']}"


def _told(verb: Table, who: Table, whom: Table, *, also: Table | None = None, other: Table | None = None) -> Expected:
    actors = {w["text"] for w in (who, also) if w}
    recipients = {w["text"] for w in (whom, other) if w}
    if verb.get("both"):
        actors, recipients = actors | recipients, set()
    return Expected(tuple(verb["types"]), _forms(verb), frozenset(actors), frozenset(recipients))


def _forms(verb: Table) -> tuple[str, ...]:
    return (verb["m"], verb["f"], verb["mp"].removesuffix("ا"), *verb.get("passive", ()))


def _shows(who: Table, whom: Table) -> bool:
    """Whether endings tell that somebody behind a second verb is not its subject."""
    return who["gender"] != whom["gender"] or who["number"] == "p" or "object" in whom


class Judge:
    """Whether the coder reads a made sentence as it was made."""

    def __init__(self, coder: Coder, maker: Maker, judged: bool) -> None:
        self.coder = coder if judged else unjudged(coder)
        self.rest = REST if judged else ""
        self.names = {_object(p): p["text"] for p in maker.people}

    def right(self, text: str, expected: list[Expected]) -> tuple[bool, str]:
        """Whether all that is expected is among the events; and the events, to be read."""
        events = self.coder.code(bare_article(text + self.rest)).events
        return all(any(self._same(e, x) for e in events) for x in expected), "; ".join(map(str, events))

    def _same(self, event: Event, expected: Expected) -> bool:
        return (
            event.type in expected.types
            and any(form in event.trigger_text for form in expected.verbs)
            and self._texts(event.actors) == expected.actors
            and self._texts(event.recipients) == expected.recipients
        )

    def _texts(self, side: tuple[Mention, ...]) -> frozenset[str]:
        """The words of participants, as the tables have them: clitics off, objects as subjects, pronouns followed."""
        told = ((m.text, m.text.removeprefix("و").removeprefix("ب")) for m in side)
        return frozenset(self.names.get(whole, self.names.get(cut, whole)) for whole, cut in told)


def main() -> None:
    """Print the share of right sentences by order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=200, help="sentences of each order")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="wrong sentences to show of each order")
    parser.add_argument("--judged", action="store_true", help="ask the whole coder, learned parts included")
    options = parser.parse_args()
    maker = Maker(options.seed)
    judge = Judge(khabar.load(), maker, options.judged)
    total = 0
    for name, make in maker.orders().items():
        right, wrong = 0, []
        for _ in range(options.each):
            text, expected = make()
            good, found = judge.right(text, expected)
            right += good
            wrong += [] if good else [f"    {text}\n        {found}"]
        total += right
        print(f"{name:14} {right / options.each:.3f}", *wrong[: options.wrong], sep="\n", flush=True)
    print(f"{'all':14} {total / options.each / len(maker.orders()):.3f}")


if __name__ == "__main__":
    main()
