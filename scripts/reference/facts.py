"""docs/facts-file.md, from the facts file's JSON Schema and the shapes of the nine kinds."""

import inspect
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kingmaker.facts.records import to_line
from kingmaker.model import SHAPES, Article, Claim, Entity, EntityKind, Evidence, Kind, Situation
from reference.markdown import page, table


def kind_of(schema: Mapping[str, Any]) -> str:
    """A property's type in words: its choices, the definition it refers to, or the JSON type."""
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{choice}`" for choice in schema["enum"])
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(kind_of(choice) for choice in schema["anyOf"]))
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    if isinstance(schema.get("additionalProperties"), Mapping):
        return f"object, each value {kind_of(schema['additionalProperties'])}"
    return str(schema.get("type", "any"))


def schema_section(name: str, schema: Mapping[str, Any]) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        (f"`{key}`", kind_of(value), "yes" if key in needed else "", value.get("description", ""))
        for key, value in schema.get("properties", {}).items()
    ]
    head: tuple[str, ...] = ("Field", "Value", "Needed", "Meaning")
    width = 4 if any(row[-1] for row in rows) else 3
    fields = table(head[:width], [row[:width] for row in rows]) or f"One of: {kind_of(schema)}"
    about = inspect.cleandoc(schema.get("description", ""))
    return "\n\n".join(part for part in (f"## {name}", about, fields) if part)


def kinds_section() -> str:
    """What each kind of situation is made of."""
    rows = []
    for kind, shape in SHAPES.items():
        others = ", ".join(shape.optional) + (f" (at least one of {', '.join(shape.one_of)})" if shape.one_of else "")
        own = f"`{shape.own}`: {', '.join(shape.values) or 'free words'}" if shape.own else ""
        rows.append((f"`{kind}`", ", ".join(shape.needed), others, own, ", ".join(shape.details)))
    head = ("Kind", "Roles needed", "Other roles", "Own field, needed", "Other fields")
    return f"## The nine kinds\n\n{table(head, rows)}"


def example_section() -> str:
    """A line as `kingmaker extract` writes it, set over several lines to be read."""
    text = "Ben Wallace, supported by the prime minister, had been gathering the backing of allies."
    article = Article.of(
        text,
        path="wallace.txt",
        title="Wallace concedes",
        publisher="The Harbour Post",
        published="2023-06-22",
    )
    nato = Entity.named(EntityKind.ORGANISATION, "NATO")
    roles = {
        "backer": Entity.named(EntityKind.PERSON, "Rishi Sunak", names=("the prime minister",)),
        "candidate": Entity.named(EntityKind.PERSON, "Ben Wallace"),
        "post": Entity.named(EntityKind.POST, "Secretary General of NATO", title="Secretary General", of=nato),
    }
    quote = "supported by the prime minister"
    start = text.index(quote)
    situation = Situation.of(Kind.BACKING, roles, "supports")
    claim = Claim(article.id, situation, evidence=(Evidence(start, start + len(quote), quote),))
    line = json.loads(to_line(claim, article))
    fields = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in line.items())
    about = "In the file this is one line. Every `id` and `iri` may be left out; they follow from the labels."
    return f"## An example\n\n{about}\n\n```json\n{{\n{fields}\n}}\n```"


def facts_page(schema_file: Path) -> str:
    """docs/facts-file.md: what a line of the facts file holds."""
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    lead = (
        "JSON Lines, UTF-8, one claim a line. `kingmaker extract` writes it and `kingmaker build` reads it, "
        "so any other extractor, or a person, can supply facts. Offsets count code points in the article's "
        "stored text. The JSON Schema of a line is `graph/kingmaker/facts/facts.schema.json`."
    )
    parts = [example_section(), schema_section("A line", schema), kinds_section()]
    parts += [schema_section(name, part) for name, part in schema.get("$defs", {}).items() if name != "Kind"]
    return page("The facts file", lead, parts).replace("[Kind](#kind)", "[a kind](#the-nine-kinds)")
