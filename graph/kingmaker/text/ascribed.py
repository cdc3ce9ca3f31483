"""Posts that verbs ascribe to people: "was sacked as home secretary", "became mayor", "served as governor"."""

from collections.abc import Iterator, Mapping, Sequence

from kingmaker.model import Entity, EntityKind
from kingmaker.text.clauses import objects, subject
from kingmaker.text.coreference import Links
from kingmaker.text.focus import Posts
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.tree import Tree

Ascribed = Mapping[str, tuple[tuple[int, int, bool, Entity], ...]]  # by person: tree, word, newly got?, post
GAINING = frozenset({
    "appoint", "name", "elect", "make", "choose", "confirm", "install", "become", "take", "swear", "inaugurate",
    "start", "begin", "return",
})  # fmt: skip
TERMS = frozenset(
    {"term", "mandate", "tenure", "year", "time", "spell", "stint", "appointment", "resignation", "election"}
)
VERBS = frozenset({
    "appoint", "name", "elect", "make", "choose", "confirm", "install", "sack", "fire", "dismiss", "remove", "oust",
    "axe", "replace", "succeed", "become", "be", "resign", "quit", "step", "stand", "retire", "serve", "act", "take",
    "remain", "swear", "inaugurate", "re-elect", "reappoint", "return", "start", "begin", "continue", "leave", "depose",
})  # fmt: skip


def ascribed(
    trees: Sequence[Tree],
    mentions: Sequence[Mention],
    links: Links,
    posts: Posts,
    at: Mapping[tuple[int, int], Mention],
) -> Ascribed:
    """Return for each person (by id) the posts that verbs say he or she has, had or got, in text order."""
    found: dict[str, list[tuple[int, int, bool, Entity]]] = {}
    for mention in mentions:
        if mention.kind is not MentionKind.OFFICE or mention.office is None or mention.office.status == "next":
            continue
        tree = trees[mention.tree]
        people = {p.id for w in _bearers(tree, mention.head) for p in _people(links, at, mention.tree, w)}
        post = posts.of(mention.office, mention.tree, mention.start) if len(people) == 1 else None
        if post is not None:
            gained = any(v.is_verb and v.lemma in GAINING for v in list(tree.ancestors(mention.head))[:2])
            found.setdefault(people.pop(), []).append((mention.tree, mention.start, gained, post))
    return {person: tuple(told) for person, told in found.items()}


def _bearers(tree: Tree, head: int) -> Iterator[int]:
    word, above = tree[head], tree[tree[head].head]
    if word.dep == "pobj" and above.lower == "as":
        verb = tree[above.head]
        if verb.lemma in TERMS and (owner := tree.kid(verb.i, "poss")) is not None:
            yield owner.i if owner.tag != "WP$" else _described(tree, verb.i)
    elif word.dep in ("attr", "oprd"):
        verb = above
    else:
        return
    if verb.is_verb and verb.lemma in VERBS and not tree.kid(verb.i, "neg"):
        yield from objects(tree, verb.i) or subject(tree, verb.i)


def _described(tree: Tree, noun: int) -> int:
    """Return the noun that a clause with "whose" is about."""
    clause = next((a for a in tree.ancestors(noun) if a.dep in ("relcl", "acl")), None)
    return clause.head if clause is not None else noun


def _people(links: Links, at: Mapping[tuple[int, int], Mention], tree: int, word: int) -> list[Entity]:
    mention = at.get((tree, word))
    person = links.person(mention) if mention is not None and mention.head == word else None
    return [person] if person is not None and person.kind is EntityKind.PERSON else []
