"""Quads and triples as bytes: sorted, with the same prefixes in the same order every time."""

import json
import re
from collections.abc import Iterable
from typing import cast

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from kingmaker.rdf.flat import flat
from kingmaker.rdf.namespaces import PREFIXES, TYPE

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
_WITHOUT_GRAPHS = {"turtle", "ntriples"}


def written(quads: Iterable[Quad], name: str) -> bytes:
    """Return `quads` in the format of this name, canonically: the same set gives the same bytes.

    Formats without graphs ("turtle", "ntriples") get the flat form, from which the graphs can be had
    back. Raises KeyError for a name that is not in FORMATS.
    """
    if name in _WITHOUT_GRAPHS:
        return written_triples(flat(quads), name)
    return _bytes(sorted(quads, key=_quad_order), FORMATS[name])


def written_triples(triples: Iterable[Triple], name: str = "turtle") -> bytes:
    """Return the answer of a CONSTRUCT, or any triples, sorted, in a format of this name."""
    return _bytes(sorted(set(triples), key=_order), FORMATS[name])


def _bytes(statements: list[Quad] | list[Triple], form: RdfFormat) -> bytes:
    if form in (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS):
        return serialize(statements, format=form) or b""
    if form == RdfFormat.JSON_LD:
        expanded = json.loads(serialize(statements, format=form) or b"[]")
        return json.dumps(expanded, ensure_ascii=False, indent=1).encode() + b"\n"
    body = serialize(statements, format=form, prefixes=_used(statements)) or b""
    # The engine writes the prefixes in the order of a hash that differs from run to run.
    lines = body.split(b"\n")
    size = next((n for n, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    # An empty line before each subject; line ends within literals are escaped, so none is split.
    spaced = re.sub(rb"\n(?=[^\t\n}])", b"\n\n", b"\n".join(lines[size:]))
    return b"\n".join([*sorted(lines[:size]), *([b""] if size else []), spaced])


def _used(statements: list[Quad] | list[Triple]) -> dict[str, str]:
    texts = {
        part.value
        for s in statements
        for part in (s.subject, s.predicate, s.object, getattr(s, "graph_name", None))
        if isinstance(part, NamedNode)
    }
    datatypes = {s.object.datatype.value for s in statements if hasattr(s.object, "datatype")}
    spaces = {text[: max(text.rfind("/"), text.rfind("#")) + 1] for text in texts | datatypes}
    return {name: space for name, space in PREFIXES.items() if space in spaces}


def _order(statement: Quad | Triple) -> tuple[str, bool, str, str]:
    predicate = statement.predicate
    return str(statement.subject), predicate != TYPE, predicate.value, str(statement.object)


def _quad_order(quad: Quad) -> tuple[object, ...]:
    return str(cast(NamedNode, quad.graph_name)), *_order(quad)
