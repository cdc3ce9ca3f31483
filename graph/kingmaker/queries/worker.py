"""Answers one question in a process of its own, so that a bad one can be stopped or die alone.

Reads a JSON task from stdin (see `ask`), writes a JSON answer to stdout. It opens a store that
nobody writes to, under a limit on memory; the parent keeps the time.
"""

import ctypes
import json
import resource
import sys
from typing import Any

import pyoxigraph as ox

from kingmaker.queries.forms import term_json, term_of

MEMORY = 3 << 30  # bytes of address space; the store's files are mapped within it


def main() -> None:
    """Answer the task on stdin."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _go_offline()
    task = json.load(sys.stdin)
    try:
        answer = answered(_store(task), task)
    except SyntaxError as error:
        answer = {"error": f"not valid SPARQL: {_short(error)}"}
    except MemoryError:
        answer = {"error": "it takes too much memory; ask for less"}
    except (ValueError, OSError, RuntimeError) as error:
        answer = {"error": f"it cannot be answered: {_short(error)}"}
    json.dump(answer, sys.stdout)


def _go_offline() -> None:
    """Leave the network behind, where the system lets a process do so: a second wall after guard.py."""
    if sys.platform == "linux":
        new_user, new_network = 0x10000000, 0x40000000
        ctypes.CDLL(None).unshare(new_user | new_network)


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:300]


def answered(store: ox.Store, task: dict[str, Any]) -> dict[str, Any]:
    """Answer the question of a task from a store."""
    columns: list[str] = []
    kept: list[list[dict[str, str] | None]] = []
    more = False
    for values in task["bindings"]:
        found = store.query(
            task["question"],
            prefixes=task["prefixes"],
            use_default_graph_as_union=True,
            substitutions={ox.Variable(k): term for k, v in values.items() if (term := term_of(v))} or None,
        )
        if isinstance(found, ox.QueryBoolean):
            return {"holds": bool(found)}
        if isinstance(found, ox.QueryTriples):
            return _triples(found, task["most"])
        columns = [variable.value for variable in found.variables]
        sieve = [(columns.index(name), set(allowed)) for name, allowed in task["sieve"].items()]
        for solution in found:
            row = list(solution)
            if all(getattr(row[place], "value", None) in allowed for place, allowed in sieve):
                if len(kept) >= task["most"]:
                    more = True
                    break
                kept.append([term_json(value) for value in row])
    return {"columns": columns, "rows": kept, "more": more}


def _triples(found: ox.QueryTriples, most: int) -> dict[str, Any]:
    kept: list[ox.Triple] = []
    more = False
    for triple in found:
        if len(kept) >= most:
            more = True
            break
        kept.append(triple)
    body = ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES) or b""
    return {"triples": body.decode(), "more": more}


def _store(task: dict[str, Any]) -> ox.Store:
    if task["folder"]:
        return ox.Store.read_only(task["folder"])
    store = ox.Store()
    store.bulk_load(path=task["file"], format=ox.RdfFormat.N_QUADS)
    return store


if __name__ == "__main__":
    main()
