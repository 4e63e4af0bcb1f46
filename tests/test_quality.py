"""The rules of the code as tests: formatting, lint, types, and which layer may know which."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
    ],
    ids=" ".join,
)
def test_a_tool_has_nothing_to_say(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_imports_point_down_and_siblings_do_not_know_each_other() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_label_guesses_whether_its_words_are_markup() -> None:
    ui = ROOT / "timeline_app" / "ui"
    sources = {
        path.name: path.read_text(encoding="utf-8") for path in ui.rglob("*.py") if path.name != "plain_label.py"
    }
    assert [name for name, source in sources.items() if re.search(r"\bQLabel\(", source)] == []


def _command_after(marker: str) -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(rf"<!-- {marker} -->\n```sh\n(.+)\n```", readme)
    assert match, f"the README has no command marked {marker}"
    return match[1]


def test_the_test_command_of_the_readme_is_what_continuous_integration_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert script[-1] == _command_after("test")


def test_the_readme_installs_the_packages_that_the_program_asks_for() -> None:
    from timeline_app import preflight

    wanted = set(preflight._CORE.values()) | set(preflight._X11.values())
    assert wanted <= set(_command_after("run").split())


def test_nothing_but_the_agreed_is_at_the_top_level() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, or no git here")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    top = {name.split("/")[0] for name in listed.stdout.splitlines()}
    allowed = {"pyproject.toml", "README.md", "timeline_app", "resources", "tests", "main.py"}
    assert {name for name in top if not name.startswith(".")} <= allowed
