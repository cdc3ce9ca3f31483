"""The two views of the claims as a networkx graph, and the options that choose which claims count."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from kingmaker.errors import QueryError
from kingmaker.model import Article, Certainty, Claim, Clock
from kingmaker.network.claimed import claims_view
from kingmaker.network.tie import actors_view
from kingmaker.races.calendar import days
from kingmaker.races.view import EVERYTHING, View, claims_seen
from kingmaker.store import Store

if TYPE_CHECKING:
    import networkx

    Made = Callable[[Iterable[Claim], Iterable[Article]], "networkx.MultiDiGraph[str]"]

VIEWS: "Mapping[str, Made]" = MappingProxyType({"claims": claims_view, "actors": actors_view})

_Choice = TypeVar("_Choice", bound=StrEnum)


def network(
    claims: Store | Iterable[Claim], articles: Iterable[Article] = (), *, view: str = "claims", seen: View = EVERYTHING
) -> "networkx.MultiDiGraph[str]":
    """Return the claims of a store, or claims with their articles, as a directed multigraph.

    In the view "claims" every claim gives its edges (`claims_view` tells what they carry); in "actors" two
    entities share one edge for each relation, weighted by independent articles (`actors_view`). Only what
    `seen` shows is in it. Nodes and edges are in an order of their own, whatever that of the claims.

    >>> network([]).number_of_nodes()
    0
    """
    if view not in VIEWS:
        raise QueryError(f"no view is called {view!r}; choose {' or '.join(VIEWS)}")
    known = list(claims.articles() if isinstance(claims, Store) else articles)
    told = claims.claims() if isinstance(claims, Store) else claims
    return VIEWS[view](dict.fromkeys(claims_seen(told, known, seen)), known)


def network_of(
    store: Store, view: str, as_of: date | str | None, clock: str, min_certainty: str, on_record: bool, anonymous: bool
) -> "networkx.MultiDiGraph[str]":
    """Return the network of a store in a view, its claims chosen in plain words; what `Store.network` calls."""
    return network(store, view=view, seen=seen_as(as_of, clock, min_certainty, on_record, anonymous))


def seen_as(as_of: date | str | None, clock: str, min_certainty: str, on_record: bool, anonymous: bool) -> View:
    """Return the view of the claims that is told in plain words; raises QueryError for what is none."""
    day = as_of
    if isinstance(as_of, str):
        found = days(as_of)
        if found is None:
            raise QueryError(f"{as_of!r} is no day; write it as 2024-02-23, 2024-02 or 2024")
        day = found.last
    assert not isinstance(day, str)
    return View(day, _chosen(Clock, clock), _chosen(Certainty, min_certainty), on_record, anonymous)


def _chosen(kind: type[_Choice], value: str) -> _Choice:
    if value not in list(kind):
        raise QueryError(f"{value!r} is no {kind.__name__.lower()}; choose {', '.join(kind)}")
    return kind(value)
