"""Taking events away: a job as a plain function, which reads a library and writes one file, whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import numpy as np

from timeline_app.domain.event_filter import EventFilter
from timeline_app.errors import ReaderError, UsageError
from timeline_app.exports import english
from timeline_app.exports.event import Heading, exported
from timeline_app.library import Library, is_library
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.snapshots import articles_matching, members_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline_app.domain.event_index import EventIndex
    from timeline_app.exports.event import ExportedEvent, Say
    from timeline_app.exports.formats import Format

_EVENTS_AT_ONCE = 2000
"""Events held in memory. Within so many neighbours in time each article is read once, and articles report what is near them."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written where, and how many events that were asked for have no date and were left out.

    Cancelled, nothing was written.
    """

    path: Path
    events: int
    undated: int
    cancelled: bool = False


class _CancelledError(Exception):
    """The reader asked to stop."""


def export(
    library_path: Path,
    path: Path,
    format: Format,  # noqa: A002 - the word of the command
    wanted: EventFilter | Sequence[int],
    *,
    overwrite: bool = False,
    say: Say = english.say,
    is_cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write the dated events of a library into a file, in the order of time.

    The file appears when it is complete; memory does not grow with the number of events beyond the index's 40 bytes each.

    Args:
        library_path: The library, which is only read.
        path: The file to be written.
        format: How.
        wanted: A filter, or ids of events.
        overwrite: Whether the reader wants a file of that name replaced.
        say: How sentences become text; English unless the window says otherwise.
        is_cancelled: Asked several times a second.

    Raises:
        UsageError: There is a file of that name, and nobody said that it may be replaced; or it is a library.
        LibraryError: The library cannot be read.
        ReaderError: The file cannot be written; nothing is left there.
    """
    asked = is_cancelled or (lambda: False)
    with Library.open(library_path, read_only=True) as library:
        index, undated = _choose(library, wanted)
        heading = Heading(library_path.stem, len(index), undated, datetime.now(UTC))
        try:
            with whole_file(path, overwrite=overwrite) as file:
                for piece in format.write(_events(library, index, say, asked), heading, say):
                    file.write(piece)
        except _CancelledError:
            return ExportReport(path, 0, 0, cancelled=True)
    return ExportReport(path, len(index), undated)


def _choose(library: Library, wanted: EventFilter | Sequence[int]) -> tuple[EventIndex, int]:
    """Return the events to write, and how many others were asked for but have no date."""
    index = library.load_index()
    if not isinstance(wanted, EventFilter):
        ids = np.unique(np.asarray(wanted, dtype=np.int64))
        chosen = index.take(index.rows_of(ids))
        return chosen, len(library.summaries(np.setdiff1d(ids, chosen.ids).tolist()))
    matching, members = articles_matching(library, wanted), members_of(library, wanted)
    # Whatever else is asked for: when they happened nobody knows.
    undated = replace(wanted, after=None, before=None).mask(library.load_undated(), matching, members)
    return index.take(wanted.mask(index, matching, members)), int(np.count_nonzero(undated))


def _events(library: Library, index: EventIndex, say: Say, is_cancelled: Callable[[], bool]) -> Iterator[ExportedEvent]:
    """Yield events in order, some at a time, with each article read once for those of it that are among them."""
    for first in range(0, len(index), _EVENTS_AT_ONCE):
        rows = range(first, min(first + _EVENTS_AT_ONCE, len(index)))
        of_article: dict[int, list[int]] = {}
        for row in rows:
            of_article.setdefault(int(index.articles[row]), []).append(row)
        events: dict[int, ExportedEvent] = {}
        for article_id, its_rows in of_article.items():
            if is_cancelled():
                raise _CancelledError
            stored = library.article(article_id)
            by_id = {event.id: event for event in reversed(stored.events)}
            for row in its_rows:
                events[row] = exported(stored, by_id[int(index.ids[row])], index.period(row), say)
        for row in rows:
            yield events[row]


@contextmanager
def whole_file(path: Path, *, overwrite: bool) -> Iterator[TextIO]:
    """Open a file for UTF-8 text that takes its name only when it is complete and on the disk; else nothing is left.

    Raises:
        UsageError: There is such a file, and it is not to be replaced; or it is a library, which is never replaced.
        ReaderError: It cannot be written.
    """
    target = Path(os.path.realpath(path))  # through a link, to the file that it stands for
    _refuse(target, overwrite=overwrite)
    draft = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        try:
            with draft.open("x", encoding="utf-8", errors="surrogatepass", newline="") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _refuse(target, overwrite=overwrite)  # it may have come into being meanwhile
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReaderError(
            message(QT_TRANSLATE_NOOP("Message", "{path} cannot be written: {reason}"), path=str(path), reason=reason)
        ) from error


def _refuse(target: Path, *, overwrite: bool) -> None:
    if target.is_file() and is_library(target):
        raise UsageError(
            message(QT_TRANSLATE_NOOP("Message", "{path} is a library and is not written over"), path=str(target))
        )
    if target.exists() and not (overwrite and target.is_file()):
        raise UsageError(
            message(QT_TRANSLATE_NOOP("Message", "{path} is there already and stays as it is"), path=str(target))
        )
