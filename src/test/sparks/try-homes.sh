#!/usr/bin/env bash
# The one jar on Spark installations, by the script that users run: a line of a table for each of them and each Java.
#
#   src/test/sparks/try-homes.sh SPARK_HOME...
#
#   JAVA_HOMES     the Javas to try, separated by colons   (default: JAVA_HOME)
#   SPARK_NMF_JAR  the jar                                 (default: built under target/)
#
# An installation is a folder with bin/ and jars/: of Apache's archive, of make-home.sh, or deps/ of PyPI's archive of pyspark. On each,
# doctor looks at it, the README's ratings are fitted, described, folded in and predicted, and the service files of all jars are walked
# as a server of Spark Connect does. A line has the versions, "ok" or what failed, the relative error, and the first 16 digits of the
# SHA-256 of the bits of W, of H, and of what the commands printed. "refused" means that the program itself refuses this Java there.
# The exit code is 1 if anything failed or if two lines differ in their bits. What the commands said lies in target/try-homes.
set -euo pipefail

here="$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
project="$(cd "$here/../../.." && pwd)"
entrance="$project/submit-scripts/spark-nmf"
work="$project/target/try-homes"
columns=(--row-column user --column-column film --value-column stars)
export SPARK_LOCAL_IP="${SPARK_LOCAL_IP:-127.0.0.1}"
# Runs so short end before the second compiler is worth it.
export JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS--XX:TieredStopAtLevel=1}"

[[ $# -gt 0 ]] || {
  sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}
[[ -n "${JAVA_HOMES:=${JAVA_HOME:-}}" ]] || JAVA_HOMES="$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"

# The text between "cat > NAME <<END" and "END" in the README.
from_readme() {
  sed -n "/^    cat > $1 <<END\$/,/^    END\$/p" "$project/README.md" | sed -e '1d' -e '$d' -e 's/^    //'
}

# The value of the last key of this name in a manifest; of W's or H's block if a second word names it.
of_manifest() {
  python3 -c 'import json, sys
value = json.load(open(sys.argv[1]))
for key in sys.argv[2].split("."):
    value = value[key]
print(value)' "$@"
}

# The version of a jar of the installation, as its name says.
version_of() {
  find "$SPARK_HOME/jars/" -name "$1[-_]*.jar" | sed -n '1s/.*-\([0-9][^/]*\)\.jar$/\1/p'
}

# Runs a command and keeps what it says; on failure notes the step.
run() {
  local name="$1"
  shift
  "$@" >"$folder/$name.out" 2>"$folder/$name.err" || {
    failed+="$name($?) "
    failures+=("$folder/$name.err")
    return 1
  }
}

# The same for a command of the entrance.
step() {
  local name="$1"
  shift
  run "$name" "$entrance" "$@" --spark --master 'local[2]'
}

# All steps, in the folder of this line.
all_steps() {
  step version --version || {
    grep -q 'set JAVA_HOME to a JDK' "$folder/version.err" && refused=true
    return 1
  }
  step doctor doctor || true
  run services "$JAVA_HOME/bin/java" -cp "$classes:$jar:$SPARK_HOME/jars/*" Services || true
  step fit fit --input "$work/ratings.csv" "${columns[@]}" --rank 2 --output "$folder/model" || return 1
  step describe describe "$folder/model" || true
  step transform transform --model "$folder/model" --input "$work/new.csv" "${columns[@]}" --output "$folder/weights" || true
  step predict predict --model "$folder/model" --input "$work/ratings.csv" "${columns[@]}" --output "$folder/predicted" || true
}

mkdir -p "$work/classes"
classes="$work/classes"
from_readme ratings.csv >"$work/ratings.csv"
from_readme new.csv >"$work/new.csv"
jar="${SPARK_NMF_JAR:-$(find "$project/target" -maxdepth 1 -name 'spark-nmf-*.jar' -print -quit)}"
[[ -f "$jar" ]] || {
  echo "no jar: run 'mvn package -DskipTests', or set SPARK_NMF_JAR" >&2
  exit 2
}
export SPARK_NMF_JAR="$jar"

bits=()
lines=0
worst=0
printf '%-8s %-8s %-7s %-9s %-26s %-9s %-16s %-16s %s\n' Spark Scala Hadoop Java outcome error W H printed
IFS=: read -r -a javas <<<"$JAVA_HOMES"
for home in "$@"; do
  SPARK_HOME="$(cd "$home" && pwd)"
  export SPARK_HOME
  javac --release 17 -Xlint:-options -nowarn -cp "$SPARK_HOME/jars/*" -d "$classes" "$here/Services.java" 2>"$work/javac.err" \
    || { cat "$work/javac.err" >&2; exit 2; }
  for java in "${javas[@]}"; do
    export JAVA_HOME="$java"
    folder="$work/line-$lines"
    rm -rf "$folder"
    mkdir -p "$folder"
    failed='' refused=false failures=()
    all_steps || true
    versions="$(sed -n 's/.*(Spark \(.*\), Scala \(.*\), Hadoop \(.*\), Java \(.*\))/\1 \2 \3 \4/p' "$folder/version.out")"
    said="$("$java/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')"
    read -r spark scala hadoop _ <<<"${versions:-$(version_of spark-core) $(version_of scala-library) $(version_of hadoop-client-api)}"
    error=- w=- h=- printed=-
    if [[ -f "$folder/model/manifest.json" ]]; then
      error="$(of_manifest "$folder/model/manifest.json" result.relativeError)"
      w="$(of_manifest "$folder/model/manifest.json" factors.W.sha256)"
      h="$(of_manifest "$folder/model/manifest.json" factors.H.sha256)"
      # Without the folders, which differ.
      printed="$(cat "$folder"/{describe,transform,predict}.out | grep -v '^Published' | sha256sum)"
    fi
    outcome="${failed:-ok}"
    if $refused; then outcome=refused; elif [[ -n "$failed" ]]; then worst=1; fi
    printf '%-8s %-8s %-7s %-9s %-26s %-9.7s %-16.16s %-16.16s %.16s\n' \
      "$spark" "$scala" "$hadoop" "$said" "$outcome" "$error" "$w" "$h" "$printed"
    lines=$((lines + 1))
    [[ "$outcome" != ok ]] || bits+=("$error $w $h $printed")
    [[ -z "$failed" || "$refused" == true ]] || tail -n 5 "${failures[@]}" >&2
  done
done
[[ "$(printf '%s\n' ${bits[@]+"${bits[@]}"} | sort -u | wc -l)" -le 1 ]] || {
  echo "the bits differ" >&2
  worst=1
}
exit "$worst"
