import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_told import BBC, BIDEN, CHIEF, SUNAK, WALLACE, article, backing, claim, claims, diplomat
from kingmaker.model import Certainty, Claim, Entity, Kind
from kingmaker.network import DIRECTIONS, network
from kingmaker.store import open_store

JUNE = article()


def test_network_edge_carries_what_the_claim_says() -> None:
    told = backing(JUNE, source=diplomat(JUNE), via=(BBC,), certainty=Certainty.PROBABLE, time="2023-06")
    graph = network([told], [JUNE])
    ((start, end, key, facts),) = graph.edges(keys=True, data=True)
    assert (start, end, key) == (SUNAK.id, WALLACE.id, f"{told.id} backer candidate")
    assert facts == {
        "relation": "backer candidate", "claim": told.id, "kind": "Backing", "value": "supports",
        "polarity": "positive", "certainty": "probable", "source": "a diplomatic source",
        "source_kind": "anonymous", "via": "BBC", "post": "Secretary General of NATO", "time": "2023-06",
        "quote": "Sunak", "article": JUNE.id, "title": "Race", "publisher": "The Paper",
        "published": "2023-06-21",
    }  # fmt: skip
    assert graph.nodes[WALLACE.id] == {"label": "Ben Wallace", "kind": "person"}


@pytest.mark.parametrize(
    ("kind", "roles", "edges"),
    [
        (Kind.CANDIDACY, {"candidate": WALLACE, "post": CHIEF}, {(WALLACE, CHIEF)}),
        (Kind.NOMINATION, {"nominee": WALLACE, "post": CHIEF, "nominator": SUNAK},
         {(WALLACE, CHIEF), (SUNAK, WALLACE)}),
        (Kind.LOBBYING, {"lobbyist": SUNAK, "target": BIDEN, "beneficiary": WALLACE},
         {(SUNAK, BIDEN), (SUNAK, WALLACE)}),
        (Kind.APPOINTMENT, {"appointee": WALLACE, "post": CHIEF, "predecessor": BIDEN},
         {(WALLACE, CHIEF), (WALLACE, BIDEN)}),
        (Kind.PREFERENCE, {"party": BIDEN, "post": CHIEF}, {(BIDEN, CHIEF)}),
    ],
)  # fmt: skip
def test_network_edges_lead_from_who_acts(
    kind: Kind, roles: dict[str, Entity], edges: set[tuple[Entity, Entity]]
) -> None:
    graph = network([claim(JUNE, kind, **roles)])
    assert set(graph.edges()) == {(start.id, end.id) for start, end in edges}


@given(st.lists(claims(JUNE), max_size=6, unique_by=lambda c: c.id))
def test_network_has_an_edge_for_every_line_of_every_claim(told: list[Claim]) -> None:
    graph = network(told)
    lines = sum(
        bool(c.situation.role(start) and c.situation.role(end))
        for c in told
        for start, end in DIRECTIONS[c.situation.kind]
    )
    assert graph.number_of_edges() == lines
    assert set(graph.nodes) == {entity.id for c in told for _, entity in c.situation.roles}
    backwards = network(told[::-1])
    assert list(backwards.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_network_of_a_store_is_that_of_its_claims() -> None:
    store = open_store()
    store.put([(JUNE, [backing(JUNE), backing(JUNE, backer=BIDEN)])])
    assert list(store.network().edges(data=True)) == list(network(store.claims(), [JUNE]).edges(data=True))
