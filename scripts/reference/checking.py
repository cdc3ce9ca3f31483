"""How a file differs from what it should be."""

import difflib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def differences(file: Path, wanted: str) -> list[str]:
    """Return the lines of a diff from a file to the text it should have; none if it has it."""
    there = file.read_text(encoding="utf-8") if file.exists() else ""
    inside = file.resolve().is_relative_to(ROOT)
    name = file.resolve().relative_to(ROOT).as_posix() if inside else file.name
    is_and_ought = there.splitlines(), wanted.splitlines()
    lines = difflib.unified_diff(*is_and_ought, name, f"{name} as it should be", lineterm="")
    return list(lines) if there != wanted else []
