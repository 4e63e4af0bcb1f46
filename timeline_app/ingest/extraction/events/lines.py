"""A stretch of an article's text as one line that can be read by itself: bare, whole words, quotations closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.extents import MAX_TITLE

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.words import Words

GAP = " … "
"""What marks in a title that something is left out."""

_REST = 30
"""Characters that are left to the second of two stretches, if it is that long."""

_EDGE = " \t\r\n.,;:—–-_*•·"
_QUOTE_MARKS = "\"'“”‘’«»`"
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ('"', '"'))
# Where a line that is too long is best cut: before a mark or a small word, and not within a name.
_GAP = re.compile(r"[,;:]? (?=[^\W\d_A-Z])|[,;] ")

# Markdown's emphasis, code and links; the numbers of notes. The bounds keep the search linear where no bracket is closed.
_MARKUP = re.compile(
    r"\*\*|__|(?<!`)`(?!`)|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w)|\[(?=[^\]\n]{1,500}\]\()"
    r"|\]\((?:[^)\s]{0,2000}|\{\{[^{}]*\}\})(?: \"[^\"\n]{0,300}\")?\)|\]\((?:\{\{|https?:)[^)]{0,2000}$"
    r"|</?[a-zA-Z][^<>]*>|\[\d{1,3}\]"
)
# A straight mark that closes a quotation: behind a word or its stop.
_CLOSED = re.compile(r'(?<=[\w.,!?…])"(?!\w)')
# Most lines have none of either; to search for one character of some is faster than any other way to ask for them.
_MARKED = re.compile(r"[*_`\[\]<]")
_PAIRED = re.compile(r"[()\[\]“”«»\"]")


def shorten(text: str, words: Words | None = None, *, room: int = MAX_TITLE) -> str:
    """Return a line of at most `room` characters: bare of outer marks, capitalised, cut between words, best between phrases.

    With the language's `words` it does not end in "of the" where it was cut.
    """
    return _capitalised(_cut(one_line(text), room, words))


def elided(head: str, tail: str, words: Words, *, room: int = MAX_TITLE - _REST) -> str:
    """Return two stretches of a sentence with an ellipsis for what stands between them, the first of at most `room` characters."""
    head = _capitalised(_cut(one_line(head), room, words, sign=""))
    if not head:
        return GAP.lstrip() + _cut(one_line(tail), MAX_TITLE - len(GAP), words)
    return f"{head}{GAP}{_cut(one_line(tail), MAX_TITLE - len(head) - len(GAP), words)}"


def one_line(text: str) -> str:
    """Return the text on one line, without marks at its edges, and without half of a pair of quotes or brackets."""
    if _MARKED.search(text):
        text = _MARKUP.sub("", text)
    line = " ".join(text.split()).lstrip(_EDGE)
    bare = line.rstrip(_EDGE)
    last_word = bare.rpartition(" ")[2]
    # The stop of "U.S." belongs to the word.
    line = bare + "." if "." in last_word and line[len(bare) :].startswith(".") else bare
    if len(line) > 1 and line[0] in _QUOTE_MARKS and line[-1] in _QUOTE_MARKS:
        line = line.strip(_QUOTE_MARKS).rstrip(".,;")
    if not _PAIRED.search(line):
        return line
    if line.startswith("(") and line.endswith(")") and "(" not in line[1:]:
        line = line[1:-1].rstrip(_EDGE)
    for opening, closing in _PAIRS:
        if line.startswith(opening) and closing not in line[1:]:
            line = line[1:].lstrip()
        if line.endswith(closing) and opening not in line[:-1]:
            line = line[:-1].rstrip(" .,;")
        if closing in line and opening not in line[: line.index(closing)] and opening != closing:
            line = line.replace(closing, "", 1)  # what opened it is not in the line
    if line.count('"') == 1 and _CLOSED.search(line):
        line = line.replace('"', "")
    return line + _left_open(line)


def _capitalised(line: str) -> str:
    return line[:1].upper() + line[1:]


def _left_open(line: str) -> str:
    """Return the mark that closes a quotation which is open at the end of a line, empty where none is."""
    if not _PAIRED.search(line):
        return ""
    for opening, closing in _PAIRS[2:]:
        opened = line.count(opening) % 2 if opening == closing else line.count(opening) > line.count(closing)
        if opened:
            return closing
    return ""


def _cut(line: str, room: int, words: Words | None, sign: str = "…") -> str:
    """Cut a line that is too long before the last phrase or word that still fits, and say so with a sign."""
    small = None if words is None else words.joining
    if len(line) <= room:
        if sign or words is None:
            return line
        kept, small = line, words.prepositions | words.determiners | words.openers | words.adverbs
    else:
        room -= len(_left_open(line[:room]))
        at = line.rfind(" ", 0, room)
        for gap in _GAP.finditer(line, room * 8 // 10, room):
            at = gap.start()
        kept = line[: at if at > 0 else room - 1].rstrip(_EDGE)
    while small is not None:
        rest, _, last = kept.rpartition(" ")
        if not rest or last.lower() not in small:
            break
        kept = rest.rstrip(_EDGE)
    return kept + sign + _left_open(kept)
