"""Days by other calendars: the Islamic in tables, the Hebrew, the French republican, and Easter by the Julian one.

The arithmetic is that of Reingold and Dershowitz, Calendrical Calculations (4th ed., 2018), chapters 7, 8 and 17.
"""

from __future__ import annotations

from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline_app.domain.calendar import Day, civil_from_days, days_from_civil, weekday

_DAY_BEFORE_OUR_ERA = days_from_civil(1, 1, 1) - 1
_HIJRA = _DAY_BEFORE_OUR_ERA + 227015  # Friday, 16 July 622 of the Julian calendar
_HEBREW_EPOCH = _DAY_BEFORE_OUR_ERA - 1373427
_HEBREW_YEARS_AHEAD = 3761  # of the year that begins in the autumn
_HEBREW_MONTHS = 13
_PASSOVER_TO_NEW_YEAR = 163  # days, always
_FIRST_GREGORIAN_EASTER, _LAST_EASTER, _FIRST_JULIAN_EASTER = 1583, 4099, 326
_REPUBLICAN_DAYS = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
"""The day of September on which each year of the French Republic began, from 1792 on."""


def islamic_day(year: int, month: int, day: int) -> Day:
    """Return a day of the Islamic calendar by its tables; where the moon is sighted it can be a day earlier or later."""
    return _HIJRA - 1 + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


def islamic_days_in(year: int, month: int, day: int) -> tuple[Day, ...]:
    """Return the days of a year of our calendar, one or two, on which a day of the Islamic one falls."""
    about = (year - 622) * 33 // 32
    days = [islamic_day(about + ahead, month, day) for ahead in range(-1, 3)]
    return tuple(found for found in days if civil_from_days(found).year == year)


def hebrew_new_year(year: int) -> Day:
    """Return the first of Tishri of a Hebrew year."""
    before, this, after = (_elapsed(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + delay


def _elapsed(year: int) -> int:
    """Return the days from the epoch to the new moon of a Hebrew year's Tishri, put off from three weekdays."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def jewish_feast(feast: str, year: int) -> Day:
    """Return the first day of "tishri" (the new year), "kislev" (Hanukkah) or "nisan" (Passover) in a year of our calendar."""
    hebrew = year + _HEBREW_YEARS_AHEAD
    new_year = hebrew_new_year(hebrew)
    if feast == "nisan":
        return new_year - _PASSOVER_TO_NEW_YEAR
    if feast == "kislev":
        heshvan = 30 if (hebrew_new_year(hebrew + 1) - new_year) % 10 == 5 else 29
        return new_year + 30 + heshvan + 24
    return new_year


def hebrew_day(year: int, month: int, day: int) -> Day:
    """Return a day of the Hebrew calendar; months are counted from Nisan, and 13 is the second Adar of a leap year."""
    new_year, following = hebrew_new_year(year), hebrew_new_year(year + 1)
    length = following - new_year
    is_leap = length > 380
    lengths = {
        7: 30, 8: 30 if length % 10 == 5 else 29, 9: 29 if length % 10 == 3 else 30, 10: 29, 11: 30,
        12: 30 if is_leap else 29, 13: 29 if is_leap else 0,
        1: 30, 2: 29, 3: 30, 4: 29, 5: 30, 6: 29,
    }  # fmt: skip
    at = new_year
    for number, days in lengths.items():
        if number == month:
            break
        at += days
    return at + day - 1


def republican_day(year: int, month: int, day: int) -> Day | None:
    """Return a day of the French republican calendar, of the years that it was in use, 1 to 14; None for any other."""
    if not 1 <= year <= len(_REPUBLICAN_DAYS):
        return None
    return days_from_civil(1791 + year, 9, _REPUBLICAN_DAYS[year - 1]) + 30 * (month - 1) + day - 1


def easter_sunday(year: int) -> Day | None:
    """Return Easter Sunday as it was written: by the Julian calendar before 1583, by ours since; None where nobody knows it."""
    if not _FIRST_JULIAN_EASTER <= year <= _LAST_EASTER:
        return None
    sunday = easter(year, EASTER_WESTERN if year >= _FIRST_GREGORIAN_EASTER else EASTER_JULIAN)
    return days_from_civil(sunday.year, sunday.month, sunday.day)


def weekday_as_written(day: Day) -> int:
    """Return the weekday, Monday 0, of a date that was written by the Julian calendar before 1583 and by ours since."""
    if day >= days_from_civil(_FIRST_GREGORIAN_EASTER, 1, 1):
        return weekday(day)
    year, month, number = civil_from_days(day)
    before = year - 1 + 4800 if month <= 2 else year + 4800
    months = month + 9 if month <= 2 else month - 3
    julian = number + (153 * months + 2) // 5 + 365 * before + before // 4 - 32083  # the Julian day at noon
    return julian % 7


def orthodox_easter(year: int) -> Day | None:
    """Return the Easter Sunday of the eastern churches, by our calendar."""
    if not _FIRST_GREGORIAN_EASTER <= year <= _LAST_EASTER:
        return None
    sunday = easter(year, EASTER_ORTHODOX)
    return days_from_civil(sunday.year, sunday.month, sunday.day)
