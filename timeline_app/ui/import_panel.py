"""The strip at the window's foot while articles are taken in, and the report afterwards: counts, files, reasons, no dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.models import texts
from timeline_app.models.issue_model import IssueModel
from timeline_app.ui.elided_label import ElidedLabel
from timeline_app.ui.issue_table import IssueTable
from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.strip import Strip
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import with_weight

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from timeline_app.domain.sources import ImportBatch
    from timeline_app.importing import ImportProgress, ImportReport

_GONE_AFTER_MS = 12_000


class ImportPanel(Strip):
    """Shows `ImportProgress` and `ImportReport` values.

    Signals: `cancel_requested()`; `take_back_requested(int)` with the number of the import reported; `resume_requested()` and
    `leave_requested()` for an import that was cut off; `columns_requested(ImportIssue)` about a table that was guessed; `closed()`
    right before the report is put away. A report with nothing to list goes by itself.
    """

    cancel_requested = Signal()
    take_back_requested = Signal(int)
    resume_requested = Signal()
    leave_requested = Signal()
    columns_requested = Signal(object)
    closed = Signal()
    """The report is about to go, and the button with the focus with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Edge.TopEdge, parent=parent)
        self.setAccessibleName(self.tr("Taking in articles"))
        self._model = IssueModel(self)
        self._summary = PlainLabel(parent=self)
        self._detail = ElidedLabel(self)
        self._time = PlainLabel(parent=self)
        self._bar = _Bar(self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(self._on_cancel)
        self._list_button = QPushButton(self)
        self._list_button.clicked.connect(lambda: self._set_open(not self._is_open))
        self._take_back = QPushButton(self.tr("Take it back"), self)
        self._take_back.setToolTip(self.tr("Take everything out of the library again that came with this"))
        self._take_back.clicked.connect(self._on_take_back)
        self._resume = QPushButton(self.tr("Go on"), self)
        self._resume.clicked.connect(self.resume_requested)
        self._leave = QPushButton(self.tr("Leave it"), self)
        self._leave.clicked.connect(self._on_leave)
        self._columns = QPushButton(self.tr("Columns…"), self)
        self._columns.setToolTip(self.tr("The columns of a table were guessed: see how, and put it right"))
        self._columns.clicked.connect(self._on_columns)
        self._import_id: int | None = None
        self.is_asked_to_stop = False
        """True once the reader has been asked whether this import is to be cut off."""
        self._copy = QPushButton(self.tr("Copy the list"), self)
        self._copy.clicked.connect(self.copy_issues)
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close the report"))
        self._close.setToolTip(self.tr("Close the report"))
        self._close.clicked.connect(self.close_report)
        self._table = IssueTable(self._model, self)
        self._vanish = QTimer(self)
        self._vanish.setSingleShot(True)
        self._vanish.setInterval(_GONE_AFTER_MS)
        self._vanish.timeout.connect(self.close_report)

        self._row = row = QHBoxLayout()
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(self._summary)
        row.addWidget(self._detail, 1)
        for widget in (
            self._time,
            self._bar,
            self._cancel,
            self._resume,
            self._leave,
            self._columns,
            self._list_button,
            self._copy,
            self._take_back,
            self._close,
        ):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._table)
        self._dress()
        self.hide()

    def start(self) -> None:
        """Show that a taking in begins."""
        self.is_asked_to_stop = False
        self._vanish.stop()
        self._model.set_issues(())
        self._set_running(is_running=True)
        self._summary.setText(self.tr("Looking for articles"))
        self._detail.setText("")
        self._time.setText("")
        self._bar.setRange(0, 0)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setEnabled(True)
        self.show()

    def show_progress(self, progress: ImportProgress) -> None:
        """Show how far it is."""
        number = QLocale().toString
        files = self.tr("{done} of %Ln files", "", progress.files_total).format(done=number(progress.files_done))
        articles = self.tr("%Ln new articles", "", progress.added)
        self._summary.setText(f"{files}, {articles}")
        self._detail.setText(progress.current)
        self._time.setText("" if progress.seconds_left is None else self._time_left(progress.seconds_left))
        # By time where that is foretold: one file may be a whole archive.
        left = progress.seconds_left
        done, total = (
            (progress.files_done, progress.files_total)
            if left is None
            else (round(progress.seconds * 1000), round((progress.seconds + left) * 1000))
        )
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def show_taking_back(self, done: int, total: int) -> None:
        """Show how far taking articles back is."""
        self._summary.setText(self.tr("Taking articles back"))
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def show_report(self, report: ImportReport) -> None:
        """Show what came of it, the list of files folded away under a button."""
        self._set_running(is_running=False)
        self._summary.setText(self._outcome(report))
        self._model.set_issues(report.issues)
        self._set_open(is_open=False)
        has_issues = bool(report.issues)
        self._list_button.setVisible(has_issues)
        self._import_id = report.import_id
        self._take_back.setVisible(report.import_id is not None)
        self._columns.setVisible(bool(self._model.guessed_tables()))
        self.show()
        if not has_issues:
            self._vanish.start()

    def offer(self, batch: ImportBatch) -> None:
        """Offer to go on with an import that was cut off."""
        self._vanish.stop()
        self._model.set_issues(())
        self._set_running(is_running=False)
        articles = self.tr("%Ln articles are in.", "", batch.articles)
        self._summary.setText(self.tr("Taking in was interrupted.") + " " + articles)
        self._close.hide()
        self._resume.show()
        self._leave.show()
        self.show()

    def _outcome(self, report: ImportReport) -> str:
        sentences = []
        if report.cancelled:
            sentences.append(self.tr("Stopped; what was taken in is kept."))
        if report.added:
            articles = texts.article_count(report.added)
            sentences.append(self.tr("{articles} added with %Ln events.", "", report.events).format(articles=articles))
        else:
            sentences.append(self.tr("No new articles."))
        for count, words in (
            (report.unchanged, self.tr("%Ln were there already.", "", report.unchanged)),
            (report.failed, self.tr("%Ln could not be read.", "", report.failed)),
            (report.moved, self.tr("%Ln files have moved.", "", report.moved)),
            (report.missing, self.tr("%Ln files are gone; what came of them is kept.", "", report.missing)),
        ):
            if count:
                sentences.append(words)
        return " ".join(sentences)

    def _time_left(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("less than a minute left")
        if seconds < 3600:
            return self.tr("about %Ln minutes left", "", round(seconds / 60))
        return self.tr("about %Ln hours left", "", round(seconds / 3600 + 0.4))

    def copy_issues(self) -> None:
        """Put the list on the clipboard, one file a line, with tabs between what, file and reason."""
        rows = (self._model.cells(row) for row in range(self._model.rowCount()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows))

    def close_report(self) -> None:
        """Put the report away."""
        self._vanish.stop()
        self.closed.emit()
        self.hide()

    def put_away(self) -> bool:
        """Close the report; False where there is none."""
        is_report = not self.isHidden() and self._close.isVisibleTo(self)
        if is_report:
            self.close_report()
        return is_report

    def _on_take_back(self) -> None:
        if self._import_id is not None:
            self.take_back_requested.emit(self._import_id)

    def _on_columns(self) -> None:
        """Ask about the table of the selected line, else about the first."""
        guessed = self._model.guessed_tables()
        rows = {index.row() for index in self._table.selectionModel().selectedRows()}
        chosen = [issue for issue in guessed if self._model.row_of(issue) in rows]
        self.columns_requested.emit((chosen or guessed)[0])

    def _on_leave(self) -> None:
        self.close_report()
        self.leave_requested.emit()

    def _on_cancel(self) -> None:
        self.cancel_requested.emit()
        # What is being written is finished first, which can take a moment.
        self._cancel.setEnabled(False)
        self._cancel.setText(self.tr("Stopping…"))

    def _set_running(self, *, is_running: bool) -> None:
        for widget in (self._detail, self._time, self._bar, self._cancel):
            widget.setVisible(is_running)
        for widget in (self._take_back, self._resume, self._leave, self._columns):
            widget.hide()
        # The outcome takes as many lines as it needs; progress stays on one.
        self._summary.setWordWrap(not is_running)
        self._row.setStretchFactor(self._summary, 0 if is_running else 1)
        self._close.setVisible(not is_running)
        self._list_button.setVisible(False)
        self._set_open(is_open=False)

    def _set_open(self, is_open: bool) -> None:
        self._is_open = is_open
        self._table.updateGeometry()
        self._table.setVisible(is_open)
        self._copy.setVisible(is_open)
        count = QLocale().toString(self._model.rowCount())
        text = self.tr("Hide the files") if is_open else self.tr("Show the files ({count})").format(count=count)
        self._list_button.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the report away on Escape; a running import is not stopped by a stray key."""
        if event.key() != Qt.Key.Key_Escape or not self.put_away():
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        self._summary.setFont(with_weight(self.font(), QFont.Weight.DemiBold))


class _Bar(QProgressBar):
    """A progress bar that does not shout."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedSize(160, 6)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, radius = current_theme(), self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line)
        painter.drawRoundedRect(self.rect(), radius, radius)
        if self.maximum() > 0 and self.value() > 0:
            done = self.rect().adjusted(0, 0, -round(self.width() * (1 - self.value() / self.maximum())), 0)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(done, radius, radius)
        painter.end()
