"""An article as it was taken in, and what stopped a file from being one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.domain.period import Period
    from timeline_app.messages import Message


class DateOrigin(StrEnum):
    """Where an article's publication date was found. The values are stored."""

    FIELD = "field"
    HEADER = "header"
    DATELINE = "dateline"
    BYLINE = "byline"
    URL = "url"
    FILE_NAME = "file name"
    READER = "reader"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its words and what its source states about it. Nothing is made up; what is not stated is empty or None.

    `body` holds paragraphs separated by one blank line. `published` is TimeML's document creation time: a day, or an instant
    of minute or second granularity in the source's own zone; None where no date is stated. `published_stated` is the date as
    the source writes it. `title_derived` says that the source had no title and the importer took one from the body. `source`
    is the file, with the member or record after a "#" where a file holds several. `language` is a BCP 47 tag.
    """

    title: str
    body: str
    published: Period | None = None
    published_stated: str = ""
    date_origin: DateOrigin = DateOrigin.NONE
    title_derived: bool = False
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"
    source: str = ""

    @property
    def fingerprint(self) -> str:
        """Return what identifies the article: a SHA-256 of its content, blind to white space, file and folder.

        Twice the same words under one date from one outlet are one article; the same wire story in two outlets is two.
        """
        import hashlib  # not at the start: it loads OpenSSL

        start = "" if self.published is None else str(self.published.start)
        parts = ("" if self.title_derived else self.title, self.body, start, self.outlet)
        return hashlib.sha256(b"\x1f".join(map(_without_blanks, parts))).hexdigest()


_BLANKS = bytes(code for code in range(128) if chr(code).isspace())
_WIDE_BLANKS = (
    "\x85",
    "\xa0",
    "\u1680",
    *map(chr, range(0x2000, 0x200B)),
    "\u2028",
    "\u2029",
    "\u202f",
    "\u205f",
    "\u3000",
)


def _without_blanks(text: str) -> bytes:
    """Return a text without its white space; joining its pieces would take five times as long."""
    if not text.isascii():
        for blank in _WIDE_BLANKS:
            if blank in text:
                text = text.replace(blank, "")
    return text.encode("utf-8", "surrogatepass").translate(None, _BLANKS)


class IssueKind(StrEnum):
    """What an issue means for the reader: something was lost, was left out on purpose, or is there but to be checked."""

    FAILED = "failed"
    SKIPPED = "skipped"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class TableColumns:
    """How a table was read: for each column its head, or its first cell where it has none, and the name of its field, or "".

    `signature` is the same for all tables with the same columns.
    """

    signature: str
    heads: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportIssue:
    """What the reader must know of a file or record, with the reason: a value, not an exception.

    `FAILED` could not be read; `SKIPPED` is no article (a system file, a folder met twice); `NOTED` was taken in, but something
    about it is to be checked, such as a date that does not exist. `table` is there where columns were guessed.
    """

    source: str
    reason: Message
    kind: IssueKind = IssueKind.FAILED
    table: TableColumns | None = None
