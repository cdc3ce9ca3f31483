"""Frames: which words tell which kind of situation, and what fills its roles; data in `lexicon/frames/*.toml`.

    kind = "Backing"

    [[frame]]
    id = "throw-weight"
    value = "supports"
    verbs = ["throw", "put"]
    need = { object = ["weight"] }
    roles = { backer = ["subject"], candidate = ["behind", "object>behind"], post = ["for", "as", "focus"] }
    matches = ["Mr Adeyemi threw his weight behind Grace Obi for governor of Lagos."]
    rejects = ["Mr Adeyemi threw the ball behind Grace Obi."]

`form` says how a verb must stand: "finite", "infinitive", "told" (no "to", no modal), "past", "achieved" (not
as somebody's purpose or attempt), "headline" (in a line without a full stop), "denied" (only where it is told
not to be so), "ahead" ("is running", "will run", "to run"), "given"
(so whatever mood the verb is in), or "any". A second situation that a frame tells with
`also` is told as surely as the first, but for a tenure. Words that several frames of a file share stand once in
its table `words` and are called by "$NAME".

A trigger is one of `verbs`, `nouns`, `adjectives`, `prepositions` (lemmas). A role lists slots (see
`text.clauses`) in order of preference; "focus" stands for the post in contest, "held:SLOT" for
the one post that whoever fills SLOT holds, "late:SLOT" for the one that he is there said to have held,
"head:SLOT" for that of whoever heads what SLOT names (a body, a ministry, "Environment", "No10"), "here" and
"near" for the post last named in the sentence, or in it or the one before.

A trigger of several words is one of `phrases`, for idioms and where the parse cannot be trusted:

    phrases = ["{holder} [be] shown the door", "{candidate} [be] in the (frame|mix) [for {post}]"]

See `facts.patterns` for how they are written. Roles that a phrase does not name come from `roles`; "{name}"
there stands for what the phrase caught under another name, "held:{name}" for the post held by whom it caught,
and `need` and `avoid` count from its main word.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from kingmaker.errors import LexiconError
from kingmaker.facts.patterns import Pattern, read_pattern
from kingmaker.model import SHAPES, Certainty, Kind, Polarity, Shape

TRIGGERS = ("verbs", "nouns", "adjectives", "prepositions", "phrases")
CLASSES = (
    "@post", "@contest", "@person", "@candidate", "@kind", "@actor", "@reflexive", "@office", "@offices",
    "@headed", "@charge", "@thing", "@court", "@holder", "@count", "@rounds", "@any",
)  # fmt: skip
KEYS = {
    "id", "value", *TRIGGERS, "particles", "need", "avoid", "voice", "form", "roles", "certainty", "polarity",
    "also", "matches", "rejects", "negated", "criterion", "kind", "times", "soft",
}  # fmt: skip
FORMS = ("finite", "infinitive", "any", "told", "past", "achieved", "headline", "denied", "ahead", "given")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a slot must hold, or must not: one of some words (by form or lemma), or a word of one of some classes."""

    words: frozenset[str]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Also:
    """A second situation that a frame tells at once ("to replace X": X's tenure)."""

    kind: Kind
    value: str | None
    roles: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of telling a situation; see the module's text for what each field means."""

    id: str
    kind: Kind
    trigger: str
    lemmas: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    value: str | None = None
    particles: tuple[str, ...] = ()
    need: Mapping[str, Wanted] = field(default_factory=dict)
    avoid: Mapping[str, Wanted] = field(default_factory=dict)
    voice: str = "any"  # "active", "passive" or "any"
    form: str = "any"
    certainty: str | None = None
    polarity: str = "positive"
    soft: bool = False  # its value gives way to another that the article tells of the same people and post
    negated: str | None = None  # the value, as possible, that its negation tells instead
    criterion: tuple[str, ...] = ()
    also: tuple[Also, ...] = ()
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()  # of a `phrases` trigger; `lemmas` are their main words


class Lexicon:
    """All frames, found by the lemma of their trigger."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self.frames = tuple(frames)
        self._by_lemma: dict[tuple[str, str], list[Frame]] = {}
        self._by_anchor: dict[str, list[tuple[Frame, tuple[Pattern, ...]]]] = {}
        for frame in self.frames:
            for lemma in frame.lemmas:
                self._by_lemma.setdefault((frame.trigger, lemma), []).append(frame)
                if anchored := tuple(p for p in frame.patterns if p.anchor == lemma):
                    self._by_anchor.setdefault(lemma, []).append((frame, anchored))

    def of(self, trigger: str, lemma: str) -> list[Frame]:
        """Return the frames that a word of this kind ("verbs", ...) and lemma may trigger, in file order."""
        return self._by_lemma.get((trigger, lemma), [])

    def phrases(self, anchor: str) -> list[tuple[Frame, tuple[Pattern, ...]]]:
        """Return the frames of phrases with this main word, in file order, each with those of its patterns."""
        return self._by_anchor.get(anchor, [])


@lru_cache(maxsize=4)
def frames(folders: tuple[Path, ...] = ()) -> Lexicon:
    """Return the shipped frames and those of a user's own folders, every `.toml` file in them.

    Raises LexiconError naming file, frame, key and valid choices.
    """
    found: list[Frame] = []
    for room in (files("kingmaker.lexicon").joinpath("frames"), *folders):
        for file in _toml_files(room):
            found += read_frames(_text_of(file), file.name)
    return Lexicon(found)


def _toml_files(room: Traversable) -> list[Traversable]:
    try:
        named = sorted((f for f in room.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    except OSError as error:
        raise LexiconError(f"{room}: no folder of frames ({error.strerror}); give a folder of TOML files") from error
    if not named:
        raise LexiconError(f"{room}: holds no frames; give a folder of TOML files such as lexicon/frames")
    return named


def _text_of(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file.name}: cannot be read ({error}); give a UTF-8 TOML file") from error


def read_frames(text: str, file: str) -> list[Frame]:
    """Read and check the frames of one TOML file."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: not TOML ({error}); see lexicon/frames for examples") from error
    kind = _kind(told.get("kind"), file)
    words = told.get("words", {})
    found = [_frame(_spelled_out(row, words, file), kind, file) for row in told.get("frame", ())]
    twice = {f.id for f in found if sum(f.id == g.id for g in found) > 1}
    if twice:
        raise LexiconError(f"{file}: two frames have the id {sorted(twice)[0]!r}; give each its own")
    return found


def _spelled_out(told: Any, words: Mapping[str, list[str]], file: str) -> Any:
    """Put the words of a file's shared lists in the place of their names ("$contender")."""
    if isinstance(told, dict):
        return {key: _spelled_out(value, words, file) for key, value in told.items()}
    if not isinstance(told, list):
        return told
    spelled: list[Any] = []
    for word in told:
        if isinstance(word, str) and word.startswith("$"):
            _choice(word[1:], words, f"{file}: ${word[1:]}")
            spelled += words[word[1:]]
        else:
            spelled.append(_spelled_out(word, words, file))
    return spelled


def _kind(name: Any, where: str) -> Kind:
    try:
        return Kind(name)
    except ValueError:
        raise LexiconError(f"{where}: kind is {name!r}; choose from {', '.join(Kind)}") from None


def _frame(row: Mapping[str, Any], kind: Kind, file: str) -> Frame:
    where = f"{file}: frame {row.get('id', '(no id)')!r}"
    unknown = sorted(set(row) - KEYS)
    if unknown or "id" not in row:
        raise LexiconError(f"{where}: {unknown[0] if unknown else 'id'} is {'unknown' if unknown else 'missing'}; "
                           f"the keys are {', '.join(sorted(KEYS))}")  # fmt: skip
    _words(row, where)
    told = [t for t in TRIGGERS if t in row]
    if len(told) != 1:
        raise LexiconError(f"{where}: needs exactly one of {', '.join(TRIGGERS)}")
    shape = SHAPES[kind]
    _choice(row.get("form", "any"), FORMS, f"{where}: form")
    _choice(row.get("voice", "any"), ("active", "passive", "any"), f"{where}: voice")
    _value(row.get("value"), shape, where)
    for table in ("need", "avoid"):
        for wanted in row.get(table, {}).values():
            for word in wanted:
                if word.startswith("@"):
                    _choice(word, CLASSES, f"{where}: {table}")
    patterns = tuple(p for line in row.get("phrases", ()) for p in read_pattern(line, f"{where}: phrases"))
    _caught(row, patterns, shape, where)
    lemmas = dict.fromkeys(p.anchor for p in patterns) if patterns else row[told[0]]
    always = frozenset.intersection(*(p.always for p in patterns)) if patterns else frozenset()
    return Frame(
        id=row["id"], kind=kind, trigger=told[0], lemmas=tuple(lemmas), value=row.get("value"), patterns=patterns,
        roles=_roles(row.get("roles", {}), shape, where, always), particles=tuple(row.get("particles", ())),
        need=_wanted(row.get("need", {})), avoid=_wanted(row.get("avoid", {})), voice=row.get("voice", "any"),
        form=row.get("form", "any"), certainty=row.get("certainty"), polarity=row.get("polarity", "positive"),
        negated=row.get("negated"), soft=bool(row.get("soft", False)),
        criterion=tuple(row.get("criterion", ())), also=tuple(_also(a, where) for a in row.get("also", ())),
        matches=tuple(row.get("matches", ())), rejects=tuple(row.get("rejects", ())),
    )  # fmt: skip


def _words(row: Mapping[str, Any], where: str) -> None:
    """Check that what should be lists of words are, and that hedge and polarity are ones there are."""
    _choice(row.get("certainty", "certain"), tuple(Certainty), f"{where}: certainty")
    _choice(row.get("polarity", "positive"), tuple(Polarity), f"{where}: polarity")
    lists = {t: row[t] for t in (*TRIGGERS, "particles", "matches", "rejects", "criterion") if t in row}
    for table in ("need", "avoid", "roles"):
        lists |= {f"{table}.{name}": words for name, words in row.get(table, {}).items()}
    for name, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
            raise LexiconError(f'{where}: {name} is {words!r}; write a list of words, such as ["run", "stand"]')


def _caught(row: Mapping[str, Any], patterns: Iterable[Pattern], shape: Shape, where: str) -> None:
    """Check that each name in a phrase is a role or asked for by a role's slots, and that none is asked in vain."""
    told = [row.get("roles", {}), *(a.get("roles", {}) for a in row.get("also", ()))]
    slots = [s for roles in told for slots in roles.values() for s in slots]
    asked = sorted({s.removeprefix("held:")[1:-1] for s in slots if "{" in s})
    caught = sorted({name for pattern in patterns for name in pattern.roles})
    for name in caught:
        _choice(name, [*shape.roles, *asked, "somebody"], f"{where}: phrases: role")
    for name in asked:
        _choice(name, caught, f"{where}: roles: the name in braces")


def _also(row: Mapping[str, Any], where: str) -> Also:
    kind = _kind(row.get("kind"), where)
    _value(row.get("value"), SHAPES[kind], where)
    return Also(kind, row.get("value"), _roles(row.get("roles", {}), SHAPES[kind], where))


def _value(value: str | None, shape: Shape, where: str) -> None:
    if shape.values:
        _choice(value, shape.values, f"{where}: value ({shape.own})")


def _choice(value: Any, choices: Iterable[str], where: str) -> None:
    if value not in tuple(choices):
        raise LexiconError(f"{where} is {value!r}; choose from {', '.join(choices)}")


def _roles(
    told: Mapping[str, Any], shape: Shape, where: str, caught: frozenset[str] = frozenset()
) -> dict[str, tuple[str, ...]]:
    for name in told:
        _choice(name, shape.roles, f"{where}: role")
    missing = [r for r in shape.needed if r not in told and r not in caught]
    if missing:
        raise LexiconError(f"{where}: the role {missing[0]!r} is missing; needed are {', '.join(shape.needed)}")
    return _slots(told)


def _slots(told: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(slots) for name, slots in told.items()}


def _wanted(told: Mapping[str, Any]) -> dict[str, Wanted]:
    return {
        path: Wanted(frozenset(w for w in words if w[:1] != "@"), tuple(w for w in words if w[:1] == "@"))
        for path, words in told.items()
    }
