"""Mending: what the parser gets wrong over and over, put right before anybody reads the tree.

Each mend knows one error by its shape and changes heads and relations only; words, offsets and sentences
stay.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.draft import SUBJECTS, Draft
from kingmaker.text.rewriting import clefts, companions, exceptions, inversions, members
from kingmaker.text.word import Name, Word

INSIDE_NAMES = ("compound", "nmod", "amod", "conj", "cc", "appos", "poss")


def mended(words: Sequence[Word], names: Sequence[Name]) -> tuple[list[Word], tuple[Name, ...]]:
    """Return the words of a paragraph with their heads and relations put right, and the names in it."""
    draft = Draft(words, tuple(_parted(words, names)))
    for mend in MENDS:
        mend(draft)
    return draft.words, draft.names


def _surnames(draft: Draft) -> None:
    """ "May backs Whelan": a capital inside a sentence, or before a finite verb, is no modal."""
    for word in draft.words:
        if word.tag != "MD" or not word.is_capital or word.dep != "aux":
            continue
        verb, first = draft[word.head], word.i == 0 or draft[word.i - 1].sent != word.sent
        if first and (verb.tag not in ("VBZ", "VBD") or draft.kids(verb.i, *SUBJECTS)):
            continue
        dep = "dep" if draft.kids(verb.i, *SUBJECTS) else "nsubj"
        draft.words[word.i] = word._replace(pos="PROPN", tag="NNP", dep=dep, lemma=word.lower)


def _two_subjects(draft: Draft) -> None:
    """ "A former judge, Ama Addo was appointed": the first of two subjects describes the second."""
    for verb in draft.words:
        own = draft.kids(verb.i, *SUBJECTS) if verb.is_verb else []
        for first, second in pairwise(own):
            between = draft.words[first.i + 1 : second.i]
            if first.pos == "NOUN" and second.pos == "PROPN" and "," in [w.text for w in between]:
                draft.hang(first.i, second.i, "appos")


def _agents(draft: Draft) -> None:
    """ "Nominated for chief justice by Kamau": "by" hangs on the post, but the passive verb lacks its agent."""
    for by in draft.words:
        noun = draft[by.head]
        if by.lower != "by" or by.dep != "prep" or noun.pos not in ("NOUN", "PROPN") or noun.i > by.i:
            continue
        if noun.lemma.endswith(("ion", "ment", "al", "ship")) or not _names_somebody(draft, by.i):
            continue
        verb = next((w for w in draft.above(noun.i) if w.is_verb), None)
        path = [noun, *(w for w in draft.above(noun.i))]
        direct = verb is not None and all(
            w.dep in ("pobj", "prep", "oprd", "attr", "dobj") for w in path[: path.index(verb)]
        )
        if verb is not None and direct and verb.tag == "VBN" and verb.i < noun.i and not draft.kids(verb.i, "agent"):
            passive = draft.kids(verb.i, "auxpass", "nsubjpass") or verb.dep in ("acl", "advcl")
            if passive:
                draft.hang(by.i, verb.i, "agent")


def _names_somebody(draft: Draft, prep: int) -> bool:
    return any(k.pos in ("PROPN", "PRON") or k.is_capital or k.lemma in terms().collectives
               for k in draft.kids(prep, "pobj"))  # fmt: skip


def _posts_of_objects(draft: Draft) -> None:
    """ "Succeeding Anil Deshpande as minister": "as" says what the verb does to him, not who he is."""
    for prep in draft.words:
        name = draft[prep.head]
        if prep.dep == "prep" and prep.lower in ("as", "for") and name.dep == "dobj" and draft.is_name(name.i):
            verb = draft[name.head]
            if verb.is_verb and verb.i < name.i < prep.i and draft.name_at(name.i) is not None:
                draft.hang(prep.i, verb.i, "prep")


def _names_before_titles(draft: Draft) -> None:
    """ "Elected Keir Hall leader": a name and a title that the parser takes for one noun."""
    for verb in draft.words:
        if not verb.is_verb or verb.lemma not in terms().naming | terms().headline_passives:
            continue
        for noun in draft.kids(verb.i, "dobj", "oprd", "attr"):
            if noun.pos != "NOUN" or noun.is_capital or world().title(noun.text) is None:
                continue
            name = next((k for k in reversed(draft.kids(noun.i, "compound", "nmod")) if k.pos == "PROPN"), None)
            if name is None or name.i < verb.i or not draft.kids(name.i, "compound", "nmod") or name.i + 1 < noun.i:
                continue
            draft.hang(name.i, verb.i, "dobj")
            draft.hang(noun.i, verb.i, "oprd")
            draft.rename(name.i, "PERSON")


def _relatives(draft: Draft) -> None:
    """ "Met Mensah in Accra, who was sacked" and "replacing Johnson who resigned": a "who" is the person before it."""
    for who in draft.words:
        verb = draft[who.head]
        if who.lower not in ("who", "whom") or who.i < 2 or not verb.is_verb or who.dep not in (*SUBJECTS, "dobj"):
            continue
        before = who.i - 1 - (draft[who.i - 1].text in (",", ")"))
        head = _person_before(draft, before)
        asked = verb.dep != "relcl" and draft[verb.head].lemma in terms().asking and before == who.i - 1
        if head is not None and not asked and not draft.is_below(head, verb.i) and draft[verb.head].i != head:
            noun = draft[verb.head]
            if verb.dep != "relcl" or (noun.pos == "PROPN" and _label(draft, noun.i) not in ("PERSON", "")):
                draft.hang(verb.i, head, "relcl")


def _label(draft: Draft, i: int) -> str:
    name = draft.name_at(i)
    return name.label if name is not None else ""


def _person_before(draft: Draft, i: int) -> int | None:
    """Return the head of the person named at a word, or just before the place named there ("Obi in Accra, who")."""
    name = draft.name_at(i)
    if name is not None and name.label == "GPE" and name.start > 1 and draft[name.start - 1].pos == "ADP":
        i = name.start - 2
        name = draft.name_at(i)
    return i if name is not None and name.label == "PERSON" and name.end == i + 1 else None


def _marks(draft: Draft) -> None:
    """ "Expectations that Feld will run": "that" opens the clause and is no object of its verb."""
    for that in draft.words:
        if that.lower == "that" and that.tag == "IN" and that.dep == "dobj" and draft.kids(that.head, *SUBJECTS):
            draft.hang(that.i, that.head, "mark")


def _gerunds(draft: Draft) -> None:
    """ "In the event of Lind resigning": the name is the subject of the verb after it."""
    for verb in draft.words:
        name = draft[verb.i - 1] if verb.i else verb
        of = draft[name.head]
        if verb.tag == "VBG" and verb.dep == "acl" and name.dep == "pobj" and of.lower == "of" and of.head == verb.head:
            draft.hang(name.i, verb.i, "nsubj")


def _repeated_prepositions(draft: Draft) -> None:
    """ "Backed by Bulgaria and by Hungary": by both."""
    for again in draft.words:
        first = draft[again.head]
        if again.dep != "conj" or again.lower != first.lower or first.pos != "ADP":
            continue
        one, two = (next(iter(draft.kids(p, "pobj")), None) for p in (first.i, again.i))
        if one is not None and two is not None:
            draft.hang(two.i, one.i, "conj")


def _semicolons(draft: Draft) -> None:
    """ "Denmark backs her; Austria does not": what stands before a semicolon is no complement of what follows."""
    for mark in draft.words:
        verb = draft[mark.head]
        if mark.text != ";" or not verb.is_verb or verb.i < mark.i:
            continue
        first = next((k for k in draft.kids(verb.i, "ccomp") if k.i < mark.i), None)
        if first is not None and any(k.i > mark.i for k in draft.kids(verb.i, *SUBJECTS)):
            draft.take_place(first.i, verb.i)
            draft.hang(verb.i, first.i, "conj")


def _appositions(draft: Draft) -> None:
    """ "The governor of the Bank of England, Mark Daly,": the name stands for the governor, not for the bank."""
    for word in draft.words:
        if word.dep != "appos" or _label(draft, word.i) != "PERSON" or _label(draft, word.head) not in ("ORG", "GPE"):
            continue
        top = draft[word.head]
        while top.dep == "pobj" and draft[top.head].lower == "of" and draft[top.head].dep == "prep":
            top = draft[draft[top.head].head]
        if top.i != word.head and world().title(top.text) is not None:
            draft.hang(word.i, top.i, "appos")


def _coordinated_names(draft: Draft) -> None:
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


def _lists(draft: Draft) -> None:
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


def _parted(words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names with no "and" at their edges, and with none between two people."""
    for name in names:
        start, end = name.start, name.end
        while end > start and words[end - 1].tag == "CC":
            end -= 1
        joints = [i for i in range(start + 2, end - 2) if words[i].tag == "CC"] if name.label == "PERSON" else []
        if len(joints) == 1:
            yield Name(start, joints[0], name.label)
            start = joints[0] + 1
        if end > start:
            yield Name(start, end, name.label)


MENDS: tuple[Callable[[Draft], None], ...] = (
    _surnames,
    _two_subjects,
    _agents,
    _posts_of_objects,
    _names_before_titles,
    _relatives,
    _marks,
    _gerunds,
    _repeated_prepositions,
    _semicolons,
    _appositions,
    _coordinated_names,
    _lists,
    inversions,
    clefts,
    exceptions,
    companions,
    members,
)
