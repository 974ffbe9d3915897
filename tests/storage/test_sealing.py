"""Words kept through the lock: the same key reads them, no other one does."""

from __future__ import annotations

import pytest

from mavis.domain.errors import StorageError
from mavis.storage.database_key import DatabaseKey
from mavis.storage.sealing import seal, unseal


def test_only_the_same_key_reads_them() -> None:
    """Nothing of the words is to be seen; one bit changed is noticed."""
    key = DatabaseKey.random()
    sealed = seal(key.copy(), "Zaphrina, violet turban")

    assert b"Zaphrina" not in sealed
    assert unseal(key, sealed) == "Zaphrina, violet turban"
    for wrong_key, bytes_ in ((DatabaseKey.random(), sealed), (key, sealed[:-1] + bytes([sealed[-1] ^ 1]))):
        with pytest.raises(StorageError, match="keys_damaged"):
            unseal(wrong_key, bytes_)


def test_behind_the_lock_there_is_no_key() -> None:
    """Dropped."""
    key = DatabaseKey.random()
    sealed = seal(key, "Wren")
    key.drop()
    for act in (lambda: seal(key, "Wren"), lambda: unseal(key, sealed)):
        with pytest.raises(StorageError, match="database_closed"):
            act()
