"""Bytes of Turtle and its kin as quads; what comes from outside is refused in one line that says why."""

from collections.abc import Mapping
from types import MappingProxyType

from pyoxigraph import Quad, RdfFormat, Triple, parse

from kingmaker.errors import InputError

# RDF/XML is not among them: its entities can be made to fill the memory.
BY_SUFFIX: Mapping[str, RdfFormat] = MappingProxyType({
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
})  # fmt: skip


def parsed(content: bytes, where: str, form: RdfFormat, remedy: str) -> set[Quad]:
    """Return the quads of a file; raises InputError, which names the place, if it is no such file."""
    try:
        found = set(parse(content, format=form))
    except (SyntaxError, ValueError) as error:
        raise InputError(where, f"cannot be parsed ({error})", remedy) from error
    if any(isinstance(quad.object, Triple) for quad in found):
        raise InputError(where, "holds statements about statements, which are not RDF 1.1", remedy)
    return found
