"""Why a claim is there, and why a trigger came to nothing: sentence, frame, roles, cues and links."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kingmaker.facts.assemble import Told, settled
from kingmaker.facts.match import Dropped
from kingmaker.model import Claim
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree


@dataclass(frozen=True, slots=True)
class Filled:
    """A role with the words that fill it ("" where no word does: the post in contest) and whom they mean."""

    role: str
    words: str
    entity: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One telling of a claim (`claim` is its id), or a trigger that was dropped (`claim` None, with `dropped`)."""

    claim: str | None
    frame: str  # its id, or "title" for a title beside a name
    trigger: str
    sentence: str
    roles: tuple[Filled, ...] = ()
    cues: tuple[str, ...] = ()  # the words that make it denied or unsure, as they stand
    source: str | None = None
    dropped: str | None = None


def explained(reading: Reading, found: Iterable[Told | Dropped]) -> tuple[tuple[Claim, ...], tuple[Reason, ...]]:
    """Return the claims of an article, and a reason for each telling and each dropped trigger, in their order."""
    kept = list(found)
    made = settled(reading, [t for t in kept if isinstance(t, Told)])
    ids: dict[tuple[str, str, str | None], str] = {
        (c.situation.id, c.polarity, c.source.id if c.source else None): c.id for c in made
    }
    return made, tuple(_reasons(reading, kept, ids))


def _reasons(
    reading: Reading, found: Iterable[Told | Dropped], ids: Mapping[tuple[str, str, str | None], str]
) -> Iterator[Reason]:
    for one in found:
        if isinstance(one, Dropped):
            yield Reason(None, one.frame, one.tree[one.at].text, _sentence(one.tree, one.at), dropped=one.reason)
            continue
        claim, tree = one.claim, reading.trees[one.tree]
        made = ids.get((claim.situation.id, claim.polarity, claim.source.id if claim.source else None))
        yield Reason(
            made, one.frame, "" if one.frame == "title" else tree[one.at].text, _said(reading, one),
            tuple(_filled(reading, one)), one.cues, claim.source.label if claim.source else None,
            None if made else "the person it speaks of is nowhere up for that post, while others are",
        )  # fmt: skip


def _said(reading: Reading, one: Told) -> str:
    tree, start = reading.trees[one.tree], one.claim.evidence[0].start
    at = max((w.i for w in tree.words if w.start <= start), default=0)
    return _sentence(tree, at)


def _sentence(tree: Tree, at: int) -> str:
    return tree.phrase(*tree.sentence(at))


def _filled(reading: Reading, one: Told) -> Iterator[Filled]:
    """Yield who fills each role, with the words in the quote that name him or her."""
    tree, evidence = reading.trees[one.tree], one.claim.evidence[0]
    inside = [w.i for w in tree.words if evidence.start <= w.start and w.end <= evidence.end]
    for role, entity in one.claim.situation.roles:
        told = [m.text for at in inside if (m := reading.mention(tree, at)) and entity.id in _named(reading, tree, at)]
        named = next((text for text in told if text in entity.names), None)
        yield Filled(role, named or next(iter(told), ""), entity.label)


def _named(reading: Reading, tree: Tree, at: int) -> set[str]:
    """Return the ids of all that a word may stand for."""
    post = reading.post(tree, at)
    return {e.id for e in reading.actors(tree, at)} | ({post.id} if post is not None else set())
