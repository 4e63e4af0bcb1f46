"""Answering dialogs that wait for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_AGAIN_MS = 5


def answer(with_dialog: Callable[[QDialog], None]) -> None:
    """Answer the next dialog as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            with_dialog(dialog)
        else:
            QTimer.singleShot(_LOOK_AGAIN_MS, look)

    QTimer.singleShot(_LOOK_AGAIN_MS, look)
