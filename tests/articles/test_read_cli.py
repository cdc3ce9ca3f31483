"""`kingmaker read`: records on stdout, refusals on stderr, and the exit code that says so."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kingmaker.cli.read import read

app = typer.Typer(pretty_exceptions_enable=False)
app.command()(read)


@app.callback()
def root() -> None:
    """Stand in for the whole command, so that `read` keeps its name."""


def run(*arguments: str, stdin: str = "") -> tuple[int, list[dict[str, object]], str]:
    result = CliRunner().invoke(app, ["read", *arguments], input=stdin)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr


def test_read_cli_writes_records_that_it_reads_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ntitle: “A”\npublished: 2023-06\n---\nTánaiste says no.\n")
    code, records, err = run(str(tmp_path))
    assert (code, err) == (0, "")
    assert records == [{
        "path": f"{tmp_path.as_posix()}/a.txt", "title": "“A”", "publisher": None, "published": "2023-06",
        "url": None, "text": "Tánaiste says no.\n",
    }]  # fmt: skip
    assert run("-", stdin=json.dumps(records[0]))[1] == records


def test_read_cli_good_inputs_go_on_and_the_exit_code_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "b.jsonl").write_text('{"type": "Backing", "roles": {}}\n')
    code, records, err = run(str(tmp_path / "no\x1b31m"), str(tmp_path), "--publisher", "P")
    assert code == 1
    assert [record["publisher"] for record in records] == ["P"]
    told = err.splitlines()
    assert len(told) == 2
    assert "\\x1b31m: no such file" in told[0]
    assert "kingmaker build" in told[1]


@pytest.mark.parametrize(
    "arguments", [["a", "b", "--title", "T"], ["-", "--published", "soon"], ["-", "--published", "2999"], []]
)
def test_read_cli_wrong_usage_is_two(arguments: list[str]) -> None:
    code, records, _ = run(*arguments)
    assert (code, records) == (2, [])
