"""Who suffers a deed where print shows it only by what is missing: passives that go on, the accused, pronouns, relatives."""

from __future__ import annotations

import pytest

import khabar
from tellings import told

TOLD = [
    ("whoever is accused, when nobody else is there", "اتهمت الحركة باستهداف القرى الحدودية.", ("ACCUSE", [], ["الحركة"])),
    ("accused, without a name", "واتهم الوزير السابق بتلقي رشاوى من شركة أجنبية.", ("ACCUSE", [], ["الوزير السابق"])),
    ("accused by who spoke before", "أدانت الحكومة الهجوم واتهمت الحركة باستهداف المدنيين.",
     ("ACCUSE", ["الحكومة"], ["الحركة"])),
    ("two who accuse", "اتهمت الحكومة الحركة بتنفيذ الهجوم.", ("ACCUSE", ["الحكومة"], ["الحركة"])),
    ("arrested after what he did", "شارك الناشط في المسيرة ثم اعتقل واقتيد إلى مركز الشرطة.", ("COERCE", [], ["الناشط"])),
    ("arrested after he came", "انضم الباحث أحمد سمير إلى القائمة، واعتقل في مطار القاهرة.",
     ("COERCE", [], ["الباحث أحمد سمير"])),
    ("killed as he went out", "خرج الشاب من منزله فقتل برصاص مجهولين.", ("ASSAULT", ["مجهولين"], ["الشاب"])),
    ("who does one deed after the other", "هاجم مسلحون القرية وقتلوا ثلاثة رجال.",
     ("ASSAULT", ["مسلحون"], ["ثلاثة رجال"])),
    ("sentenced after the arrest", "اعتقل الباحث أحمد سمير العام الماضي، وحكم عليه بالسجن أربع سنوات.",
     ("SANCTION", [], ["الباحث أحمد سمير"])),
    ("shot after his attack", "أصيب ثلاثة جنود في عملية نفذها سوداني قبل أن ترديه قوات الأمن قتيلا.",
     ("ASSAULT", ["قوات الأمن"], ["سوداني"])),
    ("arrested with an adverb behind it", "اعتقل الصحفي تعسفياً في مطار القاهرة.", ("COERCE", [], ["الصحفي"])),
    ("a half-military group", "واتهمت الجماعة شبه العسكرية بقصف القرية.", ("ACCUSE", [], ["الجماعة شبه العسكرية"])),
    ("forces that are half regular", "اعتقلت القوات شبه النظامية ثلاثة شبان.",
     ("COERCE", ["القوات شبه النظامية"], ["ثلاثة شبان"])),
    ("two nouns before one name", "قتل المصور والمخرج سامي حداد في القصف.", ("ASSAULT", [], ["المصور والمخرج سامي حداد"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_who_suffers_it(text: str, event: tuple[str, list[str], list[str]]) -> None:
    assert event in [told(e) for e in khabar.load().read(text).events]


def test_a_prison_sentence_names_no_place() -> None:
    record = khabar.load().read("قضت محكمة مصرية غيابيا بسجن الناشطة البارزة، هند سيف، لمدة ستة أشهر.")
    assert [e.place for e in record.events] == [None]


def test_a_camp_for_the_displaced_has_no_name() -> None:
    record = khabar.load().read("سقطت قذائف على مخيم للنازحين في ولاية شمال دارفور.")
    assert [p.name_ar for p in record.places] == ["شمال دارفور"]


def test_who_held_it_did_not_take_it() -> None:
    record = khabar.load().read("تسلم الجيش مواقع كانت تسيطر عليها الميليشيا في ريف حلب.")
    assert not record.events
