"""Whose a bare "education minister" is: the country's, or that of the state or province an article is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kingmaker.text.mention import Mention
from kingmaker.text.offices import Office
from kingmaker.text.places import Place
from kingmaker.text.tree import Tree

# Titles of those who head a part of a country, and of those who head a country.
REGIONAL = ("Premier", "Chief Minister", "Menteri Besar", "First Minister", "Governor", "Deputy Premier",
            "Deputy Chief Minister", "Deputy First Minister", "Lieutenant Governor")  # fmt: skip
NATIONAL = ("Prime Minister", "President", "Chancellor", "Vice President", "Deputy Prime Minister")
# Where the head of a province is its premier, and nobody calls the head of the country's government so.
PREMIERS = ("Canada", "Australia", "South Africa", "Pakistan")
COMMISSIONERS = ("Nigeria", "Malaysia")  # where a state's ministers are its commissioners, or have no such title
STYLED = {"Nigeria": "Commissioner"}  # and what who has a portfolio there is called
CABINET = ("Minister", "Secretary", "Attorney General", "Secretary of State", "Treasurer", "Solicitor General",
           "Chief Whip", "Leader of the Opposition", "Auditor General", "Minister of State")  # fmt: skip
UNION = ("federal", "union", "national", "central")
PROVINCE = ("state", "provincial", "regional")
OFTENER = 2  # times as often as the country's head that an article names the region's to be about it


@dataclass(frozen=True, slots=True)
class Levels:
    """The country and the part of it that an article is about; `regional` if its ministers are that part's."""

    home: Place | None
    region: Place | None
    regional: bool
    unsure: bool = False  # whether it speaks of the head of some part that it does not name

    @classmethod
    def of(
        cls, offices: Sequence[Mention], trees: Mapping[int, Tree], home: Place | None, region: Place | None
    ) -> "Levels":
        """Weigh the heads that an article names: a region's against the country's."""
        told = [m.office for m in offices if m.office is not None]
        places = (region.label,) if region is not None else ()
        own = sum(o.base in REGIONAL or _heads_province(o, home, places) for o in told if _is_of(o, places))
        country = (home.label,) if home is not None else ()
        others = sum(o.base in NATIONAL and not _is_premier(o, home) for o in told if _is_of(o, country))
        if not own and not others:
            own = _ministers(offices, trees, places, country)
        about = own > 0 and own >= OFTENER * others
        unsure = region is None and about
        return cls(home, region, region is not None and about, unsure)

    @property
    def cabinet(self) -> Place | None:
        """Whose ministries go without saying."""
        if self.unsure:
            return None
        ministers = self.home is None or self.home.label not in COMMISSIONERS or self.home.label in STYLED
        return self.region if self.regional and ministers else self.home

    def read(self, office: Office) -> Office:
        """Return an office as its country calls it: "the premier" of a Canadian article heads a province."""
        if not _is_premier(office, self.home):
            return office
        name = "Deputy Premier" if "deputy" in office.title.lower() else "Premier"
        return replace(office, key=name, base=name, scopes=("region",))

    def place(self, tree: Tree, office: Office) -> Place | None:
        """Return the region whose a bare title is, if it is a region's."""
        if self.region is None or not self._is_cabinet(office):
            return None
        before = {w.lower for w in tree.words[max(0, office.start - 1) : office.end]}
        if before & set(UNION):
            return None
        return self.region if self.regional or before & set(PROVINCE) else None

    def _is_cabinet(self, office: Office) -> bool:
        if office.place is not None or office.key.rstrip("*") in ("Minister", "Secretary"):
            return False
        if office.base in ("Commissioner", "Minister") and self.home is not None:
            commissioners = self.home.label in COMMISSIONERS
            return commissioners == (office.base == "Commissioner") and ": " in office.key
        return office.base in CABINET


def _is_premier(office: Office, home: Place | None) -> bool:
    last = office.title.lower().split()[-1:]
    return home is not None and home.label in PREMIERS and last == ["premier"] and office.place is None


def _heads_province(office: Office, home: Place | None, regions: Sequence[str]) -> bool:
    """ "Ontario Premier": where the country's head is no premier, and where the phrase names the region."""
    named = office.place is not None and office.place.label in regions
    return _is_premier(office, home) or (named and office.title.lower().endswith("premier"))


def _ministers(
    offices: Sequence[Mention], trees: Mapping[int, Tree], places: Sequence[str], country: Sequence[str]
) -> int:
    """Count the region's ministers in an article that begins with one and names none of the country's."""
    cabinet = [m.office for m in offices if m.office is not None and m.office.base in CABINET]
    if not cabinet or not _is_at(cabinet[0], places) or any(_is_at(o, country) for o in cabinet):
        return 0
    unions = any(_is_unions(m, trees[m.tree]) for m in offices)
    return 0 if unions else sum(_is_at(o, places) for o in cabinet)


def _is_at(office: Office, places: Sequence[str]) -> bool:
    return office.place is not None and office.place.label in places


def _is_unions(mention: Mention, tree: Tree) -> bool:
    """ "The Union home minister", "federal health minister"."""
    return any(w.lower in UNION for w in tree.words[max(0, mention.start - 1) : mention.end])


def _is_of(office: Office, places: Sequence[str]) -> bool:
    return office.place is None or office.place.label in places
