"""A library in a folder of its own, and how to look into its file from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline_app.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's library is, or would be."""
    return tmp_path / "case.timeline"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """An empty library, closed after the test."""
    with Library.create(path) as created:
        yield created
