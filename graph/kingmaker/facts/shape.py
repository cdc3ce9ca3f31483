"""The shape of a line of a facts file, checked where it comes in."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo
from pydantic import field_validator as check_field
from pydantic import model_validator as check_model

from kingmaker import ids
from kingmaker.articles import dates
from kingmaker.model import SHAPES, Certainty, EntityKind, Kind, Polarity

_SURROGATE = re.compile("[\ud800-\udfff]")
_EDTF = re.compile(r"[-+0-9YXxTZu:?~%/.\[\]{},]+")
DETAILS = tuple(dict.fromkeys(name for shape in SHAPES.values() for name in shape.details))
OWN = tuple(dict.fromkeys(shape.own for shape in SHAPES.values() if shape.own))


def _storable(value: str) -> str:
    if _SURROGATE.search(value) or "\0" in value:
        raise ValueError("holds half a character or a NUL, which cannot be stored")
    return value


def _told(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    return _storable(value)


def _edtf(value: str) -> str:
    if not _EDTF.fullmatch(value):
        raise ValueError(f"{value[:40]!r} is not EDTF, such as 2023-06, 2023~ or 2023-06/2024-10")
    return value


Text = Annotated[str, AfterValidator(_storable)]
Told = Annotated[str, AfterValidator(_told), Field(json_schema_extra={"pattern": r"\S"})]
Edtf = Annotated[str, AfterValidator(_edtf), Field(json_schema_extra={"pattern": f"^{_EDTF.pattern}$"})]
Day = Annotated[str, AfterValidator(_storable), Field(json_schema_extra={"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?"})]


class Record(BaseModel):
    """A part of a line; a key that is not one of its own is refused, for a misspelt one would be lost."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class EntityRecord(Record):
    """Somebody or something: a label and a kind; a post may tell its title and the body it is of."""

    label: Told
    kind: Annotated[EntityKind, Field(strict=False)]
    iri: Text | None = None
    names: tuple[Told, ...] | None = Field(None, strict=False)
    title: Text | None = None
    of: "EntityRecord | None" = None

    @check_model(mode="after")
    def _kind_is_the_iris(self) -> "EntityRecord":
        if self.iri is None or not self.iri.startswith(ids.DATA):
            return self
        prefix, _, local = self.iri.removeprefix(ids.DATA).partition("/")
        expected = ids.PREFIX_OF_KIND[self.kind]
        if prefix != expected or not re.fullmatch(r"[a-z0-9][a-z0-9-]*", local):
            raise ValueError(f"iri {self.iri[:80]!r} is not one of a {self.kind} ({ids.DATA}{expected}/...)")
        return self


class EvidenceRecord(Record):
    """An exact quote and where it stands, in code points of the article's stored text."""

    quote: Told
    start: int = Field(ge=0)
    end: int = Field(gt=0)

    @check_model(mode="after")
    def _length_is_the_quotes(self) -> "EvidenceRecord":
        if self.end - self.start != len(self.quote):
            told = f"{self.end} - {self.start} is {self.end - self.start}"
            raise ValueError(f"end less start should be the quote's length, {len(self.quote)}, but {told}")
        return self


class ArticleRecord(Record):
    """Which article it was."""

    path: Text | None = None
    iri: Text | None = None
    title: Text | None = None
    publisher: Text | None = None
    published: Day | None = None
    modified: Day | None = None
    url: Text | None = None

    @check_field("published", "modified")
    @classmethod
    def _is_a_date(cls, value: str | None, info: ValidationInfo) -> str | None:
        today = (info.context or {}).get("today") if info.field_name == "published" else None
        return None if value is None else dates.checked(value, today)

    @check_field("iri")
    @classmethod
    def _is_an_articles(cls, value: str | None) -> str | None:
        if value and value.startswith(ids.DATA) and not re.fullmatch(r"article/[a-z0-9-]+", value[len(ids.DATA) :]):
            raise ValueError(f"{value[:80]!r} is not one of an article ({ids.DATA}article/...)")
        return value


class FactRecord(Record):
    """One claim; polarity and certainty are always told, so that no hedge is lost by leaving it out."""

    id: Text | None = None
    type: Annotated[Kind, Field(strict=False)]
    roles: dict[str, EntityRecord]
    status: Told | None = None
    stance: Told | None = None
    mode: Told | None = None
    criterion: Told | None = None
    start: Edtf | None = None
    end: Edtf | None = None
    duration: Text | None = None
    until: Edtf | None = None
    times: Text | None = None
    polarity: Annotated[Polarity, Field(strict=False)]
    certainty: Annotated[Certainty, Field(strict=False)]
    source: EntityRecord | None = None
    via: tuple[EntityRecord, ...] = Field((), strict=False)
    time: Edtf | None = None
    time_words: Text | None = None
    evidence: tuple[EvidenceRecord, ...] = Field(min_length=1, strict=False)
    article: ArticleRecord

    @check_field("times", mode="before")
    @classmethod
    def _count_is_text(cls, value: object) -> object:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    @check_model(mode="after")
    def _fits_its_kind(self) -> "FactRecord":
        shape = SHAPES[self.type]
        for problem in (self._role_problem(), self._own_problem()):
            if problem:
                raise ValueError(problem)
        for name in DETAILS:
            if getattr(self, name) is not None and name not in shape.details:
                raise ValueError(f"{name} does not belong to a {self.type} (choose from: {_listed(shape.details)})")
        return self

    def _role_problem(self) -> str | None:
        shape = SHAPES[self.type]
        for name in self.roles:
            if name not in shape.roles:
                return f"roles.{name[:40]} is no role of a {self.type} (choose from: {_listed(shape.roles)})"
        for name in shape.needed:
            if name not in self.roles:
                return f"roles.{name} is missing, which a {self.type} needs"
        if shape.one_of and not set(shape.one_of) & self.roles.keys():
            return f"a {self.type} needs one of the roles {_listed(shape.one_of)}"
        return None

    def _own_problem(self) -> str | None:
        shape = SHAPES[self.type]
        for name in OWN:
            if name != shape.own and getattr(self, name) is not None:
                return f"{name} does not belong to a {self.type} (choose from: {_listed((shape.own,))})"
        if shape.own is None:
            return None
        value, choices = (
            getattr(self, shape.own),
            f"(choose from: {_listed(shape.values or ('free words',))})",
        )
        if value is None:
            return f"{shape.own} is missing, which a {self.type} needs {choices}"
        if shape.values and value not in shape.values:
            return f"{shape.own} is {value[:40]!r} {choices}"
        return None


def _listed(names: tuple[str | None, ...]) -> str:
    return ", ".join(name for name in names if name) or "none"


def said(error: ValidationError) -> str:
    """Return what is wrong with a line first, in words that name the field and its valid choices."""
    first: Any = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    kind, context = first["type"], first.get("ctx", {})
    if kind == "json_invalid":
        return f"not JSON ({context.get('error', 'invalid')})"
    if kind == "missing":
        return f"{field} is missing"
    if kind == "extra_forbidden":
        return f"{field[:60]} is not a field of a facts file"
    if kind == "enum":
        return f"{field} is {str(first['input'])[:40]!r} (choose from: {context['expected']})".replace("'", "")
    message = str(first["msg"]).removeprefix("Value error, ")
    return f"{field}: {message}" if field else message
