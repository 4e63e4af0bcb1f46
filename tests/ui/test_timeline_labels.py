from __future__ import annotations

import numpy as np
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from timeline_app.domain.event_index import EventFlag, EventIndex, EventSummary
from timeline_app.domain.period import Granularity
from timeline_app.domain.words import phrase_of
from timeline_app.models.event_model import EventModel
from timeline_app.ui.timeline_labels import Fonts, Labels


def test_words_are_given_to_the_starred_then_to_what_most_tell_then_to_firm_headlines(app: QApplication) -> None:
    several = int(EventFlag.SEVERAL)
    many = several | int(EventFlag.MANY)
    rows = [
        (0, Granularity.MONTH, int(EventFlag.STARRED)),
        (2, Granularity.MONTH, many),
        (0, Granularity.DAY, several),
        (0, Granularity.DAY, 0),
        (0, Granularity.MONTH, 0),
        (1, Granularity.DAY, 0),
    ]
    ids = np.arange(len(rows), dtype=np.int64)
    kinds, granularities, flags = (np.array(column) for column in zip(*rows, strict=True))
    columns = kinds.astype(np.uint8), granularities.astype(np.uint8), flags.astype(np.uint16)
    model = EventModel()
    model.set_events(
        EventIndex(ids, ids, ids, ids + 1, np.zeros(len(rows), np.int32), *columns, ("",)), lambda _ids: {}
    )
    labels = Labels(Fonts.of(QFont(app.font())))
    labels.set_model(model)
    ranks = labels.ranks(ids.astype(np.int32)).tolist()
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


def test_what_is_searched_for_is_marked_in_titles_and_on_cards(app: QApplication) -> None:
    ids = np.zeros(1, np.int64)
    zeros = np.zeros(1, np.uint8)
    title = "A container ship ran aground in the canal and blocked the way of all others"
    model = EventModel()
    model.set_events(
        EventIndex(ids, ids, ids, ids + 86400, np.zeros(1, np.int32), zeros, zeros, zeros.astype(np.uint16), ("",)),
        lambda _ids: {0: EventSummary(0, 0, title, "", "", ())},
    )
    labels = Labels(Fonts.of(QFont(app.font())))
    labels.set_model(model)
    assert not any(labels.card(0, 300).hits)
    labels.set_sought((phrase_of("ship", is_prefix=False), phrase_of("block", is_prefix=True)))
    card, strong = labels.card(0, 300), QFontMetricsF(labels.fonts.strong)
    lines = [words.text() for words in card.title]
    assert len(lines) == len(card.hits) == 2
    ((left, width),) = card.hits[0]
    assert left == strong.horizontalAdvance("A container ")
    assert width == strong.horizontalAdvance("ship")
    assert len(card.hits[1]) == lines[1].count("blocked")
    assert len(labels.title(0, 2000).hits) == 2
    labels.set_sought(())
    assert not any(labels.card(0, 300).hits)
