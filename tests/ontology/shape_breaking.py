"""Breaks valid examples in one place, to see that the shapes say so."""

from pathlib import Path


def broken(text: str, of: str, old: str, new: str) -> str:
    """Return a Turtle text in which `old` is `new` in the description of the node `of`, which has it once."""
    blocks = text.split("\n\n")
    (place,) = [i for i, block in enumerate(blocks) if block.split()[0] == of]
    assert blocks[place].count(old) == 1
    blocks[place] = blocks[place].replace(old, new)
    return "\n\n".join(blocks)


def stated(file: Path) -> str:
    """Return the message that an invalid example says it must give."""
    return file.read_text().splitlines()[0].removeprefix("# message: ")
