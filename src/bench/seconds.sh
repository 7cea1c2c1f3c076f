#!/usr/bin/env bash
# Whole commands from Enter to the prompt: medians of wall-clock and processor seconds, as Markdown.
#
#   src/bench/seconds.sh [REPEATS] [ENTRANCE]     default: 5 repeats of submit-scripts/spark-nmf
#
# ENTRANCE may be that of another checkout, to compare. MATRICES="S2.mtx S1.mtx" adds fits of these files (rank 20, hals). The first run
# builds; the archive of classes is waited for, as it is there from the second run on. Processor seconds are those of user and system.
set -euo pipefail

repeats="${1:-5}"
entrance="${2:-$(dirname "${BASH_SOURCE[0]}")/../../submit-scripts/spark-nmf}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
ratings="$work/ratings.csv"
printf 'user,item,rating\nann,dune,5\nann,solaris,3\nbob,dune,4\nbob,solaris,2\ncid,solaris,1\n' >"$ratings"

# Runs a command; prints its wall-clock and processor seconds. What it exits with is not looked at: some are to fail.
once() {
  local TIMEFORMAT='%R %U %S'
  { time "$entrance" "$@" >"$work/out" 2>"$work/err"; } 2>&1 || true
}

median() {
  sort -n | sed -n "$(((repeats + 1) / 2))p"
}

row() {
  local name="$1" i
  shift
  : >"$work/seconds"
  for ((i = 0; i < repeats; i++)); do once "$@" >>"$work/seconds"; done
  printf '| %s | %.2f | %.2f |\n' "$name" "$(cut -d' ' -f1 "$work/seconds" | median)" \
    "$(awk '{ print $2 + $3 }' "$work/seconds" | median)"
}

"$entrance" fit --input "$ratings" --rank 1 --output "$work/model" >/dev/null 2>&1
home="$(dirname "$entrance")/../target/spark-home"
for ((i = 0; i < 90; i++)); do
  [[ -x "$home/bin/prepare-start" ]] || break
  sleep 2
  # One for another jar may be there from before, until that for this one is.
  ! compgen -G "$home/start/for-*[0-9]/classes.jsa" >/dev/null || compgen -G "$home/start/for-*.part" >/dev/null || break
done

echo "| command | wall clock, s | processor, s |"
echo "|---|---|---|"
row '--version' --version
row 'fit --help' fit --help
row 'an option misspelt' fit --rnk 3
row 'an input that is not there' fit --input "$work/none.csv" --output "$work/other"
row 'an output that is there' fit --input "$ratings" --output "$work/model"
row status status --output "$work/model"
row describe describe "$work/model"
row 'fit of five cells from CSV' fit --input "$ratings" --rank 1 --output "$work/again" --if-exists overwrite
row demo demo --output "$work/demo" --if-exists overwrite
row 'transform of three rows' transform --model "$work/model" --input "$ratings" --output "$work/rows" --if-exists overwrite
for matrix in ${MATRICES:-}; do
  row "fit of ${matrix##*/}, rank 20, hals" fit --input "$matrix" --rank 20 --solver hals --output "$work/large" --if-exists overwrite
done
