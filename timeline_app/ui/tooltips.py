"""Tooltips that show words as words: Qt takes for markup whatever looks like it, and markup can read files or hang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtWidgets import QWidget

_LONGEST = 2_000


def as_plain(text: str) -> str:
    """Return a tooltip that shows exactly `text`, its lines kept and long ones wrapped; very long texts are cut."""
    import html  # not at the start

    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f"<qt>{html.escape(shown).replace(chr(10), '<br>')}</qt>" if shown else ""


def show_plain(at: QPoint, text: str, widget: QWidget, area: QRect) -> None:
    """Show the words at a point of the screen until the pointer leaves `area` of the widget; nothing where there are none."""
    if text:
        QToolTip.showText(at, as_plain(text), widget, area)
    else:
        QToolTip.hideText()
