"""Text from articles as it may be shown: normalised, free of control and direction marks, not too long."""

import re
import unicodedata
from urllib.parse import urlsplit

LABEL_LIMIT = 80
QUOTE_LIMIT = 600
CONTEXT_LIMIT = 160
TITLE_LIMIT = 200

# C0 and C1 controls, and the marks that turn the direction of what follows: a quote must not be able to
# reorder the words of the page around it ("Trojan Source", CVE-2021-42574).
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# A full stop after a short capitalised word ("Mr.", "U.S.") ends no sentence.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"'”’)]*\s+")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def plain(text: str | None, limit: int = LABEL_LIMIT) -> str:
    """Return `text` on one line, NFC, at most `limit` characters, an ellipsis where some are left out."""
    if not text:
        return ""
    seen = _LONE_SURROGATE.sub("\ufffd", _UNSEEN.sub(" ", text))
    line = " ".join(unicodedata.normalize("NFC", seen).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def tail(text: str, limit: int = CONTEXT_LIMIT) -> str:
    """Return the end of `text`, what stands before a quote, cut at a word where it is too long."""
    line = plain(text, 10**6)
    if len(line) <= limit:
        return line
    cut = line[1 - limit :]
    return "…" + cut[cut.find(" ") + 1 :]


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a quote in its sentence, or in its paragraph where none ends."""
    head = text[max(0, start - 4 * CONTEXT_LIMIT) : start].rpartition("\n")[2]
    rest = text[end : end + 4 * CONTEXT_LIMIT].partition("\n")[0]
    ends = [found.end() for found in _SENTENCE_END.finditer(head)]
    over = _SENTENCE_END.search(text[end - 1 : end] + rest + " ")
    return head[ends[-1] if ends else 0 :], rest[: max(0, over.end() - 1)].rstrip() if over else rest


def web_address(url: str | None) -> str | None:
    """Return `url` if it is an http or https address with a host, else None: nothing else becomes a link."""
    if not url or _UNSEEN.search(url) or _LONE_SURROGATE.search(url) or len(url) > 2000 or " " in url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and host else None


def day_in_words(date: str | None) -> str:
    """Return a day, month or year ("2023-06-21", "2023-06", "2023") as a reader writes it."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?.*", date or "", re.ASCII)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return plain(date, 40)
    year, month, day = found.groups()
    words = [str(int(day))] if day else []
    return " ".join([*words, *([_MONTHS[int(month) - 1]] if month else []), year])


def short_day(date: str | None) -> str:
    """Return a day, month or year as `day_in_words` does, its month cut to three letters."""
    told = day_in_words(date)
    return next((told.replace(month, month[:3]) for month in _MONTHS if month in told), told)
