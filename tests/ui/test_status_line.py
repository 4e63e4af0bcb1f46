from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel

from timeline_app.rereading import RefineProgress
from timeline_app.ui.status_line import StatusLine


def said(line: StatusLine) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel) if label.isVisibleTo(line)]


def test_the_line_says_how_far_the_careful_reading_is_and_then_no_more(app: QApplication) -> None:
    line = StatusLine()
    line.show_refining(RefineProgress(120, 3000))
    assert "reading carefully: 120 of 3,000 articles" in said(line)
    line.end_refining()
    assert not [text for text in said(line) if "carefully" in text]
