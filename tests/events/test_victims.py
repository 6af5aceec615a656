"""Whom an attack was done to, where only its toll or whose the thing was says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

TOLLS = [
    ("what it left behind", "شن مسلحون هجوما على فندق في بنزرت خلف 38 قتيلا من السياح.",
     ("ASSAULT", ["مسلحون"], ["38 قتيلا من السياح"])),
    ("what came of it", "هزت ثلاثة انفجارات أسواقا في كركوك مما أسفر عن 57 قتيلا.", ("ASSAULT", [], ["57 قتيلا"])),
    ("whose lives it took, in no number", "وقع تفجير إرهابي في بلدة الخالص راح ضحيته عدد من رجال الأمن.",
     ("ASSAULT", [], ["عدد من رجال الأمن"])),
    ("those who fell are no doers", "قال سكان إن العشرات من مسلحي التمرد قتلوا أثناء محاولتهم الفرار.",
     ("ASSAULT", [], ["العشرات من مسلحي التمرد"])),
    ("the dead of a clash are of either side", "أسفرت اشتباكات بين الجيش والمتمردين عن 12 قتيلا.",
     ("ASSAULT", ["الجيش", "المتمردين"], [])),
    ("who is told of stays", "استهدف انتحاري دورية للشرطة في الموصل، مما خلف خمسة قتلى.",
     ("ASSAULT", ["انتحاري"], ["دورية للشرطة"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLLS], ids=[t[0] for t in TOLLS])
def test_who_is_counted_has_suffered_it(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in [told(e) for e in read(text).events]


OWNED = [
    ("whose positions", "شنت طائرات التحالف غارات على مواقع المتمردين أمس.", (["طائرات التحالف"], ["المتمردين"])),
    ("of two owners", "قصفت المدفعية التركية مواقع حزب العمال الكردستاني وفلول التنظيم.",
     (["المدفعية التركية"], ["حزب العمال الكردستاني", "فلول التنظيم"])),
    ("of two owners, the second behind a place", "قصف الجيش السوري معسكرات الحركة في إدلب ومقاتلي التنظيم أمس.",
     (["الجيش السوري"], ["الحركة", "مقاتلي التنظيم"])),
    ("behind l", "قصفت مروحيات الجيش أهدافا للمتمردين في درنة.", (["مروحيات الجيش"], ["للمتمردين"])),
    ("by an adjective", "شنت المروحيات غارات جوية استهدفت رتلا عسكريا تابعا للمتمردين أمس.",
     (["المروحيات"], ["للمتمردين"])),
    ("nobody's market", "قصفت الطائرات الحربية سوقا في بلدة سراقب.", (["الطائرات الحربية"], [])),
    ("people stay themselves", "هاجم مسلحون دورية للشرطة في الموصل.", (["مسلحون"], ["دورية للشرطة"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in OWNED], ids=[t[0] for t in OWNED])
def test_who_owns_what_was_hit_has_suffered_it(
    read: Callable[[str], Record], text: str, expected: tuple[list[str], list[str]]
) -> None:
    assert ("ASSAULT", *expected) in [told(e) for e in read(text).events]


SIDES = [
    ("the dead are a side", "لقي خمسة مسلحين مصرعهم في اشتباكات مع قوات الأمن الباكستانية أمس في كراتشي.",
     (["خمسة مسلحين", "قوات الأمن الباكستانية"], [])),
    ("a single man", "استشهد العريف سالم حمد خلال اشتباك مع المتمردين في صعدة.", (["العريف سالم حمد", "المتمردين"], [])),
    ("two sides are told of", "قتل عشرة أشخاص في اشتباكات بين الجيش والمتمردين.", (["الجيش", "المتمردين"], [])),
    ("an attack has no sides", "قتل ثلاثة جنود في هجوم شنه مسلحون.", (["مسلحون"], ["ثلاثة جنود"])),
    ("behind a definite genitive", "نددت المنظمة بقتل الجنود للشاب أحمد سالم.", (["الجنود"], ["للشاب أحمد سالم"])),
    ("whose soldiers fell", "أعلن المتحدث مقتل جنود للتحالف في مأرب.", ([], ["جنود للتحالف"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in SIDES], ids=[t[0] for t in SIDES])
def test_who_fights_whom(read: Callable[[str], Record], text: str, expected: tuple[list[str], list[str]]) -> None:
    assert ("ASSAULT", *expected) in [told(e) for e in read(text).events]
