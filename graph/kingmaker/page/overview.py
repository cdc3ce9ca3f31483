"""A large graph as a map: names that belong together share a disc, and a disc has a name of its own.

Above some hundred nodes a drawing of every line is a hairball whoever draws it. Communities are found,
named after the post they are about, and laid out here, once and with a fixed seed; the page only draws.
"""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kingmaker.page.communities import SMALLEST, Ties, communities
from kingmaker.page.discs import Place, packed, radius, settled
from kingmaker.page.model import Node

FURTHER = 300  # names without a community that share a disc
_LETTERS = 3  # of a name, to say from where to where an alphabetical disc runs


@dataclass(frozen=True, slots=True)
class Community:
    """Names that claims join more to one another than to the rest; `nodes` run from its hub outwards."""

    id: int
    name: str
    x: int
    y: int
    radius: int
    size: int
    nodes: tuple[str, ...]
    further: bool = False  # names that are tied to few or none, put together by alphabet


@dataclass(frozen=True, slots=True)
class Overview:
    """The map: its communities, the largest first, and where each node stands, in whole units."""

    communities: tuple[Community, ...]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class _Group:
    """A community on its way: numbers of nodes, the one in the middle first, and what it is called."""

    members: tuple[int, ...]
    name: str
    further: bool = False


def overview(nodes: Iterable[Node], weights: Mapping[str, int], links: Iterable[tuple[str, str]]) -> Overview:
    """Return communities and places of `nodes`; `weights` counts claims by node, `links` are pairs of ids.

    A pair that is given twice ties twice as much. The order of what is given does not matter.
    """
    known = sorted(nodes, key=lambda node: (len(node.id), node.id))
    busy = [weights.get(node.id, 0) for node in known]
    numbers = {node.id: number for number, node in enumerate(known)}
    ties: Ties = Counter()
    for one, two in links:
        if one != two:
            low, high = sorted((numbers[one], numbers[two]))
            ties[low, high] += 1
    return _laid_out(known, _groups(known, busy, ties), busy, ties)


def _laid_out(known: Sequence[Node], groups: Sequence[_Group], busy: Sequence[int], ties: Ties) -> Overview:
    owner = {node: number for number, group in enumerate(groups) for node in group.members}
    inner: list[Ties] = [Counter() for _ in groups]
    outer: Ties = Counter()
    for (one, two), count in sorted(ties.items()):
        if owner[one] == owner[two]:
            inner[owner[one]][one, two] = count
        else:
            low, high = sorted((owner[one], owner[two]))
            outer[low, high] += count
    radii = [radius(len(group.members)) for group in groups]
    middles = packed(radii, outer, sum(group.further for group in groups))
    made, places = [], {}
    for number, (group, (x, y)) in enumerate(zip(groups, middles, strict=True)):
        inside = settled(group.members, inner[number], busy)
        ids = tuple(known[node].id for node in inside)
        made.append(Community(number, group.name, x, y, radii[number], len(ids), ids, group.further))
        places.update({known[node].id: (x + dx, y + dy) for node, (dx, dy) in inside.items()})
    return Overview(tuple(made), places)


def _groups(known: Sequence[Node], busy: Sequence[int], ties: Ties) -> list[_Group]:
    """Return all communities, the largest first, and those of further names after them."""
    parts = communities(ties)
    linked = {node for part in parts for node in part}
    loose = [part for part in parts if len(part) < SMALLEST]
    loose += [[node] for node in range(len(known)) if node not in linked]
    whole = sorted((part for part in parts if len(part) >= SMALLEST), key=lambda part: (-len(part), part))
    named = [_named(part, known, busy) for part in whole]
    return [*named, *_further(loose, known, busy)]


def _further(loose: Sequence[Sequence[int]], known: Sequence[Node], busy: Sequence[int]) -> Iterator[_Group]:
    """Names that are tied to few or none, by alphabet, as many to a disc as still look like one."""
    lead = {part[0]: known[min(part, key=lambda node: (-busy[node], node))].label for part in loose}
    ordered = sorted(loose, key=lambda part: (_plain_letters(lead[part[0]]), part[0]))
    total = sum(map(len, loose))
    share = total / max(1, math.ceil(total / FURTHER))  # so that no disc is left with the last few
    shelves: list[list[Sequence[int]]] = []
    shelved = 0
    for part in ordered:
        if shelved >= share * len(shelves):
            shelves.append([])
        shelves[-1].append(part)
        shelved += len(part)
    for shelf in shelves:
        first, last = (_plain_letters(lead[part[0]])[:_LETTERS].title() for part in (shelf[0], shelf[-1]))
        name = "Further names" if len(shelves) == 1 else f"Further names, {first}–{last}"
        yield _Group(tuple(sorted(node for part in shelf for node in part)), name, further=True)


def _plain_letters(label: str) -> str:
    """A label as an index sorts it: without accents, marks and capitals."""
    apart = unicodedata.normalize("NFKD", label)
    return "".join(letter for letter in apart if letter.isalnum() or letter == " ").strip().casefold()


def _named(part: Sequence[int], known: Sequence[Node], busy: Sequence[int]) -> _Group:
    """The busiest post that somebody is up for names a community, else its busiest post, else two names."""
    ranked = sorted(part, key=lambda node: (-busy[node], node))
    posts = [node for node in ranked if known[node].kind == "post"]
    raced = [node for node in posts if known[node].raced]
    hub = next(iter(raced or posts or ranked))
    name = known[hub].label if posts else " and ".join(known[node].label for node in ranked[:2])
    return _Group((hub, *(node for node in part if node != hub)), name)
