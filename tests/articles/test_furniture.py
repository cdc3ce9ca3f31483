"""The furniture list does what it says of itself, and cannot be stalled."""

import time

import pytest

from kingmaker.articles import furniture
from kingmaker.articles.furniture import Furniture
from kingmaker.articles.normal import plain
from kingmaker.errors import LexiconError

KINDS = furniture.kinds()
# Lines of news prose that look a little like furniture; none may be left out of an article.
PROSE = [
    "By delaying the decision it will fall into a round of big jobs.",
    "Read the letter she did not, she said.",
    "Sources told Reuters.",
    "Image matters, said Mr Doe.",
    "Share prices fell as the governor quit.",
    "Follow the money, one diplomat said of Hungary's change of heart.",
    "More on his mind than NATO, Mr Rutte left early.",
    "Subscribers to the theory say she will run.",
    "Comment was declined by the ministry.",
    "Most read it as a defeat.",
    "Related to the king by marriage, he was never in the race.",
    "Advertisement for the post closed on Friday.",
    "We use the word candidate loosely, an aide said.",
    "BRUSSELS (Reuters) - Mark Rutte has won the backing of Hungary.",
    "Watch this space.",
    "Jane Doe in Brussels won.",
    "Correction: an earlier version said that she had resigned. She has not.",
    "Sign up? He would rather retire, he said.",
    "On 21 June 2023 he withdrew.",
]  # fmt: skip
STALLING = [
    "x " * 199 + "!", "11:11:" * 66 + "!", "home" + " > a" * 98 + "!", "A " * 199 + "!",
    "a" + " | a" * 98 + ".",
    "By Aa" + ", Aa Bb" * 50, "By " + "Aa " * 130 + "!", "share" * 79 + "!", "Photo: " * 55,
    "/AFP " * 79 + "!",
    "Jan. 1 2020 " * 33, "1" * 399, "from " + "a " * 190, "A of " * 79 + "!", "- " * 199 + "!",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_furniture_examples(kind: Furniture) -> None:
    assert [line for line in kind.examples if not kind.matches(plain(line))] == []
    assert [line for line in kind.leaves if kind.matches(plain(line))] == []


@pytest.mark.parametrize("line", PROSE)
@pytest.mark.parametrize("zone", ["above", "under", "opening", "below"])
def test_furniture_leaves_prose_alone(line: str, zone: str) -> None:
    assert furniture.kind_of(plain(line), zone) is None


def test_furniture_names_are_unique_and_the_time_code_is_there() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert furniture.TIME_CODE in names


def test_furniture_is_not_stalled_by_hostile_lines() -> None:
    begun = time.perf_counter()
    for line in STALLING:
        for zone in ("above", "under", "below"):
            furniture.kind_of(line[:400], zone)
    assert time.perf_counter() - begun < 2


def test_furniture_long_lines_are_never_furniture() -> None:
    line = "Read more: " + "a" * 400
    assert furniture.kind_of(line, "below") is None


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "[[furniture]]\nname = 'a'\npattern = 'b'\nexamples = ['b']\nscope = 'page'",
            "choose from: line, run",
        ),
        (
            "[[furniture]]\nname = 'a'\npattern = 'b'\nexamples = ['b']\nwhere = 'here'",
            "choose from: any, top",
        ),
        ("[[furniture]]\nname = 'a'\npattern = '<name>'\nexamples = ['b']", "no such part <name>"),
        ("[[furniture]]\nname = 'a'\npattern = '('\nexamples = ['b']", "no regular expression"),
        ("[[furniture]]\nname = 'a'\npattern = 'b'", "examples is missing"),
        ("[[furniture]]\nname = 'a'\nlike = 'b'", "no such key 'like'"),
        ("[[furniture]", "not TOML"),
    ],
)
def test_furniture_wrong_entries_are_named(source: str, message: str) -> None:
    with pytest.raises(LexiconError, match=r"furniture\.toml") as caught:
        furniture.parse(source)
    assert message in str(caught.value)
