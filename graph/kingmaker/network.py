"""Claims as a networkx graph: entities are nodes, and every claim gives its edges.

Nothing is summed up: two outlets that tell the same give two edges, a denial is an edge whose
`polarity` is "negative". To count heads, filter the edges first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kingmaker.model import Article, Claim, Entity, Kind
from kingmaker.store import Store

if TYPE_CHECKING:
    import networkx

# From whom to whom an edge leads, by kind: from the one who acts, or who is to hold the post.
DIRECTIONS: Mapping[Kind, tuple[tuple[str, str], ...]] = MappingProxyType({
    Kind.CANDIDACY: (("candidate", "post"),),
    Kind.NOMINATION: (("nominee", "post"), ("nominator", "nominee")),
    Kind.BACKING: (("backer", "candidate"),),
    Kind.LOBBYING: (("lobbyist", "target"), ("lobbyist", "beneficiary")),
    Kind.APPOINTMENT: (("appointee", "post"), ("appointer", "appointee"), ("appointee", "predecessor")),
    Kind.DEPARTURE: (("holder", "post"),),
    Kind.TENURE: (("holder", "post"),),
    Kind.EXTENSION: (("holder", "post"),),
    Kind.PREFERENCE: (("party", "post"),),
})  # fmt: skip


def network(claims: Store | Iterable[Claim], articles: Iterable[Article] = ()) -> "networkx.MultiDiGraph[str]":
    """Return the claims of a store, or claims with their articles, as a directed multigraph.

    Nodes are entity ids with `label` and `kind`. An edge has the key `CLAIM-ID FROM-ROLE TO-ROLE` and
    carries `claim`, `kind`, `relation` (the two roles), `value` (status, stance, mode or criterion),
    `polarity`, `certainty`, `source` and `via` (labels; source None is the article's own voice),
    `source_kind`, `post`, `time` (EDTF), `quote`, `article` (id), and `title`, `publisher` and
    `published` of the article as far as they are known.

    >>> network([]).number_of_nodes()
    0
    """
    import networkx

    if isinstance(claims, Store):
        return network(claims.claims(), claims.articles())
    told = sorted(claims, key=lambda claim: claim.id)
    known = {article.id: article for article in articles}
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for entity, label in _labelled(told):
        made.add_node(entity.id, label=label, kind=str(entity.kind))
    for claim in told:
        facts = _facts(claim, known.get(claim.article))
        for start, end, subject, target in _lines(claim):
            key = f"{claim.id} {start} {end}"
            made.add_edge(subject.id, target.id, key=key, relation=f"{start} {end}", **facts)
    return made


def _lines(claim: Claim) -> Iterator[tuple[str, str, Entity, Entity]]:
    for start, end in DIRECTIONS[claim.situation.kind]:
        subject, target = claim.situation.role(start), claim.situation.role(end)
        if subject and target:
            yield start, end, subject, target


def _labelled(claims: Iterable[Claim]) -> Iterator[tuple[Entity, str]]:
    """Yield every entity in a role once, by id, with the label that most claims give it."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    entities: dict[str, Entity] = {}
    for claim in claims:
        for _, entity in claim.situation.roles:
            entities.setdefault(entity.id, entity)
            labels[entity.id][entity.label] += 1
    for name in sorted(entities):
        yield entities[name], min(labels[name], key=lambda label: (-labels[name][label], label))


def _facts(claim: Claim, article: Article | None) -> dict[str, str | None]:
    post = claim.situation.role("post")
    return {
        "claim": claim.id,
        "kind": str(claim.situation.kind),
        "value": claim.situation.value,
        "polarity": str(claim.polarity),
        "certainty": str(claim.certainty),
        "source": claim.source.label if claim.source else None,
        "source_kind": str(claim.source.kind) if claim.source else None,
        "via": "; ".join(entity.label for entity in claim.via) or None,
        "post": post.label if post else None,
        "time": claim.time,
        "quote": claim.evidence[0].quote if claim.evidence else None,
        "article": claim.article,
        "title": article.title if article else None,
        "publisher": article.publisher if article else None,
        "published": article.published if article else None,
    }
