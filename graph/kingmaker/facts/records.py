"""The facts file: one claim a line of JSON, written by `extract`, read by `build`, or made by anybody else.

Lines are written with their keys in one order, so the same claims give the same bytes. The schema is
in `facts.schema.json` beside this file; `schema()` makes it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic import ValidationError

from kingmaker import ids
from kingmaker.errors import InputError
from kingmaker.facts.shape import DETAILS, OWN, ArticleRecord, EntityRecord, FactRecord, said
from kingmaker.model import SHAPES, Article, Claim, Entity, EntityKind, Evidence, Kind, Situation

_SHOWN = 3  # wrong lines named in a refusal; whoever mends these will see the rest


def to_record(claim: Claim, article: Article) -> dict[str, object]:
    """Return a claim of `article` as one line of a facts file, its keys in the published order.

    Offsets are code points in the article's stored text. The evidence's prefix and suffix are left out:
    they follow from the text.
    """
    shape, situation = SHAPES[claim.situation.kind], claim.situation
    record: dict[str, object] = {"id": claim.id, "type": str(situation.kind)}
    record["roles"] = {name: _entity(entity) for name, entity in situation.roles}
    if shape.own:
        record[shape.own] = situation.value
    record |= dict(claim.details)
    record |= {"polarity": str(claim.polarity), "certainty": str(claim.certainty)}
    record["source"] = _entity(claim.source) if claim.source else None
    if claim.via:
        record["via"] = [_entity(entity) for entity in claim.via]
    record["time"] = claim.time
    if claim.time_words is not None:
        record["time_words"] = claim.time_words
    record["evidence"] = [{"quote": e.quote, "start": e.start, "end": e.end} for e in claim.evidence]
    record["article"] = _article(article)
    return record


def to_line(claim: Claim, article: Article) -> str:
    """Return a claim as the text of one line, without its line break."""
    return json.dumps(to_record(claim, article), ensure_ascii=False)


def to_lines(claims: Iterable[Claim], article: Article) -> Iterator[str]:
    """Yield the lines of an article's claims, in the order given."""
    return (to_line(claim, article) for claim in claims)


def read_record(line: str, today: str | None = None) -> tuple[Claim, Article]:
    """Return the claim of one line and its article, whose text is empty: a facts file does not hold it.

    An `iri` under ours is kept; another, or none, gets an identifier made from the label (private to the
    article for an unnamed source). Raises ValueError, in one line that names the field and its valid
    choices, if this is no fact; `today` is the day after which no article can have been published.
    """
    try:
        record = FactRecord.model_validate_json(line, context={"today": today})
    except ValidationError as error:
        raise ValueError(said(error)) from None
    article = _article_of(record.article)
    return _claim_of(record, article.id), article


def read_facts(
    lines: Iterable[tuple[int, str]], where: str, today: str | None = None
) -> tuple[tuple[Article, tuple[Claim, ...]], ...]:
    """Return the claims of a facts file by article, both in the order of the file, each claim once.

    `lines` are the non-blank lines with their numbers (`articles.FactsFile.lines`). A facts file is one
    unit: if any line is wrong, InputError is raised, naming the first three.
    """
    found: dict[str, tuple[Article, dict[Claim, None]]] = {}
    wrong: list[tuple[int, str]] = []
    for number, line in lines:
        try:
            claim, article = read_record(line, today)
        except ValueError as error:
            wrong.append((number, str(error)))
            continue
        found.setdefault(article.id, (article, {}))[1][claim] = None
    if wrong:
        raise _refusal(wrong, where)
    return tuple((article, tuple(claims)) for article, claims in found.values())


def schema() -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of a line, with the roles and fields of every kind."""
    made = FactRecord.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/kingmaker/schema/facts.schema.json",
        **made,
        "title": "One line of a kingmaker facts file",
        "allOf": [_schema_of(kind) for kind in Kind],
    }


def _schema_of(kind: Kind) -> dict[str, object]:
    """Return what a line of this kind must have beside what all have."""
    shape = SHAPES[kind]
    roles: dict[str, object] = {"properties": dict.fromkeys(shape.roles, True)}
    roles |= {"required": list(shape.needed), "additionalProperties": False}
    if shape.one_of:
        roles["anyOf"] = [{"required": [name]} for name in shape.one_of]
    others = [name for name in (*OWN, *DETAILS) if name != shape.own and name not in shape.details]
    properties: dict[str, object] = {"roles": roles, **{name: {"type": "null"} for name in others}}
    if shape.own:
        properties[shape.own] = {"enum": list(shape.values)} if shape.values else {"type": "string"}
    then = {"properties": properties, "required": ["roles", *([shape.own] if shape.own else [])]}
    return {"if": {"properties": {"type": {"const": str(kind)}}}, "then": then}


def schema_text() -> str:
    """Return the schema as `facts.schema.json` holds it; a test compares the two."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _refusal(wrong: list[tuple[int, str]], where: str) -> InputError:
    told = [f"line {number}: {problem}" for number, problem in wrong[1:_SHOWN]]
    if len(wrong) > _SHOWN:
        told.append(f"and {len(wrong) - _SHOWN} more lines")
    problem = ". ".join([wrong[0][1], *told])
    return InputError(f"{where}:{wrong[0][0]}", problem, "correct it; nothing of this file was taken")


def _entity(entity: Entity) -> dict[str, object]:
    found: dict[str, object] = {
        "iri": entity.iri, "label": entity.label, "names": list(entity.names), "kind": str(entity.kind),
    }  # fmt: skip
    if entity.title is not None:
        found["title"] = entity.title
    if entity.of is not None:
        found["of"] = _entity(entity.of)
    return found


def _article(article: Article) -> dict[str, object]:
    found: dict[str, object] = {
        "path": article.path, "iri": article.iri, "title": article.title, "publisher": article.publisher,
        "published": article.published,
    }  # fmt: skip
    extra = {"modified": article.modified, "url": article.url}
    return found | {name: value for name, value in extra.items() if value is not None}


def _article_of(record: ArticleRecord) -> Article:
    fields = record.model_dump(exclude={"iri"})
    try:
        found = ids.from_iri(record.iri or "")
    except ValueError:
        return Article.of("", **fields)
    return Article(id=found, text="", **fields)


def _claim_of(record: FactRecord, article: str) -> Claim:
    kind = Kind(record.type)
    shape = SHAPES[kind]
    roles = {name: _entity_of(entity, article) for name, entity in record.roles.items()}
    # Details are kept by name, whatever the order of a line's keys, for they are part of a claim's identity.
    told: Mapping[str, str | None] = {name: getattr(record, name) for name in sorted(shape.details)}
    return Claim(
        article=article,
        situation=Situation.of(kind, roles, getattr(record, shape.own) if shape.own else None),
        polarity=record.polarity,
        certainty=record.certainty,
        source=_entity_of(record.source, article) if record.source else None,
        via=tuple(_entity_of(entity, article) for entity in record.via),
        time=record.time,
        time_words=record.time_words,
        details=tuple((name, value) for name, value in told.items() if value is not None),
        evidence=tuple(Evidence(e.start, e.end, e.quote) for e in record.evidence),
    )


def _entity_of(record: EntityRecord, article: str) -> Entity:
    names = (record.label,) if record.names is None else record.names
    of = _entity_of(record.of, article) if record.of else None
    try:
        found = ids.from_iri(record.iri or "")
    except ValueError:
        scope = article if record.kind is EntityKind.ANONYMOUS else None
        return Entity.named(record.kind, record.label, names=names, scope=scope, title=record.title, of=of)
    return Entity(found, record.kind, record.label, names, record.title, of)
