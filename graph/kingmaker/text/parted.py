"""Mends of names and titles in the subject's place, and of auxiliaries parted from their verbs."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.draft import SUBJECTS, Draft


def split_auxiliaries(draft: Draft) -> None:
    """ "Rao was on Monday sworn in": what stands between makes the subject and the day hang on the auxiliary."""
    for aux in draft.words:
        if aux.dep not in ("aux", "auxpass"):
            continue
        verb = draft[aux.head]
        if verb.i == aux.i or not verb.is_verb:
            continue
        taken = bool(draft.kids(verb.i, *SUBJECTS))
        for kid in draft.kids(aux.i):
            if kid.dep in SUBJECTS and not taken:
                draft.hang(kid.i, verb.i, "nsubjpass" if aux.dep == "auxpass" else "nsubj")
            elif kid.dep in ("prep", "npadvmod", "advmod", "neg"):
                draft.hang(kid.i, verb.i, kid.dep)


def titles_as_adjectives(draft: Draft) -> None:
    """ "Sworn in as Governor-General on Thursday": a title that the parser hangs on "as" as an adjective."""
    for word in draft.words:
        if word.dep not in ("amod", "compound") or not word.is_capital:
            continue
        prep = draft[word.head]
        if prep.pos != "ADP" or prep.i > word.i:
            continue
        if not draft.kids(prep.i, "pobj") and world().title(word.text) is not None:
            draft.hang(word.i, prep.i, "pobj")
            draft.words[word.i] = draft.words[word.i]._replace(pos="PROPN", tag="NNP")


def names_as_prepositions(draft: Draft) -> None:
    """ "Captain Amarinder Singh stepped down": a given name that the parser takes for a preposition."""
    for name in draft.names:
        first, last = draft[name.start], draft[name.end - 1]
        if name.label != "PERSON" or first.pos not in ("ADP", "SCONJ") or not first.is_capital or last.head != first.i:
            continue
        verb = draft[first.head]
        free = verb.is_verb and verb.i > last.i and not draft.kids(verb.i, *SUBJECTS)
        draft.hang(last.i, verb.i, "nsubj" if free else "dep")
        draft.hang(first.i, last.i, "compound")
        draft.words[first.i] = draft.words[first.i]._replace(pos="PROPN", tag="NNP")


def courtesies(draft: Draft) -> None:
    """ "Captain Amarinder Singh stepped down": the name is the subject, and not the rank before it."""
    for name in draft.names:
        rank, last = draft[name.start - 1], draft[name.end - 1]
        if name.label != "PERSON" or not name.start or last.head != rank.i or not rank.is_capital:
            continue
        if rank.lower.rstrip(".") not in terms().honorifics or rank.dep not in (*SUBJECTS, "dobj", "pobj"):
            continue
        draft.take_place(last.i, rank.i)
        for kid in draft.kids(rank.i):
            draft.hang(kid.i, last.i, kid.dep)
        draft.hang(rank.i, last.i, "compound")
