from time import perf_counter

from khabar.pages.doubled import doubled

A = "أعلنت الشرطة أن سبعة أشخاص قتلوا في انفجار سيارة قرب سوق شعبية وسط المدينة صباح اليوم الاثنين."
B = "وقال مصدر طبي في المستشفى إن حصيلة الهجوم ارتفعت إلى تسعة قتلى وخمسة وعشرين جريحا بينهم أطفال."


def test_the_same_words_again():
    assert doubled([A, B, A, B], None) == {2: "paragraph 1", 3: "paragraph 2"}


def test_other_spelling_is_the_same_words():
    assert doubled([A, A.replace("أ", "ا").replace("ة", "ه") + " "], None) == {1: "paragraph 1"}


def test_one_word_more_is_nearly_the_same():
    assert doubled([A + " وجرح آخرون " + B, A + " وجرح آخرون كثر " + B], None) == {1: "paragraph 1"}


def test_another_toll_in_a_short_paragraph_is_not():
    assert doubled([A, A.replace("سبعة", "تسعة").replace("الاثنين", "الثلاثاء")], None) == {}


def test_the_headline_in_the_body():
    assert doubled(["مقتل سبعة في بعقوبة", A], "مقتل سبعة في بعقوبة.") == {0: "headline"}


def test_short_lines_may_stand_twice():
    assert doubled(["الأداء العام للسوق", A, "الأداء العام للسوق", B], None) == {}


def test_many_paragraphs_alike_cost_no_square():
    many = [
        f"وقال المتحدث رقم {n} إن الأمر مختلف تماما عما قيل في العام {n * 7} أمام البرلمان وفي الصحف."
        for n in range(3000)
    ]
    start = perf_counter()
    doubled(many, None)
    assert perf_counter() - start < 3
