#!/usr/bin/env python3
"""A line of the table of starts.sh. usage: starts.py DIRECTORY MATRIX RANK"""
import json
import os
import sys

directory, matrix, rank = sys.argv[1:]
STARTS = ("nndsvd", "compressed")


def totals(run):
    with open(os.path.join(directory, run, "history.jsonl")) as lines:
        return [line["objective"] + line["penalties"] for line in map(json.loads, lines)]


def passes(goal):
    return both(lambda start: next((str(i) for i, total in enumerate(totals(start)) if total <= goal), "-"))


def both(told):
    return " / ".join(told(start) for start in STARTS)


def at(iteration):
    return both(lambda start: f"{totals(start)[iteration]:.6g}")


best = min(total for run in ("mu", *STARTS) for total in totals(run))
name = os.path.basename(os.path.dirname(os.path.abspath(matrix)))
cells = [name, rank, at(0), at(1), passes(totals("mu")[-1]), passes(1.001 * best), passes(1.0001 * best), at(-1)]
print("| " + " | ".join(cells) + " |", flush=True)
