"""Reading files that are asked about one by one: by a command, or to hold an export against them."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest import importers
from timeline_app.ingest.executors import InThisProcess, WorkerProcesses
from timeline_app.ingest.pool import Lost, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from timeline_app.ingest.importers import Part


def read_part(part: Part) -> list[Article | ImportIssue]:
    """Read the articles of a part, all at once."""
    return list(importers.read(part))


def read_files(
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    read: Callable[[Part], Sequence[Article | ImportIssue]] = read_part,
) -> Iterator[tuple[Path, Article | ImportIssue]]:
    """Yield what is in files, each with its file, the articles in their order.

    What may hang or end the process that reads it is read by worker processes, as in an import: such a file costs itself only.

    Args:
        paths: Files, not folders.
        jobs: Worker processes; None: one a core.
        read: What is done with a part.
    """
    files = list(paths)
    is_plain = all(map(importers.is_plain, files))
    unread: deque[tuple[Path, ImportIssue]] = deque()

    def parts() -> Iterator[Part]:
        for path in files:
            for part in importers.split(path):
                if isinstance(part, ImportIssue):
                    unread.append((path, part))
                else:
                    yield part

    executor = InThisProcess if is_plain else partial(WorkerProcesses, jobs)
    outcomes = run(read, parts(), new_executor=executor, workers=jobs, ordered=True, divide=importers.divide)
    with closing(outcomes):
        for outcome in outcomes:
            while unread:
                yield unread.popleft()
            path = outcome.task.path
            if isinstance(outcome, Lost):
                yield path, ImportIssue(outcome.task.source, outcome.reason)
            else:
                yield from ((path, found) for found in outcome.value)
    yield from unread
