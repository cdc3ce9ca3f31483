"""What the values given to a shipped question mean: entities by name, days, certainties."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from pyoxigraph import Literal, NamedNode

from kingmaker.errors import QueryError
from kingmaker.model import Certainty
from kingmaker.queries.canned import Canned, Parameter
from kingmaker.queries.names import entities_called
from kingmaker.races.calendar import days
from kingmaker.rdf.namespaces import concept
from kingmaker.store import Store


@dataclass(frozen=True, slots=True)
class Meant:
    """How to narrow a question: sets of values to put into it, one after the other, and columns to sift."""

    bindings: Sequence[Mapping[str, NamedNode | Literal]] = ({},)
    sieve: Mapping[str, Sequence[NamedNode | Literal]] | None = None


def meant(store: Store, question: Canned, values: Mapping[str, str]) -> Meant:
    """Return what `values` mean to a question.

    Raises QueryError for a parameter that is unknown or wanting, a name nobody has, and what is no day
    or no certainty.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    _check(question, known, values)
    found = {name: _choices(store, known[name], value) for name, value in values.items()}
    fixed = {name: choices for name, choices in found.items() if not known[name].loose}
    bindings = [dict(zip(fixed, choice, strict=True)) for choice in product(*fixed.values())]
    return Meant(bindings, {name: choices for name, choices in found.items() if known[name].loose})


def _check(question: Canned, known: Mapping[str, Parameter], values: Mapping[str, str]) -> None:
    choices = ", ".join(known) or "none"
    for key in values:
        if key not in known:
            raise QueryError(f"{question.name} has no parameter {key!r}; it takes {choices}")
    for parameter in known.values():
        if parameter.needed and parameter.name not in values:
            raise QueryError(f"{question.name} needs {parameter.name}=..., for example: {question.example}")


def _choices(store: Store, parameter: Parameter, value: str) -> Sequence[NamedNode | Literal]:
    if parameter.kind == "day":
        return [_day(parameter.name, value)]
    if parameter.kind == "certainty":
        return [_certainty(parameter.name, value)]
    return entities_called(store, value)


def _day(name: str, text: str) -> Literal:
    """Return what every date up to the last day that `text` means comes before, as text with "-99" behind it.

    That is the day after, as text: "2024-02-29-99" and "2024-02-99" come before "2024-03-01", and "2024-99"
    does not. So one comparison, which every engine has, serves days, months and years.
    """
    found = days(text) if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text) else None
    if found is None:
        raise QueryError(f"{name}={text!r} is no day; write it as 2024-02-23, 2024-02 or 2024")
    return Literal((found.last + timedelta(1)).isoformat() if found.last < date.max else "9999-99-99")


def _certainty(name: str, text: str) -> NamedNode:
    if text not in {*Certainty}:
        raise QueryError(f"{name}={text!r} is no certainty; choose one of {', '.join(Certainty)}")
    return concept(text)
