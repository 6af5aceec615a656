"""Who meets, promises, condemns and helps whom between states, and what is no part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.coder import Coder
from khabar.pages.bare import bare_article
from khabar.records import Published, Record
from tellings import told

TOLD = [
    ("two who hold one office, and one more", "بحث الوزير مع نظيريه السعودي سالم حمد والعماني بدر علي الوضع في الصومال.",
     ("CONSULT", ["الوزير", "نظيريه السعودي سالم حمد", "العماني بدر علي"], [])),
    ("two who hold one office, parted by a comma", "أدان وزيرا الخارجية السعودي سالم حمد، والعماني بدر علي، الهجوم على المسجد.",
     ("ACCUSE", ["وزيرا الخارجية السعودي سالم حمد", "العماني بدر علي"], [])),
    ("a deputy prime minister with a ministry", "أجرى الرئيس التونسي اتصالا مع نائب رئيس الوزراء ووزير الخارجية سالم حمد.",
     ("CONSULT", ["الرئيس التونسي"], ["نائب رئيس الوزراء ووزير الخارجية سالم حمد"])),
    ("an envoy right behind his host", "استقبل وزير الدفاع السفير الهندي.", ("CONSULT", ["السفير الهندي"], ["وزير الدفاع"])),
    ("a body right behind an office", "ناشد الرئيس اللبناني المجتمع الدولي التدخل.",
     ("REQUEST", ["الرئيس اللبناني"], ["المجتمع الدولي"])),
    ("a town right behind an office", "غادر أمير قطر الدوحة متوجها إلى باريس.", ("CONSULT", ["أمير قطر"], ["باريس"])),
    ("states that a number counts", "أدان وزراء خارجية 31 دولة عربية وإسلامية تصريحات الوزير الإسرائيلي.",
     ("ACCUSE", ["وزراء خارجية 31 دولة عربية وإسلامية"], ["الوزير الإسرائيلي"])),
    ("states of several regions", "نددت دول عربية وأجنبية بالتفجيرين في القاهرة.", ("ACCUSE", ["دول عربية وأجنبية"], [])),
    ("a definite noun behind states", "دانت دول عربية الاعتداءات على المدينة.", ("ACCUSE", ["دول عربية"], [])),
    ("attacks named after a capital", "ندد الوزير العماني باعتداءات باريس.", ("ACCUSE", ["الوزير العماني"], [])),
    ("attacks of a state", "ندد الوزير العماني باعتداءات إسرائيل.", ("ACCUSE", ["الوزير العماني"], ["إسرائيل"])),
    ("a state that attacks hit", "أدان الوزير الهجمة التي استهدفت لندن.", ("ACCUSE", ["الوزير"], [])),
    ("behind a letter that was sent", "أعرب ملك الأردن في برقية بعث بها إلى الرئيس المصري، عن استنكاره للهجوم.",
     ("ACCUSE", ["ملك الأردن"], [])),
    ("help that is promised", "تعهدت قطر بدعم السلطة الفلسطينية.", ("AGREE", ["قطر"], ["السلطة الفلسطينية"])),
    ("help that is to go on", "تعهدت واشنطن بمواصلة دعم أوكرانيا بالسلاح.", ("AGREE", ["واشنطن"], ["أوكرانيا"])),
    ("a package of sanctions", "فرض الاتحاد الأوروبي حزمة واسعة من العقوبات على روسيا.",
     ("SANCTION", ["الاتحاد الأوروبي"], ["روسيا"])),
    ("a batch of aid", "أرسلت قطر دفعة جديدة من المساعدات إلى قطاع غزة.", ("AID", ["قطر"], ["قطاع غزة"])),
    ("an aircraft with aid", "أرسلت قطر طائرة محملة بالمساعدات إلى السودان.", ("AID", ["قطر"], ["السودان"])),
    ("an aircraft with its nation", "وصلت طائرة مساعدات قطرية إلى بيروت.", ("AID", ["طائرة مساعدات قطرية"], ["بيروت"])),
    ("an aircraft without one", "وصلت قافلة مساعدات إلى غزة.", ("AID", [], ["غزة"])),
    ("an aircraft behind where it lands", "وصلت إلى مطار حلب الدولي الطائرة الإغاثية الثانية.", ("AID", [], ["مطار حلب الدولي"])),
    ("what is given besides", "سلم المركز أدوية لجمعية الهلال الأحمر، إلى جانب معدات طبية ومولدات.",
     ("AID", ["المركز"], ["جمعية الهلال الأحمر"])),
    ("Mali behind a verb", "طردت مالي السفير الفرنسي.", ("COERCE", ["مالي"], ["السفير الفرنسي"])),
    ("an aside about those who agree", "فرضت الولايات المتحدة، بالاتفاق مع الاتحاد الأوروبي وكندا، الجمعة عقوبات على شركات روسية.",
     ("SANCTION", ["الولايات المتحدة"], ["شركات روسية"])),
    ("what the verb needs", "امتنعت عشر دول عن التصويت.", ("REJECT", ["عشر دول"], [])),
    ("whose refusal", "انتقد الوزير رفض حكومته الحوار مع المعارضة.", ("ACCUSE", ["الوزير"], ["حكومته"])),
    ("whom a letter is brought to", "سلم السفير القطري رسالة خطية إلى الرئيس التونسي.",
     ("CONSULT", ["السفير القطري"], ["الرئيس التونسي"])),
    ("who is not wanted", "أعلنت جنوب أفريقيا القائم بالأعمال الليبي شخصا غير مرغوب فيه.",
     ("COERCE", ["جنوب أفريقيا"], ["القائم بالأعمال الليبي"])),
    ("the state that will be visited", "يصل رئيس الوزراء الروسي غدا إلى الجزائر في زيارة تستمر يومين.",
     ("AGREE", ["رئيس الوزراء الروسي"], ["الجزائر"])),
    ("two armies that train", "نفذت السعودية وباكستان تدريبا مشتركا قرب الجبيل.", ("COOPERATE", ["السعودية", "باكستان"], [])),
    ("a grant that is announced", "أعلن البنك الدولي عن تقديم منحة إلى سوريا بقيمة 20 مليون دولار.",
     ("AGREE", ["البنك الدولي"], ["سوريا"])),
    ("a day behind a body", "وافق البنك الدولي الخميس على منح العراق قرضا.", ("AGREE", ["البنك الدولي"], ["العراق"])),
    ("an office behind a name and a comma", "طالب سالم حمد، رئيس وفد الحكومة السورية، بإلغاء البيان.",
     ("REQUEST", ["سالم حمد"], [])),
    ("whom a call with another preposition is for", "اتهمت فرنسا دمشق بعرقلة السلام، ودعت روسيا لعدم التملص من مسؤولياتها.",
     ("REQUEST", ["فرنسا"], ["روسيا"])),
    ("what only a source announces", "أعلنت مصادر فرنسية طرد ثلاثة دبلوماسيين روس.",
     ("COERCE", [], ["ثلاثة دبلوماسيين روس"])),
    ("relief of a state", "واصلت السعودية إغاثة لبنان.", ("AID", ["السعودية"], ["لبنان"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_who_deals_with_whom(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in [told(e) for e in read(text).events]


def test_a_state_blames_others(read: Callable[[str], Record]) -> None:
    text = "وكان الاتحاد الأوروبي قد فرض عقوبات على روسيا، وانتقدت موسكو القيود الأوروبية ووصفتها بأنها غير قانونية."
    events = [told(e) for e in read(text).events]
    assert ("ACCUSE", ["موسكو"], []) in events


@pytest.mark.parametrize(
    "text",
    [
        "أكد الرئيسان أهمية وقف القتال والعودة إلى المفاوضات بين الولايات المتحدة وإيران.",
        "اتهمت فرنسا الحكومة السورية بعرقلة محادثات السلام.",
    ],
)
def test_talks_that_are_only_spoken_of(read: Callable[[str], Record], text: str) -> None:
    assert not [e for e in read(text).events if e.type == "CONSULT"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أرسلت تركيا بالتشاور مع قطر مساعدات إلى الصومال.", "CONSULT"),
        ("فرضت الولايات المتحدة، بالاتفاق مع الاتحاد الأوروبي وكندا، الجمعة عقوبات على شركات روسية.", "AGREE"),
    ],
)
def test_together_with_others_is_how(read: Callable[[str], Record], text: str, kind: str) -> None:
    assert not [e for e in read(text).events if e.type == kind]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("القاهرة: لن نقبل المساس بحصتنا من المياه", ("REJECT", ["القاهرة"], [])),
        ("موسكو: نطالب واشنطن بسحب صواريخها", ("REQUEST", ["موسكو"], ["واشنطن"])),
        ("بغداد: مقتل ثلاثة جنود في هجوم", ("ASSAULT", [], ["ثلاثة جنود"])),
    ],
)
def test_a_state_before_a_colon(
    coder: Coder, headline: str, expected: tuple[str, list[str], list[str]]
) -> None:
    article = bare_article("قال المتحدث إن الأمر سيبحث غدا.", headline, Published("2019-05-07", "day", None, "2019-05-07", "given"))
    assert expected in [told(e) for e in coder.code(article).events]


def test_on_the_sidelines_no_third_party(read: Callable[[str], Record]) -> None:
    text = "التقى وزير الخارجية الليبي نظيره التشادي على هامش منتدى اقتصادي."
    assert [e.modes for e in read(text).events] == [()]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("بحث وزير الخارجية المصري مع نظيره التركي الوضع في السودان.", None),
        ("بحث الوزيران الأوضاع في غزة خلال لقائهما في القاهرة.", "القاهرة"),
    ],
)
def test_what_is_spoken_of_is_no_place(read: Callable[[str], Record], text: str, place: str | None) -> None:
    event = next(e for e in read(text).events if e.type == "CONSULT")
    assert (event.place.text if event.place else None) == place


def test_states_of_no_one_country(read: Callable[[str], Record]) -> None:
    text = "نددت دول عربية بالتفجيرين في القاهرة. وقال الرئيس المصري إن مصر ستقتص. وشكر وزير الخارجية المصري الجميع."
    assert next(m.country for m in read(text).mentions if m.text == "دول عربية") is None
