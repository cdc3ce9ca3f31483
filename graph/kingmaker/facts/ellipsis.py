"""Ellipsis: "so did Austria", "Austria does not", "Norway, Berg": a clause that says again what another has said.

The clause before is told anew with the new subject (and object); polarity, hedges and source are those of
the elliptic clause, and it is never surer than the one it leans on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kingmaker.facts.factuality import modality
from kingmaker.facts.found import Found
from kingmaker.facts.modality import Modality
from kingmaker.facts.pairs import pairs
from kingmaker.facts.roles import entities
from kingmaker.lexicon.terms import terms
from kingmaker.model import Entity, Kind
from kingmaker.text.clauses import is_passive, objects, surface_subject
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

STANDINS = frozenset({"do", "have", "be", "will", "would", "can", "could", "may", "might", "must", "should", "shall"})
# What may stand in the place of what is left out: "did so", "done the same".
PROFORMS = frozenset({"so", "same", "likewise", "it", "that", "suit"})
# Posts have one holder: who else resigned or was chosen, did so from or for another one.
OF_ONE = frozenset({Kind.DEPARTURE, Kind.APPOINTMENT, Kind.TENURE, Kind.EXTENSION})
NAMED = (MentionKind.PERSON, MentionKind.PLACE, MentionKind.OFFICE, MentionKind.COLLECTIVE)


def echoes(reading: Reading, tree: Tree, found: Sequence[Found]) -> Iterator[Found]:
    """Yield what elliptic clauses of a paragraph say again."""
    told = [f for f in found if f.main and f.kind not in OF_ONE]
    for word in tree.words if told else ():
        if (word.lemma in STANDINS or word.lemma == "follow") and _is_elliptic(tree, word):
            again = list(_echo(reading, tree, word, told))
            told += again  # "Lund followed. So did Cole.": an echo may be echoed
            yield from again
    yield from _gaps(reading, tree, told)
    yield from pairs(reading, tree, found)


def leaning(tree: Tree, said: Found, how: Modality) -> Modality:
    """Return how an elliptic clause is told: never more surely than the clause it leans on, nor if that is none.

    A "not" of that clause stays there, but what its verb does to what it embeds ("refuses to back") is said again.
    """
    if said.echo is not None:
        how = leaning(tree, said.echo, how)
    before = modality(tree, said.at)
    verb = said.at
    while tree[verb].head != verb and not (tree[verb].is_verb and tree[verb].dep != "xcomp"):
        verb = tree[verb].head
    if verb != said.at and modality(tree, verb).polarity is not before.polarity:
        how = how.flipped(tree[verb])
    for cue in before.cues[:1] or (tree[said.at],):
        how = how.weakened(before.certainty, cue)
    if before.dropped is not None:
        how = how.applied("void", before.dropped)
    return how


def _is_elliptic(tree: Tree, word: Word) -> bool:
    """Whether a verb has a subject and nothing more than a "so", "too", "not" or a time."""
    if word.dep in ("aux", "auxpass") or not word.is_verb or not _subjects(tree, word):
        return False
    for kid in tree.kids(word.i):
        if kid.dep in ("nsubj", "aux", "neg", "punct", "cc", "preconj", "mark", "conj", "npadvmod", "dep", "expl"):
            continue
        if kid.dep in ("advcl", "ccomp", "parataxis") or (
            kid.dep == "advmod" and kid.lower not in terms().verb_particles
        ):
            continue
        if kid.dep == "prep" and kid.i > word.i and (_is_time(tree, kid) or _second_object(tree, word) is not None):
            continue
        if kid.lower not in PROFORMS and kid.i not in _subjects(tree, word):
            return False
    return True


def _is_time(tree: Tree, prep: Word) -> bool:
    """Whether a preposition tells when: "on Friday"; "on board" and "in the lead" are something said of the subject."""
    return any(n.label in ("DATE", "TIME") and n.start <= o.i < n.end for o in tree.kids(prep.i, "pobj")
               for n in tree.names)  # fmt: skip


def _subjects(tree: Tree, word: Word) -> list[int]:
    """Return the subject of an elliptic clause, which may follow its verb: "neither do Latvia and Estonia"."""
    own = tree.kid(word.i, "nsubj", "nsubjpass")
    inverted = any(k.lower in ("so", "neither", "nor", "as") for k in tree.kids(word.i) if k.i < word.i)
    if own is None and inverted:
        own = next((k for k in tree.kids(word.i, "dobj", "attr") if k.i > word.i), None)
    return tree.conjuncts(own.i) if own is not None else []


def _echo(reading: Reading, tree: Tree, word: Word, told: Sequence[Found]) -> Iterator[Found]:
    verb = _antecedent(tree, word)
    if verb is None or not _agrees(tree, word, verb):
        return
    first = [e for at in surface_subject(tree, verb.i) for e in reading.actors(tree, at)]
    second = _second_object(tree, word)
    for said in told:
        if said.tree is not tree or not _is_of(tree, said.at, verb.i):
            continue
        role = next((r for r, e in said.roles.items() if e in first and r != "post"), None)
        other = next((r for r, e in said.roles.items() if _is_object(reading, tree, verb, e) and r != role), None)
        if role is None or (second is not None and other is None):
            continue
        for at in _subjects(tree, word):
            for entity in entities(reading, tree, at, role):
                roles = dict(said.roles) | {role: entity}
                words = [at]
                if second is not None and other is not None:
                    objects_ = entities(reading, tree, second, other)
                    if not objects_:
                        continue
                    roles |= {other: objects_[0]}
                    words.append(second)
                if _holds_together(roles) and entity not in first:
                    yield replace(said, roles=roles, at=word.i, words=tuple(sorted(words)), phrase=None, echo=said)


def _second_object(tree: Tree, word: Word) -> int | None:
    """Return what "the same with X" or "the same for X" says the clause again of."""
    if not any(k.lower in PROFORMS for k in tree.kids(word.i, "dobj", "advmod")):
        return None
    return next((o.i for p in tree.kids(word.i, "prep") if p.lower in ("with", "for", "to")
                 for o in tree.kids(p.i, "pobj")), None)  # fmt: skip


def _is_object(reading: Reading, tree: Tree, verb: Word, entity: Entity) -> bool:
    return any(entity in reading.actors(tree, at) for at in objects(tree, verb.i))


def _holds_together(roles: dict[str, Entity]) -> bool:
    return len({e.id for e in roles.values()}) == len(roles)


def _antecedent(tree: Tree, word: Word) -> Word | None:
    """Return the verb of the clause that an elliptic one leans on: above it, before it, or in the sentence before."""
    above = tree[word.head]
    if above.i != word.i:
        return above if above.is_verb and above.i < word.i else None
    before = [k for k in tree.kids(word.i, "ccomp", "parataxis") if k.is_verb and k.i < word.i]
    if before:
        return before[-1]
    start, _ = tree.sentence(word.i)
    if start == 0:
        return None
    first, end = tree.sentence(start - 1)
    verb = next((w for w in tree.words[first:end] if w.head == w.i and w.is_verb), None)
    while verb is not None:
        later = [k for k in tree.kids(verb.i, "conj") if k.is_verb]
        if not later:
            break
        verb = later[-1]
    return verb


def _agrees(tree: Tree, word: Word, verb: Word) -> bool:
    """Whether a stand-in can stand for a verb: "is" for "is running", "did" for "ran", "followed" for what is done."""
    if word.lemma == "follow":
        return word.tag in ("VBD", "VBN") and verb.tag in ("VBD", "VBN") and not is_passive(tree, word.i)
    being = verb.lemma == "be" or any(k.lemma == "be" for k in tree.kids(verb.i, "aux", "auxpass"))
    return being if word.lemma == "be" else (not being or word.lemma != "do")


def _is_of(tree: Tree, at: int, verb: int) -> bool:
    """Whether what is told at a word is told by a verb's clause: the verb's own, or a noun's below it."""
    while at != verb:
        word = tree[at]
        if word.head == at or (word.is_verb and word.dep != "xcomp"):
            return False
        at = word.head
    return True


def _gaps(reading: Reading, tree: Tree, told: Sequence[Found]) -> Iterator[Found]:
    """ "Sweden backed Moen; Norway, Berg": two names and a comma after a clause of two names."""
    for mark in tree.words:
        if mark.text != ";" or mark.i + 1 >= len(tree):
            continue
        at = mark.i + 1 + (tree[mark.i + 1].lower == "and")
        pair = _pair(reading, tree, at)
        if pair is None:
            continue
        for said in told:
            if said.tree is tree and tree[said.at].sent == mark.sent and said.at < mark.i and tree[said.at].is_verb:
                yield from _filled_gap(reading, tree, said, pair)


def _pair(reading: Reading, tree: Tree, at: int) -> tuple[Mention, Mention] | None:
    one = reading.mention(tree, at) if at < len(tree) else None
    if one is None or one.start != at or one.end >= len(tree) or tree[one.end].text != ",":
        return None
    two = reading.mention(tree, one.end + 1) if one.end + 1 < len(tree) else None
    if two is None or two.start != one.end + 1 or not {one.kind, two.kind} <= {*NAMED}:
        return None
    closed = two.end >= len(tree) or tree[two.end].text in (".", ";") or tree[two.end].sent != tree[two.start].sent
    return (one, two) if closed else None


def _filled_gap(reading: Reading, tree: Tree, said: Found, pair: tuple[Mention, Mention]) -> Iterator[Found]:
    verb = tree[said.at]
    first = [e for at in surface_subject(tree, verb.i) for e in reading.actors(tree, at)]
    subject = next((r for r, e in said.roles.items() if e in first), None)
    other = next((r for r, e in said.roles.items() if _is_object(reading, tree, verb, e) and r != subject), None)
    if subject is None or other is None:
        return
    for one in entities(reading, tree, pair[0].head, subject):
        for two in entities(reading, tree, pair[1].head, other):
            roles = dict(said.roles) | {subject: one, other: two}
            if _holds_together(roles):
                yield replace(said, roles=roles, words=(pair[0].head, pair[1].head), phrase=None)
