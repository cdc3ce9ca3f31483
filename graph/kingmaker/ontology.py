"""Where the ontology's files lie: in the wheel inside the package, in a checkout beside `graph/`."""

from pathlib import Path

from kingmaker.errors import KingmakerError

_PACKAGE = Path(__file__).parent


def ontology_folder() -> Path:
    """Return the folder with kingmaker.ttl, vocabulary/, shapes/ and examples/.

    Raises KingmakerError if the installation lacks it.
    """
    for folder in (_PACKAGE / "ontology", _PACKAGE.parent.parent / "ontology"):
        if (folder / "kingmaker.ttl").is_file():
            return folder
    raise KingmakerError("the ontology's files are missing from this installation; install kingmaker again")
