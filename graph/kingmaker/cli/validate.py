"""`kingmaker validate`: the store against the ontology's shapes."""

import typer

from kingmaker.cli.query import STORE, StorePath


def validate(store: StorePath = STORE) -> None:
    """Check a store against the SHACL shapes; exit 0 if it conforms, 1 if not.

    Example: kingmaker validate --store output/store
    """
    from kingmaker import rdf
    from kingmaker.queries.forms import shortened
    from kingmaker.rdf.shapes import violations
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        found = violations(rdf.flat(opened.quads))
    for violation in found:
        at = f" ({shortened(violation.path)})" if violation.path else ""
        typer.echo(f"{shortened(violation.node)}: {violation.message}{at}")
    if found:
        typer.echo(f"{len(found)} found; build the store again from sound articles and facts", err=True)
        raise typer.Exit(1)
    typer.echo(f"{store} conforms to the shapes of the ontology", err=True)
