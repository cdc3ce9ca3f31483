"""Edges as people write them, with compact names or IRIs, told apart from what can be none."""

import difflib

from pyoxigraph import NamedNode, Triple

from kingmaker.errors import InputError
from kingmaker.ids import DATA, ONTOLOGY, from_iri
from kingmaker.rdf.asserted import EDGE_NAMES
from kingmaker.rdf.namespaces import ASSERTED, ENTITY_PREFIXES, km, node

_EXAMPLE = "person:ben-wallace km:candidateFor post:secretary-general-of-nato"


def edge_of(subject: str, predicate: str, object: str) -> Triple:
    """Return the triple meant; raises InputError, with what to write instead, if it is none of the asserted graph."""
    edge = predicate_of(predicate)
    if edge == km("asserts"):
        if thing_of(subject, "graph") != ASSERTED:
            raise InputError(subject, "asserts nothing", "write graph:asserted km:asserts situation:...")
        return Triple(ASSERTED, edge, thing_of(object, "situation"))
    return Triple(thing_of(subject), edge, thing_of(object))


def predicate_of(word: str) -> NamedNode:
    """Return the predicate of an edge by its name, with or without `km:`, or its IRI."""
    name = _bare(word).removeprefix(ONTOLOGY).removeprefix("km:")
    if name in EDGE_NAMES or name == "asserts":
        return km(name)
    near = difflib.get_close_matches(name, EDGE_NAMES, n=2, cutoff=0.6)
    hint = f"did you mean {' or '.join(f'km:{n}' for n in near)}?" if near else f"choose of {', '.join(EDGE_NAMES)}"
    raise InputError(word, "no edge of the asserted graph", hint)


def thing_of(word: str, *prefixes: str) -> NamedNode:
    """Return the node of an id or IRI: an entity, unless other `prefixes` are wanted."""
    bare = _bare(word)
    try:
        identifier = from_iri(bare) if bare.startswith(DATA) else bare
        return node(identifier, *(prefixes or sorted(ENTITY_PREFIXES)))
    except (ValueError, InputError):
        raise InputError(word, "neither a compact name nor an IRI of ours", f"write it as in {_EXAMPLE}") from None


def _bare(word: str) -> str:
    return word[1:-1] if word.startswith("<") and word.endswith(">") else word
