"""Words that outlive the lock in memory: sealed with the key of the database, so that nobody reads them meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nacl.bindings import crypto_pwhash_scryptsalsa208sha256_ll
from nacl.exceptions import CryptoError
from nacl.secret import Aead

from mavis.domain.errors import StorageError

if TYPE_CHECKING:
    from mavis.storage.database_key import DatabaseKey

_PURPOSE = b"mavis words kept through the lock"


def seal(key: DatabaseKey, text: str) -> bytes:
    """The text, readable by whoever unlocks the same records again.

    Raises:
        StorageError: the key was dropped, because Mavis is locked.
    """
    return bytes(Aead(key.secret).encrypt(text.encode("utf-8", "surrogatepass"), _PURPOSE))


def unseal(key: DatabaseKey, sealed: bytes) -> str:
    """The text again.

    Raises:
        StorageError: other records, changed bytes, or Mavis is locked.
    """
    try:
        return Aead(key.secret).decrypt(sealed, _PURPOSE).decode("utf-8", "surrogatepass")
    except CryptoError as refused:
        raise StorageError("keys_damaged") from refused


def slow_digest(short: bytes, salt: bytes, passes: int, block: int) -> bytes:
    """What scrypt makes of something short enough to be tried out; it takes 128 bytes of memory a pass and block."""
    return crypto_pwhash_scryptsalsa208sha256_ll(short, salt, passes, block, 1)
