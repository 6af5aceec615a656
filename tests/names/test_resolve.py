from __future__ import annotations

from khabar.records import MentionKind

from .reading import read, who

HASS = {"جون": "B-PER", "هاس": "I-PER", "هيس": "I-PER"}


def test_seed_traits_in_a_report_of_ours() -> None:
    text = (
        "التقى نائب وزير الخارجية الأمريكي جون هاس في إسلام آباد وزير الخارجية إسحاق دار\n"
        "وقالت السفارة الأمريكية إن الجانبين بحثا التعاون\n"
        "وأعرب جون هيس عن شكره، وهنأ نائب وزير الخارجية الأمريكي إسحاق دار\n"
        "وتحدث هاس مع رئيس أركان الجيش الباكستاني"
    )
    mentions, actors = read(text, "2024-09-17", HASS)
    by_text = {m.text: m for m in mentions if m.kind is not MentionKind.PRONOUN}
    hass = by_text["نائب وزير الخارجية الأمريكي جون هاس"].actor
    assert by_text["جون هيس"].actor == hass
    assert by_text["جون هيس"].resolved_by == "spelling variant"
    assert by_text["نائب وزير الخارجية الأمريكي"].actor == hass
    assert by_text["نائب وزير الخارجية الأمريكي"].resolved_by == "office within the report"
    assert by_text["إسحاق دار"].actor == "ishaq-dar"
    assert by_text["رئيس أركان الجيش الباكستاني"].actor == "asim-munir"
    assert hass is not None and actors[hass].country == "USA" and not actors[hass].known
    assert {m.actor for m in mentions if m.kind is MentionKind.PRONOUN} == {hass, "ishaq-dar"}


def test_one_office_two_dates_two_people() -> None:
    text = "وصل وزير الخارجية الأمريكي إلى القاهرة"
    assert who(text, "2014-05-01")["وزير الخارجية الأمريكي"] == "john-kerry"
    assert who(text, "2024-05-01")["وزير الخارجية الأمريكي"] == "antony-blinken"
    assert (who(text)["وزير الخارجية الأمريكي"] or "").startswith("office-usa")


def test_former_holders_are_not_looked_up_at_the_date() -> None:
    assert who("قال وزير الخارجية الأمريكي السابق", "2014-05-01")["وزير الخارجية الأمريكي السابق"] != "john-kerry"


def test_surname_after_full_name_and_in_the_headline_before() -> None:
    tags = {"نديم": "B-PER", "الشامي": "I-PER"}
    text = "الشامي يستقيل\nأعلن نديم الشامي استقالته"
    mentions, _ = read(text, tags=tags | {"الشامي": "I-PER"})
    assert len({m.actor for m in mentions if m.kind is MentionKind.PERSON}) == 1


def test_two_people_of_one_surname_and_two_countries_stay_two() -> None:
    text = "قال وزير النقل السوري كريم حداد كلمة\nوقال وزير النقل اللبناني كريم حداد كلمة"
    tags = {"كريم": "B-PER", "حداد": "I-PER"}
    assert [m.actor for m in read(text, tags=tags)[0]] == ["krym-hdad.syr", "krym-hdad.lbn"]


def test_counterpart_is_the_same_office_of_the_other_country() -> None:
    mentions, _ = read("التقى وزير الخارجية الأمريكي جون كيري نظيره السعودي في جدة", "2014-05-01")
    counterpart = next(m for m in mentions if m.text.startswith("نظير"))
    assert counterpart.actor == "saud-al-faisal"
    assert counterpart.country == "SAU"


def test_body_without_country_takes_the_one_named_before() -> None:
    ids = who("اعتقلت الشرطة العراقية خمسة رجال\nوقالت الشرطة إنهم مسلحون")
    assert ids["الشرطة"] == "gov-irq-police"


def test_body_without_country_takes_the_report_s() -> None:
    ids = who("قتل جندي في صنعاء\nوقال الجيش إن المسلحين فروا", dateline="صنعاء")
    assert ids["الجيش"] == "gov-yem-army"


def test_title_alone_is_the_minister_of_the_report() -> None:
    tags = {"نديم": "B-PER", "الشامي": "I-PER"}
    ids = who("زار وزير النقل السوري نديم الشامي حمص\nوقال الوزير إن الطريق آمن", tags=tags)
    assert ids["الوزير"] == ids["وزير النقل السوري نديم الشامي"]


def test_spelling_variant_of_an_office_holder() -> None:
    ids = who("قال وزير الخارجية الأمريكي انطوني بلينكين", "2023-02-01", {"انطوني": "B-PER", "بلينكين": "I-PER"})
    assert ids["وزير الخارجية الأمريكي انطوني بلينكين"] == "antony-blinken"


def test_group_noun_means_the_group_named_before() -> None:
    ids = who("هاجمت حركة طالبان الباكستانية القاعدة الجوية\nوأعلنت الحركة مسؤوليتها")
    assert ids["الحركة"] == "pakistani-taliban"


def test_the_afghan_taliban_govern_since_2021() -> None:
    _, actors = read("قالت حركة طالبان", "2022-01-01")
    assert actors["afghan-taliban"].sectors == ("GOV",)
    _, actors = read("قالت حركة طالبان", "2010-01-01")
    assert actors["afghan-taliban"].sectors == ("REB",)


def test_states_are_actors() -> None:
    mentions, actors = read("طلبت باكستان من أفغانستان تسليمهم")
    assert [m.actor for m in mentions] == ["state-pak", "state-afg"]
    assert actors["state-pak"].country == "PAK"
    assert mentions[0].kind is MentionKind.PLACE


def test_unnamed_people_stay_apart_unless_the_article_ties_them() -> None:
    mentions, _ = read("هاجم مسلحون حافلة\nوفر المسلحون إلى الجبال\nوفي هجوم آخر قتل 3 مسلحين")
    first, again, other = [m.actor for m in mentions]
    assert first == again != other


def test_members_of_a_body_have_its_sector_and_end_with_it() -> None:
    mentions, _ = read("قتل مسلحون أفرادا من الجيش في البلدة واعتقلوا أفرادا من عائلة التاجر")
    assert next((m.text, m.sectors) for m in mentions if m.text.startswith("أفراد")) == ("أفرادا من الجيش", ("MIL",))
    assert all(m.sectors == ("CVL",) for m in mentions if "عائلة" in m.text)


def test_embassy_in_a_country() -> None:
    _, actors = read("قالت السفارة الأمريكية في إسلام آباد")
    assert actors["gov-usa-embassy@pak"].name_en == "Embassy of United States in Pakistan"


def test_the_same_twice() -> None:
    text = "قال الرئيس الأفغاني حامد كرزاي إن مسلحين من حركة طالبان قتلوا جنودا\nوقال الرئيس إن الجيش يلاحقهم"
    assert read(text, "2010-03-03") == read(text, "2010-03-03")


def test_both_sides_of_a_war_at_home_are_those_who_fight() -> None:
    text = "تصدى الجيش اليمني لهجوم شنته جماعة الحوثي قرب الحدود مع السعودية\nوقال مصدر إن الاشتباكات بين الطرفين استمرت"
    mentions, _ = read(text, "2014-07-01", {})
    assert [m.actor for m in mentions if m.text == "الطرفين"] == ["gov-yem-army", "houthis"]
