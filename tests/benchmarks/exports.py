"""How fast events are taken away, in how much memory, and how fast an export is held against its sources.

Run as ``python -m tests.benchmarks.exports [--events N]``; prints one JSON object. The floor of writing is the standard library's
`json.dump` of the same events, held in memory; that of verifying is reading the same files through the importers.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.builders import many_extractions
from timeline_app.domain.event_filter import EventFilter
from timeline_app.exporting import export
from timeline_app.exports.formats import BY_NAME, FORMATS
from timeline_app.ingest import importers
from timeline_app.library import Library
from timeline_app.verifying import verify

EVENTS_OF_ARTICLE = 6


@contextmanager
def timed(seconds: dict[str, float], name: str) -> Iterator[None]:
    started = time.process_time()
    yield
    seconds[name] = round(time.process_time() - started, 3)


def make(folder: Path, articles: int) -> Path:
    """Make a library whose articles lie in files, 100 in each as JSON Lines."""
    path = folder / f"{articles}.timeline"
    records: list[str] = []
    with Library.create(path) as library:
        batch = []
        for number, extraction in enumerate(many_extractions(articles, words=90)):
            article = extraction.article
            file = folder / f"{articles}-{number // 100}.jsonl"
            published = article.published
            assert published is not None
            fields = {
                "title": article.title,
                "outlet": article.outlet,
                "published": str(published)[4:],
                "text": article.body,
            }
            records.append(json.dumps(fields))
            batch.append(replace(extraction, article=replace(article, source=f"{file}#{number % 100 + 1}")))
            if len(records) == 100 or number == articles - 1:
                file.write_text("\n".join(records) + "\n", encoding="utf-8")
                library.add(batch)
                records, batch = [], []
    return path


def peak_megabytes(path: Path, out: Path) -> float:
    tracemalloc.start()
    export(path, out, BY_NAME["csv"], EventFilter(), overwrite=True)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return round(peak / 1e6, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    events = parser.parse_args().events
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = make(folder, events // EVENTS_OF_ARTICLE)
        written, sizes, failures = 0, {}, {}
        for form in FORMATS:
            out = folder / f"out{form.endings[0]}"
            with timed(seconds, form.name):
                written = export(path, out, form, EventFilter()).events
            sizes[form.name] = round(out.stat().st_size / 1e6, 2)
            if form.read_claims is not None:
                with timed(seconds, f"verify {form.name}"):
                    failures[form.name] = len(verify(out).failures)
        whole = json.loads((folder / "out.json").read_text(encoding="utf-8"))
        with timed(seconds, "floor: json.dump"), (folder / "floor.json").open("w", encoding="utf-8") as file:
            json.dump(whole, file, ensure_ascii=False)
        with timed(seconds, "floor: importers"):
            for source in sorted(folder.glob("*.jsonl")):
                for part in importers.split(source):
                    assert isinstance(part, importers.Part)
                    list(importers.read(part))
        quarter = make(folder, events // EVENTS_OF_ARTICLE // 4)
        megabytes = {
            str(written): peak_megabytes(path, folder / "out.csv"),
            str(written // 4): peak_megabytes(quarter, folder / "out.csv"),
        }
    print(
        json.dumps(
            {
                "events": written,
                "cpu_seconds": seconds,
                "megabytes_written": sizes,
                "failures": failures,
                "peak_megabytes_for_events": megabytes,
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
