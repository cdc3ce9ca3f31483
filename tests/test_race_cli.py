"""`race` and `race diff` on the shipped examples, as a user calls them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
NATO = "Secretary General of NATO"

pytestmark = pytest.mark.model


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kingmaker", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    done = run(folder, "build", str(EXAMPLES))
    assert done.returncode == 0, done.stderr
    return folder


def races(built: Path, *options: str) -> list[dict[str, Any]]:
    done = run(built, "race", NATO, "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def standings(race: dict[str, Any]) -> dict[str, str | None]:
    return {entry["person"]["label"]: entry["standing"] for entry in race["entries"]}


def backers(race: dict[str, Any], person: str, relation: str = "supports", polarity: str = "positive") -> set[str]:
    (entry,) = [e for e in race["entries"] if e["person"]["label"] == person]
    told = [s for s in entry["stands"] if s["current"] and (s["relation"], s["polarity"]) == (relation, polarity)]
    return {stand["actor"]["label"] for stand in told}


def test_race_in_june_2023_is_open_and_nobody_runs(built: Path) -> None:
    (race,) = races(built, "--as-of", "2023-06-23")
    assert race["closed"] is None
    assert standings(race) == {
        "Mette Frederiksen": "considered", "Mark Rutte": "declined", "Ben Wallace": None, "Jens Stoltenberg": None,
    }  # fmt: skip
    assert backers(race, "Ben Wallace") == {"Rishi Sunak"}


def test_race_in_july_2023_ends_with_the_one_in_office_kept_on(built: Path) -> None:
    (race,) = races(built, "--as-of", "2023-07-05")
    assert (race["closed"], [o["label"] for o in race["outcomes"]]) == ("2023-07-04", ["Jens Stoltenberg"])
    assert standings(race)["Ben Wallace"] == "declined"


def test_race_in_february_2024_is_another_one(built: Path) -> None:
    first, second = races(built, "--as-of", "2024-02-23")
    assert (first["id"], second["id"]) == (
        "race:secretary-general-of-nato-2023", "race:secretary-general-of-nato-2024",
    )  # fmt: skip
    assert second["closed"] is None
    assert standings(second)["Krišjānis Kariņš"] == "declared"
    assert standings(second)["Klaus Iohannis"] is None
    assert backers(second, "Mark Rutte") == {"United States", "United Kingdom", "France", "Germany"}


def test_race_in_march_2024_has_two_running(built: Path) -> None:
    race = races(built, "--as-of", "2024-03-14")[-1]
    assert standings(race)["Klaus Iohannis"] == "declared"
    assert race["closed"] is None


def test_race_in_june_2024_has_one_left_who_has_not_won(built: Path) -> None:
    race = races(built, "--as-of", "2024-06-21")[-1]
    assert standings(race)["Klaus Iohannis"] == "withdrawn"
    assert standings(race)["Mark Rutte"] == "declared"
    assert backers(race, "Mark Rutte", polarity="negative") == {"Hungary"}
    assert race["closed"] is None


def test_race_in_october_2024_is_over(built: Path) -> None:
    race = races(built, "--as-of", "2024-10-02")[-1]
    assert (race["closed"], standings(race)["Mark Rutte"]) == ("2024-10-01", "successful")
    assert "Ben Wallace" not in standings(race)


def test_race_tells_whose_word_it_is_in_which_words(built: Path) -> None:
    done = run(built, "race", NATO, "--as-of", "2024-06-21")
    assert "Klaus Iohannis: withdrew, 2024-06-20\n      “Klaus Iohannis has withdrawn from the race”" in done.stdout
    assert "not backed by Hungary" in done.stdout
    assert "earlier: race:secretary-general-of-nato-2023" in done.stdout


def test_race_by_its_own_id(built: Path) -> None:
    done = run(built, "race", "race:secretary-general-of-nato-2023", "--as-of", "2024-06-21")
    assert done.stdout.startswith(
        f"{NATO}  (race:secretary-general-of-nato-2023)\n  closed 2023-07-04: Jens Stoltenberg"
    )


def test_race_diff_tells_who_came_went_and_gained(built: Path) -> None:
    done = run(built, "race", "diff", NATO, "--from", "2024-02-23", "--to", "2024-06-21")
    assert done.returncode == 0, done.stderr
    left = "Klaus Iohannis left: not in it -> in the running, 2024-03-12 -> withdrew, 2024-06-20: “Klaus Iohannis has"
    assert left in done.stdout
    assert "Mark Rutte gained Romania, who backs: “Romania backs Rutte” (The Daily Lantern, 2024-06-20)" in done.stdout
    assert "Mark Rutte lost Hungary, who does not back: “Hungary could not support Rutte”" in done.stdout
    assert "won" not in done.stdout


def test_race_diff_of_days_without_news_is_empty(built: Path) -> None:
    done = run(built, "race", "diff", NATO, "--from", "2024-07-01", "--to", "2024-08-01")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "nothing changed\n")


def test_disputed_shows_the_denials(built: Path) -> None:
    done = run(built, "disputed", "--sort", "denial")
    assert done.returncode == 0
    first = "denial: Mette Frederiksen is not running (Secretary General of NATO) | Mette Frederiksen is in the mix"
    assert first in done.stdout
    assert "  1 “denied that she is a candidate” Mette Frederiksen (The Harbour Post, 2023-06-22)" in done.stdout
    told = json.loads(run(built, "disputed", "--format", "json").stdout)
    assert {one["sort"] for one in told} >= {"denial", "change"}
    assert all(claim["quote"] for one in told for side in ("one", "other") for claim in one[side])


def test_disputed_takes_a_post_and_a_day(built: Path) -> None:
    done = run(built, "disputed", "--post", NATO, "--as-of", "2023-06-23")
    assert done.stdout.count("\n") == 3
    none = run(built, "disputed", "--post", "Prime Minister of Denmark")
    assert (none.returncode, none.stdout, none.stderr) == (0, "", "nothing is told two ways\n")


def test_disputed_checks_the_succession(built: Path) -> None:
    done = run(built, "disputed", "--succession", "--post", NATO)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "the terms of office fit\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["race", "Chief of Nothing"], 1, "nobody in the store is called 'Chief of Nothing'"),
        (["race", "Mark Rutte"], 1, "'Mark Rutte' is no post"),
        (["race", "race:nothing-2020"], 1, "no race is race:nothing-2020"),
        (["race", NATO, "--as-of", "yesterday"], 2, "'yesterday' is no day"),
        (["race", NATO, "--clock", "wall"], 2, "--clock"),
        (["race", "diff", NATO, "--from", "2024-02-23", "--to", "2024-02-23"], 2, "not before"),
        (["race", NATO, "--store", "nowhere"], 1, "nowhere"),
    ],
)  # fmt: skip
def test_race_says_what_is_wrong(built: Path, words: list[str], code: int, said: str) -> None:
    done = run(built, *words)
    assert done.returncode == code
    assert said in " ".join(done.stderr.split())
    assert done.stdout == ""
