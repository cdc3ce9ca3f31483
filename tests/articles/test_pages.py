"""Saved web pages: the article is found, its furniture and scripts are not."""

import sys
from pathlib import Path

import pytest

from kingmaker.articles import Refused, read_sources
from kingmaker.model import Article

PARAGRAPHS = [
    "Tom Brandt was elected chair of the commission on Monday after a long night of talks, officials said.",
    "The health minister, Ada Quill, had turned the job down and told friends that she would rather stay.",
    "Mr Brandt takes over in May, when the term of the incumbent ends and a new parliament sits.",
]
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}">
<title>Brandt wins commission vote | The Harbour Post</title>
<meta property="og:title" content="Brandt wins commission vote">
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2023-06-21T09:30:00Z">
<link rel="canonical" href="https://example.org/brandt">
<script>var text = "<p>never read</p>";</script></head>
<body><nav><a href="/">Home</a> <a href="/politics">Politics</a></nav>
<article><h1>Brandt wins commission vote</h1>
<p>{0}</p><p>{1}</p><h2>What next?</h2><p>{2} “Näturally,” he said.</p></article>
<footer>© 2023 The Harbour Post</footer></body></html>
"""


def page(charset: str = "utf-8") -> str:
    return PAGE.format(*PARAGRAPHS, charset=charset)


def read(path: Path, **options: object) -> object:
    (item,) = read_sources([str(path)], **options)  # type: ignore[arg-type]
    return item


@pytest.mark.parametrize(
    ("name", "encoding", "charset"),
    [
        ("a.html", "utf-8", "utf-8"),
        ("a.txt", "utf-8", "utf-8"),
        ("a.htm", "windows-1252", "windows-1252"),
        ("a.htm", "windows-1252", "iso-8859-1"),
        ("a.html", "utf-16", "utf-16"),
    ],
)
def test_pages_article_title_site_date_and_url(tmp_path: Path, name: str, encoding: str, charset: str) -> None:
    file = tmp_path / name
    file.write_bytes(page(charset).encode(encoding))
    item = read(file, today="2026-11-23")
    assert isinstance(item, Article)
    assert (item.title, item.publisher) == ("Brandt wins commission vote", "The Harbour Post")
    assert (item.published, item.url) == ("2023-06-21", "https://example.org/brandt")
    lines = item.text.split("\n\n")
    assert lines[0] == "Brandt wins commission vote"
    assert lines[1:4] == [*PARAGRAPHS[:2], "What next?"]
    assert "“Näturally,” he said." in lines[4]
    assert "never read" not in item.text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            page("no-such-charset").encode("latin-1", "replace"),
            "not no-such-charset, which the page says it is",
        ),
        (page().encode("latin-1", "replace"), "not UTF-8"),
        (page().replace("utf-8", "").encode("latin-1", "replace"), "iconv"),
        (
            ("<html><p " + " ".join(f"a{n}=''" for n in range(9000)) + ">text</p></html>").encode(),
            "thousands of attributes",
        ),
        (page().replace("2023-06-21", "2031-06-21").encode(), "published: 2031-06-21 lies in the future"),
    ],
)
def test_pages_what_cannot_be_read_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(content)
    item = read(file, today="2026-11-23")
    assert isinstance(item, Refused)
    assert told in str(item)


def test_pages_read_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    outside = f'<!DOCTYPE html [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    file = tmp_path / "a.html"
    file.write_text(page().replace("<!DOCTYPE html>", outside).replace("Mr Brandt", "&a; Mr Brandt"))
    item = read(file)
    assert isinstance(item, Article)
    assert "secret" not in item.text


def test_pages_a_reader_that_breaks_down_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", breaks)
    file = tmp_path / "a.html"
    file.write_text(page())
    assert "cannot be taken apart (RecursionError)" in str(read(file))


def test_pages_the_library_is_loaded_for_pages_only() -> None:
    assert "trafilatura" not in vars(sys.modules["kingmaker.articles.pages"])
