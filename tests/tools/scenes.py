"""Pictures of the timeline in every state that it has, to be looked at: levels, lanes, fuzzy dates, a dense day, all ages.

Run as ``python -m tests.tools.scenes FOLDER [--scale 2] [--text 2] [--theme dark] [--only NAME]``. Every picture is of the real
widgets: the sample articles, and made-up events where the sample has too few.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from timeline_app.domain.calendar import SECONDS_PER_DAY, SECONDS_PER_HOUR, instant
from timeline_app.domain.event_groups import EventGroups, GroupBy
from timeline_app.domain.event_index import KINDS, EventFlag, EventIndex, EventSummary
from timeline_app.domain.period import Granularity
from timeline_app.importing import import_paths
from timeline_app.library import Library
from timeline_app.models.event_model import EventModel
from timeline_app.paths import resource
from timeline_app.settings import ThemeChoice
from timeline_app.timeline.grouping import LaneGrouping, LaneOrder
from timeline_app.ui.overview_bar import OverviewBar
from timeline_app.ui.style import apply_theme
from timeline_app.ui.timeline_view import TimelineView
from timeline_app.ui.typography import scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DAY = SECONDS_PER_DAY
SIZE = (1200, 560)
OUTLETS = ("Harbour Courier", "Delta Gazette", "The Herald", "Port Wire", "Evening Ledger")
WORDS = (
    *("Ministers meet over the new harbour treaty", "Court hears the second witness", "Storm closes the northern road"),
    *("Police search two offices", "Budget passes its first reading", "Tugs pull at high tide", "Report is published"),
    "The inquiry names three companies that had shared one address since the spring",
)


class Desk(QWidget):
    """The timeline over its overview, as in the window."""

    def __init__(self) -> None:
        super().__init__()
        self.view = TimelineView()
        self.view.set_motion(allowed=False)
        self.bar = OverviewBar(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.bar)
        self.model = EventModel(self)
        self.view.setModel(self.model)
        self.resize(*SIZE)

    def show_index(self, index: EventIndex, outlet: str = "") -> None:
        """Show made-up events."""

        def fetch(ids: Sequence[int]) -> Mapping[int, EventSummary]:
            return {
                i: EventSummary(
                    i, i, WORDS[i % len(WORDS)], outlet or OUTLETS[i % 5], "last Tuesday", ("NATO", "O. Rabie")
                )
                for i in ids
            }

        self.model.set_events(index, fetch)

    def show_sample(self, library: Library) -> None:
        """Show the sample articles, with the groups that the library makes of them."""
        self.view.swimlanes.groups_wanted.connect(
            lambda by: self.view.swimlanes.set_groups(by, library.event_groups(by))
        )
        self.model.set_events(library.load_index(), library.summaries)
        self.view.set_visible_span(instant(2021, 3, 22), instant(2021, 3, 31))

    def select(self, row: int) -> None:
        """Make an event the current one."""
        self.view.setCurrentIndex(self.model.index(row, 0))


def index_of(starts: np.ndarray, lengths: np.ndarray | int = DAY, **columns: np.ndarray) -> EventIndex:
    """Return made-up events, in order of their starts."""
    count = len(starts)
    order = np.argsort(starts, kind="stable")
    ends = (starts + lengths)[order]
    ids = np.arange(count, dtype=np.int64)
    rng = np.random.default_rng(3)
    return EventIndex(
        ids,
        ids,
        starts[order].astype(np.int64),
        ends.astype(np.int64),
        (ids % len(OUTLETS)).astype(np.int32),
        columns.get("kinds", rng.choice(len(KINDS), count, p=[0.2, 0.65, 0.15]).astype(np.uint8)),
        columns.get("granularities", np.full(count, Granularity.DAY, np.uint8))[order],
        columns.get("flags", np.zeros(count, np.uint16))[order],
        OUTLETS,
    )


def spread(count: int, days: int, first: int = instant(2021, 3, 1)) -> np.ndarray:
    """Return starts, more of them in the middle than at the ends."""
    rng = np.random.default_rng(5)
    return first + np.clip(rng.normal(days / 2, days / 5, count), 0, days).astype(np.int64) * DAY


def levels(count: int, days: int) -> Callable[[Desk, Library], None]:
    """Return a scene of so many events over so many days: how many there are decides how they are shown."""

    def scene(desk: Desk, _library: Library) -> None:
        desk.show_index(index_of(spread(count, days)))
        desk.select(count // 2)

    return scene


def lanes(grouping: LaneGrouping, order: LaneOrder = LaneOrder.COUNT) -> Callable[[Desk, Library], None]:
    """Return a scene of the sample in lanes."""

    def scene(desk: Desk, library: Library) -> None:
        desk.show_sample(library)
        desk.view.swimlanes.set_order(order)
        desk.view.set_lanes(grouping)

    return scene


def thread(desk: Desk, library: Library) -> None:
    """An event of several participants, selected."""
    lanes(LaneGrouping.PARTICIPANT)(desk, library)
    held = [sum(lane.position(row) >= 0 for lane in desk.view.lane_columns()) for row in range(len(desk.model.events))]
    desk.select(int(np.argmax(held)))
    desk.view.scrollTo(desk.view.currentIndex())


def folded(desk: Desk, library: Library) -> None:
    """Some lanes folded, one pinned."""
    lanes(LaneGrouping.PARTICIPANT)(desk, library)
    groups = desk.view.swimlanes.groups(GroupBy.PARTICIPANT)
    assert groups is not None
    desk.view.swimlanes.pin(int(groups.keys[-1]))
    for number in (1, 2, 4, 5, 6):
        desk.view.swimlanes.toggle_fold(number)


def stretch(desk: Desk, library: Library) -> None:
    """A marked stretch of time with what it holds."""
    desk.show_sample(library)
    desk.view.mark_between(300, 760)
    desk.view.finish_stretch()


def dense_day(desk: Desk, _library: Library) -> None:
    """Three hundred events of one day, half of them with their hour."""
    day = instant(2021, 3, 24)
    rng = np.random.default_rng(2)
    timed = rng.random(300) < 0.5
    starts = day + np.where(timed, rng.integers(6, 22, 300) * SECONDS_PER_HOUR, 0)
    lengths = np.where(timed, SECONDS_PER_HOUR, DAY)
    granularities = np.where(timed, Granularity.HOUR, Granularity.DAY).astype(np.uint8)
    desk.show_index(index_of(starts, lengths, granularities=granularities))
    desk.view.set_visible_span(day - DAY // 10, day + DAY + DAY // 10)
    desk.view.scroll_rows(100, 3)


def fuzzy(desk: Desk, _library: Library) -> None:
    """Every way to be unsure of a date."""
    first = instant(2021, 1, 1)
    kinds = (
        (Granularity.DAY, 1, 0),
        (Granularity.MONTH, 31, 0),
        (Granularity.QUARTER, 91, 0),
        (Granularity.SEASON, 92, 0),
        (Granularity.YEAR, 365, 0),
        (Granularity.DAY, 20, EventFlag.APPROXIMATE),
        (Granularity.YEAR, 365, EventFlag.APPROXIMATE),
        (Granularity.DAY, 30, EventFlag.OPEN_END),
        (Granularity.DAY, 30, EventFlag.OPEN_START),
        (Granularity.DAY, 14, 0),
    )
    kinds = kinds * 3
    starts = first + np.arange(len(kinds)) % 10 * 25 * DAY
    desk.show_index(
        index_of(
            starts,
            np.array([length for _, length, _ in kinds]) * DAY,
            granularities=np.array([granularity for granularity, _, _ in kinds], np.uint8),
            flags=np.array([int(flag) for _, _, flag in kinds], np.uint16),
            kinds=np.ones(len(kinds), np.uint8),
        )
    )


def ages(start: int, end: int) -> Callable[[Desk, Library], None]:
    """Return a scene between two years, for the ruler."""

    def scene(desk: Desk, _library: Library) -> None:
        first, last = instant(start), instant(end)
        starts = np.linspace(first, last, 60).astype(np.int64) // DAY * DAY
        desk.show_index(index_of(starts))

    return scene


def hours(desk: Desk, library: Library) -> None:
    """A day and a half: nights."""
    desk.show_sample(library)
    desk.view.set_visible_span(instant(2021, 3, 26, 18), instant(2021, 3, 28, 6))


def minutes(desk: Desk, library: Library) -> None:
    """Two hours."""
    desk.show_sample(library)
    desk.view.set_visible_span(instant(2021, 3, 28, 23), instant(2021, 3, 29, 1))


def filtered(desk: Desk, library: Library) -> None:
    """A filter that leaves a third: the overview shows all events, and its share."""
    desk.show_sample(library)
    whole = desk.model.events
    desk.bar.show_all(whole)
    desk.model.set_events(whole.take(whole.outlets == 1), library.summaries)


def focus(desk: Desk, library: Library) -> None:
    """The focus on the canvas, and the current event."""
    desk.show_sample(library)
    desk.select(150)
    desk.view.scrollTo(desk.view.currentIndex())


def empty(desk: Desk, _library: Library) -> None:
    """No events."""
    desk.view.empty_words = "No events yet. Drop articles here, or add them with Ctrl+Shift+A."
    desk.show_index(EventIndex.empty())


def tags(desk: Desk, library: Library) -> None:
    """Lanes by tags that overlap."""
    desk.show_sample(library)
    ids = desk.model.events.ids
    which = [ids[::7], ids[::11], ids[::23]]
    groups = np.repeat(np.arange(3), [len(part) for part in which])
    tagged = EventGroups.of_pairs(groups, np.concatenate(which), np.arange(3), ("Money", "Ask again", "Key"), ("",) * 3)
    desk.view.swimlanes.set_groups(GroupBy.TAG, tagged)
    desk.view.set_lanes(LaneGrouping.TAG)


SCENES: dict[str, Callable[[Desk, Library], None]] = {
    "cards": levels(6, 60),
    "titles": levels(40, 60),
    "dots": levels(400, 200),
    "density": levels(40_000, 4000),
    "lanes-outlet": lanes(LaneGrouping.OUTLET),
    "lanes-kind": lanes(LaneGrouping.KIND),
    "lanes-participant": lanes(LaneGrouping.PARTICIPANT),
    "lanes-participant-name": lanes(LaneGrouping.PARTICIPANT, LaneOrder.NAME),
    "lanes-participant-kind": lanes(LaneGrouping.PARTICIPANT_KIND),
    "lanes-folder": lanes(LaneGrouping.FOLDER),
    "lanes-tag": tags,
    "thread": thread,
    "folded": folded,
    "stretch": stretch,
    "dense-day": dense_day,
    "fuzzy": fuzzy,
    "centuries": ages(-600, 1900),
    "decades": ages(1900, 2030),
    "hours": hours,
    "minutes": minutes,
    "filtered": filtered,
    "focus": focus,
    "empty": empty,
}


def main() -> None:
    """Render them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--text", type=float, default=1.0, help="how many times the size of the text")
    parser.add_argument("--only", nargs="*", default=list(SCENES))
    wanted = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = str(wanted.scale)
    app = QApplication(["timeline-app"])
    QLocale.setDefault(QLocale("en_GB"))
    app.setFont(scaled(app.font(), wanted.text))
    apply_theme(ThemeChoice(wanted.theme))
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.timeline"
        import_paths(path, [resource("sample", "articles")])
        with Library.open(path, read_only=True) as library:
            for name in wanted.only:
                desk = Desk()
                desk.show()
                desk.activateWindow()
                SCENES[name](desk, library)
                if name == "focus":
                    desk.view.setFocus()
                app.processEvents()
                target = wanted.folder / f"{name}-{wanted.theme}-{wanted.scale:g}-{wanted.text:g}.png"
                desk.grab().save(str(target))
                print(target)
                desk.deleteLater()
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
