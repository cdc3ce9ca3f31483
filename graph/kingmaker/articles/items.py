"""What reading gives: articles, facts files, graph files, and refusals in the place of what was bad."""

from dataclasses import dataclass

from kingmaker.errors import InputError
from kingmaker.model import Article


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is told about articles from outside (the command line); it overrides what they say themselves."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FactsFile:
    """A facts file, not checked yet: `lines` are its non-blank lines with their numbers, from 1."""

    path: str
    lines: tuple[tuple[int, str], ...]

    what = "facts"


@dataclass(frozen=True, slots=True)
class GraphFile:
    """A Turtle or TriG file for the store to load."""

    path: str

    what = "a graph"


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that was left out: `where` names the file (and line), `remedy` says what to do."""

    where: str
    problem: str
    remedy: str

    @classmethod
    def of(cls, error: InputError) -> "Refused":
        """Make a refusal of an error that must not stop the run."""
        return cls(error.where, error.problem, error.remedy)

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}; {self.remedy}"


Item = Article | FactsFile | GraphFile | Refused
