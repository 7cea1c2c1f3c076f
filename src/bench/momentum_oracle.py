#!/usr/bin/env python3
"""Writes src/test/resources/golden/momentum.json: HALS with momentum on H, in numpy, from its formulas alone.

    python3 src/bench/momentum_oracle.py > src/test/resources/golden/momentum.json

The schedule and the hard restart are those of Ang and Gillis (Neural Computation 31, 2019), applied to H; the sweeps are
those of Cichocki and Phan (2009). X: the digits and the Bible of the jar. Factors start as ((7 i + 13 c) mod 29 + 1) / 30.
Where cells are unknown, each row is swept on the normal equations over its own known cells, made with dense arrays, and
the objective is summed cell by cell.
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


class Known:
    """All cells: rows share a Gram matrix."""

    def __init__(self, x):
        self.x, self.norm = x, np.vdot(x, x)

    def update(self, factor, other, rows):
        return swept(factor, (self.x if rows else self.x.T) @ other, other.T @ other)

    def objective(self, w, h):
        return objective(self.norm, self.x.T @ w, h, w.T @ w)


class Unknown:
    """Cells with weights, 0 where one is unknown, and penalties: alpha times half the sum and half the half of the squares."""

    def __init__(self, x, m, alpha_w, alpha_h):
        self.x, self.m = x, m
        self.charges = {True: alpha_w * x.shape[1] / 2, False: alpha_h * x.shape[0] / 2}

    def update(self, factor, other, rows):
        x, m, charge = (self.x if rows else self.x.T), (self.m if rows else self.m.T), self.charges[rows]
        result = factor.copy()
        for i in range(len(factor)):
            if m[i].any():
                gram = (other * m[i][:, None]).T @ other + charge * np.eye(other.shape[1])
                result[i] = swept(factor[i : i + 1], ((m[i] * x[i]) @ other - charge)[None, :], gram)[0]
            else:
                result[i] = 0
        return result

    def objective(self, w, h):
        cells = np.sum(self.m * (self.x - w @ h.T) ** 2) / 2
        return cells + sum(
            self.charges[rows] * (factor.sum() + np.vdot(factor, factor) / 2)
            for rows, factor in ((True, w), (False, h))
        )


def run(problem, rank, iterations):
    return told(rank, *descend(problem, start(problem.x.shape[0], rank), start(problem.x.shape[1], rank), iterations))


def told(rank, totals, accepted, w, h):
    return dict(
        rank=rank,
        objectives=totals,
        accepted=accepted,
        columnSumsOfW=w.sum(axis=0).tolist(),
        columnSumsOfH=h.sum(axis=0).tolist(),
    )


def descend(problem, w, h, iterations, least_fall=-1.0):
    """Ends after an accepted iteration that lowers the objective by less than a part of it."""
    best = problem.objective(w, h)
    weight, last, most, plain = FIRST, FIRST, 1.0, True
    step = np.zeros_like(h)
    totals, accepted = [best], [True]
    for _ in range(iterations):
        beyond = h if plain else np.maximum(0, h + weight * step)
        w_next = problem.update(w, beyond, True)
        h_next = problem.update(beyond, w_next, False)
        total = problem.objective(w_next, h_next)
        accepted.append(bool(total < best))
        totals.append(min(total, best))
        if total < best:
            fall = best - total
            step, w, h, best = h_next - h, w_next, h_next, total
            last, weight, most, plain = weight, min(most, GROWTH * weight), min(1, GROWTH_OF_MOST * most), False
            if fall < least_fall * best:
                break
        else:
            most, weight, plain = last, weight / DECAY, True
    return totals, accepted, w, h


def unknown(rank, weighted, alpha_w, alpha_h):
    x = sample("digits")
    i, j = np.indices(x.shape)
    m = np.where((3 * i + 5 * j) % 7 < 4, 1 + (i + 2 * j) % 3 / 2 if weighted else 1.0, 0.0)
    asked = dict(weighted=weighted, alphaW=alpha_w, alphaH=alpha_h)
    return asked | run(Unknown(x, m, alpha_w, alpha_h), rank, 30)


if __name__ == "__main__":
    golden = {name: run(Known(sample(name)), rank, 30) for name, rank in (("digits", 10), ("bible-kjv", 5))}
    golden["digits, some known"] = unknown(8, False, 0.0, 0.0)
    golden["digits, weighted and penalised"] = unknown(6, True, 0.02, 0.01)
    print(json.dumps(golden, indent=1))
