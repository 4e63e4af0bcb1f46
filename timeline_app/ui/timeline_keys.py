"""The keys of the timeline, in one table, and what they are for. All of them act only while the timeline has the focus."""

from __future__ import annotations

import sys
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from timeline_app.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent


class Verb(Enum):
    """What a key asks of the timeline."""

    NEXT = auto()
    PREVIOUS = auto()
    LANE_ABOVE = auto()
    LANE_BELOW = auto()
    FIRST = auto()
    LAST = auto()
    SCREEN_BACK = auto()
    SCREEN_FORWARD = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    PAN_BACK = auto()
    PAN_FORWARD = auto()
    CENTRE_OR_FIT_SELECTION = auto()
    FIT_ALL = auto()
    OPEN = auto()
    MARK_STRETCH = auto()
    CLEAR_STRETCH = auto()
    LIST_LEFT_OUT = auto()
    ROWS_UP = auto()
    ROWS_DOWN = auto()
    TALLER_LANES = auto()
    LOWER_LANES = auto()


OWN_KEYS: dict[Verb, tuple[str, ...]] = {
    Verb.NEXT: ("Right", "."),
    Verb.PREVIOUS: ("Left", ","),
    Verb.LANE_ABOVE: ("Up", "K"),
    Verb.LANE_BELOW: ("Down", "J"),
    Verb.FIRST: ("Home",),
    Verb.LAST: ("End",),
    Verb.SCREEN_BACK: ("PgUp",),
    Verb.SCREEN_FORWARD: ("PgDown",),
    Verb.ZOOM_IN: ("+", "=", "W"),
    Verb.ZOOM_OUT: ("-", "S"),
    Verb.PAN_BACK: ("A",),
    Verb.PAN_FORWARD: ("D",),
    Verb.CENTRE_OR_FIT_SELECTION: ("F",),
    Verb.FIT_ALL: ("0",),
    Verb.OPEN: ("Return", "Enter"),
    Verb.MARK_STRETCH: ("R",),
    Verb.CLEAR_STRETCH: ("Esc",),
    Verb.LIST_LEFT_OUT: ("L",),
    Verb.ROWS_UP: ("Alt+Up",),
    Verb.ROWS_DOWN: ("Alt+Down",),
    Verb.TALLER_LANES: ("Alt++", "Alt+="),
    Verb.LOWER_LANES: ("Alt+-",),
}
"""The keys that the program gives the verbs, in Qt's portable writing."""

VERBS: dict[Verb, str] = {
    Verb.NEXT: QT_TRANSLATE_NOOP("KeySheet", "Next event in the lane"),
    Verb.PREVIOUS: QT_TRANSLATE_NOOP("KeySheet", "Previous event in the lane"),
    Verb.LANE_ABOVE: QT_TRANSLATE_NOOP("KeySheet", "Nearest event in the lane above"),
    Verb.LANE_BELOW: QT_TRANSLATE_NOOP("KeySheet", "Nearest event in the lane below"),
    Verb.FIRST: QT_TRANSLATE_NOOP("KeySheet", "First event where most are; again: the first of all"),
    Verb.LAST: QT_TRANSLATE_NOOP("KeySheet", "Last event where most are; again: the last of all"),
    Verb.SCREEN_BACK: QT_TRANSLATE_NOOP("KeySheet", "A screen of time back"),
    Verb.SCREEN_FORWARD: QT_TRANSLATE_NOOP("KeySheet", "A screen of time forward"),
    Verb.ZOOM_IN: QT_TRANSLATE_NOOP("KeySheet", "Zoom in"),
    Verb.ZOOM_OUT: QT_TRANSLATE_NOOP("KeySheet", "Zoom out"),
    Verb.PAN_BACK: QT_TRANSLATE_NOOP("KeySheet", "Move back in time"),
    Verb.PAN_FORWARD: QT_TRANSLATE_NOOP("KeySheet", "Move forward in time"),
    Verb.CENTRE_OR_FIT_SELECTION: QT_TRANSLATE_NOOP("KeySheet", "Centre the selected event; again: zoom to it"),
    Verb.FIT_ALL: QT_TRANSLATE_NOOP("KeySheet", "Show the whole time"),
    Verb.OPEN: QT_TRANSLATE_NOOP("KeySheet", "Zoom to the marked stretch of time, else read the selected event"),
    Verb.MARK_STRETCH: QT_TRANSLATE_NOOP("KeySheet", "Mark the time of the selected events, else of what is in view"),
    Verb.CLEAR_STRETCH: QT_TRANSLATE_NOOP("KeySheet", "Take the mark off the stretch of time"),
    Verb.LIST_LEFT_OUT: QT_TRANSLATE_NOOP("KeySheet", "List the events for which there is no room"),
    Verb.ROWS_UP: QT_TRANSLATE_NOOP("KeySheet", "Scroll up in the lane, or over the lanes"),
    Verb.ROWS_DOWN: QT_TRANSLATE_NOOP("KeySheet", "Scroll down in the lane, or over the lanes"),
    Verb.TALLER_LANES: QT_TRANSLATE_NOOP("KeySheet", "Taller lanes"),
    Verb.LOWER_LANES: QT_TRANSLATE_NOOP("KeySheet", "Lower lanes"),
}
"""What the timeline's keys do, in words."""

_PHYSICAL: dict[int, Verb] = {
    # The scan codes of W, S, A and D on a US keyboard: the same fingers on AZERTY and Dvorak.
    "win32": {0x11: Verb.ZOOM_IN, 0x1F: Verb.ZOOM_OUT, 0x1E: Verb.PAN_BACK, 0x20: Verb.PAN_FORWARD},
    "linux": {25: Verb.ZOOM_IN, 39: Verb.ZOOM_OUT, 38: Verb.PAN_BACK, 40: Verb.PAN_FORWARD},
    # The Mac has virtual codes only; that of A is 0, as is that of no key at all, so A is known by its letter.
    "darwin": {0x0D: Verb.ZOOM_IN, 0x01: Verb.ZOOM_OUT, 0x02: Verb.PAN_FORWARD},
}.get(sys.platform, {})

_SHIFTED = (
    Verb.NEXT, Verb.PREVIOUS, Verb.LANE_ABOVE, Verb.LANE_BELOW, Verb.FIRST, Verb.LAST, Verb.ZOOM_IN, Verb.TALLER_LANES,
)  # fmt: skip
"""Verbs that Shift leaves what they are: it extends the selection, and some keyboards need it for a plus."""


class TimelineKeys:
    """Which key asks for which verb: the program's own, or those that the reader gave it."""

    def __init__(self) -> None:
        self.set_keys({})

    def set_keys(self, changed: Mapping[Verb, Sequence[str]]) -> None:
        """Give some verbs other keys than their own, and all others their own."""
        self._verbs = {
            QKeySequence(key).toString(): verb for verb, own in OWN_KEYS.items() for key in changed.get(verb, own)
        }
        self._changed = frozenset(changed)

    def verb_of(self, event: QKeyEvent) -> Verb | None:
        """Return what a key press asks for, None where it is not the timeline's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, is_letter = Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        if is_letter and not modifiers:
            place = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
            verb = _PHYSICAL.get(place)
            if verb is not None and verb not in self._changed:
                return verb
        exact = self._verbs.get(_written(modifiers, event))
        if exact is not None or not modifiers & shift:
            return exact
        verb = self._verbs.get(_written(modifiers & ~shift, event))
        return verb if verb in _SHIFTED and not is_letter else None


def _written(modifiers: Qt.KeyboardModifier, event: QKeyEvent) -> str:
    return QKeySequence(event.key() | modifiers.value).toString()
