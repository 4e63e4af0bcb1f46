"""Trains a round: `python -m tests.tools.encoder.train WORK BASE --round 1`, in torch's environment.

The first round learns from people's labels and from where the rules and the teacher agree on the first texts; names on which they
do not are left out. The second goes on from the first and learns from what was found together in the second texts. A fifth of the
texts that people labelled is never learnt from: what is found in them is the honest figure.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch

from tests.tools.encoder.batches import Example, batches, examples, together
from tests.tools.encoder.documents import TAGS, Document, load, names
from tests.tools.encoder.evaluation import evaluate
from tests.tools.encoder.network import WEIGHTS, Network

SHAPES = 9
"""The first of the clues are shapes, which are told always; the others are what the program's tables know."""

BTC_WEIGHT = 0.4
"""What a word of a tweet counts: another kind of text."""

TABLES_LEFT_OUT = 0.15
"""The share of windows that are read without what the tables know, so that it is a help and not a crutch."""

ROUNDS = {  # the rate of learning, how often labels by people are gone through, the share of tweets, the seed
    1: (2e-4, 4, 0.5, 1),
    2: (1.5e-4, 3, 0.4, 2),
}
PIECES = 2048
WARM_UP = 100
HELD_OUT = 5


def by_people(work: Path, repeated: int, tweets: float, chance: random.Random) -> tuple[list[Example], list[Document]]:
    """Return what to learn from, and the documents that are held out."""
    learnt: list[Example] = []
    held: list[Document] = []
    for name in ("train_wikigold", "train_ewt_dev", "train_ewt_test"):
        for number, document in enumerate(load(work / f"{name}.documents")):
            if number % HELD_OUT == 0:
                held.append(document)
            else:
                learnt += [
                    *examples(document, document.tags(document.gold or []), np.ones(len(document.starts)))
                ] * repeated
    for document in load(work / "train_btc.documents"):
        if chance.random() < tweets:
            weights = np.full(len(document.starts), BTC_WEIGHT)
            learnt += examples(document, document.tags(document.gold or []), weights)
    return learnt, held


def by_agreement(work: Path) -> list[Example]:
    """Return the first texts with what the rules and the teacher agree on; a name on which they differ counts nothing."""
    learnt: list[Example] = []
    with (work / "first.taught.jsonl").open(encoding="utf-8") as file:
        taught = [json.loads(line) for line in file]
    for document, spans in zip(load(work / "first.documents"), taught, strict=True):
        own, other = document.tags(document.rules), document.tags(spans)
        agreed = own == other
        for first, last in names(own) + names(other):
            if not agreed[first:last].all():
                agreed[first:last] = False
        learnt += examples(document, own, agreed.astype(np.float32))
    return learnt


def by_vote(work: Path) -> list[Example]:
    """Return the second texts with the labels that `relabel` gave them."""
    with np.load(work / "second.labels.npz") as labels:
        tags, weights = labels["tags"], labels["weights"]
    learnt: list[Example] = []
    at = 0
    for document in load(work / "second.documents"):
        till = at + len(document.starts)
        learnt += examples(document, tags[at:till], weights[at:till])
        at = till
    return learnt


def train(work: Path, base: Path, number: int, minutes: float) -> None:
    rate, repeated, tweets, seed = ROUNDS[number]
    chance = random.Random(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    given, held = by_people(work, repeated, tweets, chance)
    given += by_agreement(work) if number == 1 else by_vote(work)
    network = Network(given[0].clues.shape[1], len(TAGS))
    if number == 1:
        network.take_over(base / WEIGHTS)
    else:
        network.load_state_dict(torch.load(work / f"round{number - 1}.pt"))
    network.words.weight.requires_grad = False  # the pieces mean what they meant; only how they are read is new
    network.train()
    learning = [parameter for parameter in network.parameters() if parameter.requires_grad]
    groups = [
        {"params": [p for p in learning if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in learning if p.ndim == 1], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))
    steps = list(batches(given, PIECES, chance))
    start, loss_so_far = time.monotonic(), 0.0
    for step, examples_ in enumerate(steps):
        done = max(step / len(steps), (time.monotonic() - start) / 60 / minutes)
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (step + 1) / WARM_UP) * (1 - done) + 1e-6
        loss = loss_of(network, examples_)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        loss_so_far = 0.98 * loss_so_far + 0.02 * loss.item()
        if step % 100 == 99:
            print(f"{step + 1} of {len(steps)}: {loss_so_far:.4f}, {time.monotonic() - start:.0f} s", flush=True)
    torch.save(network.state_dict(), work / f"round{number}.pt")
    print("worldwide_dev", evaluate(network, load(work / "worldwide_dev.documents")))
    print("held out", evaluate(network, held))


def loss_of(network: Network, given: list[Example]) -> torch.Tensor:
    """Return the mean of what every word that counts costs."""
    batch = together(given)
    batch.clues[torch.rand(len(given)) < TABLES_LEFT_OUT, :, SHAPES:] = 0
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = network(batch.pieces, batch.clues, batch.mask)
    costs = torch.nn.functional.cross_entropy(out.float().flatten(0, 1), batch.tags.flatten(), reduction="none")
    weights = batch.weights.flatten()
    return (costs * weights).sum() / weights.sum().clamp(min=1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("--round", type=int, choices=ROUNDS, required=True)
    parser.add_argument(
        "--minutes", type=float, default=600, help="the rate falls to nothing by then, however far it is"
    )
    options = parser.parse_args()
    train(options.work, options.base, options.round, options.minutes)
