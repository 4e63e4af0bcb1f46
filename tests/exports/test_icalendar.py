"""Read back by a reader of RFC 5545 written from the standard alone, and by the icalendar package where it is installed."""

from __future__ import annotations

import re

import pytest

from tests.exports.conftest import WORDS, make_event
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.exports import icalendar
from timeline_app.exports.english import say
from timeline_app.exports.event import ExportedEvent, Heading

Component = dict[str, str]


def read_back(text: str) -> list[Component]:
    """Return the components of a calendar, names with their parameters, text values unescaped."""
    assert text.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    components: list[Component] = []
    for line in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            components.append({"": value})
        elif name != "END":
            value = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value, flags=re.DOTALL)
            components[-1][name] = value
    return components


def one(heading: Heading, edtf: str) -> Component:
    return read_back("".join(icalendar.write([make_event(period=parse_edtf(edtf))], heading, say)))[1]


def test_a_day_is_a_whole_day(heading: Heading) -> None:
    event = one(heading, "2023-02-14")
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20230214", "20230215")


def test_a_month_stays_a_month(heading: Heading) -> None:
    event = one(heading, "2023-02")
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20230201", "20230301")
    assert event["X-EDTF"] == "2023-02"
    assert event["DESCRIPTION"].startswith("February 2023 (2023-02)\n")


def test_a_time_of_day_floats_in_no_zone(heading: Heading) -> None:
    event = one(heading, "2023-02-14T10:30")
    assert (event["DTSTART"], event["DTEND"]) == ("20230214T103000", "20230214T103100")


@pytest.mark.parametrize("edtf", ["-0599", "0000", "Y12023", "9999"])
def test_a_year_that_a_calendar_cannot_write_makes_a_journal_entry_without_a_date(heading: Heading, edtf: str) -> None:
    entry = one(heading, edtf)
    assert entry[""] == "VJOURNAL"
    assert not [name for name in entry if name.startswith(("DTSTART", "DTEND"))]
    assert entry["X-EDTF"] == edtf


def test_open_and_approximate_dates_say_so(heading: Heading) -> None:
    event = one(heading, "2014/..")
    assert (event["DTSTART;VALUE=DATE"], event["X-EDTF"]) == ("20140101", "2014/..")
    assert event["DESCRIPTION"].startswith("since 2014")
    assert one(heading, "1850~")["DESCRIPTION"].startswith("about 1850")


def test_every_text_comes_back_and_no_line_is_too_long(hard_events: list[ExportedEvent], heading: Heading) -> None:
    text = "".join(icalendar.write(hard_events, heading, say))
    for line in text.encode("utf-8").split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    calendar, *components = read_back(text)
    assert calendar["X-WR-CALNAME"] == heading.title
    assert "2" in calendar["X-WR-CALDESC"]
    assert len(components) == len(hard_events)
    assert len({c["UID"] for c in components}) == len(hard_events)
    for component, event in zip(components, hard_events, strict=True):
        said = event.title.replace("\r\n", "\n").replace("\r", "\n")
        assert component["SUMMARY"] == said.replace("\t", "\t")
        assert said in component["DESCRIPTION"]
        assert component["X-EDTF"] == format_edtf(event.period)
        assert component["DTSTAMP"] == "20260102T030405Z"


def test_the_icalendar_package_reads_it(hard_events: list[ExportedEvent], heading: Heading) -> None:
    package = pytest.importorskip("icalendar")
    calendar = package.Calendar.from_ical("".join(icalendar.write(hard_events, heading, say)))
    events = list(calendar.walk("VEVENT"))
    assert len(events) + len(list(calendar.walk("VJOURNAL"))) == len(hard_events)
    month = next(e for e in events if str(e["X-EDTF"]) == "2023-02")
    assert month.decoded("DTSTART").isoformat() == "2023-02-01"
    assert month.decoded("DTEND").isoformat() == "2023-03-01"
    titles = {str(component["SUMMARY"]) for component in calendar.subcomponents}
    assert {w for w in WORDS if "\r" not in w} <= titles
