"""What governs a clause and does something to it: verbs, adjectives and nouns with their signatures."""

from collections.abc import Iterator

from kingmaker.facts.beside import beside
from kingmaker.facts.modality import Modality
from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty
from kingmaker.text.clauses import is_passive
from kingmaker.text.tree import Tree, Word


def under(tree: Tree, above: Word, state: Modality, effect: str | None, cue: Word | None = None) -> Modality:
    """Apply a governor's signature and then what stands beside it, so far as it lets that through."""
    told = state.applied(effect, cue or above).within(cues().negated.get((cue or above).lemma))
    return told.under(beside(tree, above.i))


def governed(tree: Tree, word: Word, above: Word, state: Modality) -> Modality:
    """Apply a governing verb or noun to the clause it embeds."""
    if not above.is_verb:
        return noun(tree, above, state)
    lexicon = cues()
    if above.lower in lexicon.provisos and above.dep in ("prep", "advcl", "mark"):
        return state.weakened(Certainty.HYPOTHETICAL, above)
    liar = next((k for k in tree.kids(above.i, "advmod") if lexicon.other_adverbs.get(k.lower) == "false"), None)
    if liar is not None:
        return under(tree, above, state.flipped(liar), None)  # "falsely claimed that"
    if above.lemma == "have":
        return under(tree, above, *_having(tree, word, above, state))
    return under(tree, above, state, _effect(tree, word, above))


def _having(tree: Tree, word: Word, above: Word, state: Modality) -> tuple[Modality, str | None]:
    """ "Has yet to", "had to" and "has to"; an inverted "had"."""
    inverted = above.lower == "had" and above.dep == "advcl" and tree.edges(above.i)[0] == above.i
    if inverted and word.dep == "ccomp":
        return state, "hypothetical"  # "had he not resigned", taken for a verb of its own
    yet = next((k for k in tree.kids(above.i, "advmod") if k.lower == "yet"), None)
    if yet is not None:
        return state.flipped(yet), None
    if word.dep == "xcomp" and above.tag not in ("VBD", "VBN", "VBG"):
        return state, "hypothetical"  # "has to resign" has not yet
    return state, None


def _effect(tree: Tree, word: Word, above: Word) -> str | None:
    """Return what a verb does to the clause it embeds; an unknown one leaves an infinitive possible only."""
    lexicon = cues()
    if word.tag == "VBG" and above.lemma in lexicon.attitudes and tree.kid(word.i, "nsubj", "poss", "nsubjpass"):
        return "drop"  # "opposes Weber becoming president"
    effect = next((lexicon.verbs[k] for k in keys(tree, above) if k in lexicon.verbs), None)
    infinitive = word.dep == "xcomp" and any(k.lower == "to" for k in tree.kids(word.i, "aux"))
    own = tree.kid(above.i, "dobj") if effect == "flip" and infinitive else None
    if own is not None and own.i < word.i and own.lemma not in lexicon.nouns:
        return "keep"  # "dropped a vote to come third": what somebody came to by it
    if word.dep in ("oprd", "attr") and word.pos == "NOUN" and above.lemma in lexicon.predicating:
        return None
    if is_passive(tree, above.i) and (above.lemma in lexicon.passives or above.lemma in lexicon.reporting):
        if above.lemma in lexicon.denials:
            return effect
        return lexicon.passives.get(above.lemma, "probable")  # "it was claimed": by nobody
    if above.lemma in lexicon.reporting and above.lemma not in lexicon.denials and tree.kid(above.i, "nsubj"):
        told = effect if effect == "hypothetical" and infinitive else None  # "told him to run"
        hearsay = next(
            (lexicon.nouns[k.lemma] for k in tree.kids(above.i, "nsubj") if k.lemma in lexicon.hearsay), None
        )
        return hearsay or lexicon.reported_as.get(above.lemma, told)
    if effect is None and infinitive and above.lemma not in lexicon.reporting:
        return "possible"
    return effect


def keys(tree: Tree, verb: Word) -> Iterator[str]:
    """Yield the names a verb goes by in the lexicon: with its particle, then alone."""
    for kid in tree.kids(verb.i, "prt", "advmod"):
        yield f"{verb.lemma} {kid.lower}"
    yield verb.lemma


def of_object(tree: Tree, word: Word, above: Word, state: Modality) -> Modality:
    """A thing opposed, rejected or delayed is there all the same; one denied, planned or weighed is not.

    Reports that are denied or dismissed are surely denied, however unsure the reports were.
    """
    lexicon = cues()
    if above.lemma in lexicon.attitudes and tree.kid(above.i, "neg") and word.lemma in lexicon.standing:
        return state  # a candidacy that somebody will not support is none the less one
    names = list(keys(tree, above))
    effect = next((lexicon.verbs[k] for k in names if k in lexicon.verbs), None)
    if is_passive(tree, above.i) and above.lemma in lexicon.passives:
        return under(tree, above, state, lexicon.passives[above.lemma])
    unheeded = word.lemma in lexicon.asking and bool(lexicon.unheeding & set(names))
    report = word.lemma in lexicon.nouns and not state.dropped
    if unheeded or (effect == "flip" and report):
        told = Modality(state.polarity, cues=state.cues)
        return told.flipped(above).within(lexicon.negated.get(above.lemma)).under(beside(tree, above.i))
    if above.lemma in lexicon.on_objects and word.lemma not in lexicon.standing:
        return under(tree, above, state, lexicon.on_objects[above.lemma])
    if (effect == "flip" and not lexicon.denials & set(names)) or effect == "keep":
        return state if tree.kid(above.i, "neg") and effect == "flip" else state.under(beside(tree, above.i))
    return under(tree, above, state, effect)


def is_opposed(tree: Tree, word: Word, above: Word) -> bool:
    """Whether a candidacy is what somebody works against: it is there whether or not he does ("trying to thwart")."""
    lexicon, names = cues(), set(keys(tree, above))
    against = any(lexicon.verbs.get(k) == "flip" or lexicon.on_objects.get(k) == "flip" for k in names)
    return word.lemma in lexicon.standing and against and not lexicon.denials & names


def noun(tree: Tree, above: Word, state: Modality) -> Modality:
    """Apply a noun that embeds a clause, and the "no" before it or before its "there is"."""
    lexicon = cues()
    if above.lemma not in lexicon.nouns and above.lemma not in lexicon.no_nouns:
        no = next((k for k in tree.kids(above.i, "det") if k.lower == "no"), None)
        return state.flipped(no) if no is not None else state
    none = next((k for k in tree.kids(above.i, "det") if k.lower in ("no", "neither")), None)
    if none is not None:
        if above.lemma == "question" and any(k.lower == "that" for k in tree.kids(above.i, "acl", "relcl")):
            return state
        return state.applied(lexicon.no_nouns.get(above.lemma, "flip"), none)
    if _is_denied(tree, above):  # "never any question of": the verb's "never" turns it, and no hedge is left
        effect = lexicon.no_nouns.get(above.lemma, "flip")
        return state if effect == "flip" else state.applied("probable" if effect == "improbable" else effect, above)
    little = next((k for k in tree.kids(above.i, "amod") if k.lower in ("little", "scant", "slim", "remote")), None)
    if little is not None and little.i == above.i - 1 and tree[little.i - 1].lower != "a":
        return state.applied("improbable", little)
    return state.applied(lexicon.nouns.get(above.lemma), above)


def _is_denied(tree: Tree, above: Word) -> bool:
    """Whether a noun with "any" stands under a "not" or "never": "there was never any question"."""
    verb = tree[above.head]
    any_ = any(k.lower == "any" for k in tree.kids(above.i, "det"))
    return (
        any_ and verb.is_verb and verb.i < above.i and above.dep in ("attr", "dobj") and beside(tree, verb.i).negative
    )


def predicate(tree: Tree, word: Word, above: Word) -> Word | None:
    """Return the adjective that says how sure a clause is: "it is certain that", "all but certain to"."""
    lexicon = cues()
    if above.pos == "ADJ" or (above.pos == "ADV" and above.lemma in lexicon.adjectives):
        return above
    if above.lemma not in lexicon.verdicts or not above.is_verb:
        return None
    first = tree.kid(above.i, "acomp", "oprd")
    if first is not None and first.i != word.i and (first.pos == "ADJ" or first.lemma in lexicon.adjectives):
        return first
    between = range(above.i + 1, min(word.i, above.i + 7))
    return next((tree[k] for k in between if tree[k].pos == "ADJ" and tree[k].lemma in lexicon.adjectives
                 and tree[k].head != word.i and word.i not in [a.i for a in tree.ancestors(k)]
                 and not tree.kid(k, "nsubj")), None)  # fmt: skip


def adjectival(tree: Tree, above: Word, adjective: Word, state: Modality) -> Modality:
    """Apply a predicate adjective with its degree ("all but", "far from") and what stands beside its verb."""
    lexicon = cues()
    verb = tree[adjective.head] if above.i == adjective.i and tree[adjective.head].is_verb else above
    effect = lexicon.adjectives.get(adjective.lemma)
    if effect is None and above.i == adjective.i and any(k.lower == "to" for k in tree.kids(above.i, "aux")):
        return state
    own = beside(tree, above.i)
    if own.negative and lexicon.negated.get(adjective.lemma) == "firm":
        effect = None  # "keen to run" is a wish, "not keen to" a refusal
    told = state.applied(effect, adjective).within(lexicon.negated.get(adjective.lemma))
    start = max(verb.i + 1 if verb.i < adjective.i else adjective.i - 3, adjective.i - 4, 0)
    before = " ".join(w.lower for w in tree.words[start : adjective.i]) + " "
    for phrase, degree in lexicon.degrees.items():
        if f" {before}".endswith(f" {phrase} ") and phrase != "not":
            told = told.negated(adjective) if degree == "flip" else told.applied(degree, adjective)
            break
    if above.i == adjective.i and verb.i != above.i:
        return told.under(own)  # the verb comes next
    if above.lemma == "be" and above.tag == "VBD" and adjective.lemma == "about":
        return told.applied("possible", above)
    return told.under(own)
