"""Quotes: the stretches of a paragraph between quotation marks, and who speaks them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kingmaker.facts.governors import keys
from kingmaker.facts.speakers import QUOTES, reports, speakers
from kingmaker.lexicon.cues import cues
from kingmaker.model import Entity
from kingmaker.text.clauses import surface_subject
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

SINGLE = ("'", "‘", "’")
STOPS = (".", ",", "!", "?", "...", "…")
SHORTEST = 4  # words; less is a phrase, not a speech
FAR = 24  # words from a quote to the verb that gives it its speaker


@dataclass(frozen=True, slots=True)
class Quote:
    """The words from an opening mark to before its closing one (or to the end of the paragraph)."""

    start: int
    end: int

    def holds(self, i: int) -> bool:
        """Whether word `i` is spoken in it."""
        return self.start <= i < self.end


def quotes(tree: Tree) -> list[Quote]:
    """Return the quotes of a paragraph, in order."""
    marks = [w.i for w in tree.words if w.text in QUOTES] or _single_marks(tree)
    closed = [Quote(a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=False)]
    return [*closed, Quote(marks[-1] + 1, len(tree))] if len(marks) % 2 else closed


def _single_marks(tree: Tree) -> list[int]:
    """Return single quotation marks where each opens or closes: after a space, or before one and after a stop."""
    marks: list[int] = []
    for word in tree.words:
        if word.text not in SINGLE or word.dep == "case":
            continue
        after = tree[word.i + 1].start if word.i + 1 < len(tree) else word.end + 1
        free = word.i == 0 or tree[word.i - 1].end < word.start
        opens = after == word.end and free
        closes = after > word.end and word.i > 0 and tree[word.i - 1].text in STOPS
        if (opens and len(marks) % 2 == 0) or (closes and len(marks) % 2):
            marks.append(word.i)
    return marks if len(marks) % 2 == 0 else []


def quote_of(tree: Tree, i: int) -> Quote | None:
    """Return the quote that word `i` stands in, if it holds a clause; one never closed opens its paragraph."""
    found = next((q for q in quotes(tree) if q.holds(i)), None)
    if found is None or found.end - found.start < SHORTEST:
        return None
    return found if found.end < len(tree) or found.start == 1 else None


def speaker_of_quote(reading: Reading, tree: Tree, quote: Quote, depth: int = 0) -> Entity | None:
    """Return who speaks a quote.

    The verb of saying nearest to it; else who spoke the quote before it; else who the sentence before is about.
    """
    if depth > 6:
        return None
    for verb in _near(tree, quote):
        found = speakers(reading, tree, verb.i)
        if found:
            return found[0]
    before = [q for q in quotes(tree) if q.end < quote.start and q.end - q.start >= SHORTEST]
    if before:
        return speaker_of_quote(reading, tree, before[-1], depth + 1)
    return _introduced(reading, tree, quote) or (_from_above(reading, tree, depth) if quote.start <= 2 else None)


def _near(tree: Tree, quote: Quote) -> Iterator[Word]:
    """Yield the verbs that may give a quote its speaker: those after it in its sentence, then those before."""
    inside = {i for q in quotes(tree) for i in range(q.start - 1, q.end + 1)}
    sent = tree[quote.end - 1].sent if quote.end else 0
    after: list[Word] = []
    for word in tree.words[quote.end + 1 : quote.end + FAR]:
        if word.text in QUOTES or (word.sent > sent and after) or word.text in (".", ";"):
            break
        after.append(word)
    first = tree[min(quote.start, len(tree) - 1)].sent
    before = [w for w in tree.words[max(0, quote.start - FAR) : quote.start - 1] if w.sent in (first, first - 1)]
    stop = max((w.i for w in before if w.text in (".", "?", "!") or w.i in inside), default=-1)
    led = [w for w in reversed(before) if w.i > stop]
    ends = quote.end > quote.start and tree[quote.end - 1].text in (",", "?", "!")
    for word in (*after, *led) if ends or not led else (*led, *after):
        if word.i not in inside and _gives(tree, word):
            yield word


def _gives(tree: Tree, word: Word) -> bool:
    return reports(tree, word) or (word.is_verb and any(k in cues().quoting for k in keys(tree, word)))


def _introduced(reading: Reading, tree: Tree, quote: Quote) -> Entity | None:
    """ "Ms Cole was scathing. "Nobody has ..."": whom the sentence before speaks of."""
    opening = quote.start - 1
    if opening < 1:
        return None
    return _subject_of(reading, tree, tree[opening - 1].sent)


def _subject_of(reading: Reading, tree: Tree, sent: int) -> Entity | None:
    """Return who does what a sentence tells, if it is one person, body or source."""
    root = next((w for w in tree.words if w.sent == sent and w.dep == "ROOT" and w.is_verb), None)
    found = [e for at in surface_subject(tree, root.i) for e in reading.actors(tree, at)] if root else []
    return found[0] if len(set(found)) == 1 else None


def _from_above(reading: Reading, tree: Tree, depth: int) -> Entity | None:
    """Return who speaks on from the paragraph before: its last quote's speaker, else its last speaker or subject."""
    if not 0 < tree.index < len(reading.trees) + 1 or tree[0].text not in QUOTES:
        return None
    above = reading.trees[tree.index - 1]
    spoken = [q for q in quotes(above) if q.end - q.start >= SHORTEST]
    if spoken and (found := speaker_of_quote(reading, above, spoken[-1], depth + 1)) is not None:
        return found
    inside = {i for q in spoken for i in range(q.start, q.end)}
    for word in reversed(above.words):
        if word.i not in inside and reports(above, word) and (told := speakers(reading, above, word.i)):
            return told[0]
    return _subject_of(reading, above, above.words[-1].sent) if above.words else None
