"""How well and how fast time expressions are found and resolved.

Run as ``python -m tests.benchmarks.dates [--out FOLDER] [--errors N] GOLD.jsonl...``, each GOLD a file of records
``{"id", "published", "text", "timexes": [{"start", "end", "type", "value"}]}``. Prints one JSON object per corpus: articles of
6 KB per second on one core and, where the scorer ``../shared/tools/score_dates.py`` is present, F1 in the manner of TempEval-3
(UzZaman et al. 2013): of equal spans (strict), overlapping spans (relaxed), overlapping spans with the same TIMEX3 value, and
calendar expressions with the same days (interval).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from timeline_app.domain.edtf import format_edtf, iso_bounds, parse_edtf
from timeline_app.domain.period import Period
from timeline_app.ingest.extraction.timexes import find_time_expressions

SCORER = Path(__file__).resolve().parents[2].parent / "shared" / "tools" / "score_dates.py"
ARTICLE = 6000


def published_period(stated: str | None) -> Period | None:
    """Read a record's publication date; a clock time is cut to its day."""
    return None if not stated else parse_edtf(stated[:10])


def record(document: dict[str, Any]) -> dict[str, Any]:
    """Extract one document as the commands print it."""
    rows = []
    for e in find_time_expressions(document["text"], published_period(document["published"])):
        first, last = (None, None) if e.period is None else iso_bounds(e.period)
        rows.append(
            {
                "start": e.start,
                "end": e.end,
                "text": e.text,
                "type": e.type.value,
                "value": e.value,
                "edtf": None if e.period is None else format_edtf(e.period),
                "from": first,
                "to": last,
                "granularity": None if e.period is None else e.period.granularity.label,
                "approximate": e.period is not None and e.period.approximate,
            }
        )
    return {"id": document["id"], "time_expressions": rows}


def measure(gold: Path, folder: Path, errors: int) -> dict[str, Any]:
    """Extract a corpus, write what was found, score it."""
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    out = folder / f"{gold.stem}.out.jsonl"
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for document in documents:
            file.write(json.dumps(record(document)) + "\n")
    began = time.process_time()  # after all of the patterns have been used once
    for document in documents:
        find_time_expressions(document["text"], published_period(document["published"]))
    seconds = time.process_time() - began
    characters = sum(len(document["text"]) for document in documents)
    result: dict[str, Any] = {
        "corpus": gold.stem,
        "characters_per_second": round(characters / seconds),
        "articles_per_second": round(characters / seconds / ARTICLE),
    }
    if SCORER.is_file():
        command = [sys.executable, str(SCORER), str(gold), str(out), "--errors", str(errors)]
        printed = subprocess.run(
            command, capture_output=True, text=True, check=True, encoding="utf-8"
        ).stdout.splitlines()
        print(*printed[:-1], sep="\n", end="\n" if printed[:-1] else "", file=sys.stderr)
        result |= json.loads(printed[-1])
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, help="folder for what was found; a temporary one by default")
    parser.add_argument("--errors", type=int, default=0, help="print the first N errors of each corpus on stderr")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.out or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for gold in arguments.gold:
            print(json.dumps(measure(gold, folder, arguments.errors)))


if __name__ == "__main__":
    main()
