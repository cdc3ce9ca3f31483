"""Read the world's data files into entries, and refuse a file that does not hold together.

A file says what it `holds` and lists its entries in groups. A group's own keys are shared by all its
rows; a row is one line of cells between bars, in the order of `columns`, with empty cells at the end
left out; several values in a cell stand between semicolons. A name written with "the " before it takes
the article:

    holds = "countries"
    columns = ["name", "code", "aliases", "demonyms"]
    [[group]]
    rows = '''
    the Netherlands | NL | Holland | Dutch
    '''
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

from kingmaker.errors import LexiconError
from kingmaker.lexicon import turtle
from kingmaker.lexicon.entries import (
    BODY_KINDS,
    SCOPES,
    Body,
    Country,
    Entries,
    Gender,
    Holder,
    Office,
    Portfolio,
    Region,
    Title,
)

GIVEN_NAMES = "given-names"
ENTRY_OF = {
    "countries": Country, "regions": Region, "bodies": Body, "titles": Title,
    "portfolios": Portfolio, "offices": Office, "holders": Holder,
}  # fmt: skip
_LISTS = frozenset({"aliases", "demonyms", "people", "seats", "modifiers", "local", "scopes", "names", "sites"})
_COLUMNS = {
    holds: frozenset(f.name for f in fields(entry)) - {"the"} | ({"sites"} if entry is Body else set())
    for holds, entry in ENTRY_OF.items()
}


Cells = dict[str, Any]
Reader = Callable[["Place", Any], Any]


@dataclass(slots=True)
class Place:
    """Where in the data something is said: the file, and the entry once it is known."""

    file: str
    entry: str = ""

    def refuse(self, problem: str, choices: object = ()) -> LexiconError:
        """Make the error that names file, entry and, if there are any, the valid choices."""
        where = f"{self.file}, {self.entry!r}" if self.entry else self.file
        valid = ", ".join(sorted(str(c) for c in cast("tuple[str, ...]", choices)))
        return LexiconError(f"{where}: {problem}" + (f"; choose one of: {valid}" if valid else ""))


def read(folder: Traversable, further: Sequence[Path] = ()) -> Entries:
    """Read every TOML file of a folder, in the order of their names, then the `further` ones as given.

    A further file may be Turtle instead (see `lexicon.turtle`).

    Raises LexiconError for a file that is not TOML, an unknown key, kind, scope or post, a row with too
    many cells, and an entry that lacks what it needs.
    """
    found: dict[str, list[Any]] = {holds: [] for holds in ENTRY_OF}
    sites: dict[str, str] = {}
    genders: dict[str, Gender | None] = {}
    as_of = ""
    shipped = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    written = [file for file in further if file.suffix.lower() not in turtle.SUFFIXES]
    for file in (*shipped, *written):
        data = _parse(file)
        as_of = max(as_of, data.get("as_of", ""))
        for group in data.get("group", []):
            if data["holds"] == GIVEN_NAMES:
                told = group.get("gender")
                gender = None if told == "either" else _READ["gender"](Place(file.name), told)
                genders |= dict.fromkeys(group.get("rows", "").split(), gender)
                continue
            for place, cells in _rows(Place(file.name), data, group):
                for site in cells.pop("sites", ()):
                    sites[site] = cells.get("country", "")
                found[data["holds"]].append(_entry(data["holds"], place, cells))
    for file in (f for f in further if f not in written):
        _learn(found, file)
    holders = _holders(found.pop("holders"), found["offices"])
    made = {holds: tuple(entries) for holds, entries in found.items()}
    return Entries(**made, holders=holders, sites=sites, genders=genders, as_of=as_of)


def _learn(found: dict[str, list[Any]], file: Path) -> None:
    """Add what a Turtle file tells to the entries found so far."""
    places = (*found["countries"], *found["regions"], *found["bodies"])
    learned = turtle.read_turtle(file, turtle.Known.of(places, found["titles"]))
    found["bodies"] += learned.bodies
    found["titles"] += learned.titles
    found["holders"] += [_dated(Place(file.name, cells["person"]), cells) for cells in learned.holders]


def _parse(file: Traversable) -> dict[str, Any]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Place(file.name).refuse(f"is not TOML: {error}") from error
    except OSError as error:
        raise Place(file.name).refuse(f"cannot be read: {error.strerror}") from error
    known = {*ENTRY_OF, GIVEN_NAMES}
    if data.get("holds") not in known:
        raise Place(file.name).refuse(f"`holds` is {data.get('holds')!r}", tuple(known))
    return data


def _rows(place: Place, data: Mapping[str, Any], group: Mapping[str, Any]) -> Iterator[tuple[Place, Cells]]:
    """Yield each row of a group as its values by column, with the group's own keys added."""
    columns = group.get("columns", data.get("columns", ()))
    shared = {k: v for k, v in group.items() if k not in ("rows", "columns")}
    valid = _COLUMNS[data["holds"]]
    for name in (*columns, *shared):
        if name not in valid:
            raise place.refuse(f"unknown key {name!r}", tuple(valid))
    shared = {name: _READ.get(name, _kept)(place, value) for name, value in shared.items()}
    readers = [(name, _READ.get(name, _kept)) for name in columns]
    for line in group.get("rows", "").splitlines():
        if not line or line[0] == "#" or line.isspace():
            continue
        values = [value.strip() for value in line.split("|")]
        row = Place(place.file, values[0])
        if len(values) > len(columns):
            raise row.refuse(f"has {len(values)} cells for {len(columns)} columns ({', '.join(columns)})")
        cells = shared.copy()
        for (name, read_cell), value in zip(readers, values, strict=False):
            if value:
                cells[name] = read_cell(row, value)
        yield row, cells


def _kept(place: Place, value: Any) -> Any:
    return value


def _listed(place: Place, cell: Any) -> tuple[str, ...]:
    """Split a cell at its semicolons."""
    if not isinstance(cell, str):
        return tuple(cell)
    return tuple([part.strip() for part in cell.split(";")]) if ";" in cell else (cell,)


def _flag(place: Place, value: Any) -> bool:
    if value not in (True, False, "yes", "no"):
        raise place.refuse(f"a flag is {value!r}", ("yes", "no"))
    return value in (True, "yes")


def _rank(place: Place, value: Any) -> int:
    if str(value) not in "1234":
        raise place.refuse(f"`rank` is {value!r}", (1, 2, 3, 4))
    return int(value)


def _chosen(name: str, choices: tuple[str, ...]) -> Reader:
    """Make the reader of a value, or list of values, that must be among `choices`."""
    many = name in _LISTS

    def read_choice(place: Place, value: Any) -> Any:
        values = _listed(place, value) if many else (value,)
        for one in values:
            if one not in choices:
                raise place.refuse(f"`{name}` is {one!r}", choices)
        return values if many else value

    return read_choice


_READ: Mapping[str, Reader] = {
    **dict.fromkeys(_LISTS, _listed),
    **dict.fromkeys(("ambiguous", "single", "generic"), _flag),
    "rank": _rank,
    "kind": _chosen("kind", BODY_KINDS),
    "scopes": _chosen("scopes", SCOPES),
    "gender": _chosen("gender", ("f", "m")),
}


def _entry(holds: str, place: Place, cells: Cells) -> Any:
    """Make an entry of its values, the article taken off its name.

    A holder stays as it is until all are read, for its rows tell of each other.
    """
    if holds == "holders":
        return _dated(place, cells)
    name = cells.get("name", "")
    if name.startswith("the "):
        cells["name"], cells["the"] = name[4:], True
    try:
        return ENTRY_OF[holds](**cells)
    except TypeError as error:
        raise place.refuse(f"lacks a value ({error})", tuple(_COLUMNS[holds])) from error


def _dated(place: Place, cells: Cells) -> Cells:
    """Refuse a holder without person, post or start, with wrong dates, or whose end is before the start."""
    lacking = [name for name in ("person", "title", "of", "start") if name not in cells]
    if lacking:
        raise place.refuse(f"lacks {' and '.join(lacking)}", tuple(_COLUMNS["holders"]))
    for name in ("start", "end"):
        value = cells.get(name)
        if value is not None and (len(value) not in (4, 7, 10) or not value.replace("-", "").isdigit()):
            raise place.refuse(f"`{name}` is {value!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
    start, end = cells.get("start", ""), cells.get("end")
    if end is not None and end < start[: len(end)]:
        raise place.refuse(f"ends ({end}) before it starts ({start}); correct one of them")
    return cells


def _holders(told: list[Cells], offices: list[Office]) -> tuple[Holder, ...]:
    """Make holders, each with what is told elsewhere: the post's key, names and gender from other rows."""
    keys: dict[tuple[str, str], str] = {(office.title, office.of): office.key for office in offices}
    genders: dict[str, Gender] = {}
    names: dict[str, tuple[str, ...]] = {}
    for cells in told:
        person = cells["person"]
        if "gender" in cells:
            genders[person] = cells["gender"]
        if "names" in cells:
            names[person] = tuple(dict.fromkeys((*names.get(person, ()), *cells["names"])))
    return tuple(
        Holder(
            cells["person"],
            cells["title"],
            cells["of"],
            cells.get("key") or keys.get((cells["title"], cells["of"])) or cells["title"],
            cells["start"],
            cells.get("end"),
            names.get(cells["person"], ()),
            genders.get(cells["person"]),
        )
        for cells in told
    )
