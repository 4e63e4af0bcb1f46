"""The program's colours, light and dark: one calm palette, safe for colour-blind eyes.

Hues follow Okabe and Ito (2008), toned for surfaces of either lightness; text on its ground keeps WCAG AA. No meaning is carried
by colour alone: kinds differ in shape or underline too.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from timeline_app.domain.extraction import EventKind, ParticipantKind

if TYPE_CHECKING:
    from collections.abc import Iterator


class Theme(NamedTuple):
    """Named colours. Widgets take them from `current_theme()` when they paint, so that a change shows at once."""

    is_dark: bool
    window: QColor
    surface: QColor
    raised: QColor
    text: QColor
    muted: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    evidence: QColor
    """Behind the marked sentence."""
    date: QColor
    """Under date expressions."""
    weekend: QColor
    now: QColor
    kinds: dict[EventKind, QColor]
    participants: dict[ParticipantKind, QColor]
    lanes: tuple[QColor, ...]


def _colours(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


LIGHT = Theme(
    is_dark=False,
    window=QColor("#f4f3f0"),
    surface=QColor("#ffffff"),
    raised=QColor("#faf9f7"),
    text=QColor("#1f2328"),
    muted=QColor("#5f666e"),
    line=QColor("#dcdad4"),
    accent=QColor("#005a9c"),
    on_accent=QColor("#ffffff"),
    evidence=QColor("#fff0bf"),
    date=QColor("#9a5b00"),
    weekend=QColor("#f6f5f2"),
    now=QColor("#c04a00"),
    kinds={
        EventKind.PUBLISHED: QColor("#7b838c"),
        EventKind.REPORTED: QColor("#005a9c"),
        EventKind.PLANNED: QColor("#b35c00"),
    },
    participants={
        ParticipantKind.PERSON: QColor("#005a9c"),
        ParticipantKind.ORGANISATION: QColor("#8a3d74"),
        ParticipantKind.PLACE: QColor("#00694f"),
    },
    lanes=_colours("#005a9c", "#b35c00", "#00694f", "#8a3d74", "#7a6a00", "#2a7fa8", "#a83232", "#55606b"),
)

DARK = Theme(
    is_dark=True,
    window=QColor("#1b1d20"),
    surface=QColor("#232629"),
    raised=QColor("#2a2e32"),
    text=QColor("#e7e6e3"),
    muted=QColor("#a4abb3"),
    line=QColor("#3a3f45"),
    accent=QColor("#7cc0f4"),
    on_accent=QColor("#10212e"),
    evidence=QColor("#4d4320"),
    date=QColor("#f0b45c"),
    weekend=QColor("#202326"),
    now=QColor("#ff9a5c"),
    kinds={
        EventKind.PUBLISHED: QColor("#8f979f"),
        EventKind.REPORTED: QColor("#7cc0f4"),
        EventKind.PLANNED: QColor("#f0a24c"),
    },
    participants={
        ParticipantKind.PERSON: QColor("#7cc0f4"),
        ParticipantKind.ORGANISATION: QColor("#e2a3cd"),
        ParticipantKind.PLACE: QColor("#5cc9a7"),
    },
    lanes=_colours("#7cc0f4", "#f0a24c", "#5cc9a7", "#e2a3cd", "#d8c84e", "#8fd0e6", "#f08a8a", "#aab3bc"),
)


_on_paper = False


@contextmanager
def on_paper() -> Iterator[None]:
    """Let whatever is painted within be light, as paper is, however the window is dressed."""
    global _on_paper  # noqa: PLW0603 - as the application's palette is, which it takes the place of
    before, _on_paper = _on_paper, True
    try:
        yield
    finally:
        _on_paper = before


def current_theme() -> Theme:
    """Return the theme that the application's palette shows."""
    if _on_paper:
        return LIGHT
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme, for the application to set: on bare X11 and offscreen Qt has no dark one of its own."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.raised),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Mid, theme.line),
        (role.Midlight, theme.raised),
        (role.Dark, theme.line),
        (role.Light, theme.surface),
        (role.Shadow, theme.line),
        (role.BrightText, theme.text),
        (role.Accent, theme.accent),
    ):
        palette.setColor(target, colour)
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, theme.muted)
    return palette
