"""What is derived from all claims of a store, in graphs of their own: asserted edges, and races."""

from collections.abc import Collection, Iterator

from pyoxigraph import Quad

from kingmaker.model import Article, Certainty, Claim
from kingmaker.races import races
from kingmaker.rdf.asserted import asserted
from kingmaker.rdf.raced import raced


def derived(
    claims: Collection[Claim], articles: Collection[Article], threshold: Certainty = Certainty.CERTAIN
) -> Iterator[Quad]:  # fmt: skip
    """Yield all derived quads of `claims` and the articles they stand in, which must be all there are."""
    yield from asserted(claims, threshold)
    yield from raced(races(claims, articles))
