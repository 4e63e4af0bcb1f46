"""The issues of an import as a table, under Qt's own model tester."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.messages import message
from timeline_app.models.issue_model import IssueModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ISSUES = (
    ImportIssue("/cases/.DS_Store", message("a system file"), IssueKind.SKIPPED),
    ImportIssue("/cases/a.txt", message("the date {date} does not exist", date="2023-02-30"), IssueKind.NOTED),
    ImportIssue("/cases/b.txt", message("the file is empty")),
)


def test_what_was_lost_comes_first_and_every_row_says_why(app: QApplication) -> None:
    model = IssueModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_issues(ISSUES)
    assert [model.cells(row) for row in range(3)] == [
        ("Not read", "/cases/b.txt", "the file is empty"),
        ("To check", "/cases/a.txt", "the date 2023-02-30 does not exist"),
        ("Left out", "/cases/.DS_Store", "a system file"),
    ]
    assert model.index(0, 1).data() == "/cases/b.txt"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Not read. /cases/b.txt. the file is empty"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Why"
    model.set_issues(())
    assert model.rowCount() == 0
    del tester
