"""Builds pages that hold nothing but the map of a large graph, and reaches into them."""

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from browser import Look, Seen

from kingmaker.page import assets
from kingmaker.page.model import Node
from kingmaker.page.overview import overview

HOSTILE = "</script><img src=x onerror=window.__pwn=1>"
WIDE, HIGH = 1000, 700
_PARTS = ("dom", "theme", "overviewpaint", "overviewnames", "overviewhands", "overview")
_KINDS = ("person", "organisation", "country", "collective", "anonymous")
_STYLE = f"canvas {{ display: block; width: {WIDE}px; height: {HIGH}px; }}"
# The part of the page that the map asks for, every text written with the box it takes, and all that is pressed.
_AROUND = """
const listeners = [];
function onChange(listener) { listeners.push(listener); }
const written = [];
const fill = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
  const half = this.measureText(text).width / 2;
  const size = parseFloat(this.font.match(/([\\d.]+)px/)[1]);
  written.push({ text, left: x - half, right: x + half, top: y - size * 0.45, bottom: y + size * 0.45 });
  return fill.call(this, text, x, y);
};
const pressed = [];
readColours();
const map = makeOverview(byId("map"), JSON.parse(byId("data").textContent), {
  onCommunity: (number) => pressed.push(number), onNode: (id) => pressed.push(id),
});
map.draw();
Object.assign(window, {
  map, pressed, written,
  picture: () => byId("map").toDataURL(),
  frames: () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  theme: (name) => {
    document.documentElement.dataset.theme = name;
    readColours();
    for (const listener of listeners) listener("theme");
  },
});
document.body.dataset.state = "drawn";
"""


@dataclass(frozen=True, slots=True)
class Large:
    """A page that holds a map, and the data the map is made of."""

    html: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Map:
    """A map that is open in a browser; points are in units of the map, as Python placed them."""

    seen: Seen
    data: dict[str, Any]

    @classmethod
    def of(cls, look: Look, large: Large, **context: Any) -> "Map":
        """Open a page that holds a map."""
        return cls(look(large.html, **context), large.data)

    def does(self, steps: str) -> Any:
        """Run the body of an async function in the page and return what it returns."""
        return self.seen.page.evaluate(f"async () => {{ {steps} }}")

    @property
    def stats(self) -> dict[str, Any]:
        """What the map tells of itself, painted afresh."""
        told: dict[str, Any] = self.does("map.draw(); return map.stats();")
        return told

    @property
    def middle(self) -> tuple[float, float]:
        """The point that lies in the middle of the window as long as nobody moved the map."""
        discs = self.data["communities"]
        left, right = min(d["x"] - d["radius"] for d in discs), max(d["x"] + d["radius"] for d in discs)
        top, bottom = min(d["y"] - d["radius"] for d in discs), max(d["y"] + d["radius"] for d in discs)
        return (left + right) / 2, (top + bottom) / 2

    def pointer_to(self, x: float, y: float) -> None:
        """Put the mouse over a point of a map that was zoomed but not moved."""
        scale, (middle_x, middle_y) = self.stats["scale"], self.middle
        self.seen.page.mouse.move((x - middle_x) * scale + WIDE / 2, (y - middle_y) * scale + HIGH / 2)

    def press(self) -> None:
        """Press where the mouse is."""
        self.seen.page.mouse.down()
        self.seen.page.mouse.up()


def large(groups: int, size: int) -> Large:
    """Groups of a raced post and names round it, each tied to the next by a line; one has a hostile name."""
    nodes, links = [], []
    for group in range(groups):
        first = group * size
        nodes.append(Node(f"n{first}", f"Minister for {HOSTILE if group == 1 else group}", "post", (), True))
        for number in range(first + 1, first + size):
            nodes.append(Node(f"n{number}", f"Ana Kovač {number}", _KINDS[number % len(_KINDS)]))
            links += [(f"n{first}", f"n{number}"), (f"n{number}", f"n{first + number % 3}")]
        links.append((f"n{first}", f"n{first + size if group < groups - 1 else 0}"))
    data = _data(nodes, links, size)
    return Large(_page(json.dumps(data).replace("<", "\\u003c")), data)


def _data(nodes: list[Node], links: list[tuple[str, str]], size: int) -> dict[str, Any]:
    made = overview(nodes, {node.id: size for node in nodes if node.raced}, links)
    return {
        "communities": [
            {"name": one.name, "x": one.x, "y": one.y, "radius": one.radius, "further": one.further,
             "nodes": [int(node[1:]) for node in one.nodes]}
            for one in made.communities
        ],
        "x": [made.places[node.id][0] for node in nodes],
        "y": [made.places[node.id][1] for node in nodes],
        "kinds": [node.kind for node in nodes],
        "names": [node.label for node in nodes],
        "ids": [node.id for node in nodes],
        "weights": [size if node.raced else 1 for node in nodes],
        "raced": [node.raced for node in nodes],
        "links": [int(end[1:]) for pair in links for end in pair],
    }  # fmt: skip


def _page(block: str) -> str:
    app = assets.template_folder() / "app"
    parts = "\n".join((app / f"{name}.js").read_text(encoding="utf-8") for name in _PARTS)
    script, style = f'(function () {{\n"use strict";\n{parts}{_AROUND}}})();', assets.style() + _STYLE
    policy = f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
        f'content="{policy}"><title>A map</title><style>{style}</style></head><body><canvas id="map"></canvas>'
        f'<script type="application/json" id="data">{block}</script><script>{script}</script></body></html>'
    )


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode() + "'"
