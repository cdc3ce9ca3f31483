"""Office phrases on trees made by hand: title, what it is of, and whether it is held."""

import pytest
from trees_by_hand import tree

from kingmaker.model import EntityKind
from kingmaker.text.offices import Office, find_offices
from kingmaker.text.tree import Tree


def only(of: Tree) -> Office:
    (office,) = find_offices(of)
    return office


DUTCH = "Dutch/JJ/amod/3 Prime/NNP/compound/3 Minister/NNP/compound/4 Obi/NNP/nsubj/5 smiled~smile/VBD/ROOT/0"
OF_GERMANY = "the/DT/det/2 chancellor/NN/nsubj/5 of/IN/prep/2 Germany/NNP/pobj/3 smiled~smile/VBD/ROOT/0"
NATO_CHIEF = "NATO/NNP/compound/2 chief/NN/compound/3 Obi/NNP/nsubj/4 smiled~smile/VBD/ROOT/0"
HEAD_OF_NATO = "the/DT/det/2 head/NN/nsubj/5 of/IN/prep/2 NATO/NNP/pobj/3 smiled~smile/VBD/ROOT/0"
BRITAINS = "Britain/NNP/poss/4 's/POS/case/1 defence/NN/compound/4 secretary/NN/nsubj/5 smiled~smile/VBD/ROOT/0"
FOR_HEALTH = (
    "the/DT/det/2 minister/NN/nsubj/7 for/IN/prep/2 health/NN/pobj/3 of/IN/prep/2 "
    "Kenya/NNP/pobj/5 smiled~smile/VBD/ROOT/0"
)
OF_A_CITY = "the/DT/det/2 mayor/NN/nsubj/5 of/IN/prep/2 Ashcombe/NNP/pobj/3 smiled~smile/VBD/ROOT/0"
ENVOY = "Canada/NNP/poss/3 's/POS/case/1 ambassador/NN/nsubj/6 to/IN/prep/3 Japan/NNP/pobj/4 smiled~smile/VBD/ROOT/0"


@pytest.mark.parametrize(
    ("told", "names", "label", "of", "kind"),
    [
        (DUTCH, (), "Prime Minister of the Netherlands", "Netherlands", EntityKind.COUNTRY),
        (OF_GERMANY, (("Germany", "GPE"),), "Chancellor of Germany", "Germany", EntityKind.COUNTRY),
        (NATO_CHIEF, (("NATO", "ORG"),), "Secretary General of NATO", "NATO", EntityKind.ORGANISATION),
        (HEAD_OF_NATO, (("NATO", "ORG"),), "Secretary General of NATO", "NATO", EntityKind.ORGANISATION),
        (
            BRITAINS,
            (("Britain", "GPE"),),
            "Defence Secretary of the United Kingdom",
            "United Kingdom",
            EntityKind.COUNTRY,
        ),
        (FOR_HEALTH, (("Kenya", "GPE"),), "Minister for Health of Kenya", "Kenya", EntityKind.COUNTRY),
        (OF_A_CITY, (("Ashcombe", "GPE"),), "Mayor of Ashcombe", "Ashcombe", EntityKind.ORGANISATION),
        (ENVOY, (("Japan", "GPE"),), "Ambassador to Japan of Canada", "Canada", EntityKind.COUNTRY),
    ],
    ids=["adjective", "of a country", "chief", "head of", "possessive", "portfolio after", "city", "ambassador"],
)
def test_offices_name_title_and_body(
    told: str, names: tuple[tuple[str, str], ...], label: str, of: str, kind: EntityKind
) -> None:
    post = only(tree(told, *names)).post
    assert post is not None and post.of is not None
    assert (post.label, post.of.label, post.of.kind) == (label, of, kind)


def test_offices_of_one_post_meet_whatever_the_title() -> None:
    chief, head = only(tree(NATO_CHIEF, ("NATO", "ORG"))), only(tree(HEAD_OF_NATO, ("NATO", "ORG")))
    assert chief.post is not None and head.post is not None
    assert chief.post.id == head.post.id


FINANCE = "the/DT/det/3 finance/NN/compound/3 minister/NN/nsubj/6 of/IN/prep/3 Kenya/NNP/pobj/4 left~leave/VBD/ROOT/0"
FOREIGN = "the/DT/det/3 foreign/JJ/amod/3 minister/NN/nsubj/6 of/IN/prep/3 Kenya/NNP/pobj/4 left~leave/VBD/ROOT/0"
DEFENCE = "the/DT/det/3 defence/NN/compound/3 minister/NN/nsubj/6 of/IN/prep/3 Kenya/NNP/pobj/4 left~leave/VBD/ROOT/0"
SAME = [
    (FINANCE, ("the/DT/det/2 minister/NN/nsubj/7 of/IN/prep/2 finance/NN/pobj/3 of/IN/prep/2 "
            "Kenya/NNP/pobj/5 left~leave/VBD/ROOT/0")),
    (FINANCE, ("the/DT/det/2 minister/NN/nsubj/7 for/IN/prep/2 finance/NN/pobj/3 of/IN/prep/2 "
            "Kenya/NNP/pobj/5 left~leave/VBD/ROOT/0")),
    (FINANCE, ("Kenya/NNP/poss/4 's/POS/case/1 finance/NN/compound/4 minister/NN/nsubj/5 "
            "left~leave/VBD/ROOT/0")),
    (DEFENCE, ("the/DT/det/3 defense/NN/compound/3 minister/NN/nsubj/6 of/IN/prep/3 Kenya/NNP/pobj/4 "
            "left~leave/VBD/ROOT/0")),
    (FOREIGN, ("Kenya/NNP/poss/5 's/POS/case/1 external/JJ/amod/5 affairs/NNS/compound/5 "
            "minister/NN/nsubj/6 left~leave/VBD/ROOT/0")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME, ids=["of", "for", "possessive", "American", "long"])
def test_offices_know_a_portfolio_however_it_is_put(one: str, other: str) -> None:
    first, second = only(tree(one, ("Kenya", "GPE"))).post, only(tree(other, ("Kenya", "GPE"))).post
    assert first is not None and second is not None
    assert first.id == second.id


def test_offices_of_two_portfolios_are_two() -> None:
    assert len({str(only(tree(told, ("Kenya", "GPE"))).post) for told in (FINANCE, FOREIGN, DEFENCE)}) == 3


def test_offices_of_a_deputy_are_another_post() -> None:
    told = (
        "the/DT/det/4 deputy/NN/compound/4 finance/NN/compound/4 minister/NN/nsubj/7 of/IN/prep/4 "
        "Kenya/NNP/pobj/5 left~leave/VBD/ROOT/0"
    )
    deputy, minister = only(tree(told, ("Kenya", "GPE"))).post, only(tree(FINANCE, ("Kenya", "GPE"))).post
    assert deputy is not None and minister is not None
    assert deputy.id != minister.id
    assert deputy.label == "Deputy Finance Minister of Kenya"


def test_offices_of_foreign_affairs_are_one_post() -> None:
    told = (
        "the/DT/det/2 Minister/NNP/nsubj/8 of/IN/prep/2 Foreign/NNP/compound/5 Affairs/NNPS/pobj/3 "
        "of/IN/prep/2 "
        "Kenya/NNP/pobj/6 left~leave/VBD/ROOT/0"
    )
    assert not only(tree(told, ("Kenya", "GPE"))).plural


def test_offices_of_a_deputy_prime_minister_are_told_once() -> None:
    told = (
        "the/DT/det/4 deputy/JJ/amod/4 prime/JJ/amod/4 minister/NN/nsubj/7 of/IN/prep/4 "
        "Kenya/NNP/pobj/5 left~leave/VBD/ROOT/0"
    )
    post = only(tree(told, ("Kenya", "GPE"))).post
    assert post is not None and post.id == "post:deputy-prime-minister-of-kenya"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("former", "former"),
        ("ex", "former"),
        ("outgoing", "current"),
        ("incoming", "designate"),
        ("acting", "current"),
        ("new", "current"),
        ("next", "next"),
    ],
)
def test_offices_tell_their_status_by_the_word_before(word: str, status: str) -> None:
    told = (
        f"the/DT/det/5 {word}/JJ/amod/5 Norwegian/JJ/amod/5 prime/JJ/amod/5 minister/NN/nsubj/6 smiled~smile/VBD/ROOT/0"
    )
    assert only(tree(told)).status == status


def test_offices_tell_designate_by_the_suffix() -> None:
    told = "the/DT/det/3 prime/JJ/amod/3 minister/NN/nsubj/6 -/HYPH/punct/3 designate/NN/amod/3 smiled~smile/VBD/ROOT/0"
    assert only(tree(told)).status == "designate"


def test_offices_without_a_body_name_no_post() -> None:
    office = only(tree("the/DT/det/3 prime/JJ/amod/3 minister/NN/nsubj/4 smiled~smile/VBD/ROOT/0"))
    assert office.post is None and office.place is None and office.single


def test_offices_of_several_are_no_single_post() -> None:
    assert only(tree("the/DT/det/3 foreign/JJ/amod/3 ministers~minister/NNS/nsubj/4 smiled~smile/VBD/ROOT/0")).plural


@pytest.mark.parametrize(
    "told",
    [
        "Obi/NNP/nsubj/2 heads~head/VBZ/ROOT/0 the/DT/det/4 list/NN/dobj/2",
        "a/DT/det/2 spokeswoman/NN/nsubj/3 smiled~smile/VBD/ROOT/0",
        "the/DT/det/3 General/NNP/compound/3 Assembly/NNP/nsubj/4 met~meet/VBD/ROOT/0",
        "the/DT/det/2 bridge/NN/nsubj/3 fell~fall/VBD/ROOT/0",
    ],
    ids=["a verb", "a spokeswoman", "a body", "no title"],
)
def test_offices_are_none_where_nobody_holds_a_public_post(told: str) -> None:
    assert find_offices(tree(told)) == []


def test_offices_do_not_reach_into_the_next_sentence() -> None:
    told = (
        "He/PRP/nsubj/2 met~meet/VBD/ROOT/0 the/DT/det/4 premier/NN/dobj/2 ././punct/2 | "
        "Germany/NNP/nsubj/7 won~win/VBD/ROOT/0"
    )
    assert only(tree(told, ("Germany", "GPE"))).place is None
