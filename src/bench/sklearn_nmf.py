#!/usr/bin/env python3
"""Seconds per iteration of scikit-learn's NMF as JSON. usage: sklearn_nmf.py MATRIX RANK ITERATIONS [mu|cd]

MATRIX is .mtx (coordinate) or .csv (dense). The fit alone is timed, from random start values, after a small warm-up.
"""
import json
import os
import sys
import time
import warnings

import numpy as np
import pandas as pd
import scipy.sparse as sp
import sklearn
from sklearn.decomposition import NMF


def cached(path):
    """The matrix, after the first time from NumPy's own format beside the file."""
    dense = path.endswith(".csv")
    cache = path + (".npy" if dense else ".npz")
    if not os.path.exists(cache) or os.path.getmtime(cache) < os.path.getmtime(path):
        x = read(path)
        np.save(cache, x) if dense else sp.save_npz(cache, x, compressed=False)
    return np.load(cache) if dense else sp.load_npz(cache)


def read(path):
    if path.endswith(".csv"):
        return pd.read_csv(path, header=None, dtype=np.float64).to_numpy()
    with open(path) as lines:
        skip = 1
        lines.readline()
        while (line := lines.readline()).startswith("%"):
            skip += 1
    m, n, _ = map(int, line.split())
    cells = pd.read_csv(path, skiprows=skip + 1, header=None, sep=" ")
    return sp.csr_matrix((cells[2].to_numpy(float), (cells[0] - 1, cells[1] - 1)), shape=(m, n))


def main():
    warnings.filterwarnings("ignore")
    path, rank, iterations = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    solver = sys.argv[4] if len(sys.argv) > 4 else "mu"
    x = cached(path)
    NMF(2, init="random", solver=solver, max_iter=2).fit(np.abs(np.random.rand(20, 10)))
    model = NMF(rank, init="random", solver=solver, max_iter=iterations, tol=0, random_state=1)
    began = time.perf_counter()
    model.fit_transform(x)
    seconds = time.perf_counter() - began
    norm = float(np.sqrt((x.data**2).sum() if sp.issparse(x) else (x**2).sum()))
    print(json.dumps({"peer": "scikit-learn " + sklearn.__version__, "solver": solver, "rank": rank,
                      "secondsPerIteration": seconds / model.n_iter_,
                      "relativeError": float(model.reconstruction_err_) / norm}))


if __name__ == "__main__":
    main()
