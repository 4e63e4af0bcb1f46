"""E-mail messages, and web pages that a browser saved as one (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re
from email.errors import MessageError
from email.header import decode_header
from email.utils import parseaddr
from itertools import islice
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.ingest.importers.attachments import read_attachments
from timeline_app.ingest.importers.cleaning import one_line
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.html_page import read_page
from timeline_app.ingest.importers.markup import plain_text
from timeline_app.ingest.importers.opening import UnreadableError, content_of
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message as Mail

    from timeline_app.ingest.importers.part import Part

_MOST_PARTS = 500
_LONGEST_SENDER = 400
"""Characters: the library's parser goes one call deeper with every bracket."""
_FOLD = re.compile(r"\r?\n[ \t]+")
_FLOWED = re.compile(r" \n(?!>|\n| \n)")
_DATE_REMARK = re.compile(r"\s*\([^()]{0,60}\)\s*\Z")


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read one message: its subject, date and sender, its text, or the page that it is."""
    yield from read_message(part, content_of(part))


def read_message(part: Part, data: bytes, record: str = "") -> Iterator[Article | ImportIssue]:
    """Read the bytes of a message; `record` tells it from the others of its mailbox."""
    try:
        # The old policy: the new one parses every header by a grammar that hostile ones make slow.
        mail = email.message_from_bytes(data, policy=email.policy.compat32)
        leaves = [leaf for leaf in islice(mail.walk(), _MOST_PARTS) if not leaf.is_multipart()]
    except (RecursionError, MessageError, ValueError, LookupError) as error:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "The message is damaged."))) from error
    page = next((leaf for leaf in leaves if leaf.get_content_type() == "text/html"), None)
    fields = _fields(mail)
    if page is not None and _is_saved_page(mail, part):
        yield from _saved_page(part, page, fields)
        return
    attached = [(_name_of(leaf), _bytes_of(leaf)) for leaf in leaves if _is_attachment(leaf)]
    itself: Article | None = None
    for found in compose(part, _text(leaves), fields, DateOrigin.HEADER, record=record):
        itself = found if isinstance(found, Article) else itself
        yield found
    yield from read_attachments(part, attached, itself, record)


def _saved_page(part: Part, page: Mail, fields: Fields) -> Iterator[Article | ImportIssue]:
    """Read the page, and say of it where only the message around it is dated."""
    for found in read_page(part, _bytes_of(page), charset=_charset(page), known=fields):
        if isinstance(found, Article) and found.date_origin is DateOrigin.HEADER:
            reason = QT_TRANSLATE_NOOP(
                "Message", "The page states no date; it has that of the day on which it was saved."
            )
            yield ImportIssue(part.source, message(reason), IssueKind.NOTED)
        yield found


def _fields(mail: Mail) -> Fields:
    name, address = parseaddr(_header(mail, "From")[:_LONGEST_SENDER])
    sender = name or address
    date = _DATE_REMARK.sub("", _header(mail, "Date"))
    links = (
        _header(mail, field).strip(" <>") for field in ("Archived-At", "Snapshot-Content-Location", "Content-Location")
    )
    return Fields(
        title=_header(mail, "Subject"),
        dates=(date,) if date else (),
        outlet="" if sender == "Saved by Blink" else sender,
        author=name,
        url=next(filter(None, links), ""),
        language=_header(mail, "Content-Language").split(",")[0].strip(),
    )


def _header(mail: Mail, name: str) -> str:
    """Return a header field as text, whatever charset it names or fails to name."""
    try:
        # Unfolded first: decode_header drops the blank at which a line was broken.
        pieces = decode_header(_FOLD.sub(" ", str(mail.get(name) or "")))
        text = "".join(piece if isinstance(piece, str) else decode(piece, charset) for piece, charset in pieces)
    except (ValueError, LookupError, MessageError):
        text = str(mail.get(name) or "")
    # Bytes that no charset explains come as half surrogates.
    return one_line(decode(text.encode("utf-8", "surrogateescape")) if not text.isascii() else text)


def _text(leaves: list[Mail]) -> str:
    """Return the plain text of a message, else that of its HTML."""
    shown = [leaf for leaf in leaves if not _is_attachment(leaf)]
    plain = [_flow(leaf, _decoded(leaf)) for leaf in shown if leaf.get_content_type() == "text/plain"]
    if any(text.strip() for text in plain):
        return "\n\n".join(plain)
    return "\n\n".join(plain_text(_decoded(leaf)) for leaf in shown if leaf.get_content_type() == "text/html")


def _flow(leaf: Mail, text: str) -> str:
    """Join the lines that a mail program broke softly (RFC 3676)."""
    text = text.replace("\r\n", "\n")
    return _FLOWED.sub(" ", text) if "flowed" in str(leaf.get("Content-Type", "")).lower() else text


def _decoded(leaf: Mail) -> str:
    return decode(_bytes_of(leaf), _charset(leaf))


def _bytes_of(leaf: Mail) -> bytes:
    payload = leaf.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _name_of(leaf: Mail) -> str:
    try:
        # Without what would make a path of it, here or on another system.
        return PureWindowsPath(one_line(leaf.get_filename() or "")).name
    except (LookupError, ValueError, MessageError):
        return ""


def _charset(leaf: Mail) -> str | None:
    try:
        return leaf.get_content_charset()
    except (LookupError, ValueError):
        return None


def _is_attachment(leaf: Mail) -> bool:
    kind, where = leaf.get_content_type(), str(leaf.get("Content-Disposition", "")).lower()
    return where.startswith("attachment") or (bool(leaf.get_filename()) and kind not in {"text/plain", "text/html"})


def _is_saved_page(mail: Mail, part: Part) -> bool:
    name = part.members[-1] if part.members else part.path.name
    return mail.get_content_type() in {"multipart/related", "text/html"} and (
        "Snapshot-Content-Location" in mail
        or "Saved by" in str(mail.get("From", ""))
        or PurePosixPath(name).suffix.lower() in {".mht", ".mhtml"}
    )
