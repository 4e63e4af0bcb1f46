"""What each action does: the hands of the window, a module for each topic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from timeline_app.ui.commands.comparing import ComparingCommands
from timeline_app.ui.commands.dates import DateCommands
from timeline_app.ui.commands.events import EventCommands
from timeline_app.ui.commands.finding import FindingCommands
from timeline_app.ui.commands.going import GoingCommands
from timeline_app.ui.commands.help import HelpCommands
from timeline_app.ui.commands.keeping import KeepingCommands
from timeline_app.ui.commands.lanes import LaneCommands
from timeline_app.ui.commands.libraries import LibraryCommands
from timeline_app.ui.commands.palette import PaletteCommands
from timeline_app.ui.commands.participants import ParticipantCommands
from timeline_app.ui.commands.pictures import PictureCommands
from timeline_app.ui.commands.preferences import PreferenceCommands
from timeline_app.ui.commands.review import ReviewCommands
from timeline_app.ui.commands.view import ViewCommands
from timeline_app.ui.commands.views import SavedViewCommands
from timeline_app.ui.take_away import TakeAway

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.ui.commands.topic import Topic
    from timeline_app.ui.main_window import MainWindow


class Commands(QObject):
    """Connects the actions of a window to what they do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.libraries = LibraryCommands(window)
        self.keeping = KeepingCommands(window)
        self.events = EventCommands(window)
        self.dates = DateCommands(window)
        self.review = ReviewCommands(window)
        self.participants = ParticipantCommands(window)
        self.view = ViewCommands(window)
        self.lanes = LaneCommands(window)
        self.going = GoingCommands(window)
        self.finding = FindingCommands(window)
        self.saved_views = SavedViewCommands(window)
        self.comparing = ComparingCommands(window)
        self.palette = PaletteCommands(window)
        self.pictures = PictureCommands(window)
        self.preferences = PreferenceCommands(window)
        self.help = HelpCommands(window)
        self.take_away = TakeAway(window)
        self._letters: list[QShortcut] = []
        self._topics: tuple[Topic, ...] = (
            self.libraries,
            self.keeping,
            self.events,
            self.dates,
            self.review,
            self.participants,
            self.view,
            self.lanes,
            self.going,
            self.finding,
            self.saved_views,
            self.comparing,
            self.palette,
            self.pictures,
            self.preferences,
            self.help,
        )

    def connect_actions(self) -> None:
        """Connect every action, and the timeline's single-letter keys."""
        window = self._window
        for topic in self._topics:
            for name, act in topic.bindings().items():
                window.actions_[name].triggered.connect(lambda _checked=False, act=act: act())
        window.actions_["export"].triggered.connect(lambda _checked=False: self.take_away.ask())
        window.actions_["export_selected"].triggered.connect(
            lambda _checked=False: self.take_away.ask(window.navigator.chosen())
        )
        self.take_away.running_changed.connect(self.refresh)
        stack = window.session.corrector.undo_stack
        for changed in (stack.canUndoChanged, stack.canRedoChanged, stack.indexChanged):
            changed.connect(self.refresh)
        self.connect_letters()

    def connect_letters(self) -> None:
        """Give the timeline the keys that act only while it has the focus, in place of those that it had."""
        while self._letters:
            self._letters.pop().deleteLater()
        window = self._window
        window.timeline.keys.set_keys(window.actions_.verbs())
        letters: list[tuple[str, Callable[[], object]]] = [
            *((letter, action.trigger) for letter, action in window.actions_.letters()),
            ("Space", partial(window.article.page, 1)),
            ("Shift+Space", partial(window.article.page, -1)),
        ]
        for key, act in letters:
            shortcut = QShortcut(QKeySequence(key), window.timeline)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
            self._letters.append(shortcut)

    def refresh(self) -> None:
        """Enable what can be done now."""
        for topic in self._topics:
            topic.refresh()
        can_export = self._window.session.path is not None and not self.take_away.is_running
        self._window.actions_.enable(("export",), enabled=can_export)
        self._window.actions_.enable(("export_selected",), enabled=can_export and bool(self._window.navigator.chosen()))
