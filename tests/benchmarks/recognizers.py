"""How many of the dates and periods of Microsoft's Recognizers-Text specifications are read as they say.

Run as ``python -m tests.benchmarks.recognizers SPECS.jsonl [--declined FILE]``, a file of records ``{"spec", "input",
"reference", "results": [{"text", "start", "end", "type", "values"}]}``. Prints one JSON object; with ``--declined`` writes each
phrase that is read otherwise, or not at all, with the reason, one JSON object a line.

The specifications are those of an assistant for a calendar. What makes no sense in news is put aside by its form, before it is
looked whether it is read. Where only the conventions differ, a phrase counts as read, `by_convention`:

- "two years ago" is a day there, and a year in TIMEX3; "early May" is its first half there, and May with a modifier in TIMEX3;
- "from 2014 to 2018" ends there before 2018 begins, and holds 2018 here;
- "before Friday" is a period there, and a signal and a date in TIMEX3.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import Counter
from datetime import date, timedelta
from functools import cache, reduce
from pathlib import Path
from typing import Any

from timeline_app.domain.edtf import iso_bounds, parse_edtf
from timeline_app.domain.period import Period
from timeline_app.ingest.extraction.timexes import Mode, find_stretches, find_time_expressions

SPECS = ("DateTimeModel", "DateParser", "DatePeriodParser", "MergedParser", "HolidayParser")
"""The others repeat these in modes for calendars and tasks, or have no values."""
TYPES = ("date", "daterange")

_FORMS = Path(__file__).with_suffix(".toml")
_PARTS = re.compile(
    r"\b(?:early|earlier|late|later|mid|middle|start|beginning|end|(?:first|second|third|last|\dth|\drd) week)\b"
)

Bounds = tuple[date | None, date | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("specs", type=Path)
    parser.add_argument("--declined", type=Path)
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    declined: list[dict[str, Any]] = []
    for record, result in phrases(arguments.specs):
        wanted = [bounds for value in result["values"] for bounds in stated(value)]
        if not wanted:
            continue
        form = form_of(result["text"])
        found = read(record, result)
        verdict = judge(found, wanted, result)
        counts["phrases"] += 1
        counts["of_news"] += form is None
        if verdict in ("exact", "by_convention"):
            counts[verdict] += 1
            counts[f"{verdict}_of_news"] += form is None
            continue
        reason = form or verdict
        reasons[reason] += 1
        declined.append(
            {
                "reason": reason,
                "text": result["text"],
                "input": record["input"],
                "reference": record["reference"],
                "wanted": [[str(side) for side in bounds] for bounds in wanted],
                "found": [str(side) for side in days(found[0])] if found else None,
            }
        )
    right = counts["exact_of_news"] + counts["by_convention_of_news"]
    print(json.dumps({**counts, "percent_of_news": round(100 * right / counts["of_news"], 1), "declined": reasons}))
    if arguments.declined:
        with arguments.declined.open("w", encoding="utf-8", newline="\n") as file:
            for entry in sorted(declined, key=lambda entry: (entry["reason"], entry["text"])):
                file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def phrases(path: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the records with their dates and periods, each phrase of a reference time once."""
    found: dict[tuple[str, str, str], tuple[dict[str, Any], dict[str, Any]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["spec"] not in SPECS or not record["reference"]:
            continue
        for result in record["results"]:
            if (result["type"] or "").removeprefix("datetimeV2.") in TYPES:
                found.setdefault((record["input"], record["reference"], result["text"].lower()), (record, result))
    return list(found.values())


@cache
def forms() -> list[tuple[str, re.Pattern[str]]]:
    """Return what makes no sense in news: reasons, each with a form of phrases."""
    table = tomllib.loads(_FORMS.read_text(encoding="utf-8"))
    found = []
    for reason, written in table["forms"].items():
        for form in written:
            source = reduce(lambda text, part: text.replace(*part), table["parts"].items(), form)
            found.append((reason, re.compile(source)))
    return found


def form_of(text: str) -> str | None:
    """Return why a phrase makes no sense in news, None where it does."""
    return next((reason for reason, form in forms() if form.fullmatch(text.lower())), None)


def stated(value: dict[str, Any]) -> list[Bounds]:
    """Return the days that a value of the specifications stands for; a period's end is its first day outside."""
    candidates = [value.get("FutureResolution"), value.get("PastResolution"), value]
    found: list[Bounds] = []
    for c in candidates:
        if not isinstance(c, dict):
            continue
        if day := _day(c.get("date") or c.get("value")):
            found.append((day, day))
        first, last = _day(c.get("startDate") or c.get("start")), _day(c.get("endDate") or c.get("end"))
        if first or last:
            found.append((first, last and last - timedelta(days=1)))
            found.append((first, last))  # "from 4 to 22": the last day is meant too
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text and re.match(r"\d{4}-\d\d-\d\d", text) else None


def read(record: dict[str, Any], result: dict[str, Any]) -> list[Period]:
    """Return the periods that the program reads where a result stands: the whole, and the last side of a range."""
    text = record["input"]
    expressions = find_time_expressions(text, parse_edtf(record["reference"][:10]), mode=Mode.NEWS)
    stretches = find_stretches(text, expressions)
    inside = [
        (i, e.period)
        for i, e in enumerate(expressions)
        if e.start <= result["end"] and e.end > result["start"] and e.period is not None
    ]
    if len(inside) > 1 and inside[0][0] in stretches:
        return [stretches[inside[0][0]], inside[1][1]]
    return [inside[0][1]] if inside else []


def days(period: Period) -> Bounds:
    """Return the first and the last day of a period."""
    first, last = iso_bounds(period)
    return _day(first), _day(last)


def judge(found: list[Period], wanted: list[Bounds], result: dict[str, Any]) -> str:
    """Return "exact", "by_convention", "read otherwise" or "not read"."""
    if not found:
        return "not read"
    whole = days(found[0])
    if whole in wanted:
        return "exact"
    first, last = whole
    if any(value.get("Mod") for value in result["values"]):
        sides = {side + timedelta(days=shift) for side in whole if side for shift in (-1, 0, 1)}
        if any((a is None or a in sides) and (b is None or b in sides) for a, b in wanted):
            return "by_convention"
    last_side = days(found[-1])[0]
    for a, b in wanted:
        overlaps = bool(first and a and a <= (last or a) and (b is None or b >= first))
        is_within = bool(overlaps and last and b and first and a and first <= a <= b <= last)
        after = b + timedelta(days=1) if b else None
        ends_before = bool(a and a == first and last and after in (last_side, last.replace(day=1)))
        if ends_before or (is_within and a == b) or (overlaps and _PARTS.search(result["text"].lower())):
            return "by_convention"
    return "read otherwise"


if __name__ == "__main__":
    main()
