"""Files of The Timeline Project (.timeline as XML): an article for each event that has a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.opening import UnreadableError, content_of
from timeline_app.ingest.importers.xml_tree import parse_xml
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part

ROOT = r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?<timeline\b"


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read every event: its title, when it begins, its description and link."""
    events = [event for event in parse_xml(content_of(part)).iter("event") if event.find("start") is not None]
    if not events:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "The timeline has no events.")))
    for number, event in enumerate(events, start=1):
        fields = Fields(
            title=event.findtext("text") or "",
            dates=tuple(filter(None, (event.findtext("start"),))),
            url=(event.findtext("hyperlink") or "").split(";")[0],
        )
        yield from compose(part, event.findtext("description") or "", fields, DateOrigin.FIELD, record=str(number))
