"""Mending: what the parser gets wrong over and over, put right before anybody reads the tree.

Each mend knows one error by its shape and changes heads and relations only; words, offsets and sentences
stay.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.bare_verbs import bare_verbs
from kingmaker.text.coordination import (
    coordinated_names,
    correlatives,
    crossed_lists,
    exclusions,
    lists,
    repeated_prepositions,
)
from kingmaker.text.draft import SUBJECTS, Draft
from kingmaker.text.parted import courtesies, names_as_prepositions, split_auxiliaries, titles_as_adjectives
from kingmaker.text.put_forward import sought_by
from kingmaker.text.rewriting import clefts, companions, exceptions, inversions, members
from kingmaker.text.word import Name, Word

INSIDE_NAMES = ("compound", "nmod", "amod", "conj", "cc", "appos", "poss")


def mended(words: Sequence[Word], names: Sequence[Name]) -> tuple[list[Word], tuple[Name, ...]]:
    """Return the words of a paragraph with their heads and relations put right, and the names in it."""
    draft = Draft(words, tuple(_parted(words, names)))
    told = {word.lower for word in words}
    for mend, needed in MENDS:
        if not needed or not needed.isdisjoint(told):
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
        if not verb.is_verb:
            continue
        for first, second in pairwise(draft.kids(verb.i, *SUBJECTS)):
            between = draft.words[first.i + 1 : second.i]
            if first.pos == "NOUN" and second.pos == "PROPN" and "," in [w.text for w in between]:
                draft.hang(first.i, second.i, "appos")


def _agents(draft: Draft) -> None:
    """ "Nominated for chief justice by Kamau": "by" hangs on the post, but the passive verb lacks its agent."""
    for by in draft.words:
        if by.lower != "by" or by.dep != "prep":
            continue
        noun = draft[by.head]
        if noun.pos not in ("NOUN", "PROPN") or noun.i > by.i:
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
        if prep.dep != "prep" or prep.lower not in ("as", "for", "of"):
            continue
        name = draft[prep.head]
        if name.dep == "dobj" and draft.is_name(name.i):
            verb = draft[name.head]
            if prep.lower == "of" and verb.lemma not in ("relieve", "strip", "divest", "deprive"):
                continue
            if verb.is_verb and verb.i < name.i < prep.i and draft.name_at(name.i) is not None:
                draft.hang(prep.i, verb.i, "prep")


def _objects(draft: Draft) -> None:
    """ "Named Kofi Mensah, a banker, as governor": a person is whom the verb takes, not what it makes of him."""
    for name in draft.words:
        if name.dep != "oprd":
            continue
        verb = draft[name.head]
        if draft.label(name.i) != "PERSON" or name.i < verb.i or not verb.is_verb:
            continue
        if not draft.kids(verb.i, "dobj", "auxpass", "nsubjpass") and draft.kids(verb.i, "nsubj"):
            draft.hang(name.i, verb.i, "dobj")


def _names_before_titles(draft: Draft) -> None:
    """ "Elected Keir Hall leader": a name and a title that the parser takes for one noun."""
    making = terms().naming | terms().headline_passives
    for verb in draft.words:
        if not verb.is_verb or verb.lemma not in making:
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
        if who.lower not in ("who", "whom"):
            continue
        verb = draft[who.head]
        if who.i < 2 or not verb.is_verb or who.dep not in (*SUBJECTS, "dobj"):
            continue
        before = who.i - 1 - (draft[who.i - 1].text in (",", ")"))
        head = _person_before(draft, before)
        asked = verb.dep != "relcl" and draft[verb.head].lemma in terms().asking and before == who.i - 1
        if head is not None and not asked and not draft.is_below(head, verb.i) and draft[verb.head].i != head:
            noun = draft[verb.head]
            if verb.dep != "relcl" or (noun.pos == "PROPN" and draft.label(noun.i) not in ("PERSON", "")):
                draft.hang(verb.i, head, "relcl")


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
        if verb.tag != "VBG":
            continue
        name = draft[verb.i - 1] if verb.i else verb
        of = draft[name.head]
        if verb.dep == "acl" and name.dep == "pobj" and of.lower == "of" and of.head == verb.head:
            draft.hang(name.i, verb.i, "nsubj")
        elif _is_entered(draft, verb, name) and not draft.is_below(of.i, verb.i):
            draft.hang(verb.i, of.i, "pcomp")
            draft.hang(name.i, verb.i, "nsubj")


def _is_entered(draft: Draft, verb: Word, name: Word) -> bool:
    """ "Objects to Lind becoming mayor": whoever stands before the gerund of coming into a post comes into it."""
    entry = terms().entering | terms().leading | terms().succeeding
    return verb.lemma in entry and verb.dep in ("advcl", "acl") and name.dep == "pobj" and name.pos == "PROPN"


def _titles_of_clauses(draft: Draft) -> None:
    """ "To succeed Johnson as leader after Braverman was knocked out": "as leader" opens no clause."""
    for mark in draft.words:
        if mark.lower != "as" or mark.dep != "mark":
            continue
        verb = draft[mark.head]
        subject = next(iter(draft.kids(verb.i, *SUBJECTS)), None)
        if subject is None or world().title(subject.text) is None:
            continue
        after = next((k for k in draft.kids(subject.i, "prep") if k.lower in ("after", "before", "when")), None)
        name = next(iter(draft.kids(after.i, "pobj")), None) if after is not None else None
        if after is None or name is None or not mark.i < subject.i < name.i < verb.i or verb.head == verb.i:
            continue
        above = next((w.i for w in reversed(draft.words[: mark.i]) if w.is_verb), verb.head)
        draft.hang(mark.i, above, "prep")
        draft.hang(subject.i, mark.i, "pobj")
        draft.hang(after.i, verb.i, "mark")
        draft.hang(name.i, verb.i, subject.dep)


def _named_after_colons(draft: Draft) -> None:
    """ "Running for governor: Eze, Cole and Ojo": those named after the colon are."""
    for verb in draft.words:
        if verb.tag not in ("VBG", "VBN") or verb.dep != "ROOT" or draft.kids(verb.i, *SUBJECTS):
            continue
        for name in draft.kids(verb.i, "appos"):
            before = draft[name.i - 1 - len(draft.kids(name.i, "compound"))]
            if before.text == ":" and draft.is_name(name.i):
                draft.hang(name.i, verb.i, "nsubj" if verb.tag == "VBG" else "nsubjpass")


def _semicolons(draft: Draft) -> None:
    """ "Denmark backs her; Austria does not": what stands before a semicolon is no complement of what follows."""
    for mark in draft.words:
        if mark.text != ";":
            continue
        verb = draft[mark.head]
        if not verb.is_verb or verb.i < mark.i:
            continue
        first = next((k for k in draft.kids(verb.i, "ccomp") if k.i < mark.i), None)
        if first is not None and any(k.i > mark.i for k in draft.kids(verb.i, *SUBJECTS)):
            draft.take_place(first.i, verb.i)
            draft.hang(verb.i, first.i, "conj")


def _appositions(draft: Draft) -> None:
    """ "The governor of the Bank of England, Mark Daly,": the name stands for the governor, not for the bank."""
    for word in draft.words:
        if word.dep != "appos" or draft.label(word.i) != "PERSON":
            continue
        body = draft[word.head]
        comma = body.i + 1 < len(draft) and draft[body.i + 1].text == ","
        if comma and (whom := sought_by(draft, body)) is not None:
            draft.hang(word.i, whom.i, "appos")
            continue
        if draft.label(body.i) not in ("ORG", "GPE") and not (body.is_capital and world().country(body.text)):
            continue
        top = body
        while top.dep == "pobj" and draft[top.head].lower in ("of", "in", "for") and draft[top.head].dep == "prep":
            top = draft[draft[top.head].head]
        if top.i != body.i and (world().title(top.text) is not None or top.lemma in terms().contenders):
            draft.hang(word.i, top.i, "appos")


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


# Each mend, in order, with the words of which a paragraph must hold one for it to mend anything (none: any paragraph).
MENDS: tuple[tuple[Callable[[Draft], None], frozenset[str]], ...] = tuple((mend, frozenset(words)) for mend, words in (
    (correlatives, ("not",)),
    (_surnames, ()),
    (split_auxiliaries, ()),
    (titles_as_adjectives, ()),
    (names_as_prepositions, ()),
    (courtesies, ()),
    (bare_verbs, ()),
    (_two_subjects, (",",)),
    (_agents, ("by",)),
    (_objects, ()),
    (_posts_of_objects, ("as", "for", "of")),
    (_names_before_titles, ()),
    (_relatives, ("who", "whom")),
    (_marks, ("that",)),
    (_gerunds, ()),
    (repeated_prepositions, ()),
    (_titles_of_clauses, ("as",)),
    (_named_after_colons, (":",)),
    (_semicolons, (";",)),
    (_appositions, ()),
    (coordinated_names, ("and", "or")),
    (lists, (",",)),
    (crossed_lists, ()),
    (exclusions, ("not",)),
    (inversions, ()),
    (clefts, ("it",)),
    (exceptions, ("nobody", "none", "no-one")),
    (companions, ("with", "like", "alongside", "plus", "by")),
    (members, ("of", "among")),
))  # fmt: skip
