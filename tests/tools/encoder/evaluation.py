"""What the network finds in documents, and how much of it is right: the best allowed row of tags, no rules over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from tests.tools.encoder.batches import together, unread
from tests.tools.encoder.documents import TAGS, Document, tidy
from tests.tools.encoder.network import Network

_PIECES_AT_A_TIME = 8192
_NEVER = -1e4


@torch.no_grad()
def scores(network: Network, documents: Sequence[Document]) -> list[np.ndarray]:
    """Return the log-probability of every tag for every token of each document."""
    network.eval()
    found = [np.full((len(document.starts), len(TAGS)), _NEVER, dtype=np.float32) for document in documents]
    waiting = sorted(unread(documents), key=lambda item: len(item[2].pieces))
    while waiting:
        count = max(1, min(len(waiting), _PIECES_AT_A_TIME // len(waiting[-1][2].pieces)))
        taken, waiting = waiting[-count:], waiting[:-count]
        batch = together([example for _, _, example in taken])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            read = torch.log_softmax(network(batch.pieces, batch.clues, batch.mask).float(), -1).numpy()
        for row, (number, first, example) in zip(read, taken, strict=True):
            found[number][first : first + len(example.heads)] = row[example.heads]
    return found


_FOLLOWS = np.zeros((len(TAGS), len(TAGS)))
for _inside in range(2, len(TAGS), 2):
    _FOLLOWS[:, _inside] = _NEVER
    _FOLLOWS[_inside - 1 : _inside + 1, _inside] = 0


def best_tags(given: np.ndarray) -> np.ndarray:
    """Return the best row of tags in which names go on only where they began (Viterbi 1967)."""
    sums, came_from = given[0] + _FOLLOWS[0], np.zeros(given.shape, dtype=np.int64)
    for at in range(1, len(given)):
        through = sums[:, None] + _FOLLOWS
        came_from[at] = through.argmax(axis=0)
        sums = through.max(axis=0) + given[at]
    tags = np.zeros(len(given), dtype=np.int64)
    tags[-1] = sums.argmax()
    for at in range(len(given) - 1, 0, -1):
        tags[at - 1] = came_from[at, tags[at]]
    return tags


def evaluate(network: Network, documents: Sequence[Document]) -> dict[str, list[float]]:
    """Return precision, recall and F1 in percent by kind and over all, on exact spans."""
    counts = {kind: np.zeros(3) for kind in ("PER", "ORG", "LOC")}
    for document, given in zip(documents, scores(network, documents), strict=True):
        gold = {(*tidy(document.text, a, b), kind) for a, b, kind in document.gold or []}
        own = {(*tidy(document.text, a, b), kind) for a, b, kind in document.spans(best_tags(given))}
        for kind, count in counts.items():
            count += [sum(span[2] == kind for span in spans) for spans in (gold & own, own, gold)]
    counts["all"] = sum(counts.values(), np.zeros(3))
    return {
        kind: [round(100 * float(value), 1) for value in (right / own, right / gold, 2 * right / (own + gold))]
        for kind, (right, own, gold) in counts.items()
    }
