#!/usr/bin/env python3
"""Seconds per iteration of scikit-learn's NMF as JSON. usage: sklearn_nmf.py MATRIX RANK ITERATIONS [mu|cd|kl]

MATRIX is .mtx (coordinate) or .csv (dense). The fit alone is timed, after a small warm-up, from the start values of spark-nmf's
--init random --seed 1. kl: multiplicative updates of the Kullback-Leibler divergence. The objective is half the squared error, or
the divergence.
"""
import json
import sys
import time
import warnings

import numpy as np
import scipy.sparse as sp
import sklearn
from sklearn.decomposition import NMF

from matrices import cached, random_start

SEED = 1


def model(solver, rank, iterations, init):
    loss = "kullback-leibler" if solver == "kl" else "frobenius"
    method = "cd" if solver == "cd" else "mu"
    return NMF(rank, init=init, solver=method, beta_loss=loss, max_iter=iterations, tol=0)


def main():
    warnings.filterwarnings("ignore")
    path, rank, iterations = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    solver = sys.argv[4] if len(sys.argv) > 4 else "mu"
    x = cached(path)
    model(solver, 2, 2, "random").fit(np.abs(np.random.rand(20, 10)))
    w, h = random_start(x, rank, SEED)
    fit = model(solver, rank, iterations, "custom")
    began = time.perf_counter()
    fit.fit_transform(x, W=w, H=h)
    seconds = time.perf_counter() - began
    norm = float(np.sqrt((x.data**2).sum() if sp.issparse(x) else (x**2).sum()))
    error = float(fit.reconstruction_err_)
    result = {"peer": "scikit-learn " + sklearn.__version__, "solver": solver, "rank": rank, "iterations": int(fit.n_iter_),
              "seconds": seconds, "secondsPerIteration": seconds / fit.n_iter_, "objective": error**2 / 2}
    if solver != "kl":
        result["relativeError"] = error / norm
    print(json.dumps(result))


if __name__ == "__main__":
    main()
