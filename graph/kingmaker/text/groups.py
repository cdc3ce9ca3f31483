"""All who are not people by name: groups, unnamed sources, bodies, countries, pronouns, "the incumbent"."""

from collections.abc import Iterator

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.known import Known
from kingmaker.text.mention import Mention, MentionKind, Taken
from kingmaker.text.places import Place, known_place, unknown_place
from kingmaker.text.tree import Tree

DESCRIBING = frozenset({"close", "familiar", "briefed", "with", "in", "at", "near", "involved", "inside", "from"})
LONGEST_DESCRIPTION = 9  # words
# Edges that lead out of a noun's own modifiers.
OUTSIDE = frozenset({
    "punct", "cc", "prep", "advcl", "relcl", "nsubj", "aux", "mark", "conj", "dep", "npadvmod",
})  # fmt: skip


def noun_phrase_start(tree: Tree, head: int) -> int:
    """Return the first word of the determiners and modifiers that stand before a noun."""
    start = head
    while start and tree[start - 1].sent == tree[head].sent:
        word = tree[start - 1]
        inside = word.head == head or start - 1 < word.head <= head
        joins = word.text in "-'\"" and start > 1 and start - 1 <= tree[start - 2].head <= head
        if not joins and (not inside or word.dep in OUTSIDE):
            break
        start -= 1
    while start < head and tree[start].text in "-'\"":
        start += 1
    return start


def groups(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    """Unnamed sources and groups told by what they are: "a defence source", "various European allies"."""
    for word in tree.words:
        if word.i in taken or word.pos not in ("NOUN", "PROPN", "DET", "PRON", "ADJ", "NUM"):
            continue
        anonymous, group = word.lower in terms().anonymous, word.lower in terms().collectives
        if not anonymous and not group:
            continue
        if word.dep in ("compound", "amod", "det", "nmod", "quantmod", "advmod", "predet", "nummod"):
            continue
        start = noun_phrase_start(tree, word.i)
        while start < word.i and start in taken:
            start = taken[start].end
        start += start < word.i and tree[start].tag == "PRP$"  # "his party": he is a mention of his own
        bare = start + (tree[start].lower == "the")
        if known_place(tree.phrase(bare, word.i + 1), bare, word.i + 1) is not None:
            continue
        head = word.i
        if start > 1 and tree[start - 1].lower == "of" and tree[start - 2].lemma in terms().quantities:
            head = start - 2
            start = noun_phrase_start(tree, head)
        plural = word.tag in ("NNS", "NNPS") or tree[start].lower in ("a", "some") or not anonymous
        kind = MentionKind.ANONYMOUS if anonymous else MentionKind.COLLECTIVE
        end = _described(tree, word.i) if anonymous else word.i + 1
        yield Mention(tree.index, start, end, head, kind, tree.phrase(start, end), "plural" if plural else "")


def _described(tree: Tree, head: int) -> int:
    """Return where the words end that tell one unnamed source from another: "a person familiar with the matter"."""
    after = [
        k for k in tree.kids(head, "amod", "acl", "prep") if k.i == head + 1 and not (k.is_verb and k.tag != "VBN")
    ]
    if not after or after[0].lower not in DESCRIBING:
        return head + 1
    end = tree.edges(after[0].i)[1]
    return end if end - head <= LONGEST_DESCRIPTION else head + 1


def places(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    """Bodies and countries by name: what the lexicon knows, then what the parser takes for one."""
    lexicon, i = world(), 0
    while i < len(tree):
        step = 1
        if tree[i].is_capital and i not in taken:
            for end in range(min(len(tree), i + 6), i, -1):
                if not tree.is_clean(i, end):
                    continue
                seat = lexicon.seat(tree.phrase(i, end))
                acts = tree[end - 1].dep in ("nsubj", "nsubjpass", "poss") or tree[tree[end - 1].head].dep == "agent"
                place = known_place(seat.name if seat and acts else tree.phrase(i, end), i, end)
                if place is not None and tree[end - 1].sent == tree[i].sent:
                    yield _place_mention(tree, i, end, place)
                    step = end - i
                    break
        i += step
    for name in tree.names:
        if name.label in ("GPE", "ORG", "FAC", "LOC", "NORP") and not any(
            k in taken for k in range(name.start, name.end)
        ):
            if name.label == "NORP" and (
                lexicon.demonym(tree.phrase(name.start, name.end)) or tree[name.end - 1].pos == "ADJ"
            ):
                continue
            place = unknown_place(tree, name.start, name.end, name.end)
            if place is not None and tree[name.start + (tree[name.start].lower == "the")].is_capital:
                yield _place_mention(tree, name.start, name.end, place)


def _place_mention(tree: Tree, start: int, end: int, place: Place) -> Mention:
    heads = [i for i in range(start, end) if not start <= tree[i].head < end or tree[i].head == i]
    return Mention(tree.index, start, end, heads[-1] if heads else end - 1, MentionKind.PLACE,
                   tree.phrase(start, end), place=place)  # fmt: skip


def pronouns(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    for word in tree.words:
        if word.lower in terms().pronouns and word.pos in ("PRON", "DET", "PROPN", "NOUN"):
            yield Mention(tree.index, word.i, word.i + 1, word.i, MentionKind.PRONOUN, word.text,
                          terms().pronouns[word.lower])  # fmt: skip
