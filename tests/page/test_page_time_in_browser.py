"""The page set to a day says what the races say of that day: on its cards, in its charts and on its lines."""

from datetime import date
from xml.etree import ElementTree

import pytest
from articles_for_pages import SG, nato_race
from browser import Look, in_browser
from screen import Screen

from kingmaker.model import Clock
from kingmaker.page import compose, render, words
from kingmaker.races import Entry, View, races
from kingmaker.races.view import SUREST

pytestmark = in_browser


def standing(entry: Entry) -> str:
    if entry.standing is None:
        return ""
    lead = min(entry.standing.claims, key=lambda claim: SUREST[claim.certainty])
    return words.as_chip(words.phrase(lead))


def told_by(day: date | None, clock: Clock) -> list[tuple[str, str]]:
    """The candidates for the post and where they stand, the latest contest first, by the races alone."""
    found = [race for race in races(*nato_race(), View(day, clock)) if race.post.id == SG.id]
    return [(e.person.label, standing(e)) for race in reversed(found) for e in race.entries]


@pytest.mark.parametrize("clock", Clock)
def test_time_every_day_tells_what_the_races_tell_of_it(look: Look, clock: Clock) -> None:
    days = getattr(compose(*nato_race()).days, clock.value)
    screen = Screen.of(look(render(*nato_race())))
    screen.set_clock(clock.value)
    assert len(days) > 3
    assert screen.cards == told_by(None, clock)
    for day in reversed(days):
        screen.step(-1)
        told = told_by(date.fromisoformat(day), clock)
        assert screen.cards == told, day
        for name, words_ in told:
            assert words_ in screen.lane(name), (day, name)
    assert screen.page.locator("#step-back").is_disabled()


def test_time_lines_tell_the_standing_that_the_cards_tell(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    days = compose(*nato_race()).days.published
    for day in reversed(days):
        screen.step(-1)
        drawing = ElementTree.fromstring(screen.exported("svg"))
        texts = [text.text or "" for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
        for name, told in screen.cards:
            lead = told[:1].lower() + told[1:]
            assert not told or any(text.endswith((lead, lead + ")")) or f"{lead} (" in text for text in texts), (
                day,
                name,
            )


def test_time_all_again_is_the_page_as_python_wrote_it(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    written = screen.page.locator("#races").inner_text()
    screen.step(-2)
    assert screen.page.locator("#races").inner_text() != written
    screen.step(2)
    assert screen.day == "all that is told"
    assert screen.page.locator("#races").inner_text() == written


def test_time_a_drag_along_the_charts_takes_the_day_with_it(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    box = screen.page.locator("#histogram").bounding_box()
    lanes = screen.page.locator(".lane .base").first.bounding_box()
    assert box
    assert lanes
    mouse = screen.page.mouse
    mouse.move(box["x"] + box["width"] - 4, lanes["y"])
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.55, lanes["y"], steps=6)
    screen.page.wait_for_function("() => document.body.classList.contains('past')")
    mouse.up()
    day = screen.day
    assert day != "all that is told"
    assert screen.page.locator("#as-of").inner_text() == f"as reported by {day}"
    mouse.move(box["x"] + 20, lanes["y"])  # the button is up: nothing follows
    assert screen.day == day


def test_time_undated_claims_have_a_switch_of_their_own(look: Look) -> None:
    claims, articles = nato_race()
    undated = articles[0].id
    known = [a for a in articles if a.id != undated]
    screen = Screen.of(look(render(claims, known)))
    loose = [c for c in claims if c.article == undated]
    rows = screen.rows.count()
    box = screen.page.locator('[name="undated"]')
    assert screen.page.locator("#undated").inner_text().split() == ["undated", str(len(loose))]
    assert box.is_checked()
    box.uncheck()
    assert screen.rows.count() == rows - len(loose)
    box.check()
    assert screen.rows.count() == rows


def test_time_undated_claims_count_on_no_day_unless_asked_for(look: Look) -> None:
    claims, articles = nato_race()
    first, *known = articles
    loose = sum(c.article == first.id for c in claims)
    screen = Screen.of(look(render(claims, known)))
    screen.step(-1)
    box = screen.page.locator('[name="undated"]')
    assert not box.is_checked()
    placed = screen.rows.count()
    box.check()
    assert screen.rows.count() == placed + loose


def test_time_little_motion_steps_once_a_press(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race()), reduced_motion="reduce"))
    screen.page.locator("#play").click()
    first = screen.day
    screen.page.wait_for_timeout(1200)
    assert screen.day == first
