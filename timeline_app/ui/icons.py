"""The program's line icons, drawn in the colours of the theme in force."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from timeline_app.paths import resource
from timeline_app.ui.theme import current_theme

_SIZES = (16, 20)
"""The sizes at which menus and the toolbar show icons, in logical pixels."""
_RESERVE = 48
"""In device pixels: what a screen that comes later scales down, Qt never scales a pixmap up."""


def icon(name: str) -> QIcon:
    """Return an icon by its file's name in the resources, in the theme's text colour, muted where disabled."""
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    theme = current_theme()
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    sizes = {_RESERVE, *(round(size * ratio) for size in _SIZES for ratio in ratios)}
    result = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.line)):
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour.name()).encode()))
        for size in sizes:
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            result.addPixmap(pixmap, mode)
    return result


def application_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons", "timeline-app.svg")))
