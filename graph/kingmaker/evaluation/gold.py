"""Annotated articles: NAME.txt as a reader gets it, and NAME.json that says what it tells."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kingmaker.errors import InputError
from kingmaker.model import SHAPES, Article, Certainty, EntityKind, Kind, Polarity

REMEDY = "mend it; docs/evaluation.md tells the format"


class GoldEntity(BaseModel):
    """Somebody or something: its canonical name first, then every other name the article uses."""

    model_config = ConfigDict(frozen=True)

    kind: EntityKind
    names: Annotated[tuple[str, ...], Field(min_length=1)]


class GoldFact(BaseModel):
    """One fact: kind, roles by entity id, the kind's own field, and the axes that every fact has."""

    model_config = ConfigDict(frozen=True, extra="allow")

    type: Kind
    roles: dict[str, str]
    status: str | None = None
    stance: str | None = None
    mode: str | None = None
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    source: str | None = None
    evidence: tuple[str, ...] = ()
    optional: bool = False

    @property
    def value(self) -> str | None:
        """The kind's own field, where its values are a closed list."""
        own = SHAPES[self.type].own
        return getattr(self, own) if own in ("status", "stance", "mode") else None


class GoldFile(BaseModel):
    """What a NAME.json holds."""

    model_config = ConfigDict(frozen=True)

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    entities: dict[str, GoldEntity]
    facts: tuple[GoldFact, ...]


class Gold(BaseModel):
    """An annotated article."""

    model_config = ConfigDict(frozen=True)

    stem: str
    text: str
    told: GoldFile

    def article(self) -> Article:
        """Return the article as an extractor gets it: nothing of the annotation but the header."""
        day = (self.told.published or "").rstrip("~?") or None
        return Article.of(
            self.text, path=f"{self.stem}.txt", title=self.told.title or None,
            publisher=self.told.publisher or None, published=day, url=self.told.url or None,
        )  # fmt: skip


def read_gold(folder: Path) -> Iterator[Gold]:
    """Yield the annotated articles under a folder, in the order of their paths.

    Raises InputError if the folder holds none, or if one is no annotated article: the file, the field and
    what is wrong with it.
    """
    found = False
    for file in sorted(folder.rglob("*.json")) if folder.is_dir() else ():
        gold = _read(file)
        if gold is not None:
            found = True
            yield gold
    if not found:
        raise InputError(str(folder), "holds no annotated article", "give a folder of NAME.txt with NAME.json beside")


def _read(file: Path) -> Gold | None:
    text_file = file.with_suffix(".txt")
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        if not text_file.exists() or not isinstance(told, dict) or "facts" not in told:
            return None
        read = GoldFile.model_validate(told)
        gold = Gold(stem=file.stem, text=text_file.read_text(encoding="utf-8"), told=read)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(str(file), f"{where}: {first['msg']}", REMEDY) from None
    except (OSError, ValueError) as error:
        raise InputError(str(file), f"cannot be read ({error})", REMEDY) from error
    _check(file, read)
    return gold


def _check(file: Path, read: GoldFile) -> None:
    """Refuse a fact that lacks a needed role or names an entity that is not there."""
    for number, fact in enumerate(read.facts):
        shape = SHAPES[fact.type]
        missing = [r for r in shape.needed if r not in fact.roles]
        unknown = [e for e in (*fact.roles.values(), *([fact.source] if fact.source else [])) if e not in read.entities]
        if missing:
            problem = f"facts.{number}: a {fact.type} needs the role {missing[0]!r}"
            raise InputError(str(file), problem, REMEDY)
        if unknown:
            raise InputError(str(file), f"facts.{number}: {unknown[0]!r} is none of its entities", REMEDY)
