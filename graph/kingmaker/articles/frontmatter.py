"""Front matter: a few YAML lines between `---` and `---` that tell what the text below them is."""

import re

import yaml

from kingmaker.errors import InputError

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.M)
_LIMIT = 65_536
_NAMES = {"date": "published", "site": "publisher", "source": "publisher", "link": "url"}
_REMEDY = "write lines like `title: ...` between two lines of ---, with quotes round values that hold a colon"


def split(text: str, where: str) -> tuple[dict[str, object], str]:
    """Return the fields of the front matter and the text that follows it, exactly.

    Values stay as written ("no" and "2024" are text); `date` is read as `published`. A text without
    front matter gives no fields. Raises InputError, naming the line, for front matter that is broken.
    """
    opened = _OPEN.match(text)
    if opened is None:
        return {}, text
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LIMIT)
    if closed is None:
        raise InputError(f"{where}:1", "front matter opens here and never ends", "end it with a line of ---")
    return _fields(text[opened.end() : closed.start()], where), text[closed.end() :]


def _fields(source: str, where: str) -> dict[str, object]:
    try:
        # BaseLoader makes nothing but strings, lists and mappings, so no date, number or object is guessed.
        found = yaml.load(source, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise InputError(f"{where}:{_line_of(error)}", f"broken front matter ({_said(error)})", _REMEDY) from None
    except RecursionError:
        raise InputError(f"{where}:2", "front matter nested too deeply", _REMEDY) from None
    if found in (None, ""):
        return {}
    if not isinstance(found, dict):
        raise InputError(f"{where}:2", "broken front matter (no field in it)", _REMEDY)
    return _named(found)


def _named(found: dict[object, object]) -> dict[str, object]:
    """Name the fields as ours are; a field's own name wins over one that is read for it."""
    fields = {str(name).strip().lower(): value for name, value in found.items()}
    for other, name in _NAMES.items():
        if other in fields:
            fields.setdefault(name, fields[other])
    return fields


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 2 if mark is not None else 2


def _said(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    return " ".join(str(problem).split())
