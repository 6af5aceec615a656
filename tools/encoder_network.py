"""The encoder's network while it is taught, and how it is written for `khabar.models.encoder` to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from encoder_start import Start
from khabar.models.encoder import KINDS, MOODS, ROLES

SIZE, INNER, HEADS = 384, 1536, 12
"""Numbers for each piece, numbers in the inner layer, and heads of attention, as the starting weights have them."""
LAYERS = 6
"""How many of the starting weights' twelve layers are kept, the first ones."""
WIDE = (4, 5)
"""Layers whose inner numbers are too far apart for eight bits: with them in 32 bits what comes out is the same to 0.99
(cosine), without 0.96."""
PLACES = 512
DROPPED = 0.1
BUCKETS = 40
OF_HEADS = ("kind", "aux", "roles", "link")
"""The parts that are written as `encoder.npz`."""


class Layer(nn.Module):  # type: ignore[misc]
    """One layer of a transformer (Vaswani et al. 2017)."""

    def __init__(self, start: Start, number: int) -> None:
        """From the starting weights of layer `number`."""
        super().__init__()
        self.qkv, self.o = nn.Linear(SIZE, 3 * SIZE), nn.Linear(SIZE, SIZE)
        self.f, self.g = nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)
        self.n1, self.n2 = nn.LayerNorm(SIZE, eps=1e-12), nn.LayerNorm(SIZE, eps=1e-12)

        def of(name: str, *shape: int) -> Any:
            return torch.tensor(start.tensor(f"l{number}.{name}", *shape))

        with torch.no_grad():
            self.qkv.weight.copy_(torch.cat([of(f"{x}.w", SIZE, SIZE) for x in "qkv"]))
            self.qkv.bias.copy_(torch.cat([of(f"{x}.b", SIZE) for x in "qkv"]))
            for layer, name, shape in (
                (self.o, "ao", (SIZE, SIZE)),
                (self.f, "fi", (INNER, SIZE)),
                (self.g, "fo", (SIZE, INNER)),
                (self.n1, "aln", (SIZE,)),
                (self.n2, "oln", (SIZE,)),
            ):
                layer.weight.copy_(of(f"{name}.w", *shape))
                layer.bias.copy_(of(f"{name}.b", shape[0]))

    def forward(self, x: Any, away: Any) -> Any:
        """Rows of pieces in and out; `away` is added to what a piece attends to."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, SIZE // HEADS).permute(2, 0, 3, 1, 4)
        seen = torch.softmax(q @ k.transpose(-1, -2) * (SIZE // HEADS) ** -0.5 + away, -1).to(v.dtype) @ v
        x = self.n1(x + self.o(seen.transpose(1, 2).reshape(batch, length, SIZE)))
        return self.n2(x + functional.dropout(self.g(functional.gelu(self.f(x))), DROPPED, self.training))


class Pairing(nn.Module):  # type: ignore[misc]
    """A head over two things and how far they stand apart; see `khabar.models.encoder.Pairing`."""

    def __init__(self, answers: int, size: int) -> None:
        """A head that gives so many answers, with a hidden layer of `size`."""
        super().__init__()
        self.a, self.b, self.c, self.d = (nn.Linear(SIZE, size) for _ in range(4))
        self.dist, self.o = nn.Embedding(BUCKETS, size), nn.Linear(size, answers)
        nn.init.zeros_(self.dist.weight)

    def forward(self, one: Any, two: Any, far: Any) -> Any:
        """The log-odds of pairs."""
        inner = functional.gelu(self.a(one) + self.b(two) + self.c(one) * self.d(two) + self.dist(far))
        return self.o(functional.dropout(inner, DROPPED, self.training))


class Network(nn.Module):  # type: ignore[misc]
    """The first layers of the starting weights, and heads that begin with nothing."""

    def __init__(self, start: Start) -> None:
        """From the starting weights, for the pieces that are kept."""
        super().__init__()
        kept, count = start.kept(), len(start.pieces)
        words = start.tensor("emb.word", start.places["emb.word"][1] * 32 // 18 // SIZE, SIZE)
        assert len(words) >= count
        self.word, self.pos = nn.Embedding(len(kept), SIZE), nn.Embedding(PLACES, SIZE)
        self.ln = nn.LayerNorm(SIZE, eps=1e-12)
        with torch.no_grad():
            self.word.weight.copy_(torch.tensor(words[kept] + start.tensor("emb.type", 2, SIZE)[0]))
            self.pos.weight.copy_(torch.tensor(start.tensor("emb.pos", PLACES, SIZE)))
            self.ln.weight.copy_(torch.tensor(start.tensor("emb.ln.w", SIZE)))
            self.ln.bias.copy_(torch.tensor(start.tensor("emb.ln.b", SIZE)))
        self.layers = nn.ModuleList(Layer(start, number) for number in range(LAYERS))
        self.kind, self.aux = _perceptron(256, len(KINDS)), _perceptron(128, len(MOODS))
        self.roles, self.link = Pairing(len(ROLES), 256), Pairing(1, 128)

    def forward(self, ids: Any, real: Any = None) -> Any:
        """Pieces (a row a window) to what they mean there; `real` tells them from padding."""
        x = self.ln(self.word(ids) + self.pos.weight[: ids.shape[1]])
        x = functional.dropout(x, DROPPED, self.training)
        away = 0.0 if real is None else ((~real).to(torch.bfloat16) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, away)
        return x

    def of_heads(self) -> tuple[list[Any], list[Any]]:
        """The weights of the body and those of the heads."""
        body: list[Any] = []
        heads: list[Any] = []
        for name, weight in self.named_parameters():
            (heads if name.split(".")[0] in OF_HEADS else body).append(weight)
        return body, heads


def _perceptron(size: int, answers: int) -> Any:
    return nn.Sequential(nn.Linear(SIZE, size), nn.GELU(), nn.Dropout(DROPPED), nn.Linear(size, answers))


def write_network(network: Network, folder: Path) -> None:
    """Write `encoder.onnx`, its weights in seven bits, and the heads as `encoder.npz` into a folder.

    Seven of eight bits, so that no processor's way of adding up overflows and all give the same.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    heads = {n: w.half().numpy() for n, w in network.state_dict().items() if n.split(".")[0] in OF_HEADS}
    np.savez_compressed(folder / "encoder.npz", allow_pickle=False, **heads)
    with TemporaryDirectory() as made:
        whole = Path(made) / "whole.onnx"
        torch.onnx.export(
            network, (torch.full((1, 8), 5),), whole, input_names=["ids"], output_names=["hidden"],
            dynamic_axes={"ids": {1: "pieces"}, "hidden": {1: "pieces"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"], nodes_to_exclude=[f"/layers.{n}/g/MatMul" for n in WIDE],
        )  # fmt: skip


def mean_of(x: Any, spans: Sequence[tuple[int, int]]) -> Any:
    """The mean of the rows of each span."""
    weights = torch.zeros(len(spans), x.shape[0])
    for row, (first, behind) in enumerate(spans):
        weights[row, first:behind] = 1 / (behind - first)
    return weights @ x
