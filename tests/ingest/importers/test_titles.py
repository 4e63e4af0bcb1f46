from __future__ import annotations

import pytest

from timeline_app.ingest.importers.titles import MAX_DERIVED, derive_title, shorten

SENTENCE = "The ministers met in Brussels on Tuesday."


@pytest.mark.parametrize(
    "before",
    [
        ["Office of the Spokesperson"],
        ["FOR IMMEDIATE RELEASE"],
        ["February 14, 2023"],
        ["14/02/2023"],
        ["By Jane Doe"],
        ["By Jane Doe and Max Roe, in Brussels"],
        ["Antony J. Blinken, Secretary of State", "Brussels, Belgium", "NATO Headquarters"],
        ["South Lawn\n10:59 A.M. EDT"],
        ["Via Teleconference", "(As interpreted.)"],
        ["The below is attributable to Spokesperson Ned Price:", "Begin text:"],
        ["* * *", "12345"],
        ["SECRETARY BLINKEN: Good morning, everyone."],
    ],
)
def test_what_press_offices_put_first_is_no_title(before):
    assert derive_title([*before, f"{SENTENCE} They agreed."]) == SENTENCE


@pytest.mark.parametrize(
    "dateline",
    [
        "BRUSSELS, Feb. 14 (Reuters) - ",
        "BRUSSELS (AP) — ",
        "WASHINGTON – ",
        "SUEZ, Egypt (TNA) - ",
        "NEW YORK, 14 February 2023 - ",
    ],
)
def test_dateline_is_cut_off(dateline):
    assert derive_title([f"{dateline}{SENTENCE}"]) == SENTENCE


def test_headline_without_a_full_stop_is_taken():
    assert derive_title(["Mayor of Gdańsk is stabbed on a stage", SENTENCE]) == "Mayor of Gdańsk is stabbed on a stage"


def test_subject_line_is_taken():
    paragraphs = ["MEMORANDUM FOR THE SECRETARY", "SUBJECT: Designation of Colombia", SENTENCE]
    assert derive_title(paragraphs) == "Designation of Colombia"


def test_speaker_stays_with_what_was_said():
    said = "PRESIDENT NIINISTÖ: We count on you as a friend and partner."
    assert derive_title(["Oval Office", said]) == said


def test_long_sentence_is_cut_at_a_word():
    title = derive_title(["Ministers " * 50 + "met."])
    assert len(title) <= MAX_DERIVED
    assert title.endswith("Ministers…")
    assert len(shorten("x" * 1000, MAX_DERIVED)) == MAX_DERIVED


def test_where_nothing_is_a_sentence_the_first_words_serve():
    assert derive_title(["Oval Office"]) == "Oval Office"
    assert derive_title([]) == ""


def test_titles_of_other_scripts():
    assert derive_title(["国防相はブリュッセルで会談した。"]) == "国防相はブリュッセルで会談した。"
    assert derive_title(["Министры встретились."]) == "Министры встретились."
