"""A library that cannot be used: the window says why, and what there is in its stead is one key away."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from tests.builders import make_extraction, many_extractions
from tests.library.raw import DAMAGE_A_WORD, execute
from tests.ui.test_main_window import Desk, desk
from tests.waiting import wait_until
from timeline_app.errors import LibraryError, LibraryFault
from timeline_app.library import Library, back_up
from timeline_app.messages import Message, message
from timeline_app.ui.rescue_dialog import RescueDialog

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["desk"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of 31 articles, and a copy from when it had 30."""
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(list(many_extractions(30, words=60)))
        back_up(path)
        library.add([make_extraction(title="Added later")])
    return path


def overwrite(path: Path, start: int, end: int, content: bytes = b"") -> bytes:
    damaged = bytearray(path.read_bytes())
    damaged[start:end] = content.ljust(end - start, b"\0")
    path.write_bytes(damaged)
    return bytes(damaged)


def offered(desk: Desk) -> RescueDialog | None:
    return next((dialog for dialog in desk.window.findChildren(RescueDialog) if dialog.isVisible()), None)


def open_and_be_offered(desk: Desk, path: Path) -> RescueDialog:
    assert not desk.window.commands.libraries.open_library(path)
    dialog = offered(desk)
    assert dialog is not None
    return dialog


def button(dialog: RescueDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)


def reason(dialog: RescueDialog) -> str:
    label = dialog.findChild(QLabel, "reason")
    assert label is not None
    return label.text()


def test_a_damaged_header_is_told_and_enter_goes_back_to_the_newest_copy(desk: Desk, path: Path) -> None:
    damaged = overwrite(path, 0, 100)
    dialog = open_and_be_offered(desk, path)
    assert "is not a timeline library" in reason(dialog)
    assert "30 articles" in dialog.findChildren(QListWidget)[0].item(0).text()
    QTest.keyClick(dialog.findChildren(QListWidget)[0], Qt.Key.Key_Return)
    wait_until(lambda: desk.session.path == path)
    assert desk.session.library.info().articles == 30
    assert path.with_name("case (damaged).timeline").read_bytes() == damaged
    assert "case (damaged).timeline" in desk.window.status.currentMessage()
    wait_until(lambda: offered(desk) is None)


def test_without_a_copy_what_can_be_read_is_saved_into_a_new_library(desk: Desk, path: Path) -> None:
    for copy in (path.with_name("case.timeline.backups")).iterdir():
        copy.unlink()
    damaged = overwrite(path, 100, 2048)
    dialog = open_and_be_offered(desk, path)
    assert not button(dialog, "Go back to this copy").isVisible()
    assert button(dialog, "Save what can be read").isDefault()
    QTest.mouseClick(button(dialog, "Save what can be read"), Qt.MouseButton.LeftButton)
    repaired = path.with_name("case (repaired).timeline")
    wait_until(lambda: desk.session.path == repaired, seconds=60)
    assert desk.session.library.info().articles == 31
    assert path.read_bytes() == damaged
    assert "31 articles were saved in" in desk.window.status.currentMessage()


def test_of_a_library_of_a_newer_program_the_copy_is_only_read(desk: Desk, path: Path) -> None:
    newer = overwrite(path, 60, 64, (99).to_bytes(4, "big"))
    dialog = open_and_be_offered(desk, path)
    assert "newer version" in reason(dialog)
    assert not button(dialog, "Save what can be read").isVisible()
    QTest.mouseClick(button(dialog, "Read this copy"), Qt.MouseButton.LeftButton)
    assert desk.session.library.is_read_only
    assert desk.session.library.info().articles == 30
    assert path.read_bytes() == newer


def test_a_library_that_is_gone_comes_back_from_its_copy(desk: Desk, path: Path) -> None:
    path.unlink()
    dialog = open_and_be_offered(desk, path)
    assert "there is no library at" in reason(dialog).lower()
    QTest.mouseClick(button(dialog, "Go back to this copy"), Qt.MouseButton.LeftButton)
    wait_until(lambda: desk.session.path == path)
    assert desk.session.library.info().articles == 30


def test_a_file_of_another_program_is_refused_without_an_offer(desk: Desk, tmp_path: Path) -> None:
    foreign = tmp_path / "places.timeline"
    execute(foreign, "CREATE TABLE bookmark (title TEXT)")
    content = foreign.read_bytes()
    assert not desk.window.commands.libraries.open_library(foreign)
    assert offered(desk) is None
    assert "is not a timeline library" in desk.window.status.currentMessage()
    assert foreign.read_bytes() == content


def test_a_copy_that_is_damaged_itself_is_not_put_in_place_and_the_next_one_can_be(desk: Desk, path: Path) -> None:
    back_up(path, is_forced=True)
    newest = path.with_name("case.timeline.backups") / max(
        p.name for p in path.with_name("case.timeline.backups").iterdir()
    )
    execute(newest, DAMAGE_A_WORD)
    damaged = overwrite(path, 0, 2048)
    dialog = open_and_be_offered(desk, path)
    QTest.mouseClick(button(dialog, "Go back to this copy"), Qt.MouseButton.LeftButton)
    wait_until(lambda: "is damaged" in reason(dialog))
    assert path.read_bytes() == damaged
    copies = dialog.findChildren(QListWidget)[0]
    assert copies.isEnabled()
    QTest.keyClick(copies, Qt.Key.Key_Down)
    QTest.keyClick(copies, Qt.Key.Key_Return)
    wait_until(lambda: desk.session.path == path)
    assert desk.session.library.info().articles == 30


def test_damage_that_is_found_while_the_library_is_open_is_offered_a_copy(desk: Desk, path: Path) -> None:
    execute(path, DAMAGE_A_WORD)
    desk.open(path)
    desk.session.keeper.check(path)
    wait_until(lambda: offered(desk) is not None)
    dialog = offered(desk)
    assert dialog is not None
    assert "This library is damaged" in reason(dialog)
    wait_until(lambda: not desk.session.refiner.is_running)
    QTest.mouseClick(button(dialog, "Go back to this copy"), Qt.MouseButton.LeftButton)
    wait_until(lambda: offered(desk) is None)
    assert desk.session.path == path
    assert desk.session.library.info().articles == 30
    assert path.with_name("case (damaged).timeline").exists()


def test_a_copy_can_be_gone_back_to_while_the_library_is_still_looked_through(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(path)
    has_looked = threading.Event()

    def check_at_length(_library: Library) -> list[Message]:
        has_looked.wait(10)
        return []

    monkeypatch.setattr(Library, "check", check_at_length)
    desk.session.keeper.check(path)
    copies = desk.window.actions_["copies"]
    assert not copies.isEnabled()
    desk.session.broken.emit(LibraryError(message("it is damaged"), LibraryFault.DAMAGED))
    dialog = offered(desk)
    assert dialog is not None
    QTest.mouseClick(button(dialog, "Go back to this copy"), Qt.MouseButton.LeftButton)
    has_looked.set()
    wait_until(lambda: offered(desk) is None)
    assert desk.session.library.info().articles == 30
    wait_until(copies.isEnabled)


def test_escape_leaves_everything_as_it_is(desk: Desk, path: Path) -> None:
    damaged = overwrite(path, 0, 100)
    dialog = open_and_be_offered(desk, path)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert offered(desk) is None
    assert path.read_bytes() == damaged
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not desk.window.findChildren(RescueDialog)


def test_a_library_in_a_folder_that_is_copied_elsewhere_is_opened_with_a_warning(desk: Desk, tmp_path: Path) -> None:
    for name, is_synced in (("Dropbox (Personal)", True), ("OneDrive - Courier", True), ("Dropboxes", False)):
        folder = tmp_path / name / "case"
        folder.mkdir(parents=True)
        desk.window.status.clearMessage()
        assert desk.window.commands.libraries.create_library(folder / "case.timeline")
        assert ("leaves your machine" in desk.window.status.currentMessage()) is is_synced
