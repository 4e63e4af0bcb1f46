"""What helps whoever mends the program: versions, the machine, how much there is. Nothing of what the reader's articles say."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from timeline_app import __version__

if TYPE_CHECKING:
    from timeline_app.domain.records import LibraryInfo


def versions() -> list[tuple[str, str]]:
    """Return the names and versions of the program and of what it stands on."""
    from timeline_app.library import sqlite_version

    return [
        ("Timeline App", __version__),
        ("Python", platform.python_version()),
        ("Qt", f"{qVersion()} (PySide6 {pyside_version})"),
        ("SQLite", sqlite_version()),
    ]


def report(info: LibraryInfo | None, error: BaseException | None = None) -> str:
    """Return a report in English, for whoever mends the program.

    It has counts but no names, titles or words of the library; paths are cut to below the reader's own folder, of which the name
    may be a person's.

    Args:
        info: The counts of the open library.
        error: What went wrong, with its traceback.
    """
    lines = [f"{name} {version}" for name, version in versions()]
    lines.append(f"{platform.system()} {platform.release()}, {platform.machine()}, {QGuiApplication.platformName()}")
    lines.append(f"Locale {QLocale().name()}")
    lines += [
        f"Screen {screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    if info is not None:
        lines.append(
            f"Library version {info.version}: {info.articles} articles, {info.undated_articles} of them undated, "
            f"{info.events} events, {info.participants} participants, {info.corrections} corrections, {info.bytes} bytes"
        )
    if error is not None:
        lines += ["", _trace(error)]
    return "\n".join(lines) + "\n"


def _trace(error: BaseException) -> str:
    """Return the traceback without the error's own words, which may quote an article."""
    frames = traceback.extract_tb(error.__traceback__)
    home = str(Path.home())
    lines = [f"{frame.filename.replace(home, '~')}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([*lines, type(error).__name__])
