"""Branches: a party's own one in a part of a country, told apart from the party: "the Nova Scotia Liberal leader"."""

from dataclasses import dataclass

from kingmaker.lexicon.entries import Body, Region
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Title, world
from kingmaker.model import EntityKind
from kingmaker.text.places import Place
from kingmaker.text.tree import Tree

LONGEST = 5  # words of a region's or a party's name


@dataclass(frozen=True, slots=True)
class Told:
    """A party in a region: its words there, and the region's names, the one told first."""

    party: Body
    words: str
    names: tuple[str, ...]


def branch_of(tree: Tree, first: int, start: int, last: int, place: Place | None, title: Title) -> Place | None:
    """Return the branch that the words about a party's title tell, None where they tell of no part of a country.

    The title stands at word `start`; with what belongs to it, its place too, the phrase runs from `first` to `last`.
    """
    if not (title.generic or "party" in title.scopes):
        return None
    after = place is not None and place.start >= start
    ends = (start - (start > 1 and tree[start - 1].lower in terms().branches), *([last] if after else []))
    for end in ends:
        if (found := _ending_at(tree, end)) is not None:
            return _branch(tree, found[0] if end == ends[0] else first, last, found[1], title)
    words = _words(tree, first, start, place)
    if (region := _region_after(tree, last)) is not None and (told := _told(words, *region[1:])) is not None:
        return _branch(tree, first, region[0], told, title)
    unit = tree[first - 1].lower in terms().branches if first else False
    region = _region(tree, _less_possessive(tree, first - 1)) if unit else None
    if region is not None and (told := _told(words, *region[1:])) is not None:
        return _branch(tree, region[0], last, told, title)
    return None


def names_branch(tree: Tree, start: int, end: int) -> bool:
    """Whether words are the name of a branch: "the Victorian Liberal Party"."""
    found = _ending_at(tree, end) if tree[end - 1].is_capital else None
    return found is not None and found[0] == start


def is_member(tree: Tree, start: int, title: Title, place: Place | None) -> bool:
    """Whether a party's "leader" is only one of its people: "BJP leader Ravi Roy", where a president heads it."""
    if title.name != "Leader" or tree[start].lower != "leader":
        return False
    if place is not None and place.start >= start:
        return False
    if (found := _ending_at(tree, start)) is not None:
        return found[1].party.head != "Leader"
    return place is not None and is_many_headed(world().body(place.label))


def is_many_headed(party: Body | None) -> bool:
    """Whether any politician of a party is called its leader."""
    found = party is not None and party.kind == "party" and party.head != "Leader"
    return found and party is not None and party.country in terms().many_leaders


def _ending_at(tree: Tree, last: int) -> tuple[int, Told] | None:
    """ "Karnataka BJP" (president), "the BJP's Kerala" (chief), "BJP Kerala" (unit president)."""
    end = _less_possessive(tree, last)
    if not end or not tree[end - 1].is_capital:
        return None
    for at, words in _capitals(tree, end):
        if world().body(words) is not None and world().country(tree[end - 1].text) is not None:
            return None  # "Plaid Cymru"
        region = _region(tree, _less_possessive(tree, at))
        if region is not None and (told := _told(words, *region[1:])) is not None:
            return region[0], told
    region = _region(tree, end)
    for at, words in _capitals(tree, _less_possessive(tree, region[0])) if region is not None else ():
        if region is not None and (told := _told(words, *region[1:])) is not None:
            return at, told
    return None


def _words(tree: Tree, first: int, start: int, place: Place | None) -> str:
    """Return the words that name the party of a title: those before it, else those of the place after it."""
    if place is None or place.start < start:
        return tree.phrase(first, _less_possessive(tree, start))
    at = place.start
    while at < place.end and not tree[at].is_capital:
        at += 1
    return tree.phrase(at, place.end) if at < place.end else ""


def _region_after(tree: Tree, last: int) -> tuple[int, str, Region] | None:
    """Return the region that "in" or "for" names after an office phrase, with its words and where they end."""
    if last + 1 >= len(tree) or tree[last].lower not in ("in", "for") or not tree[last + 1].is_capital:
        return None
    for end in range(min(len(tree), last + 1 + LONGEST), last + 1, -1):
        words = tree.phrase(last + 1, end)
        region = world().country(words) if tree.is_clean(last + 1, end) else None
        if isinstance(region, Region):
            return end, words, region
    return None


def _less_possessive(tree: Tree, end: int) -> int:
    return end - 1 if end > 1 and tree[end - 1].tag == "POS" else end


def _capitals(tree: Tree, end: int) -> list[tuple[int, str]]:
    """Return what may be a name just before word `end`, the longest first."""
    return [
        (start, tree.phrase(start, end))
        for start in range(max(0, end - LONGEST), end)
        if tree[start].is_capital and tree[start].sent == tree[end - 1].sent and tree.is_clean(start, end)
    ]


def _region(tree: Tree, end: int) -> tuple[int, str, Region] | None:
    """Return the region whose name or adjective ends before word `end`, with its words and where they begin."""
    for start, words in _capitals(tree, end):
        found = world().country(words) or world().demonym(words)
        if isinstance(found, Region):
            return start, words, found
    return None


def _told(words: str, name: str, region: Region) -> Told | None:
    party = world().modifier(words, region.of)
    if party is None or party.kind != "party" or party.country != region.of:
        return None
    return Told(party, words, _names(name, region))


def _names(told: str, region: Region) -> tuple[str, ...]:
    return tuple(dict.fromkeys((told, region.name, *region.demonyms)))


def _branch(tree: Tree, start: int, last: int, told: Told, title: Title) -> Place | None:
    """Return the branch as a place: the one the lexicon has, else under the region's name and the party's."""
    party = told.party
    if title.name == "Leader" and party.head != "Leader":
        return None
    own = next((b for name in told.names if (b := world().body(f"{name} {told.words}")) is not None), None)
    if own is not None:
        return Place(start, last, own.name, EntityKind.ORGANISATION, True, "", own.the, own.head, own.kind)
    label = f"{told.names[0]} {_named(party, told.words)}"
    the = label.endswith("Party") or told.words.isupper()
    return Place(start, last, label, EntityKind.ORGANISATION, True, "", the, party.head, "party")


def _named(party: Body, words: str) -> str:
    """Return a party's name as its branches bear it: "Liberal Party" of Canada's, "BJP" and "Labor" as they stand."""
    core = party.name.removeprefix("the ").split(" of ")[0]
    adjective = not words.isupper() and (world().body(words) is None or words in party.modifiers)
    return core if adjective and core.endswith("Party") and world().demonym(core.split()[0]) is None else words
