"""What a worker does with a part of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.extraction import Extraction
from timeline_app.ingest.importers import Part, split
from timeline_app.ingest.worker import process


@pytest.mark.parametrize(("day_first", "date"), [(True, "2023-04-03"), (False, "2023-03-04")])
def test_the_reader_decides_on_the_order_of_day_and_month(tmp_path: Path, day_first: bool, date: str) -> None:
    file = tmp_path / "2023-06-01 letter.txt"
    file.write_text("The contract of 03/04/2023 was signed in Bern.\n", encoding="utf-8")
    (part,) = split(file)
    assert isinstance(part, Part)
    (found,) = process(part, day_first=day_first)
    assert isinstance(found, Extraction)
    assert [format_edtf(e.period) for e in found.time_expressions if e.period is not None] == [date]
