"""Questions to a store: shipped ones by name, and anybody's SPARQL, guarded.

A question is checked by its tokens (guard.py), then answered by a process of its own (worker.py) that
can be stopped, from a store that it cannot write to.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kingmaker.errors import QueryError
from kingmaker.queries.canned import Canned, Parameter, canned
from kingmaker.queries.forms import term_json, term_of
from kingmaker.queries.guard import checked
from kingmaker.queries.names import entities_called, posts_called
from kingmaker.queries.values import Meant, meant
from kingmaker.rdf import PREFIXES
from kingmaker.store import Rows, Store, Triples
from kingmaker.store.answers import Answer

__all__ = ["MOST", "TIMEOUT", "Canned", "Parameter", "ask", "ask_canned", "canned", "entities_called", "posts_called"]

TIMEOUT = 60.0  # seconds
MOST = 100_000  # rows or triples of one answer


def ask(store: Store, question: str, *, timeout: float = TIMEOUT, limit: int | None = None) -> Answer:
    """Answer a SPARQL question from outside: read only, within `timeout` seconds, `limit` rows at most.

    The project's prefixes are declared and the default graph is the union of all. Raises QueryError for
    a question that is not valid, not allowed, too slow or too large.
    """
    return _answered(store, checked(question), Meant(), timeout, limit)


def ask_canned(
    store: Store, name: str, values: Mapping[str, str], *, timeout: float = TIMEOUT, limit: int | None = None
) -> Answer:
    """Answer the shipped question `name`, narrowed by `values`, as with `ask`.

    A value of a parameter of kind "entity" is a name ("ben wallace", blind to case and accents), an id
    ("person:ben-wallace") or an IRI; a "day" is YYYY-MM-DD, or YYYY-MM and YYYY for their last day; a
    "certainty" is the least that counts. Raises QueryError too for a parameter that is unknown or wanting,
    and for a value that means nothing.
    """
    question = canned().get(name)
    if question is None:
        raise QueryError(f"no question is called {name!r}; `kingmaker query --list` shows them")
    answer = _answered(store, question.sparql, meant(store, question, values), timeout, limit)
    unshown = {parameter.name for parameter in question.parameters if parameter.kind != "entity"}
    return _without(answer, unshown) if isinstance(answer, Rows) else answer


def _without(rows: Rows, columns: Collection[str]) -> Rows:
    """Leave out columns: a day or a certainty that was asked for stands the same in every row."""
    kept = [place for place, name in enumerate(rows.columns) if name not in columns]
    return Rows(tuple(rows.columns[p] for p in kept), tuple(tuple(row[p] for p in kept) for row in rows))


def task_of(question: str, narrowed: Meant, limit: int | None = None) -> dict[str, Any]:
    """Return what the worker is told of a question; where the store lies is told beside it."""
    return {
        "question": question,
        "prefixes": PREFIXES,
        "bindings": [{k: term_json(v) for k, v in values.items()} for values in narrowed.bindings],
        "sieve": {k: [node.value for node in nodes] for k, nodes in (narrowed.sieve or {}).items()},
        "most": MOST if limit is None else min(limit, MOST),
    }


def _answered(store: Store, question: str, narrowed: Meant, timeout: float, limit: int | None) -> Answer:
    task = task_of(question, narrowed, limit)
    with _snapshot(store) as place:
        answer = _worked(task | place, timeout)
    if answer.get("error"):
        raise QueryError(f"the question failed: {answer['error']}")
    if answer.get("more") and limit is None:
        raise QueryError(f"the answer has more than {MOST:,} rows; narrow the question, or give a --limit")
    if "holds" in answer:
        return bool(answer["holds"])
    if "triples" in answer:
        quads = ox.parse(answer["triples"].encode(), format=ox.RdfFormat.N_TRIPLES)
        return Triples(tuple(sorted({quad.triple for quad in quads}, key=str)))
    return Rows(tuple(answer["columns"]), tuple(tuple(map(term_of, row)) for row in answer["rows"]))


def _worked(task: Mapping[str, object], timeout: float) -> dict[str, Any]:
    command = [sys.executable, "-m", "kingmaker.queries.worker"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, by our own interpreter
            command, input=json.dumps(task).encode(), capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        raise QueryError(f"no answer within {timeout:g} seconds; narrow the question or raise --timeout") from None
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise QueryError("the question took more memory or depth than allowed; make it simpler") from None
    return answer


@contextmanager
def _snapshot(store: Store) -> Iterator[dict[str, str | None]]:
    """Give a place to read from that nobody writes to meanwhile."""
    if store.folder and store.read_only:
        yield {"folder": str(store.folder / "quads"), "file": None}
        return
    with tempfile.TemporaryDirectory(prefix="kingmaker-") as made:
        if store.folder:
            place = Path(made) / "quads"
            store.quads.backup(str(place))
            yield {"folder": str(place), "file": None}
        else:
            file = Path(made) / "quads.nq"
            store.quads.dump(str(file), format=ox.RdfFormat.N_QUADS)
            yield {"folder": None, "file": str(file)}
