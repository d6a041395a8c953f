#!/bin/sh
# Writes requirements/*.txt anew from pyproject.toml, for all platforms and every Python from 3.12 on.
# Pins stay as they are where they still fit; tools/lock.sh --upgrade looks for newer releases of everything.
set -eu
cd -- "$(dirname -- "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
uv=uv
if ! uv --version >/dev/null 2>&1; then
    python=$(tools/python.sh) || exit 2
    "$python" -m venv "$scratch/venv"
    "$scratch/venv/bin/python" -m pip install -qq uv
    uv=$scratch/venv/bin/uv
fi

lock() {
    name=$1
    shift
    echo "locking requirements/$name.txt …" >&2
    "$uv" pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-annotate \
        --custom-compile-command "make lock" --output-file "requirements/$name.txt" \
        "$@" pyproject.toml requirements/build.in >/dev/null
}

lock full --extra app --extra cluster --extra discover --extra optimise --extra test "$@"
lock core --extra app --constraint requirements/full.txt
# Mesa's visualisation needs a starlette before 1.0; everything else is as in the full lock.
grep '==' requirements/full.txt | grep -v '^starlette==' | sed 's/ *\\$//' >"$scratch/constraints.txt"
lock viz --extra app --extra viz --constraint "$scratch/constraints.txt"
