"""Bringing a database up to the present: what is pending, refusing a newer one, applying the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.storage.engine import new_migrations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database as Connection
    from sqlite_utils.migrations import Migrations

    from mavis.storage.migrations import Step

_SET_NAME = "mavis"


def pending(connection: Connection, steps: Sequence[Step]) -> list[str]:
    """The names of the steps that this database still needs, in order; only reads.

    Raises:
        StorageError: the database has taken a step that this program does not know: a newer Mavis made it.
    """
    done = set(applied(connection))
    if done - {step.name for step in steps}:
        raise StorageError("database_newer")
    return [step.name for step in steps if step.name not in done]


def applied(connection: Connection) -> list[str]:
    """The names of the steps that this database has taken, in order; only reads."""
    return [step.name for step in new_migrations(_SET_NAME).applied(connection)]


def migrate(connection: Connection, steps: Sequence[Step]) -> None:
    """Take each pending step in one transaction with its record; a step that fails leaves no trace."""
    _register(steps).apply(connection)


def _register(steps: Sequence[Step]) -> Migrations:
    migrations = new_migrations(_SET_NAME)
    for step in steps:
        migrations(name=step.name)(step.apply)
    return migrations
