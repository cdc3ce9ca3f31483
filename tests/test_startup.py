"""`kingmaker --help` is quick, and stays so because nothing heavy is imported for it."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

HEAVY = {
    "spacy",
    "rdflib",
    "pyoxigraph",
    "oxrdflib",
    "pyvis",
    "networkx",
    "pydantic",
    "pyshacl",
    "trafilatura",
}

# Asks for the help of the command and of every verb in one process, then tells what that imported.
HELP_OF_EVERYTHING = """
import contextlib, io, json, sys
import typer.main
from kingmaker.cli import app
command = typer.main.get_command(app)
asked = [[], *([name] for name in command.commands)]
for words in asked:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        command.main([*words, "--help"], standalone_mode=False)
    assert "Usage" in printed.getvalue(), words
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def benchmark() -> ModuleType:
    file = Path(__file__).parent.parent / "scripts" / "benchmark.py"
    spec = importlib.util.spec_from_file_location("benchmark", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["benchmark"] = module
    spec.loader.exec_module(module)
    return module


def test_startup_help_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", HELP_OF_EVERYTHING], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert "kingmaker" in loaded
    assert loaded & HEAVY == set()


def test_startup_help_costs_little_more_than_a_minimal_app() -> None:
    measure = benchmark()
    # A second try where the first was spoilt: noise makes a quick command slow, never a slow one quick.
    ratios = [measure.startup(7).ratio]
    if ratios[0] > measure.LIMIT:
        ratios.append(measure.startup(7).ratio)
    assert min(ratios) <= measure.LIMIT, ratios
