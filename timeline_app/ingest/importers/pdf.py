"""PDF documents with a text layer. A scan has none: it is reported, and nothing is made up for it."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.ingest.deadline import within
from timeline_app.ingest.importers.cleaning import clean, one_line
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.markup import silence
from timeline_app.ingest.importers.opening import MAX_BYTES, UnreadableError, content_of
from timeline_app.ingest.importers.stated_dates import date_in_name, read_day
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part

MAX_PAGES = 5000
MAX_SECONDS = 60.0
"""For all pages of a document; a page of text takes 3 ms."""

_PAGE_SECONDS = 4.0
"""For one page, and for opening a document: forms that contain each other take for ever."""

_LABEL = re.compile(r"(?:date|published|posted|dated|issued|released)(?: on)?:?\s+", re.IGNORECASE)
_HEADING_LINES = 12
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*\Z")
_PAGE_NUMBER = re.compile(r"(?:page |- ?|\[)?\d{1,4}(?: ?-|\]| of \d{1,4}| ?/ ?\d{1,4})?", re.IGNORECASE)
_FILE_NAME = re.compile(r"\S+\.\w{2,4}|untitled.*|microsoft word.*|document\d*", re.IGNORECASE)


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read one document as one article."""
    import pypdfium2

    silence("pypdfium2")
    try:
        content = content_of(part)
        with within(_PAGE_SECONDS):
            document: Any = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        raise UnreadableError(
            message(QT_TRANSLATE_NOOP("Message", "It is locked with a password."))
            if locked
            else message(QT_TRANSLATE_NOOP("Message", "The PDF document is damaged."))
        ) from error
    try:
        pages, left_out = _pages(document)
        stated = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if not any(pages):
        reason = QT_TRANSLATE_NOOP("Message", "It has no text that can be read: its pages are pictures, or damaged.")
        raise UnreadableError(message(reason))
    if left_out:
        said = Message.tr(
            "%Ln pages that cannot be read were left out.",
            "",
            left_out,
            one="%Ln page that cannot be read was left out.",
        )
        yield ImportIssue(part.source, said, IssueKind.NOTED)
    days = _stated_day(pages)
    yield from _disagreement(part, days)
    title = one_line(str(stated.get("Title") or ""))
    fields = Fields(
        title="" if _FILE_NAME.fullmatch(title) else title,
        dates=days,
        author=one_line(str(stated.get("Author") or "")),
    )
    yield from compose(part, "\n\n".join(_paragraphs(pages)), fields, DateOrigin.HEADER)


def _pages(document: Any) -> tuple[list[list[str]], int]:
    """Return the lines of each page, and how many pages could not be read or were one too many."""
    from pypdfium2 import PdfiumError

    pages: list[list[str]] = []
    started, size, damaged = time.monotonic(), 0, 0
    count = len(document)
    for number in range(min(count, MAX_PAGES)):
        if size > MAX_BYTES or time.monotonic() - started > MAX_SECONDS:
            return pages, count - number + damaged
        try:
            with within(_PAGE_SECONDS):
                page = document[number]
                text = page.get_textpage().get_text_bounded()
                page.close()
        except PdfiumError:
            damaged += 1
            continue
        size += len(text)
        # U+FFFE is how PDFium writes the hyphen at which a word was divided.
        lines = [line.strip() for line in clean(text.replace("\ufffe\r\n", "").replace("\ufffe", "")).split("\n")]
        pages.append([line for line in lines if line])
    return pages, count - min(count, MAX_PAGES) + damaged


def _stated_day(pages: list[list[str]]) -> tuple[str, ...]:
    """Return the first line of the heading that is nothing but a date; a date within a sentence is none."""
    first = next(filter(None, pages), [])
    lines = (_LABEL.sub("", line, count=1) for line in first[:_HEADING_LINES])
    return next(((line,) for line in lines if read_day(line) is not None), ())


def _disagreement(part: Part, days: tuple[str, ...]) -> Iterator[ImportIssue]:
    """Note that the name of the file says another day: documents are often named after the day on which they were filed."""
    named = date_in_name(part.stem)
    stated = read_day(days[0]) if days else None
    if stated is None or named is None or stated.period is None or named.period is None:
        return
    if not stated.period.overlaps(named.period):
        reason = QT_TRANSLATE_NOOP("Message", "Its name says {name}, its first page {page}; the page was believed.")
        yield ImportIssue(part.source, message(reason, name=named.text, page=stated.text), IssueKind.NOTED)


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """Join lines to paragraphs: one ends where a line ends a sentence well before the margin, or where a heading stands."""
    lines = [line for page in pages for line in page if not _PAGE_NUMBER.fullmatch(line)]
    widths = sorted(map(len, lines))
    margin = widths[len(widths) * 3 // 4] if widths else 0
    found: list[str] = []
    block: list[str] = []
    for line in lines:
        block.append(line)
        short = len(line) < 0.8 * margin
        if short and (_SENTENCE_END.search(line) or len(line) < 0.5 * margin):
            found.append(_joined(block))
            block = []
    if block:
        found.append(_joined(block))
    return found


def _joined(lines: list[str]) -> str:
    return " ".join(lines)
