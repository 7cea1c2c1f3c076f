#!/usr/bin/env bash
# Seconds until scikit-learn's default answer: what NMF(k).fit comes to (init nndsvda, cd, tol 1e-4), in the seconds of its fit and of
# ours to the same objective, start values included, as Markdown.
#
#   src/bench/answer.sh [--install] [REPEATS] [MATRIX...]     default: 3 repeats of S2 S1
#
# --install brings scikit-learn and pandas by apt. Ranks are 20 and 50 (RANKS="20"); PREFIX is put before each measured command.
# Beside the solvers of ours stands scikit-learn's mu after as many iterations as it takes within 200. All that was measured is left
# in target/bench/answer.jsonl.
set -euo pipefail
# shellcheck source=src/bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ "${1:-}" == --install ]]; then
  shift
  install_peer
fi
repeats="${1:-3}"
[[ $# -eq 0 ]] || shift
matrices=("$@")
[[ ${#matrices[@]} -gt 0 ]] || matrices=(S2 S1)
read -r -a ranks <<<"${RANKS:-20 50}"
records="$directory/answer.jsonl"

note() { # side result
  printf '{"side": "%s", "matrix": "%s", "rank": %s, "run": %s, "result": %s}\n' "$1" "$matrix" "$rank" "$run" "$(tr -d '\n' <<<"$2")" \
    >>"$records"
}

ours() { # solver option...
  printf '%s rank %s, run %s: %s\n' "$matrix" "$rank" "$run" "$1" >&2
  note "$1" "$(bench --work solve --input "$(file_of "$matrix")" --rank "$rank" --solver "$1" --init auto --goal "$goal" "${@:2}")"
}

theirs() { # solver
  printf '%s rank %s, run %s: scikit-learn %s\n' "$matrix" "$rank" "$run" "$1" >&2
  result="$("${prefix[@]}" "$python" src/bench/sklearn_answer.py "$(file_of "$matrix")" "$rank" "$1")"
  note "scikit-learn $1" "$result"
}

generate "${matrices[@]}"
: >"$records"
for matrix in "${matrices[@]}"; do
  for rank in "${ranks[@]}"; do
    for ((run = 1; run <= repeats; run++)); do
      theirs cd
      goal="$("$python" -c 'import json, sys; print(json.load(sys.stdin)["objective"])' <<<"$result")"
      theirs mu
      ours auto --max-iterations 200
      ours hals --max-iterations 200 --tolerance 0 --momentum no
      ours mu --max-iterations 200 --tolerance 0
      [[ "$matrix" == S1 ]] || ours bpp --max-iterations 60 --tolerance 0
    done
  done
done
exec "$python" src/bench/answer_summary.py "$records" "$commit"
