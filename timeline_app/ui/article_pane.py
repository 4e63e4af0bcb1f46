"""The pane in which an article is read: the whole text, the selected event's sentence marked, everything it rests on at hand.

The pane is passive: it shows the `StoredArticle` that it is given and says by signals what the reader wants.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from timeline_app.domain.words import spans_of
from timeline_app.ui.article_document import ArticleDocument, lay_out, parts_of
from timeline_app.ui.article_heading import NO_HEADING, heading_of, source_of
from timeline_app.ui.article_marks import Marks
from timeline_app.ui.article_steps import ArticleSteps
from timeline_app.ui.article_view import ArticleView
from timeline_app.ui.empty_state import EmptyState
from timeline_app.ui.evidence_line import EvidenceLine
from timeline_app.ui.part_bar import PartBar
from timeline_app.ui.quotation import quotation
from timeline_app.ui.reports_bar import ReportsBar
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import reading_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.domain.records import StoredArticle, StoredEvent
    from timeline_app.domain.words import Phrase

_RESTYLING = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange)


class ArticlePane(QWidget):
    """Shows one article and one of its events.

    Signals: `event_requested(event_id)` and `participant_requested(participant_id)` for what was clicked in the text or the
    margin; `source_requested(path or address)` where the reader asks for the source; `next_requested()` at the article's end;
    `reports_wanted()` for all reports side by side;
    `participant_released()` when the reader wants a participant's mentions marked no longer.
    Ids are Python integers of any size.
    """

    event_requested = Signal(object)
    participant_requested = Signal(object)
    source_requested = Signal(str)
    next_requested = Signal()
    participant_released = Signal()
    reports_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Article"))
        self._stored: StoredArticle | None = None
        self._event: StoredEvent | None = None
        self._marks: Marks | None = None
        self._laid_out: ArticleDocument | None = None
        self._parts: tuple[Span, ...] = ()
        self._part = 0
        self._scale = 1.0
        self._sought: Sequence[Phrase] = ()

        self._evidence = EvidenceLine(self)
        self._view = ArticleView(self)
        self._view.setAccessibleName(self.tr("Article text"))
        self._view.date_clicked.connect(self._ask_for_event)
        self._view.note_clicked.connect(self._ask_for_event)
        self._view.mention_clicked.connect(self.participant_requested)
        self._view.link_clicked.connect(self._ask_for_source)
        self._view.end_passed.connect(self._go_on)
        self._view.column_changed.connect(self._evidence.set_column)
        self._view.customContextMenuRequested.connect(self._open_menu)
        self._reports = ReportsBar(self)
        self._reports.wanted.connect(self.reports_wanted)
        self._view.column_changed.connect(self._reports.set_column)
        self._steps = ArticleSteps(lambda: self._view.visible_span()[0], self)
        self._steps.places_changed.connect(self._show_places)
        self._steps.place_wanted.connect(self._reveal)
        self._steps.participant_released.connect(self.participant_released)
        self._steps.put_away.connect(self._view.setFocus)
        self._view.column_changed.connect(self._steps.set_column)
        self._part_bar = PartBar(self)
        self._part_bar.part_requested.connect(self._turn_to)
        self._empty = EmptyState(
            self.tr("No article open"),
            self.tr("Select an event on the timeline to read the article that it comes from."),
            self,
        )

        reading = QWidget(self)
        self._column = column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._evidence, self._reports, self._steps):
            column.addWidget(widget)
        column.addWidget(self._view, 1)
        column.addWidget(self._part_bar)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(reading)
        self.setFocusProxy(self._view)

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def stored(self) -> StoredArticle | None:
        """The article shown."""
        return self._stored

    def show_article(self, stored: StoredArticle, event_id: int | None = None) -> None:
        """Show an article, scrolled to the sentence of one of its events; without an event, from its beginning.

        The article and event that are shown already stay where the reader has scrolled them to, whatever else changed about them.
        """
        before = (self._stored.id, self._event.id if self._event else None) if self._stored else None
        place = None if before != (stored.id, event_id) else self._place()
        is_other = self._stored != stored
        self._stored = stored
        self._event = next((event for event in stored.events if event.id == event_id), None)
        sentence = self._event.report.sentence if self._event else None
        if is_other:
            self._marks = Marks(stored)
            self._parts = parts_of(stored.article.body)
        part = self._part_of(sentence[0] if sentence else 0)
        if place is not None:
            part = min(self._part, len(self._parts) - 1)
        if is_other or part != self._part:
            self._part = part
            self._set_document()
        self._stack.setCurrentIndex(1)
        self._evidence.show_event(stored, self._event)
        self._view.set_event(event_id, sentence)
        if is_other:
            self._steps.show_article(stored)
            self._mark_sought()
        self._layout_now()
        if place is not None:
            self._return_to(place)
        elif sentence:
            self._view.place_cursor(sentence[0])
            self._view.reveal(sentence)
        else:
            self._view.verticalScrollBar().setValue(0)

    def _place(self) -> tuple[int, int]:
        """Return where the reader is: the first character in sight, and how far the view is scrolled."""
        return self._view.visible_span()[0], self._view.verticalScrollBar().value()

    def _return_to(self, place: tuple[int, int]) -> None:
        first, scrolled = place
        if scrolled != self._view.verticalScrollBar().value() and scrolled > 0:
            self._view.keep_at_top(first)

    def selected_span(self) -> Span | None:
        """Return the stretch of the body that the reader selected."""
        return self._view.selected_span() if self._stored is not None else None

    def focus_evidence(self) -> None:
        """Take the focus at the event's sentence, brought back into sight; without one, where the reader is."""
        sentence = self._event.report.sentence if self._event else None
        if sentence:
            self._reveal(sentence)
            self._view.place_cursor(sentence[0])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self, direction: int) -> None:
        """Go a page forward with 1, back with -1; at the end, to the next part or event."""
        if self._stored is not None:
            self._view.page(direction)

    def clear(self) -> None:
        """Show no article."""
        self._stored = self._event = self._marks = None
        self._steps.show_article(None)
        self._stack.setCurrentIndex(0)

    def set_text_scale(self, scale: float) -> None:
        """Show the text at `scale` times its usual size, the reader's place kept."""
        if scale != self._scale:
            self._scale = scale
            self._restyle()

    def _set_document(self) -> None:
        if self._stored is None or self._marks is None:
            return
        font, article = reading_font(self._scale), self._stored.article
        heading = heading_of(article, font, current_theme()) if self._part == 0 else NO_HEADING
        self._laid_out = lay_out(heading.lines, article.body, self._parts[self._part], font)
        runs = self._laid_out.runs
        link = runs[heading.source[0]][heading.source[1]] if heading.source else None
        date = runs[heading.date[0]][heading.date[1]] if heading.date else None
        self._view.show_document(self._laid_out, self._marks, link=link, date=date)
        self._part_bar.show_part(self._part, len(self._parts))

    def _layout_now(self) -> None:
        """Let the bars take their room before the text is scrolled."""
        self._stack.activate()
        self._column.activate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme, the font and the language at once."""
        super().changeEvent(event)
        if event.type() in _RESTYLING:
            self._restyle()

    def _restyle(self) -> None:
        if self._stored is None:
            return
        place = self._place()
        self._set_document()
        self._evidence.show_event(self._stored, self._event)
        self._return_to(place)

    # -- parts of a long article --------------------------------------------------------------------------------------

    def _part_of(self, offset: int) -> int:
        return max(0, bisect_left([start for start, _ in self._parts], offset + 1) - 1)

    def _turn_to(self, part: int) -> None:
        self._part = part
        self._set_document()
        self._view.verticalScrollBar().setValue(0)
        self._view.setFocus()

    def _go_on(self) -> None:
        if self._part + 1 < len(self._parts):
            self._turn_to(self._part + 1)
        else:
            self.next_requested.emit()

    def _reveal(self, span: Span) -> None:
        part = self._part_of(span[0])
        if part != self._part:
            self._part = part
            self._set_document()
        self._layout_now()
        self._view.reveal(span, always=False)

    # -- stepping through mentions and finds --------------------------------------------------------------------------

    def highlight_participant(self, participant_id: int | None) -> None:
        """Mark all mentions of a participant strongly and go to the first in sight; None marks none."""
        self._steps.mark_participant(participant_id)

    def next_mention(self) -> None:
        """Go to the next mention, or the next place found; from the last to the first."""
        self._steps.step(1)

    def previous_mention(self) -> None:
        """Go to the previous mention, or the previous place found; from the first to the last."""
        self._steps.step(-1)

    def show_other_reports(self, count: int) -> None:
        """Say how many other articles report the event that is read, or copy the article."""
        self._reports.show_count(count)

    def set_sought(self, phrases: Sequence[Phrase]) -> None:
        """Mark what the search of the library looks for, in this article and in those that follow."""
        if tuple(phrases) != tuple(self._sought):
            self._sought = phrases
            self._mark_sought()

    def _mark_sought(self) -> None:
        self._view.set_sought(spans_of(self._stored.article.body, self._sought) if self._stored is not None else ())

    def reveal_sought(self) -> None:
        """Bring the first place of what the search looks for into sight."""
        found = spans_of(self._stored.article.body, self._sought, limit=1) if self._stored is not None else []
        if found:
            self._reveal(found[0])

    def open_find(self) -> None:
        """Let the reader search in the article."""
        if self._stored is not None:
            self._steps.open_find()

    def _show_places(self) -> None:
        self._view.set_participant(self._steps.participant)
        self._view.set_hits(self._steps.found, self._steps.current)

    # -- what the reader takes away -----------------------------------------------------------------------------------

    def quotation(self) -> str:
        """Return what is selected, else the event's sentence, in quotation marks with its citation; empty where neither is."""
        if self._stored is None:
            return ""
        span = self._view.selected_span() or (self._event.report.sentence if self._event else None)
        return quotation(self._stored.article, span) if span else ""

    def copy_quotation(self) -> None:
        """Put the quotation on the clipboard."""
        if text := self.quotation():
            QGuiApplication.clipboard().setText(text)

    def _ask_for_event(self, event_id: int) -> None:
        # Whoever is asked may find the event selected already, and do nothing: the way back to its sentence is here.
        if self._event and self._event.id == event_id and self._event.report.sentence:
            self._reveal(self._event.report.sentence)
        self.event_requested.emit(event_id)

    def _ask_for_source(self) -> None:
        if self._stored is not None:
            self.source_requested.emit(source_of(self._stored.article))

    def _open_menu(self, at: QPoint) -> None:
        menu = self._menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        copy = QAction(self.tr("Copy"), menu)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self._view.textCursor().hasSelection())
        copy.triggered.connect(self._view.copy)
        quote = QAction(self.tr("Copy as a quotation with its source"), menu)
        quote.setEnabled(bool(self.quotation()))
        quote.triggered.connect(self.copy_quotation)
        find = QAction(self.tr("Find in this article"), menu)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.triggered.connect(self.open_find)
        source = QAction(self.tr("Open the source"), menu)
        source.setEnabled(bool(self._stored and source_of(self._stored.article)))
        source.triggered.connect(self._ask_for_source)
        menu.addActions([copy, quote])
        menu.addSeparator()
        menu.addActions([find, source])
        return menu

    def close_bar(self) -> bool:
        """Put away one of the bars above the text; False where none is open."""
        return self._steps.close_one()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find, step through what was found, and put the bars away."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.open_find()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self._steps.step(1)
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self._steps.step(-1)
        elif event.key() != Qt.Key.Key_Escape or not self.close_bar():
            super().keyPressEvent(event)
