"""Discs of nodes: how large they are, where in a disc each node stands, and where the discs lie.

Whole numbers throughout, and ties always broken by number, so that the same graph gives the same map on
every run. No two discs meet, and every node stands inside its own.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Place = tuple[int, int]
Pairs = Mapping[tuple[int, int], int]

PITCH = 14.0  # a node's share of a disc is a circle of this radius
GAP = 22  # at least this lies between two discs
ASPECT = 1.4  # width by height of the whole map
_HUB = 1.6  # slots that the middle keeps free round the hub
_RIM = 12.0  # between the outermost node and the edge of its disc
_GOLDEN = math.pi * (3 - math.sqrt(5))
_CELLS = 40_000  # spots tried for a disc
_TO_TIES = 1.0  # how much more a disc is drawn to those it is tied to than to the middle


def radius(size: int) -> int:
    """Return the radius of a disc of `size` nodes: the area grows with the number."""
    return math.ceil(PITCH * math.sqrt(size - 1 + _HUB) + _RIM)


def settled(members: Sequence[int], ties: Pairs, busy: Sequence[int]) -> dict[int, Place]:
    """Return where each member stands in its disc, round (0, 0): the first in the middle, the tied nearby.

    The places are those of a sunflower; each node in turn takes the free one nearest to the neighbours
    that stand already. A neighbour of many pulls less, or everything would stand round the hub alike.
    """
    import numpy

    near: dict[int, list[int]] = defaultdict(list)
    for one, two in ties:
        near[one].append(two)
        near[two].append(one)
    spots = _sunflower(len(members))
    across, down = numpy.array([x for x, _ in spots], float), numpy.array([y for _, y in spots], float)
    taken = numpy.zeros(len(spots))
    placed: dict[int, Place] = {}
    for node in _outwards(members, near, busy):
        x, y = _pulled([(placed[other], len(near[other])) for other in near[node] if other in placed])
        spot = int(numpy.argmin((across - x) ** 2 + (down - y) ** 2 + taken))
        taken[spot] = math.inf
        placed[node] = spots[spot]
    return placed


def _sunflower(size: int) -> list[Place]:
    spots = [(0, 0)]
    for number in range(1, size):
        reach, angle = PITCH * math.sqrt(number + _HUB - 0.5), number * _GOLDEN
        spots.append((round(reach * math.cos(angle)), round(reach * math.sin(angle))))
    return spots[:size]


def _outwards(members: Sequence[int], near: Mapping[int, Sequence[int]], busy: Sequence[int]) -> list[int]:
    """The members from the first on, step by step; parts that no tie joins to it follow, the busiest first."""

    def rank(node: int) -> tuple[int, int, int]:
        return -len(near.get(node, ())), -busy[node], node

    order: dict[int, None] = {}
    for start in [*members[:1], *sorted(members, key=rank)]:
        ring = [] if start in order else [start]
        while ring:
            order.update(dict.fromkeys(ring))
            reached = {other for node in ring for other in near.get(node, ()) if other not in order}
            ring = sorted(reached, key=rank)
    return list(order)


def _pulled(neighbours: Sequence[tuple[Place, int]]) -> tuple[float, float]:
    """The point between neighbours, each pulling the less the more it has of its own; the middle without any."""
    total = sum(1 / degree for _, degree in neighbours)
    if not total:
        return 0.0, 0.0
    return (
        sum(x / degree for (x, _), degree in neighbours) / total,
        sum(y / degree for (_, y), degree in neighbours) / total,
    )


def packed(radii: Sequence[int], ties: Pairs, rim: int = 0) -> list[Place]:
    """Return the middles of discs round (0, 0), none nearer to another than GAP, tied ones together.

    Each disc in turn takes the best free spot of a grid: near the discs it is tied to that lie already,
    and near the middle, in the wanted proportions. The last `rim` discs are laid last, so that they come
    to lie outside.
    """
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (one, two), count in ties.items():
        near[one].append((two, count))
        near[two].append((one, count))
    order = [*_order(radii[: len(radii) - rim], near), *range(len(radii) - rim, len(radii))]
    room = 2.5
    while True:
        places = _laid(radii, order, near, room)
        if places is not None:
            return _centred([places[number] for number in range(len(radii))], radii)
        room *= 2


def _order(radii: Sequence[int], near: Mapping[int, Sequence[tuple[int, int]]]) -> list[int]:
    """Large discs first, and a disc the sooner the more of its ties lead to discs that lie already."""
    import numpy

    own = numpy.array(radii, float)
    total = [sum(count for _, count in near.get(number, ())) for number in range(len(radii))]
    rank = own.copy()
    order: list[int] = []
    for _ in radii:
        number = int(numpy.argmax(rank))
        order.append(number)
        rank[number] = -math.inf
        for other, count in near.get(number, ()):
            rank[other] += own[other] * count / total[other]
    return order


def _laid(
    radii: Sequence[int], order: Sequence[int], near: Mapping[int, Sequence[tuple[int, int]]], room: float
) -> dict[int, Place] | None:
    """Lay the discs on a grid of `room` times their area; None where one finds no place."""
    import numpy

    across, down = _grid(sum(math.pi * (own + GAP / 2) ** 2 for own in radii) * room)
    # Rings that are nearly a window's shape: on ellipses the corners would stay empty.
    middle = numpy.sqrt(numpy.hypot(across**2 / ASPECT, down**2 * ASPECT))
    free = numpy.full(across.shape, math.inf)  # how far the nearest disc's edge is
    places: dict[int, Place] = {}
    for number in order:
        cost = numpy.where(free >= radii[number] + GAP, middle, math.inf)
        pulls = [(places[other], count) for other, count in near.get(number, ()) if other in places]
        if pulls:
            x, y = _weighted(pulls)
            cost += _TO_TIES * numpy.hypot((across - x) / math.sqrt(ASPECT), (down - y) * math.sqrt(ASPECT))
        spot = int(numpy.argmin(cost))
        if math.isinf(cost[spot]):
            return None
        places[number] = (int(across[spot]), int(down[spot]))
        free = numpy.minimum(free, numpy.hypot(across - across[spot], down - down[spot]) - radii[number])
    return places


def _grid(area: float) -> tuple[Any, Any]:
    """Whole-numbered spots over a lying area, the middle first where several are as good."""
    import numpy

    step = max(1, round(math.sqrt(area / _CELLS)))
    half_width, half_height = (math.ceil(math.sqrt(area * side) / 2 / step) for side in (ASPECT, 1 / ASPECT))
    down, across = numpy.mgrid[-half_height : half_height + 1, -half_width : half_width + 1]
    return across.ravel() * float(step), down.ravel() * float(step)


def _weighted(pulls: Sequence[tuple[Place, int]]) -> tuple[float, float]:
    total = sum(count for _, count in pulls)
    return sum(x * count for (x, _), count in pulls) / total, sum(y * count for (_, y), count in pulls) / total


def _centred(places: Sequence[Place], radii: Sequence[int]) -> list[Place]:
    if not places:
        return []
    discs = list(zip(places, radii, strict=True))
    shift_x = (min(x - own for (x, _), own in discs) + max(x + own for (x, _), own in discs)) // 2
    shift_y = (min(y - own for (_, y), own in discs) + max(y + own for (_, y), own in discs)) // 2
    return [(x - shift_x, y - shift_y) for x, y in places]
