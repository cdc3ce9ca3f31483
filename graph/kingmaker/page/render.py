"""Page -> HTML, through pyvis: its Network carries nodes and lines and renders our own template."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kingmaker.model import Article, Claim
from kingmaker.page import assets, words
from kingmaker.page.compose import compose
from kingmaker.page.layout import label_rows
from kingmaker.page.model import NODES, RELATIONS, SOURCES, Node, Page

TABLE_LIMIT = 500  # rows written as HTML; a page with more adds the rest by script
RACE_LIMIT = 25  # race cards written as HTML; further posts are found by search
_OPEN_RACES = 3


def render(claims: Sequence[Claim], articles: Sequence[Article], *, heading: str | None = None) -> str:
    """Return the page of `claims` as one HTML file that needs nothing else and asks nobody for anything.

    The same claims and articles give the same text in whatever order they come. `heading` replaces the
    headline made from the races. Raises KingmakerError if vis-network is not the one pyvis 0.3.2 ships.
    """
    return render_page(compose(claims, articles, heading))


def write(path: Path | str, claims: Sequence[Claim], articles: Sequence[Article], heading: str | None = None) -> None:
    """Write the page to `path` as UTF-8; the file is replaced whole or left as it was."""
    target = Path(path)
    content = render(claims, articles, heading=heading).encode("utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def render_page(page: Page) -> str:
    """Return the HTML of a composed page."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader
    from markupsafe import Markup
    from pyvis.network import Network

    network = Network(directed=True)  # an undirected one keeps only one line of a pair
    # Appended rather than added: add_node and add_edge search all that is there on every call.
    network.node_ids = [node.id for node in page.nodes]
    network.nodes = [_node(node) for node in page.nodes]
    network.edges = [
        {"id": n.id, "from": n.start, "to": n.end, "relation": n.relation, "claims": n.claims, "side": n.side}
        for n in page.lines
    ]
    shipped = network.template_dir
    network.set_template_dir(str(assets.template_folder()), "graph.html.j2")
    own = [FileSystemLoader(str(assets.template_folder())), FileSystemLoader(shipped)]
    network.templateEnv = Environment(loader=ChoiceLoader(own), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    network.templateEnv.globals.update(
        page=page,
        told=page.as_json(),
        policy=assets.policy(),
        vis=Markup(assets.vis()),  # noqa: S704  constant, its hash is checked
        script=Markup(assets.script()),  # noqa: S704  constant, ours
        style=Markup(assets.style()),  # noqa: S704  constant, ours
        **_legend(page),
    )
    return str(network.generate_html("graph.html"))


def _node(node: Node) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": node.id, "name": node.label, "label": "\n".join(label_rows(node.label)), "kind": node.kind,
        "names": node.names, "raced": node.raced,
    }  # fmt: skip
    return made | ({"at": node.place, "tall": node.tall} if node.place else {})


def _legend(page: Page) -> dict[str, Any]:
    """What the template counts: how many claims each filter stands for, and what it leaves out."""
    claims = page.claims
    return {
        "relations": [(k, w, sum(c.relation == k for c in claims)) for k, w in RELATIONS.items()],
        "certainties": [
            (k.value, w, words.CERTAINTY_NOTE[k], sum(c.certainty == k for c in claims))
            for k, w in words.CERTAINTY_WORDS.items()
        ],
        "polarities": [
            ("positive", "So", sum(c.polarity == "positive" for c in claims)),
            ("negative", "Denied", sum(c.polarity == "negative" for c in claims)),
        ],
        "sources": [(k, w, sum(c.source == k for c in claims)) for k, w in SOURCES.items()],
        "kinds": [(k, w) for k, w in NODES.items() if any(n.kind == k for n in page.nodes if n.place)],
        "sides": sum(line.side for line in page.lines),
        "names": {node.id: node.label for node in page.nodes},
        "rows": claims[:TABLE_LIMIT],
        "races": page.races[:RACE_LIMIT],
        "more_races": max(0, len(page.races) - RACE_LIMIT),
        "open_races": _OPEN_RACES if len(page.races) <= _OPEN_RACES else 1,
        "certainty_words": {k.value: w for k, w in words.CERTAINTY_WORDS.items()},
    }


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
