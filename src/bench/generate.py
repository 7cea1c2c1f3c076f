#!/usr/bin/env python3
"""Seeded matrices for comparisons. usage: generate.py DIRECTORY [S1 S2 D1]

S1 100,000 x 20,000 with 10,000,000 non-zeros, S2 20,000 x 5,000 with 1,000,000: counts of words in documents with 20 planted
topics, columns by Zipf's law, 10 % noise. D1 20,000 x 2,000, dense, rank 20. Needs numpy, scipy and pandas.
"""
import os
import sys

import numpy as np
import pandas as pd
import scipy.sparse as sp

SPARSE = {"S1": (100_000, 20_000, 10_000_000, 101), "S2": (20_000, 5_000, 1_000_000, 202)}
RANK, NOISE, ZIPF = 20, 0.1, 0.9


def draw(random, mixtures, lengths, topics, background):
    """One round of words: counts in a sparse matrix."""
    rows, columns = [], []
    words = random.poisson(lengths)
    for topic in range(RANK):
        count = random.poisson(words * mixtures[:, topic] * (1 - NOISE))
        row = np.repeat(np.arange(len(words), dtype=np.int32), count)
        rows.append(row)
        columns.append(np.searchsorted(topics[topic], random.random(row.size)).astype(np.int32))
    row = np.repeat(np.arange(len(words), dtype=np.int32), random.poisson(words * NOISE))
    rows.append(row)
    columns.append(np.searchsorted(background, random.random(row.size)).astype(np.int32))
    row, column = np.concatenate(rows), np.concatenate(columns)
    shape = (len(words), topics.shape[1])
    return sp.csr_matrix((np.ones(row.size), (row, column)), shape=shape)


def counts(m, n, nonzeros, seed):
    random = np.random.default_rng(seed)
    zipf = (1.0 / np.arange(1, n + 1) ** ZIPF)[random.permutation(n)]
    topics = zipf * random.gamma(0.35, 1.0, (RANK, n)) + 1e-3 * zipf
    topics = np.cumsum(topics / topics.sum(1, keepdims=True), axis=1)
    topics[:, -1] = 1.0
    background = np.cumsum(zipf / zipf.sum())
    background[-1] = 1.0
    mixtures = random.dirichlet(np.full(RANK, 0.15), m)
    lengths = random.gamma(3.0, 1.0, m)
    lengths /= lengths.sum()
    x = sp.csr_matrix((m, n))
    while x.nnz < nonzeros:
        wanted = 1.8 * nonzeros if x.nnz == 0 else max(2.5 * (nonzeros - x.nnz), 10_000)
        x = x + draw(random, mixtures, wanted * lengths, topics, background)
    x = x.tocoo()
    keep = np.sort(random.permutation(x.nnz)[:nonzeros])
    return sp.coo_matrix((x.data[keep], (x.row[keep], x.col[keep])), shape=(m, n))


def write_sparse(path, x):
    with open(path, "w") as out:
        out.write("%%MatrixMarket matrix coordinate integer general\n")
        out.write(f"{x.shape[0]} {x.shape[1]} {x.nnz}\n")
        table = {"i": x.row + 1, "j": x.col + 1, "v": x.data.astype(np.int64)}
        pd.DataFrame(table).to_csv(out, sep=" ", header=False, index=False)


def write_dense(path):
    random = np.random.default_rng(303)
    x = np.round(random.random((20_000, 20)) @ random.random((20, 2_000)), 6)
    pd.DataFrame(x).to_csv(path, header=False, index=False, float_format="%.6f")


def main():
    directory = sys.argv[1]
    os.makedirs(directory, exist_ok=True)
    for name in sys.argv[2:] or ["S2", "D1", "S1"]:
        if name == "D1":
            write_dense(os.path.join(directory, "D1.csv"))
        else:
            write_sparse(os.path.join(directory, name + ".mtx"), counts(*SPARSE[name]))


if __name__ == "__main__":
    main()
