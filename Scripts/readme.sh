#!/usr/bin/env bash
# The outputs that the README shows, made from the workspace that `make demo` leaves: compared, or written anew.
# A line `<!-- shows: COMMAND -->` stands before each block; the block shows the command and what it prints.
# Usage: Scripts/readme.sh check|update PROGRAM
set -euo pipefail
mode=${1:-}
program=$(realpath -- "${2:-.}")
case $mode in check | update) ;; *) sed -n 4p "$0" >&2; exit 2 ;; esac
cd "$(dirname "$0")/.."
[ -d Reports/demo ] || { echo "Reports/demo is missing: run make demo first." >&2; exit 1; }

countersign() { "$program" "$@"; }
made=$(mktemp)
trap 'rm -f "$made"' EXIT

# 0 outside a block that is made, 1 after its marker, 2 inside.
state=0
command=
while IFS= read -r line; do
  if [ $state -eq 2 ]; then
    [ "$line" = '```' ] && { state=0; printf '%s\n' "$line"; }
    continue
  fi
  printf '%s\n' "$line"
  if [[ $line =~ ^'<!-- shows: '(.*)' -->'$ ]]; then
    command=${BASH_REMATCH[1]}
    state=1
  elif [ $state -eq 1 ] && [ "$line" = '```' ]; then
    # What follows a pipe only shortens the output; readers see the command alone, and that something is left out.
    printf '$ %s\n' "${command%% | *}"
    (cd Reports/demo && eval "$command")
    [ "$command" = "${command%% | *}" ] || echo '…'
    state=2
  fi
done <README.md >"$made"

if [ "$mode" = update ]; then
  cat "$made" >README.md
elif ! diff -u README.md "$made"; then
  echo "The README shows what is no longer so. If the change was meant: make readme" >&2
  exit 1
fi
