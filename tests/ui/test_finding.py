"""Finding in the real window: facets, earlier filters, what was read, saved views, the palette, and all of it by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMenu, QToolButton, QWidget

from tests.builders import make_extraction, many_extractions
from tests.waiting import wait_until
from timeline_app.background import wait_for_tasks
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.facets import Choice, Facet, Reading
from timeline_app.library import Library
from timeline_app.models.facet_model import FacetModel
from timeline_app.models.palette_model import PaletteModel
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.dialogs import LineDialog
from timeline_app.ui.filter_state import filter_from, filter_state
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.view_state import view_state
from timeline_app.ui.views_dialog import ViewsDialog


class Desk:
    """The window with a library open, and a reader at the keyboard."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.session = Session()
        # What is read again with care would come in between.
        self.session.refiner.start = lambda *_: None  # type: ignore[method-assign]
        self.snapshots = 0
        self.session.snapshot_changed.connect(self._count)
        self.window = MainWindow(self.session, settings)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        self.after(lambda: self.session.open(path))

    def _count(self) -> None:
        self.snapshots += 1

    def after(self, act: Callable[[], object]) -> None:
        """Do something that brings a snapshot, and wait for it."""
        before = self.snapshots
        act()
        wait_until(lambda: self.snapshots > before)

    @property
    def shown(self) -> int:
        return len(self.window.model.events)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is; shortcuts are the window's."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def trigger(self, name: str) -> None:
        self.window.actions_[name].trigger()

    def focus_is_in(self, pane: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is pane or pane.isAncestorOf(focus))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        undated = make_extraction(title="An undated note", published=None, body="Once upon a time.", outlet="Notes")
        library.add([make_extraction(source="/case/meeting.txt"), undated, *many_extractions(12)])
    return path


@pytest.fixture
def desk(app: QApplication, path: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(path, Settings(tmp_path / "settings.ini"))
    yield desk
    desk.window.close()
    desk.session.close()


def test_the_pane_that_narrows_down_is_out_of_sight_until_asked_for_and_then_stays(
    desk: Desk, path: Path, tmp_path: Path
) -> None:
    assert not desk.window.facets.isVisible()
    desk.trigger("show_facets")
    wait_until(lambda: desk.window.facets._model.rowCount() > 0)
    assert desk.window.facets.isVisible()
    assert desk.window.timeline.width() > 400
    desk.window.close()
    again = Desk(path, Settings(tmp_path / "settings.ini"))
    assert again.window.facets.isVisible()
    assert again.window.actions_["show_facets"].isChecked()
    wait_until(lambda: again.window.facets._model.rowCount() > 0)
    again.trigger("show_facets")
    assert not again.window.facets.isVisible()
    again.window.close()
    again.session.close()


def test_a_facet_narrows_down_and_its_chip_and_the_earlier_filter_widen_again(desk: Desk) -> None:
    window, everything = desk.window, desk.shown
    desk.trigger("show_facets")
    wait_until(lambda: window.facets._model.rowCount() > 0)
    nato = next(who for who in desk.session.library.participants() if who.name == "NATO")
    desk.after(lambda: window.facets.choice_toggled.emit(Choice(Facet.PARTICIPANT, nato.id)))
    assert desk.shown == 1
    desk.after(lambda: window.facets.exclusion_toggled.emit(Choice(Facet.OUTLET, "The Courier")))
    assert desk.shown == 0
    assert [chip.text() for chip in window.filter_bar.chips()] == ["NATO  ✕", "not The Courier  ✕"]
    assert "No event meets all" in window.timeline.empty_words
    desk.after(window.filter_bar.chips()[1].click)
    assert desk.shown == 1
    desk.after(lambda: desk.trigger("undo_filter"))
    assert desk.shown == 0
    desk.after(lambda: desk.trigger("undo_filter"))
    desk.after(lambda: desk.trigger("undo_filter"))
    assert desk.shown == everything
    desk.after(lambda: desk.trigger("redo_filter"))
    assert desk.shown == 1


def test_keys_go_over_the_chips_and_take_them_off(desk: Desk) -> None:
    window = desk.window
    desk.after(lambda: desk.session.finder.toggle(Choice(Facet.OUTLET, "Outlet 1")))
    desk.after(lambda: desk.session.finder.toggle_excluded(Choice(Facet.OUTLET, "Outlet 2")))
    window.filter_bar.chips()[0].setFocus()
    desk.key(Qt.Key.Key_Right)
    assert window.filter_bar.chips()[1].hasFocus()
    desk.after(lambda: desk.key(Qt.Key.Key_Delete))
    assert [chip.text() for chip in window.filter_bar.chips()] == ["Outlet 1  ✕"]
    assert window.filter_bar.chips()[0].hasFocus()


def test_typing_shows_what_is_found_and_chooses_the_sentence(desk: Desk) -> None:
    window = desk.window
    desk.trigger("find")
    desk.after(lambda: desk.type("allia"))
    assert desk.shown == 3
    wait_until(lambda: window.search_line._list is not None and window.search_line._list.isVisible())
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert window.article.stored is not None
    body = window.article.stored.article.body
    assert [body[slice(*span)] for span in window.article._view._sought] == ["alliance"]
    current = window.navigator.current
    assert current is not None
    assert desk.session.stored_event(current).title == "the alliance will meet again"
    assert window.timeline.hasFocus()
    title = window.timeline.labels.title(window.model.events.row_of(current), 600)
    assert len(title.hits) == 1


def test_an_undated_article_is_found_by_typing_too(desk: Desk) -> None:
    desk.trigger("find")
    desk.after(lambda: desk.type("upon a time"))
    wait_until(lambda: desk.window.search_line._list is not None and desk.window.search_line._list.isVisible())
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.window.article.stored is not None
    assert desk.window.article.stored.article.title == "An undated note"
    assert desk.window.navigator.current is None


def test_the_next_unread_event_passes_over_what_was_read(desk: Desk) -> None:
    window, ids = desk.window, [int(event) for event in desk.window.model.events.ids]
    desk.session.reading.note({ids[0]: Reading.READ, ids[2]: Reading.READ})
    window.timeline.setFocus()
    desk.key(Qt.Key.Key_N)
    assert window.navigator.current == ids[1]
    desk.key(Qt.Key.Key_N)
    assert window.navigator.current == ids[3]
    desk.key(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert window.navigator.current == ids[1]
    desk.key(Qt.Key.Key_U)
    assert window.model.events.flags[1] & EventFlag.READ
    desk.key(Qt.Key.Key_U)
    assert not window.model.events.flags[1] & EventFlag.READ
    desk.session.reading.note(dict.fromkeys(ids, Reading.READ))
    desk.key(Qt.Key.Key_N)
    assert window.navigator.current == ids[1]
    assert "No unread event comes after" in window.status.currentMessage()


def test_what_happened_around_an_event_is_shown_and_one_step_leads_back(desk: Desk) -> None:
    everything = desk.shown
    desk.window.navigator.select_row(5)
    event = desk.window.navigator.current
    desk.after(lambda: desk.window.commands.finding.show_around(1))
    assert 0 < desk.shown < everything
    assert desk.window.navigator.current == event
    desk.after(lambda: desk.trigger("undo_filter"))
    assert desk.shown == everything


def test_the_choice_around_an_event_is_a_menu(desk: Desk) -> None:
    desk.window.navigator.select_row(5)
    desk.trigger("around")
    menu = next(menu for menu in desk.window.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()][2] == "A &week before and after"
    desk.after(menu.actions()[0].trigger)
    menu.close()


def test_a_saved_view_brings_everything_back_also_in_another_window(desk: Desk, path: Path, tmp_path: Path) -> None:
    window, saved = desk.window, desk.window.commands.saved_views
    nato = next(who for who in desk.session.library.participants() if who.name == "NATO")
    desk.after(lambda: desk.session.finder.toggle(Choice(Facet.PARTICIPANT, nato.id)))
    desk.after(lambda: desk.session.finder.toggle_excluded(Choice(Facet.OUTLET, "Outlet 1")))
    window.navigator.select_row(0)
    window.timeline.zoom_to(1_676_000_000, 1_677_000_000)
    before = view_state(window)
    saved.save("The meeting")
    desk.after(desk.session.finder.clear)
    window.navigator.clear()
    desk.after(lambda: saved.show("The meeting"))
    assert view_state(window) == before
    desk.after(lambda: desk.trigger("undo_filter"))
    assert desk.session.filter.is_empty
    other = Desk(path, Settings(remembers=False))
    other.after(lambda: other.window.commands.saved_views.show("The meeting"))
    assert view_state(other.window) == before
    other.window.close()
    other.session.close()


def test_a_view_that_cannot_be_read_says_so_and_changes_nothing(desk: Desk) -> None:
    before = view_state(desk.window)
    for state in ("{", "[]", ""):
        desk.session.library.save_view("Torn", state)
        desk.window.commands.saved_views.show("Torn")
        assert "“Torn” cannot be read" in desk.window.status.currentMessage()
        desk.window.status.clearMessage()
    assert view_state(desk.window) == before


def test_views_are_in_the_menu_and_can_be_renamed_and_deleted(desk: Desk) -> None:
    saved, menu = desk.window.commands.saved_views, desk.window.actions_.views
    saved.save("One & only")
    saved.save("Two")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["&1  One && only", "&2  Two"]
    dialog = ViewsDialog(saved.names(), desk.window)
    renamed: list[tuple[str, str]] = []
    deleted: list[str] = []
    dialog.renamed.connect(lambda name, new: renamed.append((name, new)))
    dialog.deleted.connect(deleted.append)
    dialog._list.item(1).setText("One & only")
    assert dialog._list.item(1).text() == "Two"
    dialog._list.item(1).setText("Deux")
    dialog._list.setCurrentRow(0)
    QTest.keyClick(dialog._list, Qt.Key.Key_Delete)
    assert (renamed, deleted) == ([("Two", "Deux")], ["One & only"])


def test_of_several_participants_the_reader_chooses_any_or_all_together(desk: Desk) -> None:
    window, finder, library = desk.window, desk.session.finder, desk.session.library
    first, second = library.participants(limit=2)
    both = set(library.events_of([first.id]).tolist()) & set(library.events_of([second.id]).tolist())
    either = set(library.events_of([first.id, second.id]).tolist())
    assert both < either
    desk.after(lambda: finder.toggle_participant(first.id))
    assert window.filter_bar.findChild(QToolButton, "together") is None
    desk.after(lambda: finder.toggle_participant(second.id))
    assert set(window.model.events.ids.tolist()) == either
    chip = window.filter_bar.findChild(QToolButton, "together")
    assert (chip.text(), window.filter_bar.chips().index(chip)) == ("any of them", 2)
    chip.setFocus()
    desk.after(lambda: QTest.keyClick(chip, Qt.Key.Key_Space))
    assert set(window.model.events.ids.tolist()) == both
    assert window.filter_bar.chips()[2].hasFocus()
    assert window.filter_bar.chips()[2].text() == "all of them together"
    kept = filter_state(finder.filter, library)
    assert filter_from(kept, library) == finder.filter
    desk.after(finder.undo)
    assert set(window.model.events.ids.tolist()) == either


def test_a_name_that_is_taken_is_said_before_it_is_taken_over(app: QApplication) -> None:
    dialog = LineDialog(
        "Save this view", "Name", "Ports", longest=120, remark=lambda name: "Taken." if name == "Ports" else ""
    )
    assert dialog._said.text() == "Taken."
    dialog.findChild(QLineEdit).setText("Ports 2")
    assert dialog._said.text() == ""
    dialog.findChild(QLineEdit).setText("  ")
    assert not dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_an_undated_article_that_was_open_is_open_again(desk: Desk, path: Path) -> None:
    [note] = desk.session.library.undated()
    desk.window.desk.show_undated(note.id)
    desk.window.remember()
    again = Desk(path, Settings(remembers=False))
    wait_until(lambda: again.window.article.stored is not None)
    assert again.window.article.stored is not None
    assert again.window.article.stored.article.title == "An undated note"
    again.window.close()
    again.session.close()


def offers(desk: Desk) -> list[str]:
    model = desk.window.commands.palette.palette.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_palette_finds_commands_participants_views_and_dates_by_keys_alone(desk: Desk) -> None:
    window = desk.window
    window.commands.saved_views.save("Stolen papers")
    window.timeline.setFocus()
    desk.trigger("palette")
    palette = window.commands.palette.palette
    assert desk.focus_is_in(palette)
    desk.type("stol")
    assert {"Stolen papers", "Jens Stoltenberg"} <= set(offers(desk))
    palette._line.clear()
    desk.type("ths tabl")
    palette._line.clear()
    desk.type("table")
    assert offers(desk)[0] == "Table"
    desk.key(Qt.Key.Key_Return)
    assert window.views.currentIndex() == 1
    assert not palette.isVisible()
    desk.trigger("palette")
    desk.type("stoltenb")
    desk.after(lambda: desk.key(Qt.Key.Key_Return))
    assert desk.shown == 2
    desk.trigger("palette")
    desk.type("mid March 2014")
    assert offers(desk)[0].startswith("Go to")
    desk.key(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert desk.focus_is_in(window.table)


def test_the_palette_shows_the_keys_of_commands(desk: Desk) -> None:
    desk.trigger("palette")
    desk.type("full screen")
    offer = desk.window.commands.palette.palette.model.index(0).data(PaletteModel.OFFER_ROLE)
    assert (offer.name, offer.keys) == ("Full screen", "F11")


def test_the_palette_goes_away_with_the_focus(desk: Desk) -> None:
    desk.trigger("palette")
    desk.window.search_line.setFocus()
    assert not desk.window.commands.palette.palette.isVisible()


def test_everything_can_be_reached_and_done_by_keys_alone(desk: Desk) -> None:
    """One walk: narrow down, leave out, take off, search, read, go on, save, come back. The pointer is never touched."""
    window, control, none = desk.window, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    everything = desk.shown
    window.timeline.setFocus()
    # The facets: the first participant is chosen, the second left out.
    desk.key(Qt.Key.Key_3, control)
    wait_until(lambda: window.facets._model.rowCount() > 0)
    assert desk.focus_is_in(window.facets)
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_Down)
    first = window.facets._view.currentIndex().data(FacetModel.CHOICE_ROLE)
    desk.after(lambda: desk.key(Qt.Key.Key_Space))
    assert desk.session.filter.chosen == {first}
    chosen = desk.shown
    wait_until(lambda: window.facets._model._counts.wanted == desk.session.filter)
    assert window.facets._view.currentIndex().data(FacetModel.CHOICE_ROLE) == first
    desk.key(Qt.Key.Key_Down)
    desk.after(lambda: desk.key(Qt.Key.Key_Delete))
    assert len(desk.session.filter.excluded) == 1
    assert desk.shown <= chosen < everything
    # Round all panes, forward and back.
    visited = []
    for _ in window.commands.going.panes():
        desk.key(Qt.Key.Key_F6)
        visited.append(next(pane for pane in window.commands.going.panes() if desk.focus_is_in(pane)))
    assert set(visited) == set(window.commands.going.panes())
    assert window.filter_bar in visited
    desk.key(Qt.Key.Key_F6)
    here = next(pane for pane in window.commands.going.panes() if desk.focus_is_in(pane))
    desk.key(Qt.Key.Key_F6)
    desk.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert desk.focus_is_in(here)
    # Back to everything by earlier filters; the timeline must have the focus for that not to be typing.
    window.commands.view.focus_events()
    desk.after(lambda: desk.key(Qt.Key.Key_Backspace, control))
    desk.after(lambda: desk.key(Qt.Key.Key_Backspace, control))
    assert desk.shown == everything
    # Search, take the best article, go into it, and it is read.
    desk.key(Qt.Key.Key_F, control)
    desk.after(lambda: desk.type("stoltenberg"))
    wait_until(lambda: window.search_line._list is not None and window.search_line._list.isVisible())
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    read = window.navigator.current
    assert read is not None
    desk.key(Qt.Key.Key_Return, none)
    assert desk.focus_is_in(window.article)
    assert window.model.events.flags[window.model.events.row_of(read)] & EventFlag.READ
    # Back to the timeline, on to what is unread, and off with the search.
    window.commands.view.focus_events()
    desk.key(Qt.Key.Key_N)
    assert window.navigator.current not in (None, read)
    desk.after(lambda: desk.key(Qt.Key.Key_X, control | Qt.KeyboardModifier.ShiftModifier))
    assert desk.shown == everything
    assert window.search_line.text() == ""
    # Save what is shown through the palette's own command, and come back to it.
    window.commands.saved_views.save("All of it")
    desk.after(lambda: desk.session.finder.search("stoltenberg"))
    desk.key(Qt.Key.Key_K, control)
    desk.type("all of it")
    assert offers(desk)[0] == "All of it"
    desk.after(lambda: desk.key(Qt.Key.Key_Return))
    assert desk.shown == everything
    wait_for_tasks()


def test_the_window_stays_calm_at_its_usual_size_with_everything_open(desk: Desk) -> None:
    window = desk.window
    desk.trigger("show_facets")
    desk.after(lambda: desk.session.finder.toggle(Choice(Facet.OUTLET, "Outlet 1")))
    for number in range(8):
        desk.after(
            lambda number=number: desk.session.finder.toggle_excluded(Choice(Facet.TAG, f"a rather long tag {number}"))
        )
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1280, 800)
    assert window.facets.width() < 340
    assert window.timeline.width() > 380
    clear = window.filter_bar._clear
    assert clear.mapTo(window, QPoint(clear.width(), 0)).x() <= 1280
