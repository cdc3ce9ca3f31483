"""The page as a reader meets it: its parts under one name each, and what a hand does there."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from browser import Seen
    from playwright.sync_api import Locator, Page


@dataclass(frozen=True, slots=True)
class Screen:
    """The parts of an open page. A change of the page's markup is a change here, and in no test."""

    page: "Page"

    @classmethod
    def of(cls, seen: "Seen") -> "Screen":
        """Return the screen of a page that is open."""
        return cls(seen.page)

    @property
    def rows(self) -> "Locator":
        """The rows of the table of claims."""
        return self.page.locator("#claims tbody tr")

    @property
    def hedged_rows(self) -> "Locator":
        """The rows of claims that are marked as less than sure, denied or not."""
        return self.rows.filter(has=self.page.locator(".mark", has_text="?"))

    @property
    def denied_rows(self) -> "Locator":
        """The rows of claims that are marked as denied."""
        return self.rows.filter(has=self.page.locator(".mark", has_text="×"))

    @property
    def summary(self) -> str:
        """The line below the headline: how many articles, outlets and claims there are."""
        return self.page.locator("header .title p").inner_text()

    @property
    def names(self) -> int:
        """How many names the page knows, drawn or not."""
        return int(self.page.evaluate("() => JSON.parse(document.getElementById('data').textContent).nodes.length"))

    @property
    def chips(self) -> "Locator":
        """The short statements on the race cards."""
        return self.page.locator(".chip[data-claims]")

    @property
    def evidence(self) -> "Locator":
        """The panel with the words behind what is chosen."""
        return self.page.locator("#evidence")

    @property
    def title(self) -> str:
        """The heading of the panel."""
        return self.evidence.locator("h2").inner_text()

    @property
    def counter(self) -> str:
        """The live line that says how many of how many are drawn."""
        return self.page.locator("#counter").inner_text()

    @property
    def back(self) -> "Locator":
        """The way back to the first view; hidden there."""
        return self.page.locator("#back")

    @property
    def busiest(self) -> "Locator":
        """The way from the map of all names to the drawing of the busiest races."""
        return self.page.locator("#busiest")

    @property
    def address(self) -> str:
        """The part of the address that says what is chosen."""
        return str(self.page.evaluate("() => location.hash"))

    def look_for(self, text: str) -> list[str]:
        """Type into the search; return the names it offers."""
        self.page.locator("#find").fill("")
        self.page.locator("#find").press_sequentially(text)
        return self._offers()

    def paste(self, text: str) -> list[str]:
        """Put a text into the search at once; return the names it offers."""
        self.page.locator("#find").fill(text)
        return self._offers()

    def _offers(self) -> list[str]:
        names = "items => items.map((item) => item.firstChild.textContent)"
        return [str(name) for name in self.page.locator("#found li").evaluate_all(names)]

    def find(self, text: str) -> None:
        """Type into the search and click on the first name it offers."""
        self.look_for(text)
        self.page.locator("#found li").first.click()

    def choose_candidate(self, name: str) -> None:
        """Click on the name that heads a candidate's card."""
        self.page.locator(".card .name", has_text=name).first.click()

    def leave_on(self, group: str, *values: str) -> None:
        """Click off all boxes of a group of the legend but these."""
        for box in self.page.locator(f'[name="{group}"]').all():
            if box.get_attribute("value") not in values:
                box.uncheck()

    def sort_by_date(self) -> str:
        """Click on the head of the last column; return how it says the table is sorted."""
        head = self.page.locator("#claims th").last
        head.get_by_role("button").click()
        return str(head.get_attribute("aria-sort"))

    @property
    def cards(self) -> list[tuple[str, str]]:
        """The candidates on the cards of the open races, each with the words of the standing."""
        told = self.page.locator("#races .race[open] .card").evaluate_all(
            "cards => cards.map((card) => [card.querySelector('.name').textContent,"
            " (card.querySelector('.head .chip')?.firstChild.textContent || '').trim()])"
        )
        return [(str(name), str(words)) for name, words in told]

    @property
    def day(self) -> str:
        """The day the page is set to, in words."""
        return self.page.locator("#day").inner_text()

    def set_clock(self, clock: str) -> None:
        """Choose which of a claim's two times the day means."""
        self.page.locator("#clock").select_option(clock)

    def step(self, by: int) -> None:
        """Step back or on through the days on which something is told."""
        for _ in range(abs(by)):
            self.page.locator("#step-back" if by < 0 else "#step-on").click()

    def lane(self, name: str) -> str:
        """What the chart tells of a candidate, in words."""
        return str(self.page.locator(".lane-name", has_text=name).first.get_attribute("aria-label"))

    def exported(self, kind: str) -> bytes:
        """Save the view as `png`, `svg` or `csv`; return the file."""
        self.page.locator("#export summary").click()
        with self.page.expect_download() as download:
            self.page.locator(f'[data-export="{kind}"]').click()
        self.page.keyboard.press("Escape")
        return Path(download.value.path()).read_bytes()
