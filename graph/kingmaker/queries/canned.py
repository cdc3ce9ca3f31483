"""The shipped questions: one .rq file each, whose comments say what it asks and what it takes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_PARAM = re.compile(r"@param (\w+) (entity|day|certainty)( needed)?( loose)?: (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be narrowed by: its name is that of the variable that gets the value.

    An `entity` is a column that must be one of those of that name. `loose` columns may be empty in a row, so
    they are compared in the answer; everything else is put into the question. A `day` and a `certainty` are
    no columns of the answer.
    """

    name: str
    kind: str
    needed: bool
    loose: bool
    description: str


@dataclass(frozen=True, slots=True)
class Canned:
    """A shipped question; `heavy` says why it may take long on a large store, if it may."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    sparql: str
    heavy: str | None = None


@cache
def canned() -> Mapping[str, Canned]:
    """Return the shipped questions by name, in the order of their names."""
    files = sorted(Path(__file__).parent.glob("*.rq"))
    return MappingProxyType({file.stem: parsed(file.stem, file.read_text(encoding="utf-8")) for file in files})


def parsed(name: str, text: str) -> Canned:
    """Read a question: a title, a blank line, a description, then @param, @heavy and @example, all comments."""
    lines = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
    parameters = tuple(
        Parameter(found[1], found[2], bool(found[3]), bool(found[4]), found[5])
        for line in lines
        if (found := _PARAM.fullmatch(line))
    )
    description = " ".join(line for line in lines[1:] if line and not line.startswith("@"))
    return Canned(
        name, lines[0], description, parameters, _tagged(lines, "example") or name, text, _tagged(lines, "heavy")
    )


def _tagged(lines: Iterable[str], tag: str) -> str | None:
    return next((line.removeprefix(f"@{tag} ") for line in lines if line.startswith(f"@{tag} ")), None)
