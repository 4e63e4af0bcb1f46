"""The actions of a window, made of the one table of commands: menus, the toolbar, keys and the key sheet come from it.

Whoever owns the behaviour connects to `actions[name].triggered`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from timeline_app.ui.icons import icon
from timeline_app.ui.menus import MENUS, SEPARATOR, SUBMENUS, TOOLBAR
from timeline_app.ui.timeline_keys import OWN_KEYS, VERBS, Verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QMainWindow, QMenuBar, QToolBar

KEY_GAP = "   "
"""Between keys that do the same: no comma, which is a key itself."""


_VERBS = {f"timeline.{verb.name.lower()}": verb for verb in VERBS}
"""The timeline's verbs by the names under which the reader's keys for them are kept."""


def _translated(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class Actions:
    """The actions of one window, by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_name: dict[str, QAction] = {}
        self._specs = {spec.name: spec for _title, specs in MENUS for spec in specs if spec is not None}
        self._changed_keys: dict[str, tuple[str, ...]] = {}
        self.recent = QMenu(window)
        """The menu of recent libraries; filled when it opens."""
        self.copies = QMenu(window)
        """The menu of the copies that are kept of the library; filled when it opens."""
        self.views = QMenu(window)
        """The menu of saved views; filled when it opens."""
        groups: dict[str, QActionGroup] = {}
        for _title, specs in MENUS:
            for spec in filter(None, specs):
                action = QAction(_translated(spec.text), window)
                action.setObjectName(spec.name)
                action.setCheckable(spec.checkable)
                if spec.group:
                    group = groups.setdefault(spec.group, QActionGroup(window))
                    group.addAction(action)
                window.addAction(action)
                self._by_name[spec.name] = action
        self._icons = {spec.name: spec.icon for _title, specs in MENUS for spec in specs if spec and spec.icon}
        self.refresh_icons()
        self.set_keys({})

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
                if spec.name in SUBMENUS:
                    action.setMenu(getattr(self, spec.name))
                menu.addAction(action)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Build the toolbar."""
        for name in TOOLBAR:
            if name is SEPARATOR:
                bar.addSeparator()
            else:
                bar.addAction(self._by_name[name])

    def set_keys(self, changed: Mapping[str, Sequence[str]]) -> None:
        """Give some actions other keys than their own, and all others their own; what names no action is left out."""
        self._changed_keys = {
            name: tuple(keys)
            for name, keys in changed.items()
            if (name in self._specs or name in _VERBS) and tuple(keys) != self.own_keys(name)
        }
        for name, action in self._by_name.items():
            action.setShortcuts([QKeySequence(key) for key in self.keys_of(name) if not _is_letter(key)])
            tip = self._specs[name].tip
            words = _translated(tip) if tip else self.words(name)
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words} ({key})" if key else words)

    def changed_keys(self) -> dict[str, tuple[str, ...]]:
        """Return the keys that differ from the actions' own."""
        return dict(self._changed_keys)

    def own_keys(self, name: str) -> tuple[str, ...]:
        """Return the keys that the program gives an action or a verb of the timeline, letters of the timeline among them."""
        if name in _VERBS:
            return OWN_KEYS[_VERBS[name]]
        spec = self._specs[name]
        return (*spec.keys, *spec.letters)

    def keys_of(self, name: str) -> tuple[str, ...]:
        """Return the keys of an action, or of a verb of the timeline: a command that has a letter keeps it from the timeline."""
        keys = self._changed_keys.get(name, self.own_keys(name))
        return tuple(key for key in keys if self._command_of(key) is None) if name in _VERBS else keys

    def holder_of(self, key: str) -> str | None:
        """Return the action that has a key, given in portable writing, else the verb of the timeline."""
        return self._command_of(key) or self._among(_VERBS, key)

    def _command_of(self, key: str) -> str | None:
        return self._among(self._specs, key)

    def _among(self, names: Iterable[str], key: str) -> str | None:
        wanted = QKeySequence(key)
        return next((name for name in names if any(QKeySequence(k) == wanted for k in self.keys_of(name))), None)

    def words(self, name: str) -> str:
        """Return what an action, or a verb of the timeline, is called in sentences and tables."""
        if name in _VERBS:
            return QCoreApplication.translate("KeySheet", VERBS[_VERBS[name]])
        return self._by_name[name].text().replace("&", "").rstrip("…")

    def letters(self) -> Iterator[tuple[str, QAction]]:
        """Yield the keys that act only while the timeline has the focus, each with its action."""
        for name, action in self._by_name.items():
            for key in filter(_is_letter, self.keys_of(name)):
                yield key, action

    def verbs(self) -> dict[Verb, tuple[str, ...]]:
        """Return the keys of the timeline's verbs that differ from their own, a command's letters apart."""
        return {_VERBS[name]: keys for name, keys in self._changed_keys.items() if name in _VERBS}

    def on_timeline(self) -> tuple[str, list[tuple[str, str]]]:
        """Return a heading and, as `by_menu` does of actions, the timeline's verbs: their names and words."""
        heading = QCoreApplication.translate("Actions", "While the timeline has the focus, as for all single letters")
        return heading, [(name, self.words(name)) for name in _VERBS]

    def by_menu(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return for each menu its actions: their names and words."""
        return [
            (
                _translated(title).replace("&", ""),
                [(spec.name, self.words(spec.name)) for spec in filter(None, specs) if spec.name not in SUBMENUS],
            )
            for title, specs in MENUS
        ]

    def sheet(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return what the key sheet shows: for each menu, and the timeline, what has keys, in the platform's writing."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (
                title,
                [
                    (KEY_GAP.join(QKeySequence(key).toString(native) for key in self.keys_of(name)), words)
                    for name, words in lines
                    if self.keys_of(name)
                ],
            )
            for title, lines in (*self.by_menu(), self.on_timeline())
        ]


def _is_letter(key: str) -> bool:
    """True for a key that types a character: such a key acts only while nothing is being typed, on the timeline."""
    return len(key.removeprefix("Shift+")) == 1
