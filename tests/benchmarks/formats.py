"""How many articles each format gives, of how many there are, and at what speed; and what files made to break importers cost.

Run as `python -m tests.benchmarks.formats [FOLDER]`; the folder has `mixed_folder`, `hostile` and their lists of what is expected.
Prints JSON. Each hostile file is read in a process of its own, whose time and memory are its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.ingest.importers.hostile_files import CASES
from timeline_app.domain.article import Article, ImportIssue
from timeline_app.domain.calendar import civil_from_days
from timeline_app.domain.period import iso_date
from timeline_app.ingest.importers import Part, find_files, read, split
from timeline_app.ingest.importers.cleaning import one_line
from timeline_app.ingest.importers.part import printable

DATA = Path(__file__).parents[2].parent / "shared" / "data"

ONE_FILE = """
import json, sys, time
sockets, written = [], []
def watch(event, args):
    if event.startswith("socket."):
        sockets.append(event)
    elif event == "open" and isinstance(args[1], str) and any(c in args[1] for c in "wax+"):
        written.append(str(args[0]))
sys.addaudithook(watch)
sys.dont_write_bytecode = True
from pathlib import Path
from tests.benchmarks.formats import outcomes
from timeline_app.domain.article import Article
started = time.perf_counter()
found = outcomes(Path(sys.argv[1]))
seconds = time.perf_counter() - started
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "linux" else 1024 * 1024)
except ImportError:
    peak = None
taken = sum(isinstance(item, Article) for item in found)
print(json.dumps({"articles": taken, "issues": len(found) - taken, "seconds": round(seconds, 2), "peak_mb": peak,
                  "sockets": len(sockets), "written": len(written)}))
"""


def outcomes(path: Path) -> list[Article | ImportIssue]:
    """Everything that taking in one file yields."""
    found: list[Article | ImportIssue] = []
    for part in split(path):
        found += read(part) if isinstance(part, Part) else [part]
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _day(article: Article) -> str:
    return "" if article.published is None else iso_date(civil_from_days(article.published.first_day))


def mixed(data: Path) -> dict[str, dict[str, float]]:
    """Return counts by format: articles expected and found, days right, titles right of those stated, bodies long enough."""
    expected: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in _lines(data / "mixed_folder.expected.jsonl"):
        expected[entry["file"]].append(entry)
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for file, entries in expected.items():
        started = time.perf_counter()
        taken = [found for found in outcomes(data / "mixed_folder" / file) if isinstance(found, Article)]
        seconds = time.perf_counter() - started
        for key in (file.split("/")[0], "all"):
            count = counts[key]
            count["files"] += 1
            count["expected"] += len(entries)
            count["found"] += len(taken)
            count["seconds"] = round(count["seconds"] + seconds, 3)
            for article, entry in zip(taken, entries, strict=False):
                count["day_right"] += _day(article).startswith(entry["date"])
                count["long_enough"] += len(article.body) >= entry["min_chars"]
                count["titles"] += "title" in entry
                count["title_right"] += "title" in entry and article.title == one_line(entry["title"])
    return {key: dict(count) for key, count in counts.items()}


def hostile(data: Path) -> dict[str, dict[str, Any]]:
    """Return what each hostile file gave and cost, in a process of its own: those of the data, and those that are made here."""
    report = {
        entry["file"][-40:]: {"expect": entry["expect"], **_cost(data / "hostile" / entry["file"])}
        for entry in _lines(data / "hostile.manifest.jsonl")
    }
    for name, make in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder))
            for file in find_files([Path(folder)]):
                if isinstance(file, Path):
                    report[f"{name}/{printable(Path(file.name))}"] = _cost(file)
    return report


def _cost(file: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", ONE_FILE, file], capture_output=True, text=True, timeout=60, check=False
    )
    outcome: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"crash": done.stderr[-300:]}
    return outcome


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    costs = hostile(data)
    summary = {
        "files": len(costs),
        "crashes": sum("crash" in cost for cost in costs.values()),
        "silent": sum(not cost.get("articles") and not cost.get("issues") for cost in costs.values()),
        "longest_seconds": max(cost.get("seconds", 0) for cost in costs.values()),
        "most_mb": max(cost.get("peak_mb") or 0 for cost in costs.values()),
        "sockets": sum(cost.get("sockets", 0) for cost in costs.values()),
        "written": sum(cost.get("written", 0) for cost in costs.values()),
    }
    print(json.dumps({"mixed_folder": mixed(data), "hostile": summary, "hostile_files": costs}, indent=1))


if __name__ == "__main__":
    main()
