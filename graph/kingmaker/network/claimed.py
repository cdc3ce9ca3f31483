"""The claims view: entities are nodes, and every claim gives its edges.

Nothing is summed up: two outlets that tell the same give two edges, a denial is an edge whose
`polarity` is "negative". To count heads, filter the edges first, or take the actors view.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kingmaker.model import Article, Claim
from kingmaker.network.lines import lines
from kingmaker.races.labels import called

if TYPE_CHECKING:
    import networkx


def claims_view(claims: Iterable[Claim], articles: Iterable[Article]) -> "networkx.MultiDiGraph[str]":
    """Return claims with their articles as a directed multigraph, an edge for each line of each claim.

    Nodes are entity ids with `label` and `kind`. An edge has the key `CLAIM-ID FROM-ROLE TO-ROLE` and
    carries `claim`, `kind`, `relation` (the two roles), `value` (status, stance, mode or criterion),
    `polarity`, `certainty`, `source` and `via` (labels; source None is the article's own voice),
    `source_kind`, `post`, `time` (EDTF), `quote`, `article` (id), and `title`, `publisher` and
    `published` of the article as far as they are known.
    """
    import networkx

    told = sorted(claims, key=lambda claim: claim.id)
    known = {article.id: article for article in articles}
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for name, entity in called(told).items():
        made.add_node(name, label=entity.label, kind=str(entity.kind))
    for claim in told:
        facts = _facts(claim, known.get(claim.article))
        for line, subject, target in lines(claim.situation):
            relation = f"{line.start} {line.end}"
            made.add_edge(subject.id, target.id, key=f"{claim.id} {relation}", relation=relation, **facts)
    return made


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
