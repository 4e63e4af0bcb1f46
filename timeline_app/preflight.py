"""What must be there before Qt is loaded, checked with the standard library alone.

Qt aborts the process when a system library or the screen is missing, and names one library a try. So the program looks first,
and says everything that is missing, and the one line that mends it, at once.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from dataclasses import dataclass

# Debian's and Ubuntu's package for each library that Qt's wheels expect of the system.
_CORE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon-x11-0",
}
_X11 = {
    "libX11.so.6": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
_FEDORA = {
    "libglib2.0-0": "glib2",
    "libegl1": "mesa-libEGL",
    "libgl1": "mesa-libGL",
    "libdbus-1-3": "dbus-libs",
    "libfontconfig1": "fontconfig",
    "libxkbcommon-x11-0": "libxkbcommon-x11",
    "libxcb-cursor0": "xcb-util-cursor",
    "libxcb-icccm4": "xcb-util-wm",
    "libxcb-keysyms1": "xcb-util-keysyms",
    "libxcb-shape0": "libxcb",
}
_PYTHON_PACKAGES = {
    "PySide6": "PySide6-Essentials",
    "apsw": "apsw",
    "numpy": "numpy",
    "dateutil": "python-dateutil",
    "yaml": "PyYAML",
    "charset_normalizer": "charset-normalizer",
}

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Problem:
    """Something that is missing: what, as a sentence, and the command or advice that mends it."""

    sentence: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.sentence}\n{self.remedy}"


def _is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _wants_x11() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return platform.startswith("xcb") or (not platform and not os.environ.get("WAYLAND_DISPLAY"))


def missing_packages(*, on_screen: bool) -> list[str]:
    """Return Debian's names of the packages whose libraries Qt would miss, in a stable order; empty on other systems.

    Args:
        on_screen: Whether a window is to appear; rendering into a picture needs less.
    """
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(_CORE)
    if on_screen and _wants_x11():
        wanted |= _X11
    return list(dict.fromkeys(package for library, package in wanted.items() if not _is_loadable(library)))


def has_screen() -> bool:
    """Tell whether Qt would find somewhere to draw."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def _install_line(packages: list[str]) -> str:
    try:
        with open("/etc/os-release", encoding="utf-8") as file:  # noqa: PTH123 - pathlib costs a millisecond of every start
            release = file.read()
    except OSError:
        release = ""
    names = " ".join(packages)
    if "fedora" in release or "rhel" in release:
        return f"Install them with:  sudo dnf install {' '.join(dict.fromkeys(_FEDORA[p] for p in packages))}"
    sudo = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
    line = f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {names}"
    if "debian" in release or "ubuntu" in release:
        return f"Install them with:  {line}"
    return f"On Debian and Ubuntu:  {line}\nOn other systems, install the packages that hold these libraries."


def check_python() -> Problem | None:
    """Look at the interpreter and at the Python packages."""
    if sys.version_info < OLDEST_PYTHON:
        have = ".".join(map(str, sys.version_info[:2]))
        return Problem(
            f"This program needs Python 3.11 or later; this is Python {have}.", "Start it with a newer Python."
        )
    missing = [name for module, name in _PYTHON_PACKAGES.items() if importlib.util.find_spec(module) is None]
    if missing:
        launcher, python = ("py", ".venv\\Scripts\\python") if os.name == "nt" else ("python3", ".venv/bin/python")
        return Problem(
            f"The Python packages that this program is built on are not installed here: {', '.join(missing)}.",
            f"Set up an environment with:  {launcher} -m venv .venv && {python} -m pip install .  and start  {python} main.py",
        )
    return None


def check_system(*, on_screen: bool) -> list[Problem]:
    """Look at the system's libraries, and at the screen where one is needed: all that is missing, at once."""
    problems = []
    if packages := missing_packages(on_screen=on_screen):
        problems.append(Problem("Some system libraries that Qt needs are missing.", _install_line(packages)))
    if on_screen and not has_screen():
        problems.append(
            Problem(
                "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.",
                "These commands need none: timeline-app import, extract, search, info, check, screenshot."
                " See timeline-app --help.",
            )
        )
    return problems
