"""Whether the desktop asks programs to keep still."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget


def desktop_allows_motion(widget: QWidget) -> bool:
    """Return False where the system asks for reduced motion, or has animations off.

    Qt says the former from 6.12 on; before, all that it knows is how long the style's own animations last, 0 where the desktop's
    theme turns them off.
    """
    hints = getattr(QGuiApplication.styleHints(), "accessibility", lambda: None)()
    preference = getattr(hints, "motionPreference", None)
    if preference is not None and preference().name == "ReducedMotion":
        return False
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
