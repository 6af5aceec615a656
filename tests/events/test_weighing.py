"""What weights decide in a report, shown with weights made for the purpose."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace

import pytest

import khabar
from khabar.coder import Coder
from khabar.events.borders import Borders
from khabar.events.linking import Linker
from khabar.events.modes import Modes
from khabar.events.past import Past
from khabar.events.placing import Placing
from khabar.events.repeats import without_repeats
from khabar.events.roles import Roles
from khabar.events.spotting import Spotter
from khabar.explain import explain
from khabar.models import MODELS
from khabar.models.linear import Linear, share
from khabar.pages.bare import bare_article
from khabar.records import Auxiliary, Event, Mention, MentionKind, Published, Span
from khabar.sources.denier import Denier
from khabar.text.arguments import Arguments

REPORT = (
    "قتل ثلاثة جنود في هجوم على حاجز في بعقوبة أمس.\n"
    "وقال شهود إن الهجوم وقع قرب السوق.\n"
    "واعتقلت الشرطة شابا من المدينة.\n"
    "وأضاف الشهود أن الطرق مغلقة."
)
DAY = Published("2019-05-07", "day", None, "2019-05-07", "given")


@pytest.fixture
def plain(coder: Coder) -> Coder:
    """A coder of its own, by rules alone, to put weights into."""
    return copy(coder)


@pytest.fixture
def coded() -> Callable[[Coder, str], list[Event]]:
    return lambda coder, text: list(coder.code(bare_article(text, published=DAY)).events)


def test_a_model_is_a_table_of_weights() -> None:
    model = Linear(-1.0, {"said": 2.0, "shouted": -0.5})
    assert model.odds({"said": 1.0, "unheard of": 9.0}) == 1.0
    assert model.odds({"said": 0.5, "shouted": 2.0}) == -1.0
    assert share(0.0) == 0.5 and share(-999) < 1e-9 and share(999) > 0.999
    assert Linear.load("no such model") is None


WEIGHED = {
    "subject": "arguments", "object": "arguments", "actor": "roles", "recipient": "roles",
    **{name: name for name in ("spotter", "linker", "past", "modes", "borders", "placing", "teller", "denier", "confidence")},
}  # fmt: skip
"""The models, and the card of each."""


@pytest.mark.parametrize("name", WEIGHED)
def test_weights_are_shipped_with_a_card(name: str) -> None:
    model = Linear.load(name)
    assert model is not None and len(model.weights) > 100
    text = (MODELS / f"{WEIGHED[name]}.md").read_text(encoding="utf-8")
    assert "**Data**" in text and "**Licence of the weights**" in text and "**Command**" in text


def test_what_stands_behind_a_verb_is_weighed(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    text = "اعتقلت الشرطة سبعة أشخاص."
    (by_rules,) = coded(plain, text)
    assert [m.text for m in by_rules.actors] == ["الشرطة"]
    plain.arguments = Arguments(Linear(-5.0, {}), Linear(5.0, {}))
    (weighed,) = coded(plain, text)
    assert weighed.actors == ()


def test_what_disagrees_with_its_verb_is_no_subject(
    plain: Coder, coded: Callable[[Coder, str], list[Event]]
) -> None:
    plain.arguments = Arguments(Linear(5.0, {}), Linear(-5.0, {}))
    (event,) = coded(plain, "وصلت الوزيرة، ثم دعت الرئيس المصري إلى وقف القصف.")
    assert "الرئيس المصري" not in [m.text for m in event.actors]


def test_the_spotter_turns_down_what_rules_accept(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    assert {e.type for e in coded(plain, REPORT)} == {"ASSAULT", "COERCE"}
    plain.spotter = Spotter(Linear(0.0, {"type COERCE": -9.0}))
    assert {e.type for e in coded(plain, REPORT)} == {"ASSAULT"}


def test_the_spotter_takes_up_what_lacks_participants(
    plain: Coder, coded: Callable[[Coder, str], list[Event]]
) -> None:
    report = REPORT + "\nوشدد على أهمية التعاون العسكري."
    assert "COOPERATE" not in {e.type for e in coded(plain, report)}
    plain.spotter, plain.judge = Spotter(Linear(-9.0, {"type COOPERATE": 18.0})), replace(plain.judge, least=0.0)
    assert "COOPERATE" in {e.type for e in coded(plain, report)}


def test_a_sentence_alone_is_weighed_as_well(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    text = "قتل ثلاثة جنود في هجوم على حاجز."
    assert [e.type for e in coded(plain, text)] == ["ASSAULT"]
    plain.spotter = Spotter(Linear(-9.0, {"alone ASSAULT": -9.0}))
    assert coded(plain, text) == []


def test_explain_says_taken_of_what_the_judge_takes() -> None:
    coder = copy(khabar.load())
    coder.spotter = Spotter(Linear(-9.0, {}))
    text = "قتل مسلحون ثلاثة جنود في هجوم على حاجز قرب بعقوبة أمس."
    told = [w for w in explain(coder, text).weighed if w.type == "ASSAULT" and not w.lacks]
    assert told and any(w.taken for w in told)
    assert "ASSAULT" in {e.type for e in coder.code(bare_article(text)).events}


def test_the_linker_parts_and_joins_tellings(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    plain.linker = Linker(Linear(-5.0, {"one type": -5.0}))
    apart = [e for e in coded(plain, REPORT) if e.type == "ASSAULT"]
    plain.linker = Linker(Linear(-5.0, {"one type": 9.0}))
    (joined,) = [e for e in coded(plain, REPORT) if e.type == "ASSAULT"]
    assert len(apart) > 1 and len(joined.also) >= len(apart) - 1


def test_background_is_marked_and_unmarked(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    plain.past = Past(Linear(5.0, {}))
    assert all(Auxiliary.HISTORICAL in e.auxiliary for e in coded(plain, REPORT))
    plain.past = Past(Linear(-5.0, {}))
    told = REPORT + "\nوكانت الشرطة قد اعتقلت خمسة شبان الشهر الماضي."
    assert not any(Auxiliary.HISTORICAL in e.auxiliary for e in coded(plain, told))


def test_roles_are_taken_away_and_filled(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    never = Linear(-9.0, {})
    plain.roles = Roles(never, never)
    # Of whom an arrest is, and who was counted among the victims, the grammar leaves no doubt.
    sure = ("COERCE", "ASSAULT")
    assert not any(e.actors or (e.recipients and e.type not in sure) for e in coded(plain, REPORT))
    plain.roles = Roles(Linear(-9.0, {"head شهود": 18.0}), Linear(0.0, {}))
    (arrest,) = [e for e in coded(plain, REPORT) if e.type == "COERCE"]
    assert [m.text for m in arrest.actors] == ["شهود"] and arrest.recipients


def test_the_likeliest_place_is_the_events(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    text = (
        "هجوم في العراق.\nقتل ثلاثة جنود أمس في هجوم على حاجز في بعقوبة.\nوزار الوزير بغداد.\n"
        "واعتقلت الشرطة شابا بعد ساعات."
    )
    plain.placing = Placing(Linear(-9.0, {}))
    assert all(e.place is None for e in coded(plain, text))
    plain.placing = Placing(Linear(-9.0, {"level 4": 9.0, "told | own place": 4.0, "told | before 1 place": 2.0}))
    found = {e.type: e.place for e in coded(plain, text)}
    assault, arrest = found["ASSAULT"], found["COERCE"]
    assert assault is not None and assault.place.name_ar == "بعقوبة" and assault.origin in ("event", "sentence")
    assert arrest is None or arrest.place.level == 4


def test_a_place_told_only_before_is_the_reports(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    text = "قتل ثلاثة جنود أمس في هجوم في بعقوبة.\nوسمع دوي كبير.\nواعتقلت الشرطة سبعة شبان."
    plain.placing = Placing(Linear(0.0, {}))
    (arrest,) = [e for e in coded(plain, text) if e.type == "COERCE"]
    assert arrest.place is not None
    assert (arrest.place.place.name_ar, arrest.place.origin, arrest.place.text) == ("بعقوبة", "report", "بعقوبة")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("قتل شخصان في غارة إسرائيلية على بلدة في الجنوب.", ["إسرائيلية"]),
        ("استهدفت غارة إسرائيلية بلدة صور.", ["إسرائيلية"]),
        ("قتل شخصان في غارة على بلدة في الجنوب بعد دعوة إسرائيلية.", []),
    ],
)
def test_an_adjective_says_whose_attack_it_was_where_nobody_else_is_likely(
    plain: Coder, coded: Callable[[Coder, str], list[Event]], text: str, actors: list[str]
) -> None:
    never = Linear(-9.0, {})
    plain.roles = Roles(never, never)
    (attack,) = [e for e in coded(plain, text) if e.type == "ASSAULT"]
    assert [m.text for m in attack.actors] == actors


def test_whoever_takes_part_is_a_mention_of_the_record() -> None:
    record = khabar.load().code(bare_article(REPORT, published=DAY))
    spans = {m.span for m in record.mentions}
    assert record.events
    assert all(m.span in spans for e in record.events for m in (*e.actors, *e.recipients))


def test_what_is_asked_is_weighed(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    report = REPORT + "\nودعا المحافظ السكان إلى حوار."
    plain.modes = Modes(Linear(-9.0, {"REQUEST assist near حوار": 18.0}))
    (demand,) = [e for e in coded(plain, report) if e.type == "REQUEST"]
    assert demand.modes == ("assist",)
    plain.modes = Modes(Linear(-9.0, {}))
    (demand,) = [e for e in coded(plain, report) if e.type == "REQUEST"]
    assert demand.modes == () and any(e.modes for e in coded(plain, report))


def test_participants_go_on_as_far_as_is_weighed(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    report = REPORT + "\nواعتقلت وحدات من الجيش اللبناني شابا في طرابلس أمس."
    plain.borders = Borders(Linear(-9.0, {}))
    short = [e for e in coded(plain, report) if e.type == "COERCE"][-1]
    plain.borders = Borders(Linear(-9.0, {"lead phrase من": 18.0}))
    long = [e for e in coded(plain, report) if e.type == "COERCE"][-1]
    assert [m.text for m in short.actors] == ["وحدات"]
    assert [m.text for m in long.actors] == ["وحدات من الجيش اللبناني"]
    assert all(m.text == report[m.span.start : m.span.end] for m in (*long.actors, *long.recipients))


def test_participants_do_not_go_on_over_others(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    report = REPORT + "\nواندلعت صدامات بين أنصار الحزب والشرطة. وتبادل الجيشان الهندي والباكستاني إطلاق النار."
    plain.borders = Borders(Linear(9.0, {}))
    clash, fire = [e for e in coded(plain, report) if e.type == "ASSAULT"][-2:]
    assert clash.actors[0].text == "أنصار الحزب"
    assert len(fire.actors) == 1 and fire.actors[0].text.startswith("الجيشان الهندي والباكستاني")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["ضابط وأربعة مجندين", "أربعة مجندين"], ["ضابط وأربعة مجندين"]),
        (["الوزير", "الوزير سالم حمد"], ["الوزير سالم حمد"]),
        (["الأسير", "الأسير"], ["الأسير"]),
        (["جندي", "جندي"], ["جندي", "جندي"]),
    ],
)
def test_nobody_is_told_of_twice(words: list[str], kept: list[str]) -> None:
    text = "قتل ضابط وأربعة مجندين، وأقيل الوزير، وقال الوزير سالم حمد: أطلق الأسير، ثم الأسير، وجرح جندي، ثم جندي"
    mentions: list[Mention] = []
    for said in words:
        again = said in [m.text for m in mentions]
        start = text.index(said, text.index(said) + 1 if again else 0)
        span = Span(start, start + len(said))
        mentions.append(Mention(span, said, MentionKind.OFFICE, Span(start, start + len(said.split()[0]))))
    assert [m.text for m in without_repeats(mentions)] == kept


def test_denials_are_tied_and_loosed(plain: Coder, coded: Callable[[Coder, str], list[Event]]) -> None:
    denied = REPORT + "\nونفى ناطق باسم الشرطة اعتقال الشاب."
    answered = REPORT + "\nوقال ناطق باسم الشرطة إن رجاله لم يدخلوا المدينة أصلا."
    plain.denier = Denier(None)
    assert [d.mention.text for e in coded(plain, denied) for d in e.denied_by] == ["ناطق باسم الشرطة"]
    assert not any(e.denied_by for e in coded(plain, answered))
    plain.denier = Denier(Linear(-9.0, {}))
    assert not any(e.denied_by for e in coded(plain, denied))
    plain.denier = Denier(Linear(-9.0, {"type COERCE": 18.0}))
    (arrest,) = [e for e in coded(plain, answered) if e.type == "COERCE"]
    assert [d.mention.text for d in arrest.denied_by] == ["ناطق باسم الشرطة"]
