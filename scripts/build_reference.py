#!/usr/bin/env python3
"""Write the reference pages from what the code itself says: `scripts/build_reference.py [--check]`.

docs/cli.md comes from the command's own help, docs/queries.md from the headers of the canned queries,
docs/facts-file.md from the facts file's JSON Schema, docs/ontology.md and ontology/drawing.svg from the
ontology's Turtle. With --check nothing is written: exit code 1 and a diff where a page is not what it
would be.
"""

import argparse
import sys
from pathlib import Path

from reference.checking import differences
from reference.command import cli_page
from reference.drawing import drawing
from reference.facts import facts_page
from reference.ontology import ontology_page
from reference.queries import queries_page

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "graph" / "kingmaker"


def pages() -> dict[Path, str]:
    """Every reference page by the file it belongs in."""
    docs = ROOT / "docs"
    return {
        docs / "cli.md": cli_page(),
        docs / "queries.md": queries_page(),
        docs / "facts-file.md": facts_page(HOUSE / "facts" / "facts.schema.json"),
        docs / "ontology.md": ontology_page(),
        ROOT / "ontology" / "drawing.svg": drawing(),
    }


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a page is out of date")
    checking = parser.parse_args().check
    stale = {file: (text, diff) for file, text in pages().items() if (diff := differences(file, text))}
    for file, (text, diff) in stale.items():
        if checking:
            print("\n".join(diff))
        else:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {file.relative_to(ROOT)}")
    if checking and stale:
        print("these pages are out of date; run scripts/build_reference.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
