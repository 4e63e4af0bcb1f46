"""From documents to what the network is given at a time."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from tests.tools.encoder.documents import Document

BEGIN, END = 101, 102


class Example(NamedTuple):
    """One window: the tag of a word stands at its first piece, and so does how much it counts; elsewhere nothing counts."""

    pieces: np.ndarray
    clues: np.ndarray
    heads: np.ndarray
    tags: np.ndarray
    weights: np.ndarray


class Batch(NamedTuple):
    pieces: Tensor
    clues: Tensor
    mask: Tensor
    tags: Tensor
    weights: Tensor


def examples(document: Document, tags: np.ndarray, weights: np.ndarray) -> Iterator[Example]:
    """Yield the windows of a document; `tags` and `weights` are those of its tokens."""
    for first, last in document.windows:
        counts = [len(cut) for cut in document.pieces[first:last]]
        pieces = np.array([BEGIN, *(number for cut in document.pieces[first:last] for number in cut), END])
        heads = np.cumsum([1, *counts[:-1]])
        clues = np.zeros((len(pieces), document.clues.shape[1]), dtype=np.int8)
        clues[1:-1] = np.repeat(document.clues[first:last], counts, axis=0)
        at, counted = np.zeros(len(pieces), dtype=np.int64), np.zeros(len(pieces), dtype=np.float32)
        at[heads], counted[heads] = tags[first:last], weights[first:last]
        yield Example(pieces, clues, heads, at, counted)


def batches(given: list[Example], pieces: int, chance: random.Random) -> Iterator[list[Example]]:
    """Yield all examples in chance order, those of like length together, at most so many pieces at a time."""
    given = given.copy()
    chance.shuffle(given)
    for start in range(0, len(given), 4000):
        made: list[list[Example]] = [[]]
        for example in sorted(given[start : start + 4000], key=lambda e: len(e.pieces)):
            if made[-1] and (len(made[-1]) + 1) * len(example.pieces) > pieces:
                made.append([])
            made[-1].append(example)
        chance.shuffle(made)
        yield from made


def together(given: Sequence[Example]) -> Batch:
    """Fill the examples up to one length."""
    shape = len(given), max(len(example.pieces) for example in given)
    batch = Batch(
        torch.zeros(shape, dtype=torch.int64),
        torch.zeros((*shape, given[0].clues.shape[1])),
        torch.zeros(shape, dtype=torch.bool),
        torch.zeros(shape, dtype=torch.int64),
        torch.zeros(shape),
    )
    for row, example in enumerate(given):
        length = len(example.pieces)
        batch.pieces[row, :length] = torch.from_numpy(example.pieces)
        batch.clues[row, :length] = torch.from_numpy(example.clues.astype(np.float32))
        batch.mask[row, :length] = True
        batch.tags[row, :length] = torch.from_numpy(example.tags)
        batch.weights[row, :length] = torch.from_numpy(example.weights)
    return batch


def unread(documents: Iterable[Document]) -> Iterator[tuple[int, int, Example]]:
    """Yield the windows of documents, each with its document's number and its first token, for reading only."""
    for number, document in enumerate(documents):
        nothing = np.zeros(len(document.starts), dtype=np.int64)
        for (first, _), example in zip(document.windows, examples(document, nothing, nothing), strict=True):
            yield number, first, example
