"""Where the program's own files are: in a checkout beside the package, in an installation inside it."""

from __future__ import annotations

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
