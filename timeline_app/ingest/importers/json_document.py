"""A JSON document: one article, a list of them, or an answer with such a list in it ({"articles": [...]})."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import read_fields
from timeline_app.ingest.importers.json_records import parse, read_record
from timeline_app.ingest.importers.opening import content_of
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part
    from timeline_app.ingest.importers.sample import Sample


def recognises(sample: Sample) -> bool:
    """Tell a JSON document by its first characters."""
    start = "".join(sample.text[:400].split())
    return start.startswith(('{"', '[{"'))


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read every record of the document."""
    try:
        document = parse(decode(content_of(part)))
    except ValueError as error:
        reason = message(
            QT_TRANSLATE_NOOP("Message", "It is not valid JSON: {reason}."), reason=str(error).split(":")[0]
        )
        yield ImportIssue(part.source, reason)
        return
    records = _records(document)
    if not records:
        yield ImportIssue(part.source, message(QT_TRANSLATE_NOOP("Message", "It holds no list of articles.")))
    for number, record in enumerate(records, start=1):
        yield from read_record(part, record, str(number))


def _records(document: object) -> list[object]:
    if isinstance(document, list):
        return document if any(isinstance(record, dict) for record in document) else []
    if not isinstance(document, dict):
        return []
    lists = (value for value in document.values() if isinstance(value, list) and value)
    listed = next((value for value in lists if all(isinstance(record, dict) for record in value)), None)
    fields = read_fields(document)
    if fields.text or (fields.title and listed is None):
        return [document]
    return listed or []
