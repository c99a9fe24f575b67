#!/usr/bin/env bash
# Runs a Python script in the benchmarks' virtual environment, making the environment first where it is absent.
set -eu
venv=${COUNTERSIGN_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/countersign-venv}
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet numpy scipy scikit-learn pandas pyod
fi
# The program takes every variable of its name for a setting.
unset COUNTERSIGN_VENV
exec "$venv/bin/python" "$@"
