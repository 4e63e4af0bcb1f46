"""What a worker process does with a part of a file: values in, values out. No Qt, no library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.ingest.importers import read
from timeline_app.ingest.pool import failed_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.domain.extraction import Extraction
    from timeline_app.ingest.importers import Part


def process(part: Part, *, day_first: bool | None = None) -> list[Extraction | ImportIssue]:
    """Read the articles of a part and extract what they say; an article on which that fails costs itself only.

    `day_first` says whether 03/04/2023 is 3 April where an article itself does not decide; None leaves it to the language's habit.
    """
    return [_extracted(found, day_first) for found in _read(part)]


def _extracted(found: Article | ImportIssue, day_first: bool | None) -> Extraction | ImportIssue:
    if isinstance(found, ImportIssue):
        return found
    try:
        return extract(found, day_first=day_first)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other articles are taken in
        return ImportIssue(found.source, failed_on(error))


def _read(part: Part) -> Iterator[Article | ImportIssue]:
    try:
        yield from read(part)
    except Exception as error:  # noqa: BLE001 - as above
        yield ImportIssue(part.source, failed_on(error))
