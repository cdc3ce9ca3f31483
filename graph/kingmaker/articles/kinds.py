"""What a file is, told by how it begins; its suffix counts only where the beginning says nothing."""

import re
from enum import StrEnum
from pathlib import PurePath


class FileKind(StrEnum):
    """The kinds of file that reading tells apart."""

    TEXT = "text"
    PAGE = "page"
    LINES = "lines"  # JSON: article records or facts
    GRAPH = "graph"
    FEED = "feed"
    RDF_XML = "rdf-xml"


_PROLOGUE = r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
_TAGS = "!doctype html|html|head|body|title|meta|article|main|section|div|p|h1"
_OPENINGS = (
    (r"""\{\s*(?:["}]|$)|\[\s*(?:\{|\]|$)""", FileKind.LINES),
    (r"(?:@prefix\b|@base\b|PREFIX\s+[\w.-]*:\s*<|BASE\s+<)", FileKind.GRAPH),
    (_PROLOGUE + r"(?:<!DOCTYPE\s+rdf[^\[>]*(?:\[.*?\]\s*)?>\s*)?<rdf:RDF\b", FileKind.RDF_XML),
    (_PROLOGUE + r"<(?:rss|feed)\b", FileKind.FEED),
    (_PROLOGUE + rf"<(?:{_TAGS})\b", FileKind.PAGE),
)
_SUFFIXES = {
    ".json": FileKind.LINES, ".jsonl": FileKind.LINES, ".ndjson": FileKind.LINES,
    ".ttl": FileKind.GRAPH, ".trig": FileKind.GRAPH,
}  # fmt: skip
_TAG = re.compile(r"<[a-z!/]", re.I)


def kind_of(head: str, path: str) -> FileKind:
    """Return the kind of a file that begins with `head` (some thousand characters)."""
    suffix = PurePath(path).suffix.lower()
    start = head.lstrip("\ufeff \t\r\n")
    if suffix in (".ttl", ".trig") and not start.startswith(("{", "[")):
        return FileKind.GRAPH
    for opening, kind in _OPENINGS:
        if re.match(opening, start, re.I | re.S):
            return kind
    if suffix in (".html", ".htm") and _TAG.search(start):
        return FileKind.PAGE
    return _SUFFIXES.get(suffix, FileKind.TEXT)
