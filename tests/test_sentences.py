"""The sentence tables: what one to three sentences of news must give, by phenomenon.

An entry of `tests/sentences/*.toml`:

    [[sentence]]
    text = "Ada Eze and Grace Obi are running for governor of Lagos."
    claims = ["Candidacy declared: candidate=Ada Eze, post=Governor of Lagos",
              "Candidacy declared: candidate=Grace Obi, post=Governor of Lagos"]

`claims` are all that the text tells but tenures, and an empty list means that it tells nothing. A claim
reads "KIND [VALUE]: ROLE=NAME, ...", then after semicolons what is not plain: negative; probable, possible
or hypothetical; source=NAME; time=EDTF (or time=none) and the kind's details. Alternatives stand between
bars, and "?" is anything or nothing. A role that is not told must be empty. Times and details are compared
only where they are told. Further keys: `published`, `publisher` and `title` of the article; `tenures` (told
in the same way, compared only where the key is there); `optional` (claims that may be there); and `miss`,
the reason why the entry is known to go wrong.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kingmaker.model import SHAPES, Article, Certainty, Claim, Entity, EntityKind, Kind, Polarity
from kingmaker.pipeline import extract

TABLES = sorted((Path(__file__).parent / "sentences").glob("*.toml"))
KEYS = {"text", "claims", "tenures", "optional", "published", "publisher", "title", "miss"}
SMALL = {"the", "a", "an", "of", "for", "s"}
ANYTHING = "?"
LOOSE = (EntityKind.COLLECTIVE, EntityKind.ANONYMOUS)  # told by description, so by no exact name


@dataclass(frozen=True, slots=True)
class Expected:
    """A claim as a table tells it; every field is a tuple of alternatives, an empty one demands nothing there."""

    kind: Kind
    values: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    told: str = ""
    polarity: Polarity = Polarity.POSITIVE
    certainties: tuple[str, ...] = (Certainty.CERTAIN,)
    sources: tuple[str, ...] = ()
    further: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, told: str) -> "Expected":
        """Read a table's line; raises ValueError naming what is wrong with it."""
        situation, *rest = [part.strip() for part in told.split(";")]
        head, _, roles = situation.partition(":")
        name, _, value = head.partition(" ")
        kind = Kind(name)
        made: dict[str, Any] = {
            "kind": kind,
            "values": _values(kind, value),
            "roles": _roles(kind, roles),
            "told": told,
        }
        further: dict[str, tuple[str, ...]] = {}
        for part in rest:
            key, _, names = part.partition("=")
            if part == Polarity.NEGATIVE:
                made["polarity"] = Polarity.NEGATIVE
            elif set(part.split("|")) <= set(Certainty):
                made["certainties"] = tuple(part.split("|"))
            elif key == "source":
                made["sources"] = tuple(names.split("|"))
            elif key == "time" or key in SHAPES[kind].details:
                further[key] = tuple(names.split("|"))
            else:
                raise ValueError(f"{told!r}: {part!r} is no part of a {kind}")
        return cls(**made, further=further)

    def fits(self, claim: Claim) -> bool:
        """Whether a claim says just this."""
        return (
            self.fits_situation(claim)
            and claim.polarity is self.polarity
            and claim.certainty in self.certainties
            and _is_named(self.sources, claim.source)
            and all(_is_told(alternatives, key, claim) for key, alternatives in self.further.items())
        )

    def fits_situation(self, claim: Claim) -> bool:
        """Whether a claim is about this situation, whoever tells it and however surely."""
        situation = claim.situation
        return (
            situation.kind is self.kind
            and _is_value(self.kind, self.values, situation.value)
            and all(_is_named(self.roles.get(r, ()), situation.role(r)) for r in SHAPES[self.kind].roles)
        )


def _values(kind: Kind, told: str) -> tuple[str, ...]:
    values = tuple(told.split("|")) if told else ()
    shape = SHAPES[kind]
    if bool(values) != bool(shape.own) or (shape.values and not set(values) <= {*shape.values}):
        raise ValueError(f"{kind} {told!r}: choose from {', '.join(shape.values or ('free words',))}")
    return values


def _roles(kind: Kind, told: str) -> dict[str, tuple[str, ...]]:
    roles = dict(part.split("=", 1) for part in re.split(r",\s*(?=[a-z]+=)", told.strip()))
    if not set(SHAPES[kind].needed) <= set(roles) <= set(SHAPES[kind].roles):
        raise ValueError(f"{kind}: roles {told!r}; choose from {', '.join(SHAPES[kind].roles)}")
    return {name: tuple(names.split("|")) for name, names in roles.items()}


def _is_value(kind: Kind, expected: Sequence[str], found: str | None) -> bool:
    if kind is Kind.PREFERENCE:  # words of the article, short or long
        return any(_shared(_words(e), _words(found or "")) > 0.5 for e in expected)
    return not expected or found in expected


def _is_told(expected: Sequence[str], key: str, claim: Claim) -> bool:
    found = claim.time if key == "time" else dict(claim.details).get(key)
    return (found or "none") in expected


def _is_named(expected: Sequence[str], found: Entity | None) -> bool:
    if ANYTHING in expected:
        return True
    if found is None or not expected:
        return found is None and not expected
    return any(_same(name, found) for name in expected)


def _same(expected: str, found: Entity) -> bool:
    wanted = _words(expected)
    if found.kind is EntityKind.POST:
        return set(wanted) == set(_words(found.label))
    if found.kind in LOOSE:
        return _shared(wanted, _words(found.label)) > 0.5
    return any(wanted == _words(name) for name in (found.label, *found.names))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return [w for w in re.findall(r"[a-z0-9]+", plain.replace("defense", "defence")) if w not in SMALL]


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    return len({*a} & {*b}) / min(len({*a}), len({*b})) if a and b else 0.0


def _implied(expected: Expected) -> Iterator[Expected]:
    """Yield what the guidelines call optional beside a claim: neither telling it nor not is wrong."""
    roles = expected.roles
    about = {"post": (ANYTHING,)}
    if expected.kind is Kind.NOMINATION:
        yield Expected(Kind.CANDIDACY, (), {"candidate": roles["nominee"]} | about)
        if "nominator" in roles:
            yield Expected(Kind.BACKING, (), {"backer": roles["nominator"], "candidate": roles["nominee"]} | about)
    elif expected.kind is Kind.LOBBYING and "beneficiary" in roles:
        yield Expected(Kind.BACKING, (), {"backer": roles["lobbyist"], "candidate": roles["beneficiary"]} | about)
    elif expected.kind is Kind.APPOINTMENT:
        yield Expected(Kind.CANDIDACY, ("successful",), {"candidate": roles["appointee"]} | about)
    elif expected.kind is Kind.CANDIDACY and "successful" in expected.values:
        anybody = {"appointer": (ANYTHING,), "predecessor": (ANYTHING,)}
        yield Expected(Kind.APPOINTMENT, (), {"appointee": roles["candidate"]} | about | anybody)
    elif expected.kind is Kind.DEPARTURE and "dismissed" in expected.values:
        yield Expected(Kind.CANDIDACY, ("rejected",), {"candidate": roles["holder"]} | about)
    elif expected.kind is Kind.CANDIDACY and "rejected" in expected.values:
        yield Expected(Kind.DEPARTURE, ("dismissed",), {"holder": roles["candidate"]} | about)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a table."""

    article: Article
    expected: tuple[Expected, ...]
    optional: tuple[Expected, ...]
    tenures: bool
    miss: str | None

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "Entry":
        """Read an entry; raises ValueError where a key or a claim is not as it should be."""
        if unknown := set(row) - KEYS:
            raise ValueError(f"{row['text']!r}: unknown {sorted(unknown)}; the keys are {sorted(KEYS)}")
        header = {key: row[key] for key in ("published", "publisher", "title") if key in row}
        told = [*row["claims"], *row.get("tenures", ())]
        return cls(
            Article.of(row["text"], **header), tuple(map(Expected.read, told)),
            tuple(map(Expected.read, row.get("optional", ()))), "tenures" in row, row.get("miss"),
        )  # fmt: skip

    @property
    def tells_nothing(self) -> bool:
        """Whether the entry must give nothing, or nothing that is so."""
        return not self.expected or any(e.polarity is Polarity.NEGATIVE for e in self.expected)


def entries(table: Path) -> dict[str, Entry]:
    """Read a table: its entries by an id made of their first words."""
    rows = tomllib.loads(table.read_text(encoding="utf-8"))["sentence"]
    found: dict[str, Entry] = {}
    for row in rows:
        words = "-".join(re.findall(r"\w+", row["text"])[:9])
        name = f"{table.stem}:{words}"
        assert name not in found, f"{name}: two entries begin alike; reword one"
        found[name] = Entry.read(row)
    return found


ENTRIES = {name: entry for table in TABLES for name, entry in entries(table).items()}
CASES = [
    pytest.param(entry, id=name, marks=pytest.mark.xfail(reason=entry.miss, strict=True) if entry.miss else ())
    for name, entry in ENTRIES.items()
]


@cache
def found(article: Article) -> tuple[Claim, ...]:
    """Extract an article once for all tests."""
    return extract(article)


def said(claim: Claim) -> str:
    """Write a claim as the tables do."""
    roles = ", ".join(f"{name}={entity.label}" for name, entity in claim.situation.roles)
    value = f" {claim.situation.value}" if claim.situation.value else ""
    told = [f"{claim.situation.kind}{value}: {roles}"]
    told += [claim.polarity] if claim.polarity is Polarity.NEGATIVE else []
    told += [claim.certainty] if claim.certainty is not Certainty.CERTAIN else []
    told += [f"source={claim.source.label}"] if claim.source else []
    told += [f"time={claim.time}"] if claim.time else []
    return "; ".join([*told, *(f"{key}={value}" for key, value in claim.details)])


@pytest.mark.model
@pytest.mark.parametrize("entry", CASES)
def test_sentences_give_what_they_tell(entry: Entry) -> None:
    left = [c for c in found(entry.article) if entry.tenures or c.situation.kind is not Kind.TENURE]
    missing: list[Expected] = []
    for expected in entry.expected:
        match = next((c for c in left if expected.fits(c)), None)
        if match is None:
            missing.append(expected)
        else:
            left.remove(match)
    may_be = [implied for expected in entry.expected for implied in _implied(expected)]
    wrong = [c for c in left if not any(e.fits_situation(c) for e in (*may_be, *entry.optional))]
    told = [*(f"  missing: {m.told}" for m in missing), *(f"  wrong: {said(w)}" for w in wrong)]
    if told:
        pytest.fail("\n".join([entry.article.text, *told]), pytrace=False)


@pytest.mark.model
@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.stem)
def test_sentences_quote_their_text(table: Path) -> None:
    for entry in entries(table).values():
        for claim in found(entry.article):
            assert claim.evidence
            for quote in claim.evidence:
                assert quote.quote and entry.article.text[quote.start : quote.end] == quote.quote


def test_sentences_are_many_and_a_third_must_not_be_believed() -> None:
    assert len(ENTRIES) >= 400
    assert sum(entry.tells_nothing for entry in ENTRIES.values()) >= len(ENTRIES) / 3


@pytest.mark.parametrize(
    "told",
    [
        "Support: backer=A, candidate=B",
        "Backing: backer=A, candidate=B",
        "Backing declared: backer=A, candidate=B",
        "Backing supports: backer=A",
        "Backing supports: backer=A, candidate=B, holder=C",
        "Backing supports: backer=A, candidate=B; perhaps",
        "Backing supports: backer=A, candidate=B; until=2024",
    ],
)
def test_sentences_refuse_a_line_that_could_never_match(told: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Expected.read(told)
