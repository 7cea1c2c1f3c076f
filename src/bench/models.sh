#!/usr/bin/env bash
# What is done with a model and with input, beside what it is compared with, as one JSON object a line.
#
#   src/bench/models.sh [TRIPLES.mtx.gz]
#
# The weights of a million rows of 50 cells beside an iteration on them; the best ten of 20,000 columns for 100,000 rows beside
# Spark's ALS with the same factors; with a MatrixMarket file, reading it beside Spark's counting of the lines of the same cells as
# CSV. Rank 20, medians of five in one process.
set -euo pipefail
# shellcheck source=src/bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
SPARK_NMF_DRIVER_MEMORY="${NMF_MODELS_MEMORY:-8g}"
export SPARK_NMF_DRIVER_MEMORY

mkdir -p "$directory"

one() {
  bench --rank 20 "$@" | tr -d '\n'
  echo
}

one --work transform --rows 1000000 --columns 20000 --nonzeros 50000000 --max-iterations 10
one --work recommend --rows 100000 --columns 20000 --nonzeros 5000000 --top 10
if [[ $# -gt 0 ]]; then
  gzip -dc "$1" | grep -v '^%' | tail -n +2 | tr ' ' ',' >"$directory/triples.csv"
  one --work read --input "$1" --lines "$directory/triples.csv"
fi
