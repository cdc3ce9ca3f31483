"""JSON in: article records or facts, one a line, or a JSON document of them."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from kingmaker.articles import fields
from kingmaker.articles.decode import decoded
from kingmaker.articles.items import FactsFile, Item, Metadata, Refused
from kingmaker.errors import InputError

LIMIT = 32_000_000  # bytes of a line, or of a JSON document: the longest article, each letter escaped
_REMEDY = 'each line should be one JSON object, such as {"title": "...", "text": "..."}'
Value = tuple[int, bytes, object]  # a line's number, the line, and its JSON value or the InputError it gave


def read(
    lines: Iterable[bytes], path: str, over: Metadata, today: str | None, *, lenient: bool = False
) -> Iterator[Item]:
    """Yield the articles of a records file, each as it comes, or the one facts file that this is.

    A line that is not a record is refused and the others still count. Whether the file holds records
    or facts is told by its first object. A `lenient` reading passes over JSON that is about something
    else. Raises InputError if the file holds neither records nor facts.
    """
    numbered = ((n, line) for n, line in enumerate(lines, 1) if line.strip())
    first = next(numbered, None)
    if first is None:
        raise InputError(path, "there is nothing in it", "put records or facts in, or leave the file out")
    value = _value(first, path)
    if isinstance(value, dict):
        values: Iterable[Value] = chain([(*first, value)], ((*at, _value(at, path)) for at in numbered))
    else:
        values = _document(chain([first], numbered), value, path)
    yield from _items(values, path, over, today, lenient)


def _value(at: tuple[int, bytes], path: str) -> object:
    """Return the JSON value of a line, or the InputError that says what is wrong with it."""
    number, line = at
    where = f"{path}:{number}"
    if len(line) > LIMIT:
        return InputError(where, f"a line of more than {LIMIT // 1_000_000} MB", "write one record a line")
    try:
        return _parsed(decoded(line, where).strip())
    except InputError as error:
        return InputError(where, error.problem, error.remedy)
    except ValueError as error:
        return InputError(where, f"not JSON ({error})", _REMEDY)


def _parsed(text: str) -> object:
    """Parse JSON; raises ValueError with a short message."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value


def _items(values: Iterable[Value], path: str, over: Metadata, today: str | None, lenient: bool) -> Iterator[Item]:
    """Yield what a file of one object a line holds."""
    values = iter(values)
    first = next(values)
    about = first[2] if isinstance(first[2], dict) else {}
    if {"type", "roles"} <= about.keys():
        numbered = ((number, line) for number, line, _ in chain([first], values))
        facts = sorted((n, decoded(line, f"{path}:{n}").strip()) for n, line in numbered)
        yield FactsFile(path, tuple(facts))
        return
    if lenient and "text" not in about:
        return
    for place, (number, _, value) in enumerate(chain([first], values)):
        if place and (over.title or over.url):
            raise InputError(path, "one title or URL for several records", "write them in the records")
        yield _record(value, f"{path}:{number}", over, today)


def _document(numbered: Iterator[tuple[int, bytes]], first: object, path: str) -> Iterable[Value]:
    """Return what one JSON document holds, or, if it is none, its lines, one that is an object first.

    Raises InputError if there is neither.
    """
    lines = _up_to_limit(numbered)
    try:
        whole = _parsed(decoded(b"".join(line for _, line in lines), path))
    except (ValueError, InputError):
        pass  # no document; each line is judged below, and what is wrong with it told there
    else:
        return _parts(whole, path)
    values = ((*at, _value(at, path)) for at in chain(lines, numbered))
    bad: list[Value] = []
    for value in values:
        if isinstance(value[2], dict):  # what the file holds is told by its first object
            return chain([value], bad, values)
        bad.append(value)
    raise first if isinstance(first, InputError) else InputError(path, "not JSON", _REMEDY)


def _up_to_limit(numbered: Iterator[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    lines: list[tuple[int, bytes]] = []
    size = 0
    for at in numbered:
        lines.append(at)
        size += len(at[1])
        if size > LIMIT:
            break
    return lines


def _parts(whole: object, path: str) -> list[Value]:
    parts = whole if isinstance(whole, list) else [whole]
    if not parts:
        raise InputError(path, "an empty list", "put records or facts in, or leave the file out")
    return [(n, json.dumps(part).encode(), part) for n, part in enumerate(parts, 1)]


def _record(value: object, where: str, over: Metadata, today: str | None) -> Item:
    """Make the article of one record, or the refusal of it."""
    if isinstance(value, InputError):
        return Refused.of(value)
    if not isinstance(value, dict):
        return Refused(where, "not a JSON object", _REMEDY)
    text = value.get("text")
    if not isinstance(text, str):
        problem = "the record has no text" if text is None else "the record's text is not a string"
        return Refused(where, problem, 'an article record needs "text", the article as one string')
    try:
        path = fields.one_line(value.get("path"), "path", where)
        return fields.article(text, value, over, where, path, today)
    except InputError as error:
        return Refused.of(error)
