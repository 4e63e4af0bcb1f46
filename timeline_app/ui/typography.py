"""Sizes and faces of type: what is read for long is set in a book face, everything else in the desktop's own."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

_BOOK_FACES = (
    "Charter",
    "Iowan Old Style",
    "Georgia",
    "Source Serif 4",
    "Source Serif Pro",
    "Noto Serif",
    "P052",
    "Cambria",
    "Liberation Serif",
)
"""Faces made for long reading on screens, best first: those of macOS, Windows and the Linux desktops."""

_SAMPLE = (
    "The ministers meet in Brussels on the second day, and the report that they agreed on is read by all of them. "
)


def scaled(font: QFont, factor: float) -> QFont:
    """Return the font at `factor` times its size, whether that is in points or in pixels."""
    other = QFont(font)
    if font.pointSizeF() > 0:
        other.setPointSizeF(font.pointSizeF() * factor)
    else:
        other.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return other


def reading_font(scale: float = 1.0) -> QFont:
    """Return the face for article text, a little larger than the desktop's, `scale` times that."""
    font = scaled(QGuiApplication.font(), 1.25 * scale)
    face = next((face for face in _BOOK_FACES if QFontDatabase.hasFamily(face)), None)
    if face is not None:
        font.setFamilies([face, *font.families()])
    return font


def with_weight(font: QFont, weight: QFont.Weight) -> QFont:
    """Return the font in another weight."""
    other = QFont(font)
    other.setWeight(weight)
    return other


def measure(font: QFont, characters: int) -> float:
    """Return the width, in pixels, of a line of so many characters of running text."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * characters
