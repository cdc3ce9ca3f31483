"""What the denial of a candidacy tells: who "will not run" declines, who is "no longer" a candidate has withdrawn.

A plain "is not a candidate" or "did not run", and a report that is denied, stay denials of what was denied.
"""

from collections.abc import Sequence

from kingmaker.lexicon.cues import cues
from kingmaker.text.tree import Tree, Word

VOLITION = ("will", "would", "wo", "'ll", "'d", "shall")


def turned(tree: Tree, at: int, value: str | None, flips: Sequence[Word], own: bool) -> str | None:
    """Return the standing that a denied one amounts to, or None where it is denied and no more.

    `own` tells that the denial is the word of the one it is about.
    """
    if value == "considered" and tree[at].pos == "ADJ" and tree[at].lemma in cues().resolve:
        return "declined"  # "is not open to becoming"
    if value != "declared":
        return None
    if any(c.lower in ("longer", "more") and tree[c.i - 1].lower in ("no", "any") for c in flips if c.i):
        return "withdrawn"
    return "declined" if any(_is_refusal(tree, at, cue, own) for cue in flips) else None


def _is_refusal(tree: Tree, at: int, cue: Word, own: bool) -> bool:
    """Whether a cue of negation says that somebody does not want to: by "will not", "refused to", "no plans to"."""
    if cue.lemma in cues().refusing or (cue.lower == "against" and tree[cue.head].lemma in cues().resolve):
        return True
    if cue.lower == "no" and cue.dep == "det":
        return tree[cue.head].lemma in cues().resolve and tree[cue.head].lemma != "plan"  # "no plans to" is coy
    if cue.dep != "neg" and cue.lower not in ("never", "not", "n't"):
        return False
    denied = tree[cue.head]
    if denied.i != at and tree[at].is_verb:
        return denied.lemma in cues().resolve or (denied.lemma == "go" and tree[at].dep == "xcomp")
    return denied.lemma in cues().resolve or _is_own_will(tree, denied, at, own)


def _is_own_will(tree: Tree, denied: Word, at: int, own: bool) -> bool:
    auxiliaries = [k.lower for k in tree.kids(denied.i, "aux")]
    if any(a in VOLITION for a in auxiliaries):
        return True
    if not tree[at].is_verb:
        return tree[at].pos == "ADJ"  # "is not interested"; who "is not a candidate" may be coy
    if "to" in auxiliaries:
        return tree[denied.head].lemma in cues().resolve  # "decided not to run"
    return own and denied.tag == "VBG"  # "I am not running" refuses, the reporter's "is not running" tells
