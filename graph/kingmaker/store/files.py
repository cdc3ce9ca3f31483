"""The folder of a store: its quads, the articles' texts, a lock, and a note of what made it.

store/
  kingmaker.json   the format and the version of the ontology that the store was built with
  lock             see lock.py
  quads/           the embedded database
  texts/           one file a text, named by its SHA-256 (with `.none`, and empty, for a text that never
                   came with its article); never part of what is published
"""

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kingmaker.errors import StoreError
from kingmaker.rdf import text_digest
from kingmaker.rdf.literals import clean

FORMAT = 1
ONTOLOGY_VERSION = "https://w3id.org/kingmaker/ontology/kingmaker/0.2.0"
_NOTE = "kingmaker.json"


def checked(folder: Path, *, read_only: bool) -> Path:
    """Return the folder of a store, made if need be; raises StoreError for one that is none of ours."""
    if is_store(folder):
        _check_format(folder)
        return folder
    if read_only and not folder.exists():
        raise StoreError(f"there is no store at {folder}; `kingmaker build SOURCE` makes one")
    # A first build that was ended before the note was written leaves an empty folder for texts, and no more.
    begun = (
        folder.is_dir() and [f.name for f in folder.iterdir()] == ["texts"] and not any((folder / "texts").iterdir())
    )
    if folder.exists() and not begun and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(f"{folder} is not a kingmaker store; give another --store, or remove it first")
    if read_only:
        raise StoreError(f"the store at {folder} is empty; `kingmaker build SOURCE` fills it")
    try:
        (folder / "texts").mkdir(parents=True, exist_ok=True)
        note = {"format": FORMAT, "ontology": ONTOLOGY_VERSION}
        write(folder / _NOTE, json.dumps(note, indent=1).encode() + b"\n")
    except OSError as error:
        raise StoreError(f"cannot make a store at {folder}: {error.strerror}") from error
    return folder


def is_store(folder: Path) -> bool:
    """Whether a folder says that it is a store, sound or not."""
    return (folder / _NOTE).is_file()


def _check_format(folder: Path) -> None:
    try:
        found = json.loads((folder / _NOTE).read_bytes())["format"]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"{folder / _NOTE} is damaged; remove {folder} and build again") from error
    if found != FORMAT:
        raise StoreError(f"{folder} has format {found!r}, this version reads {FORMAT}; remove it and build again")


def ontology_version(folder: Path) -> str:
    """Return the IRI of the ontology's version that the store was built with."""
    return str(json.loads((folder / _NOTE).read_bytes())["ontology"])


def write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    handle, made = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(made).chmod(0o644)
        Path(made).replace(file)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


class Texts:
    """The articles' texts by SHA-256: in a folder, or in memory if there is none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory: dict[str, str] = {}
        self._absent: set[str] = set()

    def keep(self, text: str) -> None:
        """Keep a text, cleaned as everything that is kept; an empty one is not kept."""
        if not text:
            return
        digest, cleaned = text_digest(text), clean(text)
        if self._folder is None:
            self._memory[digest] = cleaned
            self._absent.discard(digest)
            return
        if not (file := self._folder / f"{digest}.txt").exists():
            write(file, cleaned.encode())
        (self._folder / f"{digest}.none").unlink(missing_ok=True)

    def get(self, digest: str | None) -> str | None:
        """Return the text with this SHA-256, if it is here; raises StoreError if it cannot be read."""
        if digest is None or self._folder is None:
            return self._memory.get(digest or "")
        file = self._folder / f"{digest}.txt"
        try:
            return file.read_bytes().decode() if file.is_file() else None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(
                f"the text {file} cannot be read ({error}); remove it and build from the article again"
            ) from error

    def drop(self, digest: str) -> None:
        """Forget a text."""
        self._memory.pop(digest, None)
        self._absent.discard(digest)
        if self._folder is not None:
            (self._folder / f"{digest}.txt").unlink(missing_ok=True)
            (self._folder / f"{digest}.none").unlink(missing_ok=True)

    def note_absent(self, digests: Iterable[str]) -> None:
        """Note for each text that is not here that it never came, so that its absence is no damage."""
        for digest in digests:
            if self._folder is None:
                self._absent |= {digest} - self._memory.keys()
            elif not (self._folder / f"{digest}.txt").exists():
                (self._folder / f"{digest}.none").touch()

    def is_absent(self, digest: str) -> bool:
        """Whether the text with this SHA-256 never came with its article."""
        return digest in self._absent if self._folder is None else (self._folder / f"{digest}.none").exists()

    def names(self) -> tuple[str, ...]:
        """Return the names of all that is kept as a text, sorted: digests, if all is well."""
        if self._folder is None:
            return tuple(sorted(self._memory))
        files = sorted(f.name for f in self._folder.iterdir() if f.suffix != ".none")
        return tuple(name.removesuffix(".txt") for name in files)
