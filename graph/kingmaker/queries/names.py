"""Who is meant by a name: labels and other names, blind to case and accents."""

import difflib
import re
import unicodedata
from typing import cast

from pyoxigraph import NamedNode

from kingmaker.errors import QueryError
from kingmaker.ids import DATA, from_iri, iri
from kingmaker.rdf.namespaces import ENTITY_PREFIXES
from kingmaker.store import Rows, Store


def folded(name: str) -> str:
    """Return a name as it is compared: without case, accents and needless space."""
    apart = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def entities_called(store: Store, name: str) -> tuple[NamedNode, ...]:
    """Return all entities called `name`, or the one whose id ("person:ben-wallace") or IRI it is.

    Raises QueryError, with the nearest names, if there is none.
    """
    by_name = _names(store)
    identified = _identified(name)
    if identified is not None:
        if any(identified in nodes for nodes in by_name.values()):
            return (identified,)
    elif found := by_name.get(folded(name)):
        return tuple(sorted(found, key=str))
    near = _nearest(folded(name), sorted(by_name))
    hint = f"did you mean {' or '.join(near)}?" if near else "`kingmaker query races` shows who is"
    raise QueryError(f"nobody in the store is called {name!r}; {hint}")


def posts_called(store: Store, name: str) -> frozenset[str]:
    """Return the ids of all posts called `name`; raises QueryError if it is nobody's name, or no post's."""
    named = {from_iri(node.value) for node in entities_called(store, name)}
    posts = frozenset(found for found in named if found.startswith("post:"))
    if not posts:
        raise QueryError(f"{name!r} is no post; `kingmaker query races` shows the posts that are contested")
    return posts


def _nearest(name: str, known: list[str]) -> list[str]:
    """Return up to three names that are spelt alike, or of which `name` is a part."""
    alike = difflib.get_close_matches(name, known, n=3, cutoff=0.6)
    return [*alike, *(other for other in known if name and name in other and other not in alike)][:3]


def _identified(name: str) -> NamedNode | None:
    prefix, _, local = name.partition(":")
    if prefix in ENTITY_PREFIXES and re.fullmatch(r"[\w.~+-]+", local):
        return NamedNode(iri(name))
    if name.startswith(DATA):
        try:
            return NamedNode(name)
        except ValueError:
            return None
    return None


def _names(store: Store) -> dict[str, set[NamedNode]]:
    # One question to the engine: an entity is named in every article that speaks of it.
    found: dict[str, set[NamedNode]] = {}
    named = store.query("SELECT DISTINCT ?entity ?name WHERE { ?entity skos:prefLabel|skos:altLabel ?name }")
    for entity, name in cast(Rows, named):
        if isinstance(entity, NamedNode):
            found.setdefault(folded(getattr(name, "value", "")), set()).add(entity)
    return found
