"""What changed, when, by whom and why; after sign-off a change is an amendment and needs its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one field of a visit: both values stay.

    ``old`` and ``new`` are the stored forms (JSON text). ``reason`` is empty before sign-off.
    """

    visit_id: str
    visit_code: str
    field: str
    old: str
    new: str
    by: str
    by_name: str
    at: datetime
    reason: str = ""
