"""Telling a library from other files, by content first and name second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw

from timeline_app.library.schema import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY_SUFFIX = ".timeline"


def is_library(path: Path) -> bool:
    """Tell whether a file is a library, or by its name ought to be one: opening it then says what is wrong with it."""
    if not path.is_file():
        return False
    if path.suffix == LIBRARY_SUFFIX:
        return True
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            return bool(connection.pragma("application_id") == APPLICATION_ID)
        finally:
            connection.close()
    except apsw.Error:
        return False
