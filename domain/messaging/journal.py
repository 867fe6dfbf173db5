"""A worker's own memory of how far each hand-over came, which outlives a `kill -9` of the worker.

A line goes to the file right before the point of no return, and another when the answer is there. Writes reach the
kernel at once; they survive the end of this process, not that of the machine.
"""

import errno
import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from domain.kernel.row import new_id

ABOUT_TO, SENT, NOT_SENT = b"about-to", b"sent", b"not-sent"
_LINE = re.compile(rb"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (about-to|sent|not-sent)\n")


class Journal:
    """One file, which nobody else writes for as long as we live."""

    def __init__(self, path: Path, file: int) -> None:
        self._path, self._file = path, file
        self.name = path.stem

    def about_to(self, delivery_id: UUID) -> None:
        self._write(delivery_id, ABOUT_TO)

    def answered(self, delivery_id: UUID, *, sent: bool) -> None:
        self._write(delivery_id, SENT if sent else NOT_SENT)

    def marks(self) -> dict[UUID, bytes]:
        """The last mark of each delivery; a line that was cut off says nothing, and takes no other with it."""
        return {UUID(delivery.decode()): mark for delivery, mark in _LINE.findall(self._path.read_bytes())}

    def clear(self) -> None:
        """Once the database knows all of it."""
        os.ftruncate(self._file, 0)

    def _write(self, delivery_id: UUID, mark: bytes) -> None:
        line = f"{delivery_id} ".encode() + mark + b"\n"
        if os.write(self._file, line) < len(line):
            raise OSError(errno.ENOSPC, "the journal has no room")


@contextmanager
def kept_in(folder: Path) -> Iterator[Journal]:
    """The journal of a worker that is gone, to be taken up where it ended, or a new one."""
    folder.mkdir(parents=True, exist_ok=True)
    left = (taken for path in sorted(folder.glob("*.journal")) if (taken := _taken(path)))
    journal = next(left, None) or _taken(folder / f"{new_id()}.journal")
    assert journal is not None
    try:
        yield journal
    finally:
        os.close(journal._file)  # noqa: SLF001 - its lock goes with it


def _taken(path: Path) -> Journal | None:
    file = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        return None
    return Journal(path, file)
