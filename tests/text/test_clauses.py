"""Who does what in a clause, on trees made by hand."""

import pytest
from trees_by_hand import at, said, tree

from kingmaker.text.clauses import (
    equated,
    is_passive,
    objects,
    particles,
    prepositional,
    slot,
    subject,
    surface_subject,
)
from kingmaker.text.tree import Tree

ACTIVE = tree("Sweden/NNP/nsubj/2 backs~back/VBZ/ROOT/0 Obi/NNP/dobj/2 for/IN/prep/2 governor/NN/pobj/4 ././punct/2")
PASSIVE = tree(
    "Obi/NNP/nsubjpass/3 was~be/VBD/auxpass/3 backed~back/VBN/ROOT/0 by/IN/agent/3 Sweden/NNP/pobj/4 ././punct/3"
)
BARE_PASSIVE = tree("Obi/NNP/nsubjpass/3 was~be/VBD/auxpass/3 elected~elect/VBN/ROOT/0 ././punct/3")
REDUCED = tree(
    "Obi/NNP/nsubj/8 ,/,/punct/1 appointed~appoint/VBN/acl/1 governor/NN/oprd/3 in/IN/prep/3 "
    "May/NNP/pobj/5 ,/,/punct/1 "
    "smiled~smile/VBD/ROOT/0 ././punct/8"
)
RELATIVE = tree(
    "Obi/NNP/nsubj/7 ,/,/punct/1 who/WP/nsubj/4 resigned~resign/VBD/relcl/1 today/NN/npadvmod/4 ,/,/punct/1 "
    "smiled~smile/VBD/ROOT/0 ././punct/7"
)
OBJECT_RELATIVE = tree(
    "Obi/NNP/nsubj/7 ,/,/punct/1 whom/WP/dobj/5 Sweden/NNP/nsubj/5 backed~back/VBD/relcl/1 ,/,/punct/1 "
    "smiled~smile/VBD/ROOT/0 ././punct/7"
)
WHOSE = tree(
    "Obi/NNP/nsubj/8 ,/,/punct/1 whose/WP$/poss/4 bid/NN/nsubj/5 failed~fail/VBD/relcl/1 "
    "early/RB/advmod/5 ,/,/punct/1 "
    "smiled~smile/VBD/ROOT/0 ././punct/8"
)
OBJECT_CONTROL = tree("Sweden/NNP/nsubj/2 asked~ask/VBD/ROOT/0 Obi/NNP/dobj/2 to/TO/aux/5 run/VB/xcomp/2 ././punct/2")
SUBJECT_CONTROL = tree("Obi/NNP/nsubj/2 hopes~hope/VBZ/ROOT/0 to/TO/aux/4 run/VB/xcomp/2 ././punct/2")
PASSIVE_CONTROL = tree(
    "Obi/NNP/nsubjpass/3 was~be/VBD/auxpass/3 asked~ask/VBN/ROOT/0 by/IN/agent/3 "
    "Sweden/NNP/pobj/4 to/TO/aux/7 "
    "run/VB/xcomp/3 ././punct/3"
)
RAISED = tree(
    "Obi/NNP/nsubjpass/3 is~be/VBZ/auxpass/3 thought~think/VBN/ROOT/0 to/TO/aux/6 have/VB/aux/6 "
    "lobbied~lobby/VBN/xcomp/3 "
    "Ghana/NNP/dobj/6 ././punct/3"
)
SUBJECTS = tree("Ada/NNP/nsubj/6 ,/,/punct/1 Bisi/NNP/conj/1 and/CC/cc/3 Cole/NNP/conj/3 run/VBP/ROOT/0 ././punct/6")
VERBS = tree(
    "Obi/NNP/nsubj/2 entered~enter/VBD/ROOT/0 the/DT/det/4 race/NN/dobj/2 and/CC/cc/2 "
    "withdrew~withdraw/VBD/conj/2 "
    "././punct/2"
)
PASSIVES = tree(
    "Obi/NNP/nsubjpass/3 was~be/VBD/auxpass/3 nominated~nominate/VBN/ROOT/0 and/CC/cc/3 "
    "confirmed~confirm/VBN/conj/3 "
    "by/IN/agent/5 senators/NNS/pobj/6 ././punct/3"
)
HEADLINE = tree("Obi/NNP/nsubj/2 sacked~sack/VBD/ROOT/0 as/IN/prep/2 governor/NN/pobj/3")
THERE = tree("There/EX/expl/2 is~be/VBZ/ROOT/0 Obi/NNP/attr/2 in/IN/prep/2 the/DT/det/6 mix/NN/pobj/4 ././punct/2")


@pytest.mark.parametrize(
    ("clause", "verb", "passive"),
    [
        (ACTIVE, "backs", False),
        (PASSIVE, "backed", True),
        (BARE_PASSIVE, "elected", True),
        (REDUCED, "appointed", True),
        (REDUCED, "smiled", False),
        (RELATIVE, "resigned", False),
        (OBJECT_RELATIVE, "backed", False),
        (PASSIVE_CONTROL, "asked", True),
        (RAISED, "thought", True),
        (RAISED, "lobbied", False),
        (PASSIVES, "confirmed", True),
        (HEADLINE, "sacked", True),
        (VERBS, "withdrew", False),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_clauses_tell_passive_from_active(clause: Tree, verb: str, passive: bool) -> None:
    assert is_passive(clause, at(clause, verb)) is passive


@pytest.mark.parametrize(
    ("clause", "verb", "subjects", "things"),
    [
        (ACTIVE, "backs", ["Sweden"], ["Obi"]),
        (PASSIVE, "backed", ["Sweden"], ["Obi"]),
        (BARE_PASSIVE, "elected", [], ["Obi"]),
        (REDUCED, "appointed", [], ["Obi"]),
        (RELATIVE, "resigned", ["Obi"], []),
        (OBJECT_RELATIVE, "backed", ["Sweden"], ["Obi"]),
        (OBJECT_CONTROL, "asked", ["Sweden"], ["Obi"]),
        (OBJECT_CONTROL, "run", ["Obi"], []),
        (SUBJECT_CONTROL, "run", ["Obi"], []),
        (PASSIVE_CONTROL, "run", ["Obi"], []),
        (PASSIVE_CONTROL, "asked", ["Sweden"], ["Obi"]),
        (RAISED, "lobbied", ["Obi"], ["Ghana"]),
        (SUBJECTS, "run", ["Ada", "Bisi", "Cole"], []),
        (VERBS, "withdrew", ["Obi"], []),
        (PASSIVES, "confirmed", ["senators"], ["Obi"]),
        (HEADLINE, "sacked", [], ["Obi"]),
        (THERE, "is", ["Obi"], []),
    ],
)
def test_clauses_find_logical_subject_and_object(
    clause: Tree, verb: str, subjects: list[str], things: list[str]
) -> None:
    assert said(clause, subject(clause, at(clause, verb))) == subjects
    assert said(clause, objects(clause, at(clause, verb))) == things


def test_clauses_keep_the_grammatical_subject_of_a_passive() -> None:
    assert said(PASSIVE, surface_subject(PASSIVE, at(PASSIVE, "backed"))) == ["Obi"]


CHAINS = tree(
    "Sweden/NNP/nsubj/2 supports~support/VBZ/ROOT/0 Obi/NNP/poss/5 's/POS/case/3 bid/NN/dobj/2 for/IN/prep/5 "
    "governor/NN/pobj/6 of/IN/prep/7 Lagos/NNP/pobj/8 ././punct/2"
)
WANTS = tree(
    "Sweden/NNP/nsubj/2 wants~want/VBZ/ROOT/0 Obi/NNP/nsubj/5 to/TO/aux/5 become/VB/ccomp/2 "
    "governor/NN/attr/5 ././punct/2"
)
BEHALF = tree(
    "Obi/NNP/nsubj/2 lobbied~lobby/VBD/ROOT/0 on/IN/prep/2 behalf/NN/pobj/3 of/IN/prep/4 Eze/NNP/pobj/5 ././punct/2"
)
OUT_OF = tree(
    "Obi/NNP/nsubj/2 dropped~drop/VBD/ROOT/0 out/IN/prep/2 of/IN/prep/3 the/DT/det/6 race/NN/pobj/4 ././punct/2"
)
WEIGHT = tree(
    "Sweden/NNP/nsubj/2 threw~throw/VBD/ROOT/0 its/PRP$/poss/4 weight/NN/dobj/2 "
    "behind/IN/prep/2 Obi/NNP/pobj/5 "
    "and/CC/cc/6 Eze/NNP/conj/6 ././punct/2"
)


@pytest.mark.parametrize(
    ("clause", "word", "path", "found"),
    [
        (ACTIVE, "backs", "for", ["governor"]),
        (ACTIVE, "backs", "as", []),
        (PASSIVE, "backed", "object", ["Obi"]),
        (CHAINS, "supports", "object", ["bid"]),
        (CHAINS, "supports", "object>poss", ["Obi"]),
        (CHAINS, "supports", "object>for", ["governor"]),
        (CHAINS, "supports", "object>for>of", ["Lagos"]),
        (CHAINS, "supports", "object>for>of>of", []),
        (CHAINS, "bid", "poss", ["Obi"]),
        (CHAINS, "bid", "governor", ["supports"]),
        (CHAINS, "bid", "self", ["bid"]),
        (WANTS, "wants", "comp", ["become"]),
        (WANTS, "wants", "comp>subject", ["Obi"]),
        (WANTS, "wants", "comp>attr", ["governor"]),
        (BEHALF, "lobbied", "on behalf of", ["Eze"]),
        (OUT_OF, "dropped", "out of", ["race"]),
        (WEIGHT, "threw", "behind", ["Obi", "Eze"]),
        (WEIGHT, "threw", "object", ["weight"]),
        (WHOSE, "bid", "poss", ["Obi"]),
        (REDUCED, "appointed", "attr", ["governor"]),
        (REDUCED, "appointed", "noun", ["Obi"]),
    ],
)
def test_clauses_fill_slots_and_chains_of_slots(clause: Tree, word: str, path: str, found: list[str]) -> None:
    assert said(clause, slot(clause, at(clause, word), path)) == found


COPULA = tree("Obi/NNP/nsubj/2 is~be/VBZ/ROOT/0 the/DT/det/4 favourite/NN/attr/2 ././punct/2")
TURNED = tree("The/DT/det/2 favourite/NN/nsubj/3 is~be/VBZ/ROOT/0 Obi/NNP/attr/3 ././punct/3")
APPOSED = tree(
    "Obi/NNP/nsubj/6 ,/,/punct/1 a/DT/det/4 candidate/NN/appos/1 ,/,/punct/1 smiled~smile/VBD/ROOT/0 ././punct/6"
)
BESIDE = tree("Candidate/NN/compound/2 Obi/NNP/nsubj/3 smiled~smile/VBD/ROOT/0 ././punct/3")


@pytest.mark.parametrize(
    ("clause", "noun"),
    [(COPULA, "favourite"), (TURNED, "favourite"), (APPOSED, "candidate"), (BESIDE, "Candidate")],
    ids=["copula", "copula turned", "apposition", "beside a name"],
)
def test_clauses_equate_a_noun_with_a_name(clause: Tree, noun: str) -> None:
    assert said(clause, equated(clause, at(clause, noun))) == ["Obi"]


def test_clauses_equate_nothing_across_another_verb() -> None:
    met = tree("Obi/NNP/nsubj/2 met~meet/VBD/ROOT/0 the/DT/det/4 favourite/NN/dobj/2 ././punct/2")
    assert equated(met, at(met, "favourite")) == []


@pytest.mark.parametrize(
    ("told", "verb", "found"),
    [
        ("Obi/NNP/nsubj/2 turned~turn/VBD/ROOT/0 it/PRP/dobj/2 down/RP/prt/2", "turned", {"down"}),
        ("Obi/NNP/nsubj/2 stepped~step/VBD/ROOT/0 aside/RB/advmod/2", "stepped", {"aside"}),
        ("Obi/NNP/nsubj/2 pulled~pull/VBD/ROOT/0 out/RP/prt/2", "pulled", {"out"}),
        ("Obi/NNP/nsubj/2 smiled~smile/VBD/ROOT/0 often/RB/advmod/2", "smiled", set()),
    ],
)
def test_clauses_find_particles_whatever_they_are_called(told: str, verb: str, found: set[str]) -> None:
    clause = tree(told)
    assert particles(clause, at(clause, verb)) == found


def test_clauses_read_as_without_a_verb_as_a_preposition() -> None:
    clause = tree("Obi/NNP/nsubj/2 stepped~step/VBD/ROOT/0 down/RP/prt/2 as/IN/mark/5 premier/NN/advcl/2 ././punct/2")
    assert ("as", at(clause, "premier")) in list(prepositional(clause, at(clause, "stepped")))


def test_clauses_do_not_loop_on_a_tree_that_turns_in_circles() -> None:
    circle = tree("run/VB/xcomp/2 ask/VB/xcomp/3 seek/VB/xcomp/1")
    assert surface_subject(circle, 0) == []
