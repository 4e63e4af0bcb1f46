"""How wide words are, from the widths of their letters: what is measured of a letter once holds for every word."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

_SIMPLE = re.compile(r"[ -~\u00a0-\u02ff\u0370-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2190-\u22ff]*")
"""Scripts whose letters stand side by side as they are: others join, turn or stack them, and are measured by Qt as a whole."""

_DANGLING = " .,…"
"""What no cut title ends in: one that leaves words out already would have two ellipses."""


class TextMeasure:
    """Measures and cuts lines of one face.

    A pair of letters that the face moves closer together makes a line narrower by a fraction of a pixel than it is said to be:
    a line is never wider than that but for rounding.
    """

    def __init__(self, font: QFont) -> None:
        self._exact = QFontMetricsF(font)
        self._whole = QFontMetrics(font)
        self._letters: dict[str, float] = {}
        self._ellipsis = self._exact.horizontalAdvance("…")

    def width(self, text: str) -> int:
        """Return the pixels that a line takes, rounded up."""
        if not _SIMPLE.fullmatch(text):
            return self._whole.horizontalAdvance(text)
        return int(sum(self._advances(text)) + 0.999)

    def cut(self, text: str, room: int) -> str:
        """Return the line, or as much of it as fits a room in pixels and an ellipsis."""
        if not _SIMPLE.fullmatch(text):
            cut = self._whole.elidedText(text, Qt.TextElideMode.ElideRight, room)
            return cut if cut == text else f"{cut.rstrip(_DANGLING)}…"
        ends = list(accumulate(self._advances(text)))
        if not ends or ends[-1] <= room:
            return text
        return f"{text[: bisect_right(ends, room - self._ellipsis)].rstrip(_DANGLING)}…"

    def _advances(self, text: str) -> list[float]:
        letters = self._letters
        try:
            return [letters[letter] for letter in text]
        except KeyError:
            for letter in set(text) - letters.keys():
                letters[letter] = self._exact.horizontalAdvance(letter)
            return [letters[letter] for letter in text]
