"""Where files are: the program's own (in a checkout beside the package, in an installation inside it), and those of sources."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of icons, language data, the sample library and the documents."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one resource, for instance ``resource("data", "en", "months.json")``."""
    return resources().joinpath(*parts)


def is_there(path: Path) -> bool:
    """Tell whether there is such a file, False also where that may not be known: `Path.exists` raises there."""
    try:
        return path.exists()
    except OSError:
        return False


_SYNCED = (
    "dropbox",
    "onedrive",
    "icloud drive",
    "mobile documents",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "mega",
)
"""How services call the folders that they copy to other machines; what follows tells accounts apart."""


def synced_folder(path: Path) -> Path | None:
    """Return the folder above a path that a service copies to other machines, by its name; None where there is none."""
    return next(
        (
            folder
            for folder in path.absolute().parents
            if any(re.fullmatch(rf"{name}(?:\W.*)?", folder.name.casefold()) for name in _SYNCED)
        ),
        None,
    )


def file_of(source: str, folder: Path | None = None) -> tuple[Path, str] | None:
    """Return the file of an article's source and what follows its name; None where there is no such file any more.

    Records come after a "#", but a name may have one too. Relative names are looked for here and in `folder`.
    """
    name = source
    while name:
        for path in (Path(name), *([folder / name] if folder is not None else [])):
            with suppress(OSError, ValueError):  # no name of a file on this system
                if path.is_file():
                    return path, source.removeprefix(name)
        name = name.rpartition("#")[0]
    return None
