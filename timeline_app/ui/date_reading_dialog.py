"""Asks how dates are to be read where their words leave it open: in one article, and in the whole library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QGroupBox, QVBoxLayout, QWidget

from timeline_app.domain.date_reading import DateReading, Mode
from timeline_app.ui.dialogs import buttons, choice_box
from timeline_app.ui.plain_label import PlainLabel


class DateReadingDialog(QDialog):
    """Shows what is decided and lets the reader decide otherwise.

    Args:
        of_library: What is decided for all articles.
        of_article: What is decided for one of them, None where none is open.
        title: That article's title.
    """

    def __init__(
        self,
        of_library: DateReading,
        of_article: DateReading | None = None,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How dates are read"))
        column = QVBoxLayout(self)
        self._article: _Choices | None = None
        if of_article is not None:
            self._article = _Choices("article", of_article, self.tr("As in the library"), self.tr("As in the library"))
            words = self._article.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, _title_width(self))
            self._article.setTitle(self.tr("In “{title}”").format(title=words.replace("&", "&&")))
            column.addWidget(self._article)
        self._library = _Choices(
            "library", of_library, self.tr("What suits the article"), self.tr("As the article's language has it")
        )
        self._library.setTitle(self.tr("In the whole library"))
        column.addWidget(self._library)
        note = PlainLabel(
            self.tr(
                "This matters where the words leave a date open. The articles are read again for it; your corrections stay."
            )
        )
        note.setWordWrap(True)
        note.setForegroundRole(note.palette().ColorRole.PlaceholderText)
        column.addWidget(note)
        box = buttons(self)
        ok = box.button(QDialogButtonBox.StandardButton.Ok)
        ok.setDefault(True)
        column.addWidget(box)

    @property
    def of_library(self) -> DateReading:
        """What the reader wants for all articles."""
        return self._library.reading

    @property
    def of_article(self) -> DateReading | None:
        """What the reader wants for the article that is open, None where none is."""
        return self._article.reading if self._article is not None else None


def _title_width(widget: QWidget) -> int:
    return widget.fontMetrics().averageCharWidth() * 64


class _Choices(QGroupBox):
    """The two questions, for one article or for all; `name` tells the boxes apart."""

    def __init__(self, name: str, reading: DateReading, own_mode: str, own_order: str) -> None:
        super().__init__()
        self._mode = choice_box(
            f"{name} mode",
            (
                (own_mode, None),
                (self.tr("The day it was published, as in news"), Mode.NEWS),
                (self.tr("The date told before, as in histories"), Mode.NARRATIVE),
            ),
            reading.mode,
        )
        self._order = choice_box(
            f"{name} order",
            ((own_order, None), (self.tr("3 April"), True), (self.tr("4 March"), False)),
            reading.day_first,
        )
        form = QFormLayout(self)
        form.addRow(self.tr("“In May” and “on Tuesday” count from:"), self._mode)
        form.addRow(self.tr("03/04/2023 is:"), self._order)

    @property
    def reading(self) -> DateReading:
        mode = self._mode.currentData()  # Qt makes a plain text of it
        return DateReading(None if mode is None else Mode(mode), self._order.currentData())
