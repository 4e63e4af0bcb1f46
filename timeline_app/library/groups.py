"""Which events have a participant, a kind of participant, a tag or a folder in common: one pass of SQL into columns.

SQLite writes the ids of each group as one text and numpy reads it: some millions of pairs take a few tenths of a second, where a
Python tuple for each pair would take several.
"""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.event_groups import EventGroups, GroupBy
from timeline_app.library.corrections import tagged_events
from timeline_app.library.transactions import snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw
    from numpy.typing import NDArray

_EVENTS_AT_ONCE = 1 << 18


def event_groups(connection: apsw.Connection, by: GroupBy) -> EventGroups:
    """Return the groups of all events of a library, those that are not dated among them."""
    with snapshot(connection):
        match by:
            case GroupBy.PARTICIPANT:
                return _by_participant(connection)
            case GroupBy.PARTICIPANT_KIND:
                return _by_kind(_by_participant(connection))
            case GroupBy.FOLDER:
                return _by_folder(connection)
            case GroupBy.TAG:
                return _by_tag(connection)


def _by_participant(connection: apsw.Connection) -> EventGroups:
    known: list[tuple[Any, ...]] = connection.execute("SELECT id, name, kind FROM identity ORDER BY id").fetchall()
    keys = np.array([key for key, _, _ in known], np.int64)
    identities = dict[Any, Any](connection.execute("SELECT id, identity FROM participant WHERE identity IS NOT NULL"))
    numbers, counts, texts = [], [], []
    for number, count, text in connection.execute(
        "SELECT participant, count(*), group_concat(event) FROM event_participant GROUP BY participant"
    ):
        if number not in identities:
            continue
        numbers.append(identities[number])
        counts.append(count)
        texts.append(text)
    positions = np.repeat(np.searchsorted(keys, np.array(numbers, np.int64)), counts)
    return EventGroups.of_pairs(positions, _numbers(texts), keys, [n for _, n, _ in known], [k for _, _, k in known])


def _by_kind(participants: EventGroups) -> EventGroups:
    kinds = sorted(set(participants.kinds))
    codes = np.array([kinds.index(kind) for kind in participants.kinds], np.int64)
    groups = np.repeat(codes, np.diff(participants.offsets)) if len(codes) else codes
    return EventGroups.of_pairs(groups, participants.events, np.arange(len(kinds)), kinds, kinds)


def _by_tag(connection: apsw.Connection) -> EventGroups:
    rows: list[tuple[Any, ...]] = tagged_events(connection)
    names = sorted({tag for tag, _ in rows}, key=lambda tag: (tag.casefold(), tag))
    codes = {name: code for code, name in enumerate(names)}
    groups = np.array([codes[tag] for tag, _ in rows], np.int64)
    events = np.array([event for _, event in rows], np.int64)
    return EventGroups.of_pairs(groups, events, np.arange(len(names)), names, [""] * len(names))


def _by_folder(connection: apsw.Connection) -> EventGroups:
    rows: list[tuple[Any, ...]] = connection.execute("SELECT id, file FROM article ORDER BY id").fetchall()
    folder_of_file = {file: folder_of(path) for file, path in connection.execute("SELECT id, path FROM file")}
    folders = [folder_of_file[file] for _, file in rows]
    names = sorted(set(folders))
    codes = {name: code for code, name in enumerate(names)}
    articles = np.array([article for article, _ in rows], np.int64)
    of_articles = np.array([codes[folder] for folder in folders], np.int64)
    events: list[str] = []
    from_articles: list[str] = []
    last: int = connection.execute("SELECT coalesce(max(id), 0) FROM event").get
    for first in range(0, last + 1, _EVENTS_AT_ONCE):
        row: Any = connection.execute(
            "SELECT group_concat(id), group_concat(article) FROM (SELECT id, article FROM event WHERE id >= ? AND id < ?)",
            (first, first + _EVENTS_AT_ONCE),
        ).fetchone()
        ids, of = row
        if ids is not None:
            events.append(ids)
            from_articles.append(of)
    groups = of_articles[np.searchsorted(articles, _numbers(from_articles))] if len(articles) else of_articles
    return EventGroups.of_pairs(groups, _numbers(events), np.arange(len(names)), names, [""] * len(names))


def folder_of(source: str) -> str:
    """Return the folder of an article's source, empty where it is in none.

    A record's name follows its file's after a "#"; a folder's name may hold one too, but a name before a record has an ending.
    """
    end = source.find("#")
    while end >= 0 and "." not in _path(source[:end]).name:
        end = source.find("#", end + 1)
    folder = str(_path(source if end < 0 else source[:end]).parent)
    return "" if folder == "." else folder


def _path(text: str) -> PurePath:
    """Read a path of whichever system wrote it: a library is read on others too."""
    return PurePosixPath(text) if "/" in text else PureWindowsPath(text)


def _numbers(texts: Iterable[str]) -> NDArray[np.int64]:
    return np.fromstring(",".join(texts), np.int64, sep=",")
