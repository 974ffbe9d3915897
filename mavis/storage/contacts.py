"""The contacts card in the database: a row for each target that somebody wrote down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.follow_up.contacts import Contact
from mavis.storage.codec import encode
from mavis.storage.columns import Columns
from mavis.storage.statements import replace_into, select

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

    from mavis.storage.audit_trail import Trail

_COLUMNS = Columns(Contact)
_ALL = select(_COLUMNS.names, "contact")
_PUT = replace_into("contact", _COLUMNS.names)


class ContactReader:
    """Reads the card."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn

    def all(self) -> tuple[Contact, ...]:
        """The contacts that were ever written down, in no order that means anything."""
        return tuple(map(_COLUMNS.value, self._db.execute(_ALL)))


class Contacts(ContactReader):
    """Reads and writes the card, in one transaction with the trail."""

    def __init__(self, connection: Connection, trail: Trail) -> None:
        """Write through this connection, and tell the trail."""
        super().__init__(connection)
        self._trail = trail

    def save(self, contact: Contact) -> None:
        """Write what is known of a contact now."""
        self._db.execute(_PUT, _COLUMNS.cells(contact))
        self._trail.note("contact_changed", contact.target.value, encode(contact))
