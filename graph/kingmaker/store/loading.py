"""Turtle and TriG files that a store wrote, read back."""

from collections import defaultdict
from collections.abc import Mapping, Set
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from kingmaker import rdf
from kingmaker.errors import InputError, KingmakerError
from kingmaker.ids import from_iri
from kingmaker.rdf.namespaces import DERIVED, node
from kingmaker.rdf.parsing import BY_SUFFIX, parsed

_REMEDY = "give a file that `kingmaker export` or `kingmaker build` wrote"


def graphs_of(path: Path) -> Mapping[str, set[ox.Quad]]:
    """Return the quads of each article in a file, by article id.

    Raises InputError for a file that cannot be parsed, or says what no store writes: such triples
    would be lost without a word.
    """
    found = _parsed(path)
    default = ox.DefaultGraph()
    is_flat = all(quad.graph_name == default for quad in found)
    quads = set(rdf.unflat(quad.triple for quad in found)) if is_flat else found
    graphs: dict[str, set[ox.Quad]] = defaultdict(set)
    for quad in quads:
        if quad.graph_name not in DERIVED:
            graphs[_article(path, quad)].add(quad)
    for name, graph in graphs.items():
        _check(path, name, graph)
    if is_flat:
        _check_flat(path, found, graphs)
    return graphs


def _parsed(path: Path) -> set[ox.Quad]:
    form = BY_SUFFIX.get(path.suffix.lower())
    if form is None:
        raise InputError(str(path), "not a graph file by its name", f"name it {' or '.join(BY_SUFFIX)}")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read", "check the path") from error
    return parsed(content, str(path), form, _REMEDY)


def _article(path: Path, quad: ox.Quad) -> str:
    graph = quad.graph_name
    try:
        name = from_iri(cast(ox.NamedNode, graph).value)
        node(name, "article")
    except (ValueError, AttributeError, KingmakerError) as error:
        raise InputError(str(path), f"{_short(quad)} is in no article's graph", _REMEDY) from error
    return name


def _check(path: Path, name: str, graph: set[ox.Quad]) -> None:
    """Refuse what would not come out again as it went in."""
    try:
        kept = rdf.article_of(graph)
        if kept is None or kept.article.id != name:
            raise InputError(str(path), f"{name} is not described", _REMEDY)
        strangers = rdf.compared(graph, kept, rdf.claims_of(graph)).strangers
    except InputError:
        raise
    except KingmakerError as error:
        raise InputError(str(path), str(error), _REMEDY) from error
    _refuse(path, strangers)


def _check_flat(path: Path, found: set[ox.Quad], graphs: Mapping[str, set[ox.Quad]]) -> None:
    claims = [c for graph in graphs.values() for c in rdf.claims_of(graph)]
    try:
        threshold = rdf.threshold_of(found)
    except KingmakerError as error:
        raise InputError(str(path), str(error), _REMEDY) from error
    articles = [kept.article for graph in graphs.values() if (kept := rdf.article_of(graph))]
    derived = {quad.triple for quad in rdf.derived(claims, articles, threshold)}
    known = derived | set(rdf.flat(quad for graph in graphs.values() for quad in graph))
    _refuse(path, {quad for quad in found if quad.triple not in known})


def _refuse(path: Path, strangers: Set[ox.Quad]) -> None:
    if strangers:
        shown = min(map(_short, strangers))
        more = f" and {len(strangers) - 1} more" if len(strangers) > 1 else ""
        raise InputError(str(path), f"holds what no store writes: {shown}{more}", _REMEDY)


def _short(quad: ox.Quad) -> str:
    return str(quad.triple)[:200]
