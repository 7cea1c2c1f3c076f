# Sourced by the scripts beside it: the folder, the settings of both sides, the generated matrices.
# shellcheck shell=bash disable=SC2034
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

python=/usr/bin/python3
cores="$(nproc)"
directory=target/bench
commit="$(git describe --always --dirty 2>/dev/null || echo "of unknown commit")"
read -r -a prefix <<<"${PREFIX:-}"
export OPENBLAS_NUM_THREADS="$cores" OMP_NUM_THREADS="$cores" SPARK_NMF_DRIVER_MEMORY="${SPARK_NMF_DRIVER_MEMORY:-4g}"

install_peer() {
  apt-get update -qq >&2
  apt-get install -y -qq python3-sklearn python3-pandas >&2
}

file_of() { [[ "$1" == D1 ]] && echo "$directory/D1.csv" || echo "$directory/$1.mtx"; }

# Spark's own code is being compiled for some seconds, beside the tasks: as many iterations of ours as that takes do not count.
warm_up_of() { [[ "$1" == S1 || "$1" == D1 ]] && echo 30 || echo 100; }

generate() { # matrix...
  mkdir -p "$directory"
  local matrix
  for matrix in "$@"; do
    [[ -f "$(file_of "$matrix")" ]] || "$python" src/bench/generate.py "$directory" "$matrix"
  done
}

bench() { # option...
  "${prefix[@]}" submit-scripts/spark-nmf bench --json "$@" --spark --master "local[$cores]" 2>"$directory/last.log" \
    || { cat "$directory/last.log" >&2; return 1; }
}

scikit_learn() { # matrix rank iterations solver
  "${prefix[@]}" "$python" src/bench/sklearn_nmf.py "$(file_of "$1")" "$2" "$3" "$4"
}
