"""One record of JSON to one article: shared by the importers of JSON Lines and of JSON documents."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.fields import read_fields
from timeline_app.ingest.importers.markup import plain_text
from timeline_app.ingest.importers.record_shapes import normalised
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part

_LONGEST_NUMBER = 300


def parse(text: str) -> object:
    """Parse JSON as programs write it: NaN is let through, and numbers too long to be one are text.

    Raises:
        ValueError: It is no JSON, or nested deeper than Python's stack.
    """
    try:
        return json.loads(text, parse_int=_number)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def read_record(part: Part, record: object, place: str) -> Iterator[Article | ImportIssue]:
    """Yield the article of one record; `place` tells it from the others of its file."""
    if not isinstance(record, dict):
        reason = message(QT_TRANSLATE_NOOP("Message", "It is not a record with named fields."))
        yield ImportIssue(part.source_of(place), reason)
        return
    fields = read_fields(normalised(record))
    if not fields.text and not fields.title:
        reason = message(QT_TRANSLATE_NOOP("Message", "The record has no field with a text or a title."))
        yield ImportIssue(part.source_of(place), reason)
        return
    words = replace(
        fields, title=plain_text(fields.title), outlet=plain_text(fields.outlet), author=plain_text(fields.author)
    )
    yield from compose(part, plain_text(fields.text), words, DateOrigin.FIELD, record=place)


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits
