"""Who is put forward: a name that the parser hangs on the post or body beside it."""

from kingmaker.lexicon.terms import terms
from kingmaker.text.draft import Draft
from kingmaker.text.word import Word


def sought_by(draft: Draft, post: Word) -> Word | None:
    """ "Her nominee for attorney general, Ada Eze", "the nominee to lead the Treasury, Ada Eze": who is put forward."""
    above = draft[post.head]
    titled = post.dep == "pobj" and above.lower == "for" and not draft.kids(post.i, "det", "poss")
    led = post.dep == "dobj" and above.dep in ("acl", "relcl") and above.lemma in terms().leading
    noun = draft[above.head]
    return noun if (titled or led) and noun.lemma in terms().contenders and noun.i < post.i else None
