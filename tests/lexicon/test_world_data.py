"""The world's data hold together, and a file that does not is refused with a message one can act on."""

import itertools
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kingmaker.errors import LexiconError
from kingmaker.lexicon.entries import Entries, Holder
from kingmaker.lexicon.index import folded, key
from kingmaker.lexicon.reading import read
from kingmaker.lexicon.world import World, world

# Posts that several people hold at once, though their titles are single elsewhere.
SHARED = {("Justice", "Supreme Court of the United States")}


def first_day(told: str) -> date:
    return date.fromisoformat(f"{told}-01-01"[:10])


def days_told(told: str) -> int:
    """How many days a date of this precision may stand for."""
    return {4: 366, 7: 31, 10: 1}[len(told)]


def overlap(one: Holder, other: Holder) -> bool:
    """Whether `one` surely still held a post when `other` had begun: a day's overlap is a handing over."""
    if one.end is None:
        return True
    slack = days_told(one.end) + days_told(other.start) - 1
    return (first_day(one.end) - first_day(other.start)).days > slack


def test_world_data_give_a_single_post_to_one_person_at_a_time() -> None:
    w = world()
    wrong = []
    for post in {(h.key, h.of) for h in w.all_holders} - SHARED:
        for one, other in itertools.pairwise(w.holders(*post)):
            if overlap(one, other):
                wrong.append((post, one.person, one.end, other.person, other.start))
    assert wrong == []


def test_world_data_give_real_dates() -> None:
    for holder in world().all_holders:
        for told in filter(None, (holder.start, holder.end)):
            assert date(1900, 1, 1) < first_day(told) < date(2030, 1, 1)


def test_world_data_know_the_gender_of_holders_and_agree_with_given_names() -> None:
    w = world()
    for holder in w.all_holders:
        assert holder.gender in ("f", "m"), holder
        told = w.gender(holder.person.split()[0])
        assert told in (None, holder.gender), holder


def test_world_data_spell_each_name_once_and_cleanly() -> None:
    w = world()
    names = [n for e in (*w.countries, *w.regions, *w.bodies) for n in (e.name, *e.aliases)]
    names += [n for h in w.all_holders for n in (h.person, *h.names)]
    assert [n for n in names if n != n.strip() or "  " in n or "|" in n or not n] == []
    persons: dict[str, set[str]] = {}
    for holder in w.all_holders:
        persons.setdefault(folded(holder.person), set()).add(holder.person)
    assert [spelt for spelt in persons.values() if len(spelt) > 1] == []
    assert len({b.name for b in w.bodies}) == len(w.bodies)


def test_world_data_keep_a_persons_other_names_from_being_somebody_elses() -> None:
    w = world()
    assert [h for h in w.all_holders for n in h.names if {p.person for p in w.posts_of(n)} != {h.person}] == []


def test_world_data_key_ministers_by_a_known_portfolio() -> None:
    w = world()
    portfolios = {p.key for p in w.portfolios}
    keys = {o.key for o in w.offices} | {h.key for h in w.all_holders}
    assert [k for k in keys if ": " in k and k.split(": ")[1] not in portfolios] == []


def test_world_data_give_heads_whose_title_fits_the_body() -> None:
    w = world()
    wrong = []
    for body in w.bodies:
        title = w.title(body.head, body.kind) if body.head else None
        if body.head and title is None and w.office(body.head, body.name) is None:
            wrong.append((body.name, body.kind, body.head))
    assert wrong == []


def test_world_data_hold_posts_of_titles_and_offices_that_look_ups_find() -> None:
    w = world()
    for holder in w.all_holders:
        office = w.office(holder.title, holder.of)
        assert office is not None or w.title(holder.title) is not None, holder
        assert office is None or holder.key.startswith(office.key) or holder.title == "Minister", holder


def test_world_data_are_as_many_as_news_needs() -> None:
    w = world()
    assert len(w.countries) >= 195
    assert len(w.all_holders) >= 1000
    assert all(re.fullmatch("[A-Z]{2}", c.code) for c in w.countries)
    assert len({c.code for c in w.countries}) == len(w.countries)


GOOD = {
    "countries.toml": """
holds = "countries"
columns = ["name", "code", "aliases", "demonyms"]
[[group]]
rows = '''
the Low Countries | LC | Flatland; Lowland | Low
Highland | HL
'''
""",
    "titles.toml": """
holds = "titles"
columns = ["name", "rank", "scopes"]
[[group]]
single = true
rows = '''
President | 1 | country
'''
""",
    "holders.toml": """
holds = "holders"
as_of = "2020-12-31"
columns = ["person", "start", "end", "gender"]
[[group]]
title = "President"
of = "Highland"
rows = '''
Ann Old | 2000 | 2010-05
Ann Old | 2012-01-01 | | f
'''
""",
}


def small_world(folder: Path, **changed: str) -> World:
    for name, text in (GOOD | {f"{file}.toml": text for file, text in changed.items()}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return World(read(folder))


def test_world_reading_makes_entries_of_rows(tmp_path: Path) -> None:
    w = small_world(tmp_path)
    low, high = w.countries
    assert (low.name, low.the, low.aliases) == ("Low Countries", True, ("Flatland", "Lowland"))
    assert (high.name, high.the, high.demonyms) == ("Highland", False, ())
    assert [(h.key, h.gender) for h in w.all_holders] == [("President", "f"), ("President", "f")]
    assert w.as_of == "2020-12-31"


REFUSED = [
    ("countries", "Highland | HL", "Highland | HL | a | b | c", ["countries.toml", "Highland", "5 cells"]),
    ("countries", "Highland | HL", "Highland | HL | Flatland", ["Flatland", "Low Countries", "Highland"]),
    ("countries", '"demonyms"]', '"demonims"]', ["countries.toml", "demonims", "demonyms"]),
    ("countries", 'holds = "countries"', 'holds = "lands"', ["countries.toml", "lands", "countries"]),
    ("countries", "[[group]]", "[[group", ["countries.toml", "TOML"]),
    ("titles", "| country", "| kingdom", ["titles.toml", "President", "kingdom", "country"]),
    ("titles", "President | 1 | country", "President | 1", ["titles.toml", "President", "scopes"]),
    ("titles", "| 1 |", "| 9 |", ["titles.toml", "President", "9"]),
    ("titles", "single = true", 'single = "maybe"', ["titles.toml", "maybe"]),
    ("holders", 'of = "Highland"', 'of = "Hihgland"', ["Hihgland", "Highland"]),
    ("holders", 'title = "President"', 'title = "Presidents"', ["Presidents", "President"]),
    ("holders", "2000 | 2010-05", "2000 | 1999", ["holders.toml", "Ann Old", "1999", "2000"]),
    ("holders", "2000 | 2010-05", "2000 | May 2010", ["holders.toml", "Ann Old", "May 2010", "YYYY"]),
    ("holders", "| | f", "| | x", ["holders.toml", "Ann Old", "gender", "x"]),
    ("holders", "Ann Old | 2000 | 2010-05", "Ann Old", ["holders.toml", "Ann Old", "start"]),
]


@pytest.mark.parametrize(("file", "good", "bad", "said"), REFUSED)
def test_world_reading_refuses_a_wrong_entry_and_says_where(
    tmp_path: Path, file: str, good: str, bad: str, said: list[str]
) -> None:
    text = GOOD[f"{file}.toml"]
    assert good in text
    with pytest.raises(LexiconError) as refusal:
        small_world(tmp_path, **{file: text.replace(good, bad)})
    assert [word for word in said if word not in str(refusal.value)] == []


@given(st.text())
def test_world_key_is_stable_and_look_ups_never_fail(text: str) -> None:
    assert key(key(text)) == key(text)
    w = world()
    for look_up in (w.country, w.demonym, w.people, w.seat, w.body, w.modifier, w.title, w.portfolio, w.home):
        look_up(text)
    assert w.person(text) is not None


def test_world_of_no_entries_finds_nothing() -> None:
    empty = World(Entries())
    assert empty.country("France") is None
    assert empty.holders("President", "France") == ()
