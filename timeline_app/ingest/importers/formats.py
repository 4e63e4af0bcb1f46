"""The table of formats: a new one is one file and one line here.

The order is that of precedence, what is told surely before what is told loosely. A line without `read` is a format that can be told
but not read yet: its files are reported by their kind and never taken in as garbage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, TypeAlias

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.importers import (
    headed_text,
    json_document,
    json_lines,
    markdown,
    plain_text,
    references,
    table,
    timeline_project,
)
from timeline_app.ingest.importers.part import Member, Part
from timeline_app.ingest.importers.sample import Sample
from timeline_app.ingest.importers.sniffing import (
    HTML,
    MAIL_HEADER,
    MAILBOX,
    SHORTCUT,
    XML,
    ZIP,
    begins_with,
    contains,
    never,
    text_like,
    zip_with,
)
from timeline_app.messages import QT_TRANSLATE_NOOP

Read: TypeAlias = Callable[[Part], Iterator[Article | ImportIssue]]
Split: TypeAlias = Callable[[Part, Sample], Iterator[Part | ImportIssue]]
Members: TypeAlias = Callable[[Part], Iterator[Member | ImportIssue]]


def of(module: str, function: str = "read") -> Callable[..., Any]:
    """Return a function of a format's module that is loaded when it is first called: most imports meet a few formats only."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(f"timeline_app.ingest.importers.{module}"), function)(*arguments)

    return call


def whole(part: Part, _sample: Sample) -> Iterator[Part | ImportIssue]:
    """Yield a file as one part: what most formats are."""
    yield part


@dataclass(frozen=True, slots=True)
class Format:
    """How a kind of file is told and read.

    `name` is for a reader, marked for translation; `endings` are those of file names, lower case, with blanks between them,
    consulted where no content told. `divide` cuts a part into parts of one record each, for formats that hold many.
    `members` opens an archive: each member is told and read as a file would be. `is_document` says that it holds one article,
    which may be attached to a message. `is_plain` says that Python alone reads it: nothing in such a file can hang or end the
    process that reads it.
    """

    name: str
    recognises: Callable[[Sample], bool]
    endings: str = ""
    read: Read | None = None
    split: Split = whole
    divide: Callable[[Part], list[Part]] = field(default=lambda part: [part])
    members: Members | None = None
    is_document: bool = False
    is_plain: bool = False


FORMATS: tuple[Format, ...] = (
    Format(QT_TRANSLATE_NOOP("Message", "a PDF document"), contains(b"%PDF-", within=1024), ".pdf", of("pdf"),
           is_document=True),
    Format(QT_TRANSLATE_NOOP("Message", "a Word document"), zip_with(b"word/"), ".docx .docm .dotx", of("docx"),
           is_document=True),
    Format(QT_TRANSLATE_NOOP("Message", "an OpenDocument file"), zip_with(b"mimetypeapplication/vnd.oasis"), ".odt .ods .odp"),
    Format(QT_TRANSLATE_NOOP("Message", "an electronic book"), zip_with(b"mimetypeapplication/epub"), ".epub .mobi .azw3"),
    Format(QT_TRANSLATE_NOOP("Message", "a spreadsheet"), zip_with(b"xl/"), ".xlsx .xls .numbers"),
    Format(QT_TRANSLATE_NOOP("Message", "a zip archive"), begins_with(ZIP, b"PK\x05\x06"), ".zip",
           members=of("zip_archive", "members")),
    Format(QT_TRANSLATE_NOOP("Message", "an archive"), begins_with(b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"),
           ".7z .rar .tar .bz2 .xz .tgz"),
    Format(QT_TRANSLATE_NOOP("Message", "an old or encrypted Office document"), begins_with(b"\xd0\xcf\x11\xe0"), ".doc"),
    Format(QT_TRANSLATE_NOOP("Message", "a rich text document"), begins_with(b"{\\rtf"), ".rtf"),
    Format(QT_TRANSLATE_NOOP("Message", "a database"), begins_with(b"SQLite format 3\0"), ".timeline .sqlite .db .mdb"),
    Format(QT_TRANSLATE_NOOP("Message", "a picture"), begins_with(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
           ".png .jpg .jpeg .gif .webp .tif .tiff .svg .heic"),
    Format(QT_TRANSLATE_NOOP("Message", "a shortcut to a web page"), text_like(SHORTCUT), ".url .webloc"),
    Format(QT_TRANSLATE_NOOP("Message", "a web archive"), begins_with(b"WARC/"), ".warc", members=of("warc", "members")),
    Format(QT_TRANSLATE_NOOP("Message", "a web page"), text_like(HTML), ".html .htm .xhtml", of("html_page"),
           is_document=True),
    Format(QT_TRANSLATE_NOOP("Message", "a timeline of The Timeline Project"), text_like(timeline_project.ROOT), "",
           timeline_project.read),
    Format(QT_TRANSLATE_NOOP("Message", "a news feed or other XML file"), text_like(XML), ".rss .atom .xml .rdf .opml", of("feed")),
    Format(QT_TRANSLATE_NOOP("Message", "a mailbox"), text_like(MAILBOX), ".mbox .mbx",
           of("mailbox"), of("mailbox", "split"), of("mailbox", "divide")),
    Format(QT_TRANSLATE_NOOP("Message", "an e-mail or a saved web page"), text_like(MAIL_HEADER), ".eml .mht .mhtml", of("mail")),
    Format(QT_TRANSLATE_NOOP("Message", "a calendar"), text_like("begin:vcalendar"), ".ics", of("icalendar_file")),
    Format(QT_TRANSLATE_NOOP("Message", "a RIS list of references"), text_like(references.RIS), ".ris", references.read_ris),
    Format(QT_TRANSLATE_NOOP("Message", "a BibTeX list of references"), text_like(references.BIBTEX), ".bib",
           references.read_bibtex),
    Format(QT_TRANSLATE_NOOP("Message", "a list of references"), never, ".nbib .enw"),
    Format(QT_TRANSLATE_NOOP("Message", "JSON Lines"), json_lines.recognises, ".jsonl .ndjson",
           json_lines.read, json_lines.split, json_lines.divide, is_plain=True),
    Format(QT_TRANSLATE_NOOP("Message", "a JSON document"), json_document.recognises, ".json", json_document.read, is_plain=True),
    Format(QT_TRANSLATE_NOOP("Message", "a table"), table.recognises, ".csv .tsv .tab", table.read, table.split, table.divide,
           is_plain=True),
    Format(QT_TRANSLATE_NOOP("Message", "program code or settings"), never,
           ".css .js .mjs .ts .map .py .c .h .cpp .java .rs .go .sh .bat .ps1 .sql .ini .cfg .conf .toml .yaml .yml .lock"),
    Format(QT_TRANSLATE_NOOP("Message", "a binary file"), lambda sample: sample.is_binary),
    Format(QT_TRANSLATE_NOOP("Message", "Markdown"), markdown.recognises, ".md .markdown .mdown .mkd", markdown.read,
           is_document=True, is_plain=True),
    Format(QT_TRANSLATE_NOOP("Message", "text with a header"), headed_text.recognises, "", headed_text.read,
           is_document=True, is_plain=True),
    Format(QT_TRANSLATE_NOOP("Message", "plain text"), never, ".txt .text", plain_text.read,
           is_document=True, is_plain=True),
)  # fmt: skip

PLAIN_TEXT = FORMATS[-1]
"""What a file is that nothing else tells."""

BY_NAME = {entry.name: entry for entry in FORMATS}


def recognise(sample: Sample) -> Format:
    """Return the format of a file: by its content first, by its name where no content tells."""
    by_content = (entry for entry in FORMATS if entry.recognises(sample))
    by_ending = (entry for entry in FORMATS if sample.ending in entry.endings.split())
    return next(by_content, None) or next(by_ending, PLAIN_TEXT)
