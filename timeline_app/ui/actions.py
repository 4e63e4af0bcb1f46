"""Every command of the program, once: its words, its keys, its icon, its menu.

Menus, the toolbar and the key sheet are made from this one table. Whoever owns the behaviour connects to `actions[name].triggered`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from timeline_app.messages import QT_TRANSLATE_NOOP
from timeline_app.ui.icons import icon
from timeline_app.ui.timeline_keys import OWN_KEYS, VERBS, Verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QMainWindow, QMenuBar, QToolBar

Standard = QKeySequence.StandardKey


class Spec(NamedTuple):
    """One command.

    `keys` are portable key sequences, spelt out: Qt's standard keys for Quit and Full screen are empty on some desktops.
    `letters` act only while the timeline has the focus. `group` names commands of which exactly one is on.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""
    tip: str = ""
    letters: tuple[str, ...] = ()


SEPARATOR = None
KEY_GAP = "   "
"""Between keys that do the same: no comma, which is a key itself."""

_SUBMENUS = ("recent", "copies", "views")

MENUS: tuple[tuple[str, tuple[Spec | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            Spec("new", QT_TRANSLATE_NOOP("Actions", "&New library…"), ("Ctrl+N",)),
            Spec("open", QT_TRANSLATE_NOOP("Actions", "&Open library…"), ("Ctrl+O",), "open"),
            Spec("recent", QT_TRANSLATE_NOOP("Actions", "Open &recent")),
            Spec("sample", QT_TRANSLATE_NOOP("Actions", "Open the &sample library")),
            SEPARATOR,
            Spec(
                "add_folder",
                QT_TRANSLATE_NOOP("Actions", "&Add articles…"),
                ("Ctrl+Shift+A",),
                "add",
                tip=QT_TRANSLATE_NOOP("Actions", "Take in a folder of articles"),
            ),
            Spec("add_files", QT_TRANSLATE_NOOP("Actions", "Add article &files…")),
            Spec("rescan", QT_TRANSLATE_NOOP("Actions", "&Look for new articles"), ("F5",)),
            Spec("watch", QT_TRANSLATE_NOOP("Actions", "&Watch the folders"), checkable=True),
            Spec("take_back", QT_TRANSLATE_NOOP("Actions", "&Take back what came last")),
            SEPARATOR,
            Spec("copies", QT_TRANSLATE_NOOP("Actions", "&Go back to a copy")),
            Spec("compact", QT_TRANSLATE_NOOP("Actions", "Make the library s&maller")),
            SEPARATOR,
            Spec("export", QT_TRANSLATE_NOOP("Actions", "&Export…")),
            Spec("export_selected", QT_TRANSLATE_NOOP("Actions", "Export the selecte&d events…")),
            Spec("picture", QT_TRANSLATE_NOOP("Actions", "Save a pict&ure…")),
            Spec("print", QT_TRANSLATE_NOOP("Actions", "&Print…"), ("Ctrl+P",)),
            SEPARATOR,
            Spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            Spec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), "undo"),
            Spec("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            SEPARATOR,
            Spec("copy_quotation", QT_TRANSLATE_NOOP("Actions", "&Copy as quotation"), ("Ctrl+Shift+C",)),
            SEPARATOR,
            Spec("find", QT_TRANSLATE_NOOP("Actions", "&Search the library"), ("Ctrl+F",), "search"),
            Spec("find_in_article", QT_TRANSLATE_NOOP("Actions", "&Find in the article"), ("Ctrl+Shift+F",)),
            Spec("clear_filter", QT_TRANSLATE_NOOP("Actions", "Show &all events"), ("Ctrl+Shift+X",), "clear"),
            SEPARATOR,
            Spec("preferences", QT_TRANSLATE_NOOP("Actions", "&Preferences…"), ("Ctrl+,",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Eve&nt"),
        (
            Spec("star", QT_TRANSLATE_NOOP("Actions", "&Star"), ("Ctrl+D",), letters=("S",)),
            Spec("tag", QT_TRANSLATE_NOOP("Actions", "Ta&gs…"), ("Ctrl+T",), letters=("T",)),
            Spec("note", QT_TRANSLATE_NOOP("Actions", "&Note…"), ("Ctrl+Shift+N",)),
            SEPARATOR,
            Spec("redate", QT_TRANSLATE_NOOP("Actions", "Change the &date…"), ("Ctrl+E",), "calendar", letters=("E",)),
            Spec("retitle", QT_TRANSLATE_NOOP("Actions", "Change the &title…"), ("F2",), "edit"),
            Spec("hide", QT_TRANSLATE_NOOP("Actions", "&Hide event"), ("Ctrl+Shift+H",), "hide", letters=("H",)),
            Spec("dismiss_date", QT_TRANSLATE_NOOP("Actions", "These words are no date, in this &article")),
            Spec(
                "dismiss_date_everywhere", QT_TRANSLATE_NOOP("Actions", "These words are no date, &wherever they stand")
            ),
            SEPARATOR,
            Spec("accept", QT_TRANSLATE_NOOP("Actions", "A&ccept as right"), ("Ctrl+Return",)),
            Spec("restore", QT_TRANSLATE_NOOP("Actions", "As it was &found")),
            SEPARATOR,
            Spec("compare", QT_TRANSLATE_NOOP("Actions", "&Other reports side by side"), ("Ctrl+Shift+R",)),
            SEPARATOR,
            Spec("add_event", QT_TRANSLATE_NOOP("Actions", "Add an e&vent of your own…"), ("Ctrl+Shift+E",)),
            Spec("remove_event", QT_TRANSLATE_NOOP("Actions", "&Remove your event")),
            SEPARATOR,
            Spec("review", QT_TRANSLATE_NOOP("Actions", "Review what is &unsure…"), ("F8",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Participant"),
        (
            Spec("participant_page", QT_TRANSLATE_NOOP("Actions", "&All about the participant…"), ("Ctrl+I",)),
            Spec("merge", QT_TRANSLATE_NOOP("Actions", "Is the &same as…"), ("Ctrl+M",), letters=("M",)),
            Spec("rename", QT_TRANSLATE_NOOP("Actions", "Another &name…"), ("Shift+F2",)),
            SEPARATOR,
            Spec("is_person", QT_TRANSLATE_NOOP("Actions", "Is a &person")),
            Spec("is_organisation", QT_TRANSLATE_NOOP("Actions", "Is an &organisation")),
            Spec("is_place", QT_TRANSLATE_NOOP("Actions", "Is a p&lace")),
            SEPARATOR,
            Spec("dismiss_here", QT_TRANSLATE_NOOP("Actions", "Is no participant &here")),
            Spec("dismiss_everywhere", QT_TRANSLATE_NOOP("Actions", "Is no participant any&where")),
            SEPARATOR,
            Spec("suggestions", QT_TRANSLATE_NOOP("Actions", "One or &two?…"), ("F7",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            Spec(
                "show_timeline",
                QT_TRANSLATE_NOOP("Actions", "&Timeline"),
                ("Ctrl+1",),
                "timeline",
                checkable=True,
                group="view",
            ),
            Spec(
                "show_table", QT_TRANSLATE_NOOP("Actions", "Ta&ble"), ("Ctrl+2",), "table", checkable=True, group="view"
            ),
            Spec("show_facets", QT_TRANSLATE_NOOP("Actions", "Narrow &down"), ("Ctrl+3",), "filter", checkable=True),
            SEPARATOR,
            Spec(
                "layout_above",
                QT_TRANSLATE_NOOP("Actions", "Timeline &above the article"),
                checkable=True,
                group="layout",
            ),
            Spec(
                "layout_beside",
                QT_TRANSLATE_NOOP("Actions", "Timeline b&eside the article"),
                checkable=True,
                group="layout",
            ),
            SEPARATOR,
            Spec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), (), "zoom-in"),
            Spec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom o&ut"), (), "zoom-out"),
            Spec("fit", QT_TRANSLATE_NOOP("Actions", "Show the &whole time"), (), "fit"),
            SEPARATOR,
            Spec("larger_text", QT_TRANSLATE_NOOP("Actions", "Lar&ger text"), ("Ctrl++", "Ctrl+=")),
            Spec("smaller_text", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), ("Ctrl+-",)),
            Spec("normal_text", QT_TRANSLATE_NOOP("Actions", "&Normal text"), ("Ctrl+0",)),
            SEPARATOR,
            Spec("show_hidden", QT_TRANSLATE_NOOP("Actions", "Show &hidden events"), checkable=True),
            Spec("linear_bars", QT_TRANSLATE_NOOP("Actions", "Bars in &proportion"), checkable=True),
            SEPARATOR,
            Spec("theme_system", QT_TRANSLATE_NOOP("Actions", "&Colours of the system"), checkable=True, group="theme"),
            Spec("theme_light", QT_TRANSLATE_NOOP("Actions", "Light colou&rs"), checkable=True, group="theme"),
            Spec("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dar&k colours"), checkable=True, group="theme"),
            SEPARATOR,
            Spec("full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), ("F11",), checkable=True),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Lanes"),
        (
            Spec("lanes_none", QT_TRANSLATE_NOOP("Actions", "&One lane"), checkable=True, group="lanes"),
            Spec("lanes_outlet", QT_TRANSLATE_NOOP("Actions", "By o&utlet"), checkable=True, group="lanes"),
            Spec("lanes_kind", QT_TRANSLATE_NOOP("Actions", "By &kind of event"), checkable=True, group="lanes"),
            Spec("lanes_participant", QT_TRANSLATE_NOOP("Actions", "By &participant"), checkable=True, group="lanes"),
            Spec(
                "lanes_participant_kind",
                QT_TRANSLATE_NOOP("Actions", "By kin&d of participant"),
                checkable=True,
                group="lanes",
            ),
            Spec("lanes_tag", QT_TRANSLATE_NOOP("Actions", "By &tag"), checkable=True, group="lanes"),
            Spec("lanes_folder", QT_TRANSLATE_NOOP("Actions", "By &folder"), checkable=True, group="lanes"),
            SEPARATOR,
            Spec("order_count", QT_TRANSLATE_NOOP("Actions", "&Most events first"), checkable=True, group="order"),
            Spec("order_first", QT_TRANSLATE_NOOP("Actions", "&Earliest event first"), checkable=True, group="order"),
            Spec("order_name", QT_TRANSLATE_NOOP("Actions", "In the order of &names"), checkable=True, group="order"),
            SEPARATOR,
            Spec("pin_lane", QT_TRANSLATE_NOOP("Actions", "A &lane for the participant"), ("Ctrl+L",)),
            Spec("fold_lane", QT_TRANSLATE_NOOP("Actions", "Fold o&r unfold the lane"), letters=("C",)),
            Spec("unfold_lanes", QT_TRANSLATE_NOOP("Actions", "Unfold &all lanes"), letters=("Shift+C",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            Spec("previous", QT_TRANSLATE_NOOP("Actions", "&Previous event"), ("Ctrl+PgUp",), "previous"),
            Spec("next", QT_TRANSLATE_NOOP("Actions", "&Next event"), ("Ctrl+PgDown",), "next"),
            SEPARATOR,
            Spec("back", QT_TRANSLATE_NOOP("Actions", "&Back"), ("Alt+Left",), letters=("[",)),
            Spec("forward", QT_TRANSLATE_NOOP("Actions", "&Forward"), ("Alt+Right",), letters=("]",)),
            SEPARATOR,
            Spec("next_unread", QT_TRANSLATE_NOOP("Actions", "Next &unread event"), letters=("N",)),
            Spec("previous_unread", QT_TRANSLATE_NOOP("Actions", "Pre&vious unread event"), letters=("Shift+N",)),
            Spec("mark_read", QT_TRANSLATE_NOOP("Actions", "Mark as &read"), letters=("U",)),
            SEPARATOR,
            Spec("around", QT_TRANSLATE_NOOP("Actions", "Ar&ound this event…"), ("Ctrl+R",)),
            Spec("undo_filter", QT_TRANSLATE_NOOP("Actions", "&Earlier filter"), ("Ctrl+Backspace",)),
            Spec("redo_filter", QT_TRANSLATE_NOOP("Actions", "&Later filter"), ("Ctrl+Shift+Backspace",)),
            SEPARATOR,
            Spec("views", QT_TRANSLATE_NOOP("Actions", "&Saved views")),
            Spec("save_view", QT_TRANSLATE_NOOP("Actions", "Save this vie&w…"), ("Ctrl+Shift+S",)),
            Spec("manage_views", QT_TRANSLATE_NOOP("Actions", "Rena&me or delete views…")),
            SEPARATOR,
            Spec("go_to_date", QT_TRANSLATE_NOOP("Actions", "Go to a &date…"), ("Ctrl+G",)),
            Spec("palette", QT_TRANSLATE_NOOP("Actions", "&Command or name…"), ("Ctrl+K",)),
            Spec("next_pane", QT_TRANSLATE_NOOP("Actions", "Next p&ane"), ("F6",)),
            Spec("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), ("Shift+F6",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            Spec("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("F1",), letters=("?",)),
            Spec("manual", QT_TRANSLATE_NOOP("Actions", "&Manual")),
            SEPARATOR,
            Spec("whats_new", QT_TRANSLATE_NOOP("Actions", "What's &new")),
            Spec("copy_report", QT_TRANSLATE_NOOP("Actions", "Copy &diagnostic report")),
            Spec("about", QT_TRANSLATE_NOOP("Actions", "&About")),
        ),
    ),
)

TOOLBAR: tuple[str | None, ...] = (
    "add_folder",
    SEPARATOR,
    "show_timeline",
    "show_table",
    "show_facets",
    SEPARATOR,
    "zoom_in",
    "zoom_out",
    "fit",
    SEPARATOR,
    "previous",
    "next",
)


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
                if spec.name in _SUBMENUS:
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
                [(spec.name, self.words(spec.name)) for spec in filter(None, specs) if spec.name not in _SUBMENUS],
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
