"""Who is who, decided in the real window: merged, split, named, dismissed, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QTreeWidget,
)

from tests.builders import make_article
from tests.ui.answering import answer
from tests.waiting import wait_until
from timeline_app.domain.extraction import EventKind, Extraction, Participant, ParticipantKind, Report, Resolution, Role
from timeline_app.domain.period import Period
from timeline_app.domain.records import LibraryParticipant
from timeline_app.library import Library
from timeline_app.messages import message
from timeline_app.models.participant_drag import drag_of
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.participant_dialogs import ParticipantChooser
from timeline_app.ui.participant_page import ParticipantWindow
from timeline_app.ui.suggestion_list import SuggestionList

PERSON, ORGANISATION = ParticipantKind.PERSON, ParticipantKind.ORGANISATION


def article_about(day: str, *people: tuple[str, ParticipantKind], outlet: str = "Wire") -> Extraction:
    """An article in which these take part in one meeting."""
    body = " and ".join(name for name, _ in people) + " met."
    article = make_article(title=f"Meeting on {day}", body=body, published=day, outlet=outlet)
    resolution = Resolution("test", message("The article is dated {day}.", day=article.published))
    found = tuple(
        Participant(name, kind, ((body.index(name), body.index(name) + len(name)),), (Role("chairman", "the Board"),))
        for name, kind in people
    )
    everybody = tuple(range(len(people)))
    return Extraction(
        article,
        (),
        found,
        (
            Report(article.title, EventKind.PUBLISHED, article.published, None, resolution),
            Report(body[:-1], EventKind.REPORTED, article.published, (0, len(body)), resolution, None, everybody),
        ),
    )


@pytest.fixture
def window(app: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(
            [
                article_about("2021-03-01", ("Osama Rabie", PERSON), ("Canal Authority", ORGANISATION)),
                article_about("2021-04-01", ("Usama Rabee", PERSON), ("Canal Authority", ORGANISATION)),
                article_about("2021-05-01", ("Osama Rabie", PERSON), ("Lloyd Evergreen", PERSON)),
            ]
        )
    window = MainWindow(Session(), Settings(tmp_path / "settings.ini", folder=tmp_path))
    window.timeline.set_motion(False)
    window.show()
    assert window.commands.libraries.open_library(path)
    wait_until(lambda: window.model.rowCount() == 6)
    yield window
    window.close()


def ids(window: MainWindow) -> dict[str, int]:
    return {p.name: p.id for p in window.session.library.participants()}


def read_about(window: MainWindow, name: str, row: int = 1) -> None:
    """Read an article and let a participant of it stand out."""
    window.navigator.select_row(row)
    window.participants.select_participant(ids(window)[name])
    window.commands.refresh()


def act(window: MainWindow, do: Callable[[], object]) -> None:
    arrived: list[object] = []
    window.session.snapshot_changed.connect(arrived.append)
    do()
    wait_until(lambda: bool(arrived))


def test_a_participant_is_merged_with_another_that_is_found_by_a_part_of_its_name(window: MainWindow) -> None:
    read_about(window, "Usama Rabee", 3)

    def choose(dialog: QDialog) -> None:
        QTest.keyClicks(dialog.findChild(QLineEdit), "osama")
        assert dialog.findChild(QListWidget).count() == 1
        dialog.accept()

    answer(choose)
    act(window, window.actions_["merge"].trigger)
    assert "Usama Rabee" not in ids(window)
    page = window.session.library.participant_page(ids(window)["Osama Rabie"])
    assert page.participant.events == 3
    act(window, window.actions_["undo"].trigger)
    assert "Usama Rabee" in ids(window)


def test_a_participant_is_found_by_a_part_of_its_name_without_the_accents(app: QApplication) -> None:
    known = [LibraryParticipant(n, name, ParticipantKind.PERSON, 1, 1, 1) for n, name in enumerate(("Zola", "Émile"))]
    chooser = ParticipantChooser("Merge", "Who?", known)
    QTest.keyClicks(chooser.findChild(QLineEdit), "emi")
    assert chooser.chosen == 1
    chooser.deleteLater()


def test_one_row_laid_on_another_merges_the_two(window: MainWindow) -> None:
    read_about(window, "Osama Rabie", 5)
    view = window.participants.findChild(QTableView)
    row = next(r for r in range(view.model().rowCount()) if view.model().index(r, 0).data() == "Lloyd Evergreen")
    at = QPointF(view.visualRect(view.model().index(row, 0)).center())
    rabie = ids(window)["Osama Rabie"]

    def drop() -> None:
        data = drag_of(rabie, "Osama Rabie")
        view.dropEvent(
            QDropEvent(
                at,
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                QEvent.Type.Drop,
            )
        )

    act(window, drop)
    assert "Osama Rabie" not in ids(window)


def test_another_name_and_another_kind_stay(window: MainWindow) -> None:
    read_about(window, "Canal Authority")

    def type_name(dialog: QDialog) -> None:
        dialog.findChild(QLineEdit).setText("Suez  Canal Authority ")
        dialog.accept()

    answer(type_name)
    act(window, window.actions_["rename"].trigger)
    assert "Suez Canal Authority" in ids(window)
    read_about(window, "Suez Canal Authority")
    act(window, window.actions_["is_place"].trigger)
    kinds = {p.name: p.kind for p in window.session.library.participants()}
    assert kinds["Suez Canal Authority"] is ParticipantKind.PLACE


def test_who_is_no_participant_here_is_one_elsewhere(window: MainWindow) -> None:
    read_about(window, "Canal Authority")
    before = window.session.library.participant_page(ids(window)["Canal Authority"]).participant.events
    act(window, window.actions_["dismiss_here"].trigger)
    after = window.session.library.participant_page(ids(window)["Canal Authority"]).participant.events
    assert (before, after) == (2, 1)
    read_about(window, "Canal Authority", 3)
    act(window, window.actions_["dismiss_everywhere"].trigger)
    assert "Canal Authority" not in ids(window)


def test_the_strip_calls_a_participant_by_the_name_that_it_has_now(window: MainWindow) -> None:
    session, rabie = window.session, ids(window)["Osama Rabie"]
    act(window, lambda: session.finder.toggle_participant(rabie))
    act(window, lambda: session.corrector.rename(rabie, "Admiral Rabie"))
    assert window.filter_bar.words() == ["Admiral Rabie"]
    act(window, window.actions_["undo"].trigger)
    assert window.filter_bar.words() == ["Osama Rabie"]


def test_the_page_says_where_everything_is_from(window: MainWindow) -> None:
    read_about(window, "Osama Rabie")
    window.actions_["participant_page"].trigger()
    page = window.findChild(ParticipantWindow)
    tree = page.findChild(QTreeWidget)
    headings = [tree.topLevelItem(i).text(0) for i in range(tree.topLevelItemCount())]
    assert headings == ["Roles", "Names", "Together with"]
    assert any("2 events told in all" in label.text() for label in page.findChildren(QLabel))
    role = tree.topLevelItem(0).child(0)
    assert (role.text(0), role.text(1)) == ("chairman, the Board", "1 March 2021 – 1 May 2021")
    tree.itemActivated.emit(role, 0)
    assert window.article.stored is not None
    assert window.article.stored.article.published == Period.of_date(2021, 3, 1)
    companion = tree.topLevelItem(2).child(0)
    name = companion.text(0)
    tree.itemActivated.emit(companion, 0)
    wait_until(lambda: page.windowTitle() == name)
    page.close()


def test_a_name_is_split_off_again_on_the_page(window: MainWindow) -> None:
    who = ids(window)
    act(window, lambda: window.session.corrector.merge([who["Usama Rabee"]], who["Osama Rabie"]))
    window.commands.participants.show_page(ids(window)["Osama Rabie"])
    page = window.findChild(ParticipantWindow)
    tree = page.findChild(QTreeWidget)
    names = next(
        tree.topLevelItem(i) for i in range(tree.topLevelItemCount()) if tree.topLevelItem(i).text(0) == "Names"
    )
    line = next(names.child(i) for i in range(names.childCount()) if names.child(i).text(0).startswith("Usama"))
    tree.setCurrentItem(line)
    button = next(b for b in page.findChildren(QPushButton) if "somebody" in b.text())
    act(window, button.click)
    assert {"Usama Rabee", "Osama Rabie"} <= set(ids(window))
    page.close()


def test_what_may_be_one_is_decided_by_keys(window: MainWindow) -> None:
    with Library.open(window.session.library.path) as library:
        library.add(
            [article_about("2021-06-01", ("O. Rabie", PERSON)), article_about("2021-07-01", ("Omar Rabie", PERSON))]
        )
    act(window, window.session.refresh)
    window.actions_["suggestions"].trigger()
    wait_until(lambda: any(dialog.isVisible() for dialog in window.findChildren(SuggestionList)))
    asked = window.findChild(SuggestionList)
    items = asked.findChild(QListWidget)
    assert items.count() == 1
    assert items.item(0).text().startswith("O. Rabie and O")
    act(window, lambda: QTest.keyClick(items, Qt.Key.Key_N))
    assert items.count() == 0
    assert window.session.library.corrections()
    act(window, window.actions_["undo"].trigger)
    window.actions_["suggestions"].trigger()
    wait_until(lambda: items.count() == 1)
    act(window, lambda: QTest.keyClick(items, Qt.Key.Key_Return))
    assert "O. Rabie" not in ids(window)
    asked.close()


def test_without_anybody_nothing_can_be_done(window: MainWindow) -> None:
    window.navigator.clear()
    window.participants.clear()
    window.commands.refresh()
    for name in ("merge", "rename", "is_place", "dismiss_here", "participant_page"):
        assert not window.actions_[name].isEnabled(), name
