"""What each action does: the hands of the window. Questions are asked here, the session carries out."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from timeline_app import __version__
from timeline_app.domain.event_index import EventFlag
from timeline_app.errors import ReaderError
from timeline_app.library import LIBRARY_SUFFIX, is_library
from timeline_app.models import texts
from timeline_app.paths import file_of, resource
from timeline_app.settings import Layout, ThemeChoice
from timeline_app.timeline.lanes import LaneGrouping
from timeline_app.ui.dialogs import DateDialog, TitleDialog
from timeline_app.ui.key_sheet import KeySheet
from timeline_app.ui.style import apply_theme
from timeline_app.ui.take_away import TakeAway

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QAbstractItemView

    from timeline_app.domain.period import Period
    from timeline_app.ui.main_window import MainWindow

_CORRECTIONS = ("redate", "retitle", "hide")
_READING = ("copy_quotation", "find_in_article")
_TEXT_STEP = 1.1
_ZOOM_STEP = 1.5


class Commands(QObject):
    """Connects the actions of a window to what they do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._settings = window.settings
        self.take_away = TakeAway(window)
        self.take_away.running_changed.connect(self.refresh)

    def connect_actions(self) -> None:
        """Connect every action, and the timeline's single-letter keys."""
        window, session = self._window, self._session
        plain: dict[str, Callable[[], object]] = {
            "new": self._new,
            "open": self._open,
            "sample": self.open_sample,
            "add_folder": self._add_folder,
            "add_files": self._add_files,
            "export": self.take_away.ask,
            "quit": window.close,
            "undo": self._undo,
            "redo": self._redo,
            "redate": self._redate,
            "retitle": self._retitle,
            "hide": self._hide,
            "copy_quotation": window.article.copy_quotation,
            "find": self._find,
            "find_in_article": window.article.open_find,
            "clear_filter": session.clear_filter,
            "show_timeline": partial(self.show_view, table=False),
            "show_table": partial(self.show_view, table=True),
            "layout_above": partial(self.set_layout, Layout.ABOVE),
            "layout_beside": partial(self.set_layout, Layout.BESIDE),
            "lanes_none": partial(self.set_lanes, LaneGrouping.NONE),
            "lanes_outlet": partial(self.set_lanes, LaneGrouping.OUTLET),
            "lanes_kind": partial(self.set_lanes, LaneGrouping.KIND),
            "zoom_in": partial(window.timeline.zoom, _ZOOM_STEP),
            "zoom_out": partial(window.timeline.zoom, 1 / _ZOOM_STEP),
            "fit": window.timeline.fit_all,
            "larger_text": partial(self._scale_text, _TEXT_STEP),
            "smaller_text": partial(self._scale_text, 1 / _TEXT_STEP),
            "normal_text": partial(self._scale_text, 0),
            "show_hidden": lambda: session.show_hidden(window.actions_["show_hidden"].isChecked()),
            "theme_system": partial(self.set_theme, ThemeChoice.SYSTEM),
            "theme_light": partial(self.set_theme, ThemeChoice.LIGHT),
            "theme_dark": partial(self.set_theme, ThemeChoice.DARK),
            "full_screen": self._full_screen,
            "previous": partial(window.navigator.step, -1),
            "next": partial(window.navigator.step, 1),
            "back": partial(window.navigator.go, -1),
            "forward": partial(window.navigator.go, 1),
            "go_to_date": self._go_to_date,
            "next_pane": self._next_pane,
            "keys": self._keys,
            "manual": self._manual,
            "about": self._about,
        }
        for name, act in plain.items():
            window.actions_[name].triggered.connect(lambda _checked=False, act=act: act())
        session.undo_stack.canUndoChanged.connect(self.refresh)
        session.undo_stack.canRedoChanged.connect(self.refresh)
        session.undo_stack.indexChanged.connect(self.refresh)
        window.actions_.recent.aboutToShow.connect(self._fill_recent)
        letters: list[tuple[str, Callable[[], object]]] = [
            *((letter, action.trigger) for letter, action in window.actions_.letters()),
            ("Space", partial(window.article.page, 1)),
            ("Shift+Space", partial(window.article.page, -1)),
        ]
        for key, act in letters:
            shortcut = QShortcut(QKeySequence(key), window.timeline)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self._check("layout", self._settings.layout.value)
        self._check("theme", self._settings.theme.value)
        self._check("lanes", "none")
        window.actions_["show_timeline"].setChecked(True)

    def _check(self, group: str, value: str) -> None:
        self._window.actions_[f"{group}_{value}"].setChecked(True)

    def refresh(self) -> None:
        """Enable what can be done now."""
        window, actions, stack = self._window, self._window.actions_, self._session.undo_stack
        can_correct = self._session.can_correct
        actions.enable(_CORRECTIONS, enabled=can_correct and window.navigator.current is not None)
        actions.enable(_READING, enabled=window.article.stored is not None)
        actions.enable(("add_folder", "add_files"), enabled=can_correct and not self._session.is_importing)
        actions["hide"].setText(self.tr("Un&hide event") if self._is_hidden() else self.tr("&Hide event"))
        actions.enable(("export",), enabled=self._session.path is not None and not self.take_away.is_running)
        actions.enable(("clear_filter",), enabled=not self._session.filter.is_empty)
        actions.enable(("back",), enabled=window.navigator.can_go_back)
        actions.enable(("forward",), enabled=window.navigator.can_go_forward)
        for name, can, text in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            actions[name].setEnabled(can)
            word = self.tr("&Undo") if name == "undo" else self.tr("&Redo")
            actions[name].setText(self.tr("{action} {what}").format(action=word, what=text) if text else word)

    # -- libraries and articles ---------------------------------------------------------------------------------------

    def open_library(self, path: Path) -> bool:
        """Open a library; say why where it cannot be opened."""
        self._window.remember()
        try:
            self._session.open(path)
        except ReaderError as error:
            self._window.say(error.message)
            return False
        self._settings.remember_library(path)
        return True

    def create_library(self, path: Path) -> bool:
        """Create a library and open it; say why where that cannot be done."""
        self._window.remember()
        try:
            self._session.create(path)
        except ReaderError as error:
            self._window.say(error.message)
            return False
        self._settings.remember_library(path)
        return True

    def own_library(self, name: str) -> Path:
        """Return the path for a library of the program's own choosing; its folder is made."""
        folder = self._settings.library_folder()
        with suppress(OSError):  # a folder that cannot be made shows as a library that cannot be made, with the reason
            folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{name}{LIBRARY_SUFFIX}"

    def open_sample(self) -> None:
        """Open the sample library; make it first where it is not there yet."""
        path = self.own_library(self.tr("Sample – Ever Given"))
        articles = resource("sample", "articles")
        if path.exists():
            if self.open_library(path) and self._session.library.info().articles == 0:
                self._session.add([articles])
        elif self.create_library(path):
            self._session.add([articles])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take articles in, or open the library among the paths."""
        libraries = [p for p in paths if is_library(p)]
        articles = [p for p in paths if p not in libraries]
        if libraries and not self.open_library(libraries[0]):
            return
        if articles:
            self._session.add(articles)

    def open_source(self, source: str) -> None:
        """Show an article's source with the system's own program: only ever because the reader asked."""
        if source.startswith(("http://", "https://")):
            QDesktopServices.openUrl(QUrl(source))
            return
        found = file_of(source)
        if found is None:
            self._window.say_text(self.tr("The file is no longer there: {path}").format(path=source))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(found[0])))

    def _new(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self._window, self.tr("New library"), "", self._pattern())
        if name:
            path = Path(name)
            # A dot in a name ("Fall 3.5") does not make an ending.
            self.create_library(path if path.suffix == LIBRARY_SUFFIX else path.with_name(path.name + LIBRARY_SUFFIX))

    def _open(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self._window, self.tr("Open library"), "", self._pattern())
        if name:
            self.open_library(Path(name))

    def _pattern(self) -> str:
        return self.tr("Libraries (*{suffix})").format(suffix=LIBRARY_SUFFIX)

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Add a folder of articles"))
        if name:
            self._session.add([Path(name)])

    def _add_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self._window, self.tr("Add article files"))
        if names:
            self._session.add([Path(name) for name in names])

    def _fill_recent(self) -> None:
        menu = self._window.actions_.recent
        menu.clear()
        for path in self._settings.recent_libraries:
            action = menu.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._open_recent, path))

    def _open_recent(self, path: Path, _checked: bool = False) -> None:
        if not self.open_library(path) and not path.exists():
            self._settings.forget_library(path)

    # -- corrections --------------------------------------------------------------------------------------------------

    def _undo(self) -> None:
        stack = self._session.undo_stack
        # First, so that it does not cover the reason where undoing fails; the same below.
        self._window.say_text(self.tr("Undone: {what}").format(what=stack.undoText()))
        self._session.undo()

    def _redo(self) -> None:
        stack = self._session.undo_stack
        self._window.say_text(self.tr("Done again: {what}").format(what=stack.redoText()))
        self._session.redo()

    def _redate(self) -> None:
        event_id = self._window.navigator.current
        if event_id is None:
            return
        stored = self._session.article_of_event(event_id)
        event = self._session.stored_event(event_id)
        note = ""
        if event.report.period is not None:
            note = self.tr("The article says {date}.").format(date=texts.period(event.report.period, with_weekday=True))
        dialog = DateDialog(
            self.tr("Change the date"),
            partial(self._session.read_date, published=stored.article.published),
            note=note,
            parent=self._window,
        )
        if dialog.exec() and dialog.period is not None:
            self._session.redate_event(event_id, dialog.period)

    def _retitle(self) -> None:
        event_id = self._window.navigator.current
        if event_id is None:
            return
        title = self._session.stored_event(event_id).title
        dialog = TitleDialog(title, self._window)
        if dialog.exec() and dialog.title not in ("", title):
            self._session.retitle_event(event_id, dialog.title)

    def _hide(self) -> None:
        window = self._window
        event_id = window.navigator.current
        if event_id is None:
            return
        if self._is_hidden():
            self._session.unhide_event(event_id)
            return
        if not self._session.filter.show_hidden:
            window.navigator.step(1)
            if window.navigator.current == event_id:
                window.navigator.step(-1)
        # First, so that it does not cover the reason where hiding fails.
        window.say_text(self.tr("Event hidden. Undo brings it back; View > Show hidden events shows it."))
        self._session.hide_event(event_id)

    def _is_hidden(self) -> bool:
        """True where the event that is read is one that the reader has hidden."""
        events, event_id = self._window.model.events, self._window.navigator.current
        row = events.row_of(event_id) if event_id is not None else -1
        return row >= 0 and bool(events.flags[row] & EventFlag.HIDDEN)

    # -- the view -----------------------------------------------------------------------------------------------------

    def show_view(self, *, table: bool) -> None:
        """Show the table or the timeline."""
        self._window.views.setCurrentIndex(1 if table else 0)
        self._window.actions_["show_table" if table else "show_timeline"].setChecked(True)
        view = self.focus_events()
        if self._window.selection.currentIndex().isValid():
            view.scrollTo(self._window.selection.currentIndex())

    def focus_events(self) -> QAbstractItemView:
        """Give the focus to the events, and return the view that shows them."""
        view = self._window.table if self._window.views.currentIndex() == 1 else self._window.timeline
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        return view

    def set_layout(self, layout: Layout) -> None:
        """Put the timeline above the article or beside it."""
        self._settings.layout = layout
        self._window.workspace.set_arrangement(layout, self._settings)
        self._check("layout", layout.value)

    def set_lanes(self, grouping: LaneGrouping) -> None:
        """Group the timeline's events into lanes."""
        self._window.timeline.set_lanes(grouping)
        self.show_lanes()

    def show_lanes(self) -> None:
        """Check the action of the grouping in force."""
        self._check("lanes", self._window.timeline.lanes.value)

    def set_theme(self, choice: ThemeChoice) -> None:
        """Change the colours."""
        self._settings.theme = choice
        apply_theme(choice)
        self._check("theme", choice.value)

    def _scale_text(self, factor: float) -> None:
        self._settings.text_scale = self._settings.text_scale * factor if factor else 1.0
        self._window.article.set_text_scale(self._settings.text_scale)

    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    # -- going about --------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._window.article.isAncestorOf(focus):
            self._window.article.open_find()
        else:
            self._window.search_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._window.search_line.selectAll()

    def _go_to_date(self) -> None:
        dialog = DateDialog(self.tr("Go to a date"), self._session.read_date, parent=self._window)
        if dialog.exec() and dialog.period is not None:
            self.go_to(dialog.period)

    def go_to(self, period: Period) -> None:
        """Show a stretch of time with some room around it."""
        start, end = period.known
        room = (end - start) // 2
        self._window.timeline.zoom_to(start - room, end + room)

    def _next_pane(self) -> None:
        window = self._window
        panes = [window.views, window.article, window.participants, window.search_line]
        if window.undated.isVisible():
            panes.insert(3, window.undated)
        focus = QApplication.focusWidget()
        at = -1 if focus is None else next((i for i, p in enumerate(panes) if focus is p or p.isAncestorOf(focus)), -1)
        target = panes[(at + 1) % len(panes)]
        if target is window.views:
            target = window.table if window.views.currentIndex() == 1 else window.timeline
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _keys(self) -> None:
        KeySheet(self._window.actions_.sheet(), self._window).exec()

    def _manual(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(resource("docs", "manual.md"))))

    def _about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Timeline App {version}").format(version=__version__))
        box.setInformativeText(
            self.tr("Reads dated articles and shows their events. Nothing leaves this machine.\nMIT licence.")
        )
        box.exec()
