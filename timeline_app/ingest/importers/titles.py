"""A title for an article that has none: its first real sentence, past what agencies and press offices put before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.ingest.importers.stated_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_STATED = 1000
"""Characters kept of a title that a source states."""

MAX_DERIVED = 120
"""Characters of a title made from a sentence."""

_PARAGRAPHS_LOOKED_AT = 12
_LONGEST_OPENING = 1000

DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,4}(?:, [A-Z][\w.’' -]{1,30}?)?)"
    r"(?:,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?))?"
    r"(?: ?\([\w /.&-]{2,30}\))? ?[–—-]{1,2} ?(?=\S)"
)
"""The start of an agency report: "BRUSSELS, Feb. 14 (Reuters) - "."""

BYLINE = re.compile(r"(?:by|from) [A-Z][^.!?]{2,80}", re.IGNORECASE)

_NOT_TITLES = re.compile(
    r"(?:for immediate release|press release|media note|media advisory|fact sheet|office of the [\w ]+|as prepared for delivery"
    r"|remarks as (?:prepared|delivered)|via tele(?:conference|phone)|begin text|end text|advisory|updated?|breaking(?: news)?"
    r"|\(?as (?:interpreted|prepared)[\w ]*\)?|no\. [\d-]+)\W*",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s*(?:[AP]\.?M\.?)?\s*(?:[A-Z]{2,5})?", re.IGNORECASE)
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,40}:\s+")
_GREETING = re.compile(
    r"(?:(?:well|so|okay|and|please|hello|hi|thank you|thanks|good (?:morning|afternoon|evening|day))\b[,.! ]*)+"
    r"[^.!?]{0,40}[.!?]?\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:subject|re):\s+(?P<title>\S.{3,300})", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_LOWER_WORD = re.compile(
    r"\b(?!of\b|the\b|and\b|in\b|at\b|on\b|for\b|to\b|a\b|an\b|de\b|von\b|van\b|del\b|la\b)[a-z]{2,}\b"
)


def derive_title(paragraphs: Sequence[str]) -> str:
    """Return a title made from the paragraphs' own words, at most `MAX_DERIVED` characters; empty where there are none.

    Taken is a subject line, else the first headline or sentence that is no dateline, byline, name of an office, place, clock
    time or date.
    """
    for paragraph in paragraphs[:_PARAGRAPHS_LOOKED_AT]:
        for line in _lines(paragraph):
            if (subject := _SUBJECT.fullmatch(line)) is not None:
                return shorten(subject["title"], MAX_DERIVED)
            if not _is_furniture(line) and (sentence := _telling_sentence(line)):
                return sentence
    return shorten(" ".join(paragraphs[0].split()), MAX_DERIVED) if paragraphs else ""


def shorten(text: str, limit: int) -> str:
    """Cut a line to at most `limit` characters, at a word where there is one, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return f"{(at_word if len(at_word) > limit // 2 else cut).rstrip(' ,;:–—-')}…"


def _lines(paragraph: str) -> list[str]:
    """Return a paragraph's lines; those that were wrapped by hand are joined, those of an address block are not."""
    paragraph = paragraph[:_LONGEST_OPENING]
    lines = [" ".join(line.split()) for line in paragraph.split("\n")]
    if len(lines) > 1 and max(map(len, lines)) > 50:
        return [" ".join(lines)]
    return lines


def _is_furniture(line: str) -> bool:
    bare = line.strip("*_#=-()[] ")
    if not any(c.isalpha() for c in bare):
        return True
    if _NOT_TITLES.fullmatch(bare) or _CLOCK.fullmatch(bare) or read_date(bare) is not None:
        return True
    if _FULL_STOP.search(line) and len(line.split()) > 3:
        return False
    if BYLINE.fullmatch(bare) or line.endswith((":", ",")):
        return True
    # What is left has no full stop: a headline says something, with a verb in small letters; a place or a name does not.
    return len(line.split()) < 4 or (line.isascii() and _LOWER_WORD.search(line) is None)


def _telling_sentence(text: str) -> str:
    """Return the first sentence of more than a greeting, without the dateline; the words before a colon are a speaker's name."""
    dateline = DATELINE.match(text)
    text = text[dateline.end() :] if dateline is not None else text
    speaker = _SPEAKER.match(text)
    for start, end in split_sentences(text[:_LONGEST_OPENING]):
        sentence = " ".join(text[start:end].split())
        words = sentence[speaker.end() :] if speaker is not None and start == 0 else sentence
        if _GREETING.match(words) is None and (len(words.split()) > 3 or not words.isascii()):
            return shorten(sentence, MAX_DERIVED)
    return ""
