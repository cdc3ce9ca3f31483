"""How `explain` writes why an edge is in the asserted graph or out of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kingmaker.cli.reasons import one_line, situation_line, speaker

if TYPE_CHECKING:
    from kingmaker.model import Article, Claim
    from kingmaker.rdf import Verdict
    from kingmaker.store import Store

Way = tuple[str, str, str]


def ways(store: "Store", words: Way) -> list[Way]:
    """Return the triples that three words may mean: a name stands for everybody in the store who is called so.

    Raises QueryError if nobody is, InputError if the second word is no edge.
    """
    from kingmaker.rdf.compact import predicate_of

    subject, predicate, target = words
    edge = predicate_of(predicate).value
    return [(a, edge, b) for a in _meant(store, subject) for b in _meant(store, target)]


def _meant(store: "Store", word: str) -> list[str]:
    from kingmaker.queries import entities_called

    bare = word[1:-1] if word.startswith("<") and word.endswith(">") else word
    if bare.startswith(("graph:", "situation:", "https://w3id.org/kingmaker/id/graph/")):
        return [bare]
    return [node.value for node in entities_called(store, bare)]


def edge_lines(way: Way, verdicts: "Sequence[Verdict]", layer: str, articles: "Mapping[str, Article]") -> Iterator[str]:
    """Yield the lines that tell whether an edge is in `layer`, and how each situation that would give it fares."""
    yield " ".join(map(_compact, way))
    if verdicts:
        yield f"{_place(any(verdict.stands for verdict in verdicts))} {layer}"
    else:
        yield f"out of {layer}: no claim tells it"
    for verdict in verdicts:
        yield ""
        yield f"{verdict.situation.id}  {situation_line(verdict.situation)}"
        yield f"  {'in' if verdict.stands else 'out'}: {_OUTCOME[verdict.outcome]}"
        for claim in verdict.claims:
            yield from _claim_lines(claim, _counts(verdict, claim), articles)
        if against := _AGAINST.get(verdict.outcome):
            for claim in verdict.rivals:
                yield from _claim_lines(claim, f"{against} {situation_line(claim.situation)}", articles)


def _place(stands: bool) -> str:
    return "in" if stands else "out of"


_OUTCOME: Mapping[str, str] = {
    "asserted": "told surely enough by somebody on record, and nothing stands against it",
    "unsupported": "nobody on record tells it surely enough",
    "denied": "it is denied as certain",
    "ended": "the candidacy ended, as is told no less surely",
    "outdone": "the candidacy itself is told more surely, or it was won",
}
_AGAINST: Mapping[str, str] = {"ended": "ended by", "outdone": "outdone by"}


def _claim_lines(claim: "Claim", counts: str, articles: "Mapping[str, Article]") -> Iterator[str]:
    article = articles[claim.article]
    known = filter(None, (article.publisher, article.published, article.path or article.url or article.title))
    place = one_line(", ".join(known) or article.id)
    time = f", {claim.time}" if claim.time else ""
    yield f"  {claim.id}  {counts}"
    yield f"    {claim.polarity}, {claim.certainty}, says {speaker(claim)}{time}  ({place})"
    yield from (f'    "{one_line(evidence.quote)}"' for evidence in claim.evidence)


def _counts(verdict: "Verdict", claim: "Claim") -> str:
    """Say what a claim counts for, in words for each of its marks."""
    words = {
        "supports": "counts for it",
        "denies": "counts against it: a certain denial",
        "doubts": f"does not count against it: the denial is only {claim.certainty}",
        "hedged": f"only {claim.certainty}, and the threshold is {verdict.threshold}",
        "unnamed": "not on record, by an unnamed source",
    }
    if claim.certainty == "hypothetical":
        words["hedged"] = "hypothetical, which never counts"
    marks = verdict.marks(claim)
    told = " and ".join(words[mark] for mark in marks)
    return f"does not count: {told}" if {"hedged", "unnamed"} & set(marks) else told


def _compact(iri: str) -> str:
    from kingmaker.ids import DATA, ONTOLOGY, from_iri

    if iri.startswith(ONTOLOGY):
        return f"km:{iri.removeprefix(ONTOLOGY)}"
    return from_iri(iri) if iri.startswith(DATA) else iri
