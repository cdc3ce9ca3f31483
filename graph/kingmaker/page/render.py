"""Page -> HTML, through pyvis: its Network carries nodes and lines and renders our own template."""

import base64
import gzip
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kingmaker.model import Article, Claim
from kingmaker.page import assets
from kingmaker.page.compose import compose
from kingmaker.page.layout import label_rows
from kingmaker.page.model import Node, Page
from kingmaker.page.written import written

if TYPE_CHECKING:
    from markupsafe import Markup

PACKED_ABOVE = 1_000_000  # characters of JSON; below, a reader of the source may still read it


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
        {"id": n.id, "from": n.start, "to": n.end, "relation": n.relation, "claims": n.claims}
        | ({"side": True} if n.side else {})
        for n in page.lines
    ]
    shipped = network.template_dir
    network.set_template_dir(str(assets.template_folder()), "graph.html.j2")
    own = [FileSystemLoader(str(assets.template_folder())), FileSystemLoader(shipped)]
    network.templateEnv = Environment(loader=ChoiceLoader(own), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    network.templateEnv.filters["embedded"] = embedded
    network.templateEnv.globals.update(
        page=page,
        told=page.as_json(),
        policy=assets.policy(),
        vis=Markup(assets.vis()),  # noqa: S704  constant, its hash is checked
        script=Markup(assets.script()),  # noqa: S704  constant, ours
        style=Markup(assets.style()),  # noqa: S704  constant, ours
        **written(page),
    )
    return str(network.generate_html("graph.html"))


class Data(NamedTuple):
    """The text of the data block and how it is packed, `gzip` (in base64) or `none`."""

    packed: str
    text: "Markup"


def embedded(nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]], told: Mapping[str, Any]) -> Data:
    """Return the data block's text: JSON that cannot leave its element, or the same in gzip where that pays."""
    from markupsafe import Markup

    content = json.dumps({"nodes": nodes, "lines": edges, "told": told}, ensure_ascii=False, separators=(",", ":"))
    if len(content) > PACKED_ABOVE:
        packed = gzip.compress(content.encode("utf-8"), compresslevel=9, mtime=0)
        return Data("gzip", Markup(base64.b64encode(packed).decode("ascii")))  # noqa: S704  letters and digits
    for letter in "<>&'":
        content = content.replace(letter, f"\\u{ord(letter):04x}")
    return Data("none", Markup(content))  # noqa: S704  nothing in it can end the element or begin another


def _node(node: Node) -> dict[str, Any]:
    made: dict[str, Any] = {"id": node.id, "key": node.key, "name": node.label, "kind": node.kind}
    rows = "\n".join(label_rows(node.label))
    made |= {"label": rows} if rows != node.label else {}
    made |= {"names": node.names} if node.names else {}
    made |= {"raced": True} if node.raced else {}
    return made | ({"at": node.place, "tall": node.tall} if node.place else {})


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
