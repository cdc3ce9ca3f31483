"""Opens a page in headless chromium and reports what happened; no driver, only the browser itself."""

import base64
import hashlib
import html
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kingmaker.page import assets

FOUND = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--enable-logging=stderr",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=6000",
]  # fmt: skip
# Runs beside the page in a test's copy alone: notes violations, errors and requests, then does the steps.
_PROBE = """
const notes = { violations: [], errors: [], told: null };
addEventListener("securitypolicyviolation", (event) => {
  notes.violations.push(event.violatedDirective + " " + event.blockedURI);
});
addEventListener("error", (event) => {
  if (!/ResizeObserver/.test(event.message)) notes.errors.push(event.message);
});
const $ = (query) => document.querySelector(query);
const all = (query) => [...document.querySelectorAll(query)];
setTimeout(() => {
  try { notes.told = (() => { STEPS })(); } catch (error) { notes.errors.push(String(error)); }
  notes.pwned = String(window.__pwn);
  notes.requests = performance.getEntriesByType("resource").map((entry) => entry.name);
  setTimeout(() => { document.body.dataset.probe = JSON.stringify(notes); }, 300);
}, 1500);
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page did: the body's state, what the steps returned, and all that went wrong."""

    state: dict[str, str]
    told: Any
    violations: list[str]
    errors: list[str]
    requests: list[str]
    pwned: str
    console: list[str]


def look(page: str, folder: Path, steps: str = "return null;", *, size: str = "1440,900", address: str = "") -> Seen:
    """Open `page` and do `steps` (the body of a function) when it is drawn; return what was seen."""
    probe = _PROBE.replace("STEPS", steps)
    allowed = base64.b64encode(hashlib.sha256(probe.encode()).digest()).decode()
    policy = html.escape(assets.policy()).replace("&#x27;", "&#39;")
    assert page.count(policy) == 1
    copy = page.replace(policy, policy.replace("script-src ", f"script-src &#39;sha256-{allowed}&#39; "))
    # First in the body, so that it hears of everything that comes after it.
    copy = re.sub(r"(<body[^>]*>)", lambda found: f"{found[1]}<script>{probe}</script>", copy, count=1)
    file = folder / "page.html"
    file.write_text(copy, encoding="utf-8")
    assert FOUND
    done = subprocess.run(
        [FOUND, *_FLAGS, f"--window-size={size}", f"--user-data-dir={folder / 'profile'}", "--dump-dom",
         file.as_uri() + address],
        capture_output=True, timeout=90, check=True,
    )  # fmt: skip
    dom = done.stdout.decode("utf-8")
    body = re.search(r"<body([^>]*)>", dom)
    assert body, dom[:500]
    state = {k: html.unescape(v) for k, v in re.findall(r'data-([\w-]+)="([^"]*)"', body[1])}
    notes = json.loads(state.pop("probe"))
    console = [
        line for line in done.stderr.decode("utf-8", "replace").splitlines()
        if ":CONSOLE:" in line and "ResizeObserver" not in line
    ]  # fmt: skip
    return Seen(state, notes["told"], notes["violations"], notes["errors"], notes["requests"], notes["pwned"], console)
