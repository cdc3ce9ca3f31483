"""The options that choose which claims count: a day, a clock, how sure, and on whose word."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kingmaker.model import Certainty
from kingmaker.races.view import Clock

if TYPE_CHECKING:
    from kingmaker.races import View

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


def view_of(
    as_of: str | None, clock: Clock, min_certainty: Certainty, on_record: bool, no_anonymous: bool
) -> "View":  # fmt: skip
    """Return the view that the options of a verb ask for."""
    from kingmaker.races import View

    day = day_of(as_of) if as_of else None
    return View(day, clock, min_certainty, on_record, anonymous=not no_anonymous)
