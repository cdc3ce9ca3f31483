"""Who belongs together on the map: communities of a graph whose nodes are whole numbers.

Louvain (Blondel et al., "Fast unfolding of communities in large networks", 2008) with few sweeps a level:
networkx sweeps until nothing moves, which takes it three times as long on 20,000 nodes, for communities as
good. The same in every process: numbers are gone through in sorted or seeded order.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Mapping

SMALLEST = 4  # fewer than this are no community
_SEED = 7
_SWEEPS = 12  # of one level; later ones move next to nothing

Ties = Counter[tuple[int, int]]
_Near = Mapping[int, list[tuple[int, int]]]


def communities(ties: Ties) -> list[list[int]]:
    """Return the communities of all nodes that have a tie; one that is too small is tied to no other.

    `ties` counts what joins two nodes, the lower first.
    """
    owner = {node: node for node in sorted({node for pair in ties for node in pair})}
    level = ties
    while owner:
        joined = _swept(level)
        owner = {node: joined[group] for node, group in owner.items()}
        if len(set(joined.values())) == len(joined):
            break
        level = _between(level, joined)
    parts: dict[int, list[int]] = defaultdict(list)
    for node, group in owner.items():
        parts[group].append(node)
    return _merged(list(parts.values()), _near(ties))


def _near(ties: Ties) -> _Near:
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (one, two), count in sorted(ties.items()):
        if one != two:
            near[one].append((two, count))
            near[two].append((one, count))
    return near


def _between(level: Ties, joined: Mapping[int, int]) -> Ties:
    """The ties of the next level, whose nodes are the groups of this one; what a group holds ties it to itself."""
    between: Ties = Counter()
    for (one, two), count in level.items():
        low, high = sorted((joined[one], joined[two]))
        between[low, high] += count
    return between


def _swept(level: Ties) -> dict[int, int]:
    """Let each node join the neighbours' group that gains most by it, a few times over; return all groups."""
    near = _near(level)
    weight: Counter[int] = Counter()
    for (one, two), count in level.items():
        weight[one] += count
        weight[two] += count
    owner, held, total = {node: node for node in sorted(weight)}, dict(weight), weight.total()
    order = sorted(weight)
    random.Random(_SEED).shuffle(order)  # noqa: S311 - no secret, and the same each time
    for _ in range(_SWEEPS):
        moved = 0
        for node in order:
            own = owner[node]
            held[own] -= weight[node]
            best = _best(node, near, owner, held, weight[node] / total)
            held[best] += weight[node]
            owner[node] = best
            moved += best != own
        if moved * 500 < len(order):
            break
    return owner


def _best(node: int, near: _Near, owner: Mapping[int, int], held: Mapping[int, int], share: float) -> int:
    """The group a node is tied to more than by chance; its own where no other is better."""
    own = owner[node]
    pulls = {own: 0}
    for other, count in near.get(node, ()):
        group = owner[other]
        pulls[group] = pulls.get(group, 0) + count
    best, most = own, pulls[own] - share * held[own]
    for group, pull in pulls.items():
        gain = pull - share * held[group]
        if gain > most + 1e-9:
            best, most = group, gain
    return best


def _merged(parts: list[list[int]], near: _Near) -> list[list[int]]:
    """Give each part that is too small to the part it is most tied to; one tied to none stays as it is."""
    owner = {node: number for number, part in enumerate(parts) for node in part}
    for number in sorted(range(len(parts)), key=lambda part: (len(parts[part]), part)):
        if len(parts[number]) >= SMALLEST:
            continue
        pulls: Counter[int] = Counter()
        for node in parts[number]:
            for other, count in near[node]:
                pulls[owner[other]] += count
        del pulls[number]
        if pulls:
            into = min(pulls, key=lambda part: (-pulls[part], part))
            owner.update(dict.fromkeys(parts[number], into))
            parts[into], parts[number] = sorted(parts[into] + parts[number]), []
    return [part for part in parts if part]
