#!/usr/bin/env bash
# Installs the Debian packages that Countersign builds on: only those that are missing, without asking anything.
set -euo pipefail

packages=(
  pkg-config        # finds zlib, zstd and libpsl for the package manager
  libstdc++-12-dev  # the C++ headers that the simdjson shim is compiled against
  libsimdjson-dev   # JSON
  zlib1g-dev        # .gz
  libzstd-dev       # .zst
  libpsl-dev        # registrable domains
  libicu-dev        # look-alike characters
  libstemmer-dev    # word stems in six languages
  libsqlite3-dev    # the store
)

missing=()
for name in "${packages[@]}"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$name")
done

# Any BLAS and LAPACK with the C interface will do; OpenBLAS is taken where there is none.
has_blas=no
for name in libopenblas-pthread-dev libopenblas-openmp-dev libopenblas-serial-dev; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null || true)
  [ "$state" = installed ] && has_blas=yes
done
reference=$(dpkg-query --show --showformat='${db:Status-Status} ' libblas-dev liblapack-dev 2>/dev/null || true)
[ "$reference" = "installed installed " ] && has_blas=yes
[ $has_blas = yes ] || missing+=(libopenblas-dev)

[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "These Debian packages are missing: ${missing[*]}" >&2
    echo "Install them and start again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo -n)
fi

echo "Installing: ${missing[*]}"
install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends)
# The lists of a fresh machine may be empty or old: they are read anew first, and a mirror that is away is not yet fatal.
"${as_root[@]}" apt-get update -q || echo "apt-get update failed; trying with the lists at hand." >&2
"${install[@]}" "${missing[@]}"
