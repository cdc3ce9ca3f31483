"""Identifiers: readable slugs where a person types them, content hashes where nobody does.

An identifier is `prefix:local` ("person:ben-wallace", "claim:4f0c2a9be81d7733"); its IRI is the
data namespace, the prefix and the local part joined by slashes.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

DATA = "https://w3id.org/kingmaker/id/"
ONTOLOGY = "https://w3id.org/kingmaker/ns/ontology/"

PREFIX_OF_KIND = {
    "person": "person",
    "post": "post",
    "organisation": "body",
    "country": "country",
    "collective": "group",
    "anonymous": "source",
}

# Letters that Unicode does not decompose but every reader types as plain ones.
_UNDECOMPOSED = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE",
    "œ": "oe", "Œ": "OE", "ı": "i", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "’": "", "'": "", "ʼ": "",
})  # fmt: skip


def digest(*parts: object) -> str:
    """Return 16 hex digits that stand for the content of `parts` (JSON-able values)."""
    content = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=8192)
def slug(label: str) -> str:
    """Return the readable local part of an identifier for `label`.

    Letters that no plain spelling stands for (Cyrillic, Arabic, Chinese) are dropped, and a short
    hash of the whole label is added, so that two such names never share a slug.
    """
    decomposed = unicodedata.normalize("NFKD", label.translate(_UNDECOMPOSED))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = bare.encode("ascii", "ignore").decode()
    local = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].rstrip("-")
    lost = any(c.isalnum() and not c.isascii() for c in bare)
    if lost or not local:
        return "-".join(filter(None, (local, digest(unicodedata.normalize("NFC", label))[:6])))
    return local


def entity_id(kind: str, label: str, scope: str | None = None) -> str:
    """Return the identifier of an entity, private to one article when its `scope` (an article id) is given."""
    local = slug(label)
    if scope is not None:
        local = f"{local}-{scope.partition(':')[2][:8]}"
    return f"{PREFIX_OF_KIND[kind]}:{local}"


def content_id(prefix: str, parts: Iterable[object]) -> str:
    """Return a hashed identifier, `prefix:` and 16 hex digits."""
    return f"{prefix}:{digest(*parts)}"


def iri(identifier: str) -> str:
    """Return the IRI of `prefix:local`."""
    prefix, _, local = identifier.partition(":")
    return f"{DATA}{prefix}/{local}"


def from_iri(text: str) -> str:
    """Return the `prefix:local` of one of our data IRIs; raises ValueError for any other."""
    if not text.startswith(DATA) or "/" not in text.removeprefix(DATA):
        raise ValueError(f"{text} is not under {DATA}")
    return text.removeprefix(DATA).replace("/", ":", 1)
