"""Verb forms and their readings."""

import pytest

from khabar.errors import LexiconError
from khabar.text.characters import squeeze
from khabar.text.verbs import Verb, Verbs, build_verbs

LIST = [
    ("قتل", "قتل", "فعَل يفعُل"),
    ("التقى", "لقي", "افتعل"),
    ("قال", "قول", "فعَل يفعُل"),
    ("هنأ", "هنء", "فعّل"),
    ("رمى", "رمي", "فعَل يفعِل"),
]


@pytest.fixture(scope="module")
def verbs() -> Verbs:
    return build_verbs([Verb(lemma, root, pattern, "event") for lemma, root, pattern in LIST])


@pytest.mark.parametrize(
    ("word", "lemma", "tense", "person", "voice", "clitics"),
    [
        ("وهنأ", "هنأ", "past", "3ms", "active", ("و", "", "")),
        ("قتل", "قتل", "past", "3ms", "either", ("", "", "")),
        ("قتلوه", "قتل", "past", "3mp", "active", ("", "", "ه")),
        ("فقتلوا", "قتل", "past", "3mp", "either", ("ف", "", "")),
        ("يلتقيان", "التقى", "present", "3md", "either", ("", "", "")),
        ("قيل", "قال", "past", "3ms", "passive", ("", "", "")),
        ("رماه", "رمى", "past", "3ms", "active", ("", "", "ه")),
        ("ليقتل", "قتل", "present", "3ms", "either", ("", "ل", "")),
    ],
)
def test_readings(
    verbs: Verbs, word: str, lemma: str, tense: str, person: str, voice: str, clitics: tuple[str, ...]
) -> None:
    found = {
        (r.verb.lemma, r.tense, r.person, r.voice, (r.conjunction, r.particle, r.suffix))
        for r in verbs.readings(squeeze(word))
    }
    assert (lemma, tense, person, voice, clitics) in found


def test_the_future_is_told(verbs: Verbs) -> None:
    assert any(r.future and r.verb.lemma == "التقى" for r in verbs.readings(squeeze("وسيلتقي")))


def test_no_verb_after_the_article(verbs: Verbs) -> None:
    assert verbs.readings(squeeze("القتل")) == ()
    assert verbs.readings(squeeze("بقتل")) == ()


def test_a_root_that_cannot_be_inflected_is_named() -> None:
    with pytest.raises(LexiconError, match="خطأ"):
        build_verbs([Verb("خطأ", "خ", "فعّل", "event")])
