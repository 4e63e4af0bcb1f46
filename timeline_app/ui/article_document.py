"""An article's text as a document for the screen, and the way between its characters and the document's positions.

Nothing of the article is ever taken for markup: text goes in through a cursor as text. What would stop Qt's layout is broken up
for display alone: words of more than a thousand characters, paragraphs of many pages, articles of many parts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFontInfo, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont

    from timeline_app.domain.extraction import Span

PART_LENGTH = 200_000
"""Longer articles are shown in parts of about so many characters: what Qt lays out without keeping the reader waiting."""

_PART_PARAGRAPHS = 4_000
_BLOCK_LENGTH = 8_000
_WORD_LENGTH = 1_000
_LEADING = 1.6
"""From baseline to baseline, in multiples of the face's size: the same for faces that are tall and for those that are not."""

_PARAGRAPH_GAP = re.compile(r"\n{2,}")
_LINE_END = re.compile("[\n\v\f\x85\u2028\u2029]")
# Control characters, lone surrogates, and the code points by which QTextDocument marks frames, objects and paragraphs.
_UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_OUTSIDE_BMP = re.compile("[\U00010000-\U0010ffff]")
_UNBROKEN = re.compile(rf"\S{{{_WORD_LENGTH}}}")
_BREAK = "\u200b"


class PositionMap:
    """Where characters of a body stand in a document, and back.

    Bodies count characters; documents count UTF-16 units, one for a paragraph's end, and some that the program put in. Between
    two knots the two run in step.
    """

    def __init__(self, knots: Sequence[tuple[int, int]]) -> None:
        """Take pairs of offset in the body and position in the document, both ascending; the first opens, the last closes."""
        self._offsets = [offset for offset, _ in knots]
        self._positions = [position for _, position in knots]

    def position(self, offset: int) -> int:
        """Return the document's position of a character of the body; outside of the part shown, its nearest edge."""
        return _across(self._offsets, self._positions, offset)

    def offset(self, position: int) -> int:
        """Return the character of the body at a position of the document."""
        return _across(self._positions, self._offsets, position)


def _across(here: list[int], there: list[int], value: int) -> int:
    at = bisect_right(here, value) - 1
    if at < 0:
        return there[0]
    if at == len(here) - 1:
        return there[-1]
    return min(there[at] + value - here[at], there[at + 1])


class Line(NamedTuple):
    """A line of the heading: runs of text with their formats, and the space below, in pixels."""

    runs: tuple[tuple[str, QTextCharFormat], ...]
    space_below: float


class ArticleDocument(NamedTuple):
    """A part of an article, laid out under its heading.

    `body` is the span of the part in the article; `runs` are the spans of the heading's runs, line by line, in positions of the
    document.
    """

    document: QTextDocument
    positions: PositionMap
    body: Span
    runs: tuple[tuple[Span, ...], ...]

    @property
    def body_start(self) -> int:
        """The document's position where the heading ends and the body begins."""
        return self.positions.position(self.body[0])


def parts_of(body: str, length: int = PART_LENGTH) -> tuple[Span, ...]:
    """Cut a body into parts of about `length` characters, at ends of paragraphs where there are some; always at least one."""
    parts: list[Span] = []
    start = paragraphs = 0
    for gap in _PARAGRAPH_GAP.finditer(body):
        paragraphs += 1
        for cut in _cuts(body, start, gap.end(), length):
            parts.append((start, cut))
            start, paragraphs = cut, 0
        is_full = gap.end() - start >= length or paragraphs >= _PART_PARAGRAPHS
        if is_full and len(body) - gap.end() > length // 8:
            parts.append((start, gap.end()))
            start, paragraphs = gap.end(), 0
    for cut in _cuts(body, start, len(body), length):
        parts.append((start, cut))
        start = cut
    return (*parts, (start, len(body)))


def _cuts(body: str, start: int, end: int, length: int) -> Iterator[int]:
    """Yield where to cut a paragraph that no part has room for."""
    while end - start > length * 3 // 2:
        start = _cut_at_blank(body, start, start + length)
        yield start


def lay_out(heading: Sequence[Line], body: str, part: Span, font: QFont) -> ArticleDocument:
    """Set the heading and one part of the body in `font`; the heading's runs bring their own formats."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    runs = []
    for at, line in enumerate(heading):
        _start_block(cursor, _block_format(110, line.space_below), is_first=at == 0)
        runs.append(tuple(_insert(cursor, _shown(text), style) for text, style in line.runs))
    size = QFontInfo(font).pixelSize()
    line_height = round(100 * _LEADING * size / QFontMetricsF(font).height())
    knots: list[tuple[int, int]] = []
    for start, end, is_last in _blocks(body, part):
        _start_block(
            cursor, _block_format(line_height, size * 0.8 if is_last else 0), is_first=not knots and not heading
        )
        text, shifts = _display(body[start:end])
        begin = cursor.position()
        knots.append((start, begin))
        knots.extend((start + offset, begin + offset + count) for count, offset in enumerate(shifts, 1))
        cursor.insertText(text, QTextCharFormat())
        knots.append((end, cursor.position()))
    if not knots:
        knots.append((part[0], cursor.position()))
    return ArticleDocument(document, PositionMap(knots), part, tuple(runs))


def _start_block(cursor: QTextCursor, style: QTextBlockFormat, *, is_first: bool) -> None:
    if is_first:
        cursor.setBlockFormat(style)
    else:
        cursor.insertBlock(style, QTextCharFormat())


def _insert(cursor: QTextCursor, text: str, style: QTextCharFormat) -> Span:
    start = cursor.position()
    cursor.insertText(text, style)
    return start, cursor.position()


def _block_format(line_height: int, space_below: float) -> QTextBlockFormat:
    style = QTextBlockFormat()
    style.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    style.setBottomMargin(space_below)
    return style


def _blocks(body: str, part: Span) -> Iterator[tuple[int, int, bool]]:
    """Yield the pieces to set as one block each, and whether a paragraph ends with it."""
    for start, end in _paragraphs(body, part):
        at = start
        for cut in _cuts(body, start, end, _BLOCK_LENGTH):
            yield at, cut, False
            at = cut
        yield at, end, True


def _paragraphs(body: str, part: Span) -> Iterator[Span]:
    start, stop = part
    for gap in _PARAGRAPH_GAP.finditer(body, *part):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < stop:
        yield start, stop


def _cut_at_blank(body: str, start: int, end: int) -> int:
    """Return where to cut before `end`: after the last blank of the stretch's second half, at `end` where there is none."""
    blank = body.rfind(" ", start + (end - start) // 2, end)
    return blank + 1 if blank >= 0 else end


def _shown(text: str) -> str:
    """Return the text, character by character, as the document can hold it."""
    return _UNSHOWABLE.sub("\ufffd", _LINE_END.sub("\u2028", text.replace("\r", " ")))


def _display(text: str) -> tuple[str, list[int]]:
    """Return a block's text as shown, and the offsets from each of which on it runs one unit further ahead of the body."""
    shown = _shown(text)
    breaks = [match.end() for match in _UNBROKEN.finditer(shown)]
    shifts = sorted([*breaks, *(match.end() for match in _OUTSIDE_BMP.finditer(shown))])
    if breaks:
        edges = [0, *breaks, len(shown)]
        shown = _BREAK.join(shown[a:b] for a, b in pairwise(edges))
    return shown, shifts
