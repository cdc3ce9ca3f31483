"""Who holds what by the article's own words: a title before or after a name, with nothing between but commas."""

from collections.abc import Iterator
from dataclasses import dataclass

from kingmaker.lexicon.terms import terms
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.tree import Tree

LONGEST_GAP = 5  # words; an age ("58,") and a title of courtesy fit


@dataclass(frozen=True, slots=True)
class Holding:
    """A person's mention and the office phrase that stands beside it."""

    person: Mention
    office: Mention
    start: int  # first word of the two
    end: int  # after the last


def find_holdings(tree: Tree, mentions: list[Mention]) -> Iterator[Holding]:
    """Yield each name with its title: "Prime Minister Mark Rutte", "Ben Wallace, the defence secretary,"."""
    bound: set[Mention] = set()
    for at, office in enumerate(mentions):
        if office.kind is not MentionKind.OFFICE or office.office is None or office.office.status == "next":
            continue
        for person in (_after(tree, mentions, at), _before(tree, mentions, at)):
            if person is None or office in bound:
                continue
            if office.gender == "plural" and person.start < office.start:
                continue
            bound.add(office)
            yield Holding(person, office, min(person.start, office.start), max(person.end, office.end))
            if person.start < office.start:
                yield from _shared(tree, mentions, at, person)


def _after(tree: Tree, mentions: list[Mention], at: int) -> Mention | None:
    """ "Dutch Prime Minister Mark Rutte"; "the prime minister, Julien Abbott, ..."."""
    office = mentions[at]
    if at + 1 >= len(mentions) or mentions[at + 1].kind is not MentionKind.PERSON:
        return None
    person = mentions[at + 1]
    gap = tree.words[office.end : person.start]
    if tree[office.start].sent != tree[person.start].sent or len(gap) > 3 or not _only_between(gap):
        return None
    comma = any(w.text == "," for w in gap)
    if comma:
        closes = person.end >= len(tree) or tree[person.end].text in (",", ")", ".", "-", ";")
        told = office.office is not None and office.office.owned  # "whose chairman, Dick Durbin, ..."
        definite = told or tree[office.start].lower in ("the", "his", "her") or tree[office.start].is_capital
        listed = _heads_list(tree, office, person)
        return person if closes and definite and not listed else None
    return person


def _heads_list(tree: Tree, office: Mention, person: Mention) -> bool:
    """Whether office and name are members of one list ("the president, Sean Brown, and ...")."""
    return tree[person.head].dep == "conj" and tree[person.head].head == office.head


def _before(tree: Tree, mentions: list[Mention], at: int) -> Mention | None:
    """ "Ben Wallace, the defence secretary, ..."; "Mr Wallace, 53, a former minister"."""
    office = mentions[at]
    person = next((m for m in reversed(mentions[:at]) if m.kind is MentionKind.PERSON), None)
    if person is None or tree[person.start].sent != tree[office.start].sent:
        return None
    gap = tree.words[person.end : office.start]
    if not gap or len(gap) > LONGEST_GAP or gap[0].text not in (",", "(", "-") or not _only_between(gap):
        return None
    closes = (
        office.end >= len(tree)
        or tree[office.end].text in (",", ")", ".", "-", ";", ":")
        or tree[office.head].dep == "appos"
    )
    follows = mentions[at + 1] if at + 1 < len(mentions) else None
    beside = (
        follows is not None and tree[follows.start].sent == tree[office.start].sent and follows.start - office.end <= 1
    )
    if beside and follows is not None and follows.kind is MentionKind.PERSON and not _closed(tree, office):
        return None
    return person if closes or tree[office.head].dep in ("appos", "conj") else None


def _closed(tree: Tree, office: Mention) -> bool:
    return (
        office.end < len(tree)
        and tree[office.end].text in (",", ")", ";")
        and tree[office.head].dep in ("appos", "conj")
    )


def _shared(tree: Tree, mentions: list[Mention], at: int, person: Mention) -> Iterator[Holding]:
    """ "X, a former finance minister and ex-governor of Y": a second office of the same person."""
    for office in mentions[at + 1 : at + 3]:
        gap = tree.words[mentions[at].end : office.start]
        if (
            office.kind is MentionKind.OFFICE
            and office.office
            and all(w.lower in ("and", ",", "the", "a") for w in gap)
            and gap
        ):
            following = mentions[mentions.index(office) + 1 :][:1]
            named = following and following[0].kind is MentionKind.PERSON and following[0].start - office.end <= 1
            if gap[-1].lower != "," and not named and tree[office.head].dep == "conj":
                yield Holding(person, office, person.start, office.end)


def _only_between(gap: tuple) -> bool:  # type: ignore[type-arg]
    return all(
        w.lower in terms().between_title_and_name
        or w.lower.isdigit()
        or w.lower.rstrip(".") in terms().between_title_and_name
        for w in gap
    )
