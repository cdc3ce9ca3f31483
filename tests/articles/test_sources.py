"""Which files a source means, in which order, and what is said when it means none."""

import os
from pathlib import Path

import pytest

from kingmaker.articles import Refused
from kingmaker.articles.sources import Found, found

TREE = [
    "b.txt", "a.txt", "c/d.HTML", "c/e.jsonl", "f.md", "g.ttl", "picture.png", "README.md", ".hidden.txt",
    ".git/x.txt", "LICENSE.txt", "data.csv", "deep/er/h.text", "i.trig", "j.ndjson", "k.htm",
]  # fmt: skip
TAKEN = [
    "a.txt",
    "b.txt",
    "c/d.HTML",
    "c/e.jsonl",
    "deep/er/h.text",
    "f.md",
    "g.ttl",
    "i.trig",
    "j.ndjson",
    "k.htm",
]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in TREE:
        (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / name).write_text("text")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(*sources: str) -> list[str]:
    return [item.path for item in found(sources) if isinstance(item, Found)]


def refusals(*sources: str) -> list[str]:
    return [str(item) for item in found(sources) if isinstance(item, Refused)]


@pytest.mark.parametrize("source", ["news", "news/", "./news"])
def test_sources_a_folder_is_walked_by_name(tree: Path, source: str) -> None:
    assert [Path(p).as_posix() for p in paths(source)] == [f"news/{name}" for name in TAKEN]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("news/*.txt", ["news/LICENSE.txt", "news/a.txt", "news/b.txt"]),
        ("news/**/*.HTML", ["news/c/d.HTML"]),
        ("news/[ab].txt", ["news/a.txt", "news/b.txt"]),
        ("news/README.md", ["news/README.md"]),
        ("news/.hidden.txt", ["news/.hidden.txt"]),
        ("-", ["-"]),
    ],
)
def test_sources_globs_and_named_files_are_taken_as_meant(tree: Path, source: str, expected: list[str]) -> None:
    assert paths(source) == expected


def test_sources_a_name_with_brackets_is_a_name(tree: Path) -> None:
    (tree / "news" / "[1].txt").write_text("text")
    assert paths("news/[1].txt") == ["news/[1].txt"]


def test_sources_each_file_once(tree: Path) -> None:
    assert paths("news/a.txt", "./news/a.txt", "news/*.md", "news").count("news/a.txt") == 1


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("nowhere", "nowhere: no such file or folder"),
        ("news/a.txt/b", "no such file or folder"),
        ("news/*.pdf", "news/*.pdf: the pattern matches no file"),
        ("empty", "empty: no article in this folder"),
        ("loop.txt", "loop.txt: a symbolic link that leads back to itself"),
        ("dangling.txt", "dangling.txt: no such file or folder"),
        ("", "'': no such file or folder"),
        ("a\0b", "no such file or folder"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_sources_what_means_nothing_is_refused(tree: Path, source: str, told: str) -> None:
    (tree / "empty").mkdir()
    (tree / "empty" / "picture.png").write_bytes(b"")
    (tree / "loop.txt").symlink_to("loop.txt")
    (tree / "dangling.txt").symlink_to("gone.txt")
    assert paths(source, "news/a.txt") == ["news/a.txt"]
    (only,) = refusals(source, "news/a.txt")
    assert told in only


def test_sources_links_that_loop_are_refused_once_and_others_followed(tree: Path) -> None:
    (tree / "news" / "c" / "up").symlink_to("..")
    (tree / "elsewhere").mkdir()
    (tree / "elsewhere" / "z.txt").write_text("text")
    (tree / "news" / "there").symlink_to(tree / "elsewhere")
    assert "news/there/z.txt" in paths("news")
    assert refusals("news") == [
        "news/c/up: a symbolic link that leads back to itself; remove the link or name the file itself"
    ]


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_sources_a_name_that_is_no_text_is_shown_as_text(tree: Path) -> None:
    (tree / os.fsdecode(b"caf\xe9")).write_text("text")
    (refused,) = refusals(os.fsdecode(b"caf\xe9x"))
    assert refused.encode("utf-8").startswith("caf\ufffdx".encode())
