"""Waiting for what the event loop brings."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable


def wait_until(is_so: Callable[[], bool], seconds: float = 20) -> None:
    """Run the event loop until something is so; fail where it is not in time."""
    deadline = time.monotonic() + seconds
    while not is_so() and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.002)
    assert is_so()
