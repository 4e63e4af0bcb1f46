"""From files to articles: one importer a format, all in one table (`formats`).

`find_files` walks what the reader named, `split` cuts a file into parts that can be read by themselves, `read` reads one part. What
cannot be read is an `ImportIssue`, never an exception; nothing is written, and nothing but the named files is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.importers.folders import find_files
from timeline_app.ingest.importers.formats import BY_NAME, recognise
from timeline_app.ingest.importers.opening import UnreadableError, too_large
from timeline_app.ingest.importers.part import Part, printable
from timeline_app.ingest.importers.sample import sample_of
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Part", "divide", "find_files", "read", "split"]


def split(path: Path) -> Iterator[Part | ImportIssue]:
    """Tell a file's format and cut it into parts; lazily, so that a large file is never held as a whole."""
    try:
        sample = sample_of(path)
        entry = recognise(sample)
        if not sample.head:
            yield ImportIssue(printable(path), message(QT_TRANSLATE_NOOP("Message", "It is empty.")))
        elif entry.read is None:
            reason = QT_TRANSLATE_NOOP("Message", "It is {kind}, which this program does not read.")
            yield ImportIssue(printable(path), message(reason, kind=message(entry.name)))
        else:
            yield from entry.split(path, entry.name, sample)
    except UnreadableError as error:
        yield ImportIssue(printable(path), error.reason)


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read the articles of a part."""
    importer = BY_NAME[part.format].read
    assert importer is not None
    try:
        yield from importer(part)
    except UnreadableError as error:
        yield ImportIssue(part.source, error.reason)
    except MemoryError:
        yield ImportIssue(part.source, too_large())


def divide(part: Part) -> list[Part]:
    """Cut a part into parts of one record each; the part itself where it holds only one or cannot be read."""
    try:
        return BY_NAME[part.format].divide(part) or [part]
    except UnreadableError:
        return [part]
