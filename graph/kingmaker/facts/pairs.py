"""Pairs: "appointed Paz foreign minister and Vega finance minister", of which a verb governs only the first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kingmaker.facts.found import Found
from kingmaker.facts.roles import entities
from kingmaker.model import Kind
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.naming import is_courtesy
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

CHOSEN = {Kind.APPOINTMENT: "appointee", Kind.NOMINATION: "nominee"}
NOUNS = ("appointment", "nomination", "election", "promotion", "elevation", "reappointment")
LONGEST_ASIDE = 14  # words between a name and its post: "Vega, a former banker from the north,"


def pairs(reading: Reading, tree: Tree, found: Sequence[Found]) -> Iterator[Found]:
    """Yield what is told of the people and posts that follow the first in a list of appointments."""
    for said in found:
        person = CHOSEN.get(said.kind)
        post = said.roles.get("post")
        told = tree[said.at].is_verb or tree[said.at].lemma in NOUNS
        if person is None or post is None or not said.main or not told:
            continue
        last = max((m for w in said.words if (m := reading.mention(tree, w)) is not None), key=_end, default=None)
        if last is None or last.kind is not MentionKind.OFFICE or last.start < said.at:
            continue
        for name, office in _following(reading, tree, last.end):
            for who in entities(reading, tree, name.head, person):
                other = reading.posts.of(office.office, tree.index, office.start) if office.office else None
                if other is not None and other != post and who != said.roles[person]:
                    roles = dict(said.roles) | {person: who, "post": other}
                    roles.pop("predecessor", None)
                    yield replace(said, roles=roles, words=(name.head, office.head), phrase=None)


def _end(mention: Mention) -> int:
    return mention.end


def _following(reading: Reading, tree: Tree, at: int) -> Iterator[tuple[Mention, Mention]]:
    """Yield each name and post listed from a word on: ", X as minister and Y chair of the party"."""
    while at < len(tree) and (tree[at].text in (",", ";") or tree[at].lower == "and"):
        while at < len(tree) and (tree[at].text in (",", ";") or tree[at].lower in ("and", "while", "with")):
            at += 1
        name = _name(reading, tree, at)
        office = _office(reading, tree, name.end) if name is not None else None
        if name is None or office is None:
            return
        yield name, office
        at = office.end


def _name(reading: Reading, tree: Tree, at: int) -> Mention | None:
    """Return the person whose name begins at a word, or after one title."""
    while at < len(tree) and is_courtesy(tree[at]) and reading.mention(tree, at) is None:
        at += 1
    origin = reading.mention(tree, at) if at < len(tree) else None
    if origin is not None and origin.kind is MentionKind.PLACE and origin.end < len(tree):
        at = origin.end + (tree[origin.end].tag == "POS")  # "and Italy's Paolo Riva competition commissioner"
    mention = reading.mention(tree, at) if at < len(tree) else None
    if mention is not None and mention.kind is MentionKind.OFFICE and mention.end < len(tree):
        mention = reading.mention(tree, mention.end)
    return mention if mention is not None and mention.kind is MentionKind.PERSON else None


def _office(reading: Reading, tree: Tree, at: int) -> Mention | None:
    """Return the post that follows a name, at once, after "as" or "to be", or after an aside and "as"."""
    sent = tree[at - 1].sent
    aside = False
    for i in range(at, min(len(tree), at + LONGEST_ASIDE)):
        word, mention = tree[i], reading.mention(tree, i)
        if word.sent != sent or (word.is_verb and word.lemma != "be"):
            return None
        if word.text == ",":
            aside = True
        elif mention is not None and mention.kind is MentionKind.OFFICE:
            before = tree[i - 1].lower
            if before in ("as", "be") or (not aside and i == at) or (not aside and before in ("the", "to", "new")):
                return mention
        elif not aside and word.lower not in ("as", "to", "be", "the", "new"):
            return None
    return None
