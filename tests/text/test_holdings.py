"""Titles beside names, on trees made by hand."""

import pytest
from trees_by_hand import tree

from kingmaker.text.holdings import find_holdings
from kingmaker.text.mentions import find_mentions
from kingmaker.text.tree import Tree

PERSON = ("Grace Obi", "PERSON")
KENYA = ("Kenya", "GPE")


def held(of: Tree) -> list[tuple[str, str]]:
    found = find_holdings(of, find_mentions(of))
    return [(h.person.text, h.office.text) for h in found]


@pytest.mark.parametrize(
    ("told", "office"),
    [
        (
            (
                "Kenyan/JJ/amod/3 finance/NN/compound/3 minister/NN/compound/5 Grace/NNP/compound/5 "
                "Obi/NNP/nsubj/6 smiled~smile/VBD/ROOT/0"
            ),
            "Kenyan finance minister",
        ),
        (
            "Grace/NNP/compound/2 Obi/NNP/nsubj/9 ,/,/punct/2 Kenya/NNP/poss/7 's/POS/case/4 "
            "finance/NN/compound/7 minister/NN/appos/2 "
            ",/,/punct/2 smiled~smile/VBD/ROOT/0",
            "Kenya's finance minister",
        ),
        (
            "Grace/NNP/compound/2 Obi/NNP/nsubj/11 ,/,/punct/2 58/CD/appos/2 ,/,/punct/2 the/DT/det/8 "
            "Kenyan/JJ/amod/8 "
            "premier/NN/appos/2 ,/,/punct/2 often/RB/advmod/11 smiled~smile/VBD/ROOT/0",
            "the Kenyan premier",
        ),
        (
            "The/DT/det/3 Kenyan/JJ/amod/3 premier/NN/nsubj/8 ,/,/punct/3 Grace/NNP/compound/6 "
            "Obi/NNP/appos/3 ,/,/punct/3 "
            "smiled~smile/VBD/ROOT/0",
            "The Kenyan premier",
        ),
        (
            "Grace/NNP/compound/2 Obi/NNP/nsubj/7 (/-LRB-/punct/2 Kenyan/JJ/amod/5 premier/NN/appos/2 "
            ")/-RRB-/punct/2 "
            "smiled~smile/VBD/ROOT/0",
            "Kenyan premier",
        ),
    ],
    ids=["before", "after, with a comma", "after an age", "the title first", "in brackets"],
)
def test_holdings_are_titles_beside_names(told: str, office: str) -> None:
    names = [PERSON] + ([KENYA] if "Kenya/" in told else [])
    assert held(tree(told, *names)) == [("Grace Obi", office)]


@pytest.mark.parametrize(
    "told",
    [
        ("Grace/NNP/compound/2 Obi/NNP/nsubj/3 met~meet/VBD/ROOT/0 the/DT/det/6 Kenyan/JJ/amod/6 premier/NN/dobj/3"),
        (
            "The/DT/det/3 Kenyan/JJ/amod/3 premier/NN/nsubj/6 and/CC/cc/3 Grace/NNP/compound/6 "
            "Obi/NNP/conj/3 met~meet/VBD/ROOT/0"
        ),
        (
            "The/DT/det/4 next/JJ/amod/4 Kenyan/JJ/amod/4 premier/NN/compound/6 Grace/NNP/compound/6 "
            "Obi/NNP/nsubj/7 smiled~smile/VBD/ROOT/0"
        ),
        (
            "Grace/NNP/compound/2 Obi/NNP/nsubj/3 smiled~smile/VBD/ROOT/0 ././punct/3 | The/DT/det/7 "
            "Kenyan/JJ/amod/7 premier/NN/nsubj/8 left~leave/VBD/ROOT/0"
        ),
    ],
    ids=["a verb between", "a list", "still to be filled", "another sentence"],
)
def test_holdings_are_none_where_something_stands_between(told: str) -> None:
    assert held(tree(told, PERSON)) == []


def test_holdings_share_a_name_between_two_titles() -> None:
    told = (
        "Grace/NNP/compound/2 Obi/NNP/nsubj/13 ,/,/punct/2 a/DT/det/7 former/JJ/amod/7 "
        "finance/NN/compound/7 minister/NN/appos/2 "
        "and/CC/cc/7 mayor/NN/conj/7 of/IN/prep/9 Nairobi/NNP/pobj/10 ,/,/punct/2 smiled~smile/VBD/ROOT/0"
    )
    found = held(tree(told, PERSON, ("Nairobi", "GPE")))
    assert [person for person, _ in found] == ["Grace Obi", "Grace Obi"]
    assert "mayor of Nairobi" in found[1][1]
