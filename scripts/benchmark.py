#!/usr/bin/env python3
"""Measure what kingmaker costs: `scripts/benchmark.py startup`, `extract`, `queries` or `page`.

startup: the processor time of `kingmaker --help` against the --help of the smallest typer app with three
verbs. The two run in turn and the best run of each counts, so that a busy machine disturbs both alike.

extract: the processor time of the whole extraction against the bare spaCy pipeline over the same
paragraphs, on the annotated articles of the tests, in turn in one process; and the most memory in use after
each of the article set's repetitions, which must not grow with their number.

queries: the processor time of the shipped questions on synthetic stores of 100,000 and 1,000,000 quads, with
the parameters of their examples and with as few as may be. The stores are made once and kept in --folder.

page: the time to the first drawing of graph.html in chromium, beside that of the page which pyvis writes of the
same graph by itself, at 100, 500 and 2,000 nodes; and of graph.html alone at 5,000 and 20,000, with the time of
a frame while it is dragged.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "articles"
LAYERS = 1.15  # the whole extraction may cost at most this many times the bare pipeline
MB = 1024 if sys.platform == "linux" else 1024 * 1024  # what ru_maxrss counts in
LIMIT = 1.5  # `kingmaker --help` may cost at most this many times the minimal app's

MINIMAL = """
import typer
app = typer.Typer()
@app.command()
def one(name: str) -> None:
    "Do one thing."
@app.command()
def two(name: str, loud: bool = False) -> None:
    "Do another thing."
@app.command()
def three(count: int = 3) -> None:
    "Do a third thing."
app()
"""
OURS = "from kingmaker.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Startup:
    """Best processor times in seconds of the two commands' --help."""

    kingmaker: float
    minimal: float

    @property
    def ratio(self) -> float:
        """How many times the minimal app's cost kingmaker's is."""
        return self.kingmaker / self.minimal


def help_seconds(program: str) -> float:
    """Run a Python program with --help in a process of its own; user and system time in seconds."""
    process = subprocess.Popen([sys.executable, "-c", program, "--help"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"--help ended with exit code {process.returncode}; run it by hand to see why")
    return usage.ru_utime + usage.ru_stime


def startup(runs: int = 7) -> Startup:
    """Measure both commands `runs` times in turn, after one run each to warm the file cache."""
    for program in (OURS, MINIMAL):
        help_seconds(program)
    pairs = [(help_seconds(OURS), help_seconds(MINIMAL)) for _ in range(runs)]
    return Startup(min(ours for ours, _ in pairs), min(minimal for _, minimal in pairs))


@dataclass(frozen=True, slots=True)
class Extraction:
    """Best processor times in seconds over one article set, and peak memory in MB after each repetition."""

    articles: int
    words: int
    bare: float
    whole: float
    memory: tuple[int, ...]

    @property
    def ratio(self) -> float:
        """How many times the bare pipeline's cost the whole extraction's is."""
        return self.whole / self.bare


def extraction(runs: int = 5) -> Extraction:
    """Measure the bare pipeline and the extraction `runs` times in turn, after one of each to warm up."""
    from kingmaker.articles import blocks
    from kingmaker.evaluation import read_gold
    from kingmaker.pipeline import extract
    from kingmaker.text.parse import BATCH, DEFAULT_MODEL, model

    articles = [gold.article() for gold in read_gold(GOLD)]
    texts = [[b.text for b in blocks(article) if b.role != "furniture"] for article in articles]
    nlp = model(DEFAULT_MODEL)
    bare, whole, memory = [], [], []
    for run in range(runs + 1):
        started = time.process_time()
        for paragraphs in texts:
            list(nlp.pipe(paragraphs, batch_size=BATCH))
        between = time.process_time()
        for article in articles:
            extract(article)
        if run:
            bare.append(between - started)
            whole.append(time.process_time() - between)
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MB)
    words = sum(len(text.split()) for paragraphs in texts for text in paragraphs)
    return Extraction(len(articles), words, min(bare), min(whole), tuple(memory))


def show_startup(runs: int, as_json: bool) -> int:
    """Print what starting up costs; 1 if it is over the limit."""
    found = startup(runs)
    if as_json:
        print(json.dumps({**asdict(found), "ratio": found.ratio, "limit": LIMIT}))
    else:
        print(f"kingmaker --help         {found.kingmaker * 1000:6.0f} ms of processor time")
        print(f"three-verb typer --help  {found.minimal * 1000:6.0f} ms")
        print(f"ratio                    {found.ratio:6.2f} (limit {LIMIT})")
    return 0 if found.ratio <= LIMIT else 1


def show_extraction(runs: int, as_json: bool) -> int:
    """Print what extraction costs; 1 if our own layers cost more than they may."""
    found = extraction(runs)
    if as_json:
        print(json.dumps({**asdict(found), "ratio": found.ratio, "limit": LAYERS}))
    else:
        print(f"{found.articles} articles, {found.words} words")
        print(f"bare pipeline     {found.bare:6.2f} s of processor time, {found.words / found.bare:6.0f} words/s")
        print(f"whole extraction  {found.whole:6.2f} s, {found.words / found.whole:6.0f} words/s")
        print(f"ratio             {found.ratio:6.2f} (limit {LAYERS})")
        print(f"peak memory after each repetition: {', '.join(map(str, found.memory))} MB")
    return 0 if found.ratio <= LAYERS else 1


def show_queries(runs: int, as_json: bool, folder: Path) -> int:
    """Print what the shipped questions cost; 1 if one is slower, or grows faster, than it may."""
    from query_speed import GROWTH, SECONDS, costs, table

    small, large = 100_000, 1_000_000
    found = costs(folder, small, large, runs)
    if as_json:
        rows = [
            {"question": c.question.name, "given": c.given, "rows": c.rows, "small": c.small, "large": c.large,
             "ratio": c.ratio, "heavy": c.question.heavy} for c in found
        ]  # fmt: skip
        print(json.dumps({"queries": rows, "growth": GROWTH, "seconds": SECONDS}))
    else:
        print(table(found, small, large))
    return 0 if all(cost.passes for cost in found) else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["startup", "extract", "queries", "page"])
    parser.add_argument("--runs", type=int, default=5, help="runs of each (default 5)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--folder", type=Path, default=Path("output/benchmark"), help="where stores and pages are kept")
    args = parser.parse_args()
    if args.what in ("queries", "page"):
        args.folder.mkdir(parents=True, exist_ok=True)
        if args.what == "queries":
            return show_queries(args.runs, args.json, args.folder)
        from page_speed import show_page

        return show_page(args.runs, args.json, args.folder)
    show = {"startup": show_startup, "extract": show_extraction}[args.what]
    return show(args.runs, args.json)


if __name__ == "__main__":
    raise SystemExit(main())
