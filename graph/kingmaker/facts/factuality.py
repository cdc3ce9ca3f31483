"""Factuality: whether a clause is told as so, and how surely, by what stands above it.

From the trigger up its governors, each embedding word's signature is multiplied in (Nairn, Condoravdi
& Karttunen 2006; FactBank, Saurí & Pustejovsky 2009). Negation, modals, hedging adverbs and conditions
count where they stand. A hedge is never upgraded: the weakest one met holds.
"""

from dataclasses import dataclass

from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty, Polarity
from kingmaker.text.clauses import is_passive
from kingmaker.text.tree import Tree, Word

ORDER = list(Certainty)


@dataclass(frozen=True, slots=True)
class Modality:
    """How a clause is told; `dropped` names the word that makes it no claim at all (an attempt, a wish)."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    dropped: Word | None = None
    cues: tuple[Word, ...] = ()
    void: bool = False  # told by the governing word's own frame, so nothing by itself

    def flipped(self, cue: Word) -> "Modality":
        """Return this with the polarity turned round."""
        other = Polarity.NEGATIVE if self.polarity is Polarity.POSITIVE else Polarity.POSITIVE
        return Modality(other, self.certainty, self.dropped, (*self.cues, cue), self.void)

    def weakened(self, certainty: Certainty, cue: Word) -> "Modality":
        """Return this at most as certain as `certainty`."""
        weaker = max(self.certainty, certainty, key=ORDER.index)
        return Modality(self.polarity, weaker, self.dropped, (*self.cues, cue), self.void)

    def applied(self, effect: str | None, cue: Word) -> "Modality":
        """Return this under a signature of the lexicon (one of `cues.EFFECTS`)."""
        if effect == "flip":
            return self.flipped(cue)
        if effect == "improbable":
            return self.flipped(cue).weakened(Certainty.PROBABLE, cue)
        if effect in ("drop", "void"):
            return Modality(
                self.polarity, self.certainty, self.dropped or cue, (*self.cues, cue), effect == "void" or self.void
            )
        return self.weakened(Certainty(effect), cue) if effect in ORDER else self


def modality(tree: Tree, i: int, polite: bool = False) -> Modality:
    """Return how the clause or noun phrase of word `i` is told; where `polite`, "would prefer" means "prefers"."""
    state = _question(tree, i, _local(tree, i, Modality(), polite))
    state = _no_object(tree, i, state)
    at, seen = i, {i}
    while tree[at].head not in seen and not _is_conditional(tree, at):
        word, above = tree[at], tree[tree[at].head]
        seen.add(above.i)
        noun = _noun_before(tree, at)
        if noun is not None and noun.i not in seen:
            state, at = _noun(tree, noun, state), noun.i
            continue
        state, go_on = _step(tree, word, above, state)
        if not go_on:
            break
        at = above.i
    return state


def _noun_before(tree: Tree, i: int) -> Word | None:
    """Return the noun whose clause this is by its place ("speculation that X had ..."), wherever the parser hung it."""
    mark = next((k for k in tree.kids(i, "mark") if k.lower == "that" and k.i), None)
    before = tree[mark.i - 1] if mark is not None else None
    return before if before is not None and before.pos == "NOUN" and before.lemma in cues().nouns else None


def _no_object(tree: Tree, i: int, state: Modality) -> Modality:
    """ "Made no bid": the negation stands with the object."""
    for obj in tree.kids(i, "dobj"):
        for kid in tree.kids(obj.i, "det"):
            if kid.lower in ("no", "neither") and obj.lemma not in ("doubt", "secret"):
                state = state.flipped(kid)
    return state


def _is_conditional(tree: Tree, i: int) -> bool:
    """Whether a clause is only put up: "whether X runs", "if X runs"; what stands above it then adds nothing."""
    marks = [k for k in tree.kids(i, "mark", "advmod") if k.lower in cues().conditions and not _even(tree, k)]
    return bool(marks) and tree[i].dep != "ROOT"


def _step(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool]:
    """Go from a word to its governor: what the edge and the governor do, and whether to go on."""
    match word.dep:
        case "ccomp" | "csubj" | "advcl" if (
            above.lemma == "be"
            and (verdict := tree.kid(above.i, "acomp")) is not None
            and (cues().adjectives.get(verdict.lemma) is not None)
        ):
            return _local(tree, above.i, state.applied(cues().adjectives[verdict.lemma], verdict)), True
        case "xcomp" | "ccomp" | "oprd" | "acomp" | "csubj" | "nsubjpass" if (
            word.dep != "nsubjpass" or word.pos == "NOUN"
        ):
            return _embedded(tree, word, above, state), True
        case "pcomp" | "prep" | "agent" | "attr" | "compound" | "poss" | "nsubj" | "appos" | "dative":
            return _through(tree, word, above, state)
        case "pobj" | "dobj":
            return (_of_object(tree, word, above, state), True) if word.dep == "dobj" else (state, True)
        case "relcl" if above.lemma in cues().nouns and any(
            k.lower == "that" for k in tree.kids(word.i, "mark", "dobj", "det")
        ):
            return _noun(tree, above, state), True
        case "acl":
            return _noun(tree, above, state), above.pos == "NOUN" and above.lemma in cues().nouns
        case "conj":
            return _coordinated(tree, word, above, state)
        case "advcl":
            called = any(k.lower == "to" for k in tree.kids(word.i, "aux")) and tree.kid(word.i, "mark", "nsubj")
            effect = cues().verbs.get(above.lemma) if called else None
            return (state.applied(effect, above), False) if effect in ("hypothetical", "drop") else (state, False)
    return state, False


def _through(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool]:
    """Edges that say nothing by themselves: a predicate noun shares its verb's negation, a subject does not."""
    verdict = tree.kid(above.i, "acomp", "attr") if word.dep == "nsubj" and above.lemma in ("be", "prove") else None
    if verdict is not None and word.lemma in cues().nouns and verdict.lemma in cues().adjectives:
        told = Modality(state.polarity, Certainty.CERTAIN, state.dropped, state.cues)
        return _local(tree, above.i, told.applied(cues().adjectives[verdict.lemma], verdict)), True
    if word.dep == "nsubj":
        is_predicate = above.lemma in ("be", "come", "happen", "end", "begin", "succeed", "fail", "collapse")
        return (_local(tree, above.i, state), True) if is_predicate and word.pos == "NOUN" else (state, False)
    if word.dep == "prep" and above.is_verb and above.lemma in cues().prepositional and tree.kid(word.i, "pcomp"):
        return _local(tree, above.i, state.applied(cues().prepositional[above.lemma], above)), True
    if word.dep in ("attr", "prep", "pcomp", "agent") and above.is_verb:
        return _local(tree, above.i, _signature(tree, above, state) if word.dep == "pcomp" else state), True
    return state, word.dep in ("attr", "prep", "pcomp", "compound")


def _embedded(tree: Tree, word: Word, above: Word, state: Modality) -> Modality:
    if above.lemma in DENIALS and tree.kid(above.i, "neg"):
        return state.applied("void", above)  # what is not denied is not therefore said
    told = above.dep == "ccomp" and tree[above.head].lemma in cues().reporting  # reports "is to be appointed"
    if above.lemma == "be" and above.tag == "VBD" and word.dep == "xcomp" and not told:
        return state.weakened(Certainty.POSSIBLE, above)  # "was to be appointed"
    return _local(tree, above.i, _signature(tree, above, state))


PROVISOS = ("provided", "providing", "supposing", "assuming")
MISSES = ("hardly", "scarcely", "barely", "nearly", "almost")
DENIALS = ("deny", "refute", "dismiss", "rubbish", "rule", "disavow")


def _of_object(tree: Tree, word: Word, above: Word, state: Modality) -> Modality:
    """A thing opposed, rejected or delayed is there all the same; one denied, planned or weighed is not.

    Reports that are denied or dismissed are surely denied, however unsure the reports were.
    """
    effect = cues().verbs.get(above.lemma)
    if effect == "flip" and word.lemma in cues().nouns:
        return _local(tree, above.i, Modality(state.polarity, cues=state.cues).flipped(above))
    if (effect == "flip" and above.lemma not in DENIALS) or effect == "keep":
        return state if tree.kid(above.i, "neg") else _local(tree, above.i, state)
    return _local(tree, above.i, _signature(tree, above, state))


def _opens(tree: Tree, word: Word) -> bool:
    """Whether a word opens its sentence."""
    return tree.sentence(word.i)[0] == word.i


def _signature(tree: Tree, above: Word, state: Modality) -> Modality:
    lexicon = cues()
    if above.lower in PROVISOS and above.dep in ("prep", "advcl", "mark"):
        return state.weakened(Certainty.HYPOTHETICAL, above)
    if above.is_verb:
        if above.lemma == "have" and above.dep == "advcl" and above.lower == "had" and _opens(tree, above):
            return state.weakened(Certainty.HYPOTHETICAL, above)
        rumour = tree.kid(above.i, "nsubj") if above.lemma == "have" else None
        if rumour is not None and rumour.lower in lexicon.nouns:
            return state.applied(lexicon.nouns[rumour.lower], rumour)
        if above.lemma == "have" and any(k.lower == "yet" for k in tree.kids(above.i, "advmod")):
            return state.flipped(next(k for k in tree.kids(above.i, "advmod") if k.lower == "yet"))
        if is_passive(tree, above.i) and (above.lemma in lexicon.passives or above.lemma in lexicon.reporting):
            return state.applied(lexicon.passives.get(above.lemma, "probable"), above)  # "it was claimed": by nobody
        if (
            above.lemma in lexicon.reporting
            and tree.kid(above.i, "nsubj") is not None
            and above.lemma not in ("deny", "dismiss", "rubbish", "refute")
        ):
            return state.applied(lexicon.reported_as.get(above.lemma), above)
        return state.applied(lexicon.verbs.get(above.lemma), above)
    if above.pos == "ADJ":
        return state.applied(lexicon.adjectives.get(above.lemma), above)
    return _noun(tree, above, state)


def _noun(tree: Tree, above: Word, state: Modality) -> Modality:
    if any(k.lower == "no" for k in tree.kids(above.i, "det")):
        if above.lemma == "doubt":
            return state
        return state.flipped(next(k for k in tree.kids(above.i, "det") if k.lower == "no"))
    return state.applied(cues().nouns.get(above.lemma), above)


def _coordinated(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool]:
    """ "Could run and win" shares its modal; "did not run but backed X" does not share its negation."""
    nor = next((k for k in tree.kids(above.i, "cc") if k.lower == "nor"), None)
    if nor is not None and nor.i < word.i:
        return state.flipped(nor), False
    if not above.is_verb or tree.kid(word.i, "nsubj", "nsubjpass", "aux", "auxpass"):
        return state, False
    for aux in tree.kids(above.i, "aux"):
        effect = cues().modals.get(aux.lower)
        if effect is not None and word.tag == "VB":
            state = state.weakened(Certainty(effect), aux)
    return state, word.tag == "VB" and above.dep in ("xcomp", "ccomp")


def _local(tree: Tree, i: int, state: Modality, polite: bool = False) -> Modality:
    """Apply what stands beside a word itself: negation, modals, adverbs, an "if"."""
    lexicon = cues()
    for kid in tree.kids(i, "neg", "aux", "advmod", "mark", "det", "preconj", "cc"):
        if (
            (kid.lower == "longer" and kid.i and tree[kid.i - 1].lower == "no")
            or kid.dep == "neg"
            or (
                kid.dep in ("det", "preconj", "advmod", "cc")
                and kid.lower in ("no", "neither", "never", "nor")
                and not _longer(tree, kid)
            )
        ):
            state = state.flipped(kid)
        elif (
            kid.dep == "aux"
            and kid.lower in lexicon.modals
            and not ((polite and kid.lower in ("would", "'d")) or _reported_would(tree, i, kid))
        ):
            state = state.weakened(Certainty(lexicon.modals[kid.lower]), kid)
        elif kid.dep == "advmod" and kid.lower in MISSES and kid.i < i:
            state = state.flipped(kid)
        elif kid.dep == "advmod" and kid.lower in lexicon.adverbs:
            state = state.weakened(Certainty(lexicon.adverbs[kid.lower]), kid)
        elif kid.dep in ("mark", "advmod") and kid.lower in lexicon.conditions:
            state = state.weakened(Certainty.HYPOTHETICAL, kid)
    for clause in tree.kids(i, "advcl"):
        for mark in tree.kids(clause.i, "mark", "advmod"):
            if mark.lower in lexicon.conditions and not _even(tree, mark):
                state = state.weakened(Certainty.HYPOTHETICAL, mark)
    if tree[i].dep == "pcomp" and tree[tree[i].head].lower == "without":
        state = state.flipped(tree[tree[i].head])
    short = tree[tree[tree[i].head].head] if tree[i].dep == "pcomp" and tree[tree[i].head].lower == "of" else None
    if short is not None and short.lower == "short":
        state = state.flipped(short)
    if tree[i].dep == "pcomp" and tree[tree[i].head].lower == "from" and tree[tree[tree[i].head].head].lower == "far":
        state = state.flipped(tree[tree[tree[i].head].head])
    opening = tree[tree.edges(i)[0]]
    inverted = opening.lower in ("should", "had", "were") and opening.head == i and opening.dep == "aux"
    if inverted and tree[i].dep in ("advcl", "ccomp"):
        state = state.weakened(Certainty.HYPOTHETICAL, opening)  # "should she resign", "had he backed her"
    own = tree.kid(i, "nsubj", "nsubjpass")
    if own is not None and (
        own.lower in ("nobody", "none", "no-one")
        or any(k.lower in ("no", "neither") for k in tree.kids(own.i, "det", "preconj", "cc"))
    ):
        state = state.flipped(own)
    return state


def _even(tree: Tree, mark: Word) -> bool:
    return mark.i > 0 and tree[mark.i - 1].lower == "even"


def _longer(tree: Tree, word: Word) -> bool:
    return word.lower == "no" and word.i + 1 < len(tree) and tree[word.i + 1].lower in ("longer", "doubt", "secret")


def _reported_would(tree: Tree, i: int, modal: Word) -> bool:
    """ "Said he would run" reports "will run": a future, not a condition."""
    above = tree[tree[i].head]
    past_report = tree[i].dep == "ccomp" and above.lemma in cues().reporting and above.tag in ("VBD", "VBN")
    return modal.lower in ("would", "'d") and past_report and not any(k.dep == "advcl" and any(
        m.lower in cues().conditions for m in tree.kids(k.i, "mark")) for k in tree.kids(i))  # fmt: skip


def _question(tree: Tree, i: int, state: Modality) -> Modality:
    _, end = tree.sentence(i)
    last = tree[end - 1]
    tail = [tree[k].text for k in range(max(0, end - 2), end)]
    return state.weakened(Certainty.HYPOTHETICAL, last) if "?" in tail else state
