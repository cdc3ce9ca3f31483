"""ontology/drawing.svg: the classes in boxes, the properties between them, from the Turtle of the ontology.

Only the places and the ways of the lines are told here. A class without a place or a property without
a way is an error, so that the drawing stays whole when the ontology grows.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from html import escape

from rdflib import OWL
from rdflib.term import Node

from reference.terms import ORDER, Ontology, short

SIZE = (1560, 800)
LINE = 16
COLOURS = {"kingmaker": "#2b5c8a", "details": "#6b7280", "asserted": "#b45309", "races": "#2f7d4f"}
TITLES = {
    "kingmaker": "the core",
    "details": "details of claims",
    "asserted": "derived: edges",
    "races": "derived: races",
}
VALUES = {"skos:Concept", "owl:Class"}
# Left, top and width of each box, and the other classes that stand in it.
PLACES: dict[str, tuple[int, int, int]] = {
    "km:Naming": (420, 20, 180),
    "km:Attribution": (740, 100, 200),
    "schema:NewsArticle": (20, 230, 200),
    "oa:TextQuoteSelector": (20, 390, 200),
    "km:Claim": (350, 230, 220),
    "km:Situation": (720, 230, 240),
    "km:Entity": (1110, 230, 220),
    "sd:NamedGraph": (740, 580, 200),
    "km:Step": (350, 680, 220),
    "km:Entry": (730, 680, 220),
    "km:Race": (1110, 680, 220),
}
WITHIN = {"oa:TextPositionSelector": "oa:TextQuoteSelector"}
# The points of each line from one box to another, and where its label stands; the last point has the arrow.
WAYS: dict[tuple[str, str], tuple[tuple[tuple[int, int], ...], tuple[int, int]]] = {
    ("km:Naming", "schema:NewsArticle"): (((420, 45), (120, 45), (120, 230)), (270, 45)),
    ("km:Naming", "km:Entity"): (((600, 45), (1270, 45), (1270, 230)), (900, 45)),
    ("km:Claim", "km:Attribution"): (((460, 230), (460, 130), (740, 130)), (600, 130)),
    ("km:Attribution", "km:Entity"): (((940, 130), (1180, 130), (1180, 230)), (1060, 130)),
    ("km:Claim", "schema:NewsArticle"): (((350, 260), (220, 260)), (285, 260)),
    ("km:Claim", "oa:TextQuoteSelector"): (((350, 410), (220, 410)), (285, 410)),
    ("km:Claim", "km:Situation"): (((570, 300), (720, 300)), (645, 300)),
    ("km:Situation", "km:Entity"): (((960, 340), (1110, 340)), (1035, 340)),
    ("km:Claim", "km:Entity"): (((520, 434), (520, 535), (1140, 535), (1140, 386)), (645, 535)),
    ("km:Entity", "km:Entity"): (((1330, 260), (1380, 260), (1380, 360), (1330, 360)), (1445, 310)),
    ("sd:NamedGraph", "km:Situation"): (((840, 580), (840, 514)), (840, 558)),
    ("km:Step", "km:Claim"): (((430, 680), (430, 434)), (430, 600)),
    ("km:Step", "km:Entry"): (((570, 710), (730, 710)), (650, 710)),
    ("km:Entry", "km:Race"): (((950, 710), (1110, 710)), (1030, 710)),
    ("km:Entry", "km:Entity"): (((880, 680), (880, 660), (1190, 660), (1190, 386)), (1035, 660)),
    ("km:Race", "km:Entity"): (((1270, 680), (1270, 386)), (1270, 560)),
}


@dataclass(slots=True)
class Box:
    """A class: its kinds, and what is told of it in values and words."""

    kinds: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    @property
    def height(self) -> int:
        return 34 + LINE * (len(self.kinds) + len(self.values)) + (10 if self.kinds or self.values else 0)


def drawing() -> str:
    """Return the drawing as SVG."""
    ontology = Ontology.read()
    boxes, lines = _parts(ontology)
    colours = {short(t): COLOURS[name] for name in ORDER for t in ontology.terms(name, OWL.Class)}
    width, height = SIZE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'font-family="Helvetica, Arial, sans-serif" font-size="13">'
    )
    marks = "".join(
        f'<marker id="{name}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" markerHeight="9" '
        f'orient="auto"><path d="M0 0 8 4 0 8z" fill="{colour}"/></marker>'
        for name, colour in COLOURS.items()
    )
    parts = [
        head,
        "<title>The classes of the Kingmaker Ontology and how properties relate them</title>",
        f"<defs>{marks}</defs>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *(_line(ends, labels) for ends, labels in sorted(lines.items())),
        *(_box(name, box, colours.get(name, COLOURS[_module_of(lines, name)])) for name, box in sorted(boxes.items())),
        *_legend(),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _parts(ontology: Ontology) -> tuple[dict[str, Box], dict[tuple[str, str], dict[str, list[str]]]]:
    """Return the boxes, and by the ends of each line the properties it stands for, by module."""
    boxes = {name: Box() for name in PLACES}
    lines: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in ORDER:
        for term in ontology.terms(name, OWL.Class):
            if (broader := ontology.broader(term)) is not None:
                boxes[short(broader)].kinds.append(_local(term))
        for term in ontology.terms(name, OWL.ObjectProperty, OWL.DatatypeProperty):
            for start in dict.fromkeys(_place(ontology, of) for of in ontology.of(term)):
                _add(ontology, boxes, lines, name, term, start)
    if missing := set(lines) - set(WAYS):
        raise ValueError(f"no way is told for {sorted(missing)}; add one to WAYS in reference/drawing.py")
    return boxes, {ends: dict(labels) for ends, labels in lines.items()}


def _add(
    ontology: Ontology, boxes: dict[str, Box], lines: dict[tuple[str, str], dict[str, list[str]]], module: str,
    term: Node, start: str,
) -> None:  # fmt: skip
    for other in ontology.used_with(term):
        if short(other) in VALUES or short(other).startswith(("xsd:", "edtf:")):
            boxes[start].values.append(_local(term))
        else:
            labels = lines[start, _place(ontology, other)][module]
            if _local(term) not in labels:
                labels.append(_local(term))


def _place(ontology: Ontology, term: Node) -> str:
    """Return the box in which a class stands: its own, or that of the class that it is a kind of."""
    name = WITHIN.get(short(term), short(term))
    if name in PLACES:
        return name
    broader = ontology.broader(term)
    if broader is None:
        raise ValueError(f"{name} has no place; add one to PLACES in reference/drawing.py")
    return _place(ontology, broader)


def _local(term: Node) -> str:
    return short(term).partition(":")[2]


def _module_of(lines: dict[tuple[str, str], dict[str, list[str]]], box: str) -> str:
    return next(module for ends, labels in sorted(lines.items()) if box in ends for module in labels)


def _box(name: str, box: Box, colour: str) -> str:
    left, top, width = PLACES[name]
    rows = [f'<rect x="{left}" y="{top}" width="{width}" height="{box.height}" rx="6" fill="#fff" stroke="{colour}"/>']
    rows.append(f'<path d="M{left} {top + 6}q0-6 6-6h{width - 12}q6 0 6 6v20h-{width}z" fill="{colour}"/>')
    rows.append(_text(left + width // 2, top + 18, name, "#fff", "middle", ' font-weight="bold"'))
    told = [(kind, ' font-style="italic"') for kind in box.kinds] + [(value, "") for value in sorted(box.values)]
    rows += [
        _text(left + 12, top + 46 + LINE * place, label, "#1f2937", "start", style)
        for place, (label, style) in enumerate(told)
    ]
    return "\n".join(rows)


def _line(ends: tuple[str, str], labels: dict[str, list[str]]) -> str:
    points, (x, y) = WAYS[ends]
    module = next(iter(labels))
    dashed = ' stroke-dasharray="5 4"' if module == "asserted" else ""
    path = " ".join(f"{a},{b}" for a, b in points)
    rows = [
        f'<polyline points="{path}" fill="none" stroke="{COLOURS[module]}" stroke-width="1.4"{dashed} '
        f'marker-end="url(#{module})"/>'
    ]
    told = [(label, COLOURS[name]) for name, found in labels.items() for label in sorted(found)]
    width = max(len(label) for label, _ in told) * 7 + 8
    top = y - LINE * len(told) // 2
    rows.append(f'<rect x="{x - width // 2}" y="{top}" width="{width}" height="{LINE * len(told)}" fill="#fff"/>')
    rows += [_text(x, top + 12 + LINE * place, label, colour, "middle") for place, (label, colour) in enumerate(told)]
    return "\n".join(rows)


def _legend() -> list[str]:
    rows = []
    for place, (name, colour) in enumerate(COLOURS.items()):
        y = SIZE[1] - 90 + 20 * place
        rows.append(f'<rect x="20" y="{y}" width="14" height="14" fill="{colour}"/>')
        rows.append(_text(42, y + 12, TITLES[name], "#1f2937", "start"))
    return rows


def _text(x: int, y: int, label: str, colour: str, anchor: str, style: str = "") -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" text-anchor="{anchor}"{style}>{escape(label)}</text>'
