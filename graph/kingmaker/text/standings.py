"""The words beside a title that say whether it is held: "former", "outgoing", "-elect"."""

from kingmaker.lexicon.terms import terms
from kingmaker.text.tree import Tree, Word


def prefix_status(tree: Tree, first: int) -> tuple[int, str | None]:
    """Return where a title begins with the words of standing before it, and the status that they tell."""
    status = None
    while first:
        word = tree[first - 1]
        told = terms().statuses.get(word.lower.rstrip("-"))
        if told is not None and _tells(tree, word):
            break
        if told is not None:
            status, first = told, first - 1
        elif word.text == "-" and first > 1 and tree[first - 2].lower in terms().statuses:
            first -= 1
        elif word.lower == "past" and first > 1 and tree[first - 2].lower == "immediate":
            status, first = "former", first - 2
        elif word.lower in terms().determiners or (
            word.dep in ("amod", "nummod", "nmod") and word.pos in ("ADJ", "NUM") and not word.is_capital
        ):
            first -= 1
            if word.pos == "DET" or word.lower in terms().determiners:
                break
        else:
            break
    return first, status


def _tells(tree: Tree, word: Word) -> bool:
    """Whether a word of standing is a clause's verb here: "the president has sacked Finance Minister Obi"."""
    return word.is_verb and not word.is_capital and bool(tree.kid(word.i, "nsubj", "nsubjpass", "aux", "auxpass"))


def suffix_status(tree: Tree, last: int) -> tuple[str | None, int]:
    """Return the status told behind a title, and where the title ends with it: "president-elect"."""
    at = last + 1 if last < len(tree) and tree[last].text in ("-", "–") else last
    if at < len(tree) and tree[at].lower.lstrip("-") in terms().suffix_statuses:
        return terms().suffix_statuses[tree[at].lower.lstrip("-")], at + 1
    return None, last
