"""Whether the desktop asks programs to keep still."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget


def desktop_allows_motion(widget: QWidget) -> bool:
    """Return False where the system asks for reduced motion, or has animations off.

    Qt says the former from 6.12 on; before, all that it knows is how long the style's own animations last, 0 where the desktop's
    theme turns them off.
    """
    # Held while they are asked: PySide takes what belongs to an object for gone as soon as nothing in Python holds that object.
    styles = QGuiApplication.styleHints()
    hints = styles.accessibility() if hasattr(styles, "accessibility") else None
    if hints is not None and hasattr(hints, "motionPreference") and hints.motionPreference().name == "ReducedMotion":
        return False
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
