"""The audit trail, for whoever wants to know whether it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mavis.storage.audit_trail import TrailCheck
    from mavis.storage.unit_of_work import Store


class Trail:
    """The trail of this laptop."""

    def __init__(self, store: Store) -> None:
        """Use the store."""
        self._store = store

    def head(self) -> str:
        """The digest of the newest entry, 64 hex digits; it is printed on each summary."""
        with self._store.look() as view:
            return view.trail.head()

    def verify(self) -> TrailCheck:
        """Read every entry and say whether the chain is whole, and where it breaks if not."""
        with self._store.look() as view:
            return view.trail.check()
