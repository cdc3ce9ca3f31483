"""Where the ontology's files lie: in the wheel inside the package, in a checkout beside `graph/`."""

from functools import cache
from pathlib import Path

from kingmaker.errors import KingmakerError

_PACKAGE = Path(__file__).parent
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_OURS = "https://w3id.org/kingmaker/ns/"


def ontology_folder() -> Path:
    """Return the folder with the ontology's Turtle, vocabulary/, shapes/, alignments/ and examples/.

    Raises KingmakerError if the installation lacks it.
    """
    for folder in (_PACKAGE / "ontology", _PACKAGE.parent.parent / "ontology"):
        if (folder / "kingmaker.ttl").is_file():
            return folder
    raise KingmakerError("the ontology's files are missing from this installation; install kingmaker again")


def ontology_files() -> tuple[Path, ...]:
    """Return every file that declares terms: the core, its modules, and the values of the axes."""
    folder = ontology_folder()
    return (*sorted(folder.glob("*.ttl")), *sorted((folder / "vocabulary").glob("*.ttl")))


@cache
def declared_terms() -> frozenset[str]:
    """Return the IRIs of all classes, properties, concepts and schemes that the ontology declares."""
    from pyoxigraph import NamedNode, RdfFormat, parse

    found: set[str] = set()
    for file in ontology_files():
        for quad in parse(path=str(file), format=RdfFormat.TURTLE):
            if quad.predicate.value == _TYPE and isinstance(quad.subject, NamedNode):
                found.add(quad.subject.value)
    return frozenset(term for term in found if term.startswith(_OURS))
