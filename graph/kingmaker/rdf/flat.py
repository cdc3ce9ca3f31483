"""One Turtle file for all graphs, and the graphs out of it again.

Plain Turtle loses the names of graphs. Claims, evidence and situations find their way back by
`km:article`; what differs from article to article is only how it calls an entity. So the flat form
gives each entity one description, put together from all articles, and a `km:Naming` for each article
that calls it otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from pyoxigraph import NamedNode, Quad, Triple

from kingmaker.ids import DATA, content_id, from_iri, iri
from kingmaker.rdf.namespaces import ALT, ASSERTED, ENTITY_PREFIXES, PREF, SCHEMA, TYPE, Term, km, term
from kingmaker.rdf.settle import SINGLE, best

Description = frozenset[tuple[NamedNode, Term]]
Said = Mapping[NamedNode, frozenset[tuple[NamedNode, Term]]]

_ENTITIES = tuple(f"{DATA}{prefix}/" for prefix in sorted(ENTITY_PREFIXES))
_ARTICLE, _ENTITY, _NAMING = km("article"), km("entity"), km("Naming")


def flat(quads: Iterable[Quad]) -> Iterator[Triple]:
    """Yield the triples of all graphs as one, each once, with a naming wherever an article differs."""
    entities: dict[NamedNode, dict[NamedNode, set[tuple[NamedNode, Term]]]] = defaultdict(dict)
    rest: dict[Triple, None] = {}
    for quad in quads:
        subject, graph = cast(NamedNode, quad.subject), cast(NamedNode, quad.graph_name)
        if graph != ASSERTED and subject.value.startswith(_ENTITIES):
            said = entities[subject].setdefault(graph, set())
            said.add((quad.predicate, cast(Term, quad.object)))
        else:
            rest[quad.triple] = None
    yield from rest
    for entity, by_article in entities.items():
        yield from _described(entity, {a: frozenset(said) for a, said in by_article.items()})


def _described(entity: NamedNode, by_article: Mapping[NamedNode, Description]) -> Iterator[Triple]:
    whole = _whole(by_article)
    yield from (Triple(entity, *said) for said in whole)
    for article, said in by_article.items():
        if said != whole:
            key = content_id("naming", (from_iri(article.value), from_iri(entity.value)))
            it = NamedNode(iri(key))
            yield Triple(it, TYPE, _NAMING)
            yield Triple(it, _ARTICLE, article)
            yield Triple(it, _ENTITY, entity)
            # The types are told apart from the naming's own.
            yield from (Triple(it, km("entityType") if p == TYPE else p, o) for p, o in said)


def _whole(by_article: Mapping[NamedNode, Description]) -> Description:
    """Put the descriptions together; of single values the one that most articles give wins."""
    counts = Counter(pair for said in by_article.values() for pair in said)
    kept = {pair for pair in counts if pair[0] not in SINGLE}
    for predicate in sorted({p for p, _ in counts if p in SINGLE}, key=str):
        values = [o for p, o in counts if p == predicate]
        most = max(counts[predicate, v] for v in values)
        winner = best(v for v in values if counts[predicate, v] == most)
        kept.add((predicate, winner))
        if predicate == PREF:
            kept |= {(ALT, v) for v in values}
            kept.discard((ALT, winner))
    return frozenset(kept)


def united(quads: Iterable[Quad]) -> Iterator[Triple]:
    """Yield the triples of all graphs as one, to be checked.

    Where a property may have one value and graphs differ, as articles do in what they call an entity,
    one of them is heard: the one that tells the most values, for that is what a check is after.
    """
    rivals: dict[tuple[object, NamedNode], dict[object, list[Triple]]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate in SINGLE:
            place = rivals[quad.subject, quad.predicate]
            place.setdefault(quad.graph_name, []).append(quad.triple)
        else:
            yield quad.triple
    for by_graph in rivals.values():
        yield from min(by_graph.values(), key=lambda told: (-len(told), sorted(map(str, told))))


def unflat(triples: Iterable[Triple]) -> Iterator[Quad]:
    """Yield the quads of the article graphs that `flat` made one of; asserted edges are left out."""
    said: dict[NamedNode, set[tuple[NamedNode, Term]]] = defaultdict(set)
    for triple in triples:
        said[cast(NamedNode, triple.subject)].add((triple.predicate, cast(Term, triple.object)))
    frozen = {subject: frozenset(pairs) for subject, pairs in said.items()}
    namings = _namings(frozen)
    news, claim = (TYPE, term(SCHEMA, "NewsArticle")), (TYPE, km("Claim"))
    parts: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for subject, pairs in frozen.items():
        if news in pairs:
            parts[subject].add(subject)
        elif claim in pairs:
            for article in _objects(pairs, _ARTICLE):
                parts[article].add(subject)
    for article, roots in parts.items():
        for subject in _reached(roots, article, frozen, namings):
            pairs = namings.get((article, subject)) or _unasserted(subject, frozen[subject])
            yield from (Quad(subject, *pair, article) for pair in pairs)


def _reached(
    roots: set[NamedNode], article: NamedNode, said: Said,
    namings: Mapping[tuple[NamedNode, NamedNode], Description],
) -> set[NamedNode]:  # fmt: skip
    """Return the subjects to be had from an article and its claims, without leaving for another article."""
    reached: set[NamedNode] = set()
    ahead = list(roots)
    while ahead:
        subject = ahead.pop()
        if subject in reached or subject not in said:
            continue
        reached.add(subject)
        pairs = namings.get((article, subject)) or _unasserted(subject, said[subject])
        ahead += [o for p, o in pairs if isinstance(o, NamedNode) and p not in (TYPE, _ARTICLE)]
    return reached


_OF_ENTITIES = frozenset({TYPE, PREF, ALT, km("title"), km("ofBody")})


def _unasserted(subject: NamedNode, pairs: Description) -> Description:
    if not subject.value.startswith(_ENTITIES):
        return pairs
    return frozenset(pair for pair in pairs if pair[0] in _OF_ENTITIES)


def _namings(said: Said) -> Mapping[tuple[NamedNode, NamedNode], Description]:
    found: dict[tuple[NamedNode, NamedNode], Description] = {}
    for pairs in said.values():
        if (TYPE, _NAMING) in pairs:
            own = frozenset(
                (TYPE if p == km("entityType") else p, o) for p, o in pairs if p not in (TYPE, _ARTICLE, _ENTITY)
            )
            for article in _objects(pairs, _ARTICLE):
                found |= {(article, entity): own for entity in _objects(pairs, _ENTITY)}
    return found


def _objects(pairs: Description, predicate: NamedNode) -> list[NamedNode]:
    return [o for p, o in pairs if p == predicate and isinstance(o, NamedNode)]
