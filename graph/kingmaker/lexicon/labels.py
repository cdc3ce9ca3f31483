"""Labels of lists: what "Backers:", "The contenders" or "Who could replace her?" says of the names that follow."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kingmaker.errors import LexiconError
from kingmaker.model import SHAPES, Kind

READS = ("people", "posts", "sides")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label tells: a kind of situation with its value, and the roles of those listed and of whose list it is.

    `otherwise` is the id of the label that counts where a list of posts names none: "In", of a race.
    """

    id: str
    reads: str
    kind: Kind
    value: str | None
    role: str
    of: str | None
    owned: bool = False  # says something only where it is clear whose list it is: "For: ..."
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels, with the words by which they and the sentences that announce lists are known."""

    _named: tuple[tuple[re.Pattern[str], Label], ...]
    _announced: tuple[tuple[re.Pattern[str], Label], ...]

    def of(self, id: str) -> Label | None:
        """Return the label of an id."""
        return next((label for _, label in self._named if label.id == id), None)

    def named(self, words: str, inline: bool = False) -> Label | None:
        """Return what the whole of a line or (`inline`) of what stands before a colon says, in small letters."""
        fitting = (label for pattern, label in self._named if pattern.fullmatch(words))
        return next((label for label in fitting if not (inline and label.reads == "sides")), None)

    def announced(self, sentence: str) -> Label | None:
        """Return what a sentence says of the list that it announces."""
        return next((label for pattern, label in self._announced if pattern.search(sentence)), None)


@lru_cache(maxsize=1)
def labels() -> Labels:
    """Return the labels of `labels.toml`; raises LexiconError where one is wrong."""
    return read_labels(files("kingmaker.lexicon").joinpath("labels.toml").read_text(encoding="utf-8"))


def read_labels(text: str) -> Labels:
    """Read and check labels from TOML text."""
    told: dict[str, Any] = tomllib.loads(text)
    words, named, known = told.get("words", {}), [], {}
    for row in told.get("label", ()):
        label = _label(row)
        known[label.id] = label
        named += [(re.compile(_spelled_out(pattern, words)), label) for pattern in row["labels"]]
    announced = told.get("announced", {})
    if unknown := sorted(set(announced) - set(known)):
        raise LexiconError(f"labels.toml: announced: {unknown[0]!r} is no label; choose from {', '.join(known)}")
    found = tuple((re.compile(pattern), known[name]) for name, pattern in announced.items())
    return Labels(tuple(named), found)


def _label(row: Mapping[str, Any]) -> Label:
    kind = Kind(row["kind"])
    shape = SHAPES[kind]
    label = Label(row["id"], row["reads"], kind, row.get("value"), row["role"], row.get("of"),
                  bool(row.get("owned")), row.get("otherwise"))  # fmt: skip
    known = label.role in shape.roles and (label.of is None or label.of in shape.roles)
    if label.reads not in READS or not known or (shape.values and label.value not in shape.values):
        raise LexiconError(f"labels.toml: label {label.id!r}: reads, value or a role is none of its kind's")
    return label


def _spelled_out(pattern: str, words: Mapping[str, str]) -> str:
    """Put the choices of [words] in the place of their names ("<the>")."""
    return re.sub(r"<(\w+)>", lambda m: words[m[1]], pattern)
