"""What a worker does with a part of a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.domain.date_reading import DateReading
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.extraction import Extraction
from timeline_app.ingest.extraction import pipeline
from timeline_app.ingest.importers import Part, split
from timeline_app.ingest.worker import process


@pytest.mark.parametrize(("day_first", "date"), [(True, "2023-04-03"), (False, "2023-03-04")])
def test_the_reader_decides_on_the_order_of_day_and_month(tmp_path: Path, day_first: bool, date: str) -> None:
    file = tmp_path / "2023-06-01 letter.txt"
    file.write_text("The contract of 03/04/2023 was signed in Bern.\n", encoding="utf-8")
    (part,) = split(file)
    assert isinstance(part, Part)
    (found,) = process(part, dates=DateReading(day_first=day_first))
    assert isinstance(found, Extraction)
    assert [format_edtf(e.period) for e in found.time_expressions if e.period is not None] == [date]


def test_what_is_very_long_is_kept_whole_and_looked_through_to_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "2023-06-01 letter.txt"
    file.write_text(
        "The contract was signed on 3 April 2023 in Bern.\n\n" + "It was kept on 5 May 2023. " * 50, encoding="utf-8"
    )
    monkeypatch.setattr(pipeline, "MOST_CHARACTERS", 60)
    (part,) = split(file)
    assert isinstance(part, Part)
    found, note = process(part)
    assert isinstance(found, Extraction)
    assert [e.text for e in found.time_expressions] == ["3 April 2023"]
    assert found.article.body.count("5 May") == 50
    assert isinstance(note, ImportIssue)
    assert note.kind is IssueKind.NOTED
    assert "its first 60 characters" in str(note.reason)


def test_who_sends_work_to_workers_loads_no_extraction() -> None:
    code = (
        "import sys, timeline_app.importing, timeline_app.ingest.worker;"
        "print([name for name in sys.modules if name.startswith('timeline_app.ingest.extraction.p')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert said.stdout.strip() == "[]"
