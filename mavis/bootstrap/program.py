"""Mavis while it is locked: what the unlock screen needs, and nothing that is slow to load."""

from __future__ import annotations

from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Role
from mavis.domain.errors import UserError
from mavis.services.access import Access
from mavis.services.pins import Pins
from mavis.services.preferences import Preferences
from mavis.system.clock import utc_now
from mavis.system.ids import id_maker
from mavis.system.logs import start_log, stop_log
from mavis.system.paths import data_folder, make_data_folder
from mavis.system.single_instance import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mavis.bootstrap.laptop import Laptop
    from mavis.bootstrap.session import Session
    from mavis.domain.reference import ReferenceData
    from mavis.services.access import Tile
    from mavis.services.training import Training
    from mavis.storage.backup import Backup
    from mavis.storage.database_key import DatabaseKey
    from mavis.storage.keys import Vault
    from mavis.storage.verify import Check
    from mavis.system.clock import Clock
    from mavis.system.ids import NewId
    from mavis.system.paths import DataFolder
    from mavis.system.settings import Settings


def open_program(
    data_dir: Path | None = None,
    *,
    clock: Clock = utc_now,
    new_id: NewId | None = None,
    vault: Callable[[Path], Vault] | None = None,
) -> Program:
    """Check and make the data folder, take the place of the one running Mavis, start the log: locked, ready to unlock.

    Args:
        data_dir: where the data lie; the system's own place for data when left out.
        clock: tells the present instant.
        new_id: makes ids; version 7 UUIDs of the clock when left out.
        vault: makes the keeper of the keys of a folder; the real one, with dear guesses, when left out.

    Raises:
        UserError: the folder lies where names may leave the laptop, or a reference file is broken.
        StorageError: Mavis runs already, or the disk refuses.
    """
    folder = data_folder(data_dir)
    make_data_folder(folder)
    lock = FileLock(folder.lock)
    lock.acquire()
    try:
        return Program(folder, lock, clock, new_id or id_maker(clock), vault or _real_vault)
    except BaseException:
        lock.release()
        raise


class Program:
    """Mavis on this laptop, locked: nothing here can read a record.

    ``reference`` is the scheme's data: its own files in ``reference_folder`` beside the records, else the shipped.
    """

    def __init__(
        self, paths: DataFolder, lock: FileLock, clock: Clock, new_id: NewId, vault: Callable[[Path], Vault]
    ) -> None:
        """Build what the unlock screen needs; ``open_program`` has checked the folder."""
        self.paths = paths
        self.clock = clock
        self.new_id = new_id
        self.reference_folder = paths.root / "reference"
        self.preferences = Preferences(paths.settings)
        self.vault = partial(vault, paths.root)
        make_records = partial(_make_records, paths.database, clock)
        self.access = Access(paths, self.preferences, new_id, self.vault, make_records, Pins(clock))
        self.training: Training | None = None
        """The lesson, where this is training and ``open_training`` has opened it."""
        self._lock = lock
        start_log(paths.log)

    @cached_property
    def reference(self) -> ReferenceData:
        """The scheme's own data; read when first needed, after the unlock screen is painted.

        Raises:
            UserError: a reference file is broken.
        """
        found: ReferenceData = import_module("mavis.system.reference").load_reference(self.reference_folder)
        return found

    @property
    def settings(self) -> Settings:
        """The settings as they are now; ``preferences.change`` changes them."""
        return self.preferences.current

    def unlock(self, person_id: str, passphrase: str, pin: str = "") -> Session:
        """Open the records for a person who knows their passphrase; with ``pin`` they may take over by it tonight.

        Raises:
            UserError: wrong, too soon after wrong guesses, no good PIN, or no rights any more.
            StorageError: the records are missing, damaged, locked or too new.
        """
        key = self.access.unlock(person_id, passphrase, pin)
        return self._session(key, lambda tile: tile.id == person_id)

    def take_over(self, session: Session, person_id: str, pin: str) -> Session:
        """The records that are open already, for another person who has a PIN tonight; no key is derived.

        The session of the person before is not to be used or closed afterwards: the new one has its database.

        Raises:
            UserError: no PIN, a wrong one, too soon after a wrong one, or no rights any more.
            StorageError: Mavis is locked, or the disk refuses.
        """
        self.access.pins.check(person_id, pin)
        return self._hand_on(session, person_id)

    def take_over_with_passphrase(self, session: Session, person_id: str, passphrase: str, pin: str = "") -> Session:
        """As ``take_over``, for a person without a PIN; with ``pin`` they have it from now on.

        Raises:
            UserError: wrong, too soon after wrong guesses, no good PIN, or no rights any more.
            StorageError: Mavis is locked, or the disk refuses.
        """
        self.access.unlock(person_id, passphrase, pin).drop()
        return self._hand_on(session, person_id)

    def unlock_with_recovery(self, code: str) -> Session:
        """Open the records with the printed code, as the first coordinator, who then sets a new passphrase.

        Raises:
            UserError: mistyped or wrong.
            StorageError: the records are missing, damaged, locked or too new.
        """
        key = self.access.unlock_with_recovery(code)
        return self._session(key, lambda tile: tile.role is Role.COORDINATOR)

    def verify(self, person_id: str, passphrase: str) -> tuple[Check, ...]:
        """Look at header, pages, schema, trail, each record and backups without changing anything; damage is an answer.

        Raises:
            UserError: wrong passphrase, or too soon after wrong guesses.
        """
        key = self.access.unlock(person_id, passphrase)
        try:
            checks: tuple[Check, ...] = import_module("mavis.services.checks").check_records(self.paths, key)
        finally:
            key.drop()
        return checks

    def bring_back_keys(self) -> bool:
        """Take the keys of the newest backup where those of this folder are damaged or gone; False: they are sound.

        Raises:
            StorageError: there is no backup, its keys are damaged as well, or the disk refuses.
        """
        brought: bool = import_module("mavis.services.restoring").bring_back_keys(self.paths)
        return brought

    def bring_back_records(self, person_id: str, passphrase: str) -> tuple[Backup, Path] | None:
        """Go back to the newest sound backup where the records are damaged or gone; None: they are sound.

        The folder that is told with the backup keeps what was there before.

        Raises:
            UserError: wrong passphrase, or too soon after wrong guesses.
            StorageError: there is no backup, none is sound, or the disk refuses; nothing was changed.
        """
        key = self.access.unlock(person_id, passphrase)
        try:
            restoring = import_module("mavis.services.restoring")
            brought: tuple[Backup, Path] | None = restoring.bring_back_records(self.paths, key, self.clock())
        finally:
            key.drop()
        return brought

    def close(self) -> None:
        """Let the next Mavis start; twice is fine."""
        stop_log(self.paths.log)
        self._lock.release()

    def _session(self, key: DatabaseKey, is_meant: Callable[[Tile], bool]) -> Session:
        try:
            tile = next(filter(is_meant, self.access.people()), None)
            if tile is None:
                raise UserError("person_has_no_key")
            session: Session = import_module("mavis.bootstrap.session").open_session(self._laptop(), tile, key)
        except BaseException:
            key.drop()
            raise
        return session

    def _hand_on(self, session: Session, person_id: str) -> Session:
        tile = next((tile for tile in self.access.people() if tile.id == person_id), None)
        if tile is None:
            self.access.pins.forget(person_id)
            raise UserError("person_has_no_key")
        return session.hand_on(self._laptop(), tile)

    def _laptop(self) -> Laptop:
        from mavis.bootstrap.laptop import Laptop

        return Laptop(
            self.paths,
            self.settings,
            self.reference,
            self.reference_folder,
            self.clock,
            self.new_id,
            self.vault(),
            self.access.pins,
        )


def _real_vault(folder: Path) -> Vault:
    vault: Vault = import_module("mavis.storage.keys").Vault(folder)
    return vault


def _make_records(path: Path, clock: Clock, key: DatabaseKey, coordinator: Tile) -> None:
    import_module("mavis.bootstrap.session").make_records(path, clock, key, coordinator)
