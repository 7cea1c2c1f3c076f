#!/usr/bin/env bash
# Passes over X until the objective that mu with one inner update has after 100 passes, and where the solvers stop by themselves.
# usage: passes.sh DIRECTORY RANKS MATRIX... [-- OPTIONS OF FIT]    such as: passes.sh /tmp/passes "10 20" digits/matrix.mtx
set -euo pipefail
directory=$1 ranks=$2
shift 2
# shellcheck source=src/bench/runs.sh
source "$(dirname "${BASH_SOURCE[0]}")/runs.sh"
take "$@"

fit() { # name, options
  fit_into "$1" --orientation rows "${@:2}"
}

echo "| matrix | rank | to mu, random: hals / momentum | to hals, random: momentum | to mu, nndsvda: auto / default | default stops | auto stops |"
echo "|---|---|---|---|---|---|---|"
for matrix in "${matrices[@]}"; do
  for rank in $ranks; do
    hundred=(--tolerance 0 --max-iterations 100)
    fit random-mu --init random --solver mu --inner-updates 1 "${hundred[@]}"
    fit random-hals --init random --solver hals --momentum no "${hundred[@]}"
    fit random-momentum --init random --solver hals "${hundred[@]}"
    fit mu --init nndsvda --solver mu --inner-updates 1 "${hundred[@]}"
    fit default --init nndsvda --solver mu "${hundred[@]}"
    fit auto --solver auto "${hundred[@]}"
    fit mu-stops --solver mu
    fit auto-stops --solver auto
    python3 src/bench/passes.py "$directory" "$matrix" "$rank"
  done
done
