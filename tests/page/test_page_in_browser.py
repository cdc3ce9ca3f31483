"""The page in a real browser: it draws, asks nobody, runs nothing of an article's, and answers its reader."""

import warnings
from pathlib import Path

import pytest
from articles_for_pages import RUTTE, SG, Newsroom, many, nato_race, person
from browser import FOUND, Seen, look
from hostile import PAYLOADS, hostile_page

from kingmaker.model import Kind
from kingmaker.page import compose, render

if FOUND is None:
    warnings.warn("NO BROWSER: graph.html was not opened; install chromium to test it", stacklevel=1)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        FOUND is None, reason="NO BROWSER: the page was not opened; install chromium to run these tests"
    ),
]


def quiet(seen: Seen) -> None:
    assert seen.violations == []
    assert seen.errors == []
    assert seen.console == []
    assert seen.requests == []
    assert seen.pwned == "undefined"


@pytest.mark.parametrize("size", ["1440,900", "420,900", "320,640"])
def test_browser_draws_the_race_and_asks_nobody(tmp_path: Path, size: str) -> None:
    seen = look(
        render(*nato_race()),
        tmp_path,
        "return document.documentElement.scrollWidth <= innerWidth;",
        size=size,
    )
    quiet(seen)
    page = compose(*nato_race())
    first = [line for line in page.lines if not line.side]
    assert seen.state["state"] == "drawn"
    assert int(seen.state["lines"]) == len(first)
    assert int(seen.state["claims"]) == len({c for line in first for c, _ in line.claims})
    assert seen.told  # nothing sticks out sideways


def test_browser_hostile_text_runs_nowhere(tmp_path: Path) -> None:
    everything = """
      $("#find").value = "script"; $("#find").dispatchEvent(new Event("input"));
      const buttons = ".chip[data-claims], .name, th button, #legend input, #more-rows, #back";
      for (const button of all(buttons)) button.click();
      for (const row of all("#claims tbody tr")) {
        row.click();
        all("#evidence .link, #evidence .tag").slice(0, 3).forEach((button) => button.click());
      }
      return all("#evidence *").length;"""
    seen = look(render(*hostile_page(), heading=PAYLOADS[1]), tmp_path, everything)
    quiet(seen)
    assert seen.told > 0


def test_browser_search_knows_no_accents_and_finds_aliases(tmp_path: Path) -> None:
    room = Newsroom()
    room.article("A", "Outlet", "2023-06-01")
    for name in ("Ivan Kovač", "Lars Løkke", "Zoë Łuk"):
        room.say(
            "",
            "is in",
            ".",
            kind=Kind.CANDIDACY,
            value="declared",
            candidate=person(name, "the Old Fox"),
            post=SG,
        )
    steps = """
      const found = (text) => { $("#find").value = text; $("#find").dispatchEvent(new Event("input"));
        return all("#found li").map((li) => li.firstChild.textContent); };
      return [
        found("kovac"), found("LOKKE lars"), found("zoe luk"), found("old fox").length, found("nobody"),
      ];"""
    seen = look(render(*room.finish()), tmp_path, steps)
    quiet(seen)
    assert seen.told == [["Ivan Kovač"], ["Lars Løkke"], ["Zoë Łuk"], 3, ["Nobody and nothing by that name"]]


def test_browser_choosing_shows_the_words_behind_it(tmp_path: Path) -> None:
    steps = """
      all(".name").find((b) => b.textContent === "Ben Wallace").click();
      const panel = $("#evidence").innerText;
      const link = $("#evidence a");
      const marked = all("#evidence mark").map((mark) => mark.textContent);
      return { panel, address: location.hash, rel: link.rel, href: link.href, marked };"""
    seen = look(render(*nato_race()), tmp_path, steps)
    quiet(seen)
    for words in (
        "Ben Wallace", "is said to have lobbied", "? probable", "× denied", "a defence source (unnamed)",
        "Sky News, 21 June 2023", "during a meeting with Joe Biden",
    ):  # fmt: skip
        assert words in seen.told["panel"]
    assert "is thought to have lobbied on behalf of his defence secretary" in seen.told["marked"]
    assert seen.told["rel"] == "noopener noreferrer"
    assert seen.told["href"] == "https://example.org/wallace?a=1&b=2"
    assert seen.told["address"].startswith("#n")


def test_browser_deep_link_opens_what_it_names(tmp_path: Path) -> None:
    page = compose(*nato_race())
    rutte = next(node.id for node in page.nodes if node.label == RUTTE.label)
    seen = look(render(*nato_race()), tmp_path, 'return $("#evidence h2").textContent;', address=f"#{rutte}")
    quiet(seen)
    assert seen.told == "Mark Rutte"


@pytest.mark.parametrize("address", ["#<img src=x>", "#__proto__", "#n99999", "#constructor"])
def test_browser_unknown_deep_link_changes_nothing(tmp_path: Path, address: str) -> None:
    seen = look(render(*nato_race()), tmp_path, 'return $("#evidence h2").textContent;', address=address)
    quiet(seen)
    assert seen.told == "Where accounts differ"


def test_browser_filters_hold_for_graph_table_and_cards(tmp_path: Path) -> None:
    steps = """
      all('[name="certainty"]').filter((box) => box.value !== "certain").forEach((box) => box.click());
      $('[name="polarity"][value="negative"]').click();
      const dim = all(".chip.dim");
      return {
        rows: all("#claims tbody tr").length, hedged: all("#claims tr.hedged, #claims tr.denied").length,
        dim: dim.every((chip) => !chip.classList.contains("stated")), dimmed: dim.length,
        counter: $("#counter").textContent,
      };"""
    claims, articles = nato_race()
    seen = look(render(claims, articles), tmp_path, steps)
    quiet(seen)
    plain_facts = sum(c.certainty == "certain" and c.polarity == "positive" for c in claims)
    assert (seen.told["rows"], seen.told["hedged"], seen.told["dim"]) == (plain_facts, 0, True)
    assert seen.told["dimmed"] >= 5
    assert seen.told["counter"] == f"{seen.state['nodes']} of 19 names and {seen.state['claims']} of 26 claims drawn"


def test_browser_draws_at_most_300_and_says_of_how_many(tmp_path: Path) -> None:
    steps = """
      const counter = $("#counter").textContent;
      const known = JSON.parse($("#data").textContent).nodes;
      const far = known.find((node) => !node.at && node.kind === "person");
      $("#find").value = far.name; $("#find").dispatchEvent(new Event("input"));
      $("#found li").dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true }));
      const around = $("#counter").textContent;
      const back = !$("#back").hidden;
      $("#back").click();
      const again = $("#counter").textContent;
      return { counter, around, back, again, rows: all("#claims tbody tr").length };"""
    claims, articles = many(20, 6, 5)
    seen = look(render(claims, articles), tmp_path, steps)
    quiet(seen)
    assert seen.told["counter"].startswith(f"300 of {len(compose(claims, articles).nodes)} names")
    assert seen.told["back"]
    assert int(seen.told["around"].split()[0]) < 60
    assert seen.told["again"] == seen.told["counter"]
    assert seen.told["rows"] == 500


def test_browser_empty_and_single_pages_stand(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    empty = look(render([], []), tmp_path)
    quiet(empty)
    assert empty.state["state"] == "empty"
    claims, articles = nato_race()
    one = look(render(claims[:1], articles), tmp_path / "one")
    quiet(one)
    assert (one.state["nodes"], one.state["lines"]) == ("2", "1")


def test_browser_table_sorts_and_a_row_opens_its_evidence(tmp_path: Path) -> None:
    steps = """
      all("th button").at(-1).click(); all("th button").at(-1).click();
      const first = $("#claims tbody tr");
      const sorted = $("th:last-child").getAttribute("aria-sort");
      first.click();
      const shown = $("#evidence .claim").dataset.claim === first.dataset.claim;
      return { sorted, date: first.lastChild.textContent, shown };"""
    seen = look(render(*nato_race()), tmp_path, steps)
    quiet(seen)
    assert seen.told["sorted"] == "descending"
    assert "26 June 2024" in seen.told["date"]
    assert seen.told["shown"]


def test_browser_probe_notices_what_must_not_happen(tmp_path: Path) -> None:
    page = render(*nato_race())
    poisoned = page.replace("<main>", '<main><script>window.__pwn = 1</script><img src="https://x.invalid/a.png">', 1)
    seen = look(poisoned, tmp_path, 'document.createElement("p").innerHTML = "<b>x</b>"; return 1;')
    assert {v.split()[0] for v in seen.violations} >= {
        "script-src-elem",
        "img-src",
        "require-trusted-types-for",
    }
    assert seen.pwned == "undefined"


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("Mark Rutte", False),  # in the first view
        ("Prime Minister of Estonia", True),  # a side office: drawn with its holder
        ("a defence source", False),  # only ever a source: has no lines, so the view stays
    ],
)
def test_browser_search_draws_what_the_first_view_leaves_out(tmp_path: Path, name: str, around: bool) -> None:
    steps = f"""
      $("#find").value = "{name}"; $("#find").dispatchEvent(new Event("input"));
      $("#found li").dispatchEvent(new MouseEvent("mousedown", {{ bubbles: true, cancelable: true }}));
      return {{ back: !$("#back").hidden, title: $("#evidence h2").textContent }};"""
    seen = look(render(*nato_race()), tmp_path, steps)
    quiet(seen)
    assert seen.told == {"back": around, "title": name}
