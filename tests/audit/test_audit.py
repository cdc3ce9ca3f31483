"""The audit has no blind spot: what it takes on trust is stated here, and is all there is."""

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims_told import BBC, CHIEF, STOLTENBERG, SUNAK, WALLACE, article, backing, claim, claims, diplomat
from kingmaker.audit import Report, verify
from kingmaker.model import Certainty, Claim, Evidence, Kind, Polarity
from kingmaker.rdf import THRESHOLDS
from kingmaker.rdf.namespaces import ALT, ASSERTED, OA, SCHEMA, concept, km, term
from kingmaker.store import Store, open_store

JUNE = article()
JULY = article("He withdrew, said a diplomatic source whom the BBC cited.", path="july.txt", published="2023-07-15")
# What an article's graph alone tells, so that nothing is there to hold it against.
NAMES = {ALT, km("title"), km("path")}
OF_ARTICLES = {term(SCHEMA, name) for name in ("headline", "publisher", "datePublished", "dateModified", "url")}
AROUND = {term(OA, "prefix"), term(OA, "suffix")}


def race() -> Store:
    """Two articles with claims of several kinds, sources and times, and quotes that stand in their texts."""
    words = Evidence(0, 11, "He withdrew", "", ", said")
    told = claim(
        JULY, Kind.CANDIDACY, "withdrawn", candidate=WALLACE, post=CHIEF, source=BBC, via=(diplomat(JULY), SUNAK),
        time="2023-07", time_words="in July", evidence=(words,),
    )  # fmt: skip
    tenure = claim(JUNE, Kind.TENURE, "current", holder=STOLTENBERG, post=CHIEF, details=(("start", "2014-10"),))
    store = open_store()
    store.put([(JUNE, [backing(JUNE), tenure]), (JULY, [told, backing(JULY, polarity=Polarity.NEGATIVE)])])
    return store


def test_audit_finds_nothing_wrong_with_what_was_put() -> None:
    report = verify(race())
    assert report.problems == ()
    assert report == Report((), articles=2, claims=4, quotes=3, unchecked=0)


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_audit_derives_at_the_threshold_that_the_store_states(threshold: Certainty) -> None:
    store = race()
    hedges = {STOLTENBERG: Certainty.POSSIBLE, BBC: Certainty.PROBABLE}
    store.put([(JUNE, [backing(JUNE, backer=backer, certainty=hedge) for backer, hedge in hedges.items()])])
    store.assert_at(threshold)
    assert verify(store).problems == ()
    (told,) = store.quads.quads_for_pattern(ASSERTED, km("threshold"), None, ASSERTED)
    for other in {*map(concept, Certainty), None} - {told.object}:
        store.quads.remove(told)
        changed = [ox.Quad(ASSERTED, told.predicate, other, ASSERTED)] if other else []
        store.quads.extend(changed)
        assert not verify(store)
        for quad in changed:
            store.quads.remove(quad)
        store.quads.add(told)


def test_audit_sees_every_triple_that_goes() -> None:
    unseen = set()
    for quad in race().quads:
        store = race()
        store.quads.remove(quad)
        if verify(store):
            unseen.add(quad.predicate)
    assert unseen <= NAMES | OF_ARTICLES | AROUND


def test_audit_sees_every_triple_that_comes_or_takes_the_place_of_another() -> None:
    unseen = set()
    quads = sorted(race().quads, key=str)
    for quad in quads:
        other = max(
            (q for q in quads if q.object != quad.object), key=lambda q: (q.predicate == quad.predicate, str(q))
        )
        for gone in ([], [quad]):
            store = race()
            for old in gone:
                store.quads.remove(old)
            store.quads.add(ox.Quad(quad.subject, quad.predicate, other.object, quad.graph_name))
            if set(store.quads) != set(quads) and verify(store):
                unseen.add((bool(gone), quad.predicate))
    # A label exchanged for another is what the article calls it; a second one would be seen.
    replaced = NAMES | OF_ARTICLES | {term("http://www.w3.org/2004/02/skos/core#", "prefLabel")}
    assert {p for gone, p in unseen if gone} <= replaced
    assert {p for gone, p in unseen if not gone} <= NAMES


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(claims(JUNE), max_size=4), st.data())
def test_audit_reads_any_damage_without_failing(told: list[Claim], data: st.DataObject) -> None:
    store = open_store()
    store.put([(JUNE, told)])
    quads = sorted(store.quads, key=str)
    one, two, three = (data.draw(st.sampled_from(quads)) for _ in range(3))
    blank = data.draw(
        st.sampled_from([two.subject, ox.BlankNode("b"), ox.NamedNode("https://w3id.org/kingmaker/id/x")])
    )
    value = data.draw(
        st.sampled_from([three.object, ox.Literal("x"), ox.BlankNode("b"), ox.Literal("1", language="en")])
    )
    place = data.draw(st.sampled_from([one.graph_name, ox.DefaultGraph(), ASSERTED, ox.BlankNode("g")]))
    store.quads.remove(one)
    store.quads.add(ox.Quad(blank, two.predicate, value, place))
    report = verify(store, strict=True)
    assert all(str(problem).count(": ") >= 1 and "; " in str(problem) for problem in report.problems)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(claims(JUNE), max_size=4))
def test_audit_blames_the_quotes_of_any_claim_and_nothing_else(told: list[Claim]) -> None:
    store = open_store()
    store.put([(JUNE, told)])
    assert {p.node.partition(":")[0] for p in verify(store).problems} <= {"evidence"}


def test_audit_tells_the_same_in_the_same_order() -> None:
    gone = sorted(race().quads, key=str)[::7]
    found = []
    for order in (gone, gone[::-1]):
        store = race()
        for quad in order:
            store.quads.remove(quad)
        found.append(verify(store).problems)
    assert len(found[0]) > 5
    assert found[0] == found[1] == tuple(sorted(found[0]))


@pytest.mark.parametrize("text", ["line\nbreak", "\x1b[31mred", "right\u202eleft"])
def test_audit_shows_no_text_of_an_article_that_moves_a_terminal(text: str) -> None:
    store = race()
    (place,) = {q.graph_name for q in store.quads if q.subject == ox.NamedNode(JUNE.iri)}
    store.quads.add(ox.Quad(ox.NamedNode(WALLACE.iri), term(SCHEMA, "name"), ox.Literal(text), place))
    (problem,) = verify(store).problems
    assert str(problem).isprintable()
