"""What the program says before Qt could abort: each case really happens, or the one probe that cannot be is bent."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app import preflight

ROOT = Path(__file__).resolve().parents[1]
ON_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Qt's wheels carry their libraries elsewhere"
)


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "main.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**clean, **environment}, capture_output=True, text=True, encoding="utf-8", timeout=60
    )


@ON_LINUX
def test_without_a_screen_it_names_the_commands_that_need_none() -> None:
    done = start()
    assert done.returncode == 3
    assert "no screen" in done.stderr
    assert "timeline-app import, extract, search, info, check, screenshot" in done.stderr
    assert "Traceback" not in done.stderr


@ON_LINUX
def test_all_missing_libraries_are_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(preflight, "_is_loadable", lambda _library: False)
    (problem,) = preflight.check_system(on_screen=True)
    install = [line for line in str(problem).splitlines() if "apt-get install" in line]
    assert len(install) == 1
    assert set(preflight._CORE.values()) | set(preflight._X11.values()) <= set(install[0].split())


@ON_LINUX
def test_a_picture_needs_no_libraries_of_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(preflight, "_is_loadable", lambda library: library in preflight._CORE)
    assert preflight.check_system(on_screen=False) == []


def test_missing_python_packages_are_named_with_what_mends_it() -> None:
    code = "import sys; sys.path.insert(0, '.'); from timeline_app.__main__ import main; sys.exit(main([]))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 3
    assert "PySide6" in done.stderr
    assert "-m venv .venv" in done.stderr


def test_an_older_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight.sys, "version_info", (3, 9, 2))
    problem = preflight.check_python()
    assert problem is not None
    assert "3.9" in problem.sentence
