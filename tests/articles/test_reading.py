"""Sources in, articles out: every kind of input, and what is told of each that is refused."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kingmaker.articles import FactsFile, GraphFile, Item, Metadata, Refused, read_sources, to_record
from kingmaker.errors import InputError
from kingmaker.model import Article

TEXT = "Tom Brandt was elected chair on Monday.\n"
FACT = {"type": "Candidacy", "roles": {}, "text": "not a record all the same"}


def read(*sources: Path | str, **options: object) -> list[Item]:
    return list(read_sources([str(s) for s in sources], **options))  # type: ignore[arg-type]


def one(source: Path | str, **options: object) -> Item:
    (item,) = read(source, **options)
    return item


def made(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def from_stdin(content: str | bytes) -> list[Item]:
    data = content if isinstance(content, bytes) else content.encode()
    return read("-", stdin=io.BytesIO(data))


# Bytes of a file -> the stored text
STORED = {
    "plain": (TEXT.encode(), TEXT),
    "with a mark": (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
    "utf-16 little": (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT),
    "utf-16 big": (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
    "crlf stays": (b"One said no.\r\nTwo said yes.\r\n", "One said no.\r\nTwo said yes.\r\n"),
    "front matter goes": (b"---\ntitle: A\n---\n\nText.\n", "\nText.\n"),
    "front matter with a mark and crlf": (b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nText.\r\n", "Text.\r\n"),
    "no line break at the end": ("Tánaiste".encode(), "Tánaiste"),
    "a bracket is no JSON": (b"[Updated] Brandt wins.", "[Updated] Brandt wins."),
    "a brace is no JSON": (b"{sic} Brandt wins.", "{sic} Brandt wins."),
    "a letter sign is no page": (b"<Reuters> Brandt wins.", "<Reuters> Brandt wins."),
}


@pytest.mark.parametrize("case", STORED)
def test_reading_keeps_the_text_as_it_is(tmp_path: Path, case: str) -> None:
    content, expected = STORED[case]
    item = one(made(tmp_path, "a.txt", content))
    assert isinstance(item, Article)
    assert item.text == expected


FRONT_MATTER = """\
---
title: "Palace: no choice yet"
publisher: No
date: 2023-06-21T09:30:00Z
modified: 2023-06-22
url: https://example.org/a?b=c
author: Jane Smith
---
"""


def test_reading_front_matter_tells_the_metadata_as_written(tmp_path: Path) -> None:
    file = made(tmp_path, "a.md", FRONT_MATTER + TEXT)
    assert one(file) == Article.of(
        TEXT, path=file.as_posix(), title="Palace: no choice yet", publisher="No", published="2023-06-21",
        modified="2023-06-22", url="https://example.org/a?b=c",
    )  # fmt: skip


def test_reading_the_command_line_overrides_the_file(tmp_path: Path) -> None:
    file = made(tmp_path, "a.md", FRONT_MATTER.replace("2023-06-21T09:30:00Z", "soon") + TEXT)
    item = one(file, meta=Metadata(title="T", publisher="P", published="2022", url="https://example.org/t"))
    assert isinstance(item, Article)
    assert (item.title, item.publisher, item.published, item.url) == (
        "T",
        "P",
        "2022",
        "https://example.org/t",
    )


@pytest.mark.parametrize("over", [Metadata(title="T"), Metadata(url="https://example.org/")])
def test_reading_a_title_or_url_is_for_one_input(tmp_path: Path, over: Metadata) -> None:
    files = [made(tmp_path, name, TEXT) for name in ("a.txt", "b.txt")]
    with pytest.raises(InputError, match="one title or URL for 2 inputs"):
        read(*files, meta=over)
    with pytest.raises(InputError):
        read(tmp_path, meta=over)
    records = made(tmp_path, "c.jsonl", '{"text": "One."}\n{"text": "Two."}\n')
    assert isinstance(read(records, meta=over)[-1], Refused)


@pytest.mark.parametrize("day", ["soon", "2023-02-30", "2031"])
def test_reading_a_wrong_day_from_the_command_line_is_wrong_usage(tmp_path: Path, day: str) -> None:
    file = made(tmp_path, "a.txt", TEXT)
    with pytest.raises(InputError, match="published"):
        read(file, meta=Metadata(published=day), today="2026-11-23")


def test_reading_publisher_and_day_may_hold_for_many(tmp_path: Path) -> None:
    files = [made(tmp_path, "a.txt", TEXT), made(tmp_path, "b.jsonl", '{"text": "One."}\n{"text": "Two."}\n')]
    items = read(*files, meta=Metadata(publisher="P", published="2022-05"))
    assert [(i.publisher, i.published) for i in items if isinstance(i, Article)] == [("P", "2022-05")] * 3


def test_reading_records_keep_their_text_and_lose_only_bad_lines(tmp_path: Path) -> None:
    text = "One.\r\n\u2028Two.\x85\n“Three”"
    lines = [
        json.dumps({"text": text, "title": "A\nB", "published": "2023", "path": "a.txt", "more": [1]}),
        '{"text": "broken',
        "",
        "[1]",
        json.dumps({"text": "Two.", "published": 2022, "title": None, "url": ""}),
    ]
    file = made(tmp_path, "a.jsonl", "\n".join(lines) + "\n")
    first, second, third, last = read(file)
    assert first == Article.of(text, path="a.txt", title="A B", published="2023")
    assert last == Article.of("Two.", published="2022")
    assert [str(item).split(": ")[0] for item in (second, third)] == [f"{file.as_posix()}:{n}" for n in (2, 4)]


def test_reading_a_bad_first_line_does_not_hide_the_records(tmp_path: Path) -> None:
    file = made(tmp_path, "a.jsonl", '{"text": "broken\n{"text": "Two."}\n')
    assert {type(item) for item in read(file)} == {Article, Refused}


def test_reading_each_wrong_line_is_told_when_the_first_is_one(tmp_path: Path) -> None:
    file = made(tmp_path, "a.jsonl", b'broken\n{"text": "T\xe1naiste"}\n{"text": "Two."}\n')
    items = read(file)
    assert sorted(i.where.rpartition(":")[2] for i in items if isinstance(i, Refused)) == ["1", "2"]
    assert [i.text for i in items if isinstance(i, Article)] == ["Two."]


def test_reading_facts_keep_their_lines_in_order_when_the_first_is_wrong(tmp_path: Path) -> None:
    line = json.dumps(FACT)
    file = made(tmp_path, "facts.jsonl", f"broken\n{line}\nbroken too\n")
    assert one(file) == FactsFile(file.as_posix(), ((1, "broken"), (2, line), (3, "broken too")))


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([{"text": "One."}, {"text": "Two."}], indent=2),
        json.dumps([{"text": "One."}, {"text": "Two."}]),
        '[\n{"text": "One."},\n{"text": "Two."}\n]\n',
    ],
)
def test_reading_a_json_document_of_records(tmp_path: Path, content: str) -> None:
    items = read(made(tmp_path, "a.json", content))
    assert [i.text for i in items if isinstance(i, Article)] == ["One.", "Two."]


def test_reading_records_in_utf_16(tmp_path: Path) -> None:
    file = made(tmp_path, "a.jsonl", b"\xff\xfe" + '{"text": "Tánaiste"}\n{"text": "b"}\n'.encode("utf-16-le"))
    assert [i.text for i in read(file) if isinstance(i, Article)] == ["Tánaiste", "b"]


def test_reading_what_is_written_is_the_same_article(tmp_path: Path) -> None:
    article = Article.of("Tánaiste\r\n“no”", path="a b.txt", title="T", modified="2023", url="https://example.org/")
    file = made(tmp_path, "a.jsonl", json.dumps(to_record(article), ensure_ascii=False))
    assert one(file) == article


def test_reading_facts_files_are_handed_on_whole(tmp_path: Path) -> None:
    line = json.dumps(FACT)
    file = made(tmp_path, "facts.jsonl", f"{line}\n\nbroken\n")
    assert one(file) == FactsFile(file.as_posix(), ((1, line), (3, "broken")))


def test_reading_facts_in_another_encoding_are_refused_not_mended(tmp_path: Path) -> None:
    lines = json.dumps(FACT).encode() + b'\n{"type": "T\xe1naiste", "roles": {}}\n'
    file = made(tmp_path, "facts.jsonl", lines)
    item = one(file)
    assert isinstance(item, Refused)
    assert item.where == f"{file.as_posix()}:2"
    assert "not UTF-8" in item.problem


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip))
def test_reading_a_record_gives_back_any_text(text: str) -> None:
    article = Article.of(f"x{text}", title="T", published="2023-06")
    for ascii_only in (True, False):
        line = json.dumps(to_record(article), ensure_ascii=ascii_only)
        assert from_stdin(line) == [article]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ttl", "<urn:a> a <urn:b> ."),
        ("a.trig", "{ <urn:a> a <urn:b> }"),
        ("a.txt", "@prefix a: <urn:a> ."),
    ],
)
def test_reading_graphs_are_left_to_the_store(tmp_path: Path, name: str, content: str) -> None:
    file = made(tmp_path, name, content)
    assert one(file) == GraphFile(file.as_posix())


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (TEXT, Article),
        (FRONT_MATTER + TEXT, Article),
        ('{"text": "Brandt wins."}', Article),
        (json.dumps(FACT), FactsFile),
        ("", Refused),
        ("@prefix a: <urn:a> .", Refused),
        (b"\xff\xfe", Refused),
    ],
)
def test_reading_stdin_is_told_apart_by_looking(content: str | bytes, kind: type) -> None:
    (item,) = from_stdin(content)
    assert isinstance(item, kind)
    if isinstance(item, Article):
        assert item.path is None


def test_reading_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("b/a.txt", "a.txt", "c.jsonl"):
        made(tmp_path, name, '{"text": "One."}' if name.endswith("jsonl") else TEXT)
    assert read(tmp_path) == read(tmp_path)
