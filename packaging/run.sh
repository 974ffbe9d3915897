#!/bin/sh
# Open Mavis. Without a display, say so and play a whole night through the real windows, unseen.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m mavis "$@"
fi

echo "There is no display here, so Mavis plays a whole night unseen. The papers will lie in build/night."
mkdir -p build
QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m mavis demo --out build/night
