"""How long a keystroke of the search takes, and the facets of a large library.

Run as ``python -m tests.benchmarks.finding [--articles N] [--words N] [--corpus FILE] [--events N] [--keystrokes N]``; prints one
JSON object. A keystroke is what its two jobs do, one after the other: the events found, and the best articles. Words are typed
letter by letter, some rare and some in nearly every article; what they cost as bare SQL is to count the articles found. Questions
of two words, of a text and so as frequent as its words are, give the first 50 articles; beside them stands what the same question
costs as bare SQL. Times are the processor's, not the clock's: others may be at work on the machine.

The articles are made up, or those of a corpus in JSON Lines with a title, a date and a text each. They are stored without being
extracted, so that 100,000 take minutes and a million can be had.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import apsw
import numpy as np

from tests.builders import appearance, make_article, many_extractions
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.event_groups import EventGroups
from timeline_app.domain.event_index import COLUMN_TYPES, EventIndex
from timeline_app.domain.extraction import Extraction
from timeline_app.domain.facet_counts import count_facets
from timeline_app.domain.facets import Choice, Facet
from timeline_app.finding import _BEST_HITS, _MOST_OF_THE_BARELY_BEGUN
from timeline_app.library import Library, entry_of, is_barely_begun, while_typing
from timeline_app.library.query import parse_query
from timeline_app.snapshots import read_snapshot

BATCH = 500
SHOWN = 50
BARE = "SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY rank LIMIT ?"
COUNTED = "SELECT count(*) FROM article_text WHERE article_text MATCH ?"


def articles_of(corpus: Path, count: int) -> Iterator[Extraction]:
    """Yield the articles of a corpus with nothing found in them but their appearance."""
    with corpus.open(encoding="utf-8") as lines:
        for line in islice(lines, count):
            record = json.loads(line)
            article = make_article(record["title"], record["text"], record["date"], record.get("source", ""))
            yield Extraction(article, (), (), (appearance(article),))


def fill(path: Path, extractions: Iterator[Extraction]) -> None:
    batch = []
    with Library.create(path) as library:
        for extraction in extractions:
            batch.append(entry_of(extraction))
            if len(batch) == BATCH:
                library.add_entries(batch)
                batch.clear()
        library.add_entries(batch)


def milliseconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return (time.process_time() - started) * 1000


def typed(path: Path, count: int) -> Iterator[str]:
    """Yield what stands in the line after each keystroke: words of the library's texts, one in three after another."""
    chance = random.Random(4)
    with Library.open(path, read_only=True) as library:
        ids = library.load_index().articles
        texts = [library.article(int(ids[chance.randrange(len(ids))])).article.body.split() for _ in range(40)]
    given = 0
    while given < count:
        before = f"{chance.choice(chance.choice(texts))} " if chance.random() < 0.33 else ""
        word = chance.choice(chance.choice(texts)).strip(".").lower()
        for end in range(2, len(word) + 1):
            yield before + word[:end]
            given += 1


def two_words(path: Path, count: int) -> dict[str, float]:
    """Time the first 50 articles for two words of a text, and the same question as bare SQL, one after the other."""
    chance, known = random.Random(3), []
    with Library.open(path, read_only=True) as library:
        ids = library.load_index().articles
        while len(known) < count:
            words = re.findall(r"\w+", library.article(int(ids[chance.randrange(len(ids))])).article.body)
            if len(words) > 1:
                known.append(" ".join(chance.sample(words, 2)))
        bare = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        took, floor = [], []
        for question in known:
            took.append(milliseconds(lambda q=question: library.search(q, limit=SHOWN)))
            floor.append(milliseconds(lambda q=question: bare.execute(BARE, (parse_query(q).words, SHOWN)).fetchall()))
        bare.close()
    return {
        "questions": len(known),
        "p50_ms": round(float(np.percentile(took, 50)), 1),
        "p95_ms": round(float(np.percentile(took, 95)), 1),
        "bare_p50_ms": round(float(np.percentile(floor, 50)), 1),
        "bare_p95_ms": round(float(np.percentile(floor, 95)), 1),
    }


def keystrokes(path: Path, count: int) -> dict[str, float]:
    known = read_snapshot(path, EventFilter())
    snapshots, ranked, floors = [], [], []

    def rank(query: str, found: np.ndarray) -> None:
        with Library.open(path, read_only=True) as library:
            if is_barely_begun(query) and len(found) > _MOST_OF_THE_BARELY_BEGUN:
                library.hits_of(found[: -_BEST_HITS - 1 : -1].tolist(), query)
            else:
                library.search(query, limit=_BEST_HITS)

    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)

    def bare(query: str) -> None:
        connection.execute(COUNTED, (parse_query(query).words,)).fetchall()

    for query in filter(None, map(while_typing, typed(path, count))):
        with Library.open(path, read_only=True) as library:
            found = library.articles_matching(query)
        snapshots.append(milliseconds(lambda query=query: read_snapshot(path, EventFilter(query=query), known)))
        ranked.append(milliseconds(lambda query=query, found=found: rank(query, found)))
        floors.append(milliseconds(lambda query=query: bare(query)))
    connection.close()
    both = np.add(snapshots, ranked)
    return {
        "keystrokes": len(both),
        "events_p50_ms": round(float(np.percentile(snapshots, 50)), 1),
        "events_p95_ms": round(float(np.percentile(snapshots, 95)), 1),
        "bare_events_p50_ms": round(float(np.percentile(floors, 50)), 1),
        "bare_events_p95_ms": round(float(np.percentile(floors, 95)), 1),
        "ranked_p50_ms": round(float(np.percentile(ranked, 50)), 1),
        "ranked_p95_ms": round(float(np.percentile(ranked, 95)), 1),
        "both_p95_ms": round(float(np.percentile(both, 95)), 1),
        "both_max_ms": round(float(both.max()), 1),
        "over_bare_query": round(float(np.median(np.array(snapshots) / np.array(floors))), 2),
    }


def facets(events: int) -> dict[str, float]:
    """Time counting all facets of random events with four participants each, under filters of several kinds."""
    rng = np.random.default_rng(3)
    columns = {name: np.zeros(events, kind) for name, kind in COLUMN_TYPES.items()}
    columns["ids"] = rng.permutation(events).astype(np.int64) + 1
    columns["articles"] = columns["ids"] // 6
    columns["starts"] = np.sort(rng.integers(0, 20 * 365, events)) * 86400
    columns["ends"] = columns["starts"] + 86400
    columns["outlets"] = rng.integers(0, 40, events).astype(np.int32)
    columns["kinds"] = rng.integers(0, 3, events).astype(np.uint8)
    columns["granularities"] = rng.integers(0, 13, events).astype(np.uint8)
    index = EventIndex(**columns, outlet_names=tuple(f"Outlet {n}" for n in range(40)))  # type: ignore[arg-type]
    who = np.minimum(rng.zipf(1.3, events * 4), 50_000) - 1
    people = EventGroups.of_pairs(
        who, np.repeat(index.ids, 4), np.arange(50_000), [f"Person {n}" for n in range(50_000)], ["person"] * 50_000
    )
    folders = EventGroups.of_pairs(
        index.ids % 50, index.ids.copy(), np.arange(50), [f"/case/{n}" for n in range(50)], [""] * 50
    )
    groups = {Facet.PARTICIPANT: people, Facet.TAG: EventGroups.empty(), Facet.FOLDER: folders}
    filters = {
        "none": EventFilter(),
        "participant": EventFilter.of(Facet.PARTICIPANT, 5),
        "outlet_not_person": EventFilter(
            chosen=frozenset({Choice(Facet.OUTLET, "Outlet 3")}), excluded=frozenset({Choice(Facet.PARTICIPANT, 0)})
        ),
    }
    times = {
        f"facets_{name}_ms": round(milliseconds(lambda f=f: count_facets(index, f, None, groups)), 1)
        for name, f in filters.items()
    }
    plain = EventFilter.of(Facet.OUTLET, "Outlet 3", "Outlet 4")
    return {"events": events, "mask_ms": round(milliseconds(lambda: plain.mask(index)), 1), **times}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--corpus", type=Path, help="articles in JSON Lines instead of those made up")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--keystrokes", type=int, default=200)
    parser.add_argument("--library", type=Path, help="a library to search instead of a new one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.library or Path(folder) / "search.timeline"
        if options.library is None:
            made_up = many_extractions(options.articles, words=options.words)
            fill(path, articles_of(options.corpus, options.articles) if options.corpus else made_up)
        with Library.open(path, read_only=True) as library:
            articles = library.info().articles
        print(
            json.dumps(
                {
                    "articles": articles,
                    "two_words": two_words(path, options.keystrokes),
                    **keystrokes(path, options.keystrokes),
                    **facets(options.events),
                },
                indent=2,
            )
        )


if __name__ == "__main__":
    main()
