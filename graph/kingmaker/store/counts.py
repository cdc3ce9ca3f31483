"""What a change of the store came to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles and claims were added or removed."""

    articles: int
    claims: int
