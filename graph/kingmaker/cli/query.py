"""`kingmaker query`: ask the store, by SPARQL or by the name of a shipped question."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kingmaker.store import Answer, Store

STORE = Path("output/store")


class Form(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


_QUESTION = "SPARQL, a file that holds it, - (stdin), or the name of a shipped question (see --list)."
_VALUES = "Parameters of a shipped question, such as candidate='Ben Wallace' or candidate=person:ben-wallace."

Question = Annotated[str | None, typer.Argument(metavar="QUESTION", help=_QUESTION, show_default=False)]
Values = Annotated[list[str] | None, typer.Argument(metavar="KEY=VALUE...", help=_VALUES, show_default=False)]
StorePath = Annotated[Path, typer.Option("--store", metavar="PATH", help="The store to ask.")]
FormOption = Annotated[Form, typer.Option("--format", help="How to write the answer; turtle for CONSTRUCT.")]
ListOption = Annotated[bool, typer.Option("--list", help="List the shipped questions and their parameters.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Give so many rows at most.", show_default=False)]
Timeout = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Give up after so long.")]


def query(
    question: Question = None,
    values: Values = None,
    store: StorePath = STORE,
    form: FormOption = Form.TABLE,
    list_: ListOption = False,
    limit: Limit = None,
    timeout: Timeout = 60.0,
) -> None:
    """Ask the store a question, in SPARQL or by name.

    Example: kingmaker query who-backs candidate="Ben Wallace"
    """
    if list_:
        typer.echo(_listing(), nl=False)
        return
    if question is None:
        raise typer.BadParameter("give a question, or --list to see the shipped ones")
    from kingmaker.store import open_store

    with open_store(store, read_only=True) as opened:
        answer = _asked(opened, question, values or [], timeout, limit)
    _print(answer, form)


def _asked(store: "Store", question: str, values: list[str], timeout: float, limit: int | None) -> "Answer":
    from kingmaker import queries

    if question in queries.canned():
        pairs = dict(map(_pair, values))
        return queries.ask_canned(store, question, pairs, timeout=timeout, limit=limit)
    if values:
        raise typer.BadParameter(f"only shipped questions take {values[0]!r}; --list shows them")
    return queries.ask(store, _sparql(question), timeout=timeout, limit=limit)


def _pair(value: str) -> tuple[str, str]:
    key, equals, rest = value.partition("=")
    if not equals or not rest:
        raise typer.BadParameter(f"{value!r} is not KEY=VALUE, such as candidate='Ben Wallace'")
    return key, rest


def _sparql(question: str) -> str:
    if question == "-":
        return typer.get_text_stream("stdin", encoding="utf-8").read()
    if "{" in question or len(question.split()) > 1:
        return question
    from kingmaker.errors import InputError

    file = Path(question)
    if not file.is_file():
        remedy = "write a question in SPARQL, or choose one that `kingmaker query --list` shows"
        raise InputError(question, "neither a shipped question nor a file", remedy)
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError(question, f"cannot be read ({error})", "give a UTF-8 text file") from error


def _print(answer: "Answer", form: Form) -> None:
    import shutil
    import sys

    from kingmaker.queries.forms import FORMS, table

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    if not isinstance(answer, bool) and form is Form.TABLE and not len(answer):
        typer.echo("nothing found", err=True)
        return
    text = table(answer, width) if form is Form.TABLE else FORMS[form](answer)
    typer.echo(text.encode("utf-8", "replace"), nl=False)


def _listing() -> str:
    from kingmaker import queries

    blocks = []
    for question in queries.canned().values():
        lines = [f"{question.name}: {question.title}", f"  {question.description}"]
        for parameter in question.parameters:
            needed = " (needed)" if parameter.needed else ""
            lines.append(f"  {parameter.name}=...  {parameter.description}{needed}")
        lines.append(f"  kingmaker query {question.example}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"
