"""Whether the words are there: every quote at its offsets in a text that is the one it was."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kingmaker.audit.graphs import Graph, Node, number, quoted
from kingmaker.audit.report import Problem
from kingmaker.errors import StoreError
from kingmaker.rdf import text_digest
from kingmaker.rdf.namespaces import OA, term
from kingmaker.store.files import Texts

_EXACT, _START, _END = term(OA, "exact"), term(OA, "start"), term(OA, "end")
_PREFIX, _SUFFIX = term(OA, "prefix"), term(OA, "suffix")
_FROM_ARTICLE = "build from the article again"


@dataclass(slots=True)
class Seen:
    """How many quotes were met, how many of them had no text to be looked up in, and which texts were read."""

    quotes: int = 0
    unchecked: int = 0
    digests: set[str] = field(default_factory=set)


def problems(graph: Graph, texts: Texts, seen: Seen, *, strict: bool) -> Iterator[Problem]:
    """Look up every quote of an article in its text."""
    quotes = sorted(graph.of_type(term(OA, "TextQuoteSelector")), key=str)
    seen.quotes += len(quotes)
    digest = graph.kept.digest if graph.kept else None
    text = None
    if digest is not None:
        seen.digests.add(digest)
        try:
            text = texts.get(digest)
        except StoreError as error:
            yield graph.problem(graph.name, str(error), _FROM_ARTICLE)
            return
        yield from _of_text(graph, texts, digest, text)
    if text is None:
        seen.unchecked += len(quotes)
        if strict and quotes and (digest is None or texts.is_absent(digest)):
            what = f"{len(quotes)} quotes could not be checked: its text is not here"
            yield graph.problem(graph.name, what, _FROM_ARTICLE)
        return
    for evidence in quotes:
        for what in _amiss(graph, evidence, text):
            yield graph.problem(evidence, what)


def _of_text(graph: Graph, texts: Texts, digest: str, text: str | None) -> Iterator[Problem]:
    if text is None:
        if not texts.is_absent(digest):
            yield graph.problem(graph.name, f"its text {digest[:12]}… is missing", _FROM_ARTICLE)
    elif text_digest(text) != digest:
        what = f"its text {digest[:12]}… was changed: its SHA-256 is another"
        yield graph.problem(graph.name, what, f"remove the text and {_FROM_ARTICLE}")


def _amiss(graph: Graph, evidence: Node, text: str) -> Iterator[str]:
    """Say what is wrong with a quote; what it lacks, or has twice, is told elsewhere."""
    said = graph.said[evidence]
    start, end = number(said, _START), number(said, _END)
    if start is None or end is None:
        return
    for quote in said.get(_EXACT, ()):
        if start < 0 or text[start:end] != quote.value:
            yield f"the quote {quoted(quote.value)} is not at {start}-{end} of the text"
    for words in said.get(_PREFIX, ()):
        if not text[: max(start, 0)].endswith(words.value):
            yield f"{quoted(words.value)} does not stand before the quote in the text"
    for words in said.get(_SUFFIX, ()):
        if not text[max(end, 0) :].startswith(words.value):
            yield f"{quoted(words.value)} does not stand after the quote in the text"


def strays(texts: Texts, seen: Seen) -> Iterator[Problem]:
    """Tell of texts that no article has: what is removed must be gone."""
    for name in texts.names():
        if name not in seen.digests:
            yield Problem("", f"texts/{name}", "a text that no article of the store has", "remove it")
