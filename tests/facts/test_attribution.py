"""Whose word a clause is, on parsed sentences."""

import pytest

from kingmaker.articles import blocks
from kingmaker.facts.attribution import Attribution, attribution
from kingmaker.model import Article, Certainty, EntityKind
from kingmaker.pipeline import reading_of
from kingmaker.text.parse import parse


def whose(text: str, trigger: str) -> Attribution:
    """Return whose word the clause of a word is; the word's last occurrence in the text."""
    reading = reading_of(Article.of(text, publisher="The Harbour Post"))
    tree, at = max(
        ((t, w.i) for t in reading.trees for w in t.words if w.text == trigger), key=lambda p: (p[0].index, p[1])
    )
    return attribution(reading, tree, at)


PERSON, BODY, NOBODY, COUNTRY = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.ANONYMOUS,
    EntityKind.COUNTRY,
)
CASES = [
    ("Anna Holm said that Peter Lund resigned.", "resigned", "Anna Holm", PERSON),
    ("Anna Holm said Peter Lund had resigned.", "resigned", "Anna Holm", PERSON),
    ("Peter Lund has resigned, Anna Holm said.", "resigned", "Anna Holm", PERSON),
    ("According to Anna Holm, Peter Lund has resigned.", "resigned", "Anna Holm", PERSON),
    ("Peter Lund has resigned, according to Anna Holm.", "resigned", "Anna Holm", PERSON),
    ('"Peter Lund has resigned," Anna Holm said.', "resigned", "Anna Holm", PERSON),
    ('"Peter Lund has resigned," said Anna Holm.', "resigned", "Anna Holm", PERSON),
    ("“Peter Lund has resigned,” Anna Holm said.", "resigned", "Anna Holm", PERSON),
    ('Anna Holm shrugged. "Peter Lund has resigned," she said.', "resigned", "Anna Holm", PERSON),
    ("Anna Holm told reporters that Peter Lund had resigned.", "resigned", "Anna Holm", PERSON),
    ("Anna Holm denied that Peter Lund had resigned.", "resigned", "Anna Holm", PERSON),
    ("Anna Holm claims to have backed Peter Lund.", "backed", "Anna Holm", PERSON),
    ("Reuters reported that Peter Lund had resigned.", "resigned", "Reuters", BODY),
    ("Sky News understands that Peter Lund has resigned.", "resigned", "Sky News", BODY),
    ("A diplomat said that Peter Lund had resigned.", "resigned", "A diplomat", NOBODY),
    ("Peter Lund has resigned, two officials said.", "resigned", "two officials", NOBODY),
    ("Hungary said that it opposed Peter Lund.", "opposed", "Hungary", COUNTRY),
    ("Reuters reported that Anna Holm said that Peter Lund had resigned.", "resigned", "Reuters", BODY),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "trigger", "name", "kind"), CASES, ids=[text for text, *_ in CASES])
def test_attribution_finds_the_source(text: str, trigger: str, name: str, kind: EntityKind) -> None:
    source = whose(text, trigger).source
    assert source is not None
    assert (source.label.removeprefix("The "), source.kind) == (name, kind)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peter Lund resigned on Monday.", "resigned"),
        ("Peter Lund is thought to have resigned.", "resigned"),
        ("Peter Lund is said to have resigned.", "resigned"),
        ("Peter Lund resigned, and Anna Holm said that it was raining.", "resigned"),
        ("Anna Holm, who said that it was raining, resigned.", "resigned"),
        ("Peter Lund announced his resignation.", "resignation"),
        ('Peter Lund resigned. "It is raining," Anna Holm said.', "resigned"),
        ('The so-called "war cabinet" of Peter Lund resigned, and Anna Holm said little.', "resigned"),
        ("It was said that Peter Lund had resigned.", "resigned"),
    ],
)
def test_attribution_leaves_the_article_its_own_voice(text: str, trigger: str) -> None:
    assert whose(text, trigger).source is None


@pytest.mark.model
def test_attribution_keeps_those_whom_the_source_cites() -> None:
    found = whose("Reuters reported that Anna Holm said that Peter Lund had resigned.", "resigned")
    assert found.source is not None
    assert (found.source.label, [e.label for e in found.via]) == ("Reuters", ["Anna Holm"])


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Anna Holm said that Peter Lund resigned.", Certainty.CERTAIN),
        ("Anna Holm claimed that Peter Lund resigned.", Certainty.CERTAIN),
        ("Sky News understands that Peter Lund resigned.", Certainty.PROBABLE),
        ("Anna Holm believes that Peter Lund resigned.", Certainty.PROBABLE),
        ("Anna Holm thinks that Peter Lund resigned.", Certainty.PROBABLE),
        ("Reuters reported that Peter Lund resigned.", Certainty.CERTAIN),
    ],
)
def test_attribution_takes_the_hedge_that_lies_in_the_verb(text: str, certainty: Certainty) -> None:
    assert whose(text, "resigned").certainty is certainty


@pytest.mark.model
def test_attribution_keeps_unnamed_sources_of_one_article_apart() -> None:
    one = "Peter Lund has resigned, according to a person familiar with the matter."
    both = f"{one} Eva Berg quit, according to a person close to her."
    assert whose(both, "resigned").source != whose(both, "quit").source


@pytest.mark.model
def test_attribution_keeps_unnamed_sources_of_two_articles_apart() -> None:
    one = whose("A diplomat said that Peter Lund had resigned.", "resigned").source
    other = whose("A diplomat said that Peter Lund had resigned on Monday.", "resigned").source
    assert one is not None and other is not None
    assert one.label == other.label
    assert one.id != other.id


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        '"Peter Lund has resigned," said Anna Holm.\n\n"He told me so himself, and he backed Paul Berg," she added.',
        'Anna Holm shrugged.\n\n"Peter Lund told me so himself, and he backed Paul Berg," she added.',
        '"Peter Lund has resigned," said Anna Holm.\n\n"He told me so himself, and he backed Eva Berg," she added.',
    ],
    ids=["the speaker again", "named before", "a namesake in gender within the quote"],
)
def test_attribution_finds_the_speaker_in_the_paragraph_before(text: str) -> None:
    source = whose(text, "backed").source
    assert source is not None and source.label == "Anna Holm"


@pytest.mark.model
def test_attribution_survives_quotation_marks_that_never_close() -> None:
    for text in ('"Peter Lund resigned', 'Peter Lund" resigned "', '"""" resigned', "said said resigned"):
        trees = parse(blocks(Article.of(text)))
        assert trees
        assert isinstance(whose(text, "resigned"), Attribution)
