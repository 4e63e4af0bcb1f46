"""Web archives (WARC), compressed or not: every page in them is read as a saved page would be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.ingest.importers.html_page import MAX_PAGE_BYTES
from timeline_app.ingest.importers.opening import UnreadableError, stream_of, too_large
from timeline_app.ingest.importers.part import Member
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part


def members(part: Part) -> Iterator[Member | ImportIssue]:
    """Yield the pages under their addresses. What was fetched with them, pictures and scripts, is counted and left out."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    pages, others, left = 0, 0, part.size
    with stream_of(part) as stream:
        try:
            for record in ArchiveIterator(stream):
                if record.rec_type not in {"response", "resource"}:
                    continue
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                headers = record.http_headers or record.rec_headers
                kind = (headers.get_header("Content-Type") or "").lower()
                status = record.http_headers.get_statuscode() if record.http_headers else "200"
                if "html" not in kind or not (status or "").startswith("2"):
                    others += 1
                    continue
                data = record.content_stream().read(MAX_PAGE_BYTES + 1)
                if len(data) > MAX_PAGE_BYTES:
                    yield ImportIssue(part.source_of(address), too_large(MAX_PAGE_BYTES))
                    continue
                if _is_cut_off(record.raw_stream):
                    reason = QT_TRANSLATE_NOOP(
                        "Message", "It is damaged or cut off; what could be read of it was taken in."
                    )
                    yield ImportIssue(part.source_of(address), message(reason), IssueKind.NOTED)
                pages += 1
                size = min(len(data), left)
                left -= size
                yield Member(address.strip("<>"), data, size)
        except (
            ArchiveLoadFailed,
            ValueError,
            OSError,
            EOFError,
            AttributeError,
        ) as error:  # the last: a record without an address
            raise UnreadableError(
                message(QT_TRANSLATE_NOOP("Message", "The web archive is damaged or cut off."))
            ) from error
    if not pages:
        yield ImportIssue(part.source, message(QT_TRANSLATE_NOOP("Message", "The web archive holds no pages.")))
    elif others:
        said = Message.tr(
            "%Ln records of the web archive are no pages.",
            "",
            others,
            one="%Ln record of the web archive is no page.",
        )
        yield ImportIssue(part.source, said, IssueKind.SKIPPED)


def _is_cut_off(stream: Any) -> bool:
    """Tell whether a record says that it is longer than it is: the rest of it is asked for and not there."""
    return getattr(stream, "limit", 0) > 0 and not stream.read(1)
