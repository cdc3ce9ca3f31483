"""The audit: whether every claim has its words, every triple its claim, and every name its description.

Nothing is trusted that can be worked out again: quotes are looked up in the texts, identifiers made
anew from their content, each article's graph and the derived edges written anew from the claims. It
takes one pass over the store, an article's graph at a time.
"""

from kingmaker.audit import accounts, claims, derived, names, values, words
from kingmaker.audit.graphs import graphs, outside
from kingmaker.audit.report import Problem, Report
from kingmaker.store import Store

__all__ = ["Problem", "Report", "verify"]


def verify(store: Store, *, strict: bool = False) -> Report:
    """Re-read the texts and check the whole store; the report is true where nothing is wrong.

    Quotes of an article whose text never came with it (a store loaded from Turtle, a facts file) cannot
    be checked; they are counted, and with `strict` they are problems too.

    >>> from kingmaker.store import open_store
    >>> bool(verify(open_store()))
    True
    """
    found: list[Problem] = list(outside(store))
    told, seen = derived.Told(), words.Seen()
    for graph in graphs(store):
        wrong = claims.changed(graph)
        changed = claims.changed_claims(graph, wrong)
        for name, claim in graph.claims.items():
            (told.changed if name in changed else told.claims).append(claim)
        told.unreadable += len(graph.damaged)
        told.articles += [graph.kept.article] if graph.kept else []
        own = [*names.problems(graph), *values.problems(graph), *claims.problems(graph, wrong)]
        own += words.problems(graph, store.texts, seen, strict=strict)
        found += [*own, *accounts.problems(graph, own)]
    found += [*derived.problems(store, told, sound=not found), *words.strays(store.texts, seen)]
    counts = len(told.articles), len(told.claims) + len(told.changed) + told.unreadable
    return Report(tuple(sorted(set(found))), *counts, seen.quotes, seen.unchecked)
