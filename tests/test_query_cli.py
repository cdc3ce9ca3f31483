import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from claims_told import article, backing
from kingmaker.cli.export import Format, export
from kingmaker.cli.query import query
from kingmaker.cli.validate import validate
from kingmaker.errors import InputError, QueryError, StoreError
from kingmaker.export import FORMATS
from kingmaker.store import open_store

app = typer.Typer()
for verb in (query, export, validate):
    app.command()(verb)
JUNE = article()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output") / "store"
    with open_store(folder) as store:
        store.put([(JUNE, [backing(JUNE)])])
    return folder


def run(place: Path, *words: str, stdin: str | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*words, "--store", str(place)], input=stdin)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


def test_query_cli_answers_a_shipped_question(place: Path) -> None:
    code, out = run(place, "query", "who-backs", "candidate=BEN wallace")
    assert code == 0
    assert "person:rishi-sunak" in out.splitlines()[2]


@pytest.mark.parametrize("form", ["argument", "file", "stdin"])
def test_query_cli_takes_sparql_from_anywhere(place: Path, form: str, tmp_path: Path) -> None:
    sparql = "SELECT ?a WHERE { ?a km:backs ?b }"
    (tmp_path / "q.rq").write_text(sparql)
    words = {"argument": sparql, "file": str(tmp_path / "q.rq"), "stdin": "-"}
    code, out = run(place, "query", words[form], "--format", "csv", stdin=sparql)
    assert (code, out.split()) == (0, ["a", "person:rishi-sunak"])


def test_query_cli_writes_json_and_turtle(place: Path) -> None:
    _, out = run(place, "query", "ASK { ?a km:backs ?b }", "--format", "json")
    assert json.loads(out)["boolean"] is True
    _, out = run(place, "query", "CONSTRUCT WHERE { ?a km:backs ?b }", "--format", "turtle")
    assert "person:rishi-sunak km:backs person:ben-wallace ." in out


def test_query_cli_lists_questions_without_a_store(tmp_path: Path) -> None:
    code, out = run(tmp_path / "none", "query", "--list")
    assert code == 0
    assert "kingmaker query who-backs" in out


@pytest.mark.parametrize(
    "words",
    [
        ["query"],
        ["query", "races", "post"],
        ["query", "ASK { ?s ?p ?o }", "a=b"],
        ["query", "x", "--limit", "0"],
    ],
)
def test_query_cli_wrong_usage_is_2(place: Path, words: list[str]) -> None:
    assert run(place, *words)[0] == 2


def test_query_cli_tells_mistakes_as_errors(place: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither a shipped question nor a file"):
        run(place, "query", "who-bakcs")
    with pytest.raises(QueryError, match="SERVICE"):
        run(place, "query", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }")
    with pytest.raises(StoreError, match="kingmaker build"):
        run(tmp_path / "none", "query", "races")


def test_export_cli_offers_every_format(place: Path, tmp_path: Path) -> None:
    assert set(Format) == set(FORMATS)
    code, out = run(place, "export", "turtle")
    assert code == 0
    assert out.startswith("@prefix ")
    run(place, "export", "turtle", "-o", str(tmp_path / "a.ttl"))
    assert (tmp_path / "a.ttl").read_text() == out
    assert run(place, "export", "powerpoint")[0] == 2


def test_validate_cli_passes_a_sound_store_and_fails_a_broken_one(place: Path, tmp_path: Path) -> None:
    assert run(place, "validate") == (0, "")
    with open_store(tmp_path / "broken") as store:
        store.put([(JUNE, [backing(JUNE, evidence=())])])
    code, out = run(tmp_path / "broken", "validate")
    assert code == 1
    assert "A claim needs evidence" in out
    assert out.startswith("claim:")
