"""Where an article turns from one post to another: an item of a round-up, a paragraph about the deputy's post."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Entity
from kingmaker.text.mention import Mention
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import make_post
from kingmaker.text.tree import Tree, Word

# How an item of a round-up begins that is about something else.
ELSEWHERE = re.compile(
    r"^(?:[-*•–—] ?)?(?:elsewhere|separately|also on the move|meanwhile,? (?:in|at|over) (?:the )?[A-Z]"
    r"|in other (?:news|business|moves|appointments|developments)"
    r"|in a separate (?:move|development|announcement|case))",
    re.IGNORECASE,
)
# What fills a post, so that a post named beside it is spoken of as one: "her stint as vice chair".
SPELLS = ("stint", "term", "vacancy", "post", "role", "job", "seat", "position", "slot", "race", "contest", "vote")
OPENING = 12  # words of a first sentence that does no more than say what its paragraph is about
RANKS = ("deputy", "vice")


class Topic(NamedTuple):
    """A post that a paragraph is about from word `at` on."""

    at: int
    post: Entity


def items(trees: Sequence[Tree], dated: Iterable[int]) -> frozenset[int]:
    """Return the paragraphs that are items of their own: of several datelines, or begun with "Elsewhere"."""
    datelines = sorted(set(dated))
    own = {t.index for t in trees if ELSEWHERE.match(t.text)}
    if len(datelines) > 1:
        last = -1
        for tree in trees:
            last = tree.index if tree.index in datelines or tree.block.role != "paragraph" else last
            if last in datelines:
                own.add(tree.index)
    return frozenset(own)


def topics_of(
    trees: Sequence[Tree], offices: Mapping[int, Sequence[tuple[Mention, Entity]]], main: Entity | None
) -> dict[int, Topic]:
    """Return by paragraph another post than the main one that it turns to by its own words.

    "The deputy leadership was livelier." says so in a sentence of its own, "whose stint as vice chair
    for supervision expired" by a spell in a post of the same body.
    """
    found = {}
    for tree in trees:
        topic = _opened(tree, offices.get(tree.index, ()), main) or _spelled(tree, offices.get(tree.index, ()), main)
        if topic is not None:
            found[tree.index] = topic
    return found


def _opened(tree: Tree, offices: Sequence[tuple[Mention, Entity]], main: Entity | None) -> Topic | None:
    """Return the post that a short first sentence has for its subject."""
    if not len(tree):
        return None
    end = tree.sentence(0)[1]
    if end > OPENING or end == len(tree):
        return None
    for word in tree.words[:end]:
        if word.dep not in ("nsubj", "nsubjpass", "ROOT", "pobj") or (word.dep == "pobj" and not _is_spell(tree, word)):
            continue
        post = _ranked(tree, word, main) or next((p for m, p in offices if m.start <= word.i < m.end), None)
        if post is not None and (main is None or post.id != main.id):
            return Topic(end - 1, post)
    return None


def _is_spell(tree: Tree, word: Word) -> bool:
    above = list(tree.ancestors(word.i))[:2]
    return any(a.lemma in SPELLS for a in above)


def _is_in_spell(tree: Tree, mention: Mention) -> bool:
    return any(_is_spell(tree, w) for w in tree.words[mention.start : mention.end])


def _ranked(tree: Tree, word: Word, main: Entity | None) -> Entity | None:
    """ "The deputy leadership", "the race for deputy": the second post of the body that the main post is of."""
    if main is None or main.of is None or main.title is None:
        return None
    rank = next((w.lower for w in tree.words[max(0, word.i - 1) : word.i + 1] if w.lower in RANKS), None)
    noun = terms().title_of.get(word.lower, "") if word.lower not in RANKS else main.title
    if rank is None or noun != main.title:
        return None
    return deputy_of(main, rank)


def deputy_of(main: Entity, rank: str = "deputy") -> Entity | None:
    """Return the post below another at its body."""
    title = world().title(f"{rank} {main.title}")
    place = known_place(main.of.label, 0, 0) if main.of is not None else None
    if title is None or main.of is None:
        return None
    return make_post(f"{rank} {main.title}", title, title.name, place or Place(0, 0, main.of.label, main.of.kind))


def _spelled(tree: Tree, offices: Sequence[tuple[Mention, Entity]], main: Entity | None) -> Topic | None:
    """Return another post of the main one's body that the paragraph speaks of somebody's spell in."""
    for mention, post in offices:
        alike = main is not None and main.of is not None and post.of is not None and post.of.id == main.of.id
        if alike and main is not None and post.id != main.id and _is_in_spell(tree, mention):
            return Topic(mention.start, post)
    return None


def is_aside(tree: Tree, told: int, at: int) -> bool:
    """Whether a post at word `told` stands in what is said of a name by the way, and word `at` outside it.

    "Ann Cole, sacked as culture secretary last week, is in her corner" is about no culture secretary.
    """
    chain = [tree[told], *tree.ancestors(told)]
    for word in chain:
        if word.dep in ("appos", "relcl", "acl") and tree[word.head].pos == "PROPN":
            return at not in tree.subtree(word.i)
    return False
