"""Whether the fault tests run in their long form, as `make soak` asks for."""

from __future__ import annotations

import os

SOAK = bool(os.environ.get("MAVIS_SOAK"))
