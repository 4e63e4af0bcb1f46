"""Which of a sentence's times belongs to what, where there is more than one candidate or none that fits."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.events.given import PUBLISHED, dates, reports, told
from timeline_app.domain.article import Article
from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.pipeline import extract

MONDAY = "2023-02-13"


def test_a_quarter_that_describes_a_result_gives_way_to_the_day_of_the_report() -> None:
    quarter = "2022-36"
    text = "Last week the bank reported fourth-quarter earnings of $9 million."
    assert dates(text, {"Last week": "2023-02-06/2023-02-12", "fourth-quarter": quarter}) == ["2023-02-06/2023-02-12"]
    text = "The bank reported fourth-quarter earnings of $9 million."
    assert dates(text, {"fourth-quarter": quarter}) == [quarter]


def test_a_rise_from_one_years_figure_to_anothers_is_of_the_latter_year() -> None:
    text = "The number of visitors jumped from fewer than 100,000 in 1980 to more than 300,000 in 2019."
    assert dates(text, {"1980": "1980", "2019": "2019"}) == ["2019"]


def test_what_is_counted_with_more_than_is_compared_with_nothing() -> None:
    text = "The firm sold more than 300 cars last year."
    assert dates(text, {"last year": "2022"}) == ["2022"]
    assert dates("The firm sold more cars than in 2021.", {"2021": "2021"}) == []


def test_the_end_of_a_term_dates_nothing() -> None:
    text = "The firm sold $100 million of notes due in 2031."
    assert dates(text, {"2031": "2031"}) == ["2023-02-16"]
    text = "The trial is due in May."
    assert dates(text, {"May": "2023-05"}) == ["2023-05"]


def test_a_day_to_come_dates_no_deed_that_is_over() -> None:
    text = "The leaders discussed trade in the context of the island's presidency of the union in 2025."
    assert dates(text, {"2025": "2025"}) == ["2023-02-16"]


def test_a_day_to_come_dates_a_deed_that_sets_it() -> None:
    text = "The mayor extended the lockdown to 1 May."
    assert dates(text, {"1 May": "2023-05-01"}) == ["2023-05-01"]


def test_an_event_that_is_to_be_held_is_planned() -> None:
    text = "The candidates for the election to be held on 9 August met on Monday."
    assert told(text, {"9 August": "2023-08-09", "Monday": MONDAY}) == [
        ("The election to be held on 9 August", "2023-08-09", "planned"),
        ("The candidates for the election to be held on 9 August met on Monday", MONDAY, "reported"),
    ]


def test_a_plan_for_somebody_else_stands_in_no_way_of_the_sentences_own_time() -> None:
    text = "On Monday, Ann Roe, a candidate for the election to be held on 9 August, spoke in Minsk."
    assert ("Ann Roe … spoke in Minsk", MONDAY, "reported") in told(text, {"Monday": MONDAY, "9 August": "2023-08-09"})


def test_a_participle_between_commas_with_a_time_alone_describes_the_noun_before_it() -> None:
    text = "Police questioned the suspect, arrested last week, and let him go."
    assert told(text, {"last week": "2023-02-06/2023-02-12"}) == [
        ("The suspect, arrested last week", "2023-02-06/2023-02-12", "reported")
    ]


def test_both_can_do_something_as_well_as_they() -> None:
    assert told("Both died on Monday.", {"Monday": MONDAY}) == [("Both died on Monday", MONDAY, "reported")]


def test_what_nobody_did_is_no_evidence_of_what_was_done() -> None:
    for rest in (" and none spoke to the press.", "; had the talks failed, they would have left."):
        text = f"Five senators met on Monday{rest}"
        (report,) = reports(text, {"Monday": MONDAY})
        assert report.sentence is not None
        assert text[slice(*report.sentence)].rstrip(";") == "Five senators met on Monday"


def test_what_is_supposed_is_no_event() -> None:
    assert told("Should the talks fail on Friday, the army will move in.", {"Friday": "2023-02-17"}) == []


def test_what_is_remembered_dates_nothing() -> None:
    assert told("The country is approaching the 20th anniversary of 9/11.", {"9/11": "2001-09-11"}) == []


def test_what_has_been_so_since_a_year_is_no_event_of_it() -> None:
    assert told("It is the single largest increase since 1998.", {"1998": "1998"}) == []


def test_a_role_in_an_event_is_of_no_other_day_than_the_event() -> None:
    text = "The court jailed him on Monday for his role in the 1982 killing of 148 men."
    assert told(text, {"Monday": MONDAY, "1982": "1982"}) == [
        ("The court jailed him on Monday for his role in the 1982 killing of 148 men", MONDAY, "reported"),
        ("1982 killing of 148 men", "1982", "reported"),
    ]


def test_a_signing_is_dated_and_not_what_is_signed() -> None:
    text = "The minister welcomes the signing of the accords on Monday."
    assert told(text, {"Monday": MONDAY}) == [(text.rstrip("."), MONDAY, "reported")]
    text = "The hall was built in the two years before the signing of the accords on Monday."
    assert ("Signing of the accords on Monday", MONDAY, "reported") in told(text, {"Monday": MONDAY})


def test_a_noun_that_is_planned_for_a_year_that_is_not_over_is_planned() -> None:
    text = "They intend to complete the negotiation on the agreement in 2023."
    assert told(text, {"2023": "2023"}) == [("Agreement in 2023", "2023", "planned")]


def test_a_range_of_times_is_no_entry_of_a_chronicle() -> None:
    assert told("9 May, 6:30 – 8 in the old hall of the town.", {"9 May, 6:30": "2023-05-09T06:30"}) == []


def test_a_speaker_speaks_of_himself_behind_the_verb_too() -> None:
    assert told("Only together will we solve the problems of our country today.", {"today": "2023-02-16"}) == []


@pytest.mark.parametrize(
    "described", ["set up in 1994", "put together in 1994", "cut in 1994", "which was set up in 1994"]
)
def test_a_participle_that_looks_like_a_base_has_its_own_time_and_leaves_the_verb_its_own(described: str) -> None:
    text = f"The regulator, {described}, sued the bank on Monday."
    assert told(text, {"1994": "1994", "Monday": MONDAY}) == [
        (f"The regulator, {described}", "1994", "reported"),
        ("The regulator … sued the bank on Monday", MONDAY, "reported"),
    ]


def test_the_day_of_an_anniversary_may_stand_before_what_it_is_of() -> None:
    text = "It was ten years on Monday since the ferry sank."
    assert dates(text, {"ten years": "P10Y", "Monday": MONDAY}) == ["2013-02-13~"]


def test_what_a_speaker_did_on_a_day_that_is_over_happened() -> None:
    text = "On 3 May we marched to the ford, and on the 4th I dined with the colonel."
    assert dates(text, {"3 May": "1863-05-03", "the 4th": "1863-05-04"}) == ["1863-05-03", "1863-05-04"]
    assert dates("Last year we brought two cases.", {"Last year": "2022"}) == ["2022"]


def test_what_a_speaker_recalls_did_not_happen_by_that() -> None:
    for text in (
        "I saw it on Monday.",
        "As I said on Monday, it works.",
        "We talked about this on Monday.",
        "I was ill on Monday.",
    ):
        assert told(text, {"Monday": MONDAY}) == []


def test_what_was_not_done_until_a_day_was_done_then_in_a_clause_without_its_auxiliary_too() -> None:
    text = "The film was shot in 2020 but not released until last week."
    assert dates(text, {"2020": "2020", "last week": "../2023-02-12"}) == ["2020", "2023-02-12"]


def test_a_day_on_which_it_was_not_yet_so_dates_what_it_is_said_of_only() -> None:
    text = "It was not until Thursday that the wreck was found."
    assert told(text, {"Thursday": "2023-02-16"}) == [("The wreck was found", "2023-02-16", "reported")]


def test_a_length_before_a_clause_counts_on_to_the_next_one() -> None:
    text = "Two days after he was sacked on Monday, the coach signed for a rival club."
    assert dates(text, {"Two days": "P2D", "Monday": MONDAY}) == [MONDAY, "2023-02-15"]


def test_the_day_of_what_is_cancelled_is_not_that_of_the_cancelling() -> None:
    text = "The airline cancelled all of its flights for Saturday."
    assert dates(text, {"Saturday": "2023-02-18"}) == ["2023-02-16"]


def test_evidence_begins_behind_what_would_have_been() -> None:
    text = "Had the bill passed, the plant would have reopened; on Monday the workers occupied it."
    (report,) = reports(text, {"Monday": MONDAY})
    assert report.sentence is not None
    assert text[slice(*report.sentence)] == "on Monday the workers occupied it."


def test_evidence_ends_before_what_had_led_to_it() -> None:
    text = (
        "Labour won the election of that year by a landslide on Monday; voters had turned against the old government."
    )
    (report,) = reports(text, {"Monday": MONDAY})
    assert report.sentence is not None
    assert text[slice(*report.sentence)].endswith("by a landslide on Monday")


def test_what_had_been_done_hours_earlier_was_done_on_the_same_day() -> None:
    text = "The fighters entered the capital on Sunday. The president had fled hours earlier."
    assert dates(text, {"Sunday": "2023-02-12"}) == ["2023-02-12", "2023-02-12"]
    given = {"Sunday": "2023-02-12", "hours earlier": "PXH"}
    assert dates(text, given) == ["2023-02-12", "2023-02-12"]


def test_what_has_lasted_since_a_year_is_told_of_between_commas() -> None:
    text = "The mine, closed since 2008, will reopen in 2025."
    assert dates(text, {"2008": "2008/..", "2025": "2025"}) == ["2008/..", "2025"]


def test_a_plan_is_not_of_a_day_that_is_over() -> None:
    text = "The council will discuss the attack of last week on Friday."
    assert told(text, {"last week": "2023-02-06/2023-02-12", "Friday": "2023-02-17"}) == [
        ("Attack of last week", "2023-02-06/2023-02-12", "reported"),
        ("The council will discuss the attack of last week on Friday", "2023-02-17", "planned"),
    ]
    assert told("The novel is set in 1920.", {"1920": "1920"}) == []


def test_what_recurs_is_no_event() -> None:
    text = "Trains leave at 9 a.m. every day."
    found = extract(Article("", text, parse_edtf(PUBLISHED))).reports[1:]
    assert found == ()
    assert told("The museum is open from March.", {"March": "2023-03/.."}) == []


def test_what_is_said_not_to_be_so_is_no_event() -> None:
    for text in (
        "Rumours that he died on Monday are false.",
        "It is not true that the plant closed on Monday.",
        "It is untrue that the plant closed on Monday.",
    ):
        assert told(text, {"Monday": MONDAY}) == []
    assert dates("It is true that the plant closed on Monday.", {"Monday": MONDAY}) == [MONDAY]


def test_a_verb_in_the_infinitive_is_no_noun() -> None:
    assert told("Nobody wanted to vote on Monday.", {"Monday": MONDAY}) == []


def test_what_is_expected_of_somebody_is_planned() -> None:
    assert dates("Analysts expect inflation to fall in 2024.", {"2024": "2024"}) == ["2024"]


def test_a_plan_lends_its_day_to_no_deed() -> None:
    text = "The king will open the hall on Thursday. The walls were painted red."
    assert dates(text, {"Thursday": PUBLISHED}) == [PUBLISHED]


def test_whose_post_somebody_takes_is_not_the_event() -> None:
    assert told("Ann Roe, of Maryland, to be an Assistant Secretary, vice Jo Doe, resigned.") == []
    found = told("Ann Roe, the vice president of the bank and its oldest director, resigned.")
    assert [kind for _, _, kind in found] == ["reported"]


def test_a_plan_of_today_is_not_of_a_time_long_over() -> None:
    text = "The envoy will meet ministers to continue the talks begun in January 2020 on energy."
    assert told(text, {"January 2020": "2020-01"}) == [("Talks begun in January 2020", "2020-01", "reported")]


def test_a_place_between_commas_parts_no_event_from_its_day() -> None:
    text = "The minister has invited her colleagues to a ceremony in Independence, Mo., on 12 March to mark the treaty."
    assert ("Ceremony in Independence, Mo., on 12 March", "2023-03-12", "planned") in told(
        text, {"12 March": "2023-03-12"}
    )


def test_a_time_of_the_subject_gives_way_to_that_of_the_verb() -> None:
    text = "The inquest into the death of a boy on 3 January opened on Monday."
    assert dates(text, {"3 January": "2023-01-03", "Monday": MONDAY}) == ["2023-01-03", MONDAY]
    assert (
        dates("The police on Monday arrested a man wanted since May.", {"Monday": MONDAY, "May": "2022-05/.."})[0]
        == MONDAY
    )


def test_the_day_of_a_paper_dates_nothing_that_was_done_with_it() -> None:
    text = "The article, published on Sunday, quoted a memo of 12 January."
    assert dates(text, {"Sunday": "2023-02-12", "12 January": "2023-01-12"}) == ["2023-02-12"]


def test_what_expires_in_a_year_to_come_is_planned() -> None:
    assert dates("The treaty expires in 2030.", {"2030": "2030"}) == ["2030"]
    assert dates("The union celebrates in 2030.", {"2030": "2030"}) == []


def test_the_year_of_what_is_spoken_of_dates_no_talk() -> None:
    text = "The minister reported to the president on the results of the work of his office in 2022."
    assert dates(text, {"2022": "2022"}) == []
    text = "The painter described the hall to the local paper in 1982."
    assert dates(text, {"1982": "1982"}) == ["1982"]


def test_what_had_been_done_hours_before_stays_in_the_evidence() -> None:
    text = "The bombing of the convoy on Thursday killed 130 people; the former premier had returned hours before from exile."
    (report,) = reports(text, {"Thursday": PUBLISHED})
    assert report.sentence is not None
    assert text[slice(*report.sentence)] == text
