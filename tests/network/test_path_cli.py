"""`path`, `race actors` and `export graphml` on the shipped examples, as a user calls them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import networkx
import pytest

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NATO = "Secretary General of NATO"
RACE = "race:secretary-general-of-nato-2023"

pytestmark = pytest.mark.model


def run(folder: Path, *words: str, seed: str = "random") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kingmaker", *words]
    env = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, env=env)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    done = run(folder, "build", str(EXAMPLES))
    assert done.returncode == 0, done.stderr
    return folder


def test_path_runs_by_a_race_with_the_words_of_every_step(built: Path) -> None:
    done = run(built, "path", "Rishi Sunak", "rutte", "--as-of", "2023-07-05")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        f"Rishi Sunak - Ben Wallace - [{RACE}] - Mark Rutte: 3 steps",
        f"  1 Rishi Sunak backs Ben Wallace ({NATO})",
        "      “He had the support of Rishi Sunak” (The Harbour Post, 2023-06-22)",
    ]
    assert "Dick Schoof" not in done.stdout


def test_path_between_a_post_and_its_holder_is_one_step(built: Path) -> None:
    lines = run(built, "path", NATO, "Jens Stoltenberg", "--most", "1").stdout.splitlines()
    assert lines[0] == f"{NATO} - Jens Stoltenberg: 1 step"
    assert any("Jens Stoltenberg is in office" in line or "also: " in line for line in lines)


def test_path_marks_a_hedge_and_leaves_out_a_denial_unless_asked(built: Path) -> None:
    denied = run(built, "path", "Kaja Kallas", "Estonia")
    assert (denied.returncode, denied.stdout) == (0, "")
    assert denied.stderr == ("nothing ties person:kaja-kallas and country:estonia; --denied shows what is denied\n")
    asked = run(built, "path", "Kaja Kallas", "Estonia", "--denied").stdout
    assert "  1 Estonia did not nominate Kaja Kallas" in asked
    assert "      denied: “government has not nominated her”" in asked


def test_path_in_json_has_the_claims_of_every_tie(built: Path) -> None:
    (first, *_) = json.loads(run(built, "path", "Jens Stoltenberg", "Mark Rutte", "--format", "json").stdout)
    assert [stop["id"] for stop in first["stops"]] == ["person:jens-stoltenberg", "person:mark-rutte"]
    (step,) = first["steps"]
    assert step["ties"][0]["says"] == f"Mark Rutte succeeds Jens Stoltenberg ({NATO})"
    sure = [c for c in step["ties"][0]["claims"] if (c["certainty"], c["polarity"]) == ("certain", "positive")]
    settling = {claim["article"] for claim in sure}
    assert step["ties"][0]["weight"] == len(settling) == 1
    assert all(claim["quote"] for tie in step["ties"] for claim in tie["claims"])
    assert json.loads(run(built, "path", "Kaja Kallas", "Estonia", "--format", "json").stdout) == []


def test_path_is_the_same_bytes_in_every_process(built: Path) -> None:
    for words in (
        ["path", "Rishi Sunak", "Nicolae Ciucă", "--most", "9"],
        ["race", "actors", NATO, "--format", "json"],
    ):
        assert len({run(built, *words, seed=seed).stdout for seed in ("0", "1", "2")}) == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["path", "Nobody Here", "Mark Rutte"], 1, "nobody in the store is called 'Nobody Here'"),
        (["path", "Rutte", "person:mark-rutte"], 1, "'Rutte' and 'person:mark-rutte' are one, person:mark-rutte"),
        (["path", "Mark Rutte"], 2, "Missing argument 'B'"),
        (["path", "Mark Rutte", "Hungary", "--most", "0"], 2, "--most"),
        (["path", "Mark Rutte", "Hungary", "--as-of", "soon"], 2, "'soon' is no day"),
        (["path", "Mark Rutte", "Hungary", "--as-of", "2000"], 0, "nothing ties person:mark-rutte and country:hungary"),
        (["path", "Mark Rutte", "Hungary", "--store", "nowhere"], 1, "nowhere"),
        (["race", "actors", "Mark Rutte"], 1, "'Mark Rutte' is no post"),
        (["race", "actors", NATO, "--as-of", "2000"], 0, "no race for it is told as of 2000"),
        (["export", "turtle", "--view", "actors"], 2, "--view is for graphml"),
        (["export", "graphml", "--view", "people"], 2, "'people' is not one of 'claims', 'actors'"),
    ],
)
def test_path_says_what_is_wrong(built: Path, words: list[str], code: int, said: str) -> None:
    done = run(built, *words)
    assert done.returncode == code
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert done.stdout == ""


def test_race_actors_tells_who_matters_and_the_blocs(built: Path) -> None:
    done = run(built, "race", "actors", NATO)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[1].startswith("  1.00  Mark Rutte: chosen, in the race, backed, opposed")
    assert "Hungary opposes Mark Rutte" in done.stdout
    assert "“Hungary, which had opposed Rutte” (Meridian Wire, 2024-10-01)" in done.stdout
    (against,) = [line for line in lines if "against" in line]
    assert against.endswith("against Mark Rutte: Hungary")
    earlier = run(built, "race", "actors", NATO, "--as-of", "2024-02-23").stdout
    assert "Hungary" not in earlier
    assert "France" in earlier


def test_race_actors_in_json_tells_every_race(built: Path) -> None:
    told = json.loads(run(built, "race", "actors", NATO, "--format", "json").stdout)
    assert len(told) > 1
    assert [one["actors"][0]["label"] for one in told][:: len(told) - 1] == ["Jens Stoltenberg", "Mark Rutte"]
    assert all(tie["claims"] and tie["told"] == "settled" for one in told for a in one["actors"] for tie in a["ties"])


def test_export_graphml_of_actors_has_one_edge_a_relation(built: Path) -> None:
    done = run(built, "export", "graphml", "--view", "actors")
    graph = networkx.parse_graphml(done.stdout, force_multigraph=True)
    between = graph.get_edge_data("country:france", "person:mark-rutte")
    (facts,) = between.values()
    assert (facts["relation"], facts["settled"], facts["weight"]) == ("supports", True, 3)
    assert len(facts["claims"].split()) == facts["certain"]
    claims = networkx.parse_graphml(run(built, "export", "graphml").stdout, force_multigraph=True)
    assert set(claims) == set(graph)
    assert claims.number_of_edges() > graph.number_of_edges()
