#!/usr/bin/env python3
"""A line of the table of inner.sh. usage: inner.py DIRECTORY MATRIX RANK START NUMBER..."""
import json
import os
import sys

directory, matrix, rank, start = sys.argv[1:5]
numbers = sys.argv[5:]


def lines(number):
    with open(os.path.join(directory, f"inner-{number}", "history.jsonl")) as file:
        return [json.loads(line) for line in file]


runs = {number: lines(number) for number in numbers}
goal = runs["1"][-1]["objective"]
# Java compiles during the first iterations, and other work makes some of the later ones slower.
pace = {number: min(line["seconds"] for line in run[len(run) // 2:]) for number, run in runs.items()}
passes = {number: next((i for i, line in enumerate(run) if i > 0 and line["objective"] <= goal), None) for number, run in runs.items()}
whole = passes["1"] * pace["1"]
name = os.path.basename(os.path.dirname(os.path.abspath(matrix)))
print(f"| {name} | {rank} | {start} | "
      + " / ".join(str(passes[number] or "-") for number in numbers) + " | "
      + " / ".join(f"{passes[number] * pace[number] / whole:.2f}" if passes[number] else "-" for number in numbers) + " |", flush=True)
