"""A parsed paragraph as plain words with heads, so that rules need no parser and tests no model."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kingmaker.model import Block, Span
from kingmaker.text.marking import Mark
from kingmaker.text.mending import mended
from kingmaker.text.word import Name, Word

__all__ = ["Name", "Tree", "Word"]


class Tree:
    """The words of one block, their children, and the names found in them."""

    __slots__ = (
        "_children", "_kids", "_sentences", "block", "forms", "index", "names", "namesakes", "passives", "places",
        "short_names", "slots", "text", "told", "words",
    )  # fmt: skip

    def __init__(self, words: Sequence[Word], names: Iterable[Name], block: Block, index: int) -> None:
        self.words = tuple(words)
        self.names = tuple(names)
        self.block = block
        self.index = index
        self.text = block.text
        self.told = frozenset(form for w in self.words for form in (w.lower, w.lemma))  # all its words and lemmas
        self.slots: dict[tuple[int, str], list[int]] = {}  # what fills each slot asked for; see `text.clauses`
        self.passives: dict[int, bool] = {}  # which verbs are known to be passive or not; see `text.arguments`
        self.forms: dict[int, frozenset[str]] = {}  # all words of a sentence and their lemmas; see `facts.phrases`
        self.short_names: dict[str, str] = {}  # "commission", "EFWA" -> the body the article calls so
        self.namesakes: frozenset[str] = frozenset()  # the words of people's full names in the whole article
        self.places: frozenset[str] = frozenset()  # what the whole article names as a country or city
        children: list[list[Word]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.i:
                children[word.head].append(word)
        self._kids = tuple(children)
        self._children = tuple(tuple(w.i for w in c) for c in children)
        self._sentences = _sentences(self.words)

    @classmethod
    def of(cls, doc: Any, marks: Sequence[Mark], block: Block, index: int, skip: int = 0) -> "Tree":
        """Make a tree from a spaCy `Doc` of the block's text less its first `skip` characters, its words marked."""
        base, sent, words = block.span.start + skip, -1, []
        starts, texts = doc.user_data.get("starts"), doc.user_data.get("words")
        places = doc.to_array(["HEAD", "SENT_START", "IDX"]).astype("int64").tolist()
        for i, (mark, (head, opens, idx)) in enumerate(zip(marks, places, strict=True)):
            sent += opens == 1 or not i
            start = base + (starts[i] if starts else idx)
            text, lower = (texts[i], texts[i].lower()) if texts else (mark.text, mark.lower)
            words.append(Word(
                i, text, mark.lemma, mark.pos, mark.tag, mark.dep, i + head, start, start + len(text), sent, lower,
            ))  # fmt: skip
        names = (Name(e.start, e.end - (words[e.end - 1].tag == "POS"), e.label_) for e in doc.ents)
        lettered = (
            n for n in names if n.end > n.start and any(c.isalnum() for w in words[n.start : n.end] for c in w.text)
        )
        return cls(*mended(words, tuple(lettered)), block, index)

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, i: int) -> Word:
        return self.words[i]

    def kids(self, i: int, *deps: str) -> list[Word]:
        """Return the children of word `i`, in order, of the given relations (of all when none is given)."""
        kids = self._kids[i]
        if not kids:  # most words have none
            return []
        return [w for w in kids if w.dep in deps] if deps else list(kids)

    def kid(self, i: int, *deps: str) -> Word | None:
        """Return the first child of word `i` with one of the relations."""
        for word in self._kids[i]:
            if not deps or word.dep in deps:
                return word
        return None

    def subtree(self, i: int) -> list[int]:
        """Return the indices of word `i` and all below it, in order."""
        found, pending = [], [i]
        while pending:
            at = pending.pop()
            found.append(at)
            pending.extend(self._children[at])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[Word]:
        """Yield the governors of word `i`, nearest first."""
        seen = {i}
        while self.words[i].head not in seen:
            i = self.words[i].head
            seen.add(i)
            yield self.words[i]

    def conjuncts(self, i: int) -> list[int]:
        """Return word `i` and the words coordinated after it ("A, B and C")."""
        found = [i]
        for at in found:
            found.extend(w.i for w in self.kids(at, "conj") if w.i not in found)
        return found

    def phrase(self, start: int, end: int) -> str:
        """Return the block's text from word `start` to before word `end`, spaces made single."""
        base = self.block.span.start
        return " ".join(self.text[self.words[start].start - base : self.words[end - 1].end - base].split())

    def span(self, start: int, end: int) -> Span:
        """Return the article offsets from word `start` to before word `end`."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the first word of the sentence of word `i` and the one after its last."""
        return self._sentences[self.words[i].sent]

    def edges(self, i: int) -> tuple[int, int]:
        """Return the first index of the subtree of word `i` and the one after its last."""
        found = self.subtree(i)
        return found[0], found[-1] + 1

    def is_clean(self, start: int, end: int) -> bool:
        """Whether a stretch begins and ends with a word: no punctuation at its edges, no article before it."""
        first, last = self.words[start], self.words[end - 1]
        if not first.text[0].isalnum() or first.lower in ("the", "a", "an") or last.pos == "PUNCT" or last.tag == "POS":
            return False
        stop = last.text[-1] == "." and len(last.text) <= 2 and "." not in last.text[:-1]
        return not stop and last.text[-1] not in ",;:!?\"'()-"


def _sentences(words: Sequence[Word]) -> dict[int, tuple[int, int]]:
    """Return the first word of each sentence and the one after its last."""
    found: dict[int, tuple[int, int]] = {}
    for word in words:
        found[word.sent] = (found.get(word.sent, (word.i, 0))[0], word.i + 1)
    return found
