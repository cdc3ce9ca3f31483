"""From what a file and the command line tell about an article to an Article, or a refusal."""

import re
from collections.abc import Mapping

from kingmaker.articles import dates
from kingmaker.articles.items import Metadata
from kingmaker.errors import InputError
from kingmaker.model import Article

LIMIT = 5_000_000  # characters of text an article; a long book has fewer
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_NOTHING = frozenset({"", "null", "~", "none"})
_REMEDY = f"correct it ({dates.SHAPES}) or leave it out"


def article(
    text: str, told: Mapping[str, object], over: Metadata, where: str, path: str | None, today: str | None
) -> Article:
    """Make an article of its stored text and what is told of it; raises InputError if it cannot be kept."""
    _check_text(text, where)
    fields = {name: one_line(told.get(name), name, where) for name in ("title", "publisher", "url")}
    days = {name: told.get(name) for name in ("published", "modified")}
    if over.published is not None:
        days["published"] = over.published
    checked = {name: _day(value, name, where, today) for name, value in days.items()}
    return Article.of(
        text, path=path, title=over.title or fields["title"], publisher=over.publisher or fields["publisher"],
        published=checked["published"], modified=checked["modified"], url=over.url or fields["url"],
    )  # fmt: skip


def _check_text(text: str, where: str) -> None:
    if not text.strip(" \t\r\n\ufeff\u200b"):
        raise InputError(where, "there is no text in it", "put the article's text in, or leave the file out")
    if len(text) > LIMIT:
        raise InputError(where, f"{len(text):,} characters are too many for one article (limit {LIMIT:,})",
                         "split it into its articles, one a file or as JSON Lines")  # fmt: skip
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(where, f"half a character (a lone surrogate) at character {error.start} of the text",
                         "write it whole, or remove it") from None  # fmt: skip
    if "\0" in text:
        raise InputError(where, f"a NUL character at character {text.index(chr(0))} of the text", "remove it")


def one_line(value: object, name: str, where: str) -> str | None:
    """Return a field of one line, with line breaks and control characters made spaces."""
    if value is None:
        return None
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise InputError(where, f"{name} is not text but {_named(value)}", f"write {name} as one line of text")
    found = " ".join(_CONTROL.sub(" ", str(value)).split())
    return None if found.lower() in _NOTHING else found


def _day(value: object, name: str, where: str, today: str | None) -> str | None:
    told = one_line(value, name, where)
    if told is None:
        return None
    try:
        return dates.checked(told, today if name == "published" else None)
    except ValueError as error:
        raise InputError(where, f"{name}: {error}", _REMEDY) from None


def _named(value: object) -> str:
    return {dict: "an object", list: "a list", bool: "true or false"}.get(type(value), type(value).__name__)
