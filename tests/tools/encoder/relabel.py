"""Labels the second texts by vote: `python -m tests.tools.encoder.relabel WORK`.

What the careful level finds with the first round's weights is the label: it agrees over the text, and the rules have had their say.
How much it counts is told by how many of the three (the encoder, the rules, the teacher) say so.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from tests.tools.encoder.documents import Document, Spans, load, names
from tests.tools.encoder.read import own_spans
from timeline_app.domain.extraction import Level
from timeline_app.ingest.extraction.participants import finder
from timeline_app.ingest.extraction.participants.tagging.encoder import Encoder


class Known(Encoder):
    """An encoder whose scores are known already."""

    def __init__(self) -> None:
        self.known = np.zeros((0, 0), dtype=np.float32)

    def scores(self, tokens: object, sentences: object) -> np.ndarray:
        return self.known.copy()


def label(document: Document, scores: np.ndarray, taught: Spans, encoder: Known) -> tuple[np.ndarray, np.ndarray]:
    """Return the tags of a text's tokens and how much each counts."""
    encoder.known = scores
    tags = document.tags(own_spans(finder.find_participants(document.text, level=Level.CAREFUL)))
    votes = (document.tags(document.rules) == tags).astype(int) + (document.tags(taught) == tags)
    sure = np.exp(scores[np.arange(len(tags)), tags])
    weights = np.where(sure > 0.95, 0.7, np.where(sure > 0.6, 0.4, 0.15))
    weights[(votes == 2) | ((votes == 1) & (sure > 0.6))] = 1
    for first, last in names(tags):  # a name is as sure as its least sure word
        weights[first:last] = weights[first:last].min()
    return tags, weights


def main(work: Path) -> None:
    encoder = Known()
    finder.load_encoder = lambda _language: encoder
    with np.load(work / "second.scores.npz") as file:
        scores = file["arr_0"]
    with (work / "second.taught.jsonl").open(encoding="utf-8") as file:
        taught = [json.loads(line) for line in file]
    tags, weights, at = [], [], 0
    for document, spans in zip(load(work / "second.documents"), taught, strict=True):
        till = at + len(document.starts)
        own, counts = label(document, scores[at:till], spans, encoder)
        tags.append(own)
        weights.append(counts)
        at = till
    np.savez(work / "second.labels.npz", tags=np.concatenate(tags), weights=np.concatenate(weights).astype(np.float32))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
