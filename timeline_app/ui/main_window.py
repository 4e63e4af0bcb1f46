"""The main window: it is given a session and assembles the panes around it.

What the session says goes to the panes, what the panes want goes to the session; nothing else is decided here.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.event_index import EventIndex
from timeline_app.domain.facets import Facet
from timeline_app.errors import ReaderError
from timeline_app.library import phrases_of
from timeline_app.models.event_model import EventModel
from timeline_app.ui.actions import Actions
from timeline_app.ui.article_pane import ArticlePane
from timeline_app.ui.commands import Commands
from timeline_app.ui.empty_words import empty_words
from timeline_app.ui.event_table import EventTable
from timeline_app.ui.facets_pane import FacetsPane
from timeline_app.ui.filter_bar import FilterBar
from timeline_app.ui.import_desk import ImportDesk
from timeline_app.ui.import_panel import ImportPanel
from timeline_app.ui.navigator import Navigator
from timeline_app.ui.overview_bar import OverviewBar
from timeline_app.ui.participants_pane import ParticipantsPane
from timeline_app.ui.reading_desk import ReadingDesk
from timeline_app.ui.search_line import SearchLine
from timeline_app.ui.status_line import StatusLine
from timeline_app.ui.timeline_view import TimelineView
from timeline_app.ui.undated_tray import UndatedTray
from timeline_app.ui.view_state import keep_view, kept_view, restore_view, view_state
from timeline_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPoint, QUrl
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.session import Session
    from timeline_app.settings import Settings
    from timeline_app.snapshots import Snapshot
    from timeline_app.ui.event_list import EventList


class MainWindow(QMainWindow):
    """Timeline, article, participants: built once, wired once, in the order in which a click travels."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self._restored = False
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self._build()
        self.actions_ = Actions(self)
        self.commands = Commands(self)
        self._furnish()
        self.desk = ReadingDesk(self)
        self.imports = ImportDesk(self)
        self._connect()
        self._restore_geometry()
        self._show_library()

    # -- assembling ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.model = EventModel(self)
        self.selection = QItemSelectionModel(self.model, self)

        self.timeline = TimelineView()
        self.overview = OverviewBar(self.timeline)
        self.table = EventTable()
        for view in (self.timeline, self.table):
            view.setModel(self.model)
            view.setSelectionModel(self.selection)
            # A new snapshot restores the selection; that must not move the view. `_on_event` scrolls to what the reader selects.
            view.setAutoScroll(False)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        # After the views: each forgets the selection when the model is reset, and the navigator brings it back.
        self.navigator = Navigator(self.model, self.selection, self)
        canvas = QWidget()
        column = QVBoxLayout(canvas)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.overview)
        self.views = QStackedWidget()
        self.views.addWidget(canvas)
        self.views.addWidget(self.table)

        self.article = ArticlePane()
        self.participants = ParticipantsPane()
        self.undated = UndatedTray()
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.participants, 1)
        column.addWidget(self.undated)

        # From the window inwards: a tree of widgets that moves to another parent is dressed anew from top to bottom.
        centre = QWidget()
        self.setCentralWidget(centre)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.filter_bar = FilterBar()
        column.addWidget(self.filter_bar)
        self.facets = FacetsPane()
        self.workspace = Workspace(self.views, self.article, beside, self.facets, centre)
        column.addWidget(self.workspace, 1)
        self.import_panel = ImportPanel()
        column.addWidget(self.import_panel)
        self.status = StatusLine()

    @cached_property
    def event_list(self) -> EventList:
        """The list of events for which the timeline has no room: made when it is first opened."""
        from timeline_app.ui.event_list import EventList  # not at the start

        made = EventList(self)
        made.event_chosen.connect(self.desk.go_to_event)
        return made

    def _furnish(self) -> None:
        self.actions_.fill_menu_bar(self.menuBar())
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.actions_.fill_toolbar(bar)
        room = QWidget()
        room.setSizePolicy(room.sizePolicy().Policy.Expanding, room.sizePolicy().Policy.Preferred)
        bar.addWidget(room)
        self.search_line = SearchLine()
        bar.addWidget(self.search_line)
        self.addToolBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.snapshot_changed.connect(self.show_snapshot)
        session.filter_changed.connect(self._on_filter)
        session.readings_changed.connect(self._on_readings)
        session.failed.connect(self.status.say)
        session.refiner.progressed.connect(self.status.show_refining)
        session.refiner.ended.connect(self.status.end_refining)
        self.timeline.list_requested.connect(self._on_list_requested)
        self.timeline.history_requested.connect(self.navigator.go)
        for view in (self.timeline, self.table):
            view.activated.connect(self.article.focus_evidence)
            view.activated.connect(session.reading.engage)
        self.article.source_requested.connect(self.commands.libraries.open_source)
        self.participants.filter_requested.connect(session.finder.toggle_participant)
        self.filter_bar.filter_wanted.connect(session.finder.set_filter)
        self.filter_bar.undo_wanted.connect(session.finder.undo)
        session.finder.facets_counted.connect(self.facets.show_counts)
        self.facets.choice_toggled.connect(session.finder.toggle)
        self.facets.exclusion_toggled.connect(session.finder.toggle_excluded)
        self.facets.only_wanted.connect(session.finder.show_only)
        self.facets.stretch_wanted.connect(session.finder.show_stretch)
        self.search_line.typed.connect(session.finder.type)
        self.search_line.entered.connect(self._on_search)
        self.search_line.left.connect(self.commands.view.focus_events)
        session.finder.hits_found.connect(self.search_line.show_hits)
        self.commands.connect_actions()

    # -- from the session to the panes --------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        self._restored = False
        self.navigator.forget()
        # Nothing of the other library may stay in reach until this one's events are there: ids mean other things now.
        self.model.set_events(EventIndex.empty(), self.session.summaries)
        self.undated.show_articles(())
        self.facets.clear()
        self.status.clear_counts()
        self._show_library()

    def _show_library(self) -> None:
        path = self.session.path
        name = self.settings.name_of(path) if path else ""
        self.setWindowTitle(self.tr("{library} – Timeline").format(library=name) if path else self.tr("Timeline"))
        self.commands.refresh()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the library as it is now; what was being read goes on being read."""
        show_all = self.actions_["clear_filter"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.say_of_nothing(empty_words(snapshot, show_all, is_importing=self.session.is_importing))
        self.model.set_events(snapshot.shown, self.session.summaries)
        self.overview.show_all(snapshot.events)
        self.undated.show_articles(snapshot.undated)
        out_of_sight = 0 if self.session.filter.show_hidden else snapshot.hidden
        self.filter_bar.show_counts(len(snapshot.shown), len(snapshot.events) - out_of_sight)
        self.status.show_counts(snapshot, can_correct=self.session.can_correct)
        self._show_conditions()
        if not self._restored and len(snapshot.events):
            self._restored = True
            restore_view(self, kept_view(self.session.library))
        else:
            self.desk.show_anew()
        self.commands.refresh()

    def show_texts_anew(self) -> None:
        """Write dates and names again, after the way of writing them has changed."""
        self.model.write_anew()
        self._show_conditions()
        self.timeline.viewport().update()
        self.desk.show_anew()

    def _on_filter(self, wanted: EventFilter) -> None:
        self._show_conditions()
        self.facets.show_filter(wanted)
        self.participants.show_filter(wanted.participants)
        self.actions_["show_hidden"].setChecked(wanted.show_hidden)
        self.search_line.show_query(wanted.query)
        phrases = phrases_of(wanted.query)
        self.article.set_sought(phrases)
        self.timeline.labels.set_sought(phrases)
        self.timeline.viewport().update()

    def _show_conditions(self) -> None:
        """Say in the strip what is shown: dates and names as they are written now."""
        wanted = self.session.filter
        names = self.session.names_of({int(c.value) for c in wanted.grouped if c.facet is Facet.PARTICIPANT})
        self.filter_bar.show_filter(wanted, names, can_undo=self.session.finder.can_undo)

    def _on_readings(self, snapshot: Snapshot) -> None:
        self.model.update_events(snapshot.shown)
        self.commands.refresh()

    def say_of_nothing(self, words: str) -> None:
        """Set what stands where there are no events."""
        for view in (self.timeline, self.table):
            view.empty_words = words
            view.viewport().update()

    # -- from the panes to the session --------------------------------------------------------------------------------

    def _on_list_requested(self, rows: Sequence[int], place: QPoint) -> None:
        self.event_list.open_at(self.model, [int(row) for row in rows], place)

    def _on_search(self, text: str) -> None:
        self.session.finder.type(text)
        self.commands.view.focus_events()

    # -- the window itself --------------------------------------------------------------------------------------------

    def _restore_geometry(self) -> None:
        self.restoreGeometry(self.settings.geometry("geometry"))
        self.workspace.set_arrangement(self.settings.layout, self.settings)
        self.table.restore_columns(self.settings.geometry("columns"))
        if self.settings.folded_facets is not None:
            self.facets.set_folded(self.settings.folded_facets)
        self.actions_["show_facets"].setChecked(self.settings.shows_facets)
        self.workspace.show_facets(self.settings, wanted=self.settings.shows_facets)
        self.session.finder.want_facets(wanted=self.settings.shows_facets)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape: leave the field, put away what is open, then the selection, then the filter."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.timeline.stretch.put_away() or self.import_panel.put_away() or self.article.close_bar():
            pass
        elif self.article.stored is not None:
            self.desk.put_away()
        elif not self.session.filter.is_empty:
            self.session.finder.clear()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and folders."""
        if _local_paths(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files and folders in, or open a dropped library."""
        self.commands.libraries.take_in(_local_paths(event.mimeData().urls()))
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self.actions_.refresh_icons()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember everything and close the library; ask once before an import is cut off, which can be gone on with."""
        if self.session.is_importing and not self.import_panel.is_asked_to_stop:
            self.import_panel.is_asked_to_stop = True
            self.status.say_text(
                self.tr("Articles are being taken in. Close again to stop that; it can be gone on with.")
            )
            event.ignore()
            return
        try:
            self.remember()
        finally:
            self.session.close()
        super().closeEvent(event)

    def remember(self) -> None:
        """Keep the view with the library and the window's shape with the settings."""
        if self._restored:
            try:
                keep_view(self.session.library, view_state(self))
            except ReaderError as error:
                # The library's disk may be gone: that must not keep the reader from opening another.
                self.status.say(error.message)
        self.workspace.save(self.settings)
        self.settings.set_geometry("geometry", self.saveGeometry())
        self.settings.set_geometry("columns", self.table.save_columns())
        self.settings.folded_facets = self.facets.folded
        self.settings.save()


def _local_paths(urls: Iterable[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
