"""Articles and claims to quads: all that an article says stands in the graph that bears its IRI."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from kingmaker.errors import InputError
from kingmaker.ids import content_id
from kingmaker.model import SHAPES, Article, Claim, Entity, EntityKind, Evidence, Situation
from kingmaker.rdf.literals import address, clean, day, edtf, number, words
from kingmaker.rdf.namespaces import (
    ALT,
    ENTITY_PREFIXES,
    OA,
    ORG,
    PREF,
    SCHEMA,
    TYPE,
    Term,
    Triple,
    concept,
    km,
    node,
    term,
)  # fmt: skip
from kingmaker.rdf.settle import fullness, settled

CLASS_OF_KIND = {
    EntityKind.PERSON: km("Person"),
    EntityKind.POST: km("Post"),
    EntityKind.ORGANISATION: km("Organisation"),
    EntityKind.COUNTRY: km("Country"),
    EntityKind.COLLECTIVE: km("Collective"),
    EntityKind.ANONYMOUS: km("UnnamedSource"),
}


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text as it is kept: cleaned, in UTF-8."""
    return hashlib.sha256(clean(text).encode()).hexdigest()


def quads(article: Article, claims: Iterable[Claim]) -> Iterator[Quad]:
    """Yield the quads of an article and its claims, each once, in the graph `article.iri`.

    The text is not among them (it is the publisher's), only its digest. Raises InputError for a claim
    of another article, and for an identifier that would name a node of another kind.
    """
    digest = text_digest(article.text) if article.text else None
    triples = chain(article_triples(article, digest), _all_claims(article.id, claims))
    graph = node(article.id, "article")
    return iter(settled(Quad(*triple, graph) for triple in dict.fromkeys(triples)))


def article_triples(article: Article, digest: str | None, paths: Iterable[str] = ()) -> Iterator[Triple]:
    """Yield what is known of the article itself, with `paths` beside its own."""
    it = node(article.id, "article")
    yield it, TYPE, term(SCHEMA, "NewsArticle")
    told: list[tuple[NamedNode, Term | None]] = [
        (term(SCHEMA, "headline"), words(article.title) if article.title else None),
        (term(SCHEMA, "publisher"), words(article.publisher) if article.publisher else None),
        (term(SCHEMA, "datePublished"), day(article.published) if article.published else None),
        (term(SCHEMA, "dateModified"), day(article.modified) if article.modified else None),
        (term(SCHEMA, "url"), address(article.url) if article.url else None),
        (km("textDigest"), Literal(digest) if digest else None),
    ]
    yield from ((it, predicate, value) for predicate, value in told if value is not None)
    for path in sorted({*paths, *([article.path] if article.path else [])}):
        yield it, km("path"), words(path)


def _all_claims(article: str, claims: Iterable[Claim]) -> Iterator[Triple]:
    entities: dict[Entity, None] = {}
    for claim in claims:
        if claim.article != article:
            problem = f"it belongs to {claim.article}, not {article}"
            raise InputError(claim.id, problem, "keep claims with their article")
        kept = canonical(claim)
        yield from _claim(kept)
        yield from _situation(kept.situation)
        entities.update(dict.fromkeys(kept.entities))
    for entity in entities:
        yield from entity_triples(entity)


def canonical(claim: Claim) -> Claim:
    """Return the claim as the store keeps it: evidence, details and names in order, text cleaned.

    Its id is that of the given claim if evidence and details were in order and clean.
    """
    told, value = claim.situation, claim.situation.value
    roles = {role: _plain(entity) for role, entity in told.roles}
    return Claim(
        claim.article,
        Situation.of(told.kind, roles, clean(value) if value is not None else None),
        claim.polarity,
        claim.certainty,
        _plain(claim.source) if claim.source else None,
        tuple(map(_plain, claim.via)),
        clean(claim.time) if claim.time else None,
        clean(claim.time_words) if claim.time_words else None,
        tuple(sorted({(name, clean(text)) for name, text in claim.details})),
        _in_order(claim.evidence),
    )


def _in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Clean and sort evidence; the same quote at the same place is one, with the fullest surroundings."""
    around: dict[tuple[int, int, str], list[Evidence]] = defaultdict(list)
    for e in evidence:
        around[e.start, e.end, clean(e.quote)].append(e)
    return tuple(
        Evidence(
            *place,
            min((clean(e.prefix) for e in same), key=fullness),
            min((clean(e.suffix) for e in same), key=fullness),
        )
        for place, same in sorted(around.items())
    )


def _plain(entity: Entity) -> Entity:
    """Return an entity with its names cleaned, label first; only a post has a title and a body."""
    label, post = clean(entity.label), entity.kind is EntityKind.POST
    names = {clean(name) for name in entity.names if name} - {label}
    body = entity.of if post and entity.of and entity.of.kind is not EntityKind.POST else None
    return Entity(
        entity.id, entity.kind, label, (label, *sorted(names)),
        clean(entity.title) if post and entity.title else None, _plain(body) if body else None,
    )  # fmt: skip


def _claim(claim: Claim) -> Iterator[Triple]:
    it = node(claim.id, "claim")
    yield it, TYPE, km("Claim")
    yield it, km("article"), node(claim.article, "article")
    yield it, km("situation"), node(claim.situation.id, "situation")
    yield it, km("polarity"), concept(claim.polarity)
    yield it, km("certainty"), concept(claim.certainty)
    yield from _attribution(it, claim)
    if claim.time:
        yield it, km("time"), edtf(claim.time)
    if claim.time_words:
        yield it, km("timeWords"), words(claim.time_words)
    for name, text in claim.details:
        if name not in SHAPES[claim.situation.kind].details:
            raise InputError(claim.id, f"{claim.situation.kind} has no field {name!r}", "leave it out")
        yield it, km(name), words(text)
    for evidence in claim.evidence:
        yield from _evidence(it, claim.article, evidence)


def _attribution(it: NamedNode, claim: Claim) -> Iterator[Triple]:
    yield it, km("sourceKind"), concept(claim.source_kind)
    if claim.source:
        yield it, km("source"), node(claim.source.id, *ENTITY_PREFIXES)
    for place, entity in enumerate(claim.via, 1):
        cited = node(entity.id, *ENTITY_PREFIXES)
        yield it, km("via"), cited
        if len(claim.via) > 1:  # one alone needs no order
            step = node(content_id("attribution", (claim.id, place)), "attribution")
            yield it, km("attribution"), step
            yield step, TYPE, km("Attribution")
            yield step, km("place"), number(place)
            yield step, km("cites"), cited


def evidence_id(article: str, evidence: Evidence) -> str:
    """Return `evidence:` and a hash of the article, the place and the quote."""
    return content_id("evidence", (article, evidence.start, evidence.end, evidence.quote))


def _evidence(claim: NamedNode, article: str, evidence: Evidence) -> Iterator[Triple]:
    it = node(evidence_id(article, evidence), "evidence")
    yield claim, km("evidence"), it
    yield it, TYPE, term(OA, "TextQuoteSelector")
    yield it, TYPE, term(OA, "TextPositionSelector")
    yield it, term(OA, "exact"), words(evidence.quote)
    yield it, term(OA, "start"), number(evidence.start)
    yield it, term(OA, "end"), number(evidence.end)
    if evidence.prefix:
        yield it, term(OA, "prefix"), words(evidence.prefix)
    if evidence.suffix:
        yield it, term(OA, "suffix"), words(evidence.suffix)


def _situation(situation: Situation) -> Iterator[Triple]:
    shape, value = SHAPES[situation.kind], situation.value
    it = node(situation.id, "situation")
    yield it, TYPE, km(situation.kind)
    for role, entity in situation.roles:
        yield it, km(role), node(entity.id, *ENTITY_PREFIXES)
    if value is not None and shape.own:
        if shape.values and value not in shape.values:
            raise InputError(
                situation.id, f"{value!r} is no {shape.own} of a {situation.kind}",
                f"choose one of {', '.join(shape.values)}",
            )  # fmt: skip
        yield it, km(shape.own), concept(value) if shape.values else words(value)


def entity_triples(entity: Entity) -> Iterator[Triple]:
    """Yield what one article says of an entity: its kind, names and, for a post, its title and body."""
    it = node(entity.id, *ENTITY_PREFIXES)
    yield it, TYPE, CLASS_OF_KIND[entity.kind]
    yield it, PREF, words(entity.label)
    yield from ((it, ALT, words(name)) for name in entity.names if name != entity.label)
    if entity.kind is EntityKind.POST:
        yield it, TYPE, term(ORG, "Post")
    if entity.title:
        yield it, km("title"), words(entity.title)
    if entity.of is not None:
        yield it, km("ofBody"), node(entity.of.id, *ENTITY_PREFIXES)
