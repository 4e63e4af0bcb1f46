"""The strip that says what is being shown, when it is not everything: one chip a condition, each with a way to take it off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QWidget

from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.facets import Choice, Facet
from timeline_app.domain.period import Granularity, Period
from timeline_app.library import as_typed
from timeline_app.models import texts
from timeline_app.models.facet_texts import condition
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST = 36
"""Letters of a condition that a chip shows."""


class FilterBar(QWidget):
    """Shows an `EventFilter`; emits the filter that the reader wants instead.

    Delete on a chip takes its condition off; Left and Right go from chip to chip.
    """

    filter_wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter bar")
        self.setAccessibleName(self.tr("What is shown"))
        self._filter = EventFilter()
        self._said: list[str] = []
        self._shown: object = None
        self._count = PlainLabel()
        self._count.setObjectName("filter count")
        row_of_chips = QWidget()
        self._chips = QHBoxLayout(row_of_chips)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(6)
        self._room = QScrollArea()
        self._room.setObjectName("chips")
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setWidget(row_of_chips)
        self._back = QToolButton()
        self._back.setObjectName("earlier filter")
        self._back.setText(self.tr("Earlier filter"))
        self._back.setToolTip(self.tr("The filter before this one"))
        self._back.clicked.connect(self.undo_wanted)
        self._clear = QToolButton()
        self._clear.setObjectName("clear filter")
        self._clear.setText(self.tr("Show all"))
        self._clear.clicked.connect(self._on_clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._count)
        row.addWidget(self._room, 1)
        row.addWidget(self._back)
        row.addWidget(self._clear)
        self.setFocusProxy(self._clear)
        self.hide()

    def show_filter(self, wanted: EventFilter, names: Mapping[int, str], *, can_undo: bool = False) -> None:
        """Show the conditions of a filter; `names` gives participants their names. The same again change nothing."""
        self._filter = wanted
        conditions = list(self._conditions(names))
        if self._shown == (wanted, can_undo, conditions):
            return
        self._shown = wanted, can_undo, conditions
        focused = next((at for at, chip in enumerate(self.chips()) if chip.hasFocus()), -1)
        while (item := self._chips.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.removeEventFilter(self)
                chip.hide()
                chip.deleteLater()
        self._said = []
        people = len(wanted.participants)
        for text, is_left_out, without in conditions:
            self._said.append(self.tr("not {condition}").format(condition=text) if is_left_out else text)
            self._chips.addWidget(self._chip(text, without, is_left_out=is_left_out))
            if len(without.participants) < len(wanted.participants):
                people -= 1
                if not people and len(wanted.participants) > 1:  # behind the last of them
                    self._chips.addWidget(self._choice_of_all_or_any())
        self._chips.addStretch(1)
        self._back.setVisible(can_undo)
        self.setVisible(not wanted.is_empty)
        self._room.setFixedHeight(self._clear.sizeHint().height() + 4)
        if focused >= 0:
            # Who takes chips off by key stays among them.
            left = self.chips()
            (left[min(focused, len(left) - 1)] if left else self._clear).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, shown: int, total: int) -> None:
        """Say how many of all events pass."""
        self._count.setText(self.tr("{shown} of %Ln events", "", total).format(shown=QLocale().toString(shown)))

    def chips(self) -> list[QToolButton]:
        """Return the chips in their order."""
        items = (self._chips.itemAt(at) for at in range(self._chips.count()))
        found = (item.widget() for item in items if item is not None)
        return [chip for chip in found if isinstance(chip, QToolButton)]

    def words(self) -> list[str]:
        """Return the conditions in words."""
        return self._said

    def _chip(self, text: str, without: EventFilter, *, is_left_out: bool) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setProperty("excluded", is_left_out)
        # A reader who tabs here sees the whole of it.
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.tr("not {condition}").format(condition=text) if is_left_out else text
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        # An ampersand in a name is a letter, not a mnemonic.
        chip.setText(f"{short}  ✕".replace("&", "&&"))
        chip.setToolTip(self.tr("Take this condition off") if short == words else words.replace("<", "&lt;"))
        chip.setAccessibleName(self.tr("Take off: {condition}").format(condition=words))
        chip.clicked.connect(lambda _checked=False: self.filter_wanted.emit(without))
        chip.installEventFilter(self)
        return chip

    def _choice_of_all_or_any(self) -> QToolButton:
        """Return the chip that says how several participants are meant, and turns that round."""
        is_together = self._filter.together
        chip = QToolButton()
        chip.setObjectName("together")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setText(self.tr("all of them together") if is_together else self.tr("any of them"))
        chip.setToolTip(
            self.tr("Show the events of any of these participants")
            if is_together
            else self.tr("Show only events in which all of these participants take part together")
        )
        chip.setAccessibleName(chip.toolTip())
        turned = replace(self._filter, together=not is_together)
        chip.clicked.connect(lambda _checked=False: self.filter_wanted.emit(turned))
        chip.installEventFilter(self)
        return chip

    def _conditions(self, names: Mapping[int, str]) -> Iterator[tuple[str, bool, EventFilter]]:
        """Yield each condition in words, whether it leaves out, and the filter that remains without it."""
        current = self._filter
        if current.query:
            yield self.tr("Search: {words}").format(words=as_typed(current.query)), False, replace(current, query="")
        if current.after is not None or current.before is not None:
            period = Period(current.after, current.before, Granularity.DAY)
            yield texts.period(period), False, replace(current, after=None, before=None)
        for choices, is_left_out in ((current.chosen, False), (current.excluded, True)):
            for choice in sorted(choices, key=lambda choice: (choice.facet, str(choice.value))):
                yield self._words(choice, names), is_left_out, current.without(choice)

    def _words(self, choice: Choice, names: Mapping[int, str]) -> str:
        name = names.get(int(choice.value), "") if choice.facet is Facet.PARTICIPANT else ""
        return condition(choice.facet, choice.value, name)

    def _on_clear(self) -> None:
        self.filter_wanted.emit(self._filter.cleared)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys go from chip to chip and take them off; bring the chip that has the focus into sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._room.ensureWidgetVisible(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QToolButton):
            chips = self.chips()
            at = chips.index(watched) if watched in chips else -1
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
                if watched.objectName() == "chip":
                    watched.click()
                return True
            if step is not None and 0 <= at + step < len(chips):
                chips[at + step].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
