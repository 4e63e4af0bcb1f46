"""What a worker process does with a part of a file: values in, values out. No Qt, no library.

Extraction is loaded with the first article, and so by workers only: whoever starts them knows this module too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue, IssueKind
from timeline_app.domain.date_reading import AS_WRITTEN
from timeline_app.ingest.importers import read
from timeline_app.ingest.pool import failed_on
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.domain.date_reading import DateReading
    from timeline_app.domain.extraction import Extraction
    from timeline_app.ingest.importers import Part


def process(part: Part, *, dates: DateReading = AS_WRITTEN) -> list[Extraction | ImportIssue]:
    """Read the articles of a part and extract what they say; an article on which that fails costs itself only.

    `dates` says what the reader decides about the dates of all of them.
    """
    return [outcome for found in _read(part) for outcome in _outcomes(found, dates)]


def _outcomes(found: Article | ImportIssue, dates: DateReading) -> Iterator[Extraction | ImportIssue]:
    from timeline_app.ingest.extraction.pipeline import MOST_CHARACTERS  # in workers, see above

    yield _extracted(found, dates)
    if isinstance(found, Article) and len(found.body) > MOST_CHARACTERS:
        reason = QT_TRANSLATE_NOOP(
            "Message", "It is very long: events were looked for in its first {count} characters."
        )
        yield ImportIssue(found.source, message(reason, count=MOST_CHARACTERS), IssueKind.NOTED)


def _extracted(found: Article | ImportIssue, dates: DateReading) -> Extraction | ImportIssue:
    from timeline_app.ingest.extraction.pipeline import extract  # in workers, see above

    if isinstance(found, ImportIssue):
        return found
    try:
        return extract(found, dates=dates)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other articles are taken in
        return ImportIssue(found.source, failed_on(error))


def _read(part: Part) -> Iterator[Article | ImportIssue]:
    try:
        yield from read(part)
    except Exception as error:  # noqa: BLE001 - as above
        yield ImportIssue(part.source, failed_on(error))
