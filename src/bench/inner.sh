#!/usr/bin/env bash
# Inner updates of mu: passes over X, and seconds beside those of one update, until the objective of --inner-updates 1 after 100 passes.
# usage: inner.sh DIRECTORY RANKS START MATRIX... [-- OPTIONS OF FIT]    such as: inner.sh /tmp/inner "10 20" nndsvda digits/matrix.mtx
set -euo pipefail
directory=$1 ranks=$2 start=$3
shift 3
# shellcheck source=src/bench/runs.sh
source "$(dirname "${BASH_SOURCE[0]}")/runs.sh"
take "$@"
numbers=(1 2 3 5 8 10)

fit() { # number of inner updates
  fit_into "inner-$1" --init "$start" --solver mu --inner-updates "$1" --tolerance 0 --max-iterations 100
}

echo "| matrix | rank | start | ${numbers[*]}: passes | seconds, times those of one update |"
echo "|---|---|---|---|---|"
for matrix in "${matrices[@]}"; do
  for rank in $ranks; do
    for number in "${numbers[@]}"; do fit "$number"; done
    python3 src/bench/inner.py "$directory" "$matrix" "$rank" "$start" "${numbers[@]}"
  done
done
