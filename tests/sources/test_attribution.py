"""Who says it, in the wordings of real reports: chains in full, with their kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Record


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text))


CHAINS = [
    ("an outlet told, in marks", "قال مصدر في الشرطة لـ«الأفق» إن الجيش اعتقل عشرة عمال.", "COERCE",
     "media الأفق > anonymous مصدر في الشرطة"),
    ("an agency behind an office", "قال منير الدين، قائد شرطة المدينة لرويترز، إن مسلحين قتلوا ثلاثة جنود.", "ASSAULT",
     "media رويترز > named official or person منير الدين"),
    ("a statement between commas",
     "قال رئيس الحزب راشد الغانمي، في تصريح لمراسلة الساحل اليوم الخميس، إن الجيش اعتقل عشرة عمال.", "COERCE",
     "media مراسلة الساحل > document تصريح > named official or person رئيس الحزب راشد الغانمي"),
    ("an interview in front", "وفي حديث إلى إذاعة الواحة روى الطبيب سالم ديالو أن الجيش اعتقل عشرة عمال.", "COERCE",
     "media إذاعة الواحة > document حديث > named official or person الطبيب سالم ديالو"),
    ("outlets in general pass nothing on", "أكد الوزير في تصريح لوسائل الإعلام أن الجيش اعتقل عشرة عمال.", "COERCE",
     "document تصريح > office الوزير"),
    ("an outlet told without a preposition", "أبلغ «الأفق» من العاصمة وكيل الوزارة منير دبوان أن الجيش اعتقل ثلاثة.", "COERCE",
     "media الأفق > named official or person وكيل الوزارة منير دبوان"),
    ("a name behind whose office it is", "اعتبر القيادي بحزب الأمل فوزي عبد الرحمن أن الحكومة قتلت المتظاهرين.", "ASSAULT",
     "named official or person القيادي بحزب الأمل فوزي عبد الرحمن"),
    ("a name behind a comma", "قال رئيس كتلة الأمل بمجلس النواب، سامي الطيب إنهم فوجئوا باستقالة الوزير.", "RETREAT",
     "named official or person رئيس كتلة الأمل بمجلس النواب، سامي الطيب"),
    ("an office before a colon", "وقالت هند كريم، المتحدثة باسم البلدية: إن الجيش قتل ثلاثة مدنيين.", "ASSAULT",
     "named official or person هند كريم"),
    ("what a witness is called", "روى أحدهم، ويدعى سالم ديالو، أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person أحدهم، ويدعى سالم ديالو"),
    ("had said", "وكان رئيس النقابة سالم حمد وهو عضو التكتل الذي يقوده الوزير قد أكد أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person رئيس النقابة سالم حمد"),
    ("he who explains", "وبين المصدر أن الجيش اعتقل عشرة عمال.", "COERCE", "anonymous المصدر"),
    ("a surname", "وأضاف المريسل أن الجيش اعتقل عشرة عمال.", "COERCE", "named official or person المريسل"),
    ("a body", "وكشفت رئاسة الأركان التركية أن الجيش قتل ثلاثة جنود.", "ASSAULT", "group رئاسة الأركان التركية"),
    ("a page", "اعتقل الجيش عشرة عمال، وفق ما جاء في الصفحة الرسمية لرئاسة الجمهورية.", "COERCE",
     "document الصفحة الرسمية > group رئاسة الجمهورية"),
    ("an outlet in marks", "ألقت الشرطة القبض على ستة عمال، وفق ما نقلته «العربية».", "COERCE", "media العربية"),
    ("who explained that goes on",
     "أوضح ذلك لـ«الأفق» مدير الفرع خالد العطا. وأشار إلى أن الجيش اعتقل عشرة عمال.", "COERCE",
     "media الأفق > named official or person مدير الفرع خالد العطا"),
    ("a journalist is a person", "وأوضح الإعلامي سالم حمد أن الجيش اعتقل عشرة عمال.", "COERCE",
     "named official or person الإعلامي سالم حمد"),
    ("informed of without a preposition", "أفاد مصدر أمني إصابة ثلاثة جنود بانفجار عبوة ناسفة في السوق.", "ASSAULT",
     "anonymous مصدر أمني"),
    ("what is thought of somebody", "يلاحق الجيش رجلا يعتقد أنه قتل ثلاثة جنود.", "ASSAULT", "anonymous ?"),
    ("no source", "تم اعتقال المهربين على ذمة التحقيق.", "COERCE", "the outlet itself ?"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "kind", "expected"), CHAINS, ids=[c[0] for c in CHAINS])
def test_chain_and_kinds(read: Callable[[str], Record], name: str, text: str, kind: str, expected: str) -> None:
    record = read(text)
    event = next(e for e in record.events if e.type == kind)
    chain = record.attribution(event)[0].chain
    assert " > ".join(f"{s.kind.value} {s.mention.text if s.mention else '?'}" for s in chain) == expected
