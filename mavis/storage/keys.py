"""The vault: one random database key, sealed for each person's passphrase and for the printed recovery code.

A passphrase becomes a key through Argon2id; XChaCha20-Poly1305 seals the database key with it, and with the slot's
own data as associated data, so that a slot moved to another person, another vault or a cheaper cost does not open.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as SodiumError
from nacl.pwhash import argon2id
from nacl.secret import Aead

from mavis.domain.access.passphrase import check_passphrase, prepared
from mavis.domain.errors import StorageError, UserError
from mavis.storage.database_key import KEY_BYTES, DatabaseKey
from mavis.storage.recovery_code import new_recovery_code, read_recovery_code
from mavis.storage.slots import RECOVERY, Holder, Slot, SlotFile, has_vault, read_slots, write_slots
from mavis.storage.throttle import Throttle
from mavis.system.digests import secrets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MOST_OPERATIONS = 20
_MOST_MEMORY = 2**30


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess is made by Argon2id: passes over so many bytes of memory."""

    operations: int
    memory_bytes: int


MODERATE = Cost(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)
"""256 MB and 3 passes: about a second on the laptop of the bus."""


class Vault:
    """The keys of one data folder. Every guess at a passphrase goes through the throttle; there is no other way in."""

    def __init__(
        self,
        folder: Path,
        cost: Cost = MODERATE,
        throttle: Throttle | None = None,
        new_code: Callable[[], str] = new_recovery_code,
    ) -> None:
        """Use the folder; the cost is for new slots, old ones keep the cost they were made with."""
        self._folder = folder
        self._cost = cost
        self._new_code = new_code
        self._throttle = throttle or Throttle(folder / "guesses.json")

    def create(self, holder: Holder, passphrase: str) -> tuple[DatabaseKey, str]:
        """Make the vault with its first person; returns the new database key and the recovery code, shown once.

        Raises:
            UserError: the passphrase is too short.
            StorageError: there is a vault already, or the disk refuses.
        """
        check_passphrase(passphrase)
        if has_vault(self._folder):
            raise StorageError("database_exists")
        key, code = DatabaseKey.random(), self._new_code()
        empty = SlotFile(secrets.token_hex(16), ())
        first = empty.with_slot(self._sealed(empty.vault_id, holder, passphrase, key))
        write_slots(self._folder, first.with_slot(self._sealed(empty.vault_id, _PAPER, code, key)))
        return key, code

    def wait_seconds(self) -> int:
        """How long until the next guess is allowed; 0 when it is allowed now."""
        return self._throttle.wait_seconds()

    def unlock(self, person_id: str, passphrase: str) -> DatabaseKey:
        """The database key, for the person who knows their passphrase.

        Raises:
            UserError: wrong, or too soon after wrong guesses (the fact ``seconds``).
            StorageError: the slot file is missing or damaged.
        """
        slots = read_slots(self._folder)
        slot = slots.slot(person_id)
        if slot is None:
            raise UserError("person_has_no_key")
        with self._throttle.guess(person_id):
            return _opened(slots.vault_id, slot, passphrase, "passphrase_wrong")

    def unlock_with_recovery(self, typed: str) -> DatabaseKey:
        """The database key, for whoever holds the paper; a slip in typing is told before it counts as a guess.

        Raises:
            UserError: mistyped, another vault's code, or too soon after wrong guesses.
            StorageError: the slot file is missing or damaged.
        """
        code = read_recovery_code(typed)
        slots = read_slots(self._folder)
        slot = slots.slot(RECOVERY)
        if slot is None:
            raise StorageError("keys_damaged")
        with self._throttle.guess(RECOVERY):
            return _opened(slots.vault_id, slot, code, "recovery_code_wrong")

    def set_passphrase(self, key: DatabaseKey, holder: Holder, passphrase: str) -> None:
        """Give a person a passphrase, their first or a new one; needs the key, so someone has unlocked.

        Raises:
            UserError: the passphrase is too short.
            StorageError: the disk refuses; the old slots are untouched.
        """
        check_passphrase(passphrase)
        self._put(key, holder, passphrase)

    def new_recovery_code(self, key: DatabaseKey) -> str:
        """Make the paper that is out there useless and return the code for a new one, shown once."""
        code = self._new_code()
        self._put(key, _PAPER, code)
        return code

    def remove(self, person_id: str) -> None:
        """Take a person's passphrase away; one who saw the database key itself is kept out only by a new key.

        Raises:
            UserError: they are the last one who could unlock.
        """
        slots = read_slots(self._folder).without_slot(person_id)
        if not slots.people():
            raise UserError("last_key")
        write_slots(self._folder, slots)

    def _put(self, key: DatabaseKey, holder: Holder, passphrase: str) -> None:
        slots = read_slots(self._folder)
        write_slots(self._folder, slots.with_slot(self._sealed(slots.vault_id, holder, passphrase, key)))

    def _sealed(self, vault_id: str, holder: Holder, passphrase: str, key: DatabaseKey) -> Slot:
        salt = secrets.token_hex(argon2id.SALTBYTES)
        bare = Slot(holder, self._cost.operations, self._cost.memory_bytes, salt, sealed="")
        sealed = _box(bare, passphrase).encrypt(key.secret, _bound(vault_id, bare))
        return Slot(holder, bare.operations, bare.memory_bytes, salt, sealed.hex())


_PAPER = Holder(RECOVERY, "", "")


def _opened(vault_id: str, slot: Slot, passphrase: str, wrong: str) -> DatabaseKey:
    try:
        return DatabaseKey(_box(slot, passphrase).decrypt(bytes.fromhex(slot.sealed), _bound(vault_id, slot)))
    except CryptoError as refused:
        raise UserError(wrong) from refused


def _box(slot: Slot, passphrase: str) -> Aead:
    if slot.operations > _MOST_OPERATIONS or slot.memory_bytes > _MOST_MEMORY:
        raise StorageError("keys_damaged")
    secret = prepared(passphrase).encode("utf-8")
    try:
        derived = argon2id.kdf(KEY_BYTES, secret, bytes.fromhex(slot.salt), slot.operations, slot.memory_bytes)
    except SodiumError as refused:
        raise StorageError("memory_short") from refused
    except ValueError as nonsense:
        raise StorageError("keys_damaged") from nonsense
    return Aead(derived)


def _bound(vault_id: str, slot: Slot) -> bytes:
    """What is sealed in beside the key; not the name and role, which may be put right without the passphrase."""
    facts = ["mavis slot 1", vault_id, slot.holder.person_id, slot.operations, slot.memory_bytes, slot.salt]
    return json.dumps(facts).encode("utf-8")
