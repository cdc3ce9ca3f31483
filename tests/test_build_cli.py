"""`kingmaker build` as its users run it: real processes, real files, every way in and every way to fail."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claims_generated import PEOPLE, PLAIN, filled
from kingmaker.store import open_store

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = ("graph.html", "graph.trig", "graph.ttl")
TEXT = "Ann Keller backs Tom Brandt as secretary general of NATO."
GOOD = f"""---
title: Keller backs Brandt
publisher: The Paper
published: 2024-03-01
---
{TEXT}
"""
OTHER = GOOD.replace("Keller backs", "Keller does not back").replace("Keller backs Brandt", "No backing")
pytestmark = pytest.mark.model
Done = subprocess.CompletedProcess[str]


def run(*words: str | Path, cwd: Path, stdin: str | bytes = b"") -> Done:
    """Run `kingmaker` in a process of its own, in a folder of its own."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    command = [sys.executable, "-m", "kingmaker", *map(str, words)]
    done = subprocess.run(command, cwd=cwd, input=given, capture_output=True, check=False, timeout=120)
    return Done(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def written(folder: Path) -> dict[str, bytes]:
    """Return the bytes of what a build wrote, and of the store as it is read again."""
    with open_store(folder / "store", read_only=True) as store:
        return {name: (folder / name).read_bytes() for name in FILES} | {"store": store.dump()}


def made(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def labels(folder: Path) -> set[str]:
    with open_store(folder / "store", read_only=True) as store:
        return {e.label for claim in store.claims() for e in claim.entities}


def leftovers(folder: Path) -> set[str]:
    """Return what lies in an output folder that should not."""
    return {p.name for p in folder.iterdir()} - {*FILES, "store"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build of one good article; to be copied before it is changed."""
    folder = tmp_path_factory.mktemp("small")
    made(folder, "a.txt", GOOD)
    assert run("build", "a.txt", cwd=folder).returncode == 0
    return folder / "output"


def beginning(small: Path, folder: Path) -> dict[str, bytes]:
    """Copy the small output into a folder, and return what was written there."""
    shutil.copytree(small, folder / "output")
    return written(folder / "output")


# What goes right


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """A build of the examples, told from another folder."""
    folder = tmp_path_factory.mktemp("examples")
    return folder / "output", run("build", EXAMPLES, cwd=folder)


def test_build_cli_writes_the_graph_and_tells_of_it(examples: tuple[Path, Done]) -> None:
    folder, done = examples
    assert (done.returncode, done.stdout) == (0, "")
    assert leftovers(folder) == set()
    assert "Mark Rutte" in labels(folder)
    lines = done.stderr.splitlines()
    number = len(list(EXAMPLES.glob("*.txt")))
    assert lines[0].startswith(f"{number} articles ({number} new), ")
    for words in (
        "Secretary General of NATO",
        "Mark Rutte",
        "backed by",
        "output/graph.html",
        "kingmaker query --list",
    ):
        assert words in done.stderr
    assert max(map(len, lines)) < 200
    assert not any(c for c in done.stderr if not c.isprintable() and c != "\n")


def test_build_cli_again_changes_nothing(examples: tuple[Path, Done], tmp_path: Path) -> None:
    folder, first = examples
    before = written(folder)
    again = run("build", EXAMPLES, cwd=folder.parent)
    assert (again.returncode, again.stdout) == (0, "")
    articles, claims = again.stderr.splitlines()[0].split(", ")
    assert articles.endswith("(0 new)")
    assert claims.endswith("(0 new)")
    assert again.stderr.splitlines()[1:] == first.stderr.splitlines()[1:]
    assert written(folder) == before


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig"])
def test_build_cli_from_its_own_graph_gives_the_same(examples: tuple[Path, Done], name: str, tmp_path: Path) -> None:
    folder, _ = examples
    done = run("build", folder / name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    # The page apart: it shows whole sentences round a quote only where it has the text.
    assert {**written(tmp_path / "output"), "graph.html": b""} == {**written(folder), "graph.html": b""}


def test_build_cli_counts_what_a_graph_file_adds(examples: tuple[Path, Done], tmp_path: Path) -> None:
    done = run("build", examples[0] / "graph.ttl", cwd=tmp_path)
    assert "(0 new)" not in done.stderr.splitlines()[0]


def test_build_cli_from_extracted_facts_gives_the_same_claims(examples: tuple[Path, Done], tmp_path: Path) -> None:
    facts = run("extract", EXAMPLES, cwd=tmp_path)
    assert (facts.returncode, facts.stderr) == (0, "")
    done = run("build", "-", cwd=tmp_path, stdin=facts.stdout)
    assert done.returncode == 0, done.stderr
    assert untexted(tmp_path / "output") == untexted(examples[0])
    # The articles themselves, put on top, complete it.
    assert run("build", EXAMPLES, cwd=tmp_path).returncode == 0
    assert written(tmp_path / "output") == written(examples[0])


def untexted(folder: Path) -> list[str]:
    """Return the store as lines, without what follows from the articles' texts alone."""
    with open_store(folder / "store", read_only=True) as store:
        lines = store.dump("nquads").decode().splitlines()
    of_texts = ("textDigest>", "ns/oa#prefix>", "ns/oa#suffix>")
    return sorted(line for line in lines if not any(term in line for term in of_texts))


def test_build_cli_one_run_or_many_is_one_graph(examples: tuple[Path, Done], tmp_path: Path) -> None:
    files = sorted(EXAMPLES.glob("*.txt"))[::-1]
    assert run("build", *files[:2], cwd=tmp_path).returncode == 0
    assert run("build", *files[1:], cwd=tmp_path).returncode == 0
    assert labels(tmp_path / "output") == labels(examples[0])
    assert written(tmp_path / "output") == written(examples[0])


def test_build_cli_two_jobs_give_what_one_gives(examples: tuple[Path, Done], tmp_path: Path) -> None:
    assert run("build", EXAMPLES, "--jobs", "2", cwd=tmp_path).returncode == 0
    assert written(tmp_path / "output") == written(examples[0])


@pytest.mark.parametrize(
    "stdin",
    [
        GOOD,
        json.dumps({"text": TEXT, "title": "A", "published": "2024-03"}) + "\n",
        TEXT,
        f"\ufeff{TEXT}\r\n",
    ],
    ids=["front matter", "a record", "bare text", "with mark and crlf"],
)  # fmt: skip
def test_build_cli_reads_standard_input(stdin: str, tmp_path: Path) -> None:
    done = run("build", "-", "-o", "made/here", cwd=tmp_path, stdin=stdin)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("1 article (1 new), 1 claim (1 new)\n")
    assert "--store made/here/store" in done.stderr
    assert labels(tmp_path / "made" / "here") >= {"Ann Keller", "Tom Brandt"}
    assert [p.name for p in tmp_path.iterdir()] == ["made"]


def test_build_cli_reads_a_stream_of_records_and_facts_side_by_side(small: Path, tmp_path: Path) -> None:
    made(tmp_path, "a.txt", GOOD)
    records = run("read", "a.txt", cwd=tmp_path).stdout
    facts = run("extract", "-", cwd=tmp_path, stdin=records).stdout
    made(tmp_path, "facts.jsonl", facts)
    assert run("build", "-", "facts.jsonl", cwd=tmp_path, stdin=records).returncode == 0
    assert written(tmp_path / "output") == written(small)


def test_build_cli_adds_to_what_is_there_and_fresh_starts_anew(small: Path, tmp_path: Path) -> None:
    beginning(small, tmp_path)
    made(tmp_path, "b.txt", GOOD.replace("Ann Keller", "Clara Weber"))
    run("build", "b.txt", "-o", "only", cwd=tmp_path)
    added = run("build", "b.txt", cwd=tmp_path)
    assert added.stderr.startswith("2 articles (1 new), 2 claims (1 new)")
    assert labels(tmp_path / "output") >= {"Ann Keller", "Clara Weber"}
    fresh = run("build", "b.txt", "--fresh", cwd=tmp_path)
    assert fresh.stderr.startswith("1 article (1 new), 1 claim (1 new)")
    assert written(tmp_path / "output") == written(tmp_path / "only")
    assert leftovers(tmp_path / "output") == set()


def test_build_cli_an_article_without_claims_is_an_article(tmp_path: Path) -> None:
    done = run("build", "-", cwd=tmp_path, stdin="It rained in Oslo.\n")
    assert done.returncode == 0
    assert done.stderr.startswith("1 article (1 new), 0 claims (0 new)\n")
    assert "no claims" in done.stderr
    assert leftovers(tmp_path / "output") == set()


# What goes wrong with inputs

FACT = '{"type": "Backing", "roles": {}}\n'


def huge(file: Path) -> None:
    with file.open("wb") as out:
        for _ in range(50):
            out.write(b"Brandt wins. " * 80_660)


def unreadable(file: Path) -> None:
    """No permission does not stop the system's administrator; a link that leads to itself stops everybody."""
    if os.geteuid() == 0:
        file.symlink_to(file.name)
    else:
        file.write_text(GOOD)
        file.chmod(0)


# Name -> bytes or a function that makes the file, what is wrong with it in part, and what to do in part.
BAD: dict[str, tuple[bytes | Callable[[Path], object] | None, str, str]] = {
    "missing.txt": (None, "no such file", "check the spelling"),
    "empty.txt": (b"", "the file is empty", "leave it out"),
    "binary.txt": (b"\x7fELF\x02\x01\x01\0\0\0", "", "give"),
    "picture.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "image", "give articles as text"),
    "latin-1.txt": ("Tánaiste says no.\n".encode("latin-1"), "not UTF-8", "iconv"),
    "huge.txt": (huge, "larger than 5 MB", "split it"),
    "front.txt": (b"---\ntitle: [a\n---\nText.\n", "broken front matter", "write lines like"),
    "impossible.txt": (b"---\npublished: 2024-02-30\n---\nText.\n", "no calendar has", "correct it"),
    "future.txt": (b"---\npublished: 2999-01-01\n---\nText.\n", "lies in the future", "correct it"),
    "facts.jsonl": (FACT.encode(), "", "nothing of this file was taken"),
    "records.jsonl": (b'{"text": "Brandt"\n', "not JSON", ""),
    "graph.ttl": (b"@prefix broken\n", "cannot be parsed", "kingmaker export"),
    "strange.ttl": (b"<http://a> <http://b> <http://c> .\n", "no store writes", "kingmaker export"),
    "unreadable.txt": (unreadable, "", ""),
    "evil\x1b[31m\n.txt": (b"", "the file is empty", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done, dict[str, bytes]]:
    """One build of all bad inputs with two good ones among them, onto a store that holds a third."""
    folder = tmp_path_factory.mktemp("refused")
    made(folder, "first.txt", GOOD)
    assert run("build", "first.txt", cwd=folder).returncode == 0
    before = written(folder / "output")
    for name, (content, _, _) in BAD.items():
        if isinstance(content, bytes):
            made(folder, name, content)
        elif content is not None:
            content(folder / name)
    made(folder, "folder/a.txt", GOOD.replace("Ann Keller", "Clara Weber"))
    made(folder, "folder/b.txt", b"\xff\xfe\x00")
    made(folder, "folder/c.txt", GOOD.replace("Ann Keller", "Ines Moreau"))
    return folder, run("build", *BAD, "folder", "nothing/*.txt", cwd=folder), before


@pytest.mark.parametrize("name", BAD, ids=lambda name: ascii(name)[1:-1])
def test_build_cli_refuses_in_one_line(refused: tuple[Path, Done, dict[str, bytes]], name: str) -> None:
    _, wrong, remedy = BAD[name]
    shown = name.encode("unicode_escape").decode()
    (line,) = [line for line in refused[1].stderr.splitlines() if line.startswith(f"refused {shown}")]
    assert wrong in line
    assert remedy in line
    assert "; " in line
    assert len(line) < 400


def test_build_cli_refusals_do_not_stop_the_good_ones(refused: tuple[Path, Done, dict[str, bytes]]) -> None:
    folder, done, before = refused
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert sum(line.startswith("refused ") for line in lines) == len(BAD) + 2
    assert any(line.startswith("refused folder/b.txt: ") for line in lines)
    assert any(line.startswith("refused nothing/*.txt: ") for line in lines)
    assert f"{len(BAD) + 2} inputs refused" in done.stderr
    assert "3 articles (2 new), 3 claims (2 new)" in lines
    assert labels(folder / "output") >= {"Ann Keller", "Clara Weber", "Ines Moreau"}
    assert leftovers(folder / "output") == set()
    assert written(folder / "output") != before


def test_build_cli_refused_alone_writes_nothing(tmp_path: Path) -> None:
    made(tmp_path, "empty.txt", "")
    done = run("build", "empty.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[0].startswith("refused empty.txt: ")
    assert "Traceback" not in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["empty.txt"]


@pytest.mark.parametrize("more", [(), ("--fresh",)], ids=["adding", "fresh"])
def test_build_cli_refused_alone_leaves_the_store(small: Path, tmp_path: Path, more: tuple[str, ...]) -> None:
    before = beginning(small, tmp_path)
    for name in ("empty.txt", "facts.jsonl"):
        made(tmp_path, name, FACT if name == "facts.jsonl" else "")
        assert run("build", name, *more, cwd=tmp_path).returncode == 1
        assert written(tmp_path / "output") == before
        assert leftovers(tmp_path / "output") == set()


def test_build_cli_a_refused_graph_leaves_the_store_even_when_fresh(small: Path, tmp_path: Path) -> None:
    before = beginning(small, tmp_path)
    made(tmp_path, "bad.ttl", "@prefix broken\n")
    assert run("build", "bad.ttl", "--fresh", cwd=tmp_path).returncode == 1
    assert written(tmp_path / "output") == before


@pytest.mark.parametrize(
    "words",
    [(), ("a.txt", "--nonsense"), ("a.txt", "b.txt", "--title", "T"), ("a.txt", "--published", "soon"),
     ("a.txt", "--jobs", "0")],
    ids=["no source", "unknown option", "one title for two", "no date", "no jobs"],
)  # fmt: skip
def test_build_cli_wrong_usage_is_two(words: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        made(tmp_path, name, GOOD)
    done = run("build", *words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "output").exists()


# What goes wrong with the output


@pytest.mark.parametrize("place", ["a.txt", "a.txt/below"], ids=["a file", "below a file"])
def test_build_cli_names_an_output_that_cannot_be(place: str, tmp_path: Path) -> None:
    made(tmp_path, "a.txt", GOOD)
    assert_one_line(run("build", "a.txt", "-o", place, cwd=tmp_path), place, "choose another folder")
    assert (tmp_path / "a.txt").read_text() == GOOD


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_build_cli_names_an_output_that_is_not_writable(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", GOOD)
    (tmp_path / "shut").mkdir(mode=0o555)
    assert_one_line(run("build", "a.txt", "-o", "shut", cwd=tmp_path), "shut", "")


def test_build_cli_names_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", GOOD)
    (tmp_path / "output" / "graph.ttl").mkdir(parents=True)
    done = run("build", "a.txt", cwd=tmp_path)
    assert_one_line(done, "output/graph.ttl", "")


def test_build_cli_does_not_take_another_folder_for_its_store(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", GOOD)
    made(tmp_path, "output/store/diary.txt", "mine")
    assert_one_line(run("build", "a.txt", cwd=tmp_path), "output/store", "not a kingmaker store")
    assert (tmp_path / "output" / "store" / "diary.txt").read_text() == "mine"


def assert_one_line(done: Done, *words: str) -> None:
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("kingmaker: ")
    assert [word for word in words if word not in line] == []


@pytest.mark.parametrize("reading", [True, False], ids=["being read", "being written"])
def test_build_cli_waits_for_nobody_at_a_locked_store(reading: bool, small: Path, tmp_path: Path) -> None:
    before = beginning(small, tmp_path)
    made(tmp_path, "b.txt", OTHER)
    with open_store(tmp_path / "output" / "store", read_only=reading):
        assert_one_line(run("build", "b.txt", cwd=tmp_path), "output/store", f"process {os.getpid()}", "try again")
    assert written(tmp_path / "output") == before


# What is interrupted


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Two hundred short articles as one file of records, and what an undisturbed build makes of them."""
    folder = tmp_path_factory.mktemp("many")
    with (folder / "many.jsonl").open("w") as out:
        for n in range(200):
            a, b = PEOPLE[n % len(PEOPLE)], PEOPLE[(n + 1 + n // 6 % 5) % len(PEOPLE)]
            text = f"{filled(PLAIN[n % len(PLAIN)], a, b)}\n\nNote {n}.\n"
            out.write(json.dumps({"text": text, "published": f"2024-03-{n % 28 + 1:02}", "title": f"Note {n}"}) + "\n")
    assert run("build", "many.jsonl", "-o", "whole", cwd=folder).returncode == 0
    return folder, written(folder / "whole")


# Where a build is when it is killed: what has just come up in the folder.
MOMENTS = {
    "as the store is made": "out/store/quads",
    "as texts are kept": "out/store/texts/*",
    "between the page and the graph": "out/graph.html",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_build_cli_killed_and_begun_again_is_as_if_never_killed(
    many: tuple[Path, dict[str, bytes]], moment: str, tmp_path: Path
) -> None:
    folder, wanted = many
    command = [sys.executable, "-m", "kingmaker", "build", str(folder / "many.jsonl"), "-o", "out"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        until = time.monotonic() + 60
        while not list(tmp_path.glob(MOMENTS[moment])) and process.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.001)  # watching must not take the processor from what is watched
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL, "the build was over before it could be killed"
    again = run("build", folder / "many.jsonl", "-o", "out", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert written(tmp_path / "out") == wanted


def test_build_cli_killed_before_the_store_was_noted_begins_again(small: Path, tmp_path: Path) -> None:
    made(tmp_path, "a.txt", GOOD)
    (tmp_path / "output" / "store" / "texts").mkdir(parents=True)
    assert run("build", "a.txt", cwd=tmp_path).returncode == 0
    assert written(tmp_path / "output") == written(small)


def test_build_cli_killed_while_adding_keeps_what_was_there(
    many: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    folder, _ = many
    made(tmp_path, "a.txt", GOOD)
    assert run("build", "a.txt", cwd=tmp_path).returncode == 0
    before = labels(tmp_path / "output")
    texts = tmp_path / "output" / "store" / "texts"
    command = [sys.executable, "-m", "kingmaker", "build", str(folder / "many.jsonl")]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        while len(list(texts.iterdir())) < 3 and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert labels(tmp_path / "output") >= before
    assert run("query", "articles", "--format", "csv", cwd=tmp_path).stdout.count("Keller backs Brandt") == 1
