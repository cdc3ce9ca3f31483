"""Gapping: "Mensah got health, Addo finance and Boateng defence", where one verb serves several people and posts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kingmaker.facts.found import Found
from kingmaker.facts.frames import Frame
from kingmaker.facts.signs import Sign, Signed, signed
from kingmaker.model import Entity, Kind
from kingmaker.text.mention import MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

ASIDE = r"(?:,? \(?\d{2}\)?,?|, [^,;]{3,60},)?"
VERBS = (
    "gets?|got|takes?(?: over| on)?|took(?: over| on)?|receive[sd]?|given|handed|assigned|allocated|goes to|went to"
    "|go to|moves?(?: from AREA)? to|moved(?: from AREA)? to|becomes?|became|be|heads?|inherit(?:s|ed)?|land(?:s|ed)"
)
POST = r"(?:the (?:new )?)?(?:AREA|POST)(?: ministry| portfolio| brief| department| job| post)?(?: from AREA)?"
NEXT = r"(?:,|;|,? and|; and|,? while|,? with)"
SMALL = "goes|went|moves|moved|going|moving|gets|got|taking|getting|becomes|as|to|at|will|be|was|is|given|from AREA"
AGAIN = rf"(?: (?:{SMALL}))*"
RUN = re.compile(
    rf"NAME{ASIDE}(?: [a-z']+){{0,4}} (?P<link>{VERBS}) {POST}(?:{NEXT} NAME{ASIDE}{AGAIN} {POST})+"
    rf"|NAME{ASIDE}(?: [a-z']+){{0,2}} (?P<alone>move[sd]?) (?:from AREA to AREA|to AREA from AREA)"
)
PAIR = re.compile(rf"NAME{ASIDE}(?:[a-z' ]|from AREA)*?(?<! from),? {POST}")
FOLLOW = re.compile(
    rf"(?:(?: as| to)? {POST})?(?: ministry| portfolio)?(?:{NEXT} NAME{ASIDE}{AGAIN} {POST}|;(?: and)? NAME, {POST})"
)
CHOSEN = {Kind.APPOINTMENT: "appointee", Kind.NOMINATION: "nominee"}
FRAME = Frame(id="gapping", kind=Kind.APPOINTMENT, trigger="verbs", lemmas=(), roles={}, value="appointed")
Pair = tuple[Entity, Entity, tuple[int, ...]]


def gapped(reading: Reading, tree: Tree, told: Sequence[Found]) -> Iterator[Found]:
    """Yield who gets what in a run of people and posts under one verb, but what has been told (`told`)."""
    chosen = [f for f in told if f.kind in CHOSEN and f.main and f.words]
    known = {(f.roles[CHOSEN[f.kind]], f.roles["post"]) for f in chosen}
    for start, end in _sentences(reading, tree):
        line = signed(reading, tree, start, end, areas=True)
        for person, post, words, at, said in (*_runs(reading, tree, line), *_following(reading, tree, line, chosen)):
            if (person, post) in known and said is not None:
                continue
            known.add((person, post))
            if said is None:
                roles = {"appointee": person, "post": post}
                yield Found(Kind.APPOINTMENT, "appointed", roles, tree, at, FRAME, words)
            else:
                roles = dict(said.roles) | {CHOSEN[said.kind]: person, "post": post}
                roles.pop("predecessor", None)
                yield replace(said, roles=roles, words=words, phrase=None)


def _runs(
    reading: Reading, tree: Tree, line: Signed
) -> Iterator[tuple[Entity, Entity, tuple[int, ...], int, Found | None]]:
    for run in RUN.finditer(line.text):
        at = line.word(max(run.start("link"), run.start("alone")))
        if at is None:
            continue
        if tree[at].dep == "ccomp" and tree[tree[at].head].lemma == tree[at].lemma:
            at = tree[at].head  # "Kibet moves to trade, Wahu moves to health": the first is no part of the second
        for person, post, words in _pairs(reading, tree, line, run.start(), run.end()):
            yield person, post, words, at, None


def _following(
    reading: Reading, tree: Tree, line: Signed, chosen: Sequence[Found]
) -> Iterator[tuple[Entity, Entity, tuple[int, ...], int, Found | None]]:
    """Yield the pairs that go on from one that a verb governs: "as minister, Ana Ruiz to the finance ministry"."""
    for said in chosen:
        ends = [place for place, sign in line.signs.items() if any(sign.start <= w <= sign.end for w in said.words)]
        if not ends or not tree[said.at].is_verb:
            continue
        place = max(ends)
        place += re.compile(r"\w+").match(line.text, place).end() - place  # type: ignore[union-attr]
        while (match := FOLLOW.match(line.text, place)) is not None:
            for person, post, words in _pairs(reading, tree, line, match.start(), match.end()):
                yield person, post, words, said.at, said
            place = match.end()


def _sentences(reading: Reading, tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the stretches between full stops that name two people or more."""
    start = 0
    for end in [*(w.i for w in tree.words if w.text in (".", "?", "!")), len(tree)]:
        heads = (m for i in range(start, end) if (m := reading.mention(tree, i)) is not None and m.start == i)
        if sum(m.kind is MentionKind.PERSON for m in heads) > 1:
            yield start, end
        start = end + 1


def unmixed(found: Sequence[Found]) -> Iterator[Found]:
    """Leave out the post of another that the parser gave to somebody with one of his own under the same verb.

    "Named were Ruiz as finance minister and Sol as defence minister": Sol is not finance minister too.
    """
    posts: dict[tuple[int, str], set[str]] = {}
    people: dict[tuple[int, str], set[str]] = {}
    for one in found:
        if one.kind in CHOSEN:
            person, post = one.roles[CHOSEN[one.kind]].id, one.roles["post"].id
            posts.setdefault((one.at, person), set()).add(post)
            people.setdefault((one.at, post), set()).add(person)
    for one in found:
        if one.kind in CHOSEN:
            person, post = one.roles[CHOSEN[one.kind]].id, one.roles["post"].id
            others = people[one.at, post] - {person}
            if len(posts[one.at, person]) > 1 and any(posts[one.at, other] == {post} for other in others):
                continue
        yield one


def _pairs(reading: Reading, tree: Tree, line: Signed, start: int, end: int) -> Iterator[Pair]:
    for pair in PAIR.finditer(line.text, start, end):
        signs = line.within(pair.start(), pair.end())
        left = re.search(r"to (?:the )?AREA from AREA$", pair[0]) is not None
        name, area = signs[0], signs[-2 if left else -1]
        people = reading.people(tree, name.mention.head) if name.mention is not None else []
        post = area.post or _office(reading, tree, area)
        if len(people) == 1 and post is not None:
            yield people[0], post, (name.start, area.end - 1)


def _office(reading: Reading, tree: Tree, sign: Sign) -> Entity | None:
    office = sign.mention.office if sign.mention is not None else None
    if office is None or office.plural or office.status == "former":
        return None
    return reading.posts.of(office, tree.index, sign.start)
