"""Attribution: whose word a clause is, and through whom.

A saying verb above the clause, "according to", or quotation marks that an earlier or later sentence of
the paragraph gives to a speaker. The outermost speaker is the source; those it cites come after it.
"""

from dataclasses import dataclass

from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty, Entity
from kingmaker.text.clauses import is_passive, slot
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

# Edges from a clause towards the verb that reports it.
CONTENT = frozenset({
    "ccomp", "xcomp", "parataxis", "advcl", "dep", "conj", "relcl", "acl", "pcomp", "prep", "dobj", "pobj", "attr",
    "nsubj", "oprd", "appos", "compound", "amod", "nmod",
})  # fmt: skip
CLAUSES = frozenset({"ccomp", "parataxis", "dep"})
# Their infinitive is what is said: "claimed to have won".
OF_INFINITIVES = frozenset({"deny", "claim"})
# A bare object is reported by verbs of denial and confirmation alone: "denied the claim", not "announced his exit".
OF_OBJECTS = frozenset({"deny", "confirm", "reject", "dismiss", "rubbish", "refute", "report"})
REPORTED_NOUNS = frozenset({
    "claim", "report", "suggestion", "rumour", "rumor", "speculation", "allegation", "idea", "talk",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source of a clause (None: the article's own voice), whom it cites, and the hedge the verb itself is."""

    source: Entity | None = None
    via: tuple[Entity, ...] = ()
    certainty: Certainty = Certainty.CERTAIN


def attribution(reading: Reading, tree: Tree, i: int) -> Attribution:
    """Return whose word the clause of word `i` is."""
    speakers = _governing_speakers(reading, tree, i) or _inserted_speaker(reading, tree, i)
    if not speakers:
        told = _according_to(reading, tree, i)
        speakers = [(told, "")] if told is not None else []
    if not speakers and _is_quoted(tree, i):
        quoted = _speaker_of_quote(reading, tree, i)
        speakers = [(quoted, "")] if quoted is not None else []
    if not speakers:
        return Attribution()
    source, verb = speakers[-1]
    hedge = cues().reported_as.get(verb, "certain")
    inner = tuple(s for s, _ in reversed(speakers[:-1]) if s.id != source.id)
    inner += tuple(s for s in _cited(reading, tree, i) if s.id != source.id)
    return Attribution(source, tuple(dict.fromkeys(inner)), Certainty(hedge))


def _governing_speakers(reading: Reading, tree: Tree, i: int) -> list[tuple[Entity, str]]:
    """Return the speakers above a clause, innermost first, with the verbs that make them so."""
    found: list[tuple[Entity, str]] = []
    at, seen = i, {i}
    while tree[at].head not in seen and tree[at].dep in CONTENT:
        word, above = tree[at], tree[tree[at].head]
        seen.add(above.i)
        if _reports(word, above) and not is_passive(tree, above.i):
            speaker = _speaker(reading, tree, above.i)
            if speaker is not None:
                found.append((speaker, above.lemma))
        at = above.i
    return found


def _inserted_speaker(reading: Reading, tree: Tree, i: int) -> list[tuple[Entity, str]]:
    """ "Keller, sources say, backs Brandt": a saying verb with nothing of its own to embed, inside what it reports."""
    for at in (i, *(w.i for w in tree.ancestors(i))):
        for verb in tree.kids(at, "ccomp", "parataxis", "advcl", "dep", "relcl"):
            bare = not tree.kids(verb.i, "ccomp", "xcomp", "dobj") and tree[verb.i - 1].text != "," if verb.i else False
            if verb.lemma in cues().reporting and bare and i not in tree.subtree(verb.i):
                speaker = _speaker(reading, tree, verb.i)
                if speaker is not None:
                    return [(speaker, verb.lemma)]
    return []


def _cited(reading: Reading, tree: Tree, i: int) -> list[Entity]:
    """Return whom the sentence's outlet cites: "Reuters, citing two diplomats, reported"."""
    start, end = tree.sentence(i)
    verbs = [w for w in tree.words[start:end] if w.lower in ("citing", "quoting")]
    return [e for w in verbs for k in tree.kids(w.i, "dobj") for e in reading.actors(tree, k.i)]


def _reports(word: Word, above: Word) -> bool:
    if not above.is_verb or above.lemma not in cues().reporting:
        return False
    infinitive = word.dep == "xcomp" and above.lemma in OF_INFINITIVES
    thing = word.dep == "dobj" and above.lemma in OF_OBJECTS and word.lemma in REPORTED_NOUNS
    return word.dep in CLAUSES or infinitive or thing


def _speaker(reading: Reading, tree: Tree, verb: int) -> Entity | None:
    for at in slot(tree, verb, "surface"):
        actors = reading.actors(tree, at)
        if actors:
            return actors[0]
    return None


def _according_to(reading: Reading, tree: Tree, i: int) -> Entity | None:
    start, end = tree.sentence(i)
    for k in range(start, end - 1):
        if tree[k].lower == "according" and tree[k + 1].lower == "to":
            for obj in [o for p in (k, k + 1) for o in tree.kids(p, "pobj")]:
                actors = reading.actors(tree, obj.i)
                if actors and not _is_inside(tree, i, k):
                    return actors[0]
    return None


def _is_inside(tree: Tree, i: int, k: int) -> bool:
    return any(w.i == k for w in tree.ancestors(i))


def _is_quoted(tree: Tree, i: int) -> bool:
    """Whether word `i` stands between quotation marks that hold a clause, not a phrase."""
    before = sum(w.text in ('"', "``", "''") for w in tree.words[:i])
    after = any(w.text in ('"', "``", "''") for w in tree.words[i:])
    if before % 2 == 0:
        return False
    opening = next(k for k in range(i, -1, -1) if tree[k].text in ('"', "``", "''"))
    closing = next((k for k in range(i, len(tree)) if tree[k].text in ('"', "``", "''")), len(tree))
    return closing - opening > 4 and (after or tree[0].text in ('"', "``"))


def _speaker_of_quote(reading: Reading, tree: Tree, i: int) -> Entity | None:
    """Return who the paragraph gives its quotes to, else who spoke last in the paragraph before."""
    for at in (tree.index, tree.index - 1):
        if not 0 <= at < len(reading.trees):
            return None
        here = reading.trees[at]
        speakers = []
        for word in here.words:
            if word.is_verb and word.lemma in cues().reporting and not is_passive(here, word.i):
                quoted_verb = sum(w.text in ('"', "``", "''") for w in here.words[: word.i]) % 2
                speaker = _speaker(reading, here, word.i) if not quoted_verb else None
                if speaker is not None:
                    speakers.append(speaker)
        if speakers:
            return speakers[-1]
        if tree[0].text not in ('"', "``"):
            return None
    return None
