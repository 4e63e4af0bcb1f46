"""How formats that are not plain text are told by their first bytes, whatever the file is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.ingest.importers.sample import Sample


def begins_with(*magic: bytes) -> Callable[[Sample], bool]:
    """Return a test for the first bytes."""
    return lambda sample: sample.head.startswith(magic)


def contains(magic: bytes, *, within: int) -> Callable[[Sample], bool]:
    """Return a test for bytes somewhere near the beginning."""
    return lambda sample: magic in sample.head[:within]


def text_like(pattern: str) -> Callable[[Sample], bool]:
    """Return a test of the text's beginning, blanks skipped; the pattern ignores case."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda sample: compiled.match(sample.text.lstrip()[:_BEGINNING]) is not None


def zip_with(member: bytes) -> Callable[[Sample], bool]:
    """Return a test for a zip archive that has a member of this name, or begins with it."""
    return lambda sample: sample.head.startswith(ZIP) and member in sample.head


def never(_sample: Sample) -> bool:
    """For formats that only the file's name tells."""
    return False


ZIP = b"PK\x03\x04"
_BEGINNING = 4096

_BEFORE_MARKUP = r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?"
HTML = rf"{_BEFORE_MARKUP}<(?:!doctype\s+html|html|head|body|frameset)\b"
_PLIST = r"<\?xml[^>]{0,200}>\s*(?:<!doctype plist[^>]{0,200}>\s*)?<plist[^>]{0,80}>"
SHORTCUT = rf"\[internetshortcut\]|{_PLIST}\s*<dict>\s*<key>url</key>"
XML = r"<(?:\?xml|rss|feed|rdf:rdf|!doctype\s+(?!html))\b"
_MAIL_FIELDS = r"message-id|mime-version|received|return-path|delivered-to|content-type|from:[^\n]*@[^\n:]*\n[!-9;-~]+"
MAIL_HEADER = rf"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){{0,60}}?(?:{_MAIL_FIELDS}):"
MAILBOX = r"from \S+ [^\n]{5,60}\n[!-9;-~]+:"
