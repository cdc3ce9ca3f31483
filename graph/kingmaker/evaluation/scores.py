"""Precision, recall and F1 of an extraction, by kind of situation, by frame and by how a fact is told."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kingmaker.evaluation.gold import GoldFact
from kingmaker.evaluation.scoring import Level, Match
from kingmaker.model import Certainty, Claim, Kind, Polarity

LEVELS = (Level.CORE, Level.FULL, Level.CLAIM)


@dataclass(slots=True)
class Figures:
    """What a group of facts comes to: how many are there, were told, and were told rightly at each level."""

    gold: int = 0
    told: int = 0
    found: dict[Level, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))  # of what is there
    right: dict[Level, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))  # of what was told

    def precision(self, level: Level) -> float:
        """Return the share of what was told that is right."""
        return self.right[level] / self.told if self.told else 0.0

    def recall(self, level: Level) -> float:
        """Return the share of what is there that was told."""
        return self.found[level] / self.gold if self.gold else 0.0

    def f1(self, level: Level) -> float:
        """Return the harmonic mean of precision and recall."""
        p, r = self.precision(level), self.recall(level)
        return 2 * p * r / (p + r) if p + r else 0.0

    def as_record(self) -> dict[str, object]:
        """Return the figures as plain data, rounded to three places."""
        levels = {
            level.name.lower(): {
                "p": round(self.precision(level), 3), "r": round(self.recall(level), 3), "f1": round(self.f1(level), 3),
            }
            for level in LEVELS
        }  # fmt: skip
        return {**levels, "gold": self.gold, "told": self.told}


@dataclass(slots=True)
class Scores:
    """The figures of many articles, and the harms counted apart.

    Optional facts count neither way. A hedge is upgraded where a fact that its article nowhere tells as
    certain was told as certain; a denial is flipped where one told only as negative was told as positive.
    """

    articles: int = 0
    groups: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    cues: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    hedged: int = 0
    upgraded: int = 0
    denied: int = 0
    flipped: int = 0
    spans: int = 0
    anchored: int = 0

    def add(self, found: Match, frames: Mapping[str, str] = MappingProxyType({})) -> None:
        """Add an article; `frames` tells by its id which frame made a claim, where that is known."""
        self.articles += 1
        level_of_fact = {i: level for i, _, level in found.pairs}
        fact_of_claim = {j: i for i, j, _ in found.pairs}
        facts = found.gold.told.facts
        for i, fact in enumerate(facts):
            if not fact.optional:
                self._count_gold(fact, level_of_fact.get(i, Level.NONE))
        for j, claim in enumerate(found.claims):
            self._anchor(found, claim)
            paired = fact_of_claim.get(j)
            if paired is None or not facts[paired].optional:
                right = level_of_fact[paired] if paired is not None else Level.NONE
                self._count_claim(claim, frames.get(claim.id), right)
        self._harms(found)

    def as_record(self) -> dict[str, object]:
        """Return all figures as plain data."""
        tables = {"groups": self.groups, "cues": self.cues}
        found: dict[str, object] = {
            name: {k: v.as_record() for k, v in sorted(t.items())} for name, t in tables.items()
        }
        counts = ("articles", "hedged", "upgraded", "denied", "flipped", "spans", "anchored")
        return found | {name: getattr(self, name) for name in counts}

    def _count_gold(self, fact: GoldFact, level: Level) -> None:
        for figures in (*(self.groups[g] for g in groups_of(fact.type)), *(self.cues[c] for c in cues_of(fact))):
            figures.gold += 1
            for each in LEVELS:
                figures.found[each] += level >= each

    def _count_claim(self, claim: Claim, frame: str | None, level: Level) -> None:
        groups = [self.groups[group] for group in groups_of(claim.situation.kind)]
        cues = [*cues_of(claim), *([f"frame {frame}"] if frame is not None else [])]
        for figures in (*groups, *(self.cues[cue] for cue in cues)):
            figures.told += 1
            for each in LEVELS:
                figures.right[each] += level >= each

    def _anchor(self, found: Match, claim: Claim) -> None:
        for evidence in claim.evidence:
            self.spans += 1
            self.anchored += found.gold.text[evidence.start : evidence.end] == evidence.quote

    def _harms(self, found: Match) -> None:
        facts = found.gold.told.facts
        for i, j, _ in found.pairs:
            fact, claim = facts[i], found.claims[j]
            twins = [f for f in facts if f.type is fact.type and f.roles == fact.roles]
            if all(f.certainty is not Certainty.CERTAIN for f in twins):
                self.hedged += 1
                self.upgraded += claim.certainty is Certainty.CERTAIN
            if all(f.polarity is Polarity.NEGATIVE for f in twins):
                self.denied += 1
                self.flipped += claim.polarity is Polarity.POSITIVE


def groups_of(kind: Kind) -> tuple[str, str]:
    """Return the two groups a kind counts in: "race" or "tenure", and its own."""
    return ("tenure" if kind is Kind.TENURE else "race", str(kind))


def cues_of(told: GoldFact | Claim) -> Iterator[str]:
    """Yield how a fact is told: how surely, whether denied, and in whose voice."""
    yield f"certainty {told.certainty}"
    yield f"polarity {told.polarity}"
    yield "source named or unnamed" if told.source is not None else "source none"
