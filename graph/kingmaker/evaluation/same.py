"""Whether an extractor's entity is the one an annotator meant, by its names alone."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from kingmaker.evaluation.gold import GoldEntity
from kingmaker.model import Entity, EntityKind

HALF = 0.5  # of the fewer words of two descriptions that must be the same


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(files("kingmaker.evaluation").joinpath("names.toml").read_text(encoding="utf-8"))


def same(gold: GoldEntity, guess: Entity | None) -> bool:
    """Whether a guessed entity is the annotated one.

    A person by a whole name or its ending; a post by its title and body; a country or body by its words,
    demonyms made countries; a group or unnamed source by most words of its description.
    """
    if guess is None:
        return False
    names = (guess.label, *guess.names)
    if gold.kind is EntityKind.POST:
        return _same_post(gold.names, (guess.label, *(n for n in guess.names if _names_a_body(n))))
    if gold.kind is EntityKind.PERSON:
        return _same_person(gold.names, names)
    if _same_group(gold.names, names):
        return True
    exact = {tuple(_words(n)) for n in gold.names} & {tuple(_words(n)) for n in names}
    return gold.kind in (EntityKind.COUNTRY, EntityKind.ORGANISATION) and bool(exact)


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = re.sub(r"[’']s\b", "", text.lower())
    for phrase, token in _told()["phrases"]:
        text = text.replace(phrase, token)
    return text


def _words(text: str) -> list[str]:
    places: dict[str, str] = _told()["places"]
    return [places.get(w, w) for w in re.findall(r"[a-z0-9][a-z0-9.\-]*", _folded(text))]


def _same_person(gold: Sequence[str], guess: Sequence[str]) -> bool:
    full = [n for n in gold if re.search(r"[A-Z]", n) and not n.lower().startswith("the ")]
    golds = {_core(n) for n in full} - {()}
    mine = {_core(n) for n in guess} - {()}
    return any(m == g or m == g[-len(m) :] or g == m[-len(g) :] for m in mine for g in golds)


def _core(name: str) -> tuple[str, ...]:
    return tuple(w for word in _words(name) if (w := word.strip(".")) not in _told()["courtesy"])


def _same_post(gold: Sequence[str], guess: Sequence[str]) -> bool:
    """The canonical name, or another of the article's names that also tells the body ("Tory leader")."""
    canonical = gold[0]
    body = _post_key(canonical.rsplit(" of ", 1)[1]) if " of " in canonical else frozenset()
    keys = {_post_key(canonical)} | {_post_key(n) for n in gold if _post_key(n) & body or _names_a_body(n)}
    return any(_post_key(n) in keys for n in guess if _post_key(n))


def _post_key(name: str) -> frozenset[str]:
    return frozenset(w for w in _words(name) if w not in _told()["post_noise"])


def _names_a_body(post: str) -> bool:
    words = re.findall(r"[\w.\-]+", post)
    return any(w[0].isupper() and w.lower().strip(".,") not in _told()["post_words"] for w in words)


def _same_group(gold: Sequence[str], guess: Sequence[str]) -> bool:
    small = set(_told()["small"])
    for g in gold:
        for p in guess:
            a, b = set(_words(g)) - small, set(_words(p)) - small
            if a and b and len(a & b) / min(len(a), len(b)) > HALF:
                return True
    return False
