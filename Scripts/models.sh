#!/usr/bin/env bash
# Trains the reference model anew, or compares what training gives with the model at hand, byte for byte.
# Usage: Scripts/models.sh make|check PROGRAM
set -euo pipefail
[ $# -eq 2 ] || { sed -n 3p "$0" >&2; exit 2; }
program=$(realpath -- "$2")
cd "$(dirname "$0")/.."
data=$PWD/Datasets/reference

# In a folder without a configuration, so that only what is committed counts. Without verdicts, since the model goes to
# desks that have none yet: what a probability means differs by whether they act.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd "$scratch" && "$program" train --labels "$data/labels.csv" --log "$data/requests.jsonl.gz" --out reference \
  --no-verdicts --no-progress --quiet)

case $1 in
  make)
    install -d Models/reference
    install -m 0644 "$scratch"/reference/model.json "$scratch"/reference/MODEL_CARD.md Models/reference/
    ;;
  check)
    for file in model.json MODEL_CARD.md; do
      cmp "$scratch/reference/$file" "Models/reference/$file" || { echo "Train it anew with \`make models\`." >&2; exit 1; }
    done
    echo "Models/reference: as trained."
    ;;
  *) sed -n 3p "$0" >&2; exit 2 ;;
esac
