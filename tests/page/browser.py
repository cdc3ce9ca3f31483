"""Opens pages exactly as they were written in headless chromium, and notes what must not happen there."""

import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FOUND = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if FOUND is None:
    warnings.warn("NO BROWSER: graph.html was not opened; install chromium to test it", stacklevel=1)

in_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(
        FOUND is None, reason="NO BROWSER: the page was not opened; install chromium to run these tests"
    ),
]

FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"]
# Beside the page before anything of it runs; what it has to tell goes to the console, which outlives a reload.
_TELL = """
addEventListener("securitypolicyviolation", (event) => {
  console.error("VIOLATION " + event.violatedDirective + " " + event.blockedURI);
});
Object.defineProperty(window, "__pwn", { set(value) { console.error("RAN " + value); } });
"""
READY = 'body[data-state="drawn"], body[data-state="empty"]'


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that is open, and all that went wrong on it so far."""

    page: "Page"
    _heard: list[str] = field(default_factory=list)

    def notes(self) -> list[str]:
        """Return requests, violations, errors and warnings, and scripts of articles that ran."""
        # A violation is told a moment after it happened.
        self.page.evaluate("() => new Promise((done) => setTimeout(done, 30))")
        return list(self._heard)

    @property
    def state(self) -> dict[str, str]:
        """What the page tells of its state on its body."""
        return dict(self.page.evaluate("() => ({ ...document.body.dataset })"))

    def again(self, address: str) -> None:
        """Load the page anew, at the part of the address from "#" on."""
        self.page.goto(self.page.url.partition("#")[0] + address)
        self.page.reload()  # another "#" alone loads nothing
        self.page.wait_for_selector(READY, state="attached")


class Look(Protocol):
    """Opens a page, given as HTML or as the file it was written to."""

    def __call__(self, page: str | Path, address: str = "", *, loud: bool = False, **context: Any) -> Seen:
        """`address` is the part from "#" on, `context` what Playwright's new_context takes.

        At the end of the test the page must have kept quiet, unless it is opened as `loud`.
        """


@contextmanager
def launched() -> Iterator["Browser"]:
    """Run a chromium that finds no other machine."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=FOUND, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def opened(context: "BrowserContext", file: Path, address: str = "", *, script: bool = True) -> Seen:
    """Open a file in a context of its own and wait until it is drawn."""
    seen = Seen(context.new_page())
    own = file.as_uri()
    context.on("console", lambda said: seen._heard.append(said.text) if said.type in ("error", "warning") else None)
    context.on("weberror", lambda raised: seen._heard.append(f"ERROR {raised.error}"))
    context.on("request", lambda asked: seen._heard.append(f"REQUEST {asked.url}") if asked.url != own else None)
    context.add_init_script(_TELL)
    seen.page.goto(own + address)
    if script:
        seen.page.wait_for_selector(READY, state="attached")
    return seen
