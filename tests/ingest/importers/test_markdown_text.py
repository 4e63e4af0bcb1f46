from __future__ import annotations

import time

import pytest

from timeline_app.domain.article import Article
from timeline_app.ingest.importers.markdown_text import without_markup


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("See the [report](https://example.org/a 'title') and **two** _words_.", "See the report and two words."),
        ("# Heading\n\nText `code` ~~gone~~.", "Heading\n\nText code gone."),
        ("* one\n* two\n\n3. three", "- one\n\n- two\n\n3. three"),
        ("> A quote\n> goes on.", "A quote\ngoes on."),
        ("![a picture](a.png)\n\n```\nx = 1\n```", "x = 1"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a  b\n\n1  2"),
        ("<div><p>In a block &amp; more.</p></div>\n\nA<br>b <span>c</span>", "In a block & more.\n\nA\nb c"),
        ("1984 was\\* a year [^1]\n\n[ref]: https://example.org", "1984 was* a year [^1]"),
        (
            "Profits rose 3 * 4 = 12 and 5 < 6 in snake_case_words.",
            "Profits rose 3 * 4 = 12 and 5 < 6 in snake_case_words.",
        ),
    ],
)
def test_markup_goes_and_words_stay(markdown, text):
    assert without_markup(markdown) == text


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "*a " * 20_000, "> " * 5000, "- " * 5000, "`" * 20_000, "<a" * 20_000, "![](" * 9000]
)
def test_text_made_to_break_parsers_is_done_in_a_moment(text):
    started = time.perf_counter()
    without_markup(text)
    assert time.perf_counter() - started < 5


def test_markdown_file_has_no_markup_in_its_body(article):
    found = article("a.md", "---\ntitle: A\n---\nThe [ministers](https://example.org) **met**.\n")
    assert isinstance(found, Article)
    assert found.body == "The ministers met."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Rain. {{< youtube 0RKpf3rK57I >}}\n\nSun.", "Rain.\n\nSun."),
        ("{{% note %}}\nMind the *step*.\n{{% /note %}}", "Mind the step."),
        ('See [the report]({{< ref "2013-07-10-report.md" >}}) of May.', "See the report of May."),
        ('{{< quote-block text="It rained." cite="Mona" >}}', "It rained."),
        ('{{< img src="a.jpg" alt="Hands hold a sign" >}}\n\nText', "Text"),
        ("Write {{</* youtube */>}} for a film.", "Write {{</* youtube */>}} for a film."),
        ("A {{ template }} stays.", "A {{ template }} stays."),
    ],
)
def test_shortcodes_leave_the_words_that_they_say(written: str, read: str) -> None:
    assert without_markup(written) == read


def test_a_shortcode_that_never_ends_costs_no_time() -> None:
    started = time.perf_counter()
    without_markup("{{< " * 200_000)
    assert time.perf_counter() - started < 5
