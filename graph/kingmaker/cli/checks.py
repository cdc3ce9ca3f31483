"""How verbs that check open a store: where there is none, that is wrong usage, and not something found."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kingmaker.errors import StoreError

if TYPE_CHECKING:
    from kingmaker.store import Store


def opened(path: Path) -> "Store":
    """Open a store to read it; a path that leads to no store ends in exit code 2."""
    from kingmaker.store import files, open_store

    try:
        files.checked(path, read_only=True)
    except StoreError as error:
        if files.is_store(path):
            raise
        raise typer.BadParameter(str(error)) from None
    return open_store(path, read_only=True)
