"""Import a library without the heavy ones that it would take along merely because they are installed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from types import ModuleType


@contextmanager
def leaving_out(*names: str) -> Iterator[None]:
    """Inside, the named modules cannot be imported; afterwards everything is as it was.

    sqlite-utils and openpyxl load pandas or numpy where they find them, as in the environment of a developer. Mavis
    hands neither of them such values; left in, they cost half a second of the start and tens of megabytes.
    """
    kept = {name: sys.modules[name] for name in names if name in sys.modules}
    loaded = cast("MutableMapping[str, ModuleType | None]", sys.modules)
    loaded.update(dict.fromkeys(names))
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]
        sys.modules.update(kept)
