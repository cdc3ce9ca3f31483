"""`kingmaker page`: from a store to a file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from articles_for_pages import many, nato_race
from typer.testing import CliRunner

from kingmaker.cli import app
from kingmaker.errors import StoreError
from kingmaker.page import render
from kingmaker.store import open_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    claims, articles = nato_race()
    with open_store(tmp_path / "store") as opened:
        opened.put([(article, [c for c in claims if c.article == article.id]) for article in articles])
    return tmp_path / "store"


def test_page_command_writes_the_page_of_the_store(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "race.html"
    done = CliRunner().invoke(app, ["page", "--store", str(store), "-o", str(target), "--heading", "Who <next>?"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"{target}: 26 claims\n"
    assert target.read_text(encoding="utf-8") == render(*nato_race(), heading="Who <next>?")


def test_page_command_names_a_file_it_cannot_write(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(app, ["page", "--store", str(store), "-o", str(tmp_path / "file" / "x.html")])
    assert isinstance(done.exception, StoreError)
    assert "choose another file with -o" in str(done.exception)


def test_page_command_without_a_store_says_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["page", "--store", str(tmp_path / "none"), "-o", str(tmp_path / "x.html")])
    assert isinstance(done.exception, StoreError)
    assert not (tmp_path / "x.html").exists()


def test_page_command_writes_the_same_bytes_wherever_it_runs(tmp_path: Path) -> None:
    (claims, articles), (more, others) = nato_race(), many(6, 3, 2)
    claims, articles = claims + more, articles + others
    with open_store(tmp_path / "store") as opened:
        opened.put([(article, [c for c in claims if c.article == article.id]) for article in articles])
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}
    rich = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONHASHSEED": "2", "TZ": "America/Lima"}
    for environment in (bare, rich):
        target = tmp_path / "page.html"
        command = [sys.executable, "-m", "kingmaker", "page", "--store", str(tmp_path / "store"), "-o", str(target)]
        subprocess.run(command, env={**os.environ, **environment}, check=True)
        assert target.read_bytes() == render(claims, articles).encode("utf-8")
    assert "Viktor Orbán".encode() in target.read_bytes()


def test_page_command_reads_a_heading_in_any_locale(store: Path, tmp_path: Path) -> None:
    told = "Kdo nahradí Pavla Kováče?"
    done = subprocess.run(
        [sys.executable, "-m", "kingmaker", "page", "--store", store, "-o", tmp_path / "p.html", "--heading", told],
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"<h1>{told}</h1>" in (tmp_path / "p.html").read_text(encoding="utf-8")
