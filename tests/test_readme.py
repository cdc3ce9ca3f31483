"""The README's first screen is what the tool does: the sentence, its claims, the Turtle, the commands' output."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kingmaker import Article, extract, open_store

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sentence() -> Article:
    (quoted,) = re.findall(r"^> (.*)$", README, re.M)
    return Article.of(quoted + "\n", publisher="Sky News", published="2023-06-21")


@pytest.mark.model
def test_readme_sentence_gives_its_claims(sentence: Article) -> None:
    rows = re.findall(r'^\| (\w+), (\w+) \| .* \| \**(\w+)\** \| "(.*)" \|$', README, re.M)
    told = {
        (str(c.situation.kind), c.situation.value, str(c.certainty), c.evidence[0].quote) for c in extract(sentence)
    }
    assert len(rows) == 3
    assert set(rows) == told


@pytest.mark.model
def test_readme_turtle_is_what_is_written(sentence: Article) -> None:
    (shown,) = re.findall(r"```turtle\n(.*?)```", README, re.S)
    with open_store() as store:
        store.put([(sentence, extract(sentence))])
        written = store.dump("turtle").decode()
    for block in shown.strip().split("\n\n"):
        assert block in written


@pytest.mark.model
def test_readme_commands_print_what_it_says(tmp_path: Path) -> None:
    (session,) = re.findall(r"```console\n\$ make demo\n(.*?)```", README, re.S)
    summary, *asked = session.split("\n$ ")
    kingmaker = [sys.executable, "-m", "kingmaker"]
    done = subprocess.run([*kingmaker, "build", ROOT / "examples", "-o", tmp_path], capture_output=True, text=True)
    shown = summary.split("\n...\n")[0]
    assert shown.strip() in done.stderr
    assert len(asked) == 2
    for command_and_answer in asked:
        command, _, answer = command_and_answer.partition("\n")
        (query,) = re.findall(r"query '(.*)'$", command)
        done = subprocess.run(
            [*kingmaker, "query", query, "--store", tmp_path / "store"], capture_output=True, text=True
        )
        assert done.stdout.strip() == answer.strip()
