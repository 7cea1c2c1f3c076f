#!/usr/bin/env bash
# The objective of spark-nmf over that of scikit-learn: the same data, start values, settings and iterations, as a Markdown table.
#
#   src/bench/conformance.sh [--install] [MATRIX...]     default: digits digits+1 bible-kjv arxiv-small
#
# --install brings scikit-learn and pandas by apt. Matrices come from the folders of DATA (default: ../shared/data, where that
# exists), else from the samples that are shipped; one that is in neither is left out. Where both sides run the same algorithm the
# ratio must be 1 within 1e-9 (1e-6 where beta is below 1 and X has zeros: the floors differ): else the exit code
# is 1. About ten seconds a line. SPARK_OPTIONS goes to spark-submit.
set -euo pipefail
# shellcheck source=src/bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ "${1:-}" == --install ]]; then
  shift
  install_peer
fi
data="${DATA:-}"
if [[ -z "$data" && -d ../shared/data ]]; then
  data=../shared/data
fi
matrices=("$@")
[[ ${#matrices[@]} -gt 0 ]] || matrices=(digits digits+1 bible-kjv arxiv-small)

mkdir -p "$directory"
exec "$python" src/bench/conformance.py "$directory/conformance" "${data:-none}" "${matrices[@]}"
