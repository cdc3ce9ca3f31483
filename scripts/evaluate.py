#!/usr/bin/env python3
"""Extract from gold articles and score what comes out: `scripts/evaluate.py GOLD_DIR...`.

A gold article is NAME.txt with NAME.json beside it (title, publisher, published, entities, facts). The
articles go through `kingmaker extract -` as records, and the facts to the scorer, a program called as
`score.py GOLD_DIR FACTS.jsonl`; by default the score.py in GOLD_DIR or in the folder that holds it.
Exit codes: 0 scored, 1 an article was refused or the scorer failed, 2 wrong usage.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path


def gold_files(folder: Path) -> Iterator[Path]:
    """Every annotated article's JSON file under a folder, in order of path."""
    for file in sorted(folder.rglob("*.json")):
        if file.with_suffix(".txt").exists() and "facts" in json.loads(file.read_text(encoding="utf-8")):
            yield file


def record(file: Path) -> str:
    """The article of a gold file as one line of JSON, with nothing of its annotation but the header."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    fields = {
        "path": f"{file.stem}.txt",
        "title": gold.get("title") or None,
        "publisher": gold.get("publisher") or None,
        "published": gold["published"].rstrip("~?"),
        "text": file.with_suffix(".txt").read_text(encoding="utf-8"),
    }
    return json.dumps(fields, ensure_ascii=False)


def scorer_of(folder: Path, given: Path | None) -> Path | None:
    """The scorer to call for a gold folder: the one given, or the nearest score.py."""
    nearest = [folder / "score.py", folder.resolve().parent / "score.py"]
    return next((file for file in ([given] if given else nearest) if file.is_file()), None)


def extract(files: list[Path], facts: Path) -> int:
    """Write the facts of the gold articles to a file; the exit code of `kingmaker extract`."""
    records = "".join(f"{record(file)}\n" for file in files)
    command = [sys.executable, "-m", "kingmaker", "extract", "-"]
    started = time.perf_counter()
    with facts.open("w", encoding="utf-8") as out:
        done = subprocess.run(command, input=records, stdout=out, text=True, encoding="utf-8")
    print(f"{len(files)} articles in {time.perf_counter() - started:.1f} s", file=sys.stderr)
    return done.returncode


def evaluate(folder: Path, facts: Path, scorer: Path, options: list[str]) -> bool:
    """Extract from one gold folder and print the scorer's table; whether both went well."""
    files = list(gold_files(folder))
    if not files:
        print(f"{folder}: no gold articles here; each is NAME.txt with NAME.json beside it", file=sys.stderr)
        return False
    code = extract(files, facts)
    if code not in (0, 1):
        print(f"{folder}: `kingmaker extract -` ended with exit code {code}", file=sys.stderr)
        return False
    scored = subprocess.run([sys.executable, str(scorer), str(folder), str(facts), *options])
    return code == scored.returncode == 0


def arguments() -> argparse.ArgumentParser:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("gold", type=Path, nargs="+", metavar="GOLD_DIR")
    parser.add_argument("--scorer", type=Path, help="the scorer to call instead of the nearest score.py")
    parser.add_argument("--facts", type=Path, metavar="DIR", help="keep each folder's facts in DIR")
    parser.add_argument("--errors", action="store_true", help="list each miss and each wrong fact on stderr")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    return parser


def main() -> int:
    parser = arguments()
    args = parser.parse_args()
    scorers: dict[Path, Path] = {}
    for folder in args.gold:
        if not folder.is_dir():
            parser.error(f"{folder} is not a folder")
        nearest = scorer_of(folder, args.scorer)
        if nearest is None:
            parser.error(f"no score.py in {folder} or beside it; name one with --scorer")
        scorers[folder] = nearest
    options = [flag for flag in ("--errors", "--json") if getattr(args, flag[2:])]
    well = True
    with tempfile.TemporaryDirectory() as scratch:
        kept = args.facts or Path(scratch)
        kept.mkdir(parents=True, exist_ok=True)
        for folder, scorer in scorers.items():
            print(f"== {folder}", file=sys.stderr, flush=True)
            well &= evaluate(folder, kept / f"{folder.resolve().name}.jsonl", scorer, options)
    return 0 if well else 1


if __name__ == "__main__":
    raise SystemExit(main())
