"""What stands attached before a noun, and what only looks so; sentences and words of ours."""

from __future__ import annotations

import pytest

from khabar.text.characters import squeeze
from khabar.text.clitics import clitic_cut
from khabar.text.tokens import tokenize
from khabar.text.verbs import Verbs
from khabar.text.words import words_of

NO_VERBS = Verbs((), {}, {}, {})


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("ومجوهرات", "و"),  # print knows no word that begins so
        ("وسلامتها", "و"),  # السلامة
        ("واستئصاله", "و"),
        ("وبطونهم", "و"),
        ("بطبيعتها", "ب"),
        ("بتخصيص", "ب"),  # print shows it with its preposition only
        ("بمستودع", "ب"),
        ("لمرتادي", "ل"),
        ("لحمايتهم", "ل"),
        ("كدولة", "ك"),
        ("وطنهم", ""),
        ("وجبات", ""),
        ("وليمة", ""),
        ("بحيرة", ""),
        ("بيوتهم", ""),
        ("بركته", ""),
        ("لمحات", ""),
        ("كميات", ""),
        ("كتائب", ""),
        ("فيضانات", ""),
    ],
)
def test_letters_before_a_noun(word: str, cut: str) -> None:
    conj, prep, _, rest, shift = clitic_cut(squeeze(word), "NOUN")
    assert conj + prep == cut
    assert shift == len(cut)
    assert rest == squeeze(word)[shift:]


def test_a_name_keeps_its_first_letter() -> None:
    assert clitic_cut(squeeze("ويسلي"), "PROPN")[0] == ""


def test_a_letter_before_figures_is_a_preposition() -> None:
    tokens = tokenize("تبرع ب100 ألف")
    words = words_of(tokens, ["VERB_P", "NOUN", "NUM", "NUM"], NO_VERBS, [-1] * 4, [0] * 4)
    assert (words[1].kind, words[1].prep) == ("prep", "ب")


def test_a_preposition_before_a_word_of_place() -> None:
    tokens = tokenize("وقع بداخل المبنى")
    words = words_of(tokens, ["VERB_P", "NOUN", "NOUN"], NO_VERBS, [-1] * 3, [0] * 3)
    assert (words[1].kind, words[1].prep) == ("prep", "ب")
