#!/usr/bin/env python3
"""Measure what kingmaker costs: `scripts/benchmark.py startup`.

startup: the processor time of `kingmaker --help` against the --help of the smallest typer app with three
verbs. The two run in turn and the best run of each counts, so that a busy machine disturbs both alike.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass

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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["startup"])
    parser.add_argument("--runs", type=int, default=7, help="runs of each command (default 7)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    found = startup(args.runs)
    if args.json:
        print(json.dumps({**asdict(found), "ratio": found.ratio, "limit": LIMIT}))
    else:
        print(f"kingmaker --help         {found.kingmaker * 1000:6.0f} ms of processor time")
        print(f"three-verb typer --help  {found.minimal * 1000:6.0f} ms")
        print(f"ratio                    {found.ratio:6.2f} (limit {LIMIT})")
    return 0 if found.ratio <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
