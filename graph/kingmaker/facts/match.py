"""Matching: a frame on a word of a tree, its roles filled with entities, or the reason why not."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kingmaker.facts.attribution import attribution
from kingmaker.facts.frames import Frame, Lexicon
from kingmaker.lexicon.terms import terms
from kingmaker.model import SHAPES, Entity, EntityKind, Kind
from kingmaker.text.clauses import is_passive, particles, slot
from kingmaker.text.mention import MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

PERSONS = frozenset({"candidate", "nominee", "appointee", "holder", "beneficiary", "predecessor"})
ACTORS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.COLLECTIVE)
FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our"})
REFLEXIVE = ("himself", "herself", "themselves", "itself", "myself", "oneself")


@dataclass(frozen=True, slots=True)
class Found:
    """A situation told at a word: the kind with its value and roles, and the word that tells it."""

    kind: Kind
    value: str | None
    roles: Mapping[str, Entity]
    tree: Tree
    at: int
    frame: Frame
    words: tuple[int, ...]  # the words that fill the roles
    main: bool = True


@dataclass(frozen=True, slots=True)
class Dropped:
    """A trigger that told nothing, and why."""

    tree: Tree
    at: int
    frame: str
    reason: str


def matches(reading: Reading, tree: Tree, lexicon: Lexicon) -> Iterator[Found | Dropped]:
    """Yield what the frames find in a paragraph, and each trigger that came to nothing."""
    for word in tree.words:
        seen: set[Kind] = set()
        for trigger in _trigger_kinds(word):
            for frame in lexicon.of(trigger, word.lemma):
                if frame.kind in seen or not _fits(reading, tree, word, frame):
                    continue
                found = list(_fill(reading, tree, word, frame))
                if any(isinstance(f, Found) for f in found):
                    seen.add(frame.kind)
                yield from found


def _trigger_kinds(word: Word) -> tuple[str, ...]:
    if word.pos in ("VERB", "AUX"):
        return ("verbs", "adjectives") if word.tag in ("VBN", "VBG") else ("verbs",)
    if word.pos in ("NOUN", "PROPN"):
        return ("nouns",) if word.tag != "VBN" else ("nouns", "verbs")
    if word.pos == "ADJ":
        return ("adjectives", "nouns")
    return ("prepositions",) if word.pos in ("ADP", "SCONJ", "ADV") else ()


def _fits(reading: Reading, tree: Tree, word: Word, frame: Frame) -> bool:
    if frame.particles and not set(frame.particles) <= particles(tree, word.i):
        return False
    if frame.trigger == "verbs":
        if frame.voice != "any" and (frame.voice == "passive") != is_passive(tree, word.i):
            return False
        infinitive = any(k.lower == "to" and k.dep == "aux" for k in tree.kids(word.i))
        if (
            frame.form == "achieved"
            and word.dep in ("advcl", "acl")
            and any(k.lower == "to" for k in tree.kids(word.i, "aux"))
        ):
            return False
        if frame.form == "headline" and (
            tree[tree.sentence(word.i)[1] - 1].text in (".", '"') or not _is_past(tree, word)
        ):
            return False
        if frame.form == "past" and not _is_past(tree, word):
            return False
        if frame.form == "told" and (infinitive or any(k.tag == "MD" for k in tree.kids(word.i, "aux"))):
            return False
        if (frame.form == "finite" and infinitive) or (frame.form == "infinitive" and not infinitive):
            return False
    for path, wanted in frame.need.items():
        if not any(_is_one_of(reading, tree, at, wanted) for at in slot(tree, word.i, path)):
            return False
    return not any(_is_one_of(reading, tree, at, unwanted)
                   for path, unwanted in frame.avoid.items() for at in slot(tree, word.i, path))  # fmt: skip


def _is_past(tree: Tree, word: Word) -> bool:
    """Whether a verb tells what has happened, and not when something else is to happen ("when it expired")."""
    dependent = word.dep == "advcl" and any(k.lower in ("when", "after", "once", "if") for k in tree.kids(word.i))
    return word.tag in ("VBD", "VBN") and not dependent and not any(k.tag == "MD" for k in tree.kids(word.i, "aux"))


def _is_one_of(reading: Reading, tree: Tree, at: int, wanted: tuple[str, ...]) -> bool:
    word = tree[at]
    return any(_in_class(reading, tree, at, w) if w[0] == "@" else w in (word.lemma, word.lower) for w in wanted)


def _in_class(reading: Reading, tree: Tree, at: int, name: str) -> bool:
    match name:
        case "@post":
            return reading.post(tree, at) is not None
        case "@contest":
            word = tree[at]
            return word.lemma in terms().contests or word.lemma in terms().post_nouns
        case "@office":
            mention = reading.mention(tree, at)
            return mention is not None and mention.kind is MentionKind.OFFICE
        case "@person":
            return bool(reading.people(tree, at)) or tree[at].lower in FIRST_PERSON
        case "@actor":
            return bool(reading.actors(tree, at))
        case "@reflexive":
            return tree[at].lower in REFLEXIVE
    return True


def _fill(reading: Reading, tree: Tree, word: Word, frame: Frame) -> Iterator[Found | Dropped]:
    filled: dict[str, list[tuple[int, Entity]]] = {}
    for role, paths in frame.roles.items():
        filled[role] = _candidates(reading, tree, word.i, role, paths)
    shape = SHAPES[frame.kind]
    empty = [r for r in shape.needed if not filled.get(r)]
    if empty:
        yield Dropped(tree, word.i, frame.id, f"nobody fills the role {empty[0]!r}")
        return
    if frame.kind is Kind.BACKING and not filled.get("post"):
        yield Dropped(tree, word.i, frame.id, "no post is in contest, and none is named")
        return
    if shape.one_of and not any(filled.get(r) for r in shape.one_of):
        yield Dropped(tree, word.i, frame.id, f"none of the roles {', '.join(shape.one_of)} is filled")
        return
    yield from _combinations(reading, tree, word, frame, filled)
    for also in frame.also:
        roles = {r: _candidates(reading, tree, word.i, r, paths) for r, paths in also.roles.items()}
        if all(roles.get(r) for r in SHAPES[also.kind].needed):
            for chosen in _product(roles):
                yield Found(also.kind, also.value, {r: e for r, (_, e) in chosen.items()}, tree, word.i, frame,
                            tuple(sorted({a for a, _ in chosen.values() if a >= 0})), main=False)  # fmt: skip


def _combinations(
    reading: Reading, tree: Tree, word: Word, frame: Frame, filled: Mapping[str, list[tuple[int, Entity]]]
) -> Iterator[Found]:
    for chosen in _product(filled):
        roles = {role: entity for role, (_, entity) in chosen.items()}
        if _owned_by_candidate(reading, tree, chosen):
            continue
        if len({e.id for r, e in roles.items() if r in PERSONS or e.kind is EntityKind.PERSON}) < len(
            [e for r, e in roles.items() if r in PERSONS or e.kind is EntityKind.PERSON]
        ):
            continue  # nobody backs, nominates or replaces himself: a role went astray
        words = tuple(sorted({at for at, _ in chosen.values() if at >= 0}))
        yield Found(frame.kind, frame.value, roles, tree, word.i, frame, words)


def _owned_by_candidate(reading: Reading, tree: Tree, chosen: Mapping[str, tuple[int, Entity]]) -> bool:
    """Whether "his country" or "her party" is said to back the very person it is his or hers: a pronoun went astray."""
    if "backer" not in chosen or "candidate" not in chosen or chosen["backer"][0] < 0:
        return False
    owners = [
        e for at in slot(tree, chosen["backer"][0], "poss") if tree[at].pos == "PRON" for e in reading.actors(tree, at)
    ]
    return chosen["candidate"][1] in owners


def _product(filled: Mapping[str, list[tuple[int, Entity]]]) -> Iterator[dict[str, tuple[int, Entity]]]:
    names = [r for r in filled if filled[r]]
    for chosen in itertools.product(*(filled[r] for r in names)):
        yield dict(zip(names, chosen, strict=True))


def _candidates(reading: Reading, tree: Tree, i: int, role: str, paths: tuple[str, ...]) -> list[tuple[int, Entity]]:
    """Return who or what may fill a role: the entities of the first slot that holds any."""
    for path in paths:
        if path.startswith("focus"):
            post = reading.posts.focus(tree.index, i)
            if post is not None and role == "post":
                return [(-1, post)]
            continue
        if path.startswith("held:"):
            held = [reading.held(tree, at) for at in slot(tree, i, path.removeprefix("held:"))]
            if held and held[0] is not None:
                return [(-1, held[0])]
            continue
        if path in ("here", "near"):
            near = reading.near(tree, i, 0 if path == "here" else 1)
            if near is not None:
                return [(-1, near)]
            continue
        if role == "post" and any(reading.is_open_office(tree, at) for at in slot(tree, i, path)):
            return []  # the words name another post than the one in contest, though not which
        if role == "post" and path.rpartition(">")[2] == "for" and _names_a_thing(reading, tree, i, path):
            return []
        found = [(at, e) for at in slot(tree, i, path) for e in _entities(reading, tree, at, role)]
        if found:
            return found if role != "post" else found[:1]
    return []


def _names_a_thing(reading: Reading, tree: Tree, i: int, path: str) -> bool:
    """Whether "for" says that it is about no post at all: "a bid for a painting"."""
    things = [
        at for at in slot(tree, i, path)
        if tree[at].pos == "NOUN" and reading.mention(tree, at) is None and reading.post(tree, at) is None
        and not any(n.start <= at < n.end for n in tree.names)
    ]  # fmt: skip
    return bool(things) and all(tree[at].lemma not in terms().contests | terms().post_nouns for at in things)


def _entities(reading: Reading, tree: Tree, at: int, role: str) -> list[Entity]:
    if role == "post":
        post = reading.post(tree, at)
        return [post] if post is not None else []
    kinds = (EntityKind.PERSON,) if role in PERSONS else ACTORS
    if tree[at].lower in FIRST_PERSON:
        speaker = attribution(reading, tree, at).source
        return [speaker] if speaker is not None and speaker.kind in kinds else []
    return [e for e in reading.actors(tree, at) if e.kind in kinds]
