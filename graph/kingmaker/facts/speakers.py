"""Speakers: who the subject of a saying verb is, also where the article names no person, body or known group."""

from kingmaker.facts.governors import keys
from kingmaker.lexicon.cues import cues
from kingmaker.lexicon.terms import terms
from kingmaker.model import Entity, EntityKind
from kingmaker.text.clauses import is_passive, slot
from kingmaker.text.groups import noun_phrase_start
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

QUOTES = ('"', "``", "''")
VAGUE = frozenset({"suggest", "indicate", "signal", "hint", "show", "mean", "reveal", "rule", "confirm", "make"})


def reports(tree: Tree, verb: Word) -> bool:
    """Whether a word is a verb of saying, with its particle or alone."""
    return verb.is_verb and any(k in cues().reporting for k in keys(tree, verb))


def speakers(reading: Reading, tree: Tree, verb: int) -> list[Entity]:
    """Return who says what a verb reports: its subject, or the agent of a passive."""
    found: list[Entity] = []
    if any(k.lower in ("whatever", "whichever") for k in tree.kids(verb, "dobj", "det")):
        return found  # "whatever her brother says"
    for at in slot(tree, verb, "subject" if is_passive(tree, verb) else "surface"):
        found += _who(reading, tree, at, tree[verb])
    learned = tree[verb].lemma in ("learn", "hear") and any(e.kind is EntityKind.PERSON for e in found)
    return [] if learned else list(dict.fromkeys(found))


def _who(reading: Reading, tree: Tree, at: int, verb: Word) -> list[Entity]:
    word = tree[at]
    if word.lemma in cues().utterances:
        owners = [
            e
            for o in (*slot(tree, at, "poss"), *slot(tree, at, "from"), *slot(tree, at, "by"))
            for e in reading.actors(tree, o)
        ]
        return owners[:1]
    if actors := reading.actors(tree, at):
        return actors[:1]
    if word.lower in ("it", "they"):
        before = _spoke_before(reading, tree, verb.i)
        return [before] if before is not None else []
    named = unlisted(reading, tree, at, verb)
    return [named] if named is not None else []


def unlisted(reading: Reading, tree: Tree, at: int, verb: Word | None = None) -> Entity | None:
    """Return an outlet or an unnamed speaker that nothing else in the article makes known, by its own words."""
    word, start = tree[at], noun_phrase_start(tree, at)
    phrase = tree.phrase(start + (tree[start].lower in ("the", "a", "an") and start < at), at + 1)
    if word.is_capital and (word.pos == "PROPN" or start < at):
        known = word.lower in cues().outlets or (verb is not None and verb.lemma in cues().outlet_verbs)
        return Entity.named(EntityKind.ORGANISATION, phrase) if known else None
    told = verb is None or verb.lemma not in VAGUE
    if word.pos not in ("NOUN", "PROPN") or not told or word.lemma in cues().things | cues().said_nouns:
        return None
    body = word.lower in terms().public_bodies  # "her office", "the ministry"
    kind = EntityKind.ORGANISATION if body else EntityKind.ANONYMOUS
    return Entity.named(kind, phrase if body else tree.phrase(start, at + 1), scope=reading.article.id)


def _spoke_before(reading: Reading, tree: Tree, verb: int) -> Entity | None:
    """Return the body or the unnamed speakers who spoke last, for an "it" or a "they" that says more."""
    for index in (tree.index, tree.index - 1):
        if index < 0 or index >= len(reading.trees):
            return None
        here = reading.trees[index]
        words = here.words[:verb] if index == tree.index else here.words
        for word in reversed(words):
            if not reports(here, word) or (index == tree.index and tree[verb].sent - word.sent > 2):
                continue
            told = [e for at in slot(here, word.i, "surface") for e in _bodies(reading, here, at, word)]
            if told:
                return told[0]
    return None


def _bodies(reading: Reading, tree: Tree, at: int, verb: Word) -> list[Entity]:
    known: list[Entity | None] = [*reading.actors(tree, at)] or [unlisted(reading, tree, at, verb)]
    return [e for e in known if e is not None and e.kind is not EntityKind.PERSON]
