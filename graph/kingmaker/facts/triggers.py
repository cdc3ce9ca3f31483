"""Triggers: the words of a paragraph that may start a frame, by what does not change while an article is read.

An article is matched twice, first for the posts it is about and then for its claims (see `facts.contests`), and
most words that a frame could start at fail on the parse alone. That is settled here once.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kingmaker.facts.frames import Frame, Lexicon, Wanted
from kingmaker.facts.patterns import Pattern, forms
from kingmaker.text.clauses import is_passive, particles, slot
from kingmaker.text.tree import Tree, Word


class Trigger(NamedTuple):
    """A word and a frame that may start there; with the patterns to read where it is one of `phrases`."""

    word: Word
    frame: Frame
    patterns: tuple[Pattern, ...] = ()


Started = Mapping[int, tuple[Trigger, ...]]  # the triggers of each paragraph, by its tree's index


def triggers(tree: Tree, lexicon: Lexicon) -> tuple[Trigger, ...]:
    """Return the triggers of a paragraph, in the order of its words and for each in the order of the frames."""
    return tuple(t for word in tree.words for t in _of_word(tree, word, lexicon))


def _of_word(tree: Tree, word: Word, lexicon: Lexicon) -> Iterator[Trigger]:
    for kind in _kinds(word):
        for frame in lexicon.of(kind, word.lemma):
            if may_start(tree, word, frame):
                yield Trigger(word, frame)
    for key in (word.lemma,) if word.lemma == word.lower else (word.lemma, word.lower):
        for frame, anchored in lexicon.phrases(key):
            patterns = _possible(tree, word, anchored)
            if patterns and may_start(tree, word, frame):
                yield Trigger(word, frame, patterns)


def _kinds(word: Word) -> tuple[str, ...]:
    if word.pos in ("VERB", "AUX"):
        return ("verbs", "adjectives") if word.tag in ("VBN", "VBG") else ("verbs",)
    if word.pos in ("NOUN", "PROPN"):
        return ("nouns",) if word.tag != "VBN" else ("nouns", "verbs")
    if word.pos == "ADJ":
        return ("adjectives", "nouns")
    return ("prepositions",) if word.pos in ("ADP", "SCONJ", "ADV") else ()


def _possible(tree: Tree, word: Word, patterns: Sequence[Pattern]) -> tuple[Pattern, ...]:
    """Return the patterns whose words the sentence holds: the others cannot fit in it."""
    told = _forms(tree, word)
    return tuple([p for p in patterns if all(not told.isdisjoint(needed) for needed in p.needs)])


def _forms(tree: Tree, word: Word) -> frozenset[str]:
    """Return the words of a word's sentence and their lemmas; every main word of a phrase in it asks for them."""
    found = tree.forms.get(word.sent)
    if found is None:
        start, end = tree.sentence(word.i)
        found = tree.forms[word.sent] = frozenset(f for w in tree.words[start:end] for f in forms(w))
    return found


def may_start(tree: Tree, word: Word, frame: Frame) -> bool:
    """Whether a frame's conditions on the parse and on plain words hold of a word; those on mentions are open."""
    if frame.particles and not set(frame.particles) <= particles(tree, word.i):
        return False
    verb = frame.trigger == "verbs" or (frame.trigger == "phrases" and word.is_verb)
    if verb and not _stands(tree, word, frame):
        return False
    needed = all(has_word(tree, word, path, w) for path, w in frame.need.items() if not w.classes)
    return needed and not any(has_word(tree, word, path, w) for path, w in frame.avoid.items())


def has_word(tree: Tree, word: Word, path: str, wanted: Wanted) -> bool:
    """Whether a slot of a word holds one of the wanted words, whatever the classes.

    A slot holds words of the paragraph, so where none of them is wanted, nobody need look for what fills it.
    """
    if wanted.words.isdisjoint(tree.told):
        return False
    return any(tree[at].lemma in wanted.words or tree[at].lower in wanted.words for at in slot(tree, word.i, path))


def _stands(tree: Tree, word: Word, frame: Frame) -> bool:
    """Whether a verb is in the voice and form that a frame asks for."""
    if frame.voice != "any" and (frame.voice == "passive") != is_passive(tree, word.i):
        return False
    match frame.form:
        case "any":
            return True
        case "achieved":
            return not (word.dep in ("advcl", "acl") and _is_infinitive(tree, word))
        case "headline":
            return tree[tree.sentence(word.i)[1] - 1].text not in (".", '"') and _is_past(tree, word)
        case "past":
            return _is_past(tree, word)
        case "told":
            return not _is_infinitive(tree, word) and not _has_modal(tree, word)
        case "ahead":
            return _is_infinitive(tree, word) or word.tag == "VBG" or _has_modal(tree, word)
        case "finite":
            return not _is_infinitive(tree, word)
        case "infinitive":
            return _is_infinitive(tree, word)
    return True


def _is_infinitive(tree: Tree, word: Word) -> bool:
    return any(k.lower == "to" for k in tree.kids(word.i, "aux"))


def _has_modal(tree: Tree, word: Word) -> bool:
    return any(k.tag == "MD" for k in tree.kids(word.i, "aux"))


def _is_past(tree: Tree, word: Word) -> bool:
    """Whether a verb tells what has happened, and not when something else is to happen ("when it expired")."""
    dependent = word.dep == "advcl" and any(k.lower in ("when", "after", "once", "if") for k in tree.kids(word.i))
    return word.tag in ("VBD", "VBN") and not dependent and not _has_modal(tree, word)
