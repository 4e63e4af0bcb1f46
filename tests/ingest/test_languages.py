"""The language of a text that states none."""

from __future__ import annotations

import pytest

from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.ingest.extraction.timexes import find_time_expressions
from timeline_app.ingest.languages import guess_language

GERMAN = (
    "Am 3. Mai 1848 kam der Kaiser in die Stadt. Er blieb bis zum 5. Mai. Das Volk stand auf den Straßen, "
    "und die Glocken läuteten."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        ("The emperor came to the city on 3 May 1848. He stayed in it, and the people stood in the streets.", "en"),
        ("L'empereur est arrivé le 3 mai 1848. Il resta dans la ville.", "en"),
        ("In die Stadt.", "en"),
        ("They die in the war. The dead are many, and they die in it.", "en"),
        ("", "en"),
        ("3. 5. 1848", "en"),
        (
            "The poem begins: Wer reitet so spät durch Nacht und Wind? It is the father with his child. He holds it in his arm.",
            "en",
        ),
    ],
)
def test_a_text_is_in_the_language_of_its_small_words(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_german_text_that_states_no_language_is_cut_and_dated_as_german() -> None:
    language = guess_language(GERMAN)
    assert GERMAN[slice(*split_sentences(GERMAN, language=language)[0])].endswith("in die Stadt.")
    assert [e.value for e in find_time_expressions(GERMAN, None, language=language)] == ["1848-05-03", "1848-05-05"]
