"""What holds for every record: spans are slices, the same input gives the same output, and nothing is lost."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import khabar
from khabar.exchange.plain import from_plain, to_json, to_plain
from khabar.lexicon.cache import ROOT
from khabar.records import Record, Span

SAMPLES = sorted((Path(khabar.__file__).parent / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def coder() -> khabar.Coder:
    return khabar.load()


def claims(record: Record) -> list[tuple[Span, str]]:
    """Every span of a record with the words it claims."""
    found = [(m.span, m.text) for m in record.mentions] + [(t.span, t.text) for t in record.times]
    for a in record.sources:
        found += [(a.cue, a.cue_text)] if a.cue is not None and a.cue_text is not None else []
        found += [(s.mention.span, s.mention.text) for s in a.chain if s.mention is not None]
    for e in record.events:
        found.append((e.trigger, e.trigger_text))
        found += [(m.span, m.text) for m in (*e.actors, *e.recipients)]
        found += [(s.span, s.text) for s in e.size]
        found += [(d.cue, d.cue_text) for d in e.denied_by] + [(d.mention.span, d.mention.text) for d in e.denied_by]
        found += [(x.span, x.text) for x in (e.time, e.place) if x is not None and x.span is not None and x.text is not None]
    return found


def check(record: Record) -> None:
    text = record.article.text
    for span, words in claims(record):
        assert span.of(text) == words
        assert words == words.strip() and words
    sentences = {s.span for s in record.sentences}
    known = {a.id for a in record.sources}
    actors = {a.id for a in record.actors}
    for event in record.events:
        assert event.sentence in sentences and event.sentence.contains(event.trigger)
        assert set(event.sources) <= known and event.sources.count("outlet") == 1
        assert 0 < event.confidence < 1 and event.why.entry and event.why.rule
    assert {m.actor for m in record.mentions if m.actor} <= actors
    assert len({e.id for e in record.events}) == len(record.events)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_samples(coder: khabar.Coder, path: Path) -> None:
    record = coder.read(path)
    assert record.events and record.mentions
    check(record)
    assert from_plain(to_plain(record)) == record


WORDS = (
    "قال وأعلنت الرئيس وزير الخارجية الأمريكي باكستان في على إلى أن إن لم لن سوف قتل قتلوا مسلحون ثلاثة أشخاص هجوم هجوما الذي "
    "التقى نظيره أمس الثلاثاء الماضي بغداد ببغداد والشرطة، «حركة طالبان» تنفي . ؟ : مئات المتظاهرين ضد الحكومة اعتقال 15 ٢٠ بحسب بيان "
    "الجانبان اتفقا وأضاف مؤكدا أنه يجب وقف إطلاق النار عن مِنْ الـحرب (رويترز) - CNN منذ عودة لـ ـ ً"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=45), st.booleans())
@example([".", "قتل", "لـ", "أشخاص", "هجوم", ".", "قال"], False)
@example(["وصل", "الرئيس", "ـ", "صرواح", ".", "ً", "تنفي"], False)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_of_words(coder: khabar.Coder, words: list[str], broken: bool) -> None:
    from khabar.pages.bare import bare_article
    from khabar.records import Published

    text = " ".join(words)
    if broken:
        text = text.replace(" . ", ".\n")
    check(coder.code(bare_article(text, published=Published("2019-05-02", "day", None, "", "given"))))


def test_the_same_again_byte_for_byte(coder: khabar.Coder) -> None:
    other = pickle.loads(pickle.dumps(coder))
    for path in SAMPLES:
        assert to_json(coder.read(path)) == to_json(other.read(path)) == to_json(coder.read(path.read_text("utf-8")))


def test_reading_leaves_the_record_immutable(coder: khabar.Coder) -> None:
    record = coder.read(SAMPLES[0])
    with pytest.raises(AttributeError):
        record.events[0].type = "AID"  # type: ignore[misc]


def test_importing_is_light() -> None:
    import subprocess
    import sys

    code = "import sys, khabar; print(sorted(m for m in sys.modules if m in ('trafilatura', 'sqlalchemy', 'pycrfsuite')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_tells_another_lexicon(coder: khabar.Coder, tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(ROOT, folder)
    same = khabar.Coder(lexicon=folder)
    assert same.version == coder.version
    with (folder / "classes" / "sport.txt").open("a", encoding="utf-8") as file:
        file.write("كريكيت\n")
    assert khabar.Coder(lexicon=folder).version != coder.version
