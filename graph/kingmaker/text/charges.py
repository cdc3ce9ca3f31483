"""Whose office a ministry, a portfolio or a palace stands for: "the Foreign Office", "Environment", "No10"."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from kingmaker.errors import LexiconError
from kingmaker.lexicon.entries import Region
from kingmaker.lexicon.index import folded
from kingmaker.lexicon.world import world
from kingmaker.model import Entity
from kingmaker.text.levels import STYLED
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import capitals, make_post
from kingmaker.text.tree import Tree

LONGEST_NAME = 7  # words
MARKS = " -:,;&|"
BEFORE = ("compound", "amod", "nmod", "poss", "nummod", "conj", "cc")


@lru_cache(maxsize=1)
def _charges() -> tuple[Mapping[tuple[str, str], str], frozenset[str], Mapping[str, str]]:
    """Return (name, country) -> key of the post, the nouns for ministries, and the one country of a name."""
    told = tomllib.loads(files("kingmaker.lexicon").joinpath("charges.toml").read_text(encoding="utf-8"))
    seats: dict[tuple[str, str], str] = {}
    homes: dict[str, list[str]] = {}
    for row in told["seats"].strip().splitlines():
        parts = [part.strip() for part in row.split("|")]
        if len(parts) != 3 or world().country(parts[1]) is None:
            raise LexiconError(f"charges.toml: seats: {row!r}; write KEY | COUNTRY | NAMES")
        for name in parts[2].split(";"):
            seats[folded(name.strip()), parts[1]] = parts[0]
            homes.setdefault(folded(name.strip()), []).append(parts[1])
    return seats, frozenset(told["ministries"]), {name: of[0] for name, of in homes.items() if len(of) == 1}


def charge_post(tree: Tree, at: int, home: Place | None, palaces: bool = True) -> Entity | None:
    """Return the post of whoever is in charge of what word `at` names, or None where it names no such thing.

    Without `palaces` only what a minister has charge of counts: one may go to the White House on a visit.
    """
    start, end = _name(tree, at)
    if start >= end:
        return None
    words, of = tree.phrase(start, end), _country(tree, start, end) or home
    seats, nouns, only = _charges()
    name = folded(words)
    country = of.label if of is not None else ""
    if tree[at].is_capital and (name, country) in seats:
        return _post(seats[name, country], of, palaces)
    if tree[at].is_capital and name in only and (of is None or name not in ("state", "park", "treasury")):
        return _post(seats[name, only[name]], known_place(only[name], 0, 0), palaces)
    portfolio = _portfolio(tree, at, start, nouns)
    return _post(f"Minister: {portfolio[0]}", of, words=portfolio[1]) if portfolio and of is not None else None


def portfolio_post(words: str, home: Place | None) -> Entity | None:
    """Return the post of the minister whose portfolio a list names in bare words: "Kofi Mensah (Health)"."""
    portfolio = world().portfolio(words)
    return _post(f"Minister: {portfolio.key}", home, words=words) if portfolio is not None else None


def _name(tree: Tree, at: int) -> tuple[int, int]:
    """Return the words of a noun phrase up to its head, less its article, owner and country."""
    start = at
    while start and at - start < LONGEST_NAME and tree[start - 1].sent == tree[at].sent:
        word = tree[start - 1]
        if word.dep not in BEFORE or not (word.i < word.head <= at or word.dep == "cc") or word.pos == "PRON":
            break
        start -= 1
    while start < at and (tree[start].pos in ("DET", "CCONJ") or _is_place(tree, start) or tree[start].tag == "POS"):
        start += 1
    return start, at + 1


def _is_place(tree: Tree, i: int) -> bool:
    return tree[i].is_capital and known_place(tree[i].text, i, i + 1, adjective=True) is not None and (
        world().portfolio(tree[i].text) is None)  # fmt: skip


def _country(tree: Tree, start: int, end: int) -> Place | None:
    """Return the country named before ("the French finance ministry") or after ("the finance ministry of France")."""
    found = [i for i in range(max(0, start - 2), start) if tree[i].is_capital]
    found += [k.i for p in tree.kids(end - 1, "prep") if p.lower in ("of", "in") for k in tree.kids(p.i, "pobj")]
    for i in found:
        place = known_place(tree[i].text, i, i + 1, adjective=True)
        if place is not None and place.body_kind == "country":
            return place
    return None


def _portfolio(tree: Tree, at: int, start: int, nouns: frozenset[str]) -> tuple[str, str] | None:
    """Return key and words of the portfolio of "the finance ministry", "the Department of Health", "Environment"."""
    if tree[at].lemma in nouns:
        before = world().portfolio(tree.phrase(start, at)) if start < at else None
        if before is not None:
            return before.key, tree.phrase(start, at)
        for prep in tree.kids(at, "prep"):
            for obj in tree.kids(prep.i, "pobj") if prep.lower in ("of", "for") else ():
                told = [tree.phrase(prep.i + 1, end) for end in range(tree.edges(obj.i)[1], obj.i, -1)]
                known = next(((f.key, words) for words in told if (f := world().portfolio(words)) is not None), None)
                if known is not None:
                    return known
        return None
    cut = start > 0 and tree[start - 1].is_capital and tree[start - 1].dep in BEFORE and not _is_place(tree, start - 1)
    if cut or not tree[start].is_capital:
        return None  # the end of a longer name: "Food and Drug Administration"
    bare = world().portfolio(tree.phrase(start, at + 1))
    return (bare.key, tree.phrase(start, at + 1)) if bare is not None else None


def _post(key: str, of: Place | None, palaces: bool = True, words: str = "") -> Entity | None:
    """Return the post of a key at a place, by the name it has there, else by the `words` for its portfolio."""
    if of is None or not (palaces or key.startswith("Minister: ")):
        return None
    if key.startswith("Minister: ") and (styled := _styled(key, of, words)) is not None:
        return styled
    known = next((o for o in world().offices if o.of == of.label and o.key == key), None)
    name, _, portfolio = key.partition(": ")
    title = world().title(name)
    if title is None:
        return None
    told = known.title if known is not None else capitals(f"{words.strip(MARKS) or portfolio} {name}".strip())
    return make_post(told, title, key, of)


def _styled(key: str, of: Place, words: str) -> Entity | None:
    """ "Health" in an article on a Nigerian state: its commissioner for health."""
    region = world().country(of.label) if of.body_kind == "region" else None
    name = STYLED.get(region.of) if isinstance(region, Region) else None
    title = world().title(name) if name is not None else None
    if name is None or title is None:
        return None
    portfolio = key.partition(": ")[2]
    return make_post(f"{name} for {capitals(words.strip(MARKS) or portfolio)}", title, f"{name}: {portfolio}", of)
