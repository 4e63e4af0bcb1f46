"""Facets and their values in the reader's words."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.facets import Certainty, EventMark, Facet, Reading
from timeline_app.domain.period import Granularity
from timeline_app.messages import QT_TRANSLATE_NOOP
from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.domain.facets import Value

_TITLES = {
    Facet.OUTLET: QT_TRANSLATE_NOOP("Facets", "Outlets"),
    Facet.TAG: QT_TRANSLATE_NOOP("Facets", "Tags"),
    Facet.FOLDER: QT_TRANSLATE_NOOP("Facets", "Folders"),
    Facet.KIND: QT_TRANSLATE_NOOP("Facets", "Kind of event"),
    Facet.GRANULARITY: QT_TRANSLATE_NOOP("Facets", "Dated to the"),
    Facet.CERTAINTY: QT_TRANSLATE_NOOP("Facets", "How the date is known"),
    Facet.READING: QT_TRANSLATE_NOOP("Facets", "Read"),
    Facet.MARK: QT_TRANSLATE_NOOP("Facets", "Marked by you"),
}
_VALUES: dict[Value, str] = {
    Certainty.STATED: QT_TRANSLATE_NOOP("Facets", "as stated"),
    Certainty.APPROXIMATE: QT_TRANSLATE_NOOP("Facets", "about"),
    Certainty.OPEN: QT_TRANSLATE_NOOP("Facets", "open on one side"),
    Certainty.ASSUMED: QT_TRANSLATE_NOOP("Facets", "assumed"),
    Certainty.CORRECTED: QT_TRANSLATE_NOOP("Facets", "corrected by you"),
    Reading.UNREAD: QT_TRANSLATE_NOOP("Facets", "unread"),
    Reading.SKIMMED: QT_TRANSLATE_NOOP("Facets", "skimmed"),
    Reading.READ: QT_TRANSLATE_NOOP("Facets", "read"),
    EventMark.STARRED: QT_TRANSLATE_NOOP("Facets", "starred"),
}
_GRANULARITIES = {
    Granularity.SECOND: QT_TRANSLATE_NOOP("Facets", "second"),
    Granularity.MINUTE: QT_TRANSLATE_NOOP("Facets", "minute"),
    Granularity.HOUR: QT_TRANSLATE_NOOP("Facets", "hour"),
    Granularity.PART_OF_DAY: QT_TRANSLATE_NOOP("Facets", "part of the day"),
    Granularity.DAY: QT_TRANSLATE_NOOP("Facets", "day"),
    Granularity.WEEK: QT_TRANSLATE_NOOP("Facets", "week"),
    Granularity.MONTH: QT_TRANSLATE_NOOP("Facets", "month"),
    Granularity.QUARTER: QT_TRANSLATE_NOOP("Facets", "quarter"),
    Granularity.SEASON: QT_TRANSLATE_NOOP("Facets", "season"),
    Granularity.HALF: QT_TRANSLATE_NOOP("Facets", "half of a year"),
    Granularity.YEAR: QT_TRANSLATE_NOOP("Facets", "year"),
    Granularity.DECADE: QT_TRANSLATE_NOOP("Facets", "decade"),
    Granularity.CENTURY: QT_TRANSLATE_NOOP("Facets", "century"),
}
_FOLDERS_SHOWN = 2


def _translated(text: str) -> str:
    return QCoreApplication.translate("Facets", text)


def facet_title(facet: Facet, kind: str = "") -> str:
    """Return what a facet is called; participants go by what they are."""
    return texts.participant_kind(ParticipantKind(kind)) if kind else _translated(_TITLES[facet])


def value_name(facet: Facet, value: Value, name: str = "") -> str:
    """Return what a value of a facet is called; `name` is the participant's."""
    words: dict[Facet, Callable[[], str]] = {
        Facet.PARTICIPANT: lambda: name or QCoreApplication.translate("Facets", "a participant"),
        Facet.OUTLET: lambda: str(value) or QCoreApplication.translate("Facets", "no outlet stated"),
        Facet.FOLDER: lambda: short_folder(str(value)),
        Facet.KIND: lambda: texts.event_kind(EventKind(str(value))),
        Facet.GRANULARITY: lambda: _translated(_GRANULARITIES[Granularity(int(value))]),
        Facet.TAG: lambda: str(value),
    }
    return words.get(facet, lambda: _translated(_VALUES[value]))()


def condition(facet: Facet, value: Value, name: str = "") -> str:
    """Return a value of a facet as a condition that stands by itself: "dated to the month", where "month" would not do."""
    words = value_name(facet, value, name)
    if facet is Facet.GRANULARITY:
        return QCoreApplication.translate("Facets", "dated to the {unit}").format(unit=words)
    if facet is Facet.CERTAINTY:
        return QCoreApplication.translate("Facets", "date {how}").format(how=words)
    if facet is Facet.TAG:
        return QCoreApplication.translate("Facets", "tag {tag}").format(tag=words)
    return words


def short_folder(path: str) -> str:
    """Return the last names of a folder's path, by which readers know it."""
    if not path:
        return QCoreApplication.translate("Facets", "no folder")
    pure = PurePosixPath(path) if "/" in path else PureWindowsPath(path)
    parts = [part for part in pure.parts if part != pure.anchor][-_FOLDERS_SHOWN:]
    return "/".join(parts) or path
