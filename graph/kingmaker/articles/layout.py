"""Lines to paragraphs: hard wrapped text is joined, a line that is a paragraph stays one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

_LINE = re.compile(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[-*•‣▪◦·–—]|\d{1,2}[.)])\s")
_FINAL = re.compile(r"""[.!?…:;]["')\]’”»]*$""")
_WORD = re.compile(r"\S+")
# A line of a list: a few words, a colon or a dash, and what is told of them ("Finance: Kofi Mensah").
_ENTRY = re.compile(r"[^.,;:?!]{2,50}?(?: [-–—|] |: )\S[^?!]{1,70}$")
# A word that no paragraph and no heading ends with: the next line goes on.
_HANGING = re.compile(
    r"(?:,|\b(?:an?|the|of|in|to|for|and|or|but|by|with|from|as|that|who|which|whose|his|her|its|their"
    r"|after|before|between|into|Mr|Mrs|Ms|Dr))$"
)
_WIDEST = 120  # no hard wrapped text is wider
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Unit:
    """A line or a paragraph of joined lines; units with no blank line between them share a `chunk`."""

    start: int
    end: int
    chunk: int
    bullet: bool = False


def ends(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _FINAL.search(text[-8:]) is not None


def units(text: str) -> tuple[Unit, ...]:
    """Return the paragraphs of `text`: together they hold every character that is no space, once."""
    lines = tuple(_lines(text))
    return tuple(_joined(lines, text))


def _lines(text: str) -> Iterator[Unit]:
    chunk, end = 0, 0
    for match in _LINE.finditer(text):
        if end and len(_BREAK.findall(text, end, match.start())) > 1:
            chunk += 1
        end = match.end()
        yield Unit(match.start(), end, chunk, _BULLET.match(match[0]) is not None)


def _joined(lines: tuple[Unit, ...], text: str) -> Iterator[Unit]:
    width = _wrap_width(lines, text)
    for _, chunk in groupby(lines, key=lambda line: line.chunk):
        current: Unit | None = None
        last: Unit | None = None
        for line in chunk:
            if current is not None and last is not None and _continues(last, line, text, width):
                current = Unit(current.start, line.end, current.chunk, current.bullet)
            else:
                if current is not None:
                    yield current
                current = line
            last = line
        if current is not None:
            yield current


def _wrap_width(lines: tuple[Unit, ...], text: str) -> int | None:
    """Return the width at which `text` was hard wrapped, or None if its lines are paragraphs.

    A wrapped line is one that the next line's first word would have made too long, and seldom the end of
    a sentence; a paragraph's line is neither.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.chunk == b.chunk and not b.bullet]
    wide = sum(_length(line) > _WIDEST and " " in text[line.start : line.end] for line in lines)
    if not pairs or wide * 5 > len(lines) or any(_length(line) > 2 * _WIDEST for pair in pairs for line in pair):
        return None
    width = max((_length(line) for pair in pairs for line in pair if _length(line) <= _WIDEST), default=0)
    if width < _NARROWEST:
        return None
    full = sum(_is_full(a, b, text, width) for a, b in pairs)
    within = sum(not ends(text[a.start : a.end]) for a, b in pairs)
    return width if full >= 0.5 * len(pairs) and within >= 0.5 * len(pairs) else None


def _continues(last: Unit, line: Unit, text: str, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph of the line before it."""
    if _length(last) > _WIDEST:
        return False
    stopped = ends(text[last.start : last.end])
    if _ENTRY.match(text[last.start : last.end]) and _ENTRY.match(text[line.start : line.end]):
        return False
    full = width is not None and _is_full(last, line, text, width)
    if line.bullet:  # a number or a dash in mid-sentence may have been wrapped to the start of a line
        return full and not stopped and (text[line.start].isdigit() or text[line.start] in "–—")
    if full or _length(last) < _NARROWEST:
        return full
    return (text[line.start].islower() and not stopped) or _HANGING.search(text[last.end - 12 : last.end]) is not None


def _is_full(last: Unit, line: Unit, text: str, width: int) -> bool:
    word = _WORD.match(text, line.start)
    return _length(last) + 1 + (len(word[0]) if word else 0) > width


def _length(line: Unit) -> int:
    return line.end - line.start
