"""The stamp on everything that is printed or handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mavis
from mavis.domain.counting.summary import Stamp

if TYPE_CHECKING:
    from mavis.domain.reference import ReferenceData
    from mavis.storage.unit_of_work import View, Work
    from mavis.system.clock import Clock


def stamp_of(
    records: View | Work, clock: Clock, reference: ReferenceData, *, made_by: str = "", training: bool
) -> Stamp:
    """The stamp of this moment, by the records as they stand."""
    return Stamp(
        made_at=clock(),
        made_by=made_by,
        app_version=mavis.__version__,
        rules_version=reference.flags.version,
        chain_head=records.trail.head(),
        training=training,
    )
