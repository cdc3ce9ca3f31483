"""Bare verbs: "demanded that the president sack Ms Eze", where the parser takes the verb for part of a name."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.draft import Draft
from kingmaker.text.word import Word

VERBS = frozenset(
    {"sack", "fire", "axe", "dump", "ditch", "drop", "dismiss", "remove", "name", "appoint", "nominate", "back"}
)


def bare_verbs(draft: Draft) -> None:
    """Put right a bare verb between who is asked and whom it is about."""
    for word in draft.words:
        if word.lower not in VERBS or word.pos not in ("NOUN", "PROPN") or word.i < 2 or word.i + 1 >= len(draft):
            continue
        asked, after = draft[word.i - 1], draft[word.i + 1]
        known = (
            world().title(asked.text) is not None or asked.lemma in terms().collectives or asked.lower == "government"
        )
        if not known or asked.is_capital or not after.is_capital or after.sent != word.sent:
            continue
        verb = next((w for w in draft.above(asked.i) if w.is_verb and w.lemma in terms().demands), None)
        name = _named(draft, word, asked)
        if verb is not None and verb.i < asked.i and name is not None:
            _verb_of(draft, word, verb, asked, name)


def _named(draft: Draft, word: Word, asked: Word) -> Word | None:
    """Return the head of the name after the verb, which the parser hangs on who is asked or on the verb."""
    heads = [w for w in draft.words[word.i + 1 :] if w.sent == word.sent and w.pos == "PROPN"
             and w.head in (word.i, asked.i, asked.head) and w.dep not in ("compound", "poss")]  # fmt: skip
    return heads[0] if heads else None


def _verb_of(draft: Draft, word: Word, verb: Word, asked: Word, name: Word) -> None:
    draft.hang(word.i, verb.i, "ccomp")
    draft.words[word.i] = draft[word.i]._replace(pos="VERB", tag="VB", lemma=word.lower)
    draft.hang(asked.i, word.i, "nsubj")
    draft.hang(name.i, word.i, "dobj")
    for kid in draft.kids(verb.i):
        if kid.lower == "that" and kid.i < asked.i:
            draft.hang(kid.i, word.i, "mark")
    for kid in (*draft.kids(asked.i), *draft.kids(name.i)):
        if kid.i > name.i and kid.dep == "prep":
            draft.hang(kid.i, word.i, "prep")
        elif word.i < kid.i < name.i and kid.head == asked.i:
            draft.hang(kid.i, name.i, "compound")
