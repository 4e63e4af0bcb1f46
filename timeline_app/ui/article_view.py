"""The article's text on the screen: a book's column, with its marks painted under the words and its events in the margin."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from timeline_app.ui import article_painting
from timeline_app.ui.article_geometry import ArticleGeometry
from timeline_app.ui.article_marks import DateMark, MarginNote, MentionMark
from timeline_app.ui.theme import current_theme
from timeline_app.ui.tooltips import show_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent

    from timeline_app.domain.extraction import Span
    from timeline_app.ui.article_document import ArticleDocument
    from timeline_app.ui.article_marks import Marks

_READING_LINE = 0.28
"""Where on the screen, from the top, what the reader asked for comes to stand: with some of what goes before it in sight."""
_HEADING_STAYS = 0.8

Target: TypeAlias = DateMark | MentionMark | MarginNote


class ArticleView(QTextEdit):
    """A read-only text that knows its marks. Spans are in characters of the article's body."""

    date_clicked = Signal(object)
    mention_clicked = Signal(object)
    note_clicked = Signal(object)
    link_clicked = Signal()
    end_passed = Signal()
    column_changed = Signal(float, float)
    """The margins left and right of the column, in pixels of the whole view, its scroll bar included."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self._laid_out: ArticleDocument | None = None
        self._marks: Marks | None = None
        self._geometry: ArticleGeometry | None = None
        self._link: Span | None = None
        self._stated_date: Span | None = None
        self._evidence: Span | None = None
        self._event: int | None = None
        self._participant: int | None = None
        self._hits: Sequence[Span] = ()
        self._sought: Sequence[Span] = ()
        self._hit: Span | None = None
        self._notes: list[tuple[QRectF, MarginNote]] = []
        self._pressed_at: QPoint | None = None

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_document(self, laid_out: ArticleDocument, marks: Marks, *, link: Span | None, date: Span | None) -> None:
        """Show a laid-out article with its marks.

        `link` and `date` are where, in positions of the document, the heading names the source and states the date.
        """
        previous = self._laid_out
        self._laid_out, self._marks, self._link, self._stated_date = laid_out, marks, link, date
        self._geometry = ArticleGeometry(laid_out)
        self._notes = []
        laid_out.document.setParent(self)
        self.setDocument(laid_out.document)
        if previous is not None:
            previous.document.deleteLater()
        self._set_column(self._geometry)

    def set_event(self, event: int | None, evidence: Span | None) -> None:
        """Mark the sentence of the selected event; without one, the date in the heading, on which an article's appearance rests."""
        self._event, self._evidence = event, evidence
        self.viewport().update()

    def set_participant(self, participant: int | None) -> None:
        """Mark all mentions of a participant strongly, or none."""
        self._participant = participant
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Mark what was found, and the one that the reader stands at."""
        self._hits, self._hit = hits, current
        self.viewport().update()

    def set_sought(self, sought: Sequence[Span]) -> None:
        """Mark what the search of the library looks for."""
        self._sought = sought
        self.viewport().update()

    # -- where things are ---------------------------------------------------------------------------------------------

    def rects_of(self, span: Span) -> list[QRectF]:
        """Return the rectangles of a stretch of the body, one a line, in pixels of the viewport; empty where not shown."""
        return self._on_screen(self._geometry.rects(span)) if self._geometry else []

    def _on_screen(self, rects: list[QRectF]) -> list[QRectF]:
        return [rect.translated(0, -self._scroll()) for rect in rects]

    def _scroll(self) -> int:
        return self.verticalScrollBar().value()

    def visible_span(self) -> Span:
        """Return the stretch of the body that is on the screen."""
        if self._geometry is None:
            return 0, 0
        top = self._scroll()
        return self._geometry.offset_near(top), self._geometry.offset_near(top + self.viewport().height()) + 1

    def mark_at(self, point: QPoint) -> Target | None:
        """Return the mark or margin note at a point of the viewport."""
        for rect, note in self._notes:
            if rect.contains(QPointF(point)):
                return note
        if self._geometry is None or self._marks is None:
            return None
        offset = self._geometry.offset_under(self._in_document(point))
        return None if offset is None else self._marks.at(offset)

    def _in_document(self, point: QPoint) -> QPointF:
        return QPointF(point.x(), point.y() + self._scroll())

    def _is_link(self, point: QPoint) -> bool:
        if self._link is None or self._geometry is None:
            return False
        return self._link[0] <= self._geometry.position_under(self._in_document(point)) < self._link[1]

    # -- moving -------------------------------------------------------------------------------------------------------

    def reveal(self, span: Span, *, always: bool = True) -> None:
        """Scroll a stretch of the body to the reading line; with `always` false, only where it is out of sight."""
        rects = self.rects_of(span)
        if not rects or self._geometry is None:
            return
        height = self.viewport().height()
        if not always and rects[0].top() >= 0 and rects[-1].bottom() <= height:
            return
        self._geometry.lay_out_fully()
        top, bottom = rects[0].top() + self._scroll(), rects[-1].bottom() + self._scroll()
        # Near the beginning the heading stays in sight: who says it is the next question.
        target = 0 if bottom < height * _HEADING_STAYS else round(top - height * _READING_LINE)
        self.verticalScrollBar().setValue(target)

    def place_cursor(self, offset: int) -> None:
        """Put the text cursor at a character of the body, without scrolling."""
        if self._laid_out is not None:
            kept = self._scroll()
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._laid_out.positions.position(offset))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(kept)

    def selected_span(self) -> Span | None:
        """Return the stretch of the body that the reader selected."""
        cursor = self.textCursor()
        if self._laid_out is None or cursor.selectionEnd() <= max(cursor.selectionStart(), self._laid_out.body_start):
            return None
        offset = self._laid_out.positions.offset
        return offset(cursor.selectionStart()), offset(cursor.selectionEnd())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page with the space bar, follow the mark at the cursor with Enter."""
        if event.key() == Qt.Key.Key_Space:
            self.page(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow_at_cursor()
        else:
            super().keyPressEvent(event)

    def page(self, direction: int) -> None:
        """Go a page forward with 1, back with -1; the last lines of one are the first of the next. Says when the end is passed."""
        bar = self.verticalScrollBar()
        if direction > 0 and bar.value() >= bar.maximum():
            self.end_passed.emit()
        else:
            bar.setValue(bar.value() + direction * round(bar.pageStep() * 0.9))

    def _follow_at_cursor(self) -> None:
        position = self.textCursor().position()
        if self._link is not None and self._link[0] <= position < self._link[1]:
            self.link_clicked.emit()
        elif self._laid_out is not None and self._marks is not None and position >= self._laid_out.body_start:
            self._follow(self._marks.at(self._laid_out.positions.offset(position)))

    def _follow(self, target: Target | None) -> None:
        if isinstance(target, DateMark):
            if target.event is not None:
                self.date_clicked.emit(target.event)
        elif isinstance(target, MentionMark):
            self.mention_clicked.emit(target.who.id)
        elif isinstance(target, MarginNote):
            self.note_clicked.emit(target.event.id)

    # -- the pointer --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click may begin."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if is_left else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a mark that was clicked; a drag selects text and follows nothing."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        point = event.position().toPoint()
        if pressed is None or self.textCursor().hasSelection():
            return
        if (point - pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        if self._is_link(point):
            self.link_clicked.emit()
        else:
            self._follow(self.mark_at(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            point = event.position().toPoint()
            target = self.mark_at(point)
            dead = target is None or (isinstance(target, DateMark) and target.event is None)
            shape = (
                Qt.CursorShape.IBeamCursor if dead and not self._is_link(point) else Qt.CursorShape.PointingHandCursor
            )
            self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain the mark under the pointer."""
        if event.type() == QEvent.Type.ToolTip:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            target = self.mark_at(help_event.pos())
            area = QRect(help_event.pos() - QPoint(4, 4), help_event.pos() + QPoint(4, 4))
            show_plain(help_event.globalPos(), target.explanation if target else "", self.viewport(), area)
            return True
        return super().viewportEvent(event)

    # -- layout -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at its measure and the reader at the same words."""
        first = self.visible_span()[0]
        at_top = self._scroll() == 0
        super().resizeEvent(event)
        if self._geometry is not None:
            self._set_column(self._geometry)
        if not at_top and event.oldSize().width() != event.size().width():
            self.keep_at_top(first)

    def keep_at_top(self, offset: int) -> None:
        """Scroll so that a character of the body is in the first line on the screen."""
        rects = self.rects_of((offset, offset + 1))
        if rects and self._geometry is not None:
            self._geometry.lay_out_fully()
            self.verticalScrollBar().setValue(round(rects[0].top() + self._scroll()))

    def _set_column(self, geometry: ArticleGeometry) -> None:
        geometry.set_width(self.viewport().width())
        self.column_changed.emit(geometry.margin, geometry.margin + self.width() - self.viewport().width())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give away the article's own characters, without what was put in for display, as text alone."""
        data = QMimeData()
        text = self.textCursor().selection().toPlainText()
        data.setText(text.replace("\u200b", "").replace("\u2028", "\n"))
        return data

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, the words on top of them, and the margin."""
        if self._geometry is not None and self._marks is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_evidence(painter, self._geometry)
            self._paint_marks(painter, self._marks)
            self._paint_notes(painter, self._marks, self._geometry.margin - article_painting.NOTE_GAP)
            painter.end()
        super().paintEvent(event)

    def _paint_evidence(self, painter: QPainter, geometry: ArticleGeometry) -> None:
        if self._evidence is not None:
            article_painting.evidence(painter, self.rects_of(self._evidence), current_theme(), geometry.leading)
        elif self._event is not None and self._stated_date is not None:
            stated = self._on_screen(geometry.rects_between(*self._stated_date))
            article_painting.evidence(painter, stated, current_theme(), 0)

    def _paint_marks(self, painter: QPainter, marks: Marks) -> None:
        theme, visible = current_theme(), self.visible_span()
        first = max(0, bisect_left(self._sought, visible) - 1)
        for span in self._sought[first : bisect_left(self._sought, (visible[1], 0))]:
            article_painting.hit(painter, self.rects_of(span), theme, is_current=False)
        first = max(0, bisect_left(self._hits, visible) - 1)
        for span in self._hits[first : bisect_left(self._hits, (visible[1], 0))]:
            article_painting.hit(painter, self.rects_of(span), theme, is_current=span == self._hit)
        for mention in marks.mentions_within(visible):
            strong = mention.who.id == self._participant
            is_current = strong and mention.span == self._hit
            article_painting.mention(
                painter, self.rects_of(mention.span), theme, mention.who.kind, is_strong=strong, is_current=is_current
            )
        for date in marks.dates_within(visible):
            article_painting.date(painter, self.rects_of(date.span), theme)

    def _paint_notes(self, painter: QPainter, marks: Marks, room: float) -> None:
        """Set the notes beside their sentences, each below the one before where they would meet."""
        self._notes = []
        font = article_painting.note_font(self.font())
        metrics = QFontMetricsF(font)
        free_from = -metrics.height()
        for note in marks.notes_within(self.visible_span()):
            rects = self.rects_of((note.span[0], note.span[0] + 1))
            if rects:
                top = max(free_from, rects[0].center().y() - metrics.height() / 2)
                area = QRectF(0, top, room, metrics.height())
                is_current = note.event.id == self._event
                taken = article_painting.note(painter, area, note, font, current_theme(), is_current=is_current)
                self._notes.append((taken, note))
                free_from = top + metrics.height()
