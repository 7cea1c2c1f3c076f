#!/usr/bin/env bash
# make-home.sh SPARK SCALA FOLDER: a Spark home of Maven's jars, for the tests on other Sparks.
#
#   src/test/sparks/make-home.sh 3.5.6 2.12 target/sparks/3.5.6_2.12
#
# The jars stay in Maven's local repository, the home links to them.
set -euo pipefail

here="$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
spark="${1:?the version of Spark}"
scala="${2:?the version of Scala, 2.12 or 2.13}"
mkdir -p "${3:?the folder to make}/jars"
home="$(cd "$3" && pwd)"

mvn -B -ntp -q -Dstyle.color=never -f "$here/pom.xml" dependency:build-classpath \
  "-Dspark.version=$spark" "-Dscala.binary.version=$scala" \
  "-Dmdep.outputFile=$home/class-path" -Dmdep.pathSeparator=:
# The last one has no line end behind it.
tr : '\n' <"$home/class-path" | while IFS= read -r jar || [[ -n "$jar" ]]; do
  ln -sf "$jar" "$home/jars/"
done

# Comes last, so that bin/ is there only when the home is whole.
cp -R "$here/../../../submit-scripts/spark-home/bin" "$home/"
