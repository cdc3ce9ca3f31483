"""Quads to articles and claims: the way back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad

from kingmaker.errors import StoreError
from kingmaker.ids import ONTOLOGY, from_iri
from kingmaker.model import (
    SHAPES,
    Article,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Kind,
    Polarity,
    Situation,
)
from kingmaker.rdf.namespaces import OA, PREF, RDF, SCHEMA, SKOS, TAXONOMY
from kingmaker.rdf.quads import CLASS_OF_KIND

_KIND_OF_CLASS = {node.value: kind for kind, node in CLASS_OF_KIND.items()}
_KINDS = {ONTOLOGY + kind: kind for kind in Kind}
_TYPE = RDF + "type"

# What is said of each subject: subject -> predicate -> values, in no order; IRIs in full.
Index = Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as its graph tells it: without text, with all its paths and the text's SHA-256."""

    article: Article
    paths: tuple[str, ...]
    digest: str | None


def claims_of(quads: Iterable[Quad]) -> tuple[Claim, ...]:
    """Return the claims that the quads of one article's graph tell, in the order of their evidence.

    Entities come back as that article calls them. Raises StoreError if the graph is damaged.
    """
    told, damaged = readable(quads)
    if damaged:
        name, damage = min(damaged.items())
        raise StoreError(f"{name} cannot be read ({damage}); build the store again")
    return tuple(sorted(told.values(), key=order))


def readable(quads: Iterable[Quad]) -> tuple[Mapping[str, Claim], Mapping[str, str]]:
    """Return, by their IRIs, the claims of one graph that can be read, and what is wrong with the others."""
    reader = _Reader(_indexed(quads))
    told: dict[str, Claim] = {}
    damaged: dict[str, str] = {}
    for subject in sorted(s for s, said in reader.index.items() if ONTOLOGY + "Claim" in said.get(_TYPE, ())):
        try:
            told[subject] = reader.claim(subject)
        except ValueError as damage:
            damaged[subject] = str(damage)
    return told, damaged


def article_of(quads: Iterable[Quad]) -> Kept | None:
    """Return the article that the quads of one graph describe, or None if they describe none."""
    for subject, said in _indexed(quads).items():
        if SCHEMA + "NewsArticle" in said.get(_TYPE, ()):
            return _article(subject, said)
    return None


def order(claim: Claim) -> tuple[object, ...]:
    """Return the key by which claims are told: article, place of the evidence, id."""
    return claim.article, [(e.start, e.end) for e in claim.evidence], claim.id


def _indexed(quads: Iterable[Quad]) -> Index:
    index: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        subject, value = cast(NamedNode, quad.subject).value, cast(Literal, quad.object).value
        index[subject][quad.predicate.value].append(value)
    return index


def _article(it: str, said: Mapping[str, list[str]]) -> Kept:
    def one(predicate: str) -> str | None:
        return min(said.get(predicate, ()), default=None)

    paths = tuple(sorted(said.get(ONTOLOGY + "path", ())))
    fields = ("headline", "publisher", "datePublished", "dateModified", "url")
    article = Article(from_iri(it), "", paths[0] if paths else None, *(one(SCHEMA + f) for f in fields))
    return Kept(article, paths, one(ONTOLOGY + "textDigest"))


class _Reader:
    """Reads claims out of the index of one article's graph; entities are made once each."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.entities: dict[str, Entity] = {}

    def all(self, it: str, predicate: str) -> list[str]:
        return self.index.get(it, {}).get(predicate, [])

    def one(self, it: str, predicate: str) -> str | None:
        return min(self.all(it, predicate), default=None)

    def need(self, it: str, predicate: str) -> str:
        value = self.one(it, predicate)
        if value is None:
            raise ValueError(f"{it} has no {predicate}")
        return value

    def claim(self, it: str) -> Claim:
        situation = self.situation(self.need(it, ONTOLOGY + "situation"))
        source = self.one(it, ONTOLOGY + "source")
        details = SHAPES[situation.kind].details
        return Claim(
            from_iri(self.need(it, ONTOLOGY + "article")),
            situation,
            Polarity(_value(self.need(it, ONTOLOGY + "polarity"))),
            Certainty(_value(self.need(it, ONTOLOGY + "certainty"))),
            self.entity(source) if source is not None else None,
            self.via(it),
            self.one(it, ONTOLOGY + "time"),
            self.one(it, ONTOLOGY + "timeWords"),
            tuple(sorted((name, text) for name in details for text in self.all(it, ONTOLOGY + name))),
            tuple(sorted(map(self.evidence, self.all(it, ONTOLOGY + "evidence")))),
        )

    def via(self, it: str) -> tuple[Entity, ...]:
        steps = self.all(it, ONTOLOGY + "attribution")
        if not steps:
            return tuple(map(self.entity, self.all(it, ONTOLOGY + "via")))
        in_order = sorted(steps, key=lambda step: int(self.need(step, ONTOLOGY + "place")))
        return tuple(self.entity(self.need(step, ONTOLOGY + "cites")) for step in in_order)

    def evidence(self, it: str) -> Evidence:
        return Evidence(
            int(self.need(it, OA + "start")),
            int(self.need(it, OA + "end")),
            self.need(it, OA + "exact"),
            self.one(it, OA + "prefix") or "",
            self.one(it, OA + "suffix") or "",
        )

    def situation(self, it: str) -> Situation:
        kind = min((_KINDS[t] for t in self.all(it, _TYPE) if t in _KINDS), default=None)
        if kind is None:
            raise ValueError(f"{it} is no kind of situation")
        shape = SHAPES[kind]
        fillers = {role: filler for role in shape.roles if (filler := self.one(it, ONTOLOGY + role))}
        own = self.one(it, ONTOLOGY + shape.own) if shape.own else None
        value = _value(own) if own is not None and shape.values else own
        return Situation.of(kind, {role: self.entity(filler) for role, filler in fillers.items()}, value)

    def entity(self, it: str) -> Entity:
        if it not in self.entities:
            kind = min((_KIND_OF_CLASS[t] for t in self.all(it, _TYPE) if t in _KIND_OF_CLASS), default=None)
            if kind is None:
                raise ValueError(f"{it} is no kind of entity")
            label = self.need(it, PREF.value)
            names = {label, *self.all(it, SKOS + "altLabel")}
            title = self.one(it, ONTOLOGY + "title")
            of = self.body(it) if kind is EntityKind.POST else None
            self.entities[it] = Entity(from_iri(it), kind, label, (label, *sorted(names - {label})), title, of)
        return self.entities[it]

    def body(self, post: str) -> Entity | None:
        body = self.one(post, ONTOLOGY + "ofBody")
        return self.entity(body) if body and ONTOLOGY + "Post" not in self.all(body, _TYPE) else None


def _value(concept: str) -> str:
    return concept.removeprefix(TAXONOMY)
