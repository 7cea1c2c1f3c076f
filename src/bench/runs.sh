# Sourced by the scripts beside it that compare whole fits; they set directory, and rank and matrix for each fit.
# shellcheck shell=bash disable=SC2034,SC2154
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

take() { # MATRIX... [-- OPTIONS OF FIT]
  matrices=() options=()
  while [ $# -gt 0 ] && [ "$1" != -- ]; do matrices+=("$1"); shift; done
  [ $# -gt 0 ] && shift
  options=("$@")
  mkdir -p "$directory"
}

fit_into() { # NAME OPTION...
  submit-scripts/spark-nmf fit --input "$matrix" --rank "$rank" --output "$directory/$1" --if-exists overwrite \
    "${@:2}" ${options[@]+"${options[@]}"} > "$directory/log" 2>&1 || { cat "$directory/log"; exit 1; }
}
