from __future__ import annotations

import numpy as np
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from timeline_app.domain.event_index import EventFlag, EventIndex
from timeline_app.domain.period import Granularity
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
