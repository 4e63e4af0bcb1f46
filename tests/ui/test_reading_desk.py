from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import make_extraction, many_extractions
from tests.waiting import wait_until
from timeline_app.library import Library, entry_of
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.main_window import MainWindow


@pytest.fixture
def window(app: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([make_extraction(), *many_extractions(3)])
    window = MainWindow(Session(), Settings(tmp_path / "settings.ini", folder=tmp_path))
    window.show()
    assert window.commands.libraries.open_library(path)
    wait_until(lambda: window.model.rowCount() > 0)
    yield window
    window.close()


def is_read(window: MainWindow) -> bool:
    return window.article.stored is not None


def test_beside_an_event_that_is_gone_no_other_article_is_shown(window: MainWindow) -> None:
    whole = make_extraction()
    article = window.session.library.article_of_event(1)
    gone = window.session.library.article(article).events[-1].id
    assert window.navigator.select(int(window.model.events.ids[window.model.events.ids != gone][-1]))
    assert is_read(window)
    path = window.session.path
    assert path is not None
    with Library.open(path) as other:  # the window has not been told yet
        other.refine([entry_of(replace(whole, reports=whole.reports[:1]))])
    assert window.navigator.select(gone)
    assert not is_read(window)
    assert "no longer holds" in window.status.currentMessage()
