#!/usr/bin/env bash
# On this machine alone: local.sh COMMAND [OPTIONS], for example
#
#   CORES=4 SPARK_NMF_DRIVER_MEMORY=8g submit-scripts/local.sh fit --input x.mtx --output model --rank 20
#
#   CORES                    worker threads                             (default: all cores)
#   SPARK_NMF_DRIVER_MEMORY  heap; in local mode the driver does it all (default: 2g)
set -euo pipefail

here="$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export SPARK_NMF_DRIVER_MEMORY="${SPARK_NMF_DRIVER_MEMORY:-2g}"

exec "$here/spark-nmf" "$@" --spark --master "local[${CORES:-*}]"
