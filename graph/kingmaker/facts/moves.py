"""Moves: who gets, keeps or passes on a portfolio told in a bare word: "Bell picks up transport".

A portfolio's plain name ("transport") is a post only where the words about it speak of ministers, so these are read
by their own grammar, in paragraphs that do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kingmaker.facts.found import Found
from kingmaker.facts.frames import Frame
from kingmaker.facts.gapping import ASIDE
from kingmaker.facts.signs import Sign, Signed, signed
from kingmaker.model import Entity, Kind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

WHO = r"(?P<who>NAME|\bhe\b|\bshe\b)"
NOUN = r"(?: (?:portfolio|ministry|brief|docket|department)s?)?"
AREAS = rf"(?:the (?:new )?|his |her )?(?P<areas>AREA(?:, AREA)*(?:,? and (?:the )?AREA)?){NOUN}"
SMALL = r"(?: (?:will|would|could|may|might|has|have|had|is|was|been|be|also|now|then|instead|to|set|expected))*"
GOT = (
    r"(?:gets?|got|takes? (?:on|over)|took (?:on|over)|picks? up|picked up|inherits?|inherited|lands?|landed"
    r"|given|handed|allotted|allocated|assigned|(?:goes|went|moves|moved|returns|returned)(?: back)? to"
    r"|(?:takes|took|take) (?:over|his place|her place|their place) at)"
)
KEPT = r"(?:keeps?|kept|retains?|retained|holds? on to|held on to)"
LAST = (
    r"(?= from (?:AREA|NAME|POST)| in (?:the|a) (?:reshuffle|shake-up|shuffle|cabinet)"
    r"| and\b| while\b| with\b| but\b|[.,;:]|$)"
)
GETS = re.compile(rf"{WHO}{ASIDE}{SMALL} (?P<link>{GOT}) {AREAS}{LAST}")
KEEPS = re.compile(rf"{WHO}{ASIDE}(?: who)?{SMALL} (?P<link>{KEPT}) {AREAS}{LAST}")
GOES = re.compile(
    rf"(?P<areas>AREA){NOUN}(?:,? which)?{SMALL} (?P<link>go|goes|going|went|passes|passed) to (?P<who>NAME)"
)
LOSES = re.compile(
    rf"(?P<loser>NAME|\bhe\b|\bshe\b){SMALL} (?P<link>loses|lost|cedes|ceded|hands|handed|gives|gave|passes|passed)"
    rf"(?: over| up)? {AREAS} to (?P<who>NAME)"
)
VERBS = frozenset({
    "get", "take", "pick", "inherit", "land", "give", "hand", "allot", "allocate", "assign", "go", "move", "keep",
    "retain", "hold", "pass", "lose", "cede",
})  # fmt: skip
TELLING = frozenset({"portfolio", "portfolios", "reshuffle", "reshuffled", "cabinet", "docket", "brief", "shake-up"})
APPOINTED = Frame(id="portfolio-moves", kind=Kind.APPOINTMENT, trigger="verbs", lemmas=(), roles={}, value="appointed")
KEEPING = replace(APPOINTED, id="portfolio-kept", kind=Kind.EXTENSION, value=None)
FORMS = ((GETS, APPOINTED), (GOES, APPOINTED), (LOSES, APPOINTED), (KEEPS, KEEPING))
GETTER = {Kind.APPOINTMENT: "appointee", Kind.EXTENSION: "holder"}


def moved(reading: Reading, tree: Tree, told: Sequence[Found]) -> Iterator[Found]:
    """Yield who gets, is passed or keeps a portfolio, but what has been told (`told`)."""
    if not _is_of_ministers(reading, tree):
        return
    known = {
        (f.kind, f.roles[GETTER[f.kind]].id, f.roles["post"].id) for f in told if f.kind in GETTER and "post" in f.roles
    }
    for start, end in _sentences(tree):
        line = signed(reading, tree, start, end, areas=True)
        for form, frame in FORMS if "AREA" in line.text else ():
            for match in form.finditer(line.text):
                for one in _found(reading, tree, line, match, frame):
                    key = (one.kind, one.roles[GETTER[one.kind]].id, one.roles["post"].id)
                    if key not in known:
                        known.add(key)
                        yield one


def _is_of_ministers(reading: Reading, tree: Tree) -> bool:
    """Whether a paragraph speaks of ministers or their portfolios."""
    if not any(w.lemma in VERBS for w in tree.words):
        return False
    if any(w.lower in TELLING for w in tree.words):
        return True
    offices = (
        m.office for i in range(len(tree)) if (m := reading.mention(tree, i)) is not None and m.office is not None
    )
    return any(o.base.endswith(("Minister", "Secretary", "Commissioner")) for o in offices)


def _sentences(tree: Tree) -> Iterator[tuple[int, int]]:
    start = 0
    for end in [*(w.i for w in tree.words if w.text in (".", "?", "!")), len(tree)]:
        if any(w.lemma in VERBS for w in tree.words[start:end]):
            yield start, end
        start = end + 1


def _found(reading: Reading, tree: Tree, line: Signed, match: re.Match[str], frame: Frame) -> Iterator[Found]:
    at = line.word(match.start("link"))
    who = _person(reading, tree, line, match.start("who"))
    loser = _person(reading, tree, line, match.start("loser")) if "loser" in match.groupdict() else None
    if at is None or who is None:
        return
    for sign in line.within(match.start("areas"), match.end("areas")):
        if sign.post is not None:
            roles = {GETTER[frame.kind]: who, "post": sign.post} | ({"predecessor": loser} if loser else {})
            yield Found(frame.kind, frame.value, roles, tree, at, frame, _words(line, match, sign))


def _words(line: Signed, match: re.Match[str], area: Sign) -> tuple[int, ...]:
    who = line.word(match.start("who"))
    return tuple(sorted({w for w in (who, area.start, area.end - 1) if w is not None}))


def _person(reading: Reading, tree: Tree, line: Signed, place: int) -> Entity | None:
    """Return the one person whom a name or a pronoun stands for."""
    at = line.word(place)
    sign = line.signs.get(place)
    mention = sign.mention if sign is not None else None
    head = mention.head if mention is not None else at
    people = reading.people(tree, head) if head is not None else []
    return people[0] if len(people) == 1 else None
