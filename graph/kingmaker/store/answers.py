"""What a question gives back: rows of terms, or triples."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

# A term, or None where a row has nothing in a column.
Value = NamedNode | BlankNode | Literal | Triple | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT: in every row one value, or None, for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> list[dict[str, str | None]]:
        """Return the rows as plain dictionaries, values as text."""
        return [dict(zip(self.columns, map(_plain, row), strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer of a CONSTRUCT or DESCRIBE, sorted."""

    triples: tuple[Triple, ...]

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.triples)

    def __len__(self) -> int:
        return len(self.triples)


def _plain(value: Value) -> str | None:
    return None if value is None else str(getattr(value, "value", value))


# ASK is answered by a plain bool.
Answer = Rows | Triples | bool
