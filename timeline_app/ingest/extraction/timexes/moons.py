"""New moons, and the feasts that are counted from them: the Chinese new year and Diwali.

The moon's phases are those of Meeus, Astronomical Algorithms (2nd ed., 1998), chapter 49, with its seven greatest terms, the sun's
longitude that of the Astronomical Almanac: both good to some minutes, so that a feast can be off by a day where a new moon falls
near midnight.
"""

from __future__ import annotations

from itertools import pairwise
from math import floor, radians, sin

from timeline_app.domain.calendar import Day, days_from_civil

_UNIX_EPOCH = 2440587.5  # as a Julian date
_YEAR_2000 = 2451545.0
_MOON_OF_2000 = 2451550.09766
_MONTH = 29.530588861
_HOUR = 1 / 24
_BEIJING, _INDIA = 8 * _HOUR, 5.5 * _HOUR
_SUNSET_IN_INDIA = 17.75 * _HOUR
_SOLSTICE = 270.0  # the sun's longitude in degrees
_DEGREES_A_DAY = 0.9856474
_MONTHS_OF_A_YEAR = 12


def new_moon(k: int) -> float:
    """Return the Julian date of the k-th new moon from 6 January 2000."""
    t = k / 1236.85
    sun, moon = radians(2.5534 + 29.1053567 * k), radians(201.5643 + 385.81693528 * k)
    node = radians(160.7108 + 390.67050284 * k)
    return (
        _MOON_OF_2000 + _MONTH * k + 0.00015437 * t * t
        - 0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    )  # fmt: skip


def moons_until(at: float) -> int:
    """Return the number of the last new moon up to a Julian date."""
    k = floor((at - _MOON_OF_2000) / _MONTH) + 1
    while new_moon(k) > at:
        k -= 1
    return k


def _when_sun_is_at(longitude: float, near: float) -> float:
    """Return the Julian date on which the sun reaches a longitude in degrees, from one some days from it."""
    at = near
    for _ in range(3):
        n = at - _YEAR_2000
        mean, anomaly = 280.46 + _DEGREES_A_DAY * n, radians(357.528 + 0.9856003 * n)
        now = mean + 1.915 * sin(anomaly) + 0.02 * sin(2 * anomaly)
        at += ((longitude - now + 180) % 360 - 180) / _DEGREES_A_DAY
    return at


def _day_in_beijing(at: float) -> Day:
    return floor(at - _UNIX_EPOCH + _BEIJING)


def _month_of_solstice(year: int) -> int:
    """Return the number of the new moon with which the Chinese month of the winter solstice begins."""
    solstice = _day_in_beijing(_when_sun_is_at(_SOLSTICE, days_from_civil(year, 12, 21) + _UNIX_EPOCH))
    return moons_until(solstice + 1 + _UNIX_EPOCH - _BEIJING)


def chinese_new_year(year: int) -> Day:
    """Return the first day of the Chinese year: the second new moon after the month of the winter solstice.

    It is the third where one of the two months between is a leap month, in which the sun enters no sign.
    """
    first = _month_of_solstice(year - 1)
    months = 2
    if _month_of_solstice(year) - first > _MONTHS_OF_A_YEAR:
        entries = [_day_in_beijing(_when_sun_is_at(_SOLSTICE + 30 * sign, new_moon(first + sign))) for sign in (1, 2)]
        begins = [_day_in_beijing(new_moon(first + month)) for month in (1, 2, 3)]
        months += not all(any(a <= entry < b for entry in entries) for a, b in pairwise(begins))
    return _day_in_beijing(new_moon(first + months))


def diwali(year: int) -> Day:
    """Return the day of Diwali: the one at whose sunset the moon of Kartika has not yet been renewed."""
    moon = new_moon(moons_until(days_from_civil(year, 11, 16) + _UNIX_EPOCH + 0.5))
    local = moon - _UNIX_EPOCH + _INDIA
    return floor(local - _SUNSET_IN_INDIA)
