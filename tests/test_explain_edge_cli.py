"""`explain TRIPLE` and `build --assert`, as a user calls them, on a store of claims told by hand."""

import subprocess
import sys
from pathlib import Path

import pytest

from claims_told import CHIEF, SUNAK, WALLACE, article, backing, claim, diplomat
from kingmaker.model import Certainty, Kind, Polarity
from kingmaker.store import open_store

JUNE = article()
EDGE = "person:rishi-sunak km:backs person:ben-wallace"
Done = subprocess.CompletedProcess[str]


def run(folder: Path, *words: str) -> Done:
    command = [sys.executable, "-m", "kingmaker", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("edges")
    told = [
        backing(JUNE, certainty=Certainty.PROBABLE, source=diplomat(JUNE)),
        backing(JUNE, certainty=Certainty.PROBABLE),
        claim(JUNE, Kind.CANDIDACY, "declared", candidate=WALLACE, post=CHIEF),
        claim(JUNE, Kind.CANDIDACY, "withdrawn", candidate=WALLACE, post=CHIEF, time="2023-06-20"),
        claim(JUNE, Kind.TENURE, "current", holder=SUNAK, post=CHIEF, polarity=Polarity.NEGATIVE),
    ]
    with open_store(made / "output" / "store") as store:
        store.put([(JUNE, told)])
    return made


@pytest.mark.parametrize("words", [(EDGE,), tuple(EDGE.split()), ("Rishi Sunak", "backs", "wallace")])
def test_explain_edge_tells_what_each_claim_counts_for(folder: Path, words: tuple[str, ...]) -> None:
    done = run(folder, "explain", *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{EDGE}\nout of the asserted graph, whose threshold is certain\n")
    assert "does not count: only probable, and the threshold is certain\n" in done.stdout
    assert "and not on record, by an unnamed source" in done.stdout
    assert '(The Paper, 2023-06-21, june.txt)\n    "Sunak"' in done.stdout


def test_explain_edge_judges_at_another_threshold(folder: Path) -> None:
    done = run(folder, "explain", EDGE, "--assert", "probable")
    assert "\nin the asserted graph, were its threshold probable\n" in done.stdout
    assert "counts for it" in done.stdout


def test_explain_edge_tells_what_ended_or_denies_it(folder: Path) -> None:
    ended = run(folder, "explain", "person:ben-wallace km:candidateFor post:secretary-general-of-nato").stdout
    assert "ended by Candidacy withdrawn" in ended
    assert "2023-06-20" in ended
    denied = run(folder, "explain", "person:rishi-sunak km:holds post:secretary-general-of-nato").stdout
    assert "counts against it: a certain denial" in denied


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (("person:ben-wallace km:backs person:rishi-sunak",), 1, ""),
        (("person:ben-wallace km:bakcs person:rishi-sunak",), 1, "did you mean km:backs"),
        (("person:ben-walace km:backs person:rishi-sunak",), 1, "nobody in the store"),
        (("Ben Wallace", "backs"), 2, "2 words are neither"),
        (("claim:0123456789abcdef", "--assert", "probable"), 2, "--assert is for edges"),
    ],
)
def test_explain_edge_says_what_is_wrong(folder: Path, words: tuple[str, ...], code: int, problem: str) -> None:
    done = run(folder, "explain", *words)
    assert done.returncode == code
    assert problem in " ".join(done.stderr.split())
    assert ("no claim tells it" in done.stdout) == (problem == "")


def test_build_assert_makes_the_edges_anew_and_the_store_keeps_it(folder: Path) -> None:
    done = run(folder, "build", "--assert", "probable")
    assert (done.returncode, done.stdout) == (0, "")
    assert "asserted, of what is told as probable or surer" in done.stderr
    text = (folder / "output" / "graph.ttl").read_text(encoding="utf-8")
    assert "km:threshold kmx:probable" in text
    with open_store(folder / "output" / "store", read_only=True) as store:
        assert store.query(f"ASK {{ {EDGE} }}") is True
    assert run(folder, "build", "--assert", "certain").returncode == 0
    assert "km:threshold kmx:certain" in (folder / "output" / "graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (("build",), 2, "name the articles to read"),
        (("build", "--fresh", "--assert", "probable"), 2, "name the articles to read"),
        (("build", "--assert", "hypothetical"), 2, "is not one of"),
        (("build", "--assert", "certain", "-o", "none"), 1, "there is no store at none/store"),
    ],
)
def test_build_assert_says_what_is_wrong(folder: Path, words: tuple[str, ...], code: int, problem: str) -> None:
    done = run(folder, *words)
    assert done.returncode == code
    assert problem in " ".join(done.stderr.replace("│", " ").split())
    assert not (folder / "none").exists()
