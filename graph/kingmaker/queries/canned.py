"""The shipped questions: one .rq file each, whose comments say what it asks and what it takes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_PARAM = re.compile(r"@param (\w+) entity( needed)?( loose)?: (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be narrowed by: a column that must be one of the entities of that name.

    `loose` columns may be empty in a row, so they are compared in the answer; the others are put into
    the question.
    """

    name: str
    needed: bool
    loose: bool
    description: str


@dataclass(frozen=True, slots=True)
class Canned:
    """A shipped question."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    sparql: str


@cache
def canned() -> Mapping[str, Canned]:
    """Return the shipped questions by name, in the order of their names."""
    files = sorted(Path(__file__).parent.glob("*.rq"))
    return MappingProxyType({file.stem: parsed(file.stem, file.read_text(encoding="utf-8")) for file in files})


def parsed(name: str, text: str) -> Canned:
    """Read a question: a title, a blank line, a description, @param lines and an @example, all comments."""
    lines = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
    parameters = tuple(
        Parameter(found[1], bool(found[2]), bool(found[3]), found[4])
        for line in lines
        if (found := _PARAM.fullmatch(line))
    )
    example = next((line.removeprefix("@example ") for line in lines if line.startswith("@example ")), name)
    description = " ".join(line for line in lines[1:] if line and not line.startswith("@"))
    return Canned(name, lines[0], description, parameters, example, text)
