"""The world's look-ups, on the data that ship with kingmaker."""

import pytest

from kingmaker.lexicon.entries import Country, Region
from kingmaker.lexicon.world import World, world


@pytest.fixture(scope="module")
def w() -> World:
    return world()


def name_of(found: object) -> str | None:
    return None if found is None else str(getattr(found, "name", None) or getattr(found, "title", None))


PLACES = [
    ("country", "UK", "United Kingdom"),
    ("country", "the U.K.", "United Kingdom"),
    ("country", "us", None),
    ("country", "US", "United States"),
    ("country", "The Netherlands", "Netherlands"),
    ("country", "Türkiye", "Turkey"),
    ("country", "Turkiye", "Turkey"),
    ("country", "Cote d'Ivoire", "Ivory Coast"),
    ("country", "Côte d’Ivoire", "Ivory Coast"),
    ("country", "St. Lucia", "Saint Lucia"),
    ("country", "Scotland", "Scotland"),
    ("country", "N.J.", "New Jersey"),
    ("country", "Ruritania", None),
    ("country", "", None),
    ("demonym", "Dutch", "Netherlands"),
    ("demonym", "U.S.", "United States"),
    ("demonym", "british", "United Kingdom"),
    ("demonym", "Nigerien", "Niger"),
    ("demonym", "Nigerian", "Nigeria"),
    ("demonym", "Congolese", None),
    ("demonym", "Catalan", "Catalonia"),
    ("people", "Dane", "Denmark"),
    ("people", "Britons", "United Kingdom"),
    ("people", "Poles", "Poland"),
    ("seat", "Downing Street", "United Kingdom"),
    ("seat", "No. 10", "United Kingdom"),
    ("seat", "the Elysée", "France"),
    ("seat", "Elysee", "France"),
    ("seat", "the Kremlin", "Russia"),
    ("seat", "Washington", "United States"),
    ("seat", "Berlin", "Germany"),
    ("seat", "Holyrood", "Scotland"),
]


@pytest.mark.parametrize(("look_up", "text", "name"), PLACES)
def test_world_place_is_found_by_any_of_its_names(w: World, look_up: str, text: str, name: str | None) -> None:
    assert name_of(getattr(w, look_up)(text)) == name


def test_world_country_comes_before_a_region_of_its_name_and_says_so(w: World) -> None:
    georgia = w.country("Georgia")
    assert isinstance(georgia, Country)
    assert georgia.ambiguous
    washington = w.country("Washington")
    assert isinstance(washington, Region)
    assert (washington.of, washington.ambiguous) == ("United States", True)


BODIES = [
    ("Nato", None, "NATO"),
    ("the North Atlantic Treaty Organisation", None, "NATO"),
    ("the Fed", None, "Federal Reserve"),
    ("fed", None, None),
    ("WHO", None, "World Health Organization"),
    ("Who", None, None),
    ("Labour", None, "Labour Party"),
    ("Labour", "New Zealand", "New Zealand Labour Party"),
    ("Labour", "United Kingdom", "Labour Party"),
    ("Supreme Court", None, None),
    ("Supreme Court", "Kenya", "Supreme Court of Kenya"),
    ("central bank", "Sweden", "Riksbank"),
    ("the Greens", "Germany", "German Greens"),
    ("The Sun", None, "Sun"),
    ("the sun", None, None),
    ("Sun", None, None),
    ("The Times", None, "Times"),
]


@pytest.mark.parametrize(("text", "country", "name"), BODIES)
def test_world_body_is_found_by_its_names_and_at_home_by_its_local_ones(
    w: World, text: str, country: str | None, name: str | None
) -> None:
    assert name_of(w.body(text, country)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tory", "Conservative Party"),
        ("Lib Dem", "Liberal Democrats"),
        ("ECB", "European Central Bank"),
        ("labour", None),
        ("the", None),
    ],
)
def test_world_modifier_stands_for_its_body(w: World, text: str, name: str | None) -> None:
    assert name_of(w.modifier(text)) == name


@pytest.mark.parametrize(("text", "name"), [("Tories", "Conservative Party"), ("Democrats", "Democratic Party")])
def test_world_members_name_their_body(w: World, text: str, name: str) -> None:
    assert name_of(w.members(text)) == name


TITLES = [
    ("secretary-general", None, "Secretary General"),
    ("Secretaries-General", None, "Secretary General"),
    ("PM", None, "Prime Minister"),
    ("pm", None, None),
    ("premier", None, "Prime Minister"),
    ("premier", "region", "Premier"),
    ("chairwoman", None, "Chair"),
    ("Tanaiste", None, "Tánaiste"),
    ("governor", "central-bank", "Governor"),
    ("governor", "party", None),
    ("plumber", None, None),
]


@pytest.mark.parametrize(("text", "scope", "name"), TITLES)
def test_world_title_is_found_by_alias_and_scope(w: World, text: str, scope: str | None, name: str | None) -> None:
    assert name_of(w.title(text, scope)) == name


def test_world_title_tells_single_and_generic_ones(w: World) -> None:
    told = {name: (t.single, t.generic) for t in w.titles for name in [t.name]}
    assert told["Prime Minister"] == (True, False)
    assert told["Senator"] == told["Judge"] == told["Commissioner"] == told["Minister"] == (False, False)
    assert told["Chief"] == told["Boss"] == told["Head"] == (True, True)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Defense", "defence"),
        ("Foreign, Commonwealth and Development Affairs", "foreign"),
        ("Home Department", "interior"),
        ("Levelling Up, Housing & Communities", "housing"),
        ("Environment, Food and Rural Affairs", "environment"),
        ("Brexit", "europe"),
    ],
)
def test_world_portfolio_is_found_by_short_and_official_names(w: World, text: str, key: str) -> None:
    found = w.portfolio(text)
    assert found is not None
    assert found.key == key


OFFICES = [
    ("Taoiseach", "Ireland", "Prime Minister", "Ireland"),
    ("premier", "Ireland", "Prime Minister", "Ireland"),
    ("chancellor", "United Kingdom", "Minister: finance", "United Kingdom"),
    ("chancellor", "Germany", "Chancellor", "Germany"),
    ("Foreign Secretary", "United Kingdom", "Minister: foreign", "United Kingdom"),
    ("Secretary of State", "United States", "Minister: foreign", "United States"),
    ("commander-in-chief", "United States", "President", "United States"),
    ("House Speaker", "United States", "Speaker", "United States House of Representatives"),
    ("Chief Justice", "Kenya", "Chief Justice", "Supreme Court of Kenya"),
    ("foreign policy chief", "European Union", "High Representative", "European Union"),
]


@pytest.mark.parametrize(("title", "place", "key", "of"), OFFICES)
def test_world_office_names_the_one_post_behind_its_titles(w: World, title: str, place: str, key: str, of: str) -> None:
    found = w.office(title, place)
    assert found is not None
    assert (found.key, found.of) == (key, of)


HOLDERS = [
    ("Prime Minister", "United Kingdom", "2023-06-21", ["Rishi Sunak"]),
    ("Minister: defence", "United Kingdom", "2023-06", ["Ben Wallace"]),
    ("Secretary General", "NATO", "2023-06-21", ["Jens Stoltenberg"]),
    ("Secretary General", "NATO", "2024-10-01", ["Jens Stoltenberg", "Mark Rutte"]),
    ("Prime Minister", "Netherlands", "2023", ["Mark Rutte"]),
    ("Prime Minister", "United Kingdom", "2022", ["Boris Johnson", "Liz Truss", "Rishi Sunak"]),
    ("Minister: foreign", "United States", "2022-03-01", ["Antony Blinken"]),
    ("Prime Minister", "Ireland", "2021-01-05", ["Micheál Martin"]),
    ("President", "United States", "1850", []),
    ("President", "Ruritania", "2020", []),
]


@pytest.mark.parametrize(("key", "of", "on", "people"), HOLDERS)
def test_world_holders_are_those_in_office_then(w: World, key: str, of: str, on: str, people: list[str]) -> None:
    assert [h.person for h in w.holders(key, of, on)] == people


def test_world_holders_are_not_known_after_the_day_of_the_data(w: World) -> None:
    assert w.holders("Prime Minister", "United Kingdom", w.as_of)
    assert not w.holders("Prime Minister", "United Kingdom", "2099-01-01")


def test_world_holders_without_a_day_are_all_oldest_first(w: World) -> None:
    starts = [h.start for h in w.holders("Secretary General", "NATO")]
    assert len(starts) > 5
    assert starts == sorted(starts)


def test_world_posts_of_gathers_all_posts_of_a_person_under_any_spelling(w: World) -> None:
    told = {(h.key, h.of) for h in w.posts_of("Mark Rutte")}
    assert {("Prime Minister", "Netherlands"), ("Secretary General", "NATO")} <= told
    assert w.posts_of("Volodymyr Zelenskyy") == w.posts_of("Volodymyr Zelensky") != ()
    assert w.posts_of("Recep Tayyip Erdogan") == w.posts_of("Recep Tayyip Erdoğan") != ()
    assert w.posts_of("Rutte") == ()


def test_world_person_is_found_by_surname_alone(w: World) -> None:
    assert {h.person for h in w.person("Rutte")} == {"Mark Rutte"}
    assert {h.person for h in w.person("von der Leyen")} == {"Ursula von der Leyen"}
    assert {"George W. Bush", "George H. W. Bush"} == {h.person for h in w.person("Bush")}
    assert {h.person for h in w.person("Xi")} == {"Xi Jinping"}
    assert w.person("Nobody") == ()


@pytest.mark.parametrize(
    ("name", "gender"), [("Mette", "f"), ("Rishi", "m"), ("Helene", "f"), ("Andrea", None), ("Kim", None), ("", None)]
)
def test_world_gender_is_told_only_by_clear_names(w: World, name: str, gender: str | None) -> None:
    assert w.gender(name) == gender


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        ("Sky News", "United Kingdom"),
        ("https://www.bbc.co.uk/news/1", "United Kingdom"),
        ("news.sky.com", "United Kingdom"),
        ("The Irish Times", "Ireland"),
        ("edition.cnn.com/politics", "United States"),
        ("NATO", None),
        ("http://[broken", None),
        ("An Unheard-of Gazette", None),
    ],
)
def test_world_home_is_the_publishers_country(w: World, publisher: str, country: str | None) -> None:
    assert name_of(w.home(publisher)) == country
