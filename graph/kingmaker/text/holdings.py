"""Who holds what by the article's own words: a title before or after a name, with nothing between but commas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kingmaker.lexicon.terms import terms
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.title_times import CLOSING, FROM, time_after, time_before
from kingmaker.text.tree import Tree, Word

LONGEST_GAP = 7  # words; an age ("58,"), a title of courtesy and letters in brackets fit
DEFINITE = frozenset({"the", "its", "their", "his", "her", "whose", "our"})


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
        if office in bound:
            continue
        found = list(_holdings_of(tree, mentions, at))
        bound.update(h.office for h in found)
        yield from found


def _holdings_of(tree: Tree, mentions: list[Mention], at: int) -> Iterator[Holding]:
    office = mentions[at]
    if office.office is not None and office.office.plural:
        yield from (_holding(person, office) for person in _several(tree, mentions, at))
        return
    person = _after(tree, mentions, at) or _listed(tree, mentions, at) or _titled_again(tree, mentions, at)
    if person is not None:
        yield _holding(person, office)
        return
    if (person := _shared_before(tree, mentions, at)) is not None:
        yield _holding(person, office)
        return
    if (person := _before(tree, mentions, at)) is not None:
        yield _holding(person, office)
        yield from _shared(tree, mentions, at, person)


def _holding(person: Mention, office: Mention) -> Holding:
    return Holding(person, office, min(person.start, office.start), max(person.end, office.end))


def _after(tree: Tree, mentions: list[Mention], at: int) -> Mention | None:
    """ "Dutch Prime Minister Mark Rutte"; "the prime minister, Julien Abbott, ..."."""
    office = mentions[at]
    person = _next_person(tree, mentions, at)
    if person is None:
        return None
    gap = _without_letters(tree.words[office.end : person.start])
    if gap and office.start and tree[office.start - 1].lower == "for" and not _is_courteous(gap[-1]):
        return None  # "the candidates for leader, Eze and Obi,": who is up for a post does not hold it
    if len(gap) > LONGEST_GAP or not _only_between(gap) or _is_quoted(gap):
        return None
    if not any(w.text == "," for w in gap):
        return person if len(gap) < 4 else None
    return person if _is_apposed(tree, office, person) else None


def _is_apposed(tree: Tree, office: Mention, person: Mention) -> bool:
    """Whether a name between commas says who the office is: "its leader, Ana Prado, ..." """
    closes = person.end >= len(tree) or tree[person.end].text in CLOSING or _is_aged(tree, person.end)
    whose = office.start > 0 and tree[office.start - 1].lower == "whose"
    first = tree[office.start]
    definite = first.lower in DEFINITE or first.is_capital or whose or _is_of_place(tree, office)
    speaks = person.end < len(tree) and _reports(tree, person.end)
    return (
        closes and definite and not _heads_list(tree, office, person) and not speaks and not _is_another(tree, office)
    )


def _is_another(tree: Tree, office: Mention) -> bool:
    """Whether the name may be somebody else's: "the wife of the prime minister, Anne Lund"."""
    word = tree[office.head]
    above = tree[tree[word.head].head]
    if above.dep == "appos" and tree[above.head].pos == "PROPN":
        return False  # "Ada Eze, daughter of the former president, Tunde Eze"
    belongs = word.dep == "pobj" and tree[word.head].lower in ("of", "for", "to") and above.tag == "NN"
    return belongs and above.lemma in terms().around_people


def _is_of_place(tree: Tree, office: Mention) -> bool:
    """Whether the title's own body makes it definite: "newly elected mayor of Lyon"."""
    place = office.office.place if office.office is not None else None
    return place is not None and tree[office.start].lower not in ("a", "an")


def _is_aged(tree: Tree, at: int) -> bool:
    return tree[at].text == "(" and at + 1 < len(tree) and tree[at + 1].text.isdigit()


def _heads_list(tree: Tree, office: Mention, person: Mention) -> bool:
    """Whether office and name are members of one list ("the president, Sean Brown, and ...")."""
    return tree[person.head].dep == "conj" and tree[person.head].head == office.head


def _listed(tree: Tree, mentions: list[Mention], at: int) -> Mention | None:
    """ "Foreign Secretary: Ben Wall", a line of its own in a list of who holds what."""
    office, person = mentions[at], _next_person(tree, mentions, at)
    if person is None or office.start > 1 or person.start - office.end > 2:
        return None
    marked = tree[office.end].text in (":", "-") and len(tree) - person.end <= 12
    return person if marked and tree[person.start].sent <= tree[office.start].sent + 1 else None


def _next_person(tree: Tree, mentions: list[Mention], at: int) -> Mention | None:
    following = mentions[at + 1 : at + 3]
    if following and following[0].kind is MentionKind.PLACE and _is_lettered(tree, following[0]):
        following = following[1:]  # "the World Health Organization (WHO)"
    if not following or following[0].kind is not MentionKind.PERSON:
        return None
    before, dotted = tree[following[0].start - 1], tree[following[0].start - 2]
    cut = _is_courteous(dotted if before.text == "." else before)  # the parser ends sentences at "Hon."
    same = cut or tree[mentions[at].start].sent == tree[following[0].start].sent
    return following[0] if same or tree[mentions[at].end].text == ":" else None


def _titled_again(tree: Tree, mentions: list[Mention], at: int) -> Mention | None:
    """ "Former Governor of Akwa Ibom, Senator Godswill Obot, ...": a second title of the same person comes between."""
    office, following = mentions[at], mentions[at + 1 : at + 3]
    if len(following) < 2 or following[0].office is None or following[1].kind is not MentionKind.PERSON:
        return None
    second, person = following
    apart = [w.text for w in tree.words[office.end : second.start]]
    told = office.office is not None and (office.office.status == "former" or office.office.place is not None)
    bare = second.office is not None and second.office.place is None and tree[second.start].is_capital
    closed = person.end < len(tree) and tree[person.end].text == ","
    beside = person.start - second.end <= 1 and second.end - second.start < 3 and apart == [","]
    return person if told and bare and closed and beside and not _heads_list(tree, office, person) else None


def _is_lettered(tree: Tree, place: Mention) -> bool:
    return place.start > 0 and tree[place.start - 1].text == "(" and tree[place.start].text.isupper()


def _without_letters(gap: tuple[Word, ...]) -> tuple[Word, ...]:
    """Take the letters of a body in brackets off the front of what stands between: "(WHO)"."""
    if len(gap) > 2 and gap[0].text == "(" and gap[2].text == ")" and gap[1].text.isupper():
        return gap[3:]
    return gap


def _is_quoted(gap: Sequence[Word]) -> bool:
    """Whether a speech ends or begins between the two: '"Ben Wall," the prime minister said'."""
    return sum(w.text == '"' for w in gap) % 2 == 1


def _reports(tree: Tree, at: int) -> bool:
    """Whether a verb of saying stands at a word: "Ben Wall, the president said, ..."."""
    return tree[at].is_verb and tree[at].lemma in terms().reporting


def _before(tree: Tree, mentions: list[Mention], at: int) -> Mention | None:
    """ "Ben Wallace, the defence secretary, ..."; "Mr Wallace, 53, a former minister"."""
    office = mentions[at]
    person = next((m for m in reversed(mentions[:at]) if m.kind is MentionKind.PERSON), None)
    if person is None or tree[person.start].sent != tree[office.start].sent:
        return None
    timed = time_before(tree, office.start)
    if _is_chained(tree, office, person):
        return person
    gap = tree.words[_after_origin(tree, mentions, person) : timed[0] if timed else office.start]
    if not gap or len(gap) > LONGEST_GAP or gap[0].text not in (",", "(", "-") or not _only_between(gap):
        return None
    if _is_quoted(gap) or (office.end < len(tree) and _reports(tree, office.end)):
        return None
    end = time_after(tree, office.end)
    closes = end >= len(tree) or tree[end].text in CLOSING or tree[office.head].dep == "appos"
    if _is_beside_next(tree, mentions, at) and not _closed(tree, office):
        return None
    return person if closes or tree[office.head].dep in ("appos", "conj") else None


def _is_chained(tree: Tree, office: Mention, person: Mention) -> bool:
    """ "Ana Prado, a lawyer, a party veteran and a former mayor": one of several nouns that say what she is."""
    word = tree[office.head]
    if word.dep != "conj" or tree[office.start].lower == "the":
        return False
    while word.dep == "conj" and not word.is_verb:
        word = tree[word.head]
    return word.dep == "appos" and person.start <= word.head < person.end and word.tag in ("NN", "NNP")


def _after_origin(tree: Tree, mentions: list[Mention], person: Mention) -> int:
    """Return where a name ends with what it is from: "Boubou Sissoko of Mali, the chair", "Ann Lee, D-Va., ..." """
    if person.end + 2 < len(tree) and tree[person.end].text in (",", "(") and PARTISAN.match(tree[person.end + 1].text):
        after = range(person.end + 2, min(len(tree), person.end + 6))
        return next((i for i in after if tree[i].text in (",", ")")), person.end)
    place = next((m for m in mentions if m.start == person.end + 1 and m.kind is MentionKind.PLACE), None)
    return place.end if place is not None and tree[person.end].lower in ("of", "from") else person.end


def _is_beside_next(tree: Tree, mentions: list[Mention], at: int) -> bool:
    """Whether another name follows right after the office: it is rather that one's."""
    office, follows = mentions[at], mentions[at + 1] if at + 1 < len(mentions) else None
    return (
        follows is not None
        and follows.kind is MentionKind.PERSON
        and tree[follows.start].sent == tree[office.start].sent
        and follows.start - office.end <= 1
        and tree[office.end].lower not in FROM
    )


def _closed(tree: Tree, office: Mention) -> bool:
    marked = office.end < len(tree) and tree[office.end].text in (",", ")", ";")
    return marked and tree[office.head].dep in ("appos", "conj")


def _shared(tree: Tree, mentions: list[Mention], at: int, person: Mention) -> Iterator[Holding]:
    """ "X, a former finance minister and ex-governor of Y": a second and third office of the same person."""
    last = mentions[at]
    for following, office in enumerate(mentions[at + 1 : at + 3], at + 1):
        gap = tree.words[time_after(tree, last.end) : office.start]
        joined = gap and all(w.lower in JOINING for w in gap) and any(w.lower in ("and", "&") for w in gap)
        if office.kind is not MentionKind.OFFICE or office.office is None or office.office.plural or not joined:
            return
        if _is_beside_next(tree, mentions, following) or tree[office.start].lower == "the":
            return
        yield _holding(person, office)
        last = office


PARTISAN = re.compile(r"[RDI](?:-[A-Z]|$)")  # "D-Va."
JOINING = frozenset({"and", "&", ",", "a", "an", "now", "currently", "also", "later"})


def _shared_before(tree: Tree, mentions: list[Mention], at: int) -> Mention | None:
    """ "Former defence minister and now NATO chair Lea Holm": the first of two offices before a name."""
    office, after = mentions[at], mentions[at + 1 : at + 2]
    if not after or after[0].kind is not MentionKind.OFFICE or after[0].office is None:
        return None
    past = after[0].office.status == "former"  # "the Congress leader and former minister X" is one person
    if tree[office.start].lower == "both" or (tree[office.start].lower == "the" and not past):
        return None
    if tree[office.start - 1].text == "," and any(m.end == office.start - 1 for m in mentions[max(0, at - 2) : at]
                                                  if m.kind is MentionKind.PERSON):  # fmt: skip
        return None  # "Ann Lee, the transport secretary, and former minister Tom Roe": hers is the first
    gap = tree.words[office.end : after[0].start]
    joined = gap and all(w.lower in JOINING for w in gap) and any(w.lower in ("and", "&") for w in gap)
    if not joined or tree[after[0].start].lower in ("the", "his", "her", "their", "its"):
        return None
    person = _next_person(tree, mentions, at + 1)
    return person if person is not None and person.start - after[0].end <= 1 else None


def _several(tree: Tree, mentions: list[Mention], at: int) -> list[Mention]:
    """ "Former presidents of Ghana John Kumah and Nana Addo": all the people listed after a plural title."""
    office = mentions[at]
    listed: list[Mention] = []
    end = office.end
    two = office.start > 0 and tree[office.start - 1].lower in ("and", "&", ",")  # "Danish and Swedish prime ministers"
    for person in mentions[at + 1 :]:
        gap = tree.words[end : person.start]
        joins = all(w.lower in ("and", "&", ",") or _is_courteous(w) for w in gap) and len(gap) < 4
        if person.kind is not MentionKind.PERSON or not joins or tree[person.start].sent != tree[office.start].sent:
            break
        if not listed and gap:
            break
        listed.append(person)
        end = person.end
    return [] if two or len(listed) < 2 else listed


def _is_courteous(word: Word) -> bool:
    return word.lower.rstrip(".") in terms().honorifics


def _only_between(gap: Sequence[Word]) -> bool:
    return all(
        w.lower in terms().between_title_and_name
        or w.lower.isdigit()
        or w.lower.rstrip(".") in terms().between_title_and_name
        or (w.is_capital and _is_courteous(w))
        or (w.text == "." and at > 0 and _is_courteous(gap[at - 1]))
        for at, w in enumerate(gap)
    )
