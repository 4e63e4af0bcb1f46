"""Which sentences report an event, on which day, under which title."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.extraction.events.given import PUBLISHED, dates, expressions, reports, told
from timeline_app.domain.article import Article
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import EventKind, Participant, ParticipantKind, TimeExpression, TimexType
from timeline_app.ingest.extraction.events import find_events, reasons
from timeline_app.ingest.extraction.events.extents import MAX_TITLE
from timeline_app.ingest.extraction.sentences import split_sentences

MONDAY, TUESDAY, FRIDAY = "2023-02-13", "2023-02-14", "2023-02-17"


def test_the_articles_own_appearance_comes_first() -> None:
    first = find_events(Article("A title", "Nothing.", parse_edtf("2023-02-16")), [(0, 8)], (), ())[0]
    assert (first.kind, first.title, first.sentence) == (EventKind.PUBLISHED, "A title", None)
    assert str(first.resolution.explanation) == "The article is dated Thu 2023-02-16."


def test_an_undated_article_appears_without_a_date() -> None:
    first = find_events(Article("", "A first line.", None), [(0, 13)], (), ())[0]
    assert (first.period, first.title) == (None, "A first line")


def test_an_expression_dates_the_verb_of_its_clause() -> None:
    text = "The man was shot on Monday and was buried on Tuesday."
    assert told(text, {"Monday": MONDAY, "Tuesday": TUESDAY}) == [
        ("The man was shot on Monday", MONDAY, "reported"),
        ("The man … was buried on Tuesday", TUESDAY, "reported"),
    ]


def test_a_leading_expression_dates_the_main_verb_and_opens_no_title() -> None:
    text = "On Monday, the man who robbed the bank was sentenced."
    assert told(text, {"Monday": MONDAY}) == [("The man who robbed the bank was sentenced", MONDAY, "reported")]


def test_the_date_of_a_saying_is_not_that_of_the_said() -> None:
    text = "Police said on Tuesday that two men were arrested on Monday."
    assert told(text, {"Tuesday": TUESDAY, "Monday": MONDAY}) == [
        ("Police said on Tuesday that two men were arrested on Monday", TUESDAY, "reported"),
        ("Two men were arrested on Monday", MONDAY, "reported"),
    ]


def test_a_decade_written_with_an_apostrophe_can_end_a_sentence() -> None:
    part = {"early 1960's": "1960/1962"}
    assert told("The gun was refined by a team in the early 1960's.", part) == [
        ("The gun was refined by a team in the early 1960's", "1960/1962", "reported")
    ]


def test_a_report_at_the_end_of_a_sentence_is_an_event_of_its_own_day() -> None:
    text = "Two men were arrested on Monday, police said on Tuesday."
    assert told(text, {"Monday": MONDAY, "Tuesday": TUESDAY}) == [
        ("Two men were arrested on Monday", MONDAY, "reported"),
        ("Two men were arrested on Monday, police said on Tuesday", TUESDAY, "reported"),
    ]


def test_a_long_report_keeps_who_made_it_in_its_title() -> None:
    text = "Two men who had been sought for months were arrested on Monday in a village, the chief of police said on Tuesday."
    title = told(text, {"Monday": MONDAY, "Tuesday": TUESDAY})[1][0]
    assert title == "Two men who had been sought for months … the chief of police said on Tuesday"


def test_a_noun_with_a_date_of_its_own_leaves_the_verb_alone() -> None:
    text = "The leaders discussed preparations for the March 24 NATO summit."
    assert told(text, {"March 24": "2023-03-24"}) == [
        (text.rstrip("."), "2023-02-16", "reported"),
        ("March 24 NATO summit", "2023-03-24", "planned"),
    ]
    assert told("He left after talks on Monday.", {"Monday": MONDAY}) == [("Talks on Monday", MONDAY, "reported")]


def test_the_date_of_an_occasion_dates_what_was_done_on_it() -> None:
    assert dates("At the June 14 summit, the leaders endorsed it.", {"June 14": "2022-06-14"}) == ["2022-06-14"]


@pytest.mark.parametrize(
    "clause", ["will meet", "are to meet", "plan to meet", "are expected to meet", "will be received"]
)
def test_what_is_to_come_is_planned(clause: str) -> None:
    assert told(f"The ministers {clause} on Friday.", {"Friday": FRIDAY})[0][2] == "planned"


def test_what_is_merely_possible_is_planned_with_little_confidence_and_never_past() -> None:
    certain = reports("The ministers will meet on Friday.", {"Friday": FRIDAY})[0]
    possible = reports("The ministers may meet on Friday.", {"Friday": FRIDAY})[0]
    assert possible.kind is EventKind.PLANNED
    assert possible.confidence < certain.confidence / 1.5
    assert reports("The ministers would meet on Monday.", {"Monday": MONDAY}) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministers did not meet on Monday.",
        "If the ministers met on Monday, nobody noticed.",
        "The ministers may have met on Monday.",
        "The ministers believed in peace on Monday.",
        "Did the ministers meet on Monday?",
        "“We thought of the ministers on Monday.”",
        "We hope for a good Monday.",
        "No ministers left Vigo on Monday.",
        "Nobody was killed on Monday.",
        "The deal never closed on Monday.",
        "The army denied that it had shelled the village on Monday.",
        "If the talks fail on Monday, troops will march.",
    ],
)
def test_what_is_denied_supposed_thought_or_asked_is_no_event(text: str) -> None:
    assert told(text, {"Monday": MONDAY}) == []


def test_thanks_and_lines_of_the_form_are_no_event() -> None:
    assert told("Thank you for joining us today.", {"today": "2023-02-16"}) == []
    assert told("THE TALKS END TODAY AT NOON", {"TODAY": "2023-02-16"}) == []


def test_what_was_pledged_by_a_month_is_a_plan_until_it_is_over() -> None:
    pledge = "The president has pledged to send them by the end of June."
    assert told(pledge, {"June": "../2023-06"}) == [(pledge.rstrip("."), "../2023-06", "planned")]


def test_a_number_behind_no_is_no_denial() -> None:
    assert dates("No fewer than 30 people died on Monday.", {"Monday": MONDAY}) == [MONDAY]


def test_what_was_not_done_until_a_day_was_done_then() -> None:
    text = "The road did not open until Monday."
    assert told(text, {"until Monday": f"../{MONDAY}"}) == [(text.rstrip("."), MONDAY, "reported")]
    assert told("If the road opens until Monday, nobody notices.", {"until Monday": f"../{MONDAY}"}) == []


def test_a_quarter_that_ended_on_a_day_is_one_time() -> None:
    text = "Sales rose by half in the quarter ended Sept. 30 in every country."
    assert told(text, {"the quarter": "2022-35", "Sept. 30": "2022-09-30"}) == [
        (text.rstrip("."), "2022-35", "reported")
    ]


def test_what_is_said_begins_behind_the_saying() -> None:
    text = "They said Monday's panic on the exchange shook the markets."
    assert told(text, {"Monday's": MONDAY}) == [
        ("Monday's panic on the exchange shook the markets", MONDAY, "reported")
    ]


def test_the_time_of_a_deed_is_counted_from_another_event() -> None:
    text = "Two years after the 2019 election, the party split."
    assert [
        (report.title, format_edtf(report.period), str(report.resolution.explanation))
        for report in reports(text, {"Two years": "P2Y", "2019": "2019"})
        if report.period
    ] == [
        (text.rstrip("."), "2021", "The sentence says that it was “Two years” after 2019."),
        ("2019 election", "2019", "The sentence names it with its date: “2019” is given."),
    ]
    week = "A week before the vote on Monday, two ministers resigned."
    assert dates(week, {"A week": "P1W", "Monday": MONDAY}) == ["2023-02-06~", MONDAY]


def test_the_lead_is_an_event_though_only_a_noun_in_it_has_a_date() -> None:
    text = "The council condemned Monday's attack on the convoy and demanded an inquiry into it."
    assert told(text, {"Monday's": MONDAY}) == [
        (text.rstrip("."), "2023-02-16", "reported"),
        ("Monday's attack", MONDAY, "reported"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The bank would extend its bid, due to expire on Monday, by a week.",
            "Its bid, due to expire on Monday, by a week",
        ),
        ("The conference (Monday) will focus on water.", "The conference (Monday) will focus on water"),
        ("The treaty enters into force on Monday.", "The treaty enters into force on Monday"),
        ("The exhibition runs from Monday.", "The exhibition runs from Monday"),
        (
            "On Monday, months before it was declared, the lab ordered masks.",
            "The lab ordered masks",
        ),
        ("The minister said Monday's decision was a mistake.", "Monday's decision"),
        ("It was on Monday that the company was sold.", "The company was sold"),
        ("The mine, closed after the flood, will reopen on Monday.", "The mine … will reopen on Monday"),
    ],
)
def test_a_time_is_that_of_its_own_clause(text: str, title: str) -> None:
    assert [found for found, _, _ in told(text, {"Monday": MONDAY})] == [title]


def test_a_day_to_come_leaves_the_day_told_before_to_the_next_sentence() -> None:
    text = "The party held a rally in Vigo on Monday. The vote will be held on Friday. Thousands attacked the hall."
    assert dates(text, {"Monday": MONDAY, "Friday": FRIDAY}) == [MONDAY, FRIDAY, MONDAY]


def test_what_recurs_is_no_event() -> None:
    article = Article("", "Every Tuesday the council meets in the town hall of Vigo.", parse_edtf("2023-02-16"))
    recurring = TimeExpression(0, 13, "Every Tuesday", TimexType.SET, "XXXX-WXX-2", None, reasons.appearance(None))
    assert len(find_events(article, split_sentences(article.body), (recurring,), ())) == 1


def test_a_visit_of_three_days_lasts_three_days() -> None:
    text = "The minister will travel to Vigo on Friday for a three-day visit."
    assert dates(text, {"Friday": FRIDAY, "three-day": "P3D"}) == ["2023-02-17/2023-02-19"]


def test_what_was_scheduled_for_a_day_is_a_plan_whatever_became_of_it() -> None:
    text = "The hearing scheduled for Monday was postponed to 20 March."
    assert told(text, {"Monday": MONDAY, "20 March": "2023-03-20"}) == [
        ("The hearing scheduled for Monday", MONDAY, "planned"),
        ("The hearing scheduled for Monday was postponed to 20 March", "2023-03-20", "planned"),
    ]


def test_what_has_happened_did_so_on_no_day_that_is_over() -> None:
    text = "The UN has asked for an inquiry into the killing of 12 aid workers in Darfur on Monday."
    assert told(text, {"Monday": MONDAY}) == [
        ("Killing of 12 aid workers in Darfur on Monday", MONDAY, "reported"),
    ]


def test_a_noun_takes_the_time_that_another_one_took_its_verb_from() -> None:
    text = "Officials on Monday released the names of those killed in Friday's crash."
    assert told(text, {"Monday": MONDAY, "Friday's": "2023-02-10"})[1] == ("Friday's crash", "2023-02-10", "reported")


def test_what_was_done_during_an_occasion_was_done_on_its_day() -> None:
    text = "During a visit to Kyiv on Monday, the president promised tanks."
    assert told(text, {"Monday": MONDAY}) == [(text.rstrip("."), MONDAY, "reported")]
    after = "After the 2019 election, the party split."
    assert told(after, {"2019": "2019"}) == [("2019 election", "2019", "reported")]


def test_what_is_said_in_a_quotation_is_an_event_with_less_confidence() -> None:
    plain = reports("The ministers met on Monday.", {"Monday": MONDAY})[0]
    quoted = reports("“The ministers met on Monday,” he said.", {"Monday": MONDAY})[0]
    assert quoted.period == plain.period
    assert quoted.confidence < plain.confidence / 1.5


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Ana Reyes, who arrived in Vigo on Monday, believes in peace.", "Ana Reyes, who arrived in Vigo on Monday"),
        ("The mayor said the bridge fell on Monday.", "the bridge fell on Monday."),
        ("The bridge fell on Monday, the mayor said.", "The bridge fell on Monday"),
        ("The army is after the rebels who fled on Monday.", "the rebels who fled on Monday."),
        ("The bridge fell on Monday and killed two men.", "The bridge fell on Monday and killed two men."),
        ("The mayor said on Monday that the bridge is safe.", "The mayor said on Monday that the bridge is safe."),
        ("The bridge fell on Monday, according to the mayor.", "The bridge fell on Monday"),
        ("The men who fled on Monday returned to the village.", "The men who fled on Monday"),
        ("The party hopes to win a vote set for Monday.", "a vote set for Monday."),
    ],
)
def test_evidence_leaves_out_what_is_told_of_another_time(text: str, evidence: str) -> None:
    span = reports(text, {"Monday": MONDAY})[0].sentence
    assert span is not None
    assert text[slice(*span)] == evidence


def test_evidence_of_each_of_several_events_is_its_own_clause() -> None:
    text = "The car was seen in Vigo on Monday, and was found in Lugo on Tuesday, and the driver was freed on Friday."
    times = {"Monday": MONDAY, "Tuesday": TUESDAY, "Friday": "2023-02-10"}
    assert [text[slice(*report.sentence)] for report in reports(text, times) if report.sentence] == [
        "The car was seen in Vigo on Monday",
        "The car was seen in Vigo on Monday, and was found in Lugo on Tuesday",
        "the driver was freed on Friday.",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("“It is over,” said Ana Reyes, who left Vigo on Monday.", "Ana Reyes, who left Vigo on Monday"),
        (
            "He saw the suffering of thousands who left Vigo on Monday.",
            "The suffering of thousands who left Vigo on Monday",
        ),
        ("He wrote to the judge, who left Vigo on Monday.", "The judge, who left Vigo on Monday"),
        ("It came after Reyes, a judge, left Vigo on Monday.", "Reyes … left Vigo on Monday"),
        ("The issue is expected to dominate a vote set for Monday.", "A vote set for Monday"),
        ("The men who fled on Monday returned to the village.", "The men who fled on Monday"),
        (
            "On Monday, police, wondering how they could help, searched the site.",
            "Police, wondering how they could help, searched the site",
        ),
        ("The party decided at Monday's Madrid summit to quit.", "The party decided at Monday's Madrid summit to quit"),
    ],
)
def test_a_clause_is_told_of_whom_it_describes(text: str, title: str) -> None:
    assert [found for found, _, _ in told(text, {"Monday": MONDAY})] == [title]


def test_what_nothing_has_changed_since_is_an_event_without_end() -> None:
    since = {"Monday": f"{MONDAY}/.."}
    assert dates("The ship has been at anchor since Monday.", since) == [f"{MONDAY}/.."]
    assert dates("The ship has not moved since Monday.", since) == [f"{MONDAY}/.."]


def test_a_noun_is_the_event_where_its_verb_tells_of_none() -> None:
    text = "The bombings and Monday's explosion might be the work of one man."
    assert told(text, {"Monday's": MONDAY}) == [("Monday's explosion", MONDAY, "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "That will be part of our discussions on Thursday.",
        "And we're gathering here on Thursday.",
        "The town is a symbol on Thursday.",
        "The country is continuing its support on Thursday.",
    ],
)
def test_what_speakers_say_of_themselves_and_of_the_day_is_no_event(text: str) -> None:
    assert told(text, {"Thursday": "2023-02-16"}) == []


def test_all_times_of_a_verb_are_events_and_adjoining_days_one() -> None:
    text = "The voyage ended in Vigo on Monday and in Hull on Friday."
    assert dates(text, {"Monday": MONDAY, "Friday": FRIDAY}) == [MONDAY, FRIDAY]
    text = "The machines took over on Monday and Tuesday."
    assert dates(text, {"Monday": MONDAY, "Tuesday": TUESDAY}) == [f"{MONDAY}/{TUESDAY}"]


def test_a_king_is_no_speaker() -> None:
    assert dates("Darius I of Persia built it in 500.", {"500": "0500"}) == ["0500"]


@pytest.mark.parametrize("words", ["from $8 million in 2021", "compared with 8 million in 2021", "more than in 2021"])
def test_what_a_figure_is_measured_against_dates_nothing(words: str) -> None:
    assert dates(f"Sales rose to $9 million in 2022, {words}.", {"2022": "2022", "2021": "2021"}) == ["2022"]


def test_a_day_that_ends_a_quarter_is_no_event() -> None:
    text = "It had a loss for the third quarter ended Sept. 30."
    assert dates(text, {"the third quarter": "2022-35", "Sept. 30": "2022-09-30"}) == ["2022-35"]


def test_a_dispatch_of_a_day_before_dates_what_it_tells_by_its_dateline() -> None:
    dispatch = "TALLINN, Feb. 15 (Wire) -- The ministers signed the accord at noon in the old town hall."
    text = f"{dispatch}\n\nThe mayor called it a great day."
    found = reports(text, {"Feb. 15": "2023-02-15"})
    assert [(r.title, r.resolution.rule) for r in found][1] == ("The mayor called it a great day", "dateline")
    assert found[1].period == parse_edtf("2023-02-15")


@pytest.mark.parametrize(("speaker", "count"), [("He", 2), ("The minister", 1)])
def test_who_goes_on_speaking_does_so_on_the_same_day(speaker: str, count: int) -> None:
    text = f"The mayor said on Monday that he was glad.\n\n{speaker} told reporters of a plan."
    assert len(reports(text, {"Monday": MONDAY})) == count


@pytest.mark.parametrize(
    "text",
    [
        "The company was founded on values and is proud of them.",
        "Europe needs healthy seas.",
        "NATO has the right to help Ukraine.",
        "He said the country was protecting itself from harm.",
        "Critics called the plan a mistake of historic proportions.",
    ],
)
def test_a_sentence_that_tells_of_nothing_done_yields_nothing(text: str) -> None:
    lead = "A fire destroyed a warehouse in the old harbour before dawn."
    assert len(reports(f"{lead}\n\n{text}")) == 1


def test_the_lead_without_a_date_is_assumed_to_be_of_the_articles_day() -> None:
    report = reports("A fire destroyed a warehouse in the old harbour before dawn.")[0]
    assert report.resolution.assumed
    assert report.confidence < 0.7
    assert str(report.resolution.explanation) == "The sentence gives no date; the article is dated Thu 2023-02-16."


def test_an_article_of_a_minute_lends_its_sentences_only_the_day() -> None:
    text = "A fire destroyed a warehouse in the old harbour before dawn."
    assert dates(text, published="2023-02-16T14:35") == ["2023-02-16"]


def test_the_dateline_gives_the_day_of_undated_sentences() -> None:
    text = "BRUSSELS, Feb. 15 (Wire) -- A fire destroyed a warehouse in the old harbour before dawn."
    report = reports(text, {"Feb. 15": "2023-02-15"})[0]
    assert report.period == parse_edtf("2023-02-15")
    assert report.title == "A fire destroyed a warehouse in the old harbour before dawn"
    assert report.resolution.rule == "dateline"


@pytest.mark.parametrize(
    "second",
    ["The tanks that exploded were old.", "Reports said a man was arrested.", "A man arrested in May was there."],
)
def test_what_is_told_in_passing_inherits_nothing(second: str) -> None:
    text = f"A bomb exploded in the market on Monday. {second}"
    assert len(reports(text, {"Monday": MONDAY})) == 1


def test_an_undated_deed_inherits_the_day_told_in_its_paragraph() -> None:
    text = "A bomb exploded in the market on Monday. Police arrested two men nearby.\n\nFiremen rescued a dog."
    found = reports(text, {"Monday": MONDAY})
    assert [(r.title, r.resolution.rule) for r in found] == [
        ("A bomb exploded in the market on Monday", "stated"),
        ("Police arrested two men nearby", "inherited"),
    ]
    assert found[1].period == parse_edtf(MONDAY)
    assert found[1].resolution.assumed


def test_what_a_gerund_names_has_its_own_day() -> None:
    text = "The court freed two men suspected of blowing up a jet in 1988."
    assert told(text, {"1988": "1988"}) == [("Two men suspected of blowing up a jet in 1988", "1988", "reported")]
    text = "After touring the capital on Monday, the chief said on Tuesday that he was satisfied."
    assert dates(text, {"Monday": MONDAY, "Tuesday": TUESDAY}) == [MONDAY, TUESDAY]


def test_what_was_done_by_a_day_was_done_about_then() -> None:
    assert dates("Power was restored by Monday.", {"Monday": f"../{MONDAY}"}) == [f"{MONDAY}~"]
    assert dates("The bridge is to be built by Friday.", {"Friday": f"../{FRIDAY}"}) == [FRIDAY]
    assert dates("He led the school until 1995.", {"1995": "../1995"}) == ["../1995"]


def test_a_two_day_meeting_lasts_two_days() -> None:
    text = "A two-day meeting of the ministers starts in Brussels."
    report = reports(text, {"two-day": "P2D"}, published="2023-02-14")[0]
    assert report.period == parse_edtf("2023-02-14/2023-02-15")
    assert report.resolution.rule == "lasting"


def test_a_meeting_that_ends_began_before() -> None:
    text = "A three-day conference ended in Tallinn on Monday."
    assert dates(text, {"three-day": "P3D", "Monday": MONDAY}) == ["2023-02-11/2023-02-13"]


def test_a_duration_that_is_not_the_events_own_changes_nothing() -> None:
    text = "He began on Monday a study of the last two days."
    assert dates(text, {"Monday": MONDAY, "two days": "P2D"}) == [MONDAY]


def test_a_year_since_counts_back_to_the_beginning() -> None:
    text = "Next week will be a year since the beginning of the terrible war in Ukraine, and nobody sees an end."
    assert told(text, {"Next week": "2023-02-20/2023-02-26", "a year": "P1Y"}) == [
        ("Beginning of the terrible war in Ukraine", "2022-02-20~/2022-02-26~", "reported")
    ]


def test_a_year_that_has_passed_since_counts_back_too() -> None:
    text = "A year has passed since the beginning of the war."
    assert told(text, {"A year": "P1Y"}) == [("Beginning of the war", "2022-02-16~", "reported")]


def test_what_is_put_off_until_a_day_is_due_then() -> None:
    assert told("The talks were postponed until Friday.", {"Friday": f"../{FRIDAY}"}) == [
        ("The talks were postponed until Friday", FRIDAY, "planned")
    ]


def test_a_court_that_adjourns_until_a_day_does_not_take_until_then() -> None:
    assert dates("The court adjourned on Monday until 4 March.", {"Monday": MONDAY, "4 March": "../2023-03-04"}) == [
        MONDAY
    ]
    assert dates("The court sat from Monday to Friday.", {"Monday": MONDAY, "Friday": FRIDAY}) == [f"{MONDAY}/{FRIDAY}"]


def test_what_somebody_said_that_he_would_do_is_planned() -> None:
    text = "The bank said it would close on Friday."
    assert told(text, {"Friday": FRIDAY}) == [("It would close on Friday", FRIDAY, "planned")]


def test_an_anniversary_counts_back_exactly() -> None:
    text = "Monday marks the 20th anniversary of the opening of the school."
    assert told(text, {"Monday": MONDAY}) == [("Opening of the school", "2003-02-13", "reported")]


def test_the_sides_of_a_range_are_one_stretch() -> None:
    text = "From 1914 to 1918 the school trained officers."
    assert told(text, {"1914": "1914", "1918": "1918"}) == [("The school trained officers", "1914/1918", "reported")]


def test_an_entry_of_a_chronicle_is_an_event() -> None:
    assert told("14 March 2015: Halloway buys a tanker.", {"14 March 2015": "2015-03-14"}) == [
        ("Halloway buys a tanker", "2015-03-14", "reported")
    ]


def test_the_finer_of_two_expressions_dates_the_verb() -> None:
    text = "In 2022 the law was passed on 3 May."
    assert dates(text, {"2022": "2022", "3 May": "2022-05-03"}) == ["2022-05-03"]


def test_several_events_in_one_sentence_have_each_their_own_day() -> None:
    text = "The senate rejected it on Monday, the house approved it on Tuesday, and it becomes law on Friday."
    assert dates(text, {"Monday": MONDAY, "Tuesday": TUESDAY, "Friday": FRIDAY}) == [MONDAY, TUESDAY, FRIDAY]


def test_long_titles_keep_subject_and_verb_in_the_sentences_own_words() -> None:
    text = "A meeting of the defense ministers of all the member countries of the North Atlantic Alliance opened on Monday."
    title = told(text, {"Monday": MONDAY})[0][0]
    assert title == "A meeting of the defense ministers … opened on Monday"
    assert len(title) <= MAX_TITLE


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("However, the bridge fell on Monday.", "The bridge fell on Monday"),
        ("In addition, the bridge fell on Monday.", "The bridge fell on Monday"),
        ("According to the mayor, the bridge fell on Monday.", "The bridge fell on Monday"),
        ("- The bridge fell on Monday", "The bridge fell on Monday"),
        ("The bridge, which was old, fell on Monday.", "The bridge … fell on Monday"),
        ("“The Bridge” was shown on Monday.", "“The Bridge” was shown on Monday"),
        ("The bridge fell on Monday (a holiday).", "The bridge fell on Monday (a holiday)"),
        ("He moved on Monday to the U.S.", "He moved on Monday to the U.S."),
        ("The **old** bridge of [Arda](https://arda.test/a) fell on Monday.", "The old bridge of Arda fell on Monday"),
        ("After his return, the man fled on Monday.", "After his return, the man fled on Monday"),
        (
            "The man, aged 28, appeared on Monday, charged with murder.",
            "The man, aged 28, appeared on Monday, charged with murder",
        ),
        ("After the old bridge fell on Monday, people fled.", "The old bridge fell on Monday"),
        (
            "The bridge fell on Monday, which nobody had expected.",
            "The bridge fell on Monday, which nobody had expected",
        ),
    ],
)
def test_a_title_drops_what_merely_introduces(text: str, title: str) -> None:
    assert told(text, {"Monday": MONDAY})[0][0] == title


def test_participants_of_the_sentence_are_those_of_the_event_people_before_places() -> None:
    text = "In Brussels, Jens Holm met Acme Corp. on Monday. Anna Reyes stayed away."
    people = tuple(
        Participant(name, kind, ((text.index(name), text.index(name) + len(name)),))
        for name, kind in {
            "Brussels": ParticipantKind.PLACE,
            "Jens Holm": ParticipantKind.PERSON,
            "Acme Corp.": ParticipantKind.ORGANISATION,
            "Anna Reyes": ParticipantKind.PERSON,
        }.items()
    )
    article = Article("", text, parse_edtf("2023-02-16"))
    report = find_events(article, split_sentences(text), expressions(text, {"Monday": MONDAY}), people)[1]
    assert [people[i].name for i in report.participants] == ["Jens Holm", "Acme Corp.", "Brussels"]


def test_a_language_without_words_yields_its_dated_sentences() -> None:
    found = reports("De brug viel in 2019. Niemand weet waarom.", {"2019": "2019"}, language="nl")
    assert [(r.title, r.confidence) for r in found] == [("De brug viel in 2019", 0.5)]


def test_every_report_points_into_the_article() -> None:
    text = "The bridge fell on Monday. It was built in 1936, and it will be rebuilt by Friday."
    times = {"Monday": MONDAY, "1936": "1936", "Friday": FRIDAY}
    for report in reports(text, times):
        assert report.sentence is not None
        assert any(start <= report.sentence[0] < report.sentence[1] <= end for start, end in split_sentences(text))
        assert report.expression is not None
        assert 0 < report.confidence <= 1
        assert str(report.resolution.explanation)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Monday",
                "he",
                "said",
                "was",
                "will",
                "not",
                "the",
                "two-day",
                "attack",
                "killed",
                ",",
                ".",
                "“",
                '"',
                ":",
                "since",
                "and",
                "which",
                "if",
                "(",
                "’s",
                "met",
                "İ",
            ]
        ),
        max_size=40,
    )
)
def test_no_text_raises(words: list[str]) -> None:
    text = " ".join(words)
    times = {word: date for word, date in {"Monday": MONDAY, "two-day": "P2D"}.items() if word in words}
    for report in reports(text, times):
        assert report.sentence is not None
        assert 0 <= report.sentence[0] < report.sentence[1] <= len(text)
        if report.resolution.rule in {"stated", "named"}:
            assert report.sentence[0] <= text.index("Monday") < report.sentence[1]


def test_time_grows_with_the_length_only() -> None:
    sentence = "The senate rejected the bill on 2001-01-01 and, which nobody had expected, killed it. "

    def seconds(count: int) -> float:
        text = sentence * count
        at = [i * len(sentence) + sentence.index("2001") for i in range(count)]
        one = expressions(sentence, {"2001-01-01": "2001-01-01"})[0]
        times = [type(one)(a, a + 10, one.text, one.type, one.value, one.period, one.resolution) for a in at]
        spans = split_sentences(text)
        start = time.process_time()
        find_events(Article("", text, parse_edtf("2001-01-02")), spans, times, ())
        return time.process_time() - start

    seconds(10)
    assert seconds(1600) < 20 * max(seconds(200), 0.005)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A bomb exploded in the market on Monday.", "The blast killed nine people."),
        ("Rebels attacked the town of Bor on Monday.", "The assault destroyed the bridge."),
        ("Two trains collided near Lund on Monday.", "The crash injured 40 people."),
        ("Ministers held talks in Paris on Monday.", "The meeting ended without a deal."),
    ],
)
def test_an_event_spoken_of_again_keeps_its_day(first: str, second: str) -> None:
    text = f"{first} Nobody has been blamed. The town is quiet now. {second}"
    again = reports(text, {"Monday": MONDAY})[-1]
    assert again.period == parse_edtf(MONDAY)
    assert again.resolution.rule == "coreference"


@pytest.mark.parametrize(
    "last",
    [
        "The attack was condemned by the mayor.",
        "A blast killed nine people.",
        "The fire killed nine people.",
        "The second blast killed nine people.",
        "The Paris bombing killed nine people.",
    ],
)
def test_another_event_and_what_was_thought_of_one_do_not_keep_its_day(last: str) -> None:
    text = f"A bomb exploded in the market on Monday. Nobody has been blamed. The town is quiet now. {last}"
    assert "coreference" not in [report.resolution.rule for report in reports(text, {"Monday": MONDAY})]


def test_figures_share_the_time_of_those_before() -> None:
    text = "Net income rose 4% to $3 million in the quarter. Revenue fell 2% to $40 million. Sales of toys dropped 9%."
    assert dates(text, {"the quarter": "1989-35"}) == ["1989-35"] * 3


def test_the_next_sayings_of_a_speaker_are_of_the_same_day() -> None:
    text = "A Pentagon spokesman said on Monday that they will stay.\n\n“We are ready,” said spokesman Kenneth Bacon."
    assert dates(text, {"Monday": MONDAY}) == [MONDAY, MONDAY]


def test_what_is_counted_from_a_dated_event_has_a_day_of_its_own() -> None:
    text = "The rig sank on Monday, two days after an explosion killed eleven workers."
    assert told(text, {"Monday": MONDAY, "two days": "P2D"}) == [
        ("The rig sank on Monday, two days after an explosion killed eleven workers", MONDAY, "reported"),
        ("An explosion killed eleven workers", "2023-02-11", "reported"),
    ]


def test_what_was_hours_before_is_taken_for_the_same_day() -> None:
    text = "The alliance suspended its bombing on Monday, hours after generals confirmed the truce."
    first, second = reports(text, {"Monday": MONDAY})
    assert (second.title, second.resolution.assumed) == ("Generals confirmed the truce", True)
    assert first.period == second.period


def test_nothing_was_told_where_no_details_were_given() -> None:
    assert told("Police gave no details on Monday.", {"Monday": MONDAY}) == []


def test_a_description_is_evidence_without_the_sentence_around_it() -> None:
    text = "The FBI has released one of two men who were sought on Monday."
    found = reports(text, {"Monday": MONDAY})[-1]
    assert found.sentence is not None
    assert text[slice(*found.sentence)] == "one of two men who were sought on Monday."


def test_what_is_invited_to_on_a_day_to_come_is_planned_for_it() -> None:
    text = "The minister invited his colleagues to a ceremony in Bonn on Friday."
    assert (("Ceremony in Bonn on Friday", FRIDAY, "planned")) in told(text, {"Friday": FRIDAY})


def test_a_deed_after_another_keeps_its_subject_in_the_title() -> None:
    text = "The actor died on Monday after being treated for cancer since 2016."
    assert (
        told(text, {"Monday": MONDAY, "2016": "2016/.."})[1][0]
        == "The actor … after being treated for cancer since 2016"
    )


def test_a_list_in_what_a_sentence_opens_with_is_no_part_of_the_title() -> None:
    text = (
        "During the meeting of Cyprus, Greece and Israel on Monday, the power line that had been planned between the three "
        "countries was considered as a way to export gas."
    )
    assert told(text, {"Monday": MONDAY})[0][0].startswith("The power line")


def test_who_is_quoted_before_a_colon_opens_no_title() -> None:
    text = "Congresswoman Sara Jacobs: “On Monday, the president delivered a speech.”"
    assert told(text, {"Monday": MONDAY})[0][0] == "The president delivered a speech"


def test_a_law_named_by_its_year_happened_in_no_year() -> None:
    text = "Under section 621 of the Foreign Assistance Act of 1961, he signed the order."
    assert "1961" not in dates(text, {"1961": "1961"})


def test_what_follows_a_clock_time_is_lent_its_day_only() -> None:
    text = "The mayor resigned at 7:30 p.m. on Monday. His deputy took over."
    found = reports(text, {"7:30 p.m. on Monday": "2023-02-13T19:30"})
    assert [report.period for report in found[1:]] == [parse_edtf(MONDAY)]


def test_a_date_of_a_noun_in_passing_is_not_lent_to_what_follows() -> None:
    text = "They spoke of trade following the minister's visit in October. The president sent greetings to the king."
    assert dates(text, {"October": "2022-10"}).count("2022-10") == 1


def test_an_occasion_at_the_end_of_a_stretch_is_of_its_end() -> None:
    text = "She was head of the museum from 1961 until 2013, when she was appointed its president."
    assert dates(text, {"1961": "1961/..", "until 2013": "../2013"})[-1] == "2013"


def test_each_time_of_one_verb_has_its_own_part_of_the_title() -> None:
    text = "He visited Rome on 3 May, Paris on 5 May and London on 7 May."
    days = {"3 May": "2022-05-03", "5 May": "2022-05-05", "7 May": "2022-05-07"}
    assert told(text, days) == [
        ("He visited Rome on 3 May", "2022-05-03", "reported"),
        ("He visited … Paris on 5 May", "2022-05-05", "reported"),
        ("He visited … London on 7 May", "2022-05-07", "reported"),
    ]


@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_a_sentence_that_only_states_the_day_dates_what_was_told_before(published: str | None) -> None:
    text = "Nobody warned us. The dam broke and the mill was flooded. That was on 4 March 2022."
    found = told(text, {"4 March 2022": "2022-03-04"}, published=published)
    assert ("The dam broke and the mill was flooded", "2022-03-04", "reported") in found


def test_a_day_that_is_stated_of_nothing_told_before_is_an_event_by_itself() -> None:
    text = "Dear Anna, that was on 4 March 2022."
    assert dates(text, {"4 March 2022": "2022-03-04"}, published=None) == ["2022-03-04"]


def test_how_it_was_on_a_day_is_no_event() -> None:
    assert told("It was cold on 4 March 2022.", {"4 March 2022": "2022-03-04"}, published=None) == []


def test_a_sentence_in_a_language_that_is_not_read_has_the_finest_of_its_dates() -> None:
    text = "Au XIXe siècle, il y avait ici une ferme, qui brûla le 24 février 1922."
    times = {"Au XIXe siècle": "18XX", "24 février 1922": "1922-02-24"}
    assert [format_edtf(r.period) for r in reports(text, times, language="fr") if r.period] == ["1922-02-24"]


@pytest.mark.parametrize(
    "second",
    ["The lodge formerly billed itself as a zoo.", "The wreck was located south of Okinawa.", "He often spoke of it."],
)
def test_what_was_so_for_long_is_of_no_one_day(second: str) -> None:
    text = f"The ship was found on Monday. {second}"
    assert dates(text, {"Monday": MONDAY}) == [MONDAY]


def test_the_day_of_a_tragedy_is_not_that_of_what_it_brought() -> None:
    text = "The tragedy of September 11 brought the two presidents together."
    assert told(text, {"September 11": "2001-09-11"}) == [("Tragedy of September 11", "2001-09-11", "reported")]


def test_a_model_year_dates_nothing() -> None:
    assert "2005" not in dates("The fire started in a recalled 2005 Opel Zafira.", {"2005": "2005"})


def test_names_joined_by_and_are_not_cut_apart() -> None:
    text = (
        "The judge sentenced David Turpin and Louise Turpin to life in prison on Monday for torturing all but the youngest of "
        "their thirteen children."
    )
    assert "Louise Turpin to life" in told(text, {"Monday": MONDAY})[0][0]


def test_what_records_showed_is_told_without_them() -> None:
    text = "The researcher came across records that showed a bomber had attacked a vessel in May 1944."
    assert told(text, {"May 1944": "1944-05"})[0][0] == "A bomber had attacked a vessel in May 1944"


def test_links_and_tags_are_no_part_of_a_title() -> None:
    text = 'On Monday, the agency hired a <a href="x.html">chief officer</a> and [two deputies]({{< ref "x.md" >}}).'
    assert told(text, {"Monday": MONDAY})[0][0] == "The agency hired a chief officer and two deputies"


def test_what_had_not_been_is_no_event() -> None:
    assert told("Had the bill passed on Monday, the plant would have reopened.", {"Monday": MONDAY}) == []


def test_a_lead_tells_its_own_deed_beside_the_one_before_it() -> None:
    text = "The governor ordered an inquiry after a levee failed on Monday."
    assert told(text, {"Monday": MONDAY}) == [
        ("The governor ordered an inquiry", PUBLISHED, "reported"),
        ("A levee failed on Monday", MONDAY, "reported"),
    ]


def test_what_was_hours_earlier_is_of_the_same_day() -> None:
    text = "The fighters entered the capital on Monday without a fight. The president had fled hours earlier."
    assert dates(text, {"Monday": MONDAY}) == [MONDAY, MONDAY]


def test_what_is_admitted_is_told_without_the_admission() -> None:
    text = "The company restated its accounts on Monday, admitting it had hidden costs in 2001."
    assert told(text, {"Monday": MONDAY, "2001": "2001"})[1] == ("It had hidden costs in 2001", "2001", "reported")


def test_months_are_counted_from_a_month() -> None:
    text = "The money was paid in December, a month before the minister left office."
    found = told(text, {"December": "2002-12", "a month": "P1M"})
    assert ("The minister left office", "2003-01", "reported") in found


def test_how_a_day_was_is_no_event() -> None:
    assert told("Friday was cold.", {"Friday": "2023-02-10"}) == []


def test_an_adverb_before_a_participle_makes_no_verb_of_it() -> None:
    assert told("He fosters a fully engaged parliament this year.", {"this year": "2023"}) == []
    assert dates("The family moved to Rome on Monday.", {"Monday": MONDAY}) == [MONDAY]


def test_a_speaker_is_no_king_where_he_begins_with_and() -> None:
    assert told("And I have come here today to remind you.", {"today": PUBLISHED}) == []


def test_a_description_is_titled_with_whom_it_describes() -> None:
    text = "Every day we think of the journalist Austin Tice, who has been held captive in Syria since 2012."
    assert told(text, {"2012": "2012/.."})[0][0].startswith("Every day we think of the journalist")
    text = "It is a victory for every American who, prior to the act, stayed up at night in 2009."
    assert told(text, {"2009": "2009"})[0][0] == "Every American who … stayed up at night in 2009"


def test_years_since_what_has_a_date_are_not_counted() -> None:
    text = "The meeting commemorated nine years since the 2013 mass shooting in Oak Creek."
    assert dates(text, {"nine years": "P9Y", "2013": "2013"}) == [PUBLISHED, "2013"]


def test_a_message_that_was_sent_is_titled_without_the_pronoun_before_it() -> None:
    text = "That was the message sent on 7 April 2022."
    assert told(text, {"7 April 2022": "2022-04-07"})[0][0] == "The message sent on 7 April 2022"


def test_what_another_is_said_to_have_done_before_is_no_deed_of_the_sentence() -> None:
    text = "He gave up on Monday. The move came shortly after the senator and the governor announced their support."
    assert told(text, {"Monday": MONDAY})[1][0].startswith("The move came shortly after")


def test_what_a_demonstrative_opens_is_told_whole() -> None:
    text = "The quake struck on Monday. That event destroyed 300 homes, ripped up roads and killed one."
    found = told(text, {"Monday": MONDAY})[-1]
    assert found == ("That event destroyed 300 homes, ripped up roads and killed one", MONDAY, "reported")


def test_a_time_before_the_verb_is_none_of_a_list() -> None:
    text = "In talks on Sunday, he offered the firm a loan on Monday and a grant."
    titles = [title for title, _, _ in told(text, {"Sunday": "2023-02-12", "Monday": MONDAY})]
    assert len(titles) == len(set(titles))


def test_a_time_in_what_only_leads_up_to_a_deed_is_not_its_day() -> None:
    text = "Despite signs of recovery on Sunday, he suffered a cardiac arrest on Monday and died."
    assert dates(text, {"Sunday": "2023-02-12", "Monday": MONDAY}) == [MONDAY]


def test_the_time_that_something_is_compared_with_dates_nothing() -> None:
    text = "There have been more fires in Brazil in 2019 than there were in 2018."
    assert "2018" not in dates(text, {"2019": "2019", "2018": "2018"}, published="2019-09-01")
