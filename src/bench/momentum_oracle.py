#!/usr/bin/env python3
"""Writes src/test/resources/golden/momentum.json: HALS with momentum on H, in numpy, from its formulas alone.

    python3 src/bench/momentum_oracle.py > src/test/resources/golden/momentum.json

The schedule and the hard restart are those of Ang and Gillis (Neural Computation 31, 2019), applied to H; the sweeps are
those of Cichocki and Phan (2009). X: the digits and the Bible of the jar. Factors start as ((7 i + 13 c) mod 29 + 1) / 30.
"""
import gzip
import json
import pathlib
import numpy as np

SAMPLES = pathlib.Path(__file__).parent / "../main/resources/org/sparknmf/samples"
SWEEPS, FIRST, GROWTH, GROWTH_OF_MOST, DECAY = 3, 0.5, 1.05, 1.01, 1.5


def sample(name):
    lines = [line for line in gzip.open(SAMPLES / name / "matrix.mtx.gz", "rt") if not line.startswith("%")]
    rows, columns, _ = map(int, lines[0].split())
    x = np.zeros((rows, columns))
    for line in lines[1:]:
        i, j, value = line.split()
        x[int(i) - 1, int(j) - 1] = float(value)
    return x


def start(rows, rank):
    i, c = np.indices((rows, rank))
    return ((7 * i + 13 * c) % 29 + 1) / 30


def swept(factor, products, gram):
    factor = factor.copy()
    for _ in range(SWEEPS):
        for c in range(factor.shape[1]):
            if gram[c, c] > 0:
                gradient = factor @ gram[:, c] - products[:, c]
                factor[:, c] = np.maximum(0, factor[:, c] - gradient / gram[c, c])
    return factor


def objective(norm, products, h, gram):
    return (norm - 2 * np.vdot(products, h) + np.vdot(gram, h.T @ h)) / 2


def run(x, rank, iterations):
    norm = np.vdot(x, x)
    w, h = start(x.shape[0], rank), start(x.shape[1], rank)
    best = objective(norm, x.T @ w, h, w.T @ w)
    weight, last, most, plain = FIRST, FIRST, 1.0, True
    step = np.zeros_like(h)
    totals, accepted = [best], [True]
    for _ in range(iterations):
        beyond = h if plain else np.maximum(0, h + weight * step)
        w_next = swept(w, x @ beyond, beyond.T @ beyond)
        products, gram = x.T @ w_next, w_next.T @ w_next
        h_next = swept(beyond, products, gram)
        total = objective(norm, products, h_next, gram)
        accepted.append(bool(total < best))
        if total < best:
            step, w, h, best = h_next - h, w_next, h_next, total
            last, weight, most, plain = weight, min(most, GROWTH * weight), min(1, GROWTH_OF_MOST * most), False
        else:
            most, weight, plain = last, weight / DECAY, True
        totals.append(best)
    return dict(
        rank=rank,
        objectives=totals,
        accepted=accepted,
        columnSumsOfW=w.sum(axis=0).tolist(),
        columnSumsOfH=h.sum(axis=0).tolist(),
    )


print(json.dumps({name: run(sample(name), rank, 30) for name, rank in (("digits", 10), ("bible-kjv", 5))}, indent=1))
