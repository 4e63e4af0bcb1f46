"""Chooses the texts that label themselves: `python -m tests.tools.encoder.texts DATA WORK` writes `first.jsonl` and `second.jsonl`.

The second choice has nothing of the first but Wikinews, of which there is too little.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from pathlib import Path
from typing import Any

SOURCES = {  # file, articles of the first choice and of the second
    "statements": ("archive/statements_2021-22.jsonl.gz", 500, 350),
    "kremlin": ("archive/kremlin_2000-20.jsonl.gz", 900, 500),
    "digitalgov": ("archive/digitalgov_2010-25.jsonl.gz", 120, 60),
}
EVENTS = ("events/current_events.jsonl.gz", 30_000, 34_000)
WIKINEWS = "archive/wikinews_2019-20.jsonl.gz"

LEAST_WORDS = 12
LEAST_CHARACTERS = 60
MOST_CHARACTERS = 2500
"""So much of an article: more articles teach more than longer ones."""

_CREDIT = re.compile(r"\s*(\[\d+\]|\([A-Z][\w .&\'-]{1,40}\))+\s*$")
_MARKUP = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|[\[\]#*`]")


def choose(data: Path, seed: int, choice: int, used: set[str]) -> list[dict[str, str]]:
    """Return texts with their ids and sources; `used` has the ids that are not to be chosen again, and gets the new ones."""
    chance = random.Random(seed)
    chosen: list[dict[str, str]] = []

    def add(source: str, record: dict[str, Any], text: str) -> None:
        text = text.strip()
        if len(text) > LEAST_CHARACTERS:
            chosen.append({"source": source, "id": record["id"], "text": text})

    events = _records(data / EVENTS[0])
    chance.shuffle(events)
    texts: set[str] = set()
    for record in events:
        text = record["text"].strip()
        if record["id"] in used or text in texts or len(text.split()) < LEAST_WORDS:
            continue
        texts.add(text)
        # Nearly every sentence ends in the name of the paper that reported it: too much of one thing.
        add("current events", record, _CREDIT.sub(lambda found: found.group() if chance.random() < 0.3 else "", text))
        if len(texts) == EVENTS[choice]:
            break
    for record in _records(data / WIKINEWS):
        add("wikinews", record, record["text"])
    for source, (file, *counts) in SOURCES.items():
        records = [record for record in _records(data / file) if record["text"].strip() and record["id"] not in used]
        chance.shuffle(records)
        for record in records[: counts[choice - 1]]:
            text = _MARKUP.sub("", record["text"]) if source == "digitalgov" else record["text"]
            add(source, record, text[:MOST_CHARACTERS])
    used |= {text["id"] for text in chosen}
    return chosen


def _records(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def main(data: Path, work: Path) -> None:
    work.mkdir(exist_ok=True)
    used: set[str] = set()
    for name, seed, choice in (("first", 7, 1), ("second", 11, 2)):
        chosen = choose(data, seed, choice, used)
        with (work / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json.dumps(text, ensure_ascii=False) + "\n" for text in chosen)
        print(name, len(chosen), "texts,", sum(len(text["text"].split()) for text in chosen), "words")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
