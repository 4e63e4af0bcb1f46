"""The day that an article's undated sentences are about: its dateline's, else its publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes import match_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.article import Article
    from timeline_app.domain.extraction import TimeExpression


@dataclass(frozen=True, slots=True)
class BaseDate:
    """The day of undated sentences: never an hour of it, even where the article states one.

    `end` is where the dateline ends in the body, 0 without one; `expression` its date's index.
    """

    period: Period | None
    end: int = 0
    expression: int | None = None


def base_date(article: Article, expressions: Sequence[TimeExpression]) -> BaseDate:
    """Read the dateline that the body begins with."""
    published = article.published
    if published is not None and published.granularity < Granularity.DAY:
        published = Period.of_day(published.first_day)
    match = match_dateline(article.body)
    if match is None:
        return BaseDate(published)
    for index, expression in enumerate(expressions):
        if expression.start >= match.end():
            break
        if expression.start >= match.start("place") and expression.period is not None and expression.period.is_one_day:
            return BaseDate(expression.period, match.end(), index)
    return BaseDate(published, match.end())
