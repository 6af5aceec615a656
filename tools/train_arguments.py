"""Fits `models/subject.json` and `models/object.json`: what the noun phrases behind a verb are to it.

Run: `python tools/train_arguments.py TREES NEWS...` (scikit-learn, in the `tools` extra; TREES is UD Arabic PUD's
`ar_pud-ud-test.conllu`, NEWS as for `tools/train_spotter.py`), before the spotter. Learned from are the trees; the
verbs whose subject and objects `corpus/arguments` has; the verbs of annotated events, of which who acts is the subject
where the lexicon says so, and whom it is done to the object, or the subject of a passive where nobody acts; and the
lexicon's examples, as the rules read them. With `--cv` it only prints how often rules and weights are right, in folds
of sentences and reports that the weights have not seen.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotated_sentences import AnnotatedSentence, annotated_sentences
from fitting import APART, CORPUS, FOLDS, Annotated, Example, answered, begin, fit, fold_of, folders, write
from khabar.coder import Coder
from khabar.evaluate.corpus import Report
from khabar.evaluate.examples import judge, senses, unjudged
from khabar.events.code import scenes_of
from khabar.events.draft import Draft
from khabar.events.lexicon import NONE
from khabar.events.nearby import Somebody
from khabar.models import MODELS
from khabar.pages.bare import bare_article
from khabar.records import Mention, Span
from khabar.text.arguments import Arguments, Behind, behind, facts, is_weighed
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.words import Word

STRENGTH = 0.1
"""Inverse of regularisation."""
EXAMPLES = 0.15
"""How much a case of the lexicon's examples counts, which are short and clear."""
_SUBJECT, _OBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"}), frozenset({"obj", "iobj"})
_PART = frozenset({"nmod", "flat", "det", "nummod", "amod", "compound", "fixed", "appos"})
"""Relations within a noun phrase, over which its head in the tree is looked for."""


@dataclass
class Recorder:
    """Stands for the weights while a report is coded, and keeps what they are asked."""

    rows: dict[int, tuple[Clause, list[Behind], list[dict[str, float]], Sequence[Word]]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)

    def settle(
        self, number: int, clause: Clause, clauses: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase]
    ) -> None:
        """Keep what stands behind a verb, with its facts, and leave the clause as it is."""
        if is_weighed(clause):
            row = behind(clause, phrases)
            told = [facts(clause, row, place, words, phrases) for place in range(len(row))]
            self.rows[id(clause)] = (clause, row, told, words)

    def give_out(self, draft: Draft, people: Sequence[Somebody], accusers: Sequence[Mention] = ()) -> None:
        """Keep a draft, as it stands in for the roles as well."""
        self.drafts.append(draft)


@dataclass(frozen=True, slots=True)
class Case:
    """A noun phrase behind a verb, what the rules take it for, and what it is."""

    source: str
    """The text of the sentence or report, for folds."""
    place: int
    rule: str
    label: str
    """`subject`, `object` or `neither`."""
    facts: dict[str, float]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a tree and where it stands in the text."""

    start: int
    end: int
    tag: str
    head: int
    """The number of the token it depends on, -1 for none."""
    relation: str
    features: str


def trees(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """Text and tokens of each sentence whose tokens stand in its text as they are written."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        told = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        tokens: list[Token] = []
        at = 0
        for row in (line.split("\t") for line in lines if line[:1].isdigit()):
            if "-" in row[0]:
                continue
            start = told["text"].find(row[1], at)
            if start < 0 or start > at + 2:
                break
            at = start + len(row[1])
            tokens.append(Token(start, at, row[3], int(row[6]) - 1, row[7], row[5]))
        else:
            yield told["text"], tokens


def of_trees(coder: Coder, path: Path) -> Iterator[Case]:
    """The cases of the parsed sentences."""
    for text, tokens in trees(path):
        recorder = Recorder()
        coder.arguments = recorder  # type: ignore[assignment]
        article = bare_article(text)
        if len(article.text) == len(text):
            scenes_of(coder, coder.survey(article))
        for clause, row, told, words in recorder.rows.values():
            assert clause.verb is not None
            verb = _verb(tokens, _word_of(clause, recorder))
            for place, one in enumerate(row if verb is not None else ()):
                label = _relation(tokens, verb, one.group[0], words)
                yield Case(text, place, one.rule.split()[0], label, told[place])


def _word_of(clause: Clause, recorder: Recorder) -> Word:
    words = recorder.rows[id(clause)][3]
    return next(w for w in words if w.verb is clause.verb)


def _verb(tokens: Sequence[Token], word: Word) -> int | None:
    """The finite verb of a tree that a word is."""
    over = (i for i, t in enumerate(tokens) if t.start < word.end and t.end > word.start and t.tag == "VERB")
    return next((i for i in over if "VerbForm=Part" not in tokens[i].features), None)


def _relation(tokens: Sequence[Token], verb: int | None, phrase: Phrase, words: Sequence[Word]) -> str:
    """What a noun phrase is to a verb by the tree: its head, or what its head belongs to within the phrase."""
    head, first = words[phrase.head], words[phrase.inner].token.start
    over = [i for i, t in enumerate(tokens) if t.start < head.end and t.end > head.token.start]
    over = [i for i in over if tokens[i].tag not in ("PUNCT", "ADP", "CCONJ", "PART")]
    at = over[0] if over else -1
    while at >= 0 and tokens[at].start >= first:
        if tokens[at].head == verb:
            relation = tokens[at].relation
            return "subject" if relation in _SUBJECT else "object" if relation in _OBJECT else "neither"
        at = tokens[at].head if tokens[at].relation in _PART else -1
    return "neither"


_SAID = re.compile(r"(\d+)=(\d+|-)/(\d+(?:\+\d+)*|-)")


def of_sentences(coder: Coder, news: Sequence[Path]) -> Iterator[Case]:
    """The cases of `corpus/arguments`, where numbers of words say what is subject and what object of a verb."""
    reports: dict[str, dict[int, AnnotatedSentence]] = defaultdict(dict)
    for sentence in annotated_sentences(CORPUS / "arguments", "arguments", news):
        reports[sentence.report][sentence.number] = sentence
    for sentences in reports.values():
        recorder = Recorder()
        coder.arguments = recorder  # type: ignore[assignment]
        article = next(iter(sentences.values())).article
        scenes = scenes_of(coder, coder.survey(article))
        for clause, row, told, words in recorder.rows.values():
            number = next((n for n, scene in enumerate(scenes) if scene.words is words), -1)
            word = next((w for w in words if w.verb is clause.verb), None)
            if number not in sentences or word is None:
                continue
            said = {int(v): (s, o.split("+")) for v, s, o in _SAID.findall(sentences[number].said)}
            of_verb = said.get(word.index + 1)
            for place, one in enumerate(row if of_verb is not None else ()):
                assert of_verb is not None
                label = _said_of(of_verb, one.group[0], words)
                yield Case(article.text, place, one.rule.split()[0], label, told[place])


def _said_of(of_verb: tuple[str, list[str]], phrase: Phrase, words: Sequence[Word]) -> str:
    """What a noun phrase is to a verb by the numbers of its subject's and its objects' first nouns."""
    inside = {str(w.index + 1) for w in words[phrase.inner : phrase.end]}
    subject, objects = of_verb
    return "subject" if subject in inside else "object" if inside & {*objects} else "neither"


def of_events(coder: Coder, one: Annotated) -> Iterator[Case]:
    """The cases of a report's annotated events that a verb tells of."""
    recorder = Recorder()
    coder.arguments = coder.roles = recorder  # type: ignore[assignment]
    _, pairs = answered(coder, one)
    drafts = {d.span: d for d in recorder.drafts}
    for event, coded in pairs:
        draft = drafts.get(coded.trigger)
        clause = draft.trigger.clause if draft is not None and draft.trigger.kind == "verb" else None
        if draft is None or clause is None or id(clause) not in recorder.rows:
            continue
        _, row, told, words = recorder.rows[id(clause)]
        for place, label in _labels(one.report, event, draft, row, words):
            yield Case(one.report.article.text, place, row[place].rule.split()[0], label, told[place])


def _labels(
    report: Report, event: Mapping[str, Any], draft: Draft, row: Sequence[Behind], words: Sequence[Word]
) -> Iterator[tuple[int, str]]:
    """What the phrases behind the verb of an event are to it, as far as its participants show."""
    frame = draft.sense.frame
    roles = {r: [report.span(n) for n in event.get(r, ())] for r in ("actor", "recipient")}
    does, suffers = ("both", "both") if "both" in frame else ("actor", "recipient")
    plain = "subj" in frame.get(does, ()) and "obj" in frame.get(suffers, ())
    if not plain or draft.sense.voice == "passive":
        return
    agents = {p.head for p in (draft.trigger.clause.agent if draft.trigger.clause is not None else ())}
    acts = [n for n, one in enumerate(row) if _is_one(one, roles["actor"], words)]
    suffer = [n for n, one in enumerate(row) if _is_one(one, roles["recipient"], words)]
    if "both" in frame:
        if len(acts) == 1:
            yield acts[0], "subject" if len(row) == 1 and draft.trigger.words[0] > 0 else row[acts[0]].rule.split()[0]
        return
    for place in acts[:1]:
        yield place, "subject"
    verb = words[draft.trigger.words[0]]
    before = any(verb.start > s.start >= draft.scene.sentence.span.start for s in roles["actor"])
    for place in suffer[:1]:
        if acts[:1] != [place] and (acts or before):
            yield place, "object"
        elif not roles["actor"] and not agents:
            yield place, "subject"


def _is_one(one: Behind, spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """Whether the head of a phrase stands in one of several spans."""
    head = words[one.group[0].head]
    return any(s.start <= head.start < s.end for s in spans)


def of_examples(coder: Coder) -> Iterator[Case]:
    """The cases of the lexicon's examples that the rules code as they should: there their verdicts are right."""
    other = copy(unjudged(coder))
    for sense in senses(coder.events):
        if sense.gives.strip() == NONE or not judge(coder, sense).filled:
            continue
        recorder = Recorder()
        other.arguments = other.roles = recorder  # type: ignore[assignment]
        other.code(bare_article(sense.example))
        for clause in {id(d.trigger.clause): d.trigger.clause for d in recorder.drafts}.values():
            _, row, told, _ = recorder.rows.get(id(clause), (clause, [], [], []))
            for place, one in enumerate(row):
                rule = one.rule.split()[0]
                yield Case(sense.example, place, rule, rule, told[place], EXAMPLES)


def models(cases: Sequence[Case]) -> Arguments:
    """The two models fitted on some cases."""
    subject, object_ = (
        fit([Example(c.facts, c.label == label, c.weight) for c in cases], STRENGTH) for label in ("subject", "object")
    )
    return Arguments(subject, object_)


def main(trees_path: str, *given: str) -> None:
    """Fit on the trees and all reports that may be learned from and write the models; with `--cv` print scores."""
    reports, coder, only = begin(given)
    learned = Coder()
    seen = [("trees", c) for c in of_trees(learned, Path(trees_path))]
    seen += [("sentences", c) for c in of_sentences(learned, folders(given))]
    seen += [("examples", c) for c in of_examples(Coder())]
    seen += [("events", c) for one in reports for c in of_events(coder, one)]
    if not only:
        _write(models([c for _, c in seen]), "{}", MODELS)
        for fold in range(FOLDS):
            # Trees and examples are nobody's reports.
            kept = [c for kind, c in seen if kind in ("trees", "examples") or fold_of(c.source) != fold]
            _write(models(kept), "{}-" + str(fold), APART)
        return
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for fold in range(FOLDS):
        fitted = models([c for _, c in seen if fold_of(c.source) != fold])
        for kind, c in seen:
            if fold_of(c.source) == fold:
                count = counts[kind, "first" if c.place == 0 else "later"]
                count[0] += 1
                count[1] += c.rule == c.label
                count[2] += _weighed(fitted, c) == c.label
    for (kind, place), (every, by_rules, by_weight) in sorted(counts.items()):
        print(f"{kind}, {place}: {every}, right by rules {by_rules / every:.3f}, weighed {by_weight / every:.3f}",
              file=sys.stderr)  # fmt: skip


def _write(fitted: Arguments, name: str, folder: Path) -> None:
    for each, model in (("subject", fitted.subject), ("object", fitted.object)):
        assert model is not None
        write(name.format(each), model, folder)


def _weighed(fitted: Arguments, case: Case) -> str:
    assert fitted.subject is not None and fitted.object is not None
    return Arguments.verdict(case.rule, fitted.subject.odds(case.facts), fitted.object.odds(case.facts))


if __name__ == "__main__":
    main(*sys.argv[1:])
