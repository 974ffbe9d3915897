"""Qt for Python without its signatures, until somebody asks for one.

To tell a programmer which arguments a call of Qt takes, PySide unpacks, compiles and runs a dozen modules of Python
each time it is imported: a third of the start of a bare window, for a line that a program without a wrong call never
reads. Here they wait for the first wrong call, or the first look at a signature, and then answer as ever. What PySide
does with every import after its own is left out: it reads the source of each module and keeps it, to learn whether the
module might ask for names with underscores, and Mavis never asks.

docs/adr/0013-starting.md says what this saves, and what it leans on.
"""

from __future__ import annotations

import builtins
import sys
from functools import cached_property, partial
from importlib import import_module
from importlib.util import module_from_spec
from types import SimpleNamespace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_PACKAGE = "shibokensupport.signature"
_LOADER = f"{_PACKAGE}.loader"
_MAPPING = f"{_PACKAGE}.mapping"


@runtime_checkable
class Finder(Protocol):
    """What PySide puts before all other finders while it imports its signatures, which lie packed in its library."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """Where a module lies; None for one that is not of the signatures."""

    def exec_module(self, module: ModuleType) -> None:
        """Compile the module and run it."""


class LateSignatures:
    """Stands for the module that loads PySide's signatures, and loads it when a function of it is called."""

    def __init__(self, finder: Finder, names: ModuleType) -> None:
        """Take its place, and that of ``names``, the one module among them that PySide looks up by itself."""
        self._finder = finder
        self._names = names
        vars(names)["update_mapping"] = self._update
        sys.modules[_MAPPING] = names

    def __getattr__(self, name: str) -> Callable[..., object]:
        """The function of that name in the real module, which is loaded when the function is called."""
        return partial(self._ask, name)

    def finish_import(self, module: ModuleType) -> None:
        """Add nothing to a module of Qt: what PySide adds is for programs that use what is deprecated."""

    def post_init(self) -> None:
        """Leave Python's import as it is."""

    @cached_property
    def _real(self) -> ModuleType:
        sys.meta_path.insert(0, self._finder)
        try:
            import_module(_PACKAGE)
            self._finder.exec_module(self._names)
            return import_module(_LOADER)
        finally:
            sys.meta_path.remove(self._finder)

    def _ask(self, name: str, *arguments: object, **keywords: object) -> object:
        return getattr(self._real, name)(*arguments, **keywords)

    def _update(self) -> object:
        """Ask for the names among which PySide looks for a function that was called wrongly."""
        return self._real and self._names.update_mapping()


def import_qt() -> None:
    """Import the core of Qt. Where it has been imported already, only the imports that follow are left alone."""
    python: Callable[..., object] = getattr(builtins, "__orig_import__", builtins.__import__)

    def importing(name: str, *where: object, **named: object) -> object:
        if name == _PACKAGE and isinstance(finder := sys.meta_path[0], Finder):
            names = finder.find_spec(_MAPPING, None)
            if names:
                return SimpleNamespace(loader=LateSignatures(finder, module_from_spec(names)))
        return python(name, *where, **named)

    vars(builtins)["__import__"] = importing
    try:
        import_module("PySide6.QtCore")
    finally:
        vars(builtins)["__import__"] = python
