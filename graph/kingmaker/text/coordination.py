"""Coordination: lists of names, and "not only", "neither", "not X but Y", where the parser hangs them amiss."""

from kingmaker.lexicon.world import world
from kingmaker.text.draft import SUBJECTS, Draft
from kingmaker.text.word import Name, Word

INSIDE_NAMES = ("compound", "nmod", "amod", "conj", "cc", "appos", "poss")


def repeated_prepositions(draft: Draft) -> None:
    """ "Backed by Bulgaria and by Hungary": by both."""
    for again in draft.words:
        if again.dep != "conj":
            continue
        first = draft[again.head]
        if again.lower != first.lower or first.pos != "ADP":
            continue
        one, two = (next(iter(draft.kids(p, "pobj")), None) for p in (first.i, again.i))
        if one is not None and two is not None:
            draft.hang(two.i, one.i, "conj")


def coordinated_names(draft: Draft) -> None:
    """ "Ada Eze and Grace Obi are vying": two names that the parser hangs inside one another."""
    for name in draft.names:
        if name.label != "PERSON":
            continue
        joint = _joint(draft, name)
        end = joint + 1 if joint is not None else 0
        while joint is not None and end < len(draft) and draft[end].pos == "PROPN" and draft[end].is_capital:
            end += 1
        if joint is None or end == joint + 1 or draft[end - 1].i == joint:
            continue
        first, last = joint - 1, end - 1
        if not draft.is_below(first, last) or any(draft[i].dep not in INSIDE_NAMES for i in range(name.start, joint)):
            continue
        _part(draft, name.start, joint, end)


def _joint(draft: Draft, name: Name) -> int | None:
    """Return where the "and" stands that follows a name or is taken for a part of it."""
    inside = [i for i in range(name.start + 1, name.end) if draft[i].lower == "and"]
    if inside:
        return inside[0] if inside[0] - name.start > 1 else None
    at = name.end
    return at if at < len(draft) and draft[at].lower in ("and", "or") and draft[at].sent == draft[at - 1].sent else None


def _part(draft: Draft, start: int, joint: int, end: int) -> None:
    """Make the names before and after an "and" conjuncts, in the place of the second."""
    first, last = joint - 1, end - 1
    draft.take_place(first, last)
    for i in range(start, first):
        draft.hang(i, first, "compound")
    draft.hang(joint, first, "cc")
    draft.hang(last, first, "conj")
    for i in range(joint + 1, last):
        draft.hang(i, last, "compound")
    for other in draft.kids(last):
        if other.i < start:
            draft.hang(other.i, first, other.dep)


def lists(draft: Draft) -> None:
    """ "Ada Eze, Bisi Cole and Grace Obi": the second name of a list is no apposition to the first."""
    for word in draft.words:
        if word.dep != "appos" or word.i < 2:
            continue
        one, two = draft.name_at(word.head), draft.name_at(word.i)
        if one is None or two is None or one.end >= two.start or draft[two.start - 1].text != ",":
            continue
        if two.start != one.end + 1 or not _alike(draft, one, two):
            continue
        later = [k for k in (*draft.kids(word.head, "conj"), *draft.kids(word.i, "conj")) if k.i > word.i]
        if later:
            draft.hang(word.i, word.head, "conj")


def _alike(draft: Draft, one: Name, two: Name) -> bool:
    if one.label == two.label == "PERSON":
        return True
    countries = [world().country(draft.text(n.start + (draft[n.start].lower == "the"), n.end)) for n in (one, two)]
    return all(countries)


def crossed_lists(draft: Draft) -> None:
    """ "Jeff Merkle of Oregon and Sheldon White": people are listed with people, not with where they come from."""
    for word in draft.words:
        if word.dep != "conj":
            continue
        head = draft[word.head]
        if not head.is_verb and draft.label(word.i) not in ("DATE", ""):
            _new_clause(draft, word)
            word = draft[word.i]
        if word.dep != "conj" or draft.label(word.i) != "PERSON" or draft.label(head.i) in ("PERSON", "DATE"):
            continue
        if head.is_verb:
            continue
        above = _person_above(draft, head)
        if above is not None and above.i < word.i:
            draft.hang(word.i, above.i, "conj")


def _person_above(draft: Draft, word: Word) -> Word | None:
    """Return the person of whom a word is a place or a description: Merkle for "of Oregon", Eze for "the speaker"."""
    for above in draft.above(word.i):
        if draft.label(above.i) == "PERSON":
            return above if word.dep in ("prep", "appos", "conj") else None
        if above.is_verb or above.dep not in ("prep", "pobj", "appos", "conj"):
            return None
        word = above
    return None


def _new_clause(draft: Draft, word: Word) -> None:
    """ "Resigned as mayor of Sligo and Murphy was appointed": the name is the subject of the verb after it."""
    name = draft.name_at(word.i)
    after = draft[word.i + 1] if word.i + 1 < len(draft) else word
    verb = draft[after.head] if after.dep in ("aux", "auxpass") else after
    finite = after.tag in ("VBD", "VBZ", "VBP", "MD") and after.sent == word.sent
    if name is None or not name.start or draft[name.start - 1].lower not in ("and", "but") or not finite:
        return
    if verb.is_verb and verb.dep == "conj" and verb.i > word.i and not draft.kids(verb.i, *SUBJECTS):
        draft.hang(word.i, verb.i, "nsubjpass" if draft.kids(verb.i, "auxpass") else "nsubj")


def correlatives(draft: Draft) -> None:
    """ "Not only Germany but also Austria backs her": both do, and nothing is denied."""
    for word in draft.words[:-1]:
        if word.lower != "not" or draft[word.i + 1].lower not in ("only", "just", "merely", "simply"):
            continue
        draft.hang(word.i, word.head, "dep")
        first = draft[word.head]
        other = next(
            (k for k in draft.words[word.i :] if k.dep in SUBJECTS and k.head == first.head and k.i > first.i), None
        )
        if first.dep in SUBJECTS and other is not None and any(k.lower == "but" for k in draft.kids(first.i, "cc")):
            draft.hang(other.i, first.i, "conj")


def exclusions(draft: Draft) -> None:
    """ "Ada Eze, not Bisi Cole, is running": the "not" is Cole's, who is somebody else."""
    for word in draft.words:
        if word.lower != "not" or word.i < 2 or draft[word.i - 1].text not in (",", "-", "("):
            continue
        name = next((n for n in draft.names if n.start in (word.i + 1, word.i + 2)), None)
        if name is None or draft[name.start - 1].i not in (word.i, word.i + 1) or not draft.is_name(word.i - 2):
            continue
        other = next((i for i in range(name.start, name.end) if not name.start <= draft[i].head < name.end), None)
        if other is not None and not draft.is_below(word.head, other):
            draft.hang(word.i, other, "neg")
            draft.hang(other, draft[other].head, "dep")
