#!/usr/bin/env python3
"""scikit-learn's default NMF as JSON. usage: sklearn_answer.py MATRIX RANK cd|mu

cd: NMF(k).fit, all defaults. mu: 200 iterations from the same kind of start. The fit alone is timed, after a small warm-up; the
objective is half the squared error.
"""
import json
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.decomposition import NMF

from matrices import cached


def main():
    warnings.filterwarnings("ignore")
    path, rank, solver = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    x = cached(path)
    NMF(2).fit(np.abs(np.random.rand(20, 10)))
    fit = NMF(rank, random_state=0) if solver == "cd" else NMF(rank, init="nndsvda", solver="mu", tol=0, random_state=0)
    began = time.perf_counter()
    fit.fit(x)
    seconds = time.perf_counter() - began
    print(json.dumps({"peer": "scikit-learn " + sklearn.__version__, "solver": solver, "passes": int(fit.n_iter_), "seconds": seconds,
                      "objective": float(fit.reconstruction_err_) ** 2 / 2}))


if __name__ == "__main__":
    main()
