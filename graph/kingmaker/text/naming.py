"""Whether capitalised words could be a person's name."""

from functools import lru_cache

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.tree import Tree, Word

LISTING = frozenset({",", "(", ";"})


@lru_cache(maxsize=1)
def _barred() -> frozenset[str]:
    return terms().not_names | terms().public_bodies


def is_plain(words: tuple[Word, ...]) -> bool:
    """Whether capitalised words could be a name: none of them all capitals, or a word of bodies and things."""
    return not any(w.text.isupper() or is_bar(w) for w in words)


def is_bar(word: Word) -> bool:
    """Whether a word is one of bodies, things and peoples: a name that holds it is hardly a person's."""
    return word.lower in _barred() or world().demonym(word.text) is not None


def is_courtesy(word: Word) -> bool:
    """Whether a word is a title of courtesy or rank before a name ("Mr", "Cllr", "Alhaji")."""
    return word.is_capital and word.lower.rstrip(".") in terms().honorifics


def is_second_courtesy(tree: Tree, i: int) -> bool:
    """Whether a word is the second of a title in two words: "Sri" in "Tan Sri Muhammad", but not in "Sri Mulyani"."""
    return i > 0 and tree[i].is_capital and f"{tree[i - 1].lower} {tree[i].lower}" in terms().honorific_pairs


def is_title_case(tree: Tree) -> bool:
    """Whether capitals tell nothing here, as in many headlines; a line of names with commas and brackets is a list."""
    if sum(w.text in LISTING for w in tree.words) > 1:
        return False
    words = [w for w in tree.words if w.text.isalpha() and len(w.text) > 3]
    small = sum(not w.is_capital and w.pos in ("VERB", "NOUN", "ADJ", "ADV") for w in words)
    return len(words) > 3 and tree.words[-1].text != "." and small <= len(words) / 10


def name_after(tree: Tree, start: int) -> int:
    """Return where a person's name begins that follows a place with nothing between ("of Naples Luigi Esposito")."""
    for name in tree.names:
        if name.label == "PERSON" and start < name.start <= start + 3 and name.end - name.start > 1:
            return name.start if all(w.is_capital for w in tree.words[start : name.start]) else 0
    return 0


def opens_clause(tree: Tree, at: int) -> bool:
    """Whether a word is capital only because it opens a sentence, before a name: "Welcoming Cunliffe's offer"."""
    word = tree[at]
    first = at == 0 or tree[at - 1].sent != word.sent or tree[at - 1].text in ('"', ":")
    if not first or at + 1 >= len(tree) or not tree[at + 1].is_capital or world().begins_name(word.text):
        return False
    given = world().begins_name(tree[at + 1].text) and at + 2 < len(tree) and tree[at + 2].is_capital
    return word.lower.endswith("ing") or (given and word.pos != "PROPN")
