"""The actors view: what is told of two entities, summed up without upgrading a hedge or losing a denial."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_told import ANN, DENIED, HEDGED, backs, claims_of, kept, unnamed

from claims_generated import Told, disputes
from claims_told import BIDEN, CHIEF, SUNAK, WALLACE, article, backing, claim, claims
from kingmaker.errors import KingmakerError
from kingmaker.model import SHAPES, Article, Claim, Entity, EntityKind, Kind, Polarity
from kingmaker.network import DIRECTIONS, network, ties
from kingmaker.races import Clock, View
from kingmaker.races.standing import settled

known = settings(max_examples=150, deadline=None, derandomize=True)
DAYS = ("2021-03-01", "2021-03-02", "2022-12-01", "2023-06-21", "2023-06-22", "2023-08")
LONG = "Sunak backs Wallace for the top job at the alliance"


def edges(graph: Any) -> list[tuple[str, str, str]]:
    return [
        (graph.nodes[a]["label"], told["relation"], graph.nodes[b]["label"]) for a, b, told in graph.edges(data=True)
    ]


@pytest.mark.parametrize(
    ("kind", "value", "roles", "relations"),
    [
        (Kind.CANDIDACY, "considered", {"candidate": ANN, "post": CHIEF}, {"considered for"}),
        (Kind.CANDIDACY, "declared", {"candidate": ANN, "post": CHIEF}, {"candidate for"}),
        (Kind.CANDIDACY, "successful", {"candidate": ANN, "post": CHIEF}, {"won"}),
        (Kind.NOMINATION, None, {"nominee": ANN, "post": CHIEF, "nominator": SUNAK}, {"nominated for", "nominated"}),
        (Kind.BACKING, "supports", {"backer": SUNAK, "candidate": ANN, "post": CHIEF}, {"supports"}),
        (Kind.BACKING, "opposes", {"backer": SUNAK, "candidate": ANN}, {"opposes"}),
        (Kind.LOBBYING, None, {"lobbyist": SUNAK, "target": BIDEN, "beneficiary": ANN}, {"lobbies", "lobbies for"}),
        (Kind.APPOINTMENT, "elected", {"appointee": ANN, "post": CHIEF, "appointer": SUNAK, "predecessor": BIDEN},
         {"appointed to", "appointed", "succeeds"}),
        (Kind.DEPARTURE, "resigned", {"holder": ANN, "post": CHIEF}, {"left"}),
        (Kind.TENURE, "current", {"holder": ANN, "post": CHIEF}, {"holds"}),
        (Kind.TENURE, "former", {"holder": ANN, "post": CHIEF}, {"held"}),
        (Kind.EXTENSION, None, {"holder": ANN, "post": CHIEF}, {"kept on in"}),
        (Kind.PREFERENCE, "a woman", {"party": SUNAK, "post": CHIEF}, {"has a wish for"}),
    ],
)  # fmt: skip
def test_ties_are_named_by_what_is_told(
    kind: Kind, value: str | None, roles: dict[str, Entity], relations: set[str]
) -> None:
    assert {one.relation for one in ties([claim(article(), kind, value, **roles)])} == relations


def test_ties_have_a_name_for_every_value_of_every_kind() -> None:
    names: dict[Kind, set[str]] = {}
    for kind, shape in SHAPES.items():
        roles = {role: Entity.named(EntityKind.PERSON, role) for role in shape.roles}
        for value in shape.values or (None,):
            names.setdefault(kind, set()).update(t.relation for t in ties([claim(article(), kind, value, **roles)]))
    # Modes of appointment and departure are one relation each; what a candidacy or a stance is, is its own.
    assert len(names[Kind.CANDIDACY]) == 6
    assert len(names[Kind.TENURE]) == 3
    assert len(names[Kind.BACKING]) == 2
    assert len(set[str]().union(*names.values())) == sum(map(len, names.values()))


SURE, SURE_TOO = backs("2023-01-01", SUNAK, WALLACE), backs("2023-02-01", SUNAK, WALLACE)
HEDGE = backs("2023-03-01", SUNAK, WALLACE, **HEDGED)
DENIAL = backs("2023-04-01", SUNAK, WALLACE, **DENIED)
DOUBTED_DENIAL = backs("2023-04-02", SUNAK, WALLACE, **HEDGED, **DENIED)
WHISPER = backs("2023-05-01", SUNAK, WALLACE, source=unnamed("2023-05-01"))
COPIES = [backs(f"2023-06-0{n}", SUNAK, WALLACE, words=LONG, paper=f"Paper {n}") for n in (1, 2, 3)]
SHORT = [backs(f"2023-06-0{n}", SUNAK, WALLACE, words="Sunak backs Wallace") for n in (1, 2)]


@pytest.mark.parametrize(
    ("told", "weight", "how", "counts"),
    [
        # Two articles on record are two.
        ([SURE, SURE_TOO], 2, "settled", (2, 0, 0)),
        # Neither a hedge nor a denial nor a whisper adds to what is settled.
        ([SURE, HEDGE, DENIAL, WHISPER], 1, "settled", (2, 1, 1)),
        # What only hedges and whispers tell is weighed by them, and never settled.
        ([HEDGE], 1, "hedged", (0, 1, 0)),
        ([HEDGE, WHISPER], 2, "hedged", (1, 1, 0)),
        # A hedge that somebody on record denies for certain is denied, and weighs nothing.
        ([HEDGE, DENIAL], 0, "denied", (0, 1, 1)),
        ([HEDGE, DOUBTED_DENIAL], 1, "hedged", (0, 1, 1)),
        ([DOUBTED_DENIAL], 0, "denied", (0, 0, 1)),
        # One report that three papers carry is one; three short words may be the same by chance.
        (COPIES, 1, "settled", (3, 0, 0)),
        ([*COPIES, SURE], 2, "settled", (4, 0, 0)),
        (SHORT, 2, "settled", (2, 0, 0)),
    ],
)  # fmt: skip
def test_ties_weigh_independent_articles(
    told: list[tuple[Article, Claim]], weight: int, how: str, counts: tuple[int, int, int]
) -> None:
    ((_, _, facts),) = network(*claims_of(*told), view="actors").edges(data=True)
    assert (facts["weight"], facts["told"], facts["settled"]) == (weight, how, how == "settled")
    assert (facts["certain"], facts["hedged"], facts["denied"]) == counts
    assert set(facts["claims"]) == {c.id for _, c in told}
    assert facts["posts"] == ("Secretary General of NATO",)


def test_ties_of_one_article_that_tells_it_twice_weigh_one() -> None:
    june = article()
    twice = [backing(june), backing(june, source=WALLACE)]
    (one,) = ties(twice, [june])
    assert (one.weight, len(one.claims)) == (1, 2)


def test_ties_tell_the_surest_and_first_claim_first_and_denials_last() -> None:
    told = claims_of(DENIAL, WHISPER, HEDGE, SURE_TOO, SURE)
    (one,) = ties(*told)
    assert list(one.claims) == [c for _, c in (SURE, SURE_TOO, WHISPER, HEDGE, DENIAL)]


def test_ties_lead_from_nobody_to_themselves() -> None:
    graph = network([backing(article(), backer=WALLACE)], view="actors")
    assert (list(graph.edges()), WALLACE.id in graph) == ([], True)


def test_ties_take_a_view() -> None:
    store = kept(SURE, HEDGE, WHISPER, backs("2024-01-01", BIDEN, WALLACE))
    view = {"view": "actors"}
    assert edges(store.network("actors")) == [
        ("Joe Biden", "supports", "Ben Wallace"), ("Rishi Sunak", "supports", "Ben Wallace"),
    ]  # fmt: skip
    assert edges(store.network(**view, as_of="2023")) == [("Rishi Sunak", "supports", "Ben Wallace")]
    assert store.network(as_of=date(2023, 4, 1)).number_of_edges() == 2
    assert store.network(min_certainty="certain").number_of_edges() == 3
    assert store.network(anonymous=False).number_of_edges() == 3
    assert store.network(on_record=True).number_of_edges() == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"view": "people"}, "no view is called 'people'; choose claims or actors"),
        ({"as_of": "yesterday"}, "'yesterday' is no day; write it as 2024-02-23"),
        ({"clock": "wall"}, "'wall' is no clock; choose published, valid"),
        ({"min_certainty": "sure"}, "'sure' is no certainty; choose certain, probable"),
    ],
)  # fmt: skip
def test_ties_say_what_is_no_view(options: dict[str, str], said: str) -> None:
    with pytest.raises(KingmakerError, match=said):
        kept(SURE).network(**options)


def parts(told: Told) -> tuple[list[Claim], list[Article]]:
    return [c for _, some in told for c in some], [a for a, _ in told]


def shown(told: Told, view: str, seen: View) -> list[tuple[Any, ...]]:
    graph = network(*parts(told), view=view, seen=seen)
    return [*graph.nodes(data=True), *graph.edges(keys=True, data=True)]


@known
@given(disputes(DAYS), disputes(DAYS), st.sampled_from(DAYS[:-1]), st.sampled_from(["claims", "actors"]))
def test_ties_as_of_a_day_know_nothing_later(old: Told, more: Told, day: str, view: str) -> None:
    seen = View(date.fromisoformat(day))
    later = [(a, c) for a, c in more if (a.published or "") > day]
    assert shown([*old, *later], view, seen) == shown(old, view, seen)


@known
@given(disputes(DAYS), st.sampled_from(list(Clock)), st.sampled_from(DAYS[:-1]))
def test_ties_add_up(told: Told, clock: Clock, day: str) -> None:
    for seen in (View(), View(date.fromisoformat(day), clock)):
        every = {c.id: c for c in parts(told)[0]}
        claimed = network(*parts(told), seen=seen)
        graph = network(*parts(told), view="actors", seen=seen)
        lines = sum(a != b for a, b in claimed.edges())
        assert list(graph) == list(claimed)
        assert lines == sum(len(told["claims"]) for *_, told in graph.edges(data=True))
        for *_, tie in graph.edges(data=True):
            of_tie = [every[name] for name in tie["claims"]]
            assert tie["certain"] + tie["hedged"] + tie["denied"] == len(of_tie)
            assert tie["settled"] == any(map(settled, of_tie))
            firm = {c.article for c in of_tie if settled(c)}
            so = {c.article for c in of_tie if c.polarity is Polarity.POSITIVE}
            assert tie["weight"] <= len(firm if tie["settled"] else so)
            assert bool(tie["weight"]) is (tie["told"] != "denied")


@known
@given(disputes(DAYS), st.randoms(use_true_random=False), st.sampled_from(["claims", "actors"]))
def test_ties_are_the_same_in_any_order(told: Told, random: Any, view: str) -> None:
    claims_, articles = parts(told)
    before = network(claims_, articles, view=view)
    random.shuffle(claims_)
    random.shuffle(articles)
    after = network([*claims_, *claims_[:2]], articles, view=view)
    assert list(after.nodes(data=True)) == list(before.nodes(data=True))
    assert list(after.edges(keys=True, data=True)) == list(before.edges(keys=True, data=True))


@given(st.lists(claims(article()), max_size=6, unique_by=lambda c: c.id))
def test_ties_of_anything_hold_every_claim_that_ties_two(told: list[Claim]) -> None:
    tied = {
        c.id for c in told for a, b in DIRECTIONS[c.situation.kind]
        if (one := c.situation.role(a)) and (other := c.situation.role(b)) and one.id != other.id
    }  # fmt: skip
    assert {c.id for one in ties(told) for c in one.claims} == tied
