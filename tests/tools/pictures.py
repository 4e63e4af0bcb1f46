"""The pictures of the README and the manual, made by the program itself from its sample articles.

Run as ``python -m tests.tools.pictures [FOLDER]``; without a folder they go where the documents look for them. The same program
on the same machine makes the same pictures; another machine has other fonts.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from timeline_app.importing import import_paths
from timeline_app.library import Library
from timeline_app.paths import resource

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "docs" / "pictures"
LARGEST = 250_000
"""In bytes: they are in the repository, and travel with the program."""

ARTICLES = resource("sample", "articles")
EVENT = "The stern had started to shift on Friday night"
"""How the title of the event begins that is selected: one that shares its time with none, for those that do change places."""

_BLOCKAGE = ("--from", "2021-03-22", "--to", "2021-03-30")
PICTURES: dict[str, tuple[str, ...]] = {
    "main-light": ("--theme", "light", *_BLOCKAGE),
    "main-dark": ("--theme", "dark", *_BLOCKAGE),
    "reading": ("--theme", "light", "--from", "2021-03-26", "--to", "2021-03-27"),
    "table": ("--theme", "light", "--table", "--layout", "above"),
    "above": ("--theme", "light", "--layout", "above", "--from", "2021-03-20", "--to", "2021-04-02"),
}
"""The options of `timeline-app screenshot` for each picture, by the name of its file."""


def number_of(title: str) -> int:
    """Return which event of the sample in time, counted from 1, has a title that begins so.

    Raises:
        StopIteration: None has.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.timeline"
        import_paths(path, [ARTICLES])
        with Library.open(path, read_only=True) as library:
            ids = [int(number) for number in library.load_index().ids]
            titles = library.summaries(ids)
    return next(at for at, event in enumerate(ids, 1) if titles[event].title.startswith(title))


def make(name: str, folder: Path, event: int) -> Path:
    """Make one picture, with an event selected by its number in time.

    Raises:
        CalledProcessError: The program could not make it.
        ValueError: It is too large.
    """
    path = folder / f"{name}.png"
    command = [sys.executable, "-m", "timeline_app", "screenshot", str(ARTICLES), str(path)]
    fixed = ("--size", "1200x740", "--layout", "beside", "--select", str(event))
    subprocess.run([*command, *fixed, *PICTURES[name]], check=True)
    if path.stat().st_size > LARGEST:
        raise ValueError(f"{path} has {path.stat().st_size} bytes")
    return path


def main() -> None:
    """Make all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    event = number_of(EVENT)
    for name in PICTURES:
        path = make(name, folder, event)
        print(f"{path.stat().st_size:7d} {path}")


if __name__ == "__main__":
    main()
