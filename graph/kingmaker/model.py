"""The hall: the few things that every room speaks of.

All are frozen and ordered by content; offsets are code points in the article's stored text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import cast

from kingmaker.ids import content_id, entity_id, iri


class Kind(StrEnum):
    """The nine kinds of situation: what may hold about a post."""

    CANDIDACY = "Candidacy"
    NOMINATION = "Nomination"
    BACKING = "Backing"
    LOBBYING = "Lobbying"
    APPOINTMENT = "Appointment"
    DEPARTURE = "Departure"
    TENURE = "Tenure"
    EXTENSION = "Extension"
    PREFERENCE = "Preference"


class Polarity(StrEnum):
    """Whether a claim says that the situation holds or that it does not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How surely a claim is told, surest first."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


class Clock(StrEnum):
    """By which of a claim's two times a day is meant: when it was published, or when it was so."""

    PUBLISHED = "published"
    VALID = "valid"


class Sort(StrEnum):
    """How two sides stand to each other on which a thing is told."""

    CONTRADICTION = "contradiction"
    DENIAL = "denial"
    CHANGE = "change"


class EntityKind(StrEnum):
    """What an entity is; an anonymous source is an individual of one article."""

    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind of situation is made of: its roles, and the field whose value tells its state."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()
    own: str | None = None
    values: tuple[str, ...] = ()  # empty: free words
    one_of: tuple[str, ...] = ()  # at least one of these roles must be filled
    details: tuple[str, ...] = ()  # further fields, told by claims and not part of the identity

    @property
    def roles(self) -> tuple[str, ...]:
        """All roles, needed ones first."""
        return self.needed + self.optional


SHAPES: Mapping[Kind, Shape] = MappingProxyType({
    Kind.CANDIDACY: Shape(
        ("candidate", "post"), own="status",
        values=("considered", "declared", "withdrawn", "declined", "rejected", "successful")),
    Kind.NOMINATION: Shape(("nominee", "post"), ("nominator",)),
    Kind.BACKING: Shape(("backer", "candidate"), ("post",), "stance", ("supports", "opposes")),
    Kind.LOBBYING: Shape(("lobbyist",), ("target", "beneficiary", "post"), one_of=("target", "beneficiary")),
    Kind.APPOINTMENT: Shape(
        ("appointee", "post"), ("appointer", "predecessor"), "mode", ("appointed", "elected", "confirmed")),
    Kind.DEPARTURE: Shape(("holder", "post"), (), "mode", ("resigned", "dismissed", "term-ended", "died")),
    Kind.TENURE: Shape(
        ("holder", "post"), (), "status", ("current", "former", "designate"),
        details=("start", "end", "duration")),
    Kind.EXTENSION: Shape(("holder", "post"), details=("until", "times")),
    Kind.PREFERENCE: Shape(("party", "post"), own="criterion"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is kept: `text` is what offsets count in, `published` a day, month or year."""

    id: str
    text: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None

    @classmethod
    def of(
        cls, text: str, *, path: str | None = None, title: str | None = None, publisher: str | None = None,
        published: str | None = None, modified: str | None = None, url: str | None = None,
    ) -> "Article":  # fmt: skip
        """Make an article whose id follows from what it says and where it appeared, not from its path."""
        made = content_id("article", (title, publisher, published, url, text))
        return cls(made, text, path, title, publisher, published, modified, url)

    @property
    def iri(self) -> str:
        """The article's IRI, which is also the name of its graph."""
        return iri(self.id)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, `start` to before `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of an article; `text` is normalised one to one, so offsets carry over."""

    role: str  # "headline", "standfirst", "heading", "paragraph" or "furniture" (never extracted from)
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something a claim speaks of; `names` are all it goes by in the article.

    A post knows its `title` and the body it is `of`. `id` identifies it in the graph.
    """

    id: str
    kind: EntityKind
    label: str
    names: tuple[str, ...] = ()
    title: str | None = None
    of: "Entity | None" = None

    @classmethod
    def named(
        cls, kind: EntityKind, label: str, *, names: tuple[str, ...] = (), scope: str | None = None,
        title: str | None = None, of: "Entity | None" = None, key: str | None = None,
    ) -> "Entity":  # fmt: skip
        """Make an entity whose id follows from `key` (by default its label), within `scope` if given."""
        return cls(entity_id(kind, key or label, scope), kind, label, names or (label,), title, of)

    @property
    def iri(self) -> str:
        """The entity's IRI."""
        return iri(self.id)


@dataclass(frozen=True, slots=True)
class Situation:
    """What may hold about a post: kind, roles and own field, without time; that content is its identity."""

    kind: Kind
    roles: tuple[tuple[str, Entity], ...]
    value: str | None = None
    _id: str | None = field(default=None, init=False, repr=False, compare=False)  # once worked out

    @classmethod
    def of(cls, kind: Kind, roles: Mapping[str, Entity], value: str | None = None) -> "Situation":
        """Make a situation with its roles in the order of the kind's shape."""
        order = SHAPES[kind].roles
        return cls(kind, tuple((name, roles[name]) for name in order if name in roles), value)

    @property
    def id(self) -> str:
        """`situation:` and a hash of kind, roles and own field."""
        if self._id is None:
            told = content_id("situation", (self.kind, [(n, e.id) for n, e in self.roles], self.value))
            object.__setattr__(self, "_id", told)
        return cast(str, self._id)

    def role(self, name: str) -> Entity | None:
        """The entity in a role, or None."""
        return dict(self.roles).get(name)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """An exact quote with its place in the article's stored text and a little of what stands around it."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's word, in one article, on one situation.

    `source` None is the article's own voice; `via` are those whom the source cites, nearest first.
    `time` is EDTF, `time_words` the article's own; `details` are the kind's further fields.
    """

    article: str  # the article's id
    situation: Situation
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    source: Entity | None = None
    via: tuple[Entity, ...] = ()
    time: str | None = None
    time_words: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = field(default=())
    _id: str | None = field(default=None, init=False, repr=False, compare=False)  # once worked out

    @property
    def id(self) -> str:
        """`claim:` and a hash of all that the claim says and where."""
        if self._id is None:
            told = content_id("claim", (
                self.article, self.situation.id, self.polarity, self.certainty,
                self.source.id if self.source else None, [e.id for e in self.via], self.time, self.time_words,
                self.details, [(e.start, e.end, e.quote) for e in self.evidence],
            ))  # fmt: skip
            object.__setattr__(self, "_id", told)
        return cast(str, self._id)

    @property
    def source_kind(self) -> str:
        """Whose word it is: "article-voice", "named", or "unnamed" if anybody in the chain is."""
        if any(e.kind is EntityKind.ANONYMOUS for e in (self.source, *self.via) if e):
            return "unnamed"
        return "named" if self.source else "article-voice"

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Every entity the claim names, with the bodies of its posts, each once."""
        found = [e for _, e in self.situation.roles]
        found += [*([self.source] if self.source else []), *self.via]
        found += [e.of for e in found if e.of is not None]
        return tuple(dict.fromkeys(found))
