"""The options that choose which claims count: a day, a clock, how sure, and on whose word."""

import functools
import inspect
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

import typer

from kingmaker.model import Certainty, Clock

if TYPE_CHECKING:
    from kingmaker.races import View

Verb = TypeVar("Verb", bound=Callable[..., None])

_AS_OF = "What was known, or so, as of this day: YYYY-MM-DD, or YYYY-MM and YYYY for their last day."
_CLOCK = "Ask by when it was published (what could be known that day), or by when it was so (all that is known now)."
_SURE = "Leave out claims less sure than this."
_RECORD = "Count the words of named speakers only, not the articles' own voice."
_ANONYMOUS = "Leave out what rests on somebody unnamed."

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help=_AS_OF, show_default=False)]
ClockOption = Annotated[Clock, typer.Option("--clock", help=_CLOCK)]
MinCertainty = Annotated[Certainty, typer.Option("--min-certainty", help=_SURE)]
OnRecord = Annotated[bool, typer.Option("--on-record", help=_RECORD)]
NoAnonymous = Annotated[bool, typer.Option("--no-anonymous", help=_ANONYMOUS)]


def day_of(text: str, option: str = "--as-of") -> date:
    """Return the last day that a date means; raises BadParameter for anything but a day, a month or a year."""
    import re

    from kingmaker.races.calendar import days

    found = days(text) if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text) else None
    if found is None:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2024-02-23, 2024-02 or 2024", param_hint=option)
    return found.last


def viewed(*, day: bool = True) -> Callable[[Verb], Verb]:
    """Give a verb the options that choose which claims count, in the place of its parameter `view`.

    Without `day` there is no --as-of, for a verb that asks for days in its own way. Typer reads a verb's
    options off its signature, so that is what is made anew.
    """
    options = {name: kept for name, kept in _OPTIONS.items() if day or name != "as_of"}

    def decorated(verb: Verb) -> Verb:
        @functools.wraps(verb)
        def called(*args: Any, **told: Any) -> None:
            verb(*args, view=_view(**{name: told.pop(name) for name in options}), **told)

        own = inspect.signature(verb).parameters.values()
        made = [p for mine in own for p in (options.values() if mine.name == "view" else (_by_name(mine),))]
        named: Any = called
        named.__signature__ = inspect.Signature(made, return_annotation=None)
        named.__annotations__ = {p.name: p.annotation for p in made}
        return cast(Verb, called)

    return decorated


def _view(
    clock: Clock, min_certainty: Certainty, on_record: bool, no_anonymous: bool, as_of: str | None = None
) -> "View":  # fmt: skip
    from kingmaker.races import View

    return View(day_of(as_of) if as_of else None, clock, min_certainty, on_record, anonymous=not no_anonymous)


def _by_name(parameter: inspect.Parameter) -> inspect.Parameter:
    """Return a parameter as Typer gives it, by its name: then one with a default may come before one without."""
    return parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)


def _option(name: str, kind: Any, default: object) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


_OPTIONS = {
    option.name: option
    for option in (
        _option("as_of", AsOf, None),
        _option("clock", ClockOption, Clock.PUBLISHED),
        _option("min_certainty", MinCertainty, Certainty.HYPOTHETICAL),
        _option("on_record", OnRecord, default=False),
        _option("no_anonymous", NoAnonymous, default=False),
    )
}
