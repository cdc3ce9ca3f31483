"""Reactions: "Ms Cole flatly denied it", "the ministry called that report 'baseless'": a claim just told, turned.

A verb of denial or confirmation (or a verdict: "that is untrue") whose object only points back makes its
speaker the source of one more claim on the situation told last before it, in this sentence or the two
before. What points nowhere, or to several things at once, is left alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kingmaker.facts.attribution import attribution
from kingmaker.facts.factuality import modality
from kingmaker.facts.governors import keys
from kingmaker.facts.speakers import speakers
from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty, Claim, Entity, Kind, Polarity
from kingmaker.text.clauses import objects
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

SHORT = 8  # words of a sentence that does nothing but take back
REACH = 2  # sentences back to the claim
MOST = 2  # situations that one "it" may stand for


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim and the word that tells it."""

    claim: Claim
    tree: int
    at: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """Somebody's word on a claim told before: `source` None is the article's own."""

    of: Anchor
    source: Entity | None
    polarity: Polarity
    tree: int
    at: int
    start: int
    end: int


def reactions(reading: Reading, told: Sequence[Anchor]) -> Iterator[Reaction]:
    """Yield what the article's denials and confirmations say of the claims just before them."""
    if not told:
        return
    for tree in reading.trees:
        for word in tree.words:
            if not word.is_verb:
                continue
            found = _reaction(reading, tree, word)
            if found is None:
                continue
            polarity, who = found
            targets = _targets(reading, tree, word, told)
            start, end = tree.edges(word.i)
            start = max(start, tree.sentence(word.i)[0])
            for anchor in targets:
                for source in who:
                    if source != anchor.claim.source or source is None:
                        yield Reaction(anchor, source, polarity, tree.index, word.i, start, end)


def _reaction(reading: Reading, tree: Tree, verb: Word) -> tuple[Polarity, list[Entity | None]] | None:
    """Return how a verb turns what it points back to, and for whom; None where it is no reaction."""
    lexicon = cues()
    verdict = _verdict(tree, verb)
    if verdict is not None:
        whose = attribution(reading, tree, verb.i)
        how = modality(tree, verb.i)
        if how.certainty is not Certainty.CERTAIN or how.void or how.dropped:
            return None
        return verdict, [whose.source, *whose.others]
    names = set(keys(tree, verb))
    denies = bool(names & lexicon.reacting_no) or (bool(names & lexicon.branding) and _branded(tree, verb))
    if not denies and not names & lexicon.reacting_yes:
        return None
    if not _points_back(tree, verb, denies):
        return None
    how = modality(tree, verb.i)
    if how.polarity is Polarity.NEGATIVE or how.certainty is not Certainty.CERTAIN or how.dropped or how.void:
        return None
    who: list[Entity | None] = [*speakers(reading, tree, verb.i)]
    return (Polarity.NEGATIVE if denies else Polarity.POSITIVE), who


def _points_back(tree: Tree, verb: Word, denies: bool) -> bool:
    """Whether what a verb denies or confirms is only "it", "this", "the report", "any such thing"."""
    if any(_is_pointer(tree, tree[at]) for at in objects(tree, verb.i)):
        return True
    for kid in tree.kids(verb.i, "ccomp", "xcomp", "prep"):
        words = [tree[k].lower for k in tree.subtree(kid.i)]
        told = " ".join(words)
        if any(p in told for p in cues().such) and len(words) < 14:
            return True
        own = tree.kid(kid.i, "nsubj")
        if (
            kid.dep == "ccomp"
            and kid.lemma == "be"
            and own is not None
            and _is_pointer(tree, own)
            and "the case" in told
        ):
            return True
        if kid.dep == "prep" and any(_is_pointer(tree, k) for k in tree.kids(kid.i, "pobj")) and denies:
            return True
    return False


def _is_pointer(tree: Tree, word: Word) -> bool:
    """Whether a word stands for what was just said, and says nothing more of it."""
    if word.lower in ("it", "this", "that", "them", "these", "those") and not tree.kids(word.i, "prep", "acl", "relcl"):
        return True
    pointing = any(
        k.lower in ("the", "this", "that", "these", "those", "such", "both") for k in tree.kids(word.i, "det", "amod")
    )
    own = tree.kid(word.i, "acl", "relcl", "ccomp", "appos") or any(
        k.lower in ("of", "about", "on", "over", "against") for k in tree.kids(word.i, "prep")
    )
    return word.lemma in cues().pointers and pointing and not own


def _branded(tree: Tree, verb: Word) -> bool:
    """Whether a thing is called false: "called the story pure invention", "described it as nonsense"."""
    after = [tree[k] for k in tree.subtree(verb.i) if k > verb.i]
    return any(w.lemma in cues().falsehoods or w.lower in cues().falsehoods for w in after)


def _verdict(tree: Tree, verb: Word) -> Polarity | None:
    """ "That is untrue", "the report was not correct": how a copula judges what its subject points back to."""
    if verb.lemma != "be":
        return None
    own, said = tree.kid(verb.i, "nsubj"), tree.kid(verb.i, "acomp", "attr")
    if own is None or said is None or not _is_pointer(tree, own) or tree.kids(verb.i, "ccomp", "xcomp", "advcl"):
        return None
    if tree.kids(said.i, "prep") or (own.lower in ("it", "that", "this") and said.lemma in ("wrong", "rubbish")):
        return None  # true of something else; a moral, not a fact
    negated = tree.kid(verb.i, "neg") is not None
    if said.lemma in cues().falsehoods and not negated:
        return Polarity.NEGATIVE
    if said.lemma in ("true", "correct", "accurate"):
        return Polarity.NEGATIVE if negated else Polarity.POSITIVE
    return None


def _targets(reading: Reading, tree: Tree, verb: Word, told: Sequence[Anchor]) -> list[Anchor]:
    """Return the claims of the sentence nearest before a reaction that tells any, if it is clear which."""
    here = [a for a in told if a.claim.situation.kind is not Kind.TENURE and _is_open(a.claim)]
    for index, sent in _sentences_before(reading, tree, verb):
        found = [
            a for a in here if a.tree == index and reading.trees[index][a.at].sent == sent
            and (index != tree.index or a.at < verb.i) and not (index == tree.index and _governs(tree, verb.i, a.at))
        ]  # fmt: skip
        if found:
            return found if len({a.claim.situation.id for a in found}) <= MOST else []
    return []


def _is_open(claim: Claim) -> bool:
    """Whether a claim is one that can be denied: somebody's word, or hedged; what the article tells plainly is not."""
    return claim.polarity is Polarity.POSITIVE and (
        claim.source is not None or claim.certainty is not Certainty.CERTAIN
    )


def _governs(tree: Tree, verb: int, at: int) -> bool:
    return any(w.i == verb for w in tree.ancestors(at))


def _sentences_before(reading: Reading, tree: Tree, verb: Word) -> Iterator[tuple[int, int]]:
    """Yield the sentence of a verb and those before it, over the edge of the paragraph where it opens one."""
    for back in range(REACH + 1):
        if verb.sent - back >= tree[0].sent:
            yield tree.index, verb.sent - back
    if verb.sent == tree[0].sent and 0 < tree.index <= len(reading.trees):
        above = reading.trees[tree.index - 1]
        if len(above):
            yield above.index, above.words[-1].sent


def is_corrected(tree: Tree, at: int) -> bool:
    """Whether a clause is what "an earlier version of this article" said."""
    return any(k.lemma == "version" for above in tree.ancestors(at) for k in tree.kids(above.i, "nsubj"))


def taken_back(tree: Tree, at: int) -> Word | None:
    """Return the "not" of the short sentence that takes back what an earlier version said: "He has not."."""
    _, end = tree.sentence(at)
    after = [w for w in tree.words[end:] if w.sent == tree[at].sent + 1]
    denial = next((w for w in after if w.dep == "neg" or w.lemma in cues().falsehoods), None)
    return denial if denial is not None and len(after) <= SHORT else None
