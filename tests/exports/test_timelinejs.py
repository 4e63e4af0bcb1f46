from __future__ import annotations

import json

from tests.exports.conftest import make_event
from timeline_app.domain.edtf import parse_edtf
from timeline_app.exports import timelinejs
from timeline_app.exports.english import say
from timeline_app.exports.event import ExportedEvent, Heading


def slide(heading: Heading, edtf: str) -> dict[str, object]:
    event = make_event(period=parse_edtf(edtf))
    return json.loads("".join(timelinejs.write([event], heading, say)))["events"][0]


def test_a_month_has_no_day_and_no_end(heading: Heading) -> None:
    month = slide(heading, "2023-02")
    assert month["start_date"] == {"year": 2023, "month": 2}
    assert "end_date" not in month


def test_stretches_have_an_end_of_the_same_precision(heading: Heading) -> None:
    days = slide(heading, "2023-02-13/2023-02-15")
    assert (days["start_date"], days["end_date"]) == (
        {"year": 2023, "month": 2, "day": 13},
        {"year": 2023, "month": 2, "day": 15},
    )
    assert slide(heading, "199X")["end_date"] == {"year": 1999}
    assert slide(heading, "2023-02-14T10:30")["start_date"] == {
        "year": 2023,
        "month": 2,
        "day": 14,
        "hour": 10,
        "minute": 30,
    }


def test_years_before_the_common_era_are_negative_and_the_date_is_also_in_words(heading: Heading) -> None:
    event = slide(heading, "-0599")
    assert event["start_date"] == {"year": -599}
    assert event["display_date"] == "600 BCE"
    assert slide(heading, "1850~")["display_date"] == "about 1850"


def test_no_text_of_an_article_becomes_markup(hard_events: list[ExportedEvent], heading: Heading) -> None:
    record = json.loads("".join(timelinejs.write(hard_events, heading, say)))
    assert record["scale"] == "human"
    assert record["title"]["text"]["headline"] == "Case &lt;one&gt; &amp; *two*"
    assert "2" in record["title"]["text"]["text"]
    assert len({e["unique_id"] for e in record["events"]}) == len(hard_events)
    for event in record["events"]:
        assert "<" not in event["text"]["headline"]
        assert "<script" not in event["text"]["text"]
        assert event["autolink"] is False


def test_years_that_no_clock_of_a_browser_knows_change_the_scale(heading: Heading) -> None:
    text = "".join(timelinejs.write([make_event(period=parse_edtf("Y-400000"))], heading, say))
    assert json.loads(text)["scale"] == "cosmological"
