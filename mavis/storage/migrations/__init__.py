"""The steps that made the database what it is, one frozen file a step.

A step is a file ``m0001_….py`` here with a function ``step(db)``, where ``db`` is the sqlite-utils database. A released
step is never changed: it uses no current model, only SQL and the names of its own day.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database as Connection


class Step(NamedTuple):
    """One change of the schema: its name, which is recorded, and what it does inside its own transaction."""

    name: str
    apply: Callable[[Connection], None]


@cache
def all_migrations() -> tuple[Step, ...]:
    """Every step, in the order of its number."""
    return tuple(Step(name, importlib.import_module(f"{__name__}.{name}").step) for name in step_names())


def step_names() -> list[str]:
    """The file names of the steps, in order, without their ending."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name.startswith("m"))
