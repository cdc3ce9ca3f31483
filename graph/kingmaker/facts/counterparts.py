"""Tenures told by likeness: "his Argentine counterpart, Ana Prado" holds at home what he holds at his."""

from collections.abc import Iterator

from kingmaker.lexicon.world import world
from kingmaker.model import Entity, EntityKind, Kind, Situation, Span
from kingmaker.text.clauses import equated, slot
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import make_post
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree


def counterpart_tenures(reading: Reading) -> Iterator[tuple[Situation, int, Span]]:
    """Yield what each named counterpart of another country holds, where the article says what the first one does."""
    for tree in reading.trees:
        for word in tree.words:
            if word.lower != "counterpart" or any(k.lower in ("former", "ex", "late") for k in tree.kids(word.i)):
                continue
            beside = [*equated(tree, word.i), *([word.i + 1] if word.i + 1 < len(tree) else [])]
            named = {p for at in beside for p in reading.people(tree, at)}
            owning = [*slot(tree, word.i, "poss"), *(slot(tree, word.head, "poss") if word.dep == "compound" else ())]
            owners = {p for at in owning for p in reading.people(tree, at)}
            post = _post_of(reading, tree, word.i, owners - named)
            if post is not None and len(named - owners) == 1:
                roles = {"holder": next(iter(named - owners)), "post": post}
                words = [word.i, *(i for i in beside if reading.people(tree, i))]
                yield Situation.of(Kind.TENURE, roles, "current"), tree.index, tree.span(min(words), max(words) + 1)


def _post_of(reading: Reading, tree: Tree, at: int, owners: set[Entity]) -> Entity | None:
    """Return the owner's one post of a country, as it is called in the counterpart's country."""
    place = next((p for k in tree.kids(at, "amod", "compound", "nmod") if (p := _country(k.text)) is not None), None)
    held = [reading.posts.by_id(p) for owner in owners for p in reading.links.posts_held(owner)]
    posts = [p for p in held if p is not None and p.of is not None and p.of.kind is EntityKind.COUNTRY]
    if place is None or len(owners) != 1 or len(posts) != 1:
        return None
    key = reading.posts.key(posts[0])
    title = world().title(key.partition(": ")[0]) if key is not None else None
    return make_post(posts[0].title or "", title, key, place) if title is not None and key is not None else None


def _country(text: str) -> Place | None:
    found = world().demonym(text)
    place = known_place(found.name, 0, 0) if found is not None else None
    return place if place is not None and place.kind is EntityKind.COUNTRY else None
