#!/usr/bin/env python3
"""The table of answer.sh. usage: answer_summary.py RECORDS COMMIT"""
import json
import statistics
import sys

from machine import machine, versions


def cells(rows, goal_seconds):
    """Passes and seconds until the goal: medians over the runs; - where a run never came there."""
    results = [row["result"] for row in rows]
    stop = f"{statistics.median(r['passes'] for r in results):g}, {statistics.median(r['seconds'] for r in results):.2f}"
    if rows[0]["side"].startswith("scikit-learn"):
        return [stop, "-", "-", f"{statistics.median(r['objective'] for r in results):.7g}"]
    reached = [r for r in results if "secondsToGoal" in r]
    objective = f"{statistics.median(r['objective'] for r in results):.7g}"
    if len(reached) < len(results):
        return [stop, "never", "-", objective]
    seconds = statistics.median(r["secondsToGoal"] for r in reached)
    passes = statistics.median(r["passesToGoal"] for r in reached)
    return [stop, f"{passes:g}, {seconds:.2f}", f"{seconds / goal_seconds:.3f}", objective]


def main():
    records, commit = sys.argv[1:]
    with open(records) as lines:
        rows = [json.loads(line) for line in lines]
    peer = next(row["result"]["peer"] for row in rows if "peer" in row["result"])
    print(f"{machine()}; {versions(commit, peer)}\n")
    print("| matrix | rank | solver | passes, seconds at its stop | passes, seconds to the goal | in parts of scikit-learn cd | objective at its stop |")
    print("|---|---|---|---|---|---|---|")
    for matrix, rank in dict.fromkeys((row["matrix"], row["rank"]) for row in rows):
        own = [row for row in rows if (row["matrix"], row["rank"]) == (matrix, rank)]
        goal = statistics.median(row["result"]["seconds"] for row in own if row["side"] == "scikit-learn cd")
        for side in dict.fromkeys(row["side"] for row in own):
            print("| " + " | ".join([matrix, str(rank), side] + cells([row for row in own if row["side"] == side], goal)) + " |")


if __name__ == "__main__":
    main()
