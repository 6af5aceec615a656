import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import PageError
from khabar.pages import decode as module
from khabar.pages.decode import clean, decode, unscramble

TEXT = "أعلنت الحكومة في بيان أن الاجتماع تأجل إلى الأسبوع المقبل، وقال الوزير إن السبب هو الطقس."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"]
)
def test_every_encoding_is_read(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("real", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "no-such-charset"])
def test_a_wrong_declaration_does_no_harm(real, declared):
    page = f'<html><head><meta charset="{declared}"></head><body><p>{TEXT}</p></body></html>'
    assert decode(page.encode(real)) == page


def test_a_few_broken_bytes_are_dropped():
    data = TEXT.encode()
    assert decode(data[:40] + b"\xff" + data[40:]) == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 9, "binary"),
        (bytes(range(128, 256)) * 40, "neither"),
    ],
)
def test_what_is_no_text_is_refused(data, reason):
    with pytest.raises(PageError, match=reason):
        decode(data)


def test_a_page_too_large_is_refused_by_its_length():
    with pytest.raises(PageError, match="60 MB"):
        decode(b"a" * (60 * 2**20))


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻷﻣﺮ", "قال الوزير إن الأمر"),
        ("ﻻ ﻷحد", "لا لأحد"),
        ("\u200fقال\u200e الوزير\u202c", "قال الوزير"),
        ("قال&nbsp;الوزير &laquo;نعم&raquo;", "قال الوزير «نعم»"),
        ("&#1602;&#1575;&#1604;", "قال"),
        ("فی القاهرة کان", "في القاهرة كان"),
        ("وزیر گفت", "وزیر گفت"),
        ("سطر\r\nوسطر\u2028وثالث", "سطر\nوسطر\nوثالث"),
        ("مُحَمَّد  العـــلي", "مُحَمَّد العـــلي"),
    ],
)
def test_clean(printed, cleaned):
    assert clean(printed) == cleaned


@given(st.text(alphabet="ابتثجحيةىأإ ،.\n0123\u200f\u0651ﻻﷲ&;#<>«»"))
def test_cleaning_again_changes_nothing_but_entities(text):
    once = clean(text)
    assert module._CONTROLS.search(once) is None
    assert "&" in text or clean(once) == once


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
@pytest.mark.parametrize("taken_for", ["latin-1", "cp1252"])
def test_text_decoded_as_western_is_set_right(encoding, taken_for):
    data = TEXT.replace("،", ",").encode(encoding)
    try:
        scrambled = data.decode(taken_for)
    except UnicodeDecodeError:
        scrambled = "".join(
            bytes([b]).decode(taken_for) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in data
        )
    assert unscramble(scrambled) == TEXT.replace("،", ",")


@pytest.mark.parametrize("text", ["Élysée: le ministre a déclaré", "The minister said", "", TEXT])
def test_other_text_is_left_as_it_is(text):
    assert unscramble(text) == text
