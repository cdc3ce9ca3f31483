"""What stands beside a word and says how it is told: negation, modals, adverbs, conditions, a question mark."""

from kingmaker.facts.modality import Modality
from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty
from kingmaker.text.tree import Tree, Word

QUOTES = ('"', "``", "''")
BESIDE = ("neg", "aux", "advmod", "mark", "det", "preconj", "cc", "predet")
NEGATORS = ("no", "neither", "never", "nor")


def beside(tree: Tree, i: int, polite: bool = False) -> Modality:
    """Return how word `i` is told by what stands beside it; where `polite`, "would prefer" means "prefers"."""
    state = Modality()
    for kid in (
        *tree.kids(i, *BESIDE),
        *(k for aux in tree.kids(i, "aux", "auxpass") for k in tree.kids(aux.i, *BESIDE)),
    ):
        state = _small(tree, i, kid, state, polite)
    if i > 1 and (tree[i - 2].lower, tree[i - 1].lower) == ("all", "but"):
        state = state.weakened(Certainty.PROBABLE, tree[i - 2])
    state = _phrases(tree, i, state)
    state = _conditions(tree, i, state)
    own = tree.kid(i, "nsubj", "nsubjpass")
    return _subject(tree, own, state) if own is not None else state


def _small(tree: Tree, i: int, kid: Word, state: Modality, polite: bool) -> Modality:
    """Apply one small word."""
    lexicon = cues()
    if _negates(tree, kid):
        return state.flipped(kid)
    match kid.dep:
        case "aux" if kid.lower in lexicon.modals:
            return _modal(tree, i, kid, state, polite)
        case "advmod":
            if lexicon.other_adverbs.get(kid.lower) == "missed":
                return state.flipped(kid) if kid.i < i else state
            return state.applied(lexicon.adverbs.get(kid.lower), kid)
    return state


def _negates(tree: Tree, kid: Word) -> bool:
    before = tree[kid.i - 1].lower if kid.i else ""
    after = tree[kid.i + 1].lower if kid.i + 1 < len(tree) else ""
    if kid.lower == "longer" and before == "no":
        return True
    if kid.dep == "neg" and kid.i > 1 and tree[kid.i - 2].lower == "or" and tree[kid.i - 1].tag == "MD":
        return False  # "may or may not run"
    if kid.dep == "neg":
        return not (kid.lower == "not" and after in ("only", "just", "merely", "least"))  # "not only backed but ..."
    if kid.dep == "cc":
        return kid.lower == "nor" and kid.i < kid.head  # "nor did she back him"; the second half sees to its own
    return kid.dep in ("det", "preconj", "advmod") and kid.lower in NEGATORS and after not in ("longer", "doubt")


def _modal(tree: Tree, i: int, modal: Word, state: Modality, polite: bool) -> Modality:
    lexicon, verb = cues(), tree[i].lemma
    effect = Certainty(lexicon.modals[modal.lower])
    perfect = any(k.lower == "have" for k in tree.kids(i, "aux"))
    refused = tree.kid(i, "neg") is not None or any(k.lower == "never" for k in tree.kids(i, "advmod"))
    if modal.lower in ("could", "can", "ca", "cannot") and (
        refused or (verb in lexicon.counting and modal.lower == "can")
    ):
        return state  # "could not support" is a refusal, "can count on" has it
    if modal.lower in ("would", "'d"):
        later = any(lexicon.other_adverbs.get(k.lower) == "later" for k in tree.kids(i, "advmod"))
        stance = (verb in lexicon.stances and refused and not perfect) or verb in lexicon.wishes
        conditional = any(_is_condition(tree, c) for c in tree.kids(i, "advcl"))
        if polite or ((later or stance or _is_reported(tree, i)) and not conditional):
            return state
    if modal.lower == "must" and perfect:
        effect = Certainty.PROBABLE  # "must have resigned" is a guess
    return state.weakened(effect, modal)


def _is_reported(tree: Tree, i: int) -> bool:
    """Whether "would" is the "will" of what was said in the past: "said he would run", "speculation that he would"."""
    at = i
    while tree[at].dep == "conj" and tree[at].head != at:
        at = tree[at].head
    word, above = tree[at], tree[tree[at].head]
    if word.dep in ("acl", "relcl") and above.lemma in cues().nouns:
        return any(k.lower == "that" for k in tree.kids(at, "mark", "dobj", "det"))
    told = above.lemma in cues().reporting or cues().verbs.get(above.lemma) in ("keep", "probable", "possible", "flip")
    return word.dep == "ccomp" and told and above.tag in ("VBD", "VBN")


def _phrases(tree: Tree, i: int, state: Modality) -> Modality:
    """Apply adverbials of several words that hang on word `i`: "by all accounts", "in the event"."""
    lexicon = cues()
    for kid in tree.kids(i):
        start = tree.edges(kid.i)[0] if kid.dep in ("prep", "advmod", "advcl", "ccomp", "parataxis", "npadvmod") else -1
        if start < 0 or tree[start].lower not in lexicon.phrase_openers:
            continue
        told = " ".join(w.lower for w in tree.words[start : start + 7]) + " "
        for phrase, effect in lexicon.phrases.items():
            if told.startswith(phrase + " ") and not start <= i < start + len(phrase.split()):
                state = state.applied(effect, tree[start])
                break
    return state


def _conditions(tree: Tree, i: int, state: Modality) -> Modality:
    """Apply the condition that a clause is, or that stands under it."""
    lexicon = cues()
    marks = [k for at in (i, *(a.i for a in tree.kids(i, "aux", "auxpass"))) for k in tree.kids(at, "mark", "advmod")]
    for kid in (*(k for k in marks if k.lower in lexicon.conditions), *_opening_if(tree, i)):
        state = state.weakened(Certainty.HYPOTHETICAL, kid)
    for clause in tree.kids(i, "advcl", "prep"):
        if _is_condition(tree, clause) and clause.i != i:
            state = state.weakened(Certainty.HYPOTHETICAL, clause)
    opening = _inversion(tree, i)
    return state.weakened(Certainty.HYPOTHETICAL, opening) if opening is not None else state


def _opening_if(tree: Tree, i: int) -> list[Word]:
    """ "If A goes and B follows, ...": an opening "if" holds up to its comma, wherever the parser hung it."""
    start, _ = tree.sentence(i)
    while start < i and (tree[start].text in QUOTES or tree[start].lower in ("but", "and", "so")):
        start += 1
    opening = tree[start]
    before = tree.words[start + 1 : i]
    open_still = opening.lower in ("if", "unless") and not any(w.text in (",", ";", "-", "--") for w in before)
    return [opening] if open_still and start < i else []


def _is_condition(tree: Tree, clause: Word) -> bool:
    """Whether a clause is the condition of what it hangs on: "if asked", "provided (that) ...", not "even if"."""
    marks = [k for k in tree.kids(clause.i, "mark", "advmod") if k.lower in cues().consequence]
    if any(not is_even(tree, k) for k in marks):
        return True
    proviso = clause.lower in cues().provisos and (clause.dep == "advcl" or tree.kid(clause.i, "pcomp"))
    return bool(proviso) or _inversion(tree, clause.i) is not None


def _inversion(tree: Tree, i: int) -> Word | None:
    """Return the word that opens a condition without "if": "should she resign", "had he backed her", "were he to"."""
    word = tree[i]
    if word.dep not in ("advcl", "ccomp"):
        return None
    opening = tree[tree.edges(i)[0]]
    own = opening.i == i or (opening.head == i and opening.dep == "aux")
    after = tree.kid(i, "nsubj", "nsubjpass")
    ends = tree[tree.sentence(i)[1] - 1].text == "?"
    inverted = opening.lower in cues().inverted and own and after is not None and after.i > opening.i
    return opening if inverted and not ends else None


def is_even(tree: Tree, mark: Word) -> bool:
    """Whether a condition does not matter: "even if", "whether or not" is none either."""
    return mark.i > 0 and tree[mark.i - 1].lower == "even"


def _subject(tree: Tree, own: Word, state: Modality) -> Modality:
    """Apply a subject that is nobody, or hardly anybody."""
    smalls = {k.lower: k for k in tree.kids(own.i, "det", "preconj", "amod", "neg", "predet", "nummod", "quantmod")}
    hardly = any(cues().other_adverbs.get(k.lower) == "missed" for k in tree.kids(own.i, "advmod"))
    if (
        (hardly and own.lower in ("anybody", "anyone", "any"))
        or own.lower in ("nobody", "none", "no-one")
        or smalls.keys() & {"no", "neither", "not"}
    ):
        return state.flipped(own)
    few = own.lower == "few" or "few" in smalls
    if few and not any(k.lower in ("a", "the", "quite") for k in tree.kids(own.i, "det", "advmod", "predet")):
        return state.flipped(own).weakened(Certainty.PROBABLE, own)
    return state


def question(tree: Tree, i: int, state: Modality) -> Modality:
    """Apply the question that word `i` stands in; what a "why" or relative clause takes for granted is none."""
    start, end = tree.sentence(i)
    mark = next((k for k in range(i, end) if tree[k].text == "?"), None)
    if mark is None or _asked_by_another(tree, i, mark):
        return state
    at = i
    while tree[at].head != at:
        if tree[at].dep == "relcl" and at != i:
            return state
        at = tree[at].head
    if tree[i].dep == "relcl":
        return state
    opens = tree[start + (tree[start].text in QUOTES)].lower
    modal = any(k.tag == "MD" for k in tree.kids(at, "aux"))
    if opens == "why" and not modal and at == i:
        return state
    return state.weakened(Certainty.HYPOTHETICAL, tree[mark])


def _asked_by_another(tree: Tree, i: int, mark: int) -> bool:
    """Whether the question mark is within quotation marks that open only after word `i`."""
    if mark + 1 >= len(tree) or tree[mark + 1].text not in QUOTES:
        return False
    opening = next((k for k in range(mark, -1, -1) if tree[k].text in QUOTES), None)
    return opening is not None and opening > i


def is_tag(tree: Tree, i: int) -> bool:
    """Whether a verb is only the tag of a question: "..., hasn't he?"."""
    word = tree[i]
    own = tree.kid(i, "nsubj")
    late = i and tree[i - 1].text == "," and own is not None and own.pos == "PRON" and own.i > i
    return bool(late) and word.is_verb and tree[tree.sentence(i)[1] - 1].text == "?" and tree.sentence(i)[1] - i < 6
