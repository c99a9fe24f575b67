#!/usr/bin/env bash
# Writes the manual pages and shell completions of a built program below a share folder.
# Usage: Scripts/install-pages.sh PROGRAM SHARE
set -euo pipefail
program=$(realpath -- "$1")
share=$2

"$program" manual --out "$share/man/man1"
completions=(
  "bash bash-completion/completions countersign"
  "zsh zsh/site-functions _countersign"
  "fish fish/vendor_completions.d countersign.fish"
)
for entry in "${completions[@]}"; do
  read -r shell folder name <<<"$entry"
  install -d "$share/$folder"
  "$program" --generate-completion-script "$shell" >"$share/$folder/$name"
  chmod 0644 "$share/$folder/$name"
done
echo "Manual pages and completions: $share"
