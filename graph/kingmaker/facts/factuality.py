"""Factuality: whether a clause is told as so, and how surely, by what stands above it.

From the trigger up its governors, each embedding word's signature is multiplied in (Nairn, Condoravdi
& Karttunen 2006; FactBank, Saurí & Pustejovsky 2009), and with it what stands beside that word (`beside`).
A hedge is never upgraded: the weakest one met holds.
"""

from kingmaker.facts.beside import QUOTES, beside, is_even, is_tag, question
from kingmaker.facts.governors import adjectival, governed, is_opposed, keys, noun, of_object, predicate, under
from kingmaker.facts.modality import Modality
from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty
from kingmaker.text.clauses import is_passive, is_signed
from kingmaker.text.tree import Tree, Word

# Edges that lead from a clause to the word that embeds it.
EMBEDDED = ("xcomp", "ccomp", "oprd", "acomp", "csubj", "nsubjpass", "csubjpass")
PREPOSITIONS = ("of", "for", "about", "on", "over", "to", "against", "from", "at", "in", "that", "towards")


def modality(tree: Tree, i: int, polite: bool = False) -> Modality:
    """Return how the clause or noun phrase of word `i` is told; where `polite`, "would prefer" means "prefers"."""
    state = question(tree, i, Modality().under(beside(tree, i, polite)))
    state = _no_object(tree, i, state)
    at, seen = i, {i}
    while tree[at].head not in seen and not _is_conditional(tree, at):
        word, above = tree[at], tree[tree[at].head]
        before = _noun_before(tree, at)
        if before is not None and before.i not in seen:
            seen.add(before.i)
            state, at = noun(tree, before, state), before.i
            continue
        seen.add(above.i)
        state, go_on, at = _step(tree, word, above, state)
        if not go_on:
            break
    return state


def _noun_before(tree: Tree, i: int) -> Word | None:
    """Return the noun whose clause this is by its place ("speculation that", "calls to"), however parsed."""
    openers = [k for k in tree.kids(i, "mark", "aux") if k.lower in ("that", "to") and k.i]
    before = tree[openers[0].i - 1] if openers and openers[0].i < i else None
    return before if before is not None and before.pos == "NOUN" and before.lemma in cues().nouns else None


def _no_object(tree: Tree, i: int, state: Modality) -> Modality:
    """ "Made no bid": the negation stands with the object."""
    for obj in tree.kids(i, "dobj"):
        for kid in tree.kids(obj.i, "det"):
            if kid.lower in ("no", "neither") and cues().no_nouns.get(obj.lemma) != "keep":
                state = state.flipped(kid)
    return state


def _is_conditional(tree: Tree, i: int) -> bool:
    """Whether a clause is only put up: "whether X runs", "if X runs"; what stands above it then adds nothing."""
    marks = [k for k in tree.kids(i, "mark", "advmod") if k.lower in cues().conditions and not is_even(tree, k)]
    return bool(marks) and tree[i].dep != "ROOT"


def _step(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool, int]:
    """Go from a word to its governor: what the edge and the governor do, whether to go on, and from where."""
    dep = word.dep
    if dep in EMBEDDED and (not dep.startswith("nsubj") or word.pos == "NOUN"):
        if is_tag(tree, above.i):
            return state, False, above.i
        return _embedded(tree, word, above, state), True, above.i
    if dep in ("pcomp", "pobj") and above.pos in ("ADP", "SCONJ", "ADV", "ADJ", "VERB"):
        return _prepositional(tree, word, above, state)
    match dep:
        case "advcl":
            return _adverbial(tree, word, above, state)
        case "prep" | "agent" | "attr" | "compound" | "poss" | "nsubj" | "appos" | "dative":
            return (*_through(tree, word, above, state), above.i)
        case "advmod" | "acomp" | "prt" if above.is_verb:  # "is said to be out", "has not made it through"
            return (*_through(tree, word, above, state), above.i)
        case "dobj":
            return of_object(tree, word, above, state), not is_opposed(tree, word, above), above.i
        case "relcl" if above.lemma in cues().nouns and any(
            k.lower == "that" for k in tree.kids(word.i, "mark", "dobj", "det", "advmod")
        ):
            return noun(tree, above, state), True, above.i
        case "acl" if is_signed(tree, above.i):
            return state, True, tree[above.i].head  # "signed a petition urging her to stay"
        case "acl":
            return noun(tree, above, state), above.pos == "NOUN" and above.lemma in cues().nouns, above.i
        case "conj":
            return (*_coordinated(tree, word, above, state), above.i)
    return state, False, above.i


def _embedded(tree: Tree, word: Word, above: Word, state: Modality) -> Modality:
    lexicon = cues()
    adjective = predicate(tree, word, above)
    if adjective is not None and adjective.lemma == "wrong" and any(k.lower == "to" for k in tree.kids(word.i, "aux")):
        return state  # "was wrong to back her": so she was backed
    if adjective is not None:
        return adjectival(tree, above, adjective, state)
    if above.tag == "MD" and above.lower in lexicon.modals:
        return state.weakened(Certainty(lexicon.modals[above.lower]), above)  # "ought to have been"
    if above.lemma == "be" and word.dep == "xcomp":
        yet = next((k for k in tree.kids(above.i, "advmod") if k.lower == "yet"), None)
        if yet is not None:
            return state.flipped(yet)
        told = above.dep == "ccomp" and tree[above.head].lemma in lexicon.reporting  # reports "is to be appointed"
        if above.tag == "VBD" and not told:
            return under(tree, above, state, "possible")  # "was to be appointed"
    if word.dep in ("nsubjpass", "csubjpass"):
        return of_object(tree, word, above, state)
    return _told_noun(tree, word, above, governed(tree, word, above, state))


def _told_noun(tree: Tree, word: Word, above: Word, state: Modality) -> Modality:
    """ "Speculation is growing that X will resign", "rumour has it that": the subject says what the clause is."""
    own = tree.kid(above.i, "nsubj") if word.dep == "ccomp" else None
    if own is None or own.lemma not in cues().nouns or above.lemma in cues().reporting:
        return state
    return noun(tree, own, state) if tree.kid(word.i, "mark") or above.lemma == "have" else state


def _prepositional(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool, int]:
    """Go from what stands after a preposition to what governs it: "accused of", "no question of", "came close to"."""
    lexicon = cues()
    path, at = [above.lower], above
    while (
        at.head != at.i
        and tree[at.head].pos in ("ADP", "SCONJ", "ADV", "PART")
        and at.dep in ("prep", "advmod", "pcomp", "prt")
    ):
        at = tree[at.head]
        path.insert(0, at.lower)
    governor = tree[at.head]
    told = " ".join(path)
    clause = word.dep == "pcomp" or word.lemma not in lexicon.standing
    if told in lexicon.prepositions and clause:
        return state.applied(lexicon.prepositions[told], at), False, at.i
    if governor.i == at.i:
        return state, False, at.i
    if governor.is_verb:
        return _after_verb(tree, word, governor, told, state)
    if governor.pos == "ADJ" and governor.lemma in lexicon.adjectives and word.dep == "pcomp":
        return adjectival(tree, governor, governor, state), True, governor.i
    if word.lemma in lexicon.hearsay and (untrue := _no_truth(tree, governor)) is not None:
        return Modality(state.polarity, cues=state.cues).flipped(untrue), True, governor.i
    if word.dep == "pcomp" and above.lower in ("about", "over") and governor.lower == "talks":
        return state.applied("drop", governor), True, governor.i  # "held talks about becoming"
    if governor.pos in ("NOUN", "PROPN") and above.lower in PREPOSITIONS and governor.lemma in lexicon.nouns:
        return noun(tree, governor, state), True, governor.i
    return state, governor.pos in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"), governor.i


def _after_verb(tree: Tree, word: Word, verb: Word, path: str, state: Modality) -> tuple[Modality, bool, int]:
    lexicon = cues()
    predicate = tree.kid(verb.i, "acomp")
    judged = verb.lemma in lexicon.verdicts and word.dep == "pcomp"
    if judged and predicate is not None and (path in ("from", "of") or lexicon.negated.get(predicate.lemma) == "pass"):
        return adjectival(tree, verb, predicate, state), True, verb.i
    if word.dep == "pcomp" and path in ("about", "over") and f"{verb.lemma} {path}" not in lexicon.prepositional:
        return state.applied("drop", verb), True, verb.i  # "was approached about becoming", "held talks over becoming"
    thing = tree.kid(verb.i, "dobj")
    if word.dep == "pcomp" and thing is not None and thing.lemma in lexicon.nouns and thing.i == word.head - 1:
        return noun(tree, thing, state), True, thing.i  # "dropped its objection to Weber becoming president"
    effect = lexicon.prepositional.get(f"{verb.lemma} {path}")
    said = tree.kid(verb.i, "attr", "dobj") if word.lemma in lexicon.hearsay else None
    if said is not None and (untrue := _no_truth(tree, said)) is not None:
        return Modality(state.polarity, cues=state.cues).flipped(untrue), True, verb.i
    if effect is None and word.dep == "pcomp" and path in ("of", "in", "to"):
        effect = lexicon.verbs.get(verb.lemma)
    if effect is None and word.dep == "pcomp" and (light := _light_object(tree, verb)) is not None:
        return noun(tree, light, state).under(beside(tree, verb.i)), True, verb.i
    if effect is not None or word.dep == "pcomp":
        return under(tree, verb, state, effect), True, verb.i
    if path.split()[0] in lexicon.apart and verb.lemma not in lexicon.verdicts:
        return state, False, verb.i  # "refused to comment on his resignation"
    return state.under(beside(tree, verb.i)), True, verb.i


def _no_truth(tree: Tree, said: Word) -> Word | None:
    """Return the "no" of "there is no truth in reports that"."""
    if said.lemma not in ("truth", "substance", "foundation", "basis"):
        return None
    return next((k for k in tree.kids(said.i, "det") if k.lower == "no"), None)


def _light_object(tree: Tree, verb: Word) -> Word | None:
    """Return the noun that says what a verb means: "gave some thought to running", "has an interest in"."""
    own = tree.kids(verb.i, "dobj")
    inner = [o for k in own for p in tree.kids(k.i, "prep") if p.lower == "of" for o in tree.kids(p.i, "pobj")]
    return next((k for k in (*own, *inner) if k.lemma in cues().nouns), None)


def _adverbial(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool, int]:
    """Go up from a clause that the parser takes for an adverbial; only "asked him to run" is embedded by its verb."""
    lexicon = cues()
    infinitive = any(k.lower == "to" for k in tree.kids(word.i, "aux"))
    adjective = predicate(tree, word, above) if above.lemma in lexicon.verdicts else None
    if adjective is not None and adjective.lemma in lexicon.adjectives and not tree.kid(word.i, "mark"):
        return adjectival(tree, above, adjective, state), True, above.i
    if above.pos == "ADJ" and infinitive and above.lemma in lexicon.adjectives and not tree.kid(word.i, "mark"):
        return adjectival(tree, above, above, state), True, above.i  # the headline "Obi favourite to win"
    if above.lower in lexicon.inverted and tree.edges(above.i)[0] == above.i and infinitive:
        return state.weakened(Certainty.HYPOTHETICAL, above), False, above.i  # "were she to resign"
    before = word.i - 1 - (word.i > 1 and tree[word.i - 1].text in QUOTES)
    if word.tag == "VBG" and before in (above.i, *(k.i for k in tree.kids(above.i, "prt", "advmod"))):
        return governed(tree, word, above, state), True, above.i  # "ruled out running", taken for an adverbial
    if infinitive and (tree.kid(word.i, "mark", "nsubj") or tree.kid(above.i, "dobj") or is_passive(tree, above.i)):
        effect = next((lexicon.verbs[k] for k in keys(tree, above) if k in lexicon.verbs), None)
        reflexive = any(k.lower.endswith("self") for k in tree.kids(above.i, "dobj"))
        if effect in ("hypothetical", "drop", "possible") or (reflexive and above.lemma in ("bring", "get", "force")):
            return under(tree, above, state, effect), True, above.i
    return state, False, above.i


def _through(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool]:
    """Edges that say nothing by themselves: a predicate noun shares its verb's negation, a subject does not."""
    if word.dep == "nsubj":
        return _as_subject(tree, word, above, state)
    if word.dep in ("attr", "prep", "agent", "advmod", "acomp") and above.is_verb:
        return state.under(beside(tree, above.i)), True
    return state, word.dep in ("attr", "prep", "compound")


def _as_subject(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool]:
    """A noun as subject: a verdict on it counts ("the reports were false"), else only whether it happens at all."""
    lexicon = cues()
    holder = above
    inner = tree.kid(above.i, "xcomp") if above.lemma in lexicon.verdicts else None
    if inner is not None and inner.lemma == "be":
        holder = inner
    verdict = tree.kid(holder.i, "acomp", "attr", "oprd") if above.lemma in lexicon.verdicts else None
    absurd = verdict is not None and any(
        w.lemma in lexicon.falsehoods for w in (verdict, *tree.kids(verdict.i, "amod"))
    )
    if verdict is not None and word.lemma in lexicon.nouns and (absurd or verdict.lemma in lexicon.adjectives):
        effect = "flip" if absurd else lexicon.adjectives[verdict.lemma]
        told = Modality(state.polarity, dropped=state.dropped, cues=state.cues) if effect in ("flip", "keep") else state
        return told.applied(effect, verdict).under(beside(tree, above.i)), True
    if word.pos in ("NOUN", "ADJ") and above.lemma in lexicon.event_verbs:
        return state.under(beside(tree, above.i)), True
    would = next((k for k in tree.kids(above.i, "aux") if k.lower == "would"), None)
    if word.pos == "NOUN" and would is not None and above.dep == "ROOT":
        return state.weakened(Certainty.HYPOTHETICAL, would), False  # "her appointment would anger"
    return state, False


def _coordinated(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, bool]:
    """ "Could run and win" shares its modal; "did not run but backed X" does not share its negation.

    What the first clause hangs on holds for the second one too: "if he goes and she follows", "denied that ...".
    """
    nor = next((k for k in tree.kids(above.i, "cc") if k.lower == "nor"), None)
    if nor is not None and nor.i < word.i:
        return state.flipped(nor), False
    if not above.is_verb:
        return state, False
    lexicon, own = cues(), tree.kid(word.i, "nsubj", "nsubjpass", "aux", "auxpass")
    for aux in tree.kids(above.i, "aux") if own is None else ():
        effect = lexicon.modals.get(aux.lower)
        if effect is not None and word.tag == "VB":
            state = state.weakened(Certainty(effect), aux)
    first = tree.kid(above.i, "nsubj", "nsubjpass")
    for kid in tree.kids(above.i, "mark", "advmod"):
        opens = first is not None and kid.i < first.i
        if kid.lower in lexicon.conditions and not is_even(tree, kid) and above.dep != "ROOT":
            return state.weakened(Certainty.HYPOTHETICAL, kid), False
        if opens and kid.lower in lexicon.adverbs:
            state = state.applied(lexicon.adverbs[kid.lower], kid)
    return state, above.dep in ("xcomp", "ccomp", "acl", "advcl", "pcomp", "csubj")
