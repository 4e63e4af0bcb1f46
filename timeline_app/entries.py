"""What a worker process gives back of a part of a file: entries, which need only to be written down.

A module of its own, because a worker loads what it runs and nothing beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.article import ImportIssue
from timeline_app.ingest.importers.part import printable
from timeline_app.ingest.pool import failed_on
from timeline_app.library.entry import entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline_app.domain.extraction import Extraction
    from timeline_app.ingest.importers import Part
    from timeline_app.library.entry import Entry


def entries(process: Callable[[Part], Sequence[Extraction | ImportIssue]], part: Part) -> Sequence[Entry | ImportIssue]:
    """Do all of the work on a part that needs no library: what comes back to the writing process is ready to be written."""
    file = printable(part.path)
    return [found if isinstance(found, ImportIssue) else _entry(found, file) for found in process(part)]


def _entry(extraction: Extraction, file: str) -> Entry | ImportIssue:
    try:
        return entry_of(extraction, file)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other articles are taken in
        return ImportIssue(extraction.article.source, failed_on(error))
