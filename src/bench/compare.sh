#!/usr/bin/env bash
# Seconds per iteration of spark-nmf beside scikit-learn's NMF, on the same matrices, in turn, on this machine, as Markdown.
#
#   src/bench/compare.sh [--install] [REPEATS] [MATRIX...]     default: 5 repeats of S2 D1 S1
#
# --install brings scikit-learn and pandas by apt. Matrices are generated once into target/bench, and all that was measured is
# left there in runs.jsonl. Both sides use all cores; PREFIX is put before each measured command (say "flock LOCK").
set -euo pipefail
# shellcheck source=src/bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ "${1:-}" == --install ]]; then
  shift
  install_peer
fi
repeats="${1:-5}"
[[ $# -eq 0 ]] || shift
matrices=("$@")
[[ ${#matrices[@]} -gt 0 ]] || matrices=(S2 D1 S1)
records="$directory/runs.jsonl"

# Iterations enough for a compiler to be done with them.
iterations_of() {
  case "$1" in
    S2) echo 100 ;;
    D1) echo 50 ;;
    *) echo 20 ;;
  esac
}

# What is measured of ours at a rank: PLAN or PLAN:PRECISION, one a line.
variants_of() { # matrix rank
  case "$1" in
    S2) printf '%s\n' auto broadcast ;;
    D1) echo auto ;;
    *) printf '%s\n' broadcast driver ;;
  esac
  [[ "$1 $2" != "S1 50" ]] || echo broadcast:single
}

ours() { # matrix rank plan[:precision]
  local precision=()
  [[ "$3" != *:* ]] || precision=(--precision "${3#*:}")
  bench --input "$(file_of "$1")" --rank "$2" --inner-updates 1 --plan "${3%%:*}" "${precision[@]}" --warm-up "$(warm_up_of "$1")" \
    --max-iterations "$(iterations_of "$1")"
}

theirs() { # matrix rank
  scikit_learn "$1" "$2" "$(iterations_of "$1")" mu
}

note() { # side matrix rank plan result
  printf '{"side": "%s", "matrix": "%s", "rank": %s, "plan": "%s", "run": %s, "result": %s}\n' \
    "$1" "$2" "$3" "$4" "$run" "$(tr -d '\n' <<<"$5")" >>"$records"
}

generate "${matrices[@]}"
: >"$records"
for matrix in "${matrices[@]}"; do
  for rank in 20 50; do
    mapfile -t variants < <(variants_of "$matrix" "$rank")
    for ((run = 1; run <= repeats; run++)); do
      note theirs "$matrix" "$rank" mu "$(theirs "$matrix" "$rank")"
      for variant in "${variants[@]}"; do
        note ours "$matrix" "$rank" "$variant" "$(ours "$matrix" "$rank" "$variant")"
      done
      printf '%s rank %s: run %s of %s\n' "$matrix" "$rank" "$run" "$repeats" >&2
    done
  done
done
exec "$python" src/bench/summary.py "$records" "$commit"
