"""What graph.html costs a reader's browser, beside the page that pyvis writes of the same graph by itself.

Both are opened in headless chromium without a network. Ours is drawn when it says so, after its first frame;
pyvis's when vis-network has settled and drawn its first frame after that, the fading of the loading bar not
counted. Where pyvis is not done after the wanted number of times our own time, it is not waited for.
"""

import json
import shutil
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from kingmaker.model import Article, Claim
from kingmaker.page import compose
from kingmaker.page.model import Page
from kingmaker.page.render import render_page
from synthetic import World, article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize
    from playwright.sync_api import Page as Tab

WANTED = {100: 9, 500: 40, 2_000: 150}  # how many times sooner than pyvis's we draw first
LARGE = (5_000, 20_000)
FIRST = 3.0  # seconds to the first drawing of the largest
FRAME = 50.0  # ms a frame while it is moved about
FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"]
SCREEN: "ViewportSize" = {"width": 1200, "height": 800}

OURS = """
new MutationObserver((_, watcher) => {
  if (!["drawn", "empty"].includes(document.body?.dataset.state)) return;
  watcher.disconnect();
  window.drawnAfter = performance.now();
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
"""
PYVIS = """
window.settling = [];
addEventListener("DOMContentLoaded", () => {
  network.on("stabilizationProgress", ({ iterations, total }) => {
    settling.push([performance.now(), iterations / total]);
  });
  network.once("stabilizationIterationsDone", () => network.once("afterDrawing", () => {
    window.drawnAfter = performance.now();
  }));
});
"""
FRAMES = """() => {
  window.framesAt = [];
  const next = (at) => { window.framesAt.push(at); requestAnimationFrame(next); };
  requestAnimationFrame(next);
}"""


@dataclass(frozen=True, slots=True)
class Made:
    """A page of ours, and the graph on it."""

    page: Page
    html: str
    seconds: float  # to compose and to render it

    @property
    def size(self) -> tuple[int, int, int]:
        """How many nodes, lines and claims there are."""
        return len(self.page.nodes), len(self.page.lines), len(self.page.claims)


@dataclass(frozen=True, slots=True)
class Cost:
    """How long a reader waits for the first drawing, in seconds; `pyvis` is None where it was not done in time."""

    nodes: int
    ours: float
    pyvis: float | None
    waited: float

    @property
    def ratio(self) -> float:
        """How many times our time pyvis's is, or is at least."""
        return (self.pyvis or self.waited) / self.ours

    @property
    def passes(self) -> bool:
        """Whether ours is drawn as much sooner as is wanted."""
        return self.ratio >= WANTED[self.nodes]


@dataclass(frozen=True, slots=True)
class Pan:
    """The times of a frame in ms while a drawing is dragged."""

    mean: float
    median: float
    worst: float


@dataclass(frozen=True, slots=True)
class Large:
    """Our page of very many nodes: its nodes, lines and claims, and what it costs; times in seconds."""

    size: tuple[int, int, int]
    megabytes: float
    written: float
    first: float
    shown: int
    pan: Pan

    @property
    def passes(self) -> bool:
        """Whether it is drawn and moves as quickly as is wanted."""
        return self.first <= FIRST and self.pan.mean <= FRAME


def news(nodes: int) -> tuple[list[Claim], list[Article]]:
    """Return made-up news that names about so many, with about two claims for each; the same each time."""
    rng, world = Random(nodes), World.of(nodes * 5 // 4)  # noqa: S311 - no secret, and the same each time
    told = [article(rng, world, number) for number in range(nodes * 2 // 5)]
    return [claim for _, claims in told for claim in claims], [made for made, _ in told]


def made(nodes: int) -> Made:
    """Return our page of about so many nodes."""
    claims, articles = news(nodes)
    started = time.perf_counter()
    page = compose(claims, articles)
    html = render_page(page)
    return Made(page, html, time.perf_counter() - started)


def bare(page: Page) -> str:
    """Return the same nodes and lines as pyvis writes them by itself."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for node in page.nodes:
        network.add_node(node.id, label=node.label, title=node.kind)
    told = {claim.id: claim for claim in page.claims}
    for line in page.lines:
        claim, words = line.claims[0]
        network.add_edge(line.start, line.end, label=words, title="\n".join(q.words for q in told[claim].quotes))
    return str(network.generate_html())


@contextmanager
def browser() -> Iterator["Browser"]:
    """Run a chromium that finds no other machine."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise SystemExit("there is no chromium; install it to measure the page")
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=found, args=FLAGS)
        yield launched
        launched.close()


@contextmanager
def tab(browser: "Browser", html: str, file: Path, watch: str) -> Iterator["Tab"]:
    """Open a page in a context of its own, watched by a script that notes in `drawnAfter` when it is drawn."""
    file.write_bytes(html.encode("utf-8"))
    context = browser.new_context(viewport=SCREEN, offline=True)
    context.add_init_script(watch)
    try:
        page = context.new_page()
        page.goto(file.resolve().as_uri(), wait_until="commit")
        yield page
    finally:
        context.close()


def drawn(tab: "Tab", within: float) -> float | None:
    """Return after how many seconds a page was first drawn, or None if it was not within so many."""
    from playwright.sync_api import TimeoutError as Late

    try:
        found = tab.wait_for_function("() => window.drawnAfter", timeout=within * 1000, polling=50)
    except Late:
        return None
    return float(found.json_value()) / 1000


def ours(browser: "Browser", made: Made, folder: Path, runs: int) -> float:
    """Return the best time to the first drawing of our page."""
    times = []
    for _ in range(runs):
        with tab(browser, made.html, folder / "ours.html", OURS) as page:
            times.append(drawn(page, 60))
    if None in times:
        raise SystemExit("our page was not drawn within a minute")
    return min(filter(None, times))


def expected(tab: "Tab", share: float) -> float:
    """Return after how many seconds pyvis's page will be drawn, from the rate at which a share of it settled."""
    tab.wait_for_function(f"() => settling.at(-1)?.[1] >= {share}", timeout=300_000, polling=100)
    (started, first), *_, (now, settled) = tab.evaluate("() => settling")
    return float(now + (now - started) * (1 - settled) / (settled - first)) / 1000


def cost(browser: "Browser", nodes: int, folder: Path, runs: int, share: float | None = None) -> Cost:
    """Measure both pages of about so many nodes; pyvis's is opened once, between two rounds of ours.

    With a `share`, pyvis's is left when so much of it has settled, and the rest is reckoned from that.
    """
    one = made(nodes)
    best = ours(browser, one, folder, runs)
    patience = WANTED[nodes] * best + 1
    with tab(browser, bare(one.page), folder / "pyvis.html", PYVIS) as page:
        theirs = expected(page, share) if share else drawn(page, patience)
    return Cost(nodes, min(best, ours(browser, one, folder, runs)), theirs, patience)


def pan(tab: "Tab", drags: int = 40) -> Pan:
    """Drag the drawing to and fro with the mouse; return the times of a frame."""
    box = tab.locator("#canvas canvas, #overview").locator("visible=true").first.bounding_box()
    if box is None:
        raise SystemExit("our page has no drawing to move")
    x, y = box["x"] + box["width"] - 30, box["y"] + box["height"] - 30
    tab.mouse.move(x, y)
    tab.evaluate(FRAMES)
    tab.mouse.down()
    for drag in range(drags):
        tab.mouse.move(x - 200 + abs(drag % 20 - 10) * 20, y - drag * 4, steps=4)
    tab.mouse.up()
    at: Sequence[float] = tab.evaluate("() => window.framesAt")
    gaps = [later - before for before, later in pairwise(at)]
    return Pan(statistics.fmean(gaps), statistics.median(gaps), max(gaps))


def large(browser: "Browser", nodes: int, folder: Path, runs: int) -> Large:
    """Measure our page of about so many nodes: the first drawing, and what moving it about costs."""
    one = made(nodes)
    first = ours(browser, one, folder, runs)
    with tab(browser, one.html, folder / "ours.html", OURS) as page:
        drawn(page, 60)
        shown = int(str(page.locator("body").get_attribute("data-nodes")))
        return Large(one.size, len(one.html) / 1e6, one.seconds, first, shown, pan(page))


def show_page(runs: int, as_json: bool, folder: Path) -> int:
    """Print what both pages cost; 1 if ours is slower than it may be."""
    with browser() as chromium:
        beside = [cost(chromium, nodes, folder, runs) for nodes in WANTED]
        alone = [large(chromium, nodes, folder, runs) for nodes in LARGE]
    if as_json:
        print(json.dumps({"beside": [asdict(c) | {"ratio": c.ratio} for c in beside], "alone": [*map(asdict, alone)]}))
    else:
        print(table(beside, alone))
    return 0 if all(c.passes for c in beside) and all(one.passes for one in alone) else 1


def table(beside: Sequence[Cost], alone: Sequence[Large]) -> str:
    """Return the figures as two tables: beside pyvis's page, and of the large pages alone."""
    lines = [f"{'first drawing':>13}  {'ours':>7}  {'pyvis alone':>16}  {'ratio':>7}  wanted"]
    for c in beside:
        theirs = f"{c.pyvis:.1f} s" if c.pyvis else f"not in {c.waited:.1f} s"
        ratio = f"{c.ratio:.1f}" if c.pyvis else f">{c.ratio:.0f}"
        mark = "" if c.passes else "  FAILS"
        lines.append(f"{c.nodes:>7,} nodes  {c.ours:5.2f} s  {theirs:>16}  {ratio:>7}  {WANTED[c.nodes]:>6}{mark}")
    lines += ["", " nodes   lines  claims  written in     file  first drawing  shown  a frame while it is dragged"]
    for one in alone:
        nodes, of, claims = one.size
        lines.append(
            f"{nodes:6,}  {of:6,}  {claims:6,}  {one.written:8.1f} s  {one.megabytes:4.1f} MB  {one.first:11.2f} s"
            f"  {one.shown:5}  mean {one.pan.mean:.0f}, median {one.pan.median:.0f}, worst {one.pan.worst:.0f} ms"
            f"{'' if one.passes else '  FAILS'}"
        )
    return "\n".join([*lines, f"limits: {FIRST} s to the first drawing, {FRAME:.0f} ms a frame"])
