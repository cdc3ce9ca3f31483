"""Rewriting: constructions that hide who does what, put as the plain clause that they stand for.

"It was X who", "nobody but X", "also in the race is X", "X, along with Y,".
"""

from kingmaker.lexicon.terms import terms
from kingmaker.text.draft import SUBJECTS, Draft
from kingmaker.text.word import Word


def inversions(draft: Draft) -> None:
    """ "Also on the list was Obi": a name after "was", with the rest before it, is the subject."""
    for verb in draft.words:
        if verb.lemma != "be" or draft.kids(verb.i, *SUBJECTS, "expl"):
            continue
        after = [k for k in draft.kids(verb.i, "attr") if k.i > verb.i]
        before = [k for k in draft.kids(verb.i, "prep", "advmod", "csubj", "advcl", "acomp") if k.i < verb.i]
        asked = _is_question(draft, verb) and any(k.i > verb.i for k in draft.kids(verb.i, "xcomp", "acomp", "prep"))
        if len(after) == 1 and (before or asked) and draft[0].tag not in ("WP", "WRB", "WDT"):
            draft.hang(after[0].i, verb.i, "nsubj")
            for clause in draft.kids(verb.i, "csubj"):
                draft.hang(clause.i, verb.i, "advcl")  # "succeeding him will be Joshi"


def _is_question(draft: Draft, verb: Word) -> bool:
    """Whether a verb opens a question: "Is Lind about to resign?"."""
    opens = verb.i == 0 or draft[verb.i - 1].sent != verb.sent
    end = next((w.i for w in draft.words[verb.i :] if w.sent != verb.sent), len(draft))
    return opens and draft[end - 1].text == "?"


def clefts(draft: Draft) -> None:
    """ "It was Brandt who backed her": Brandt backed her; a "not" goes with the verb."""
    for was in draft.words:
        if was.lemma != "be":
            continue
        dummy = next((k for k in draft.kids(was.i, *SUBJECTS) if k.lower == "it"), None)
        told = draft.kids(was.i, "attr") if dummy is not None else []
        for focus in told[:1]:
            clause = next((k for k in draft.kids(focus.i, "relcl") if k.is_verb and k.i > focus.i), None)
            who = _relative(draft, clause.i) if clause is not None else None
            if clause is None or who is None or dummy is None or focus.pos not in ("PROPN", "PRON", "NOUN"):
                continue
            if any(k.tag == "VBN" or k.dep in ("prep", "advcl") for k in draft.kids(was.i) if k.i > focus.i):
                continue
            draft.take_place(clause.i, was.i)
            draft.hang(focus.i, clause.i, who.dep)
            for k in draft.kids(was.i):
                if k.i not in (focus.i, clause.i):
                    draft.hang(k.i, clause.i, "expl" if k.i == dummy.i else k.dep)
            draft.hang(was.i, clause.i, "dep")
            draft.hang(who.i, clause.i, "dep")


def _relative(draft: Draft, clause: int) -> Word | None:
    return next((k for k in draft.kids(clause, *SUBJECTS, "dobj") if k.lower in ("who", "that", "whom", "which")), None)


def exceptions(draft: Draft) -> None:
    """ "Nobody but Latvia supports her": Latvia does."""
    for word in draft.words:
        if word.lower not in ("nobody", "none", "no-one") or word.dep not in SUBJECTS:
            continue
        other = next(iter(draft.kids(word.i, "conj")), None)
        if other is not None and any(k.lower == "but" for k in draft.kids(word.i, "cc", "prep")):
            draft.take_place(other.i, word.i)
            draft.hang(word.i, other.i, "dep")


def companions(draft: Draft) -> None:
    """ "Sweden, along with Finland," and "Sweden backs her, followed by Finland": Finland does what Sweden does."""
    for word in draft.words:
        if word.dep != "pobj" or not (draft.is_name(word.i) or word.lower in terms().collectives):
            continue
        prep = draft[word.head]
        partner = _partner_of_preposition(draft, prep) or _partner_of_participle(draft, prep)
        if partner is not None and draft.is_name(partner.i) and not draft.is_below(partner.i, word.i):
            draft.hang(word.i, partner.i, "conj")


def _partner_of_preposition(draft: Draft, prep: Word) -> Word | None:
    """Return whom "along with X", "together with X" or ", like X," joins."""
    before = draft[prep.i - 1] if prep.i else prep
    with_ = prep.lower == "with" and before.lower in ("along", "together") and prep.i > 0
    set_off = prep.i == 0 or draft[prep.i - 1].text == "," or draft[prep.i - 1].sent != prep.sent
    if not with_ and not (prep.lower in ("like", "alongside", "plus") and set_off):
        return None
    top = draft[prep.head] if not with_ or draft[prep.head].i != before.i else draft[before.head]
    if top.is_verb:
        subjects = draft.kids(top.i, *SUBJECTS)
        return subjects[0] if len(subjects) == 1 else None
    return top if top.i < prep.i else None


def _partner_of_participle(draft: Draft, by: Word) -> Word | None:
    """Return whom "followed by X" or "joined by X" adds X to."""
    verb = draft[by.head]
    if by.lower != "by" or verb.tag != "VBN" or verb.lemma not in ("follow", "join"):
        return None
    if draft.kids(verb.i, "auxpass", "aux", *SUBJECTS):
        return None
    top = draft[verb.head]
    if verb.dep == "advcl" and top.is_verb:
        subjects = draft.kids(top.i, *SUBJECTS)
        return subjects[0] if len(subjects) == 1 else None
    return top if verb.dep == "acl" and top.i < verb.i else None


def members(draft: Draft) -> None:
    """ "Paz is among those running": Paz is running; a "not" or "may" goes with that verb."""
    for noun in draft.words:
        if noun.dep != "pobj" or not (noun.lower == "those" or noun.tag == "NNS") or noun.lemma in terms().contenders:
            continue  # who is "among the candidates running" is a candidate, and that tells it
        clause = next((k for k in draft.kids(noun.i, "acl", "relcl") if k.is_verb and k.i > noun.i), None)
        be = _membership(draft, noun) if clause is not None else None
        subject = next(iter(draft.kids(be.i, *SUBJECTS)), None) if be is not None else None
        if clause is None or be is None or subject is None or not draft.is_name(subject.i):
            continue
        draft.hang(clause.i, subject.i, clause.dep)
        for k in draft.kids(be.i, "neg", "aux"):
            if k.dep == "neg" or k.tag == "MD":
                draft.hang(k.i, clause.i, k.dep)


def _membership(draft: Draft, noun: Word) -> Word | None:
    """Return the "be" that makes its subject one of a noun's: "is among", "is one of"."""
    prep = draft[noun.head]
    above = draft[prep.head]
    if prep.lower == "of" and above.lower == "one" and above.dep == "attr":
        return draft[above.head] if draft[above.head].lemma == "be" else None
    return above if prep.lower == "among" and above.lemma == "be" else None
