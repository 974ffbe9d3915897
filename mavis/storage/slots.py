"""The slot file ``keys.json``: who may unlock, and the database key sealed once for each of them.

Names and roles stand here in clear, because the unlock screen shows them before anything can be opened; rights come
from the encrypted database, never from here. The last line of defence against a flipped bit is the file's own digest.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mavis.domain.errors import StorageError
from mavis.system.files import file_failure, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME = "keys.json"
RECOVERY = "recovery"
"""The slot name of the printed recovery code; every other slot is named by a person's id."""

_VERSION = 1


class Holder(NamedTuple):
    """A person on the unlock screen: an id that never changes, a first name, and the value of a role."""

    person_id: str
    name: str
    role: str


class Slot(NamedTuple):
    """The database key sealed for one holder: the cost and salt of the passphrase, and the sealed bytes in hex."""

    holder: Holder
    operations: int
    memory_bytes: int
    salt: str
    sealed: str


class SlotFile(NamedTuple):
    """All slots of one vault; the vault's id is random and never changes."""

    vault_id: str
    slots: tuple[Slot, ...]

    def slot(self, name: str) -> Slot | None:
        """The slot of that person id, or of the recovery code; None when there is none."""
        return next((slot for slot in self.slots if slot.holder.person_id == name), None)

    def with_slot(self, new: Slot) -> SlotFile:
        """The same file with this slot added, or put in the place of the holder's old one."""
        name = new.holder.person_id
        if self.slot(name) is None:
            return self._replace(slots=(*self.slots, new))
        return self._replace(slots=tuple(new if slot.holder.person_id == name else slot for slot in self.slots))

    def without_slot(self, name: str) -> SlotFile:
        """The same file without the slot of that name."""
        return self._replace(slots=tuple(slot for slot in self.slots if slot.holder.person_id != name))

    def people(self) -> tuple[Holder, ...]:
        """The people who have a passphrase, in the order they were added."""
        return tuple(slot.holder for slot in self.slots if slot.holder.person_id != RECOVERY)


def has_vault(folder: Path) -> bool:
    """Whether someone has set up Mavis in this folder."""
    return (folder / FILE_NAME).exists()


def people(folder: Path) -> tuple[Holder, ...]:
    """The names for the unlock screen.

    The digest is compared by ``read_slots``, before anybody unlocks; a library that makes one is slow to load.

    Raises:
        StorageError: the slot file is missing, or so damaged that nobody can be read from it.
    """
    return _parsed(_content(folder)).people()


def read_slots(folder: Path) -> SlotFile:
    """The slot file of the folder, exactly as it was written.

    Raises:
        StorageError: missing, or one bit of it changed.
    """
    return _checked(_content(folder))


def _content(folder: Path) -> bytes:
    try:
        return (folder / FILE_NAME).read_bytes()
    except FileNotFoundError as missing:
        raise StorageError("keys_missing") from missing
    except OSError as failure:
        raise file_failure(failure) from failure


@lru_cache(maxsize=1)
def _checked(content: bytes) -> SlotFile:
    """What stands in the file; the same bytes are looked through once."""
    found = _parsed(content)
    if _rendered(found) != content:
        raise StorageError("keys_damaged")
    return found


def _parsed(content: bytes) -> SlotFile:
    try:
        return _from_plain(json.loads(content)["vault"])
    except (ValueError, TypeError, KeyError, RecursionError) as damage:
        raise StorageError("keys_damaged") from damage


def write_slots(folder: Path, slots: SlotFile) -> None:
    """Put the slot file in the folder, whole or not at all.

    Raises:
        StorageError: the disk refuses; the old file is untouched.
    """
    write_whole(folder / FILE_NAME, _rendered(slots))


def _rendered(slots: SlotFile) -> bytes:
    from mavis.system.digests import sha256

    plain = [{**slot._asdict(), "holder": slot.holder._asdict()} for slot in slots.slots]
    vault = {"version": _VERSION, "vault_id": slots.vault_id, "slots": plain}
    digest = sha256(json.dumps(vault, sort_keys=True).encode("utf-8")).hexdigest()
    return (json.dumps({"sha256": digest, "vault": vault}, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _from_plain(vault: Mapping[str, Any]) -> SlotFile:
    slots = tuple(_slot(**slot) for slot in vault["slots"])
    return SlotFile(str(vault["vault_id"]), slots)


def _slot(holder: Mapping[str, Any], operations: int, memory_bytes: int, salt: str, sealed: str) -> Slot:
    if bytes.fromhex(salt) and bytes.fromhex(sealed):
        return Slot(Holder(**holder), int(operations), int(memory_bytes), salt, sealed)
    raise ValueError(salt)
