"""Saving what can be read of a damaged library into a new one.

The damaged file is never written to: what is read is a copy of it. Its articles are looked for by every way that leads to them,
because a damaged page breaks some of the ways only, and each is read by itself, so that it costs only itself.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from timeline_app.domain.article import Article, DateOrigin
from timeline_app.errors import LibraryError
from timeline_app.library import corrections
from timeline_app.library.entry import ARTICLE_COLUMNS, checksum
from timeline_app.library.failures import not_a_library, readable_failures
from timeline_app.library.library import Library
from timeline_app.library.locking import WriterLock
from timeline_app.library.readings import reading_of
from timeline_app.library.recognition import read_header
from timeline_app.library.record import unpack
from timeline_app.library.rows import key_of, period_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline_app.domain.extraction import Extraction
    from timeline_app.domain.facets import Reading

_BATCH = 200
_INTERIOR_TABLE_PAGE = 5


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
    extraction: Extraction
    is_read_anew: bool
    is_as_written: bool


def repair(path: Path, out: Path, *, extract: Callable[[Article], Extraction]) -> RepairReport:
    """Save what can be read of the library at `path` into a new library at `out`, with the corrections.

    Must not run in a process that has the library open.

    Args:
        path: The damaged library; it is only read.
        out: Where the new one is made.
        extract: Finds the events of an article whose own are damaged.

    Raises:
        LibraryError: `path` is no library any more, another program is adding to it, `out` is there already, or there is no
            room; what was saved until then stays.
    """
    with readable_failures(path):
        if read_header(path) is None:
            raise LibraryError(not_a_library(path))
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as folder:
            damaged = _open(_copy(path, Path(folder)))
            try:
                with Library.create(out) as new:
                    return _save(damaged, new, extract)
            finally:
                damaged.close()


def _open(copy: Path) -> apsw.Connection:
    """Open a copy of a damaged library; where not even its tables are known, with the list of tables of a new one."""
    connection = _connect(copy)
    try:
        connection.execute("SELECT 1 FROM article LIMIT 0")
    except apsw.CorruptError:
        connection.close()
        _restore_list_of_tables(copy)
        connection = _connect(copy)
        connection.execute("SELECT 1 FROM article LIMIT 0")
    return connection


def _connect(copy: Path) -> apsw.Connection:
    connection = apsw.Connection(str(copy))
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    return connection


def _restore_list_of_tables(copy: Path) -> None:
    """Write the pages that list the tables as they are in a new library: all are made in one order, and keep their places.

    The list is a b-tree that begins after the header of the first page (https://sqlite.org/fileformat2.html, 1.6).
    """
    new = copy.with_name("new")
    Library.create(new).close()
    pages = new.read_bytes()
    size = int.from_bytes(pages[16:18], "big")
    with copy.open("r+b") as file:
        file.seek(100)
        file.write(pages[100:size])
        for number in _children(pages[:size]):
            file.seek((number - 1) * size)
            file.write(pages[(number - 1) * size : number * size])


def _children(first_page: bytes) -> list[int]:
    """Return the pages below the first one: its header is of 12 bytes, of which the last four lead to the right-most child."""
    if first_page[100] != _INTERIOR_TABLE_PAGE:
        return []
    cells = int.from_bytes(first_page[103:105], "big")
    pointers = [int.from_bytes(first_page[at : at + 2], "big") for at in range(112, 112 + 2 * cells, 2)]
    return [int.from_bytes(first_page[at : at + 4], "big") for at in (*pointers, 108)]


def _copy(path: Path, folder: Path) -> Path:
    try:
        lock = WriterLock(path)
    except OSError:  # nobody can write there
        return _copy_files(path, folder)
    try:
        return _copy_files(path, folder)
    finally:
        lock.release()


def _copy_files(path: Path, folder: Path) -> Path:
    copy = folder / "damaged"
    shutil.copyfile(path, copy)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        shutil.copyfile(log, folder / "damaged-wal")
    return copy


def _save(damaged: apsw.Connection, new: Library, extract: Callable[[Article], Extraction]) -> RepairReport:
    outlets = dict(_rows(damaged, "SELECT id, CAST(name AS BLOB) FROM outlet"))
    files = dict(_rows(damaged, "SELECT id, CAST(path AS BLOB) FROM file"))
    articles = read_anew = lost = 0
    changed: list[str] = []
    batch: list[Extraction] = []
    for article_id in _article_ids(damaged):
        saved = _saved(damaged, article_id, outlets, files, extract)
        if saved is None:
            lost += 1
            continue
        read_anew += saved.is_read_anew
        if not saved.is_as_written:
            changed.append(saved.extraction.article.title)
        batch.append(saved.extraction)
        if len(batch) == _BATCH:
            articles += new.add(batch).added
            batch.clear()
    articles += new.add(batch).added
    made = 0
    for row in _rows(damaged, f"SELECT {corrections.COLUMNS} FROM correction"):
        try:
            new.correct(corrections.correction_from(*row))
        except (ValueError, TypeError, AttributeError, KeyError, IndexError):  # its columns make no sense any more
            continue
        made += 1
    _save_readings_and_views(damaged, new)
    return RepairReport(articles, read_anew, tuple(changed), lost, made)


def _save_readings_and_views(damaged: apsw.Connection, new: Library) -> None:
    """Save how far was read, and the saved views, as far as they make sense; none of it is worth a word where it is lost."""
    read: dict[int, Reading] = {}
    for *key, level in _rows(damaged, "SELECT fingerprint, evidence, ordinal, level FROM reading"):
        with suppress(ValueError, TypeError, AttributeError, KeyError):
            event = new.event_of_key(key_of(*key))
            if event is not None:
                read[event] = reading_of(level)
    new.note_readings(read)
    for name, state in _rows(damaged, "SELECT name, state FROM saved_view"):
        if isinstance(name, str) and isinstance(state, str):
            new.save_view(name, state)


_WAYS_TO_ARTICLES = (
    "SELECT id FROM article NOT INDEXED ORDER BY id",
    "SELECT id FROM article NOT INDEXED ORDER BY id DESC",
    "SELECT id FROM article INDEXED BY sqlite_autoindex_article_1 ORDER BY fingerprint",
    "SELECT DISTINCT article FROM report ORDER BY article",
    "SELECT DISTINCT article FROM report ORDER BY article DESC",
    "SELECT id FROM article_text_docsize",
)


def _article_ids(damaged: apsw.Connection) -> list[int]:
    found = {row[0] for way in _WAYS_TO_ARTICLES for row in _rows(damaged, way) if isinstance(row[0], int)}
    return sorted(found)


def _rows(damaged: apsw.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """Yield rows up to the first that cannot be read."""
    try:
        yield from damaged.execute(query)
    except (apsw.Error, UnicodeDecodeError):
        return


_TEXTS = ("published_stated", "date_origin", "author", "url", "language", "place", "title", "participants", "body")
_COLUMNS = ", ".join(
    f"CAST({name} AS BLOB)" if name in _TEXTS else name
    for name in f"{ARTICLE_COLUMNS}, title, participants, body, record".split(", ")
)


def _saved(
    damaged: apsw.Connection,
    article_id: int,
    outlets: dict[int, bytes],
    files: dict[int, bytes],
    extract: Callable[[Article], Extraction],
) -> _Saved | None:
    rows = list(_rows(damaged, f"SELECT outlet, file, checksum, {_COLUMNS} FROM article WHERE id = {article_id}"))
    if not rows:
        return None
    outlet, file, expected, *columns = rows[0]
    *period, derived, stated, origin, author, url, language, place, title, names, body, record = columns
    is_as_written = checksum(columns[:-1]) == expected and outlet in outlets and file in files
    try:
        published, date_origin = period_of(*period), DateOrigin(_text(origin))
    except (ValueError, TypeError):
        published, date_origin = None, DateOrigin.NONE
    article = Article(
        _text(title),
        _text(body),
        published,
        _text(stated),
        date_origin,
        bool(derived),
        _text(outlets.get(outlet, b"")),
        _text(author),
        _text(url),
        _text(language),
        _text(files.get(file, b"")) + _text(place),
    )
    try:
        return _Saved(unpack(record, article, _text(names)), is_read_anew=False, is_as_written=is_as_written)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return _Saved(extract(article), is_read_anew=True, is_as_written=is_as_written)


def _text(kept: object) -> str:
    return kept.decode(errors="replace") if isinstance(kept, bytes) else ""
