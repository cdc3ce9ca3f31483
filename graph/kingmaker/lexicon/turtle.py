"""Read a Turtle file of kingmaker's ontology as knowledge: who held which post of which body, and when.

What counts are the tenures that the file dates, with their posts, bodies and people:

    person:ada-eze a km:Person ; skos:prefLabel "Ada Eze" .
    body:bank a km:Organisation ; skos:prefLabel "Bank of Norland" .
    post:governor a km:Post ; km:title "Governor" ; km:ofBody body:bank .
    situation:t1 a km:Tenure ; km:holder person:ada-eze ; km:post post:governor ; km:start "2019-05" .

A start or end may also stand at a claim on the tenure, where the claim says surely that it holds: so the Turtle
that kingmaker exports can be read again. A tenure without a start tells nobody when, and is passed over.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kingmaker.errors import LexiconError
from kingmaker.ids import ONTOLOGY
from kingmaker.lexicon.entries import Body, Country, Region, Title

SUFFIXES = frozenset({".ttl", ".nt", ".trig", ".nq"})
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
_OTHER = "http://www.w3.org/2004/02/skos/core#altLabel"
_TAXONOMY = "https://w3id.org/kingmaker/ns/taxonomy/"
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_KINDS = {"bank": "bank", "party": "party", "court": "court", "ministry": "ministry", "parliament": "parliament"}

Graph = Mapping[str, Mapping[str, list[str]]]  # subject -> predicate -> objects, each by its IRI or text


class Known(NamedTuple):
    """The names of the world so far, in lower case, each with the name that is shown."""

    places: dict[str, str]
    titles: dict[str, str]

    @classmethod
    def of(cls, places: Iterable[Country | Region | Body], titles: Iterable[Title]) -> "Known":
        """Collect the names of entries."""
        return cls(
            {name.lower(): p.name for p in places for name in (*p.aliases, p.name)},
            {name.lower(): t.name for t in titles for name in (*t.aliases, t.name)},
        )


class Learned(NamedTuple):
    """What a file adds: bodies and titles nobody knew, and the cells of holders as a TOML row has them."""

    bodies: tuple[Body, ...]
    titles: tuple[Title, ...]
    holders: tuple[dict[str, Any], ...]


def read_turtle(file: Path, known: Known) -> Learned:
    """Return what the dated tenures of a file tell; raises LexiconError if it cannot be read or dates none."""
    graph = _graph(file)
    sure = _sure_claims(graph)
    bodies: dict[str, Body] = {}
    titles: dict[str, Title] = {}
    holders = []
    for tenure in sorted(s for s, told in graph.items() if ONTOLOGY + "Tenure" in told.get(_TYPE, ())):
        dates = {name: _date(graph, (tenure, *sure.get(tenure, ())), name) for name in ("start", "end")}
        if dates["start"] is None:
            continue
        cells = _cells(graph, tenure, file) | {k: v for k, v in dates.items() if v}
        of, title = cells["of"], cells["title"]
        if of.lower() not in known.places:
            bodies.setdefault(of, Body(of, _kind(of)))
        cells["of"] = known.places.get(of.lower(), of)
        if title.lower() not in known.titles:
            titles.setdefault(title, Title(title, (_kind(of),)))
        cells["title"] = known.titles.get(title.lower(), title)
        holders.append(cells)
    if not holders:
        raise LexiconError(f"{file.name}: no km:Tenure with a holder, a post and a km:start; see docs/knowledge.md")
    return Learned(tuple(bodies.values()), tuple(titles.values()), tuple(holders))


def _graph(file: Path) -> Graph:
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    found: dict[str, dict[str, list[str]]] = {}
    try:
        for quad in parse(path=str(file), format=RdfFormat.from_extension(file.suffix[1:])):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                told = found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, [])
                told.append(quad.object.value)
    except (OSError, SyntaxError, ValueError) as error:
        raise LexiconError(f"{file.name}: cannot be read as Turtle ({error}); correct it, or give TOML") from error
    return found


def _cells(graph: Graph, tenure: str, file: Path) -> dict[str, Any]:
    """Return who held what, as a row of holders less its dates."""
    holder, post = _one(graph, tenure, "holder", file), _one(graph, tenure, "post", file)
    body = _one(graph, post, "ofBody", file)
    title = min(graph.get(post, {}).get(ONTOLOGY + "title", ()), default="")
    if not title:
        raise LexiconError(f"{file.name}: {post} has no km:title; say what the post is called")
    person = _label(graph, holder, file)
    cells: dict[str, Any] = {"person": person, "title": title, "of": _label(graph, body, file)}
    names = tuple(sorted(n for n in graph[holder].get(_OTHER, ()) if _is_name(n) and n != person))
    return cells | ({"names": names} if names else {})


def _one(graph: Graph, subject: str, name: str, file: Path) -> str:
    told = graph.get(subject, {}).get(ONTOLOGY + name, ())
    if len(told) != 1:
        raise LexiconError(f"{file.name}: {subject} has {len(told)} km:{name}; give it one")
    return told[0]


def _label(graph: Graph, subject: str, file: Path) -> str:
    told = graph.get(subject, {}).get(_LABEL, ())
    if not told:
        raise LexiconError(f"{file.name}: {subject} has no skos:prefLabel; give it one")
    return min(told)


def _date(graph: Graph, subjects: Iterable[str], name: str) -> str | None:
    """Return the earliest plain day, month or year told of a tenure; uncertain dates and ranges are passed over."""
    told = (d for s in subjects for d in graph[s].get(ONTOLOGY + name, ()))
    return min((d for d in told if _DAY.fullmatch(d)), default=None)


def _sure_claims(graph: Graph) -> dict[str, list[str]]:
    """Return for each situation the claims that say for certain that it holds."""
    found: dict[str, list[str]] = {}
    for subject, told in sorted(graph.items()):
        certain = _TAXONOMY + "certain" in told.get(ONTOLOGY + "certainty", ())
        if certain and _TAXONOMY + "positive" in told.get(ONTOLOGY + "polarity", ()):
            for situation in told.get(ONTOLOGY + "situation", ()):
                found.setdefault(situation, []).append(subject)
    return found


def _is_name(text: str) -> bool:
    """Whether another label is a name and not a description ("the former finance minister")."""
    return all(w[:1].isupper() or w in ("de", "von", "van", "der", "bin", "al") for w in text.split())


def _kind(body: str) -> str:
    """Return what kind of body a name seems to be; an agency where it does not tell."""
    return next((_KINDS[w] for w in body.lower().split() if w in _KINDS), "agency")
