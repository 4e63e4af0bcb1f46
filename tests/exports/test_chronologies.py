"""Markdown and HTML: what a reader sees is what can be verified."""

from __future__ import annotations

import io
import time
from html.parser import HTMLParser
from types import ModuleType

import pytest

from tests.exports.conftest import WORDS, make_event
from timeline_app.domain.edtf import parse_edtf
from timeline_app.exports import html_page, markdown
from timeline_app.exports.english import say
from timeline_app.exports.event import Evidence, ExportedEvent, Heading


@pytest.mark.parametrize("form", [markdown, html_page])
def test_every_quotation_comes_back_with_file_place_and_hash(
    form: ModuleType, hard_events: list[ExportedEvent], heading: Heading
) -> None:
    text = "".join(form.write(hard_events, heading, say))
    claims = list(form.read_claims(io.StringIO(text, newline="")))
    assert [claim.evidence for claim in claims] == [event.evidence for event in hard_events]
    for claim, event in zip(claims, hard_events, strict=True):
        assert claim.title.split() == event.title.split()


@pytest.mark.parametrize("form", [markdown, html_page])
def test_an_appearance_carries_the_fingerprint_of_its_article(form: ModuleType, heading: Heading) -> None:
    evidence = Evidence("C:\\cases\\a b.txt", "", None, "a" * 64)
    text = "".join(form.write([make_event(evidence=evidence)], heading, say))
    (claim,) = form.read_claims(io.StringIO(text, newline=""))
    assert claim.evidence == evidence


@pytest.mark.parametrize("form", [markdown, html_page])
def test_it_says_how_many_undated_events_are_left_out(form: ModuleType, heading: Heading) -> None:
    assert "2 events without a date were left out." in "".join(form.write([make_event()], heading, say))


@pytest.mark.parametrize("form", [markdown, html_page])
@pytest.mark.parametrize("text", ["", "# Notes\n\n> words\n", "<p>a page</p>"])
def test_what_is_no_export_is_refused(form: ModuleType, text: str) -> None:
    with pytest.raises(ValueError, match="no entries"):
        list(form.read_claims(io.StringIO(text, newline="")))


def test_an_entry_whose_proof_was_deleted_is_not_passed_over(heading: Heading) -> None:
    text = "".join(markdown.write([make_event(0), make_event(1)], heading, say))
    damaged = text.replace("`sha256:", "`", 1)
    with pytest.raises(ValueError, match="no source is named"):
        list(markdown.read_claims(io.StringIO(damaged, newline="")))


@pytest.mark.parametrize("words", WORDS)
def test_markdown_makes_no_markup_of_words(words: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    for line in words.split("\n"):
        (_, inline, _) = tokens = markdown_it.MarkdownIt().parse(markdown.escape(line)) or [None] * 3
        assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        assert {t.type for t in inline.children} <= {"text", "text_special", "softbreak"}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_page_is_well_formed_runs_nothing_and_links_only_to_the_web(
    hard_events: list[ExportedEvent], heading: Heading
) -> None:
    bad = make_event(99)
    script = type(bad.citation)("t", "o", "a", None, "javascript:alert(1)", "en")
    page = Tags()
    page.feed("".join(html_page.write([*hard_events, make_event(98, citation=script)], heading, say)))
    assert page.open == []
    names = {tag for tag, _ in page.seen}
    assert not names & {"script", "img", "iframe", "link", "b", "object"}
    links = [attributes["href"] for tag, attributes in page.seen if tag == "a"]
    assert set(links) == {"https://example.org/?a=1&b=2"}
    assert sum(tag == "section" for tag, _ in page.seen) == len(hard_events) + 1
    assert not [a for _, attributes in page.seen for a in attributes if a.startswith("on") or a == "src"]


@pytest.mark.parametrize("form", [markdown, html_page])
def test_a_date_that_the_article_does_not_state_is_never_without_its_caveat(form: ModuleType, heading: Heading) -> None:
    by_reader = make_event(1, article_period=parse_edtf("2023-02"))
    assumed = make_event(1, article_period=None, assumed=True)
    stated = make_event(1, article_period=None, assumed=False)
    assert "The reader’s date; the article says February 2023." in "".join(form.write([by_reader], heading, say))
    assert "An assumed date: the sentence states none." in "".join(form.write([assumed], heading, say))
    plain = "".join(form.write([stated], heading, say))
    assert "assumed" not in plain
    assert "reader’s" not in plain


@pytest.mark.parametrize("source", ["a.txt", "`a`.txt", "a``b", " a ", "`", "a 1–2 `x`", "/x y/#1#2", "C:\\a\\"])
def test_a_file_of_any_name_is_named_exactly(source: str, heading: Heading) -> None:
    for form in (markdown, html_page):
        for span in ((3, 9), None):
            evidence = Evidence(source, "" if span is None else "words", span, "0" * 64)
            text = "".join(form.write([make_event(evidence=evidence)], heading, say))
            (claim,) = form.read_claims(io.StringIO(text, newline=""))
            assert claim.evidence == evidence


def test_a_hostile_file_is_read_in_no_time() -> None:
    lines = [
        "## 2023 — x",
        "`" * 200_000,
        "` " * 100_000,
        "`a" + " 1–2" * 50_000,
        "`a" + " " * 200_000,
        "`a " + "1" * 200_000,
    ]
    started = time.process_time()
    with pytest.raises(ValueError, match="no source is named"):
        list(markdown.read_claims(io.StringIO("\n".join(lines), newline="")))
    assert time.process_time() - started < 2
