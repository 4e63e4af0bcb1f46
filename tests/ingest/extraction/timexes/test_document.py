"""The document pass: direction from tense, running dates, openness, and what no text may do."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import TimeExpression, TimexType
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes import Mode, find_time_expressions
from timeline_app.ingest.extraction.timexes.lexicon import load_lexicon

PUBLISHED = parse_edtf("2023-02-16")  # a Thursday


def find(text: str, *, mode: Mode | None = None) -> tuple[TimeExpression, ...]:
    return find_time_expressions(text, PUBLISHED, mode=mode)


def edtf(text: str, *, mode: Mode | None = None) -> list[str | None]:
    return [None if e.period is None else format_edtf(e.period) for e in find(text, mode=mode)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers met on Tuesday.", "2023-02-14"),
        ("Ministers will meet on Tuesday.", "2023-02-21"),
        ("Ministers met on Thursday.", "2023-02-16"),
        ("He has until Sunday.", "../2023-02-19"),
        ("They have been there since 2014.", "2014/.."),
        ("It must be done by Friday.", "../2023-02-17"),
        ("The house was built about 1850.", "1850~"),
        ("They met Feb. 24-26, 2022.", "2022-02-24/2022-02-26"),
        ("A meeting on 14 and 15 February 2023.", "2023-02-14/2023-02-15"),
        ("It began at 10:30 p.m. on Wednesday.", "2023-02-15T22:30"),
        ("In the fifth century BC.", "-04XX"),
        ("In the 1990s.", "199X"),
        ("In the third quarter of 2022.", "2022-35"),
        ("In the winter of 1941.", "1941-24"),
        ("Over the weekend he left.", "2023-02-11/2023-02-12"),
        ("Two days after Christmas 1914.", "1914-12-27"),
        ("In January last year.", "2022-01"),
        ("Last year's third quarter.", "2022-35"),
        ("A 2-year-old left last week.", "2023-02-06/2023-02-12"),
        ("He is expected in Egypt on Friday.", "2023-02-17"),
        ("She is due in court on Monday.", "2023-02-20"),
        ("The vote takes place on Tuesday.", "2023-02-21"),
        ("A decision expected Friday could end it.", "2023-02-17"),
        ("Shares rose as expected Friday.", "2023-02-10"),
        ("It broke up before it was due to land on Saturday.", "2023-02-11"),
        ("On 1 May the lighthouse is open to whoever asked.", "2023-05-01"),
        ("No talks are planned before the weekend.", "2023-02-18/2023-02-19"),
        ("A service planned for Sunday was cancelled.", "2023-02-12"),
        ("Two members had filed reports by Wednesday.", "../2023-02-15"),
        ("Reports must be filed by Wednesday.", "../2023-02-22"),
        ("It must be done by midnight.", "../2023-02-16"),
        ("It should open before the summer.", "2023-22"),
        ("They met on Tuesday of last week.", "2023-02-07"),
        ("They met two weeks ago Tuesday.", "2023-01-31"),
        ("A year ago today, all was calm.", "2022-02-16"),
        ("They met three years ago this month.", "2020-02"),
        ("On this day in 1975, they signed.", "1975-02-16"),
        ("A decade ago it stood.", "2013"),
        ("It was in mid-April 2019.", "2019-04~"),
    ],
)  # fmt: skip
def test_news_is_counted_from_its_publication(text: str, expected: str) -> None:
    assert edtf(text, mode=Mode.NEWS) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "May said the vote was lost.",
        "The March on Washington was large.",
        "Nearly 1,984 people came.",
        "Give it a second chance.",
        "Sun Microsystems makes computers.",
        "Open 24/7.",
        "See https://example.org/2019/05/12/story.html now-then",
        "They won 3-2.",
        "Call 555-2011 or +44 20 7946 0958.",
        "On 2023-02-30 and on 31/02/2023.",
        "On 30 February 2023.",
        "Resolution 1973 was passed.",
        "The fall of Rome.",
        "Flight 1990 landed.",
        "a 6-year-old boy",
        "She sat in the sun and wed.",
        "an 8.1999 ratio",
        "F-2000 jets",
        "Agenda 2063 and Vision 2030",
        "Easter Island and the Good Friday Agreement",
        "under 50 U.S.C. 1701-1706",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    found = [e for e in find(text) if e.value != "PRESENT_REF"]
    assert not found, [(e.text, e.value) for e in found]


def test_a_story_is_counted_from_its_running_date() -> None:
    text = (
        "In 1941 the war widened. On 22 June Germany attacked. Ten days later Minsk fell. "
        "In December the front stood. In January it moved."
    )
    assert edtf(text, mode=Mode.NARRATIVE) == ["1941", "1941-06-22", "1941-07-02", "1941-12", "1942-01"]


def test_news_that_tells_a_chronicle_goes_on_from_its_last_date() -> None:
    text = (
        "The ship ran aground on 23 March 2021. On 29 March it was freed. In July it sailed. On Tuesday a court ruled."
    )
    assert edtf(text) == ["2021-03-23", "2021-03-29", "2021-07", "2023-02-14"]
    assert edtf("Work began on 3 February 2021. It will end on 20 March.") == ["2021-02-03", "2023-03-20"]


def test_what_follows_a_month_is_not_counted_from_a_day_before_it() -> None:
    text = "KYIV, Feb. 14 (Reuters) - Troops came on 3 May 2022. In July 2022 they fled. The next day it rained."
    assert edtf(text) == ["2023-02-14", "2022-05-03", "2022-07", None]
    text = "In 1941, on 3 May, he came. He left in July 1941. That same day she wrote. In December they met."
    assert edtf(text, mode=Mode.NARRATIVE) == ["1941-05-03", "1941-07", None, "1941-12"]


def test_a_story_that_is_elsewhere_counts_nothing_from_its_publication() -> None:
    text = "In 1967 he wrote of what they had seen two months ago. Today they would call it folly."
    assert edtf(text, mode=Mode.NARRATIVE) == ["1967", None, None]


def test_news_goes_on_in_the_month_that_it_has_told() -> None:
    assert edtf("They met on 13 May 2011. The 20th was too late for all.") == ["2011-05-13", "2011-05-20"]
    assert edtf("They met on 13 May 2011. They will meet on the 20th.") == ["2011-05-13", "2023-02-20"]


def test_years_told_together_are_all_of_the_same_part() -> None:
    assert edtf("The summers of 1976, 1995 and 2003 were hot.") == ["1976-22", "1995-22", "2003-22"]
    assert edtf("Famine struck in 1315, 1316 and 1317.") == ["1315", "1316", "1317"]


def test_a_part_at_an_end_of_a_whole_is_placed_within_it() -> None:
    assert edtf("It fell in the last three weeks of May 1940.") == ["1940-05-11/1940-05-31", "1940-05"]
    assert edtf("It lost much in the first two months of 1995.") == ["1995-01/1995-02", "1995"]
    assert edtf("It lost much in the first 14 months of 1995.") == [None, "1995"]


def test_today_in_a_report_is_the_day_on_which_it_was_written() -> None:
    text = "CHATTANOOGA, Tenn., Feb. 14, 2023 - The company today announced a sale."
    assert edtf(text) == ["2023-02-14", "2023-02-14"]
    assert edtf("CHATTANOOGA, Tenn., May 14, 2022 - The company sells today.") == ["2022-05-14", "2023-02-16"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Napoleon entered Moscow on 14 September 1812. The fire began that night, and on 19 October he left.", "1812-10-19"),
        ("Alexander crossed into Asia in 334 B.C. He fought at the Granicus in May.", "-0333-05"),
        ("He was born on 14 September 1952. In May police found him.", "2022-05"),
        ("The festival opened on 15 August 1969 and ran until the Monday.", "../1969-08-18"),
        ("Outages are feared this winter, above all in January.", "2023-01"),
        ("A century ago yesterday the guns stopped.", "1923-02-15"),
        ("The last plane left one minute before midnight on Monday.", "2023-02-13T23:59"),
        ("Fighting ended on 3 March 1995. The following Easter was calm.", "1995-04-16"),
    ],
)  # fmt: skip
def test_a_date_is_counted_from_what_stands_before_it(text: str, expected: str) -> None:
    assert edtf(text, mode=Mode.NEWS)[-1] == expected


def test_days_listed_before_their_month_are_days_of_it() -> None:
    assert edtf("They sat on 11, 12 and 15 March 2006.") == ["2006-03-11", "2006-03-12", "2006-03-15"]


def test_what_was_done_the_next_day_was_done_before_the_publication() -> None:
    assert edtf("He fell ill. The next day he died.") == [None]
    assert edtf("He fell ill on Tuesday. The next day he died.") == ["2023-02-14", "2023-02-15"]


def test_what_comes_later_is_never_counted_from_the_publication() -> None:
    (later,) = find("Twenty years later, little has changed.")
    assert later.period is None
    assert [e.period is None for e in find("Today, 107 years later, we recognise it.")] == [False, True]


def test_a_length_is_no_date_in_a_record() -> None:
    assert [e.value for e in find("It will be the fastest growth in this country in 40 years.")] == ["P40Y"]
    assert [e.value for e in find("The largest ship will sail in two years.")] == ["2025"]


def test_what_happens_every_year_has_no_date() -> None:
    found = find("In July it usually rains; the best time to come is between October and April.")
    assert [(e.type, e.value, e.period) for e in found] == [
        (TimexType.SET, "XXXX-07", None),
        (TimexType.SET, "XXXX-10", None),
        (TimexType.SET, "XXXX-04", None),
    ]


def test_the_mode_is_chosen_by_the_document() -> None:
    history = "It began in 1914. It grew in 1915. In March 1916 it turned; in 1917 it broke. In May they met."
    assert edtf(history)[-1] == "1917-05"
    assert edtf("It began in 1914. On Tuesday they met. In May they will meet.")[-1] == "2023-05"


def test_a_month_never_becomes_its_first_day() -> None:
    (march,) = find("It happened in March 2020.")
    assert march.period is not None
    assert (march.value, march.period.granularity) == ("2020-03", Granularity.MONTH)


def test_a_numeric_date_in_two_orders_says_so_and_the_document_decides() -> None:
    (lone,) = find("Signed 03/04/2023.")
    assert lone.value == "2023-03-04"
    assert "could be two dates" in str(lone.resolution.explanation)
    assert [e.value for e in find("Signed 25/12/2022 and again 03/04/2023.")] == ["2022-12-25", "2023-04-03"]
    assert [e.value for e in find("Signed 12/25/2022 and again 03/04/2023.")] == ["2022-12-25", "2023-03-04"]


def test_the_setting_orders_day_and_month_where_the_document_does_not() -> None:
    (set_so,) = find_time_expressions("Signed 03/04/2023.", PUBLISHED, day_first=True)
    assert set_so.value == "2023-04-03"
    assert str(set_so.resolution.explanation) == "“03/04/2023”, read as day, month, year, as your setting says"
    _, decided = find_time_expressions("Signed 12/25/2022 and again 03/04/2023.", PUBLISHED, day_first=True)
    assert decided.value == "2023-03-04"
    assert "as the text does elsewhere" in str(decided.resolution.explanation)


def test_the_day_of_the_publication_orders_day_and_month() -> None:
    published = parse_edtf("2023-04-03")
    found = find_time_expressions("03/04/2023. The talks of 02/03/2023 failed.", published)
    assert [e.value for e in found] == ["2023-04-03", "2023-03-02"]


def test_every_resolution_names_rule_and_anchor() -> None:
    (tuesday,) = find("They met on Tuesday.")
    assert tuesday.resolution.rule == "weekday"
    assert str(tuesday.resolution.explanation) == "“Tuesday”, past tense, before Thu 2023-02-16"


def test_without_a_publication_date_nothing_is_made_up() -> None:
    found = find_time_expressions("They met on Tuesday, in March, last week and on 5 May 2020.", None)
    assert [e.period is None for e in found] == [True, True, True, False]


def test_a_date_that_is_the_publication_says_so() -> None:
    (thursday,) = find("They met on Thursday.")
    assert str(thursday.resolution.explanation) == "“Thursday”, the one that Thu 2023-02-16 falls on"


def test_sentences_bound_the_search_for_a_verb() -> None:
    text = "He will see Gen. Lee met them Tuesday"
    cut = text.index("Lee")
    sentences = [(0, cut - 1), (cut, len(text))]
    (tuesday,) = find_time_expressions(text, PUBLISHED, sentences=sentences)
    assert tuesday.value == "2023-02-14"


def test_durations_and_recurrences_have_no_period() -> None:
    found = find("A two-day meeting is held every month.")
    assert [(e.type, e.value, e.period) for e in found] == [
        (TimexType.DURATION, "P2D", None),
        (TimexType.SET, "P1M", None),
    ]


WORDS = sorted(
    {
        word
        for name in ("en", "de")
        for table in load_lexicon(name).words.values()
        if isinstance(table, dict)
        for word in table
        if len(word) < 20
    }
    | {
        "the",
        "of",
        "-",
        "/",
        ",",
        ".",
        "1",
        "31",
        "1999",
        "2023",
        "'",
        "s",
        "Tuesday",
        "May",
        "\n",
        "\n\n",
        "İ",
        "1,984",
    }
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.integers(0, 3000).map(str), st.text(max_size=4)), max_size=25),
    st.sampled_from(["", " ", "-"]),
    st.sampled_from([None, *Mode]),
    st.booleans(),
    st.sampled_from(["en", "de", "en-GB", "xx"]),
)
def test_no_text_raises_and_offsets_give_back_the_words(
    words: list[str], joint: str, mode: Mode | None, dated: bool, language: str
) -> None:
    text = joint.join(words)
    end = 0
    for e in find_time_expressions(text, PUBLISHED if dated else None, mode=mode, language=language):
        assert end <= e.start < e.end
        assert text[e.start : e.end] == e.text
        end = e.end
        if e.period is not None:
            format_edtf(e.period)


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{y}-{n:02d}-{d:02d}", "{m} {y}", "{y}"]))
def test_a_written_date_is_read_back_at_the_same_precision(date: object, form: str) -> None:
    year = 1600 + date.year % 450  # type: ignore[attr-defined]
    day = min(date.day, 28)  # type: ignore[attr-defined]
    name = date.strftime("%B")  # type: ignore[attr-defined]
    (found,) = find(f"It was in {form.format(d=day, m=name, n=date.month, y=year)}.")  # type: ignore[attr-defined]
    expected = f"{year}-{date.month:02d}-{day:02d}"  # type: ignore[attr-defined]
    assert found.value == expected[: 4 if form == "{y}" else 7 if "{d" not in form else 10]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "A",
        "the ",
        "two ",
        "two-",
        " ",
        "\n",
        "end of the ",
        "1914-1918 ",
        "May ",
        "last ",
        "'98 ",
        "0.",
        "1/",
        '"Today ',
        "could not be ",
    ],
)
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        began = time.process_time()
        find(text)
        return time.process_time() - began

    find(unit)
    assert seconds(80_000) < 12 * seconds(20_000) + 0.1


def test_a_year_told_in_passing_does_not_move_a_story() -> None:
    text = (
        "In 1974 it began. On 10 March 1975 the attack came. The war was to be won in 1976. On 11 March they "
        "fled. A report of 2005 said otherwise. On 20 March the city fell."
    )
    assert edtf(text, mode=Mode.NARRATIVE)[-3:] == ["1975-03-11", "2005", "1975-03-20"]
    then = "It was signed on 8 December 1941, as it had been hoped in 1941. In January they met."
    assert edtf(then, mode=Mode.NARRATIVE)[-1] == "1942-01"


@pytest.mark.parametrize(
    "text", ["The church is still in use today.", "What is today Germany was empty.", "Today's youth."]
)
def test_today_can_be_nowadays(text: str) -> None:
    assert [(e.value, e.period) for e in find(text)] == [("PRESENT_REF", None)]


def test_in_a_guide_nothing_happens_in_the_year_of_its_publication() -> None:
    guide = "The town is old. " * 200 + "In July it is hot. Today there are ten inns. The inns are closed in winter."
    assert [e.period for e in find(guide)] == [None, None, None]
    assert [e.value for e in find(guide + " They met last week.")][:2] == ["2022-07", "2023-02-16"]


def test_a_zone_is_told_in_utc_and_the_day_stays_that_of_the_place() -> None:
    (blast,) = find("The blast came at 10:30 p.m. EST on Wednesday.")
    assert blast.value == "2023-02-15T22:30-05:00"
    assert blast.period is not None
    assert format_edtf(blast.period) == "2023-02-15T22:30"
    assert str(blast.resolution.explanation).endswith("before Thu 2023-02-16; in UTC Thu 2023-02-16 03:30")


def test_summer_time_counts() -> None:
    assert [e.value for e in find("It began at 5 p.m. ET on 14 July 2022.")] == ["2022-07-14T17:00-04:00"]


_GUIDE = "The old town is small and quiet, and its harbour is deep. " * 50


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Walkers should go there in July.", "XXXX-07"),
        ("It can get very cold in the winter.", "XXXX-WI"),
        ("Boats run till mid-August.", "XXXX-08"),
        ("It is sunny throughout the year.", "P1Y"),
        ("A popular place on the weekend is the quay.", "XXXX-WXX-WE"),
        ("The church was rebuilt in July 1903.", "1903-07"),
    ],
)
def test_a_guide_tells_of_the_months_of_any_year(sentence: str, value: str) -> None:
    assert [e.value for e in find(_GUIDE + sentence)] == [value]


def test_a_text_that_points_at_its_own_day_tells_of_the_months_of_its_year() -> None:
    found = find(_GUIDE + "Yesterday the harbour was shut. Boats should go there in July.")
    assert [e.value for e in found] == ["2023-02-15", "2023-07"]


def test_months_that_are_listed_in_one_sentence_go_on_from_each_other() -> None:
    text = "He tours widely: Las Vegas in December, Mexico in January, Tampa in February, and Oslo in March."
    found = find_time_expressions(text, parse_edtf("2013-10-09"))
    assert [e.value for e in found] == ["2013-12", "2014-01", "2014-02", "2014-03"]
