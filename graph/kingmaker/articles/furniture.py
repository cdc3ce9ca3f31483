"""The lines that a site puts round an article, known by the patterns in `lexicon/furniture.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kingmaker.errors import LexiconError

FILE = "lexicon/furniture.toml"
TIME_CODE = "time code"
SCOPES = ("line", "run", "player", "rest")
ZONES = {  # where a pattern may match -> the zones of an article that this is
    "any": frozenset({"above", "under", "opening", "below"}),
    "top": frozenset({"above", "under"}),
    "under": frozenset({"under"}),
    "below": frozenset({"below"}),
}
_KEYS = frozenset({"name", "pattern", "scope", "where", "cased", "examples", "not"})
_LONGEST = 400  # characters; a longer line is a paragraph, whatever it looks like
_PART = re.compile(r"<([a-z]+)>")


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of furniture: how its line reads, in which zones it stands, and how far it reaches."""

    name: str
    pattern: re.Pattern[str]
    scope: str
    zones: frozenset[str]
    examples: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    def matches(self, line: str) -> bool:
        """Whether a line, its quotes, dashes and spaces made plain, is of this kind."""
        return self.pattern.fullmatch(line) is not None


def kind_of(line: str, zone: str) -> Furniture | None:
    """Return the kind of furniture that a plain line is where it stands, or None if it is none."""
    if len(line) > _LONGEST:
        return None
    return next((kind for kind in kinds() if zone in kind.zones and kind.matches(line)), None)


@cache
def kinds() -> tuple[Furniture, ...]:
    """Return all kinds, in the order of the file; raises LexiconError if it does not hold together."""
    return parse(files("kingmaker").joinpath(*FILE.split("/")).read_text(encoding="utf-8"))


def parse(source: str, file: str = FILE) -> tuple[Furniture, ...]:
    """Return the kinds that a TOML text defines; LexiconError names file, entry and valid choices."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: not TOML ({error})") from None
    parts: dict[str, str] = {}
    for name, pattern in data.get("parts", {}).items():
        parts[name] = _filled(pattern, parts, f"{file}, part {name!r}")
    return tuple(_kind(entry, parts, file) for entry in data.get("furniture", ()))


def _kind(entry: Mapping[str, Any], parts: Mapping[str, str], file: str) -> Furniture:
    where = f"{file}, {entry.get('name', '(no name)')!r}"
    for key in entry:
        if key not in _KEYS:
            raise LexiconError(f"{where}: no such key {key!r}; choose from: {', '.join(sorted(_KEYS))}")
    for key in ("name", "pattern", "examples"):
        if not entry.get(key):
            raise LexiconError(f"{where}: {key} is missing")
    scope = _choice(entry, "scope", SCOPES, where)
    zones = ZONES[_choice(entry, "where", tuple(ZONES), where)]
    source = _filled(entry["pattern"], parts, where)
    try:
        pattern = re.compile(source, 0 if entry.get("cased") else re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"{where}: pattern is no regular expression ({error})") from None
    return Furniture(entry["name"], pattern, scope, zones, tuple(entry["examples"]), tuple(entry.get("not", ())))


def _choice(entry: Mapping[str, Any], key: str, choices: tuple[str, ...], where: str) -> str:
    value = str(entry.get(key, choices[0]))
    if value not in choices:
        raise LexiconError(f"{where}: {key} is {value!r}; choose from: {', '.join(choices)}")
    return value


def _filled(pattern: str, parts: Mapping[str, str], where: str) -> str:
    """Put the parts in for their names; a part may use those above it."""
    for name in _PART.findall(pattern):
        if name not in parts:
            raise LexiconError(f"{where}: no such part <{name}>; choose from: {', '.join(parts)}")
    return _PART.sub(lambda match: parts[match[1]], pattern)
