"""Wishes: an appointment that somebody only wants for himself is none, neither told nor denied.

"Is not keen to become governor", "his interest in becoming governor": what is told is how he stands to the post.
"""

from kingmaker.facts.found import Found
from kingmaker.facts.modality import Modality
from kingmaker.lexicon.cues import cues
from kingmaker.model import Kind
from kingmaker.text.clauses import is_passive
from kingmaker.text.tree import Tree, Word


def wished(found: Found, how: Modality) -> Word | None:
    """Return the word by which an appointment told of its own subject is only wished for, weighed or dreamt of."""
    if found.kind is not Kind.APPOINTMENT or "subject" not in found.frame.roles.get("appointee", ()):
        return None
    if how.dropped is not None:
        return how.dropped  # "has not been approached about becoming"
    tree, will = found.tree, cues().resolve | cues().refusing
    told = (tree[cue.head] if cue.dep == "det" else cue for cue in how.cues)  # "no interest in becoming"
    return next((w for w in told if (w.pos in ("ADJ", "NOUN") and w.lemma in will) or _is_weighing(tree, w)), None)


def _is_weighing(tree: Tree, word: Word) -> bool:
    """Whether a verb says that somebody turns something over in his mind; what "is thought" others think."""
    return word.is_verb and word.lemma in cues().musing and not is_passive(tree, word.i)
