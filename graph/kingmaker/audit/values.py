"""Whether every value can be read, and is the only one where there may be but one."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from kingmaker.audit.dates import is_edtf
from kingmaker.audit.graphs import Graph, Node, Term, quoted, shown
from kingmaker.audit.report import Problem
from kingmaker.ids import DATA, ONTOLOGY, PREFIX_OF_KIND
from kingmaker.model import SHAPES
from kingmaker.rdf.literals import day
from kingmaker.rdf.namespaces import ALT, EDTF, TYPE, XSD, km, term
from kingmaker.rdf.quads import CLASS_OF_KIND

_DETAILS = {name for shape in SHAPES.values() for name in shape.details}
MANY = frozenset({
    TYPE, ALT, *map(km, ("path", "via", "attribution", "evidence", "ofBody")), *map(km, sorted(_DETAILS)),
})  # fmt: skip


def _is_day(literal: ox.Literal) -> bool:
    return day(literal.value).datatype == literal.datatype


def _is_number(literal: ox.Literal) -> bool:
    return re.fullmatch(r"[-+]?[0-9]+", literal.value) is not None


# What each datatype in use is called, and whether a literal of it can be read.
_READABLE: Mapping[ox.NamedNode, tuple[str, Callable[[ox.Literal], bool]]] = MappingProxyType({
    term(EDTF, "EDTF"): ("an EDTF date", lambda literal: is_edtf(literal.value)),
    term(XSD, "date"): ("a day", _is_day),
    term(XSD, "gYearMonth"): ("a month", _is_day),
    term(XSD, "gYear"): ("a year", _is_day),
    term(XSD, "integer"): ("a whole number", _is_number),
})  # fmt: skip

_ENTITY_CLASSES = {PREFIX_OF_KIND[kind]: node for kind, node in CLASS_OF_KIND.items()}


def problems(graph: Graph) -> Iterator[Problem]:
    """Check the values that an article's graph tells."""
    for subject, said in graph.said.items():
        yield from (graph.problem(subject, what) for what in _kinds(subject, said.get(TYPE, ())))
        for predicate, values in said.items():
            if len(values) > 1 and predicate not in MANY:
                told = " and ".join(map(shown, values[:3]))
                yield graph.problem(subject, f"has {len(values)} values of {shown(predicate)}, not one: {told}")
            yield from (graph.problem(subject, what) for value in values for what in _unreadable(predicate, value))


def _unreadable(predicate: ox.NamedNode, value: Term) -> Iterator[str]:
    if isinstance(value, ox.Literal) and value.datatype in _READABLE:
        name, reads = _READABLE[value.datatype]
        if not reads(value):
            yield f"{shown(predicate)} is {quoted(value.value)}, which cannot be read as {name}"


def _kinds(subject: Node, types: tuple[Term, ...]) -> Iterator[str]:
    """Say where a node is of several of our kinds, or an entity of another than its name says."""
    ours = [t for t in types if isinstance(t, ox.NamedNode) and t.value.startswith(ONTOLOGY)]
    if len(ours) > 1:
        yield f"is of several kinds: {' and '.join(map(shown, ours))}"
    elif ours and isinstance(subject, ox.NamedNode):
        wanted = _ENTITY_CLASSES.get(subject.value.removeprefix(DATA).partition("/")[0])
        if wanted is not None and ours != [wanted]:
            yield f"is called {shown(ours[0])}, but by its name it is {shown(wanted)}"
