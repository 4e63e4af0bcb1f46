"""Material for the panes: a real-sized article with all that extraction yields, made by hand so that every span is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, qInstallMessageHandler

from timeline_app.domain.article import Article, DateOrigin
from timeline_app.domain.correction import event_keys
from timeline_app.domain.extraction import (
    EventKind,
    Extraction,
    Participant,
    ParticipantKind,
    Report,
    Resolution,
    Role,
    Span,
    TimeExpression,
    TimexType,
)
from timeline_app.domain.period import Period
from timeline_app.domain.records import StoredArticle, StoredEvent, StoredParticipant
from timeline_app.messages import message
from timeline_app.ui.theme import DARK, LIGHT, palette_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

BODY = (
    "The ship Ever Given ran aground in the Suez Canal on Tuesday, the canal's authority said. Nobody was hurt.\n\n"
    "Osama Rabie, chairman of the Suez Canal Authority, said on 24 March 2021 that tugs were at work. "
    "Rabie asked for patience 😀 and thanked the crews.\n\n"
    "A refloating is planned for next Monday, at high tide. More than 200 ships wait, and some will sail around Africa.\n\n"
    "On the same day the owner, Shoei Kisen, apologised in Tokyo."
)
DAY = Period.of_date(2021, 3, 24)
FIRST_EVENT_ID = 1 << 40
"""Larger than what fits a C int: ids of the library do not."""
PUBLISHED, AGROUND, REFLOATING, APOLOGY = range(FIRST_EVENT_ID, FIRST_EVENT_ID + 4)
RABIE, AUTHORITY, CANAL, AFRICA = (1 << 33) + 1, 2, 3, 4


def span_of(text: str, *, within: str = BODY, start: int = 0) -> Span:
    at = within.index(text, start)
    return at, at + len(text)


def timex(text: str, period: Period | None, explanation: str) -> TimeExpression:
    start, end = span_of(text)
    reason = Resolution("test", message(explanation))
    return TimeExpression(start, end, text, TimexType.DATE, "", period, reason)


def make_article(
    *, body: str = BODY, redated: bool = False, title: str = "Giant ship blocks the Suez Canal", article_id: int = 77
) -> StoredArticle:
    article = Article(
        title=title,
        body=body,
        published=DAY,
        published_stated="2021-03-24",
        date_origin=DateOrigin.HEADER,
        outlet="Harbour Courier",
        author="Mona Aziz",
        source="/cases/suez/courier/0324.txt",
    )
    expressions = (
        timex("Tuesday", Period.of_date(2021, 3, 23), "the Tuesday before publication"),
        timex("24 March 2021", DAY, "the words name the day"),
        timex("next Monday", Period.of_date(2021, 3, 29), "the Monday after publication"),
        timex("On the same day", DAY, "the day named last before it"),
    )
    participants = (
        Participant(
            "Osama Rabie",
            ParticipantKind.PERSON,
            (span_of("Osama Rabie"), span_of("Rabie", start=BODY.index("Rabie asked"))),
            (Role("chairman", "Suez Canal Authority"),),
            ("Rabie",),
        ),
        Participant("Suez Canal Authority", ParticipantKind.ORGANISATION, (span_of("Suez Canal Authority"),)),
        Participant("Suez Canal", ParticipantKind.PLACE, (span_of("Suez Canal"),)),
        Participant("Africa", ParticipantKind.PLACE, (span_of("Africa"),)),
    )
    reports = (
        Report(article.title, EventKind.PUBLISHED, DAY, None, Resolution("header", message("stated in the header"))),
        Report(
            "The ship Ever Given ran aground",
            EventKind.REPORTED,
            expressions[0].period,
            span_of("The ship Ever Given ran aground in the Suez Canal on Tuesday, the canal's authority said."),
            expressions[0].resolution,
            0,
            (2,),
        ),
        Report(
            "A refloating",
            EventKind.PLANNED,
            expressions[2].period,
            span_of("A refloating is planned for next Monday, at high tide."),
            expressions[2].resolution,
            2,
        ),
        Report(
            "The owner apologised",
            EventKind.REPORTED,
            DAY,
            span_of("On the same day the owner, Shoei Kisen, apologised in Tokyo."),
            expressions[3].resolution,
            3,
        ),
    )
    extraction = Extraction(article, expressions, participants, reports)
    events = tuple(
        StoredEvent(FIRST_EVENT_ID + at, key, report, report.title, report.period)
        for at, (key, report) in enumerate(zip(event_keys(extraction), reports, strict=True))
    )
    if redated:
        moved = StoredEvent(AGROUND, events[1].key, reports[1], events[1].title, Period.of_date(2021, 3, 22))
        events = (events[0], moved, *events[2:])
    stored = tuple(
        StoredParticipant(number, p.name, p.kind, p.mentions, p.roles, p.aliases)
        for number, p in zip((RABIE, AUTHORITY, CANAL, AFRICA), participants, strict=True)
    )
    return StoredArticle(article_id, extraction, events, stored)


def make_long_article(length: int) -> StoredArticle:
    """An article of about `length` characters whose second event is told in its last paragraph."""
    paragraph = " ".join(["Word after word the report goes on, and on the same day nothing else happened."] * 8)
    body = "\n\n".join([paragraph] * (length // len(paragraph)) + ["At last the ship sailed on Monday."])
    article = Article(title="A long report", body=body, published=DAY)
    last = span_of("At last the ship sailed on Monday.", within=body)
    reason = Resolution("test", message("stated"))
    reports = (
        Report("A long report", EventKind.PUBLISHED, DAY, None, reason),
        Report("The ship sailed", EventKind.REPORTED, DAY, last, reason),
    )
    mentions = tuple(match.span() for match in re.finditer("the ship", body))
    extraction = Extraction(article, (), (Participant("the ship", ParticipantKind.PLACE, mentions),), reports)
    events = tuple(
        StoredEvent(at + 1, key, report, report.title, report.period)
        for at, (key, report) in enumerate(zip(event_keys(extraction), reports, strict=True))
    )
    return StoredArticle(88, extraction, events, (StoredParticipant(9, "the ship", ParticipantKind.PLACE, mentions),))


@pytest.fixture(autouse=True)
def shown_without_a_screen(no_unexpected_warnings: None) -> Iterator[None]:
    """Keep from the guard against warnings those that Qt's offscreen platform gives for every window that is shown."""

    def pass_on(kind: object, context: object, text: str) -> None:
        if not text.startswith("This plugin does not support "):
            previous(kind, context, text)

    previous = qInstallMessageHandler(pass_on)
    yield
    qInstallMessageHandler(previous)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    previous = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(previous)


@pytest.fixture
def dark(app: QApplication) -> Iterator[QApplication]:
    """The application in its dark colours, for one test."""
    app.setPalette(palette_of(DARK))
    yield app
    app.setPalette(palette_of(LIGHT))
