#!/usr/bin/env python3
"""What conformance.sh runs. usage: conformance.py DIRECTORY DATA MATRIX..."""
import json
import os
import shutil
import subprocess
import sys
import warnings
from contextlib import nullcontext
from dataclasses import dataclass
from types import SimpleNamespace
from unittest import mock

import numpy as np
import scipy.sparse as sp
import sklearn
from sklearn.decomposition import NMF, _nmf

from matrices import by_id, random_start, read

SAMPLES = "src/main/resources/org/sparknmf/samples"
RANK, SEED, ITERATIONS, SLOW_ITERATIONS = 10, 1, 50, 20
WITHIN = 1e-9
# With beta below 1, zeros that are fitted by almost nothing count: spark-nmf puts the floor there, scikit-learn 1.2e-7, and only
# where the fit is exactly 0.
WITHIN_FLOORED = 1e-6
# The least fitted value of a cell above zero, in parts of the mean of X, as spark-nmf has it.
FLOOR = 2.0**-23
DENSE = 0.25
BETA = {"frobenius": 2.0, "kullback-leibler": 1.0, "itakura-saito": 0.0}
HEADER = ["data", "loss", "ours", "scikit-learn", "alpha W, H", "L1 ratio", "iterations", "ours", "theirs", "ratio", "ratio - 1"]


@dataclass
class Case:
    """One line of the table; `same` where both sides run one algorithm, `cut` where scikit-learn may zero small entries."""
    loss: str
    solver: str
    same: bool = True
    inner: int = 1
    alpha: float = 0.0
    l1_ratio: float = 0.0
    update: str = "majorize"
    cut: bool = False
    iterations: int = ITERATIONS

    @property
    def beta(self):
        return BETA[self.loss] if self.loss in BETA else float(self.loss)

    @property
    def solver_of_peer(self):
        return "mu" if self.solver == "mu" else "cd"

    @property
    def peer(self):
        return self.solver_of_peer + (", no cut" if self.beta <= 1 and not self.cut else "")

    @property
    def name(self):
        if self.solver == "hals":
            return f"hals, {self.inner} inner"
        if self.alpha > 0 and self.beta != 2:
            return f"{self.solver}, {self.update}"
        return self.solver


class NumPyWithoutEpsilon:
    """NumPy for scikit-learn's multiplicative updates: where beta is at most 1 they set entries below 2.2e-16 to 0, for good."""

    def __getattr__(self, name):
        return getattr(np, name)

    @staticmethod
    def finfo(_):
        return SimpleNamespace(eps=0.0)


def cases(matrix):
    """What is compared on a matrix; text has so many columns that penalties, which grow with them, are chosen smaller."""
    fro, kl = "frobenius", "kullback-leibler"
    if matrix == "digits+1":
        return [Case("itakura-saito", "mu"), Case("0.5", "mu"), Case(kl, "mu")]
    some = [
        Case(fro, "mu"),
        Case(fro, "hals"),
        Case(fro, "hals", same=False, inner=3),
        Case(fro, "bpp", same=False),
        Case(kl, "mu"),
        Case(kl, "mu", same=False, cut=True),
    ]
    if matrix == "arxiv-small":
        return some
    alpha = 0.01 if matrix == "digits" else 1e-4
    return some + [
        Case(fro, "mu", alpha=alpha, l1_ratio=0.5),
        Case(fro, "hals", alpha=alpha, l1_ratio=0.5),
        Case(fro, "bpp", same=False, alpha=alpha, l1_ratio=0.5),
        Case(kl, "mu", alpha=alpha, l1_ratio=1.0),
        Case(kl, "mu", alpha=alpha, l1_ratio=0.0, update="ratio"),
        Case(kl, "mu", same=False, alpha=alpha, l1_ratio=0.0),
        Case("0.5", "mu", iterations=SLOW_ITERATIONS),
        Case("1.5", "mu", iterations=SLOW_ITERATIONS),
    ]


def find(matrix, data):
    name = matrix.removesuffix("+1")
    for folder in (data, SAMPLES):
        for file in ("matrix.mtx", "matrix.mtx.gz"):
            path = os.path.join(folder, name, file)
            if os.path.exists(path):
                return path
    return None


def plus_one(path, directory):
    """The matrix with 1 added to every cell, zeros too, as a file."""
    x = read(path).toarray() + 1
    target = os.path.join(directory, "plus-one.csv")
    np.savetxt(target, x, fmt="%.17g", delimiter=",")
    return target


def penalty(case, w, h):
    m, n = w.shape[0], h.shape[1]
    l1, l2 = case.alpha * case.l1_ratio, case.alpha * (1 - case.l1_ratio)
    return n * (l1 * w.sum() + l2 / 2 * (w**2).sum()) + m * (l1 * h.sum() + l2 / 2 * (h**2).sum())


def divergence(beta, x, w, h):
    """Over all cells, straight from the definition."""
    x = x.toarray() if sp.issparse(x) else x
    y = w @ h
    if beta == 2:
        return ((x - y) ** 2).sum() / 2
    y = np.maximum(y, FLOOR * x.mean()) if beta != 1 else np.where(x > 0, np.maximum(y, FLOOR * x.mean()), y)
    if beta == 0:
        return (x / y - np.log(x / y) - 1).sum()
    if beta == 1:
        return (np.where(x > 0, x * np.log(np.where(x > 0, x, 1) / np.where(x > 0, y, 1)), 0) - x + y).sum()
    own = np.where(x > 0, x, 1) ** beta * (x > 0)
    return (own + (beta - 1) * y**beta - beta * x * y ** (beta - 1)).sum() / (beta * (beta - 1))


def objective(case, x, w, h):
    return divergence(case.beta, x, w, h) + penalty(case, w, h)


def theirs(case, x):
    w, h = random_start(x, RANK, SEED)
    start = objective(case, x, w, h)
    model = NMF(RANK, init="custom", solver=case.solver_of_peer, beta_loss=case.beta, tol=0, max_iter=case.iterations,
                alpha_W=case.alpha, alpha_H=case.alpha, l1_ratio=case.l1_ratio)
    with nullcontext() if case.cut else mock.patch.object(_nmf, "np", NumPyWithoutEpsilon()):
        w = model.fit_transform(x, W=w.copy(), H=h.copy())
    return start, objective(case, x, w, model.components_)


def ours(case, path, directory):
    output = os.path.join(directory, "fit")
    options = {"input": path, "output": output, "if-exists": "overwrite", "rank": RANK, "loss": case.loss, "solver": case.solver,
               "init": "random", "seed": SEED, "max-iterations": case.iterations, "tolerance": 0, "alpha-w": case.alpha,
               "alpha-h": case.alpha, "l1-ratio": case.l1_ratio, "penalty-update": case.update, "inner-updates": case.inner}
    if case.solver == "hals":
        options["momentum"] = "no"
    words = [f"--{key}={value}" for key, value in options.items()]
    spark = ["--spark", *os.environ["SPARK_OPTIONS"].split()] if os.environ.get("SPARK_OPTIONS") else []
    run = subprocess.run(["submit-scripts/spark-nmf", "fit", *words, *spark], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stderr)
    with open(os.path.join(output, "history.jsonl")) as lines:
        first = json.loads(lines.readline())
    with open(os.path.join(output, "manifest.json")) as file:
        result = json.load(file)["result"]
    return first["objective"] + first["penalties"], result["objective"] + result["penalties"]


def compare(matrix, case, path, x, directory):
    """The line of a case, and whether it is as it must be."""
    our_start, our_end = ours(case, path, directory)
    their_start, their_end = theirs(case, x)
    if abs(our_start / their_start - 1) > WITHIN:
        sys.exit(f"{matrix}: the start values differ: objective {our_start!r} and {their_start!r}")
    ratio = our_end / their_end
    within = WITHIN_FLOORED if case.beta < 1 and (sp.issparse(x) or (x == 0).any()) else WITHIN
    well = not case.same or abs(ratio - 1) <= within
    if not well:
        print(f"{matrix}, {case.loss}, {case.name}, alpha {case.alpha:g}: {ratio!r} is not 1 within {within:g}", file=sys.stderr)
    line = [matrix, case.loss, case.name, case.peer, f"{case.alpha:g}", f"{case.l1_ratio:g}" if case.alpha else "",
            case.iterations, f"{our_end:.8g}", f"{their_end:.8g}", f"{ratio:.9f}" if case.same else f"**{ratio:.6f}**",
            f"{ratio - 1:+.0e}"]
    return line, well


def say(line):
    print("| " + " | ".join(map(str, line)) + " |", flush=True)


def main():
    warnings.filterwarnings("ignore")
    directory, data, matrices = sys.argv[1], sys.argv[2], sys.argv[3:]
    os.makedirs(directory, exist_ok=True)
    print(f"scikit-learn {sklearn.__version__}, rank {RANK}, the same random start values. Bold: not the same algorithm.")
    print("No cut: scikit-learn kept from setting entries below 2.2e-16 to 0 for good, as it does where beta is at most 1.\n")
    say(HEADER)
    say(["---"] * len(HEADER))
    wrong = 0
    for matrix in matrices:
        path = find(matrix, data)
        if path is None:
            print(f"{matrix}: not there, left out", file=sys.stderr)
            continue
        path = plus_one(path, directory) if matrix.endswith("+1") else path
        x = by_id(read(path), path)
        if sp.issparse(x) and x.nnz > DENSE * x.shape[0] * x.shape[1]:
            x = x.toarray()
        for case in cases(matrix):
            line, well = compare(matrix, case, path, x, directory)
            say(line)
            wrong += not well
    shutil.rmtree(directory)
    if wrong:
        sys.exit(f"{wrong} ratios are not 1")


if __name__ == "__main__":
    main()
