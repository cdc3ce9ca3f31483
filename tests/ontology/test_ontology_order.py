"""The one order of the ontology's files: they have it, and the script that checks it sees what has not."""

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from ontology_read import FOLDER
from rdflib.compare import isomorphic

SCRIPT = Path(__file__).parent.parent.parent / "scripts" / "format_ontology.py"
CORE = (FOLDER / "kingmaker.ttl").read_text()


def run(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONHASHSEED": seed})


@pytest.mark.parametrize("seed", ["1", "2"])
def test_ontology_order_is_that_of_every_file(seed: str) -> None:
    checked = run("--check", seed=seed)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a owl:Class ;\n    rdfs:subClassOf km:Situation", "rdfs:subClassOf km:Situation ;\n    a owl:Class"),
        ("# Classes\n", "# Things\n"),
        ("km:Backing , km:Candidacy", "km:Candidacy , km:Backing"),
        ("km:Claim km:Entity km:Situation )", "km:Claim km:Entity km:Situation  )"),
        ("@prefix km:", "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix km:"),
    ],
)
def test_ontology_order_is_missed_where_it_is_not(tmp_path: Path, old: str, new: str) -> None:
    assert old in CORE
    file = tmp_path / "core.ttl"
    file.write_text(CORE.replace(old, new, 1))
    checked = run("--check", str(file))
    assert checked.returncode == 1
    assert "out of order" in checked.stderr
    assert checked.stdout.startswith("--- core.ttl")


def test_ontology_order_is_made_without_a_change_of_meaning(tmp_path: Path) -> None:
    copies = {}
    for file in FOLDER.rglob("*.ttl"):
        if file.parent.name in ("ontology", "vocabulary", "alignments"):
            copies[file] = tmp_path / f"{file.parent.name}-{file.name}"
            rdflib.Graph().parse(file).serialize(copies[file], format="turtle")
            assert copies[file].read_text() != file.read_text()
    assert run(*map(str, copies.values())).returncode == 0
    for file, copy in copies.items():
        assert copy.read_text() == file.read_text()
        assert isomorphic(rdflib.Graph().parse(copy), rdflib.Graph().parse(file))
