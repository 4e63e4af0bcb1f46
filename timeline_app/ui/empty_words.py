"""What the timeline and the table say where they have no event to show: why, and what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from timeline_app.snapshots import Snapshot


def words_while_reading() -> str:
    """Return what to say of an empty library that articles are just being read into."""
    return QCoreApplication.translate("Empty", "Articles are being read. Their events appear here as they are found.")


def empty_words(snapshot: Snapshot, show_all: str, *, is_importing: bool = False) -> str:
    """Return what to say of a snapshot that shows nothing; `show_all` is the key that takes the filter away."""
    wanted = snapshot.wanted
    if not len(snapshot.events) and is_importing:
        return words_while_reading()
    if not len(snapshot.events):
        return QCoreApplication.translate("Empty", "No events yet. Drop articles here, or choose File > Add articles.")
    if wanted.is_empty:
        return QCoreApplication.translate("Empty", "All events are hidden. View > Show hidden events shows them.")
    if replace(wanted, query="").is_empty:
        said = QCoreApplication.translate("Empty", "Nothing found for “{words}”. {key} shows all events.")
        return said.format(words=wanted.query.rstrip("*"), key=show_all)
    said = QCoreApplication.translate("Empty", "No event meets all that is asked for. {key} shows all events.")
    return said.format(key=show_all)
