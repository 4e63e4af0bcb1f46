"""Ending what hangs in code that is not Python's: nothing but the end of its process stops a library that reads documents."""

from __future__ import annotations

import faulthandler
import os
from contextlib import contextmanager
from multiprocessing import parent_process
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End this worker process where what is inside takes longer; the pool reports its file and goes on with another.

    In a process that is no worker nothing is ended: whatever may hang is read by workers only (`importers.is_plain`).
    """
    if parent_process() is None:
        yield
        return
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - the other end of a file descriptor
        # Not a thread of Python's, which may wait for ever for what hangs to let go of the interpreter.
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
