"""Values for tests, built with as few words as the test has to say about them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin
from timeline_app.domain.calendar import days_from_civil
from timeline_app.domain.extraction import (
    EventKind,
    Extraction,
    Participant,
    ParticipantKind,
    Report,
    Resolution,
    Role,
    TimeExpression,
    TimexType,
)
from timeline_app.domain.period import Granularity, Period
from timeline_app.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_app.domain.extraction import Span

MEETING = (
    "NATO Secretary General Jens Stoltenberg met Ukraine's defence minister in Brussels on Tuesday.\n\n"
    "Mr Stoltenberg said that the alliance will meet again in July 2023."
)
"""A body with two dated sentences, which `make_extraction` reads unless it is given other words."""


def day(text: str) -> Period:
    """Return the day of an ISO date."""
    return Period.of_date(*(int(part) for part in text.split("-")))


def span_of(text: str, words: str) -> Span:
    """Return where the words first stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def make_article(
    title: str = "Ministers meet in Brussels",
    body: str = MEETING,
    published: Period | str | None = "2023-02-14",
    outlet: str = "The Courier",
    **fields: object,
) -> Article:
    """Return an article; `published` may be an ISO date."""
    period = day(published) if isinstance(published, str) else published
    origin = DateOrigin.NONE if period is None else DateOrigin.FIELD
    return Article(title, body, period, date_origin=origin, outlet=outlet, **fields)  # type: ignore[arg-type]


def make_extraction(
    article: Article | None = None,
    *,
    time_expressions: Sequence[TimeExpression] | None = None,
    participants: Sequence[Participant] | None = None,
    reports: Sequence[Report] | None = None,
    **article_fields: object,
) -> Extraction:
    """Return an extraction; what is not given is what a reader would find in `MEETING`, or only its appearance for another body."""
    article = article or make_article(**article_fields)  # type: ignore[arg-type]
    is_meeting = article.body == MEETING
    if time_expressions is None:
        time_expressions = meeting_time_expressions() if is_meeting else ()
    if participants is None:
        participants = meeting_participants() if is_meeting else ()
    if reports is None:
        reports = [
            appearance(article),
            *(meeting_reports() if is_meeting and time_expressions and participants else ()),
        ]
    return Extraction(article, tuple(time_expressions), tuple(participants), tuple(reports))


def appearance(article: Article) -> Report:
    """Return the report of an article's own appearance."""
    explanation = message("the article's date, {date}", date=article.published)
    return Report(article.title, EventKind.PUBLISHED, article.published, None, Resolution("publication", explanation))


def meeting_time_expressions() -> tuple[TimeExpression, ...]:
    """Return the time expressions of `MEETING`."""
    tuesday, july = span_of(MEETING, "on Tuesday"), span_of(MEETING, "July 2023")
    return (
        TimeExpression(
            *tuesday,
            "on Tuesday",
            TimexType.DATE,
            "2023-02-14",
            day("2023-02-14"),
            Resolution("weekday", message("{words} before {day}", words="Tuesday", day=day("2023-02-14"))),
        ),
        TimeExpression(
            *july,
            "July 2023",
            TimexType.DATE,
            "2023-07",
            Period.of_date(2023, 7),
            Resolution("month", message("a {granularity} as written", granularity=Granularity.MONTH)),
            mod="APPROX",
        ),
    )


def meeting_participants() -> tuple[Participant, ...]:
    """Return the participants of `MEETING`."""
    stoltenberg = span_of(MEETING, "Jens Stoltenberg")
    surname = MEETING.index("Stoltenberg", stoltenberg[1])
    return (
        Participant("NATO", ParticipantKind.ORGANISATION, (span_of(MEETING, "NATO"),)),
        Participant(
            "Jens Stoltenberg",
            ParticipantKind.PERSON,
            (stoltenberg, (surname, surname + len("Stoltenberg"))),
            (Role("Secretary General", "NATO"),),
            ("Mr Stoltenberg", "Stoltenberg"),
        ),
        Participant("Ukraine", ParticipantKind.PLACE, (span_of(MEETING, "Ukraine"),)),
        Participant("Brussels", ParticipantKind.PLACE, (span_of(MEETING, "Brussels"),)),
    )


def meeting_reports() -> tuple[Report, ...]:
    """Return the reports of `MEETING`, its appearance aside."""
    first, second = meeting_time_expressions()
    return (
        Report(
            "NATO Secretary General Jens Stoltenberg met Ukraine's defence minister",
            EventKind.REPORTED,
            first.period,
            (0, MEETING.index("\n")),
            first.resolution,
            0,
            (0, 1, 2, 3),
            0.9,
        ),
        Report(
            "the alliance will meet again",
            EventKind.PLANNED,
            second.period,
            (MEETING.index("Mr "), len(MEETING)),
            second.resolution,
            1,
            (1,),
            0.7,
        ),
    )


def many_extractions(count: int, *, words: int = 300, seed: int = 1) -> Iterator[Extraction]:
    """Yield distinct articles of words with a natural distribution (Zipf's), over three decades and four outlets."""
    chance = random.Random(seed)
    vocabulary = [_word(chance) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    people = [f"{_word(chance).title()} {_word(chance).title()}" for _ in range(400)]
    for number in range(count):
        drawn = chance.choices(vocabulary, weights, k=words)
        sentences = [" ".join(drawn[at : at + 15]).capitalize() + "." for at in range(0, words, 15)]
        published = Period.of_day(days_from_civil(1995, 1, 1) + chance.randrange(11_000))
        article = make_article(
            f"{' '.join(chance.sample(vocabulary, 5))} {number}",
            "\n\n".join(sentences),
            published,
            f"Outlet {chance.randrange(4)}",
        )
        yield _with_events(article, sentences, chance.sample(people, 6), chance)


def _word(chance: random.Random) -> str:
    return "".join(
        chance.choice("bcdfghklmnprstvz") + chance.choice("aeiou") for _ in range(chance.choice((1, 2, 2, 3, 3, 4, 5)))
    )


def _with_events(article: Article, sentences: list[str], people: list[str], chance: random.Random) -> Extraction:
    expressions, reports, start = [], [appearance(article)], 0
    for number, sentence in enumerate(sentences[:5]):
        assert article.published is not None
        period = Period.of_day(article.published.first_day - chance.randrange(400))
        resolution = Resolution("offset", message("{words} before {day}", words="days", day=article.published))
        expressions.append(
            TimeExpression(start, start + 5, sentence[:5], TimexType.DATE, str(period)[4:], period, resolution)
        )
        taking_part = tuple(chance.sample(range(len(people)), 3))
        reports.append(
            Report(
                sentence[:60],
                EventKind.REPORTED,
                period,
                (start, start + len(sentence)),
                resolution,
                number,
                taking_part,
            )
        )
        start += len(sentence) + 2
    participants = [
        Participant(name, ParticipantKind.PERSON, tuple((at, at + 5) for at in range(0, 20 * chance.randint(1, 5), 20)))
        for name in people
    ]
    return Extraction(article, tuple(expressions), tuple(participants), tuple(reports))
