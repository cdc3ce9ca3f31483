"""The asserted layer at each threshold: what is in, what is out, and that `why` always says the same."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad, Triple

from claims_generated import Told, disputes
from claims_told import BBC, CHIEF, SUNAK, WALLACE, article, backing, claim, claims, diplomat
from kingmaker import rdf
from kingmaker.errors import InputError, StoreError
from kingmaker.model import SHAPES, Certainty, Claim, EntityKind, Kind, Polarity
from kingmaker.rdf import THRESHOLDS, Mark, Outcome
from kingmaker.rdf.compact import edge_of
from kingmaker.rdf.namespaces import ASSERTED, km
from kingmaker.rdf.verdicts import ENDED

JUNE = article()
CERTAIN, PROBABLE, POSSIBLE, HYPOTHETICAL = Certainty
many = settings(max_examples=150)
RUNNING = {km("candidateFor"), km("consideredFor")}
OVER = {km("withdrewFrom"), km("declined"), km("rejectedFor")}


def candidacy(status: str, certainty: Certainty = CERTAIN, **fields: object) -> Claim:
    return claim(JUNE, Kind.CANDIDACY, status, candidate=WALLACE, post=CHIEF, certainty=certainty, **fields)


def layer(told: Iterable[Claim], threshold: Certainty) -> set[Triple]:
    return {quad.triple for quad in rdf.asserted(told, threshold) if quad.predicate != km("threshold")}


def names(told: Iterable[Claim], threshold: Certainty) -> set[str]:
    found = {triple.predicate.value.rpartition("/")[2] for triple in layer(told, threshold)}
    return found - {"asserts"}


def is_on_record(one: Claim) -> bool:
    return all(e.kind is not EntityKind.ANONYMOUS for e in (one.source, *one.via) if e)


# What a race is told to be, and the edges of the layer at certain, probable and possible.
STORIES: dict[str, tuple[list[Claim], set[str], set[str], set[str]]] = {
    "plain": ([candidacy("declared")], {"candidateFor"}, {"candidateFor"}, {"candidateFor"}),
    "probable": ([candidacy("declared", PROBABLE)], set(), {"candidateFor"}, {"candidateFor"}),
    "possible": ([candidacy("declared", POSSIBLE)], set(), set(), {"candidateFor"}),
    "hypothetical": ([candidacy("declared", HYPOTHETICAL)], set(), set(), set()),
    "unnamed": ([candidacy("declared", source=diplomat(JUNE))], set(), set(), set()),
    "unnamed behind an outlet": ([candidacy("declared", PROBABLE, source=BBC, via=(diplomat(JUNE),))],) + (set(),) * 3,
    "denied as sure, by somebody unnamed": (
        [candidacy("declared"), candidacy("declared", polarity=Polarity.NEGATIVE, source=diplomat(JUNE))],
        set(), set(), set(),
    ),
    "a hedge denied as sure": (
        [candidacy("declared", PROBABLE), candidacy("declared", polarity=Polarity.NEGATIVE)], set(), set(), set(),
    ),
    "a hedge denied in doubt": (
        [candidacy("declared", PROBABLE), candidacy("declared", PROBABLE, polarity=Polarity.NEGATIVE)],
        set(), {"candidateFor"}, {"candidateFor"},
    ),
    "a sure end": ([candidacy("declared"), candidacy("withdrawn")],) + ({"withdrewFrom"},) * 3,
    "a hedged end of a sure candidacy": ([candidacy("declared"), candidacy("declined", PROBABLE)],)
    + ({"candidateFor"},) * 3,
    "a sure end of a hedged candidacy": ([candidacy("considered", PROBABLE), candidacy("rejected")],)
    + ({"rejectedFor"},) * 3,
    "both hedged alike": (
        [candidacy("declared", PROBABLE), candidacy("withdrawn", PROBABLE)], set(), {"withdrewFrom"}, {"withdrewFrom"},
    ),
    "the end hedged more": (
        [candidacy("declared", PROBABLE), candidacy("withdrawn", POSSIBLE)], set(), {"candidateFor"}, {"candidateFor"},
    ),
    "a sure end by somebody unnamed": (
        [candidacy("declared"), candidacy("withdrawn", source=diplomat(JUNE))], set(), set(), set(),
    ),
    "a hedged end by somebody unnamed": (
        [candidacy("declared", PROBABLE), candidacy("withdrawn", PROBABLE, source=diplomat(JUNE))],
        set(), {"candidateFor"}, {"candidateFor"},
    ),
    "an end that is denied too": (
        [candidacy("declared"), candidacy("withdrawn"), candidacy("withdrawn", polarity=Polarity.NEGATIVE)],
        set(), set(), set(),
    ),
    "a hedged end that is denied as sure": (
        [candidacy("declared", PROBABLE), candidacy("withdrawn", PROBABLE),
         candidacy("withdrawn", polarity=Polarity.NEGATIVE)],
        set(), {"candidateFor"}, {"candidateFor"},
    ),
    "a denied candidacy outdoes no end": (
        [candidacy("declared"), candidacy("declared", polarity=Polarity.NEGATIVE), candidacy("withdrawn", PROBABLE)],
        set(), {"withdrewFrom"}, {"withdrewFrom"},
    ),
    "talked of as sure, standing and out as hedged": (
        [candidacy("considered"), candidacy("declared", PROBABLE), candidacy("withdrawn", PROBABLE)],
        {"consideredFor"}, {"consideredFor"}, {"consideredFor"},
    ),
    "a win after an end": ([candidacy("rejected"), candidacy("successful")],) + ({"candidateFor"},) * 3,
    "a hedged win after an end": ([candidacy("rejected"), candidacy("successful", PROBABLE)],) + ({"rejectedFor"},) * 3,
    "two ends": (
        [candidacy("withdrawn"), candidacy("declined", PROBABLE)],
        {"withdrewFrom"}, {"withdrewFrom", "declined"}, {"withdrewFrom", "declined"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_asserted_at_each_threshold(story: str) -> None:
    told, *wanted = STORIES[story]
    assert [names(told, threshold) for threshold in THRESHOLDS] == wanted
    assert [names(told[::-1], threshold) for threshold in THRESHOLDS] == wanted


@pytest.mark.parametrize("threshold", [t for t in Certainty if t not in THRESHOLDS] + ["sure"])
def test_threshold_is_never_a_hypothesis(threshold: str) -> None:
    with pytest.raises(StoreError, match="choose one of certain, probable, possible"):
        rdf.checked_threshold(threshold)


def claims_of(told: Told) -> list[Claim]:
    return [one for _, same in told for one in same]


contests = st.lists(
    st.builds(
        candidacy,
        st.sampled_from(SHAPES[Kind.CANDIDACY].values),
        st.sampled_from(Certainty),
        polarity=st.sampled_from([Polarity.POSITIVE, Polarity.POSITIVE, Polarity.NEGATIVE]),
        source=st.sampled_from([None, None, SUNAK, diplomat(JUNE)]),
    ),
    max_size=8,
)
any_claims = contests | contests | disputes().map(claims_of) | st.lists(claims(JUNE), max_size=4)
thresholds = st.sampled_from(THRESHOLDS)


@many
@given(any_claims, thresholds)
def test_why_agrees_with_the_layer_on_every_edge(told: list[Claim], threshold: Certainty) -> None:
    found = layer(told, threshold)
    might = {quad.triple for one in told for quad in rdf.resting_on(one.situation)}
    assert found <= might
    for triple in might:
        verdicts = rdf.why(triple, told, threshold)
        assert verdicts
        assert any(verdict.stands for verdict in verdicts) == (triple in found)


@many
@given(any_claims)
def test_layer_at_a_higher_threshold_is_part_of_a_lower_one(told: list[Claim]) -> None:
    for higher, lower in pairwise(THRESHOLDS):
        assert layer(told, higher) <= layer(told, lower)


@many
@given(any_claims, thresholds)
def test_layer_says_of_nobody_that_they_are_in_the_race_and_out(told: list[Claim], threshold: Certainty) -> None:
    found = layer(told, threshold)
    running, over = ({(t.subject, t.object) for t in found if t.predicate in edges} for edges in (RUNNING, OVER))
    assert not running & over


@many
@given(any_claims, thresholds)
def test_layer_rests_on_sure_enough_claims_on_record_that_nobody_denies(
    told: list[Claim], threshold: Certainty
) -> None:
    enough = THRESHOLDS[: THRESHOLDS.index(threshold) + 1]
    sure = {
        c.situation.id for c in told if c.polarity is Polarity.POSITIVE and c.certainty in enough and is_on_record(c)
    }
    denied = {c.situation.id for c in told if (c.polarity, c.certainty) == (Polarity.NEGATIVE, CERTAIN)}
    rests = {t.object for t in layer(told, threshold) if t.predicate == km("asserts")}
    assert rests <= {edge_of("graph:asserted", "asserts", name).object for name in sure - denied}
    # And nothing but a denial, or another candidacy's word, keeps such a situation out.
    others = {c.situation.id for c in told if c.situation.kind is not Kind.CANDIDACY}
    assert rests >= {edge_of("graph:asserted", "asserts", name).object for name in (sure - denied) & others}


@many
@given(contests)
def test_no_hedge_ends_a_certain_candidacy(told: list[Claim]) -> None:
    certain = [c for c in told if c.situation.kind is Kind.CANDIDACY and c.certainty is CERTAIN]
    standing = {
        c.situation.id
        for c in certain
        if c.polarity is Polarity.POSITIVE and is_on_record(c) and c.situation.value in ("considered", "declared")
    } - {c.situation.id for c in certain if c.polarity is Polarity.NEGATIVE}
    ends = [c for c in certain if c.polarity is Polarity.POSITIVE and c.situation.value in ENDED]
    for threshold in THRESHOLDS:
        found = {t.object for t in layer(told, threshold) if t.predicate == km("asserts")}
        wanted = {edge_of("graph:asserted", "asserts", name).object for name in standing}
        assert (wanted <= found) if not ends else not (wanted & found)


@given(any_claims, thresholds, st.randoms())
def test_layer_knows_no_order(told: list[Claim], threshold: Certainty, chance: object) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert set(rdf.asserted(shuffled, threshold)) == set(rdf.asserted(told, threshold))


def verdict(told: Sequence[Claim], threshold: Certainty = CERTAIN) -> rdf.Verdict:
    (found,) = rdf.why(edge_of(WALLACE.id, "candidateFor", CHIEF.id), told, threshold)
    return found


def test_verdict_says_what_each_claim_does() -> None:
    told = [
        candidacy("declared", time="2023-01"),
        candidacy("declared", PROBABLE),
        candidacy("declared", source=diplomat(JUNE)),
        candidacy("declared", POSSIBLE, source=diplomat(JUNE)),
        candidacy("declared", PROBABLE, polarity=Polarity.NEGATIVE),
        candidacy("declared", polarity=Polarity.NEGATIVE),
    ]
    found = verdict(told)
    assert [found.marks(one) for one in found.claims] == [
        (Mark.SUPPORTS,), (Mark.HEDGED,), (Mark.UNNAMED,), (Mark.HEDGED, Mark.UNNAMED), (Mark.DOUBTS,), (Mark.DENIES,),
    ]  # fmt: skip
    assert found.outcome is Outcome.DENIED
    assert verdict(told[:5]).outcome is Outcome.ASSERTED
    assert verdict(told[1:5]).outcome is Outcome.UNSUPPORTED
    assert verdict(told[1:5], PROBABLE).outcome is Outcome.ASSERTED


def test_verdict_names_the_claims_that_end_a_candidacy() -> None:
    unnamed = candidacy("withdrawn", source=diplomat(JUNE))
    hedged, sure = candidacy("rejected", PROBABLE), candidacy("declined")
    found = verdict([candidacy("declared"), unnamed, hedged, sure])
    assert (found.outcome, set(found.rivals)) == (Outcome.ENDED, {unnamed, sure})


def test_verdict_names_the_claims_that_outdo_an_end() -> None:
    told = [candidacy("declared"), candidacy("declared", PROBABLE), candidacy("withdrawn", PROBABLE)]
    (found,) = rdf.why(edge_of(WALLACE.id, "withdrewFrom", CHIEF.id), told, POSSIBLE)
    assert (found.outcome, found.rivals) == (Outcome.OUTDONE, (told[0],))


def test_threshold_is_told_by_the_graph_and_read_back() -> None:
    for threshold in THRESHOLDS:
        quads = list(rdf.asserted([backing(JUNE)], threshold))
        assert rdf.threshold_of(quads) is threshold
    assert list(rdf.asserted([], CERTAIN)) == []
    assert rdf.threshold_of([]) is CERTAIN
    assert rdf.threshold_of(rdf.asserted([], PROBABLE)) is PROBABLE
    two: Iterable[Quad] = chain(rdf.asserted([], PROBABLE), rdf.asserted([], POSSIBLE))
    with pytest.raises(StoreError, match="no one threshold"):
        rdf.threshold_of(two)
    with pytest.raises(StoreError, match="no one threshold"):
        rdf.threshold_of([Triple(ASSERTED, km("threshold"), km("certain"))])


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("person:a", "km:bakcs", "person:b"), "did you mean km:backs"),
        (("person:a", "km:situation", "person:b"), "no edge of the asserted graph"),
        (("Ben Wallace", "km:backs", "person:b"), "Ben Wallace: neither a compact name nor an IRI"),
        (("person:a", "km:backs", "claim:0123456789abcdef"), "neither a compact name"),
        (("person:a", "km:backs", "https://elsewhere.example/b"), "neither a compact name"),
        (("person:a", "km:asserts", "situation:b"), "neither a compact name"),
        (("graph:other", "km:asserts", "situation:b"), "asserts nothing"),
    ],
)
def test_edge_of_says_what_is_wrong_with_it(words: tuple[str, str, str], problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        edge_of(*words)


def test_edge_of_takes_names_and_iris_alike() -> None:
    wanted = edge_of(SUNAK.id, "km:backs", WALLACE.id)
    assert edge_of(f"<{SUNAK.iri}>", "backs", WALLACE.iri) == wanted
    assert edge_of(SUNAK.iri, f"<{km('backs').value}>", f"<{WALLACE.iri}>") == wanted
