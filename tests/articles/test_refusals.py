"""Bad input: each gets one line that names the file, what is wrong and what to do; good inputs go on."""

import errno
import io
import os
import time
from pathlib import Path

import pytest

from kingmaker.articles import Item, Refused, read_sources
from kingmaker.model import Article

TEXT = "Tom Brandt was elected chair on Monday.\n"


def read(*sources: Path, **options: str) -> list[Item]:
    return list(read_sources([str(s) for s in sources], **options))  # type: ignore[arg-type]


def made(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


# Bytes of a file -> what its refusal says, in part; the name of the file always stands first
REFUSED = {
    "empty": ("a.txt", b"", "the file is empty"),
    "only spaces": ("a.txt", b" \n\t\n", "the file is empty"),
    "only a mark": ("a.txt", b"\xef\xbb\xbf\n", "no text"),
    "only front matter": ("a.txt", b"---\ntitle: A\n---\n\n", "no text"),
    "latin-1": ("a.txt", "Tánaiste".encode("latin-1"), "iconv -f WINDOWS-1252 -t UTF-8"),
    "latin-1 in line 3": ("a.txt", b"one\ntwo\n\xe9t\xe9\n", "not UTF-8 (line 3, byte 8)"),
    "an image": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
    "a PDF": ("a.txt", b"%PDF-1.7 1 0 obj", "pdftotext"),
    "a document": ("a.txt", b"PK\x03\x04\x14\0", "office document"),
    "a NUL": ("a.txt", b"Brandt\0wins", "a NUL at byte 6"),
    "utf-16 without a mark": ("a.txt", "Brandt".encode("utf-16-le"), "byte order mark"),
    "front matter without end": ("a.txt", b"---\ntitle: A\n\nText.\n", ":1: front matter opens here"),
    "broken front matter": ("a.txt", b"---\ntitle: A\nurl: [b\n---\nText.", ":4: broken front matter"),
    "a colon in a title": ("a.txt", b"---\ntitle: Palace: no choice\n---\nText.", ":2: broken front matter"),
    "front matter of no fields": ("a.txt", b"---\njust words\n---\nText.", "no field in it"),
    "an impossible day": ("a.txt", b"---\npublished: 2023-02-30\n---\nText.", "published: '2023-02-30'"),
    "an impossible month": ("a.txt", b"---\ndate: 2023-13\n---\nText.", "no calendar has"),
    "a day in words": ("a.txt", b"---\npublished: yesterday\n---\nText.", "YYYY-MM-DD, YYYY-MM or YYYY"),
    "a future day": ("a.txt", b"---\npublished: 2031-01-01\n---\nText.", "2031-01-01 lies in the future"),
    "a future year": ("a.txt", b"---\npublished: 2031\n---\nText.", "2031 lies in the future"),
    "a list for a title": ("a.txt", b"---\ntitle: [a, b]\n---\nText.", "title is not text but a list"),
    "a record that is not JSON": ("a.jsonl", b'{"text": "Brandt"', "a.jsonl:1: not JSON"),
    "broken JSON": ("a.json", b'[\n{"text": "a",}\n]', "a.json:1: not JSON"),
    "an empty list": ("a.json", b"[]", "an empty list"),
    "a record without text": ("a.jsonl", b'{"title": "Brandt"}', 'the record has no text; an article record'),
    "text that is a number": ("a.jsonl", b'{"text": 5}', "not a string"),
    "half a character": ("a.jsonl", b'{"text": "Brandt \\ud800"}', "lone surrogate"),
    "a NUL in a record": ("a.jsonl", b'{"text": "Brandt\\u0000"}', "a NUL character"),
    "a record of the future": ("a.jsonl", b'{"text": "Brandt", "published": "2031-05"}', "in the future"),
    "too deep": ("a.json", b"[" * 100_000, "not JSON"),
    "a page with no article": ("a.html", b"<html><body></body></html>", "no article found"),
    "a feed": ("a.xml", b"<?xml version='1.0'?>\n<rss><channel/></rss>", "a news feed"),
    "rdf/xml": ("a.rdf", b"<?xml version='1.0'?>\n<rdf:RDF xmlns:rdf='x'/>", "convert it to Turtle"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refusals_refuses_in_one_line_and_goes_on(tmp_path: Path, case: str) -> None:
    name, content, told = REFUSED[case]
    bad, good = made(tmp_path, name, content), made(tmp_path, "good.txt", TEXT)
    refused, article = read(bad, good, today="2026-11-23")
    assert isinstance(refused, Refused)
    assert told in str(refused)
    assert str(refused).startswith(bad.as_posix())
    assert "\n" not in str(refused)
    assert isinstance(article, Article)


def test_refusals_refuses_a_huge_file_without_reading_it(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as out:
        for _ in range(50):
            out.write(b"Brandt wins. " * 80_000)
    begun = time.perf_counter()
    (item,) = read(huge)
    assert isinstance(item, Refused)
    assert "larger than 5 MB" in item.problem
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize("opening", [b"", b'{"text": "', b"<html><p>"], ids=["text", "record", "page"])
def test_refusals_refuses_what_never_ends(opening: bytes) -> None:
    class Endless(io.RawIOBase):
        """Standard input from which something comes for ever."""

        def __init__(self) -> None:
            self.given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            part = opening if not self.given else b""
            buffer[:] = part + b"a" * (len(buffer) - len(part))
            self.given += len(buffer)
            assert self.given < 100_000_000
            return len(buffer)

    items = list(read_sources(["-"], stdin=io.BufferedReader(Endless())))
    assert [type(item) for item in items] == [Refused]


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.EACCES, "permission denied; make it readable"), (errno.EIO, "Input/output error")],
)
def test_refusals_refuses_what_the_system_will_not_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    bad, good = made(tmp_path, "a.txt", TEXT), made(tmp_path, "b.txt", TEXT)
    opened = Path.open

    def guarded(path: Path, mode: str) -> object:  # root may read every file, so permissions alone show nothing
        if path == bad:
            raise OSError(number, os.strerror(number))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", guarded)
    refused, article = read(bad, good)
    assert told in str(refused)
    assert isinstance(article, Article)
