"""Sources in, articles out: the one door through which the world outside comes in."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kingmaker.articles import decode, fields, frontmatter, lines, pages
from kingmaker.articles.items import GraphFile, Item, Metadata, Refused
from kingmaker.articles.kinds import FileKind, kind_of
from kingmaker.articles.sources import STDIN, Found, found, refusal, shown
from kingmaker.articles.stream import Stream
from kingmaker.errors import InputError

_UNREADABLE = {
    FileKind.FEED: ("a news feed, not an article", "save the articles it links to, and give those"),
    FileKind.RDF_XML: ("RDF/XML, which is not read", "convert it to Turtle (rapper -o turtle FILE)"),
}


def read_sources(
    sources: Sequence[str],
    meta: Metadata | None = None,
    *,
    stdin: BinaryIO | None = None,
    today: str | None = None,
) -> Iterator[Item]:
    """Yield what `sources` hold, in order: articles, facts files, graph files, and refusals of the rest.

    A source is a file, a folder (with all below it, by name, hidden files and files about the folder such
    as README.md left out), a glob, or `-` for `stdin`. Nothing that is wrong with an input stops the run:
    it comes out as a Refused. `meta` overrides what the inputs say of themselves; `today` (YYYY-MM-DD) is
    the day after which a publication date cannot be true. Raises InputError, before anything is read, if
    `meta` cannot be meant: a title or URL for several inputs, or a date that is none.
    """
    over = _checked(meta or Metadata(), today)
    places = found(sources)
    if over.title or over.url:
        places = iter(_single(list(places)))
    return _read(places, over, stdin, today)


def _checked(over: Metadata, today: str | None) -> Metadata:
    told = {"title": over.title, "publisher": over.publisher, "published": over.published, "url": over.url}
    made = fields.article("-", told, Metadata(), "the command line", None, today)
    return Metadata(made.title, made.publisher, made.published, made.url)


def _single(places: list[Found | Refused]) -> list[Found | Refused]:
    if len(places) > 1:
        raise InputError("the command line", f"one title or URL for {len(places)} inputs",
                         "give these for one article, or write them in each file's front matter")  # fmt: skip
    return places


def _read(
    places: Iterable[Found | Refused], over: Metadata, stdin: BinaryIO | None, today: str | None
) -> Iterator[Item]:
    told = False
    for place in places:
        for item in [place] if isinstance(place, Refused) else _of_file(place, over, stdin, today):
            told = True
            yield item
    if not told:
        yield Refused("the sources", "no article in them", "name files, folders, or - for standard input")


def _of_file(place: Found, over: Metadata, stdin: BinaryIO | None, today: str | None) -> Iterator[Item]:
    where = shown(place.path)
    try:
        if place.path == STDIN:
            yield from _of_stream(Stream(stdin or sys.stdin.buffer), place, over, today)
            return
        with Path(place.path).open("rb") as raw:
            yield from _of_stream(Stream(raw), place, over, today)
    except OSError as error:
        yield refusal(where, error)
    except InputError as error:
        yield Refused.of(error)


def _of_stream(stream: Stream, place: Found, over: Metadata, today: str | None) -> Iterator[Item]:
    where = "standard input" if place.path == STDIN else shown(place.path)
    path = None if place.path == STDIN else where
    if not stream.head.strip():
        raise InputError(
            where,
            "the file is empty" if path else "nothing came in",
            "put the article's text in, or leave it out",
        )
    decode.refuse_binary(stream.head, where)
    kind = kind_of(_glimpse(stream.head), place.path)
    if kind in _UNREADABLE:
        raise InputError(where, *_UNREADABLE[kind])
    if kind is FileKind.GRAPH:
        yield _graph(path)
    elif kind is FileKind.LINES:
        yield from _records(stream, place, where, over, today)
    elif kind is FileKind.PAGE:
        told, text = pages.read(pages.page_text(stream.all(pages.LIMIT, where), where), where)
        yield fields.article(text, told, over, where, path, today)
    else:
        told, text = frontmatter.split(decode.decoded(stream.all(fields.LIMIT, where), where), where)
        yield fields.article(text, told, over, where, path, today)


def _glimpse(head: bytes) -> str:
    name, skip = decode.encoding(head)
    return head[skip:].decode(name, "replace")


def _graph(path: str | None) -> GraphFile:
    if path is None:
        raise InputError("standard input", "Turtle or TriG, which is read from files", "save it, and name the file")
    return GraphFile(path)


def _records(stream: Stream, place: Found, where: str, over: Metadata, today: str | None) -> Iterator[Item]:
    if decode.encoding(stream.head)[0] == "utf-8":
        raw: Iterable[bytes] = stream.lines(lines.LIMIT)
    else:
        raw = decode.decoded(stream.all(lines.LIMIT, where), where).encode("utf-8", "surrogatepass").splitlines(True)
    yield from lines.read(raw, where, over, today, lenient=place.listed and place.path.endswith(".json"))
