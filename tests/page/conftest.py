"""Makes the builders of test pages importable by name, and lends the tests a browser."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from browser import Look, Seen, launched, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One browser for all tests of a process: starting it costs as much as several of them."""
    with launched() as found:
        yield found


@pytest.fixture
def look(browser: "Browser", tmp_path: Path) -> Iterator[Look]:
    """Opens pages, each in a context that no other has touched, and holds them to their silence in the end."""
    quiet: list[Seen] = []
    with ExitStack() as contexts:

        def open_(page: str | Path, address: str = "", *, loud: bool = False, **how: Any) -> Seen:
            file = page if isinstance(page, Path) else tmp_path / f"page-{len(quiet)}.html"
            if isinstance(page, str):
                file.write_bytes(page.encode("utf-8"))
            how = {"viewport": {"width": 1440, "height": 900}, "offline": True, "service_workers": "block"} | how
            context = browser.new_context(**how)
            contexts.callback(context.close)
            context.set_default_timeout(10_000)
            seen = opened(context, file, address, script=how.get("java_script_enabled", True))
            if not loud:
                quiet.append(seen)
            return seen

        yield open_
        assert [note for seen in quiet for note in seen.notes()] == []
