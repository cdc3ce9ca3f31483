"""An article's blocks: headline, standfirst, headings, paragraphs, and the furniture round them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kingmaker.articles import furniture
from kingmaker.articles.layout import Unit, ends, units
from kingmaker.articles.normal import plain
from kingmaker.articles.roles import HEADLINE_WITHIN, headline_at, is_heading, is_standfirst
from kingmaker.model import Article, Block, Span

_ZONE = r"(?: (?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T))?"
_STAMP = re.compile(rf"(\d{{1,2}}[:.h]\d{{2}}(?: ?[ap]\.?m\.?)?{_ZONE})\s+(?=[A-ZÀ-Þ\"'‘“])")
_RUN = 8  # links under a heading such as "Related", when they stand apart from it


def blocks(article: Article) -> tuple[Block, ...]:
    """Return the article's blocks in the order of its text.

    Every character of the stored text that is no space lies in exactly one block. `Block.text` is the
    stored text of the span with quotes, dashes and spaces made plain, one character for one. When it is
    unsure what a line is, it is a paragraph: only furniture is left out of extraction.
    """
    found = _without_stamps(units(article.text), article.text)
    lines = [plain(article.text[unit.start : unit.end]) for unit in found]
    roles = _Roles(found, [_bare(line) for line in lines], article.title).told()
    places = (Span(unit.start, unit.end) for unit in found)
    return tuple(Block(*each) for each in zip(roles, places, lines, strict=True))


def _without_stamps(found: Sequence[Unit], text: str) -> list[Unit]:
    """Part the times at which a live blog's posts begin from the posts, if there are at least two."""
    stamps = [_STAMP.match(text, unit.start, unit.end) for unit in found]
    if sum(stamp is not None for stamp in stamps) < 2:
        return list(found)
    parted: list[Unit] = []
    for unit, stamp in zip(found, stamps, strict=True):
        if stamp is None:
            parted.append(unit)
            continue
        parted += [replace(unit, end=stamp.end(1)), replace(unit, start=stamp.end())]
    return parted


class _Roles:
    """One reading of an article's lines from top to bottom; what a line is depends on what came before."""

    def __init__(self, found: Sequence[Unit], lines: Sequence[str], title: str | None) -> None:
        self.units, self.lines = found, lines
        self.headline = headline_at(found, lines, title)
        self.paragraphs = 0
        self.roles: list[str] = []

    def told(self) -> list[str]:
        """Return the role of every line."""
        while len(self.roles) < len(self.lines):
            at = len(self.roles)
            if at == self.headline:
                self.roles.append("headline")
                continue
            kind = furniture.kind_of(self.lines[at], self._zone(at))
            if kind is not None:
                self.roles += ["furniture"] * self._reach(at, kind)
                continue
            self.roles.append(self._said(at))
            self.paragraphs += self.roles[-1] == "paragraph"
        return self.roles

    def _zone(self, at: int) -> str:
        if self.paragraphs:
            return "below" if self.paragraphs > 1 else "opening"
        return "above" if at < (self.headline if self.headline is not None else HEADLINE_WITHIN) else "under"

    def _said(self, at: int) -> str:
        byline_follows = not self.paragraphs and self._byline_follows(at)
        if not self.paragraphs and at > 0 and is_standfirst(self.units, self.lines, at, byline_follows):
            return "standfirst"
        return "heading" if is_heading(self.units, self.lines, at) else "paragraph"

    def _byline_follows(self, at: int) -> bool:
        near = (furniture.kind_of(line, "under") for line in self.lines[at + 1 : at + 4])
        return self.headline is not None and any(kind and "below" not in kind.zones for kind in near)

    def _reach(self, at: int, kind: furniture.Furniture) -> int:
        """Return how many lines, from this one on, are furniture because of it."""
        if kind.scope == "line":
            return 1
        if kind.scope == "rest":
            return len(self.lines) - at
        return 1 + sum(1 for _ in (self._links(at) if kind.scope == "run" else self._player(at)))

    def _links(self, at: int) -> Iterator[int]:
        alone = at + 1 == len(self.units) or self.units[at + 1].chunk != self.units[at].chunk
        for other in range(at + 1, min(at + 1 + _RUN, len(self.lines)) if alone else len(self.lines)):
            apart = self.units[other].chunk != self.units[at].chunk
            if (apart and not alone) or not _is_link(self.lines[other]):
                return
            yield other

    def _player(self, at: int) -> Iterator[int]:
        for other in range(at + 1, len(self.lines)):
            found = furniture.kind_of(self.lines[other], "under")
            code = found is not None and found.name == furniture.TIME_CODE
            caption = other > at + 1 and len(self.lines[other]) <= 250
            if code or caption:
                yield other
            if not code:
                return


def _bare(line: str) -> str:
    """Return a line as it is judged: its words in plain spaces, without Markdown's marks round them."""
    return " ".join(line.split()).strip("*_") or line


def _is_link(line: str) -> bool:
    return len(line) <= 150 and (line.endswith("?") or not ends(line))
