from __future__ import annotations

from pathlib import Path

from timeline_app.library import Library
from timeline_app.ui.view_state import keep_view, kept_view


def test_the_view_is_kept_with_the_library(tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        assert kept_view(library) == {}
        keep_view(library, {"query": "x", "event": None})
    with Library.open(path) as library:
        assert kept_view(library) == {"query": "x", "event": None}
        library.set_state("view", "no JSON")
        assert kept_view(library) == {}


def test_a_library_that_can_only_be_read_keeps_no_view(tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    Library.create(path).close()
    with Library.open(path, read_only=True) as library:
        keep_view(library, {"query": "x"})
        assert kept_view(library) == {}
