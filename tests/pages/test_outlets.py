from zoneinfo import ZoneInfo

import pytest

from khabar.pages.outlets import credit_words, outlet_of, outlets
from khabar.text.characters import is_arabic, squeeze


def test_the_table_is_sound():
    assert len(outlets()) >= 60
    for outlet in outlets():
        assert is_arabic(outlet.name), outlet
        assert outlet.zone is None or ZoneInfo(outlet.zone)
        assert all(d == d.lower() and "/" not in d and "." in d for d in outlet.domains)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.aljazeera.net/news/2019/1/1/x", "الجزيرة نت"),
        ("http://m.youm7.com/story", "اليوم السابع"),
        ("https://arabic.cnn.com/a", "سي إن إن بالعربية"),
        ("https://cnn.com/a", None),
        ("https://notaljazeera.net/", None),
        ("file.html", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_address_tells_the_outlet(url, name):
    found = outlet_of(url)
    assert (found.name if found else None) == name


def test_agencies_are_no_other_outlets():
    words = credit_words()
    assert squeeze("أ.ف.ب") in words.agencies
    assert squeeze("سبق") in words.others
    assert not words.agencies & words.others
