#!/usr/bin/env bash
# The demonstration: a fresh workspace, half a year of simulated requests judged night by night, and its reports.
# Usage: Scripts/demo.sh PROGRAM
set -euo pipefail
program=$(realpath -- "$1")
cd "$(dirname "$0")/.."
log=$PWD/Datasets/demo/requests.jsonl.gz
labels=$PWD/Datasets/demo/labels.csv
beside=$PWD/Datasets/demo

workspace=Reports/demo
rm -rf "$workspace"
"$program" init "$workspace" --quiet
cd "$workspace"
# The directory knows whom to call; the calendar, which days are holidays.
cp "$beside/agencies.csv" "$beside/calendar.csv" .
sed -i 's/^# agency_directory:.*/agency_directory: agencies.csv/; s/^# calendar:.*/calendar: calendar.csv/' countersign.yaml
# Every night's state is kept, so that its alerts can be explained in full.
sed -i 's/^# late_days:.*/late_days: 200/' countersign.yaml
# What cron would do, every night in one go. The verdicts come first: each acts from its own time on all the same.
"$program" ingest "$log" --no-progress
"$program" label --file "$labels"
last=$("$program" status --json | sed -n 's/.*"last_read_night": *"\([0-9-]*\)".*/\1/p')
"$program" nightly --through "$last" --quiet --no-progress

# The night with most alerts; among equals the latest. The first line of its table is a heading.
busiest=
most=-1
for night in Reports/20??-??-??; do
  alerts=$(wc -l <"$night/alerts.csv")
  if [ "$alerts" -ge "$most" ]; then
    most=$alerts
    busiest=${night#Reports/}
  fi
done
weekly=$("$program" report weekly --date "$busiest" --quiet)

echo
"$program" status
echo
echo "Alerts that await a call-back, heaviest first:"
# The whole table is read, so that no writer meets a closed pipe.
"$program" queue | sed -n 1,11p
echo
echo "The night with most alerts:  $workspace/Reports/$busiest/report.html"
echo "The week that ends with it:  $workspace/$weekly"
