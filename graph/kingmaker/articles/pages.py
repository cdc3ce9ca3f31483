"""Saved web pages: the article in them, paragraph by paragraph, and what the page says of it."""

import codecs
import re
from typing import TYPE_CHECKING

from kingmaker.articles.decode import decoded, encoding
from kingmaker.errors import InputError

if TYPE_CHECKING:
    from trafilatura.settings import Document

LIMIT = 20_000_000  # bytes of one page, with the scripts and pictures that were saved inside it
_REMEDY = "save its text as plain text, and give that"
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000}", re.I)
_ATTRIBUTES = 1000  # in so long a tag; more take lxml minutes
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.I)


def page_text(data: bytes, where: str) -> str:
    """Decode a page by its byte order mark, else UTF-8, else the charset that it declares itself."""
    if encoding(data)[1] == 0:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            declared = _CHARSET.search(data[:4096])
            if declared is not None:
                return _declared(data, declared[1].decode("ascii"), where)
    return decoded(data, where)


def _declared(data: bytes, name: str, where: str) -> str:
    # Browsers read these labels as Windows-1252, and so pages are written.
    name = "windows-1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
    try:
        if codecs.lookup(name).name in ("utf-8", "utf-7", "idna", "punycode"):
            return decoded(data, where)
        return data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        remedy = "convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEWFILE"
        raise InputError(where, f"not {name}, which the page says it is", remedy) from None


def read(page: str, where: str) -> tuple[dict[str, object], str]:
    """Return the fields (title, publisher, published, url) and the text of a page's article.

    Reading is trafilatura's (Barbaresi 2021), with no clock: a date is what the page tells. Raises
    InputError if there is no article in the page.
    """
    if any(tag[0].count("=") > _ATTRIBUTES for tag in _LONG_TAG.finditer(page)):
        raise InputError(where, "a tag with thousands of attributes, which no article has", _REMEDY)
    found = _extracted(page, where)
    paragraphs = [line.strip() for line in (found.text or "").splitlines() if line.strip()] if found else []
    if found is None or not paragraphs:
        raise InputError(where, "no article found in this page", _REMEDY)
    fields = {"title": found.title, "publisher": found.sitename, "published": found.date, "url": found.url}
    return dict(fields), "\n\n".join(paragraphs) + "\n"


def _extracted(page: str, where: str) -> "Document | None":
    import trafilatura
    from trafilatura.settings import Document

    dates = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}
    try:
        found = trafilatura.bare_extraction(
            page.replace("\0", ""), with_metadata=True, include_comments=False, include_tables=False,
            date_extraction_params=dates,
        )  # fmt: skip
    except Exception as error:  # a page is hostile, and its reader promises nothing of what it raises
        raise InputError(where, f"the page cannot be taken apart ({type(error).__name__})", _REMEDY) from error
    return found if isinstance(found, Document) else None
