"""The tables are sound, wrong ones are told with file and line, and names are looked up under clitics and print."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT
from khabar.places import tables
from khabar.places.gazetteer import Gazetteer, Tier, distance
from khabar.text.characters import squeeze


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def norms(words: str) -> list[str]:
    return [squeeze(w) for w in words.split()]


@pytest.mark.parametrize(
    ("words", "country", "name"),
    [
        ("بغداد", "IRQ", "Baghdad"), ("ببغداد", "IRQ", "Baghdad"), ("وبغداد", "IRQ", "Baghdad"),
        ("لبغداد", "IRQ", "Baghdad"), ("وبالموصل", "IRQ", "Mosul"), ("للموصل", "IRQ", "Mosul"),
        ("لبنان", "LBN", "Lebanon"), ("كابل", "AFG", "Kabul"), ("كابول", "AFG", "Kabul"), ("بكابول", "AFG", "Kabul"),
        ("البصره", "IRQ", "Basrah"), ("اربيل", "IRQ", "Erbil"), ("الولايات المتحدة", "USA", "United States"),
        ("خان يونس", "PSE", "Khān Yūnis"), ("وزيرستان", "PAK", "Waziristan"), ("سيناء", "EGY", "Sinai"),
        ("قطاع غزة", "PSE", "Gaza Strip"), ("الضفة الغربية", "PSE", "West Bank"), ("القرم", "UKR", "Crimea"),
        ("الجنوب اللبناني", "LBN", "South Lebanon"), ("الغوطة الشرقية", "SYR", "Ghouta"),
        ("معبر رفح", "PSE", "Rafah crossing"),
        ("إقليم كردستان", "IRQ", "Kurdistan Region of Iraq"), ("دارفور", "SDN", "Darfur"), ("دونباس", "UKR", "Donbas"),
        ("المنطقة الخضراء", "IRQ", "Green Zone"), ("ريف دمشق", "SYR", "Rif Dimashq"), ("أجدابيا", "LBY", "Ajdabiya"),
        ("عنيزة", "SAU", "Unaizah"), ("الفاشر", "SDN", "El Fasher"), ("كيدال", "MLI", "Kidal"),
    ],
)  # fmt: skip
def test_lookup(gazetteer: Gazetteer, words: str, country: str, name: str) -> None:
    first = gazetteer.lookup(norms(words))[0]
    assert (first.country, first.name_en) == (country, name)


def test_longest_name_wins(gazetteer: Gazetteer) -> None:
    match = gazetteer.match(norms("جنوب السودان الذي"))
    assert match is not None
    assert (match.length, match.key) == (2, squeeze("جنوب السودان"))


def test_seas_and_disputed_land_have_no_country(gazetteer: Gazetteer) -> None:
    for name in ("البحر الأحمر", "مضيق هرمز", "كشمير", "باب المندب"):
        place = gazetteer.lookup(norms(name))[0]
        assert (name, place.country) == (name, None)


def test_words_that_only_look_like_clitics_and_a_name(gazetteer: Gazetteer) -> None:
    for word in ("كبيرا", "لجنة", "فورا", "باب", "للحج", "قال", "اجتماع"):
        match = gazetteer.match([squeeze(word)])
        assert match is None or match.tier is not Tier.PLAIN, word


def test_nothing_found_is_empty(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup(norms("استقالته غدا")) == ()


def test_province_of_a_town(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup(norms("الرمادي"))[0].province == "الأنبار"
    assert gazetteer.lookup(norms("القامشلي"))[0].province == "الحسكة"


def test_every_place_is_whole() -> None:
    rows = tables.read_rows(ROOT / "places")
    assert len(rows) > 10_000
    for row in rows:
        place = row.place
        assert place.lat is not None and place.lon is not None and 1 <= place.level <= 5
        assert all(squeeze(n) for n in row.names), place
    # A town stands in its country: no coordinates with the two numbers turned round.
    centres = {r.place.country: r.place for r in rows if r.place.level == 1 and r.place.feature_code == "PCLI"}
    small = {"LBN", "SYR", "IRQ", "JOR", "PSE", "TUN", "YEM", "QAT", "BHR", "KWT", "ARE"}
    for row in rows:
        if row.place.country in small:
            assert distance(row.place, centres[row.place.country]) < 800, row


def test_all_governorates_are_there() -> None:
    rows = tables.read_rows(ROOT / "places")
    count = {"IRQ": 19, "SYR": 14, "EGY": 27, "DZA": 58, "TUN": 24, "YEM": 22, "SDN": 18, "LBN": 9, "JOR": 12,
             "PSE": 16, "SAU": 13, "OMN": 11, "ARE": 7, "KWT": 6, "MRT": 15, "MAR": 12, "AFG": 34}  # fmt: skip
    for country, least in count.items():
        found = [r for r in rows if r.place.country == country and r.place.feature_code == "ADM1"]
        assert len(found) >= least, country


def test_files_are_sorted() -> None:
    for name in ("countries.tsv", "regions.tsv", "spellings.tsv"):
        lines = (ROOT / "places" / name).read_text("utf-8").splitlines()[1:]
        keys = [line.split("\t")[0] for line in lines]
        assert keys == sorted(keys), name


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in tables.FILES:
        shutil.copy(ROOT / "places" / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("regions.tsv", "\tEGY\t2\t", "\tEGX\t2\t", "regions.tsv line .*: no country EGX"),
        ("regions.tsv", "egy-cairo\t", "egy-aswan\t", "id egy-aswan is also in"),
        ("regions.tsv", "\tSYR\t3\t33.5", "\tSYR\t7\t33.5", "level '7' is no number from 1 to 5"),
        ("countries.tsv", "\t33.94\t", "\tnorth\t", "lat 'north' is no number"),
        ("countries.tsv", "AFG\tAfghanistan\t", "AFG\t", "countries.tsv line 3: 6 fields, not 7"),
        ("ambiguous.txt", "\tnoun", "\tverb", "ambiguous.txt line .*'verb' is neither"),
        ("cues.tsv", "\tprep\t", "\tword\t", "cues.tsv line .*: no class 'word'"),
    ],
)
def test_mistakes_are_told(
    copy: Path, file: str, old: str, new: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHABAR_CACHE", str(copy / "cache"))
    text = (copy / file).read_text("utf-8")
    if old == "\t33.94\t":
        old = "\t" + text.splitlines()[1].split("\t")[4] + "\t"
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(LexiconError, match=message):
        Gazetteer.load(copy)


def test_file_that_is_no_text(copy: Path) -> None:
    (copy / "regions.tsv").write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(LexiconError, match=r"regions\.tsv cannot be read"):
        Gazetteer.load(copy)


def test_own_places_override(tmp_path: Path) -> None:
    own = tmp_path / "gazetteer.toml"
    own.write_text(
        '[[place]]\nname_ar = "تل الورد"\naliases = ["الموصل"]\ncountry = "JOR"\nlevel = 4\nlat = 31.5\nlon = 36\n'
        '[[place]]\nid = "IRQ"\nname_ar = "بلاد الرافدين"\ncountry = "IRQ"\nlevel = 1\n',
        "utf-8",
    )
    gazetteer = Gazetteer.load(extra=own)
    assert gazetteer.lookup(norms("بتل الورد"))[0].country == "JOR"
    assert gazetteer.lookup(norms("الموصل"))[0].country == "JOR"
    assert gazetteer.lookup(norms("العراق")) == ()
    assert gazetteer.lookup(norms("بلاد الرافدين"))[0].id == "IRQ"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[[place]]\nname_en = "x"', "place 1: name_ar is missing"),
        ('[[place]]\nname_ar = "س"\nlevel = 9', "level 9 is not 1 to 5"),
        ('[[place]]\nname_ar = "س"\ncountry = "Iraq"', "no code of three letters"),
        ('[[place]]\nname_ar = "س"\nlat = 120', "120 is no latitude"),
        ('[[place]]\nname_ar = "س"\nid = "a"\n[[place]]\nname_ar = "ص"\nid = "a"', "id a is given twice"),
        ("[[place]\n", "cannot be read"),
        ('[place]\nname_ar = "س"', "places are written"),
    ],
)
def test_own_places_with_mistakes(tmp_path: Path, toml: str, message: str) -> None:
    own = tmp_path / "gazetteer.toml"
    own.write_text(toml, "utf-8")
    with pytest.raises(LexiconError, match=message):
        tables.read_extra(own)
