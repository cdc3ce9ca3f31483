"""What headlines tell in their own grammar: the patterns of `headlines.toml`, read once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kingmaker.errors import LexiconError
from kingmaker.model import SHAPES, Certainty, Kind

BEFORE = r"(?P<before>(?:[a-z0-9'.-]+,? ){0,4})"
ASIDES = "after|amid|in|following|despite|as|to|over|on|by|with|until|ahead|and|but|while|from"
AFTER = rf"(?P<after>(?:,? (?:{ASIDES})\b.*|, .*| again| next \w+| too)?)"
NAMES = r"(?:(?:POST )?NAME(?:(?:, | and |, and | & )(?:POST )?NAME)*)"
ACTORS = r"(?:(?:POST )?NAME|POST|PLACE)"


@dataclass(frozen=True, slots=True)
class Headline:
    """A pattern, and the kind of situation that it tells."""

    id: str
    kind: Kind
    value: str | None
    certainty: Certainty
    fresh: bool  # only of an office that is called new
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def headlines() -> tuple[Headline, ...]:
    """Return the patterns in file order; raises LexiconError where one is wrong."""
    return read_headlines(files("kingmaker.lexicon").joinpath("headlines.toml").read_text(encoding="utf-8"))


def read_headlines(text: str) -> tuple[Headline, ...]:
    """Read and check patterns from TOML text."""
    told: dict[str, Any] = tomllib.loads(text)
    words = told.get("words", {})
    return tuple(_headline(row, pattern, words) for row in told["headline"] for pattern in row["patterns"])


def _headline(row: Mapping[str, Any], pattern: str, words: Mapping[str, str]) -> Headline:
    kind, value = Kind(row["kind"]), row.get("value")
    shape = SHAPES[kind]
    spelled = re.sub(r"<(\w+)>", lambda m: words[m[1]], pattern)
    roles = re.findall(r"\{(\w+)\}", spelled)
    wrong = [r for r in roles if r not in shape.roles] or [r for r in shape.needed if r not in roles]
    if wrong or (shape.values and value not in shape.values):
        raise LexiconError(f"headlines.toml: {row['id']!r}: {wrong[0] if wrong else value!r} is none of its kind's")
    whole = re.sub(r"\{(\w+)\}", lambda m: f"(?P<{m[1]}>{_filler(m[1], shape.needed[0])})", spelled)
    certainty = Certainty(row.get("certainty", Certainty.CERTAIN))
    return Headline(row["id"], kind, value, certainty, bool(row.get("fresh")), re.compile(BEFORE + whole + AFTER))


def _filler(role: str, first: str) -> str:
    """Return what may fill a role: an office, the people it is about, or whoever does it."""
    if role == "post":
        return "POST"
    return ACTORS if role in ("backer", "nominator", "appointer") or (role != first and role != "candidate") else NAMES
