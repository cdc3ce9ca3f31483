"""What the shipped questions cost on stores of two sizes: the processor time of the engine's answer."""

import shlex
import time
from dataclasses import dataclass
from pathlib import Path

from kingmaker.queries import canned, task_of
from kingmaker.queries.canned import Canned
from kingmaker.queries.values import meant
from kingmaker.queries.worker import answered
from kingmaker.store import Store, open_store
from synthetic import FAVOURITE, KING, PRIZE, make_store

GROWTH = 20.0  # a store ten times as large may cost at most this many times as much
SECONDS = 1.0  # and so much on the larger one, unless a question is declared as heavy
# What the parameters of the examples become on a synthetic store: those most is told of.
VALUES = {
    "post": PRIZE, "source": "Paper 0", "as_of": "2020-06-30", "from": "2019-12-31", "to": "2020-06-30",
    "min_certainty": "probable", "backer": KING, "by": KING, "lobbyist": KING, "target": KING,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What a question costs with some of its parameters: seconds on the small and the large store, and rows."""

    question: Canned
    given: tuple[str, ...]
    small: float
    large: float
    rows: int

    @property
    def ratio(self) -> float:
        """How many times the small store's cost the large one's is."""
        return self.large / self.small

    @property
    def passes(self) -> bool:
        """Whether it grows as it may and is fast enough, or is named as heavy.

        What a person or a post is put into must be fast in any case: only sifting the answer may be heavy.
        """
        put_in = {p.name for p in self.question.parameters if p.kind == "entity" and not p.loose} & {*self.given}
        return self.ratio <= GROWTH and (self.large <= SECONDS or (self.question.heavy is not None and not put_in))


def ways(question: Canned) -> list[tuple[str, ...]]:
    """Return with which parameters a question is measured: those of its example, and as few as may be."""
    _, *pairs = shlex.split(question.example)
    example = tuple(pair.partition("=")[0] for pair in pairs)
    needed = tuple(parameter.name for parameter in question.parameters if parameter.needed)
    return [example] if {*example} == {*needed} else [example, needed]


def seconds(store: Store, question: Canned, given: tuple[str, ...], runs: int) -> tuple[float, int]:
    """Return the best processor time of an answer, and its rows."""
    narrowed = meant(store, question, {name: VALUES.get(name, FAVOURITE) for name in given})
    task, best, rows = task_of(question.sparql, narrowed), float("inf"), 0
    for _ in range(runs):
        started = time.process_time()
        rows = len(answered(store.quads, task)["rows"])
        best = min(best, time.process_time() - started)
    return best, rows


def costs(folder: Path, small: int, large: int, runs: int) -> list[Cost]:
    """Measure every shipped question on stores of two sizes, made in `folder` if they are not there."""
    for size in (small, large):
        make_store(folder / f"store-{size}", size)
    made = []
    with (
        open_store(folder / f"store-{small}", read_only=True) as one,
        open_store(folder / f"store-{large}", read_only=True) as other,
    ):
        for question in canned().values():
            for given in ways(question):
                before, _ = seconds(one, question, given, runs)
                made.append(Cost(question, given, before, *seconds(other, question, given, runs)))
    return made


def table(found: list[Cost], small: int, large: int) -> str:
    """Return the costs as a table, and the heavy questions with their reasons."""
    lines = [f"{'question':16} {'with':18} {'rows':>6} {small:>9,} {large:>9,} {'ratio':>6}"]
    for cost in found:
        mark = " heavy" if cost.question.heavy else ""
        lines.append(
            f"{cost.question.name:16} {','.join(cost.given) or '-':18} {cost.rows:6} {cost.small:7.3f} s"
            f" {cost.large:7.3f} s {cost.ratio:6.1f}{mark}{'' if cost.passes else ' FAILS'}"
        )
    heavy = {c.question.name: c.question.heavy for c in found if c.question.heavy}
    return "\n".join([*lines, "", *(f"{name}: {why}" for name, why in heavy.items())])
