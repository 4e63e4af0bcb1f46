"""One form of text for all that comes after: no invisible traps, one kind of line end, paragraphs apart by one blank line."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|[\v\x85\u2028]")
_PARAGRAPH_ENDS = re.compile("[\f\u2029]")
# Dropped: control characters, NUL among them (SQLite's functions stop there); the soft hyphen, zero-width space, word joiner and
# byte order mark (they split words for the search); explicit bidirectional formatting (an override turns the rest of a list row
# round). Kept: zero-width joiners, which Persian, Hindi and emoji are written with, and the left-to-right and right-to-left marks.
_INVISIBLE = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")

_PILE = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")

_HARD_WRAP = 120
"""Characters. A block with a longer line was not wrapped by hand: its line ends are ends of paragraphs."""


def clean(text: str) -> str:
    r"""Return the text with ``\n`` as the only line end and without characters that are not for readers.

    U+2029 and the form feed become blank lines. Half surrogates, which cannot be stored, become U+FFFD.
    """
    if text.replace("\n", "").isprintable():  # nothing below is: most texts are seen to be clean at a tenth of the cost
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _PARAGRAPH_ENDS.sub("\n\n", text)
    text = _INVISIBLE.sub("", text)
    return _SURROGATES.sub("\ufffd", text)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a cleaned text.

    Paragraphs end at blank lines, and at every line end where lines are too long to have been wrapped by hand. Within a
    paragraph line ends stay, blanks at the ends of lines go.
    """
    found: list[str] = []
    block: list[str] = []
    for line in [*map(str.strip, text.split("\n")), ""]:
        if line:
            block.append(line)
        elif block:
            found += block if max(map(len, block)) > _HARD_WRAP else ["\n".join(block)]
            block = []
    return found


def body_of(text: str) -> str:
    """Return a cleaned text as the body of an article: its paragraphs, apart by one blank line."""
    return "\n\n".join(paragraphs(text))


def one_line(text: str) -> str:
    """Return a title, a name or an address as one cleaned line, no letter of it with more than four marks piled up."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _PILE.sub(r"\1", " ".join(clean(text).split()))
