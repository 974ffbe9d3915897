#!/bin/sh
# Write requirements/*.txt anew from pyproject.toml: each package at one version, each file known by its hash.
# The machine's own pip settings are left aside, so that no place of this machine enters the files.
set -eu
cd "$(dirname "$0")/.."
unset PIP_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_TRUSTED_HOST
export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock"

lock() {
    out=$1
    shift
    .venv/bin/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras --upgrade --no-annotate \
        --no-emit-find-links --no-emit-index-url --no-emit-trusted-host --output-file "requirements/$out" "$@" pyproject.toml
}

lock run.txt
lock dev.txt --extra dev --constraint requirements/run.txt
