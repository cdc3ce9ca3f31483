"""Rosters: "... appointed four commissioners. They are A, B, C and D." The names come in a sentence of their own.

The group is the plural noun of the sentence before, in the same paragraph or the one above; "others are E and
F" goes on with the same group.
"""

from collections.abc import Iterator, Mapping, Sequence

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.naming import is_courtesy
from kingmaker.text.tree import Tree

STANDINS = frozenset({"they", "these", "those", "them"})
MORE = frozenset({"others", "other", "rest", "remaining"})
LINKS = frozenset({"be", "include", "comprise"})
OPENING = 12  # words before the copula: "the other nominees screened on Tuesday are"
AFTERWARDS = frozenset({"who", "whom", "whose", "which", "all"})
PLURAL = ("NNS", "NNPS")

Roster = Mapping[tuple[int, int], tuple[Mention, ...]]


def rosters(trees: Sequence[Tree], mentions: Sequence[Mention]) -> Roster:
    """Return by the word of a group (its paragraph and place) who is named as its members later on."""
    people: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.kind is MentionKind.PERSON:
            people.setdefault(mention.tree, []).append(mention)
    titles: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.kind is MentionKind.OFFICE:
            titles.setdefault(mention.tree, []).append(mention)
    plural = {(m.tree, m.head): m for m in mentions if m.office is not None and m.office.plural}
    found: dict[tuple[int, int], tuple[Mention, ...]] = {}
    group: tuple[int, int] | None = None
    for tree, start, end in _sentences(trees):
        link = _link(tree, start, end)
        named = (
            _named(tree, link, end, people.get(tree.index, []), titles.get(tree.index, [])) if link is not None else ()
        )
        if named and group is not None and group[0] >= tree.index - 2 and _points_back(tree, start, link, group, trees):
            found[group] = (*found.get(group, ()), *named)
            continue
        told = [at for at in range(start, end) if _is_group(tree, at, plural)]
        for at in told:
            whole = plural.get((tree.index, at))
            if beside := _beside(tree, whole.end if whole else at + 1, end, people.get(tree.index, [])):
                found[tree.index, at] = beside
            elif named and link is not None and at < link and tree[at].head == link:
                found[tree.index, at] = named  # "other aspirants for the post are A, B and C"
        if len(told) == 1:
            group = (tree.index, told[0])
        elif not named:
            group = None
    return found


def _beside(tree: Tree, at: int, end: int, people: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the two or more people listed after a group and a comma: "four new judges, A, B, C and D, were"."""
    if at >= end or tree[at].text not in (",", ":", "-", "–", "—"):
        return ()
    found: list[Mention] = []
    pos = at + 1
    for mention in (m for m in people if at < m.start < end):
        if any(not _is_title(tree, i) for i in range(pos, mention.start)):
            break
        found.append(mention)
        pos = mention.end
    closed = any(tree[i].lower in ("and", "&") for i in range(at, found[-1].start)) if found else False
    return tuple(found) if len(found) > 1 and closed else ()


def _is_title(tree: Tree, at: int) -> bool:
    """Whether a word may stand between the names of a list: a joint, or a title of courtesy or rank."""
    word = tree[at]
    return word.text in (",", ";") or word.lower in ("and", "&", "namely") or is_courtesy(word) or word.pos == "PROPN"


def _sentences(trees: Sequence[Tree]) -> Iterator[tuple[Tree, int, int]]:
    for tree in trees:
        at = 0
        while at < len(tree):
            start, end = tree.sentence(at)
            yield tree, start, end
            at = end


def _link(tree: Tree, start: int, end: int) -> int | None:
    """Return the "are" or "include" that stands near the opening of a sentence, or a colon or semicolon there."""
    for at in range(start, min(end, start + OPENING)):
        word = tree[at]
        if word.lemma in LINKS and (word.pos in ("AUX", "VERB") or word.lower == "include"):
            return at
        if word.is_verb and word.tag in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _named(
    tree: Tree, link: int | None, end: int, people: Sequence[Mention], offices: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Return the two or more people listed after the link, where nothing else is said there."""
    if link is None:
        return ()
    end = next((w.i for w in tree.words[link + 1 : end] if w.lower in AFTERWARDS or w.tag in ("VBD", "VBZ", "MD")), end)
    named = tuple(m for m in people if link < m.start < end)
    if len(named) < 2 or named[0].start - link > OPENING or any(_has_portfolio(tree, m.end) for m in named):
        return ()
    between = range(link + 1, named[0].start)
    titled = {i for m in offices if m.start > link for i in range(m.start, m.end)}
    return () if any(tree[i].pos in ("ADP", "SCONJ", "PRON") and i not in titled for i in between) else named


def _has_portfolio(tree: Tree, at: int) -> bool:
    """Whether what a member is given stands behind the name: "Kofi Mensah (Finance), Ama Addo - Health"."""
    if at + 1 >= len(tree) or tree[at].text not in ("(", "-", "–", "—", ":"):
        return False
    ends = range(at + 2, min(len(tree), at + 6) + 1)
    return any(world().portfolio(tree.phrase(at + 1, end)) is not None for end in ends)


def _points_back(tree: Tree, start: int, link: int | None, group: tuple[int, int], trees: Sequence[Tree]) -> bool:
    """Whether a sentence opens with "they", "others", "the four" or the noun of the group."""
    opening = tree.words[start:link]
    noun = trees[group[0]][group[1]].lemma
    if not opening or any(w.is_capital and w.pos == "PROPN" for w in opening[1:]):
        return False
    words = {w.lower for w in opening}
    counted = any(w.tag == "CD" for w in opening) and opening[0].lower == "the"
    return bool(words & STANDINS or words & MORE) or counted or noun in {w.lemma for w in opening}


def _is_group(tree: Tree, at: int, plural: Mapping[tuple[int, int], Mention]) -> bool:
    """Whether a plural noun stands for people who are given or up for posts: "four commissioners", "nominees"."""
    word = tree[at]
    if (tree.index, at) in plural:
        return word.dep in ("dobj", "nsubjpass", "pobj", "conj", "oprd", "attr")
    return word.tag in PLURAL and word.lemma in terms().contenders | terms().appointees
