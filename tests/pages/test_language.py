import pytest

from khabar.pages.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال الوزير إن الحكومة لن تقبل بالشروط التي وضعها الوفد.", "Arabic"),
        ("زار وزير خارجية إيران كردستان العراق والتقى رئيس حكومة الإقليم.", "Arabic"),
        (
            "افتتح مهرجان پاريس السينمائي بفيلم من تشيلي عن مدينة ڤالپارايسو وحضره كثيرون من أهل الفن في المدينة.",
            "Arabic",
        ),
        ("وزیر امور خارجه گفت که این نشست در تهران برگزار شد و دو طرف بر همکاری تأکید کردند.", "Persian"),
        ("وزیر خارجہ نے کہا ہے کہ مذاکرات کا اگلا دور اگلے مہینے میں ہوگا۔", "Urdu"),
        ("وەزیری دەرەوە ڕایگەیاند کە گفتوگۆکان لەگەڵ شاندەکە باش بوون.", "Kurdish"),
        ("The minister said in a statement: لا", None),
        ("", None),
    ],
)
def test_language(text, language):
    assert language_of(text) == language
