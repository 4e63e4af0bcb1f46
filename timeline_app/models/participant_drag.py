"""A participant under way by drag and drop: its id in the library, as the program's own type of data."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

_TYPE = "application/x-timeline-app-participant"


def drag_of(participant: int, name: str) -> QMimeData:
    """Return what travels: the id for this program, the name for any other."""
    data = QMimeData()
    data.setData(_TYPE, str(participant).encode("ascii"))
    data.setText(name)
    return data


def participant_of(data: QMimeData) -> int | None:
    """Return the id of the participant that is under way, None where something else is."""
    text = bytes(data.data(_TYPE).data()).decode("ascii", errors="replace")
    return int(text) if text.isdecimal() else None
