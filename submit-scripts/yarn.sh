#!/usr/bin/env bash
# On Hadoop YARN: yarn.sh COMMAND [OPTIONS], for example
#
#   EXECUTORS=10 EXECUTOR_MEMORY=8g submit-scripts/yarn.sh \
#     fit --input hdfs:///data/x --output hdfs:///models/x --rank 20
#
#   SPARK_HOME               a Spark 4 installation with YARN support        (required)
#   HADOOP_CONF_DIR          where yarn-site.xml and core-site.xml are       (required)
#   DEPLOY_MODE              cluster: the driver runs on YARN; client: here  (default: cluster)
#   QUEUE                    YARN's queue                                    (default: default)
#   EXECUTORS                number of executors                             (default: 2)
#   EXECUTOR_CORES           cores of an executor                            (default: 2)
#   EXECUTOR_MEMORY          heap of an executor                             (default: 4g)
#   SPARK_NMF_DRIVER_MEMORY  heap of the driver: it holds H, with plan driver also
#                            X and W, with plan shuffle only k x k numbers   (default: 4g)
#
# In cluster mode YARN turns every failure into exit code 1, unless --wait is among the options: then
# it ends with the run's own code, from OUTPUT's status file (NAME.status.json beside it).
set -euo pipefail

here="$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
: "${SPARK_HOME:?set it to a Spark installation: the jars that Maven brings have no YARN client}"
: "${HADOOP_CONF_DIR:?set it to the folder of yarn-site.xml and core-site.xml}"
export SPARK_NMF_DRIVER_MEMORY="${SPARK_NMF_DRIVER_MEMORY:-4g}"

exec "$here/spark-nmf" "$@" --spark \
  --master yarn \
  --deploy-mode "${DEPLOY_MODE:-cluster}" \
  --conf spark.yarn.maxAppAttempts=1 \
  --queue "${QUEUE:-default}" \
  --num-executors "${EXECUTORS:-2}" \
  --executor-cores "${EXECUTOR_CORES:-2}" \
  --executor-memory "${EXECUTOR_MEMORY:-4g}"
