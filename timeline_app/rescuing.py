"""Saving what can be read of a damaged library, as a plain function for a job."""

from __future__ import annotations

from concurrent.futures import TimeoutError as NotYetError
from itertools import count
from typing import TYPE_CHECKING

from timeline_app.ingest.executors import WorkerProcesses
from timeline_app.library.repair import RepairReport, repair

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_ASK_SECONDS = 0.1


def save_beside(path: Path, *, is_cancelled: Callable[[], bool] | None = None) -> tuple[Path, RepairReport] | None:
    """Save what can be read of the library at `path` into a new one beside it, in a process of its own.

    This process may have the library open, and reading the file otherwise than by SQLite would drop the locks on it.

    Returns:
        Where the new library is, and what was saved; None where it was cancelled, and nothing is left.

    Raises:
        LibraryError: There is nothing of a library in the file, another program is adding to it, or there is no room.
    """
    out = _free_name(path)
    with WorkerProcesses(1) as workers:
        saving = workers.submit(_save, path, out)
        while True:
            try:
                return out, saving.result(_ASK_SECONDS)
            except NotYetError:
                if is_cancelled is not None and is_cancelled():
                    workers.kill()
                    break
    for left in out.parent.glob(f"{out.name}*"):
        left.unlink()
    return None


def _save(path: Path, out: Path) -> RepairReport:
    from timeline_app.ingest.extraction.pipeline import extract  # in the process that needs it

    return repair(path, out, extract=extract)


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem} (repaired{'' if n == 1 else f' {n}'}){path.suffix}") for n in count(1))
    return next(name for name in names if not name.exists())
