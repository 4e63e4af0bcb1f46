"""Records in, records out: `{"id", "published", "text"}` a line to what extraction makes of it, for scripts and scorers."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from timeline_app.domain.article import Article
from timeline_app.domain.date_reading import AS_WRITTEN, DateReading
from timeline_app.domain.extraction import Level
from timeline_app.ingest.extraction.output import record
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.ingest.importers.stated_dates import read_date
from timeline_app.ingest.languages import guess_language


class RecordError(ValueError):
    """A line that is no record of an article; the text says why."""


class Answer(NamedTuple):
    """One JSON object as text, and whether it is an error."""

    text: str
    failed: bool


def extract_line(line: str, level: Level = Level.FAST, dates: DateReading = AS_WRITTEN) -> Answer:
    """Return the JSON object for a line of JSON; one that cannot be processed gives `{"id", "error"}`.

    The text is taken as it is, so that offsets are those of the text given.
    """
    given: object = None
    try:
        given = json.loads(line)
        found = extract(_article(given), level=level, dates=dates)
        answer = record(found, given.get("id") if isinstance(given, dict) else None)
    except RecursionError:
        answer = _failure(given, "nested too deeply")
    except ValueError as error:
        answer = _failure(given, str(error))
    return Answer(json.dumps(answer, ensure_ascii=False), "error" in answer)


def _failure(given: object, reason: str) -> dict[str, Any]:
    return {"id": given.get("id") if isinstance(given, dict) else None, "error": reason}


def _article(given: object) -> Article:
    if not isinstance(given, dict):
        raise RecordError("not a JSON object")
    text, published = given.get("text"), given.get("published")
    if not isinstance(text, str):
        raise RecordError('"text" is missing or no string')
    title, language = given.get("title"), given.get("language")
    stated = None
    if published is not None:
        stated = read_date(published)
        if stated is None or stated.period is None:
            raise RecordError(f'"published" is no date: {str(published)[:80]}')
    return Article(
        title=title if isinstance(title, str) else "",
        body=text,
        published=stated.period if stated is not None else None,
        language=language if isinstance(language, str) and language else guess_language(text),
    )
