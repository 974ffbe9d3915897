"""Import a library without the heavy ones that it would take along merely because they are installed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, MutableMapping


@contextmanager
def leaving_out(*names: str) -> Iterator[None]:
    """Inside, the named modules cannot be imported; afterwards everything is as it was.

    sqlite-utils and openpyxl load pandas or numpy where they find them, as in the environment of a developer. Mavis
    hands neither of them such values; left in, they cost half a second of the start and tens of megabytes.
    """
    with _instead(dict.fromkeys(names)):
        yield


@contextmanager
def merely_named(*names: str) -> Iterator[None]:
    """Inside, the named modules can be imported and whatever they hold can be named and called, to no effect.

    sqlite-utils names click, pluggy and dateutil for the sake of its own command line, which Mavis does not have; they
    would take four megabytes for as long as Mavis runs. Afterwards everything is as it was, and whoever calls what was
    only named gets a ``LookupError``.
    """
    named = {name: _Named(name) for name in names}
    try:
        with _instead(named):
            yield
    finally:
        for one in named.values():
            one.is_over = True


class _Named(ModuleType):
    """A module of which only the name is needed: each of its parts is the module itself."""

    is_over = False

    def __getattr__(self, part: str) -> _Named:
        if part.startswith("__"):
            raise AttributeError(part)
        return self

    def __call__(self, *_arguments: object) -> _Named:
        if self.is_over:
            raise LookupError(self.__name__)
        return self


@contextmanager
def _instead(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """Inside, these modules are the ones that are imported by their names; None cannot be imported."""
    kept = {name: sys.modules[name] for name in modules if name in sys.modules}
    loaded = cast("MutableMapping[str, ModuleType | None]", sys.modules)
    loaded.update(modules)
    try:
        yield
    finally:
        for name in modules:
            del sys.modules[name]
        sys.modules.update(kept)
