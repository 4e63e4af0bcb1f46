"""Reading made short: a name and what is in the file, or in a file of the shared data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.importers import Part, read, split

if TYPE_CHECKING:
    from collections.abc import Callable

SHARED = Path(__file__).parents[3].parent / "shared" / "data"


def outcomes(path: Path) -> list[Article | ImportIssue]:
    """Everything that taking in one file yields."""
    found: list[Article | ImportIssue] = []
    for part in split(path):
        found += read(part) if isinstance(part, Part) else [part]
    return found


def articles(path: Path) -> list[Article]:
    return [found for found in outcomes(path) if isinstance(found, Article)]


@pytest.fixture
def take_in(tmp_path: Path) -> Callable[..., list[Article | ImportIssue]]:
    """Write a file and return what taking it in yields."""

    def write_and_read(name: str, content: str | bytes) -> list[Article | ImportIssue]:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return outcomes(path)

    return write_and_read


@pytest.fixture
def article(take_in: Callable[..., list[Article | ImportIssue]]) -> Callable[..., Article]:
    """Write a file that holds one article and no issue, and return the article."""

    def only(name: str, content: str | bytes) -> Article:
        (found,) = take_in(name, content)
        assert isinstance(found, Article)
        return found

    return only


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared test data is not on this machine")
    return SHARED
