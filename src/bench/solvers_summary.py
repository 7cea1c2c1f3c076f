#!/usr/bin/env python3
"""The runs of solvers.sh as Markdown. usage: solvers_summary.py RUNS.jsonl COMMIT"""
import datetime
import itertools
import json
import statistics
import sys

from machine import machine, versions

COLUMNS = ["matrix", "rank", "work", "seconds", "beside", "seconds", "ratio", "from - to", "goal"]


class Runs:
    """What was measured on a matrix at a rank, by work and run; the last result of a work in a run, and all of them."""

    def __init__(self, records):
        self.results = {}
        for record in records:
            key = (record["matrix"], record["rank"], record["work"])
            self.results.setdefault(key, {}).setdefault(record["run"], []).append(record["result"])

    def find(self, matrix, rank, work):
        return self.results.get((matrix, rank, work), {})

    def matrices(self, *kinds):
        return sorted({key[0] for key in self.results if key[0][0] in kinds})


def iteration(results):
    return results[-1]["secondsPerIteration"]


def history(result):
    return result["history"][1:]


def reached(result, objective):
    """How many iterations it takes, None where it never gets there."""
    return next((line["iteration"] for line in history(result) if line["objective"] <= objective), None)


def cold(result, iterations):
    """Seconds of the first iterations, while Java compiles."""
    return sum(line["seconds"] for line in history(result)[:iterations])


def row(matrix, rank, work, ours, beside, theirs, goal):
    """A line from the seconds of both sides, run by run."""
    pairs = [(ours[run], theirs[run]) for run in ours if run in theirs and ours[run] is not None and theirs[run] is not None]
    if not pairs:
        return [matrix, rank, work, "-", beside, "-", "**missing**", "", goal]
    ratios = [a / b for a, b in pairs]
    return [matrix, rank, work, f"{statistics.median(a for a, _ in pairs):.4f}", beside,
            f"{statistics.median(b for _, b in pairs):.4f}", f"**{statistics.median(ratios):.3f}**",
            f"{min(ratios):.3f} - {max(ratios):.3f}", goal]


def per_run(results, figure):
    return {run: figure(all_of_run) for run, all_of_run in results.items()}


def descent(runs, matrix):
    """Coordinate descent to scikit-learn's objective: with the iterations as they came, and at the median of warm ones."""
    ours, theirs = runs.find(matrix, 20, "hals"), runs.find(matrix, 20, "scikit-learn cd")
    both = [run for run in ours if run in theirs]
    taken = {run: reached(ours[run][-1], theirs[run][-1]["objective"]) for run in both}
    if any(count is None for count in taken.values()):
        return [[matrix, 20, "hals", "-", "never reached scikit-learn's objective", "-", "**missing**", "", "0.25"]]
    seconds = per_run(theirs, lambda results: results[-1]["seconds"])
    counts = ", ".join(sorted({str(count) for count in taken.values()}))
    sweeps = ", ".join(sorted({str(theirs[run][-1]["iterations"]) for run in both}))
    beside = f"scikit-learn cd, {sweeps} sweeps"
    warm = {run: taken[run] * iteration(ours[run]) for run in both}
    first = {run: cold(ours[run][-1], taken[run]) for run in both}
    return [row(matrix, 20, f"hals to its objective: {counts} iterations, compiled", warm, beside, seconds, "0.25"),
            row(matrix, 20, f"the same, the first {counts} as they came", first, beside, seconds, "")]


def iterations(runs, matrix):
    frobenius = per_run(runs.find(matrix, 20, "frobenius"), iteration)
    divergence = per_run(runs.find(matrix, 20, "kullback-leibler"), iteration)
    peer = per_run(runs.find(matrix, 20, "scikit-learn kl"), iteration)
    lines = [row(matrix, 20, "kullback-leibler iteration", divergence, "frobenius iteration", frobenius, "4"),
             row(matrix, 20, "kullback-leibler iteration", divergence, "scikit-learn kl iteration", peer, "0.3")]
    for work, goal in (("hals", ""), ("missing", "3"), ("missing hals", "")):
        lines.append(row(matrix, 20, work + " iteration", per_run(runs.find(matrix, 20, work), iteration), "frobenius iteration",
                         frobenius, goal))
    return lines


def start(runs, matrix):
    seconds = per_run(runs.find(matrix, 20, "nndsvda"), lambda results: results[-1].get("secondsOfStart"))
    twelve = per_run(runs.find(matrix, 20, "frobenius"), lambda results: 12 * iteration(results))
    return [row(matrix, 20, "nndsvda start", seconds, "12 frobenius iterations", twelve, "1")]


def total(result):
    return sum(line["seconds"] for line in history(result))


def gradient(runs, matrix):
    """Exact least squares beside the fewest sweeps of coordinate descent that bring the same gradient."""
    exact, sweeps = runs.find(matrix, 20, "bpp"), runs.find(matrix, 20, "hals")
    lines = []
    for run in exact:
        result = exact[run][-1]
        arrived = next((other for other in sweeps.get(run, []) if other["kktResidual"] <= result["kktResidual"]), None)
        told = f"bpp, {result['iterations']} iterations, KKT residual {result['kktResidual']:.2g}"
        if arrived is None:
            last = sweeps[run][-1]
            beside = f"hals, {last['iterations']} iterations, residual {last['kktResidual']:.2g}: not there"
            lines.append([matrix, 20, told, f"{total(result):.3f}", beside, f"{total(last):.3f}", "-", "", "told"])
        else:
            beside = f"hals, {arrived['iterations']} iterations, residual {arrived['kktResidual']:.2g}"
            lines.append(row(matrix, 20, told, {run: total(result)}, beside, {run: total(arrived)}, "told"))
    for results in runs.find(matrix, 50, "bpp").values():
        result = results[-1]
        told = f"bpp, {result['iterations']} iterations, relative error {result['relativeError']:.2g}"
        lines.append([matrix, 50, told, f"{total(result):.3f}", "", "", "", "", "finishes"])
    return lines


def main():
    with open(sys.argv[1]) as lines:
        records = [json.loads(text) for text in lines]
    runs = Runs(records)
    peer = next((record["result"]["peer"] for record in records if "peer" in record["result"]), "without scikit-learn")
    kernels, plan = next((r["result"]["kernels"], r["result"]["plan"]) for r in records if "kernels" in r["result"])
    print(f"{datetime.date.today()}; {machine()}; {versions(sys.argv[2], peer)}.")
    print(f"Kernels: {kernels}. Plan {plan}. Medians of {max(record['run'] for record in records)} runs; ratios run by run. The "
          "iteration of ours is the median after a warm-up, scikit-learn's its fit by the number of iterations.\n")
    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    table = [[*descent(runs, matrix), *iterations(runs, matrix), *start(runs, matrix)] for matrix in runs.matrices("S")]
    table += [gradient(runs, matrix) for matrix in runs.matrices("D")]
    for line in itertools.chain.from_iterable(table):
        print("| " + " | ".join(map(str, line)) + " |")


if __name__ == "__main__":
    main()
