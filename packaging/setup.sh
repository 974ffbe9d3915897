#!/bin/sh
# Make this checkout ready: system packages, virtual environment, pinned requirements, the `mavis` command.
# Usage: packaging/setup.sh run|dev     A second run finds nothing to do and takes well under a second.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-run}

for_run="python3 python3-venv python3-pip libglib2.0-0 libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
for_tests="git xvfb xauth at-spi2-core dbus gir1.2-atspi-2.0 python3-gi strace poppler-utils cups printer-driver-cups-pdf"

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

# Run a command whose talk is of interest only when it fails: it goes to build/setup.log.
quietly() {
    "$@" >>build/setup.log 2>&1 </dev/null || {
        tail -n 30 build/setup.log >&2
        return 1
    }
}

# The packages of the list that Debian has not installed, one on a line.
missing() {
    for package in "$@"; do
        case $installed in
        *" $package "*) ;;
        *) printf '%s\n' "$package" ;;
        esac
    done
}

install_system_packages() {
    command -v dpkg-query >/dev/null || return 0 # not a Debian: the manual names the libraries
    installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | tr '\n' ' ') "
    # shellcheck disable=SC2086 # the list is words
    lacking=$(missing $packages | tr '\n' ' ' | sed 's, $,,')
    [ -n "$lacking" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        root=""
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        root="sudo"
    else
        ask="su -c"
        command -v sudo >/dev/null && ask="sudo sh -c"
        stop "Mavis needs some system packages, and only an administrator can install them. Type this, then try again:
  $ask 'apt-get update && apt-get install --no-install-recommends $lacking'"
    fi
    say "Installing system packages: $lacking"
    quietly $root apt-get update -qq || say "Not every package list could be read; going on with those that could."
    # shellcheck disable=SC2086
    quietly $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $lacking ||
        stop "The system packages could not be installed. Look at the lines above, then try again."
}

make_environment() {
    .venv/bin/python -c '' 2>/dev/null && return 0
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "Mavis needs Python 3.11 or newer; this is $(python3 --version)."
    say "Making the virtual environment"
    quietly python3 -m venv --clear .venv
}

# Install requirements/$1.txt unless the stamp of the last time says that nothing changed.
install_requirements() {
    sum=$(cksum <"requirements/$1.txt")
    [ "$(cat ".venv/$1.stamp" 2>/dev/null)" = "$sum" ] && return 0
    say "Installing requirements/$1.txt"
    quietly .venv/bin/python -m pip install --disable-pip-version-check --no-deps --require-hashes \
        --only-binary :all: --requirement "requirements/$1.txt" ||
        stop "The requirements could not be installed. Check the network, then try again."
    printf '%s\n' "$sum" >".venv/$1.stamp"
}

# The command runs the source as it lies here; there is nothing to build.
install_command() {
    [ "$(sed -n '1s/^#!//p' .venv/bin/mavis 2>/dev/null)" = "$PWD/.venv/bin/python" ] && return 0
    printf '%s\n' "$PWD" >"$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/mavis.pth"
    printf '#!%s\nimport sys\n\nfrom mavis.__main__ import main\n\nsys.exit(main())\n' \
        "$PWD/.venv/bin/python" >.venv/bin/mavis
    chmod +x .venv/bin/mavis
}

case $kind in
run) packages=$for_run ;;
dev) packages="$for_run $for_tests" ;;
*) stop "Usage: packaging/setup.sh run|dev" ;;
esac

mkdir -p build
install_system_packages
make_environment
install_requirements run
[ "$kind" = run ] || install_requirements dev
install_command
