#!/usr/bin/env bash
# On a standalone Spark cluster: standalone.sh COMMAND [OPTIONS], for example
#
#   MASTER=spark://host:7077 EXECUTOR_MEMORY=8g submit-scripts/standalone.sh \
#     fit --input hdfs:///data/x --output hdfs:///models/x --rank 20
#
#   MASTER                   spark://HOST:PORT                               (required)
#   DEPLOY_MODE              client: the driver runs here; cluster: on a worker     (default: client)
#   EXECUTOR_MEMORY          heap of an executor                             (default: 4g)
#   EXECUTOR_CORES           cores of an executor                            (default: all of a worker)
#   TOTAL_CORES              cores taken from the cluster                    (default: all)
#   SPARK_NMF_DRIVER_MEMORY  heap of the driver: it holds H, with plan driver also
#                            X and W, with plan shuffle only k x k numbers   (default: 4g)
#
# In cluster mode set SPARK_NMF_JAR to a path or URI that every worker can read. That mode returns before
# the run ends and always with 0, unless --wait is among the options: then it ends as the run ended.
set -euo pipefail

here="$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export SPARK_NMF_DRIVER_MEMORY="${SPARK_NMF_DRIVER_MEMORY:-4g}"

options=(
  --master "${MASTER:?set it to the URL of the cluster, spark://HOST:PORT}"
  --deploy-mode "${DEPLOY_MODE:-client}"
  --executor-memory "${EXECUTOR_MEMORY:-4g}"
)
# Spark opens parts of Java to itself wherever it starts a JVM, but not for a driver on a worker.
if [[ "${DEPLOY_MODE:-client}" == cluster ]]; then
  opens=--add-modules=jdk.incubator.vector
  for package in lang lang.invoke lang.reflect io net nio util util.concurrent \
    util.concurrent.atomic; do
    opens+=" --add-opens=java.base/java.$package=ALL-UNNAMED"
  done
  for package in jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    opens+=" --add-opens=java.base/$package=ALL-UNNAMED"
  done
  options+=(--driver-java-options "$opens")
fi
[[ -z "${EXECUTOR_CORES:-}" ]] || options+=(--executor-cores "$EXECUTOR_CORES")
[[ -z "${TOTAL_CORES:-}" ]] || options+=(--total-executor-cores "$TOTAL_CORES")

exec "$here/spark-nmf" "$@" --spark "${options[@]}"
