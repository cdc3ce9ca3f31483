"""What the world holds: places, bodies, titles, portfolios, offices and who held them, as plain entries.

A label never carries an article: `the` says whether English puts one before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Gender = Literal["f", "m"]

BODY_KINDS = (
    "agency", "alliance", "bank", "central-bank", "committee", "court", "government", "media", "ministry",
    "parliament", "party", "union", "union-labour",
)  # fmt: skip
SCOPES = (
    "agency", "alliance", "army", "bank", "central-bank", "city", "committee", "company", "country", "court",
    "embassy", "government", "media", "ministry", "parliament", "party", "region", "union", "union-labour",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A state; `code` is ISO 3166-1 alpha-2.

    `demonyms` are adjectives ("Dutch"), `people` nouns for its people ("Dane", "Danes"), `seats` the
    names that stand for its government ("Downing Street", "Berlin"). An `ambiguous` name has a
    well-known other bearer ("Georgia") and wants a second sign before it is believed.
    """

    name: str
    code: str = ""
    the: bool = False
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a country (`of`) with a government of its own; the other fields are as a country's."""

    name: str
    of: str
    the: bool = False
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation with posts: its `kind` is one of `BODY_KINDS`, `head` the title of its head's post.

    `modifiers` are adjectives that stand for it before a title ("Tory leader"), `people` nouns for its
    members ("Tories"), `local` what it is called where its `country` goes without saying ("the Greens",
    "Supreme Court"): local names are found only by a look-up that says the country.
    """

    name: str
    kind: str
    the: bool = False
    aliases: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    country: str | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """What a post may be called; `scopes` are the kinds of thing that have such a post (see `SCOPES`).

    `single`: one holder at a time. `generic`: a plain word for whoever heads the body ("chief", "boss").
    `rank`: 1 heads its body, 2 deputises, 3 sits in its leading circle, 4 serves below that.
    """

    name: str
    scopes: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    single: bool = False
    generic: bool = False
    rank: int = 3


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What a minister or secretary is of; `key` ends the key of the post ("Minister: defence")."""

    key: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """The particular name of one post; two titles with the same `key` and `of` are the same post.

    `under` is where it is looked up if that is not what it is a post of: the US House Speaker is named
    after the country and is a post `of` the House of Representatives.
    """

    title: str
    of: str
    key: str
    aliases: tuple[str, ...] = ()
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody's time in a post; `start` and `end` are ISO days, months or years, both included.

    `end` None: in office on the day up to which the data are known (`World.as_of`).
    """

    person: str
    title: str
    of: str
    key: str
    start: str
    end: str | None = None
    names: tuple[str, ...] = ()
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """All that the files say, in file order."""

    countries: tuple[Country, ...] = ()
    regions: tuple[Region, ...] = ()
    bodies: tuple[Body, ...] = ()
    titles: tuple[Title, ...] = ()
    portfolios: tuple[Portfolio, ...] = ()
    offices: tuple[Office, ...] = ()
    holders: tuple[Holder, ...] = ()
    sites: Mapping[str, str] = field(default_factory=dict)  # publisher's site -> country's name
    genders: Mapping[str, Gender | None] = field(default_factory=dict)  # given name -> gender, None: either
    as_of: str = ""
