"""axe-core finds nothing serious on the page: light, dark, on a phone, and with parts of it open."""

import warnings
from pathlib import Path
from typing import Any

import pytest
from articles_for_pages import many, nato_race
from browser import Look, Seen, in_browser
from screen import Screen

from kingmaker.page import render

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WANTED = "NO AXE: the page's accessibility was not checked; run `npm ci --prefix tests/page` to check it"
if not AXE.exists():
    warnings.warn(WANTED, stacklevel=1)

pytestmark = [*in_browser, pytest.mark.skipif(not AXE.exists(), reason=WANTED)]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DARK = {"color_scheme": "dark"}


def serious(seen: Seen) -> list[str]:
    """Run axe-core on an open page; return what it finds serious or worse, with where it found it."""
    seen.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = seen.page.evaluate("() => axe.run({ resultTypes: ['violations'] })")
    assert len(found["passes"]) > 20  # it did look
    bad = [rule for rule in found["violations"] if rule["impact"] in ("serious", "critical")]
    return [f"{rule['id']}: {rule['help']}: {node['html'][:200]}" for rule in bad for node in rule["nodes"][:3]]


@pytest.fixture(scope="module")
def page() -> str:
    (claims, articles), (more, others) = nato_race(), many(2, 2, 1)
    return render(claims + more, articles + others)


@pytest.mark.parametrize("how", [{}, DARK, PHONE, PHONE | DARK], ids=["light", "dark", "phone", "dark-phone"])
def test_accessible_page_has_no_serious_fault(look: Look, page: str, how: dict[str, Any]) -> None:
    seen = look(page, **how)
    assert serious(seen) == []
    screen = Screen.of(seen)
    screen.choose_candidate("Ben Wallace")
    screen.look_for("wal")
    assert "Wallace" in screen.title
    assert serious(seen) == []  # with the evidence and the list of names open


def test_accessible_filtered_page_has_no_serious_fault(look: Look, page: str) -> None:
    seen = look(page)
    Screen.of(seen).leave_on("certainty", "certain")
    assert serious(seen) == []


def test_accessible_page_without_claims_has_no_serious_fault(look: Look) -> None:
    assert serious(look(render([], []))) == []


def test_accessible_check_finds_a_fault(look: Look) -> None:
    seen = look(render(*nato_race()))
    seen.page.evaluate(
        "() => { for (const name of ['aria-label', 'title']) document.querySelector('#theme').removeAttribute(name); }"
    )
    seen.page.evaluate("() => { document.querySelector('#theme').textContent = ''; }")
    assert any(fault.startswith("button-name") for fault in serious(seen))
