"""What the audit finds."""

from dataclasses import dataclass

ANEW = "build the store anew from its articles (`kingmaker build SOURCE --fresh`)"
AGAIN = "build any article again, which derives these edges anew"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that is wrong: at which node, in which article (its path or id, or None), and what to do."""

    article: str
    node: str
    what: str
    remedy: str = ANEW

    def __str__(self) -> str:
        place = f" in {self.article}" if self.article and self.article != self.node else ""
        return f"{self.node}{place}: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Report:
    """All problems, sorted, and how much was looked at; `unchecked` of the quotes have no text here."""

    problems: tuple[Problem, ...]
    articles: int
    claims: int
    quotes: int
    unchecked: int

    def __bool__(self) -> bool:
        return not self.problems
