"""From files to articles: one importer a format, all in one table (`formats`).

`find_files` walks what the reader named, `split` cuts a file into parts that can be read by themselves, `read` reads one part. What
cannot be read is an `ImportIssue`, never an exception; nothing is written, and nothing but the named files is read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.importers.folders import find_files
from timeline_app.ingest.importers.formats import BY_NAME, recognise
from timeline_app.ingest.importers.opening import UnreadableError, too_large
from timeline_app.ingest.importers.part import Part, printable
from timeline_app.ingest.importers.sample import Sample, sample_of, sample_of_member
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Part", "divide", "find_files", "is_plain", "read", "split"]


def split(path: Path, columns: Mapping[str, tuple[str, ...]] | None = None) -> Iterator[Part | ImportIssue]:
    """Tell a file's format and cut it into parts; lazily, so that a large file is never held as a whole.

    `columns` are what the reader said of the columns of tables, by their signatures.
    """
    try:
        sample = sample_of(path)
    except UnreadableError as error:
        yield ImportIssue(printable(path), error.reason)
        return
    yield from _parts(Part(path, "", size=sample.size, columns=tuple((columns or {}).items())), sample)


def is_plain(path: Path) -> bool:
    """Tell whether nothing in a file can hang or end the process that reads it: libraries that are not Python's may do so."""
    try:
        return recognise(sample_of(path)).is_plain
    except UnreadableError:
        return True  # there is nothing to read


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
    except ImportError as error:
        reason = QT_TRANSLATE_NOOP("Message", "The Python package that reads it is not installed: {name}.")
        yield ImportIssue(part.source, message(reason, name=error.name or str(error)))


def _parts(part: Part, sample: Sample) -> Iterator[Part | ImportIssue]:
    """Cut a file, or a member of an archive, into parts."""
    entry = recognise(sample)
    part = replace(part, format=entry.name)
    try:
        if not sample.head:
            yield ImportIssue(part.source, message(QT_TRANSLATE_NOOP("Message", "It is empty.")))
        elif entry.members is not None:
            for found in entry.members(part):
                if isinstance(found, ImportIssue):
                    yield found
                    continue
                member = replace(part, data=found.data, members=(*part.members, found.name), size=found.size)
                yield from _parts(member, sample_of_member(found.name, found.data, found.size))
        elif entry.read is None:
            reason = QT_TRANSLATE_NOOP("Message", "It is {kind}, which this program does not read.")
            yield ImportIssue(part.source, message(reason, kind=message(entry.name)))
        else:
            yield from entry.split(part, sample)
    except UnreadableError as error:
        yield ImportIssue(part.source, error.reason)


def divide(part: Part) -> list[Part]:
    """Cut a part into parts of one record each; the part itself where it holds only one or cannot be read."""
    try:
        return BY_NAME[part.format].divide(part) or [part]
    except UnreadableError:
        return [part]
