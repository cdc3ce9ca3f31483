"""Many readers or one writer: a lock file beside the quads, kept by the system, gone with the process."""

import fcntl
import os
from pathlib import Path

from kingmaker.errors import StoreError


class Lock:
    """A shared (readers) or exclusive (writer) lock on a store; raises StoreError if it cannot be had."""

    def __init__(self, file: Path, *, shared: bool) -> None:
        self._handle = _opened(file, shared=shared)
        try:
            fcntl.flock(self._handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._handle)
            who = _holders(file)
            problem = "being written" if shared else "in use"
            raise StoreError(f"{file.parent} is {problem} by {who}; try again when it is done") from None

    def release(self) -> None:
        """Give the lock back; doing so twice is harmless."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _opened(file: Path, *, shared: bool) -> int:
    flags = os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT
    try:
        return os.open(file, flags | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(f"{file.parent}: {error.strerror}; check that you may use this folder") from error


def _holders(file: Path) -> str:
    """Name the processes that hold the lock, as far as the system tells."""
    try:
        inode = f":{file.stat().st_ino}"
        lines = [line.split() for line in Path("/proc/locks").read_text(encoding="ascii").splitlines()]
        pids = {words[4] for words in lines if words[1] == "FLOCK" and words[5].endswith(inode)}
    except (OSError, IndexError):
        return "another process"
    return " and ".join(f"process {pid}{_name(pid)}" for pid in sorted(pids)) or "another process"


def _name(pid: str) -> str:
    if pid == str(os.getpid()):
        return " (this one)"
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return ""
    words = [Path(command[0]).name, *command[1:]]
    return f" ({' '.join(filter(None, words))[:60]})"
