from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_extraction
from timeline_app.domain.article import Article, DateOrigin
from timeline_app.domain.calendar import CivilDate
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
from timeline_app.library.record import outline, pack, storable, storable_words, unpack
from timeline_app.library.texts import Words
from timeline_app.messages import Message

texts = st.text(st.characters(), max_size=12)  # lone surrogates and NUL included
instants = st.integers(-(10**13), 10**13)
spans = st.tuples(st.integers(0, 500), st.integers(0, 500))
periods = st.builds(
    lambda start, length, side, granularity, approximate: Period(
        None if side == "end" else start, None if side == "start" else start + length, granularity, approximate
    ),
    instants,
    st.integers(1, 10**10),
    st.sampled_from(["both", "start", "end"]),
    st.sampled_from(Granularity),
    st.booleans(),
)
values = st.one_of(
    texts,
    st.integers(),
    st.floats(allow_nan=False),
    st.booleans(),
    st.none(),
    periods,
    st.sampled_from(Granularity),
    st.builds(CivilDate, st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 31)),
)
messages = st.builds(Message, texts, st.lists(st.tuples(texts, values), max_size=3).map(tuple))
messages = st.one_of(messages, messages.map(lambda inner: Message("outer {inner}", (("inner", inner),))))
resolutions = st.builds(Resolution, texts, messages, st.booleans())
expressions = st.builds(
    TimeExpression,
    st.integers(0, 50),
    st.integers(0, 50),
    texts,
    st.sampled_from(TimexType),
    texts,
    st.none() | periods,
    resolutions,
    texts,
)
participants = st.builds(
    Participant,
    texts,
    st.sampled_from(ParticipantKind),
    st.lists(spans, max_size=4).map(tuple),
    st.lists(st.builds(Role, texts, texts), max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
)
articles = st.builds(
    Article, texts, texts, st.none() | periods, texts, st.sampled_from(DateOrigin), st.booleans(), *[texts] * 5
)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    times = draw(st.lists(expressions, max_size=3))
    reports = []
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.none() | st.sampled_from(range(len(times)))) if times else None
        resolution = times[at].resolution if at is not None and draw(st.booleans()) else draw(resolutions)
        reports.append(
            Report(
                draw(texts),
                draw(st.sampled_from(EventKind)),
                draw(st.none() | periods),
                draw(st.none() | spans),
                resolution,
                at,
                tuple(draw(st.lists(st.integers(0, 9), max_size=3))),
                draw(st.floats(0, 1)),
            )
        )
    return Extraction(draw(articles), tuple(times), tuple(draw(st.lists(participants, max_size=3))), tuple(reports))


def stored(article: Article) -> Article:
    """Return the article as its columns give it back."""
    words = storable_words(article)
    return Article(**{field.name: words.get(field.name, getattr(article, field.name)) for field in fields(Article)})


NAMES = "Jens Stoltenberg\nNATO\nÉmile “Jo” 李"


@given(extractions())
def test_any_extraction_is_read_back_as_it_was(extraction: Extraction) -> None:
    article = extraction.article
    assert unpack(pack(extraction, storable_words(article), NAMES), stored(article), NAMES) == extraction


@given(extractions(), texts)
def test_a_title_that_is_the_articles_is_not_written_twice(extraction: Extraction, title: str) -> None:
    titled = replace(
        extraction,
        article=replace(extraction.article, title=title),
        reports=tuple(replace(report, title=title) for report in extraction.reports),
    )
    record, kept = pack(titled, storable_words(titled.article), NAMES), stored(titled.article)
    assert unpack(record, kept, NAMES) == titled
    assert [shown.title for shown in outline(record, kept.title, Words(NAMES, kept.body))] == [
        storable(title) for _ in titled.reports
    ]


@given(extractions())
def test_an_outline_is_what_the_reports_say(extraction: Extraction) -> None:
    shown = [(storable(r.title), r.kind, r.period, r.resolution.assumed) for r in extraction.reports]
    record, kept = pack(extraction, storable_words(extraction.article), NAMES), stored(extraction.article)
    assert outline(record, kept.title, Words(NAMES, kept.body)) == shown


@given(texts)
def test_what_is_stored_is_as_long_and_can_be_encoded(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert "\0" not in kept
    kept.encode()


def test_a_granularity_stays_one_and_not_a_number() -> None:
    message = Message("{granularity}", (("granularity", Granularity.MONTH), ("one", True), ("number", 1)))
    resolution = Resolution("rule", message)
    extraction = make_extraction(reports=[Report("title", EventKind.REPORTED, None, None, resolution)])
    again = unpack(pack(extraction, storable_words(extraction.article), NAMES), extraction.article, NAMES)
    [report] = again.reports
    assert [type(value) for _, value in report.resolution.explanation.values] == [Granularity, bool, int]


def test_a_value_that_cannot_be_kept_is_a_bug_and_not_lost() -> None:
    resolution = Resolution("rule", Message("{odd}", (("odd", object()),)))
    extraction = make_extraction(reports=[Report("title", EventKind.REPORTED, None, None, resolution)])
    with pytest.raises(TypeError, match="object"):
        pack(extraction, storable_words(extraction.article), NAMES)


def test_damage_to_a_record_or_to_the_names_beside_it_is_noticed() -> None:
    extraction = make_extraction()
    record = pack(extraction, storable_words(extraction.article), NAMES)
    with pytest.raises(ValueError, match="data"):
        unpack(record, extraction.article, NAMES.replace("NATO", "NAT0"))
    for at in range(0, len(record), 7):
        damaged = bytearray(record)
        damaged[at] ^= 0x55
        with pytest.raises(ValueError):
            unpack(bytes(damaged), extraction.article, NAMES)
    with pytest.raises(ValueError):
        unpack(record[:-3], extraction.article, NAMES)
