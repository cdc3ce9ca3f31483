"""The map of a large graph in a real browser: drawn whole, named without overlap, moved about in, pressed."""

import math
from typing import Any

import pytest
from browser import Look, in_browser
from map_pages import HIGH, HOSTILE, WIDE, Large, Map, large

pytestmark = in_browser
MAP = "document.querySelector('canvas')"


@pytest.fixture(scope="module")
def seventy() -> Large:
    return large(70, 40)


def meet(one: dict[str, Any], two: dict[str, Any]) -> bool:
    across = one["left"] < two["right"] and two["left"] < one["right"]
    return across and one["top"] < two["bottom"] and two["top"] < one["bottom"]


def nearest(map_: Map) -> int:
    """The node nearest to the middle of the window."""
    x, y = map_.data["x"], map_.data["y"]
    return min(range(len(x)), key=lambda node: math.dist((x[node], y[node]), map_.middle))


@pytest.mark.parametrize("ratio", [1, 2])
def test_map_draws_every_disc_and_names_the_largest_without_overlap(look: Look, seventy: Large, ratio: int) -> None:
    map_ = Map.of(look, seventy, device_scale_factor=ratio)
    stats = map_.stats
    assert stats["discs"] == stats["communities"] == len(seventy.data["communities"])
    assert 20 <= stats["names"] <= 40
    assert stats["lines"] == 0  # far out there are none
    texts = map_.does("written.length = 0; map.draw(); return written;")
    assert len(texts) > 30
    for number, one in enumerate(texts):
        assert [two["text"] for two in texts[number + 1 :] if meet(one, two)] == []
    assert map_.does(f"return [{MAP}.width, {MAP}.height];") == [ratio * WIDE, ratio * HIGH]


def test_map_shows_lines_and_names_of_dots_when_close(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    far = map_.stats
    map_.does("map.zoom(9); written.length = 0;")
    close = map_.stats
    assert close["scale"] == pytest.approx(9 * far["scale"])
    assert close["lines"] > 0
    assert 0 < close["dots"] < far["dots"]
    texts = [one["text"] for one in map_.does("return written;")]
    assert any(text.startswith("Ana Kovač") for text in texts)


def test_map_shows_hostile_names_as_they_are(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    disc = next(one for one in seventy.data["communities"] if HOSTILE in one["name"])
    map_.does("written.length = 0;")
    map_.pointer_to(disc["x"], disc["y"])
    map_.does("await frames();")
    assert f"Minister for {HOSTILE} · 40 names" in [one["text"] for one in map_.does("return written;")]


def test_map_tells_which_disc_and_which_dot_is_pressed(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    disc, node = seventy.data["communities"][7], nearest(map_)
    map_.pointer_to(disc["x"], disc["y"])
    map_.press()
    map_.seen.page.mouse.move(3, 3)  # beside every disc
    map_.press()
    map_.does("map.zoom(9);")
    map_.pointer_to(seventy.data["x"][node], seventy.data["y"][node])
    map_.press()
    assert map_.does("return pressed;") == [7, f"n{node}"]


def test_map_is_dragged_without_a_press(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    map_.does("window.was = picture();")
    mouse = map_.seen.page.mouse
    mouse.move(500, 350)
    mouse.down()
    mouse.move(560, 380, steps=4)
    mouse.up()
    assert map_.does("await frames(); return picture() !== was;")
    assert map_.does("return pressed;") == []


def test_map_pans_without_painting_anew_until_it_rests(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    told = map_.does(f"""
      const step = (key) => {MAP}.dispatchEvent(new KeyboardEvent("keydown", {{ key }}));
      let began, before, after;
      do {{ // on a busy machine a rest may fall between two frames
        map.draw();
        [began, before] = [performance.now(), map.stats()];
        step("ArrowRight");
        await frames();
        after = map.stats();
      }} while (performance.now() - began > 100);
      await new Promise((done) => setTimeout(done, 500));
      return [after.paints - before.paints, after.blits - before.blits, map.stats().paints - before.paints];
    """)
    assert told == [0, 1, 1]


def test_map_moves_and_zooms_by_keys(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    page, scale = map_.seen.page, map_.stats["scale"]
    map_.does("window.was = picture();")
    page.keyboard.press("Tab")
    assert map_.does("return document.activeElement.tagName;") == "CANVAS"
    for key in ("ArrowRight", "ArrowUp", "+"):
        page.keyboard.press(key)
    assert map_.stats["scale"] == pytest.approx(1.3 * scale)
    page.keyboard.press("-")
    assert map_.does("map.draw(); return picture() !== was;")  # panned still
    page.keyboard.press("Home")
    assert map_.does("map.draw(); return picture() === was;")


def test_map_wheel_turns_the_page_and_zooms_with_ctrl_about_the_pointer(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    scale = map_.stats["scale"]
    told = map_.does(f"""
      const wheel = (ctrlKey) => {MAP}.dispatchEvent(
        new WheelEvent("wheel", {{ deltaY: -100, clientX: 300, clientY: 300, cancelable: true, ctrlKey }}));
      return [wheel(false), (map.draw(), map.stats().scale), wheel(true), (map.draw(), map.stats().scale)];
    """)
    assert told[:3] == [True, scale, False]
    assert told[3] > 1.2 * scale


def test_map_fades_what_is_filtered_out_and_marks_what_is_highlighted(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    pictures = map_.does("""
      const drawn = (change) => { change(); map.draw(); return picture(); };
      const ids = Array.from({ length: 2800 }, (_, number) => `n${number}`);
      return [() => {}, () => map.filter(new Set(ids.slice(0, 40))), () => map.filter(ids), () => map.filter([]),
        () => map.filter(null), () => map.highlight(["n3"]), () => map.highlight([])].map(drawn);
    """)
    whole, some, everything, nothing, again, marked, unmarked = pictures
    assert len({whole, some, nothing, marked}) == 4
    assert everything == again == unmarked == whole


def test_map_shows_what_is_under_the_pointer(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    map_.does("map.zoom(9);")
    node = nearest(map_)
    map_.pointer_to(seventy.data["x"][node], seventy.data["y"][node])
    told = map_.does(
        f"written.length = 0; await frames(); return [{MAP}.style.cursor, written.map((one) => one.text)];"
    )
    assert told[0] == "pointer"
    map_.does("written.length = 0; map.draw();")
    plate = map_.does("return written.at(-1).text;")
    assert plate.startswith(f"{seventy.data['names'][node]} · ")
    assert plate.endswith(("claim", "claims"))


def test_map_shows_one_disc_in_the_middle(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    map_.does("map.show(9); written.length = 0; map.draw();")
    page = map_.seen.page
    page.mouse.click(WIDE / 2 + 0.35 * HIGH, HIGH / 2)  # between its dots and its edge
    page.mouse.click(WIDE / 2 + 0.42 * HIGH, HIGH / 2)  # just outside
    assert map_.does("return pressed;")[0] in (9, *(f"n{node}" for node in seventy.data["communities"][9]["nodes"]))
    assert seventy.data["communities"][9]["name"] in " ".join(one["text"] for one in map_.does("return written;"))


def test_map_follows_the_theme(look: Look, seventy: Large) -> None:
    dark, light, back = Map.of(look, seventy).does("""
      const turned = async (name) => { theme(name); await frames(); return picture(); };
      return [await turned("dark"), await turned("light"), await turned("dark")];
    """)
    assert dark == back != light


def test_map_lies_down_or_stands_as_its_place_does(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    square, upright, hidden = map_.does(f"""
      const sized = (wide, high) => {{
        Object.assign({MAP}.style, {{ width: `${{wide}}px`, height: `${{high}}px` }});
        map.resize();
        return map.stats();
      }};
      return [sized(400, 400), sized(400, 700), sized(0, 0)];
    """)
    assert upright["scale"] > 1.2 * square["scale"]
    assert hidden == upright  # nothing to draw on, and nothing goes wrong
    map_.does("map.zoom(3); map.show(2); map.fit();")
    map_.does(f"Object.assign({MAP}.style, {{ width: '400px', height: '700px' }}); map.resize();")
    disc, (middle_x, middle_y) = seventy.data["communities"][5], map_.middle
    x, y = (disc["y"] - middle_y) * upright["scale"] + 200, (disc["x"] - middle_x) * upright["scale"] + 350
    map_.seen.page.mouse.click(x, y)
    assert map_.does("return pressed;") == [5]


def test_map_says_how_many_names_of_a_disc_are_seen(look: Look, seventy: Large) -> None:
    map_ = Map.of(look, seventy)
    disc = seventy.data["communities"][3]
    seen = [f"n{node}" for node in disc["nodes"][:7]]
    map_.does(f"map.filter({seen}); written.length = 0;")
    map_.pointer_to(disc["x"], disc["y"])
    map_.does("await frames();")
    assert f"{disc['name']} · 7 of {len(disc['nodes'])} names" in [one["text"] for one in map_.does("return written;")]


@pytest.mark.parametrize(("groups", "size"), [(1, 1), (0, 0)])
def test_map_of_one_name_and_of_none(look: Look, groups: int, size: int) -> None:
    map_ = Map.of(look, large(groups, size))
    map_.does("map.zoom(2); map.fit();")
    map_.seen.page.mouse.move(300, 300)
    stats = map_.stats
    assert (stats["nodes"], stats["discs"], stats["names"]) == (groups, groups, 2 * groups)  # the disc's and the dot's
