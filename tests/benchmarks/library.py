"""How fast a library takes in, loads, searches and reads, and how large it grows.

Run as ``python -m tests.benchmarks.library [--articles N] [--words N] [--events N]``; prints one JSON object. The floor of
adding is a bare insert of the same titles and texts into an FTS5 table of the same configuration, in the same run; that of
searching is the bare SQL.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import apsw

from tests.builders import many_extractions
from timeline_app.domain.event_index import EventIndex
from timeline_app.domain.extraction import Extraction
from timeline_app.library import Library, entry_of
from timeline_app.library.query import parse_query

BATCH = 200
ROWS_ON_SCREEN = 50

FLOOR_SCHEMA = """
CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT, body TEXT) STRICT;
CREATE VIRTUAL TABLE article_text USING fts5(title, body, content = 'article', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
"""


def batches(extractions: Sequence[Extraction]) -> Iterator[Sequence[Extraction]]:
    for at in range(0, len(extractions), BATCH):
        yield extractions[at : at + BATCH]


def insert_bare(path: Path, extractions: Sequence[Extraction]) -> float:
    """Insert titles and texts and nothing else; return the CPU seconds."""
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "normal")
    connection.execute(FLOOR_SCHEMA)
    started = time.process_time()
    number = 0
    for batch in batches(extractions):
        connection.execute("BEGIN")
        for extraction in batch:
            number += 1
            row = (number, extraction.article.title, extraction.article.body)
            connection.execute("INSERT INTO article VALUES (?, ?, ?)", row)
            connection.execute("INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)", row)
        connection.execute("COMMIT")
    connection.close()
    return time.process_time() - started


def add(path: Path, extractions: Sequence[Extraction]) -> tuple[float, float]:
    """Add to a library; return the CPU seconds, and those of them that worker processes cannot take over."""
    started = time.process_time()
    entries = [entry_of(extraction) for extraction in extractions]
    prepared = time.process_time()
    with Library.create(path) as library:
        for at in range(0, len(entries), BATCH):
            library.add_entries(entries[at : at + BATCH])
        library.tidy(len(entries))
    ended = time.process_time()
    return ended - started, ended - prepared


def milliseconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return (time.process_time() - started) * 1000


def spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "p50_ms": round(statistics.median(ordered), 2),
        "p95_ms": round(ordered[int(len(ordered) * 0.95)], 2),
        "max_ms": round(ordered[-1], 2),
    }


def queries(extractions: Sequence[Extraction], count: int) -> list[str]:
    """Return two-word queries as often about frequent words as the text is."""
    chance = random.Random(3)
    texts = [chance.choice(extractions).article.body for _ in range(count)]
    return [" ".join(chance.sample(re.findall(r"\w+", text), 2)) for text in texts]


def search_bare(path: Path, query: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(
        "SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY rank LIMIT 50", (parse_query(query).words,)
    ).fetchall()
    connection.close()


def replicate_events(path: Path, wanted: int) -> None:
    """Copy the events, rows of one table, until there are as many as wanted: what loading them reads."""
    connection = apsw.Connection(str(path))
    present = connection.execute("SELECT max(id) FROM event").get
    connection.execute("BEGIN")
    while present < wanted:
        connection.execute(
            "INSERT INTO event SELECT id + ?1, article, start + 86400 * (id % 997), end + 86400 * (id % 997), outlet, kind, "
            "granularity, flags FROM event WHERE id <= ?2 - ?1",
            (present, wanted),
        )
        present = min(present * 2, wanted)
    connection.execute("COMMIT")
    connection.close()


def measure(count: int, words: int, events: int) -> dict[str, object]:
    extractions = list(many_extractions(count, words=words))
    text_bytes = sum(len((e.article.title + e.article.body).encode()) for e in extractions)
    with tempfile.TemporaryDirectory() as folder:
        path, bare = (Path(folder) / f"{name}.timeline" for name in ("case", "bare"))
        floor = insert_bare(bare, extractions)
        seconds, writing = add(path, extractions)
        size = path.stat().st_size
        asked = queries(extractions, 200)
        with Library.open(path) as library:
            index = library.load_index()
            chance = random.Random(4)
            pages = [[int(i) for i in chance.choices(index.ids, k=ROWS_ON_SCREEN)] for _ in range(200)]
            shown = [int(i) for i in chance.choices(index.articles, k=200)]
            result: dict[str, object] = {
                "articles": count,
                "words_per_article": words,
                "events": len(index),
                "add": {
                    "articles_per_second": round(count / seconds),
                    "times_floor": round(seconds / floor, 2),
                    "times_floor_in_the_writing_process": round(writing / floor, 2),
                },
                "size": {
                    "times_text": round(size / text_bytes, 2),
                    "floor_times_text": round(bare.stat().st_size / text_bytes, 2),
                },
                "search": spread([milliseconds(lambda q=q: library.search(q)) for q in asked]),
                "search_bare_sql": spread([milliseconds(lambda q=q: search_bare(path, q)) for q in asked]),
                "summaries_of_50": spread([milliseconds(lambda p=p: library.summaries(p)) for p in pages]),
                "article": spread([milliseconds(lambda a=a: library.article(a)) for a in shown]),
                "check_ms": round(milliseconds(library.check)),
            }
        replicate_events(path, events)
        with Library.open(path) as library:
            loaded: list[EventIndex] = []
            taken = milliseconds(lambda: loaded.append(library.load_index()))
            result["load_index"] = {
                "events": len(loaded[0]),
                "seconds_per_million": round(taken * 1000 / len(loaded[0]), 3),
            }
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument(
        "--words", type=int, default=1100, help="per article; 1100 are the 7 KB of a diplomatic statement"
    )
    parser.add_argument("--events", type=int, default=1_000_000)
    options = parser.parse_args()
    print(json.dumps(measure(options.articles, options.words, options.events), indent=2))


if __name__ == "__main__":
    main()
