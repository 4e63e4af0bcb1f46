"""The composition root: builds the application, the session and the window, and runs them."""

from __future__ import annotations

import faulthandler
import gc
import logging
import sys
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from timeline_app import __version__
from timeline_app.background import GarbageCollector, wait_for_tasks
from timeline_app.errors import ReaderError
from timeline_app.library import is_library
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.paths import is_there
from timeline_app.session import Session
from timeline_app.settings import Settings, log_folder
from timeline_app.ui.icons import application_icon
from timeline_app.ui.languages import speak
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.style import apply_theme

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from timeline_app.ui.crash_dialog import CrashDialog

_log = logging.getLogger(__name__)

LOG_NAME = "timeline-app.log"

_LONGEST_NAME = 80
"""Characters of a library's name that are taken from its articles: file systems end at 255 bytes."""


def run(options: argparse.Namespace) -> int:
    """Run the window; return the exit status."""
    settings = Settings(remembers=not options.safe_mode)
    application = build_application(sys.argv[:1], settings.preferences.language)
    _keep_log()
    apply_theme(settings.preferences.theme)
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: apply_theme(settings.preferences.theme))
    session = Session()
    session.refiner.enabled = True
    window = MainWindow(session, settings)
    window.show()
    _report_bugs_in(window)
    open_first(window, options.paths)
    status = application.exec()
    take_down(application)
    return status


def build_application(arguments: Sequence[str], language: str = "") -> QApplication:
    """Return the application, with its names, style, icon, and the language of a code or of the system."""
    qInstallMessageHandler(_log_message_of_qt)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(list(arguments))
    GarbageCollector(application)
    application.setApplicationName("timeline-app")
    application.setApplicationDisplayName(QCoreApplication.translate("App", "Timeline"))
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("timeline-app")
    application.setStyle("Fusion")
    application.setWindowIcon(application_icon())
    speak(application, language)
    return application


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_message_of_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    # The platform without a screen says for every window what it does not support.
    level = logging.DEBUG if text.startswith("This plugin does not support") else _LEVELS[kind]
    logging.getLogger("qt").log(level, "%s", text)


def take_down(application: QApplication) -> None:
    """End jobs and widgets in order while the application is there; what Python takes down after it can crash the process."""
    wait_for_tasks()
    sys.excepthook = sys.__excepthook__
    for widget in application.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def open_first(window: MainWindow, paths: Sequence[Path]) -> None:
    """Open what the command line names, else the last library, else the sample.

    A library is opened, and articles named with it go into it. Articles alone go into a library of their own, which is the same one
    the next time.
    """
    if not paths:
        recent = next((p for p in window.settings.recent_libraries if is_there(p)), None)
        if recent is None or not window.commands.libraries.open_library(recent):
            window.commands.libraries.open_sample()
        return
    missing = [p for p in paths if not is_there(p)]
    if missing:
        window.status.say(message(QT_TRANSLATE_NOOP("Message", "{path} does not exist"), path=str(missing[0])))
        open_first(window, [p for p in paths if p not in missing])
        return
    named = next((p for p in paths if is_library(p)), None)
    articles = [p.absolute() for p in paths if p != named]
    target = named or window.commands.libraries.own_library(*library_name(paths))
    opened = (
        window.commands.libraries.open_library(target)
        if is_there(target)
        else window.commands.libraries.create_library(target)
    )
    if not opened and named is not None:
        window.commands.libraries.open_sample()
    if opened and articles:
        window.session.add(articles)


def library_name(paths: Sequence[Path]) -> tuple[str, str]:
    """Return the name of the library that some articles go to, after the first of them, and of a folder distinct for each place."""
    import hashlib  # not at the start: it loads OpenSSL

    place = "\n".join(str(p.absolute()) for p in paths)
    digest = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    name = paths[0].absolute().name or "articles"
    return name[:_LONGEST_NAME].strip(), digest


def _keep_log() -> None:
    """Keep a log and a record of crashes in the platform's place for them; without such a place the program runs all the same."""
    folder = log_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        logging.getLogger().addHandler(_LogFile(folder / LOG_NAME))
        # Kept open for the life of the process: a crash has no time to open files.
        faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))


class _LogFile(logging.Handler):
    """Opens the log when there is something to write: most starts have nothing to say."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # not at the start: it loads sockets

        file = RotatingFileHandler(self._path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return file

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; nothing where the log cannot be opened."""
        with suppress(OSError):
            self._file.emit(record)


def _report_bugs_in(window: MainWindow) -> None:
    """Log exceptions that nobody caught and show them, one at a time; the window goes on."""
    shown: list[CrashDialog] = []

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, ReaderError):
            window.status.say(error.message)
            return
        _log.error("uncaught", exc_info=(kind, error, trace))
        if shown and shown[0].isVisible():
            return  # a second mistake is often the first one's echo; the log has both
        from timeline_app.ui.crash_dialog import CrashDialog  # not at the start

        shown[:] = [CrashDialog(window.commands.help.report(error), log_folder() / LOG_NAME, window)]
        shown[0].open()

    sys.excepthook = report
