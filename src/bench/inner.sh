#!/usr/bin/env bash
# Inner updates of mu: passes over X, and seconds beside those of one update, until the objective of --inner-updates 1 after 100 passes.
# usage: inner.sh DIRECTORY RANKS START MATRIX... [-- OPTIONS OF FIT]    such as: inner.sh /tmp/inner "10 20" nndsvda digits/matrix.mtx
set -euo pipefail
directory=$1 ranks=$2 start=$3
shift 3
matrices=() options=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do matrices+=("$1"); shift; done
[ $# -gt 0 ] && shift
options=("$@")
cd "$(dirname "$0")/../.."
numbers=(1 2 3 5 8 10)

fit() { # number of inner updates
  submit-scripts/spark-nmf fit --input "$matrix" --rank "$rank" --output "$directory/inner-$1" --if-exists overwrite --init "$start" \
    --solver mu --inner-updates "$1" --tolerance 0 --max-iterations 100 ${options[@]+"${options[@]}"} > "$directory/log" 2>&1 \
    || { cat "$directory/log"; exit 1; }
}

mkdir -p "$directory"
echo "| matrix | rank | start | ${numbers[*]}: passes | seconds, times those of one update |"
echo "|---|---|---|---|---|"
for matrix in "${matrices[@]}"; do
  for rank in $ranks; do
    for number in "${numbers[@]}"; do fit "$number"; done
    python3 src/bench/inner.py "$directory" "$matrix" "$rank" "$start" "${numbers[@]}"
  done
done
