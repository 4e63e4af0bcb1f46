"""What is left of an import that is killed, at many random moments: ``python -m tests.benchmarks.kills [TIMES]``.

Each time an import with the whole pipeline runs in a process of its own, is killed without a word, and is gone on with; then the
library must be sound and hold the same as that of an undisturbed import. Prints JSON.
"""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from timeline_app.importing import resume_import
from timeline_app.library import Library

ROOT = Path(__file__).parents[2]
ARCHIVE = ROOT.parent / "shared" / "data" / "archive" / "statements_2021-22.jsonl.gz"
RECORDS = 150


def content(path: Path) -> list[object]:
    """Return what a reader can see of a library, in an order of its own."""
    with Library.open(path) as library:
        index = library.load_index()
        articles = [library.article(article) for article in sorted(set(index.articles.tolist()))]
        summaries = library.summaries(index.ids.tolist())
        return [
            [
                (index.starts[row], index.ends[row], summaries[event].title)
                for row, event in enumerate(index.ids.tolist())
            ],
            [stored.extraction for stored in articles],
            sorted((p.name, p.kind, p.articles, p.mentions, p.events) for p in library.participants()),
        ]


def main() -> int:
    if not ARCHIVE.is_file():
        print("the shared test data is not on this machine", file=sys.stderr)
        return 1
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    chance = random.Random(9)
    result = {"kills": 0, "in_the_middle": 0, "unsound": 0, "not_the_same": 0}
    with tempfile.TemporaryDirectory() as name:
        articles = Path(name) / "articles.jsonl"
        with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines, articles.open("w", encoding="utf-8") as out:
            out.writelines(islice(lines, RECORDS))
        whole = Path(name) / "whole.timeline"
        command = [sys.executable, "-m", "timeline_app", "import", "--jobs", "2"]
        started = time.perf_counter()
        subprocess.run([*command, whole, articles], cwd=ROOT, capture_output=True, check=True)
        seconds, expected = time.perf_counter() - started, content(whole)
        for number in range(times):
            path = Path(name) / f"{number}.timeline"
            with subprocess.Popen(
                [*command, path, articles], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as running:
                time.sleep(chance.uniform(0.2, 1.0) * seconds)
                running.kill()
            result["kills"] += 1
            if path.exists():
                with Library.open(path) as library:
                    result["unsound"] += bool(library.check())
                    result["in_the_middle"] += 0 < library.info().articles < RECORDS
                resume_import(path, jobs=2)
            else:
                subprocess.run([*command, path, articles], cwd=ROOT, capture_output=True, check=True)
            if not path.exists() or content(path) != expected:
                subprocess.run([*command, path, articles], cwd=ROOT, capture_output=True, check=False)
                result["not_the_same"] += content(path) != expected
            path.unlink()
    print(json.dumps(result, indent=1))
    return 1 if result["unsound"] or result["not_the_same"] else 0


if __name__ == "__main__":
    sys.exit(main())
