#!/usr/bin/env bash
# Makes the simulated data sets anew, or compares those at hand with the digests that their DATASET.md states.
# Usage: Scripts/datasets.sh make PROGRAM | Scripts/datasets.sh check
set -euo pipefail
program=$(realpath -- "${2:-.}")
cd "$(dirname "$0")/.."

# Name, and what `countersign simulate` is given.
datasets=(
  "tiny --seed 5 --days 28 --agencies 8 --attacks 5 --requests 240"
  "demo --seed 3 --days 150 --agencies 30 --attacks 12 --requests 4700"
  "reference --seed 17 --days 365 --agencies 80 --attacks 30 --requests 13200"
)

# The lines of a DATASET.md that state a digest are those that sha256sum itself would write.
digests() { grep -E '^[0-9a-f]{64}  ' "$1"; }

make_all() {
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  for entry in "${datasets[@]}"; do
    read -r -a words <<<"$entry"
    local name=${words[0]} made=$scratch/${words[0]}
    "$program" simulate "${words[@]:1}" --out "$made" --no-progress
    # Without name and time in the packed file, so that the same bytes pack to the same bytes.
    gzip -n -9 "$made/requests.jsonl" "$made/truth.csv"
    install -d "Datasets/$name"
    install -m 0644 "$made"/requests.jsonl.gz "$made"/truth.csv.gz "$made"/{labels,agencies,calendar}.csv \
      "Datasets/$name/"
    (cd "Datasets/$name" && sha256sum requests.jsonl.gz labels.csv truth.csv.gz agencies.csv calendar.csv)
  done
}

check_all() {
  for entry in "${datasets[@]}"; do
    local folder=Datasets/${entry%% *}
    [ "$(digests "$folder/DATASET.md" | wc -l)" -eq 5 ] || { echo "$folder/DATASET.md states no five digests." >&2; exit 1; }
    (cd "$folder" && digests DATASET.md | sha256sum --check --strict --quiet) || exit 1
    echo "$folder: as stated."
  done
}

case ${1:-} in
  make)
    [ $# -eq 2 ] || { sed -n 3p "$0" >&2; exit 2; }
    make_all
    ;;
  check) check_all ;;
  *) sed -n 3p "$0" >&2; exit 2 ;;
esac
