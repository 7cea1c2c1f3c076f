"""Matrices from files, and the start values that spark-nmf draws."""
import gzip
import os
import re

import numpy as np
import pandas as pd
import scipy.sparse as sp

GOLDEN_GAMMA = 0x9E3779B97F4A7C15
PURPOSE_W, PURPOSE_H = 1, 2


def read(path):
    """A .csv is dense, without header; else MatrixMarket coordinates, perhaps compressed."""
    if path.endswith(".csv"):
        return pd.read_csv(path, header=None, dtype=np.float64).to_numpy()
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
    with opened as lines:
        skip = 1
        lines.readline()
        while (line := lines.readline()).startswith("%"):
            skip += 1
    m, n, _ = map(int, line.split())
    cells = pd.read_csv(path, skiprows=skip + 1, header=None, sep=" ")
    return sp.csr_matrix((cells[2].to_numpy(float), (cells[0] - 1, cells[1] - 1)), shape=(m, n))


def cached(path):
    """The matrix, after the first time from NumPy's own format beside the file."""
    dense = path.endswith(".csv")
    cache = path + (".npy" if dense else ".npz")
    if not os.path.exists(cache) or os.path.getmtime(cache) < os.path.getmtime(path):
        x = read(path)
        np.save(cache, x) if dense else sp.save_npz(cache, x, compressed=False)
    return np.load(cache) if dense else sp.load_npz(cache)


def by_id(x, path):
    """Rows and columns in the order in which spark-nmf numbers them: by their labels, if they have any."""
    folder = os.path.dirname(path)
    return x[order(os.path.join(folder, "rows.txt"), x.shape[0])][:, order(os.path.join(folder, "cols.txt"), x.shape[1])]


def order(labels, count):
    """Whole numbers by size, texts by their bytes."""
    if not os.path.exists(labels):
        return np.arange(count)
    with open(labels, "rb") as lines:
        ids = lines.read().split(b"\n")[:count]
    whole = all(re.fullmatch(rb"-?[0-9]+", label) for label in ids)
    return np.array(sorted(range(count), key=lambda i: int(ids[i]) if whole else ids[i]))


def mix(z):
    """The finalizer of SplitMix64."""
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def half_normal(seed, purpose, rows, rank):
    """|N(0, 1)| for each row and component: a hash of seed, purpose, row and component through Box and Muller's transform."""
    gamma = np.uint64(GOLDEN_GAMMA)
    stream = mix(np.array([(seed + GOLDEN_GAMMA * purpose) % 2**64], dtype=np.uint64))
    key = mix(stream + gamma * np.arange(1, rows + 1, dtype=np.uint64))[:, None]
    key = mix(key + gamma * np.arange(1, rank + 1, dtype=np.uint64))
    radius = ((key >> np.uint64(11)) + np.uint64(1)).astype(float) * 2.0**-53
    angle = (mix(key + gamma) >> np.uint64(11)).astype(float) * 2.0**-53
    return np.abs(np.sqrt(-2 * np.log(radius)) * np.cos(2 * np.pi * angle))


def random_start(x, rank, seed):
    """W and H where spark-nmf's --init random starts, for rows and columns in the order of their ids."""
    scale = np.sqrt(x.sum() / (x.shape[0] * x.shape[1]) / rank)
    w = half_normal(seed, PURPOSE_W, x.shape[0], rank) * scale
    ht = half_normal(seed, PURPOSE_H, x.shape[1], rank) * scale
    return w, np.ascontiguousarray(ht.T)
