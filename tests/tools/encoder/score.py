"""Reads texts with a round's weights: `python -m tests.tools.encoder.score WORK --round 1 --texts second`."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from tests.tools.encoder.documents import TAGS, load
from tests.tools.encoder.evaluation import scores
from tests.tools.encoder.network import Network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--round", type=int, required=True)
    parser.add_argument("--texts", required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    documents = load(options.work / f"{options.texts}.documents")
    network = Network(documents[0].clues.shape[1], len(TAGS))
    network.load_state_dict(torch.load(options.work / f"round{options.round}.pt"))
    np.savez(options.work / f"{options.texts}.scores.npz", np.concatenate(scores(network, documents)))


if __name__ == "__main__":
    main()
