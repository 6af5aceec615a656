from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from khabar.errors import LexiconError
from khabar.names import lexicon as lx
from khabar.names.forms import adjective_forms, construct, feminine, noun_forms
from khabar.names.index import heads, load_index
from khabar.records import MentionKind

INDEX = load_index()
CODES = frozenset(INDEX.states)
GROUPS = "id\tname_en\tname_ar\taliases_ar\tcountry\tsectors\tfrom\tuntil\tnote\n"
PEOPLE = "id\tname_en\tname_ar\taliases_ar\tgender\tcountry\tsectors\toffices\n"


def test_every_iso_country_and_the_partly_recognised() -> None:
    assert sum(not code.startswith("X") for code in INDEX.states) == 249
    assert {"XKX", "PSE", "ESH", "TWN", "XNC", "XSL", "XAB"} <= set(INDEX.states)
    assert all(INDEX.states[c].adjectives for c in ("USA", "EGY", "PAK", "KOR", "ZAF", "CIV"))


def test_there_are_enough_groups() -> None:
    groups = [k.actor for k in INDEX.known.values() if k.actor.kind is MentionKind.GROUP]
    fighting = [g for g in groups if {"REB", "PTY", "PRM", "OPP", "UAF"} & set(g.sectors)]
    assert len(fighting) >= 250
    assert len(groups) - len(fighting) >= 150
    assert Counter(g.country for g in groups)["IGO"] >= 100


@pytest.mark.parametrize("name", ["states.tsv", "groups.tsv", "people.tsv", "offices.tsv", "unnamed.tsv"])
def test_files_are_sorted(name: str) -> None:
    keys = [line.split("\t")[0] for line in (lx.ACTORS / name).read_text("utf-8").splitlines()[1:]]
    assert keys == sorted(keys)


def test_no_two_groups_share_their_first_name_by_mistake() -> None:
    names = Counter(k.actor.name_ar for k in INDEX.known.values())
    assert [n for n, c in names.items() if c > 1] == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a\tA\tا\t\tXYZ\t\t\t\t", "groups.tsv:2: 'XYZ' is no country"),
        ("a\tA\tا\t\tUSA\tABC\t\t\t", "groups.tsv:2: 'ABC' is no sector"),
        ("a\tA\tا\t\tUSA\tREB\tyesterday\t\t", "groups.tsv:2: 'yesterday' is no date"),
        ("a\tA\tا\t\tUSA\tREB\t\t\t\na\tA\tا\t\tUSA\tREB\t\t\t", "groups.tsv:3: 'a' stands on line 2 already"),
        ("a\tA\tا", "groups.tsv:2: 3 columns where 9 are due"),
        ("A B\tA\tا\t\tUSA\tREB\t\t\t", "groups.tsv:2: 'A B' is no id"),
        ("a\tA\t\t\tUSA\tREB\t\t\t", "groups.tsv:2: name_ar is missing"),
    ],
)
def test_mistakes_in_groups(tmp_path: Path, row: str, says: str) -> None:
    path = tmp_path / "groups.tsv"
    path.write_text(GROUPS + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        lx.load_groups(CODES, path)
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("gender", "offices", "says"),
    [
        ("x", "", "gender is m or f"),
        ("m", "king", "'king' is no office"),
        ("m", "tsar@USA:2001..2002", "'tsar' is no title"),
        ("m", "king@USA:2003..2002", "ends before it begins"),
        ("m", "king@USA:soon..", "'soon' is no date"),
    ],
)
def test_mistakes_in_people(tmp_path: Path, gender: str, offices: str, says: str) -> None:
    path = tmp_path / "people.tsv"
    path.write_text(PEOPLE + f"a\tA\tا\t\t{gender}\tUSA\tGOV\t{offices}\n", encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        lx.load_people(CODES, frozenset(INDEX.titles), path)
    assert says in str(error.value) and "people.tsv:2" in str(error.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "broken.tsv").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.tsv", tmp_path / "broken.tsv"):
        with pytest.raises(LexiconError, match=path.name):
            lx.load_states(path)
    (tmp_path / "head.tsv").write_text("code\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"head\.tsv:1"):
        lx.load_states(tmp_path / "head.tsv")
    (tmp_path / "government.toml").write_text("[[body]]\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"government\.toml"):
        lx.load_government(tmp_path / "government.toml")


def test_forms() -> None:
    adjectives = {form for form, _ in adjective_forms("كوري جنوبي")}
    assert {"كوري جنوبي", "الكورية الجنوبية", "كوريين جنوبيين"} <= adjectives
    assert "الجنوب أفريقية" in {form for form, _ in adjective_forms("جنوب أفريقي")}
    nouns = dict(noun_forms("مسلح", ("ون",)))
    assert nouns["المسلحون"].number == "p" and nouns["مسلحو"].state == "c"
    assert "القادة العسكريون" in dict(noun_forms("قائد عسكري", ("قادة عسكريون",)))
    assert construct("وزير الخارجية") == "وزير خارجية"
    assert construct("القوات المسلحة") is None
    assert feminine("وزير الخارجية") == "وزيرة الخارجية"


def test_heads() -> None:
    assert (3, "ل", "الحكومه") not in heads("وللحكومه")
    assert (2, "ل", "الحكومه") in heads("وللحكومه")
    assert (1, "ل", "اللجنه") in heads("للجنه")


def test_actors_made_by_rule() -> None:
    ministry = INDEX.actor("gov-pak-mofa")
    assert ministry is not None
    assert (ministry.name_ar, ministry.country, ministry.sectors) == ("وزارة الخارجية الباكستانية", "PAK", ("GOV",))
    assert INDEX.actor("gov-xyz-mofa") is None
    assert INDEX.actor("gov-pak-nothing") is None
    kosovo = INDEX.actor("state-xkx")
    assert kosovo is not None and kosovo.sectors == ("PRE",)


def test_holders_by_date() -> None:
    def at(day: str) -> list[str]:
        return [a.id for a in INDEX.holder("president", "USA", day)]

    assert at("2014-01-01") == ["barack-obama"]
    assert at("2018-01-01") == ["donald-trump"]
    assert at("1850-01-01") == []


def test_search() -> None:
    assert "pakistani-taliban" in [a.id for a in INDEX.search("طالبان")]
    assert "state-pak" in [a.id for a in INDEX.search("pakistan")]
    assert INDEX.search("لا أحد بهذا الاسم") == ()
