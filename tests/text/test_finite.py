"""Finite verbs by the place of a word: our own sentences, the word in question, and the verb it is (or none)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import khabar
from khabar.coder import Coder, load
from khabar.events.code import scenes_of
from khabar.pages.bare import bare_article
from khabar.text.characters import squeeze

CASES = [
    ("after where it was", "وفي جنيف حذر مستشار الرئيس من موجة نزوح.", "حذر", "حذّر"),
    ("after a foreign place", "وفي بروكسل طالب النواب روسيا بسحب قواتها.", "طالب", "طالب"),
    ("men who end as women do", "وفي جنيف طالب القادة روسيا بسحب قواتها.", "طالب", "طالب"),
    ("what we still do", "لا نزال ندعو الأطراف إلى الحوار.", "ندعو", "دعا"),
    ("after whereupon", "وعلى الأثر قطع أهالي البلدة الطريق.", "قطع", "قطع"),
    ("after a time that opens the sentence", "ومساء زار موفد من السفارة الجرحى.", "زار", "زار"),
    ("an adjective behind a noun of deed", "وفي غزة قصف إسرائيلي على حي سكني.", "قصف", None),
    ("in while", "في حين دعا النائب زملاءه إلى الاستقالة.", "دعا", "دعا"),
    ("until is followed by a noun", "سيبقى المصنع مفتوحا إلى حين نفاد المخزون.", "نفاد", None),
    ("after a word that only a verb can follow", "غادر السكان بعدما دخلها المتمردون.", "دخلها", "دخل"),
    ("what resumes the noun before", "جرى ذلك تنفيذا لاتفاق صادق عليه البرلمان.", "صادق", "صادق"),
    ("what he called for", "تأتي الخطوة استجابة لما دعا إليه الوزير.", "دعا", "دعا"),
    ("who did it", "قال إن المحتجين هم من رشق الدورية.", "رشق", "رشق"),
    ("what two did", "كما اتفقا على مواصلة التشاور.", "اتفقا", "اتّفق"),
    ("what two did, and a preposition", "أوقف الحرس شابين استوليا على هاتفه.", "استوليا", "استولى"),
    ("a pronoun behind a preposition", "وأوضح أن المقبوض عليهم أقروا بالسرقة.", "أقروا", "أقرّ"),
    ("with the auxiliary before", "انسحبت القوات من بلدات كانت تطوقها.", "تطوقها", "طوّق"),
    ("a feminine topic", "بريطانيا تمنع النواب من السفر.", "تمنع", "منع"),
    ("with a pronoun", "قال إن المحادثات التي يجريها المبعوث ستستمر.", "يجريها", "أجرى"),
    ("a participle behind a comma", "هدأ الوزير العمال، واعدا النقابة بزيادة.", "واعدا", None),
    ("hamza below", "كرر الوزير إدانته للهجوم.", "إدانته", None),
    ("many of them", "باشرت النيابة تتبعات عدلية ضد صاحب الموقع.", "تتبعات", None),
    ("an accusative", "أثار القرار تنديدا من أحزاب المعارضة.", "تنديدا", None),
    ("behind a long title", "السيد سالم الفهد أمين عام الرابطة دعا إلى اجتماع طارئ.", "دعا", "دعا"),
    ("after another matter", "وفي سياق آخر دان الأمين العام للاتحاد الغارة.", "دان", "دان"),
    ("no article", "التمس السجين من القاضي تخفيف الغرامة.", "التمس", "التمس"),
    ("no article before a hamza", "التأم مجلس القبيلة بعد صلاة الجمعة.", "التأم", "التأم"),
    ("what was begun", "بدأ عمال المخبز توقفا عن الخدمة.", "توقفا", None),
    ("what was held", "نظم طلاب المعهد تحركا سلميا أمام العمادة.", "تحركا", None),
    ("a verbal noun with a weak end", "أنكر النادي تلقي هبات من الخارج.", "تلقي", None),
    ("accepts what is offered", "قبل الأمين العام دعوة رئيس زامبيا.", "قبل", "قبل"),
    ("before what happened", "وقبل الرئيس، تحدثت الوزيرة عن الميزانية.", "وقبل", None),
    ("a promise", "نال سكان الحي وعدا من رئيس البلدية.", "وعدا", None),
    ("a masculine topic", "وأكد الشاهد أن الاجتماع تطرق إلى الأزمة.", "تطرق", "تطرّق"),
]


HOMOGRAPHS = [
    (row["form"], row["lemma"], row["example"])
    for name in ("homographs", "of-somebody")
    for row in csv.DictReader((Path(khabar.__file__).parent / "lexicon" / "verbs" / f"{name}.tsv").open(encoding="utf-8"), delimiter="\t")
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return load()


@pytest.mark.parametrize(("form", "lemma", "example"), HOMOGRAPHS, ids=[f"{h[0]} {h[1]}" for h in HOMOGRAPHS])
def test_a_form_of_two_verbs_is_the_one_of_its_list(coder, form, lemma, example):
    (scene,) = scenes_of(coder, coder.survey(bare_article(example)))
    told = ((scene.words[scene.phrases[c.index].head], c.verb) for c in scene.clauses)
    found = [verb.verb.lemma for word, verb in told if verb and squeeze(word.token.text).endswith(squeeze(form))]
    assert [squeeze(f) for f in found[:1]] == [squeeze(lemma)]


@pytest.mark.parametrize(("name", "text", "word", "lemma"), CASES, ids=[c[0] for c in CASES])
def test_a_word_is_the_verb_that_its_place_asks_for(coder, name, text, word, lemma):
    (scene,) = scenes_of(coder, coder.survey(bare_article(text)))
    found = next(w for w in scene.words if w.token.text == word)
    assert (found.verb.verb.lemma if found.verb else None) == lemma
