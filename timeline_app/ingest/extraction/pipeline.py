"""From an article to all that it yields: the whole extraction on one screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.date_reading import AS_WRITTEN
from timeline_app.domain.extraction import Extraction, Level
from timeline_app.ingest.extraction.events import find_events
from timeline_app.ingest.extraction.participants import find_participants, reachable_level
from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.ingest.extraction.timexes import find_time_expressions

if TYPE_CHECKING:
    from timeline_app.domain.article import Article
    from timeline_app.domain.date_reading import DateReading

MOST_CHARACTERS = 10_000_000
"""How much of an article is looked through: a shelf of novels. What follows is kept, shown and searched like the rest."""


def extract(article: Article, *, level: Level = Level.FAST, dates: DateReading = AS_WRITTEN) -> Extraction:
    """Find the time expressions, participants and events of an article.

    `dates` says what the reader decides about its dates. `level` says how thoroughly participants are looked for; the extraction
    tells the level that could be reached. Any text is accepted, and the time taken grows with its length only, up to
    `MOST_CHARACTERS`.
    """
    whole, article = article, replace(article, body=article.body[:MOST_CHARACTERS])
    body, language = article.body, article.language
    sentences = split_sentences(body, language=language)
    expressions = find_time_expressions(
        body, article.published, sentences=sentences, mode=dates.mode, language=language, day_first=dates.day_first
    )
    level = reachable_level(level, language)
    participants = find_participants(body, sentences=sentences, language=language, level=level)
    reports = find_events(article, sentences, expressions, participants)
    return Extraction(whole, expressions, participants, reports, level)
