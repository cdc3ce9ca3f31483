"""What lists tell: backers, contenders and new ministers named under a label, without a sentence.

Which words stand under which label is `text.listings`' matter; here they become situations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kingmaker.facts.found import Found
from kingmaker.facts.frames import Frame
from kingmaker.facts.listed_people import listed_people
from kingmaker.facts.listed_posts import listed_posts
from kingmaker.lexicon.labels import Label, labels
from kingmaker.model import Claim, Entity, EntityKind, Kind, Polarity
from kingmaker.text.clauses import surface_subject
from kingmaker.text.listings import Listing
from kingmaker.text.mention import MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

LIST = "list-"  # begins the id of what a label tells
APPOINTER = {Kind.APPOINTMENT: "appointer", Kind.NOMINATION: "nominator"}


def listings(reading: Reading, tree: Tree, told: Sequence[Found]) -> Iterator[Found]:
    """Yield what the lists of a paragraph tell, but what its sentences have told (`told`) of the same people."""
    listed = reading.listings.get(tree.index, ())
    known = {(f.kind, e.id) for f in told for e in f.roles.values()} if listed else set()
    for listing in listed:
        found = _posts if listing.label.reads == "posts" else _people
        for one in found(reading, tree, listing):
            role = next(r for r in (listing.label.role, "candidate") if r in one.roles)
            if (one.kind, one.roles[role].id) not in known:
                yield one


def is_listed(frame: str) -> bool:
    """Whether a label told a claim, by the id of its frame."""
    return frame.startswith(LIST)


def is_overruled(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether what a sentence says of a candidate is plainer than the heading above: "The contenders / X is out"."""
    said = claim.situation
    if said.kind is not Kind.CANDIDACY:
        return False
    gone = () if said.value == "considered" else ("withdrawn", "declined", "rejected")
    return any(
        other.situation.kind is Kind.CANDIDACY
        and other.situation.roles == said.roles
        and other.polarity is Polarity.POSITIVE
        and other.situation.value != said.value
        and (not gone or other.situation.value in gone)
        for other in others
    )


@lru_cache(maxsize=32)
def _frame(label: Label) -> Frame:
    """Return a frame that stands for a label where claims are explained."""
    return Frame(id=LIST + label.id, kind=label.kind, trigger="label", lemmas=(), roles={}, value=label.value)


def _people(reading: Reading, tree: Tree, listing: Listing) -> Iterator[Found]:
    label = listing.label
    post = reading.posts.focus(tree.index, listing.start)
    if post is None:
        return
    owner = _owner(reading, tree, listing) if label.of else None
    if label.of and owner is None:
        return
    for at, entity in listed_people(reading, tree, listing.start, listing.end, label.role):
        if entity == owner or post.id in reading.links.posts_held(entity):
            continue
        roles = {label.role: entity, "post": post}
        if owner is not None and label.of:
            roles[label.of] = owner
            roles["post"] = reading.sought.get(owner.id, post)
        elif entity.id in reading.sought:
            roles["post"] = reading.sought[entity.id]
        yield Found(label.kind, label.value, roles, tree, at, _frame(label), (at,), main=False)


def _owner(reading: Reading, tree: Tree, listing: Listing) -> Entity | None:
    """Return whose list it is: whom the label or the paragraph names, else the last named who is up for the post."""
    if listing.owner is not None:
        index, at = listing.owner
        people = reading.people(reading.trees[index], at)
        if len(people) == 1:
            return people[0]
    if listing.label.reads != "sides" and (topic := reading.topic(tree)) is not None:
        return topic
    return _last_candidate(reading, tree, listing.start) if not listing.label.owned else None


def _last_candidate(reading: Reading, tree: Tree, before: int) -> Entity | None:
    """Return the one among those up for a post who was named last before a list."""
    for mention in reversed(reading.mentions):
        if (mention.tree, mention.start) >= (tree.index, before) or mention.kind is not MentionKind.PERSON:
            continue
        person = reading.links.person(mention)
        if person is not None and person.id in reading.sought:
            return person
    return None


def _posts(reading: Reading, tree: Tree, listing: Listing) -> Iterator[Found]:
    label = listing.label
    told = list(listed_posts(reading, tree, listing.start, listing.end, label.kind is not Kind.DEPARTURE))
    if not told and label.otherwise is not None:
        yield from _postless(reading, tree, listing)
    by = _appointer(reading, listing) if label.kind in APPOINTER else None
    for person, post, words, before in told:
        roles = {label.role: person, "post": post}
        if by is not None and by != person:
            roles[APPOINTER[label.kind]] = by
        if before is not None and label.kind is Kind.APPOINTMENT and before != person:
            roles["predecessor"] = before
        yield Found(label.kind, label.value, roles, tree, words[0], _frame(label), words, main=False)


def _postless(reading: Reading, tree: Tree, listing: Listing) -> Iterator[Found]:
    """Yield what a list of bare names tells: whose posts are known, leave them; else they are in or out of a race."""
    label, other = listing.label, labels().of(listing.label.otherwise or "")
    people = list(listed_people(reading, tree, listing.start, listing.end, label.role))
    held = [(at, person, post) for at, person in people if (post := reading.held(tree, at)) is not None]
    if held and label.kind is Kind.DEPARTURE:
        for at, person, post in held:
            yield Found(label.kind, label.value, {label.role: person, "post": post}, tree, at, _frame(label), (at,),
                        main=False)  # fmt: skip
    elif other is not None and not held:
        yield from _people(reading, tree, replace(listing, label=other))


def _appointer(reading: Reading, listing: Listing) -> Entity | None:
    """Return who does what the sentence says that announces the list."""
    if listing.lead is None:
        return None
    index, at = listing.lead
    tree = reading.trees[index]
    start, _ = tree.sentence(at)
    verb = next((w for w in tree.words[start : at + 1] if w.dep == "ROOT" and w.is_verb), None)
    subjects = surface_subject(tree, verb.i) if verb is not None else []
    people = [e for s in subjects for e in reading.actors(tree, s)]
    passive = verb is not None and bool(tree.kids(verb.i, "auxpass"))
    kinds = (EntityKind.PERSON, EntityKind.ORGANISATION)
    return people[0] if len(people) == 1 and people[0].kind in kinds and not passive else None
