"""Who takes part in the article that is read: people, organisations, places, each with its role and counts.

Passive: the pane is given participants and says by signals whose mentions, or whose events, the reader wants.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QLocale, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QStackedLayout, QTableView, QWidget

from timeline_app.models.participant_drag import drag_of, participant_of
from timeline_app.models.participant_model import ParticipantColumn, ParticipantModel
from timeline_app.ui.empty_state import EmptyState
from timeline_app.ui.participant_delegate import ParticipantDelegate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent, QMouseEvent

    from timeline_app.domain.records import StoredParticipant


class ParticipantsPane(QWidget):
    """Shows participants by kind.

    Signals: `participant_selected(participant_id or None)` when the reader wants a participant's mentions marked, or marked no
    longer; `filter_requested(participant_id)` when the reader turns the filter on or off for one. Ids are Python integers.
    """

    participant_selected = Signal(object)
    filter_requested = Signal(object)
    current_changed = Signal()
    """Another participant stands out now (see `current`)."""
    merge_requested = Signal(object, object)
    """One participant was laid on another: the ids of the first, and of the one whose name they are to go by."""
    menu_requested = Signal(QPoint)
    """A menu is wanted for the current participant, at a place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Participants"))
        self._model = ParticipantModel(self)
        self._view = _ParticipantsView(self._model, self)
        self._view.setAccessibleName(self.tr("Participants"))
        self._view.chosen.connect(self._choose)
        self._view.doubled.connect(self._ask_for_filter)
        self._view.laid_on.connect(self.merge_requested)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._ask_for_menu)
        self._view.selectionModel().currentChanged.connect(lambda _now, _before: self.current_changed.emit())
        self._nothing_open = EmptyState(
            self.tr("Participants"),
            self.tr("The people, organisations and places of the article that you read stand here."),
            self,
        )
        self._nobody = EmptyState(
            self.tr("Nobody named"),
            self.tr("No people, organisations or places were recognised in this article."),
            self,
        )
        self._stack = QStackedLayout(self)
        for page in (self._nothing_open, self._nobody, self._view):
            self._stack.addWidget(page)
        self.setFocusProxy(self._view)

    @property
    def current(self) -> int | None:
        """The id of the participant that stands out: the one with the keyboard's place, else the one marked in the text."""
        found = self._view.currentIndex().data(ParticipantModel.ID_ROLE)
        return found if found is not None else self._model.marked

    def show_participants(self, participants: Sequence[StoredParticipant]) -> None:
        """Show who takes part in an article."""
        self._model.set_participants(participants)
        self._view.lay_out_rows()
        self._stack.setCurrentWidget(self._view if participants else self._nobody)

    def show_counts(self, events: Mapping[int, int]) -> None:
        """Show in how many events on the timeline each of them takes part: counted in the background, it comes a little later."""
        self._model.set_counts(events)
        self._view.lay_out_rows()

    def clear(self) -> None:
        """Show that no article is open."""
        self._model.set_participants(())
        self._model.set_marked(None)
        self._stack.setCurrentWidget(self._nothing_open)

    def show_filter(self, participant_ids: Collection[int]) -> None:
        """Show whose events the filter asks for."""
        self._model.set_filtered(participant_ids)

    def select_participant(self, participant_id: int | None) -> None:
        """Show whose mentions are marked in the text, and bring the row into sight; says nothing by signals."""
        self._model.set_marked(participant_id)
        row = -1 if participant_id is None else self._model.row_of(participant_id)
        if row >= 0:
            index = self._model.index(row, ParticipantColumn.WHO)
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)

    def _ask_for_menu(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        if index.data(ParticipantModel.ID_ROLE) is not None:
            self._view.setCurrentIndex(index)
            self.menu_requested.emit(self._view.viewport().mapToGlobal(place))

    def _choose(self, index: QModelIndex) -> None:
        participant_id = index.data(ParticipantModel.ID_ROLE)
        if participant_id is None:
            return
        if index.column() == ParticipantColumn.FILTER:
            self._ask_for_filter(index)
            return
        wanted = None if participant_id == self._model.marked else participant_id
        self._model.set_marked(wanted)
        self.participant_selected.emit(wanted)

    def _ask_for_filter(self, index: QModelIndex) -> None:
        participant_id = index.data(ParticipantModel.ID_ROLE)
        if participant_id is not None:
            self.filter_requested.emit(participant_id)


class _ParticipantsView(QTableView):
    """A table without its furniture.

    Emits `chosen` for a cell that was clicked, or on which Enter or Space was pressed, and `doubled` for a name that was clicked
    twice.
    """

    chosen = Signal(QModelIndex)
    doubled = Signal(QModelIndex)
    laid_on = Signal(object, object)
    """The ids of a participant that was dropped, and of the one that it was dropped on."""

    def __init__(self, model: ParticipantModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._participants = model
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setMinimumSectionSize(8)
        self.setItemDelegate(ParticipantDelegate(self))
        self._ends_double_click = False
        self.clicked.connect(self.chosen)
        self._pressed: QPoint | None = None
        self.setAcceptDrops(True)

    def lay_out_rows(self) -> None:
        """Give every row its height and let headings run over both columns."""
        model = self._participants
        header = self.horizontalHeader()
        header.setSectionResizeMode(ParticipantColumn.WHO, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ParticipantColumn.FILTER, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(ParticipantColumn.FILTER, self.fontMetrics().height() + self._widest_count() + 26)
        self.clearSpans()
        for row in range(model.rowCount()):
            if model.is_heading(row):
                self.setSpan(row, 0, 1, len(ParticipantColumn))
        self.resizeRowsToContents()

    def _widest_count(self) -> int:
        model = self._participants
        rows = range(model.rowCount())
        counts = [model.index(row, ParticipantColumn.WHO).data(ParticipantModel.EVENTS_ROLE) for row in rows]
        return max(
            (self.fontMetrics().horizontalAdvance(QLocale().toString(n)) for n in counts if n is not None), default=0
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.lay_out_rows()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys act."""
        super().focusInEvent(event)
        self._find_place()

    def _find_place(self) -> None:
        """Stand on the first participant where the view stands nowhere: Qt would try the heading above, and give up."""
        if not self.currentIndex().isValid() and self._participants.rowCount() > 1:
            self.selectionModel().setCurrentIndex(
                self._participants.index(1, ParticipantColumn.WHO), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take a participant by the name, to be given a lane of the timeline."""
        at = event.position().toPoint()
        if self._pressed is None or (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        index, self._pressed = self.indexAt(self._pressed), None
        participant, name = index.data(ParticipantModel.ID_ROLE), index.data()
        if participant is not None and name:
            drag = QDrag(self)
            drag.setMimeData(drag_of(participant, name))
            drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome participants."""
        if participant_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show on whom it would fall."""
        if self._under(event) is not None:
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say that the two are to be one."""
        other = self._under(event)
        if other is not None:
            self.laid_on.emit(participant_of(event.mimeData()), other)
            event.acceptProposedAction()

    def _under(self, event: QDropEvent) -> int | None:
        """Return the participant under a drag, None where that is nobody or the one that is dragged."""
        participant = participant_of(event.mimeData())
        under = self.indexAt(event.position().toPoint()).data(ParticipantModel.ID_ROLE)
        return under if participant is not None and under != participant else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell a name that is clicked twice from two clicks; the filter's control takes every click."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == ParticipantColumn.WHO:
            self._ends_double_click = True
            self.doubled.emit(index)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the end of a double click for no click."""
        if self._ends_double_click:
            self._ends_double_click = False
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current cell with Enter or Space."""
        self._find_place()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
