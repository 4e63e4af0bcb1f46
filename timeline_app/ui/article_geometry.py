"""Where the words of a laid-out article are. All places are in pixels of its document, from the top of the first part's heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontInfo, QTextFrameFormat

from timeline_app.ui.typography import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextLine

    from timeline_app.domain.extraction import Span
    from timeline_app.ui.article_document import ArticleDocument

CHARACTERS_A_LINE = 68
_SMALLEST_MARGIN = 28.0
_SPACE_ABOVE = 28.0
_SPACE_BELOW = 80.0
_ABOVE_BASELINE = 0.92
_TALL = 1.18
"""What marks take up of a line, in multiples of the face's size: the same for faces that come with much room and with little."""


class ArticleGeometry:
    """Answers where and what. Asking for a place lays the text out as far as it; Qt does the rest when there is time."""

    def __init__(self, laid_out: ArticleDocument) -> None:
        self._document = laid_out.document
        self._positions = laid_out.positions
        self._body_start = laid_out.body_start
        self._size = QFontInfo(self._document.defaultFont()).pixelSize()
        self.margin = 0.0
        """The space left of the column, and right of it."""

    def set_width(self, width: float) -> None:
        """Set the column in the middle of a width, at its measure or narrower."""
        column = measure(self._document.defaultFont(), CHARACTERS_A_LINE)
        margin = max(_SMALLEST_MARGIN, (width - column) / 2)
        if margin != self.margin:
            self.margin = margin
            frame = self._document.rootFrame()
            style = QTextFrameFormat(frame.frameFormat())
            style.setLeftMargin(margin)
            style.setRightMargin(margin)
            style.setTopMargin(_SPACE_ABOVE)
            style.setBottomMargin(_SPACE_BELOW)
            frame.setFrameFormat(style)

    def lay_out_fully(self) -> None:
        """Lay out the whole document: a scroll bar that does not know its length yet stops short."""
        self._document.size()

    @property
    def leading(self) -> float:
        """The room between two lines of the body."""
        line = self._document.lastBlock().layout().lineAt(0)
        return max(0.0, line.height() - self._size * _TALL) if line.isValid() else 0.0

    def rects(self, span: Span) -> list[QRectF]:
        """Return the rectangles of a stretch of the body, one a line; none where it is not in the part shown."""
        return self.rects_between(self._positions.position(span[0]), self._positions.position(span[1]))

    def rects_between(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of a stretch of the document's positions, one a line."""
        rects = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
            for left, right, baseline in _stretches(block, start, end):
                top = origin.y() + baseline - self._size * _ABOVE_BASELINE
                rects.append(QRectF(origin.x() + left, top, right - left, self._size * _TALL))
            block = block.next()
        return rects

    def offset_near(self, y: float) -> int:
        """Return the character of the body that stands at a height, or next to it."""
        # In the space above the first line Qt finds the end of what it has laid out so far.
        inside = QPointF(self.margin, max(y, _SPACE_ABOVE + 1))
        at = self._document.documentLayout().hitTest(inside, Qt.HitTestAccuracy.FuzzyHit)
        return self._positions.offset(max(0, at))

    def position_under(self, point: QPointF) -> int:
        """Return the document's position of the character that covers a point, -1 where none does."""
        return self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)

    def offset_under(self, point: QPointF) -> int | None:
        """Return the character of the body that covers a point."""
        position = self.position_under(point)
        return self._positions.offset(position) if position >= self._body_start else None


def _stretches(block: QTextBlock, start: int, end: int) -> Iterator[tuple[float, float, float]]:
    """Yield left, right and baseline of each line's share of a stretch of positions, in pixels of the block."""
    layout, first = block.layout(), block.position()
    from_here, to_here = max(0, start - first), min(block.length() - 1, end - first)
    if from_here >= to_here:
        return
    text = block.text()
    for number in range(layout.lineForTextPosition(from_here).lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        begin = max(from_here, line.textStart())
        if begin >= to_here:
            return
        stop = min(to_here, line.textStart() + line.textLength())
        # The blank at which a line breaks stands outside the column.
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        edges = sorted((_x(line, begin), _x(line, stop)))
        if edges[0] < edges[1]:
            yield edges[0], edges[1], line.y() + line.ascent()


def _x(line: QTextLine, position: int) -> float:
    # PySide gives back the position beside the coordinate: Qt moves it into the line.
    at: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]
    return at[0]
