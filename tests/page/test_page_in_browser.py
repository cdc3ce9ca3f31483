"""The page in a real browser: it draws, asks nobody, runs nothing of an article's, and answers its reader."""

import json
from urllib.parse import quote

import pytest
from articles_for_pages import RUTTE, SG, Newsroom, many, nato_race, person
from browser import Look, in_browser
from hostile import PAYLOADS, hostile_page
from screen import Screen

from kingmaker.model import Kind
from kingmaker.page import compose, render

pytestmark = in_browser


@pytest.mark.parametrize("size", [(1440, 900), (420, 900), (320, 640)], ids=str)
def test_browser_draws_the_race_and_asks_nobody(look: Look, size: tuple[int, int]) -> None:
    seen = look(render(*nato_race()), viewport={"width": size[0], "height": size[1]})
    first = [line for line in compose(*nato_race()).lines if not line.side]
    state = seen.state
    assert state["state"] == "drawn"
    assert int(state["lines"]) == len(first)
    assert int(state["claims"]) == len({c for line in first for c, _ in line.claims})
    assert seen.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")  # nothing sticks out


# By script, since a hand would be at it for minutes. A fifth of the parts still holds every payload: each
# stands in seven claims, one after the other.
EVERYTHING = """() => {
  const fifth = (query) => [...document.querySelectorAll(query)].filter((_, place) => place % 5 === 0);
  for (const part of fifth("main button, th button, summary")) part.click();
  for (const row of fifth("#claims tbody tr")) {
    row.click();
    [...document.querySelectorAll("#evidence button")].at(-1)?.click();
  }
}"""


def test_browser_hostile_text_runs_nowhere(look: Look) -> None:
    seen = look(render(*hostile_page(), heading=PAYLOADS[1]))
    seen.page.evaluate(EVERYTHING)
    screen = Screen.of(seen)
    for payload in PAYLOADS:
        screen.paste(payload)
    screen.find("script")
    words = screen.rows.first.locator("q").first.text_content()
    screen.rows.first.click()
    assert words
    assert words in PAYLOADS
    assert words in screen.evidence.inner_text()
    seen.page.evaluate('() => { for (const box of document.querySelectorAll("input[type=checkbox]")) box.click(); }')


def test_browser_search_knows_no_accents_and_finds_aliases(look: Look) -> None:
    room = Newsroom()
    room.article("A", "Outlet", "2023-06-01")
    for name in ("Ivan Kovač", "Lars Løkke", "Zoë Łuk"):
        who = person(name, "the Old Fox")
        room.say("", "is in", ".", kind=Kind.CANDIDACY, value="declared", candidate=who, post=SG)
    screen = Screen.of(look(render(*room.finish())))
    assert screen.look_for("kovac") == ["Ivan Kovač"]
    assert screen.look_for("LOKKE lars") == ["Lars Løkke"]
    assert screen.look_for("zoe luk") == ["Zoë Łuk"]
    assert len(screen.look_for("old fox")) == 3
    assert screen.look_for("nobody") == ["Nobody and nothing by that name"]


def test_browser_choosing_shows_the_words_behind_it(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    screen.choose_candidate("Ben Wallace")
    panel = screen.evidence.inner_text()
    for words in (
        "Ben Wallace", "is said to have lobbied", "? probable", "× denied", "a defence source (unnamed)",
        "Sky News, 21 June 2023", "during a meeting with Joe Biden",
    ):  # fmt: skip
        assert words in panel
    marked = screen.evidence.locator("mark").all_inner_texts()
    assert "is thought to have lobbied on behalf of his defence secretary" in marked
    link = screen.evidence.locator("a").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("href") == "https://example.org/wallace?a=1&b=2"
    assert screen.address.startswith("#at=")


def test_browser_deep_link_opens_what_it_names(look: Look) -> None:
    rutte = next(node.key for node in compose(*nato_race()).nodes if node.label == RUTTE.label)
    assert Screen.of(look(render(*nato_race()), f"#at={rutte}")).title == "Mark Rutte"


def test_browser_unknown_deep_link_changes_nothing(look: Look) -> None:
    seen = look(render(*nato_race()))
    at_first = Screen.of(seen).title
    for address in ("__proto__", "constructor", "n99999", *PAYLOADS[:3]):
        seen.again("#" + quote(address))
        assert Screen.of(seen).title == at_first


def test_browser_hostile_deep_links_change_nothing_on_an_open_page(look: Look) -> None:
    seen = look(render(*hostile_page()))
    before = Screen.of(seen).title
    for payload in PAYLOADS:
        seen.page.evaluate(f"() => {{ location.hash = {json.dumps(payload)}; }}")
        seen.page.evaluate(f"() => {{ location.hash = {json.dumps(quote(payload))}; }}")
        assert Screen.of(seen).title == before


def test_browser_filters_hold_for_graph_table_and_cards(look: Look) -> None:
    claims, articles = nato_race()
    seen = look(render(claims, articles))
    screen = Screen.of(seen)
    screen.leave_on("certainty", "certain")
    screen.leave_on("polarity", "positive")
    assert screen.rows.count() == sum(c.certainty == "certain" and c.polarity == "positive" for c in claims)
    assert screen.page.locator("#claims tr.hedged, #claims tr.denied").count() == 0
    dim = screen.page.locator(".chip.dim")
    assert dim.count() >= 5
    assert screen.page.locator(".chip.dim.stated").count() == 0
    state = seen.state
    assert screen.counter == f"{state['nodes']} of 19 names and {state['claims']} of 26 claims drawn"


def test_browser_draws_at_most_300_and_says_of_how_many(look: Look) -> None:
    claims, articles = many(20, 6, 5)
    page = compose(claims, articles)
    screen = Screen.of(look(render(claims, articles)))
    whole = screen.counter
    assert whole.startswith(f"{len(page.nodes)} of {len(page.nodes)} names and {len(claims)} of {len(claims)} claims")
    assert screen.rows.count() == 200
    screen.busiest.click()
    assert screen.counter.startswith(f"300 of {len(page.nodes)} names")
    screen.find(next(node.label for node in page.nodes if not node.place and node.kind == "person"))
    assert int(screen.counter.split()[0]) < 60
    screen.back.click()
    assert screen.counter == whole


def test_browser_empty_and_single_pages_stand(look: Look) -> None:
    assert look(render([], [])).state["state"] == "empty"
    claims, articles = nato_race()
    one = look(render(claims[:1], articles)).state
    assert (one["nodes"], one["lines"]) == ("2", "1")


def test_browser_table_sorts_and_a_row_opens_its_evidence(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    assert [screen.sort_by_date(), screen.sort_by_date()] == ["ascending", "descending"]
    first = screen.rows.first
    assert "26 June 2024" in first.locator("td").last.inner_text()
    first.locator("td").first.click()
    shown = screen.evidence.locator(".claim").first.get_attribute("data-claim")
    assert shown == first.get_attribute("data-claim")


def test_browser_notices_what_must_not_happen(look: Look) -> None:
    page = render(*nato_race())
    poison = '<main><script>window.__pwn = 1</script><img src="https://x.invalid/a.png">'
    seen = look(page.replace("<main>", poison, 1), loud=True)
    seen.page.evaluate('() => { try { document.createElement("p").innerHTML = "<b>x</b>"; } catch {} }')
    told = seen.notes()
    for directive in ("script-src-elem", "img-src", "require-trusted-types-for"):
        assert any(note.startswith(f"VIOLATION {directive}") for note in told)
    assert "REQUEST https://x.invalid/a.png" in told
    assert not any(note.startswith("RAN") for note in told)  # the policy held
    seen.page.evaluate("() => { window.__pwn = 2; setTimeout(() => { throw new Error('thrown'); }); }")
    assert {"RAN 2", "ERROR thrown"} <= {*seen.notes()}


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("Mark Rutte", False),  # in the first view
        ("Prime Minister of Estonia", True),  # a side office: drawn with its holder
        ("a defence source", False),  # only ever a source: has no lines, so the view stays
    ],
)
def test_browser_search_draws_what_the_first_view_leaves_out(look: Look, name: str, around: bool) -> None:
    screen = Screen.of(look(render(*nato_race())))
    screen.find(name)
    assert (screen.title, screen.back.is_visible()) == (name, around)
