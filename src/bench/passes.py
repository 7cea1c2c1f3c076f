#!/usr/bin/env python3
"""A line of the table of passes.sh. usage: passes.py DIRECTORY MATRIX RANK"""
import json
import os
import sys

directory, matrix, rank = sys.argv[1:]


def totals(run):
    with open(os.path.join(directory, run, "history.jsonl")) as lines:
        return [line["objective"] + line["penalties"] for line in map(json.loads, lines)]


def first(run, goal):
    return next((str(i) for i, total in enumerate(totals(run)) if i > 0 and total <= goal), "-")


def stop(run):
    return f"{len(totals(run)) - 1}, {totals(run)[-1]:.6g}"


mu, hals, filled = totals("random-mu")[-1], totals("random-hals")[-1], totals("mu")[-1]
name = os.path.basename(os.path.dirname(os.path.abspath(matrix)))
cells = [name, rank, f"{first('random-hals', mu)} / {first('random-momentum', mu)}", first("random-momentum", hals),
         f"{first('auto', filled)} / {first('default', filled)}", stop("mu-stops"), stop("auto-stops")]
print("| " + " | ".join(cells) + " |", flush=True)
