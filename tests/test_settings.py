from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from timeline_app.settings import DateStyle, Layout, Preferences, Purpose, Settings, ThemeChoice


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_what_is_set_is_there_after_a_restart(file: Path, tmp_path: Path) -> None:
    first = Settings(file)
    first.layout = Layout.ABOVE
    first.preferences = Preferences(theme=ThemeChoice.DARK, text_scale=1.25, dates=DateStyle.ISO, processes=3)
    first.keys = {"export": ("Ctrl+T",), "new": ()}
    first.set_geometry("geometry", QByteArray(b"\x00shape"))
    first.remember_library(tmp_path / "a.timeline")
    first.remember_library(tmp_path / "b.timeline")
    first.remember_library(tmp_path / "a.timeline")
    first.save()
    again = Settings(file)
    assert again.layout == Layout.ABOVE
    assert again.preferences == Preferences(theme=ThemeChoice.DARK, text_scale=1.25, dates=DateStyle.ISO, processes=3)
    assert again.keys == {"export": ("Ctrl+T",), "new": ()}
    assert again.geometry("geometry") == QByteArray(b"\x00shape")
    assert again.recent_libraries == [tmp_path / "a.timeline", tmp_path / "b.timeline"]


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\xff\xfe\x00garbage\n[[[",
        b"[window]\nlayout=@Invalid()\ngeometry=x\n[preferences]\ntheme=7\ntext_scale=nan?\nwheel=up\nprocesses=many\n",
        b'keys="[1, 2"\n',
        b'keys="{\\"new\\": 3}"\n',
    ],
)
def test_garbage_counts_as_absent(file: Path, garbage: bytes) -> None:
    file.write_bytes(garbage)
    settings = Settings(file)
    assert settings.layout == Layout.BESIDE
    assert settings.preferences == Preferences()
    assert settings.keys == {}
    assert settings.geometry("geometry").isEmpty()
    assert settings.recent_libraries == []


def test_safe_mode_neither_reads_nor_writes(file: Path) -> None:
    Settings(file).preferences = Preferences(theme=ThemeChoice.DARK)
    before = file.read_bytes() if file.exists() else b""
    safe = Settings(file, remembers=False)
    assert safe.preferences == Preferences()
    safe.preferences = Preferences(theme=ThemeChoice.LIGHT)
    assert safe.preferences.theme == ThemeChoice.LIGHT
    safe.remember_library(Path("x.timeline"))
    safe.save()
    assert (file.read_bytes() if file.exists() else b"") == before


def test_a_library_that_is_gone_is_forgotten(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.remember_library(tmp_path / "a.timeline")
    settings.forget_library(tmp_path / "a.timeline")
    assert settings.recent_libraries == []


def test_each_purpose_has_the_folder_where_the_reader_was_last(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    documents = settings.last_folder(Purpose.EXPORT)
    (tmp_path / "out").mkdir()
    settings.remember_folder(Purpose.EXPORT, tmp_path / "out" / "events.csv")
    settings.save()
    assert Settings(file).last_folder(Purpose.EXPORT) == tmp_path / "out"
    assert Settings(file).last_folder(Purpose.LIBRARY) == documents
    (tmp_path / "out").rmdir()
    assert Settings(file).last_folder(Purpose.EXPORT) == documents


def test_a_library_made_for_a_folder_is_called_as_the_folder_and_one_of_the_readers_by_its_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini", folder=tmp_path / "own")
    assert settings.name_of(tmp_path / "own" / "wikinews-5e34ac.timeline") == "wikinews"
    assert settings.name_of(tmp_path / "own" / "Sample.timeline") == "Sample"
    assert settings.name_of(tmp_path / "case-123abc.timeline") == "case-123abc"
