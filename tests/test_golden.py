"""One real page, and a sample report of ours with the same traits, read from end to end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import khabar
from khabar.records import Attribution, Auxiliary, Event, Record, SourceKind, Stance

SHARED = Path(os.environ.get("KHABAR_SHARED", Path(__file__).parents[1].parent / "shared"))
SEED = SHARED / "pages" / "seed_page.txt"
SAMPLES = Path(khabar.__file__).parent / "samples"


@pytest.fixture(scope="module")
def coder() -> khabar.Coder:
    return khabar.load()


@pytest.fixture(scope="module")
def seed(coder: khabar.Coder) -> Record:
    if not SEED.exists():
        pytest.skip("the real page is not part of the project; set KHABAR_SHARED to the folder that holds it")
    return coder.read(SEED)


@pytest.fixture(scope="module")
def visit(coder: khabar.Coder) -> Record:
    return coder.read(SAMPLES / "6-visit.txt")


def one(record: Record, kind: str, trigger: str) -> Event:
    found = [e for e in record.events if e.type == kind and e.trigger_text == trigger]
    assert len(found) == 1, [(e.type, e.trigger_text) for e in record.events]
    return found[0]


def who(record: Record, event: Event, side: str) -> list[str | None]:
    return [m.actor for m in getattr(event, side)]


def chain(record: Record, event: Event) -> list[tuple[str, str]]:
    """(kind, words) of the links of the nearest attribution."""
    nearest: Attribution = record.attribution(event)[0]
    return [(s.kind.value, s.mention.text if s.mention else "") for s in nearest.chain]


# --- the real page ----------------------------------------------------------------------------------------------


def test_the_page_itself(seed: Record) -> None:
    article = seed.article
    assert article.headline == "نائب وزير الخارجية الأمريكي يزور باكستان لبحث مكافحة الإرهاب"
    assert article.byline == ("محمد شعت",)
    assert article.published is not None
    assert article.published.value == "2024-09-17T15:34"
    assert article.published.text == "الثلاثاء 17/سبتمبر/2024 - 03:34 م"
    reasons = [(r.reason, r.text[:12]) for r in article.removed]
    assert ("furniture", "طباعة") in reasons
    assert sum(r.reason == "doubled text" for r in article.removed) == 7
    assert len(article.paragraphs) == 8


def test_who_is_meant(seed: Record) -> None:
    by_text = {m.text: m for m in seed.mentions if m.actor}
    bass = next(m for m in seed.mentions if m.text.endswith("جون باس"))
    assert next(m for m in seed.mentions if m.text == "جون بيس").actor == bass.actor
    assert (bass.country, bass.sectors) == ("USA", ("GOV",))
    actors = {a.id: a for a in seed.actors}
    assert {"ishaq-dar", "asim-munir", "afghan-taliban", "pakistani-taliban", "al-qaeda", "un-security-council"} <= set(actors)
    assert (actors["ishaq-dar"].country, actors["ishaq-dar"].sectors) == ("PAK", ("GOV",))
    assert (actors["asim-munir"].country, actors["asim-munir"].sectors) == ("PAK", ("MIL",))
    assert by_text["حركة طالبان"].actor == "afghan-taliban"
    assert by_text["حركة طالبان الباكستانية"].actor == "pakistani-taliban"
    assert any("sanctions" in i for i in actors) and any("embassy" in i for i in actors)


def test_the_one_who_congratulates_and_the_one_congratulated(seed: Record) -> None:
    event = one(seed, "SUPPORT", "هنأ")
    assert [m.text for m in event.actors] == ["نائب وزير الخارجية الأمريكي"]
    assert [m.text for m in event.recipients] == ["إسحاق دار"]
    bass = next(m.actor for m in seed.mentions if m.text.endswith("جون باس"))
    assert who(seed, event, "actors") == [bass] and who(seed, event, "recipients") == ["ishaq-dar"]
    assert not any("وزير الخارجية الأمريكي إسحاق دار" in m.text for m in seed.mentions)
    assert chain(seed, event)[0] == ("document", "بيان")
    assert "سفارة الأمريكية" in chain(seed, event)[1][1]


def test_the_visit_and_the_talks(seed: Record) -> None:
    visit = one(seed, "CONSULT", "التقى")
    assert "visit" in visit.modes and "diplomatic" in visit.contexts
    assert {"ishaq-dar", "asim-munir"} <= set(who(seed, visit, "recipients"))
    assert visit.place is not None and visit.place.place.country == "PAK"
    assert {"economic", "terrorism"} <= set(visit.contexts)
    assert "ناقشا" in [span.of(seed.article.text) for span in visit.also]
    talks = one(seed, "CONSULT", "تحدث")
    assert "military" in talks.contexts and "asim-munir" in who(seed, talks, "actors")


def test_praise_request_and_claimed_attacks(seed: Record) -> None:
    praise = one(seed, "SUPPORT", "أعرب")
    assert [m.country for m in praise.recipients] == ["PAK"]
    request = one(seed, "REQUEST", "طلبت")
    assert who(seed, request, "recipients") == ["afghan-taliban"]
    assert [m.country for m in request.actors] == ["PAK"]
    attacks = one(seed, "ASSAULT", "هجمات")
    assert "pakistani-taliban" in who(seed, attacks, "actors")
    assert attacks.place is not None and attacks.place.place.country == "AFG"
    assert chain(seed, attacks) == [("anonymous", "مسؤولين باكستانيين")]
    history = next(e for e in seed.events if e.type == "ASSAULT" and Auxiliary.HISTORICAL in e.auxiliary)
    assert history.place is not None and history.place.place.country == "PAK"


def test_the_denial_is_tied_to_what_it_denies(seed: Record) -> None:
    attacks = one(seed, "ASSAULT", "هجمات")
    assert [(d.mention.actor, d.stance) for d in attacks.denied_by] == [("afghan-taliban", Stance.DENIES)]
    assert not any(e.type == "REJECT" for e in seed.events)


def test_other_sources_of_the_page(seed: Record) -> None:
    chains = [[(s.kind, s.mention.text if s.mention else "") for s in a.chain] for a in seed.sources]
    assert any(c[0] == (SourceKind.DOCUMENT, "تقارير باكستانية") for c in chains)
    assert any(c[0][0] is SourceKind.PERSON and c[0][1] == "إسحاق دار" for c in chains)
    assert any(c[0][0] is SourceKind.DOCUMENT and len(c) > 1 and "لجنة مراقبة العقوبات" in c[1][1] for c in chains)


# --- our own report with the same traits ------------------------------------------------------------------------


def test_sample_page(visit: Record) -> None:
    article = visit.article
    assert article.byline == ("سامي عبد الرحيم",)
    assert article.published is not None and article.published.value == "2010-03-14T18:15"
    assert sorted(r.reason for r in article.removed) == ["byline", "date line", "doubled text", "doubled text", "furniture"]


def test_sample_names_and_trap(visit: Record) -> None:
    spellings = {m.actor for m in visit.mentions if m.text.endswith(("ماكدويل", "مكدويل"))}
    assert len(spellings) == 1
    event = one(visit, "SUPPORT", "هنأ")
    assert [m.text for m in event.recipients] == ["حسن عبد الباقي"]
    assert {m.actor for m in event.actors} == spellings
    assert [m.country for m in event.recipients] == ["SDN"]


def test_sample_sources_and_denial(visit: Record) -> None:
    event = one(visit, "SUPPORT", "هنأ")
    assert chain(visit, event)[0] == ("document", "بيان")
    attacks = one(visit, "ASSAULT", "هجمات")
    assert any("العدل والمساواة" in m.text for m in attacks.actors)
    assert [m.country for m in (d.mention for d in attacks.denied_by)] == ["TCD"]
    request = one(visit, "REQUEST", "طلبت")
    assert [m.country for m in request.recipients] == ["TCD"]
