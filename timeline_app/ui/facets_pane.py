"""The pane that narrows down: facets with their counts, to choose and to leave out, and the months as bars.

Passive: it is given counts and says by signals what the reader wants.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QMenu, QToolButton, QVBoxLayout, QWidget

from timeline_app.models.facet_model import FacetModel, Order, Part, State
from timeline_app.ui.facet_delegate import FacetDelegate
from timeline_app.ui.facet_histogram import FacetHistogram

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.domain.facet_counts import FacetCounts
    from timeline_app.domain.facets import Choice

_WIDTH_IN_LETTERS = 44


class FacetsPane(QWidget):
    """Shows `FacetCounts`.

    Signals: `choice_toggled(Choice)` and `exclusion_toggled(Choice)` for a value that is to be shown or left out, or no longer;
    `only_wanted(Choice)` for the value that alone of its facet is to be shown; `stretch_wanted(after, before)` for a stretch of
    time, None twice for none.
    """

    choice_toggled = Signal(object)
    exclusion_toggled = Signal(object)
    only_wanted = Signal(object)
    stretch_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Narrow down"))
        self.setObjectName("facets")
        self._model = FacetModel(self)
        self._find = QLineEdit()
        self._find.setObjectName("facet search")
        self._find.setPlaceholderText(self.tr("Find a name, an outlet, a tag"))
        self._find.setAccessibleName(self.tr("Find among the values"))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._model.set_words)
        self._order = QToolButton()
        self._order.setObjectName("facet_order")
        self._order.setText(self.tr("A–Z"))
        self._order.setCheckable(True)
        self._order.setToolTip(self.tr("By name; else those with most events first"))
        self._order.toggled.connect(self._turn_order)
        self._histogram = FacetHistogram(self)
        self._histogram.stretch_wanted.connect(self.stretch_wanted)
        self._view = _FacetsView(self._model, self)
        self._view.toggle_wanted.connect(self._toggle)
        self._view.exclude_wanted.connect(self._exclude)
        self._view.menu_wanted.connect(self._open_menu)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 4)
        row.addWidget(self._find, 1)
        row.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._histogram)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * (_WIDTH_IN_LETTERS // 2))

    @property
    def wanted_width(self) -> int:
        """How wide the pane is at first, in pixels."""
        return self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS

    def show_counts(self, counts: FacetCounts) -> None:
        """Show other counts; the reader's place in the list stays."""
        self._view.remember()
        self._model.set_counts(counts)
        self._histogram.show_histogram(counts.histogram, counts.wanted)
        self._view.return_to_place()

    def show_filter(self, wanted: EventFilter) -> None:
        """Show at once what is chosen; the counts follow."""
        self._model.set_filter(wanted)

    def clear(self) -> None:
        """Show nothing: there is no library, or its events are being read."""
        self._model.set_counts(None)
        self._histogram.hide()

    @property
    def folded(self) -> list[str]:
        """Which sections are folded, to be remembered."""
        return self._model.folded

    def set_folded(self, keys: Sequence[str]) -> None:
        """Fold these sections."""
        self._model.set_folded(keys)

    def _turn_order(self, by_name: bool) -> None:
        self._model.set_order(Order.NAME if by_name else Order.COUNT)

    def _toggle(self, index: QModelIndex) -> None:
        choice = index.data(FacetModel.CHOICE_ROLE)
        if choice is not None:
            # What is left out is first let in again.
            excluded = index.data(FacetModel.STATE_ROLE) is State.EXCLUDED
            (self.exclusion_toggled if excluded else self.choice_toggled).emit(choice)
            return
        row = index.row()
        self._view.remember()
        self._model.toggle_fold(row)
        self._view.return_to_place()
        self._view.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))

    def _exclude(self, index: QModelIndex) -> None:
        choice = index.data(FacetModel.CHOICE_ROLE)
        if choice is not None:
            self.exclusion_toggled.emit(choice)

    def _open_menu(self, index: QModelIndex, at: QPoint) -> None:
        choice = index.data(FacetModel.CHOICE_ROLE)
        if choice is None:
            return
        menu = self.menu_for(choice, index.data(FacetModel.STATE_ROLE))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu_for(self, choice: Choice, state: State) -> QMenu:
        """Return what can be done with a value."""
        menu = QMenu(self)
        for words, wanted, is_on in (
            (self.tr("&Show"), self.choice_toggled, state is State.CHOSEN),
            (self.tr("&Leave out"), self.exclusion_toggled, state is State.EXCLUDED),
            (self.tr("Show &only this"), self.only_wanted, False),
        ):
            action = QAction(words, menu)
            action.setCheckable(wanted is not self.only_wanted)
            action.setChecked(is_on)
            action.triggered.connect(lambda _checked=False, wanted=wanted: wanted.emit(choice))
            menu.addAction(action)
        return menu


class _FacetsView(QListView):
    """The list: Enter, Space or a click toggles a row; Delete, `-` or Ctrl+click leaves a value out; Left and Right fold."""

    toggle_wanted = Signal(QModelIndex)
    exclude_wanted = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, model: FacetModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._facets = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Values, with how many events have them"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setItemDelegate(FacetDelegate(self))
        self._place: tuple[int, Choice | None, int] = (0, None, -1)

    def remember(self) -> None:
        """Note where the reader is, before the rows change."""
        current = self.currentIndex()
        choice = current.data(FacetModel.CHOICE_ROLE) if current.isValid() else None
        self._place = self.verticalScrollBar().value(), choice, current.row()

    def return_to_place(self) -> None:
        """Go back to where the reader was."""
        scrolled, choice, row = self._place
        found = self._facets.row_of(choice) if choice is not None else row
        if 0 <= found < self._facets.rowCount():
            self.setCurrentIndex(self._facets.index(found))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            leaves_out = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            (self.exclude_wanted if leaves_out else self.toggle_wanted).emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer, from the keyboard for the current one."""
        by_pointer = event.reason() == event.Reason.Mouse
        index = self.indexAt(event.pos()) if by_pointer else self.currentIndex()
        if index.isValid():
            at = event.globalPos() if by_pointer else self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(index, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current row."""
        index, key = self.currentIndex(), event.key()
        if not index.isValid():
            super().keyPressEvent(event)
            return
        part, is_folded = index.data(FacetModel.PART_ROLE), bool(index.data(FacetModel.FOLDED_ROLE))
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle_wanted.emit(index)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus):
            self.exclude_wanted.emit(index)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and part is Part.HEADING:
            if (key == Qt.Key.Key_Right) == is_folded:
                self.toggle_wanted.emit(index)
        elif key == Qt.Key.Key_Left:
            row = index.row()
            while row and self._facets.index(row).data(FacetModel.PART_ROLE) is not Part.HEADING:
                row -= 1
            self.setCurrentIndex(self._facets.index(row))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Stand on the first row when the focus comes by key."""
        if event.type() == QEvent.Type.FocusIn and not self.currentIndex().isValid() and self._facets.rowCount():
            self.setCurrentIndex(self._facets.index(0))
        return super().event(event)
