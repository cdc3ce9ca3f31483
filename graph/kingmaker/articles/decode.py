"""Bytes to text, or a refusal that names the encoding's way out; no encoding is ever guessed."""

import codecs

from kingmaker.errors import InputError

# Openings of files that people hand over as articles by mistake, with what to do instead.
_BINARY = (
    (b"%PDF-", "a PDF file", "save its text first (pdftotext FILE.pdf)"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text"),
    (b"{\\rtf", "a rich text document", "save it as plain text"),
    (b"\x89PNG", "an image", "give articles as text, HTML or JSON Lines"),
    (b"\xff\xd8\xff", "an image", "give articles as text, HTML or JSON Lines"),
    (b"GIF8", "an image", "give articles as text, HTML or JSON Lines"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first (gunzip)"),
    (b"SQLite format 3", "a database", "give articles as text, HTML or JSON Lines"),
)  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def refuse_binary(head: bytes, where: str) -> None:
    """Raise InputError if a file that begins with `head` is no text."""
    for magic, name, remedy in _BINARY:
        if head.startswith(magic):
            raise InputError(where, f"this is {name}", remedy)
    if b"\0" in head and encoding(head)[0] == "utf-8":
        at = head.index(b"\0")
        remedy = "give articles as text in UTF-8 (UTF-16 needs its byte order mark)"
        raise InputError(where, f"binary data (a NUL at byte {at})", remedy)


def encoding(head: bytes) -> tuple[str, int]:
    """Return the encoding that a byte order mark tells, or UTF-8, and the length of the mark."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name, len(mark)
    return "utf-8", 0


def decoded(data: bytes, where: str) -> str:
    """Return the text of UTF-8 (with or without a mark) or marked UTF-16; raises InputError else."""
    refuse_binary(data, where)
    name, skip = encoding(data)
    try:
        text = data[skip:].decode(name)
    except UnicodeDecodeError as error:
        remedy = "convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEWFILE"
        line = data.count(b"\n", 0, skip + error.start) + 1
        raise InputError(where, f"not {name.upper()} (line {line}, byte {skip + error.start})", remedy) from None
    if "\0" in text:
        raise InputError(where, f"a NUL character in line {text.count(chr(10), 0, text.index(chr(0))) + 1}",
                         "remove it, or give the article as plain text")  # fmt: skip
    return text
