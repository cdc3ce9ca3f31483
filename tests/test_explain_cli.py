"""`explain`, `extract --explain`, `evaluate`, and a user's own frames and knowledge, as a user calls them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """---
title: Who will lead NATO?
published: 2023-06-21
---
Dutch Prime Minister Mark Rutte is a front-runner for secretary general of NATO. He is thought to have turned the job
down. Somebody else was tipped for the job.
"""
OWN_FRAME = """
kind = "Candidacy"

[[frame]]
id = "own-twinkle"
value = "considered"
verbs = ["twinkle"]
need = { for = ["@post"] }
roles = { candidate = ["subject"], post = ["for"] }
matches = ["Grace Obi twinkled for governor of Lagos."]
rejects = ["Grace Obi twinkled for the governor of Lagos's cat."]
"""
OWN_HOLDERS = """
holds = "holders"
as_of = "2024-01-01"
columns = ["person", "start", "end", "gender"]

[[group]]
title = "Director General"
of = "Grimsey Fisheries Authority"
rows = '''
Wilma Tagg | 2020-01-01 | 2024-12-31 | f
'''
"""
OWN_BODIES = """
holds = "bodies"
columns = ["name", "head", "aliases"]

[[group]]
kind = "agency"
rows = '''
the Grimsey Fisheries Authority | Director General | GFA
'''
"""

pytestmark = pytest.mark.model


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kingmaker", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("explain")
    (made / "nato.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(made, "build", "nato.txt").returncode == 0
    return made


def test_extract_explain_tells_frames_cues_links_and_what_was_dropped(folder: Path) -> None:
    told = run(folder, "extract", "--explain", "nato.txt")
    assert told.returncode == 0
    assert "frame  turn-down at 'turned'" in told.stdout
    assert "cues   thought" in told.stdout
    assert "role   candidate = Mark Rutte, by 'He'" in told.stdout
    assert "role   holder = Mark Rutte" in told.stdout
    assert "dropped  tipped" in told.stdout


def test_explain_tells_why_a_claim_of_the_store_is_there(folder: Path) -> None:
    facts = [json.loads(line) for line in run(folder, "extract", "nato.txt").stdout.splitlines()]
    declined = next(fact for fact in facts if fact.get("status") == "declined")
    told = run(folder, "explain", declined["id"])
    assert told.returncode == 0
    assert told.stdout.splitlines()[0].startswith(declined["id"])
    assert "probable" in told.stdout
    assert "He is thought to have turned the job" in told.stdout
    assert (
        run(folder, "explain", f"https://w3id.org/kingmaker/id/{declined['id'].replace(':', '/')}").stdout
        == told.stdout
    )


def test_explain_of_no_claim_says_so(folder: Path) -> None:
    told = run(folder, "explain", "claim:0000000000000000")
    assert (told.returncode, told.stdout) == (1, "")
    assert "no claim of output" in told.stderr


def test_own_frames_are_read_beside_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "candidacy.toml").write_text(OWN_FRAME, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Grace Obi twinkled for governor of Lagos.\n", encoding="utf-8")
    assert run(tmp_path, "extract", "a.txt").stdout == ""
    told = run(tmp_path, "extract", "a.txt", "--frames", "mine")
    assert [json.loads(line)["status"] for line in told.stdout.splitlines()] == ["considered"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (OWN_FRAME.replace("considered", "dreamt-of"), "dreamt-of"),
        ("kind = ", "not TOML"),
    ],
)
def test_own_frames_that_are_wrong_are_refused_before_anything_is_read(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bad.toml").write_text(text, encoding="utf-8")
    told = run(tmp_path, "extract", "nowhere.txt", "--frames", "mine")
    assert told.returncode == 1
    assert "bad.toml" in told.stderr
    assert problem in told.stderr


def test_own_knowledge_tells_who_a_title_means_and_adds_no_claim(tmp_path: Path) -> None:
    (tmp_path / "holders.toml").write_text(OWN_HOLDERS, encoding="utf-8")
    (tmp_path / "bodies.toml").write_text(OWN_BODIES, encoding="utf-8")
    own = ("--knowledge", "bodies.toml", "--knowledge", "holders.toml")
    (tmp_path / "a.txt").write_text("---\npublished: 2023-05-01\n---\nThe director general of the GFA resigned.\n")
    told = run(tmp_path, "extract", "a.txt", *own)
    assert told.returncode == 0, told.stderr
    roles = [json.loads(line)["roles"] for line in told.stdout.splitlines()]
    assert {role["holder"]["label"] for role in roles} == {"Wilma Tagg"}
    assert {role["post"]["label"] for role in roles} == {"Director General of the Grimsey Fisheries Authority"}
    (tmp_path / "b.txt").write_text("Nothing happened at the GFA.\n", encoding="utf-8")
    assert run(tmp_path, "extract", "b.txt", *own).stdout == ""


def test_own_knowledge_that_is_wrong_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holders.toml").write_text(OWN_HOLDERS.replace("2024-12-31", "2019"), encoding="utf-8")
    told = run(tmp_path, "extract", "nowhere.txt", "--knowledge", "holders.toml")
    assert told.returncode == 1
    assert "ends (2019) before it starts" in told.stderr


def test_evaluate_scores_our_extraction_and_a_facts_file_alike(folder: Path) -> None:
    gold = {
        "title": "Who will lead NATO?", "published": "2023-06-21",
        "entities": {
            "rutte": {"kind": "person", "names": ["Mark Rutte"]},
            "nato": {"kind": "post", "names": ["Secretary General of NATO"]},
        },
        "facts": [{"type": "Candidacy", "roles": {"candidate": "rutte", "post": "nato"}, "status": "declined",
                   "polarity": "positive", "certainty": "probable", "source": None, "evidence": ["turned the job"]}],
    }  # fmt: skip
    (folder / "gold").mkdir()
    (folder / "gold" / "nato.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / "gold" / "nato.txt").write_text(ARTICLE.split("---\n", 2)[2], encoding="utf-8")
    told = run(folder, "evaluate", "gold", "--json")
    assert told.returncode == 0, told.stderr
    race = json.loads(told.stdout)["groups"]["race"]
    assert race["claim"]["r"] == 1.0
    (folder / "facts.jsonl").write_text(run(folder, "extract", "nato.txt").stdout, encoding="utf-8")
    assert (
        json.loads(run(folder, "evaluate", "gold", "--facts", "facts.jsonl", "--json").stdout)["groups"]["race"] == race
    )
    assert "denials told as positive: 0 of 0" in run(folder, "evaluate", "gold", "--cues").stdout


def test_evaluate_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    told = run(tmp_path, "evaluate", ".")
    assert told.returncode == 1
    assert "holds no annotated article" in told.stderr
