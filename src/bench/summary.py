#!/usr/bin/env python3
"""The runs of compare.sh as Markdown. usage: summary.py RUNS.jsonl COMMIT"""
import datetime
import json
import statistics
import sys

from machine import machine, versions

COLUMNS = ["matrix", "rank", "plan", "spark-nmf s", "mean s", "scikit-learn s", "ratio", "ratios from - to", "bare products s",
           "x bare", "empty job s", "(s - empty) / bare", "heap MB used", "heap MB after GC"]


def line(matrix, rank, plan, ours, theirs):
    def median(name):
        return statistics.median(run[name] for run in ours.values())

    ratios = [run["secondsPerIteration"] / theirs[number]["secondsPerIteration"] for number, run in ours.items()]
    seconds, bare, empty = median("secondsPerIteration"), median("kernelSecondsPerIteration"), median("emptyJobSeconds")
    chosen = {run["plan"] for run in ours.values()}
    name = plan if not plan.startswith("auto") else f"{plan} ({', '.join(sorted(chosen))})"
    beyond = f"{(seconds - empty) / bare:.2f}" if chosen != {"driver"} else ""
    return [matrix, rank, name, f"{seconds:.4f}", f"{median('meanSecondsPerIteration'):.4f}",
            f"{statistics.median(run['secondsPerIteration'] for run in theirs.values()):.4f}",
            f"**{statistics.median(ratios):.3f}**", f"{min(ratios):.3f} - {max(ratios):.3f}", f"{bare:.4f}", f"{seconds / bare:.2f}",
            f"{empty:.4f}", beyond, f"{median('peakHeapBytes') / 1e6:.0f}", f"{median('peakHeapAfterCollectionBytes') / 1e6:.0f}"]


def main():
    with open(sys.argv[1]) as lines:
        runs = [json.loads(text) for text in lines]
    theirs, ours = {}, {}
    for run in runs:
        work = (run["matrix"], run["rank"])
        side = theirs.setdefault(work, {}) if run["side"] == "theirs" else ours.setdefault((*work, run["plan"]), {})
        side[run["run"]] = run["result"]
    peer = next(run["result"]["peer"] for run in runs if run["side"] == "theirs")
    any_of_ours = next(run["result"] for run in runs if run["side"] == "ours")
    print(f"{datetime.date.today()}; {machine()}; {versions(sys.argv[2], peer)}.")
    print(f"Kernels: {any_of_ours['kernels']}.")
    print(f"Medians of {max(run['run'] for run in runs)} runs of each side in turn; ratio: median of the ratios, run by run. Ours is the "
          f"median iteration after {any_of_ours['warmUpIterations']}, scikit-learn's its fit by the number of iterations.\n")
    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    for key, side in ours.items():
        print("| " + " | ".join(map(str, line(*key, side, theirs[key[:2]]))) + " |")


if __name__ == "__main__":
    main()
