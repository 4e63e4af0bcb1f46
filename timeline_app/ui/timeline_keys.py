"""The keys of the timeline, in one table. Letters act only while the timeline has the focus."""

from __future__ import annotations

import sys
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
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


Key = Qt.Key

_KEYS: dict[int, Verb] = {
    Key.Key_Right: Verb.NEXT,
    Key.Key_Period: Verb.NEXT,
    Key.Key_Left: Verb.PREVIOUS,
    Key.Key_Comma: Verb.PREVIOUS,
    Key.Key_Up: Verb.LANE_ABOVE,
    Key.Key_K: Verb.LANE_ABOVE,
    Key.Key_Down: Verb.LANE_BELOW,
    Key.Key_J: Verb.LANE_BELOW,
    Key.Key_Home: Verb.FIRST,
    Key.Key_End: Verb.LAST,
    Key.Key_PageUp: Verb.SCREEN_BACK,
    Key.Key_PageDown: Verb.SCREEN_FORWARD,
    Key.Key_Plus: Verb.ZOOM_IN,
    Key.Key_Equal: Verb.ZOOM_IN,
    Key.Key_Minus: Verb.ZOOM_OUT,
    Key.Key_W: Verb.ZOOM_IN,
    Key.Key_S: Verb.ZOOM_OUT,
    Key.Key_A: Verb.PAN_BACK,
    Key.Key_D: Verb.PAN_FORWARD,
    Key.Key_F: Verb.CENTRE_OR_FIT_SELECTION,
    Key.Key_0: Verb.FIT_ALL,
    Key.Key_Return: Verb.OPEN,
    Key.Key_Enter: Verb.OPEN,
    Key.Key_R: Verb.MARK_STRETCH,
    Key.Key_Escape: Verb.CLEAR_STRETCH,
    Key.Key_L: Verb.LIST_LEFT_OUT,
}

_WITH_ALT: dict[int, Verb] = {
    Key.Key_Up: Verb.ROWS_UP,
    Key.Key_Down: Verb.ROWS_DOWN,
    Key.Key_Plus: Verb.TALLER_LANES,
    Key.Key_Equal: Verb.TALLER_LANES,
    Key.Key_Minus: Verb.LOWER_LANES,
}

_PHYSICAL: dict[int, Verb] = {
    # The scan codes of W, S, A and D on a US keyboard: the same fingers on AZERTY and Dvorak.
    "win32": {0x11: Verb.ZOOM_IN, 0x1F: Verb.ZOOM_OUT, 0x1E: Verb.PAN_BACK, 0x20: Verb.PAN_FORWARD},
    "linux": {25: Verb.ZOOM_IN, 39: Verb.ZOOM_OUT, 38: Verb.PAN_BACK, 40: Verb.PAN_FORWARD},
    # The Mac has virtual codes only; that of A is 0, as is that of no key at all, so A is known by its letter.
    "darwin": {0x0D: Verb.ZOOM_IN, 0x01: Verb.ZOOM_OUT, 0x02: Verb.PAN_FORWARD},
}.get(sys.platform, {})

_SHIFTED = (Verb.NEXT, Verb.PREVIOUS, Verb.LANE_ABOVE, Verb.LANE_BELOW, Verb.FIRST, Verb.LAST, Verb.ZOOM_IN)
"""Verbs that Shift leaves what they are: it extends the selection, and some keyboards need it for a plus."""


def keys_of(verb: Verb) -> tuple[str, ...]:
    """Return the keys of a verb, in the platform's writing."""
    native = QKeySequence.SequenceFormat.NativeText
    alone = [QKeySequence(key) for key, wanted in _KEYS.items() if wanted is verb]
    alt = Qt.KeyboardModifier.AltModifier
    with_alt = [QKeySequence(QKeyCombination(alt, Key(key))) for key, wanted in _WITH_ALT.items() if wanted is verb]
    return tuple(keys.toString(native) for keys in (*alone, *with_alt))


def verb_of(event: QKeyEvent) -> Verb | None:
    """Return what a key press asks for, None where it is not the timeline's."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.AltModifier:
        return _WITH_ALT.get(event.key())
    if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    is_letter = Key.Key_A <= event.key() <= Key.Key_Z
    place = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    verb = _PHYSICAL.get(place) if is_letter else None
    if verb is None:
        verb = _KEYS.get(event.key())
    if modifiers and (verb not in _SHIFTED or is_letter):
        return None
    return verb
