#!/usr/bin/env bash
# Seconds per iteration of spark-nmf beside scikit-learn's NMF, on the same matrices, in turn, on this machine, as Markdown.
#
#   src/bench/compare.sh [--install] [REPEATS] [MATRIX...]     default: 5 repeats of S2 D1 S1
#
# --install brings scikit-learn and pandas by apt. Matrices are generated once into target/bench, and all that was measured is left
# there in runs.jsonl. Both sides use all cores; PREFIX is put before each measured command (say "flock LOCK").
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ "${1:-}" == --install ]]; then
  shift
  apt-get update -qq
  apt-get install -y -qq python3-sklearn python3-pandas
fi
repeats="${1:-5}"
[[ $# -eq 0 ]] || shift
matrices=("$@")
[[ ${#matrices[@]} -gt 0 ]] || matrices=(S2 D1 S1)

python=/usr/bin/python3
cores="$(nproc)"
directory=target/bench
records="$directory/runs.jsonl"
commit="$(git describe --always --dirty)"
read -r -a prefix <<<"${PREFIX:-}"
export OPENBLAS_NUM_THREADS="$cores" OMP_NUM_THREADS="$cores" NMF_DRIVER_MEMORY="${NMF_DRIVER_MEMORY:-4g}"

# The matrix's file, and iterations enough for a compiler to be done with them.
file_of() { [[ "$1" == D1 ]] && echo "$directory/D1.csv" || echo "$directory/$1.mtx"; }
iterations_of() {
  case "$1" in
    S2) echo 100 ;;
    D1) echo 50 ;;
    *) echo 20 ;;
  esac
}

# Spark's own code is being compiled for some seconds, beside the tasks: as many iterations of ours as that takes do not count.
warm_up_of() { [[ "$1" == S1 || "$1" == D1 ]] && echo 30 || echo 100; }

# What is measured of ours at a rank: PLAN or PLAN:PRECISION, one a line.
variants_of() { # matrix rank
  case "$1" in
    S2) printf '%s\n' auto broadcast ;;
    D1) echo auto ;;
    *) printf '%s\n' broadcast driver ;;
  esac
  if [[ "$1" == S1 && "$2" == 50 ]] && $has_precision; then
    echo broadcast:single
  fi
}

bench() {
  submit-scripts/spark-nmf bench "$@"
}

ours() { # matrix rank plan[:precision]
  local precision=()
  [[ "$3" != *:* ]] || precision=(--precision "${3#*:}")
  "${prefix[@]}" submit-scripts/spark-nmf bench --json --input "$(file_of "$1")" --rank "$2" --plan "${3%%:*}" "${precision[@]}" \
    --warm-up "$(warm_up_of "$1")" --max-iterations "$(iterations_of "$1")" --spark --master "local[$cores]" 2>"$directory/last.log" \
    || { cat "$directory/last.log" >&2; return 1; }
}

theirs() { # matrix rank
  "${prefix[@]}" "$python" src/bench/sklearn_nmf.py "$(file_of "$1")" "$2" "$(iterations_of "$1")" mu
}

note() { # side matrix rank plan result
  printf '{"side": "%s", "matrix": "%s", "rank": %s, "plan": "%s", "run": %s, "result": %s}\n' \
    "$1" "$2" "$3" "$4" "$run" "$(tr -d '\n' <<<"$5")" >>"$records"
}

mkdir -p "$directory"
has_precision=false
if bench --help 2>/dev/null | grep -q -- --precision; then
  has_precision=true
fi
for matrix in "${matrices[@]}"; do
  [[ -f "$(file_of "$matrix")" ]] || "$python" src/bench/generate.py "$directory" "$matrix"
done

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
