"""What opens at the start: the command line's wish, the last library, or the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests import waiting
from timeline_app import app as program
from timeline_app.library import Library
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.main_window import MainWindow

wait_until = partial(waiting.wait_until, seconds=30)


@pytest.fixture(autouse=True)
def qt_speaks_to_the_log(no_unexpected_warnings: None) -> Iterator[None]:
    """As in the program, whose handler knows what the platform without a screen says of every window."""
    previous = qInstallMessageHandler(program._log_message_of_qt)
    yield
    qInstallMessageHandler(previous)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(" date 2023-02-14 Ministers met in Brussels on Monday.\n", encoding="utf-8")
    return folder


@pytest.fixture
def start(app: QApplication, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    windows: list[MainWindow] = []

    def start(*paths: Path) -> MainWindow:
        for window in windows:
            window.close()
        settings = Settings(tmp_path / "settings.ini", folder=tmp_path / "libraries")
        window = MainWindow(Session(), settings)
        windows.append(window)
        window.show()
        program.open_first(window, paths)
        return window

    yield start
    for window in windows:
        window.session.cancel_import()
        while window.isVisible():  # the first time it asks, where articles are still being taken in
            window.close()


def wait_for_events(window: MainWindow) -> None:
    wait_until(lambda: window.model.rowCount() > 0 and not window.session.is_importing)


def test_the_first_start_shows_the_sample(start: Callable[..., MainWindow]) -> None:
    window = start()
    wait_for_events(window)
    assert window.session.path is not None
    assert "Ever Given" in window.session.path.name
    wait_until(lambda: window.session.library.info().articles > 50)


def test_the_next_start_opens_the_last_library(start: Callable[..., MainWindow], tmp_path: Path, folder: Path) -> None:
    wait_for_events(start(folder))
    path = start(folder).session.path
    assert start().session.path == path


def test_a_folder_goes_into_a_library_of_its_own_which_is_the_same_the_next_time(
    start: Callable[..., MainWindow], folder: Path
) -> None:
    window = start(folder)
    wait_for_events(window)
    path, articles = window.session.path, window.session.library.info().articles
    again = start(folder)
    wait_for_events(again)
    assert again.session.path == path
    assert again.session.library.info().articles == articles == 1


def test_a_library_on_the_command_line_is_opened(start: Callable[..., MainWindow], tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    Library.create(path).close()
    assert start(path).session.path == path


def test_articles_named_with_a_library_go_into_it(
    start: Callable[..., MainWindow], tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "case.timeline"
    Library.create(path).close()
    for paths in ((path, folder), (folder, path)):
        window = start(*paths)
        wait_for_events(window)
        assert window.session.path == path
        assert window.session.library.info().articles == 1


def test_a_library_that_cannot_be_opened_gives_way_to_the_sample_without_taking_its_articles_in(
    start: Callable[..., MainWindow], tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "case.timeline"
    path.write_text("A letter.", encoding="utf-8")
    window = start(path, folder)
    wait_for_events(window)
    assert window.session.path is not None
    assert "Ever Given" in window.session.path.name
    assert path.read_text(encoding="utf-8") == "A letter."


def test_the_same_folder_name_elsewhere_is_another_library(tmp_path: Path) -> None:
    one, other = (program.library_name([tmp_path / folder / "notes"]) for folder in ("a", "b"))
    assert one != other
    assert (one[0], other[0]) == ("notes", "notes")  # what the reader sees has no number in it


def test_a_library_that_is_gone_does_not_stop_the_start(
    start: Callable[..., MainWindow], tmp_path: Path, folder: Path
) -> None:
    window = start(folder)
    wait_for_events(window)
    path = window.session.path
    assert path is not None
    window.close()
    path.unlink()
    window = start()
    wait_for_events(window)
    assert window.session.path is not None
    assert "Ever Given" in window.session.path.name


def test_a_damaged_last_library_gives_way_to_the_sample_and_says_so(
    start: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "case.timeline"
    Library.create(path).close()
    start(path).close()
    path.write_bytes(b"no longer a library")
    window = start()
    assert window.session.path is not None
    assert window.session.path != path
    assert path.read_bytes() == b"no longer a library"
