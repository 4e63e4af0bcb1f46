"""The job that reads the articles of a library again, carefully: what came in fast becomes as good as it can be."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from timeline_app.domain.extraction import Level
from timeline_app.ingest.executors import WorkerProcesses, worker_count
from timeline_app.ingest.extraction.participants import why_not_careful
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.ingest.pool import Done, run
from timeline_app.library import Library, entry_of
from timeline_app.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from timeline_app.domain.article import Article
    from timeline_app.domain.date_reading import DateReading
    from timeline_app.ingest.executors import NewExecutor
    from timeline_app.library import Entry

_READ_AT_A_TIME = 64
_BATCH_ARTICLES = 50
_BATCH_SECONDS = 2.0
"""A batch is one transaction, and what a cancel can lose."""


@dataclass(frozen=True, slots=True)
class RefineProgress:
    """How far it is: articles done, and all that are to be done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class RefineReport:
    """How many articles were read again; `hindrance` says why none could be, None where nothing stood in the way."""

    refined: int
    hindrance: Message | None = None


def refine_library(
    path: Path,
    *,
    jobs: int | None = None,
    on_progress: Callable[[RefineProgress], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    new_executor: NewExecutor | None = None,
) -> RefineReport:
    """Read the articles that were read by rules alone, or by older rules, again with care, the newest first.

    Before them come those about whose dates the reader has decided since they were read.

    Corrections stay in force. Cancelled, or ended by a crash, it goes on where it was when it is called again; an article that
    cannot be read stays as it is.

    Args:
        path: The library's file.
        jobs: Worker processes; None: half as many as there are cores, for nobody waits for this.
        on_progress: Called with each batch.
        is_cancelled: Asked several times a second.
        new_executor: What takes the place of the worker processes.

    Raises:
        LibraryError: The library cannot be opened or written, or articles are being added to it; what was done before stays.
    """
    asked, tell = is_cancelled or (lambda: False), on_progress or (lambda _: None)
    workers = worker_count(jobs) if jobs is not None else max(1, worker_count() // 2)
    with Library.open(path) as library:
        library.find_wanted(asked)
        readings, total = library.date_readings(), library.count_unrefined()
        if not total:
            return RefineReport(0)
        hindrance: Message | None = None
        refined = done = 0
        batch: list[Entry] = []
        stored_at = time.monotonic()
        tell(RefineProgress(0, total))
        outcomes = run(
            _read,
            _newest_first(library, readings),
            new_executor=new_executor or partial(WorkerProcesses, workers),
            workers=workers,
            is_cancelled=asked,
        )
        with closing(outcomes):
            for outcome in outcomes:
                done += 1
                if isinstance(outcome, Done):
                    if isinstance(outcome.value, Message):
                        hindrance = outcome.value
                        break
                    batch.append(outcome.value)
                if len(batch) >= _BATCH_ARTICLES or time.monotonic() - stored_at > _BATCH_SECONDS:
                    refined += library.refine(batch, readings)
                    batch.clear()
                    stored_at = time.monotonic()
                    tell(RefineProgress(done, total))
        refined += library.refine(batch, readings)
        if refined:
            library.regroup()  # events that near copies tell alike are found anew
        tell(RefineProgress(done, total))
        return RefineReport(refined, hindrance)


class _ToRead(NamedTuple):
    """An article, how its dates are read, and whether it is the reader who wants it read again."""

    article: Article
    dates: DateReading
    is_wanted: bool


def _newest_first(library: Library, readings: Mapping[str, DateReading]) -> Iterator[_ToRead]:
    """Yield the articles as they are asked for, each once, also where it stays as it is."""
    for give, is_wanted in ((library.wanted, True), (library.unrefined, False)):
        before = None
        while found := give(_READ_AT_A_TIME, before):
            for _, article in found:
                yield _ToRead(article, readings.get(article.fingerprint, readings[""]), is_wanted)
            before = found[-1][0]


def _read(wanted: _ToRead) -> Entry | Message:
    """Read an article in a worker process, which alone loads the encoder; say why where that cannot be had.

    What the reader wants read is read all the same, as well as it can be.
    """
    hindrance = None if wanted.is_wanted else why_not_careful(wanted.article.language)
    return hindrance or entry_of(extract(wanted.article, level=Level.CAREFUL, dates=wanted.dates))
