"""Domain values in the reader's language: dates by QLocale, messages through Qt's translations, names of kinds.

QtCore only, so that models and widgets say the same thing in the same words.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from timeline_app.domain.calendar import CivilDate, CivilTime, civil, days_from_civil, weekday
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.period import Granularity, Period, iso_date
from timeline_app.messages import QT_TRANSLATE_NOOP, Message

_PARTS_OF_DAY = {
    (6, 12): QT_TRANSLATE_NOOP("Texts", "morning"),
    (11, 14): QT_TRANSLATE_NOOP("Texts", "midday"),
    (12, 18): QT_TRANSLATE_NOOP("Texts", "afternoon"),
    (18, 0): QT_TRANSLATE_NOOP("Texts", "evening"),
    (6, 18): QT_TRANSLATE_NOOP("Texts", "daytime"),
}
"""The parts of the day by their first hour and the hour that ends them."""


_days_as_numbers = False


def write_days_as_numbers(wanted: bool) -> None:
    """Write days as 2023-02-14 from now on, or in the locale's words again: like the locale itself, for the whole program."""
    global _days_as_numbers  # noqa: PLW0603 - as QLocale's default is
    _days_as_numbers = wanted


def message(value: Message) -> str:
    """Return a message in the reader's language, with the messages within it, its periods written by the locale's rules."""
    if value.count is None:
        template = QCoreApplication.translate("Message", value.template)
    else:
        template = QCoreApplication.translate("Message", value.template, "", value.count)
    return template.format(**{name: _within_message(v) for name, v in value.values})


def _within_message(value: object) -> object:
    if isinstance(value, Message):
        return message(value)
    return period(value) if isinstance(value, Period) else value


class Texts:
    """The counted sentences of this module: Qt's lupdate knows them by ``tr``, and their context by what stands before it."""

    @staticmethod
    def tr(text: str, comment: str, n: int) -> str:
        """Return the language's form of a text for `n` things, "%Ln" in it written by the locale's rules."""
        return QCoreApplication.translate("Texts", text, comment, n)


def event_count(count: int) -> str:
    """Say how many events there are."""
    return Texts.tr("%Ln events", "", count)


def article_count(count: int) -> str:
    """Say how many articles there are."""
    return Texts.tr("%Ln articles", "", count)


def event_kind(kind: EventKind) -> str:
    """Name a kind of event."""
    return {
        EventKind.PUBLISHED: QCoreApplication.translate("Texts", "Published"),
        EventKind.REPORTED: QCoreApplication.translate("Texts", "Reported"),
        EventKind.PLANNED: QCoreApplication.translate("Texts", "Planned"),
    }[kind]


def participant_kind(kind: ParticipantKind) -> str:
    """Name the group of participants of a kind."""
    return {
        ParticipantKind.PERSON: QCoreApplication.translate("Texts", "People"),
        ParticipantKind.ORGANISATION: QCoreApplication.translate("Texts", "Organisations"),
        ParticipantKind.PLACE: QCoreApplication.translate("Texts", "Places"),
    }[kind]


def kind_of_participant(kind: ParticipantKind) -> str:
    """Name the kind of one participant, inside a sentence."""
    return {
        ParticipantKind.PERSON: QCoreApplication.translate("Texts", "person"),
        ParticipantKind.ORGANISATION: QCoreApplication.translate("Texts", "organisation"),
        ParticipantKind.PLACE: QCoreApplication.translate("Texts", "place"),
    }[kind]


def period(value: Period, *, with_weekday: bool = False) -> str:
    """Write a period as a reader would: "14 February 2023", "14–15 February 2023", "spring 2021", "about 1850", "since 2014"."""
    if value.start is None or value.end is None:
        edge = Period(*value.known, value.granularity)
        template = (
            QCoreApplication.translate("Texts", "until {date}")
            if value.start is None
            else QCoreApplication.translate("Texts", "since {date}")
        )
        text = template.format(date=_closed(edge, with_weekday=with_weekday))
    else:
        text = _closed(value, with_weekday=with_weekday)
    return QCoreApplication.translate("Texts", "about {date}").format(date=text) if value.approximate else text


def _closed(value: Period, *, with_weekday: bool) -> str:
    start, end = value.known
    first, last = civil(start), civil(end - 1)
    if value.granularity < Granularity.DAY:
        return _clock_times(first, civil(end), value.granularity, with_weekday=with_weekday)
    if value.granularity <= Granularity.WEEK:
        return _days(first, last, with_weekday=with_weekday)
    write = {
        Granularity.MONTH: _month,
        Granularity.QUARTER: _quarter,
        Granularity.SEASON: _season,
        Granularity.HALF: _half,
        Granularity.DECADE: _decade,
    }.get(value.granularity, _year)
    if value.about() == Period.unit(start, value.granularity).about() and value.granularity != Granularity.CENTURY:
        return write(first)
    write = _month if value.granularity < Granularity.YEAR else _year
    return f"{write(first)} – {write(last)}" if write(first) != write(last) else write(first)


def _days(first: CivilTime, last: CivilTime, *, with_weekday: bool) -> str:
    if first[:3] == last[:3]:
        return _day(first, with_weekday=with_weekday)
    if _days_as_numbers:
        return f"{_day(first, with_weekday=with_weekday)} – {_day(last, with_weekday=with_weekday)}"
    if first[:2] == last[:2] and not with_weekday:
        if _month_first():
            return f"{_month_name(first)} {first.day}–{last.day}, {_year(first)}"
        return f"{_number(first)}–{_number(last)} {_month_name(first)} {_year(first)}"
    if first.year != last.year:
        start = _day(first)
    elif first.month == last.month and not _month_first():
        start = _number(first)
    else:
        start = _day_month(first)
    if with_weekday:
        start = _after_weekday(first, start)
    return f"{start} – {_day(last, with_weekday=with_weekday)}"


def _day(at: CivilTime, *, with_weekday: bool = False) -> str:
    if _days_as_numbers:
        text = iso_date(CivilDate(at.year, at.month, at.day))
    else:
        text = (
            f"{_month_name(at)} {at.day}, {_year(at)}"
            if _month_first()
            else f"{_number(at)} {_month_name(at)} {_year(at)}"
        )
    return _after_weekday(at, text) if with_weekday else text


def _after_weekday(at: CivilTime, text: str) -> str:
    """Write the day of the week before a date, with the comma that follows it where it is an abbreviation with a full stop."""
    number = weekday(days_from_civil(at.year, at.month, at.day)) + 1
    name = QLocale().dayName(number, QLocale.FormatType.ShortFormat)
    return f"{name}, {text}" if name.endswith(".") else f"{name} {text}"


def _day_month(at: CivilTime) -> str:
    return f"{_month_name(at)} {at.day}" if _month_first() else f"{_number(at)} {_month_name(at)}"


def _number(at: CivilTime) -> str:
    return day_number(at.day)


def day_number(day: int) -> str:
    """Write a day of the month as it stands before a month, with the full stop that some languages make of it an ordinal."""
    is_ordinal = "d." in QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return f"{day}." if is_ordinal else str(day)


def _month_first() -> bool:
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat).lstrip("'").startswith("M")


def _month_name(at: CivilTime) -> str:
    return QLocale().monthName(at.month, QLocale.FormatType.LongFormat)


def _clock_times(first: CivilTime, end: CivilTime, granularity: Granularity, *, with_weekday: bool) -> str:
    day = _day(first, with_weekday=with_weekday)
    if granularity == Granularity.PART_OF_DAY and (part := _PARTS_OF_DAY.get((first.hour, end.hour))):
        return f"{day}, {QCoreApplication.translate('Texts', part)}"
    start_text = f"{first.hour:02d}:{first.minute:02d}"
    seconds = (days_from_civil(*end[:3]) - days_from_civil(*first[:3])) * 86400
    seconds += (end.hour - first.hour) * 3600 + (end.minute - first.minute) * 60 + end.second - first.second
    if seconds <= 60:
        return f"{day}, {start_text}"
    end_text = f"{end.hour:02d}:{end.minute:02d}" if (end.hour, end.minute) != (0, 0) else "24:00"
    return f"{day}, {start_text}–{end_text}"


def _year(at: CivilTime) -> str:
    if at.year > 0:
        return str(at.year)
    return QCoreApplication.translate("Texts", "{year} BCE").format(year=1 - at.year)


def _month(at: CivilTime) -> str:
    return f"{QLocale().standaloneMonthName(at.month, QLocale.FormatType.LongFormat)} {_year(at)}"


def _quarter(at: CivilTime) -> str:
    template = QCoreApplication.translate("Texts", "Q{number} {year}")
    return template.format(number=(at.month - 1) // 3 + 1, year=_year(at))


def _half(at: CivilTime) -> str:
    template = (
        QCoreApplication.translate("Texts", "first half of {year}")
        if at.month < 7
        else QCoreApplication.translate("Texts", "second half of {year}")
    )
    return template.format(year=_year(at))


def _season(at: CivilTime) -> str:
    template = (
        QCoreApplication.translate("Texts", "spring {year}"),
        QCoreApplication.translate("Texts", "summer {year}"),
        QCoreApplication.translate("Texts", "autumn {year}"),
        QCoreApplication.translate("Texts", "winter {year}"),
    )[(at.month - 3) % 12 // 3]
    return template.format(year=_year(at))


def _decade(at: CivilTime) -> str:
    if at.year <= 0:  # nobody says "the 600s BCE" of ten years
        template = QCoreApplication.translate("Texts", "{first}–{last} BCE")
        return template.format(first=1 - at.year, last=-8 - at.year)
    return QCoreApplication.translate("Texts", "{year}s").format(year=_year(at))
