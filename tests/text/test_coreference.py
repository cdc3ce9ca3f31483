"""Whom mentions stand for: passages in which they are marked, a third of them to stay open.

`passages/*.toml` tell how mentions are marked.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kingmaker.model import Article
from kingmaker.pipeline import reading_of
from kingmaker.text.reading import Reading

TABLES = sorted((Path(__file__).parent / "passages").glob("*.toml"))
MARK = re.compile(r"\{([^|{}]+)\|([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention at an offset of the plain text, and who it must stand for; `unlike` is who it must not."""

    start: int
    words: str
    people: frozenset[str]
    unlike: str | None = None


def plain(passage: str) -> tuple[str, tuple[Marked, ...]]:
    """Return a passage without its marks, and what they marked."""
    text, marked, done = "", [], 0
    for mark in MARK.finditer(passage):
        text += passage[done : mark.start()]
        told = mark[2].strip()
        names = frozenset() if told.startswith("!") else frozenset(n.strip() for n in told.split("+") if n.strip())
        marked.append(Marked(len(text), mark[1], names, told[1:] if told.startswith("!") else None))
        text, done = text + mark[1], mark.end()
    return text + passage[done:], tuple(marked)


def passages() -> dict[str, tuple[str, str | None]]:
    found = {}
    for table in TABLES:
        told = tomllib.loads(table.read_text(encoding="utf-8"))
        assert set(told) <= {"passages", "misses"}, f"{table}: the keys are passages and misses"
        rows = [(p, None) for p in told["passages"]] + [
            (p, why) for why, ps in told.get("misses", {}).items() for p in ps
        ]
        for passage, miss in rows:
            name = f"{table.stem}:{'-'.join(re.findall(r'[A-Za-z]+', passage)[:8])}-{len(passage)}"
            assert name not in found, f"{name}: two passages begin alike"
            found[name] = (passage, miss)
    return found


PASSAGES = passages()


@cache
def reading(text: str) -> Reading:
    return reading_of(Article.of(text))


def linked(text: str, mark: Marked) -> frozenset[str]:
    """Return the people a marked mention is linked to; none where it is open or no mention at all."""
    read = reading(text)
    tree, word = next((t, w) for t in read.trees for w in reversed(t.words)
                      if mark.start <= w.start < mark.start + len(mark.words))  # fmt: skip
    tree, at = next((t, w.i) for t in read.trees for w in t.words if w.start == mark.start)
    mention = read.mention(tree, word.i) or read.mention(tree, at)
    return frozenset(p.label for p in read.links.people(mention)) if mention is not None else frozenset()


def is_right(text: str, mark: Marked) -> bool:
    found = linked(text, mark)
    return mark.unlike not in found if mark.unlike is not None else found == mark.people


CASES = [
    pytest.param(passage, id=name, marks=pytest.mark.xfail(reason=miss, strict=True) if miss else ())
    for name, (passage, miss) in PASSAGES.items()
]


@pytest.mark.model
@pytest.mark.parametrize("passage", CASES)
def test_coreference_links_what_is_marked(passage: str) -> None:
    text, marks = plain(passage)
    wrong = [f"  {m.words!r} at {m.start}: {sorted(linked(text, m)) or 'open'}" for m in marks if not is_right(text, m)]
    if wrong:
        pytest.fail("\n".join([passage, *wrong]), pytrace=False)


@pytest.mark.model
def test_coreference_is_precise() -> None:
    made = [(text, m) for passage, _ in PASSAGES.values() for text, marks in [plain(passage)] for m in marks
            if linked(text, m)]  # fmt: skip
    right = [1 for text, m in made if is_right(text, m)]
    assert len(right) >= 0.95 * len(made)


def test_coreference_passages_are_many_and_a_third_must_stay_open() -> None:
    marked = [plain(passage)[1] for passage, _ in PASSAGES.values()]
    assert len(marked) >= 80
    assert sum(any(not m.people for m in marks) for marks in marked) >= len(marked) / 3
