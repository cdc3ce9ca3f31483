"""`kingmaker extract` in real processes: facts on stdout, words on stderr, a good neighbour in a pipe."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kingmaker.facts.records import read_facts

EXAMPLES = Path(__file__).parent.parent / "examples"
TEXT = "Ann Keller backs Tom Brandt as secretary general of NATO."
KINGMAKER = [sys.executable, "-m", "kingmaker"]
pytestmark = pytest.mark.model
Facts = list[dict[str, object]]


def run(*words: str | Path, cwd: Path, stdin: str = "") -> tuple[int, bytes, list[str]]:
    command = [*KINGMAKER, *map(str, words)]
    done = subprocess.run(command, cwd=cwd, input=stdin.encode(), capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout, done.stderr.decode().splitlines()


def facts_of(out: bytes) -> Facts:
    return [json.loads(line) for line in out.decode().splitlines()]


def test_extract_cli_writes_facts_whose_quotes_stand_in_the_records(tmp_path: Path) -> None:
    code, out, err = run("extract", EXAMPLES, cwd=tmp_path)
    assert (code, err) == (0, [])
    records = {r["path"]: r for r in facts_of(run("read", EXAMPLES, cwd=tmp_path)[1])}
    facts = facts_of(out)
    assert len(facts) > 50
    for fact in facts:
        text = records[fact["article"]["path"]]["text"]  # type: ignore[index]
        for evidence in fact["evidence"]:  # type: ignore[attr-defined]
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]  # type: ignore[index]
    assert len({fact["id"] for fact in facts}) == len(facts)
    read = read_facts(enumerate(out.decode().splitlines(), 1), "facts.jsonl")
    assert sum(len(claims) for _, claims in read) == len(facts)


@pytest.mark.parametrize("more", [("--jobs", "2"), ()], ids=["two processes", "from records"])
def test_extract_cli_gives_the_same_bytes_in_any_way(more: tuple[str, ...], tmp_path: Path) -> None:
    plain = run("extract", EXAMPLES, cwd=tmp_path)
    records = run("read", EXAMPLES, cwd=tmp_path)[1].decode()
    other = run("extract", EXAMPLES, *more, cwd=tmp_path) if more else run("extract", "-", cwd=tmp_path, stdin=records)
    assert other == plain


def test_extract_cli_tells_hedge_denial_and_source(tmp_path: Path) -> None:
    texts = [
        TEXT,
        TEXT.replace("backs", "may back"),
        TEXT.replace("backs", "does not back"),
        f"A diplomatic source said that {TEXT}",
    ]
    records = "".join(json.dumps({"text": text, "title": str(n)}) + "\n" for n, text in enumerate(texts))
    facts = facts_of(run("extract", "-", cwd=tmp_path, stdin=records)[1])
    told = [(f["polarity"], f["certainty"], (f["source"] or {}).get("kind")) for f in facts]  # type: ignore[attr-defined]
    assert told == [
        ("positive", "certain", None),
        ("positive", "possible", None),
        ("negative", "certain", None),
        ("positive", "certain", "anonymous"),
    ]


def test_extract_cli_takes_what_the_command_line_says_of_the_article(tmp_path: Path) -> None:
    options = {"title": "“T”", "publisher": "The Paper", "published": "2024-03", "url": "https://paper.example.org/a"}
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    code, out, _ = run("extract", "-", *words, cwd=tmp_path, stdin=TEXT)
    assert code == 0
    (fact,) = facts_of(out)
    assert {k: v for k, v in fact["article"].items() if k in options} == options  # type: ignore[attr-defined]


def test_extract_cli_refuses_the_bad_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "latin.txt").write_bytes(b"T\xe1naiste says no.")
    (tmp_path / "facts.jsonl").write_text('{"type": "Backing", "roles": {}}\n')
    (tmp_path / "graph.ttl").write_text("@prefix km: <http://a> .\n")
    code, out, err = run("extract", ".", "missing.txt", cwd=tmp_path)
    assert code == 1
    assert [fact["type"] for fact in facts_of(out)] == ["Backing"]
    assert sorted(line.split(":")[0] for line in err) == [
        "refused facts.jsonl", "refused graph.ttl", "refused latin.txt", "refused missing.txt",
    ]  # fmt: skip
    assert [line for line in err if "; " not in line] == []


@pytest.mark.parametrize("words", [(), ("-", "--jobs", "0"), ("-", "--published", "soon"), ("-", "--nonsense")])
def test_extract_cli_wrong_usage_is_two(words: tuple[str, ...], tmp_path: Path) -> None:
    code, out, err = run("extract", *words, cwd=tmp_path)
    assert (code, out) == (2, b"")
    assert not any("Traceback" in line for line in err)


def test_extract_cli_is_quiet_when_its_reader_leaves(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*KINGMAKER, "extract", str(EXAMPLES)], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
    assert json.loads(first)["type"]
    assert told == b""
    assert process.returncode in (0, 1)


def test_extract_cli_writes_an_article_out_before_the_next_comes_in(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*KINGMAKER, "extract", "-"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        for number in range(2):
            process.stdin.write(json.dumps({"text": TEXT, "title": str(number)}).encode() + b"\n")
        process.stdin.close()
        facts = [json.loads(line) for line in process.stdout]
    assert [fact["article"]["title"] for fact in facts] == ["0", "1"]
