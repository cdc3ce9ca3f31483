"""The file itself: what may run in it, what hostile text becomes, and that it is the same every time."""

import base64
import gzip
import html
import json
import os
import random
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import pytest
from articles_for_pages import CERTAIN, PROBABLE, Newsroom, many, nato_race
from hostile import PAYLOADS, hostile_page

from kingmaker.errors import KingmakerError
from kingmaker.page import assets, render, write

APP = assets.template_folder()


class Reader(HTMLParser):
    """Collects elements with their attributes and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.held: list[tuple[str, dict[str, str | None], str]] = []
        self.words: list[str] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in {"script", "style"} else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.held.append((*self._open, data))
        else:
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._open = None


def data_of(page: str) -> dict[str, object]:
    attrs, block = next((attrs, text) for tag, attrs, text in Reader(page).held if attrs.get("id") == "data")
    packed = attrs["data-packed"] == "gzip"
    found = json.loads(gzip.decompress(base64.b64decode(block)) if packed else block)
    assert isinstance(found, dict)
    return found


def test_page_runs_two_constant_scripts_and_no_more() -> None:
    plain_page, hostile = Reader(render(*nato_race())), Reader(render(*hostile_page()))
    for page in (plain_page, hostile):
        scripts = [attrs for tag, attrs in page.elements if tag == "script"]
        assert scripts == [{"type": "application/json", "id": "data", "data-packed": "none"}, {}, {}]

    def running(page: Reader) -> list[str]:
        return [text for tag, attrs, text in page.held if tag == "style" or not attrs]

    assert running(plain_page) == running(hostile)


def test_page_policy_stands_first_and_names_what_runs() -> None:
    page = render(*nato_race())
    first = page.split("<head>", 1)[1].lstrip()
    assert first.startswith('<meta http-equiv="Content-Security-Policy"')
    assert page.encode().index(b'charset="utf-8"') < 1024
    policy = html.unescape(first.split('content="', 1)[1].split('"', 1)[0])
    assert policy == assets.policy()
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


@pytest.mark.parametrize("page", [nato_race(), hostile_page(), ([], [])], ids=["race", "hostile", "empty"])
def test_page_has_no_handlers_styles_or_outside_parts(page: tuple[list, list]) -> None:
    made = Reader(render(*page))
    for tag, attrs in made.elements:
        assert not any(name.startswith("on") or name in {"style", "src", "srcset", "srcdoc"} for name in attrs)
        assert tag not in {"iframe", "img", "link", "object", "embed", "base", "audio", "video"}
        if tag == "a":
            address = attrs["href"] or ""
            assert address.startswith(("https://", "http://", "#"))
            if not address.startswith("#"):
                assert attrs["rel"] == "noopener noreferrer"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_page_shows_hostile_text_as_text(payload: str) -> None:
    page = render(*hostile_page([payload]), heading=payload)
    assert not re.search(
        r"<(img|svg/|iframe|/option></select><img|details open on)", page.split('<script type="application/json"')[0]
    )
    visible = re.sub(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069\u200e\u200f]+", " ", payload)
    assert " ".join(visible.split())[:70] in " ".join(" ".join(Reader(page).words).split())
    assert "\u202e" not in page
    assert "\u2066" not in page


def test_page_data_block_cannot_be_left() -> None:
    page = render(*hostile_page())
    block = page.split('data-packed="none">', 1)[1].split("</script>", 1)[0]
    assert not set("<>&'") & set(block)
    assert data_of(page)["nodes"]


def test_page_large_data_is_packed_and_holds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    plain_page = render(*hostile_page())
    monkeypatch.setattr(import_module("kingmaker.page.render"), "PACKED_ABOVE", 1000)
    page = render(*hostile_page())
    assert 'data-packed="gzip"' in page
    assert render(*hostile_page()) == page
    block = page.split('data-packed="gzip">', 1)[1].split("</script>", 1)[0]
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", block)
    assert data_of(page) == data_of(plain_page)


def test_page_ids_are_opaque() -> None:
    found = data_of(render(*hostile_page()))
    for key, letter in (("nodes", "n"), ("lines", "l")):
        rows = found[key]
        assert isinstance(rows, list)
        assert all(re.fullmatch(letter + r"\d+", row["id"]) for row in rows)
        assert not any({"title", "image", "group"} & set(row) for row in rows)


@pytest.mark.parametrize("seed", range(3))
def test_page_is_the_same_bytes_in_any_order_and_with_duplicates(seed: int) -> None:
    claims, articles = nato_race()
    once = render(claims, articles)
    shuffled, other = [*claims, *claims[:5]], [*articles, articles[0]]
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(other)
    assert render(shuffled, other) == once


def test_page_is_the_same_bytes_in_another_process_and_locale(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]; from articles_for_pages import nato_race; "
        "from kingmaker.page import write; write(sys.argv[1], *nato_race(), '\\u010cas \\u2013 vo\\u013eby')"
    )
    paths = [tmp_path / name for name in ("one.html", "two.html")]
    for path, seed in zip(paths, ("1", "2"), strict=True):
        env = {
            **os.environ,
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONHASHSEED": seed,
        }
        subprocess.run([sys.executable, "-c", code, path, str(Path(__file__).parent)], env=env, check=True)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert "Čas – voľby" in paths[0].read_text(encoding="utf-8")


def test_page_write_replaces_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "deep" / "graph.html"
    write(target, *nato_race())
    before = target.read_bytes()
    assert before.decode("utf-8") == render(*nato_race())

    def fails(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="no space"):
        write(target, [], [])
    assert target.read_bytes() == before
    assert [p.name for p in target.parent.iterdir()] == ["graph.html"]


def test_page_without_claims_is_honest() -> None:
    page = render([], [])
    assert "No claims to show" in page
    assert "<table" not in page


def test_page_table_holds_every_claim_up_to_500() -> None:
    claims, articles = nato_race()
    page = Reader(render(claims, articles))
    rows = [attrs["data-claim"] for tag, attrs in page.elements if "data-claim" in attrs]
    assert len(rows) == len(claims)
    text = " ".join(page.words)
    assert all(claim.evidence[0].quote in text for claim in claims)


def test_page_table_of_more_says_how_many() -> None:
    claims, articles = many(10, 10, 5)
    page = render(claims, articles)
    assert page.count("<tr data-claim") == 0
    assert f"the table of its {len(claims)} claims needs it too" in page
    assert len(data_of(page)["told"]["claims"]) == len(claims)  # type: ignore[index]


def test_page_counts_in_the_legend_are_those_of_the_claims() -> None:
    claims, articles = nato_race()
    page = render(claims, articles)
    stated = sum(c.certainty is CERTAIN for c in claims)
    assert re.search(rf'value="certain" checked>.*?<small>{stated}</small>', page, re.S)
    assert re.search(r'value="negative" checked>.*?<small>2</small>', page, re.S)


def test_page_hedge_on_a_card_is_marked_in_words_and_sign() -> None:
    room = Newsroom()
    room.article("A", "Outlet", "2023-06-01")
    claims, articles = nato_race()
    hedged = [c for c in claims if c.certainty is PROBABLE and c.situation.value == "declined"]
    page = render(hedged, articles)
    assert re.search(r'class="chip hedged[^>]*><b class="mark"[^>]*>\?</b>Said to have turned it down', page)


def test_page_quotes_and_labels_are_capped() -> None:
    claims, articles = hostile_page(["x" * 5000])
    found = data_of(render(claims, articles))
    assert max(len(row["name"]) for row in found["nodes"]) <= 80  # type: ignore[attr-defined]
    quotes = [q for c in found["told"]["claims"] for q in c["quotes"]]  # type: ignore[index]
    assert max(len(part) for quote in quotes for part in quote) <= 600


BANNED = (
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
    "setTimeout(\"", "DOMParser", "createContextualFragment", "srcdoc", "setHTML", "fetch(", "XMLHttpRequest",
    "WebSocket", "import(", "localStorage", "http:", "https:",
)  # fmt: skip


@pytest.mark.parametrize("file", sorted((APP / "app").glob("*.js")), ids=lambda f: f.name)
def test_page_script_makes_no_html_and_asks_nobody(file: Path) -> None:
    source = file.read_text(encoding="utf-8").replace('const SVG = "http://www.w3.org/2000/svg"', "")
    assert [word for word in BANNED if word in source] == []
    assert not re.search(r"setAttribute\(\s*[\"'](on|style|src)", source)
    assert len(source.splitlines()) <= 300


def test_page_script_files_give_each_name_once() -> None:
    names = re.findall(r"^(?:async )?(?:function|let|const) (\w+)", assets.script(), re.M)
    assert len(names) > 200
    assert {name for name in names if names.count(name) > 1} == set()  # all share one scope, and the last would win


def test_page_every_script_file_is_in_the_page() -> None:
    assert {f.stem for f in (APP / "app").glob("*.js")} == set(assets.SCRIPTS)


def test_page_style_fetches_nothing() -> None:
    assert not re.search(r"url\(|@import|expression\(", assets.style())


def test_page_template_trusts_only_the_three_constant_parts() -> None:
    template = (APP / "graph.html.j2").read_text(encoding="utf-8")
    assert "|safe" not in template.replace(" ", "")
    assert "autoescape" not in template
    assert re.findall(r"<script[^>]*>\{\{ (\w+) \}\}", template) == ["vis", "script"]


def test_page_refuses_another_vis(monkeypatch: pytest.MonkeyPatch) -> None:
    assets.vis.cache_clear()
    monkeypatch.setattr(assets, "VIS_SHA256", "0" * 64)
    with pytest.raises(KingmakerError, match=re.escape("reinstall pyvis==0.3.2")):
        assets.vis()
    assets.vis.cache_clear()
