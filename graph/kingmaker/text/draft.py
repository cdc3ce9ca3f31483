"""A tree while its heads and relations may still change."""

from bisect import insort
from collections.abc import Iterator, Sequence

from kingmaker.text.word import Name, Word

SUBJECTS = ("nsubj", "nsubjpass")


class Draft:
    """The words of a tree while their heads and relations may still change."""

    def __init__(self, words: Sequence[Word], names: Sequence[Name]) -> None:
        self.words = list(words)
        self.names = tuple(names)
        self._name_at = _by_word(self.names)
        self._children: list[list[int]] = [[] for _ in words]
        for word in words:
            if word.head != word.i:
                self._children[word.head].append(word.i)

    def __getitem__(self, i: int) -> Word:
        return self.words[i]

    def __len__(self) -> int:
        return len(self.words)

    def kids(self, i: int, *deps: str) -> list[Word]:
        """Return the children of word `i`, of the given relations if any."""
        words = self.words
        if not deps:
            return [words[c] for c in self._children[i]]
        return [word for c in self._children[i] if (word := words[c]).dep in deps]

    def hang(self, i: int, head: int, dep: str) -> None:
        """Hang word `i` on another."""
        before = self.words[i].head
        if before != i:
            self._children[before].remove(i)
        if head != i:
            insort(self._children[head], i)
        self.words[i] = self.words[i]._replace(head=head, dep=dep)

    def take_place(self, i: int, of: int) -> None:
        """Hang word `i` where word `of` hangs."""
        word = self.words[of]
        self.hang(i, i if word.head == of else word.head, word.dep)

    def above(self, i: int) -> Iterator[Word]:
        """Yield the governors of a word, nearest first."""
        seen = {i}
        while self.words[i].head not in seen:
            i = self.words[i].head
            seen.add(i)
            yield self.words[i]

    def is_below(self, i: int, top: int) -> bool:
        """Whether word `i` is `top` or hangs below it."""
        return i == top or any(w.i == top for w in self.above(i))

    def name_at(self, i: int) -> Name | None:
        """Return the name that word `i` is part of."""
        return self._name_at.get(i)

    def text(self, start: int, end: int) -> str:
        """Return the words from `start` to before `end`, parted by spaces."""
        return " ".join(w.text for w in self.words[start:end])

    def is_name(self, i: int) -> bool:
        """Whether a word is a name or the last of one."""
        return self.words[i].pos == "PROPN" or (self.words[i].is_capital and self.name_at(i) is not None)

    def rename(self, i: int, label: str) -> None:
        """Give the name of word `i` another label."""
        self.names = tuple(n._replace(label=label) if n.start <= i < n.end else n for n in self.names)
        self._name_at = _by_word(self.names)

    def label(self, i: int) -> str:
        """Return the label of the name that word `i` is part of, empty for none."""
        name = self.name_at(i)
        return name.label if name is not None else ""


def _by_word(names: Sequence[Name]) -> dict[int, Name]:
    """Return the first of the names that each word is part of."""
    return {i: name for name in reversed(names) for i in range(name.start, name.end)}
