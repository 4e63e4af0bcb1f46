"""What an event is called: a clause of its sentence, in the sentence's own words, that can be read by itself."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.events.given import told
from timeline_app.ingest.extraction.events.extents import MAX_TITLE
from timeline_app.ingest.extraction.events.lines import shorten
from timeline_app.ingest.extraction.events.words import words_of

MONDAY, MAY = "2023-02-13", "2022-05"


@pytest.mark.parametrize(
    ("text", "times", "title"),
    [
        (
            "The group rejected the plan in 2020 but in May said that it would accept $550 million.",
            {"2020": "2020", "May": MAY},
            "The group … said that it would accept $550 million",
        ),
        (
            "The player was signed for the club at the time of her death, having joined them in 2019.",
            {"2019": "2019"},
            "The player was signed for the club at the time of her death, having joined them in 2019",
        ),
        (
            "The empire joined the war, the secret alliance having been signed in 1914.",
            {"1914": "1914"},
            "The secret alliance having been signed in 1914",
        ),
        (
            "Troops landed in Odessa, but after having done almost nothing in 1919, withdrew.",
            {"1919": "1919"},
            "Troops landed in Odessa, but after having done almost nothing in 1919, withdrew",
        ),
        (
            "Born in Mirati in 1935, Ann Roe began her long and distinguished career as a lawyer in her own home town.",
            {"1935": "1935"},
            "Born in Mirati in 1935, Ann Roe",
        ),
        (
            "His lectures on deixis, delivered in 1971 and published in 1975, contributed to the field.",
            {"1971": "1971", "1975": "1975"},
            "His lectures on deixis … published in 1975",
        ),
        (
            "The wreckage of the submarine USS Grayback (SS-208), which disappeared in 1944, is discovered.",
            {"1944": "1944"},
            "The wreckage of the submarine USS Grayback (SS-208), which disappeared in 1944",
        ),
        (
            "Only 2.7 million (6.5 per cent) of them received treatment in 2020.",
            {"2020": "2020"},
            "Only 2.7 million (6.5 per cent) of them received treatment in 2020",
        ),
        (
            "Díaz did not approve of Madero and had him jailed on Monday.",
            {"Monday": MONDAY},
            "Díaz did not approve of Madero and had him jailed on Monday",
        ),
        (
            "For the quarter ended Sept. 30, Delta posted net income of $133 million.",
            {"the quarter": "2022-35", "Sept. 30": "2022-09-30"},
            "Delta posted net income of $133 million",
        ),
        (
            "In May 1943, as the counter-measures became effective, the losses forced a halt.",
            {"May 1943": "1943-05"},
            "The counter-measures became effective",
        ),
        (
            "A court acquits 52 people charged with taking part in protests in April.",
            {"April": "2022-04"},
            "A court acquits 52 people charged with taking part in protests in April",
        ),
        (
            "The chairman resigns after being involved in a scandal in 2012.",
            {"2012": "2012"},
            "The chairman resigns after being involved in a scandal in 2012",
        ),
        (
            "After winning the vote in both of the large states on Tuesday, Jane Roe had 1,330 delegates, more than enough.",
            {"Tuesday": "2023-02-14"},
            "Winning the vote in both of the large states on Tuesday, Jane Roe",
        ),
        (
            "He was arrested on Monday because he claimed to have run for president in 2019.",
            {"Monday": MONDAY, "2019": "2019"},
            "He claimed to have run for president in 2019",
        ),
        (
            "The plan for all regions (GAP), announced by the ministry in May, was closed.",
            {"May": MAY},
            "The plan for all regions (GAP), announced by the ministry in May",
        ),
        (
            "The late 1960s in the country became a time of protest.",
            {"The late 1960s": "1967~/1969~"},
            "The late 1960s in the country became a time of protest",
        ),
        (
            "One, dated 2000, was on paper of the old government.",
            {"2000": "2000"},
            "One, dated 2000, was on paper of the old government",
        ),
        (
            "According to the papers, Ann Roe, the oldest sister, was shot in 1966.",
            {"1966": "1966"},
            "Ann Roe, the oldest sister, was shot in 1966",
        ),
        (
            "The court jailed him for his part in the 1982 killing of 148 men.",
            {"1982": "1982"},
            "1982 killing of 148 men",
        ),
        (
            "The toll of Monday's collision between a train and a truck in Hull increases.",
            {"Monday": MONDAY},
            "Monday's collision between a train and a truck in Hull",
        ),
        (
            "But discussions have been renewed, an official said on Monday.",
            {"Monday": MONDAY},
            "Discussions have been renewed, an official said on Monday",
        ),
        (
            "[11] On Monday, Holt hit three home runs in 24 games.",
            {"Monday": MONDAY},
            "Holt hit three home runs in 24 games",
        ),
        (
            "The emergency declared in 2011, and expanded in 2016, must end in 2024.",
            {"2011": "2011", "2016": "2016", "2024": "2024"},
            "The emergency … must end in 2024",
        ),
    ],
)
def test_a_title_has_its_subject_and_begins_with_it(text: str, times: dict[str, str], title: str) -> None:
    assert title in [found for found, _, _ in told(text, times)]


def test_a_saying_behind_a_quotation_keeps_who_said_it() -> None:
    text = (
        "“We extend our heartfelt sympathies to the victims of these outrages and to all of their families,” "
        "the president said on Monday in a statement."
    )
    assert told(text, {"Monday": MONDAY})[0][0] == (
        "We extend our heartfelt sympathies … the president said on Monday in a statement"
    )


def test_a_title_that_is_cut_ends_in_no_small_word() -> None:
    words = words_of("en")
    text = (
        "The two delegations from the north and from the south met in the great hall of the old and venerable palace."
    )
    for room in range(30, MAX_TITLE):
        title = shorten(text, words, room=room)
        assert title.endswith("…")
        assert title.rstrip("…").rpartition(" ")[2] not in {"the", "of", "and", "in", "from"}


def test_a_title_that_is_cut_in_a_quotation_closes_it() -> None:
    for opening, closing in ("“”", '""', "«»"):
        text = f"The leaders adopted an {opening}Action Plan on Health and Resilience in all of the Americas and beyond{closing}"
        title = shorten(text, room=60)
        assert title.endswith(f"…{closing}")
        assert len(title) <= 60


def test_a_verb_is_no_event_of_the_day_before_it() -> None:
    titles = [
        title
        for title, _, _ in told("The toll from the landslide on Wednesday rises to 22.", {"Wednesday": "2023-02-15"})
    ]
    assert "Wednesday rises" not in titles
