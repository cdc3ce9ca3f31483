"""One way down the house: a room imports only from rooms above it, the hall and the pantry."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "graph" / "kingmaker"
HALL = {"errors", "ids", "model", "lexicon", "ontology"}
ROOMS = [
    "articles",
    "text",
    "facts",
    "evaluation",
    "races",
    "rdf",
    "store",
    "identity",
    "audit",
    "queries",
    "network",
    "export",
    "page",
]
STAIRS = {"pipeline", "cli", "serve", "__init__", "__main__"}


def room_of(file: Path) -> str:
    return file.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported_rooms(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [f"{node.module}.{a.name}" for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            raise AssertionError(f"{file}: relative imports hide where a room leads")
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        found |= {n.split(".")[1] for n in names if n.startswith("kingmaker.")}
    return found


@pytest.mark.parametrize("file", sorted(HOUSE.rglob("*.py")), ids=lambda f: str(f.relative_to(HOUSE)))
def test_layers_rooms_import_only_from_above(file: Path) -> None:
    room = room_of(file)
    if room in STAIRS:
        return
    if room in HALL:
        allowed = HALL
    else:
        assert room in ROOMS, f"{room} has no place in the house; give it one in ROOMS"
        allowed = HALL | set(ROOMS[: ROOMS.index(room) + 1])
    assert imported_rooms(file) - {"__version__"} <= allowed


@pytest.mark.parametrize("file", sorted(HOUSE.rglob("*.py")), ids=lambda f: str(f.relative_to(HOUSE)))
def test_layers_files_are_small_and_named(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
    assert file.stem not in {"utils", "util", "helpers", "helper", "manager", "misc", "common"}


def heavy_imports_at_module_level(file: Path) -> set[str]:
    heavy = {"spacy", "pyvis", "pyshacl", "networkx", "rdflib", "trafilatura", "pyoxigraph", "pydantic"}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = set()
    for node in tree.body:
        if isinstance(node, ast.Import):
            found |= {a.name.split(".")[0] for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found & heavy


@pytest.mark.parametrize("file", sorted(HOUSE.rglob("*.py")), ids=lambda f: str(f.relative_to(HOUSE)))
def test_layers_heavy_libraries_are_imported_where_used(file: Path) -> None:
    always_lazy = {"spacy", "pyvis", "pyshacl", "networkx", "trafilatura"}
    assert not heavy_imports_at_module_level(file) & always_lazy
    if room_of(file) in {"cli", "__init__", "pipeline"}:
        assert not heavy_imports_at_module_level(file)
