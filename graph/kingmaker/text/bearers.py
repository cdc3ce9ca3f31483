"""Whose a title is by what the world knows of those who bear it: "President Emmanuel Macron"."""

from collections.abc import Iterable

from kingmaker.lexicon.world import world
from kingmaker.model import Entity
from kingmaker.text.offices import Office
from kingmaker.text.particular import key_at, post_of
from kingmaker.text.places import known_place


def of_bearer(office: Office, key: str, bearer: str, day: str) -> Entity | None:
    """ "President Emmanuel Macron": the one post of that title that the world knows its bearer by."""
    held = {h.of for h in world().person(bearer) if h.key == key_at(office, key, h.of)
            and h.start[: len(day)] <= day[: len(h.start)]}  # fmt: skip
    return post_of(office, known_place(held.pop(), 0, 0)) if len(held) == 1 else None


def of_named(office: Office, key: str, people: Iterable[str], day: str | None) -> Entity | None:
    """ "The chancellor", where one person of the article is known to hold one post of that title then."""
    if day is None or office.status != "current":
        return None
    held = {h.of for name in people for h in world().posts_of(name) if h.key == key
            and h in world().holders(key, h.of, day)}  # fmt: skip
    return post_of(office, known_place(held.pop(), 0, 0)) if len(held) == 1 else None
