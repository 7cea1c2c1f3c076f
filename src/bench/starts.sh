#!/usr/bin/env bash
# Passes over X that hals with momentum needs from nndsvd and from a compressed start.
# usage: starts.sh DIRECTORY RANKS MATRIX... [-- OPTIONS OF FIT]    such as: starts.sh /tmp/starts "10 20" digits/matrix.mtx
set -euo pipefail
directory=$1 ranks=$2
shift 2
# shellcheck source=src/bench/runs.sh
source "$(dirname "${BASH_SOURCE[0]}")/runs.sh"
take "$@"

fit() { # name, options
  fit_into "$1" --orientation rows --tolerance 0 --max-iterations 100 "${@:2}"
}

echo "| matrix | rank | objective at the start: nndsvd / compressed | after 1 pass | to mu after 100 | to 0.1 % | to 0.01 % | after 100 |"
echo "|---|---|---|---|---|---|---|---|"
for matrix in "${matrices[@]}"; do
  for rank in $ranks; do
    fit mu --init nndsvda --solver mu --inner-updates 1
    fit nndsvd --init nndsvd --solver hals
    fit compressed --init compressed --solver hals
    python3 src/bench/starts.py "$directory" "$matrix" "$rank"
  done
done
