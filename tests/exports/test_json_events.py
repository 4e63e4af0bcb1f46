from __future__ import annotations

import io
import json

import pytest

from timeline_app.exports import json_events
from timeline_app.exports.event import ExportedEvent, Heading


def test_events_come_back_as_they_were(hard_events: list[ExportedEvent], heading: Heading) -> None:
    text = "".join(json_events.write(hard_events, heading, str))
    assert list(json_events.read(io.StringIO(text))) == hard_events


def test_it_is_json_with_the_count_of_what_was_left_out(hard_events: list[ExportedEvent], heading: Heading) -> None:
    record = json.loads("".join(json_events.write(hard_events, heading, str)))
    assert record["undated_left_out"] == 2
    assert record["made"] == "2026-01-02T03:04:05+00:00"
    by_edtf = {e["date"]["edtf"]: e["date"] for e in record["events"]}
    assert by_edtf["2023-02"] == {
        "edtf": "2023-02", "from": "2023-02-01", "to": "2023-02-28", "granularity": "month", "approximate": False,
    }  # fmt: skip
    assert by_edtf["2014/.."]["to"] is None
    assert by_edtf["1850~"]["approximate"] is True


def test_no_events_are_json_too(heading: Heading) -> None:
    assert json.loads("".join(json_events.write([], heading, str)))["events"] == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "timeline-app events", "version": 99, "events": []}'])
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        list(json_events.read(io.StringIO(text)))
