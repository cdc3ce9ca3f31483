"""Whose "its leader" or "whose chairman" is: the body or country that the words before speak of."""

from collections import Counter
from collections.abc import Sequence

from kingmaker.lexicon.nouns import nouns
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import EntityKind
from kingmaker.text.bodies import named_bodies
from kingmaker.text.mention import Mention
from kingmaker.text.places import Place, known_place, own_body
from kingmaker.text.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass")
OF_COUNTRIES = {"country", "embassy", "region"}


def owner(tree: Tree, mentions: Sequence[Mention], at: int, scopes: tuple[str, ...]) -> Place | None:
    """Return what "its", "their" or "whose" before the office phrase at word `at` stands for, None if that is open."""
    if "whose" in (tree[at].lower, tree[at - 1].lower if at else ""):
        return _antecedent(tree, mentions, at - (tree[at].lower != "whose"))
    for back in (0, 1):
        if (party := _party(tree, mentions, tree[at].sent - back, at)) is not None:
            return party[0]
        found = [(i, p) for i, p in _bodies(tree, mentions, tree[at].sent - back, at) if _fits(p, scopes)]
        labels = {p.label for _, p in found}
        subjects = [p for i, p in found if tree[i].dep in SUBJECTS]
        if len(labels) == 1:
            return found[0][1]
        if subjects and (back == 0 or len({p.label for p in subjects}) == 1):
            return subjects[-1] if back == 0 else subjects[0]
        if found:
            return None
    return None


def _party(tree: Tree, mentions: Sequence[Mention], sent: int, before: int) -> tuple[Place | None] | None:
    """ "Japan's ruling party chose its leader": the party, known by name or not; None where no such subject is told."""
    for mention in mentions:
        place, word = mention.place, tree[mention.head]
        if place is None or place.kind is not EntityKind.COUNTRY or mention.start >= before or word.sent != sent:
            continue
        noun = tree[word.head]
        own = word.dep in ("poss", "amod", "compound", "nmod") and mention.end <= noun.i < before
        if not own or noun.dep not in SUBJECTS or noun.lower not in nouns().bodies["party"]:
            continue
        names = (tree.phrase(start, noun.i + 1) for start in range(mention.end, noun.i) if tree[start].is_capital)
        known = next((body for name in names if (body := world().body(name, place.label)) is not None), None)
        return (known_place(known.name, mention.start, noun.i + 1) if known is not None else None,)
    return None


def _fits(place: Place, scopes: tuple[str, ...]) -> bool:
    """Whether a country or body may have such a post: a country no leader, a party no minister."""
    if place.kind is EntityKind.COUNTRY:
        return bool(OF_COUNTRIES & set(scopes))
    return not place.body_kind or place.body_kind in scopes or "agency" in scopes


def _bodies(tree: Tree, mentions: Sequence[Mention], sent: int, before: int) -> list[tuple[int, Place]]:
    """Return a sentence's bodies and countries before a word, by name or by their noun, each with its head word."""
    found = [
        (m.head, m.place) for m in mentions if m.place is not None and m.start < before and tree[m.start].sent == sent
    ]
    taken = {i for m in mentions if m.place is not None for i in range(m.start, m.end)}
    for word in tree.words[:before]:
        definite = word.i > 0 and tree[word.i - 1].lower in ("the", "this", "that")
        noun = word.lower in terms().body_nouns and word.sent == sent and word.i not in taken
        if noun and definite and (place := own_body(tree, word.i, word.i, word.i + 1)) is not None:
            found.append((word.i, place))
    return found


def _antecedent(tree: Tree, mentions: Sequence[Mention], whose: int) -> Place | None:
    """Return the body whose name or noun ends just before "whose" ("the health committee, whose chair")."""
    last = whose - 1 - (tree[whose - 1].text == "," if whose else 0)
    if last < 0:
        return None
    for mention in mentions:
        if mention.place is not None and mention.start <= last < mention.end:
            return mention.place
    for body in named_bodies(tree):
        if body.end == last + 1:
            return Place(body.start, body.end, body.label, EntityKind.ORGANISATION, False, "", True)
    return own_body(tree, last, last, last + 1) if tree[last].lower in terms().body_nouns else None


def only_party(*told: Sequence[Mention]) -> Place | None:
    """Return the party that "the party leader" speaks of: the only one, or by far the most named."""
    for mentions in told:
        parties = {m.place.label: m.place for m in mentions if m.place and m.place.body_kind == "party"}
        ranked = Counter(m.place.label for m in mentions if m.place and m.place.label in parties).most_common(2)
        if ranked:
            return parties[ranked[0][0]] if len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1] else None
    return None
