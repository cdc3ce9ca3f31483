"""Sources as a person names them (files, folders, globs, `-`) to the files they mean, in a stable order."""

import errno
import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kingmaker.articles.items import Refused

STDIN = "-"
SUFFIXES = frozenset({
    ".txt", ".text", ".md", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".ttl", ".trig",
})  # fmt: skip
# Files about a folder rather than articles in it; named outright they are read all the same.
_ABOUT = frozenset({"readme", "license", "licence", "changelog", "contributing", "notice", "authors"})
_PROBLEMS = {
    errno.ENOENT: ("no such file or folder", "check the spelling and the folder you are in"),
    errno.ENOTDIR: ("no such file or folder", "check the spelling and the folder you are in"),
    errno.ELOOP: ("a symbolic link that leads back to itself", "remove the link or name the file itself"),
    errno.EACCES: ("permission denied", "make it readable (chmod u+r) or leave it out"),
    errno.EPERM: ("permission denied", "make it readable (chmod u+r) or leave it out"),
    errno.ENAMETOOLONG: ("the name is too long", "name a file or folder"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; `listed` if it was found in a folder rather than named."""

    path: str
    listed: bool = False


def refusal(where: str, error: OSError) -> Refused:
    """Return what the system's `error` means for the file or folder `where`."""
    other = (error.strerror or "it cannot be read", "check the file or leave it out")
    return Refused(shown(where), *_PROBLEMS.get(error.errno or 0, other))


def shown(path: str) -> str:
    """Return a path as given, with forward slashes, as text that every encoding of the output can hold."""
    spelled = path if path == STDIN else Path(path).as_posix()
    return os.fsencode(spelled).decode("utf-8", "replace")


def found(sources: Sequence[str]) -> Iterator[Found | Refused]:
    """Yield the files that `sources` mean, each once, folders and globs in the order of their names."""
    seen: set[str] = set()
    for source in sources:
        for item in _of_source(source):
            key = shown(item.path) if isinstance(item, Found) else str(item)
            if key not in seen:
                seen.add(key)
                yield item


def _of_source(source: str) -> Iterator[Found | Refused]:
    if source == STDIN:
        yield Found(STDIN)
        return
    if "\0" in source or not source:
        yield Refused(repr(source), "no such file or folder", "name a file, a folder, a glob or - for stdin")
        return
    if glob.has_magic(source) and not os.path.lexists(source):
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207
        if not matches:
            yield Refused(shown(source), "the pattern matches no file", "check it, or name a folder")
        for match in matches:
            yield from _of_path(match)
        return
    yield from _of_path(source)


def _of_path(path: str) -> Iterator[Found | Refused]:
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        yield refusal(path, error)
        return
    if not stat.S_ISDIR(mode):
        yield Found(path)
        return
    empty = True
    for item in _of_folder(Path(path), (os.path.realpath(path),)):
        empty = False
        yield item
    if empty:
        yield Refused(shown(path), "no article in this folder", f"it should hold {', '.join(sorted(SUFFIXES))} files")


def _of_folder(folder: Path, within: tuple[str, ...]) -> Iterator[Found | Refused]:
    """Walk a folder by name; `within` are the real paths of the folders around, to see links that loop."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield refusal(str(folder), error)
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _of_entry(entry, within)


def _of_entry(entry: Path, within: tuple[str, ...]) -> Iterator[Found | Refused]:
    wanted = entry.suffix.lower() in SUFFIXES and entry.stem.lower() not in _ABOUT
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        if wanted or error.errno == errno.ELOOP:
            yield refusal(str(entry), error)
        return
    if stat.S_ISDIR(mode):
        real = os.path.realpath(entry)
        if real in within:
            yield refusal(str(entry), OSError(errno.ELOOP, "link loop"))
        else:
            yield from _of_folder(entry, (*within, real))
    elif stat.S_ISREG(mode) and wanted:
        yield Found(str(entry), listed=True)
