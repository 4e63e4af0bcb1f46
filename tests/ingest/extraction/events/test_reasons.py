"""Why an event is on its day: one sentence that answers it, whichever way it got there."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.events.given import reports

MONDAY, TUESDAY = "2023-02-13", "2023-02-14"


@pytest.mark.parametrize(
    ("text", "times", "rule", "why"),
    [
        (
            "The bridge fell on Monday.",
            {"Monday": MONDAY},
            "stated",
            "The sentence dates it: “Monday” is given.",
        ),
        (
            "The town was besieged between 1648 and 1651.",
            {"1648": "1648", "1651": "1651"},
            "between",
            "The sentence gives its beginning and its end: “1648” is given; “1651” is given.",
        ),
        (
            "The town was rebuilt after the flood of 1648.",
            {"1648": "1648"},
            "named",
            "The sentence names it with its date: “1648” is given.",
        ),
        (
            "The bridge fell on Monday. Three people died.",
            {"Monday": MONDAY},
            "inherited",
            "The sentence gives no date; one shortly before it does: “Monday” is given.",
        ),
        (
            "A bomb exploded in the market on Monday.\n\nThe town is old. The blast killed nine people.",
            {"Monday": MONDAY},
            "coreference",
            "The sentence speaks again of “The blast”, dated earlier in the article: “Monday” is given.",
        ),
        (
            "Firefighters rescued twelve people from a burning hotel in the port.",
            {},
            "assumed",
            "The sentence gives no date; the article is dated Thu 2023-02-16.",
        ),
        (
            "A two-day meeting opened in Lisbon on Monday.",
            {"two-day": "P2D", "Monday": MONDAY},
            "lasting",
            "It starts on Mon 2023-02-13; the sentence says how long it takes: “two-day”.",
        ),
        (
            "A two-day meeting ended in Lisbon on Monday.",
            {"two-day": "P2D", "Monday": MONDAY},
            "lasting",
            "It ends on Mon 2023-02-13; the sentence says how long it takes: “two-day”.",
        ),
        (
            "The ministers opened a two-day meeting in the old town hall of Lisbon.",
            {"two-day": "P2D"},
            "lasting",
            "The sentence says how long it takes, “two-day”, and not when; the article is dated Thu 2023-02-16.",
        ),
        (
            "The ministers arrived on Monday. They opened a two-day meeting.",
            {"Monday": MONDAY, "two-day": "P2D"},
            "lasting",
            "The sentence says how long it takes, “two-day”; its day, Mon 2023-02-13, is told shortly before.",
        ),
        (
            "It sank on Tuesday, a day after an explosion tore its hull.",
            {"Tuesday": TUESDAY, "a day": "P1D"},
            "counted",
            "The sentence says that it was “a day” before Tue 2023-02-14.",
        ),
        (
            "It sank on Tuesday, hours after an explosion tore its hull.",
            {"Tuesday": TUESDAY},
            "counted",
            "The sentence counts only “hours” between it and what happened on Tue 2023-02-14.",
        ),
        (
            "Monday marked the tenth anniversary of the attack.",
            {"Monday": MONDAY},
            "anniversary",
            "The sentence counts back from Mon 2023-02-13: “tenth anniversary”.",
        ),
    ],
)
def test_every_way_of_dating_says_why(text: str, times: dict[str, str], rule: str, why: str) -> None:
    found = {(report.resolution.rule, str(report.resolution.explanation)) for report in reports(text, times)}
    assert (rule, why) in found
