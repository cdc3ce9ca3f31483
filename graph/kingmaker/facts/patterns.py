"""Patterns: the words of a `phrases` trigger, read from a line such as `{candidate} [be] in the (frame|mix)`.

A word stands for itself or its lemma, `(a|b c)` for one of several, `[a b]` for what may be missing, `*` for
up to three words that are no mention, `#` for a number, `{role}` for who or what fills a role. The main word,
at which the pattern is tried and whose clause tells factuality, attribution and time, is the one marked `^`,
else the first that is no small word and may not be missing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kingmaker.errors import LexiconError
from kingmaker.lexicon.terms import terms
from kingmaker.text.tree import Word

TOKEN = re.compile(r"\{[^}]*\}|[\[\]()|*^]|[^\s\[\](){}|*^]+|[{}]")
PIECE = re.compile(r"n't|'s|'|-|[^'-]+?(?=n't)|[^'-]+")
CLOSING = {"(": ")", "[": "]"}
NUMBER = "#"


@dataclass(frozen=True, slots=True)
class Literal:
    """One word, by its form or lemma."""

    word: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to three words that are no mention."""


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what fills a role."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; one of them empty where it may be missing."""

    options: tuple[tuple["Element", ...], ...]


def forms(word: Word) -> tuple[str, str, str]:
    """Return the words of patterns that a word of a text answers to."""
    return word.lower.replace("’", "'"), word.lemma, NUMBER if word.tag == "CD" else ""


Element = Literal | Gap | Role | Choice


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern around its main word; `before` runs backwards from it."""

    text: str
    anchor: str
    before: tuple[Element, ...]
    after: tuple[Element, ...]
    needs: tuple[frozenset[str], ...] = ()  # words of which a sentence must hold at least one of each set

    @property
    def always(self) -> frozenset[str]:
        """The roles that every match of the pattern fills."""
        return frozenset(e.name for e in (*self.before, *self.after) if isinstance(e, Role))

    @property
    def roles(self) -> frozenset[str]:
        """The roles that a match may fill."""
        return frozenset(_names((*self.before, *self.after)))


def read_pattern(text: str, where: str) -> tuple[Pattern, ...]:
    """Return the patterns of a line, one for each main word; raises LexiconError saying what is wrong with it."""
    where = f"{where}: {text!r}"
    tokens = TOKEN.findall(text)
    elements, marked, rest = _sequence(tokens, 0, where)
    if rest < len(tokens):
        raise LexiconError(f"{where} has a {tokens[rest]!r} that nothing opens")
    if not any(isinstance(e, Role) for e in elements):
        raise LexiconError(f"{where} fills no role; write one as {{candidate}}, outside brackets")
    at = marked if marked is not None else _main(elements)
    if at is None:
        raise LexiconError(f"{where} has no main word; mark one outside brackets with ^, such as ^frame")
    made = []
    for head in _options(elements[at]):
        words = [k for k, e in enumerate(head) if isinstance(e, Literal)]
        inner = next((k for k in words if _is_content(head[k])), words[0] if words else None)
        word = head[inner] if inner is not None else None
        if inner is None or not isinstance(word, Literal):
            raise LexiconError(f"{where} has a choice for its main word without a word of its own")
        before = (*elements[:at], *head[:inner])
        after = (*head[inner + 1 :], *elements[at + 1 :])
        needs = tuple(n for e in (*before, *after) if (n := _needed(e)))
        made.append(Pattern(text, word.word, _reversed(before), after, needs))
    return tuple(made)


def _sequence(tokens: list[str], at: int, where: str) -> tuple[tuple[Element, ...], int | None, int]:
    """Read elements up to a closing mark; returns them, the place of the marked one, and where reading stopped."""
    found: list[Element] = []
    marked = None
    while at < len(tokens) and tokens[at] not in (")", "]", "|"):
        token = tokens[at]
        at += 1
        if token == "^":
            if marked is not None or at == len(tokens) or not (tokens[at] == "(" or tokens[at][0].isalnum()):
                raise LexiconError(f"{where} may mark one main word with ^, right before a word or a (choice)")
            marked = len(found)
        elif token in CLOSING:
            choice, at = _choice(tokens, at, token, where)
            found.append(choice)
        elif token == "*":
            found.append(Gap())
        elif token[0] == "{":
            if not re.fullmatch(r"\{[a-z]+\}", token):
                raise LexiconError(f"{where} has {token!r}; write a role as {{candidate}}")
            found.append(Role(token[1:-1]))
        elif token == "}":
            raise LexiconError(f"{where} has a '}}' that nothing opens")
        else:
            found += [Literal(piece) for piece in _pieces(token)]
    return tuple(found), marked, at


def _choice(tokens: list[str], at: int, opening: str, where: str) -> tuple[Choice, int]:
    options = []
    while True:
        option, marked, at = _sequence(tokens, at, where)
        if marked is not None:
            raise LexiconError(f"{where} marks its main word inside {opening}...{CLOSING[opening]}; mark it outside")
        if not option:
            raise LexiconError(f"{where} has an empty {opening}...{CLOSING[opening]} or choice")
        options.append(option)
        if at == len(tokens) or tokens[at] not in ("|", CLOSING[opening]):
            raise LexiconError(f"{where} opens a {opening!r} that nothing closes")
        at += 1
        if tokens[at - 1] != "|":
            return Choice((*options, ()) if opening == "[" else tuple(options)), at


def _pieces(word: str) -> list[str]:
    """Cut a word as the parser does: at hyphens and before 's and n't."""
    lower = word.lower().replace("’", "'")
    return [lower] if lower in terms().whole_words else PIECE.findall(lower)


def _main(elements: tuple[Element, ...]) -> int | None:
    return next((k for k, e in enumerate(elements) if all(any(map(_is_content, o)) for o in _options(e))), None)


def _options(element: Element) -> tuple[tuple[Element, ...], ...]:
    return element.options if isinstance(element, Choice) else ((element,),)


def _is_content(element: Element) -> bool:
    return isinstance(element, Literal) and element.word not in terms().light_words and element.word[0].isalnum()


def _needed(element: Element) -> frozenset[str]:
    """Return words of which one must stand in a sentence for an element to fit; empty where none must."""
    options = [[e.word for e in o if isinstance(e, Literal) and e.word != "'s"] for o in _options(element)]
    return frozenset(w for o in options for w in o) if all(options) else frozenset()


def _reversed(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    return tuple(
        Choice(tuple(_reversed(o) for o in e.options)) if isinstance(e, Choice) else e for e in reversed(elements)
    )


def _names(elements: tuple[Element, ...]) -> Iterator[str]:
    for element in elements:
        if isinstance(element, Role):
            yield element.name
        elif isinstance(element, Choice):
            for option in element.options:
                yield from _names(option)
