"""What every test has: no screen, no warning that goes unseen."""

from __future__ import annotations

import gc
import logging
import os
import sys
import traceback
from itertools import count
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from timeline_app.app import take_down
from timeline_app.background import wait_for_tasks
from timeline_app.ui.languages import install_english

_COLLECTED_TOGETHER = 25
_ended = count(1)
"""Counts the tests that had windows."""


@pytest.fixture(scope="session")
def app() -> Iterator[QApplication]:
    """The one application that all widget tests share."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["timeline-app"])
    install_english(application)
    yield application
    take_down(application)


@pytest.fixture(autouse=True)
def garbage_is_collected_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program: widgets in cyclic garbage must not be destroyed by the thread of a job."""
    if "app" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    wait_for_tasks()
    gc.enable()
    # Whatever changes the colours or the language tells every window that is left: hundreds would take the time of the suite.
    if next(_ended) % _COLLECTED_TOGETHER == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def no_unexpected_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test during which Qt or the program logs a warning, or a slot raises; one that expects some clears `caplog` itself."""
    from_qt: list[str] = []

    def remember(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and kind != QtMsgType.QtInfoMsg:
            from_qt.append(text)

    from_slots: list[str] = []
    hook, sys.excepthook = sys.excepthook, lambda *error: from_slots.extend(traceback.format_exception(*error))
    previous = qInstallMessageHandler(remember)
    yield
    sys.excepthook = hook
    qInstallMessageHandler(previous)
    logged = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not from_slots, "".join(from_slots)
    assert not from_qt, f"Qt warned: {from_qt}"
    assert not logged, f"the program warned: {logged}"


_status = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remember how the tests ended."""
    session.config.stash[_status] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End the process at once when everything has been said.

    PySide6 6.12 on Python 3.13 now and then crashes while the interpreter is taken down after hundreds of windows, which would
    turn a run that passed into one that failed.
    """
    if _status in config.stash and QApplication.instance() is not None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_status])
