"""People by name: what the parser calls a person, and what a title, a "who" or a given name tells to be one."""

from collections.abc import Iterator

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.mention import Mention, MentionKind, Taken
from kingmaker.text.naming import is_plain
from kingmaker.text.places import known_place
from kingmaker.text.tree import Tree

PLACING = frozenset({"in", "of", "near", "at", "from", "across", "outside", "around", "through", "into", "inside"})
# Where in a sentence a person's name stands.
NAME_EDGES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "poss", "attr", "dative"})


def people(tree: Tree, known: frozenset[str], taken: Taken) -> Iterator[Mention]:
    yield from _titled(tree, taken)
    for name in tree.names:
        if name.label == "PERSON" or _reads_as_person(tree, name.start, name.end):
            yield from _person(tree, name.start, _after_particles(tree, name.end), taken)
    for word in tree.words:
        if word.i in taken or word.pos not in ("PROPN", "NOUN", "VERB", "ADJ") or not word.is_capital:
            continue
        if word.lower in known:
            start = word.i
            while (
                start
                and tree[start - 1].dep == "compound"
                and tree[start - 1].pos == "PROPN"
                and (tree[start - 1].head == word.i and start - 1 not in taken)
            ):
                start -= 1
            yield from _person(tree, start, word.i + 1, taken)
    yield from _unlabelled(tree, taken)


def _after_particles(tree: Tree, end: int) -> int:
    """Return where a name ends that the parser cut after "von der"."""
    while (
        end < len(tree)
        and tree[end - 1].lower in terms().name_particles
        and (tree[end].is_capital or tree[end].lower in terms().name_particles)
    ):
        end += 1
    return end


def _reads_as_person(tree: Tree, start: int, end: int) -> bool:
    """Whether what the parser takes for a body or place is a person by its given name, a "who", or its plain words."""
    words = tree.words[start:end]
    if not 2 <= len(words) <= 4 or not all(w.is_capital and w.text.replace("-", "").isalpha() for w in words):
        return False
    if known_place(tree.phrase(start, end), start, end) is not None:
        return False
    if end + 1 < len(tree) and tree[end].text == "," and tree[end + 1].lower == "who":
        return True
    plain = len(words) < 4 and is_plain(words) and not _is_title_case(tree)
    return plain and (world().gender(words[0].text) is not None or not _is_place(tree, start))


def _is_place(tree: Tree, at: int) -> bool:
    """Whether the parser's word that this is a place is borne out: "in", "near" or "of" before it."""
    name = next((n for n in tree.names if n.start <= at < n.end), None)
    if name is None or name.label not in ("GPE", "LOC", "NORP", "DATE"):
        return False
    word = tree[name.end - 1]
    before = tree[word.head]
    placed = word.dep == "pobj" and before.lower in PLACING
    return name.label != "GPE" or placed or word.dep not in NAME_EDGES


def _unlabelled(tree: Tree, taken: Taken) -> Iterator[Mention]:
    """Two or three capitalised words that nothing else explains, where a person would stand in the sentence."""
    if _is_title_case(tree):
        return
    start = 0
    while start < len(tree):
        end = start
        while end < len(tree) and tree[end].pos == "PROPN" and tree[end].is_capital and end not in taken:
            end += 1
        if 2 <= end - start <= 3 and _stands_alone(tree, start, end):
            yield from _person(tree, start, end, taken)
        start = max(end, start + 1)


def _stands_alone(tree: Tree, start: int, end: int) -> bool:
    named = any(n.start < end and start < n.end for n in tree.names)
    article = start > 0 and tree[start - 1].lower in ("the", "a", "an")
    words = tree.words[start:end]
    letters = all(w.text.replace("-", "").isalpha() for w in words)
    return letters and not named and not article and tree[end - 1].dep in NAME_EDGES and is_plain(words)


def _is_title_case(tree: Tree) -> bool:
    """Whether capitals tell nothing here, as in many headlines."""
    words = [w for w in tree.words if w.text.isalpha() and len(w.text) > 3]
    return len(words) > 4 and tree.words[-1].text != "." and sum(w.is_capital for w in words) > 0.7 * len(words)


def _titled(tree: Tree, taken: Taken) -> Iterator[Mention]:
    """A title, then capitalised words, is a person whatever the parser takes it for."""
    for office in {m for m in taken.values() if m.kind is MentionKind.OFFICE}:
        yield from _named_before(tree, office, taken)
    for word in tree.words:
        courtesy = word.lower.rstrip(".") in terms().honorifics and word.is_capital
        after_office = word.i in taken and taken[word.i].kind is MentionKind.OFFICE and taken[word.i].end == word.i + 1
        if not courtesy and not after_office:
            continue
        start = word.i + 1
        if start < len(tree) and tree[start].text == "." and courtesy:
            start += 1
        end = start
        while end < len(tree) and _goes_on_name(tree, start, end, taken):
            end += 1
        if (
            end > start
            and tree[start].pos == "PROPN"
            and not (after_office and known_place(tree.phrase(start, end), start, end))
        ):
            yield from _person(tree, start, end, taken)


def _named_before(tree: Tree, office: Mention, taken: Taken) -> Iterator[Mention]:
    """ "Ines Laroche, deputy governor of the Bank of Canada": two capitals or more, a comma, an office."""
    end = office.start - 1
    if end < 2 or tree[end].text != "," or tree[end].sent != tree[office.start].sent:
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
    if (
        end - start >= 2
        and not listed
        and not any(tree[i].text.isupper() and len(tree[i].text) > 2 for i in range(start, end))
    ):
        yield from _person(tree, start, end, taken)


def _goes_on_name(tree: Tree, start: int, at: int, taken: Taken) -> bool:
    word = tree[at]
    if at in taken or word.sent != tree[start].sent or at - start > 5:
        return False
    if word.is_capital and word.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB"):
        return word.text.isupper() is False or len(word.text) > 4 or at > start
    if _hyphenated(tree, at):
        return True
    if word.text == "-" and at + 1 < len(tree) and tree[at + 1].start == word.end and tree[at - 1].end == word.start:
        return at > start
    if word.text == "-":
        return at > start and at + 1 < len(tree) and tree[at + 1].is_capital and tree[at].start == tree[at - 1].end
    if at + 1 >= len(tree) or not (tree[at + 1].is_capital or tree[at + 1].lower in terms().name_particles):
        return False
    return word.lower in terms().name_particles or (
        word.lower == "of" and tree[start - 1].lower in ("lord", "baroness", "lady")
    )


def _person(tree: Tree, start: int, end: int, taken: Taken) -> Iterator[Mention]:
    """Trim a name of titles, possessive and stray words; leave out what the lexicon knows as a place or body."""
    gender = ""
    while start < end:
        word = tree[start].lower.rstrip(".")
        if word in terms().honorifics and end - start > 1:
            gender = gender or terms().honorifics[word]
            if word in ("lord", "lady", "baroness", "dame", "sir") and end - start > 1 and tree[start].is_capital:
                start += 1
                continue
        elif start not in taken and _begins_name(tree, start, end):
            break
        start += 1
    while _extends_left(tree, start, end, taken):
        start -= 1
    while end > start and (
        end - 1 in taken or tree[end - 1].tag == "POS" or not (tree[end - 1].is_capital or _hyphenated(tree, end - 1))
    ):
        end -= 1
    for at in range(start, end):
        if at in taken:
            end = at
            break
    if end <= start:
        return
    text = tree.phrase(start, end)
    if (
        known_place(text, start, end)
        or world().demonym(text)
        or world().modifier(text)
        or not any(c.isalpha() for c in text)
    ):
        return
    if start and not gender and tree[start - 1].lower.rstrip(".") in terms().honorifics and tree[start - 1].is_capital:
        gender = terms().honorifics[tree[start - 1].lower.rstrip(".")]
    gender = gender if gender in ("m", "f") else (world().gender(tree[start].text) or "")
    heads = [i for i in range(start, end) if not start <= tree[i].head < end or tree[i].head == i]
    yield Mention(tree.index, start, end, heads[-1] if heads else end - 1, MentionKind.PERSON, text, gender)


def _extends_left(tree: Tree, start: int, end: int, taken: Taken) -> bool:
    """Whether the parser cut a given name off: "Emeka" before "Okoro"."""
    if not start or end - start > 2 or start - 1 in taken or tree[start - 1].sent != tree[start].sent:
        return False
    word = tree[start - 1]
    joined = word.pos == "PROPN" and word.dep == "compound" and start <= word.head < end and word.is_capital
    return joined and word.lower.rstrip(".") not in terms().honorifics and is_plain((word,)) and word.text.isalpha()


def _begins_name(tree: Tree, start: int, end: int) -> bool:
    word = tree[start]
    if word.is_capital:
        return word.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ")
    return word.lower in terms().name_particles and end - start > 1


def _hyphenated(tree: Tree, i: int) -> bool:
    """Whether a word is the small part of a name: "moon" in "Ban Ki-moon"."""
    return i > 1 and tree[i - 1].text == "-" and tree[i - 1].end == tree[i].start and tree[i - 2].is_capital
