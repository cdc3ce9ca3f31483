"""The stairs: an article -> its claims, one line per room."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kingmaker.articles import blocks
from kingmaker.facts.assemble import claims, told
from kingmaker.facts.explanation import Reason, explained
from kingmaker.facts.frames import Lexicon, frames
from kingmaker.lexicon.world import learn
from kingmaker.model import Article, Claim
from kingmaker.text.parse import DEFAULT_MODEL, parse
from kingmaker.text.reading import Reading, read

BATCH = 8  # articles a process takes at once; more costs memory and gains nothing

Made = TypeVar("Made")
Explained = tuple[tuple[Claim, ...], tuple[Reason, ...]]


@dataclass(frozen=True, slots=True)
class Setup:
    """What an extraction works with: the parser's model, and a user's own frames and knowledge files.

    `frames` are folders of TOML files in the manner of `lexicon/frames`, `knowledge` TOML files in the
    manner of `lexicon/world` or Turtle of our ontology. Knowledge says who "the prime minister" is; it never
    adds a claim.
    """

    model: str = DEFAULT_MODEL
    frames: tuple[Path, ...] = ()
    knowledge: tuple[Path, ...] = ()

    def lexicon(self) -> Lexicon:
        """Return the frames, and make the knowledge known; raises LexiconError for a file that is wrong."""
        learn(self.knowledge)
        return frames(self.frames)


SHIPPED = Setup()


def reading_of(article: Article, model: str = DEFAULT_MODEL) -> Reading:
    """Read an article: blocks, trees, mentions, links."""
    return read(article, parse(blocks(article), model))


def extract(article: Article, setup: Setup = SHIPPED) -> tuple[Claim, ...]:
    """Return the claims of an article, in the order of their words.

    Deterministic: the same article and setup give the same claims. Raises KingmakerError if the model
    is not installed, LexiconError if a frame or knowledge file is wrong.
    """
    lexicon = setup.lexicon()
    return claims(reading_of(article, setup.model), lexicon)


def explain(article: Article, setup: Setup = SHIPPED) -> Explained:
    """Return the claims of an article, and why each is there and each dropped trigger is not."""
    lexicon = setup.lexicon()
    reading = reading_of(article, setup.model)
    return explained(reading, told(reading, lexicon))


def extract_all(
    articles: Iterable[Article], setup: Setup = SHIPPED, *, jobs: int = 1
) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Yield each article with its claims, in the order given, whatever the number of processes (`jobs`)."""
    yield from _each(partial(extract, setup=setup), articles, jobs)


def explain_all(
    articles: Iterable[Article], setup: Setup = SHIPPED, *, jobs: int = 1
) -> Iterator[tuple[Article, tuple[Claim, ...], tuple[Reason, ...]]]:
    """Yield each article with its claims and their reasons, in the order given."""
    for article, (made, reasons) in _each(partial(explain, setup=setup), articles, jobs):
        yield article, made, reasons


def _each(work: Callable[[Article], Made], articles: Iterable[Article], jobs: int) -> Iterator[tuple[Article, Made]]:
    """Yield each article with what is made of it; never more of them in memory than the processes are busy with."""
    if jobs <= 1:
        yield from ((article, work(article)) for article in articles)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Forked workers would share the parser's threads and locks; spawned ones start clean.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting = iter(articles)
        while kept := list(islice(waiting, jobs * BATCH * 4)):
            yield from zip(kept, pool.map(work, kept, chunksize=BATCH), strict=True)
