#!/usr/bin/env bash
# Kullback-Leibler: passes over X with momentum until the objective that mu has after 60 passes, and the median milliseconds of an iteration.
# usage: divergence_passes.sh DIRECTORY RANK SEEDS MATRIX... [-- OPTIONS OF FIT]    such as: divergence_passes.sh /tmp/passes 10 "1 2 3" digits/matrix.mtx
set -euo pipefail
directory=$1 rank=$2 seeds=$3
shift 3
# shellcheck source=src/bench/runs.sh
source "$(dirname "${BASH_SOURCE[0]}")/runs.sh"
take "$@"

fit() { # name, options
  fit_into "$1" --orientation rows --loss kullback-leibler --solver mu --tolerance 0 --max-iterations 60 "${@:2}"
}

echo "| matrix | rank | start | passes | ms an iteration: mu / momentum | rejected | objective after 60: mu / momentum |"
echo "|---|---|---|---|---|---|---|"
for matrix in "${matrices[@]}"; do
  for seed in $seeds; do
    start=(--init random --seed "$seed")
    [ "$seed" = nndsvda ] && start=(--init nndsvda)
    fit plain "${start[@]}"
    fit momentum "${start[@]}" --momentum yes
    python3 src/bench/divergence_passes.py "$directory" "$matrix" "$rank" "$seed"
  done
done
