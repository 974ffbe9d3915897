"""The random key that the database is encrypted with, kept in one object that can forget it."""

from __future__ import annotations

from mavis.domain.errors import StorageError
from mavis.system.digests import secrets

KEY_BYTES = 32


class DatabaseKey:
    """The 32 bytes that open the database; never shown, never compared, forgotten when the screen locks."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        """Keep the bytes.

        Raises:
            ValueError: the secret is not 32 bytes long.
        """
        if len(secret) != KEY_BYTES:
            raise ValueError(len(secret))
        self._secret = bytearray(secret)

    @classmethod
    def random(cls) -> DatabaseKey:
        """A new key from the system's own source of chance."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def secret(self) -> bytes:
        """The bytes themselves, for the engine and for sealing a slot.

        Raises:
            StorageError: the key was dropped, because Mavis is locked.
        """
        if not self._secret:
            raise StorageError("database_closed")
        return bytes(self._secret)

    def copy(self) -> DatabaseKey:
        """A second object with the same key, to be dropped on its own."""
        return DatabaseKey(self.secret)

    def drop(self) -> None:
        """Overwrite the bytes and forget them; dropping twice is fine."""
        self._secret[:] = bytes(len(self._secret))
        self._secret.clear()

    def __repr__(self) -> str:
        """Never the bytes, so that no log or traceback can hold them."""
        return "DatabaseKey(dropped)" if not self._secret else "DatabaseKey(…)"
