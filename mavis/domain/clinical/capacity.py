"""What the four questions about somebody's power to decide point to *(Mental Capacity Act 2005, section 3)*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.care import CanDecide

if TYPE_CHECKING:
    from mavis.domain.record.care import CapacityNote


def what_it_points_to(note: CapacityNote) -> CanDecide | None:
    """One *no* among the four is enough to be unable; four times *yes* is able; a person decides, this only advises.

    *Not sure* when all four were asked and one has no answer; None while one was not asked and none is *no*.
    """
    four = (note.understands, note.remembers, note.weighs_up, note.says)
    if any(answer is False for answer in four):
        return CanDecide.NO
    if any(answer is None for answer in four):
        return None
    return CanDecide.YES if all(answer is True for answer in four) else CanDecide.NOT_SURE
