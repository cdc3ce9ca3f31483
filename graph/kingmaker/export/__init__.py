"""A store handed on: `FORMATS` names the writers, each of a store and to bytes.

Every writer is deterministic: equal stores give equal bytes.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from kingmaker.errors import StoreError
from kingmaker.export.graphml import graphml
from kingmaker.store import Store, files

__all__ = ["FORMATS", "facts", "graphml", "jsonld", "nquads", "ntriples", "trig", "turtle", "write"]


def turtle(store: Store) -> bytes:
    """Return everything as one Turtle file, from which the store can be built again."""
    return store.dump("turtle")


def trig(store: Store) -> bytes:
    """Return everything as TriG, one graph an article: the form to archive."""
    return store.dump("trig")


def ntriples(store: Store) -> bytes:
    """Return what `turtle` returns, one triple a line."""
    return store.dump("ntriples")


def nquads(store: Store) -> bytes:
    """Return what `trig` returns, one quad a line."""
    return store.dump("nquads")


def jsonld(store: Store) -> bytes:
    """Return everything as expanded JSON-LD, one graph an article."""
    return store.dump("jsonld")


def facts(store: Store) -> bytes:
    """Return the claims as a facts file, JSON Lines, in the order of `Store.claims`."""
    from kingmaker.facts.records import to_line

    articles = {article.id: article for article in store.articles()}
    return "".join(to_line(claim, articles[claim.article]) + "\n" for claim in store.claims()).encode()


FORMATS: Mapping[str, Callable[[Store], bytes]] = MappingProxyType({
    "turtle": turtle,
    "trig": trig,
    "ntriples": ntriples,
    "nquads": nquads,
    "jsonld": jsonld,
    "graphml": graphml,
    "facts": facts,
})  # fmt: skip


def write(path: Path, content: bytes) -> None:
    """Write an exported file whole or not at all; raises StoreError if its folder does not take it."""
    try:
        files.write(path, content)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}; choose another place") from error
