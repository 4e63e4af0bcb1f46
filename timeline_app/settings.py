"""What the program remembers between starts, apart from libraries: every value has a default, garbage counts as absent."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_RECENT_LIMIT = 10
_DIGEST = re.compile(r"-[0-9a-f]{6}$")
"""What keeps the library of one folder apart from that of another of the same name."""


class Layout(StrEnum):
    """How the window shares its room between time and text."""

    ABOVE = "above"
    """The timeline across the full width, the article below it."""
    BESIDE = "beside"
    """The timeline on the left, the article in a column on the right."""


class ThemeChoice(StrEnum):
    """Which theme the reader wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class WheelUse(StrEnum):
    """What the plain wheel does on the timeline; with Ctrl it always zooms."""

    SCROLL = "scroll"
    ZOOM = "zoom"


class Motion(StrEnum):
    """Whether the view glides from place to place."""

    SYSTEM = "system"
    """As the desktop asks."""
    OFF = "off"


class BarHeight(StrEnum):
    """How high the timeline's bars are where events are too many to be shown one by one."""

    LOG = "log"
    """By the order of magnitude: one crowded day does not flatten the rest."""
    LINEAR = "linear"
    """In proportion to the number of events."""


class Purpose(StrEnum):
    """What a file or folder is chosen for: each has a folder of its own that is offered again. The values are stored."""

    LIBRARY = "library"
    ARTICLES = "articles"
    EXPORT = "export"
    PICTURE = "picture"


class DateStyle(StrEnum):
    """How days are written."""

    LOCALE = "locale"
    """As the language of the system does: 14 February 2023, February 14, 2023."""
    ISO = "iso"
    """2023-02-14."""


class WeekStart(StrEnum):
    """On which day the timeline's weeks begin."""

    LOCALE = "locale"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def days_after_monday(self) -> int:
        """How far the day is from Monday, 0 to 6."""
        days = {WeekStart.MONDAY: 0, WeekStart.SATURDAY: 5, WeekStart.SUNDAY: 6}
        return days[self] if self in days else QLocale().firstDayOfWeek().value - 1


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the reader prefers, all of it in force at once.

    `text_scale` is a factor on the size of the article's text, 0.5 to 4; `processes` how many processes read articles, 0 for as
    many as the machine has cores; `language` the code of the language of menus and messages, empty for the system's.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    wheel: WheelUse = WheelUse.SCROLL
    motion: Motion = Motion.SYSTEM
    dates: DateStyle = DateStyle.LOCALE
    week_start: WeekStart = WeekStart.LOCALE
    processes: int = 0
    language: str = ""
    bars: BarHeight = BarHeight.LOG

    def __post_init__(self) -> None:
        object.__setattr__(self, "text_scale", min(4.0, max(0.5, self.text_scale)))
        object.__setattr__(self, "processes", min(64, max(0, self.processes)))


class Settings:
    """Typed access to the settings file.

    Args:
        path: An INI file of the caller's; None takes the reader's own.
        folder: Where libraries go that the reader gave no place; None takes the platform's place for them.
        remembers: False starts from defaults and forgets at the end (safe mode, screenshots).
    """

    def __init__(self, path: Path | None = None, *, folder: Path | None = None, remembers: bool = True) -> None:
        self._remembers = remembers
        self._folder = folder
        self._passing: dict[str, object] = {}
        if path is not None:
            self._store = QSettings(str(path), QSettings.Format.IniFormat)
        else:
            self._store = QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, "timeline-app", "timeline-app"
            )

    def _value(self, key: str) -> object:
        return self._store.value(key) if self._remembers else self._passing.get(key)

    def _text(self, key: str) -> str:
        value = self._value(key)
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def _write(self, key: str, value: object) -> None:
        if self._remembers:
            self._store.setValue(key, value)
        else:
            self._passing[key] = value

    @property
    def layout(self) -> Layout:
        """The window's layout."""
        text = self._text("window/layout")
        return Layout(text) if text in set(Layout) else Layout.BESIDE

    @layout.setter
    def layout(self, value: Layout) -> None:
        self._write("window/layout", value.value)

    @property
    def preferences(self) -> Preferences:
        """What the reader prefers; a value that cannot be read is as if it had not been said."""
        plain, read = Preferences(), dict[str, Any]()
        for field in fields(Preferences):
            kind = type(getattr(plain, field.name))
            with suppress(ValueError):
                read[field.name] = kind(self._text(f"preferences/{field.name}"))
        return Preferences(**read)

    @preferences.setter
    def preferences(self, value: Preferences) -> None:
        for field in fields(value):
            self._write(f"preferences/{field.name}", str(getattr(value, field.name)))

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that the reader gave to actions in place of their own, by the action's name."""
        try:
            read = json.loads(self._text("keys") or "{}")
        except (ValueError, RecursionError):
            return {}
        if not isinstance(read, dict):
            return {}
        return {
            name: tuple(keys)
            for name, keys in read.items()
            if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
        }

    @keys.setter
    def keys(self, value: Mapping[str, Sequence[str]]) -> None:
        self._write("keys", json.dumps({name: list(keys) for name, keys in value.items()}))

    @property
    def shows_facets(self) -> bool:
        """Whether the pane that narrows down is in sight."""
        return self._text("window/shows facets") == "yes"

    @shows_facets.setter
    def shows_facets(self, value: bool) -> None:
        self._write("window/shows facets", "yes" if value else "no")

    @property
    def folded_facets(self) -> list[str] | None:
        """The facets that are folded, None where the reader never folded any."""
        text = self._text("window/folded facets")
        return None if not text else [key for key in text.split("\n") if key]

    @folded_facets.setter
    def folded_facets(self, value: list[str]) -> None:
        self._write("window/folded facets", "\n".join(value) + "\n")

    def geometry(self, part: str) -> QByteArray:
        """Return the saved geometry or state of a part of the window, empty where there is none."""
        return self._bytes(f"window/{part}")

    def set_geometry(self, part: str, state: QByteArray) -> None:
        """Remember the geometry or state of a part of the window."""
        self._write(f"window/{part}", state)

    @property
    def recent_libraries(self) -> list[Path]:
        """The libraries opened last, newest first; the first one opens at the next start."""
        value = self._value("recent")
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name]

    def remember_library(self, path: Path) -> None:
        """Put a library at the head of the recent ones."""
        path = path.absolute()
        others = [p for p in self.recent_libraries if p != path]
        self._write("recent", [str(p) for p in [path, *others][:_RECENT_LIMIT]])

    def forget_library(self, path: Path) -> None:
        """Take a library that is gone out of the recent ones."""
        self._write("recent", [str(p) for p in self.recent_libraries if p != path.absolute()])

    def last_folder(self, purpose: Purpose) -> Path:
        """Return where the reader last chose a file of a sort; until then, or where that is gone, the folder for documents."""
        text = self._text(f"folders/{purpose}")
        with suppress(OSError):
            if text and Path(text).is_dir():
                return Path(text)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def remember_folder(self, purpose: Purpose, chosen: Path) -> None:
        """Remember where a file or folder was chosen."""
        self._write(f"folders/{purpose}", str(chosen.absolute().parent))

    def name_of(self, library: Path) -> str:
        """Return what a library is called: of one that the program made for a folder of articles, the folder's name."""
        own = library.parent == self.library_folder()
        return _DIGEST.sub("", library.stem) or library.stem if own else library.stem

    def library_folder(self) -> Path:
        """Return the folder for libraries that the reader gave no place; it may not exist yet."""
        return self._folder if self._folder is not None else data_folder()

    def save(self) -> None:
        """Write to disk now."""
        if self._remembers:
            self._store.sync()


def data_folder() -> Path:
    """Return the folder for libraries that the reader gave no place, by the platform's convention; it may not exist yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


def cache_folder() -> Path:
    """Return the folder for what can be made again from libraries at any time; it may not exist yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))


def log_folder() -> Path:
    """Return the folder for logs and crash reports; it may not exist yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.StateLocation))
