"""Who may unlock: the right passphrase opens, everything else does not, and no slot can be tampered with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from nacl.exceptions import RuntimeError as NoMemoryError

from mavis.domain.errors import StorageError, UserError
from mavis.storage.database_key import DatabaseKey
from mavis.storage.keys import MODERATE, Cost, Vault
from mavis.storage.slots import RECOVERY, Holder, Slot, has_vault, people, read_slots, write_slots
from mavis.storage.throttle import Throttle

if TYPE_CHECKING:
    from pathlib import Path

CHEAP = Cost(1, 8192)
ASHA = Holder("person-1", "Asha", "coordinator")
BO = Holder("person-2", "Bo", "volunteer")
WORDS = "orange bicycle thunder pillow"
OTHER_WORDS = "quiet river seven lanterns"


class Vaults:
    """A vault whose stopwatch runs an hour between any two looks, so that no test waits."""

    def __init__(self, folder: Path) -> None:
        """Make the vault with Asha in it."""
        self.hours = 0.0
        self.folder = folder
        self.vault = Vault(folder, CHEAP, Throttle(folder / "guesses.json", self.stopwatch))
        self.key, self.code = self.vault.create(ASHA, WORDS)

    def stopwatch(self) -> float:
        """An hour later each time."""
        self.hours += 3600.0
        return self.hours


@pytest.fixture
def made(tmp_path: Path) -> Vaults:
    """A vault with Asha in it."""
    return Vaults(tmp_path)


def tampered(made: Vaults, name: str, changes: dict[str, Any]) -> None:
    """Change a slot as someone with the file could, and make its digest right again."""
    slots = read_slots(made.folder)
    slot = slots.slot(name)
    assert slot is not None
    write_slots(made.folder, slots.with_slot(slot._replace(**changes)))


def test_the_right_passphrase_gives_the_key(made: Vaults) -> None:
    """And only that; the key is not in the file."""
    assert made.vault.unlock("person-1", WORDS).secret == made.key.secret
    for wrong in ("", "orange", WORDS.upper(), f"{WORDS} "):
        with pytest.raises(UserError, match="passphrase_wrong"):
            made.vault.unlock("person-1", wrong)
    assert made.key.secret.hex() not in (made.folder / "keys.json").read_text()


def test_the_paper_gives_the_key(made: Vaults) -> None:
    """Typed with any case; another code is another vault's; a slip does not count as a guess."""
    assert made.vault.unlock_with_recovery(made.code.lower()).secret == made.key.secret
    with pytest.raises(UserError, match="recovery_code_not_read"):
        made.vault.unlock_with_recovery(made.code[:-1])
    stranger = made.vault.new_recovery_code(made.key)
    with pytest.raises(UserError, match="recovery_code_wrong"):
        made.vault.unlock_with_recovery(made.code)
    assert made.vault.unlock_with_recovery(stranger).secret == made.key.secret


def test_each_person_has_their_own_way_in(made: Vaults) -> None:
    """Adding, changing and removing one leaves the others as they were."""
    made.vault.set_passphrase(made.key, BO, OTHER_WORDS)
    assert people(made.folder) == (ASHA, BO)
    assert made.vault.unlock("person-2", OTHER_WORDS).secret == made.key.secret
    made.vault.set_passphrase(made.key, BO, "a longer one than before")
    with pytest.raises(UserError, match="passphrase_wrong"):
        made.vault.unlock("person-2", OTHER_WORDS)
    assert made.vault.unlock("person-2", "a longer one than before").secret == made.key.secret
    made.vault.remove("person-2")
    with pytest.raises(UserError, match="person_has_no_key"):
        made.vault.unlock("person-2", OTHER_WORDS)
    assert made.vault.unlock("person-1", WORDS).secret == made.key.secret


def test_the_last_person_stays(made: Vaults) -> None:
    """Nobody locks everybody out by accident."""
    with pytest.raises(UserError, match="last_key"):
        made.vault.remove("person-1")
    assert people(made.folder) == (ASHA,)


def test_weak_passphrases_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    """No vault, no slot, no change."""
    vault = Vault(tmp_path, CHEAP)
    with pytest.raises(UserError, match="passphrase_short"):
        vault.create(ASHA, "short")
    assert not has_vault(tmp_path)
    key, _ = vault.create(ASHA, WORDS)
    with pytest.raises(UserError, match="passphrase_short"):
        vault.set_passphrase(key, BO, "short")
    assert people(tmp_path) == (ASHA,)


def test_a_vault_is_never_replaced(made: Vaults) -> None:
    """Setting up twice in one folder is refused."""
    with pytest.raises(StorageError, match="database_exists"):
        made.vault.create(BO, OTHER_WORDS)


def test_guessing_is_slowed_down(tmp_path: Path) -> None:
    """The vault cannot be asked round the throttle, by passphrase or by paper."""
    vault = Vault(tmp_path, CHEAP)
    _, code = vault.create(ASHA, WORDS)
    with pytest.raises(UserError, match="passphrase_wrong"):
        vault.unlock("person-1", "wrong")
    assert vault.wait_seconds() == 1
    with pytest.raises(UserError, match="too_many_guesses"):
        vault.unlock("person-1", WORDS)
    with pytest.raises(UserError, match="too_many_guesses"):
        vault.unlock_with_recovery(code)


def test_the_slots_own_data_are_sealed_in(made: Vaults) -> None:
    """A slot that is moved to another person, vault or cost no longer opens."""
    made.vault.set_passphrase(made.key, BO, WORDS)
    slots = read_slots(made.folder)
    mine, theirs = slots.slot("person-1"), slots.slot("person-2")
    assert isinstance(mine, Slot)
    assert isinstance(theirs, Slot)
    for changes in (
        {"sealed": theirs.sealed, "salt": theirs.salt},
        {"operations": 2},
        {"memory_bytes": 16384},
        {"salt": "00" * 16},
    ):
        tampered(made, "person-1", changes)
        with pytest.raises(UserError, match="passphrase_wrong"):
            made.vault.unlock("person-1", WORDS)
        write_slots(made.folder, slots)
    write_slots(made.folder, slots._replace(vault_id="another"))
    with pytest.raises(UserError, match="passphrase_wrong"):
        made.vault.unlock("person-1", WORDS)


def test_a_name_may_be_put_right(made: Vaults) -> None:
    """The name is for the tile on the screen; rights come from the database."""
    tampered(made, "person-1", {"holder": Holder("person-1", "Asha B", "coordinator")})
    assert made.vault.unlock("person-1", WORDS).secret == made.key.secret


@pytest.mark.parametrize(
    "changes", [{"operations": 10**6}, {"memory_bytes": 2**40}, {"operations": 0}, {"salt": "00"}, {"memory_bytes": 1}]
)
def test_a_slot_that_asks_for_the_impossible_is_damaged(made: Vaults, changes: dict[str, Any]) -> None:
    """A doctored file neither hangs nor crashes the program."""
    tampered(made, "person-1", changes)
    with pytest.raises(StorageError, match="keys_damaged"):
        made.vault.unlock("person-1", WORDS)


def test_a_laptop_short_of_memory_is_told(made: Vaults, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not a wrong passphrase."""

    def too_little(*_: object) -> bytes:
        raise NoMemoryError

    monkeypatch.setattr("mavis.storage.keys.argon2id.kdf", too_little)
    with pytest.raises(StorageError, match="memory_short"):
        made.vault.unlock("person-1", WORDS)


def test_a_slot_without_its_sealed_key_is_damaged(made: Vaults) -> None:
    """Emptied by hand, with a digest that fits."""
    tampered(made, "person-1", {"sealed": ""})
    with pytest.raises(StorageError, match="keys_damaged"):
        read_slots(made.folder)


def test_a_slot_file_that_cannot_be_read_gives_a_sentence(tmp_path: Path) -> None:
    """A folder in its place stands for a disk that does not answer."""
    (tmp_path / "keys.json").mkdir()
    with pytest.raises(StorageError, match="disk_failed"):
        people(tmp_path)


def test_a_file_without_paper_slot_is_damaged(made: Vaults) -> None:
    """The recovery code is never optional."""
    write_slots(made.folder, read_slots(made.folder).without_slot(RECOVERY))
    with pytest.raises(StorageError, match="keys_damaged"):
        made.vault.unlock_with_recovery(made.code)


def test_every_flipped_bit_of_the_slot_file_is_noticed(made: Vaults) -> None:
    """Names and roles too."""
    path = made.folder / "keys.json"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        with pytest.raises(StorageError, match="keys_damaged"):
            read_slots(made.folder)


def test_every_truncation_of_the_slot_file_is_noticed(made: Vaults) -> None:
    """A file cut short anywhere has its sentence, and a missing one its own."""
    path = made.folder / "keys.json"
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(StorageError, match="keys_damaged"):
            read_slots(made.folder)
    path.unlink()
    with pytest.raises(StorageError, match="keys_missing"):
        made.vault.unlock("person-1", WORDS)


def test_a_dropped_key_is_gone() -> None:
    """Nothing is left of it, its copies live on their own, and it never shows itself."""
    key = DatabaseKey.random()
    other, secret = key.copy(), key.secret
    assert secret.hex() not in repr(key)
    key.drop()
    key.drop()
    with pytest.raises(StorageError, match="database_closed"):
        _ = key.secret
    assert "dropped" in repr(key)
    assert other.secret == secret
    with pytest.raises(ValueError, match="3"):
        DatabaseKey(b"abc")


def test_the_usual_cost_is_argon2ids_moderate_one() -> None:
    """256 MB and 3 passes: nobody lowers it unnoticed."""
    assert Cost(3, 2**28) == MODERATE
