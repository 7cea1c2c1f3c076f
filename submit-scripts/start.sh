#!/usr/bin/env bash
# How spark-nmf starts its JVM where spark-submit is not needed for it; sourced by spark-nmf, whose variables
# it uses: project, own_home, jar, java, java_release, environment, app_options, spark_options.
# shellcheck disable=SC2154

# What the installation of Java says of itself, which takes no JVM; nothing where it says nothing.
release_of_java() {
  local home="${JAVA_HOME:-}" found
  if [[ -z "$home" ]]; then
    found="$(command -v java)" && found="$(readlink -f "$found" 2>/dev/null)" || return 0
    home="${found%/bin/java}"
  fi
  [[ -x "$home/bin/java" && -r "$home/release" ]] || return 0
  cat "$home/release"
}

# Where Spark's own configuration lies.
conf_dir() {
  printf '%s' "${SPARK_CONF_DIR:-${SPARK_HOME:-$project}/conf}"
}

# Whether a command needs no Spark, and nothing after --spark or in Spark's own files tells it of file systems,
# jars or settings.
needs_no_spark() {
  local word conf
  conf="$(conf_dir)"
  [[ ${#spark_options[@]} == 0 && "$jar" != *:/* ]] || return 1
  ! grep -qsE '^[[:space:]]*spark\.(nmf|hadoop|jars|kerberos|driver\.extra)' "$conf/spark-defaults.conf" || return 1
  compgen -G "${SPARK_HOME:-$own_home}/jars/hadoop-client-api-*.jar" >/dev/null || return 1
  case "${app_options[0]-}" in
    '' | --help | -h | --version | -V | completion | man | config) return 0 ;;
    status | report | describe)
      [[ ! -e "$conf/spark-env.sh" || -z "${SPARK_HOME:-}" ]]
      return
      ;;
  esac
  for word in "${app_options[@]}"; do
    [[ "$word" != --help && "$word" != -h ]] || return 0
  done
  return 1
}

# Whether the JVM that runs all of Spark can be started here: in the project's own Spark home, with nothing in
# its configuration that Spark's launcher would have a part in.
starts_here() {
  local word before='' file
  [[ -z "${SPARK_HOME:-}" && "$jar" != *:/* ]] || return 1
  [[ -z "${HADOOP_CONF_DIR:-}${YARN_CONF_DIR:-}${SPARK_DIST_CLASSPATH:-}${SPARK_SUBMIT_OPTS:-}" ]] || return 1
  for word in ${spark_options[@]+"${spark_options[@]}"}; do
    case "$before $word" in
      *' --conf' | *' --master' | *' --name' | *' --packages' | *' --jars') ;;
      '--conf spark.driver.'* | '--conf spark.submit.'* | '--conf spark.jars.ivySettings'*) return 1 ;;
      '--conf '* | '--master local'* | '--name '* | '--packages '* | '--jars '*) ;;
      *) return 1 ;;
    esac
    before="$word"
  done
  for file in "$(conf_dir)"/*; do
    case "${file##*/}" in
      spark-defaults.conf | log4j2.properties | nmf-defaults.properties | *.template) ;;
      *) return 1 ;;
    esac
  done
  ! grep -qsE '^[[:space:]]*spark\.(driver\.(extra|default|log|plugins)|submit\.)' "$(conf_dir)/spark-defaults.conf"
}

# Where what is prepared for this jar, this Java and these defaults of Spark lies. The JVM refuses an archive
# whose jars have another time, be they the same.
start_folder() {
  local key
  key="$({
    cat "$jar" "$(conf_dir)/spark-defaults.conf" 2>/dev/null || true
    date -r "$jar" +%s
    printf '%s' "$jar $java_release"
  } | cksum)"
  printf '%s' "$own_home/start/for-${key// /-}"
}

# The JVM's words for the archive, if there is one; the JVM itself sees whether it fits.
use_archive() {
  local archive="$folder/classes.jsa"
  if [[ "${SPARK_NMF_ARCHIVE:-on}" != off && -r "$archive" ]]; then
    command+=("-XX:SharedArchiveFile=$archive" -Xshare:auto)
  elif [[ " ${app_options[*]-} " == *' --verbose '* ]]; then
    echo "spark-nmf: starting without a class-data archive, for there is none for this jar and this Java" >&2
  fi
}

# A short-lived JVM: the first compiler and the simplest collector.
start_without_spark() {
  local home="${SPARK_HOME:-$own_home}"
  command=("$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
  if [[ -z "${SPARK_HOME:-}" ]]; then
    folder="$(start_folder)"
    use_archive
  fi
  command+=(-cp "$jar:$home/jars/*${HADOOP_CONF_DIR:+:$HADOOP_CONF_DIR}" org.sparknmf.app.Main)
  command+=(${app_options[@]+"${app_options[@]}"})
}

# spark-submit's own class in this JVM, with the options that Spark's launcher would give it. Most of a run's
# code runs a few times, and optimising it costs more than it gains: the second compiler waits for what is hot.
start_here() {
  folder="$(start_folder)"
  [[ -r "$folder/java-options" ]] || return 1
  local conf
  conf="$(conf_dir)"
  command=(env "SPARK_HOME=$own_home" "${environment[@]}")
  command+=("$java" "@$folder/java-options")
  [[ -z "${SPARK_NMF_DRIVER_MEMORY:-}" ]] || command+=("-Xmx$SPARK_NMF_DRIVER_MEMORY")
  [[ ! -r "$conf/log4j2.properties" ]] || command+=("-Dlog4j2.configurationFile=$conf/log4j2.properties")
  command+=(-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
    -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000)
  use_archive
  if [[ ${#spark_options[@]} == 0 && -z "${SPARK_NMF_DRIVER_MEMORY:-}" && -r "$folder/spark-options" ]]; then
    # Nothing is left for spark-submit to do, whose classes take half a second.
    command+=("@$folder/spark-options" -Dspark.app.name=spark-nmf -cp "$jar:$own_home/jars/*" org.sparknmf.app.Main)
    command+=(${app_options[@]+"${app_options[@]}"})
    return
  fi
  command+=(-cp "$jar:$own_home/jars/*" org.apache.spark.deploy.SparkSubmit)
  command+=(--class org.sparknmf.app.Main --name spark-nmf)
  [[ -z "${SPARK_NMF_DRIVER_MEMORY:-}" ]] || command+=(--driver-memory "$SPARK_NMF_DRIVER_MEMORY")
  command+=(${spark_options[@]+"${spark_options[@]}"} "$jar" ${app_options[@]+"${app_options[@]}"})
}

# Behind this run, once it has ended, prepares the start of later ones; whatever goes wrong there harms nobody.
prepare_later() {
  [[ "${SPARK_NMF_ARCHIVE:-on}" != off && -z "${SPARK_NMF_JAR:-}" && ! -e "$folder" && -w "$own_home" ]] || return 0
  local run=$$ prepare="$own_home/bin/prepare-start"
  [[ -x "$prepare" ]] || return 0
  (
    trap '' HUP
    while kill -0 "$run" 2>/dev/null; do sleep 1; done
    SPARK_CONF_DIR="$(conf_dir)" exec nice -n 10 "$prepare" "$jar" "$java" "$folder"
  ) >/dev/null 2>&1 </dev/null 9>&- &
}
