"""The sentences that say why an expression means the date that it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.day_order import DayOrder, DecidedBy
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from timeline_app.domain.period import Period


def stated(text: str) -> Message:
    """The words say it all."""
    return message(QT_TRANSLATE_NOOP("Message", "“{text}” says it in full"), text=text)


def counted(text: str, anchor: Period, *, is_publication: bool, is_head: bool = False) -> Message:
    """The words count from an anchor: the day at the head of what they stand in, the publication, or a date told before."""
    if is_head:
        template = QT_TRANSLATE_NOOP("Message", "“{text}”, counted from the date at its head, {anchor}")
    elif is_publication:
        template = QT_TRANSLATE_NOOP("Message", "“{text}”, counted from the publication, {anchor}")
    else:
        template = QT_TRANSLATE_NOOP("Message", "“{text}”, counted from the date told before, {anchor}")
    return message(template, text=text, anchor=anchor)


def nearest(text: str, anchor: Period, chosen: Period, tense: Tense) -> Message:
    """Of the dates that the words can mean, the one nearest to the anchor on the side that the tense shows."""
    if chosen.overlaps(anchor):
        template = QT_TRANSLATE_NOOP("Message", "“{text}”, the one that {anchor} falls on")
    elif chosen.known[0] > anchor.known[0]:
        template = (
            QT_TRANSLATE_NOOP("Message", "“{text}”, future tense, after {anchor}")
            if tense is Tense.FUTURE
            else QT_TRANSLATE_NOOP("Message", "“{text}”, the next one after {anchor}")
        )
    else:
        template = (
            QT_TRANSLATE_NOOP("Message", "“{text}”, past tense, before {anchor}")
            if tense is Tense.PAST
            else QT_TRANSLATE_NOOP("Message", "“{text}”, the latest one before {anchor}")
        )
    return message(template, text=text, anchor=anchor)


_UNDECIDED_DAY_FIRST = QT_TRANSLATE_NOOP("Message", "“{text}” could be two dates; read as day, month, year")
_UNDECIDED_MONTH_FIRST = QT_TRANSLATE_NOOP("Message", "“{text}” could be two dates; read as month, day, year")


def in_order(text: str, order: DayOrder) -> Message:
    """Day and month could change places; the document or a setting decides, or nothing does."""
    match order.decided_by, order.day_first:
        case DecidedBy.DOCUMENT, True:
            template = QT_TRANSLATE_NOOP("Message", "“{text}”, read as day, month, year, as the text does elsewhere")
        case DecidedBy.DOCUMENT, False:
            template = QT_TRANSLATE_NOOP("Message", "“{text}”, read as month, day, year, as the text does elsewhere")
        case DecidedBy.SETTING, True:
            template = QT_TRANSLATE_NOOP("Message", "“{text}”, read as day, month, year, as your setting says")
        case DecidedBy.SETTING, False:
            template = QT_TRANSLATE_NOOP("Message", "“{text}”, read as month, day, year, as your setting says")
        case _, True:
            template = _UNDECIDED_DAY_FIRST
        case _:
            template = _UNDECIDED_MONTH_FIRST
    return message(template, text=text)


def is_undecided(explanation: Message) -> bool:
    """Tell whether a date was read in the language's habit, because nothing decides the order of its day and month."""
    return explanation.template in {_UNDECIDED_DAY_FIRST, _UNDECIDED_MONTH_FIRST}


def in_zone(reason: Message, in_utc: Period) -> Message:
    """A time of day by clocks that are not those of UTC."""
    return message(QT_TRANSLATE_NOOP("Message", "{reason}; in UTC {moment}"), reason=reason, moment=in_utc)


def converted(text: str) -> Message:
    """A date of another calendar."""
    return message(QT_TRANSLATE_NOOP("Message", "“{text}”, converted from its own calendar"), text=text)


def reckoned(reason: Message) -> Message:
    """What the sight of the moon decides can be a day earlier or later."""
    return message(QT_TRANSLATE_NOOP("Message", "{reason}; reckoned by the moon, so a day more or less"), reason=reason)


def unplaced(text: str) -> Message:
    """There is nothing to count from."""
    return message(QT_TRANSLATE_NOOP("Message", "“{text}” has no date to be counted from"), text=text)


def financial_year(text: str) -> Message:
    """Only the company knows when its year begins."""
    return message(QT_TRANSLATE_NOOP("Message", "“{text}” is a financial year; its first day is not stated"), text=text)


def federal_year(text: str, period: Period) -> Message:
    """The US government's begins in October."""
    return message(
        QT_TRANSLATE_NOOP("Message", "“{text}” is a financial year of the US government, {period}"),
        text=text,
        period=period,
    )


def vague(text: str) -> Message:
    """Now, recently."""
    return message(QT_TRANSLATE_NOOP("Message", "“{text}” names no stretch of the calendar"), text=text)


def length(text: str) -> Message:
    """A duration."""
    return message(QT_TRANSLATE_NOOP("Message", "“{text}” is a length of time"), text=text)


def recurring(text: str) -> Message:
    """A recurrence."""
    return message(QT_TRANSLATE_NOOP("Message", "“{text}” happens again and again"), text=text)
