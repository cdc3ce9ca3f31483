"""The articles in examples/: whole front matter, one race in order of time, the people it is about."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = sorted(EXAMPLES.glob("*.txt"))

# Everybody whose fortunes the series follows, and the first article that tells of each.
PEOPLE = {
    "Ben Wallace": "2023-06-22",
    "Rishi Sunak": "2023-06-22",
    "Joe Biden": "2023-06-22",
    "Jens Stoltenberg": "2023-06-22",
    "Mark Rutte": "2023-06-22",
    "Mette Frederiksen": "2023-06-22",
    "Kaja Kallas": "2023-06-22",
    "Ida Wolden Bache": "2023-07-04",
    "Emmanuel Macron": "2024-02-22",
    "Klaus Iohannis": "2024-02-22",
    "Dilan Yesilgoz": "2024-02-22",
    "Viktor Orbán": "2024-03-13",
    "Péter Szijjártó": "2024-03-13",
    "Peter Pellegrini": "2024-06-20",
    "Recep Tayyip Erdogan": "2024-06-20",
    "Dick Schoof": "2024-10-01",
    "Christoph Heusgen": "2024-10-01",
}

# What makes the series worth reading closely: words that a careless extractor takes for plain facts.
HARD_WORDS = {
    "hedge": "is thought to have lobbied",
    "possibility": "could yet come into the frame",
    "hypothesis": "if allies ask him to",
    "denial": "denied that she",
    "failure": "failed to win over",
    "anonymous source": "speaking on condition of anonymity",
    "outlet as source": "reported last week that",
    "passive": "was elected to replace him",
    "preference": "had hoped for a woman",
    "extension": "for the fourth time",
    "nomination": "nominated her to be",
    "departure": "stepped down",
}


def parts(file: Path) -> tuple[dict[str, object], str]:
    opening, front, text = re.split(r"^---\n", file.read_text(encoding="utf-8"), maxsplit=2, flags=re.M)
    assert opening == ""
    return yaml.safe_load(front), text


def test_examples_are_at_least_four() -> None:
    assert len(FILES) >= 4


def test_examples_hold_nothing_but_articles() -> None:
    assert [p.name for p in EXAMPLES.iterdir() if p not in FILES and not p.name.startswith(".")] == []


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_examples_front_matter_is_complete(file: Path) -> None:
    front, _ = parts(file)
    assert set(front) == {"title", "publisher", "published", "url"}
    assert isinstance(front["published"], date)
    assert file.name.startswith(f"{front['published']}-")


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_examples_come_from_outlets_that_do_not_exist(file: Path) -> None:
    url = urlsplit(str(parts(file)[0]["url"]))
    assert url.scheme == "https"
    assert url.hostname is not None and url.hostname.endswith(".example.org")


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_examples_are_news_length_and_clean_text(file: Path) -> None:
    _, text = parts(file)
    assert 250 <= len(text.split()) <= 450
    assert text.endswith("\n") and not text.startswith("\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]|[ \u00a0]+$|\n{3}", text, flags=re.M)


def test_examples_follow_one_race_over_time_in_several_outlets() -> None:
    fronts = [parts(file)[0] for file in FILES]
    days = [str(front["published"]) for front in fronts]
    assert all(earlier < later for earlier, later in pairwise(days))
    assert len({front["publisher"] for front in fronts}) == len(FILES)
    for file in FILES:
        text = parts(file)[1]
        assert "secretary general" in text.replace("-", " ").lower(), file.name


@pytest.mark.parametrize(("name", "day"), PEOPLE.items(), ids=PEOPLE)
def test_examples_name_the_people_when_they_come_in(name: str, day: str) -> None:
    days = [str(front["published"]) for front, text in map(parts, FILES) if name in text]
    assert days and days[0] == day


@pytest.mark.parametrize("words", HARD_WORDS.values(), ids=HARD_WORDS)
def test_examples_keep_the_words_that_make_them_hard(words: str) -> None:
    assert any(words in parts(file)[1] for file in FILES)
