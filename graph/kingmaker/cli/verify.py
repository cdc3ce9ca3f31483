"""`kingmaker verify`: the store read again, against its texts and its own claims."""

from typing import TYPE_CHECKING, Annotated

import typer

from kingmaker.cli.query import STORE, StorePath

if TYPE_CHECKING:
    from kingmaker.audit import Report

_STRICT = "Fail where a quote cannot be checked, because the text of its article never came with it."
Strict = Annotated[bool, typer.Option("--strict", help=_STRICT)]


def verify(store: StorePath = STORE, strict: Strict = False) -> None:
    """Look up every quote in its text again, and check that every triple has a claim behind it; exit 1 if not.

    Example: kingmaker verify --store output/store
    """
    from kingmaker import audit
    from kingmaker.cli.checks import opened
    from kingmaker.cli.inputs import one_line

    with opened(store) as it:
        report = audit.verify(it, strict=strict)
    for problem in report.problems:
        typer.echo(one_line(str(problem)).encode())
    typer.echo(_summary(report), err=True)
    if not report:
        raise typer.Exit(1)


def _summary(report: "Report") -> str:
    read = report.quotes - report.unchecked
    parts = [f"{report.articles} articles, {report.claims} claims, {read} quotes looked up"]
    if report.unchecked:
        parts.append(f"{report.unchecked} quotes could not be checked: the texts are not here")
    found = len(report.problems)
    parts.append(f"{found} problem{'' if found == 1 else 's'} found" if found else "nothing is wrong")
    return "; ".join(parts)
