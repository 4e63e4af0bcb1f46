"""The line that a report begins with: where it was written, when, and for which agency."""

from __future__ import annotations

import re

# PLACE in capitals, up to three more words, a date, an agency in brackets, and the dash: "BRUSSELS, December 2 (Xinhua) --".
_DATELINE = re.compile(
    r"\s*(?:By [^\n]{1,60}\n\s*)?(?P<place>[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){0,5})"
    r"(?P<rest>[^\n—–_]{0,60}?)\s*"
    r"(?:\((?P<agency>[A-Z][\w /.]{1,20})\)\s*[-—–_:]{1,3}|\s(?:--|—|–|_)|[—–]|(?<=\d)\s-(?=\s))\s*"
)
_REACH = 400


def match_dateline(text: str) -> re.Match[str] | None:
    """Return the dateline at the head of a text, with the groups `place`, `rest` (a date, if any) and `agency`."""
    return _DATELINE.match(text, 0, _REACH)
