#!/usr/bin/env bash
# What losses, solvers, missing cells and start values cost, beside the Frobenius iteration and scikit-learn, as Markdown.
#
#   src/bench/solvers.sh [--install] [REPEATS] [MATRIX...]     default: one run of S1 D1; S2 stands for S1 where time is short
#
# --install brings scikit-learn and pandas by apt. Of a sparse matrix, rank 20: coordinate descent to the objective that
# scikit-learn has after 20 sweeps, the iteration of other losses and of missing cells, the start by singular vectors. Of D1:
# exact least squares beside coordinate descent, rank 20, and rank 50. Matrices are generated once into target/bench; all that was
# measured is left there in solvers.jsonl. PREFIX is put before each measured command (say "flock LOCK"), PLAN is the plan of ours
# (default: driver).
set -euo pipefail
# shellcheck source=src/bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ "${1:-}" == --install ]]; then
  shift
  install_peer
fi
repeats="${1:-1}"
[[ $# -eq 0 ]] || shift
matrices=("$@")
[[ ${#matrices[@]} -gt 0 ]] || matrices=(S1 D1)
records="$directory/solvers.jsonl"
plan="${PLAN:-driver}"
sweeps=20
first_sweeps=160
most_sweeps=1280

note() { # work matrix rank result
  printf '{"work": "%s", "matrix": "%s", "rank": %s, "run": %s, "result": %s}\n' "$1" "$2" "$3" "$run" "$(tr -d '\n' <<<"$4")" \
    >>"$records"
}

ours() { # work matrix rank option...
  local work="$1" matrix="$2" rank="$3"
  shift 3
  printf '%s rank %s: %s\n' "$matrix" "$rank" "$work" >&2
  result="$(bench --input "$(file_of "$matrix")" --rank "$rank" --seed 1 --plan "$plan" "$@")"
  note "$work" "$matrix" "$rank" "$result"
}

theirs() { # work matrix rank solver iterations
  printf '%s rank %s: %s\n' "$2" "$3" "$1" >&2
  result="$(scikit_learn "$2" "$3" "$5" "$4")"
  note "$1" "$2" "$3" "$result"
}

sparse() { # matrix
  local loop=(--warm-up "$(warm_up_of "$1")" --max-iterations "$sweeps")
  theirs "scikit-learn cd" "$1" 20 cd "$sweeps"
  ours hals "$1" 20 --solver hals "${loop[@]}"
  ours frobenius "$1" 20 --inner-updates 1 "${loop[@]}"
  theirs "scikit-learn kl" "$1" 20 kl 5
  ours kullback-leibler "$1" 20 --loss kullback-leibler "${loop[@]}"
  ours missing "$1" 20 --empty-cells missing "${loop[@]}"
  ours "missing hals" "$1" 20 --empty-cells missing --solver hals "${loop[@]}"
  ours nndsvda "$1" 20 --init nndsvda "${loop[@]}"
}

# Coordinate descent takes as many sweeps as bring it to the gradient that exact least squares has after 20: 160, 320, ...
dense() { # matrix
  ours bpp "$1" 20 --solver bpp --warm-up 0 --max-iterations "$sweeps"
  local goal count
  goal="$("$python" -c 'import json, sys; print(json.load(sys.stdin)["kktResidual"])' <<<"$result")"
  for ((count = first_sweeps; count <= most_sweeps; count *= 2)); do
    ours hals "$1" 20 --solver hals --warm-up 0 --max-iterations "$count"
    ! "$python" -c 'import json, sys; sys.exit(json.load(sys.stdin)["kktResidual"] > float(sys.argv[1]))' "$goal" <<<"$result" \
      || break
  done
  ours bpp "$1" 50 --solver bpp --warm-up 0 --max-iterations "$sweeps"
}

generate "${matrices[@]}"
: >"$records"
for ((run = 1; run <= repeats; run++)); do
  for matrix in "${matrices[@]}"; do
    if [[ "$matrix" == D* ]]; then
      dense "$matrix"
    else
      sparse "$matrix"
    fi
  done
done
exec "$python" src/bench/solvers_summary.py "$records" "$commit"
