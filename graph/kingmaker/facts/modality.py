"""Modality: how a clause is told, as an algebra of polarity and certainty; a hedge is never upgraded."""

from dataclasses import dataclass, replace

from kingmaker.model import Certainty, Polarity
from kingmaker.text.tree import Word

ORDER = list(Certainty)


@dataclass(frozen=True, slots=True)
class Modality:
    """How a clause is told; `dropped` names the word that makes it no claim at all (an attempt, a wish)."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    dropped: Word | None = None
    cues: tuple[Word, ...] = ()
    void: bool = False  # told by the governing word's own frame, or not said at all, so nothing by itself
    lets: str = "flip"  # what a negation further up does to the clause: one of `cues.NEGATED`

    @property
    def negative(self) -> bool:
        """Whether it is told as not so."""
        return self.polarity is Polarity.NEGATIVE

    def flipped(self, cue: Word) -> "Modality":
        """Return this with the polarity turned round."""
        other = Polarity.POSITIVE if self.negative else Polarity.NEGATIVE
        return replace(self, polarity=other, cues=(*self.cues, cue))

    def weakened(self, certainty: Certainty, cue: Word) -> "Modality":
        """Return this at most as certain as `certainty`."""
        weaker = max(self.certainty, certainty, key=ORDER.index)
        return replace(self, certainty=weaker, cues=(*self.cues, cue))

    def applied(self, effect: str | None, cue: Word) -> "Modality":
        """Return this under a signature of the lexicon (one of `cues.EFFECTS`)."""
        if effect == "flip":
            return self.negated(cue)
        if effect == "improbable":
            return self.negated(cue).weakened(Certainty.PROBABLE, cue)
        if effect in ("drop", "void"):
            void = effect == "void" or self.void
            return replace(self, dropped=self.dropped or cue, cues=(*self.cues, cue), void=void)
        return self.weakened(Certainty(effect), cue) if effect in ORDER else self

    def negated(self, cue: Word) -> "Modality":
        """Return this under a negation above, which goes no further down than what it has passed lets it."""
        match self.lets:
            case "void":
                return self.applied("void", cue)
            case "pass":
                return self
            case "possible":
                return self.weakened(Certainty.POSSIBLE, cue)
            case "litotes":
                return self.flipped(cue).weakened(Certainty.POSSIBLE, cue)
        return self.flipped(cue)

    def under(self, beside: "Modality") -> "Modality":
        """Return this below a governor that is itself told in a certain way (`beside`: "may not", "never")."""
        if self.lets == "pass" and not beside.void:
            return self
        cue = beside.cues[-1] if beside.cues else None
        state = self.negated(cue) if beside.negative and cue is not None else self
        return replace(
            state, certainty=max(state.certainty, beside.certainty, key=ORDER.index),
            cues=(*self.cues, *beside.cues), dropped=state.dropped or beside.dropped, void=state.void or beside.void,
        )  # fmt: skip

    def within(self, lets: str | None) -> "Modality":
        """Return this as what a word embeds that lets negation down to it only so; the innermost such word holds."""
        return self if lets is None or self.lets != "flip" else replace(self, lets=lets)
