"""Whose a bare "education minister" is: the country's, or that of the state or province an article is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kingmaker.text.mention import Mention
from kingmaker.text.offices import Office
from kingmaker.text.places import Place
from kingmaker.text.tree import Tree

# Titles of those who head a part of a country, and of those who head a country.
REGIONAL = ("Premier", "Chief Minister", "First Minister", "Governor", "Deputy Premier", "Deputy Chief Minister",
            "Deputy First Minister", "Lieutenant Governor")  # fmt: skip
NATIONAL = ("Prime Minister", "President", "Chancellor", "Vice President", "Deputy Prime Minister")
# Where the head of a province is its premier, and nobody calls the head of the country's government so.
PREMIERS = ("Canada", "Australia", "South Africa", "Pakistan")
COMMISSIONERS = ("Nigeria",)  # where a state's ministers are its commissioners
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

    @classmethod
    def of(cls, offices: Iterable[Mention], home: Place | None, region: Place | None) -> "Levels":
        """Weigh the heads that an article names: a region's against the country's."""
        told = [m.office for m in offices if m.office is not None]
        places = (region.label,) if region is not None else ()
        own = sum(o.base in REGIONAL or _heads_province(o, home, places) for o in told if _is_of(o, places))
        country = (home.label,) if home is not None else ()
        others = sum(o.base in NATIONAL and not _is_premier(o, home) for o in told if _is_of(o, country))
        return cls(home, region, region is not None and own > 0 and own >= OFTENER * others)

    @property
    def cabinet(self) -> Place | None:
        """Whose ministries go without saying."""
        commissioners = self.home is not None and self.home.label in COMMISSIONERS
        return self.region if self.regional and not commissioners else self.home

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


def _is_of(office: Office, places: Sequence[str]) -> bool:
    return office.place is None or office.place.label in places
