"""The way in, while everything is locked: first set-up, who may unlock, and the key for whoever can."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from mavis.domain.access.pin import check_pin
from mavis.domain.access.roles import Actor, Role
from mavis.domain.errors import StorageError, UserError
from mavis.storage.slots import FILE_NAME, Holder, has_vault, people
from mavis.system.files import file_failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.services.people import People
    from mavis.services.pins import Pins
    from mavis.services.preferences import Preferences
    from mavis.storage.database_key import DatabaseKey
    from mavis.storage.keys import Vault
    from mavis.system.ids import NewId
    from mavis.system.paths import DataFolder


class Tile(NamedTuple):
    """A person on the unlock screen; the role is for show, rights come from the records."""

    id: str
    name: str
    role: Role


class Unlocked(Protocol):
    """What a signed-in session offers here."""

    actor: Actor
    people: People


class Access:
    """The lock of one data folder."""

    def __init__(
        self,
        folder: DataFolder,
        preferences: Preferences,
        new_id: NewId,
        vault: Callable[[], Vault],
        make_records: Callable[[DatabaseKey, Tile], None],
        pins: Pins,
    ) -> None:
        """``vault`` makes the keeper of the keys, ``make_records`` the database; so their libraries load late."""
        self.pins = pins
        self._folder = folder
        self._preferences = preferences
        self._new_id = new_id
        self._vault = vault
        self._make_records = make_records

    @property
    def scheme(self) -> str:
        """The name of the scheme; empty before set-up."""
        return self._preferences.current.scheme

    def is_set_up(self) -> bool:
        """Whether somebody has set up Mavis in this folder; a set-up that a crash cut short is begun again.

        Records without keys were set up: nobody is to begin anew beside them.
        """
        if not has_vault(self._folder.root):
            return self._folder.database.exists()
        return not self._is_half_made()

    def people(self) -> tuple[Tile, ...]:
        """Who may unlock, in the order they were added.

        Raises:
            StorageError: the slot file is missing or damaged.
        """
        try:
            return tuple(Tile(held.person_id, held.name, Role(held.role)) for held in people(self._folder.root))
        except ValueError as no_role:
            raise StorageError("keys_damaged") from no_role

    def create(self, scheme: str, coordinator_name: str, passphrase: str) -> str:
        """Set up Mavis: keys, an empty encrypted database, the first coordinator. Returns the recovery code, once.

        Raises:
            UserError: a name is missing, or the passphrase too short.
            StorageError: somebody has set it up before, or the disk refuses.
        """
        if not scheme.strip() or not coordinator_name.strip():
            raise UserError("name_missing")
        if self._folder.database.exists():
            raise StorageError("database_exists")
        if self._is_half_made():
            self._take_back()
        coordinator = Tile(self._new_id(), coordinator_name.strip(), Role.COORDINATOR)
        holder = Holder(coordinator.id, coordinator.name, coordinator.role.value)
        self._preferences.change(scheme=scheme.strip())
        key, code = self._vault().create(holder, passphrase)
        try:
            self._make_records(key, coordinator)
        except StorageError:
            self._take_back()
            raise
        finally:
            key.drop()
        return code

    def wait_seconds(self) -> int:
        """How long until the next guess is allowed; 0 when it is allowed now."""
        return self._vault().wait_seconds()

    def unlock(self, person_id: str, passphrase: str, pin: str = "") -> DatabaseKey:
        """The key of the database, for a person who knows their passphrase; with ``pin`` they have that PIN tonight.

        Raises:
            UserError: wrong, too soon after wrong guesses (the fact ``seconds``), or no good PIN.
            StorageError: the slot file is missing or damaged.
        """
        if pin:
            check_pin(pin)
        key = self._vault().unlock(person_id, passphrase)
        self.pins.vouch(person_id)
        if pin:
            self.pins.keep(person_id, pin)
        return key

    def unlock_with_recovery(self, code: str) -> DatabaseKey:
        """The key of the database, for whoever holds the printed code.

        Raises:
            UserError: mistyped, not the code of these records, or too soon after wrong guesses.
        """
        return self._vault().unlock_with_recovery(code)

    def _take_back(self) -> None:
        """Remove what a set-up left that did not come to its end: nobody holds its recovery code."""
        records = self._folder.root.glob(f"{self._folder.database.name}*")
        try:
            for path in (*records, self._folder.root / FILE_NAME):
                path.unlink(missing_ok=True)
        except OSError as failure:
            raise file_failure(failure) from failure

    def _is_half_made(self) -> bool:
        """Keys without records and without any backup open nothing: the set-up never came to its end."""
        made = self._folder.database.exists() or any(self._folder.backups.glob("*.db"))
        return has_vault(self._folder.root) and not made
