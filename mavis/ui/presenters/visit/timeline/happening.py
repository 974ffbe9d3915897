"""One line of the timeline of a visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Happening:
    """When, the icon that says the kind, what, and by whom or how; ``note`` is the id of a note."""

    at: datetime
    icon: str
    event: str
    detail: str = ""
    note: str = ""
