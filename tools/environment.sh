#!/bin/sh
# Makes .venv hold one lock and the project: tools/environment.sh core|full
# The stamp is written last, so that an interrupted call is repaired by the next one. uv is used where it runs.
set -eu
lock=$1
cd -- "$(dirname -- "$0")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1

stamp() { # the name of what was installed from these files
    name=$1
    shift
    echo ".venv/.$name-$(cat "$@" | cksum | cut -d ' ' -f 1)"
}
this=$(stamp "$lock" "requirements/$lock.txt")
full=$(stamp full requirements/full.txt) # it holds all that the core lock does, in the same versions
project=$(stamp project pyproject.toml setup.py)
runs() { .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }
has_lock() { [ -e "$this" ] || [ -e "$full" ]; }
say() { printf '%s\n' "$*" >&2; }

if has_lock && [ -e "$project" ] && runs; then exit 0; fi

maker=.venv/.being-made-by
if [ -e "$maker" ]; then
    other=$(cat "$maker")
    if [ -n "$other" ] && kill -0 "$other" 2>/dev/null; then
        say "waiting for process $other, which is making .venv …"
        while [ -e "$maker" ] && kill -0 "$other" 2>/dev/null; do sleep 1; done
        exec "$0" "$lock"
    fi
    say "an earlier call was interrupted: making .venv anew"
    rm -rf .venv
fi

uv=no
if uv --version >/dev/null 2>&1; then uv=yes; fi
can_install() { [ $uv = yes ] || .venv/bin/python -m pip --version >/dev/null 2>&1; }
install() {
    if [ $uv = yes ]; then uv pip install --quiet --python .venv/bin/python "$@"
    else .venv/bin/python -m pip install -qq "$@"; fi
}

started=$(date +%s)
if ! runs || ! can_install; then
    python=$(tools/python.sh) || exit 2
    say "creating .venv ($("$python" --version)) …"
    rm -rf .venv
    mkdir .venv
    echo $$ >"$maker"
    if [ $uv = yes ]; then uv venv --quiet --allow-existing --python "$python" .venv
    else "$python" -m venv .venv; fi
fi
echo $$ >"$maker"
if ! has_lock; then
    rm -f .venv/.core-* .venv/.full-*
    say "installing $(grep -c == "requirements/$lock.txt") packages from requirements/$lock.txt …"
    install --require-hashes --only-binary :all: -r "requirements/$lock.txt"
    : >"$this"
fi
rm -f "$maker" .venv/.project-*
install --no-deps --no-build-isolation -e .
: >"$project"
say "environment ready after $(($(date +%s) - started)) s"
