"""Several reports of one event side by side, with the words marked that only one of two has."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableCell,
    QTextTableFormat,
)
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from timeline_app.domain.wording import share_in_common
from timeline_app.ui.article_painting import faded
from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import reading_font, scaled, with_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.domain.wording import Row, Side


class Version(NamedTuple):
    """A report: what it is called in the list, its title, its text, and the sentence that tells of the event, if any."""

    name: str
    title: str
    text: str
    evidence: Span | None


class CompareWindow(QDialog):
    """Two columns: the leading report and another one, of which the reader chooses which.

    `other_wanted(number)` asks for the comparison of the first version with another one; `show_rows` shows it.
    """

    other_wanted = Signal(int)

    def __init__(self, versions: Sequence[Version], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Reports side by side"))
        self.setObjectName("compare")
        self._versions = versions
        self._rows: Sequence[Row] = ()
        self._number = 1
        first = PlainLabel(versions[0].name, wraps=True)
        first.setFont(with_weight(self.font(), QFont.Weight.DemiBold))
        self._others = QComboBox()
        self._others.setObjectName("other report")
        self._others.setAccessibleName(self.tr("The other report"))
        self._others.addItems([version.name for version in versions[1:]])
        self._others.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._others.currentIndexChanged.connect(lambda at: self._want(at + 1))
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(24)
        head.addWidget(first, 1)
        head.addWidget(self._others, 1)
        self._view = QTextEdit()
        self._view.setReadOnly(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setCursorWidth(0)
        self._view.setAccessibleName(self.tr("Both texts"))
        self._view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._said = PlainLabel()
        self._said.setContentsMargins(16, 6, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._view, 1)
        column.addWidget(self._said)
        self.resize(1080, 680)
        self._view.setFocus()

    def _want(self, number: int) -> None:
        self._number = number
        self.other_wanted.emit(number)

    def show_rows(self, number: int, rows: Sequence[Row]) -> None:
        """Show how the first version compares with another; an answer to an older choice is let go."""
        if number != self._number:
            return
        self._rows = rows
        self._write()
        one, other = self._versions[0].text, self._versions[number].text
        share = QLocale().toString(round(100 * share_in_common(rows, one, other)))
        said = self.tr(
            "{percent}% of the words are in both. Marked is what only one of them has; underlined, the event's sentence."
        )
        self._said.setText(said.format(percent=share))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._rows:
            self._write()

    def _write(self) -> None:
        document = self._view.document()
        document.clear()
        document.setDefaultFont(scaled(reading_font(), 0.92))
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(8)
        form.setCellSpacing(0)
        form.setMargin(8)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        form.setColumnWidthConstraints([half, half])
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        table = cursor.insertTable(len(self._rows) + 1, 2, form)
        for column, version in enumerate((self._versions[0], self._versions[self._number])):
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.Bold)
            table.cellAt(0, column).firstCursorPosition().insertText(version.title, strong)
        for at, row in enumerate(self._rows, start=1):
            _write_side(table.cellAt(at, 0), self._versions[0], row.left)
            _write_side(table.cellAt(at, 1), self._versions[self._number], row.right)
        cursor.endEditBlock()
        self._view.moveCursor(QTextCursor.MoveOperation.Start)


def _write_side(cell: QTextTableCell, version: Version, side: Side | None) -> None:
    """Write a paragraph: piece by piece, as it is marked. Plain text: nothing of it is read as markup."""
    if side is None:
        return
    cursor, (start, end) = cell.firstCursorPosition(), side.paragraph
    edges = {start, end}
    for span in (*side.own, *([version.evidence] if version.evidence else [])):
        edges |= {min(max(at, start), end) for at in span}
    places = sorted(edges)
    for first, last in pairwise(places):
        form = QTextCharFormat()
        if any(own[0] <= first < own[1] for own in side.own):
            form.setBackground(faded(current_theme().accent, 0.22))
            form.setFontWeight(QFont.Weight.Bold)
        if version.evidence and version.evidence[0] <= first < version.evidence[1]:
            form.setFontUnderline(True)
        cursor.insertText(version.text[first:last], form)
