import csv
import io
import json

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kingmaker.errors import QueryError
from kingmaker.ids import iri
from kingmaker.queries.forms import comma_separated, json_results, table, turtle
from kingmaker.rdf.literals import number
from kingmaker.rdf.namespaces import concept, km
from kingmaker.store import Rows, Triples

WALLACE = NamedNode(iri("person:ben-wallace"))


def rows(*values: object) -> Rows:
    return Rows(("who", "quote"), tuple((WALLACE, value) for value in values))  # type: ignore[misc]


def test_table_aligns_and_shortens() -> None:
    text = table(Rows(("who", "how", "n"), ((WALLACE, concept("certain"), number(7)), (None, km("Tenure"), None))))
    assert text.splitlines() == [
        "who                 how        n",
        "------------------  ---------  -",
        "person:ben-wallace  certain    7",
        "                    km:Tenure",
    ]


def test_table_fits_a_terminal() -> None:
    text = table(rows(Literal("long words " * 20)), 60)
    assert max(map(len, text.splitlines())) <= 60
    assert "…" in text
    assert "person:ben-wallace" in text


def test_table_cuts_no_identifier_but_shows_a_row_a_block() -> None:
    quote = Literal("word " * 30)
    columns = tuple(f"column{n}" for n in range(4))
    lines = table(Rows(columns, ((WALLACE, WALLACE, WALLACE, quote),)), 60).splitlines()
    assert lines[:3] == [f"column{n}  person:ben-wallace" for n in range(3)]
    assert lines[3].startswith("column3  word word")
    assert lines[4].startswith("         word")
    assert max(map(len, lines)) <= 60
    assert " ".join(lines[3:]).count("word") == 30


@pytest.mark.parametrize("text", ["a\nb", "a\x1b[2Jb", "a\u202eb", "a\x9bb", "a\tb"])
def test_table_is_safe_on_a_terminal(text: str) -> None:
    assert table(rows(Literal(text))).splitlines()[2].startswith("person:ben-wallace  a ")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (Literal("=1+1"), "'=1+1"), (Literal("+1"), "'+1"), (Literal("-1"), "'-1"), (Literal("@x"), "'@x"),
        (Literal("\tx"), "'\tx"), (Literal("a=b"), "a=b"), (number(-1), "-1"),
        (Literal('a "b", c'), 'a "b", c'),
        (Literal("a\nb"), "a\nb"), (None, ""), (NamedNode("https://x.example/"), "https://x.example/"),
    ],
)  # fmt: skip
def test_csv_is_safe_in_a_spreadsheet_and_reads_back(value: object, cell: str) -> None:
    text = comma_separated(rows(value))
    assert text.startswith("who,quote\r\n")
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == ["person:ben-wallace", cell]


def test_json_is_sparql_results() -> None:
    found = json.loads(json_results(rows(Literal("a", language="en"), None, number(1))))
    assert found["head"] == {"vars": ["who", "quote"]}
    assert [row.get("quote") for row in found["results"]["bindings"]] == [
        {"type": "literal", "value": "a", "xml:lang": "en"},
        None,
        {"type": "literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
    ]
    assert found["results"]["bindings"][0]["who"] == {"type": "uri", "value": WALLACE.value}
    assert json.loads(json_results(True)) == {"head": {}, "boolean": True}


def test_turtle_is_for_triples() -> None:
    text = turtle(Triples((Triple(WALLACE, km("holds"), WALLACE),)))
    assert "person:ben-wallace km:holds person:ben-wallace ." in text
    with pytest.raises(QueryError, match="only CONSTRUCT"):
        turtle(rows())
