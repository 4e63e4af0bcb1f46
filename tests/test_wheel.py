"""What is installed is what is in the checkout: a wheel, built here and unpacked elsewhere, runs without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    done = run("-m", "pip", "install", "--no-deps", "--no-index", "--target", str(target), str(wheel), cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def test_the_installed_program_comes_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import timeline_app.paths as p; print(p.resources())"
    done = run("-c", code, cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(done.stdout.strip()).is_relative_to(installed), done.stdout + done.stderr


def test_the_installed_program_shows_the_sample(installed: Path, tmp_path: Path) -> None:
    sample = installed / "timeline_app" / "resources" / "sample" / "articles"
    done = run("-m", "timeline_app", "screenshot", str(sample), "out.png", cwd=tmp_path, PYTHONPATH=str(installed))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "out.png").stat().st_size > 20_000


def test_the_installed_program_has_its_documents_and_icons(installed: Path) -> None:
    resources = installed / "timeline_app" / "resources"
    for name in ("docs/manual.md", "docs/LICENSE.txt", "icons/timeline-app.svg", "data/en"):
        assert (resources / name).exists(), name
