"""Where nodes stand: computed once, in Python, the same on every run, with no two labels on one another.

Stress majorization (Gansner, Koren & North, "Graph Drawing by Stress Majorization", 2004) sets distances
on the page to distances in the graph; boxes that hold a node and its label are then pushed apart, and
the components packed side by side. All is done twice, for a lying and for an upright screen.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kingmaker.page.model import Node

EDGE = 140.0  # wanted length of a line, in the pixels of an unzoomed view
LABEL_WIDTH = 20  # characters of a label on one line
_LETTER, _ROW, _SYMBOL, _GAP = 7.8, 18, 14, 14
_ROUNDS = 60
_HUB_REACH = 11.0  # by the root of its lines: two hubs stand apart, so that what hangs on them has room
_BETWEEN = 40.0  # between parts that no line joins
WIDE, TALL = 1.6, 0.72  # width by height of the two views

Places = dict[str, tuple[int, int]]


class Box(NamedTuple):
    """What a node takes up round its position: to either side, above, and below with its label."""

    side: float
    above: float
    below: float


def label_rows(label: str) -> list[str]:
    """Return a label broken into at most three rows at spaces, the last cut short where it is too long."""
    rows: list[str] = [""]
    for word in label.split():
        joined = f"{rows[-1]} {word}".strip()
        if len(joined) <= LABEL_WIDTH or not rows[-1]:
            rows[-1] = joined
        else:
            rows.append(word)
    kept = [row if len(row) <= LABEL_WIDTH + 4 else row[: LABEL_WIDTH + 3] + "…" for row in rows[:3]]
    return [*kept[:2], kept[2] + "…"] if len(rows) > 3 else kept


def place(nodes: Sequence[Node], links: Sequence[tuple[str, str]], beside: Sequence[str] = ()) -> tuple[Places, Places]:
    """Return the positions of `nodes` for a lying and for an upright view, whole pixels round (0, 0).

    `links` are pairs of node ids. Nodes named in `beside` get the free places next to the others, so that
    the drawing is as good when they are left out.
    """
    boxes = {node.id: _box(node) for node in nodes}
    late = set(beside)
    wide, tall = _placed([node for node in nodes if node.id not in late], links, boxes)
    for places in (wide, tall):
        _set_beside(places, [node.id for node in nodes if node.id in late], links, boxes)
    return wide, tall


def _placed(nodes: Sequence[Node], links: Iterable[tuple[str, str]], boxes: Mapping[str, Box]) -> tuple[Places, Places]:
    import networkx

    known = {node.id for node in nodes}
    graph: Any = networkx.Graph()
    graph.add_nodes_from(node.id for node in nodes)
    graph.add_edges_from(pair for pair in links if known.issuperset(pair))
    parts = [list(part) for part in networkx.connected_components(graph)]
    order = {node.id: number for number, node in enumerate(nodes)}
    parts = sorted((sorted(part, key=order.__getitem__) for part in parts), key=lambda p: (-len(p), order[p[0]]))
    reach = {node: _HUB_REACH * math.sqrt(max(0, lines - 2)) for node, lines in graph.degree()}
    shapes = [_stressed(graph, part, reach) for part in parts]
    wide = _packed([_spread(_turned(shape, WIDE), boxes) for shape in shapes], boxes, WIDE)
    tall = _packed([_spread(_turned(shape, TALL), boxes) for shape in shapes], boxes, TALL)
    return wide, tall


def _set_beside(
    places: Places, late: Sequence[str], links: Sequence[tuple[str, str]], boxes: Mapping[str, Box]
) -> None:
    """Give each late node the first free place on a spiral round its neighbour, or below everything."""
    near = {end: other for one, two in links for end, other in ((one, two), (two, one)) if other in places}
    waiting = sorted(late, key=lambda node: (node not in near, late.index(node)))
    for node in waiting:
        x, y = places.get(near.get(node, ""), (0, round(_floor(places, boxes) + EDGE)))
        places[node] = next(spot for spot in _spiral(x, y) if _free(node, spot, places, boxes))
        for one, two in links:
            if node in (one, two):
                near.setdefault(two if node == one else one, node)


def _spiral(x: int, y: int) -> Iterator[tuple[int, int]]:
    for step in range(12, 4000):
        angle, reach = step * math.pi * (3 - math.sqrt(5)), 26 * math.sqrt(step)
        yield x + round(reach * math.cos(angle)), y + round(reach * math.sin(angle))


def _free(node: str, spot: tuple[int, int], places: Places, boxes: Mapping[str, Box]) -> bool:
    box = boxes[node]
    return not any(
        abs(spot[0] - x) < box.side + boxes[other].side
        and spot[1] - box.above < y + boxes[other].below
        and y - boxes[other].above < spot[1] + box.below
        for other, (x, y) in places.items()
    )


def _floor(places: Places, boxes: Mapping[str, Box]) -> float:
    return max((y + boxes[node].below for node, (_, y) in places.items()), default=0.0)


def _box(node: Node) -> Box:
    rows = label_rows(node.label)
    side = max(_SYMBOL, max(len(row) for row in rows) * _LETTER / 2)
    return Box(side + _GAP / 2, _SYMBOL + _GAP / 2, _SYMBOL + len(rows) * _ROW + _GAP / 2)


def _stressed(graph: Any, part: Sequence[str], reach: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Place one connected part so that lines are about EDGE long; starts from a spiral round its hub."""
    import networkx
    import numpy

    hub = min(part, key=lambda node: (-graph.degree(node), part.index(node)))
    ranks = networkx.single_source_shortest_path_length(graph, hub)
    order = sorted(part, key=lambda node: (ranks[node], part.index(node)))
    if len(order) == 1:
        return {hub: (0.0, 0.0)}
    index = {node: number for number, node in enumerate(order)}
    wanted = numpy.zeros((len(order), len(order)))
    for start, reached in networkx.all_pairs_shortest_path_length(graph.subgraph(part)):
        for end, steps in reached.items():
            wanted[index[start], index[end]] = steps * EDGE + (reach[start] + reach[end]) * (steps > 0)
    angles = [number * math.pi * (3 - math.sqrt(5)) for number in range(len(order))]
    spiral = [(EDGE * math.sqrt(n) * math.cos(a), EDGE * math.sqrt(n) * math.sin(a)) for n, a in enumerate(angles)]
    found = _majorized(numpy.array(spiral), wanted)
    return {node: (float(found[index[node], 0]), float(found[index[node], 1])) for node in part}


def _majorized(places: Any, wanted: Any) -> Any:
    import numpy

    weights = numpy.divide(1.0, wanted**2, out=numpy.zeros_like(wanted), where=wanted > 0)
    laplacian = numpy.diag(weights.sum(axis=1)) - weights
    inverse = numpy.linalg.inv(laplacian[1:, 1:])  # the hub stays where it is
    for _ in range(_ROUNDS):
        apart = places[:, None, :] - places[None, :, :]
        length = numpy.sqrt((apart**2).sum(axis=2))
        ratio = numpy.divide(weights * wanted, length, out=numpy.zeros_like(wanted), where=length > 1e-9)
        pull = numpy.diag(ratio.sum(axis=1)) - ratio
        places = numpy.vstack([numpy.zeros((1, 2)), inverse @ (pull @ places)[1:]])
    return places


def _turned(shape: Mapping[str, tuple[float, float]], aspect: float) -> dict[str, tuple[float, float]]:
    """Turn a part so that its longest side lies along the view's, and stretch it towards its proportions."""
    middle_x = sum(x for x, _ in shape.values()) / len(shape)
    middle_y = sum(y for _, y in shape.values()) / len(shape)
    moved = {node: (x - middle_x, y - middle_y) for node, (x, y) in shape.items()}
    xx, yy = sum(x * x for x, _ in moved.values()), sum(y * y for _, y in moved.values())
    xy = sum(x * y for x, y in moved.values())
    angle = 0.5 * math.atan2(2 * xy, xx - yy) + (0.0 if aspect >= 1 else math.pi / 2)
    cos, sin = math.cos(angle), math.sin(angle)
    turned = {node: (x * cos + y * sin, y * cos - x * sin) for node, (x, y) in moved.items()}
    width = max(x for x, _ in turned.values()) - min(x for x, _ in turned.values()) + EDGE
    height = max(y for _, y in turned.values()) - min(y for _, y in turned.values()) + EDGE
    # Area stays; a chain is not blown up into a square.
    stretch = min(1.5, max(0.67, math.sqrt(aspect * height / width)))
    return {node: (x * stretch, y / stretch) for node, (x, y) in turned.items()}


def _spread(shape: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box]) -> dict[str, tuple[float, float]]:
    """Push boxes apart until none meet; where pushing does not end, the whole grows a little."""
    places = {node: [float(round(x)), float(round(y))] for node, (x, y) in shape.items()}
    for attempt in range(400):
        if not _pushed(places, boxes):
            break
        if attempt % 20 == 19:
            for place in places.values():
                place[0], place[1] = place[0] * 1.08, place[1] * 1.08
    return {node: (x, y) for node, (x, y) in places.items()}


def _pushed(places: dict[str, list[float]], boxes: Mapping[str, Box]) -> bool:
    """Push every two boxes that meet apart along the shorter way; whether any did."""
    order = sorted(places, key=lambda node: int(node[1:]))
    met = False
    for one, other in _meeting([places[node] for node in order], [boxes[node] for node in order]):
        a, box = places[order[one]], boxes[order[one]]
        b, next_box = places[order[other]], boxes[order[other]]
        across = box.side + next_box.side - abs(b[0] - a[0])
        down = min(a[1] + box.below, b[1] + next_box.below) - max(a[1] - box.above, b[1] - next_box.above)
        if across > 0 and down > 0:  # a push before this one may have parted them
            met = True
            _part(a, b, across, down)
    return met


def _meeting(places: Sequence[Sequence[float]], boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Return the pairs of boxes that meet, by their numbers, the lower first."""
    import numpy

    x, y = numpy.array(places).T
    side, above, below = numpy.array(boxes).T
    across = side[:, None] + side[None, :] - numpy.abs(x[:, None] - x[None, :])
    low, high = numpy.minimum.outer(y + below, y + below), numpy.maximum.outer(y - above, y - above)
    return [(int(i), int(j)) for i, j in numpy.argwhere(numpy.triu((across > 0) & (low > high), 1))]


def _part(a: list[float], b: list[float], across: float, down: float) -> None:
    axis, depth = (0, across) if across < down else (1, down)
    sign = 1.0 if b[axis] >= a[axis] else -1.0
    a[axis] -= sign * (depth / 2 + 0.5)
    b[axis] += sign * (depth / 2 + 0.5)


def _packed(shapes: Sequence[Mapping[str, tuple[float, float]]], boxes: Mapping[str, Box], aspect: float) -> Places:
    """Set the parts on shelves, the largest first, as wide as makes the whole largest in the view."""
    extents = [_extent(shape, boxes) for shape in shapes]
    widths = [0.0]
    for left, _, right, _ in extents:
        widths.append(widths[-1] + right - left + _BETWEEN)
    tries = [_shelved(extents, width) for width in widths[1:]]
    if not tries:
        return {}
    corners, width, height = min(tries, key=lambda t: (max(t[1] / aspect, t[2]), t[2]))
    return {
        node: (round(px - extent[0] + x - width / 2), round(py - extent[1] + y - height / 2))
        for shape, extent, (x, y) in zip(shapes, extents, corners, strict=True)
        for node, (px, py) in shape.items()
    }


def _shelved(
    extents: Sequence[tuple[float, float, float, float]], shelf: float
) -> tuple[list[tuple[float, float]], float, float]:
    """Where each part's corner comes to stand on shelves of a width, and the whole's width and height."""
    corners: list[tuple[float, float]] = []
    x = y = tallest = widest = 0.0
    for left, top, right, bottom in extents:
        if x and x + right - left > shelf:
            x, y, tallest = 0.0, y + tallest + _BETWEEN, 0.0
        corners.append((x, y))
        widest, tallest = max(widest, x + right - left), max(tallest, bottom - top)
        x += right - left + _BETWEEN
    return corners, widest, y + tallest


def _extent(shape: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    return (
        min(x - boxes[node].side for node, (x, _) in shape.items()),
        min(y - boxes[node].above for node, (_, y) in shape.items()),
        max(x + boxes[node].side for node, (x, _) in shape.items()),
        max(y + boxes[node].below for node, (_, y) in shape.items()),
    )
