"""The word lists that rules ask about: each is used by its module, and no module keeps one of its own."""

import ast
import re
import tomllib
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

import khabar
from khabar.lexicon.words import FOLDER, word_list

CODE = Path(khabar.__file__).parent
LISTS = [
    (path.stem, module, name)
    for path in sorted(FOLDER.glob("*.toml"))
    for module, lists in tomllib.loads(path.read_text(encoding="utf-8")).items()
    for name in lists
]
_ARABIC = re.compile("[\u0621-\u064a]")


@pytest.mark.parametrize("folder", sorted({folder for folder, _, _ in LISTS}))
def test_each_list_is_asked_for_by_its_module(folder: str) -> None:
    for of, module, name in LISTS:
        if of == folder:
            words = word_list(f"khabar.{folder}.{module}", name)
            sets = [v for v in vars(import_module(f"khabar.{folder}.{module}")).values() if isinstance(v, frozenset)]
            assert words, (module, name)
            assert words in sets, (module, name)


@pytest.mark.parametrize("folder", sorted({folder for folder, _, _ in LISTS}))
def test_each_list_says_what_it_is_for(folder: str) -> None:
    lines = (FOLDER / f"{folder}.toml").read_text(encoding="utf-8").splitlines()
    bare = [line for before, line in pairwise(lines)
            if re.match(r"\w+ = \[", line) and not before.startswith("# ")]  # fmt: skip
    assert not bare


def test_no_word_twice_in_a_list() -> None:
    for folder, module, name in LISTS:
        raw = tomllib.loads((FOLDER / f"{folder}.toml").read_text(encoding="utf-8"))[module][name]
        assert len(raw) == len(set(raw)), (module, name)


def test_code_holds_no_plain_set_of_words() -> None:
    found = [
        f"{path.relative_to(CODE)}:{node.lineno}"
        for path in sorted(CODE.rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and _is_set_of_words(node.value)
    ]
    assert not found


def _is_set_of_words(node: ast.expr) -> bool:
    """Whether an expression is `frozenset({...})` of nothing but words, some of them Arabic."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "frozenset"):
        return False
    if len(node.args) != 1 or not isinstance(node.args[0], ast.Set):
        return False
    words = [e.value for e in node.args[0].elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    return len(words) == len(node.args[0].elts) and any(_ARABIC.search(word) for word in words)


def test_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_list("khabar.events.charges", "no such list")
