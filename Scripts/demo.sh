#!/usr/bin/env bash
# The demonstration: a fresh workspace, the demonstration log judged night by night, and the page of its last night.
# Usage: Scripts/demo.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/.."

program=$PWD/$1
workspace=Reports/demo
rm -rf "$workspace"
"$program" init "$workspace" --quiet

log=Datasets/demo/requests.jsonl.gz
labels=Datasets/demo/labels.csv
if [ ! -f "$log" ]; then
  echo "There is no $log: simulating a log instead."
  "$program" simulate --seed 7 --days 90 --agencies 40 --attacks 8 --out "$workspace/log" --no-progress
  log=$workspace/log/requests.jsonl
  labels=$workspace/log/labels.csv
fi

# What cron would do, all nights in one go; the verdicts act each from its own time on.
cd "$workspace"
"$program" nightly --no-progress --quiet "$OLDPWD/$log" --through 2000-01-01
"$program" label --file "$OLDPWD/$labels"
"$program" nightly --no-progress
echo
"$program" status
echo
"$program" queue | head -n 12
echo
last=$(ls -d Reports/*/ | sort | tail -n 1)
echo "Report: $workspace/${last}report.html"
