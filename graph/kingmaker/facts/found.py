"""What matching yields: a situation told at a word, or why a trigger tells none."""

from collections.abc import Mapping
from dataclasses import dataclass

from kingmaker.facts.frames import Frame
from kingmaker.facts.phrases import Phrase
from kingmaker.model import Entity, Kind
from kingmaker.text.tree import Tree


@dataclass(frozen=True, slots=True)
class Found:
    """A situation told at a word: the kind with its value and roles, and the word that tells it."""

    kind: Kind
    value: str | None
    roles: Mapping[str, Entity]
    tree: Tree
    at: int
    frame: Frame
    words: tuple[int, ...]  # the words that fill the roles
    main: bool = True
    phrase: Phrase | None = None  # the words of a `phrases` trigger
    echo: "Found | None" = None  # what an elliptic clause ("so did X") says again, at its own verb


@dataclass(frozen=True, slots=True)
class Dropped:
    """A trigger that told nothing, and why."""

    tree: Tree
    at: int
    frame: str
    reason: str
