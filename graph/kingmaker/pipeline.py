"""The stairs: an article -> its claims, one line per room."""

from collections.abc import Iterable, Iterator

from kingmaker.articles import blocks
from kingmaker.facts.assemble import Told, claims, told
from kingmaker.facts.match import Dropped
from kingmaker.model import Article, Claim
from kingmaker.text.parse import DEFAULT_MODEL, parse
from kingmaker.text.reading import Reading, read

BATCH = 8  # articles a process takes at once; more costs memory and gains nothing


def reading_of(article: Article, model: str = DEFAULT_MODEL) -> Reading:
    """Read an article: blocks, trees, mentions, links."""
    return read(article, parse(blocks(article), model))


def extract(article: Article, model: str = DEFAULT_MODEL) -> tuple[Claim, ...]:
    """Return the claims of an article, in the order of their words.

    Deterministic: the same article and model give the same claims. Raises KingmakerError if the model
    is not installed.
    """
    return claims(reading_of(article, model))


def explain(article: Article, model: str = DEFAULT_MODEL) -> Iterator[Told | Dropped]:
    """Yield every claim with the frame and cues that made it, and each trigger that was dropped."""
    return told(reading_of(article, model))


def extract_all(
    articles: Iterable[Article], model: str = DEFAULT_MODEL, *, jobs: int = 1
) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Yield each article with its claims, in the order given, whatever the number of processes (`jobs`)."""
    if jobs <= 1:
        for article in articles:
            yield article, extract(article, model)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from multiprocessing import get_context

    # Forked workers would share the parser's threads and locks; spawned ones start clean.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        kept = list(articles)
        yield from zip(kept, pool.map(partial(extract, model=model), kept, chunksize=BATCH), strict=True)
