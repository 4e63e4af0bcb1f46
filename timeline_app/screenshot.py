"""The command that renders the main window into a PNG: the real window, on no screen."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt

from timeline_app import app
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.period import Period
from timeline_app.errors import LibraryError, ReaderError, UsageError
from timeline_app.library import is_library
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message
from timeline_app.session import Session
from timeline_app.settings import Layout, Settings, ThemeChoice
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.style import apply_theme

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from timeline_app.snapshots import Snapshot

_PATIENCE_SECONDS = 600


def run(options: argparse.Namespace) -> int:
    """Render the window as the options say; return the exit status."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    application = app.build_application(sys.argv[:1])
    application.setCursorFlashTime(0)
    apply_theme(ThemeChoice(options.theme))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        session = Session()
        try:
            span = _span(options.first, options.last)
            _refuse_other_files(options.out)
            snapshot = _load(session, options.source, Path(folder))
            window = MainWindow(session, Settings(remembers=False))
            _show(window, snapshot, options, span)
            if not window.grab().save(str(options.out), "PNG"):
                raise LibraryError(
                    message(QT_TRANSLATE_NOOP("Message", "{path} cannot be written"), path=str(options.out))
                )
        except ReaderError as error:
            print(f"timeline-app: {error}", file=sys.stderr)  # noqa: T201
            return 2 if isinstance(error, UsageError) else 1
        finally:
            session.close()
            app.take_down(application)
    return 0


def _refuse_other_files(out: Path) -> None:
    """Keep a slip of the hand from writing a picture over something else."""
    try:
        is_other = out.is_file() and out.stat().st_size > 0 and out.read_bytes()[:8] != b"\x89PNG\r\n\x1a\n"
    except OSError:
        is_other = True
    if is_other:
        template = QT_TRANSLATE_NOOP("Message", "{path} is there already and is no PNG: give the picture another name")
        raise UsageError(message(template, path=str(out)))


def _span(first: str | None, last: str | None) -> Period | None:
    if first is None and last is None:
        return None
    try:
        edges = [parse_edtf(text) if text is not None else None for text in (first, last)]
        return Period.spanning(*edges)
    except ValueError:
        raise UsageError(
            message(QT_TRANSLATE_NOOP("Message", "--from and --to are dates in order, as in 2023-02-14"))
        ) from None


def _load(session: Session, source: Path, folder: Path) -> Snapshot:
    """Open a library for reading, or take articles into a passing one; wait until its events are there."""
    if not source.exists():
        raise LibraryError(message(QT_TRANSLATE_NOOP("Message", "{path} does not exist"), path=str(source)))
    complaints: list[Message] = []
    session.failed.connect(complaints.append)
    arrived: list[Snapshot] = []
    if is_library(source):
        session.snapshot_changed.connect(arrived.append)
        session.open(source, read_only=True)
    else:
        session.create(folder / "screenshot.timeline")
        finished: list[object] = []
        session.import_finished.connect(finished.append)
        session.add([source.absolute()])
        _wait_for(finished, complaints)
        session.snapshot_changed.connect(arrived.append)
        session.refresh()
    _wait_for(arrived, complaints)
    return arrived[-1]


def _wait_for(arrived: Sequence[object], complaints: list[Message]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not arrived and time.monotonic() < deadline:
        if complaints:
            raise LibraryError(complaints[0])
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _show(window: MainWindow, snapshot: Snapshot, options: argparse.Namespace, span: Period | None) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*options.size)
    window.commands.view.set_layout(Layout(options.layout))
    window.show()
    window.show_snapshot(snapshot)
    window.timeline.set_motion(False)
    window.commands.view.show_view(table=options.table)
    if span is not None:
        window.timeline.zoom_to(*span.known)
    if options.select is not None:
        count = len(snapshot.shown)
        if options.select > count:
            raise UsageError(Message.tr("there are only %Ln events", "", count, one="there is only %Ln event"))
        window.navigator.select_row(options.select - 1)
        if span is None:
            window.timeline.scrollTo(window.selection.currentIndex())
    for _ in range(20):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
