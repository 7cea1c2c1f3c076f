#!/usr/bin/env python3
"""A line of the table of divergence_passes.sh. usage: divergence_passes.py DIRECTORY MATRIX RANK START"""
import json
import os
import statistics
import sys

directory, matrix, rank, start = sys.argv[1:]


def history(run):
    with open(os.path.join(directory, run, "history.jsonl")) as lines:
        return list(map(json.loads, lines))


plain, momentum = history("plain"), history("momentum")
goal = plain[-1]["objective"]
needed = next((i for i, line in enumerate(momentum) if i > 0 and line["objective"] <= goal), None)
milliseconds = [1000 * statistics.median(line["seconds"] for line in run[1:]) for run in (plain, momentum)]
rejected = sum(not line["accepted"] for line in momentum)
cells = [os.path.basename(os.path.dirname(os.path.abspath(matrix))), rank, start, str(needed or "-"),
         f"{milliseconds[0]:.2f} / {milliseconds[1]:.2f}", str(rejected), f"{goal:.6g} / {momentum[-1]['objective']:.6g}"]
print("| " + " | ".join(cells) + " |", flush=True)
