import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_told import (
    BBC,
    CHIEF,
    SUNAK,
    WALLACE,
    article,
    backing,
    claim,
    claims,
    diplomat,
    situations,
    words,
)
from kingmaker import rdf
from kingmaker.errors import InputError
from kingmaker.ids import DATA, ONTOLOGY
from kingmaker.model import (
    SHAPES,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Kind,
    Polarity,
    Situation,
)  # fmt: skip
from kingmaker.rdf.asserted import edges
from kingmaker.rdf.literals import clean
from kingmaker.rdf.namespaces import ASSERTED, SCHEMA, km, term

JUNE = article()


def test_quads_come_back_as_the_same_claim() -> None:
    told = backing(JUNE, source=SUNAK, via=(diplomat(JUNE), BBC, WALLACE), time="2023-06", time_words="in June")
    assert rdf.claims_of(rdf.quads(JUNE, [told])) == (told,)


@given(claims(JUNE))
def test_quads_of_any_claim_come_back_as_its_canonical_form(told: Claim) -> None:
    (back,) = rdf.claims_of(rdf.quads(JUNE, [told]))
    kept = rdf.canonical(told)
    assert back.id == kept.id
    assert (back.polarity, back.certainty, back.time) == (told.polarity, told.certainty, told.time)
    assert [e.quote for e in back.evidence] == [e.quote for e in kept.evidence] or len(kept.evidence) > 1
    assert [e.id for e in back.via] == [e.id for e in told.via]


@given(st.lists(claims(JUNE), max_size=4))
def test_quads_settle_after_one_round(told: list[Claim]) -> None:
    once = rdf.claims_of(rdf.quads(JUNE, told))
    assert rdf.claims_of(rdf.quads(JUNE, once)) == once
    assert {c.id for c in once} == {rdf.canonical(c).id for c in told}


@given(st.lists(claims(JUNE), max_size=3), st.lists(claims(JUNE), max_size=3))
def test_quads_unite_in_any_order(some: list[Claim], others: list[Claim]) -> None:
    first, second = set(rdf.quads(JUNE, some)), set(rdf.quads(JUNE, others))
    at_once = set(rdf.quads(JUNE, [*others, *some]))
    assert rdf.settled([*first, *second]) == rdf.settled([*second, *first]) == at_once
    assert rdf.settled([*at_once, *first]) == at_once


def test_quads_stand_in_the_articles_graph_and_use_no_blank_nodes() -> None:
    for quad in rdf.quads(JUNE, [backing(JUNE, source=diplomat(JUNE))]):
        assert quad.graph_name == ox.NamedNode(JUNE.iri)
        assert not isinstance(quad.object, ox.BlankNode)
        assert str(quad.subject).startswith(f"<{DATA}")


def test_quads_hold_no_text_of_the_article() -> None:
    secret = article("Short quote. " + "The rest is the publisher's own. " * 20)
    literals = [q.object.value for q in rdf.quads(secret, [backing(secret)]) if isinstance(q.object, ox.Literal)]
    assert not any("publisher's own" in value for value in literals)


@pytest.mark.parametrize(
    ("published", "datatype"),
    [
        ("2023-06-21", "date"), ("2023-06", "gYearMonth"), ("2023", "gYear"),
        ("2023-02-31", "string"), ("0000", "string"), ("2023-13", "string"), ("yesterday", "string"),
    ],
)  # fmt: skip
def test_quads_type_a_date_by_its_precision(published: str, datatype: str) -> None:
    dated = article(published=published)
    (value,) = [q.object for q in rdf.quads(dated, []) if q.predicate == term(SCHEMA, "datePublished")]
    assert isinstance(value, ox.Literal)
    assert (value.value, value.datatype.value.rpartition("#")[2]) == (published, datatype)


@pytest.mark.parametrize(
    ("url", "is_iri"),
    [
        ("https://news.example/a?b=c#d", True), ("HTTP://news.example", True),
        ("javascript:alert(1)", False), ("data:text/html,x", False), ("http://a b", False),
        ("https://x/<script>", False), ("file:///etc/passwd", False), ("https://", False),
    ],
)  # fmt: skip
def test_quads_make_an_iri_of_nothing_but_a_web_address(url: str, is_iri: bool) -> None:
    (value,) = [q.object for q in rdf.quads(article(url=url), []) if q.predicate == term(SCHEMA, "url")]
    assert isinstance(value, ox.NamedNode) is is_iri
    assert value.value == url


@given(words)
def test_literals_are_clean_and_as_long_as_before(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not set(cleaned) & {"\x00", "\x1f", "\ud800", "\ufffe"}
    assert cleaned.encode().decode() == cleaned


@pytest.mark.parametrize(
    "name", ["article:x", "graph:asserted", "person:a b", "person:..", "person:a/b", "person", "x:y"]
)
def test_quads_refuse_an_identifier_that_would_name_something_else(name: str) -> None:
    hostile = Entity(name, EntityKind.PERSON, "X", ("X",))
    with pytest.raises(InputError, match="not an identifier"):
        list(rdf.quads(JUNE, [backing(JUNE, backer=hostile)]))


def test_quads_refuse_what_the_shape_does_not_know() -> None:
    with pytest.raises(InputError, match="loves"):
        list(rdf.quads(JUNE, [claim(JUNE, Kind.BACKING, "loves", backer=SUNAK, candidate=WALLACE)]))
    with pytest.raises(InputError, match="until"):
        list(rdf.quads(JUNE, [backing(JUNE, details=(("until", "2024"),))]))
    with pytest.raises(InputError, match="belongs to"):
        list(rdf.quads(article("Another."), [backing(JUNE)]))


def test_quads_keep_the_fullest_label_and_the_others_as_names() -> None:
    long = Entity(WALLACE.id, EntityKind.PERSON, "Robert Ben Wallace", ("Robert Ben Wallace",))
    found = rdf.claims_of(rdf.quads(JUNE, [backing(JUNE), backing(JUNE, candidate=long, time="2023")]))
    for told in found:
        candidate = told.situation.role("candidate")
        assert candidate is not None
        assert (candidate.label, candidate.names[1:]) == ("Robert Ben Wallace", ("Ben Wallace", "Wallace"))


EDGES = [
    (Kind.BACKING, "supports", "backs"), (Kind.BACKING, "opposes", "opposes"),
    (Kind.LOBBYING, None, "lobbies"), (Kind.CANDIDACY, "declared", "candidateFor"),
    (Kind.CANDIDACY, "considered", "consideredFor"), (Kind.CANDIDACY, "declined", "declined"),
    (Kind.NOMINATION, None, "nominatedFor"), (Kind.TENURE, "current", "holds"),
    (Kind.TENURE, "former", "held"), (Kind.APPOINTMENT, "elected", "appointedTo"),
    (Kind.DEPARTURE, "resigned", "left"), (Kind.EXTENSION, None, "extendedIn"),
]  # fmt: skip


def told_of(kind: Kind, value: str | None, **fields: object) -> Claim:
    """Make a claim with every role filled."""
    roles = {role: CHIEF if role == "post" else WALLACE for role in SHAPES[kind].roles}
    return claim(JUNE, kind, value, **roles, **fields)


def names_of(*told: Claim) -> set[str]:
    edges = {quad.predicate.value.removeprefix(ONTOLOGY) for quad in rdf.asserted(told)}
    return edges - {"asserts", "threshold"}


@pytest.mark.parametrize(("kind", "value", "edge"), EDGES)
def test_asserted_gives_the_edge_of_what_is_certain_and_on_record(kind: Kind, value: str | None, edge: str) -> None:
    assert edge in names_of(told_of(kind, value))
    assert edge in names_of(told_of(kind, value, source=SUNAK))


HEDGES: list[dict[str, object]] = [
    {"certainty": Certainty.PROBABLE}, {"certainty": Certainty.POSSIBLE},
    {"certainty": Certainty.HYPOTHETICAL}, {"polarity": Polarity.NEGATIVE},
    {"source": diplomat(JUNE)}, {"source": BBC, "via": (diplomat(JUNE),)},
]  # fmt: skip


@pytest.mark.parametrize("hedge", HEDGES, ids=lambda hedge: "-".join(hedge))
@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, value, _ in EDGES])
def test_asserted_upgrades_no_hedge(kind: Kind, value: str | None, hedge: dict[str, object]) -> None:
    assert names_of(told_of(kind, value, **hedge)) == set()


def test_asserted_leaves_out_what_somebody_denies_as_sure() -> None:
    sure = backing(JUNE, polarity=Polarity.NEGATIVE, source=diplomat(JUNE))
    unsure = backing(JUNE, polarity=Polarity.NEGATIVE, certainty=Certainty.PROBABLE)
    assert names_of(backing(JUNE), sure) == set()
    assert names_of(backing(JUNE), unsure) == {"backs"}


@pytest.mark.parametrize("end", ["withdrawn", "declined", "rejected"])
def test_asserted_candidacy_ends_with_a_withdrawal(end: str) -> None:
    edges = names_of(told_of(Kind.CANDIDACY, "declared"), told_of(Kind.CANDIDACY, end))
    assert not edges & {"candidateFor", "consideredFor"}


@given(st.lists(claims(JUNE), max_size=6))
def test_asserted_rests_on_a_certain_claim_on_record(told: list[Claim]) -> None:
    sure = {
        c.situation.id
        for c in told
        if (c.polarity, c.certainty) == ("positive", "certain")
        and not any(e.kind is EntityKind.ANONYMOUS for e in (c.source, *c.via) if e)
    }
    denied = {c.situation.id for c in told if (c.polarity, c.certainty) == ("negative", "certain")}
    quads = set(rdf.asserted(told))
    rests = {q.object.value.rpartition("/")[2] for q in quads if q.predicate == km("asserts")}
    assert rests <= {name.partition(":")[2] for name in sure - denied}
    by_id = {c.situation.id: c.situation for c in told}
    allowed = {e for name in rests for e in edges_of(by_id[f"situation:{name}"])}
    assert {(q.subject, q.predicate, q.object) for q in quads if q.subject != ASSERTED} <= allowed


def edges_of(situation: Situation) -> set[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode]]:
    return set(edges(situation))


@given(situations())
def test_asserted_edges_join_entities_of_the_situation(situation: Situation) -> None:
    fillers = {entity.iri for _, entity in situation.roles}
    assert all({s.value, o.value} <= fillers for s, _, o in edges_of(situation))


def test_quads_of_evidence_keep_place_and_surroundings() -> None:
    told = backing(JUNE, evidence=(Evidence(6, 11, "backs", "Sunak ", " Wal"), Evidence(0, 5, "Sunak")))
    (back,) = rdf.claims_of(rdf.quads(JUNE, [told]))
    assert back.evidence == (Evidence(0, 5, "Sunak"), Evidence(6, 11, "backs", "Sunak ", " Wal"))


def test_article_comes_back_without_its_text() -> None:
    full = article("Text.", title="T", published="2023", modified="2024", url="https://a.b/c")
    kept = rdf.article_of(rdf.quads(full, []))
    assert kept is not None
    assert (kept.article.id, kept.article.text, kept.digest) == (full.id, "", rdf.text_digest("Text."))
    assert (kept.article.title, kept.article.modified, kept.article.url) == ("T", "2024", "https://a.b/c")
