"""Measures how well, how fast and at what cost participants are found: `python -m tests.benchmarks.participants [GOLD.jsonl ...]`.

Prints one JSON object for each gold file and level, `fast` (rules) and `careful` (rules and encoder), and one of what the encoder
costs a worker process. Scores come from the shared scorer where it is on this machine; without arguments the gold texts beside it
are read. `articles_per_second` is for articles of 3 KB on one core, `times_a_word_split` the same cost as a multiple of cutting the
texts into words with one regular expression, in the same run.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from timeline_app.domain.extraction import Level
from timeline_app.ingest.extraction.participants import find_participants, why_not_careful
from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.paths import resource

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "tools" / "score_participants.py"
GOLD = ("worldwide_dev", "link_aida_dev", "link_reuters128")
ARTICLE = 3000
"""Characters of an article as the figures count them."""

WORKER = """
import json, os, sys, time
from pathlib import Path
from timeline_app.domain.article import Article
from timeline_app.domain.extraction import Level
from timeline_app.ingest import worker
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.ingest.extraction.participants.tagging.encoder import load_encoder

def peak():
    status = Path("/proc/self/status")  # not getrusage: on Linux a new program begins with its parent's peak
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((round(int(line.split()[1]) / 1024) for line in lines if line.startswith("VmHWM")), None)

text = sys.stdin.read()
extract(Article("", text))
before, start = peak(), time.perf_counter()
load_encoder("en")
load = time.perf_counter() - start
for _ in range(20):
    extract(Article("", text), level=Level.CAREFUL)
print(json.dumps({"load_seconds": round(load, 3), "peak_mb_fast": before, "peak_mb_careful": peak()}))
"""
"""What a worker process does, in a process of its own: the peak of its memory tells only what it did."""


def measure(gold: Path, level: Level) -> dict[str, Any]:
    """Extract the participants of one gold file and return speed and, where the scorer is at hand, scores in percent."""
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    texts = [document["text"] for document in documents]
    find_participants("Tables are read once.", level=level)
    sentences = [split_sentences(text) for text in texts]
    start = time.process_time()
    found = [
        find_participants(text, sentences=spans, level=level) for text, spans in zip(texts, sentences, strict=True)
    ]
    seconds = time.process_time() - start
    start = time.process_time()
    for text in texts:
        re.findall(r"\w+|\S", text)
    plain = time.process_time() - start
    characters = sum(map(len, texts))
    figures = {
        "gold": gold.name,
        "level": level.name.lower(),
        "documents": len(documents),
        "articles_per_second": round(characters / ARTICLE / seconds),
        "times_a_word_split": round(seconds / plain, 1),
    }
    if SCORER.is_file():
        figures["scores"] = score(gold, documents, found)
    return figures


def score(gold: Path, documents: list[dict[str, Any]], found: list[Any]) -> dict[str, Any]:
    """Return what the shared scorer says of the participants found."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        with out.open("w", encoding="utf-8", newline="\n") as file:
            for document, participants in zip(documents, found, strict=True):
                listed = [{"name": p.name, "kind": p.kind.value, "mentions": p.mentions} for p in participants]
                file.write(json.dumps({"id": document["id"], "participants": listed}) + "\n")
        command = [sys.executable, str(SCORER), str(gold), str(out)]
        result = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    scores: dict[str, Any] = json.loads(result.stdout)
    return scores


def cost(text: str) -> dict[str, Any]:
    """Return what the encoder takes on disk, to load, and of a worker's memory."""
    command = [sys.executable, "-c", WORKER]
    result = subprocess.run(command, input=text, capture_output=True, check=True, encoding="utf-8")
    folder = resource("data", "en", "participants", "encoder")
    size = sum(path.stat().st_size for path in folder.iterdir())
    figures: dict[str, Any] = {"encoder_mb": round(size / 1e6, 1), **json.loads(result.stdout)}
    return figures


def main(arguments: list[str]) -> int:
    """Measure the named gold files, or those of the shared data."""
    files = [Path(argument) for argument in arguments]
    files = files or [SHARED / "data" / "participants" / f"{name}.jsonl" for name in GOLD]
    present = [file for file in files if file.is_file()]
    if not present:
        print("no gold file: name one", file=sys.stderr)
        return 2
    hindrance = why_not_careful()
    for file in present:
        for level in Level:
            if level is Level.FAST or hindrance is None:
                print(json.dumps(measure(file, level)), flush=True)
    if hindrance is None:
        first = json.loads(present[0].read_text(encoding="utf-8").splitlines()[0])["text"]
        print(json.dumps(cost(first)))
    else:
        print(hindrance, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
