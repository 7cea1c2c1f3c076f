#!/usr/bin/env bash
# Seconds per iteration of spark-nmf beside scikit-learn's NMF, on the same matrices, in turn, on this machine.
#
#   src/bench/compare.sh [--install] [REPEATS] [MATRIX...]     default: 5 repeats of S2 D1 S1
#
# --install brings scikit-learn and pandas by apt. Matrices are generated once into target/bench.
# Prints a table: matrix, rank, plan, medians of both, ratio (median of the ratios, repeat by repeat).
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
export OPENBLAS_NUM_THREADS="$cores" OMP_NUM_THREADS="$cores" NMF_DRIVER_MEMORY="${NMF_DRIVER_MEMORY:-4g}"

seconds() {
  "$python" -c 'import json, sys; print(json.load(sys.stdin)["secondsPerIteration"])'
}

ours() { # file rank plan
  submit-scripts/spark-nmf bench --json --input "$1" --rank "$2" --plan "$3" --max-iterations 20 \
    --spark --master "local[$cores]" 2>/dev/null | seconds
}

theirs() { # file rank
  "$python" src/bench/sklearn_nmf.py "$1" "$2" 20 mu | seconds
}

printf '%-6s %5s  %-10s %14s %14s %8s\n' matrix rank plan 'spark-nmf s' 'sklearn mu s' ratio
for matrix in "${matrices[@]}"; do
  file="$directory/$matrix.mtx"
  [[ "$matrix" != D1 ]] || file="$directory/D1.csv"
  [[ -f "$file" ]] || "$python" src/bench/generate.py "$directory" "$matrix"
  for rank in 20 50; do
    for plan in driver broadcast; do
      runs="$(mktemp)"
      for ((run = 0; run < repeats; run++)); do
        echo "$(ours "$file" "$rank" "$plan") $(theirs "$file" "$rank")" >>"$runs"
      done
      "$python" - "$runs" "$matrix" "$rank" "$plan" <<'END'
import statistics, sys
pairs = [tuple(map(float, line.split())) for line in open(sys.argv[1])]
a, b = (statistics.median(side) for side in zip(*pairs))
ratio = statistics.median(x / y for x, y in pairs)
print(f"{sys.argv[2]:<6} {sys.argv[3]:>5}  {sys.argv[4]:<10} {a:14.4f} {b:14.4f} {ratio:8.3f}", flush=True)
END
      rm -f "$runs"
    done
  done
done
