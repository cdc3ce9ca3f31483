"""The world as news presumes it: look-ups by any name for places, bodies, titles, posts and their holders.

    >>> world().demonym("Dutch").name
    'Netherlands'
    >>> [h.person for h in world().holders("Prime Minister", "United Kingdom", "2023-06")]
    ['Rishi Sunak']

The data are the TOML files in `lexicon/world/`; `reading` says how they are written.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

from kingmaker.lexicon.entries import (
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
from kingmaker.lexicon.index import Index, folded, references, site_of
from kingmaker.lexicon.reading import read

__all__ = [
    "Body", "Country", "Gender", "Holder", "Office", "Portfolio", "Region", "Title", "World", "learn",
    "world",
]  # fmt: skip


# Where the family name comes first, in English news too.
FAMILY_FIRST = frozenset({"China", "Taiwan", "South Korea"})


class World:
    """Entries with their look-ups; see `entries` for what each entry holds.

    Look-ups ignore case, hyphens, dots, the kind of apostrophe and a leading "the", and find a name with
    or without its diacritics. A name of up to three letters is matched as it is written: "US" is the
    country, "us" is nobody. Nothing of that name gives None.
    """

    def __init__(self, entries: Entries) -> None:
        """Index the entries; raises LexiconError for a name given to two things or a thing not there."""
        references(entries)
        self.countries: tuple[Country, ...] = entries.countries
        self.regions: tuple[Region, ...] = entries.regions
        self.bodies: tuple[Body, ...] = entries.bodies
        self.titles: tuple[Title, ...] = entries.titles
        self.portfolios: tuple[Portfolio, ...] = entries.portfolios
        self.offices: tuple[Office, ...] = entries.offices
        self.all_holders: tuple[Holder, ...] = entries.holders
        self.as_of = entries.as_of
        self._sites = entries.sites
        self._given_names = entries.genders
        self._index_places()
        self._index_bodies()
        self._index_posts()

    def _index_places(self) -> None:
        places: tuple[Country | Region, ...] = (*self.countries, *self.regions)
        self._places: Index[Country | Region] = Index("names of places")
        self._demonyms: Index[Country | Region] = Index("demonyms")
        self._people: Index[Country | Region] = Index("nouns for people")
        self._seats: Index[Country | Region] = Index("seats of government")
        for place in places:
            self._places.add(place, (place.name, *place.aliases), place.ambiguous)
            self._demonyms.add(place, place.demonyms, place.ambiguous)
            self._people.add(place, place.people, place.ambiguous)
            self._seats.add(place, place.seats, place.ambiguous)

    def _index_bodies(self) -> None:
        self._bodies: Index[Body] = Index("names of bodies")
        self._modifiers: Index[Body] = Index("modifiers of bodies")
        self._members: Index[Body] = Index("nouns for members")
        self._local: dict[str, Index[Body]] = {}
        for body in self.bodies:
            outlet = body.the and body.kind == "media"  # "Sun" is no newspaper, "The Sun" is
            self._bodies.add(body, (f"the {body.name}" if outlet else body.name, *body.aliases))
            self._modifiers.add(body, body.modifiers)
            self._members.add(body, body.people)
            if body.local and body.country:
                at_home = self._local.setdefault(body.country, Index(f"local names in {body.country}"))
                at_home.add(body, body.local)
        countries = {c.name: c for c in self.countries}
        for body in self.bodies:
            if body.country in countries:
                self._bodies.add(body, _abroad(body, countries[body.country]), shared=True)

    def _index_posts(self) -> None:
        self._titles: Index[Title] = Index("titles")
        self._titles_of: dict[str, Index[Title]] = {}
        for title in self.titles:
            self._titles.add(title, (title.name, *title.aliases), shared=True)
            for scope in title.scopes:
                at = self._titles_of.setdefault(scope, Index(f"titles of scope {scope}"))
                at.add(title, (title.name, *title.aliases))
        self._portfolios: Index[Portfolio] = Index("portfolios")
        for portfolio in self.portfolios:
            self._portfolios.add(portfolio, (portfolio.key, *portfolio.names))
        self._offices: dict[str, Index[Office]] = {}
        for office in self.offices:
            place = office.under or office.of
            of = self._offices.setdefault(place, Index(f"offices of {place}"))
            of.add(office, (office.title, *office.aliases))

    @cached_property
    def _held(self) -> dict[tuple[str, str], list[Holder]]:
        held: dict[tuple[str, str], list[Holder]] = {}
        for holder in self.all_holders:
            held.setdefault((holder.key, holder.of), []).append(holder)
        return held

    @cached_property
    def _by_name(self) -> dict[str, list[Holder]]:
        by_name: dict[str, list[Holder]] = {}
        for holder in self.all_holders:
            for name in (holder.person, *holder.names):
                _append(by_name, folded(name), holder)
        return by_name

    @cached_property
    def _by_surname(self) -> dict[str, list[Holder]]:
        by_surname: dict[str, list[Holder]] = {}
        for holder in self.all_holders:
            for name in (holder.person, *holder.names):
                for surname in _surnames(folded(name), holder.of in FAMILY_FIRST):
                    _append(by_surname, surname, holder)
        return by_surname

    @cached_property
    def _genders(self) -> dict[str, Gender | None]:
        return {folded(name): gender for name, gender in self._given_names.items()}

    @cached_property
    def _first_words(self) -> frozenset[str]:
        holders = (folded(h.person.split()[0]) for h in self.all_holders)
        return frozenset(self._genders) | frozenset(w for w in holders if len(w) > 2)

    def country(self, text: str) -> Country | Region | None:
        """The country or region of this name or alias; a country before a region of the same name."""
        return self._places.find(text)

    def demonym(self, text: str) -> Country | Region | None:
        """The place this adjective belongs to ("Dutch", "U.S.", "Bavarian")."""
        return self._demonyms.find(text)

    def people(self, text: str) -> Country | Region | None:
        """The place whose people this noun names ("Dane", "Britons")."""
        return self._people.find(text)

    def seat(self, text: str) -> Country | Region | None:
        """The place whose government this name stands for ("Downing Street", "the Kremlin", "Berlin")."""
        return self._seats.find(text)

    def body(self, text: str, country: str | None = None) -> Body | None:
        """The body of this name or alias; with `country`, first what bears it there ("Supreme Court").

        Parties, trade unions and outlets with everyday names ("the League") are not found in lower case.
        """
        return _proper(self._at_home(text, country) or self._bodies.find(text), text)

    def modifier(self, text: str, country: str | None = None) -> Body | None:
        """The body this word stands for before a title ("Tory", "Fed"); any name of a body will do too."""
        return _proper(self._at_home(text, country) or self._modifiers.find(text), text) or self.body(text)

    def members(self, text: str, country: str | None = None) -> Body | None:
        """The body whose members this noun names ("Tories", "Democrats"), first one at home in `country`."""
        return self._at_home(text, country) or self._members.find(text)

    def _at_home(self, text: str, country: str | None) -> Body | None:
        at_home = self._local.get(country) if country else None
        return at_home.find(text) if at_home else None

    def title(self, text: str, scope: str | None = None) -> Title | None:
        """The title of this name or alias; with `scope`, that of such a thing ("premier" of a region).

        Without a scope the first in file order is given, where one word names several titles.
        """
        if scope is None:
            return self._titles.find(text)
        of_scope = self._titles_of.get(scope)
        return of_scope.find(text) if of_scope else None

    def opens_title(self, word: str) -> bool:
        """Whether a title may begin with this word."""
        return self._titles.opens(word)

    def portfolio(self, text: str) -> Portfolio | None:
        """What this names as the charge of a minister ("defense", "Health and Social Care")."""
        return self._portfolios.find(text)

    def office(self, title: str, of: str) -> Office | None:
        """The office of this title, or alias of it, of the place or body whose name is `of`.

        The office may turn out to be a post of another body: read its own `of`.
        """
        offices = self._offices.get(of)
        return offices.find(title) if offices else None

    def holders(self, key: str, of: str, on: str | None = None) -> tuple[Holder, ...]:
        """Who held the post `key` of `of`, oldest first; `on` (ISO day, month or year): who held it then.

        A day on which one hands over to another gives both. Nobody is known to hold a post after
        `as_of`, unless the data tell when that time ended.
        """
        held = self._held.get((key, of), [])
        chosen = held if on is None else [h for h in held if _held_on(h, on, self.as_of)]
        return tuple(sorted(chosen, key=_start))

    def posts_of(self, person_name: str) -> tuple[Holder, ...]:
        """All posts of the person of exactly this name, or of one of the listed names, oldest first."""
        return tuple(sorted(self._by_name.get(folded(person_name), ()), key=_start))

    def person(self, name: str) -> tuple[Holder, ...]:
        """As `posts_of`, and for a surname alone the posts of all who bear it."""
        return self.posts_of(name) or tuple(sorted(self._by_surname.get(folded(name), ()), key=_start))

    def gender(self, given_name: str) -> Gender | None:
        """The gender that a given name tells clearly, else None."""
        return self._genders.get(folded(given_name))

    def begins_name(self, word: str) -> bool:
        """Whether a person's name may begin with this word: a given name, or a family name that comes first."""
        return folded(word) in self._first_words

    def home(self, publisher: str) -> Country | None:
        """The country of a publisher, by its name or by its site ("bbc.co.uk", or an address there)."""
        body = self._bodies.find(publisher)
        country = body.country if body and body.kind == "media" else site_of(publisher, self._sites)
        found = self._places.find(country) if country else None
        return found if isinstance(found, Country) else None


def _abroad(body: Body, country: Country) -> Iterable[str]:
    """What a body is called in other countries: "Ghana's central bank", "the Danish parliament"."""
    own = (country.name, *(a for a in country.aliases if len(a) > 3))
    for local in (name.removeprefix("the ") for name in body.local):
        if local.lower() not in ("bank", "met"):
            yield from (f"{name}{mark} {local}" for name in own for mark in ("'s", "'", ""))
            yield from (f"{demonym} {local}" for demonym in country.demonyms)
            yield from (f"{local} of {name}" for name in own)


def _proper(body: Body | None, text: str) -> Body | None:
    """Leave out a body whose name is a common word unless it is written as a name ("labour", "unite")."""
    common = body is not None and body.kind in ("media", "party", "union-labour")
    return None if common and text.islower() else body


def _append(into: dict[str, list[Holder]], name: str, holder: Holder) -> None:
    listed = into.setdefault(name, [])
    if holder not in listed:
        listed.append(holder)


def _start(holder: Holder) -> str:
    return holder.start


def _surnames(person: str, family_first: bool) -> Iterable[str]:
    """Every tail of a name: "von der Leyen" and "Leyen" both find Ursula von der Leyen; "Xi" finds Xi Jinping."""
    words = person.split()
    tails = [" ".join(words[at:]) for at in range(1, len(words))]
    return [*tails, words[0]] if family_first and tails else tails


def _held_on(holder: Holder, on: str, as_of: str) -> bool:
    """Whether a time of office, at whatever precision it is told, reaches the time `on`."""
    begun = holder.start[: len(on)] <= on[: len(holder.start)]
    end = holder.end or max(as_of, holder.start)
    return begun and on[: len(end)] <= end[: len(on)]


@lru_cache(maxsize=1)
def world() -> World:
    """Load the world once, with what `learn` added; raises LexiconError if its files do not hold together."""
    return World(read(files("kingmaker.lexicon").joinpath("world"), _further[0]))


_further: list[tuple[Path, ...]] = [()]


def learn(knowledge: Sequence[Path]) -> None:
    """Add a user's own knowledge files to the world of this process, in place of those added before.

    They are TOML in the manner of `lexicon/world`, or Turtle of kingmaker's ontology. Raises LexiconError if
    one cannot be read or does not hold together with the world.
    """
    added = tuple(knowledge)
    if added == _further[0]:
        return
    _further[0] = added
    world.cache_clear()
    world()
