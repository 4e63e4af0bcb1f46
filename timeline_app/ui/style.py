"""The look of the window's furniture: one short style sheet over Fusion, and the choice of light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from timeline_app.settings import ThemeChoice
from timeline_app.ui.theme import DARK, LIGHT, palette_of

if TYPE_CHECKING:
    from timeline_app.ui.theme import Theme


def apply_theme(choice: ThemeChoice) -> None:
    """Dress the application in the theme chosen, or in the one that fits the system."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    is_dark = choice == ThemeChoice.DARK
    if choice == ThemeChoice.SYSTEM:
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    theme = DARK if is_dark else LIGHT
    application.setPalette(palette_of(theme))
    application.setStyleSheet(_style_sheet(theme))


def _style_sheet(theme: Theme) -> str:
    line, surface, window, muted = (c.name() for c in (theme.line, theme.surface, theme.window, theme.muted))
    text, accent, raised = theme.text.name(), theme.accent.name(), theme.raised.name()
    return f"""
QToolBar {{ border: none; border-bottom: 1px solid {line}; padding: 4px 8px; spacing: 2px; background: {window}; }}
QToolBar::separator {{ background: {line}; width: 1px; margin: 5px 6px; }}
QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 6px; color: {text}; }}
QToolBar QToolButton:hover {{ background: {raised}; border-color: {line}; }}
QToolBar QToolButton:checked {{ background: {surface}; border-color: {line}; }}
QToolBar QToolButton:focus {{ border-color: {accent}; }}
QToolBar QLineEdit {{ border: 1px solid {line}; border-radius: 5px; padding: 4px 8px; background: {surface}; }}
QToolBar QLineEdit:focus {{ border-color: {accent}; }}
QWidget#facets QLineEdit {{ border: 1px solid {line}; border-radius: 5px; padding: 3px 6px; background: {surface}; }}
QWidget#facets QLineEdit:focus {{ border-color: {accent}; }}
QWidget#facets QListView {{ background: {window}; }}
QToolButton#facet_order {{ border: 1px solid transparent; border-radius: 5px; padding: 3px 6px; color: {muted}; }}
QToolButton#facet_order:hover, QToolButton#facet_order:checked {{ background: {surface}; border-color: {line}; color: {text}; }}
QToolButton#facet_order:focus {{ border-color: {accent}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:hover {{ background: {accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; border: 2px solid transparent; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QRadioButton::indicator {{ border-radius: 6px; background: {surface}; }}
QRadioButton::indicator:unchecked {{ width: 11px; height: 11px; border: 1px solid {muted}; }}
QRadioButton::indicator:checked {{ width: 5px; height: 5px; border: 4px solid {accent}; }}
QCheckBox::indicator:unchecked, QListWidget::indicator:unchecked {{ border: 1px solid {muted}; background: {surface}; }}
QStatusBar {{ border-top: 1px solid {line}; color: {muted}; }}
QStatusBar[stressed="true"] {{ color: {text}; font-weight: 600; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {muted}; padding: 0 8px; }}
QToolTip {{ border: 1px solid {line}; padding: 4px 6px; background: {raised}; color: {text}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolButton#chip {{ border: 1px solid {accent}; border-radius: 10px; padding: 2px 10px; color: {accent}; background: {surface}; }}
QToolButton#together {{ border: none; padding: 2px 4px; color: {muted}; text-decoration: underline; }}
QToolButton#together:hover, QToolButton#together:focus {{ color: {accent}; }}
QToolButton#chip[excluded="true"] {{ border-style: dashed; border-color: {muted}; color: {muted}; }}
QPushButton#other_reports {{ border: none; color: {accent}; padding: 3px 6px; text-align: left; }}
QFrame#palette {{ background: {surface}; border: 1px solid {muted}; border-radius: 8px; }}
QFrame#palette QLineEdit {{ border: none; border-bottom: 1px solid {line}; padding: 10px 13px; background: transparent; }}
QFrame#palette QListView {{ background: {surface}; border: none; border-radius: 8px; }}
QFrame#palette QLabel {{ color: {muted}; }}
QFrame#hits {{ background: {surface}; border: 1px solid {line}; border-radius: 6px; }}
QFrame#hits QListView {{ background: {surface}; border: none; }}
QFrame#hits QLabel {{ color: {muted}; }}
QFrame#hits QLabel#note {{ border-top: 1px solid {line}; }}
QScrollArea#chips, QScrollArea#chips > QWidget > QWidget {{ background: transparent; }}
QToolButton#chip:hover, QToolButton#chip:focus {{ background: {raised}; border-width: 2px; padding: 1px 9px; }}
"""
