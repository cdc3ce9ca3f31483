"""Matching: a frame on a word of a tree, its roles filled with entities, or the reason why not."""

import itertools
from collections.abc import Iterator, Mapping

from kingmaker.facts.criteria import is_kind
from kingmaker.facts.ellipsis import echoes
from kingmaker.facts.found import Dropped, Found
from kingmaker.facts.frames import Frame, Lexicon
from kingmaker.facts.phrases import Phrase, phrases
from kingmaker.facts.roles import (
    FIRST_PERSON,
    PERSONS,
    Filled,
    elided,
    entities,
    fillers,
    is_thing,
    of_words,
    sought,
    standing,
    whose_candidacy,
)
from kingmaker.lexicon.terms import terms
from kingmaker.model import SHAPES, Entity, EntityKind, Kind
from kingmaker.text.clauses import is_passive, particles, slot
from kingmaker.text.mention import MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

PEOPLE = frozenset({"@person", "@candidate", "@actor"})  # classes that somebody left out of a fragment is in

__all__ = ["Dropped", "Found", "matches"]

BACKED = frozenset({"candidate", "beneficiary"})  # roles that "Keller's candidacy" may fill for Keller
REFLEXIVE = ("himself", "herself", "themselves", "itself", "myself", "oneself")


def matches(reading: Reading, tree: Tree, lexicon: Lexicon) -> Iterator[Found | Dropped]:
    """Yield what the frames find in a paragraph, and each trigger that came to nothing."""
    told = list(_at_words(reading, tree, lexicon))
    yield from told
    yield from echoes(reading, tree, [f for f in told if isinstance(f, Found)])


def _at_words(reading: Reading, tree: Tree, lexicon: Lexicon) -> Iterator[Found | Dropped]:
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
        for frame, phrase in phrases(reading, tree, word, lexicon):
            if frame.kind not in seen and _fits(reading, tree, word, frame):
                found = list(_fill(reading, tree, word, frame, phrase))
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
    if frame.trigger == "verbs" or (frame.trigger == "phrases" and word.is_verb):
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
        if frame.form == "ahead" and not _is_ahead(tree, word, infinitive):
            return False
        if (frame.form == "finite" and infinitive) or (frame.form == "infinitive" and not infinitive):
            return False
    for path, wanted in frame.need.items():
        told = any(_is_one_of(reading, tree, at, wanted) for at in slot(tree, word.i, path))
        if not told and not (PEOPLE & set(wanted) and elided(reading, tree, word.i, path)):
            return False
    return not any(_is_one_of(reading, tree, at, unwanted)
                   for path, unwanted in frame.avoid.items() for at in slot(tree, word.i, path))  # fmt: skip


def _is_ahead(tree: Tree, word: Word, infinitive: bool) -> bool:
    """Whether a verb tells what somebody is at or means to do: "is running", "will stand", "to run", never "ran"."""
    return infinitive or word.tag == "VBG" or any(k.tag == "MD" for k in tree.kids(word.i, "aux"))


def _is_past(tree: Tree, word: Word) -> bool:
    """Whether a verb tells what has happened, and not when something else is to happen ("when it expired")."""
    dependent = word.dep == "advcl" and any(k.lower in ("when", "after", "once", "if") for k in tree.kids(word.i))
    return word.tag in ("VBD", "VBN") and not dependent and not any(k.tag == "MD" for k in tree.kids(word.i, "aux"))


def _is_one_of(reading: Reading, tree: Tree, at: int, wanted: tuple[str, ...]) -> bool:
    word = tree[at]
    return any(_in_class(reading, tree, at, w) if w[0] == "@" else w in (word.lemma, word.lower) for w in wanted)


def _is_bare_title(reading: Reading, tree: Tree, at: int) -> bool:
    """Whether a title after a preposition has no article, and so is the post and not who holds it: "for president"."""
    mention = reading.mention(tree, at)
    if mention is None or mention.kind is not MentionKind.OFFICE or tree[at].dep != "pobj":
        return False
    return tree[mention.head].i == at and not tree.kid(at, "det", "poss", "appos") and tree[at].pos == "NOUN"


def _in_class(reading: Reading, tree: Tree, at: int, name: str) -> bool:
    match name:
        case "@post":
            return reading.post(tree, at) is not None
        case "@contest":
            word = tree[at]
            return word.lemma in terms().contests or word.lemma in terms().post_nouns
        case "@charge":
            return reading.charge_of(tree, at) is not None
        case "@court":
            return reading.is_court(tree, at)
        case "@headed":
            return reading.head_of(tree, at) is not None
        case "@office":
            mention = reading.mention(tree, at)
            return mention is not None and mention.kind is MentionKind.OFFICE
        case "@person":
            if _is_bare_title(reading, tree, at):
                return False
            return bool(entities(reading, tree, at, "holder")) or tree[at].lower in FIRST_PERSON
        case "@kind":
            return is_kind(reading, tree, at)
        case "@candidate":
            return _in_class(reading, tree, at, "@person") or bool(standing(reading, tree, at))
        case "@holder":
            post = reading.posts.focus(tree.index, at)
            return any(post and post.id in reading.links.posts_held(e) for e in reading.people(tree, at))
        case "@thing":
            return is_thing(reading, tree, at)
        case "@actor":
            return bool(reading.actors(tree, at))
        case "@reflexive":
            return tree[at].lower in REFLEXIVE
    return True


def _fill(
    reading: Reading, tree: Tree, word: Word, frame: Frame, phrase: Phrase | None = None
) -> Iterator[Found | Dropped]:
    filled = _filled(reading, tree, word, frame.roles, phrase, SHAPES[frame.kind].roles)
    shape = SHAPES[frame.kind]
    empty = [r for r in shape.needed if not filled.get(r)]
    if empty:
        yield Dropped(tree, word.i, frame.id, f"nobody fills the role {empty[0]!r}")
        return
    if frame.kind in (Kind.BACKING, Kind.LOBBYING) and not filled.get("post"):
        yield Dropped(tree, word.i, frame.id, "no post is in contest, and none is named")
        return
    if shape.one_of and not any(filled.get(r) for r in shape.one_of):
        yield Dropped(tree, word.i, frame.id, f"none of the roles {', '.join(shape.one_of)} is filled")
        return
    yield from _combinations(reading, tree, word, frame, filled, phrase)
    for also in frame.also:
        roles = _filled(reading, tree, word, also.roles, phrase, SHAPES[also.kind].roles)
        if all(roles.get(r) for r in SHAPES[also.kind].needed):
            for chosen in _product(roles):
                yield Found(also.kind, also.value, {r: e for r, (_, e) in chosen.items()}, tree, word.i, frame,
                            tuple(sorted({a for a, _ in chosen.values() if a >= 0})),
                            main=also.kind is not Kind.TENURE)  # fmt: skip


def _filled(
    reading: Reading, tree: Tree, word: Word, slots: Mapping[str, tuple[str, ...]], phrase: Phrase | None,
    roles: tuple[str, ...],
) -> dict[str, Filled]:  # fmt: skip
    """Return what fills each role: what a phrase caught under its name, else what its slots hold."""
    told = phrase.roles if phrase is not None else {}
    found = {}
    for role in (r for r in roles if r in slots or r in told):
        paths = slots.get(role, ())
        caught = next((told[n] for n in (role, *(p[1:-1] for p in paths if p[0] == "{")) if n in told), None)
        if caught is not None:
            found[role] = of_words(reading, tree, role, caught)
        else:
            found[role] = fillers(reading, tree, word.i, role, paths, told)
            if not found[role] and role in BACKED and {"backer", "lobbyist"} & set(roles):
                found[role] = whose_candidacy(reading, tree, word.i, paths)
    return found


def _combinations(
    reading: Reading, tree: Tree, word: Word, frame: Frame, filled: Mapping[str, Filled], phrase: Phrase | None
) -> Iterator[Found]:
    for chosen in _product(filled):
        roles = {role: entity for role, (_, entity) in chosen.items()}
        if (own := sought(reading, tree, word.i, chosen)) is not None:
            roles["post"] = own
        if _owned_by_candidate(reading, tree, chosen):
            continue
        if len({e.id for r, e in roles.items() if r in PERSONS or e.kind is EntityKind.PERSON}) < len(
            [e for r, e in roles.items() if r in PERSONS or e.kind is EntityKind.PERSON]
        ):
            continue  # nobody backs, nominates or replaces himself: a role went astray
        words = tuple(sorted({at for at, _ in chosen.values() if at >= 0}))
        # "his predecessor, Tunde Bello" and "her years as mayor" are so whatever is said of them
        presupposed = frame.kind is Kind.TENURE and (
            frame.trigger in ("nouns", "prepositions") or frame.form == "given"
        )
        yield Found(frame.kind, frame.value, roles, tree, word.i, frame, words, not presupposed, phrase)


def _owned_by_candidate(reading: Reading, tree: Tree, chosen: Mapping[str, tuple[int, Entity]]) -> bool:
    """Whether "his country" or "her party" is said to back the very person it is his or hers: a pronoun went astray."""
    if "backer" not in chosen or "candidate" not in chosen or chosen["backer"][0] < 0:
        return False
    owners = [
        e for at in slot(tree, chosen["backer"][0], "poss") if tree[at].pos == "PRON" for e in reading.actors(tree, at)
    ]
    return chosen["candidate"][1] in owners


def _product(filled: Mapping[str, Filled]) -> Iterator[dict[str, tuple[int, Entity]]]:
    names = [r for r in filled if filled[r]]
    for chosen in itertools.product(*(filled[r] for r in names)):
        yield dict(zip(names, chosen, strict=True))
