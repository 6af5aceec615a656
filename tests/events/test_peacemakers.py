"""Who stops a clash, or mourns his own, is no side of it; whom a threat is to avenge is not threatened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

CASES = [
    (
        "stops a clash",
        "تدخلت قوات الأمن لوقف الاشتباكات في الزنتان.",
        [("ASSAULT", [], [])],
    ),
    (
        "sent after a clash",
        "انتشر الجيش اليمني في شوارع تعز بعد اشتباكات دامية.",
        [("MOBILIZE", ["الجيش اليمني"], []), ("ASSAULT", [], [])],
    ),
    (
        "withdrew after a clash of his",
        "انسحب الجيش من حمص بعد اشتباكات مع المعارضة.",
        [("RETREAT", ["الجيش"], ["حمص"]), ("ASSAULT", ["الجيش", "المعارضة"], [])],
    ),
    (
        "arrested beside a clash",
        "قتل شرطي واعتقل مسلحان خلال اشتباك مع مهربين في صعدة.",
        [("ASSAULT", ["شرطي", "مهربين"], []), ("COERCE", [], ["مسلحان"])],
    ),
    (
        "to be avenged",
        "توعد الجيش الإسرائيلي بالرد على مقتل ثلاثة جنود.",
        [("THREATEN", ["الجيش الإسرائيلي"], [])],
    ),
    (
        "to be struck",
        "توعدت إيران بالرد على إسرائيل بعد اغتيال العالم.",
        [("THREATEN", ["إيران"], ["إسرائيل"])],
    ),
    (
        "only trained them",
        "وجرى توقيف شخصين تلقيا تدريبا على أيدي الحرس الثوري الإيراني.",
        [("COERCE", [], ["شخصين"]), ("AID", [], ["شخصين"])],
    ),
    (
        "mourns its own",
        "واعترفت المعارضة السورية بمقتل عشرة من عناصرها في ريف حلب.",
        [("ASSAULT", [], ["عشرة من عناصرها"])],
    ),
    (
        "admits to have killed",
        "اعترف الجيش الإسرائيلي بقتل ثلاثة مدنيين في غزة.",
        [("ASSAULT", ["الجيش الإسرائيلي"], ["ثلاثة مدنيين"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in CASES], ids=[t[0] for t in CASES])
def test_who_only_deals_with_force_is_no_side_of_it(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected
