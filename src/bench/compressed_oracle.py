#!/usr/bin/env python3
"""Writes src/test/resources/golden/compressed.json: the compressed start and iterations on X after it, in numpy, from formulas alone.

    python3 src/bench/compressed_oracle.py > src/test/resources/golden/compressed.json

X^ = U U'X is a dense array here, where U is an orthonormal basis of the columns of X Q and Q that of five turns of subspace
iteration (Halko, Martinsson and Tropp 2011) from the normal numbers of solver/start/HashNormal. Start values are those of
Boutsidis and Gallopoulos (2008), entries below 1e-6 sqrt(mean) cut.
"""
import json
import numpy as np
from momentum_oracle import Known, descend, sample, told

EXTRA, TURNS, SEED, SUBSPACE = 10, 5, 20080401, 3
MOST_ITERATIONS, LEAST_FALL = 12, 1e-3
GAMMA = np.uint64(0x9E3779B97F4A7C15)


def mix(bits):
    z = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def normals(rows, columns):
    with np.errstate(over="ignore"):
        stream = mix(np.uint64(SEED) + GAMMA * np.uint64(SUBSPACE))
        i, c = np.indices((rows, columns)).astype(np.uint64)
        key = mix(mix(stream + GAMMA * (i + np.uint64(1))) + GAMMA * (c + np.uint64(1)))
        radius = ((key >> np.uint64(11)) + np.uint64(1)).astype(float) * 2.0**-53
        angle = (mix(key + GAMMA) >> np.uint64(11)).astype(float) * 2.0**-53
    return np.sqrt(-2 * np.log(radius)) * np.cos(2 * np.pi * angle)


def basis(x, columns):
    q = normals(x.shape[1], columns)
    for _ in range(TURNS):
        u = np.linalg.qr(x @ np.linalg.qr(q)[0])[0]
        q = x.T @ u
    return u


def start(x, u, rank):
    left, sigma, right = np.linalg.svd(u.T @ x, full_matrices=False)
    left = u @ left
    w, h = np.zeros((x.shape[0], rank)), np.zeros((x.shape[1], rank))
    w[:, 0], h[:, 0] = np.sqrt(sigma[0]) * abs(left[:, 0]), np.sqrt(sigma[0]) * abs(right[0])
    for c in range(1, rank):
        parts = [(np.maximum(0, s * left[:, c]), np.maximum(0, s * right[c])) for s in (1, -1)]
        sizes = [np.linalg.norm(a) * np.linalg.norm(b) for a, b in parts]
        (a, b), size = (parts[0], sizes[0]) if sizes[0] > sizes[1] else (parts[1], sizes[1])
        w[:, c] = np.sqrt(sigma[c] * size) * a / np.linalg.norm(a)
        h[:, c] = np.sqrt(sigma[c] * size) * b / np.linalg.norm(b)
    cut = 1e-6 * np.sqrt(x.mean())
    w[w < cut] = 0
    h[h < cut] = 0
    return w, h


def run(name, rank, iterations):
    x = sample(name)
    u = basis(x, min(rank + EXTRA, *x.shape))
    totals, accepted, w, h = descend(Known(u @ (u.T @ x)), *start(x, u, rank), MOST_ITERATIONS, LEAST_FALL)
    compressed = dict(compressedObjectives=totals, compressedAccepted=accepted)
    return compressed | told(rank, *descend(Known(x), w, h, iterations))


if __name__ == "__main__":
    golden = {name: run(name, rank, 10) for name, rank in (("digits", 10), ("bible-kjv", 5))}
    print(json.dumps(golden, indent=1))
