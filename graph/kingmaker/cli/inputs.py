"""How verbs read their sources, and how they tell what was refused."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import typer

from kingmaker.errors import InputError

if TYPE_CHECKING:  # the room reads YAML and JSON, which `--help` need not wait for
    from kingmaker.articles import FactsFile, GraphFile, Item, Refused
    from kingmaker.model import Article


def read(
    sources: Sequence[str], title: str | None, publisher: str | None, published: str | None, url: str | None
) -> "Iterator[Item]":
    """Yield what the sources hold; metadata that cannot be meant is wrong usage (exit code 2)."""
    from kingmaker.articles import Metadata, read_sources

    try:
        return read_sources(
            sources, Metadata(title, publisher, published, url), stdin=sys.stdin.buffer, today=latest_day()
        )
    except InputError as error:
        raise typer.BadParameter(f"{error.problem}; {error.remedy}") from None


def latest_day() -> str:
    """Return the day it is where the day is furthest on, so that no paper of today counts as tomorrow's."""
    return (datetime.now(UTC) + timedelta(hours=14)).date().isoformat()


def refuse(item: "Refused | InputError") -> None:
    """Tell on stderr, in one line, what was refused, why and what to do."""
    typer.echo(f"refused {one_line(str(item))}", err=True)


def one_line(text: str) -> str:
    """Return `text` with control characters spelled out: a file's name must not write on the terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


class Gathered:
    """Sources sorted as they are read: articles to extract from, other files for the store, and refusals."""

    def __init__(self, items: "Iterator[Item]") -> None:
        self._items = items
        self.others: list[FactsFile | GraphFile] = []
        self.refused: list[Refused] = []

    def articles(self) -> "Iterator[Article]":
        """Yield the articles; what is refused on the way is told on stderr at once."""
        from kingmaker.articles import FactsFile, GraphFile, Refused

        for item in self._items:
            if isinstance(item, Refused):
                self._tell(item)
            elif isinstance(item, FactsFile | GraphFile):
                self.others.append(item)
            else:
                yield item

    def refuse(self, item: "FactsFile | GraphFile", problem: str, remedy: str) -> None:
        """Refuse a file that is of no use here."""
        from kingmaker.articles import Refused

        self._tell(Refused(item.path, problem, remedy))

    def refuse_error(self, error: InputError) -> None:
        """Refuse a file for an error found in it later."""
        from kingmaker.articles import Refused

        self._tell(Refused.of(error))

    def _tell(self, item: "Refused") -> None:
        self.refused.append(item)
        refuse(item)
