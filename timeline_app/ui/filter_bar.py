"""The strip that says what is being shown, when it is not everything: one chip a condition, each with a way to take it off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.facets import Facet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class FilterBar(QWidget):
    """Shows an `EventFilter`; emits the filter that the reader wants instead."""

    filter_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter bar")
        self._filter = EventFilter()
        self._count = QLabel()
        self._count.setObjectName("filter count")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._clear = QToolButton()
        self._clear.setObjectName("clear filter")
        self._clear.setText(self.tr("Show all"))
        self._clear.clicked.connect(self._on_clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._count)
        row.addLayout(self._chips)
        row.addStretch(1)
        row.addWidget(self._clear)
        self.hide()

    def show_filter(self, wanted: EventFilter, names: Mapping[int, str]) -> None:
        """Show the conditions of a filter; `names` gives participants their names."""
        self._filter = wanted
        while (item := self._chips.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.deleteLater()
        for text, without in self._conditions(names):
            chip = QToolButton()
            chip.setObjectName("chip")
            # An ampersand in a name is a letter, not a mnemonic.
            chip.setText(f"{text}  ✕".replace("&", "&&"))
            chip.setToolTip(self.tr("Take this condition off"))
            chip.setAccessibleName(self.tr("Take off: {condition}").format(condition=text))
            chip.clicked.connect(lambda _checked=False, value=without: self.filter_wanted.emit(value))
            self._chips.addWidget(chip)
        self.setVisible(not wanted.is_empty)

    def show_counts(self, shown: int, total: int) -> None:
        """Say how many of all events pass."""
        number = QLocale().toString
        self._count.setText(self.tr("{shown} of {total} events").format(shown=number(shown), total=number(total)))

    def _conditions(self, names: Mapping[int, str]) -> Iterator[tuple[str, EventFilter]]:
        """Yield each condition in words, with the filter that remains without it."""
        current = self._filter
        if current.query:
            yield self.tr("Search: {words}").format(words=current.query), replace(current, query="")
        for choice in sorted(current.chosen):
            who = names.get(int(choice.value)) if choice.facet is Facet.PARTICIPANT else str(choice.value)
            yield who or self.tr("a participant"), current.without(choice)

    def _on_clear(self) -> None:
        self.filter_wanted.emit(self._filter.cleared)
