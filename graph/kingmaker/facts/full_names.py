"""Full names: each entity of an article's claims with every name it goes by there, and one label for each post."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kingmaker.model import Claim, Entity, EntityKind, Situation
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree


def with_all_names(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """Give each entity every name it goes by in the article, and one label for each post."""
    names: dict[str, dict[str, None]] = {}
    for mention in reading.mentions:
        tree = reading.trees[mention.tree]
        entities = [reading.links.person(mention)]
        if mention.office is not None:
            entities.append(reading.posts.of(mention.office, mention.tree, mention.start))
        for entity in entities:
            if entity is not None:
                told = names.setdefault(entity.id, {})
                told.setdefault(_name_of(tree, mention.start, mention.end))
    labels: dict[str, Entity] = {}
    for claim in found:
        for entity in claim.entities:
            labels.setdefault(entity.id, entity)
    full = {i: _full(e, names.get(i, {})) for i, e in labels.items()}
    for claim in found:
        roles = {name: full[e.id] for name, e in claim.situation.roles}
        situation = Situation.of(claim.situation.kind, roles, claim.situation.value)
        source = full[claim.source.id] if claim.source else None
        yield replace(claim, situation=situation, source=source, via=tuple(full[v.id] for v in claim.via))


def _name_of(tree: Tree, start: int, end: int) -> str:
    while end - start > 1 and tree[start].lower in ("the", "a", "an", "his", "her", "their", "its"):
        start += 1
    return tree.phrase(start, end)


def _full(entity: Entity, names: Iterable[str]) -> Entity:
    pronouns = ("he", "she", "him", "her", "his", "i", "me", "my")
    shown = [n for n in names if n.lower() not in pronouns]
    if entity.kind is EntityKind.POST:
        shown = [n for n in shown if n.lower() not in ("head", "chief", "boss", "leader")]
    return replace(entity, names=tuple(dict.fromkeys((*entity.names[:1], *sorted({*entity.names[1:], *shown})))))
