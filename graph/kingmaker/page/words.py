"""What a claim says, as a reader would put it, with its hedge in the words."""

import re
from typing import NamedTuple

from kingmaker.model import Certainty, Claim, Entity, EntityKind, Kind, Polarity, Situation
from kingmaker.page.plain import plain

HEDGE_MARK, DENIAL_MARK = "?", "×"
STATED, HEDGED, DENIED = "stated", "hedged", "denied"

CERTAINTY_WORDS = {
    Certainty.CERTAIN: "stated",
    Certainty.PROBABLE: "probable",
    Certainty.POSSIBLE: "possible",
    Certainty.HYPOTHETICAL: "conditional",
}
CERTAINTY_NOTE = {
    Certainty.CERTAIN: "told as plain fact by its source",
    Certainty.PROBABLE: "told as likely, not as fact",
    Certainty.POSSIBLE: "told as something that may be",
    Certainty.HYPOTHETICAL: "told only under a condition",
}
_DENIED_HEDGE = {
    Certainty.CERTAIN: "",
    Certainty.PROBABLE: "probably ",
    Certainty.POSSIBLE: "perhaps ",
    Certainty.HYPOTHETICAL: "if …, ",
}


_PLURALS = {
    "is": "are",
    "does": "do",
    "backs": "back",
    "opposes": "oppose",
    "wants": "want",
    "leaves": "leave",
}
_COPULA = re.compile(r"^(probably |perhaps |if …, )?(?:is|are) ")
_SUBJECTS = frozenset({"nominator", "appointer"})  # roles that are the subject of words of their own


class Phrases(NamedTuple):
    """One predicate told plainly, as likely, as possible, under a condition, and denied."""

    stated: str
    probable: str
    possible: str
    hypothetical: str
    denied: str


def _verb(past: str, base: str, perfect: str) -> Phrases:
    return Phrases(past, f"is said to have {perfect}", f"may {base}", f"would {base} if …", f"did not {base}")


def _state(words: str) -> Phrases:
    return Phrases(
        f"is {words}",
        f"is said to be {words}",
        f"may be {words}",
        f"would be {words} if …",
        f"is not {words}",
    )


def _habit(third: str, base: str) -> Phrases:
    return Phrases(third, f"is said to {base}", f"may {base}", f"would {base} if …", f"does not {base}")


# Keyed by kind and own field, or by kind and the role whose line to another entity the words stand on.
PHRASES: dict[tuple[Kind, str], Phrases] = {
    (Kind.CANDIDACY, "considered"): _state("in the mix"),
    (Kind.CANDIDACY, "declared"): Phrases(
        "is in the running", "is said to be running", "may run", "would run if …", "is not running"
    ),
    (Kind.CANDIDACY, "withdrawn"): _verb("withdrew", "withdraw", "withdrawn"),
    (Kind.CANDIDACY, "declined"): _verb("turned it down", "turn it down", "turned it down"),
    (Kind.CANDIDACY, "rejected"): _verb("lost", "lose", "lost"),
    (Kind.CANDIDACY, "successful"): Phrases(
        "won", "is said to win", "may win", "would win if …", "did not win",
    ),
    (Kind.NOMINATION, ""): _state("nominated"),
    (Kind.NOMINATION, "nominator"): _verb("nominated", "nominate", "nominated"),
    (Kind.BACKING, "supports"): _habit("backs", "back"),
    (Kind.BACKING, "opposes"): _habit("opposes", "oppose"),
    (Kind.LOBBYING, ""): _verb("lobbied", "lobby", "lobbied"),
    (Kind.LOBBYING, "beneficiary"): _verb("lobbied for", "lobby for", "lobbied for"),
    (Kind.APPOINTMENT, ""): _state("appointed"),
    (Kind.APPOINTMENT, "appointed"): _state("appointed"),
    (Kind.APPOINTMENT, "elected"): _state("elected"),
    (Kind.APPOINTMENT, "confirmed"): _state("confirmed"),
    (Kind.APPOINTMENT, "appointer"): _verb("chose", "choose", "chosen"),
    (Kind.APPOINTMENT, "predecessor"): _habit("succeeds", "succeed"),
    (Kind.DEPARTURE, ""): _verb("left", "leave", "left"),
    (Kind.DEPARTURE, "resigned"): _verb("resigned", "resign", "resigned"),
    (Kind.DEPARTURE, "dismissed"): _state("dismissed"),
    (Kind.DEPARTURE, "term-ended"): Phrases(
        "leaves at the end of a term", "is said to leave at the end of a term",
        "may leave at the end of a term",
        "would leave at the end of a term if …", "does not leave at the end of a term",
    ),
    (Kind.DEPARTURE, "died"): _verb("died", "die", "died"),
    (Kind.TENURE, ""): _state("in office"),
    (Kind.TENURE, "current"): _state("in office"),
    (Kind.TENURE, "former"): Phrases(
        "held it before", "is said to have held it before", "may have held it before",
        "would have held it before if …", "did not hold it before",
    ),
    (Kind.TENURE, "designate"): _state("next in office"),
    (Kind.EXTENSION, ""): _state("kept on"),
    (Kind.PREFERENCE, ""): _habit("wants", "want"),
}  # fmt: skip


def mode(claim: Claim) -> str:
    """Return how a claim is drawn: `denied` if it says that it is not so, else `stated` or `hedged`."""
    if claim.polarity is Polarity.NEGATIVE:
        return DENIED
    return STATED if claim.certainty is Certainty.CERTAIN else HEDGED


def mark(claim: Claim) -> str:
    """Return the sign that goes with the words, so that nothing hangs on colour or line alone."""
    denial = DENIAL_MARK if claim.polarity is Polarity.NEGATIVE else ""
    return denial + (HEDGE_MARK if claim.certainty is not Certainty.CERTAIN else "")


def phrase(claim: Claim, role: str = "") -> str:
    """Return the predicate of a claim: of the whole, or of the line from `role` to another entity."""
    situation = claim.situation
    keys = [(situation.kind, role), (situation.kind, situation.value or ""), (situation.kind, "")]
    forms = next(PHRASES[key] for key in (keys if role else keys[1:]) if key in PHRASES)
    denied = claim.polarity is Polarity.NEGATIVE
    manner = "denied" if denied else "stated" if claim.certainty is Certainty.CERTAIN else claim.certainty.value
    told = str(getattr(forms, manner))
    subject = situation.role(role) if role in _SUBJECTS else situation.roles[0][1]
    told = _in_plural(told) if subject and _is_plural(subject) else told
    return _DENIED_HEDGE[claim.certainty] + told if denied else told


def _is_plural(subject: Entity) -> bool:
    """Whether a group or unnamed source is told of as many: "European allies", "diplomatic sources"."""
    return subject.kind in {EntityKind.COLLECTIVE, EntityKind.ANONYMOUS} and subject.label.endswith("s")


def _in_plural(told: str) -> str:
    verb, _, rest = told.partition(" ")
    return f"{_PLURALS.get(verb, verb)} {rest}".rstrip()


def as_chip(words: str) -> str:
    """Return a predicate as it stands alone on a card: "is in the running" becomes "In the running"."""
    bare = _COPULA.sub(lambda found: found[1] or "", words)
    return bare[:1].upper() + bare[1:]


def wish(situation: Situation) -> str:
    """Return what a preference is for, in quotation marks, or nothing for other kinds."""
    if situation.kind is not Kind.PREFERENCE or not situation.value:
        return ""
    return f"“{plain(situation.value)}”"


def source_kind(claim: Claim) -> str:
    """Return whose word it is: `voice` (the article's own), `person`, `body` or `unnamed`."""
    if claim.source is None:
        return "voice"
    if claim.source.kind in {EntityKind.ANONYMOUS, EntityKind.COLLECTIVE}:
        return "unnamed"
    return "person" if claim.source.kind is EntityKind.PERSON else "body"


def who_says_so(claim: Claim) -> str:
    """Return whose word a claim is, with the chain behind it, nearest first."""
    chain = ", who cites ".join(plain(e.label) for e in claim.via)
    if claim.source is None:
        return f"the article itself, citing {chain}" if chain else "the article itself"
    unnamed = " (unnamed)" if claim.source.kind is EntityKind.ANONYMOUS else ""
    said = f"{plain(claim.source.label)}{unnamed}"
    return f"{said}, citing {chain}" if chain else said


def further_words(claim: Claim) -> str:
    """Return when it was or will be, and the kind's further fields, as one short line."""
    told = [plain(claim.time_words)] if claim.time_words else []
    if claim.time and claim.time != claim.time_words:
        told.append(f"({plain(claim.time, 40)})" if told else plain(claim.time, 40))
    when = " ".join(told)
    details = [f"{plain(name, 40)} {plain(value)}" for name, value in claim.details]
    return "; ".join(filter(None, [when, *details]))
