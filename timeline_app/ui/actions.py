"""Every command of the program, once: its words, its keys, its icon, its menu.

Menus, the toolbar and the key sheet are made from this one table. Whoever owns the behaviour connects to `actions[name].triggered`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from timeline_app.messages import QT_TRANSLATE_NOOP
from timeline_app.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QMainWindow, QMenuBar, QToolBar

Standard = QKeySequence.StandardKey


@dataclass(frozen=True)
class Spec:
    """One command.

    `keys` are portable key sequences, spelt out: Qt's standard keys for Quit and Full screen are empty on some desktops.
    `group` names commands of which exactly one is on.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""
    tip: str = ""


SEPARATOR = None
_T = QT_TRANSLATE_NOOP

MENUS: tuple[tuple[str, tuple[Spec | None, ...]], ...] = (
    (
        _T("Actions", "&File"),
        (
            Spec("new", _T("Actions", "&New library…"), ("Ctrl+N",)),
            Spec("open", _T("Actions", "&Open library…"), ("Ctrl+O",), "open"),
            Spec("recent", _T("Actions", "Open &recent")),
            Spec("sample", _T("Actions", "Open the &sample library")),
            SEPARATOR,
            Spec(
                "add_folder",
                _T("Actions", "&Add articles…"),
                ("Ctrl+Shift+A",),
                "add",
                tip=_T("Actions", "Take in a folder of articles"),
            ),
            Spec("add_files", _T("Actions", "Add article &files…")),
            SEPARATOR,
            Spec("quit", _T("Actions", "&Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        _T("Actions", "&Edit"),
        (
            Spec("undo", _T("Actions", "&Undo"), ("Ctrl+Z",), "undo"),
            Spec("redo", _T("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            SEPARATOR,
            Spec("redate", _T("Actions", "Change the &date…"), ("Ctrl+E",), "calendar"),
            Spec("retitle", _T("Actions", "Change the &title…"), ("F2",), "edit"),
            Spec("hide", _T("Actions", "&Hide event"), ("Ctrl+H",), "hide"),
            SEPARATOR,
            Spec("copy_quotation", _T("Actions", "&Copy as quotation"), ("Ctrl+Shift+C",)),
            SEPARATOR,
            Spec("find", _T("Actions", "&Search the library"), ("Ctrl+F",), "search"),
            Spec("find_in_article", _T("Actions", "&Find in the article"), ("Ctrl+Shift+F",)),
            Spec("clear_filter", _T("Actions", "Show &all events"), ("Ctrl+Backspace",), "clear"),
        ),
    ),
    (
        _T("Actions", "&View"),
        (
            Spec("show_timeline", _T("Actions", "&Timeline"), ("Ctrl+1",), "timeline", checkable=True, group="view"),
            Spec("show_table", _T("Actions", "T&able"), ("Ctrl+2",), "table", checkable=True, group="view"),
            SEPARATOR,
            Spec("layout_above", _T("Actions", "Timeline &above the article"), checkable=True, group="layout"),
            Spec("layout_beside", _T("Actions", "Timeline &beside the article"), checkable=True, group="layout"),
            SEPARATOR,
            Spec("lanes_none", _T("Actions", "One &lane"), checkable=True, group="lanes"),
            Spec("lanes_outlet", _T("Actions", "Lanes by &outlet"), checkable=True, group="lanes"),
            Spec("lanes_kind", _T("Actions", "Lanes by &kind"), checkable=True, group="lanes"),
            SEPARATOR,
            Spec("zoom_in", _T("Actions", "Zoom &in"), (), "zoom-in"),
            Spec("zoom_out", _T("Actions", "Zoom &out"), (), "zoom-out"),
            Spec("fit", _T("Actions", "Show the &whole time"), (), "fit"),
            SEPARATOR,
            Spec("larger_text", _T("Actions", "&Larger text"), ("Ctrl++", "Ctrl+=")),
            Spec("smaller_text", _T("Actions", "&Smaller text"), ("Ctrl+-",)),
            Spec("normal_text", _T("Actions", "&Normal text"), ("Ctrl+0",)),
            SEPARATOR,
            Spec("show_hidden", _T("Actions", "Show &hidden events"), checkable=True),
            SEPARATOR,
            Spec("theme_system", _T("Actions", "Colours of the s&ystem"), checkable=True, group="theme"),
            Spec("theme_light", _T("Actions", "Li&ght"), checkable=True, group="theme"),
            Spec("theme_dark", _T("Actions", "Dar&k"), checkable=True, group="theme"),
            SEPARATOR,
            Spec("full_screen", _T("Actions", "F&ull screen"), ("F11",), checkable=True),
        ),
    ),
    (
        _T("Actions", "&Go"),
        (
            Spec("previous", _T("Actions", "&Previous event"), ("Ctrl+Left",), "previous"),
            Spec("next", _T("Actions", "&Next event"), ("Ctrl+Right",), "next"),
            SEPARATOR,
            Spec("back", _T("Actions", "&Back"), ("Alt+Left",)),
            Spec("forward", _T("Actions", "&Forward"), ("Alt+Right",)),
            SEPARATOR,
            Spec("go_to_date", _T("Actions", "Go to a &date…"), ("Ctrl+G",)),
            Spec("next_pane", _T("Actions", "Next pa&ne"), ("F6",)),
        ),
    ),
    (
        _T("Actions", "&Help"),
        (
            Spec("keys", _T("Actions", "&Keys"), ("F1",)),
            Spec("manual", _T("Actions", "&Manual")),
            Spec("about", _T("Actions", "&About")),
        ),
    ),
)

TOOLBAR: tuple[str | None, ...] = (
    "add_folder",
    SEPARATOR,
    "show_timeline",
    "show_table",
    SEPARATOR,
    "zoom_in",
    "zoom_out",
    "fit",
    SEPARATOR,
    "previous",
    "next",
)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class Actions:
    """The actions of one window, by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_name: dict[str, QAction] = {}
        self.recent = QMenu(window)
        """The menu of recent libraries; filled when it opens."""
        groups: dict[str, QActionGroup] = {}
        for _title, specs in MENUS:
            for spec in filter(None, specs):
                action = QAction(_translated(spec.text), window)
                action.setObjectName(spec.name)
                action.setShortcuts([QKeySequence(key) for key in spec.keys])
                action.setCheckable(spec.checkable)
                if spec.tip:
                    action.setToolTip(_translated(spec.tip))
                if spec.group:
                    group = groups.setdefault(spec.group, QActionGroup(window))
                    group.addAction(action)
                window.addAction(action)
                self._by_name[spec.name] = action
        self._icons = {spec.name: spec.icon for _title, specs in MENUS for spec in specs if spec and spec.icon}
        self.refresh_icons()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._by_name.values())

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme in force."""
        for name, picture in self._icons.items():
            self._by_name[name].setIcon(icon(picture))

    def enable(self, names: tuple[str, ...], *, enabled: bool) -> None:
        """Enable or disable some actions."""
        for name in names:
            self._by_name[name].setEnabled(enabled)

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for title, specs in MENUS:
            menu = bar.addMenu(_translated(title))
            for spec in specs:
                if spec is SEPARATOR:
                    menu.addSeparator()
                    continue
                action = self._by_name[spec.name]
                if spec.name == "recent":
                    action.setMenu(self.recent)
                menu.addAction(action)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Build the toolbar."""
        for name in TOOLBAR:
            if name is SEPARATOR:
                bar.addSeparator()
            else:
                bar.addAction(self._by_name[name])

    def sheet(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return what the key sheet shows: for each menu its commands that have keys, with the keys in the platform's writing."""
        native = QKeySequence.SequenceFormat.NativeText
        rows = []
        for title, specs in MENUS:
            lines = []
            for spec in filter(None, specs):
                action = self._by_name[spec.name]
                keys = ", ".join(k.toString(native) for k in action.shortcuts())
                if keys:
                    lines.append((action.text().replace("&", "").rstrip("…"), keys))
            rows.append((_translated(title).replace("&", ""), lines))
        return rows
