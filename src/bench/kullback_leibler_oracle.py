#!/usr/bin/env python3
"""Writes src/test/resources/golden/momentum-kl.json: multiplicative updates for Kullback-Leibler with momentum on both factors.

    python3 src/bench/kullback_leibler_oracle.py > src/test/resources/golden/momentum-kl.json

numpy on the formulas alone: the updates are those of Lee and Seung (NIPS 2000), the weights t / (t + 3) those of Nesterov's
method, with a hard restart. X: the digits and the Bible of the jar. Factors start as ((7 i + 13 c) mod 29 + 1) / 30. A cell
that is "missing" is one without a value in the file: it counts nowhere.
"""
import json
import numpy as np
from momentum_oracle import sample, start

LEAST, MOST, TINY = 0.1, 10, 1e-300


def beyond(now, before, weight):
    """now (now / before)^weight, as the first Pade approximant of that power around 1."""
    held = np.clip(before, LEAST * now, MOST * now)
    top = (1 + weight) * now + (1 - weight) * held
    bottom = (1 - weight) * now + (1 + weight) * held
    return np.where(now > 0, now * np.divide(top, bottom, out=np.ones_like(now), where=bottom > 0), 0)


def run(x, rank, iterations, missing, alpha):
    known = x > 0
    logs, sizes = x[known] * np.log(x[known]), x[known].sum()
    counted = known.astype(float) if missing else np.ones_like(x)

    def objective(w, h):
        y = w @ h.T
        return (logs - x[known] * np.log(y[known])).sum() - sizes + (counted * y).sum() + alpha * (
            x.shape[1] * w.sum() + x.shape[0] * h.sum())

    def improved(x, counted, w, h, charge):
        y = np.where(x > 0, w @ h.T, 1)
        return w * ((x / y) @ h) / np.maximum(counted @ h + charge, TINY)

    def rows(w, h):
        return improved(x, counted, w, h, alpha * x.shape[1])

    def columns(w, h):
        return improved(x.T, counted.T, h, w, alpha * x.shape[0])

    w, h = start(x.shape[0], rank), start(x.shape[1], rank)
    w_before = h_before = None
    best, t = objective(w, h), 0
    totals, accepted = [best], [True]
    for _ in range(iterations):
        weight = t / (t + 3)
        h_next = columns(w, h)
        h_try = beyond(h_next, h_before, weight) if t else h_next
        w_try = rows(beyond(w, w_before, weight) if t else w, h_try)
        total = objective(w_try, h_try)
        accepted.append(bool(total < best))
        if total < best:
            w, w_before, h, h_before, best, t = w_try, w, h_try, h_next, total, t + 1
        else:
            t = 0
        totals.append(best)
    return dict(
        rank=rank,
        missing=missing,
        alpha=alpha,
        objectives=totals,
        accepted=accepted,
        columnSumsOfW=w.sum(axis=0).tolist(),
        columnSumsOfH=h.sum(axis=0).tolist(),
    )


if __name__ == "__main__":
    cases = [
        ("digits", 10, 30, False, 0),
        ("bible-kjv", 5, 30, False, 0),
        ("digits", 4, 50, False, 0.05),
        ("digits", 2, 50, True, 0),
    ]
    print(json.dumps([{"sample": name} | run(sample(name), *how) for name, *how in cases], indent=1))
