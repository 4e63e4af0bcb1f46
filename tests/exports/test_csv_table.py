from __future__ import annotations

import csv
import io

import pytest

from tests.exports.conftest import WORDS, make_event
from timeline_app.exports import csv_table
from timeline_app.exports.event import ExportedEvent, Heading


def test_an_independent_reader_finds_every_cell_in_its_column(
    hard_events: list[ExportedEvent], heading: Heading
) -> None:
    text = "".join(csv_table.write(hard_events, heading, str))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert len(rows) == len(hard_events)
    for row, event in zip(rows, hard_events, strict=True):
        assert None not in row
        assert row["title"] in (event.title, f"'{event.title}")
        assert row["quotation"].endswith(event.evidence.quotation)
        assert row["sha256"] == event.evidence.sha256


def test_no_cell_can_be_run_as_a_formula(hard_events: list[ExportedEvent], heading: Heading) -> None:
    text = "".join(csv_table.write(hard_events, heading, str))
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠")), cell
            assert not cell.startswith(("\t", "\r", "\n")), cell


@pytest.mark.parametrize("words", [*WORDS, "", "'", "-0599"])
def test_what_is_guarded_comes_back(words: str) -> None:
    assert csv_table.unguard(csv_table.guard(words)) == words


def test_harmless_cells_are_left_alone() -> None:
    assert csv_table.guard("a=b, 3-4 @ noon") == "a=b, 3-4 @ noon"


def test_events_come_back_as_they_were(hard_events: list[ExportedEvent], heading: Heading) -> None:
    text = "".join(csv_table.write(hard_events, heading, str))
    assert list(csv_table.read(io.StringIO(text, newline=""))) == hard_events


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_claims_are_read_from_a_table_that_a_spreadsheet_saved_without_some_columns(
    delimiter: str, heading: Heading
) -> None:
    event = make_event(3)
    whole = io.StringIO("".join(csv_table.write([event], heading, str)).removeprefix("\ufeff"), newline="")
    kept = ["sha256", "quotation", "source", "title", "date", "end", "start"]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, kept, extrasaction="ignore", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(csv.DictReader(whole))
    (claim,) = csv_table.read_claims(io.StringIO(out.getvalue(), newline=""))
    assert claim.evidence == event.evidence


@pytest.mark.parametrize(
    "text", ["", "a,b\r\n1,2\r\n", '"title', "title,date,source,start,end,quotation,sha256\r\n1,2\r\n"]
)
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        list(csv_table.read(io.StringIO(text, newline="")))
