#!/usr/bin/env bash
# The bits of many small fits, one line each, to be compared by diff before and after a change that must not move them.
#
#   src/bench/bits.sh [CASE...]     default: all; a name may be a pattern such as 'missing-*'
#   src/bench/bits.sh --list        only says which there are
#
# A line has the name of the case, the first 16 digits of the SHA-256 of W and of H, iterations and relative error; of select-rank,
# evaluate and transform the sum of all figures or weights, of predict those of a fit to what was predicted. What depends on time,
# memory or machine is in none of them. The data are the samples that are shipped, and small inputs made here by integer formulas.
# Cases run two at a time on local[2], in all about twenty minutes on two idle cores. One that fails says so on its line, and the exit
# code is then 1. Java compiles in its quick way alone, since such runs end before more is worth it; with JAVA_TOOL_OPTIONS set, if only
# to nothing, it does as that says.
# PROJECT is the folder of the project whose submit-scripts run (default: the one that this script lies in).
set -euo pipefail

python=/usr/bin/python3
project="$(cd "${PROJECT:-$(dirname "${BASH_SOURCE[0]}")/../..}" && pwd)"
samples="$(find "$project/src/main/resources" -type d -name samples)"

# Name, command, options. In front of a word, @ stands for the folder of inputs and % for the results of other cases.
table() {
  cat <<'END'
mu                    fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 20
hals                  fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 10 --solver hals
bpp                   fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 8 --solver bpp
kullback-leibler      fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 12 --loss kullback-leibler
itakura-saito         fit --input @positive.csv --rank 4 --max-iterations 15 --loss itakura-saito
beta-1.5              fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 8 --loss 1.5
beta-0.5              fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 8 --loss 0.5
beta-3                fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 8 --loss 3
beta-below-0          fit --input @positive.csv --rank 4 --max-iterations 8 --loss=-1
converged-mu          fit --input @positive.csv --rank 3 --max-iterations 200 --tolerance 1e-3
converged-hals        fit --input @positive.csv --rank 3 --max-iterations 200 --solver hals --tolerance 1e-3
scalar-mu             fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 20 --spark --driver-java-options -Dnmf.kernels=scalar
scalar-kl             fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 12 --loss kullback-leibler --spark --driver-java-options -Dnmf.kernels=scalar

nndsvd-hals           fit --input @digits/matrix.mtx.gz --rank 7 --max-iterations 6 --init nndsvd --solver hals
nndsvd-bpp            fit --input @bible/matrix.mtx.gz --rank 4 --max-iterations 5 --init nndsvd --solver bpp
nndsvda-mu            fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 10 --init nndsvda
nndsvdar-mu           fit --input @digits/matrix.mtx.gz --rank 7 --max-iterations 10 --init nndsvdar
nndsvdar-kl           fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 6 --init nndsvdar --loss kullback-leibler --seed 3
random-mu             fit --input @digits/matrix.mtx.gz --rank 7 --max-iterations 10 --init random
random-hals           fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 6 --init random --solver hals --seed -7
custom-mu             fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 10 --init-from %hals
custom-hals           fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 6 --init custom --init-from %mu --solver hals
custom-new-rows       fit --input @ratings.csv --rank 3 --max-iterations 10 --empty-cells missing --init-from %triples-part

driver-mu             fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 12 --plan driver
broadcast-mu          fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 12 --plan broadcast
scatter-mu            fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 12 --plan scatter
shuffle-mu            fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 12 --plan shuffle
driver-hals           fit --input @digits/matrix.mtx.gz --rank 8 --max-iterations 8 --solver hals --plan driver
broadcast-hals        fit --input @digits/matrix.mtx.gz --rank 8 --max-iterations 8 --solver hals --plan broadcast
scatter-hals          fit --input @digits/matrix.mtx.gz --rank 8 --max-iterations 8 --solver hals --plan scatter
shuffle-hals          fit --input @digits/matrix.mtx.gz --rank 8 --max-iterations 8 --solver hals --plan shuffle
driver-kl             fit --input @bible/matrix.mtx.gz --rank 4 --max-iterations 8 --loss kullback-leibler --plan driver
broadcast-kl          fit --input @bible/matrix.mtx.gz --rank 4 --max-iterations 8 --loss kullback-leibler --plan broadcast
scatter-kl            fit --input @bible/matrix.mtx.gz --rank 4 --max-iterations 8 --loss kullback-leibler --plan scatter
shuffle-kl            fit --input @bible/matrix.mtx.gz --rank 4 --max-iterations 8 --loss kullback-leibler --plan shuffle
scatter-bpp           fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 5 --solver bpp --plan scatter --partitions 3
broadcast-beta        fit --input @positive.csv --rank 4 --max-iterations 8 --loss 1.5 --plan broadcast --partitions 3
shuffle-missing       fit --input @ratings.csv --rank 4 --max-iterations 10 --empty-cells missing --plan shuffle --partitions 3
shuffle-single        fit --input @bible/matrix.mtx.gz --rank 4 --max-iterations 8 --precision single --plan shuffle --partitions 5
checkpoints           fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 20 --plan broadcast --partitions 7 --checkpoint-interval 3
orientation-rows      fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 8 --orientation rows
orientation-columns   fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 8 --orientation columns --solver hals
transpose             fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 8 --transpose

missing-mu            fit --input @ratings.csv --rank 4 --max-iterations 15 --empty-cells missing
missing-hals          fit --input @ratings.csv --rank 4 --max-iterations 15 --empty-cells missing --solver hals
missing-kl            fit --input @ratings.csv --rank 4 --max-iterations 15 --empty-cells missing --loss kullback-leibler
missing-weights       fit --input @weighted.csv --weight-column trust --rank 3 --max-iterations 15 --empty-cells missing
missing-weights-hals  fit --input @weighted.csv --weight-column trust --rank 3 --max-iterations 10 --empty-cells missing --solver hals
missing-dense         fit --input @gaps.csv --header yes --rank 3 --max-iterations 15 --empty-cells missing
missing-penalties     fit --input @ratings.csv --rank 4 --max-iterations 10 --empty-cells missing --alpha-w 0.01 --alpha-h 0.01
missing-broadcast-kl  fit --input @ratings.csv --rank 4 --max-iterations 10 --empty-cells missing --loss kullback-leibler --plan broadcast

penalties-mu          fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 10 --alpha-w 0.02 --alpha-h 0.01 --l1-ratio 0.5
penalties-hals        fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 8 --alpha-w 0.02 --alpha-h 0.01 --l1-ratio 1 --solver hals
penalties-bpp         fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 5 --alpha-w 0.02 --alpha-h 0.01 --l1-ratio 0.3 --solver bpp
penalties-kl          fit --input @bible/matrix.mtx.gz --rank 4 --max-iterations 8 --alpha-w 0.001 --alpha-h 0.002 --l1-ratio 0.5 --loss kullback-leibler
penalties-kl-ratio    fit --input @bible/matrix.mtx.gz --rank 4 --max-iterations 8 --alpha-w 0.001 --alpha-h 0.002 --l1-ratio 0.5 --loss kullback-leibler --penalty-update ratio
penalties-beta        fit --input @positive.csv --rank 4 --max-iterations 8 --alpha-w 0.01 --alpha-h 0.02 --l1-ratio 0.4 --loss 1.5
penalties-is          fit --input @positive.csv --rank 4 --max-iterations 8 --alpha-w 0.01 --alpha-h 0.02 --loss itakura-saito
revive                fit --input @digits/matrix.mtx.gz --rank 8 --max-iterations 25 --init random --alpha-w 0.3 --alpha-h 0.3 --l1-ratio 1 --solver hals --revive --tolerance 0
dead                  fit --input @digits/matrix.mtx.gz --rank 8 --max-iterations 25 --init random --alpha-w 0.3 --alpha-h 0.3 --l1-ratio 1 --solver hals --tolerance 0

restarts              fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 10 --init random --restarts 3
restarts-missing      fit --input @ratings.csv --rank 3 --max-iterations 10 --empty-cells missing --restarts 3 --solver hals
consensus             fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 10 --solver hals --init random --consensus 4
consensus-kl          fit --input @ratings.csv --rank 3 --max-iterations 15 --loss kullback-leibler --init random --consensus 5 --consensus-threshold 0.9
mini-batch            fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 5 --mini-batch 300
mini-batch-kl         fit --input @digits/matrix.mtx.gz --rank 5 --max-iterations 5 --mini-batch 200 --forget-factor 0.5 --loss kullback-leibler --plan broadcast
mini-batch-penalties  fit --input @ratings.csv --rank 3 --max-iterations 6 --mini-batch 50 --empty-cells missing --alpha-w 0.01 --alpha-h 0.01
fix-h                 fit --input @digits/matrix.mtx.gz --rank 8 --max-iterations 10 --fix-h %hals
fix-h-hals            fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 8 --fix-h %hals --fix-components 3,1 --solver hals
fix-h-whole           fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 10 --fix-h %mu --loss kullback-leibler
fix-w                 fit --input @digits/matrix.mtx.gz --rank 8 --max-iterations 10 --fix-w %hals --init random --plan scatter
single-mu             fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 10 --precision single
single-hals           fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 6 --precision single --solver hals
single-kl             fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 6 --precision single --loss kullback-leibler
tf-idf                fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 10 --weighting tf-idf
tf-idf-hals           fit --input @bible/matrix.mtx.gz --rank 5 --max-iterations 6 --weighting tf-idf --solver hals --plan broadcast
inner-updates         fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 8 --inner-updates 4
inner-updates-hals    fit --input @digits/matrix.mtx.gz --rank 6 --max-iterations 8 --inner-updates 1 --solver hals

triples               fit --input @ratings.csv --row-column user --column-column film --value-column stars --rank 4 --max-iterations 10
triples-part          fit --input @ratings-part.csv --rank 3 --max-iterations 10 --empty-cells missing
json-lines            fit --input @ratings.jsonl --format triples --row-column user --column-column film --value-column stars --rank 4 --max-iterations 10
duplicates-sum        fit --input @twice.csv --rank 3 --max-iterations 10 --duplicates sum
duplicates-max        fit --input @twice.csv --rank 3 --max-iterations 10 --duplicates max --id-type string
bad-rows              fit --input @bad.csv --rank 3 --max-iterations 10 --on-bad-rows skip
dense                 fit --input @positive.csv --format dense --rank 5 --max-iterations 10 --solver hals
libsvm                fit --input @small.libsvm --rank 4 --max-iterations 10
symmetric             fit --input @symmetric.mtx --rank 4 --max-iterations 10
text                  fit --input @documents.jsonl --format text --rank 3 --max-iterations 10 --weighting tf-idf
text-files            fit --input @documents --format text --rank 3 --max-iterations 10 --min-documents 3 --max-terms 20 --stop-words none
vectors               fit --input %hals/W --format vectors --id-column id --features-column factors --rank 3 --max-iterations 10
10x                   fit --input @cells --rank 4 --max-iterations 10 --loss kullback-leibler
query                 fit --config @query.properties --rank 4 --max-iterations 10
format-name           fit --input @ratings.csv --format-name csv --format-option header=true,inferSchema=true --rank 4 --max-iterations 10

ranks                 select-rank --input @digits/matrix.mtx.gz --ranks 2..5 --restarts 2 --max-iterations 12
ranks-missing         select-rank --input @ratings.csv --ranks 1..4 --restarts 3 --max-iterations 20 --empty-cells missing
ranks-weights         select-rank --input @weighted.csv --weight-column trust --ranks 1..3 --restarts 2 --max-iterations 20 --empty-cells missing --solver mu
ranks-kl              select-rank --input @digits/matrix.mtx.gz --ranks 2..4 --restarts 2 --max-iterations 8 --loss kullback-leibler --solver mu
ranks-kl-missing      select-rank --input @ratings.csv --ranks 1..3 --restarts 2 --max-iterations 20 --loss kullback-leibler --solver mu --empty-cells missing
ranks-beta            select-rank --input @positive.csv --ranks 1..4 --restarts 2 --max-iterations 10 --loss 1.5 --solver mu
ranks-tf-idf          select-rank --input @cells --ranks 2..4 --restarts 2 --max-iterations 15 --weighting tf-idf
ranks-warm-start      select-rank --input @positive.csv --ranks 1..4 --restarts 2 --max-iterations 15 --warm-start --alpha-w 0.01 --alpha-h 0.01
ranks-bisection       select-rank --input @positive.csv --ranks 1..9 --restarts 2 --max-iterations 15 --search bisection --held-out-share 0.2

transform             transform --model %hals --input @digits/matrix.mtx.gz
transform-kl          transform --model %kullback-leibler --input @digits/matrix.mtx.gz
transform-beta        transform --model %itakura-saito --input @positive.csv
transform-missing     transform --model %missing-mu --input @ratings.csv
transform-penalties   transform --model %penalties-mu --input @digits/matrix.mtx.gz
transform-tf-idf      transform --model %tf-idf --input @bible/matrix.mtx.gz
transform-text        transform --model %text --input @documents.jsonl --format text
evaluate              evaluate --model %hals --input @digits/matrix.mtx.gz
evaluate-missing      evaluate --model %missing-mu --input @ratings.csv
evaluate-held-out     evaluate --model %triples-part --input @ratings-rest.csv --held-out
predict               predict --model %missing-hals --input @pairs.csv
END
}

make_inputs() {
  mkdir -p "$inputs/cells" "$inputs/documents"
  ln -s "$samples/digits" "$inputs/digits"
  ln -s "$samples/bible-kjv" "$inputs/bible"
  # Two groups of users, each with films that it likes; three cells in ten are known.
  awk 'BEGIN {
    print "user,film,stars"
    for (i = 1; i <= 180; i++)
      for (j = 1; j <= 40; j++)
        if ((i * i * 7 + j * j * 13 + i * j * 29) % 101 < 30)
          printf "u%03d,f%02d,%d\n", i, j, 1 + ((i + j) % 2) * 3 + (i * 31 + j * j * 17) % 2
  }' >"$inputs/ratings.csv"
  awk -F, 'NR == 1 || $1 <= "u120" && $2 != "f07"' "$inputs/ratings.csv" >"$inputs/ratings-part.csv"
  awk -F, 'NR == 1 || $1 > "u100"' "$inputs/ratings.csv" >"$inputs/ratings-rest.csv"
  awk -F, 'NR > 1 && NR % 3 == 0 { print $1 "," $2 }' "$inputs/ratings.csv" >"$inputs/pairs.csv"
  awk -F, 'NR > 1 { printf "{\"user\": \"%s\", \"film\": \"%s\", \"stars\": %s}\n", $1, $2, $3 }' "$inputs/ratings.csv" \
    >"$inputs/ratings.jsonl"
  awk -F, 'NR == 1 { print $0 ",trust" } NR > 1 { print $0 "," (NR * 7) % 5 / 4 }' "$inputs/ratings.csv" >"$inputs/weighted.csv"
  awk 'BEGIN {
    for (n = 1; n <= 1500; n++)
      print (n * n * 3) % 61 "," (n * 7 + n * n) % 29 "," 1 + (n * 11) % 9
  }' >"$inputs/twice.csv"
  awk -F, 'NR % 50 == 20 { $3 = -$3 } NR % 50 == 30 { $3 = "many" } { print $1 "," $2 "," $3 }' "$inputs/twice.csv" >"$inputs/bad.csv"
  awk 'BEGIN {
    for (i = 1; i <= 150; i++)
      for (j = 1; j <= 30; j++)
        printf "%s%s", 1 + (i % 5) * (j % 7) + (i % 3) * (j % 4) * 2 + (i * i + j * 3) % 8 / 8, j < 30 ? "," : "\n"
  }' >"$inputs/positive.csv"
  awk 'BEGIN {
    for (j = 1; j <= 20; j++)
      printf "c%02d%s", j, j < 20 ? "," : "\n"
    for (i = 1; i <= 90; i++)
      for (j = 1; j <= 20; j++)
        printf "%s%s", (i * 3 + j * j * 5 + i * j) % 7 < 2 ? (j % 2 ? "NA" : "") : (i % 4) * (j % 3) + (i + j) % 2, j < 20 ? "," : "\n"
  }' >"$inputs/gaps.csv"
  awk 'BEGIN {
    for (i = 1; i <= 100; i++) {
      printf "%d", i % 2
      for (j = 1; j <= 25; j++)
        if ((i * i + j * 3 + i * j) % 5 < 2)
          printf " %d:%s", j, 1 + (i % 4) * (j % 3) + (i + j) % 4 / 4
      print ""
    }
  }' >"$inputs/small.libsvm"
  awk 'BEGIN {
    for (i = 1; i <= 70; i++)
      for (j = 1; j <= i; j++)
        if ((i * i + j * j + i * j) % 4 == 0)
          cells[++count] = i " " j " " 1 + (i + j) % 6
    print "%%MatrixMarket matrix coordinate real symmetric"
    print 70, 70, count
    for (n = 1; n <= count; n++)
      print cells[n]
  }' >"$inputs/symmetric.mtx"
  awk 'BEGIN {
    for (i = 1; i <= 40; i++)
      for (j = 1; j <= 90; j++)
        if ((i * i * 3 + j * j + i * j) % 7 < 3)
          cells[++count] = i " " j " " 1 + (i % 4) * (j % 5) + (i * j) % 3
    print "%%MatrixMarket matrix coordinate integer general"
    print 40, 90, count
    for (n = 1; n <= count; n++)
      print cells[n]
  }' >"$inputs/cells/matrix.mtx"
  awk 'BEGIN { for (j = 1; j <= 90; j++) printf "CELL%03d-1\n", (j * 37) % 91 }' >"$inputs/cells/barcodes.tsv"
  awk 'BEGIN { for (i = 1; i <= 40; i++) printf "E%02d\tGENE%d\tGene Expression\n", i, i % 38 }' >"$inputs/cells/features.tsv"
  awk -v folder="$inputs/documents" 'BEGIN {
    count = split("bread yeast flour oven salt the ship storm sea wind sail and king court crown sword law of stone river", words, " ")
    for (i = 1; i <= 60; i++) {
      text = ""
      for (n = 1; n <= 25; n++)
        text = text (n > 1 ? " " : "") words[1 + (i % 3 * 6 + (i * i * 5 + n * n * 3 + i * n) % 9) % count]
      printf "{\"id\": \"d%02d\", \"text\": \"%s\"}\n", i, text
      if (i <= 15)
        print text >(folder "/d" i ".txt")
    }
  }' >"$inputs/documents.jsonl"
  # shellcheck disable=SC2016
  printf 'sql=select _c0 as row, _c1 as column, double(_c2) as value from csv.`%s` where _c2 <> "stars"\n' "$inputs/ratings.csv" \
    >"$inputs/query.properties"
}

nmf() { # command output option...
  local command="$1" output="$2"
  shift 2
  "$project/submit-scripts/spark-nmf" "$command" --output "$output" "$@" --spark --master 'local[2]' >"$output.out"
}

# Of a file of JSON, what is found at some places such as factors.W.sha256, one a line.
values() { # file place...
  "$python" -c '
import functools, json, sys
whole = json.load(open(sys.argv[1]))
for place in sys.argv[2:]:
  print(functools.reduce(lambda part, key: part[key], place.split("."), whole))' "$@"
}

digest() {
  sha256sum | cut -c 1-16
}

line() { # name [sum-of-W [sum-of-H [iterations [error]]]]
  printf '%-20s  %-16.16s  %-16.16s  %4s  %s\n' "$1" "${2:--}" "${3:--}" "${4:--}" "${5:--}"
}

fit() { # name option...
  local name="$1" found
  nmf fit "$results/$name" "${@:2}" \
    && found="$(values "$results/$name/manifest.json" factors.W.sha256 factors.H.sha256 result.iterations result.relativeError)" \
    && mapfile -t found <<<"$found" \
    && line "$name" "${found[@]}"
}

select_rank() { # name option...
  local name="$1" sum
  nmf select-rank "$results/$name" "${@:2}" \
    && sum="$(values "$results/$name/selection.json" ranks recommendedRank heldOutShare restarts | digest)" \
    && line "$name" "$sum" - - "rank $(values "$results/$name/selection.json" recommendedRank)"
}

# The new W takes the place of that of the model, whose export has all digits.
transform() { # name --model MODEL option...
  local name="$1" model="$3" sum
  nmf transform "$results/$name" "${@:2}" \
    && cp -r "$model" "$results/$name-model" \
    && rm -r "$results/$name-model/W" \
    && cp -r "$results/$name/W" "$results/$name-model/W" \
    && nmf export "$results/$name-csv" --model "$results/$name-model" \
    && sum="$(digest <"$results/$name-csv/W.csv")" \
    && line "$name" "$sum"
}

evaluate() { # name option...
  local name="$1" sum
  nmf evaluate "$results/$name" "${@:2}" \
    && sum="$(values "$results/$name/manifest.json" outcome | digest)" \
    && line "$name" "$sum"
}

predict() { # name option...
  local name="$1"
  nmf predict "$results/$name-pairs" "${@:2}" \
    && fit "$name" --input "$results/$name-pairs/predictions" --format triples --row-column row --column-column column \
      --value-column prediction --rank 2 --max-iterations 5
}

run() { # name
  local words code=0
  read -r -a words <<<"${options[$1]}"
  words=("${words[@]/#@/$inputs/}")
  words=("${words[@]/#%/$results/}")
  set -- "$1" "${words[@]}"
  case "$2" in
    fit) fit "$1" "${@:3}" ;;
    select-rank) select_rank "$1" "${@:3}" ;;
    transform) transform "$1" "${@:3}" ;;
    evaluate) evaluate "$1" "${@:3}" ;;
    predict) predict "$1" "${@:3}" ;;
  esac >"$lines/$1" 2>"$lines/$1.log" || code=$?
  [[ $code -eq 0 ]] || printf '%-20s  FAILED %s  %s\n' "$1" "$code" "$(tail -n 1 "$lines/$1.log")" >"$lines/$1"
}

run_all() { # name...
  local name
  for name in "$@"; do
    while [[ "$(jobs -rp | wc -l)" -ge 2 ]]; do
      wait -n
    done
    started=$((started + 1))
    printf '%s of %s: %s\n' "$started" "$all" "$name" >&2
    run "$name" &
  done
  wait
}

stop() {
  local group
  for group in $(jobs -rp); do
    kill -- "-$group" || true
    # Java ends in its own time, and would write into a folder that is gone.
    while kill -0 -- "-$group" 2>/dev/null; do
      sleep 0.2
    done
  done
  exit 130
}

declare -A options=()
names=()
while read -r name rest; do
  [[ -n "$name" ]] || continue
  names+=("$name")
  options[$name]="$rest"
done < <(table)
if [[ "${1:-}" == --list ]]; then
  printf '%s\n' "${names[@]}"
  exit
fi

chosen=()
for pattern in "${@:-*}"; do
  before=${#chosen[@]}
  for name in "${names[@]}"; do
    # shellcheck disable=SC2053
    [[ "$name" != $pattern ]] || chosen+=("$name")
  done
  if [[ ${#chosen[@]} -eq $before ]]; then
    echo "bits.sh: there is no case '$pattern'; --list says which there are" >&2
    exit 2
  fi
done
# Cases whose results others want go first, also where nobody asked for them.
declare -A wanted=()
for name in "${chosen[@]}"; do
  for word in ${options[$name]}; do
    [[ "$word" != %* ]] || wanted[$(cut -d / -f 1 <<<"${word#%}")]=yes
  done
done
first=()
for name in "${names[@]}"; do
  [[ -z "${wanted[$name]:-}" ]] || first+=("$name")
done
later=()
for name in "${chosen[@]}"; do
  [[ -n "${wanted[$name]:-}" ]] || later+=("$name")
done

scratch="$(mktemp -d)"
inputs="$scratch/inputs"
results="$scratch/results"
lines="$scratch/lines"
trap 'rm -rf "$scratch"' EXIT
trap stop INT TERM
mkdir "$inputs" "$results" "$lines"
export SPARK_LOCAL_DIRS="$scratch/spark"
export JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}"
make_inputs
cd "$scratch"

# Each case is a group of processes of its own, which stop ends as a whole.
set -m
started=0
all=$((${#first[@]} + ${#later[@]}))
run_all "${first[@]}"
run_all "${later[@]}"
code=0
for name in "${chosen[@]}"; do
  cat "$lines/$name"
  ! grep -q "^[^ ]* *FAILED " "$lines/$name" || code=1
done
[[ $code -eq 0 ]]
