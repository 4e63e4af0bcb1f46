"""From what an importer found to an article: which date counts, what it is called, what the reader has to be told."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.ingest.importers.cleaning import clean, one_line, paragraphs
from timeline_app.ingest.importers.fields import Fields, text_of
from timeline_app.ingest.importers.stated_dates import StatedDate, date_in_address, date_in_name, read_date, read_day
from timeline_app.ingest.importers.titles import DATELINE, MAX_STATED, derive_title, shorten
from timeline_app.ingest.languages import guess_language
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_app.ingest.importers.part import Part

_DATED_BYLINE = re.compile(
    r"(?:(?:by|from) [^,|·•–—]{2,80}[,|·•–—]|(?:first )?(?:published|posted|issued|released|filed)(?: on)?:?)"
    r"\s*(?P<date>\S.{4,60})",
    re.IGNORECASE,
)
_FURNITURE_PARAGRAPHS = 3
_FURNITURE_CHARACTERS = 150


def compose(
    part: Part, text: str, fields: Fields, origin: DateOrigin, *, record: str = ""
) -> Iterator[Article | ImportIssue]:
    """Yield the article that a text and its fields make, with what is to be checked about it; an issue where it holds nothing.

    Args:
        part: Where it comes from.
        text: The body, as the source writes it.
        fields: What the source states beside it.
        origin: Where the fields' dates were stated.
        record: What tells the article from others of its file: a line number, the name of a member.
    """
    source = part.source_of(record)
    body = paragraphs(clean(text))
    title = shorten(one_line(fields.title), MAX_STATED)
    if not body and not title:
        yield ImportIssue(source, message(QT_TRANSLATE_NOOP("Message", "It holds no text.")))
        return
    stated, found = _date(fields, origin, body, part.stem if not record else "")
    for reason in _doubts(fields, stated):
        yield ImportIssue(source, reason, IssueKind.NOTED)
    dated = stated is not None and stated.period is not None
    yield Article(
        title=title or one_line(derive_title(body)),
        body="\n\n".join(body),
        published=stated.period if stated is not None else None,
        published_stated=one_line(stated.text) if stated is not None else "",
        date_origin=found if dated else DateOrigin.NONE,
        title_derived=not title,
        outlet=shorten(one_line(fields.outlet), MAX_STATED),
        author=shorten(one_line(fields.author), MAX_STATED),
        url=_web_address(fields.url),
        language=fields.language or guess_language("\n".join(body)),
        source=source,
    )


def _web_address(text: str) -> str:
    """Return an address of the web; what else a field of that name holds (a postal address, a script) is none."""
    address = one_line(text)
    return address if address.lower().startswith(("https://", "http://")) else ""


def _date(fields: Fields, origin: DateOrigin, body: Sequence[str], stem: str) -> tuple[StatedDate | None, DateOrigin]:
    """Return the publication date and where it stands: the first place that states one counts, the body never.

    A date that does not exist counts too, as none: nothing less certain may take its place.
    """
    stated = _of_fields(fields.dates)
    if stated is not None:
        return stated, origin
    top = [p for p in body[:_FURNITURE_PARAGRAPHS] if len(p) <= _FURNITURE_CHARACTERS]
    places = (
        (DateOrigin.DATELINE, _in_dateline(body)),
        (DateOrigin.BYLINE, next(filter(None, map(_in_byline, top)), None)),
        (DateOrigin.URL, date_in_address(fields.url)),
        (DateOrigin.FILE_NAME, date_in_name(stem)),
    )
    return next(((date, place) for place, date in places if date is not None), (None, DateOrigin.NONE))


def _of_fields(values: Sequence[object]) -> StatedDate | None:
    """Return the best field's date; where another field gives the time on the same day, with the time."""
    dates = [date for value in values if (date := read_date(value)) is not None]
    if not dates or dates[0].period is None:
        return dates[0] if dates else None
    first = dates[0].period
    finer = (
        date
        for date in dates
        if date.period is not None and date.period.granularity < first.granularity and first.overlaps(date.period)
    )
    return next(finer, dates[0])


def _in_dateline(body: Sequence[str]) -> StatedDate | None:
    match = DATELINE.match(body[0]) if body else None
    return read_date(match["date"]) if match is not None and match["date"] else None


def _in_byline(line: str) -> StatedDate | None:
    match = _DATED_BYLINE.fullmatch(line)
    return read_day(match["date"] if match is not None else line.strip("() "))


def _doubts(fields: Fields, stated: StatedDate | None) -> Iterator[Message]:
    if stated is None:
        if fields.dates:
            yield message(
                QT_TRANSLATE_NOOP("Message", "Its date “{text}” could not be understood; it was taken in as undated."),
                text=shorten(one_line(text_of(fields.dates[0])), 60),
            )
    elif stated.is_impossible:
        yield message(
            QT_TRANSLATE_NOOP("Message", "Its date {text} does not exist; it was taken in as undated."),
            text=stated.text,
        )
    elif stated.period is not None and stated.period.first_day > time.time() // SECONDS_PER_DAY + 1:
        yield message(QT_TRANSLATE_NOOP("Message", "Its date {text} lies in the future."), text=stated.text)
    elif stated.ambiguous:
        yield message(
            QT_TRANSLATE_NOOP("Message", "Its date {text} can be read in two ways; it was read as {period}."),
            text=stated.text,
            period=stated.period,
        )
