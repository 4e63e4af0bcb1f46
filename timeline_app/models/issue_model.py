"""What a taking in of articles has to say about files, as a table: which, and why."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.domain.article import IssueKind
from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.article import ImportIssue

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole

_ORDER = (IssueKind.FAILED, IssueKind.NOTED, IssueKind.SKIPPED)


class IssueColumn(IntEnum):
    """The columns."""

    KIND = 0
    FILE = 1
    REASON = 2


class IssueModel(QAbstractTableModel):
    """One row an issue: first what could not be read, then what is to be checked, then what was left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._issues: list[ImportIssue] = []

    def set_issues(self, issues: Sequence[ImportIssue]) -> None:
        """Show these issues."""
        self.beginResetModel()
        self._issues = sorted(issues, key=lambda issue: _ORDER.index(issue.kind))
        self.endResetModel()

    def row_of(self, issue: ImportIssue) -> int:
        """Return the row of an issue."""
        return self._issues.index(issue)

    def guessed_tables(self) -> list[ImportIssue]:
        """Return the issues about tables of which the columns were guessed."""
        return [issue for issue in self._issues if issue.table is not None]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of issues."""
        return 0 if parent.isValid() else len(self._issues)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(IssueColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:
        """Name the columns."""
        if (
            orientation != Qt.Orientation.Horizontal
            or role != ItemRole.DisplayRole
            or not 0 <= section < len(IssueColumn)
        ):
            return None
        return (self.tr("What"), self.tr("File"), self.tr("Why"))[section]

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        """Return what a cell shows, and the whole issue as tooltip and for a screen reader."""
        if not index.isValid() or not self.checkIndex(index):
            return None
        cells = self.cells(index.row())
        if role == ItemRole.DisplayRole:
            return cells[index.column()]
        if role == ItemRole.ToolTipRole:
            return "\n".join(cells[1:])
        if role == ItemRole.AccessibleTextRole:
            return ". ".join(cells)
        return None

    def cells(self, row: int) -> tuple[str, str, str]:
        """Return what happened, the file, and the reason."""
        issue = self._issues[row]
        what = {
            IssueKind.FAILED: self.tr("Not read"),
            IssueKind.SKIPPED: self.tr("Left out"),
            IssueKind.NOTED: self.tr("To check"),
        }[issue.kind]
        return what, issue.source, texts.message(issue.reason)
