from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import MEETING, make_article, make_extraction
from timeline_app.domain.event_index import EventFlag

if TYPE_CHECKING:
    from timeline_app.library import Library

TOLD = EventFlag.SEVERAL | EventFlag.MANY


@pytest.mark.parametrize(
    ("papers", "expected"), [(1, EventFlag(0)), (2, EventFlag.SEVERAL), (4, EventFlag.SEVERAL), (5, TOLD), (9, TOLD)]
)
def test_the_flags_say_whether_several_articles_or_many_tell_of_an_event(
    library: Library, papers: int, expected: EventFlag
) -> None:
    for number in range(papers):
        library.add([make_extraction(make_article(body=f"{MEETING} It is said.", outlet=f"Paper {number}"))])
    library.regroup()
    index = library.load_index()
    summaries = library.summaries(index.ids.tolist())
    told = {
        summaries[event].reports: EventFlag(flags) & TOLD
        for event, flags in zip(index.ids.tolist(), index.flags.tolist(), strict=True)
    }
    assert told[papers] == expected
    assert told.get(1, EventFlag(0)) == EventFlag(0)
