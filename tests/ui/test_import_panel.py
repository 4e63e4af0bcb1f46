"""Taking in, seen from the window: progress, cancelling, the report, and the list to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.importing import ImportProgress, ImportReport
from timeline_app.messages import message
from timeline_app.ui.import_panel import ImportPanel
from timeline_app.ui.issue_table import MOST_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator


def progress(
    done: int = 0, total: int = 0, *, added: int = 0, current: str = "", left: float | None = None
) -> ImportProgress:
    return ImportProgress(done, total, added, added, current, 10.0, left)


def report(
    *,
    added: int = 0,
    unchanged: int = 0,
    failed: int = 0,
    events: int = 0,
    issues: tuple[ImportIssue, ...] = (),
    cancelled: bool = False,
) -> ImportReport:
    return ImportReport(added + unchanged, added, unchanged, failed, events, 3.0, issues, cancelled)


ISSUES = (
    ImportIssue("/cases/x.exe", message("is not text")),
    ImportIssue("/cases/Thumbs.db", message("a system file"), IssueKind.SKIPPED),
)


@pytest.fixture
def panel(app: QApplication) -> Iterator[ImportPanel]:
    panel = ImportPanel()
    panel.resize(900, 60)
    panel.show()
    panel.start()
    app.processEvents()
    yield panel
    panel.close()
    panel.deleteLater()
    app.processEvents()


def said(panel: ImportPanel) -> str:
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]
    words += [panel._detail.text]
    return " | ".join(words)


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_out_of_sight_until_something_is_taken_in(app: QApplication) -> None:
    panel = ImportPanel()
    assert panel.isHidden()
    panel.deleteLater()


def test_progress_has_counts_file_and_time_left(panel: ImportPanel) -> None:
    panel.show_progress(progress(1200, 3000, added=1250, current="/cases/suez/0324.txt", left=150.0))
    assert "1,200 of 3,000 files, 1,250 new articles" in said(panel)
    assert "/cases/suez/0324.txt" in said(panel)
    assert "about 2 minutes left" in said(panel)
    assert panel._bar.value() / panel._bar.maximum() == pytest.approx(10 / 160)


def test_the_bar_counts_files_while_no_time_is_foretold(panel: ImportPanel) -> None:
    panel.show_progress(progress(1200, 3000, added=1250, current="/cases/suez/0324.txt", left=None))
    assert panel._bar.value() / panel._bar.maximum() == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (0.0, "less than a minute left"),
        (61.0, "about a minute left"),
        (600.0, "about 10 minutes left"),
        (7_300.0, "about 2 hours left"),
    ],
)
def test_time_left_is_told_as_people_tell_it(panel: ImportPanel, seconds: float | None, text: str) -> None:
    panel.show_progress(progress(1, 2, left=seconds))
    assert panel._time.text() == text


def test_a_path_longer_than_the_window_does_not_widen_it(panel: ImportPanel) -> None:
    panel.show_progress(progress(1, 2, current="/very" * 500 + "/long.txt"))
    QApplication.processEvents()
    assert panel.minimumSizeHint().width() < 900


def test_cancel_is_asked_for_once(panel: ImportPanel) -> None:
    asked = QSignalSpy(panel.cancel_requested)
    press(panel._cancel)
    press(panel._cancel)
    assert asked.count() == 1
    assert panel._cancel.text() == "Stopping…"
    panel.start()
    assert panel._cancel.isEnabled()


def test_escape_does_not_cancel(panel: ImportPanel) -> None:
    asked = QSignalSpy(panel.cancel_requested)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert asked.count() == 0
    assert panel.isVisible()


def test_the_report_counts_what_came_in_and_what_did_not(panel: ImportPanel) -> None:
    panel.show_report(report(added=1_239, unchanged=6, failed=1, events=4_204, issues=ISSUES))
    assert "1,239 articles added with 4,204 events. 6 were there already. 1 could not be read." in said(panel)
    assert panel._list_button.text() == "Show the files (2)"
    assert not panel._table.isVisible()
    assert not panel._cancel.isVisible()


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (report(added=1, events=1), "1 article added with 1 event."),
        (report(unchanged=300), "No new articles. 300 were there already."),
        (report(unchanged=1), "No new articles. 1 was there already."),
    ],
)
def test_the_outcome_is_told_in_plain_english(panel: ImportPanel, outcome: ImportReport, text: str) -> None:
    panel.show_report(outcome)
    assert panel._summary.text() == text


def test_the_files_are_listed_on_demand_and_copied(panel: ImportPanel) -> None:
    panel.show_report(report(issues=ISSUES))
    press(panel._list_button)
    assert panel._table.isVisible()
    press(panel._copy)
    assert (
        QApplication.clipboard().text()
        == "Not read\t/cases/x.exe\tis not text\nLeft out\t/cases/Thumbs.db\ta system file"
    )
    panel._table.selectRow(1)
    QTest.keyClick(panel._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Left out\t/cases/Thumbs.db\ta system file"
    press(panel._list_button)
    assert not panel._table.isVisible()


def test_a_cancelled_import_says_that_nothing_is_lost(panel: ImportPanel) -> None:
    panel.show_report(report(added=5, events=9, cancelled=True))
    assert "Stopped; what was taken in is kept." in said(panel)


def test_the_report_is_put_away_by_the_reader(panel: ImportPanel) -> None:
    closed = QSignalSpy(panel.closed)
    panel.show_report(report(issues=ISSUES))
    press(panel._close)
    assert panel.isHidden()
    assert closed.count() == 1


def test_a_report_without_issues_goes_by_itself(panel: ImportPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    panel._vanish.setInterval(1)
    closed = QSignalSpy(panel.closed)
    panel.show_report(report(added=3))
    assert closed.wait(2_000)
    assert panel.isHidden()


def test_a_report_with_issues_stays(panel: ImportPanel) -> None:
    panel._vanish.setInterval(1)
    panel.show_report(report(issues=ISSUES))
    QTest.qWait(20)
    assert panel.isVisible()


def test_many_issues_are_scrolled(panel: ImportPanel) -> None:
    many = tuple(ImportIssue(f"/cases/{n}.bin", message("is not text")) for n in range(5_000))
    panel.show_report(report(issues=many))
    press(panel._list_button)
    QApplication.processEvents()
    rows = panel._table.verticalHeader().defaultSectionSize()
    assert panel._table.sizeHint().height() <= (MOST_ROWS + 2) * rows
