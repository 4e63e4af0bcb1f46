"""What is attached to a message, as articles of their own: documents and texts, not pictures, archives or tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.ingest.importers.opening import UnreadableError
from timeline_app.ingest.importers.part import Part
from timeline_app.ingest.importers.sample import sample_of_member
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def read_attachments(
    part: Part, attached: Iterable[tuple[str, bytes]], mail: Article | None, record: str
) -> Iterator[Article | ImportIssue]:
    """Read the attachments of a message; one that states no date has that of the message, and that is said.

    Args:
        part: The file of the message.
        attached: Names and bytes.
        mail: The message itself, None where it has no words of its own.
        record: What tells the message from others of its file.
    """
    left_out = 0
    for number, (name, data) in enumerate(attached, start=1):
        members = (*part.members, *filter(None, (record,)), name or str(number))
        inner = Part(part.path, "", data=data, members=members)
        try:
            found = _read(inner)
        except UnreadableError as error:
            yield ImportIssue(inner.source, error.reason, IssueKind.NOTED)
            continue
        if found is None:
            left_out += 1
            continue
        for item in found:
            yield from _with_date_of(item, mail) if isinstance(item, Article) else (item,)
    if left_out:
        reason = Message.tr(
            "%Ln of its attachments were not read.", "", left_out, one="%Ln of its attachments was not read."
        )
        yield ImportIssue(part.source_of(record), reason, IssueKind.NOTED)


def _read(part: Part) -> list[Article | ImportIssue] | None:
    """Read one attachment; None where it is of a kind that is not read."""
    from timeline_app.ingest.importers.formats import recognise  # which knows some importers itself

    assert part.data is not None
    if not part.data.strip():
        return None
    sample = sample_of_member(part.members[-1], part.data, 0)
    entry = recognise(sample)
    if entry.read is None or not entry.is_document:
        return None
    return list(entry.read(replace(part, format=entry.name)))


def _with_date_of(article: Article, mail: Article | None) -> Iterator[Article | ImportIssue]:
    if mail is None:
        yield article
        return
    outlet = article.outlet or mail.outlet
    if article.published is not None or mail.published is None:
        yield replace(article, outlet=outlet)
        return
    reason = QT_TRANSLATE_NOOP("Message", "It states no date; it has that of the message to which it was attached.")
    yield ImportIssue(article.source, message(reason), IssueKind.NOTED)
    yield replace(
        article,
        outlet=outlet,
        published=mail.published,
        published_stated=mail.published_stated,
        date_origin=DateOrigin.HEADER,
    )
