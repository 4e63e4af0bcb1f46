"""Why an event is on its day: one sentence for the reader, for each way that it got there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.extraction import Resolution
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from timeline_app.domain.extraction import TimeExpression
    from timeline_app.domain.period import Period

_OF_THE_ARTICLE = frozenset({"assumed", "dateline", "headed"})
_TOLD_BEFORE = frozenset({"inherited", "coreference"})


def appearance(published: Period | None) -> Resolution:
    """The article's own appearance."""
    if published is None:
        return Resolution("published", message(QT_TRANSLATE_NOOP("Message", "The article states no date of its own.")))
    return Resolution("published", message(QT_TRANSLATE_NOOP("Message", "The article is dated {day}."), day=published))


def stated(expression: TimeExpression) -> Resolution:
    """The sentence gives the date in words."""
    template = QT_TRANSLATE_NOOP("Message", "The sentence dates it: {reason}.")
    reason = expression.resolution.explanation
    return Resolution("stated", message(template, reason=reason), expression.resolution.assumed)


def between(first: TimeExpression, last: TimeExpression) -> Resolution:
    """The sentence gives both sides of a range."""
    template = QT_TRANSLATE_NOOP("Message", "The sentence gives its beginning and its end: {first}; {last}.")
    reasons = {"first": first.resolution.explanation, "last": last.resolution.explanation}
    return Resolution("between", message(template, **reasons), first.resolution.assumed or last.resolution.assumed)


def named(expression: TimeExpression) -> Resolution:
    """A noun in the sentence has a date of its own: "the March 24 summit"."""
    template = QT_TRANSLATE_NOOP("Message", "The sentence names it with its date: {reason}.")
    reason = expression.resolution.explanation
    return Resolution("named", message(template, reason=reason), expression.resolution.assumed)


def inherited(expression: TimeExpression) -> Resolution:
    """A sentence shortly before gives the date."""
    template = QT_TRANSLATE_NOOP("Message", "The sentence gives no date; one shortly before it does: {reason}.")
    return Resolution("inherited", message(template, reason=expression.resolution.explanation), assumed=True)


def again(words: str, expression: TimeExpression) -> Resolution:
    """The sentence speaks of an event that was dated before: "the attack"."""
    template = QT_TRANSLATE_NOOP(
        "Message", "The sentence speaks again of “{words}”, dated earlier in the article: {reason}."
    )
    reason = expression.resolution.explanation
    return Resolution("coreference", message(template, words=words, reason=reason), assumed=True)


def headed(day: Period) -> Resolution:
    """No sentence gives the date: the day is that of the letter or entry."""
    template = QT_TRANSLATE_NOOP("Message", "The sentence gives no date; the date at its head is {day}.")
    return Resolution("headed", message(template, day=day), assumed=True)


def assumed(day: Period, *, dateline: bool) -> Resolution:
    """No sentence gives the date: the day is that of the article."""
    if dateline:
        template = QT_TRANSLATE_NOOP("Message", "The sentence gives no date; the report's dateline is {day}.")
        return Resolution("dateline", message(template, day=day), assumed=True)
    template = QT_TRANSLATE_NOOP("Message", "The sentence gives no date; the article is dated {day}.")
    return Resolution("assumed", message(template, day=day), assumed=True)


def lasting(known: Resolution, day: Period, words: str, *, from_end: bool) -> Resolution:
    """One day of it is known, by what is said in `known`, and how long it takes."""
    if known.rule in _OF_THE_ARTICLE:
        template = QT_TRANSLATE_NOOP(
            "Message", "The sentence says how long it takes, “{words}”, and not when; the article is dated {day}."
        )
    elif known.rule in _TOLD_BEFORE:
        template = QT_TRANSLATE_NOOP(
            "Message", "The sentence says how long it takes, “{words}”; its day, {day}, is told shortly before."
        )
    elif from_end:
        template = QT_TRANSLATE_NOOP("Message", "It ends on {day}; the sentence says how long it takes: “{words}”.")
    else:
        template = QT_TRANSLATE_NOOP("Message", "It starts on {day}; the sentence says how long it takes: “{words}”.")
    return Resolution("lasting", message(template, day=day, words=words), known.assumed)


def counted_on(day: Period, words: str, *, after: bool) -> Resolution:
    """The sentence says how long before or after another time it was: "Two years after the 2019 election"."""
    if after:
        template = QT_TRANSLATE_NOOP("Message", "The sentence says that it was “{words}” after {day}.")
    else:
        template = QT_TRANSLATE_NOOP("Message", "The sentence says that it was “{words}” before {day}.")
    return Resolution("counted", message(template, day=day, words=words))


def counted_beside(day: Period, words: str) -> Resolution:
    """The sentence says that it was "hours" or "shortly" before or after what happened on a day: the same is assumed."""
    template = QT_TRANSLATE_NOOP("Message", "The sentence counts only “{words}” between it and what happened on {day}.")
    return Resolution("counted", message(template, day=day, words=words), assumed=True)


def counted_back(day: Period, words: str) -> Resolution:
    """The sentence says how long ago it was on some day: "Next week will be a year since"."""
    template = QT_TRANSLATE_NOOP("Message", "The sentence counts back from {day}: “{words}”.")
    return Resolution("anniversary", message(template, day=day, words=words))
