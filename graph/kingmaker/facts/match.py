"""Matching: a frame on a word of a tree, its roles filled with entities, or the reason why not."""

import itertools
from collections.abc import Iterable, Iterator, Mapping

from kingmaker.facts.ellipsis import echoes
from kingmaker.facts.fitting import fits
from kingmaker.facts.found import Dropped, Found
from kingmaker.facts.frames import Frame
from kingmaker.facts.gapping import gapped, unmixed
from kingmaker.facts.headlines import headline_claims
from kingmaker.facts.listings import listings
from kingmaker.facts.moves import moved
from kingmaker.facts.phrases import Phrase, caught
from kingmaker.facts.respective import respective
from kingmaker.facts.roles import PERSONS, UNTOLD, Filled, fillers, of_words, sought, whose_candidacy
from kingmaker.facts.stacked import stacked
from kingmaker.facts.triggers import Trigger
from kingmaker.model import SHAPES, Entity, EntityKind, Kind
from kingmaker.text.clauses import slot
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

__all__ = ["Dropped", "Found", "matches"]

OTHER_STANCE = {"supports": "opposes", "opposes": "supports"}
BACKED = frozenset({"candidate", "beneficiary"})  # roles that "Keller's candidacy" may fill for Keller


def matches(reading: Reading, tree: Tree, started: Iterable[Trigger]) -> Iterator[Found | Dropped]:
    """Yield what the frames find in a paragraph by its triggers, and each trigger that came to nothing."""
    told = list(respective(reading, tree, _at_words(reading, tree, started)))
    yield from (f for f in told if isinstance(f, Dropped))
    found = [f for f in told if isinstance(f, Found)]
    found += echoes(reading, tree, found)
    if not reading.posts.told_only:  # what fragments tell needs the post in contest, and does not settle it
        found += [f for tell in (listings, headline_claims, gapped, stacked) for f in tell(reading, tree, found)]
        found += list(moved(reading, tree, found))
    yield from unmixed(found)


def _at_words(reading: Reading, tree: Tree, started: Iterable[Trigger]) -> Iterator[Found | Dropped]:
    seen: set[tuple[int, Kind]] = set()  # a word tells a kind of situation once
    for word, frame, patterns in started:
        if (word.i, frame.kind) in seen or not fits(reading, tree, word, frame):
            continue
        phrase = caught(reading, tree, word, patterns) if patterns else None
        if patterns and phrase is None:
            continue
        if phrase is not None and frame.also and any(tree[i].dep == "neg" for i in phrase.passed):
            yield Dropped(
                tree, word.i, frame.id, "a negation within the phrase leaves open which of its claims it turns"
            )
            continue
        found = list(_fill(reading, tree, word, frame, phrase))
        if any(isinstance(f, Found) for f in found):  # an idiom's other words tell nothing of the kind by themselves
            seen.update((i, frame.kind) for i in (phrase.words if phrase is not None else (word.i,)))
        yield from found


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
        named = [p[1:-1] for p in paths if p[0] == "{"]
        caught = next((told[n] for n in (*named, role) if n in told), None)
        if caught is not None:
            found[role] = of_words(reading, tree, role, caught)
        else:
            found[role] = fillers(reading, tree, word.i, role, paths, told)
            if not found[role] and role in BACKED and {"backer", "lobbyist"} & set(roles):
                found[role] = whose_candidacy(reading, tree, word.i, paths)
    if "post" in roles and (not found.get("post") or found["post"][0][0] == UNTOLD):
        clauses = [at for r in found if r in PERSONS for at, _ in found[r] if at >= 0 and tree[at].is_verb]
        found["post"] = of_words(reading, tree, "post", clauses) or found.get("post", [])
    return found


def _combinations(
    reading: Reading, tree: Tree, word: Word, frame: Frame, filled: Mapping[str, Filled], phrase: Phrase | None
) -> Iterator[Found]:
    value = frame.value
    if _wished_not(tree, word, frame):  # "urged her not to run" opposes, "asked her not to resign" supports
        if value not in OTHER_STANCE:
            return
        value = OTHER_STANCE[value]
    for chosen in _product(filled):
        roles = {role: entity for role, (_, entity) in chosen.items()}
        if (own := sought(reading, tree, word.i, chosen)) is not None:
            roles["post"] = own
        if (left := _own_post_left(reading, tree, frame, filled, chosen)) is not None:
            roles["post"] = left
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
        yield Found(frame.kind, value, roles, tree, word.i, frame, words, not presupposed, phrase)


def _own_post_left(
    reading: Reading, tree: Tree, frame: Frame, filled: Mapping[str, Filled], chosen: Mapping[str, tuple[int, Entity]]
) -> Entity | None:
    """Return the post that each of several leaves by his own title: "Out are X, who was mayor, and Y, the sheriff"."""
    at = chosen["holder"][0] if frame.kind is Kind.DEPARTURE and len(filled["holder"]) > 1 else -1
    if at < 0:
        return None
    told = reading.titled(tree, at)
    return reading.late(tree, at) or (told[0] if len(told) == 1 else None)


def _wished_not(tree: Tree, word: Word, frame: Frame) -> bool:
    """Whether what a frame of backing or lobbying asks for is asked not to be done."""
    wanted = frame.need.get("comp") if frame.kind in (Kind.BACKING, Kind.LOBBYING) else None
    return wanted is not None and any(
        tree[at].lemma in wanted.words and tree.kid(at, "neg") is not None for at in slot(tree, word.i, "comp")
    )


def _owned_by_candidate(reading: Reading, tree: Tree, chosen: Mapping[str, tuple[int, Entity]]) -> bool:
    """Whether "his country" or "her party" is said to back the very person it is his or hers: a pronoun went astray."""
    if "backer" not in chosen or "candidate" not in chosen or chosen["backer"][0] < 0:
        return False
    if chosen["backer"][1].kind is EntityKind.PERSON:
        return False  # "her boss is backing her"
    owners = [
        e for at in slot(tree, chosen["backer"][0], "poss") if tree[at].pos == "PRON" for e in reading.actors(tree, at)
    ]
    return chosen["candidate"][1] in owners


def _product(filled: Mapping[str, Filled]) -> Iterator[dict[str, tuple[int, Entity]]]:
    names = [r for r in filled if filled[r]]
    for chosen in itertools.product(*(filled[r] for r in names)):
        yield dict(zip(names, chosen, strict=True))
