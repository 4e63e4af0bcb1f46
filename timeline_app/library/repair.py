"""Saving what can be read of a damaged library into a new one.

The damaged file is never written to: what is read is a copy of it. Its rows are looked for on every page by what they are (see
`salvage`), so that a damaged page costs no more than what was on it, whichever page it is.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from timeline_app.domain.article import Article, DateOrigin
from timeline_app.domain.correction import AddEvent
from timeline_app.errors import LibraryError
from timeline_app.library import corrections
from timeline_app.library.connection import PAGE_BYTES
from timeline_app.library.entry import ARTICLE_COLUMNS, checksum, entry_of
from timeline_app.library.failures import not_a_library, readable_failures
from timeline_app.library.library import Library
from timeline_app.library.locking import WriterLock
from timeline_app.library.pages import Text
from timeline_app.library.readings import reading_of
from timeline_app.library.recognition import read_header
from timeline_app.library.record import unpack
from timeline_app.library.rows import key_of, period_of
from timeline_app.library.salvage import salvage
from timeline_app.library.texts import inflated, inflated_as_far_as_possible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from timeline_app.domain.correction import Correction
    from timeline_app.domain.extraction import Extraction
    from timeline_app.domain.facets import Reading
    from timeline_app.library.entry import Entry
    from timeline_app.library.salvage import Row, Salvage

_BATCH = 200
_HEADER_BYTES = 100
_CONSTANTS = (slice(0, 24), slice(44, 48), slice(56, 60))
"""What is the same in the header of all libraries: the magic number, the size of pages, the format and the encoding."""

_POSSIBLE_SIZES = {1 << power for power in range(9, 16)}
_LOG = "-wal"
_MAKES_NO_SENSE = ValueError, TypeError, AttributeError, KeyError, IndexError
"""What reading damaged values raises."""


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What was saved.

    `articles` counts those in the new library; `read_anew` those of them whose events were damaged and were found again in the
    text; `changed` has the titles of those whose words may not be as they were; `lost` counts articles that are known to have
    been there and could not be read.
    """

    articles: int
    read_anew: int
    changed: tuple[str, ...]
    lost: int
    corrections: int

    @property
    def is_whole(self) -> bool:
        """True where nothing is missing or in doubt."""
        return not self.lost and not self.changed


class _Saved(NamedTuple):
    was: bytes
    """Its fingerprint in the damaged library; another is the entry's where its words are others."""
    entry: Entry
    is_read_anew: bool
    is_as_written: bool


def repair(
    path: Path,
    out: Path,
    *,
    extract: Callable[[Article], Extraction],
    is_cancelled: Callable[[], bool] | None = None,
) -> RepairReport:
    """Save what can be read of the library at `path` into a new library at `out`, with the corrections.

    Must not run in a process that has the library open.

    Args:
        path: The damaged library; it is only read.
        out: Where the new one is made.
        extract: Finds the events of an article whose own are damaged.
        is_cancelled: Asked for each article; what was saved until then stays.

    Raises:
        LibraryError: `path` is no library any more, another program is adding to it, `out` is there already, or there is no
            room; what was saved until then stays.
    """
    with (
        readable_failures(path),
        tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as folder,
        ExitStack() as opened,
    ):
        found = [
            opened.enter_context(salvage(state, page_bytes))
            for state in _states(path, Path(folder))
            for page_bytes in _page_sizes(state)
        ]
        best = max(found, key=_count_as_written) if len(found) > 1 else found[0]
        if not best.known and read_header(path) is None:
            raise LibraryError(not_a_library(path))
        with Library.create(out) as new:
            return _save(best, new, extract, is_cancelled or (lambda: False))


def _states(path: Path, folder: Path) -> list[Path]:
    """Return copies to look through: with the log written down and without it, which may be of another library."""
    try:
        lock = WriterLock(path)
    except OSError:  # nobody can write there
        lock = None
    try:
        copy, log = folder / "damaged", path.with_name(f"{path.name}{_LOG}")
        shutil.copyfile(path, copy)
        if not log.exists() or not log.stat().st_size:
            return [copy]
        whole = folder / "whole"
        shutil.copyfile(path, whole)
        shutil.copyfile(log, folder / f"{whole.name}{_LOG}")
    finally:
        if lock is not None:
            lock.release()
    _write_log_down(whole)
    return [whole, copy]


def _write_log_down(copy: Path) -> None:
    """Write to their places what SQLite finds to be whole in the log, for which the copy needs a sound header."""
    new = copy.with_name("new")
    Library.create(new).close()
    header = new.read_bytes()[:_HEADER_BYTES]
    with copy.open("r+b") as file:
        for constant in _CONSTANTS:
            file.seek(constant.start)
            file.write(header[constant])
    with suppress(apsw.Error):
        connection = apsw.Connection(str(copy))
        try:
            connection.pragma("application_id")  # the log is opened with the first look at the file
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        finally:
            connection.close()


def _page_sizes(state: Path) -> list[int]:
    """Return how long a page may be: as the file says, where that can be, and as we make them."""
    with state.open("rb") as file:
        stated = int.from_bytes(file.read(_HEADER_BYTES)[16:18], "big")
    return [*dict.fromkeys(size for size in (PAGE_BYTES, stated) if size in _POSSIBLE_SIZES)]


def _count_as_written(found: Salvage) -> int:
    return sum(any(map(_is_as_written, found.article(article))) for article in found.articles)


def _save(
    found: Salvage, new: Library, extract: Callable[[Article], Extraction], is_cancelled: Callable[[], bool]
) -> RepairReport:
    articles = read_anew = 0
    changed: list[str] = []
    batch: list[Entry] = []
    now: dict[bytes, bytes] = {}
    written_by_reader = _written_by_reader(found)
    for key in found.articles:
        if is_cancelled():
            break
        saved = _saved(found, key, extract)
        if saved.was != saved.entry.fingerprint:
            if saved.was in written_by_reader:  # it comes with the correction that it was written in
                articles += 1
                continue
            now[saved.was] = saved.entry.fingerprint
        read_anew += saved.is_read_anew
        if not saved.is_as_written:
            changed.append(saved.entry.title)
        batch.append(saved.entry)
        if len(batch) == _BATCH:
            articles += new.add_entries(batch).added
            batch.clear()
    articles += new.add_entries(batch).added
    new.imports.end(new.imports.begin([_text(row["path"]) for row in found.tables["source"]]))
    corrections_saved = 0
    for correction in _corrections(found, now):
        with suppress(*_MAKES_NO_SENSE):
            new.correct(correction)
            corrections_saved += 1
    _save_readings_and_views(found, new, now)
    return RepairReport(articles, read_anew, tuple(changed), found.known - articles, corrections_saved)


def _corrections(found: Salvage, now: Mapping[bytes, bytes]) -> Iterator[Correction]:
    """Yield the corrections of which the columns make sense.

    `now` has the fingerprints of articles whose words are others now, by those that they had. What was said of one of their events
    holds for it still, where its evidence is as it was.
    """
    for row in found.tables["correction"]:
        with suppress(*_MAKES_NO_SENSE):
            fingerprint, *rest = (_plain(row[name]) for name in corrections.COLUMNS.split(", "))
            yield corrections.correction_from(now.get(fingerprint, fingerprint), *rest)


def _written_by_reader(found: Salvage) -> set[bytes]:
    """Return the fingerprints of the articles that hold nothing but the reader's own words about an event."""
    return {
        bytes.fromhex(made.target.article)
        for made in _corrections(found, {})
        if isinstance(made, AddEvent) and made.stands_alone
    }


def _save_readings_and_views(found: Salvage, new: Library, now: Mapping[bytes, bytes]) -> None:
    """Save how far was read, and the saved views, as far as they make sense; none of it is worth a word where it is lost."""
    read: dict[int, Reading] = {}
    for row in found.tables["reading"]:
        fingerprint, evidence, ordinal, level = map(_plain, row.values())
        with suppress(*_MAKES_NO_SENSE):
            event = new.event_of_key(key_of(now.get(fingerprint, fingerprint), evidence, ordinal))
            if event is not None:
                read[event] = reading_of(level)
    new.note_readings(read)
    for row in found.tables["saved_view"]:
        new.save_view(_text(row["name"]), _text(row["state"]))


_CHECKED = (*ARTICLE_COLUMNS.split(", "), "title")


def _is_as_written(row: Row) -> bool:
    try:
        said = inflated(row["text"])
    except ValueError:
        return False
    return checksum((*(row[name] for name in _CHECKED), *said)) == int(row["checksum"])


def _saved(found: Salvage, key: int, extract: Callable[[Article], Extraction]) -> _Saved:
    rows = found.article(key)
    row = next((row for row in rows if _is_as_written(row)), rows[0])
    outlet, file = found.outlets.get(row["outlet"]), found.files.get(row["file"])
    is_as_written = _is_as_written(row) and outlet is not None and file is not None
    try:
        published = period_of(*(row[f"published_{part}"] for part in ("start", "end", "granularity", "approximate")))
        date_origin = DateOrigin(_text(row["date_origin"]))
    except (ValueError, TypeError):
        published, date_origin = None, DateOrigin.NONE
    said = inflated_as_far_as_possible(row["text"])
    article = Article(
        title=_text(row["title"]),
        body=said.body,
        published=published,
        published_stated=_text(row["published_stated"]),
        date_origin=date_origin,
        title_derived=bool(row["title_derived"]),
        outlet=_text(outlet),
        author=_text(row["author"]),
        url=_text(row["url"]),
        language=_text(row["language"]),
        source=_text(file) + _text(row["place"]),
    )
    try:
        extraction, is_read_anew = unpack(row["record"], article, said.names), False
    except _MAKES_NO_SENSE:
        extraction, is_read_anew = extract(article), True
    return _Saved(row["fingerprint"], entry_of(extraction, _text(file)), is_read_anew, is_as_written)


def _plain(value: Any) -> Any:
    """Return what SQLite would give for a value; damaged text is an error."""
    return value.decode() if isinstance(value, Text) else value


def _text(kept: object) -> str:
    return kept.decode(errors="replace") if isinstance(kept, bytes) else ""
