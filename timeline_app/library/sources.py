"""The files that articles are from: what they were when they were read, and where a rescan looks."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from timeline_app.domain.sources import FileStamp, FileState, SourceFile
from timeline_app.library.information import set_state
from timeline_app.library.transactions import snapshot, transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from contextlib import AbstractContextManager

    import apsw

    from timeline_app.domain.sources import FileProgress

_COLUMNS_OF = "columns of "
_COLUMNS = "id, path, state, parts, size, modified, changed, content"


def file_id(connection: apsw.Connection, path: str, import_id: int | None) -> int:
    """Return the id of a file, which is made known where it is not."""
    found = connection.execute("SELECT id FROM file WHERE path = ?", (path,)).get
    if found is None:
        connection.execute(
            "INSERT INTO file (path, checksum, import, state, parts) VALUES (?, ?, ?, ?, 0)",
            (path, path_checksum(path), import_id, FileState.READ),
        )
        found = connection.last_insert_rowid()
    return int(found)


def path_checksum(path: str) -> int:
    """Return the CRC-32 of a path, so that damage to it is noticed."""
    return zlib.crc32(path.encode())


def note_progress(connection: apsw.Connection, progress: FileProgress, import_id: int | None) -> None:
    """Write down how far a file was read; where it had been read before, link what changed in it with what it was."""
    file, stamp = file_id(connection, progress.path, import_id), progress.stamp
    connection.execute(
        "UPDATE file SET import = ?, state = ?, parts = ?, size = ?, modified = ?, changed = ?, content = ? WHERE id = ?",
        (
            import_id,
            progress.state,
            progress.parts,
            stamp.size,
            stamp.modified,
            stamp.changed,
            stamp.content or None,
            file,
        ),
    )
    if progress.articles is not None:
        _link_versions(connection, file, progress.articles, import_id)


_IS_BELOW_A_ROOT = (
    "EXISTS (SELECT 1 FROM source WHERE file.path = source.path "
    "OR substr(file.path, 1, length(source.path) + 1) IN (source.path || '/', source.path || '\\'))"
)


def take_back_files(connection: apsw.Connection, import_id: int) -> None:
    """Mark the files of an import as taken back, and look no longer where no other import looks.

    A file that had been read before keeps its older articles: it is read again when it is named again.
    """
    named = json.loads(connection.execute("SELECT sources FROM import WHERE id = ?", (import_id,)).get or "[]")
    others: set[str] = set()
    for (text,) in connection.execute(
        "SELECT sources FROM import WHERE id <> ? AND id NOT IN (SELECT import FROM step WHERE import IS NOT NULL AND is_undone)",
        (import_id,),
    ):
        others.update(json.loads(text))
    connection.executemany("DELETE FROM source WHERE path = ?", [(source,) for source in named if source not in others])
    connection.execute(
        f"UPDATE file SET parts = 0, state = iif(NOT {_IS_BELOW_A_ROOT} "
        "AND EXISTS (SELECT 1 FROM article WHERE article.file = file.id), ?, ?) WHERE import = ?",
        (FileState.BEGUN, FileState.TAKEN_BACK, import_id),
    )


def look_for_files_again(connection: apsw.Connection, import_id: int) -> None:
    """Undo `take_back_files`: the files of the import are to be read anew."""
    named = json.loads(connection.execute("SELECT sources FROM import WHERE id = ?", (import_id,)).get or "[]")
    connection.executemany("INSERT OR IGNORE INTO source VALUES (?)", [(source,) for source in named])
    connection.execute("UPDATE file SET state = ? WHERE import = ?", (FileState.BEGUN, import_id))


def forget_import(connection: apsw.Connection, import_id: int) -> None:
    """Forget an import that was taken back, with the files that nothing else has to do with."""
    connection.execute("DELETE FROM step WHERE import = ?", (import_id,))
    connection.execute(
        f"DELETE FROM file WHERE import = ? AND state = ? AND NOT {_IS_BELOW_A_ROOT}", (import_id, FileState.TAKEN_BACK)
    )
    connection.execute("UPDATE file SET import = NULL WHERE import = ?", (import_id,))
    connection.execute("DELETE FROM import WHERE id = ?", (import_id,))


def _link_versions(connection: apsw.Connection, file: int, found: Collection[bytes], import_id: int | None) -> None:
    """Link each article that is new in a file with one that is no longer in it and was the same but for its words.

    The same is what has its address, else, of what has none, what has its title, else what was and is the file's only article.
    """
    gone, new = list[dict[str, Any]](), list[dict[str, Any]]()
    for row in connection.execute(
        "SELECT id, fingerprint, import, place, url, CASE WHEN title_derived THEN '' ELSE title END, "
        "EXISTS (SELECT 1 FROM version WHERE earlier = article.id) FROM article WHERE file = ? ORDER BY id",
        (file,),
    ):
        article = dict(zip(("id", "fingerprint", "import", "place", "url", "title", "has_later"), row, strict=True))
        if article["fingerprint"] not in found:
            if not article["has_later"]:
                gone.append(article)
        elif article["import"] == import_id:
            new.append(article)
    is_only = len(found) == 1
    for kind in ("url", "title", "only"):
        by_mark = {mark: article for article in gone if (mark := _mark(article, kind, is_only=is_only))}
        for article in list(new):
            earlier = by_mark.pop(_mark(article, kind, is_only=is_only), None)
            if earlier is not None:
                connection.execute("INSERT OR REPLACE INTO version VALUES (?, ?)", (article["id"], earlier["id"]))
                gone.remove(earlier)
                new.remove(article)


def _mark(article: dict[str, Any], kind: str, *, is_only: bool) -> str:
    """Return what an article has in common with another version of it, empty where it has nothing of the kind."""
    match kind:
        case "url":
            return str(article["url"])
        case "title" if not article["url"]:
            return str(article["title"])
        case "only" if is_only and not article["place"]:
            return "the only one"
    return ""


class Sources:
    """The files that a library has read, and the folders and files in which it looks for more: `Library.sources`."""

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[apsw.Connection]],
        writing: Callable[[], AbstractContextManager[apsw.Connection]],
    ) -> None:
        self._reading, self._writing = reading, writing

    def roots(self) -> list[str]:
        """Return the folders and files that the reader named, in the order of their names."""
        with self._reading() as connection:
            return [path for (path,) in connection.execute("SELECT path FROM source ORDER BY path")]

    def columns(self) -> dict[str, tuple[str, ...]]:
        """Return what the reader said of the columns of tables: the name of each one's field, by the signature of the table."""
        with self._reading() as connection:
            rows: Iterator[Any] = connection.execute(
                "SELECT name, value FROM state WHERE name >= ? AND name < ?", (_COLUMNS_OF, f"{_COLUMNS_OF}\uffff")
            )
            return {name.removeprefix(_COLUMNS_OF): tuple(json.loads(value)) for name, value in rows}

    def set_columns(self, signature: str, names: Sequence[str]) -> None:
        """Keep what the reader says of the columns of tables with this signature."""
        with self._writing() as connection:
            set_state(connection, _COLUMNS_OF + signature, json.dumps(list(names)))

    def file(self, path: str) -> SourceFile | None:
        """Return what is known of the file at a path, None where nothing is."""
        with self._reading() as connection:
            row: Any = connection.execute(f"SELECT {_COLUMNS} FROM file WHERE path = ?", (path,)).fetchone()
            return None if row is None else _file_of(*row)

    def of_size(self, size: int) -> list[SourceFile]:
        """Return the files that had so many bytes when they were read."""
        with self._reading() as connection:
            rows: Iterator[Any] = connection.execute(f"SELECT {_COLUMNS} FROM file WHERE size = ? ORDER BY id", (size,))
            return [_file_of(*row) for row in rows]

    def below(self, root: str, separator: str) -> Iterator[SourceFile]:
        """Yield the files at or below a path; nothing may be written before the last of them."""
        first = root if root.endswith(separator) else root + separator
        last = first[:-1] + chr(ord(separator) + 1)
        with self._reading() as connection, snapshot(connection):
            rows: Iterator[Any] = connection.execute(
                f"SELECT {_COLUMNS} FROM file WHERE path = ? OR (path >= ? AND path < ?) ORDER BY path",
                (root, first, last),
            )
            for row in rows:
                yield _file_of(*row)

    def of_import(self, import_id: int) -> frozenset[int]:
        """Return the ids of the files that an import was the last to read."""
        with self._reading() as connection:
            rows: Iterator[Any] = connection.execute("SELECT id FROM file WHERE import = ?", (import_id,))
            return frozenset(file for (file,) in rows)

    def articles_of(self, file: int) -> int:
        """Return how many articles of the library are from a file."""
        with self._reading() as connection:
            return int(connection.execute("SELECT count(*) FROM article WHERE file = ?", (file,)).get)

    def move(self, file: int, path: str, stamp: FileStamp) -> None:
        """Write down that a file is at another place now; its articles are from there."""
        with self._writing() as connection, transaction(connection):
            connection.execute(
                "UPDATE file SET path = ?, checksum = ?, modified = ?, changed = ?, state = iif(state = ?, ?, state) WHERE id = ?",
                (path, path_checksum(path), stamp.modified, stamp.changed, FileState.MISSING, FileState.READ, file),
            )

    def mark(self, files: Collection[int], state: FileState) -> None:
        """Write down where files stand."""
        if files:
            with self._writing() as connection, transaction(connection):
                connection.execute(
                    "UPDATE file SET state = ? WHERE id IN (SELECT value FROM json_each(?))",
                    (state, json.dumps(sorted(files))),
                )

    def restamp(self, file: int, stamp: FileStamp) -> None:
        """Write down the times of a file that was touched and not changed."""
        with self._writing() as connection, transaction(connection):
            connection.execute(
                "UPDATE file SET modified = ?, changed = ? WHERE id = ?", (stamp.modified, stamp.changed, file)
            )


def _file_of(
    key: int,
    path: str,
    state: int,
    parts: int,
    size: int | None,
    modified: int | None,
    changed: int | None,
    content: bytes | None,
) -> SourceFile:
    stamp = None
    if size is not None and modified is not None and changed is not None:
        stamp = FileStamp(size, modified, changed, content or b"")
    return SourceFile(key, path, FileState(state), parts, stamp)
