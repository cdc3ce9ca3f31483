"""`kingmaker validate`: the store, or a file that anybody made, against the ontology's shapes."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kingmaker.cli.query import STORE, StorePath

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kingmaker.rdf.shapes import Violation

_FILE = "Check this file, whoever made it, and not the store: Turtle, TriG, N-Triples, N-Quads; - is stdin."
_CORRECT = "correct it; ontology/examples/valid shows how it is done"
File = Annotated[str | None, typer.Argument(metavar="FILE", help=_FILE, show_default=False)]


def validate(file: File = None, store: StorePath = STORE) -> None:
    """Check a store, or a file in Turtle or TriG, against the SHACL shapes; exit 0 if it conforms, 1 if not.

    Example: kingmaker validate theirs.ttl
    """
    from kingmaker.rdf import united
    from kingmaker.rdf.shapes import violations

    if file is not None and store != STORE:
        raise typer.BadParameter("give a file or --store, not both")
    quads = _of_store(store) if file is None else _of_file(file)
    found = violations(united(quads))
    for violation in found:
        typer.echo(_line(violation).encode())
    where = str(store) if file is None else "stdin" if file == "-" else file
    if found:
        remedy = "build the store again from sound articles and facts" if file is None else _CORRECT
        typer.echo(f"{len(found)} found in {where}; {remedy}", err=True)
        raise typer.Exit(1)
    typer.echo(f"{where} conforms to the shapes of the ontology; {_counted(quads)}", err=True)


def _of_store(path: Path) -> "list[ox.Quad]":
    from kingmaker.cli.checks import opened

    with opened(path) as store:
        return list(store.quads)


def _of_file(name: str) -> "Iterable[ox.Quad]":
    """Return the quads of a file; one that is not there, or of no such format, is wrong usage."""
    from pyoxigraph import RdfFormat

    from kingmaker.rdf.parsing import BY_SUFFIX, parsed

    remedy = "correct it"
    if name == "-":
        return parsed(sys.stdin.buffer.read(), "stdin", RdfFormat.TRIG, remedy)  # which Turtle is, too
    path = Path(name)
    form = BY_SUFFIX.get(path.suffix.lower())
    if form is None:
        raise typer.BadParameter(f"{name} is not a graph file by its name; name it {', '.join(BY_SUFFIX)}")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{name}: {error.strerror}; check the path") from None
    return parsed(content, name, form, remedy)


def _line(violation: "Violation") -> str:
    from kingmaker.cli.inputs import one_line
    from kingmaker.rdf import prefixed

    node = prefixed(violation.node) if violation.node else "a blank node"
    at = prefixed(violation.path) if violation.path else ""
    value = f" is {prefixed(violation.value)[:80]}" if at and violation.value else ""
    return one_line(f"{node}: {violation.message}" + (f" ({at}{value})" if at else ""))


def _counted(quads: "Iterable[ox.Quad]") -> str:
    from kingmaker.rdf.namespaces import TYPE, km

    claims = {quad.subject for quad in quads if quad.predicate == TYPE and quad.object == km("Claim")}
    return f"claims checked: {len(claims)}" if claims else "but it holds no claim, so there was little to check"
