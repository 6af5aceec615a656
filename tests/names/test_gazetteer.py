from __future__ import annotations

from pathlib import Path

import pytest

from khabar.errors import LexiconError
from khabar.names.gazetteer import append_entry, index_with, load_gazetteer

from .reading import mentions_of, read

GOOD = """
[[actor]]
id = "harbour-union"
name_ar = "نقابة عمال الميناء"
country = "LBN"
sectors = ["LAB"]

[[actor]]
id = "harbour-league"
name_ar = "اتحاد الموانئ"
same_as = "harbour-union"

[[actor]]
id = "our-qaeda"
name_ar = "تنظيم القاعدة"
country = "YEM"

[[actor]]
id = "un-too"
name_ar = "المنظمة الكبرى"
same_as = "un"

[[place]]
id = "qarn"
name_ar = "القرن"
country = "YEM"
level = 4
lat = 15.1
lon = 44.2
"""


def test_own_actors_come_first(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    index = index_with(path)
    text = "أضربت نقابة عمال الميناء وأيدها اتحاد الموانئ وهاجمها تنظيم القاعدة وشكرتها المنظمة الكبرى"
    mentions, actors = read(text, index=index)
    assert [m.actor for m in mentions] == ["harbour-union", "harbour-union", "our-qaeda", "un"]
    assert actors["harbour-union"].country == "LBN"
    assert [m.actor for m in mentions_of("قال تنظيم القاعدة")] == ["al-qaeda"]


def test_places(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    ((place, names),) = load_gazetteer(path).places
    assert (place.id, place.country, place.level, place.lat, names) == ("qarn", "YEM", 4, 15.1, ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[actor]]\nid = "a"\nname_ar = "ا"\ncountry = "XYZ"\n', "mine.toml:1: 'XYZ' is no country"),
        ('\n[[actor]]\nid = "a"\nname_ar = "ا"\nsectors = ["ABC"]\n', "mine.toml:2: 'ABC' is no sector"),
        (
            '[[actor]]\nid = "a"\nname_ar = "ا"\n\n[[actor]]\nid = "a"\nname_ar = "ب"\n',
            "mine.toml:5: 'a' stands on line 1 already",
        ),
        (
            '[[actor]]\nid = "a"\nname_ar = "ا"\nsame_as = "b"\n[[actor]]\nid = "b"\nname_ar = "ب"\nsame_as = "a"\n',
            "mine.toml:1: same_as goes in a circle: a -> b -> a",
        ),
        ('[[actor]]\nid = "a"\nname_ar = "ا"\nsame_as = "nobody-at-all"\n', "mine.toml:1: same_as 'nobody-at-all'"),
        ('[[actor]]\nid = "a"\n', "mine.toml:1: name_ar is missing"),
        ('[[actor]]\nid = "a"\nname_ar = ["س"]\n', "mine.toml:1: name_ar is no text in quotes"),
        ('[[actor]]\nid = "A b"\nname_ar = "ا"\n', "mine.toml:1: 'A b' is no id"),
        ('[[actor]]\nid = "a"\nname_ar = "ا"\ncolour = 1\n', "mine.toml:1: 'colour' is no key"),
        ('[[actor]]\nid = "a"\nname_ar = "ا"\nkind = "ship"\n', "mine.toml:1: kind is"),
        ('[[actor]]\nid = "a"\nname_ar = "ا"\noffices = ["king"]\n', "mine.toml:1: 'king' is no office"),
        ('[[place]]\nid = "a"\nname_ar = "ا"\nlevel = 7\n', "mine.toml:1: level is 1 to 5"),
        ('[[place]]\nid = "a"\nname_ar = "ا"\nlat = 91\n', "mine.toml:1: lat is a number"),
        ('[actor]\nid = "a"\n', "two brackets"),
        ("[[actor]\n", "mine.toml cannot be read"),
        ("[[river]]\n", "'river' is neither"),
    ],
)
def test_mistakes_are_named_with_their_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        load_gazetteer(path)
    assert says in str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_gazetteer(tmp_path / "mine.toml")


def test_append(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    append_entry(path, "actor", {"id": "a", "name_ar": 'رابطة "النخيل"', "sectors": ["AGR"]})
    append_entry(path, "place", {"id": "b", "name_ar": "القرن", "level": 4, "lat": 15.5})
    assert load_gazetteer(path).actors[0].actor.name_ar == 'رابطة "النخيل"'
    before = path.read_text(encoding="utf-8")
    with pytest.raises(LexiconError):
        append_entry(path, "actor", {"id": "a", "name_ar": "مرة أخرى"})
    assert path.read_text(encoding="utf-8") == before
    assert [p.name for p in tmp_path.iterdir()] == ["mine.toml"]
