"""Runs the encoder: an article's tokens in, the tags' log-probabilities out. onnxruntime is imported when it is first asked for."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.ingest.extraction.participants.lexicon import load_lexicon
from timeline_app.ingest.extraction.participants.tagging.clues import CLUES, ClueReader
from timeline_app.ingest.extraction.participants.tagging.tags import TAGS
from timeline_app.ingest.extraction.participants.tagging.windows import windows
from timeline_app.ingest.extraction.participants.tagging.wordpieces import WordPieces
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message
from timeline_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.participants.tokens import Tokens

_PIECES_AT_A_TIME = 256
"""Pieces, filling included, that are given to the encoder together: what it makes of more falls out of the processor's cache."""


class Encoder:
    """The encoder of one language with its vocabulary."""

    def __init__(self, session: Any, pieces: WordPieces, clues: ClueReader) -> None:
        self._session = session
        self._pieces = pieces
        self._clues = clues

    def scores(self, tokens: Tokens, sentences: Sequence[Span]) -> NDArray[np.float32]:
        """Return the log-probability of every tag for every token: shape (tokens, tags)."""
        scores = np.zeros((len(tokens), TAGS), dtype=np.float32)
        pieces = [self._pieces.cut(word) for word in tokens.words]
        clues = self._clues.read(tokens)
        spans = list(windows(tokens, sentences, [len(cut) for cut in pieces]))
        for batch in self._batches(spans, pieces):
            self._read(batch, pieces, clues, scores)
        return scores

    def _batches(
        self, spans: Sequence[tuple[int, int]], pieces: Sequence[tuple[int, ...]]
    ) -> Iterator[list[tuple[int, int]]]:
        """Put windows of like length together, so that little is filled up."""
        sizes = {span: sum(map(len, pieces[span[0] : span[1]])) + 2 for span in spans}
        batch: list[tuple[int, int]] = []
        for span in sorted(spans, key=sizes.__getitem__):
            if batch and (len(batch) + 1) * sizes[span] > _PIECES_AT_A_TIME:
                yield batch
                batch = []
            batch.append(span)
        if batch:
            yield batch

    def _read(
        self,
        batch: Sequence[tuple[int, int]],
        pieces: Sequence[tuple[int, ...]],
        clues: NDArray[np.float32],
        scores: NDArray[np.float32],
    ) -> None:
        """Fill in the scores of the tokens of these windows: a word's are those of its first piece."""
        rows = [[number for cut in pieces[first:last] for number in cut] for first, last in batch]
        length = max(map(len, rows)) + 2
        numbers = np.zeros((len(batch), length), dtype=np.int64)
        told = np.zeros((len(batch), length, len(CLUES)), dtype=np.float32)
        mask = np.zeros((len(batch), length), dtype=np.bool_)
        heads = []
        for at, ((first, last), row) in enumerate(zip(batch, rows, strict=True)):
            counts = [len(cut) for cut in pieces[first:last]]
            numbers[at, : len(row) + 2] = [self._pieces.begin, *row, self._pieces.end]
            told[at, 1 : len(row) + 1] = np.repeat(clues[first:last], counts, axis=0)
            mask[at, : len(row) + 2] = True
            heads.append(np.cumsum([1, *counts[:-1]]))
        (found,) = self._session.run(["scores"], {"pieces": numbers, "clues": told, "mask": mask})
        for at, (first, last) in enumerate(batch):
            scores[first:last] = found[at, heads[at]]


@cache
def load_encoder(language: str) -> Encoder | Message:
    """Return the encoder for a language (its first subtag), or why it cannot be had: "onnxruntime cannot be loaded"."""
    lexicon = load_lexicon(language)
    folder = resource("data", language, "participants", "encoder")
    if lexicon is None or not folder.is_dir():
        return message(QT_TRANSLATE_NOOP("Message", "there are no weights for this language"))
    try:
        return Encoder(_session(folder / "encoder.onnx"), WordPieces.load(folder / "pieces.txt"), ClueReader(lexicon))
    except ImportError:
        return message(QT_TRANSLATE_NOOP("Message", "onnxruntime cannot be loaded"))
    except Exception:  # noqa: BLE001 - its exceptions have no common base, and a damaged file gives many
        return message(QT_TRANSLATE_NOOP("Message", "the weights cannot be read"))


def _session(path: Path) -> Any:
    """Open the weights for one thread: there is a worker for each core already."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # asked for at import: else it numbers the machine and keeps a diary
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # on Windows, where older ones do not ask the environment
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4  # what goes wrong comes as an exception
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
