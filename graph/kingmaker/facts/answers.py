"""Answers: "Will she stand? No.", "asked whether he would run, Mr Obi said no": a question turned into its answer.

What a question puts up is told hypothetically; where the next words are a plain yes or no, the claim is that answer,
told by whoever gives it. "No comment" and "not yet" are none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kingmaker.facts.reactions import Anchor
from kingmaker.facts.speakers import speakers
from kingmaker.facts.turns import VOLITION
from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty, Entity, Kind, Polarity
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

LONGEST = 9  # words of a sentence that is nothing but an answer
ASKING = frozenset({"ask", "press", "question", "quiz", "challenge", "grill"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a claim told as a question: which one of those told, how, by whom, in which words."""

    of: int
    polarity: Polarity
    source: Entity | None
    tree: int
    at: int
    start: int
    end: int


def answers(reading: Reading, told: Sequence[Anchor]) -> list[Answer]:
    """Return the answers to the claims that questions put up, by their places among those told."""
    found = []
    for place, anchor in enumerate(told):
        claim = anchor.claim
        if claim.certainty is Certainty.HYPOTHETICAL and claim.situation.kind is not Kind.TENURE:
            tree = reading.trees[anchor.tree]
            if answer := _to_asked(reading, tree, place, anchor) or _to_question(reading, tree, place, anchor):
                found.append(answer)
    return found


def _to_asked(reading: Reading, tree: Tree, place: int, anchor: Anchor) -> Answer | None:
    """ "Asked whether he would run, Mr Obi said no"."""
    asked = next((a for a in tree.ancestors(anchor.at) if a.lemma in ASKING and a.tag == "VBN"), None)
    if asked is None or not any(k.lower in ("if", "whether") for a in (tree[anchor.at], *tree.ancestors(anchor.at))
                                for k in tree.kids(a.i, "mark")):  # fmt: skip
        return None
    end = tree.sentence(anchor.at)[1]
    verb = next((w for w in tree.words[anchor.at : end] if _answers(tree, w)), None)
    if verb is None:
        return None
    polarity = _spoken(tree, verb.i + 1) or _gesture(tree, verb)
    who = speakers(reading, tree, verb.i)
    if polarity is None or len(who) != 1:
        return None
    return Answer(place, polarity, who[0], tree.index, verb.i, anchor.at, min(end, verb.i + 4))


def _answers(tree: Tree, word: Word) -> bool:
    """Whether a finite verb may give an answer: "said", "replied", "shook"."""
    return word.tag in ("VBD", "VBZ", "VBP") and (word.lemma in cues().reporting or word.lemma in ("shake", "nod"))


def _to_question(reading: Reading, tree: Tree, place: int, anchor: Anchor) -> Answer | None:
    """ "Will she stand? No.", with who says so after it: "'No,' Ms Eze said"."""
    end = tree.sentence(anchor.at)[1]
    if end >= len(tree) or tree[end - 1].text != "?":
        return None
    start, stop = tree.sentence(end)
    if stop - start > LONGEST or (polarity := _spoken(tree, start)) is None:
        return None
    verb = next((w for w in tree.words[start:stop] if w.is_verb and w.lemma in cues().reporting), None)
    who = speakers(reading, tree, verb.i) if verb is not None else []
    if verb is not None and len(who) != 1:
        return None
    return Answer(place, polarity, who[0] if who else None, tree.index, start, anchor.at, stop)


def _spoken(tree: Tree, start: int) -> Polarity | None:
    """Return the answer that words beginning at `start` are, with a stop after it; None for anything else."""
    end = tree.sentence(min(start, len(tree) - 1))[1]
    told = " ".join(w.lower for w in tree.words[start : min(end + 6, len(tree))])
    told = re.sub(r"^(?:(?:only|simply|flatly|firmly|curtly|just) )?(?:[:,] )?(?:[\"'`]+ )?(?:well , )?", "", told)
    for polarity, words in ((Polarity.NEGATIVE, cues().noes), (Polarity.POSITIVE, cues().yeses)):
        if any(re.match(rf"{re.escape(w)} ?(?:[.,!;\"']|$)", told) for w in words):
            return polarity
    return None


def _gesture(tree: Tree, verb: Word) -> Polarity | None:
    """ "Shook his head", "nodded"."""
    if verb.lemma == "nod":
        return Polarity.POSITIVE
    head = tree.kid(verb.i, "dobj")
    return Polarity.NEGATIVE if verb.lemma == "shake" and head is not None and head.lemma == "head" else None


def declines(reading: Reading, anchor: Anchor, answer: Answer) -> bool:
    """Whether a no to a question about somebody's own candidacy is his refusal: "would he run? No, he said"."""
    tree, situation = reading.trees[anchor.tree], anchor.claim.situation
    if situation.kind is not Kind.CANDIDACY or situation.value not in ("declared", "considered"):
        return False
    willing = any(k.lower in VOLITION for k in tree.kids(anchor.at, "aux"))
    return willing and answer.polarity is Polarity.NEGATIVE and answer.source in (None, situation.role("candidate"))
