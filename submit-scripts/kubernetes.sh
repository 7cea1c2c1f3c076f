#!/usr/bin/env bash
# On Kubernetes, in cluster mode: kubernetes.sh COMMAND [OPTIONS], for example
#
#   MASTER=k8s://https://host:6443 IMAGE=registry/spark-nmf:0.1 submit-scripts/kubernetes.sh \
#     fit --input s3a://bucket/x --output s3a://bucket/model --rank 20
#
#   SPARK_HOME               a Spark 4 installation with Kubernetes support  (required)
#   MASTER                   k8s://https://HOST:PORT                         (required)
#   IMAGE                    Spark 4 image that holds the jar of spark-nmf   (required)
#   SPARK_NMF_JAR            where the jar lies in the image     (default: local:///opt/spark-nmf/spark-nmf.jar)
#   NAMESPACE                namespace of the pods                           (default: default)
#   SERVICE_ACCOUNT          account that may create pods                    (default: spark)
#   EXECUTORS                number of executor pods                         (default: 2)
#   EXECUTOR_CORES           cores of an executor                            (default: 2)
#   EXECUTOR_MEMORY          heap of an executor                             (default: 4g)
#   SPARK_NMF_DRIVER_MEMORY  heap of the driver: it holds H, with plan driver also
#                            X and W, with plan shuffle only k x k numbers   (default: 4g)
#
# The exit code here is spark-submit's own: the run's is in OUTPUT's status file (NAME.status.json
# beside it).
set -euo pipefail

here="$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
: "${SPARK_HOME:?set it to a Spark installation: the jars that Maven brings have no Kubernetes client}"
: "${MASTER:?set it to the API server, k8s://https://HOST:PORT}"
: "${IMAGE:?set it to a Spark 4 image that holds the jar of spark-nmf}"
export SPARK_NMF_JAR="${SPARK_NMF_JAR:-local:///opt/spark-nmf/spark-nmf.jar}"
export SPARK_NMF_DRIVER_MEMORY="${SPARK_NMF_DRIVER_MEMORY:-4g}"

exec "$here/spark-nmf" "$@" --spark \
  --master "$MASTER" \
  --deploy-mode cluster \
  --num-executors "${EXECUTORS:-2}" \
  --executor-cores "${EXECUTOR_CORES:-2}" \
  --executor-memory "${EXECUTOR_MEMORY:-4g}" \
  --conf "spark.kubernetes.namespace=${NAMESPACE:-default}" \
  --conf "spark.kubernetes.container.image=$IMAGE" \
  --conf "spark.kubernetes.authenticate.driver.serviceAccountName=${SERVICE_ACCOUNT:-spark}"
