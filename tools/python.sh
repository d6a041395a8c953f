#!/bin/sh
# Prints the path of a Python that this project can use: 3.12 or newer, the one that .python-version names first.
# Looks at $PYTHON, the commands on the path, pyenv's folder and uv's. Exit 2 and one line when there is none.
set -u
top=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
wanted=3.12
[ -r "$top/.python-version" ] && read -r wanted <"$top/.python-version"
pyenv_versions="${PYENV_ROOT:-${HOME:-}/.pyenv}/versions"

have_uv() { uv --version >/dev/null 2>&1; }

without_pip=""
# The candidate's own path goes out when it is new enough and can make an environment.
try() {
    path=$("$1" -c 'import sys; print(sys.executable if sys.version_info >= (3, 12) else "")' 2>/dev/null) || return 0
    [ -n "$path" ] || return 0
    if have_uv || "$path" -c 'import ensurepip, venv' 2>/dev/null; then
        printf '%s\n' "$path"
        exit 0
    fi
    [ -n "$without_pip" ] || without_pip=$path
}

[ -n "${PYTHON:-}" ] && try "$PYTHON"
for version in "$wanted" 3.12 3.13 3.14; do
    try "python$version"
    for folder in "$pyenv_versions/$version" "$pyenv_versions/$version".*; do
        [ -x "$folder/bin/python" ] && try "$folder/bin/python"
    done
done
try python3
try python
if have_uv; then
    found=$(uv python find --no-project '>=3.12' 2>/dev/null) && try "$found"
fi

if [ -n "$without_pip" ]; then
    echo "$without_pip cannot make environments (no venv or ensurepip): install python3-venv (Debian, Ubuntu), or uv" >&2
else
    echo "no Python 3.12 or newer found: install one (apt install python3 python3-venv; brew install python@3.12;" \
        "pyenv install 3.12; uv python install 3.12; python.org), or say make PYTHON=/its/path" >&2
fi
exit 2
