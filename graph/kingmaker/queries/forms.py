"""Answers as people and programs read them: a table, CSV, JSON, Turtle."""

import csv
import io
import json
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from kingmaker.errors import QueryError
from kingmaker.rdf import prefixed, written_triples
from kingmaker.rdf.namespaces import XSD
from kingmaker.store.answers import Answer, Rows, Triples, Value

# What a spreadsheet takes for a formula, if a cell begins with it.
_FORMULA = re.compile(r"[=+\-@\t\r]")
# What moves a terminal's cursor, or turns its text about.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
_NARROWEST = 20  # cells of a column of words that is cut; narrower, and rows are shown one by one


def short(value: Value) -> str:
    """Return a term as text: `person:ben-wallace` for an IRI, "certain" for a value of an axis."""
    if value is None:
        return ""
    if not isinstance(value, ox.NamedNode):
        return str(getattr(value, "value", value))
    return shortened(value.value)


def shortened(iri: str) -> str:
    """Return `person:ben-wallace` for an IRI of ours, the bare value of an axis, any other IRI whole."""
    return prefixed(iri).removeprefix("kmx:")


def table(answer: Answer, width: int | None = None) -> str:
    """Return an answer as an aligned table, no wider than `width` cells if that is given.

    Only words are cut to fit, never identifiers, which are there to be copied; where that is not
    enough, each row is shown on lines of its own instead.
    """
    from rich.cells import cell_len

    columns, rows = _cells(answer)
    shown = [[_UNSHOWN.sub(" ", cell).strip() for cell in row] for row in rows]
    sizes = [max(map(cell_len, cells)) for cells in zip(columns, *shown, strict=True)]
    if width is not None:
        wordy = [any(" " in row[n] for row in shown) for n in range(len(columns))]
        fitted = _fitted(sizes, wordy, width)
        if fitted is None:
            return _row_by_row(columns, shown, width)
        sizes = fitted
    lines = [columns, ["-" * size for size in sizes], *shown]
    return "\n".join(_line(line, sizes) for line in lines) + "\n"


def _fitted(sizes: Sequence[int], wordy: Sequence[bool], width: int) -> list[int] | None:
    """Shrink the widest columns of words, evenly, until all fit; None if they cannot."""
    fitted, room = list(sizes), width - 2 * (len(sizes) - 1)
    while sum(fitted) > room:
        widest = max((size for size, words in zip(fitted, wordy, strict=True) if words), default=0)
        if widest <= _NARROWEST:
            return None
        place = next(n for n, size in enumerate(fitted) if wordy[n] and size == widest)
        fitted[place] -= 1
    return fitted


def _line(cells: Sequence[str], sizes: Sequence[int]) -> str:
    return "  ".join(_cut(cell, size) for cell, size in zip(cells, sizes, strict=True)).rstrip()


def _cut(cell: str, size: int) -> str:
    from rich.cells import cell_len, set_cell_size

    return set_cell_size(cell, size) if cell_len(cell) <= size else set_cell_size(cell, size - 1) + "…"


def _row_by_row(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    margin = max(map(len, columns)) + 2
    blocks = (
        "\n".join(
            textwrap.fill(
                cell,
                max(width, margin + _NARROWEST),
                initial_indent=name.ljust(margin),
                subsequent_indent=" " * margin,
                break_long_words=False,
                break_on_hyphens=False,
            )
            for name, cell in zip(columns, row, strict=True)
            if cell
        )
        for row in rows
    )
    return "\n\n".join(blocks) + "\n"


def comma_separated(answer: Answer) -> str:
    """Return an answer as CSV (RFC 4180), IRIs shortened; text that begins like a formula gets a `'`."""
    columns, rows = _cells(answer, guarded=True)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def json_results(answer: Answer) -> str:
    """Return an answer in the SPARQL 1.1 Query Results JSON Format; triples as expanded JSON-LD."""
    if isinstance(answer, Triples):
        return written_triples(answer, "jsonld").decode()
    if isinstance(answer, bool):
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    bindings = [
        {name: term for name, value in zip(answer.columns, row, strict=True) if (term := term_json(value))}
        for row in answer
    ]
    results = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(results, ensure_ascii=False, indent=1) + "\n"


def turtle(answer: Answer) -> str:
    """Return triples as Turtle; raises QueryError for the answer of a SELECT or ASK."""
    if not isinstance(answer, Triples):
        raise QueryError("only CONSTRUCT and DESCRIBE give Turtle; choose --format table, csv or json")
    return written_triples(answer).decode()


FORMS = {"table": table, "csv": comma_separated, "json": json_results, "turtle": turtle}


def _cells(answer: Answer, *, guarded: bool = False) -> tuple[list[str], list[list[str]]]:
    shown = _guarded if guarded else short
    if isinstance(answer, bool):
        return ["answer"], [["yes" if answer else "no"]]
    if isinstance(answer, Rows):
        return list(answer.columns), [list(map(shown, row)) for row in answer]
    parts: Iterable[tuple[Value, ...]] = ((t.subject, t.predicate, t.object) for t in answer)
    return ["subject", "predicate", "object"], [list(map(shown, row)) for row in parts]


def _guarded(value: Value) -> str:
    text = short(value)
    if isinstance(value, ox.Literal) and value.datatype.value in (XSD + "integer", XSD + "decimal"):
        return text
    return f"'{text}" if _FORMULA.match(text) else text


def term_json(value: Value) -> dict[str, str] | None:
    """Write a term as the SPARQL 1.1 Query Results JSON Format has it."""
    if value is None:
        return None
    if isinstance(value, ox.NamedNode):
        return {"type": "uri", "value": value.value}
    if isinstance(value, ox.BlankNode):
        return {"type": "bnode", "value": value.value}
    if isinstance(value, ox.Literal):
        term = {"type": "literal", "value": value.value}
        if value.language:
            return term | {"xml:lang": value.language}
        if value.datatype.value != "http://www.w3.org/2001/XMLSchema#string":
            return term | {"datatype": value.datatype.value}
        return term
    return {"type": "literal", "value": str(value)}


def term_of(told: Mapping[str, str] | None) -> Value:
    """Return the term that `term_json` wrote."""
    if told is None:
        return None
    if told["type"] == "uri":
        return ox.NamedNode(told["value"])
    if told["type"] == "bnode":
        return ox.BlankNode(told["value"])
    datatype = told.get("datatype")
    return ox.Literal(
        told["value"], datatype=ox.NamedNode(datatype) if datatype else None, language=told.get("xml:lang")
    )
