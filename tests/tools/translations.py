"""Keeps the languages of the window in step with the program.

Run as ``python -m tests.tools.translations``. Each ``resources/i18n/timeline-app_CODE.ts`` takes up the texts that are new in
the program and loses those that are gone; what is translated is compiled into the ``.qm`` beside it, which the program loads.
A new language is a new, empty ``.ts`` file, whose name gives it as many forms of counted sentences as it has. English is what the
program says itself, but for the forms of what is counted. Says how many texts each language still lacks.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"


class ToolMissingError(Exception):
    """A tool of Qt's is not installed, or lacks a library of the system."""


def tool(name: str) -> str:
    """Return the path of one of Qt's tools.

    Raises:
        ToolMissingError: It cannot run here.
    """
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        raise ToolMissingError(f"{name} is not installed with this Python")
    # The tools are programs of their own and want system libraries that the program itself does not.
    if subprocess.run([found, "-version"], capture_output=True, timeout=60).returncode == 127:
        raise ToolMissingError(f"{name} lacks a system library here")
    return found


def collect(files: Iterable[Path]) -> None:
    """Take the program's texts up into translations; where a file is not there, it is made."""
    sources = list(map(str, sorted((ROOT / "timeline_app").rglob("*.py"))))
    for ts in files:
        command = [tool("pyside6-lupdate"), *sources, "-no-obsolete", "-locations", "none"]
        if is_english(ts):
            command += ["-pluralonly", "-target-language", "en"]
        subprocess.run([*command, "-ts", str(ts)], check=True, capture_output=True, timeout=120)


def is_english(ts: Path) -> bool:
    """Tell whether a translation is that into the program's own language, which has counted sentences only."""
    return ts.stem.endswith("_en")


def compile_translation(ts: Path, qm: Path) -> None:
    """Make of a translation what Qt loads."""
    command = [tool("pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def unfinished(ts: Path) -> list[str]:
    """Return the texts that a translation lacks."""
    return [
        entry.findtext("source") or ""
        for entry in ET.parse(ts).iter("message")
        if (translation := entry.find("translation")) is None
        or translation.get("type") == "unfinished"
        or not all(form.text for form in translation)
    ]


def main() -> int:
    """Bring every language up to date; the exit status is the number of languages that lack texts."""
    files = sorted(FOLDER.glob("*.ts"))
    collect(files)
    lacking = 0
    for ts in files:
        missing = unfinished(ts)
        compile_translation(ts, ts.with_suffix(".qm"))
        print(f"{ts.name}: {len(missing)} texts lacking")
        lacking += bool(missing)
    return lacking


if __name__ == "__main__":
    raise SystemExit(main())
