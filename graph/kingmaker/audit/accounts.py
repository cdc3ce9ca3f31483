"""The net below the other checks: each article's graph, written anew from its claims."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kingmaker import rdf
from kingmaker.audit.graphs import CLAIM, Graph, Node, Term, shown
from kingmaker.audit.report import Problem
from kingmaker.errors import InputError
from kingmaker.rdf.namespaces import km


def problems(graph: Graph, told: Iterable[Problem]) -> Iterator[Problem]:
    """Tell of triples that no claim accounts for, and of those that are missing.

    What hangs together with a problem that was told already is passed over: it would be told twice.
    """
    if graph.kept is None:
        return
    try:
        found = rdf.compared(graph.quads, graph.kept, graph.claims.values())
    except InputError as error:
        yield graph.problem(graph.name, f"cannot be written anew: {error.where} is {error.problem}")
        return
    passed = _touched(graph, {problem.node for problem in told})
    # What is missing as a whole bears the name of something that was changed, which is told elsewhere.
    spare = _by_property(found.strangers)
    lacking = _by_property(quad for quad in found.lacking if quad.subject in graph.said)
    for subject, predicate in sorted(spare.keys() | lacking.keys(), key=str):
        if subject not in passed:
            what = _what(predicate, spare.get((subject, predicate)), lacking.get((subject, predicate)))
            yield graph.problem(subject, what)


def _by_property(quads: Iterable[ox.Quad]) -> dict[tuple[Node, ox.NamedNode], list[str]]:
    found: dict[tuple[Node, ox.NamedNode], list[str]] = defaultdict(list)
    for quad in quads:
        value: Term | ox.Triple = quad.object
        text = str(value) if isinstance(value, ox.Triple) else shown(value)
        found[quad.subject, quad.predicate].append(text)  # type: ignore[index]
    return found


def _what(predicate: ox.NamedNode, spare: list[str] | None, lacking: list[str] | None) -> str:
    name, there, wanted = shown(predicate), *(" and ".join(sorted(v or [])[:3]) for v in (spare, lacking))
    if not spare:
        return f"lacks {name} {wanted}, which follows from its claims"
    return f"{name} is {there}, " + (f"but should be {wanted}" if lacking else "which no claim accounts for")


def _touched(graph: Graph, names: set[str]) -> set[Node]:
    """Return the nodes that have a problem already, with all that hangs on them."""
    touched = {subject for subject in graph.said if shown(subject) in names}
    claims = {claim for claim in graph.of_type(CLAIM) if _parts(graph, claim) & touched or claim in touched}
    return touched | graph.reached(claims)


def _parts(graph: Graph, claim: Node) -> set[Term]:
    said = graph.said[claim]
    return {part for name in ("situation", "evidence", "attribution") for part in said.get(km(name), ())}
