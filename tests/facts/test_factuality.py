"""How a clause is told: the signatures of what stands above it, multiplied, on parsed sentences."""

import pytest

from kingmaker.articles import blocks
from kingmaker.facts.factuality import modality
from kingmaker.facts.modality import ORDER, Modality
from kingmaker.lexicon.cues import EFFECTS as LEXICON_EFFECTS
from kingmaker.lexicon.cues import cues
from kingmaker.model import Article, Certainty, Polarity
from kingmaker.text.parse import parse
from kingmaker.text.tree import Word

YES, NO = Polarity.POSITIVE, Polarity.NEGATIVE
SURE, PROBABLE, POSSIBLE, IF = Certainty
CUE, OTHER = (Word(i, text, text, "VERB", "VB", "ROOT", i, 0, 1, 0, text) for i, text in enumerate(("hope", "try")))


def told(sentence: str, trigger: str) -> Modality:
    """Return how the clause of a word is told; the word's last occurrence."""
    (tree,) = parse(blocks(Article.of(sentence)))
    at = max(w.i for w in tree.words if w.text == trigger)
    return modality(tree, at)


CASES = [
    # plain
    ("Obi resigned on Monday.", "resigned", YES, SURE),
    ("Obi has been appointed by Sweden.", "appointed", YES, SURE),
    ("Obi will resign on Monday.", "resign", YES, SURE),
    # negation
    ("Obi did not resign.", "resign", NO, SURE),
    ("Obi never resigned.", "resigned", NO, SURE),
    ("Obi has not been appointed.", "appointed", NO, SURE),
    ("Obi won't resign.", "resign", NO, SURE),
    ("No minister resigned.", "resigned", NO, SURE),
    ("Nobody resigned.", "resigned", NO, SURE),
    ("Obi no longer supports Eze.", "supports", NO, SURE),
    ("There is no doubt that Obi resigned.", "resigned", YES, SURE),
    # implicatives
    ("Obi managed to win the vote.", "win", YES, SURE),
    ("Obi did not manage to win the vote.", "win", NO, SURE),
    ("Obi failed to win the vote.", "win", NO, SURE),
    ("Obi did not fail to win the vote.", "win", YES, SURE),
    ("Obi refused to resign.", "resign", NO, SURE),
    ("Obi declined to run.", "run", NO, SURE),
    ("Obi was unable to win the vote.", "win", NO, SURE),
    ("Obi decided to run.", "run", YES, SURE),
    ("Obi decided not to run.", "run", NO, SURE),
    # denial
    ("Obi denied that she had resigned.", "resigned", NO, SURE),
    ("Obi denied having resigned.", "resigned", NO, SURE),
    ("It is false that Obi resigned.", "resigned", NO, SURE),
    ("It is not true that Obi resigned.", "resigned", NO, SURE),
    # hedges without an owner
    ("Obi is thought to have resigned.", "resigned", YES, PROBABLE),
    ("Obi is expected to resign.", "resign", YES, PROBABLE),
    ("Obi is said to have resigned.", "resigned", YES, PROBABLE),
    ("Obi is understood to support Eze.", "support", YES, PROBABLE),
    ("Obi is reported to have resigned.", "resigned", YES, PROBABLE),
    ("Obi is likely to resign.", "resign", YES, PROBABLE),
    ("Obi is unlikely to resign.", "resign", NO, PROBABLE),
    ("Obi is not expected to resign.", "resign", NO, PROBABLE),
    ("Obi reportedly resigned.", "resigned", YES, PROBABLE),
    ("Obi will probably resign.", "resign", YES, PROBABLE),
    ("Obi seems to have resigned.", "resigned", YES, PROBABLE),
    # modals
    ("Obi could resign.", "resign", YES, POSSIBLE),
    ("Obi may have resigned.", "resigned", YES, POSSIBLE),
    ("Obi might not resign.", "resign", NO, POSSIBLE),
    ("Perhaps Obi resigned.", "resigned", YES, POSSIBLE),
    ("There is speculation that Obi resigned.", "resigned", YES, POSSIBLE),
    # conditions and questions
    ("If Obi resigns, Eze will smile.", "resigns", YES, IF),
    ("Unless Obi resigns, Eze will cry.", "resigns", YES, IF),
    ("Obi would resign.", "resign", YES, IF),
    ("Has Obi resigned?", "resigned", YES, IF),
    ("Eze asked whether Obi had resigned.", "resigned", YES, IF),
    # what stands above, multiplied
    ("Obi is thought to have failed to win the vote.", "win", NO, PROBABLE),
    ("Obi could be expected to resign.", "resign", YES, POSSIBLE),
    ("Eze said that Obi may resign.", "resign", YES, POSSIBLE),
    ("Eze said that Obi had not resigned.", "resigned", NO, SURE),
    ("Eze said that he would resign.", "resign", YES, SURE),
]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "trigger", "polarity", "certainty"), CASES, ids=lambda v: v if " " in str(v) else ""
)
def test_factuality_is_told_by_what_stands_above(
    sentence: str, trigger: str, polarity: Polarity, certainty: Certainty
) -> None:
    how = told(sentence, trigger)
    assert (how.polarity, how.certainty, how.dropped) == (polarity, certainty, None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "trigger", "word"),
    [
        ("Obi tried to win the vote.", "win", "tried"),
        ("Obi hopes to win the vote.", "win", "hopes"),
        ("Obi wants to run.", "run", "wants"),
        ("Obi attempted to win the vote.", "win", "attempted"),
    ],
)
def test_factuality_of_an_attempt_is_no_claim(sentence: str, trigger: str, word: str) -> None:
    dropped = told(sentence, trigger).dropped
    assert dropped is not None and dropped.text == word


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Obi, who never smiled, resigned.", "resigned"),
        ("Obi resigned because Eze could not win.", "resigned"),
        ("Obi resigned and Eze did not smile.", "resigned"),
        ("Obi did not smile but backed Eze.", "backed"),
        ("Obi resigned. Did Eze smile?", "resigned"),
    ],
)
def test_factuality_of_one_clause_says_nothing_of_another(sentence: str, trigger: str) -> None:
    how = told(sentence, trigger)
    assert (how.polarity, how.certainty) == (YES, SURE)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "trigger", "cue"),
    [
        ("Obi is thought to have resigned.", "resigned", "thought"),
        ("Obi failed to win.", "win", "failed"),
        ("Obi could resign.", "resign", "could"),
        ("Obi did not resign.", "resign", "not"),
        ("Has Obi resigned?", "resigned", "?"),
    ],
)
def test_factuality_names_its_cues(sentence: str, trigger: str, cue: str) -> None:
    assert cue in [word.text for word in told(sentence, trigger).cues]


@pytest.mark.model
def test_factuality_of_a_polite_would_is_plain() -> None:
    (tree,) = parse(blocks(Article.of("Sweden would elect a woman.")))
    at = next(w.i for w in tree.words if w.text == "elect")
    assert modality(tree, at, polite=True).certainty is SURE
    assert modality(tree, at).certainty is IF


@pytest.mark.model
def test_factuality_of_a_wish_is_plain_under_would() -> None:
    assert told("Sweden would prefer a woman.", "prefer").certainty is SURE
    assert told("Sweden would prefer a woman if there were one.", "prefer").certainty is IF


# The algebra: a hedge is never upgraded, and two negations undo each other.

EFFECTS = ["keep", "flip", "drop", None, *map(str, Certainty)]


@pytest.mark.parametrize("first", EFFECTS)
@pytest.mark.parametrize("second", EFFECTS)
def test_factuality_never_grows_surer(first: str | None, second: str | None) -> None:
    one = Modality().applied(first, CUE)
    two = one.applied(second, OTHER)
    assert ORDER.index(two.certainty) >= ORDER.index(one.certainty)
    assert ORDER.index(two.certainty) == max(
        [ORDER.index(Certainty(e)) for e in (first, second) if e in ORDER], default=0
    )


def test_factuality_of_two_negations_is_positive() -> None:
    assert Modality().flipped(CUE).flipped(OTHER).polarity is YES
    assert Modality().flipped(CUE).flipped(OTHER).cues == (CUE, OTHER)


def test_factuality_keeps_the_first_word_that_makes_it_no_claim() -> None:
    assert Modality().applied("drop", CUE).applied("drop", OTHER).dropped == CUE


def test_factuality_words_have_one_effect_each() -> None:
    lexicon = cues()
    for table in (lexicon.verbs, lexicon.passives, lexicon.nouns, lexicon.adjectives, lexicon.modals, lexicon.phrases):
        assert table
        for word, effect in table.items():
            assert word == word.lower()
            assert effect in LEXICON_EFFECTS
