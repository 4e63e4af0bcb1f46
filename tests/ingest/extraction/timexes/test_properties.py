"""What holds for every text.

Nothing raises or is made up, offsets give back the words, time grows with length only, and neither the locale nor the time zone of
the machine counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes import Mode, find_time_expressions
from timeline_app.ingest.extraction.timexes.lexicon import load_lexicon

PUBLISHED = parse_edtf("2023-02-16")
ROOT = Path(__file__).parents[4]
SENTENCES = tomllib.loads(Path(__file__).with_name("hard_sentences.toml").read_text(encoding="utf-8"))
EXAMPLES = sorted(
    {text for rule in load_lexicon("en").rules for text, _ in rule.examples}
    | {text for rule in load_lexicon("en").rules for text in rule.counter_examples}
    | set(SENTENCES["dates"])
    | set(SENTENCES["none"]["sentences"])
)
YEARS, MONTHS, DAYS = st.integers(1000, 2199), st.integers(1, 12), st.integers(1, 28)
NAMES = "January,February,March,April,May,June,July,August,September,October,November,December".split(",")  # noqa: SIM905

STATED = [
    ("{y}", Granularity.YEAR), ("{m} {y}", Granularity.MONTH), ("{m} {d}, {y}", Granularity.DAY), ("{d} {m} {y}", Granularity.DAY),
    ("the summer of {y}", Granularity.SEASON), ("the third quarter of {y}", Granularity.QUARTER),
    ("the first half of {y}", Granularity.HALF), ("{m}", Granularity.MONTH), ("last year", Granularity.YEAR),
    ("two months ago", Granularity.MONTH), ("three weeks ago", Granularity.WEEK), ("early {m} {y}", Granularity.MONTH),
    ("noon on {d} {m} {y}", Granularity.HOUR), ("the morning of {d} {m} {y}", Granularity.PART_OF_DAY),
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(STATED), YEARS, MONTHS, DAYS, st.sampled_from([*Mode]))
def test_no_date_is_finer_than_its_words(
    stated: tuple[str, Granularity], year: int, month: int, day: int, mode: Mode
) -> None:
    form, granularity = stated
    text = f"It was in {form.format(y=year, m=NAMES[month - 1], d=day)}."
    (found,) = find_time_expressions(text, PUBLISHED, mode=mode)
    if found.period is not None:
        assert found.period.granularity is granularity
        assert parse_edtf(format_edtf(found.period)).granularity >= min(granularity, Granularity.DAY) or (
            granularity < Granularity.DAY
        )


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=6),
    st.sampled_from([" ", ". ", "\n\n", ", ", " - ", " to ", " and "]),
    st.sampled_from([None, *Mode]),
    st.booleans(),
    st.sampled_from([None, True, False]),
)
def test_every_period_is_edtf_that_reads_back_and_every_span_its_words(
    sentences: list[str], joint: str, mode: Mode | None, dated: bool, day_first: bool | None
) -> None:
    text = joint.join(sentences)
    for e in find_time_expressions(text, PUBLISHED if dated else None, mode=mode, day_first=day_first):
        assert text[e.start : e.end] == e.text
        assert e.text == e.text.strip()
        assert e.type is not TimexType.SET or e.period is None
        assert str(e.resolution.explanation)
        if e.period is None:
            continue
        written = format_edtf(e.period)
        again = parse_edtf(written)
        assert (again.start, again.end, again.approximate) == (e.period.start, e.period.end, e.period.approximate)
        if "T" not in written and not written.startswith("Y") and not (".." in written and "X" in written):  # it raises
            assert str(edtf.parse_edtf(written)) == written


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", ""]))
def test_no_text_raises(text: str, language: str) -> None:
    for e in find_time_expressions(text, None, language=language):
        assert text[e.start : e.end] == e.text


def test_a_long_text_takes_as_much_longer_as_it_is() -> None:
    page = " ".join(SENTENCES["dates"]) + "\n\n"

    def seconds(characters: int) -> float:
        text = page * (characters // len(page))
        began = time.process_time()
        find_time_expressions(text, PUBLISHED)
        return time.process_time() - began

    seconds(len(page))
    assert seconds(1_200_000) < 8 * 2 * seconds(150_000) + 0.1


@pytest.mark.parametrize(
    ("zone", "locale"), [("Pacific/Kiritimati", "tr_TR.UTF-8"), ("America/Los_Angeles", "de_DE.UTF-8")]
)
def test_the_machine_s_locale_and_time_zone_do_not_count(zone: str, locale: str) -> None:
    script = (
        "import json, locale, sys\n"
        "try:\n    locale.setlocale(locale.LC_ALL, '')\n"
        "except locale.Error:\n    pass\n"
        "from timeline_app.domain.edtf import parse_edtf\n"
        "from timeline_app.ingest.extraction.timexes import find_time_expressions\n"
        "texts = json.load(sys.stdin)\n"
        "read = [[(e.start, e.value) for e in find_time_expressions(t, parse_edtf('2023-02-16'))] for t in texts]\n"
        "print(json.dumps(read))\n"
    )
    texts = [*EXAMPLES[::7], "İT BEGAN ON 3 MARCH 2020 AT 5 P.M. EST"]
    environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    printed = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(texts),
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    here = [[[e.start, e.value] for e in find_time_expressions(text, PUBLISHED)] for text in texts]
    assert json.loads(printed) == here
