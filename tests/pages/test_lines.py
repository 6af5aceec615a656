import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.pages.lines import Known, date_of, sort_lines
from khabar.pages.opening import read_credit_line, read_opening, split_names

BODY = "أعلنت وزارة الداخلية أن قوات الأمن أوقفت ثلاثة مشتبه بهم قرب المعبر الحدودي صباح أمس."
MORE = "وقال متحدث باسم الوزارة إن التحقيق مستمر، وإن الموقوفين سيحالون على القضاء خلال أيام."
HEAD = "توقيف ثلاثة مشتبه بهم قرب معبر حدودي"


def sort(*lines, headline=None, **known):
    return sort_lines(lines, Known(headline, **known))


@pytest.mark.parametrize(
    ("opening", "place", "agencies", "people"),
    [
        ("إسلام آباد - رويترز: ", "إسلام آباد", ["رويترز"], []),
        ("القاهرة «الشرق الأوسط» - ", "القاهرة", [], []),
        ("دمشق، سوريا (CNN) -- ", "دمشق", [], []),
        ("بيروت ـ ", "بيروت", [], []),
        ("بغداد: ", "بغداد", [], []),
        ("صنعاء / سبأ / ", "صنعاء", ["سبأ"], []),
        ("واس- صنعاء: ", "صنعاء", ["واس"], []),
        ("طرابلس (أ ف ب) - ", "طرابلس", ["أ ف ب"], []),
        ("غومسوري - رويترز: ", "غومسوري", ["رويترز"], []),
        ("ناصر العمري - واس - الرياض: ", "الرياض", ["واس"], ["ناصر العمري"]),
        ("هدى عبد الرحمن وكريم منصور - سبق - جدة: ", "جدة", [], ["هدى عبد الرحمن", "كريم منصور"]),
        ("عمان، دمشق - رويترز، أ ف ب - ", "عمان", ["رويترز", "أ ف ب"], []),
    ],
)
def test_openings(opening, place, agencies, people):
    found = read_opening(opening + BODY)
    assert (found.place, found.agencies, found.people) == (place, agencies, people)
    assert (opening + BODY)[found.end :] == BODY


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "قال الوزير: " + BODY,
        "وقال مسؤول في بيروت: " + BODY,
        "بغداد - وهي العاصمة - تستضيف القمة المقبلة في الشهر الثالث من العام كما أعلن أمس.",
        "أفضت جلسة تونسية- ليبية مشتركة إلى اتفاق على فتح المعبر الحدودي في مطلع الأسبوع.",
        "وصل - بحمد الله - الوفد إلى المطار في ساعة متأخرة من الليل بعد تأخر دام ساعات.",
        "في القاهرة، أعلنت وزارة الخارجية أنها استدعت السفير احتجاجا على التصريحات.",
    ],
)
def test_sentences_are_no_openings(line):
    assert read_opening(line) is None
    assert sort(HEAD, line, MORE).paragraphs[0] == line


@pytest.mark.parametrize(
    ("line", "people", "place"),
    [
        ("ناصر العمري - الرياض", ["ناصر العمري"], "الرياض"),
        ("القاهرة: عبد الستار حتيتة", ["عبد الستار حتيتة"], "القاهرة"),
        ("متعب الروقي من جدة", ["متعب الروقي"], "جدة"),
        ("علي العمري ـ المدينة المنورة", ["علي العمري"], "المدينة المنورة"),
        ("* سامي قاسم من جدة", ["سامي قاسم"], "جدة"),
        ("سامي قاسم (عدن)", ["سامي قاسم"], "عدن"),
    ],
)
def test_lines_of_credits(line, people, place):
    found = read_credit_line(line)
    assert (found.people, found.place) == (people, place)
    out = sort(HEAD, line, BODY, MORE)
    assert (out.byline, out.dateline, out.paragraphs) == (people, place, [BODY, MORE])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتب: سامر الحلبي", ["سامر الحلبي"]),
        ("كتبت هدى عبد الرحمن", ["هدى عبد الرحمن"]),
        ("بقلم / وائل زيدان", ["وائل زيدان"]),
        ("إعداد: رنا الخطيب، وائل زيدان", ["رنا الخطيب", "وائل زيدان"]),
        ("تقرير - رنا الخطيب ووائل زيدان", ["رنا الخطيب", "وائل زيدان"]),
        ("كتب رئيس الوزراء على حسابه", []),
        ("تقرير أممي يحذر من المجاعة", []),
    ],
)
def test_bylines(line, names):
    out = sort(line, BODY, MORE, headline=HEAD)
    assert out.byline == names
    assert (line in out.paragraphs) == (not names)


def test_a_name_beside_the_date_is_the_byline_and_elsewhere_is_none():
    assert sort(HEAD, "الثلاثاء 17/سبتمبر/2024 - 03:34 م", "محمد شعت", BODY).byline == ["محمد شعت"]
    assert sort(HEAD, "محمد شعت", "2024/9/17", BODY).byline == ["محمد شعت"]
    assert sort(HEAD, BODY, "محمد شعت", MORE).byline == []


@pytest.mark.parametrize("text", ["وليد زيدان", "وائل وهبي", "عبد الوهاب والي"])
def test_a_name_with_waw_is_one_name(text):
    assert split_names(text) == [text]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("الثلاثاء 17/سبتمبر/2024 - 03:34 م", "2024-09-17T15:34"),
        ("نشر في: 5 تشرين الأول 2016 09:10", "2016-10-05T09:10"),
        ("تاريخ النشر: 2017/9/5", "2017-09-05"),
        ("تحدث الوزير في 17 سبتمبر 2024 أمام البرلمان عن خطة الحكومة للعام المقبل.", None),
        ("بلا تاريخ", None),
    ],
)
def test_date_lines(line, value):
    found = date_of(line)
    assert (found.value if found else None) == value
    assert found is None or found.text == line


def test_a_credit_after_the_last_words_is_cut_off():
    out = sort(HEAD, BODY, MORE + " (رويترز، أ ف ب)")
    assert out.paragraphs[-1] == MORE
    assert out.agencies == ["رويترز", "أ ف ب"]
    assert sort(HEAD, BODY, MORE + " (جنيف)").paragraphs[-1] == MORE + " (جنيف)"


def test_the_agencys_own_line_is_a_credit():
    out = sort(HEAD, BODY, MORE, "سبأ + وكالات")
    assert out.agencies == ["سبأ", "وكالات"]
    assert out.paragraphs == [BODY, MORE]


def test_links_and_the_outlets_name_go():
    link = "الحكومة تعلن موعد الانتخابات المحلية"
    out = sort("صحيفة المرفأ", HEAD, BODY, link, MORE, links=frozenset([link]))
    assert (out.headline, out.paragraphs) == (HEAD, [BODY, MORE])
    assert {r.rule for r in out.removed} == {"name of the outlet", "link to another page"}


lines = st.lists(st.text(alphabet="ابتمنيكقالوةى .:-–«»()،/0123٣\u0651ـ#", max_size=60), max_size=12)


@given(lines, st.none() | st.just(HEAD))
def test_nothing_is_lost(given_lines, headline):
    out = sort_lines(given_lines, Known(headline))
    told = [out.headline or "", *out.paragraphs, *(r.text for r in out.removed)]
    assert sorted("".join("".join(told).split())) == sorted("".join("".join([*given_lines, headline or ""]).split()))


SUBJECTS = ["الوزير", "الرئيس", "المتحدث", "المسؤول", "السفير", "القائد"]
MATTERS = ["الاتفاق", "الهدنة", "الحصار", "الميزانية", "الانتخابات", "المفاوضات"]


@given(st.lists(st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(MATTERS)), min_size=1, max_size=9, unique=True))
def test_clean_prose_is_kept_whole(pairs):
    prose = [f"وأوضح {s} أمام الصحافيين أن {m} لن تتأخر أكثر مما تأخرت في العام الماضي." for s, m in pairs]
    out = sort_lines(prose, Known(HEAD))
    assert set(out.paragraphs) | {r.text for r in out.removed if r.reason == "doubled text"} == set(prose)


def test_a_byline_that_is_known_to_be_one_may_name_a_place_no_table_has():
    assert read_credit_line("سامي قاسم - غومسوري") is None
    found = read_credit_line("سامي قاسم - غومسوري", sure=True)
    assert (found.people, found.place) == (["سامي قاسم"], "غومسوري")


def test_the_outlet_from_a_place():
    found = read_credit_line("«الاقتصادية» من الرياض")
    assert (found.people, found.place) == ([], "الرياض")


def test_the_dots_of_an_agency_end_no_sentence():
    assert read_credit_line("نيروبي - أ. ف. ب.").agencies == ["أ. ف. ب."]
    assert read_credit_line("عاد الوفد إلى الرياض.") is None


def test_what_a_cut_leaves_of_a_line_is_sorted_too():
    found = sort("Next Previous واس - الرياض", BODY, headline=HEAD)
    assert found.paragraphs == [BODY]
    assert (found.agencies, found.dateline) == (["واس"], "الرياض")
