"""What every shipped question must and must not be, read by its tokens."""

import re
import shlex
from pathlib import Path

import pytest

from kingmaker import Article, Store, extract, open_store, read
from kingmaker.queries import ask_canned, canned
from kingmaker.queries.guard import tokens


def blocks_after(words: list[str], *opening: str) -> list[list[str]]:
    """Return the tokens of each group in braces that follows the words of `opening`."""
    found = []
    for place in range(len(words)):
        if [w.upper() for w in words[place : place + len(opening)]] == list(opening):
            start = words.index("{", place)
            depth, end = 1, start + 1
            while depth:
                depth += {"{": 1, "}": -1}.get(words[end], 0)
                end += 1
            found.append(words[start + 1 : end - 1])
    return found


def patterns(group: list[str]) -> int:
    """Count triple patterns: the first, and one more for each mark that goes on to another."""
    text = " ".join(group).strip(" .")
    return 1 + len(re.findall(r"\s[.;,]\s|/|\|", text)) if text else 0


def dear(sparql: str) -> list[str]:
    """Return what makes a question slow: negations of several patterns, claims joined with claims."""
    words = [text for _, text in tokens(sparql)]
    negated = [*blocks_after(words, "NOT", "EXISTS"), *blocks_after(words, "MINUS")]
    problems = ["a negation of several patterns" for group in negated if patterns(group) > 1]
    text = " ".join(words)
    sides = set(re.findall(r"km:polarity (\S+)", text))
    compared = re.findall(r"(\?\w+) ! = (\?\w+)", text)
    if {"kmx:positive", "kmx:negative"} <= sides or any({*pair} <= sides for pair in compared):
        problems.append("claims joined with claims, where GROUP BY and HAVING tell the same")
    return problems


@pytest.mark.parametrize("name", canned())
def test_lint_no_question_is_dear(name: str) -> None:
    """FILTER NOT EXISTS over several patterns took half a minute where a subselect takes milliseconds."""
    assert dear(canned()[name].sparql) == []


@pytest.mark.parametrize(
    ("sparql", "found"),
    [
        ("SELECT * { ?c km:situation ?s FILTER NOT EXISTS { ?c km:source ?x } }", 0),
        ("SELECT * { ?c km:situation ?s FILTER NOT EXISTS { ?c km:source ?x . ?x a km:Person } }", 1),
        ("SELECT * { ?c km:situation ?s filter not exists { ?c km:source ?x ; km:via ?y } }", 1),
        ("SELECT * { ?c km:situation ?s MINUS { ?c km:source/km:title ?x } }", 1),
        ("SELECT * { ?c km:situation ?s ; km:polarity ?a . ?d km:situation ?s ; km:polarity ?b FILTER(?a != ?b) }", 1),
        (
            "SELECT * { ?a km:situation ?s ; km:polarity kmx:positive . ?b km:situation ?s ; km:polarity kmx:negative}",
            1,
        ),
    ],
)
def test_lint_knows_what_is_dear(sparql: str, found: int) -> None:
    assert len(dear(sparql)) == found


@pytest.mark.parametrize("name", canned())
def test_lint_a_question_says_what_it_asks_and_how(name: str) -> None:
    question = canned()[name]
    header = [line for line in question.sparql.splitlines() if line.startswith("#")]
    tags = {line.split()[1] for line in header if line.startswith("# @")}
    assert tags <= {"@param", "@heavy", "@example"}
    assert sum(line.startswith("# @param") for line in header) == len(question.parameters)
    assert sum(line.startswith("# @example") for line in header) == 1
    assert question.title
    assert not question.title.endswith(".")
    assert question.description.endswith(".")
    assert shlex.split(question.example)[0] == name


@pytest.fixture(scope="module")
def examples() -> Store:
    made = open_store()
    found = read([str(Path(__file__).parents[2] / "examples")])
    made.put([(item, extract(item)) for item in found if isinstance(item, Article)])
    return made


@pytest.mark.model
@pytest.mark.parametrize("name", canned())
def test_lint_the_example_of_a_question_finds_something_in_the_examples(examples: Store, name: str) -> None:
    _, *pairs = shlex.split(canned()[name].example)
    answer = ask_canned(examples, name, dict(pair.split("=", 1) for pair in pairs))
    assert answer or name == "lobbying"  # of which the examples tell nothing
