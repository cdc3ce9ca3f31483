"""People by name: what `names` tells to be one, what stands after a title, and a surname or given name alone."""

import re
from collections.abc import Iterator

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.known import Known
from kingmaker.text.mention import Mention, MentionKind, Taken
from kingmaker.text.naming import is_bar, is_courtesy, is_plain, is_second_courtesy, is_title_case, opens_clause
from kingmaker.text.places import known_place
from kingmaker.text.tree import Tree

PEERS = frozenset({"lord", "baroness", "lady", "viscount", "baron"})
PARTS = frozenset({"north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest"})
NOT_SURNAMES = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "PUNCT", "PART", "NUM"})

INITIALS = re.compile(r"[A-Z]\.?|(?:[A-Z]\.)+[A-Z]?")


def people(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    """Yield the people named in a paragraph; `known` is whom the article introduces."""
    yield from _titled(tree, taken)
    for name in tree.names:
        if name.label == "PERSON":
            yield from _person(tree, name.start, _after_particles(tree, name.end), taken)
    for word in tree.words:
        if word.i in taken or not word.is_capital or word.pos in NOT_SURNAMES:
            continue
        if word.lower in known.surnames:
            yield from _person(tree, _given_before(tree, word.i, taken), word.i + 1, taken)
        elif word.lower in known.given and word.pos == "PROPN" and not _is_followed(tree, word.i):
            yield from _person(tree, word.i, word.i + 1, taken)


def _is_followed(tree: Tree, at: int) -> bool:
    """Whether another name follows a given name, so that it is somebody else's."""
    return at + 1 < len(tree) and tree[at + 1].is_capital and tree[at + 1].pos == "PROPN" and not is_title_case(tree)


def _given_before(tree: Tree, at: int, taken: Taken) -> int:
    """Return where a name begins that ends with a known surname at `at`."""
    start = at
    while start and start - 1 not in taken:
        word = tree[start - 1]
        if word.dep != "compound" or word.pos != "PROPN" or word.head != at or opens_clause(tree, start - 1):
            break
        start -= 1
    return start


def _after_particles(tree: Tree, end: int) -> int:
    """Return where a name ends that the parser cut after "von der"."""
    while (
        end < len(tree)
        and tree[end - 1].lower in terms().name_particles
        and (tree[end].is_capital or tree[end].lower in terms().name_particles)
    ):
        end += 1
    return end


def _titled(tree: Tree, taken: Taken) -> Iterator[Mention]:
    """A title, then capitalised words, is a person whatever the parser takes it for."""
    for office in sorted({m for m in taken.values() if m.kind is MentionKind.OFFICE}, key=lambda m: m.start):
        yield from _named_before(tree, office, taken)
        yield from _named_after(tree, office, taken)
    for word in tree.words:
        courtesy = is_courtesy(word) and word.i not in taken and not (word.text.isupper() and len(word.text) > 3)
        after_office = word.i in taken and taken[word.i].kind is MentionKind.OFFICE and taken[word.i].end == word.i + 1
        if not courtesy and not after_office:
            continue
        start = word.i + 1
        if start < len(tree) and tree[start].text == "." and courtesy:
            start += 1
        if courtesy and start < len(tree) and is_second_courtesy(tree, start):
            start += 1
        if start < len(tree) and is_courtesy(tree[start]):
            continue  # "Ex-minister Lord Rudd of Harle": the last title reads the name
        end = start
        while end < len(tree) and _goes_on_name(tree, start, end, taken):
            end += 1
        end = next((n.end for n in tree.names if n.label == "PERSON" and n.start == start and n.end > end > start), end)
        if (
            end > start
            and tree[start].pos == "PROPN"
            and not all(INITIALS.fullmatch(w.text) for w in tree.words[start:end])
            and not (after_office and known_place(tree.phrase(start, end), start, end))
            and not any(is_bar(w) for w in tree.words[start : start + 1])
        ):
            yield from _person(tree, start, end, taken)


def _named_before(tree: Tree, office: Mention, taken: Taken) -> Iterator[Mention]:
    """ "Ines Laroche, deputy governor of the Bank of Canada": two capitals or more, a comma or dash, an office."""
    end = office.start - 1
    before = tree.words[:end]
    # a line of its own: "Ruth Dunne - Chancellor", "Major General C.G Musa - Chief of Defence Staff"
    listed_so = (
        tree[end].text in ("-", "--", ":", "(")
        and end < 9
        and all(w.is_capital or w.text.isdigit() or w.text == "." for w in before)
    )
    beside = tree[end].text == "," and tree[end].sent == tree[office.start].sent
    if end < 2 or not (listed_so or beside):
        return
    start = end
    while (
        start
        and tree[start - 1].pos == "PROPN"
        and tree[start - 1].is_capital
        and start - 1 not in taken
        and end - start < 4
    ):
        start -= 1
    first = tree[start - 1] if start else None
    listed = first is not None and first.lower in ("in", "at", "of", "near", "from", "the", "to", ",")
    while listed_so and start < end and is_courtesy(tree[start]):
        start += 1
    words = tuple(w for w in tree.words[start:end] if not INITIALS.fullmatch(w.text))
    if (
        end - start >= 2
        and not listed
        and is_plain(words[1:])
        and not any(len(w.text) > 2 and w.text.isupper() for w in words)
    ):
        yield from _person(tree, start, end, taken)


def _named_after(tree: Tree, office: Mention, taken: Taken) -> Iterator[Mention]:
    """ "Home secretary: Ruth Dunne", a line of its own: two capitals or more after the mark."""
    start = office.end + 1
    if office.start > 4 or start + 1 >= len(tree) or tree[office.end].text not in (":", "-", "--"):
        return
    end = start
    while (
        end < len(tree) and end - start < 4 and tree[end].is_capital and tree[end].text.isalpha() and end not in taken
    ):
        end += 1
    if end - start >= 2 and (end == len(tree) or tree[end].text in ",(;.") and is_plain(tree.words[start:end]):
        yield from _person(tree, start, end, taken)


def _goes_on_name(tree: Tree, start: int, at: int, taken: Taken) -> bool:
    word = tree[at]
    cut = at > start and INITIALS.fullmatch(tree[at - 1].text) is not None  # the parser ends a sentence at "R.M."
    if at in taken or (word.sent != tree[start].sent and not cut) or at - start > 5:
        return False
    if word.is_capital and word.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB"):
        initials = INITIALS.fullmatch(word.text) is not None and len(word.text) > 2  # "R.M. Lodha"
        return word.text.isupper() is False or len(word.text) > 4 or at > start or initials
    if _hyphenated(tree, at):
        return True
    if word.text == "-" and at + 1 < len(tree) and tree[at + 1].start == word.end and tree[at - 1].end == word.start:
        return at > start
    if word.text == "-":
        return at > start and at + 1 < len(tree) and tree[at + 1].is_capital and tree[at].start == tree[at - 1].end
    if at + 1 >= len(tree) or not (tree[at + 1].is_capital or tree[at + 1].lower in terms().name_particles):
        return False
    return word.lower in terms().name_particles or (word.lower == "of" and tree[start - 1].lower in PEERS)


def _person(tree: Tree, start: int, end: int, taken: Taken) -> Iterator[Mention]:
    """Trim a name of titles, possessive and stray words; leave out what the lexicon knows as a place or body."""
    start, gender = _without_titles(tree, start, end, taken)
    if start >= end:
        return
    while _extends_left(tree, start, end, taken):
        start -= 1
    while end > start and (
        end - 1 in taken or tree[end - 1].tag == "POS" or not (tree[end - 1].is_capital or _hyphenated(tree, end - 1))
    ):
        end -= 1
    while end - start > 2 and tree[end - 1].lower in terms().days_and_months and tree[end - 1].lower.endswith("day"):
        end -= 1  # "Chief Minister Anand Rao Saturday said"
    end = next((at for at in range(start, end) if at in taken), end)
    if end <= start:
        return
    text = tree.phrase(start, end)
    named = known_place(text, start, end) or world().demonym(text) or world().modifier(text)
    part = tree[end - 1].lower in PARTS and end - start > 1 and world().country(tree.phrase(start, end - 1)) is not None
    if named or part or not any(c.isalpha() for c in text):
        return
    if start and not gender and is_courtesy(tree[start - 1]):
        gender = terms().honorifics[tree[start - 1].lower.rstrip(".")]
    gender = gender if gender in ("m", "f") else (world().gender(tree[start].text) or "")
    heads = [i for i in range(start, end) if not start <= tree[i].head < end or tree[i].head == i]
    yield Mention(tree.index, start, end, heads[-1] if heads else end - 1, MentionKind.PERSON, text, gender)


def _without_titles(tree: Tree, start: int, end: int, taken: Taken) -> tuple[int, str]:
    """Return where a name begins after "Sir", "Gen." and the like, and the gender they tell."""
    gender = ""
    while start < end:
        word = tree[start].lower.rstrip(".")
        following = start + 1 < end and is_second_courtesy(tree, start + 1)
        if end - start > 1 and (word in terms().honorifics or following or is_second_courtesy(tree, start)):
            gender = gender or terms().honorifics.get(word, "")
        elif start not in taken and _begins_name(tree, start, end):
            break
        start += 1
    return start, gender


def _extends_left(tree: Tree, start: int, end: int, taken: Taken) -> bool:
    """Whether the parser cut a given name off: "Emeka" before "Okoro"."""
    if not start or end - start > 2 or start - 1 in taken or tree[start - 1].sent != tree[start].sent:
        return False
    word = tree[start - 1]
    if opens_clause(tree, start - 1) or world().people(word.text) or world().members(word.text):
        return False  # "the Dutchman Jeroen Maas"
    joined = word.pos == "PROPN" and word.dep == "compound" and start <= word.head < end and word.is_capital
    titled = is_courtesy(word) or is_second_courtesy(tree, start - 1)
    return joined and not titled and is_plain((word,)) and word.text.isalpha()


def _begins_name(tree: Tree, start: int, end: int) -> bool:
    word = tree[start]
    if word.tag == "MD" and tree[tree.sentence(start)[1] - 1].text == "?" and tree.sentence(start)[0] == start:
        return False  # "Will Ada Eze run?"
    if word.is_capital:
        return word.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ") or (
            end - start > 1 and world().begins_name(word.text)
        )
    return word.lower in terms().name_particles and end - start > 1


def _hyphenated(tree: Tree, i: int) -> bool:
    """Whether a word is the small part of a name: "moon" in "Ban Ki-moon", "d'Arcy"."""
    if tree[i].text[1:2] == "'" and tree[i].text[2:3].isupper():
        return True
    return i > 1 and tree[i - 1].text == "-" and tree[i - 1].end == tree[i].start and tree[i - 2].is_capital
