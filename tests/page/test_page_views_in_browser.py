"""Views of the page: neighbourhoods, paths, what is contested; links to them, files of them, a tour by keyboard."""

import csv
import io
from xml.etree import ElementTree

from articles_for_pages import many, nato_race
from browser import Look, in_browser
from hostile import PAYLOADS, hostile_page
from screen import Screen

from kingmaker.page import compose, render

pytestmark = in_browser


def state_of(screen: Screen) -> dict[str, object]:
    """What a reader sees of the state of a page."""
    boxes = screen.page.locator("#legend input, [name=undated]").evaluate_all("all => all.map((box) => box.checked)")
    return {
        "counter": screen.counter, "title": screen.title, "day": screen.day, "boxes": boxes,
        "clock": screen.page.locator("#clock").input_value(), "rows": screen.rows.count(), "cards": screen.cards,
        "range": screen.page.locator("#range").inner_text(),
    }  # fmt: skip


def test_views_every_state_has_an_address_that_brings_it_back(look: Look) -> None:
    seen = look(render(*nato_race()))
    screen = Screen.of(seen)
    steps = [
        lambda: screen.choose_candidate("Mark Rutte"),
        lambda: screen.step(-2),
        lambda: screen.set_clock("valid"),
        lambda: screen.leave_on("certainty", "certain", "probable"),
        lambda: screen.leave_on("kind", "person", "post", "country"),
        lambda: screen.page.get_by_role("button", name="Two steps").click(),
        lambda: screen.page.locator("#from").press("ArrowRight"),
        lambda: screen.page.locator('[name="side"]').check(),
        lambda: screen.page.locator("#reset").click(),
        lambda: screen.page.locator('[name="only"]').check(),
    ]
    known = set()
    for step in steps:
        step()
        before, address = state_of(screen), screen.address
        seen.again(address)
        assert state_of(screen) == before, address
        known.add(address)
    assert len(known) == len(steps)


def test_views_link_holds_when_articles_are_added(look: Look) -> None:
    claims, articles = nato_race()
    screen = Screen.of(look(render(claims[:14], articles)))
    screen.choose_candidate("Ben Wallace")
    address = screen.address
    more = Screen.of(look(render([*claims, *many(1, 3, 2)[0]], [*articles, *many(1, 3, 2)[1]]), address))
    assert more.title == "Ben Wallace"


def test_views_path_joins_two_names_and_says_where_there_is_none(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    screen.choose_candidate("Ben Wallace")
    screen.page.get_by_role("button", name="Path to").click()
    screen.page.keyboard.type("hungary")
    screen.page.keyboard.press("Enter")
    assert screen.counter.endswith("between Ben Wallace and Hungary")
    assert screen.counter.startswith("4 of")
    screen.page.locator('[name="relation"][value="backs"]').uncheck()
    screen.page.locator('[name="relation"][value="opposes"]').uncheck()
    assert "nothing that shows joins" in screen.counter
    screen.back.click()
    assert "between" not in screen.counter


def test_views_neighbourhoods_of_one_and_two_steps(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    screen.choose_candidate("Ben Wallace")
    screen.page.get_by_role("button", name="Draw around this").click()
    one = int(screen.counter.split()[0])
    screen.page.get_by_role("button", name="Two steps").click()
    assert int(screen.counter.split()[0]) > one > 1


def test_views_contested_only_and_both_sides(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    screen.page.locator('[name="only"]').check()
    assert screen.rows.count() == 2
    assert screen.page.locator("#claims .differ").count() == 2
    screen.evidence.locator(".tag.differ").first.click()
    assert screen.title == "Told two ways"
    assert screen.evidence.locator(".sides .claim").count() == 2
    assert {"claim denied", "claim hedged"} == set(
        screen.evidence.locator(".claim").evaluate_all("all => all.map((one) => one.className)")
    )


def test_views_line_tells_all_claims_behind_it_and_why_each_is_here(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    screen.choose_candidate("Ben Wallace")
    item = screen.evidence.locator(".claim.hedged").first
    item.locator("summary").click()
    told = item.locator(".why").inner_text()
    assert "dashed, for it is told as likely, not as fact" in told
    assert "kingmaker explain claim:" in told
    assert "not a finding of fact" in told


def test_views_table_holds_the_claims_of_the_view(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    rows = list(csv.DictReader(io.StringIO(screen.exported("csv").decode("utf-8-sig"))))
    assert len(rows) == int(screen.page.evaluate("() => document.body.dataset.claims"))
    assert {row["told as"] for row in rows} == {"stated", "probable", "possible"}
    assert screen.exported("png").startswith(b"\x89PNG")
    screen.leave_on("certainty", "certain")
    fewer = list(csv.DictReader(io.StringIO(screen.exported("csv").decode("utf-8-sig"))))
    assert 0 < len(fewer) < len(rows)
    assert {row["told as"] for row in fewer} == {"stated"}


def test_views_files_hold_hostile_text_as_text(look: Look) -> None:
    formulas = ['=HYPERLINK("https://x.invalid")', "+1+1", "-2+3", "@SUM(A1)", "\t=1"]
    screen = Screen.of(look(render(*hostile_page([*PAYLOADS[:4], *formulas]))))
    rows = list(csv.reader(io.StringIO(screen.exported("csv").decode("utf-8-sig"))))
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "+", "-", "@")]
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)
    drawing = ElementTree.fromstring(screen.exported("svg"))
    tags = {element.tag.rpartition("}")[2] for element in drawing.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "text", "g", "path", "circle"}
    assert not [
        name for element in drawing.iter() for name in element.attrib if name.startswith("on") or "href" in name
    ]


def test_views_tour_by_keyboard_alone(look: Look) -> None:
    screen = Screen.of(look(render(*nato_race())))
    press = screen.page.keyboard.press
    press("Tab")
    assert screen.page.evaluate("() => document.activeElement.className") == "skip"
    press("/")
    screen.page.keyboard.type("walla")
    press("Enter")
    assert screen.title == "Ben Wallace"
    press("Tab")
    press("[")
    assert screen.day == "26 June 2024"
    press("]")
    assert screen.day == "all that is told"
    press("e")
    assert "one step from Ben Wallace" in screen.counter
    press("Escape")
    assert screen.title != "Ben Wallace"
    press("Escape")
    assert "step" not in screen.counter
    screen.page.locator("#until").focus()
    press("ArrowLeft")
    press("ArrowLeft")
    assert screen.day == "22 February 2024"
    press("End")
    assert screen.day == "all that is told"
    reached = set()
    for _ in range(140):
        press("Tab")
        reached.add(
            screen.page.evaluate(
                "() => { const e = document.activeElement;"
                " return e.id || e.name || e.className || e.closest('[id]')?.id || e.tagName; }"
            )
        )
    wanted = {
        "find",
        "theme",
        "name",
        "clock",
        "from",
        "step-back",
        "closer",
        "relation",
        "certainty",
        "lane-name",
        "scroller",
    }
    assert wanted <= {word for one in reached for word in str(one).split()}


def test_views_map_without_a_kind_leaves_out_its_lines_and_no_others(look: Look) -> None:
    (claims, articles), (more, others) = many(20, 6, 5), nato_race()
    page = compose(claims + more, articles + others)
    kinds = {node.id: node.kind for node in page.nodes}
    left = {
        end for line in page.lines for end in (line.start, line.end)
        if "country" not in (kinds[line.start], kinds[line.end])
    }  # fmt: skip
    assert any(line.side and line.end in left for line in page.lines)  # other offices are on the map too
    screen = Screen.of(look(render(claims + more, articles + others)))
    screen.page.locator('[name="kind"][value="country"]').uncheck()
    assert screen.counter.startswith(f"{len(left):,} of ")
