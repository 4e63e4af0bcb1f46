"""How fast articles are taken in: ``python -m tests.benchmarks.ingest``.

The floor is what no import can do without: reading the same records and inserting them into an FTS5 table, in one process.
`statements` is the whole way, extraction included, over 300 files; `everything_but_extraction` is the archive of 4,348 records with
the article's own appearance in place of extraction: reading, sending to the workers and back, storing, indexing. All in one run.
What workers load is compiled beforehand, as in an installed program, whatever the shell that runs this asks of Python.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.domain.extraction import EventKind, Extraction, Report, Resolution
from timeline_app.ingest.executors import worker_count
from timeline_app.ingest.importers import Part, read
from timeline_app.messages import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

DATA = Path(__file__).parents[2].parent / "shared" / "data"
STATEMENTS = DATA / "statements"
ARCHIVE = DATA / "archive" / "statements_2021-22.jsonl.gz"


def appearance_only(part: Part) -> list[Extraction | ImportIssue]:
    """Read a part and extract nothing but that its articles appeared."""
    resolution = Resolution("publication", message("The article appeared then."))
    return [
        Extraction(found, (), (), (Report(found.title, EventKind.PUBLISHED, found.published, None, resolution),))
        if isinstance(found, Article)
        else found
        for found in read(part)
    ]


def seconds_of_floor(records: Callable[[], Iterable[tuple[str, str]]], folder: Path) -> float:
    started = time.perf_counter()
    connection = apsw.Connection(str(folder / f"floor {time.monotonic_ns()}.db"))
    connection.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")
    connection.execute(
        "CREATE VIRTUAL TABLE articles USING fts5(title, body, tokenize='unicode61 remove_diacritics 2')"
    )
    with connection:
        connection.executemany("INSERT INTO articles VALUES (?, ?)", records())
    connection.close()
    return time.perf_counter() - started


def files() -> Iterator[tuple[str, str]]:
    for path in sorted(STATEMENTS.iterdir()):
        yield path.name, path.read_text(encoding="utf-8")


def lines() -> Iterator[tuple[str, str]]:
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            yield record["title"], record["text"]


def measured(
    path: Path,
    folder: Path,
    records: Callable[[], Iterable[tuple[str, str]]],
    process: Callable[[Part], Sequence[Extraction | ImportIssue]] | None = None,
) -> dict[str, float]:
    from timeline_app.importing import import_paths  # which the workers, who load this module, do not need

    floor = min(seconds_of_floor(records, folder) for _ in range(2))
    report = import_paths(folder / f"{time.monotonic_ns()}.timeline", [path], process=process)
    assert not report.failed, f"{report.failed} not read: {report.issues[0]}"
    return {
        "articles": report.read,
        "seconds": round(report.seconds, 3),
        "articles_per_second": round(report.read / report.seconds, 1),
        "articles_per_second_and_worker": round(report.read / report.seconds / worker_count(), 1),
        "floor_seconds": round(floor, 3),
        "ratio_to_floor": round(report.seconds / floor, 2),
    }


def compile_beforehand(folder: Path) -> None:
    from timeline_app.importing import import_paths

    os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    for number, process in enumerate((None, appearance_only)):
        import_paths(folder / f"{number}.timeline", sorted(STATEMENTS.iterdir())[:5], jobs=1, process=process)


def main() -> int:
    if not STATEMENTS.is_dir():
        print("the shared test data is not on this machine", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        compile_beforehand(Path(folder))
        result = {
            "workers": worker_count(),
            "statements": measured(STATEMENTS, Path(folder), files),
            "everything_but_extraction": measured(ARCHIVE, Path(folder), lines, appearance_only),
        }
    print(json.dumps(result, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
