"""A stream whose beginning can be looked at before it is read: files and standard input alike."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from kingmaker.errors import InputError

HEAD = 65_536  # enough to tell what a file is


class Stream:
    """Bytes with their first part, `head`, in sight; nothing is read further than asked for."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self.head = raw.read(HEAD)
        self._unread = BytesIO(self.head)

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes."""
        part = self._unread.read(size)
        return part if len(part) == size else part + self._raw.read(size - len(part))

    def all(self, limit: int, where: str) -> bytes:
        """Return everything; raises InputError if that is more than `limit` bytes."""
        data = self.read(limit + 1)
        if len(data) > limit:
            raise InputError(where, f"larger than {limit // 1_000_000} MB, which no article is",
                             "split it into its articles, one a file or as JSON Lines")  # fmt: skip
        return data

    def lines(self, limit: int) -> Iterator[bytes]:
        """Yield the lines; a line longer than `limit` comes cut off, and is the last."""
        while line := self._line(limit + 1):
            yield line
            if len(line) > limit:
                return

    def _line(self, size: int) -> bytes:
        part = self._unread.readline(size)
        if part.endswith(b"\n") or len(part) == size:
            return part
        return part + self._raw.readline(size - len(part))
