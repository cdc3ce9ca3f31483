"""The little Markdown that all pages share."""

from collections.abc import Iterable

MADE = "<!-- Written by scripts/build_reference.py; change the source and run it again. -->"


def page(title: str, lead: str, parts: Iterable[str]) -> str:
    """A reference page: title, a sentence of introduction, and its parts with a blank line between."""
    return "\n\n".join([f"# {title}", MADE, lead, *(part.strip("\n") for part in parts)]) + "\n"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table, or nothing where there are no rows."""
    lines = [" | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) for row in rows]
    rule = " | ".join("---" for _ in head)
    return "\n".join(f"| {line} |" for line in [" | ".join(head), rule, *lines]) if lines else ""
