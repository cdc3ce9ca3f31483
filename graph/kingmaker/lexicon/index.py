"""Finding entries by any of their names, and refusing names that would find two of them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from kingmaker.errors import LexiconError
from kingmaker.lexicon.entries import Entries, Holder, Office

Entry = TypeVar("Entry")

# A name this short is matched as it is written: "US" and "us", "WHO" and "who" are different words.
SHORT = 3

_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "-": " ", "‐": " ", "‑": " ", "–": " ", ".": None})
_UNDECOMPOSED = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ə": "a",
})  # fmt: skip


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """Return what `text` is looked up by: case, hyphens, dots and apostrophes evened out, diacritics kept."""
    # Nearly all of the data are ASCII, and a translation table is slow.
    text = text.replace("-", " ").replace(".", "") if text.isascii() else text.translate(_ALIKE)
    if "&" in text:
        text = text.replace("&", " and ")
    plain = " ".join(text.split())
    return plain if len(plain) <= SHORT else plain.casefold()


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the key without diacritics and in lower case whatever its length: what names of people share."""
    plain = key(text).casefold()
    if plain.isascii():
        return plain
    bare = unicodedata.normalize("NFKD", plain.translate(_UNDECOMPOSED))
    return "".join([c for c in bare if not unicodedata.combining(c)])


def keys(text: str) -> tuple[str, ...]:
    """Return the keys a name is found by: as it is written, and without its diacritics."""
    kept = key(text)
    return (kept,) if kept.isascii() or len(kept) <= SHORT else (kept, folded(text))


class Index(Generic[Entry]):
    """Names to entries, where one name stands for one entry."""

    __slots__ = ("_found", "_of", "_openings")

    def __init__(self, of: str) -> None:
        self._of = of
        self._found: dict[str, Entry] = {}
        self._openings = {"the"}  # the first words of all names, and the article that may stand before any

    def add(self, entry: Entry, names: Iterable[str], shared: bool = False) -> None:
        """Let `names` find `entry`; a `shared` name may find another one already, which keeps it.

        Raises LexiconError for a name that is not shared and finds another entry.
        """
        for name in names:
            for found in keys(name):
                self._openings.add(_opening(found))
                other = self._found.setdefault(found, entry)
                if other is not entry and not shared and not getattr(other, "ambiguous", False):
                    raise LexiconError(_clash(self._of, name, other, entry))

    def opens(self, word: str) -> bool:
        """Whether a name may begin with this word: most words of a text begin none, and need no look-up."""
        return _opening(key(word)) in self._openings or _opening(folded(word)) in self._openings

    def find(self, text: str) -> Entry | None:
        """Return the entry of this name, with or without a leading "the"."""
        text = text.strip()
        found = self._find(text)
        return self._find(text[4:]) if found is None and text[:4].lower() == "the " else found

    def _find(self, text: str) -> Entry | None:
        found = self._found.get(key(text))
        return self._found.get(folded(text)) if found is None and not text.isascii() else found


def _opening(name: str) -> str:
    return name.casefold().partition(" ")[0]


def _clash(of: str, name: str, one: object, other: object) -> str:
    return (
        f"{of}: {name!r} names both {_label(one)} and {_label(other)}; "
        "take it from one of them, or make it a local name or mark both ambiguous"
    )


def _label(entry: Any) -> str:
    what = getattr(entry, "name", None) or getattr(entry, "title", None) or getattr(entry, "key", None)
    return f"{type(entry).__name__} {what!r}"


def references(entries: Entries) -> None:
    """Refuse entries that speak of a place or body that is not there; raises LexiconError."""
    countries = {c.name for c in entries.countries}
    things = countries | {r.name for r in entries.regions} | {b.name for b in entries.bodies}
    titles = {t.name for t in entries.titles} | {(o.title, o.of) for o in entries.offices}
    for region in entries.regions:
        _known(region, "of", region.of, countries)
    for body in entries.bodies:
        if body.country is not None:
            _known(body, "country", body.country, countries)
        if body.head is not None:
            _known(body, "head", body.head, titles)
    posts: tuple[Office | Holder, ...] = (*entries.offices, *entries.holders)
    for post in posts:
        _known(post, "of", post.of, things)
    for office in entries.offices:
        if office.under is not None:
            _known(office, "under", office.under, things)
    for holder in entries.holders:
        if holder.title not in titles and (holder.title, holder.of) not in titles:
            _known(holder, "title", holder.title, titles)


def _known(entry: object, field: str, value: str, valid: Set[object]) -> None:
    """Refuse a value that names nothing; lists the valid ones that begin alike, for there are hundreds."""
    if value in valid:
        return
    near = sorted(v for v in valid if isinstance(v, str) and v[:1] == value[:1])
    raise LexiconError(
        f"{_label(entry)}: `{field}` is {value!r}, which is not in the data; "
        f"add it or choose one of: {', '.join(near) or 'none begins so'}"
    )


_HOST = re.compile(r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")


def site_of(publisher: str, sites: Mapping[str, str]) -> str | None:
    """Return what `sites` says of a publisher's address or host, or of the host that it is a part of."""
    text = publisher.strip().casefold()
    try:
        host = (urlsplit(text).hostname or "") if "//" in text else text.partition("/")[0]
    except ValueError:  # an address with a broken host
        return None
    if not _HOST.match(host):
        return None
    labels = host.split(".")
    parts = (".".join(labels[at:]) for at in range(len(labels) - 1))
    return next((sites[part] for part in parts if part in sites), None)
