"""File > Export… in the real window; only the system's own dialog is answered for the reader."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.builders import make_extraction
from tests.waiting import wait_until
from timeline_app.exports.formats import BY_NAME, FORMATS
from timeline_app.library import Library
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.take_away import named


@pytest.fixture
def window(app: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(
            [
                make_extraction(),
                make_extraction(title="Another", body="The harbour burnt.", published="2020-01-01"),
                make_extraction(title="Undated", body="The harbour, once.", published=None),
            ]
        )
    window = MainWindow(Session(), Settings(tmp_path / "settings.ini", folder=tmp_path / "libraries"))
    window.show()
    assert not window.actions_["export"].isEnabled()
    assert window.commands.libraries.open_library(path)
    wait_until(lambda: window.model.rowCount() == 4)
    yield window
    window.close()


def choose(monkeypatch: pytest.MonkeyPatch, name: str, wanted: str = "html") -> None:
    def answer(_parent: object, _title: str, _suggested: str, patterns: str) -> tuple[str, str]:
        chosen = [p for p in patterns.split(";;") if f"*{BY_NAME[wanted].endings[0]}" in p]
        return name, chosen[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)


def test_the_dialog_opens_where_the_reader_was_last(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested: list[Path] = []

    def answer(_parent: object, _title: str, name: str, _patterns: str) -> tuple[str, str]:
        suggested.append(Path(name))
        return str(tmp_path / "elsewhere" / "out.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    (tmp_path / "elsewhere").mkdir()
    export(window)
    export(window)
    assert suggested[0].parent != suggested[1].parent == tmp_path / "elsewhere"


def export(window: MainWindow) -> str:
    window.actions_["export"].trigger()
    wait_until(lambda: not window.commands.take_away.is_running)
    return window.statusBar().currentMessage()


def test_what_is_shown_is_written_and_the_status_line_says_what_was_left_out(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.finder.search("harbour")
    wait_until(lambda: window.model.rowCount() == 1)
    choose(monkeypatch, str(tmp_path / "out.csv"))
    assert export(window) == f"1 event written to {tmp_path / 'out.csv'}. 1 without a date was left out."
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["Another"]
    assert window.actions_["export"].isEnabled()


def test_a_name_without_ending_gets_one_and_replaces_no_file_that_was_not_asked_about(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, str(tmp_path / "out"), "markdown")
    assert export(window).startswith(f"4 events written to {tmp_path / 'out.md'}.")
    (tmp_path / "out.md").write_text("mine", encoding="utf-8")
    assert "is there already and stays as it is" in export(window)
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "mine"
    choose(monkeypatch, str(tmp_path / "out.md"), "markdown")
    assert export(window).startswith("4 events written")
    assert (tmp_path / "out.md").read_text(encoding="utf-8") != "mine"


def test_an_open_library_is_never_written_over(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, str(tmp_path / "case.timeline"), "json")
    export(window)
    assert window.session.library.check() == []


def test_dismissing_the_dialog_writes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "")
    before = set(tmp_path.iterdir())
    window.actions_["export"].trigger()
    assert not window.commands.take_away.is_running
    assert set(tmp_path.iterdir()) == before


def test_one_file_is_written_at_a_time_and_a_cancelled_one_is_whole_or_not_there(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, str(tmp_path / "out.csv"), "csv")
    window.actions_["export"].trigger()
    assert window.commands.take_away.is_running
    assert not window.actions_["export"].isEnabled()
    window.commands.take_away.cancel()
    wait_until(lambda: not window.commands.take_away.is_running)
    left = [p.name for p in tmp_path.iterdir() if "out.csv" in p.name]
    assert left in ([], ["out.csv"])
    if left:
        with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file, strict=True))) == 4


def test_dates_are_written_as_the_window_writes_them(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, str(tmp_path / "out.html"))
    export(window)
    assert "1 January 2020" in (tmp_path / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "chosen", "file", "form"),
    [
        ("a.csv", "html", "a.csv", "csv"),
        ("a.HTM", "html", "a.HTM", "html"),
        ("a", "ical", "a.ics", "ical"),
        ("a.b", "csv", "a.b.csv", "csv"),
        ("a.json", "timelinejs", "a.json", "timelinejs"),
        ("a.json", "json", "a.json", "json"),
        ("a", "timelinejs", "a.timelinejs.json", "timelinejs"),
        ("a.timelinejs.json", "html", "a.timelinejs.json", "timelinejs"),
    ],
)
def test_the_ending_that_was_typed_counts_more_than_the_format_chosen(
    name: str, chosen: str, file: str, form: str
) -> None:
    assert named(f"/x/{name}", BY_NAME[chosen], FORMATS) == (Path(f"/x/{file}"), BY_NAME[form])


def test_the_selected_events_alone_are_written_where_that_is_asked_for(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not window.actions_["export_selected"].isEnabled()
    window.navigator.select_row(0)
    choose(monkeypatch, str(tmp_path / "out.csv"), "csv")
    window.actions_["export_selected"].trigger()
    wait_until(lambda: not window.commands.take_away.is_running)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == [window.model.summary(0).title]
